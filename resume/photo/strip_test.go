package photo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
)

func picture() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for i := range m.Pix {
		m.Pix[i] = byte(i * 7)
	}
	for i := 3; i < len(m.Pix); i += 4 {
		m.Pix[i] = 255
	}
	return m
}

func jpegFile(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture(), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngFile(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func segment(mark byte, data string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xFF, mark}, uint16(len(data)+2)), data...)
}

func chunk(name, data string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, name...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// exifWith is a segment of Exif data with a tag for the orientation, in the order
// of bytes that the camera has, and a place.
func exifWith(orientation byte, order string) []byte {
	tiff := "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(orientation)) + "\x00\x00"
	if order == "II" {
		tiff = "II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(rune(orientation)) + "\x00\x00\x00"
	}
	return segment(markAPP1, "Exif\x00\x00"+tiff+"SECRET 52.52 N")
}

func samePixels(t *testing.T, name string, a, b []byte) {
	t.Helper()
	p, _, err := image.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	q, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%s: stripped it is no picture: %v", name, err)
	}
	if p.Bounds() != q.Bounds() {
		t.Fatalf("%s: %v became %v", name, p.Bounds(), q.Bounds())
	}
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			if color.NRGBAModel.Convert(p.At(x, y)) != color.NRGBAModel.Convert(q.At(x, y)) {
				t.Fatalf("%s: the pixel at %d, %d changed", name, x, y)
			}
		}
	}
}

func TestStrip(t *testing.T) {
	plain, drawn := jpegFile(t), pngFile(t, picture())
	into := func(file []byte, at int, parts ...[]byte) []byte {
		return slices.Concat(file[:at], slices.Concat(parts...), file[at:])
	}
	const behindIHDR = len(pngSignature) + 25
	for _, c := range []struct {
		name string
		file []byte
	}{
		{"a plain JPEG", plain},
		{"Exif", into(plain, 2, exifWith(1, "MM"))},
		{"Exif of a turned camera", into(plain, 2, exifWith(6, "II"))},
		{"JFIF with a small picture", into(plain, 2, segment(markAPP0, "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x01SEC"), segment(markAPP0, "JFXX\x00\x10SECRET"))},
		{"XMP and two Exif segments", into(plain, 2, segment(markAPP1, "http://ns.adobe.com/xap/1.0/\x00<x>SECRET</x>"), exifWith(3, "MM"), exifWith(6, "MM"))},
		{"every APP segment", into(plain, 2, func() (all []byte) {
			for m := byte(0xE2); m <= 0xEF; m++ {
				all = append(all, segment(m, "SECRET")...)
			}
			return all
		}())},
		{"a comment", into(plain, 2, segment(0xFE, "SECRET"))},
		{"filled markers", into(plain, 2, []byte{0xFF, 0xFF}, segment(0xFE, "SECRET"))},
		{"behind the end", append(bytes.Clone(plain), "SECRET film"...)},
		{"a second picture behind it", append(bytes.Clone(plain), into(plain, 2, exifWith(1, "MM"))...)},
		{"a comment between its scans", into(plain, len(plain)-2, segment(0xFE, "SECRET"))},
		{"a plain PNG", drawn},
		{"texts", into(drawn, behindIHDR, chunk("tEXt", "Comment\x00SECRET"), chunk("iTXt", "SECRET"), chunk("zTXt", "SECRET"))},
		{"Exif in a PNG", into(drawn, behindIHDR, chunk("eXIf", "SECRET"), chunk("tIME", "SECRET."), chunk("iCCP", "SECRET"))},
		{"a program's own chunk", into(drawn, behindIHDR, chunk("prVt", "SECRET"))},
		{"behind the PNG's end", append(bytes.Clone(drawn), "SECRET"...)},
		{"a palette with transparency", pngFile(t, image.NewPaletted(image.Rect(0, 0, 3, 3), color.Palette{color.NRGBA{1, 2, 3, 40}, color.Black}))},
	} {
		got, err := Strip(c.file)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if bytes.Contains(got, []byte("SEC")) || len(got) > len(c.file)+40 {
			t.Errorf("%s: it still tells more than its pixels", c.name)
		}
		if Orientation(got) != Orientation(c.file) {
			t.Errorf("%s: turned %d, then %d", c.name, Orientation(c.file), Orientation(got))
		}
		samePixels(t, c.name, c.file, got)
		again, err := Strip(got)
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("%s: stripped twice it differs: %v", c.name, err)
		}
	}
}

// A JPEG that lacks its end mark is shown by many readers, and gets one.
func TestStripEndsAPicture(t *testing.T) {
	plain := jpegFile(t)
	got, err := Strip(plain[:len(plain)-2])
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("%d bytes of %d, %v", len(got), len(plain), err)
	}
}

func TestStripRefusesWhatItDoesNotKnow(t *testing.T) {
	plain, drawn := jpegFile(t), pngFile(t, picture())
	for name, file := range map[string][]byte{
		"nothing": nil, "WebP": []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "a cut head": plain[:20], "a cut PNG": drawn[:len(drawn)-8],
		"a chunk beyond the end": append([]byte(pngSignature), 0xFF, 0xFF, 0xFF, 0xFF, 'I', 'D', 'A', 'T', 0, 0, 0, 0),
	} {
		if got, err := Strip(file); err == nil {
			t.Errorf("%s: %d bytes", name, len(got))
		}
	}
}

func TestData(t *testing.T) {
	file := jpegFile(t)
	got, err := Data(" "+URI(file), 1<<20)
	if err != nil || !bytes.Equal(got, file) {
		t.Errorf("%v", err)
	}
	if !strings.HasPrefix(URI(pngFile(t, picture())), "data:image/png;") || !IsData(" DATA:,x") || IsData("dat") {
		t.Error("kinds of source")
	}
	if _, err := Data(URI(file), 100); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Error(err)
	}
}

func FuzzStrip(f *testing.F) {
	f.Add(jpegFile(f))
	f.Add(pngFile(f, picture()))
	f.Add(append(exifWith(6, "MM"), jpegFile(f)...))
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := Strip(file)
		Orientation(file)
		if err != nil {
			return
		}
		again, err := Strip(got)
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("stripped twice it differs: %v", err)
		}
	})
}

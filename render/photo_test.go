package render

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"net/url"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/photo"
)

// picture is a portrait that is red above and blue below.
func picture(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 0, 0, 255}
			if y >= h/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func pngFile(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegFile(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func dataURI(file []byte) string {
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(file)
}

func withPhoto(t testing.TB, d resume.Document) resume.Document {
	t.Helper()
	d, err := d.Set(resume.Basics.Child("image"), resume.Text(dataURI(pngFile(t, picture(90, 120)))))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// pngHead is a PNG of the given size without its pixels.
func pngHead(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0DIHDR")
	b = binary.BigEndian.AppendUint32(b, w)
	b = binary.BigEndian.AppendUint32(b, h)
	b = append(b, 8, 2, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

func TestPhotos(t *testing.T) {
	portrait := pngFile(t, picture(90, 120))
	for _, c := range []struct {
		name, source string
		file         []byte
		w, h         int
		problem      string
	}{
		{name: "none"},
		{name: "spaces", source: "  "},
		{name: "data", source: dataURI(portrait), w: 90, h: 120},
		{name: "data with line breaks", source: strings.ReplaceAll(dataURI(portrait), "A", "A\r\n "), w: 90, h: 120},
		{name: "data without padding", source: strings.TrimRight(dataURI(portrait), "="), w: 90, h: 120},
		{name: "data in percent signs", source: "data:image/png," + url.PathEscape(string(portrait)), w: 90, h: 120},
		{name: "a file", source: "me.jpg", file: jpegFile(t, picture(90, 120)), w: 90, h: 120},
		{name: "a large file", source: "me.png", file: pngFile(t, picture(900, 1200)), w: 337, h: 450},
		{name: "too wide", source: "me.png", file: pngFile(t, picture(300, 100)), w: 100, h: 100},
		{name: "too high", source: "me.png", file: pngFile(t, picture(60, 300)), w: 60, h: 100},
		{name: "one pixel", source: "me.png", file: pngFile(t, picture(1, 1)), w: 1, h: 1},
		{name: "a path alone", source: "me.png", problem: "the photo is not in the resume: choose its file again"},
		{name: "a web address", source: "https://site.example/me.png", problem: "the photo is a web address, and ResuMax downloads nothing: save it to disk and choose the file"},
		{name: "no picture", source: "me.png", file: []byte("hello"), problem: "the photo is not a PNG or JPEG picture"},
		{name: "no base64", source: "data:image/png;base64,!!", problem: "the photo's data: address is damaged"},
		{name: "no percent code", source: "data:image/png,%zz", problem: "the photo's data: address is damaged"},
		{name: "no data", source: "data:image/png;base64,", problem: "the photo is not a PNG or JPEG picture"},
		{name: "a bomb", source: "me.png", file: pngHead(50_000, 50_000), problem: "the photo has more than 40 million pixels"},
		{name: "a wide bomb", source: "me.png", file: pngHead(1<<31-1, 1), problem: "the photo has more than 40 million pixels"},
		{name: "cut off", source: "me.png", file: portrait[:len(portrait)/2], problem: "the photo's file is damaged"},
		{name: "a huge file", source: "me.png", file: make([]byte, maxPhotoBytes+1), problem: "the photo's file is larger than 30 MB"},
	} {
		m, problem := new(photos).get(c.source, c.file)
		if problem != c.problem || (m != nil) != (c.w > 0) {
			t.Errorf("%s: %v, %q, want %q", c.name, m != nil, problem, c.problem)
			continue
		}
		if m != nil && m.Bounds() != image.Rect(0, 0, c.w, c.h) {
			t.Errorf("%s: %v, want %d × %d", c.name, m.Bounds(), c.w, c.h)
		}
	}
}

func TestPhotoIsKept(t *testing.T) {
	var p photos
	file := pngFile(t, picture(90, 120))
	first, _ := p.get("me.png", file)
	if again, _ := p.get("me.png", bytes.Clone(file)); again != first {
		t.Error("unpacked twice")
	}
	if other, _ := p.get("me.png", pngFile(t, picture(60, 80))); other == first {
		t.Error("another file gives the same photo")
	}
	if none, problem := p.get("", nil); none != nil || problem != "" {
		t.Error("no photo gives one")
	}
}

// exif is a JPEG that says how its camera was held.
func exif(t *testing.T, m image.Image, orientation byte, order string) []byte {
	t.Helper()
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(orientation) + "\x00\x00\x00\x00\x00\x00")
	if order == "II" {
		tiff = []byte("II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(orientation) + "\x00\x00\x00\x00\x00\x00\x00")
	}
	segment := append([]byte("Exif\x00\x00"), tiff...)
	file := jpegFile(t, m)
	head := []byte{0xFF, 0xD8, 0xFF, 0xE1, 0, byte(len(segment) + 2)}
	return append(append(head, segment...), file[2:]...)
}

func TestPhotoStandsUpright(t *testing.T) {
	// Where the upper half, red, lies in a picture that a camera held so.
	for orientation, turned := range map[byte]func(x, y int) bool{
		1: func(x, y int) bool { return y < 20 }, 2: func(x, y int) bool { return y < 20 },
		3: func(x, y int) bool { return y >= 20 }, 4: func(x, y int) bool { return y >= 20 },
		5: func(x, y int) bool { return x < 20 }, 6: func(x, y int) bool { return x < 20 },
		7: func(x, y int) bool { return x >= 20 }, 8: func(x, y int) bool { return x >= 20 },
	} {
		m := image.NewRGBA(image.Rect(0, 0, 40, 40))
		for y := range 40 {
			for x := range 40 {
				m.SetRGBA(x, y, color.RGBA{0, 0, 200, 255})
				if turned(x, y) {
					m.SetRGBA(x, y, color.RGBA{200, 0, 0, 255})
				}
			}
		}
		for _, order := range []string{"MM", "II"} {
			photo, problem := loadPhoto("me.jpg", exif(t, m, orientation, order))
			if problem != "" {
				t.Fatal(problem)
			}
			r, _, b, _ := photo.At(20, 5).RGBA()
			if r < b {
				t.Errorf("orientation %d (%s): the photo is not upright", orientation, order)
			}
		}
	}
}

func TestDamagedExif(t *testing.T) {
	whole := exif(t, picture(40, 40), 6, "MM")
	for n := range 60 {
		photo.Orientation(whole[:n]) // must not reach beyond the end
	}
	for i := 2; i < 40; i++ {
		for _, b := range []byte{0, 0x7F, 0xFF} {
			broken := bytes.Clone(whole)
			broken[i] = b
			photo.Orientation(broken)
		}
	}
}

func TestPhotoProblemIsSaid(t *testing.T) {
	d, err := fixture(t, "two-pages").Set(resume.Basics.Child("image"), resume.Text("data:,nothing"))
	if err != nil {
		t.Fatal(err)
	}
	doc := Typeset(d.Resume(), Options{})
	want := resume.Problem{Address: "/basics/image", Text: "the photo is not a PNG or JPEG picture"}
	if len(doc.Problems) != 1 || doc.Problems[0] != want {
		t.Errorf("problems %+v, want %+v", doc.Problems, want)
	}
}

// A picture that takes too much memory while it is unpacked is refused by what
// its first bytes say.
func TestUnpackedSize(t *testing.T) {
	frame := func(marker byte) []byte {
		return []byte{0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 'J', 'F', 0xFF, marker, 0, 2, 0xFF, 0xDA, 0, 2}
	}
	for _, c := range []struct {
		name   string
		config image.Config
		file   []byte
		most   bool // it is more than may be
	}{
		{"a plain JPEG of a camera", image.Config{ColorModel: color.YCbCrModel, Width: 8000, Height: 5000}, frame(0xC0), false},
		{"a progressive JPEG of a telephone", image.Config{ColorModel: color.YCbCrModel, Width: 4032, Height: 3024}, frame(0xC2), false},
		{"a progressive one for print", image.Config{ColorModel: color.CMYKModel, Width: 8000, Height: 5000}, frame(0xC2), true},
		{"a deep PNG", image.Config{ColorModel: color.NRGBA64Model, Width: 8000, Height: 5000}, []byte("\x89PNG"), true},
	} {
		if got := unpackedSize(c.config, c.file) > maxPhotoMemory; got != c.most {
			t.Errorf("%s: %d MB", c.name, unpackedSize(c.config, c.file)>>20)
		}
	}
}

func FuzzPhoto(f *testing.F) {
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x0EExif\x00\x00MM\x00*\x00\x00\x00\x08"))
	f.Add([]byte("\xFF\xD8\xFF\xFF\xC2\x00\x00"))
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if o := photo.Orientation(file); o < 1 || o > 8 {
			t.Fatalf("orientation %d", o)
		}
		isProgressive(file)
		if picture, problem := loadPhoto("photo.jpg", file); (picture == nil) == (problem == "") && len(file) > 0 {
			t.Fatalf("a picture %v and the problem %q", picture != nil, problem)
		}
	})
}

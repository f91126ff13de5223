package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // photos are JPEG
	_ "image/png"  // or PNG
	"strings"

	"golang.org/x/image/draw"

	"resumax/resume/photo"
)

// Bounds on photos. A picture's file says its size in its first bytes, so that
// one which would not fit in memory is refused before it is unpacked.
const (
	maxPhotoBytes  = 30 << 20
	maxPhotoPixels = 40_000_000
	maxPhotoMemory = 256 << 20 // bytes while it is unpacked
	// photoHeight is how many pixels high a photo is kept: 300 dots to the inch,
	// the most that print shows, at 38 mm.
	photoHeight = 450
)

// photos remembers the last photo, as unpacking one takes longer than setting
// the whole page.
type photos struct {
	source  string
	file    []byte
	image   image.Image
	problem string
}

// get is the picture that a resume's image member names, or says why there is
// none.
func (p *photos) get(source string, file []byte) (image.Image, string) {
	source = strings.TrimSpace(source)
	if source == "" {
		return nil, ""
	}
	if p.source != source || !bytes.Equal(p.file, file) {
		*p = photos{source: source, file: file}
		p.image, p.problem = loadPhoto(source, file)
	}
	return p.image, p.problem
}

func loadPhoto(source string, file []byte) (image.Image, string) {
	if len(file) == 0 {
		var problem string
		if file, problem = photoFile(source); problem != "" {
			return nil, problem
		}
	}
	if len(file) > maxPhotoBytes {
		return nil, fmt.Sprintf("the photo's file is larger than %d MB", maxPhotoBytes>>20)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil:
		return nil, "the photo is not a PNG or JPEG picture"
	case config.Width < 1 || config.Height < 1:
		return nil, "the photo is empty"
	case config.Width > maxPhotoPixels/config.Height:
		return nil, fmt.Sprintf("the photo has more than %d million pixels", maxPhotoPixels/1_000_000)
	case unpackedSize(config, file) > maxPhotoMemory:
		return nil, fmt.Sprintf("the photo takes more than %d MB to open: save a smaller one, or a plain JPEG of it", maxPhotoMemory>>20)
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, "the photo's file is damaged"
	}
	return reduce(photo.Upright(picture, photo.Orientation(file))), ""
}

// unpackedSize is about how many bytes a picture takes while it is unpacked. A
// progressive JPEG's coefficients, four bytes each, are all held until its end.
func unpackedSize(config image.Config, file []byte) int {
	sample := 1
	var pixel int // in bytes
	switch config.ColorModel {
	case color.GrayModel:
		pixel = 1
	case color.Gray16Model:
		pixel = 2
	case color.YCbCrModel:
		pixel = 3
	case color.CMYKModel:
		pixel = 4 + 4 // the picture, and what it is made of
	case color.RGBA64Model, color.NRGBA64Model:
		pixel = 8
	default:
		pixel = 4
	}
	if isProgressive(file) {
		const coefficient = 4
		sample += coefficient
	}
	return config.Width * config.Height * pixel * sample
}

// isProgressive reports whether a JPEG is of the progressive kind: its frame
// begins with the marker SOF2 (ITU T.81, B.1.1.3).
func isProgressive(file []byte) bool {
	if len(file) < 4 || file[0] != 0xFF || file[1] != 0xD8 {
		return false
	}
	for at := 2; at+4 <= len(file) && file[at] == 0xFF && file[at+1] != 0xDA; {
		switch file[at+1] {
		case 0xC2:
			return true
		case 0xFF: // fills up
			at++
			continue
		}
		at += 2 + int(binary.BigEndian.Uint16(file[at+2:]))
	}
	return false
}

// photoFile is the file that a resume carries in itself.
func photoFile(source string) ([]byte, string) {
	if strings.HasPrefix(source, "http:") || strings.HasPrefix(source, "https:") || strings.HasPrefix(source, "//") {
		return nil, "the photo is a web address, and ResuMax downloads nothing: save it to disk and choose the file"
	}
	file, err := photo.Data(source, maxPhotoBytes)
	if err != nil {
		return nil, err.Error()
	}
	return file, ""
}

// Portraits are between these parts of their height wide; a photo outside of
// them is cropped around its middle.
const slimmest, widest = 0.6, 1.0

// reduce crops a photo to a portrait and brings it down to the size that print
// needs, on white.
func reduce(picture image.Image) image.Image {
	from := picture.Bounds()
	if w := int(float64(from.Dy()) * widest); from.Dx() > w && w > 0 {
		from.Min.X += (from.Dx() - w) / 2
		from.Max.X = from.Min.X + w
	}
	if h := int(float64(from.Dx()) / slimmest); from.Dy() > h && h > 0 {
		from.Min.Y += (from.Dy() - h) / 2
		from.Max.Y = from.Min.Y + h
	}
	h := min(from.Dy(), photoHeight)
	w := max(1, from.Dx()*h/from.Dy())
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(to, to.Rect, image.White, image.Point{}, draw.Src)
	draw.CatmullRom.Scale(to, to.Rect, picture, from, draw.Over, nil)
	return to
}

package editor

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"resumax/resume/photo"
)

// A photo from a camera that was held on its side is kept upright, and without
// what the camera wrote beside it.
func TestChosenPhotoStandsUpright(t *testing.T) {
	side := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for y := range 20 {
		for x := range 40 {
			c := color.RGBA{0, 0, 200, 255}
			if x < 20 { // what is above once the picture is turned
				c = color.RGBA{200, 0, 0, 255}
			}
			side.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, side, nil); err != nil {
		t.Fatal(err)
	}
	exif := "\xff\xe1\x00\x2cExif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00GPS 52.5"
	path := filepath.Join(t.TempDir(), "me.jpg")
	if err := os.WriteFile(path, []byte("\xff\xd8"+exif+b.String()[2:]), 0o600); err != nil {
		t.Fatal(err)
	}
	ref, err := photoFrom(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := photo.Data(ref, photoFileLimit)
	if err != nil || bytes.Contains(file, []byte("Exif")) {
		t.Errorf("it is kept with its Exif data: %v", err)
	}
	img := decodedPhoto(ref)
	if img == nil || img.Bounds().Dx() != 20 || img.Bounds().Dy() != 40 {
		t.Fatalf("%v", img)
	}
	if r, _, blue, _ := img.At(10, 5).RGBA(); r < blue {
		t.Error("it is not upright")
	}
}

package assets

import (
	"bytes"
	"image/png"
	"testing"
)

func TestIconIsASquarePicture(t *testing.T) {
	picture, err := png.DecodeConfig(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if picture.Width != 256 || picture.Height != 256 {
		t.Errorf("icon is %d × %d pixels, want 256 × 256", picture.Width, picture.Height)
	}
}

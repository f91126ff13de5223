package office

import (
	"bytes"
	"image"
	_ "image/jpeg" // the pictures of people
	_ "image/png"

	"resumax/resume/photo"
)

// A picture is taken for a portrait between these parts of its height wide, from so many pixels on.
const (
	slimmest, widest = 0.55, 1.1
	fewestPixels     = 60
	maxPhoto         = 8 << 20 // bytes
)

// photoOf is a picture as a resume carries it, "" for what is not a person's.
func photoOf(file []byte) string {
	if len(file) == 0 || len(file) > maxPhoto {
		return ""
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || c.Width < fewestPixels || c.Height < fewestPixels || c.Width > 20_000 || c.Height > 20_000 {
		return ""
	}
	if shape := float64(c.Width) / float64(c.Height); shape < slimmest || shape > widest {
		return ""
	}
	return photo.URI(file)
}

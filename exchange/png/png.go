// Package png writes a resume's pages as pictures, a file each.
package png

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"resumax/exchange/format"
	"resumax/render"
)

// Format is PNG.
var Format = &format.Format{
	ID:         "png",
	Name:       "PNG pictures",
	About:      "a picture of each page, for sites and messages",
	Extensions: []string{"png"},
	Letters:    true,
	Write:      write,
}

// pixelsPerPoint is the pictures' resolution: 200 dpi.
const pixelsPerPoint = 200.0 / 72

func write(s format.Source) (format.Output, error) {
	t := render.NewTypesetter()
	pages := t.Typeset(s.Document.Resume(), s.Options)
	var picture *image.RGBA // drawn over for every page
	return format.Output{Files: len(pages.Pages), Problems: pages.Problems, File: func(i int) ([]byte, error) {
		picture = t.Picture(pages, i, pixelsPerPoint, picture)
		var b bytes.Buffer
		if err := png.Encode(&b, picture); err != nil {
			return nil, fmt.Errorf("the picture of page %d cannot be made: %w", i+1, err)
		}
		return b.Bytes(), nil
	}}, nil
}

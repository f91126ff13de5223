// Package jpeg writes a resume's pages as pictures in JPEG, a file each: for forms that
// take no PNG.
package jpeg

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"

	"resumax/exchange/format"
	"resumax/render"
)

// Format is JPEG.
var Format = &format.Format{
	ID:         "jpg",
	Name:       "JPEG pictures",
	About:      "a picture of each page, where PNG is not accepted",
	Extensions: []string{"jpg", "jpeg"},
	Letters:    true,
	Write:      write,
}

// pixelsPerPoint is the pictures' resolution: 200 dpi.
const pixelsPerPoint = 200.0 / 72

// quality keeps letters free of visible noise.
const quality = 90

func write(s format.Source) (format.Output, error) {
	t := render.NewTypesetter()
	pages := t.Typeset(s.Document.Resume(), s.Options)
	var picture *image.RGBA // drawn over for every page
	return format.Output{Files: len(pages.Pages), Problems: pages.Problems, File: func(i int) ([]byte, error) {
		picture = t.Picture(pages, i, pixelsPerPoint, picture)
		var b bytes.Buffer
		if err := jpeg.Encode(&b, picture, &jpeg.Options{Quality: quality}); err != nil {
			return nil, fmt.Errorf("the picture of page %d cannot be made: %w", i+1, err)
		}
		return b.Bytes(), nil
	}}, nil
}

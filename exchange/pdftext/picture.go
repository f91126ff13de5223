package pdftext

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels bounds the picture of a page. A page of A4 with 300 dots an inch has 8.7 million.
const maxPixels = 16_000_000

// Picture paints a page, counted from 0, with so many pixels a point: less where the page is
// so large that its picture would be too. It stops as [Reader.Read] does, and an error says in
// words what is wrong.
func (r *Reader) Picture(ctx context.Context, file []byte, page int, pixelsPerPoint float64) (image.Image, error) {
	var picture image.Image
	err := r.with(ctx, file, func(instance pdfium.Pdfium, document references.FPDF_DOCUMENT) (err error) {
		picture, err = paint(instance, document, page, pixelsPerPoint)
		return err
	})
	return picture, err
}

func paint(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, page int, pixelsPerPoint float64) (image.Image, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: page}}
	size, err := instance.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil || size.Width <= 0 || size.Height <= 0 {
		return nil, fmt.Errorf("page %d of the PDF is damaged", page+1)
	}
	width, height := pixels(size.Width, size.Height, pixelsPerPoint)
	painted, err := instance.RenderPageInPixels(&requests.RenderPageInPixels{Page: at, Width: width, Height: height})
	if err != nil {
		return nil, fmt.Errorf("page %d of the PDF cannot be painted", page+1)
	}
	defer painted.Cleanup()
	source := painted.Result.RenderedImage
	if source == nil {
		return nil, errors.New("PDFium painted nothing")
	}
	own := image.NewRGBA(image.Rect(0, 0, source.Bounds().Dx(), source.Bounds().Dy())) // the sandbox takes back its own
	draw.Draw(own, own.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(own, own.Rect, source, source.Bounds().Min, draw.Over)
	return own, nil
}

// pixels is the size of a page's picture, within bounds.
func pixels(width, height, pixelsPerPoint float64) (int, int) {
	if area := width * height * pixelsPerPoint * pixelsPerPoint; area > maxPixels {
		return pixels(width, height, pixelsPerPoint*0.99*math.Sqrt(maxPixels/area))
	}
	return max(1, int(width*pixelsPerPoint+0.5)), max(1, int(height*pixelsPerPoint+0.5))
}

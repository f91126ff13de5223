package designer

import (
	"image"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"resumax/render"
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/resume"
	"resumax/widgets"
)

// sample is a line of text of which each part is in a face of its own.
type sample []samplePart

type samplePart struct {
	family, text string
	bold         bool
}

// Samples are drawn for screens of two pixels to Fyne's unit.
const (
	sampleSize   = 15 // Fyne's units
	sampleHeight = 26
	samplePixels = 2
)

// sampler draws samples.
type sampler struct {
	mu         sync.Mutex
	typesetter *render.Typesetter
	library    *fonts.Library
}

func newSampler(l *fonts.Library) *sampler {
	return &sampler{typesetter: render.NewTypesetter(), library: l}
}

// mask is how dark the sample is at each pixel.
func (s *sampler) mask(of sample) *image.Alpha {
	s.mu.Lock()
	defer s.mu.Unlock()
	const width = 380
	all := image.NewAlpha(image.Rect(0, 0, width*samplePixels, sampleHeight*samplePixels))
	x := 0
	for _, part := range of {
		d := *design.Default()
		d.Page = design.Margins{}
		d.Colors.Text = design.Color{}
		d.Style.Name = design.Style{Family: part.family, Size: sampleSize, Leading: sampleHeight, Bold: part.bold, Color: "text"}
		r := &resume.Resume{Basics: resume.BasicsInfo{Name: part.text}}
		doc := s.typesetter.Typeset(r, render.Options{Design: &d, Fonts: s.library, Page: design.PageSize{Width: width, Height: sampleHeight}})
		picture := s.typesetter.Picture(doc, 0, samplePixels, nil)
		right := x
		for py := range picture.Rect.Dy() {
			for px := range picture.Rect.Dx() {
				if dark := 255 - picture.RGBAAt(px, py).G; dark > 0 && x+px < all.Rect.Dx() {
					all.SetAlpha(x+px, py, color.Alpha{A: dark})
					right = max(right, x+px)
				}
			}
		}
		x = right + 14*samplePixels
	}
	return all
}

// inked is a mask in the color of text.
func inked(mask *image.Alpha) image.Image {
	ink := color.NRGBAModel.Convert(widgets.Color(theme.ColorNameForeground)).(color.NRGBA)
	img := image.NewNRGBA(mask.Rect)
	for i, a := range mask.Pix {
		img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2], img.Pix[4*i+3] = ink.R, ink.G, ink.B, a
	}
	return img
}

// atSize lays out pictures of samples at their size, at the left.
type atSize struct{}

func (atSize) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(380, sampleHeight))
		o.Move(fyne.NewPos(4, (size.Height-sampleHeight)/2))
	}
}

func (atSize) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, sampleHeight+4) }

func newSampleImage() *canvas.Image {
	img := canvas.NewImageFromImage(nil)
	img.FillMode, img.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	return img
}

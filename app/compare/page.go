package compare

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/thumbnails"
	"resumax/widgets"
)

// Page is the picture of a document's first page, so wide in Fyne's units, under
// what it is called. The picture comes when it is made.
func Page(side Side, width float32, pictures *thumbnails.Maker, scale float32) fyne.CanvasObject {
	p := NewPage(width)
	p.Show(side.Title)
	pictures.Picture("", int(width*scale+0.5), side.Document.Resume, p.SetPicture)
	return p.Object()
}

// Picture is a page that shows one picture after another.
type Picture struct {
	title   *widgets.Label
	picture *canvas.Image
	root    *fyne.Container
}

// NewPage makes an empty page, so wide in Fyne's units.
func NewPage(width float32) *Picture {
	p := &Picture{title: widgets.NewMuted(""), picture: canvas.NewImageFromImage(nil)}
	p.picture.FillMode, p.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	const edge = 3
	size := fyne.NewSize(width, width*297/210) // letter paper leaves a little room
	paper := widgets.NewBand(container.New(layout.NewGridWrapLayout(size), p.picture), widgets.ColorPaper)
	desk := widgets.NewBand(container.New(layout.NewCustomPaddedLayout(edge, edge, edge, edge), paper), widgets.ColorBackdrop)
	p.root = container.NewVBox(widgets.NewColumn(4, p.title, desk))
	return p
}

// Object is what to put into a dialog.
func (p *Picture) Object() fyne.CanvasObject { return p.root }

// Show says what the page is called, and shows an empty one until its picture is
// there.
func (p *Picture) Show(title string) {
	p.title.SetText(title)
	p.root.Refresh()
	p.SetPicture(nil)
}

// SetPicture shows a picture of the page.
func (p *Picture) SetPicture(img image.Image) {
	p.picture.Image = img
	p.picture.Refresh()
}

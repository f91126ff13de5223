package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// TileGrid is a layout that sets objects in rows of equal width, as many to a row as there is room for, and fills the
// row with them. It learns its width in Layout; MinSize is the height at the last width.
type TileGrid struct {
	// Least is the least width of an object, and Gap the space between two, in Fyne's units.
	Least, Gap float32

	width float32
}

// NewTileGrid returns a container of the objects in rows.
func NewTileGrid(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &TileGrid{Least: least, Gap: gap}, Objects: objects}
}

// Layout places the visible objects.
func (g *TileGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	g.place(objects)
}

// MinSize returns an object's least width and the height of all rows at the last width laid out.
func (g *TileGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(g.Least, g.place(objects))
}

// place sets the objects, those of a row equally high, and returns the height of all rows.
func (g *TileGrid) place(objects []fyne.CanvasObject) float32 {
	columns := max(1, int((g.width+g.Gap)/(g.Least+g.Gap)))
	each := max(g.Least, (g.width-g.Gap*float32(columns-1))/float32(columns))
	var shown []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	var y float32
	for row := range slices.Chunk(shown, columns) {
		var height float32
		for _, o := range row {
			height = max(height, fitHeight(o, each))
		}
		for i, o := range row {
			o.Resize(fyne.NewSize(each, height))
			o.Move(fyne.NewPos(float32(i)*(each+g.Gap), y))
		}
		y += height + g.Gap
	}
	return max(0, y-g.Gap)
}

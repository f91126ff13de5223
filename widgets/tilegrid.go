package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// TileGrid is a layout of objects of equal width in rows, as many per row as fit. MinSize is the height at the width of
// the last Layout.
type TileGrid struct {
	// MinWidth is the minimum width of an object at the usual size of text, and Gap the space between two, in Fyne's units.
	MinWidth, Gap float32

	width float32
}

// NewTileGrid returns a container of the objects in rows.
func NewTileGrid(minWidth, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &TileGrid{MinWidth: minWidth, Gap: gap}, Objects: objects}
}

// Layout places the visible objects.
func (g *TileGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	g.place(objects)
}

// MinSize returns an object's minimum width and the height of all rows at the last width laid out.
func (g *TileGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaled(g.MinWidth), g.place(objects))
}

// place lays out the objects, those of a row at equal heights, and returns the height of all rows.
func (g *TileGrid) place(objects []fyne.CanvasObject) float32 {
	least := scaled(g.MinWidth)
	columns := max(1, int((g.width+g.Gap)/(least+g.Gap)))
	each := max(least, (g.width-g.Gap*float32(columns-1))/float32(columns))
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

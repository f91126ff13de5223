package widgets

import "fyne.io/fyne/v2"

// Column is a layout that stacks objects from top to bottom at full width. Unlike Fyne's VBox it sets an object's
// width before it asks for its height, so wrapped text is right in the first frame.
type Column struct {
	// Gap is the space between two objects, in Fyne's units.
	Gap float32
}

// NewColumn returns a container of the objects in a column.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Column{Gap: gap}, Objects: objects}
}

// Layout places the visible objects.
func (c *Column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := fitHeight(o, size.Width)
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + c.Gap
	}
}

// MinSize returns the widest object's width and all heights with their gaps.
func (c *Column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	seen := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		min.Width = fyne.Max(min.Width, m.Width)
		min.Height += m.Height
		seen++
	}
	if seen > 1 {
		min.Height += c.Gap * float32(seen-1)
	}
	return min
}

package widgets

import "fyne.io/fyne/v2"

// Flow is a layout that places objects at their minimum size from left to right and wraps them into lines. MinSize is
// the height at the width of the last Layout.
type Flow struct {
	// Gap is the space between two objects and between two lines, in Fyne's units.
	Gap   float32
	width float32
}

// NewFlow returns a container of the objects in flowing lines.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &Flow{Gap: gap}, Objects: objects}
}

// Layout places the visible objects.
func (f *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.flow(objects, func(o fyne.CanvasObject, pos fyne.Position, s fyne.Size) {
		o.Resize(s)
		o.Move(pos)
	})
}

// MinSize returns the widest object's width and the height of all lines at the last width laid out.
func (f *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	height := f.flow(objects, func(o fyne.CanvasObject, _ fyne.Position, _ fyne.Size) {
		widest = fyne.Max(widest, o.MinSize().Width)
	})
	return fyne.NewSize(widest, height)
}

// flow visits the objects with their positions and returns the height of all lines.
func (f *Flow) flow(objects []fyne.CanvasObject, visit func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if f.width > 0 {
			s.Width = fyne.Min(s.Width, f.width)
		}
		if x > 0 && x+s.Width > f.width {
			x, y, line = 0, y+line+f.Gap, 0
		}
		visit(o, fyne.NewPos(x, y), s)
		x += s.Width + f.Gap
		line = fyne.Max(line, s.Height)
	}
	return y + line
}

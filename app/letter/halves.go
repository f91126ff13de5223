package letter

import "fyne.io/fyne/v2"

// halves lays out two objects side by side, each at its own height, and below each other
// where there is no room.
type halves struct {
	gap   float32
	width float32 // of the last layout
}

// least is the width below which a field is of no use.
const least = 150

func (l *halves) beside() bool { return l.width == 0 || l.width >= 2*least+l.gap }

// Layout implements fyne.Layout.
func (l *halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects)
}

// place places the objects and returns the height of both.
func (l *halves) place(objects []fyne.CanvasObject) float32 {
	width := l.width
	if l.beside() {
		width = (l.width - l.gap) / 2
	}
	var x, y, height float32
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, fyne.Max(1, o.Size().Height))) // a text's height depends on its width
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, y))
		if l.beside() {
			x += width + l.gap
			height = fyne.Max(height, h)
		} else {
			y += h + l.gap
			height = y - l.gap
		}
	}
	return height
}

// MinSize implements fyne.Layout: the height is that at the last width.
func (l *halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width = fyne.Max(size.Width, m.Width)
		if l.beside() {
			size.Height = fyne.Max(size.Height, m.Height)
		} else {
			size.Height += m.Height
		}
	}
	if !l.beside() {
		size.Height += l.gap
	}
	return size
}

package preview

import "fyne.io/fyne/v2"

// bar sets three groups of controls in a line: at the left, in the middle and at
// the right. Where there is too little room the middle one goes below.
type bar struct {
	gap   float32
	width float32
}

func (l *bar) fits(objects []fyne.CanvasObject, width float32) bool {
	var sum float32
	for _, o := range objects {
		sum += o.MinSize().Width + l.gap
	}
	return width >= sum
}

// Layout places the groups.
func (l *bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	left, middle, right := objects[0], objects[1], objects[2]
	row := max(left.MinSize().Height, right.MinSize().Height, middle.MinSize().Height)
	put := func(o fyne.CanvasObject, x, y float32) {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, y+(row-m.Height)/2))
	}
	put(left, 0, 0)
	put(right, size.Width-right.MinSize().Width, 0)
	m := middle.MinSize().Width
	if !l.fits(objects, size.Width) {
		put(middle, (size.Width-m)/2, row)
		return
	}
	from, to := left.MinSize().Width+l.gap, size.Width-right.MinSize().Width-l.gap-m
	put(middle, min(max((size.Width-m)/2, from), to), 0)
}

// MinSize is one line high, or two at a width that does not hold all groups.
func (l *bar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var row float32
	for _, o := range objects {
		row = max(row, o.MinSize().Height)
	}
	width := objects[0].MinSize().Width + objects[2].MinSize().Width
	if l.width > 0 && !l.fits(objects, l.width) {
		return fyne.NewSize(width, 2*row)
	}
	return fyne.NewSize(width, row)
}

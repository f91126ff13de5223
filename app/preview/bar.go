package preview

import "fyne.io/fyne/v2"

// bar sets three groups of controls in a line: at the left, in the middle and at
// the right. Where there is too little room the last one goes below the others. A
// note comes last, on a line of its own while it is shown.
type bar struct {
	gap     float32
	changed func() // called when the bar turned out to need another height than it was given

	width float32 // that it was set to last
	told  float32 // the height that it said to need
}

func (l *bar) fits(objects []fyne.CanvasObject, width float32) bool {
	var sum float32
	for _, o := range objects[:3] {
		sum += o.MinSize().Width + l.gap
	}
	return width >= sum
}

// row is how high a line of controls is.
func row(objects []fyne.CanvasObject) float32 {
	return max(objects[0].MinSize().Height, objects[1].MinSize().Height, objects[2].MinSize().Height)
}

// Layout places the groups.
func (l *bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	left, middle, right, note := objects[0], objects[1], objects[2], objects[3]
	row := row(objects)
	put := func(o fyne.CanvasObject, x, y float32) {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, y+(row-m.Height)/2))
	}
	end := row
	l1, m, r := left.MinSize().Width, middle.MinSize().Width, right.MinSize().Width
	put(left, 0, 0)
	if l.fits(objects, size.Width) {
		put(middle, min(max((size.Width-m)/2, l1+l.gap), size.Width-r-l.gap-m), 0)
		put(right, size.Width-r, 0)
	} else {
		put(middle, size.Width-m, 0)
		put(right, (size.Width-r)/2, row)
		end += row
	}
	note.Resize(fyne.NewSize(size.Width-2*l.gap, note.MinSize().Height))
	note.Move(fyne.NewPos(l.gap, end))
	if told := l.told; l.MinSize(objects).Height != told && l.changed != nil {
		l.changed()
	}
}

// MinSize is one line high, two at a width that does not hold all groups, and a
// note more.
func (l *bar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(max(objects[0].MinSize().Width+objects[1].MinSize().Width+l.gap, objects[2].MinSize().Width), row(objects))
	if l.width > 0 && !l.fits(objects, l.width) {
		size.Height *= 2
	}
	if note := objects[3]; note.Visible() {
		size.Height += note.MinSize().Height
	}
	l.told = size.Height
	return size
}

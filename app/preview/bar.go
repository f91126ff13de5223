package preview

import "fyne.io/fyne/v2"

// bar lays out groups of controls in one row: the first at the left, the second in
// the center and the third at the right. Where the row is too narrow, the fourth
// takes the place of the third. A note, while it is shown, has a row of its own
// below them.
type bar struct {
	gap     float32
	changed func() // called when the bar needs another height than it was given

	width  float32 // of the last layout
	height float32 // that MinSize returned last
}

// least is the width of a row of objects.
func (l *bar) least(objects ...fyne.CanvasObject) float32 {
	width := l.gap * float32(len(objects)-1)
	for _, o := range objects {
		width += o.MinSize().Width
	}
	return width
}

// Layout implements fyne.Layout.
func (l *bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	left, middle, right, folded, note := objects[0], objects[1], objects[2], objects[3], objects[4]
	fits := size.Width >= l.least(left, middle, right)
	if fits {
		right.Show()
		folded.Hide()
	} else {
		right.Hide()
		folded.Show()
		right = folded
	}
	row := l.row(objects)
	put := func(o fyne.CanvasObject, x float32) {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, (row-m.Height)/2))
	}
	m, r := middle.MinSize().Width, right.MinSize().Width
	put(left, 0)
	put(middle, min(max((size.Width-m)/2, left.MinSize().Width+l.gap), size.Width-r-l.gap-m))
	put(right, size.Width-r)
	note.Resize(fyne.NewSize(size.Width-2*l.gap, note.MinSize().Height))
	note.Move(fyne.NewPos(l.gap, row))
	if height := l.height; l.MinSize(objects).Height != height && l.changed != nil {
		l.changed()
	}
}

// row is the height of the row of controls.
func (l *bar) row(objects []fyne.CanvasObject) (height float32) {
	for _, o := range objects[:4] {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// MinSize is the height of the row, and of the note.
func (l *bar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(l.least(objects[0], objects[1], objects[3]), l.row(objects))
	if note := objects[4]; note.Visible() {
		size.Height += note.MinSize().Height
	}
	l.height = size.Height
	return size
}

package preview

import "fyne.io/fyne/v2"

// bar lays out three groups of controls in a row: at the left, in the center and at
// the right. In a narrow window the last group goes below the others. A note, while
// it is shown, has a row of its own below them.
type bar struct {
	gap     float32
	changed func() // called when the bar needs another height than it was given

	width  float32 // of the last layout
	height float32 // that MinSize returned last
}

func (l *bar) fits(objects []fyne.CanvasObject, width float32) bool {
	var sum float32
	for _, o := range objects[:3] {
		sum += o.MinSize().Width + l.gap
	}
	return width >= sum
}

// row is the height of a row of controls.
func row(objects []fyne.CanvasObject) float32 {
	return max(objects[0].MinSize().Height, objects[1].MinSize().Height, objects[2].MinSize().Height)
}

// Layout implements fyne.Layout.
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
	if height := l.height; l.MinSize(objects).Height != height && l.changed != nil {
		l.changed()
	}
}

// MinSize is the height of one row, two in a narrow window, and of the note.
func (l *bar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(max(objects[0].MinSize().Width+objects[1].MinSize().Width+l.gap, objects[2].MinSize().Width), row(objects))
	if l.width > 0 && !l.fits(objects, l.width) {
		size.Height *= 2
	}
	if note := objects[3]; note.Visible() {
		size.Height += note.MinSize().Height
	}
	l.height = size.Height
	return size
}

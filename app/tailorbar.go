package app

import (
	"fyne.io/fyne/v2"
)

// tailorBar lays out the choice of what is beside the posting, the section of the editor, buttons,
// and a menu with what they do. The buttons give way to the menu where there is too little room.
type tailorBar struct{}

const tailorGap = 4

// width is what objects that are shown take beside each other.
func (tailorBar) width(objects ...fyne.CanvasObject) float32 {
	var sum float32
	for _, o := range objects {
		if o.Visible() {
			if sum > 0 {
				sum += tailorGap
			}
			sum += o.MinSize().Width
		}
	}
	return sum
}

// parts are what stands left, the buttons, and the menu.
func (tailorBar) parts(objects []fyne.CanvasObject) (left, buttons []fyne.CanvasObject, menu fyne.CanvasObject) {
	n := len(objects)
	return objects[:2], objects[2 : n-1], objects[n-1]
}

// MinSize implements fyne.Layout: it is that with the menu.
func (t tailorBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, _, menu := t.parts(objects)
	size := fyne.NewSize(t.width(left...)+tailorGap+menu.MinSize().Width, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Layout implements fyne.Layout.
func (t tailorBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, buttons, menu := t.parts(objects)
	var all float32
	for _, o := range buttons {
		all += tailorGap + o.MinSize().Width
	}
	narrow := t.width(left...)+all > size.Width
	for _, o := range buttons {
		setVisible(o, !narrow)
	}
	setVisible(menu, narrow)
	var x float32
	for _, o := range left {
		if o.Visible() {
			t.place(o, x, size.Height)
			x += o.MinSize().Width + tailorGap
		}
	}
	x = size.Width
	for i := len(objects) - 1; i >= len(left); i-- {
		if o := objects[i]; o.Visible() {
			x -= o.MinSize().Width
			t.place(o, x, size.Height)
			x -= tailorGap
		}
	}
}

func (tailorBar) place(o fyne.CanvasObject, x, height float32) {
	s := o.MinSize()
	o.Resize(fyne.NewSize(s.Width, height))
	o.Move(fyne.NewPos(x, 0))
}

func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible == o.Visible():
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}

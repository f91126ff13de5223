package shell

import "fyne.io/fyne/v2"

// Fitted gives an object in a dialog a size, or less in a window that has no such room
// beside the margins. It follows the window's size while the dialog is open.
func (d *Dialogs) Fitted(o fyne.CanvasObject, most, margins fyne.Size) *fyne.Container {
	return d.fitted(o, func() fyne.Size { return most }, margins)
}

func (d *Dialogs) fitted(o fyne.CanvasObject, most func() fyne.Size, margins fyne.Size) *fyne.Container {
	return &fyne.Container{Objects: []fyne.CanvasObject{o}, Layout: &fitted{func() fyne.Size {
		return d.Size().Subtract(margins).Min(most())
	}}}
}

// fitted is a layout of one object, whose size is asked for at every layout.
type fitted struct{ size func() fyne.Size }

func (l *fitted) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l *fitted) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(l.size())
}

package widgets

import "fyne.io/fyne/v2"

// LabelOf is a label that stands beside a control: a press on it is one on the control, as the label is the larger target.
type LabelOf struct {
	Label
	of fyne.CanvasObject
}

var _ fyne.Tappable = (*LabelOf)(nil)

// NewLabelOf returns the label of a control; for what can't be pressed it is a label.
func NewLabelOf(text string, control fyne.CanvasObject) *LabelOf {
	l := &LabelOf{Label: *NewLabel(text), of: control}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped is called by Fyne.
func (l *LabelOf) Tapped(ev *fyne.PointEvent) {
	if o, ok := pressedFor(l.of).(fyne.Tappable); ok {
		o.Tapped(ev)
	}
}

// pressedFor is what a press is for: the object, or the only one in a container.
func pressedFor(o fyne.CanvasObject) fyne.CanvasObject {
	if c, ok := o.(*fyne.Container); ok && len(c.Objects) == 1 {
		return pressedFor(c.Objects[0])
	}
	return o
}

package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// tooltipDelay is how long the pointer rests before a tooltip is shown.
const tooltipDelay = 600 * time.Millisecond

// tooltipShown is how long it is shown: enough to read it twice.
const tooltipShown = 5 * time.Second

// tooltip shows a short text below an object when the pointer has rested on it.
type tooltip struct {
	owner  fyne.CanvasObject
	cancel func() // ends the wait or the show; nil while there is neither
	stage  *Stage
	shown  *bubble
}

// start shows the text after the delay unless stop is called before.
func (t *tooltip) start(text string) {
	t.stop()
	stage := stageOf(t.owner)
	if text == "" || stage == nil {
		return
	}
	t.stage = stage
	t.cancel = stage.Later(tooltipDelay, func() { t.show(text) })
}

func (t *tooltip) stop() {
	if t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
	if t.shown != nil {
		t.stage.drop(t.shown)
		t.shown = nil
	}
}

func (t *tooltip) show(text string) {
	b := newBubble(text, theme.SizeNameCaptionText, fyne.NewSize(8, 4))
	t.shown = b
	t.cancel = t.stage.Later(tooltipShown, t.stop) // the pointer may rest while what is below it scrolls away
	t.stage.float(b, func(size fyne.Size) {
		d := fyne.CurrentApp().Driver()
		at := d.AbsolutePositionForObject(t.owner).Subtract(d.AbsolutePositionForObject(t.stage))
		own, min := t.owner.Size(), b.MinSize()
		x := fyne.Max(4, fyne.Min(at.X+(own.Width-min.Width)/2, size.Width-min.Width-4))
		y := at.Y + own.Height + 4
		if y+min.Height > size.Height-4 {
			y = at.Y - min.Height - 4
		}
		b.Resize(min)
		b.Move(fyne.NewPos(x, y))
	})
}

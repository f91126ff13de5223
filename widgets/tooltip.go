package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// tooltipDelay is how long the pointer rests before a tooltip is shown.
const tooltipDelay = 600 * time.Millisecond

// tooltipShown is how long it is shown: enough to read it twice.
const tooltipShown = 5 * time.Second

// tooltipLook is how often a tooltip looks whether its owner is still where it was.
const tooltipLook = 100 * time.Millisecond

// tooltip shows a short text beside an object when the pointer has rested on it, until the object moves or a key is
// pressed.
type tooltip struct {
	owner  fyne.CanvasObject
	cancel func() // ends the wait or the show; nil while there is neither
	look   func() // ends the look at the owner
	stage  *Stage
	shown  *bubble
}

// pointed is the tooltip of the object below the pointer, nil for none.
var pointed *tooltip

// HideTooltip hides the tooltip of the object below the pointer, as for a key.
func HideTooltip() {
	if pointed != nil {
		pointed.stop()
	}
}

// start shows the text after the delay unless stop is called before.
func (t *tooltip) start(text string) {
	HideTooltip()
	t.stop()
	stage := stageOf(t.owner)
	if text == "" || stage == nil {
		return
	}
	pointed, t.stage = t, stage
	t.cancel = stage.Later(tooltipDelay, func() { t.show(text) })
}

func (t *tooltip) stop() {
	for _, end := range []*func(){&t.cancel, &t.look} {
		if *end != nil {
			(*end)()
			*end = nil
		}
	}
	if t.shown != nil {
		t.stage.drop(t.shown)
		t.shown = nil
	}
	if pointed == t {
		pointed = nil
	}
}

func (t *tooltip) show(text string) {
	b := newBubble(text, theme.SizeNameCaptionText, fyne.NewSize(8, 4))
	t.shown = b
	t.cancel = t.stage.Later(tooltipShown, t.stop)
	at := t.place()
	t.watch(at)
	t.stage.float(b, func(size fyne.Size) {
		b.fit(min(size.Width-2*toastMargin, toastWidest))
		b.Resize(b.MinSize())
		b.Move(clearest(t.stage, box{at, t.owner.Size()}, b.Size(), size))
	})
}

// place is where the owner is on the stage.
func (t *tooltip) place() fyne.Position {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(t.owner).Subtract(d.AbsolutePositionForObject(t.stage))
}

// watch hides the tooltip when its owner is no longer at a place, as after the wheel.
func (t *tooltip) watch(at fyne.Position) {
	t.look = t.stage.Later(tooltipLook, func() {
		if t.place() != at {
			t.stop()
			return
		}
		t.watch(at)
	})
}

// box is a rectangle on a stage.
type box struct {
	at   fyne.Position
	size fyne.Size
}

// overlap is the area that two boxes share.
func (b box) overlap(o box) float32 {
	w := min(b.at.X+b.size.Width, o.at.X+o.size.Width) - max(b.at.X, o.at.X)
	h := min(b.at.Y+b.size.Height, o.at.Y+o.size.Height) - max(b.at.Y, o.at.Y)
	return max(0, w) * max(0, h)
}

// clearest is the place beside an object where a tooltip covers the least of what else is shown: below, above, at the
// right or at the left.
func clearest(s *Stage, owner box, tip, stage fyne.Size) fyne.Position {
	const gap, edge = 4, 4
	x := owner.at.X + (owner.size.Width-tip.Width)/2
	y := owner.at.Y + (owner.size.Height-tip.Height)/2
	places := []fyne.Position{
		{X: x, Y: owner.at.Y + owner.size.Height + gap}, {X: x, Y: owner.at.Y - tip.Height - gap},
		{X: owner.at.X + owner.size.Width + gap, Y: y}, {X: owner.at.X - tip.Width - gap, Y: y},
	}
	shown := shownOn(s.content, box{size: stage}, fyne.Position{}, nil)
	best, least := places[0], float32(-1)
	for _, at := range places {
		at.X = max(edge, min(at.X, stage.Width-tip.Width-edge))
		at.Y = max(edge, min(at.Y, stage.Height-tip.Height-edge))
		place := box{at, tip}
		covered := 4 * place.overlap(owner)
		for _, b := range shown {
			covered += place.overlap(b)
		}
		if least < 0 || covered < least {
			best, least = at, covered
		}
	}
	return best
}

// shownOn appends the boxes of texts and controls within an object, as far as they are seen through the scrolls around.
func shownOn(o fyne.CanvasObject, clip box, from fyne.Position, boxes []box) []box {
	if o == nil || !o.Visible() {
		return boxes
	}
	b := box{from.Add(o.Position()), o.Size()}
	if b.overlap(clip) == 0 {
		return boxes
	}
	if s, ok := o.(*container.Scroll); ok {
		return shownOn(s.Content, b, b.at, boxes)
	}
	inner := children(o)
	switch o.(type) {
	case *canvas.Text:
	case *fyne.Container, Parent:
		for _, child := range inner {
			boxes = shownOn(child, clip, b.at, boxes)
		}
		return boxes
	case fyne.Widget:
		for _, child := range inner {
			boxes = shownOn(child, clip, b.at, boxes)
		}
		if inner != nil {
			return boxes
		}
	default:
		return boxes // a picture, a line
	}
	return append(boxes, b)
}

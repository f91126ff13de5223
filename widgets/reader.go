package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Reader is a focusable scroll: the arrow keys, Page Up, Page Down, Home and End
// scroll it while it has the focus.
type Reader struct {
	widget.BaseWidget

	scroll  *container.Scroll
	edge    *canvas.Rectangle
	focused bool
}

var _ fyne.Focusable = (*Reader)(nil)

// NewReader returns a scroll of the content.
func NewReader(content fyne.CanvasObject) *Reader {
	r := &Reader{scroll: container.NewVScroll(content), edge: canvas.NewRectangle(transparent)}
	r.edge.CornerRadius = innerRadius
	r.ExtendBaseWidget(r)
	return r
}

// Children returns the scroll, for [ScrollOf].
func (r *Reader) Children() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll} }

// SetContent replaces the content and scrolls to its top.
func (r *Reader) SetContent(content fyne.CanvasObject) {
	r.scroll.Content = content
	r.scroll.ScrollToTop()
	r.scroll.Refresh()
}

// Offset is the scroll offset.
func (r *Reader) Offset() float32 { return r.scroll.Offset.Y }

// FocusGained is called by Fyne.
func (r *Reader) FocusGained() {
	r.focused = true
	r.Refresh()
}

// FocusLost is called by Fyne.
func (r *Reader) FocusLost() {
	r.focused = false
	r.Refresh()
}

// TypedRune is called by Fyne.
func (r *Reader) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (r *Reader) TypedKey(ev *fyne.KeyEvent) {
	const line = 36
	height := r.scroll.Size().Height
	var by float32
	switch ev.Name {
	case fyne.KeyUp:
		by = -line
	case fyne.KeyDown:
		by = line
	case fyne.KeyPageUp:
		by = line - height
	case fyne.KeyPageDown:
		by = height - line
	case fyne.KeyHome:
		by = -r.scroll.Offset.Y
	case fyne.KeyEnd:
		by = r.scroll.Content.Size().Height
	default:
		passKey(r, ev)
		return
	}
	most := max(0, r.scroll.Content.MinSize().Height-height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(most, r.scroll.Offset.Y+by))))
}

// CreateRenderer is called by Fyne.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		r.edge.StrokeWidth, r.edge.StrokeColor = 0, transparent
		if r.focused {
			r.edge.StrokeWidth, r.edge.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
		}
		r.edge.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{r.edge, r.scroll},
		min:     r.scroll.MinSize,
		layout: func(size fyne.Size) {
			r.edge.Resize(size)
			r.scroll.Resize(size)
		},
		refresh: paint,
	}
}

// passKey hands a key that a focused object has no use for to what answers keys
// where nothing has the focus: a dialog's Enter and Escape, a screen's.
func passKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := CanvasOf(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

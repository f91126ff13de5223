package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Focusables returns what Tab goes through on a canvas, in its order: that of the topmost overlay, or of the content.
// What a widget holds belongs to it only if the widget is a [Parent].
func Focusables(c fyne.Canvas) []fyne.Focusable { return focusables(topmost(c)) }

// topmost returns the object on the canvas that has the keyboard: an overlay of this package or the content; nil if it is
// an overlay of Fyne's.
func topmost(c fyne.Canvas) fyne.CanvasObject {
	top := c.Overlays().Top()
	if top == nil {
		return c.Content()
	}
	for _, m := range openModals {
		if m.canvas == c && m.overlay == top {
			return m.popup
		}
	}
	if o, ok := top.(*overlay); ok {
		return o
	}
	return nil
}

func focusables(root fyne.CanvasObject) (list []fyne.Focusable) {
	walkVisible(root, func(o fyne.CanvasObject) {
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return
		}
		if f, ok := o.(fyne.Focusable); ok {
			list = append(list, f)
		}
	})
	return list
}

func walkVisible(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	for _, child := range children(o) {
		walkVisible(child, visit)
	}
}

// Shows reports whether an object is visible in another one.
func Shows(root, o fyne.CanvasObject) (found bool) {
	walkVisible(root, func(at fyne.CanvasObject) { found = found || at == o })
	return found
}

// keeping says that a call of KeepFocus is at work, which is for what f calls too. It belongs to the UI goroutine.
var keeping bool

// KeepFocus calls f, which may remove what has the focus; Fyne would leave the focus there, and what is typed next would
// be lost. The focus then goes to what has taken the place of the removed object, or to its neighbor.
func KeepFocus(c fyne.Canvas, f func()) {
	if c == nil || keeping {
		f()
		return
	}
	keeping = true
	defer func() { keeping = false }()
	content, above := focusables(c.Content()), Focusables(c)
	f()
	focused := c.Focused()
	root := topmost(c)
	if focused == nil || root == nil || Shows(root, focused.(fyne.CanvasObject)) {
		return
	}
	before := content
	if !slices.Contains(before, focused) {
		before = above
	}
	if next := successor(before, focusables(root), focused); next != nil {
		c.Focus(next)
		return
	}
	c.Unfocus()
}

// keepFocus is [KeepFocus] on the object's canvas.
func keepFocus(o fyne.CanvasObject, f func()) { KeepFocus(CanvasOf(o), f) }

// CanvasOf returns the canvas that shows an object, nil if none does. Fyne's driver does not know that of an object that
// was not drawn yet, such as a screen that has just been opened.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(o); c != nil {
		return c
	}
	for _, w := range d.AllWindows() {
		if c := w.Canvas(); Shows(c.Content(), o) || Shows(topmost(c), o) {
			return c
		}
	}
	return nil
}

// successor returns what has the place of an object that is gone, in a list of which old is the earlier state: as far
// behind the last object before it that stayed, but not behind the next one that stayed. It returns nil if nothing
// tells the place.
func successor(old, now []fyne.Focusable, gone fyne.Focusable) fyne.Focusable {
	at := slices.Index(old, gone)
	if at < 0 || len(now) == 0 {
		return nil
	}
	before, distance := -1, at+1
	for i := at - 1; i >= 0; i-- {
		if n := slices.Index(now, old[i]); n >= 0 {
			before, distance = n, at-i
			break
		}
	}
	next := len(now)
	for _, f := range old[at+1:] {
		if n := slices.Index(now, f); n > before {
			next = n
			break
		}
	}
	if before+1 < next { // there are new objects between them
		return now[min(before+distance, next-1)]
	}
	return now[min(next, len(now)-1)]
}

// lastField is the field that got the focus last, in any window. It belongs to the UI goroutine.
var lastField *TextField

// Refocus gives the focus back to the field that had it last, if nothing has it: a click on the menu bar takes it away, even
// from the field that the menu's commands are for. The selection is still there.
func Refocus(c fyne.Canvas) {
	if c.Focused() == nil && lastField != nil && Shows(topmost(c), lastField) {
		c.Focus(lastField)
	}
}

// ring is the mark of the focused control, for Fyne's own widgets: the same as on the others.
type ring struct {
	fyne.WidgetRenderer
	edge    *canvas.Rectangle
	rest    fyne.ThemeColorName // of the edge without the focus, "" for none
	focused func() bool
}

func newRing(r fyne.WidgetRenderer, focused func() bool) *ring {
	g := &ring{WidgetRenderer: r, edge: canvas.NewRectangle(transparent), focused: focused}
	g.edge.CornerRadius = innerRadius
	g.paint()
	return g
}

func (g *ring) paint() {
	g.edge.StrokeWidth, g.edge.StrokeColor = 0, transparent
	if g.rest != "" {
		g.edge.StrokeWidth, g.edge.StrokeColor = theme.InputBorderSize(), Color(g.rest)
	}
	if g.focused() {
		g.edge.StrokeWidth, g.edge.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
	}
	g.edge.Refresh()
}

// Objects is called by Fyne.
func (g *ring) Objects() []fyne.CanvasObject {
	own := g.WidgetRenderer.Objects()
	return append(own[:len(own):len(own)], g.edge)
}

// Layout is called by Fyne.
func (g *ring) Layout(size fyne.Size) {
	g.WidgetRenderer.Layout(size)
	g.edge.Resize(size)
}

// Refresh is called by Fyne.
func (g *ring) Refresh() {
	g.WidgetRenderer.Refresh()
	g.paint()
}

// focusWidth is the width of the line around what has the focus, in Fyne's units.
const focusWidth = 1.5

// FocusFirst focuses the first control in an object and reports whether there is one.
func FocusFirst(o fyne.CanvasObject) bool {
	list := focusables(o)
	c := CanvasOf(o)
	if len(list) == 0 || c == nil {
		return false
	}
	c.Focus(list[0])
	return true
}

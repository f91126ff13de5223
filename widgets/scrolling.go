package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Parent is a widget that contains its owner's objects.
type Parent interface {
	// Children returns those objects.
	Children() []fyne.CanvasObject
}

// ScrollOf returns the innermost scroll that the object lies in, or nil when there is none, when the object is on
// no canvas, or when a widget between them hides what it holds (see [Parent]).
func ScrollOf(o fyne.CanvasObject) *container.Scroll {
	c := CanvasOf(o)
	if c == nil {
		return nil
	}
	roots := append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
	for _, m := range openModals {
		if m.canvas == c {
			roots = append(roots, m.popup)
		}
	}
	for _, root := range roots {
		if s, ok := scrollAround(root, o, nil); ok {
			return s
		}
	}
	return nil
}

func scrollAround(at, target fyne.CanvasObject, inside *container.Scroll) (*container.Scroll, bool) {
	if at == nil {
		return nil, false
	}
	if at == target {
		return inside, true
	}
	if s, ok := at.(*container.Scroll); ok {
		return scrollAround(s.Content, target, s)
	}
	for _, child := range children(at) {
		if s, ok := scrollAround(child, target, inside); ok {
			return s, true
		}
	}
	return nil, false
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case Parent:
		return o.Children()
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *container.AppTabs:
		return tabContents(o.Items)
	case *container.DocTabs:
		return tabContents(o.Items)
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case *widget.Card:
		return []fyne.CanvasObject{o.Content}
	case *widget.Accordion:
		var details []fyne.CanvasObject
		for _, item := range o.Items {
			details = append(details, item.Detail)
		}
		return details
	}
	return nil
}

func tabContents(items []*container.TabItem) []fyne.CanvasObject {
	var contents []fyne.CanvasObject
	for _, item := range items {
		contents = append(contents, item.Content)
	}
	return contents
}

// revealMargin is the space kept between a revealed object and the scroll's edge.
const revealMargin = 24

// Reveal scrolls as little as possible to show all of the object, or its top if it is taller than the scroll.
func Reveal(o fyne.CanvasObject) {
	if s := ScrollOf(o); s != nil {
		revealIn(s, o)
	}
}

func revealIn(s *container.Scroll, o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.Content).Y
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, nearestOffset(s.Offset.Y, s.Size().Height, top, o.Size().Height)))
}

// RevealAmid shows a part of a scroll's content, which need not have been painted yet. What is far from the view is put
// where there is something above and below it.
func RevealAmid(s *container.Scroll, top, height float32) {
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, amidOffset(s.Offset.Y, s.Size().Height, top, height)))
}

// amidOffset is nearestOffset for a span near the view; one that is far from it gets a third of the view above it.
func amidOffset(offset, view, top, height float32) float32 {
	near := view / 4
	if top < offset-near || top+height > offset+view+near {
		return fyne.Max(0, top-view/3)
	}
	return nearestOffset(offset, view, top, height)
}

// nearestOffset returns the offset closest to the present one at which the span from top lies in the view.
func nearestOffset(offset, view, top, height float32) float32 {
	margin := fyne.Min(revealMargin, fyne.Max(0, (view-height)/2))
	lowest, highest := top+height+margin-view, top-margin
	if height > view || offset > highest {
		return fyne.Max(0, highest)
	}
	return fyne.Max(offset, lowest)
}

// wheelArea covers a text field, whose scroll consumes wheel events even if it has nothing to scroll, and passes them to
// the scroll around the field.
type wheelArea struct {
	widget.BaseWidget
	field fyne.CanvasObject
}

func newWheelArea(field fyne.CanvasObject) *wheelArea {
	w := &wheelArea{field: field}
	w.ExtendBaseWidget(w)
	return w
}

func (w *wheelArea) Scrolled(ev *fyne.ScrollEvent) {
	if s := ScrollOf(w.field); s != nil {
		s.Scrolled(ev)
	}
}

func (w *wheelArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

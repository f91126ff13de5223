package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/widgets"
)

// In every language, in a small window, all that can be pressed has the room that it needs, and lies over nothing else.
func TestEveryLanguageHasRoom(t *testing.T) {
	for _, l := range tr.Languages() {
		if err := tr.Use(l.ID); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = tr.Use("en") })
		w, _ := newTestWindow(t, 1024, 700)
		w.setTheme(widgets.Light)
		w.project.Open(sampleFile(t))
		for _, mode := range []shell.Screen{w.screens.write, w.screens.design, w.tailor.mode, w.prepare.mode, w.screens.applications, w.screens.letter} {
			w.show(mode)
			w.shell.Window.Resize(fyne.NewSize(1024, 700))
			checkRoom(t, l.ID+", "+mode.(*shell.ModeView).Text, w.canvas().Content())
		}
		w.show(w.screens.write)
		w.shell.Window.Resize(fyne.NewSize(1440, 900)) // no column is folded
		checkRoom(t, l.ID+", wide", w.canvas().Content())
	}
}

// pressed is a control with its place in the window, and the part of it that is seen.
type pressed struct {
	name       string
	all, shown rectangle
}

type rectangle struct{ left, top, right, bottom float32 }

func (r rectangle) and(o rectangle) rectangle {
	return rectangle{max(r.left, o.left), max(r.top, o.top), min(r.right, o.right), min(r.bottom, o.bottom)}
}

// is reports whether a rectangle is larger than what rounding makes.
func (r rectangle) is() bool { return r.right-r.left > 2 && r.bottom-r.top > 2 }

// checkRoom reports controls that are cut off at their right, or that overlap.
func checkRoom(t *testing.T, named string, content fyne.CanvasObject) {
	t.Helper()
	var all []pressed
	var walk func(o fyne.CanvasObject, at fyne.Position, within, parent rectangle)
	walk = func(o fyne.CanvasObject, at fyne.Position, within, parent rectangle) {
		if !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		place := rectangle{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
		switch o := o.(type) {
		case *widgets.Button, *widgets.Segments, *widgets.Dropdown, *widgets.Check, *widgets.Select, *widgets.IconButton:
			switch o.(type) {
			case *widgets.Dropdown, *widgets.Select: // which shorten what they say
			default:
				place.right = max(place.right, at.X+o.MinSize().Width)
			}
			if shown := place.and(within); shown.is() {
				all = append(all, pressed{nameOfControl(o), place, shown})
				if over := place.right - min(within.right, parent.right); over > 2 {
					t.Errorf("%s: %s is %.0f units wider than its place", named, nameOfControl(o), over)
				}
			}
		case *container.Scroll:
			walk(o.Content, at, within.and(place), place)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child, at, within, place)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child, at, within, place)
			}
		}
	}
	window := rectangle{0, 0, content.Size().Width, content.Size().Height}
	walk(content, fyne.Position{}, window, window)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.shown.and(b.shown).is() {
				t.Errorf("%s: %s lies over %s", named, a.name, b.name)
			}
		}
	}
	if len(all) < 5 {
		t.Errorf("%s: only %d controls", named, len(all))
	}
}

func nameOfControl(o fyne.CanvasObject) string {
	if l, ok := o.(interface{ AccessibilityLabel() string }); ok && l.AccessibilityLabel() != "" {
		return fmt.Sprintf("“%s”", l.AccessibilityLabel())
	}
	if b, ok := o.(*widgets.Button); ok {
		return fmt.Sprintf("“%s”", b.Text)
	}
	return fmt.Sprintf("%T", o)
}

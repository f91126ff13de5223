package app

import (
	"encoding/json"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/assets"
	"resumax/resume"
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
		w.session.Edit("", "", resume.TextEdit(resume.LanguageSetting, l.ID)) // with its headings
		for _, mode := range []shell.Screen{w.screens.write, w.screens.design, w.tailor.mode, w.prepare.mode, w.screens.applications, w.screens.letter} {
			w.show(mode)
			w.shell.Window.Resize(fyne.NewSize(1024, 700))
			checkRoom(t, l.ID+", "+mode.(*shell.ModeView).Text, w.canvas().Content())
		}
		w.setTextSize(120)
		w.show(w.screens.design)
		w.shell.Window.Resize(fyne.NewSize(1024, 700))
		checkRoom(t, l.ID+", Design, text at 120 %", w.canvas().Content())
		w.show(w.screens.write)
		for _, percent := range []int{100, 150} {
			w.setTextSize(percent)
			w.shell.Window.Resize(fyne.NewSize(1440, 900)) // no column is folded
			checkRoom(t, fmt.Sprintf("%s, wide, text at %d %%", l.ID, percent), w.canvas().Content())
		}
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
			if c, ok := o.(widgets.Cutting); ok && c.Cut() != "" && place.and(within).is() {
				checkCut(t, named, c.Cut())
			}
			if shown := place.and(within); shown.is() {
				all = append(all, pressed{nameOfControl(o), place, shown})
				if over := place.right - min(within.right, parent.right); over > 2 {
					t.Errorf("%s: %s is %.0f units wider than its place", named, nameOfControl(o), over)
				}
			}
		case widgets.Cutting:
			if text := o.Cut(); text != "" && place.and(within).is() {
				checkCut(t, named, text)
			}
			if w, ok := o.(fyne.Widget); ok {
				for _, child := range test.WidgetRenderer(w).Objects() {
					walk(child, at, within, place)
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

// checkCut reports a text of the interface that is cut off; what the user wrote may be.
func checkCut(t *testing.T, named, text string) {
	t.Helper()
	if saidByWindow(t)[text] {
		t.Errorf("%s: “%s” is cut off", named, text)
	}
}

// saidByWindow are all texts of the interface in its language, and the headings of resumes in it.
func saidByWindow(t *testing.T) map[string]bool {
	all := map[string]bool{}
	data, err := assets.Translations.ReadFile("translations/" + tr.Current() + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]any
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if s, ok := text.(string); ok {
			all[s] = true
		}
	}
	for _, key := range []string{"summary", "work", "projects", "skills", "education", "certificates", "publications", "awards", "volunteer", "languages", "interests", "references"} {
		all[resume.WordingIn(tr.Current()).Title(key)] = true
	}
	return all
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

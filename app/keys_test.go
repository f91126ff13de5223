package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"resumax/resume"
	"resumax/widgets"
)

// tabOrder presses Tab once around the window, and checks that it goes down each
// column, within a row to the right, and from column to column.
func tabOrder(t *testing.T, w *window, screen string) []fyne.Focusable {
	t.Helper()
	c, d := w.canvas(), fyne.CurrentApp().Driver()
	w.shell.Window.Resize(fyne.NewSize(1441, 900))
	w.shell.Window.Resize(fyne.NewSize(1440, 900))
	list := widgets.Focusables(c)
	if len(list) == 0 {
		t.Fatalf("%s: nothing can be reached", screen)
	}
	c.Focus(list[len(list)-1])
	for i, f := range list {
		c.FocusNext()
		if c.Focused() != f {
			t.Fatalf("%s: after %d times Tab the focus is on %T %q, want %T %q", screen, i+1, c.Focused(), nameOf(c.Focused()), f, nameOf(f))
		}
	}
	for i, f := range list[1:] {
		before := list[i].(fyne.CanvasObject)
		o := f.(fyne.CanvasObject)
		from, to := d.AbsolutePositionForObject(before), d.AbsolutePositionForObject(o)
		above := to.Y+o.Size().Height <= from.Y
		left := to.X+o.Size().Width <= from.X
		beside := !above && to.Y < from.Y+before.Size().Height
		if widgets.ScrollOf(o) != nil && widgets.ScrollOf(before) == nil {
			continue // what is scrolled away begins above
		}
		if above && to.X < from.X+before.Size().Width || left && beside {
			t.Errorf("%s: Tab goes from %T %q at %v back to %T %q at %v", screen, before, nameOf(before), from, o, nameOf(o), to)
		}
	}
	return list
}

func nameOf(o any) string {
	switch o := o.(type) {
	case interface{ AccessibilityLabel() string }:
		return o.AccessibilityLabel()
	case *widgets.TextField:
		return o.PlaceHolder + " " + o.Text
	}
	return ""
}

func TestTabFollowsReadingOrder(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.show(w.screens.start)
	tabOrder(t, w, "start")
	w.project.Open(sampleFile(t))
	for _, section := range []string{resume.ContactKey, "work", "skills", "education"} {
		w.panes.editor.Show(section)
		tabOrder(t, w, section)
	}
	w.panes.sidebar.ShowGuide()
	tabOrder(t, w, "guide")
	w.show(w.screens.design)
	tabOrder(t, w, "design")
}

// Typing goes on after a click beside everything, and after a mode or a dialog was
// left.
func TestTypingIsNotLost(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	c := w.canvas()
	w.show(w.screens.start)
	c.Unfocus() // as a click beside everything does
	typeText(c, "nur")
	if got := w.panes.gallery.Search().Text; got != "nur" {
		t.Errorf("the search has %q", got)
	}
	w.newBlank("")
	c.Unfocus()
	typeText(c, "Ada")
	if got := w.session.Now().Resume.Basics.Name; got != "Ada" {
		t.Errorf("the name is %q", got)
	}
	w.shell.Commands.Run("design")
	w.shell.Commands.Run("write")
	typeText(c, "!")
	if got := w.session.Now().Resume.Basics.Name; got != "Ada!" {
		t.Errorf("after Design the name is %q", got)
	}
	w.shell.Commands.Run("keys")
	c.FocusNext()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !w.shell.Free() {
		t.Fatal("Escape after Tab does not close the sheet")
	}
	typeText(c, "?")
	if got := w.session.Now().Resume.Basics.Name; got != "Ada!?" {
		t.Errorf("after a dialog the name is %q", got)
	}
}

// typeText types as a window does: into what has the focus, else into the window.
func typeText(c fyne.Canvas, text string) {
	for _, r := range text {
		if f := c.Focused(); f != nil {
			f.TypedRune(r)
		} else {
			c.OnTypedRune()(r)
		}
	}
}

// A click on the menu bar takes the focus from the field that a command is for.
func TestFormattingByMouse(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	w.session.Reveal("/basics/summary")
	w.canvas().Focused().(*widgets.TextField).SelectRange(0, 7)
	w.canvas().Unfocus() // as a click on the menu bar does
	w.shell.Commands.Run("bold")
	if got := w.session.Now().Document.TextAt("/basics/summary"); !strings.HasPrefix(got, "**Backend** ") {
		t.Errorf("%q", got)
	}
}

// Escape after Tab keeps the project open; Enter presses the button with the focus.
func TestSaveGuardByKeys(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.newBlank("")
	w.session.Type("/basics/name", "Ada")
	c := w.canvas()
	for range 4 {
		w.close()
		if w.shell.Free() {
			t.Fatal("nothing was asked")
		}
		c.FocusNext()
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if !w.shell.Free() || !w.editing() {
			t.Fatal("Escape after Tab does not cancel")
		}
	}
	w.close()
	for range widgets.Focusables(c) {
		c.FocusNext()
		if b, ok := c.Focused().(*widgets.Button); ok && b.Text == "Don't save" {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			break
		}
	}
	if w.editing() || c.Focused() != fyne.Focusable(w.panes.gallery.Search()) {
		t.Errorf("editing: %v; the focus is on %T", w.editing(), c.Focused())
	}
}

// The focus of what a press removes goes on in the same pane.
func TestPanesKeepTheFocus(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	c := w.canvas()
	inside := func(after string) {
		t.Helper()
		if f := c.Focused(); f == nil || !slices.Contains(widgets.Focusables(c), f) {
			t.Errorf("after %s the focus is on %T %q", after, f, nameOf(f))
		}
	}
	w.show(w.screens.design)
	inside("entering Design")
	for range 60 { // every control but those that ask for more
		f := c.Focused()
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		for !w.shell.Free() {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		inside(nameOf(f))
		c.FocusNext()
	}
	w.shell.Commands.Run("undo")
	inside("undo")
}

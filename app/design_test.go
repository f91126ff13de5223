package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"resumax/app/shell"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

func TestDesigner(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	shown := func(want shell.Screen, when string) {
		t.Helper()
		if w.shell.Screens.Top() != want {
			t.Errorf("%s shows %q", when, w.shell.Screens.Top().(shell.Mode).Label())
		}
	}
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyF8})
	shown(w.screens.design, "F8")
	if !state(t, w, "design").Checked || state(t, w, "write").Checked {
		t.Error("the menu does not say so")
	}
	w.session.Reveal("/work/0/name")
	shown(w.screens.write, "a field of the text")
	if w.panes.editor.Section() != "work" {
		t.Error("the field's section is not shown")
	}
	at := resume.SettingAddress("classic", "rule.thickness")
	w.session.Adjust("Line thickness", at, func(d resume.Document) (resume.Document, error) { return d.Set(at, resume.Literal("2")) })
	w.session.Undo()
	shown(w.screens.design, "undoing a setting")
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	shown(w.screens.write, "Escape")
}

func TestSaveDesign(t *testing.T) {
	w, _ := newTestWindowIn(t, 1360, 820, homeful(t))
	w.project.Open(sampleFile(t))
	w.show(w.screens.design)
	var id string
	d, _ := design.Find("modern")
	w.keepDesign(d.Named("mine", "Mine"), false, func(done string) { id = done })
	if _, ok := w.library.Designs().Find("mine"); !ok || id != "mine" {
		t.Fatalf("saved as %q", id)
	}
	id = ""
	w.keepDesign(d.Named("mine", "Mine too"), false, func(done string) { id = done })
	if id != "" {
		t.Fatal("replaced without a question")
	}
	press(t, w, "Replace")
	if d, _ := w.library.Designs().Find("mine"); id != "mine" || d.Name != "Mine too" {
		t.Error("not replaced")
	}
	if err := os.WriteFile(filepath.Join(w.home.DesignFolder(), "broken.toml"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.show(w.screens.write)
	w.show(w.screens.design)
	if len(w.library.DesignFaults()) != 1 {
		t.Error("a broken design is not found")
	}
	w.keepDesign(d.Named("classic", "Classic"), false, func(string) { t.Error("a design that ships is replaced") })
	press(t, w, "OK")
}

func TestDesignPicture(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.setTheme(widgets.Light)
	w.project.Open(sampleFile(t))
	at := resume.SettingAddress("classic", "scale.text")
	w.session.Adjust("Size", at, func(d resume.Document) (resume.Document, error) { return d.Set(at, resume.Literal("1.05")) })
	w.show(w.screens.design)
	checkGolden(t, w.shell.Window, "design-light")
}

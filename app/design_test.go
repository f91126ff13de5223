package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"resumax/render/design"
	"resumax/resume"
	"resumax/storage/userdata"
	"resumax/widgets"
)

func TestDesigner(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	w.functionKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if !w.designer.Object().Visible() || w.editor.Object().Visible() || w.rail.design.Selected() != designID || w.rail.list.Selected() != "" {
		t.Fatal("F8 does not lead to the design")
	}
	if !w.menus.design.Checked {
		t.Error("the menu does not say so")
	}
	w.session.Reveal("/work/0/name")
	if w.designer.Object().Visible() || w.editor.Section() != "work" {
		t.Error("a field of the text is not shown")
	}
	at := resume.SettingAddress("classic", "rule.thickness")
	w.session.Tune("Line's weight", at, func(d resume.Document) (resume.Document, error) { return d.Set(at, resume.Literal("2")) })
	w.session.Undo()
	if !w.designer.Object().Visible() {
		t.Error("undoing a setting does not show it")
	}
	w.rail.list.OnSelected("skills")
	if w.designer.Object().Visible() || w.rail.list.Selected() != "skills" {
		t.Error("a section does not lead back to the text")
	}
}

func TestSaveDesign(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.home = userdata.Folder(t.TempDir())
	w.open(sampleFile(t))
	w.showDesigner(true)
	var id string
	d, _ := design.Find("modern")
	w.keepDesign(d.Named("mine", "Mine"), false, func(done string) { id = done })
	if _, ok := w.designs.Find("mine"); !ok || id != "mine" {
		t.Fatalf("saved as %q", id)
	}
	id = ""
	w.keepDesign(d.Named("mine", "Mine too"), false, func(done string) { id = done })
	if id != "" {
		t.Fatal("replaced without a question")
	}
	press(t, w, "Replace")
	if d, _ := w.designs.Find("mine"); id != "mine" || d.Name != "Mine too" {
		t.Error("not replaced")
	}
	if err := os.WriteFile(filepath.Join(w.home.DesignFolder(), "broken.toml"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.showDesigner(false)
	w.showDesigner(true)
	if len(w.faults) != 1 {
		t.Error("a broken design is not found")
	}
	w.keepDesign(d.Named("classic", "Classic"), false, func(string) { t.Error("a design that ships is replaced") })
	press(t, w, "OK")
}

func TestDesignPicture(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.setTheme(widgets.Light)
	w.open(sampleFile(t))
	at := resume.SettingAddress("classic", "scale.text")
	w.session.Tune("Size", at, func(d resume.Document) (resume.Document, error) { return d.Set(at, resume.Literal("1.05")) })
	w.showDesigner(true)
	checkGolden(t, w.win, "design-light")
}

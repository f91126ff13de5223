package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"resumax/exchange"
	"resumax/job/letter"
	"resumax/render/outline"
	"resumax/resume"
)

// A letter is begun, edited beside its page, undone from wherever one is, and exported.
func TestCoverLetter(t *testing.T) {
	w, picked := newTestWindow(t, 1360, 820)
	data, err := os.ReadFile("../job/letter/testdata/ines.json")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ines.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	w.project.Open(path)
	w.shell.Commands.Run("letter")
	if w.shell.Screens.Top() != w.screens.letter || !state(t, w, "letter").Checked {
		t.Fatal("the letter is not shown")
	}
	page := w.panes.letterPage.Printed()
	if page == nil || len(page.Pages) != 1 || page.Title != "Cover letter – Ines Okafor – Halvorsen Logistics" {
		t.Fatalf("its page is %v", page)
	}
	first := letter.Letters.Item(0).Child("paragraphs").Item(0)
	w.session.Type(first, "Another beginning.")
	found := false
	for _, i := range w.panes.letterPage.Printed().Pages[0].Items {
		found = found || i.Block == outline.Passage && i.Address == first && strings.Contains(i.Run.Text, "Another beginning.")
	}
	if !found {
		t.Error("the page doesn't follow")
	}
	if w.panes.preview.Printed().Title == page.Title {
		t.Error("the resume's page shows the letter")
	}
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.shell.Screens.Top() != w.screens.write {
		t.Fatal("Escape does not lead back")
	}
	w.shell.Commands.Run("undo")
	if w.shell.Screens.Top() != w.screens.letter || w.session.Now().Document.TextAt(first) == "Another beginning." {
		t.Error("undo does not lead to the letter")
	}
	picked.save = filepath.Join(t.TempDir(), "out.txt")
	txt, _ := exchange.Find("txt")
	w.panes.letter.ExportAs(txt)
	text, err := os.ReadFile(picked.save)
	if err != nil || !strings.Contains(string(text), "Dear Ms. Whitfield:") || strings.Contains(string(text), "EXPERIENCE") {
		t.Errorf("exported %q, %v", text, err)
	}
	w.session.Edit("x", first, resume.TextEdit(first, "[why?]"))
	w.panes.letter.ExportAs(txt)
	press(t, w, "Show me")
	if w.session.Focus() != first {
		t.Errorf("leads to %s", w.session.Focus())
	}
}

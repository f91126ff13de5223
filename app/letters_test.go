package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"resumax/exchange"
	"resumax/job/letter"
	"resumax/job/match"
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

func TestWhatIsAskedForStandsInASentence(t *testing.T) {
	for _, c := range []struct {
		asked match.Requirement
		text  string
		words bool
	}{
		{match.Requirement{Any: []string{"telemetry unit"}, Text: "telemetry unit", Sentence: "Our telemetry unit is new."}, "telemetry unit", false},
		{match.Requirement{Any: []string{"telemetry unit"}, Text: "Telemetry unit", Sentence: "Telemetry unit"}, "telemetry unit", false},
		{match.Requirement{Any: []string{"Go"}, Text: "Go", Sentence: "Go in production"}, "Go", false},
		{match.Requirement{Any: []string{"Go", "Rust"}, Met: "Rust", Text: "Go or Rust", Sentence: "Go or Rust"}, "Rust", false},
		{match.Requirement{Any: []string{"administered medications"}, Text: "Administer medications", Sentence: "Administer medications safely"}, "Administer medications", true},
		{match.Requirement{Any: []string{"blameless postmortem"}, Text: "postmortems", Sentence: "Write postmortems"}, "postmortems", false},
		{match.Requirement{Text: "Precept new graduate nurses", Sentence: "Precept new graduate nurses"}, "Precept new graduate nurses", true},
	} {
		if text, words := askedFor(c.asked); text != c.text || words != c.words {
			t.Errorf("%q is asked for as %q, %v", c.asked.Sentence, text, words)
		}
	}
}

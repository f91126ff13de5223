package guide

import (
	"strings"
	"testing"

	"resumax/widgets"
)

var loud = Names{Keys: func(k string) string { return "<" + k + ">" }, Text: strings.ToUpper}

// Blocks are what Markdown says, with the window's names; pictures are left out.
func TestRead(t *testing.T) {
	blocks := Read("# Save a *copy*\n\nChoose *File ▸\nSave…* (<kbd>Ctrl+S</kbd>), **Done**, `a b` and [Write](write.md#x).\n\n![a picture](a.png)\n\n**Files**\n\n1. one\n2. two\n   - deep\n\n| key | does |\n|---|---|\n| <kbd>F1</kbd> | help |\n\n```\nresumax a\n  b\n```\n", loud)
	var got []string
	for _, b := range blocks {
		got = append(got, strings.Repeat("#", b.Level*int(b.Kind&1))+b.Text())
	}
	want := []string{"#Save a COPY", "Choose FILE ▸ SAVE… (<Ctrl+S>), DONE, a b and Write.", "Files", "one", "two", "deep", "key does", "<F1> help", "resumax a\n  b"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q\nwant %q", got, want)
	}
	kinds := []widgets.ProseKind{widgets.ProseHeading, widgets.ProseText, widgets.ProseText, widgets.ProseItem, widgets.ProseItem, widgets.ProseItem, widgets.ProseRow, widgets.ProseRow, widgets.ProseCode}
	for i, k := range kinds {
		if blocks[i].Kind != k {
			t.Errorf("%q is of the kind %d, want %d", blocks[i].Text(), blocks[i].Kind, k)
		}
	}
	if b := blocks[0]; b.ID != "save-a-copy" {
		t.Errorf("the heading's id is %q", b.ID)
	}
	if a, b := blocks[4], blocks[5]; a.Number != 2 || a.Level != 0 || b.Number != 0 || b.Level != 1 {
		t.Errorf("points %d at %d, %d at %d", a.Number, a.Level, b.Number, b.Level)
	}
	if !blocks[6].Head || blocks[7].Head || !blocks[7].Cells[0][0].Key {
		t.Error("the table has no head, or its key is none")
	}
	links := 0
	for _, s := range blocks[1].Spans {
		if s.Link == "write.md#x" && s.Text == "Write" {
			links++
		}
	}
	if links != 1 {
		t.Errorf("%d links", links)
	}
}

func TestAnchor(t *testing.T) {
	for heading, want := range map[string]string{"Bring the resume you have": "bring-the-resume-you-have", "What it can't tell": "what-it-cant-tell", "A/B, 2 – Größe": "ab-2--größe"} {
		if got := Anchor(heading); got != want {
			t.Errorf("%q: %q, want %q", heading, got, want)
		}
	}
}

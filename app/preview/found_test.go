package preview

import (
	"strings"
	"testing"

	"resumax/render"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/role"
)

// Each bullet of a sample is found on the page where it is printed, and its boxes
// are as wide as its lines.
func TestPassages(t *testing.T) {
	p, _ := role.ByID("backend-engineer")
	d := p.Sample()
	doc := render.Typeset(d.Resume(), render.Options{})
	wanted := map[resume.Address]bool{}
	for _, w := range d.Resume().Work {
		for _, line := range w.Highlights {
			wanted[line.Address] = true
		}
	}
	passages := doc.Passages(wanted)
	if len(passages) != len(wanted) || len(wanted) < 8 {
		t.Fatalf("%d passages of %d bullets", len(passages), len(wanted))
	}
	several := 0
	for a, p := range passages {
		text := resume.Plain(d.TextAt(a))
		found := resume.Query{Text: text, MatchCase: true}.In(p.Text)
		if len(found) != 1 {
			t.Errorf("%s is printed as %q", text, p.Text)
			continue
		}
		boxes, lines := p.Boxes(found[0].From, found[0].To), doc.Boxes(a)
		if len(boxes) != len(lines) {
			t.Errorf("%s: %d boxes of %d lines", a, len(boxes), len(lines))
			continue
		}
		if len(boxes) > 1 {
			several++
		}
		for i, b := range boxes {
			if d := b.X + b.W - lines[i].X - lines[i].W; d < -1 || d > 1 || b.Page != lines[i].Page {
				t.Errorf("%s, line %d: %+v of %+v", a, i, b, lines[i])
			}
		}
		word, _, _ := strings.Cut(p.Text, " ")
		if first := p.Boxes(0, len(word)); len(first) != 1 || first[0].W >= lines[0].W/2 || first[0].W < 5 {
			t.Errorf("%s: “%s” is at %+v", a, word, first)
		}
	}
	if p := doc.Passages(map[resume.Address]bool{resume.Summary: true})[resume.Summary]; p == nil || p.Text != resume.Plain(d.TextAt(resume.Summary)) {
		t.Errorf("the summary is printed as %+v", p) // its heading has the same address
	}
	if several == 0 {
		t.Error("no bullet has two lines")
	}
	if got := (&layout.Passage{}).Boxes(0, 1); got != nil {
		t.Error(got)
	}
}

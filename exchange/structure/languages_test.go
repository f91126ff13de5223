package structure

import (
	"fmt"
	"strings"
	"testing"

	"resumax/exchange/pdftext/pdftexttest"
	"resumax/resume"
)

// Every heading that a resume says by itself in any language is known, as its section.
func TestHeadingsOfAllLanguages(t *testing.T) {
	if n := len(resume.WordingTags()); n < 20 {
		t.Fatalf("%d languages", n)
	}
	for _, tag := range resume.WordingTags() {
		w := resume.WordingIn(tag)
		for _, key := range standard {
			for _, text := range []string{w.Title(key), strings.ToUpper(w.Title(key))} {
				if kind := kindOfHeading(text); kind != key {
					t.Errorf("%s: %q is a heading of %q, want %s", tag, text, kind, key)
				}
			}
		}
	}
}

// A period as resumes write it in any language is read from a head.
func TestPeriodsOfAllLanguages(t *testing.T) {
	for _, tag := range resume.WordingTags() {
		w := resume.WordingIn(tag)
		for month := 1; month <= 12; month++ {
			start := resume.Date{Year: 2016, Month: month}
			text := fmt.Sprintf("Acme %s – %s", w.Date(start), w.Present)
			r := newReader(LinesOf(pdftexttest.Page(text)))
			if got, ok := r.whenIn(r.whole(0)); !ok || got.start.Year != 2016 || got.start.Month != month || !got.end.IsZero() {
				t.Errorf("%s: %q: %+v", tag, text, got)
			}
		}
	}
}

package structure

import (
	"strings"
	"testing"

	"resumax/exchange/pdftext/pdftexttest"
)

// What stands where in lines is recognized; what is in none of the usual places is
// left out rather than guessed.
func TestOf(t *testing.T) {
	s := Of(LinesOf(pdftexttest.Page(
		"*Ada Example*", "ada@site.example · +44 20 5550 0100 · Leeds, GB · github.com/ada",
		"/*Experience*",
		"*Lead Engineer* Mar 2021 – Present", "Northwind Mills · Hull", "• Built the mill.",
		"/*EDUCATION*", "*BSc, Physics* 2016")))
	if c := s.Contact; c.Name != "Ada Example" || c.Email != "ada@site.example" || c.Phone != "+44 20 5550 0100" || c.Location != "Leeds, GB" || strings.Join(c.Links, " ") != "github.com/ada" {
		t.Errorf("contact %+v", c)
	}
	if len(s.Sections) != 2 || s.Sections[0].Kind != "work" || s.Sections[1].Kind != "education" || s.Sections[1].Heading != "EDUCATION" || len(s.Sections[1].Body) != 1 {
		t.Errorf("sections %+v", s.Sections)
	}
	if len(s.Jobs) != 1 || s.Jobs[0].Title != "Lead Engineer" || s.Jobs[0].Employer != "Northwind Mills" || s.Jobs[0].Dates != "Mar 2021 – Present" || len(s.Jobs[0].Points) != 1 {
		t.Errorf("jobs %+v", s.Jobs)
	}
	if s := Of(nil); s.Contact.Name != "" || len(s.Sections)+len(s.Jobs) != 0 || s.Sections == nil || s.Jobs == nil {
		t.Errorf("of nothing %+v", s)
	}
}

func TestParts(t *testing.T) {
	for text, want := range map[string][3]bool{ // an e-mail address, a link, a telephone number
		"ada@site.example": {true, false, false}, "ada@site": {}, "github.com/ada": {false, true, false}, "https://site.example/x?y": {false, true, false},
		"+44 20 5550 0100": {false, false, true}, "(555) 010-0100": {false, false, true}, "42,000": {}, "Ada": {},
	} {
		if got := [3]bool{IsEmail(text), IsLink(text), FindPhone(text) == text}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	find := func(text string) (found, rest string) {
		r := newReader(LinesOf(pdftexttest.Page(text)))
		w, ok := r.whenIn(r.whole(0))
		if !ok {
			return "", text
		}
		return r.text(w.at), textOf(r.lines[0].Words[:w.at.from])
	}
	for _, text := range []string{"2019", "Mar 2021", "03/2021", "2021-03", "Mar 2021 – Present", "2019 – 2021", "2019-2021", "June 2020 to now", "Sept. 2019 - heute", "01.2020 – 12.2021", "Summer 2019", "seit 2019"} {
		if got, rest := find("Baker " + text); got != text || rest != "Baker" {
			t.Errorf("%q: %q, rest %q", text, got, rest)
		}
	}
	for _, text := range []string{"sold 42,000", "version 3", "call 555 0100"} {
		if got, _ := find(text); got != "" {
			t.Errorf("%q is taken for the time %q", text, got)
		}
	}
}

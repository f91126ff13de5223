package sheet

import (
	"os"
	"strings"
	"testing"

	"resumax/interview"
	"resumax/interview/prep"
	"resumax/resume"
	"resumax/role"
)

var today = resume.Date{Year: 2026, Month: 3, Day: 31}

func input(id string) Input {
	p, _ := role.ByID(id)
	d := p.Sample()
	return Input{Name: d.Resume().Basics.Name, Title: "Backend Engineer", Firm: "Halvorsen", Report: interview.Derive(interview.Input{Document: d, Today: today, Pack: p})}
}

func TestBrief(t *testing.T) {
	in := input("backend-engineer")
	longest := 1 << 20
	for level := 0; level <= Shortest; level++ {
		text := Brief(in, level).Text()
		if len(text) > longest {
			t.Errorf("level %d is longer than the one before", level)
		}
		longest = len(text)
		for _, part := range []string{"INTERVIEW BRIEF", "Maya Lindqvist – Backend Engineer, Halvorsen", "NUMBERS", "STORIES", "LIKELY QUESTIONS", "QUESTIONS TO ASK THEM", "6.91 billion requests a day"} {
			if !strings.Contains(text, part) {
				t.Errorf("level %d lacks %q:\n%s", level, part, text)
			}
		}
	}
}

// What the user wrote is in the sheets: stories, notes, the defense of numbers.
func TestOwnWords(t *testing.T) {
	in := input("backend-engineer")
	var number interview.Claim
	for i, c := range in.Report.Ledger {
		if c.Quote == "80k req/s" {
			in.Report.Ledger[i].Defended = true
			number = c
		}
	}
	in.Prep = prep.Prep{Stories: []prep.Story{{ID: "s", Title: "The long night", Result: "Nobody noticed. We slept."}},
		Claims: []prep.Claim{{ID: number.ID, Baseline: "12k before", Source: "load balancer", Share: "design"}},
		Cards:  []prep.Card{{ID: in.Report.Cards[0].ID, Notes: "Say it slowly"}}}
	brief, cards := Brief(in, 0).Text(), List(in).Markdown()
	for _, part := range []string{"The long night: Nobody noticed", "12k before; load balancer; design"} {
		if !strings.Contains(strings.ReplaceAll(brief, "\n  ", " "), part) {
			t.Errorf("the brief lacks %q:\n%s", part, brief)
		}
	}
	if !strings.Contains(cards, "My notes: Say it slowly") {
		t.Error("the cards lack the notes")
	}
}

func TestList(t *testing.T) {
	in := input("accountant")
	s := List(in)
	n := 0
	for _, section := range s.Sections {
		n += len(section.Entries)
	}
	if n != len(in.Report.Cards) {
		t.Errorf("%d of %d cards", n, len(in.Report.Cards))
	}
	// As a document each word is there, and nothing is taken for markup.
	r := s.Document().Resume()
	said := ""
	for _, c := range r.Custom {
		for _, i := range c.Items {
			said += resume.Plain(i.Name) + "\n"
		}
	}
	for _, c := range in.Report.Cards {
		if !strings.Contains(said, c.Question) {
			t.Errorf("“%s” is not in the document", c.Question)
		}
	}
}

func TestMarkdownEscapes(t *testing.T) {
	s := Sheet{Title: "A *b* [c]", Sections: []Section{{"H", []Entry{{Head: "# no heading", Text: "_x_ `y` <z>", Points: []string{"- no point", "two\nlines"}}}}}}
	want, err := os.ReadFile("testdata/escaped.md")
	if err != nil || string(want) != s.Markdown() {
		t.Errorf("%v\n%s", err, s.Markdown())
	}
}

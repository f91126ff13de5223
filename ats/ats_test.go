package ats

import (
	"strings"
	"testing"

	"resumax/exchange/pdftext"
	"resumax/exchange/pdftext/pdftexttest"
	"resumax/exchange/structure"
	"resumax/render/outline"
	"resumax/resume"
)

func TestRead(t *testing.T) {
	r := Read(pdftexttest.Page(
		"*Ada Example*", "ada@site.example · +44 20 5550 0100 · Leeds, GB · github.com/ada",
		"/*Experience*",
		"*Lead Engineer* Mar 2021 – Present", "Northwind Mills · Hull", "• Built the mill.", "• Sold the flour to bakers in", "the next town.",
		"/*Engineer* 2019 – 2021", "Dockside Ltd.", "• Tested ships.",
		"/*Education*", "*BSc, Physics* 2016"), nil)
	c := r.Contact
	if c.Name != "Ada Example" || c.Email != "ada@site.example" || c.Phone != "+44 20 5550 0100" || c.Location != "Leeds, GB" || len(c.Links) != 1 {
		t.Errorf("contact %+v", c)
	}
	if len(r.Sections) != 2 || r.Sections[0].Kind != "work" || r.Sections[1].Kind != "education" {
		t.Fatalf("sections %+v", r.Sections)
	}
	if len(r.Jobs) != 2 {
		t.Fatalf("jobs %+v", r.Jobs)
	}
	if j := r.Jobs[0]; j.Title != "Lead Engineer" || j.Employer != "Northwind Mills" || j.Dates != "Mar 2021 – Present" || len(j.Points) != 2 || !strings.HasSuffix(j.Points[1], "the next town.") {
		t.Errorf("job %+v", j)
	}
	if j := r.Jobs[1]; j.Title != "Engineer" || j.Employer != "Dockside Ltd." || j.Dates != "2019 – 2021" {
		t.Errorf("job %+v", j)
	}
	for _, rule := range r.Rules {
		if !rule.OK {
			t.Errorf("%s: %s", rule.ID, rule.Why)
		}
	}
}

// Positions below their employer, with no room of their own in a head.
func TestProgression(t *testing.T) {
	r := Read(pdftexttest.Page("*Employment history*", "Harbour Group · Hull", "*Head of Bread* Jan 2020 – Present", "• Baked.", "/*Baker* 2018 – 2020", "• Kneaded."), nil)
	if len(r.Jobs) != 2 || r.Jobs[0].Employer != "Harbour Group" || r.Jobs[1].Employer != "Harbour Group" || r.Jobs[1].Title != "Baker" {
		t.Errorf("jobs %+v", r.Jobs)
	}
}

func TestRulesFindFaults(t *testing.T) {
	up := pdftexttest.Page("*Skills*", "one", "two")
	more := pdftexttest.Page("*Skills*", "three", "four")
	up[0].Words = append(up[0].Words, append(more[0].Words, more[0].Words...)...)
	for _, c := range []struct {
		rule  string
		pages []pdftext.Page
		want  string
	}{
		{"text", []pdftext.Page{{}}, "scan"},
		{"contact", pdftexttest.Page("*Ada Example*", "Leeds·ada@site.example·+44", "*Skills*", "Go"), "“Leeds·ada@site.example·+44”"},
		{"contact", pdftexttest.Page("*Ada Example*", "*Skills*", "Go"), "no email"},
		{"contact", pdftexttest.Page("*Ada Example*", "ada@site.example", "Tel:+442055500100", "*Skills*", "Go"), "“Tel:+442055500100” is not recognized as a phone number"},
		{"contact", pdftexttest.Page("*Ada Example*", "ada@site.example · +442055500100", "*Skills*", "Go C++ 1+1 +49 a+1234567"), ""},
		{"pages", []pdftext.Page{{}, {Damaged: true}}, "page 2 is damaged"},
		{"headings", pdftexttest.Page("Ada Example", "ada@site.example", "Things I did"), "no heading"},
		{"jobs", pdftexttest.Page("*Experience*", "Work of many kinds, 2019 – 2020", "• one"), "no employer"},
		{"entries", pdftexttest.Page("*Experience*", "*Baker* 2019 – 2020", "Mill", "• one", "• two", "• three", "*Cook* 2018 – 2019", "Inn", "• four"), "“Cook” starts 1.0 lines"},
		{"jobs", pdftexttest.Page("*Experience*", "*Baker* 2019 – 2020", "• one"), "no employer"},
		{"direction", up, "jumps back up"},
		{"characters", pdftexttest.Page("*Skills*", "veri\uFB01cation"), "U+FB01"},
		{"characters", pdftexttest.Page("*Skills*", "hy\u00ADphen"), "soft hyphen"},
		{"characters", []pdftext.Page{{Icon: "\uE0B1"}}, "icon character"},
	} {
		found := ""
		for _, rule := range Read(c.pages, nil).Rules {
			if rule.ID == c.rule {
				found = rule.Why
			}
		}
		if !strings.Contains(found, c.want) || c.want == "" && found != "" {
			t.Errorf("%s: %q, want %q", c.rule, found, c.want)
		}
	}
}

// What a page should say tells more of its faults than the page alone.
func TestRulesOfAKnownPage(t *testing.T) {
	part := func(text string) outline.Part { return outline.Part{Spans: []outline.Span{{Text: text}}} }
	blocks := []outline.Block{
		{Kind: outline.Contact, Parts: []outline.Part{part("ada@site.example"), part("+44 20 5550 0100")}},
		{Kind: outline.Heading, Parts: []outline.Part{part("Skills")}},
		{Kind: outline.Heading, Parts: []outline.Part{part("Patents")}},
	}
	why := func(id string, pages []pdftext.Page) string {
		for _, rule := range Read(pages, blocks).Rules {
			if rule.ID == id {
				return rule.Why
			}
		}
		return "no such rule"
	}
	whole := pdftexttest.Page("*Ada Example*", "ada@site.example · +44 20 5550 0100", "*SKILLS*", "Go", "*Patents*", "one")
	for _, id := range []string{"contact", "headings"} {
		if found := why(id, whole); found != "" {
			t.Errorf("%s: %s", id, found)
		}
	}
	for text, c := range map[string]struct {
		id    string
		pages []pdftext.Page
	}{
		"the phone number +44 20 5550 0100 was not found": {"contact", pdftexttest.Page("*Ada Example*", "ada@site.example", "*Skills*", "Go", "*Patents*")},
		"“Patents” is not on a line of its own":           {"headings", pdftexttest.Page("*Ada Example*", "*Skills*", "Go", "*Patents* one")},
		"“Skills” is not on a line of its own":            {"headings", pdftexttest.Page("*Ada Example*", "Skills", "Go", "*Patents*", "*Experience*")},
	} {
		if found := why(c.id, c.pages); !strings.HasPrefix(found, text) {
			t.Errorf("%s: %q, want %q", c.id, found, text)
		}
	}
}

func TestComparison(t *testing.T) {
	span := func(at resume.Address, text string) outline.Span { return outline.Span{Text: text, Address: at} }
	blocks := []outline.Block{{Parts: []outline.Part{{Spans: []outline.Span{span("/a", "Built "), span("/b", "un"), span("/b", "break"), span("/b", "able mills, 語学")}}}}}
	c := compare(blocks, placesOf(structure.LinesOf(pdftexttest.Page("Built unbreakable", "mills, 語 学"))))
	if c.Words != 5 || c.Found != 5 || c.InOrder != 1 || len(c.Lost)+len(c.Doubled) > 0 {
		t.Errorf("all is there: %+v", c)
	}
	c = compare(blocks, placesOf(structure.LinesOf(pdftexttest.Page("mills built", "built 語 學"))))
	if c.Found != 3 || len(c.Lost) != 2 || c.Lost[0] != (Word{"unbreakable", "/b", 0}) || c.Doubled[0].Line != 1 || len(c.Doubled) != 1 || c.Doubled[0].Text != "Built" || c.InOrder != 0 {
		t.Errorf("some is not: %+v", c)
	}
}

// Whatever the words of a page and wherever they stand, reading ends well.
func FuzzRead(f *testing.F) {
	f.Add("Experience\nBaker 2019 – 2020\n• one", 3.0, true)
	f.Add("\uFB01 @.\n\n2019 2020 –", -1.0, false)
	f.Fuzz(func(t *testing.T, text string, step float64, bold bool) {
		if len(text) > 5000 {
			return
		}
		p := pdftext.Page{Width: 595, Height: 842}
		x, y := 0.0, 0.0
		for i, w := range strings.Fields(text) {
			p.Words = append(p.Words, pdftext.Word{Text: w, Bold: bold && i%2 == 0, Size: step, Baseline: y, Box: pdftext.Box{Left: x, Top: y - step, Right: x + step, Bottom: y}})
			x, y = x+step*float64(i%7-1), y+step*float64(i%3)
		}
		r := Read([]pdftext.Page{p, {}}, nil)
		if got, want := strings.Join(strings.Fields(strings.Join(r.Text, " ")), ""), strings.Join(strings.Fields(text), ""); len(got) != len(want) {
			t.Errorf("%d bytes of text became %d", len(want), len(got))
		}
	})
}

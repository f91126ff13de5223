package outline

import (
	"fmt"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/resume"
)

// printed is blocks as text, a line each, for tests to compare.
func printed(blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		fmt.Fprintf(&b, "%s %s", block.Kind, block.Address)
		for _, p := range block.Parts {
			fmt.Fprintf(&b, " [%s %s]", p.Role, p.Text())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func lines(at resume.Address, texts ...string) []resume.TextLine {
	all := make([]resume.TextLine, len(texts))
	for i, t := range texts {
		all[i] = resume.TextLine{Address: at.Item(i), Text: t}
	}
	return all
}

func item(at string) resume.Item { return resume.Item{Address: resume.Address(at)} }

func date(text string) resume.Date {
	d, _ := resume.ParseDate(text)
	return d
}

func sections(keys ...string) []resume.Section {
	all := make([]resume.Section, len(keys))
	for i, k := range keys {
		all[i] = resume.Section{Key: k, Address: resume.Root.Child(k), Title: resume.SectionTitle(k), Count: 1}
	}
	return all
}

func TestBuild(t *testing.T) {
	hidden := func(i resume.Item) resume.Item { i.Hidden = true; return i }
	for _, c := range []struct {
		name   string
		resume resume.Resume
		want   string
	}{
		{"nothing", resume.Resume{}, ""},
		{"profiles whose address names the network alone", resume.Resume{Basics: resume.BasicsInfo{Profiles: []resume.Profile{
			{Item: item("/basics/profiles/0"), Network: "Twitter", Username: "jo", URL: "https://www.twitter.com"},
			{Item: item("/basics/profiles/1"), Username: "@jo@example.social", URL: "https://example.social/"},
			{Item: item("/basics/profiles/2"), Network: "Page", URL: "https://jo.example.org"},
			{Item: item("/basics/profiles/3"), Network: "GitHub", Username: "jo", URL: "https://github.com/jo"}}}},
			"contact /basics [text Twitter: jo] [text @jo@example.social] [text jo.example.org] [text github.com/jo]\n"},
		{"bullets among paragraphs", resume.Resume{Sections: sections("summary"), Basics: resume.BasicsInfo{Summary: "I do:\n• this\n• that\nEnd"}},
			"heading /summary [text Summary]\nparagraph /basics/summary [text I do:]\nbullet /basics/summary [text this]\nbullet /basics/summary [text that]\nparagraph /basics/summary [text End]\n"},
		{"seasons, and what a custom entry holds", resume.Resume{Sections: sections("talks"), Custom: []resume.CustomSection{{Key: "talks", Items: []resume.CustomItem{
			{Item: item("/talks/0"), Name: "A talk", Organization: "ExampleConf", Position: "Speaker", Number: "7", Date: date("2023-05")},
			{Item: item("/talks/1"), Position: "Clerk", Start: date("Summer 2017"), End: date("Q3 2018"), Date: date("2019")}}}}},
			"heading /talks [text Talks]\nentry /talks/0 [title A talk] [organisation ExampleConf] [detail Speaker] [detail 7] [dates May 2023]\n" +
				"entry /talks/1 [title Clerk] [detail 2019] [dates Summer 2017 – Q3 2018]\n"},
		{"headings over nothing", resume.Resume{Sections: sections("work", "skills", "summary")}, ""},
		{"header", resume.Resume{Basics: resume.BasicsInfo{Name: "Jo Hall", Label: "Baker", Email: "jo@hall.example", Phone: "+44 20",
			URL: "https://hall.example", Image: "me.png", Location: resume.Place{City: "Bath"},
			Profiles: []resume.Profile{{Item: item("/basics/profiles/0"), Network: "GitHub", Username: "jo"},
				{Item: hidden(item("/basics/profiles/1")), Network: "Secret", Username: "jo"}}}},
			`photo /basics/image
name /basics/name [text Jo Hall]
label /basics/label [text Baker]
contact /basics [text jo@hall.example] [text +44 20] [text Bath] [text hall.example] [text GitHub: jo]
`},
		{"summary of two paragraphs", resume.Resume{Basics: resume.BasicsInfo{Summary: "One.\n\n Two **bold**. "}, Sections: sections("summary")},
			`heading /summary [text Summary]
paragraph /basics/summary [text One.]
paragraph /basics/summary [text Two bold.]
`},
		{"one position", resume.Resume{Sections: sections("work"), Work: []resume.Work{{Item: item("/work/0"), Name: "Mill", Position: "Baker",
			Location: "Bath", Description: "A mill", Start: date("2020"), Summary: "Bread.", Highlights: lines("/work/0/highlights", "Baked", "")}}},
			`heading /work [text Experience]
entry /work/0 [title Baker] [organisation Mill] [place Bath] [detail A mill] [dates 2020 – Present]
paragraph /work/0/summary [text Bread.]
bullet /work/0/highlights/0 [text Baked]
`},
		{"no position", resume.Resume{Sections: sections("work"), Work: []resume.Work{{Item: item("/work/0"), Name: "Mill"}}},
			"heading /work [text Experience]\nentry /work/0 [title Mill]\n"},
		{"a progression", resume.Resume{Sections: sections("work"), Work: []resume.Work{
			{Item: item("/work/0"), Name: "Mill", Position: "Head baker", Location: "Bath", Start: date("2020")},
			{Item: hidden(item("/work/1")), Name: "Bar", Position: "Waiter"},
			{Item: item("/work/2"), Name: " mill ", Position: "Baker", Start: date("2018"), End: date("2020")},
			{Item: item("/work/3"), Name: "Inn", Position: "Cook"}}},
			`heading /work [text Experience]
entry /work/0 [title Head baker] [organisation Mill] [place Bath] [dates 2020 – Present]
position /work/2 [title Baker] [organisation mill] [dates 2018 – 2020]
entry /work/3 [title Cook] [organisation Inn]
`},
		{"a progression that moved", resume.Resume{Sections: sections("work"), Work: []resume.Work{
			{Item: item("/work/0"), Name: "Mill", Position: "Head baker", Location: "Bath"},
			{Item: item("/work/1"), Name: "Mill", Position: "Baker", Location: "Bristol"}}},
			`heading /work [text Experience]
entry /work/0 [title Head baker] [organisation Mill] [place Bath]
position /work/1 [title Baker] [organisation Mill] [place Bristol]
`},
		{"a progression that is kept separate", resume.Resume{Sections: sections("work"), Work: []resume.Work{
			{Item: item("/work/0"), Name: "Mill", Position: "Head baker", Location: "Bath"},
			{Item: item("/work/1"), Name: "Mill", Position: "Baker", Location: "Bath", Separate: true}}},
			`heading /work [text Experience]
entry /work/0 [title Head baker] [organisation Mill] [place Bath]
entry /work/1 [title Baker] [organisation Mill] [place Bath]
`},
		{"two nameless positions are two", resume.Resume{Sections: sections("work"), Work: []resume.Work{
			{Item: item("/work/0"), Position: "Cook"}, {Item: item("/work/1"), Position: "Baker"}}},
			"heading /work [text Experience]\nentry /work/0 [title Cook]\nentry /work/1 [title Baker]\n"},
		{"hidden items", resume.Resume{Sections: sections("awards"), Awards: []resume.Award{{Item: hidden(item("/awards/0")), Title: "Best"}}}, ""},
		{"skills", resume.Resume{Sections: sections("skills"), Skills: []resume.Skill{
			{Item: item("/skills/0"), Name: "Doughs", Level: "master", Keywords: lines("/skills/0/keywords", "rye", "", "wheat")},
			{Item: item("/skills/1"), Name: "French"}, {Item: item("/skills/2"), Name: "German", Level: "B1"}}},
			`heading /skills [text Skills]
terms /skills/0 [group Doughs (master)] [term rye] [term wheat]
terms /skills/1 [term French] [term German (B1)]
`},
		{"education", resume.Resume{Sections: sections("education"), Education: []resume.Education{{Item: item("/education/0"),
			Institution: "School", Area: "Bread", StudyType: "BSc", Score: "1.3", Courses: lines("/education/0/courses", "Rye")}}},
			`heading /education [text Education]
entry /education/0 [title BSc, Bread] [organisation School] [detail Grade 1.3]
keywords /education/0/courses [term Rye]
`},
		{"projects", resume.Resume{Sections: sections("projects"), Projects: []resume.Project{{Item: item("/projects/0"), Name: "Oven",
			URL: "oven.example", Entity: "Mill", Type: "application", Roles: lines("/projects/0/roles", "lead", "cook"), Description: "Heats.",
			Highlights: lines("/projects/0/highlights", "Hot"), Keywords: lines("/projects/0/keywords", "iron")}}},
			`heading /projects [text Projects]
entry /projects/0 [title Oven] [organisation Mill] [detail lead, cook] [detail application] [detail oven.example]
paragraph /projects/0/description [text Heats.]
bullet /projects/0/highlights/0 [text Hot]
keywords /projects/0/keywords [term iron]
`},
		{"short sections", resume.Resume{
			Sections:     sections("certificates", "publications", "awards", "volunteer", "languages", "interests", "references"),
			Certificates: []resume.Certificate{{Item: item("/certificates/0"), Name: "Hygiene", Issuer: "City", Date: date("2021")}},
			Publications: []resume.Publication{{Item: item("/publications/0"), Name: "Rye", Publisher: "Press", Summary: "On rye."}},
			Awards:       []resume.Award{{Item: item("/awards/0"), Title: "Best loaf"}},
			Volunteer:    []resume.Volunteer{{Item: item("/volunteer/0"), Organization: "Shelter", Position: "Cook", Highlights: lines("/volunteer/0/highlights", "Fed")}},
			Languages:    []resume.Language{{Item: item("/languages/0"), Language: "English", Fluency: "native"}, {Item: item("/languages/1"), Language: "Welsh"}},
			Interests:    []resume.Interest{{Item: item("/interests/0"), Name: "Chess"}, {Item: item("/interests/1"), Name: "Sport", Keywords: lines("/interests/1/keywords", "golf")}},
			References:   []resume.Reference{{Item: item("/references/0"), Name: "Al", Reference: "Good."}}},
			`heading /certificates [text Certificates]
record /certificates/0 [title Hygiene] [organisation City] [dates 2021]
heading /publications [text Publications]
record /publications/0 [title Rye] [organisation Press]
paragraph /publications/0/summary [text On rye.]
heading /awards [text Awards]
record /awards/0 [title Best loaf]
heading /volunteer [text Volunteering]
entry /volunteer/0 [title Cook] [organisation Shelter]
bullet /volunteer/0/highlights/0 [text Fed]
heading /languages [text Languages]
terms /languages [term English (native)] [term Welsh]
heading /interests [text Interests]
terms /interests/0 [term Chess]
terms /interests/1 [group Sport] [term golf]
heading /references [text References]
entry /references/0 [title Al]
paragraph /references/0/reference [text Good.]
`},
		{"a section of one's own", resume.Resume{Sections: sections("talks"), Custom: []resume.CustomSection{{Key: "talks", Items: []resume.CustomItem{
			{Item: item("/talks/0"), Name: "On dough", Location: "Bath", Start: date("2022-04"), End: date("2022-04"), Summary: "Long."},
			{Item: hidden(item("/talks/1")), Name: "Secret"}}}}},
			`heading /talks [text Talks]
entry /talks/0 [title On dough] [place Bath] [dates Apr 2022]
paragraph /talks/0/summary [text Long.]
`},
	} {
		if got := printed(Build(&c.resume, design.Default())); got != c.want {
			t.Errorf("%s:\n%swant:\n%s", c.name, got, c.want)
		}
	}
}

// Where a design has its dates is nothing to an outline: other formats are written
// from it, too.
func TestNoDesignMovesAPart(t *testing.T) {
	r := resume.Resume{Sections: sections("work", "awards"), Work: []resume.Work{{Item: item("/work/0"), Name: "Mill", Position: "Baker",
		Location: "Bath", Start: date("2020-03"), End: date("2021-04")}}, Awards: []resume.Award{{Item: item("/awards/0"), Title: "Best", Date: date("2020-05")}}}
	want := printed(Build(&r, design.Default()))
	for _, place := range []string{"right", "above", "below"} {
		d := *design.Default()
		d.Dates.Place = place
		if got := printed(Build(&r, &d)); got != want {
			t.Errorf("dates %s:\n%swant\n%s", place, got, want)
		}
	}
}

func TestHiddenSection(t *testing.T) {
	s := sections("summary")
	s[0].Hidden = true
	r := resume.Resume{Basics: resume.BasicsInfo{Summary: "text"}, Sections: s}
	if got := Build(&r, design.Default()); len(got) != 0 {
		t.Errorf("a hidden section shows %s", printed(got))
	}
}

func TestSectionsInTheirOrder(t *testing.T) {
	s := sections("skills", "summary")
	s[0].Title = "What I know"
	r := resume.Resume{Basics: resume.BasicsInfo{Summary: "text"}, Skills: []resume.Skill{{Item: item("/skills/0"), Name: "Go"}}, Sections: s}
	want := "heading /skills [text What I know]\nterms /skills/0 [term Go]\nheading /summary [text Summary]\nparagraph /basics/summary [text text]\n"
	if got := printed(Build(&r, design.Default())); got != want {
		t.Errorf("%swant\n%s", got, want)
	}
}

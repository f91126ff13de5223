package rendercv

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
	"resumax/exchange/format/formattest"
)

const file = `# a comment
cv:
  name: Ada Example
  headline: Baker
  location: Berlin, DE
  email: [ada@example.org, old@example.org]
  phone: "+49 30 5550 0123"
  website: https://ada.example.org
  social_networks:
    - {network: GitHub, username: ada}
    - network: Mastodon
      username: "@ada@example.social"
  custom_connections:
    - fontawesome_icon: calendar
      placeholder: Book a call
      url: https://cal.example.org
  sections:
    about_me:
      - Bakes **bread**.
      - And cakes.
    experience: &jobs
      - company: '[Mill Ltd](https://mill.example.org)'
        position: Head baker
        start_date: 2019-04
        end_date: present
        summary: Runs it.
        highlights:
          - Baked 900 loaves
          - 'Tools Used: ovens, peels'
        team: 4
    Teaching Experience: *jobs
    education:
      - institution: School
        area: Food
        degree: BSc
        start_date: 2015
        end_date: "2018"
        highlights: ['GPA: 1.3', Thesis on rye]
    projects:
      - name: Oven
        date: 2020 to 2021
        summary: Of clay
    publications:
      - title: On rye
        authors: [Ada Example, B. Boss]
        doi: 10.1000/182
        journal: Press
        date: 2021-05
    Skills:
      - label: Baking
        details: Rye, Wheat
    languages:
      - label: German
        details: native
    Certifications:
      - name: Hygiene
        summary: Office
        date: Fall 2020
    hobbies:
      - bullet: Climbing
    patents:
      - number: Oven door
      - number: Peel
    "Fun facts":
      - Eats crusts.
design:
  theme: sb2nov
  page: {size: a4}
locale:
  language: german
`

func TestRead(t *testing.T) {
	if !sniff([]byte(file)) {
		t.Fatal("not recognized")
	}
	got := drafttest.Reads(t, Format, []byte(file))
	r := got.Document.Resume()
	b := r.Basics
	if b.Name != "Ada Example" || b.Label != "Baker" || b.Summary != "Bakes **bread**.\nAnd cakes." || b.Location.CountryCode != "DE" || b.Phone == "" || len(b.Profiles) != 3 ||
		b.Profiles[0].URL != "https://github.com/ada" || b.Profiles[1].URL != "https://example.social/@ada" || b.Profiles[2].Network != "Book a call" {
		t.Errorf("%+v", b)
	}
	w := r.Work[0]
	if w.Name != "Mill Ltd" || w.URL != "https://mill.example.org" || w.Start.ISO() != "2019-04" || !w.End.IsZero() || len(w.Highlights) != 1 || len(w.Keywords) != 2 {
		t.Errorf("%+v", w)
	}
	e := r.Education[0]
	if e.Score != "1.3" || len(e.Courses) != 1 || e.Start.ISO() != "2015" || e.End.ISO() != "2018" || r.Projects[0].End.ISO() != "2021" || r.Publications[0].URL != "https://doi.org/10.1000/182" ||
		len(r.Skills[0].Keywords) != 2 || r.Languages[0].Fluency != "native" || r.Certificates[0].Issuer != "Office" || r.Certificates[0].Date.Year != 2020 || r.Interests[0].Name != "Climbing" || r.Meta.Language != "de" {
		t.Errorf("%+v", r)
	}
	if len(r.Custom) != 3 || r.Custom[0].Items[0].Position != "Head baker" || len(r.Custom[1].Items[0].Highlights) != 2 || r.Custom[2].Items[0].Summary != "Eats crusts." {
		t.Errorf("%+v", r.Custom)
	}
	if len(got.Left) > 0 {
		t.Error(got.Left)
	}
	data := string(written(t, got.Document))
	for _, kept := range []string{"old@example.org", "team: 4", "B. Boss", "10.1000/182", "sb2nov", "Book a call", "number: Peel", "Fall 2020"} {
		if !strings.Contains(data, kept) {
			t.Errorf("%q is lost:\n%s", kept, data)
		}
	}
}

// Files that are made to exhaust a reader are refused, in a sentence and in time.
func TestHostile(t *testing.T) {
	var laughs strings.Builder
	laughs.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&laughs, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	laughs.WriteString("cv: {name: *a11}\n")
	for name, data := range map[string]string{
		"laughs":   laughs.String(),
		"itself":   "cv: &a {name: *a}\n",
		"brackets": "cv: " + strings.Repeat("[", 100000),
		"braces":   "cv: " + strings.Repeat("{a: ", 20000),
		"dashes":   "cv:\n" + strings.Repeat("- ", 100000) + "x\n",
		"deep": "cv:\n" + func() string {
			var b strings.Builder
			for i := range 400 {
				b.WriteString(strings.Repeat(" ", i+1) + "a:\n")
			}
			return b.String()
		}(),
		"many":      "cv:\n  sections:\n    a:\n" + strings.Repeat("      - x\n", 150_000),
		"long":      "cv: {name: " + strings.Repeat("a", sizeLimit) + "}",
		"no resume": "cv: 5\n",
		"binary":    "cv: \x00\x01\xff\n",
		"tabs":      "cv:\n\tname: x\n",
	} {
		var err error
		formattest.Bounded(t, name, func() {
			_, err = read(context.Background(), format.Input{Data: []byte(data), Name: "x.yaml"})
		})
		if err == nil && name != "binary" || err != nil && (!strings.HasPrefix(err.Error(), "x.yaml ") || len(err.Error()) > 300) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Of several documents the first is read, and that there are more is said.
func TestSeveralDocuments(t *testing.T) {
	for text, want := range map[string]int{"cv:\n  name: Ada\n": 0, "---\ncv:\n  name: Ada\n---\n": 0, "cv:\n  name: Ada\n---\ncv:\n  name: Bo\n": 1} {
		got, err := read(context.Background(), format.Input{Data: []byte(text), Name: "x.yaml"})
		if err != nil || len(got.Problems) != want || got.Document.Resume().Basics.Name != "Ada" {
			t.Errorf("%q: %v, %v", text, got.Problems, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(file))
	f.Add([]byte("cv: {name: &a x, sections: {s: [*a, {bullet: b}]}}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !sniff(data) || len(data) > 64<<10 {
			return
		}
		got := drafttest.Reads(t, Format, data)
		again := written(t, got.Document)
		if _, _, err := values(again, "again"); err != nil {
			t.Fatalf("%v\n%s", err, again)
		}
	})
}

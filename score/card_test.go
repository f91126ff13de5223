package score

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/role"
)

var update = flag.Bool("update", false, "write the golden files anew")

// job is a position of a draft: title, employer, start and end, and bullets.
type job struct {
	title, employer, start, end string
	bullets                     []string
}

// draft is a resume as people first write it.
func draft(name, label, summary string, skills []string, jobs ...job) resume.Document {
	m := func(name string, v resume.Value) resume.Member { return resume.Member{Name: name, Value: v} }
	text := resume.Text
	var work []resume.Value
	for _, j := range jobs {
		item := []resume.Member{m("name", text(j.employer)), m("position", text(j.title)), m("startDate", text(j.start))}
		if j.end != "" {
			item = append(item, m("endDate", text(j.end)))
		}
		work = append(work, resume.Struct(append(item, m("highlights", resume.Texts(j.bullets...)))...))
	}
	basics := []resume.Member{m("name", text(name)), m("label", text(label)), m("email", text("someone@example.org"))}
	if summary != "" {
		basics = append(basics, m("summary", text(summary)))
	}
	members := []resume.Member{m("basics", resume.Struct(basics...)), m("work", resume.List(work...))}
	if len(skills) > 0 {
		members = append(members, m("skills", resume.List(resume.Struct(m("name", text("Skills")), m("keywords", resume.Texts(skills...))))))
	}
	return resume.NewDocument(resume.Struct(members...))
}

// drafts are first drafts of several trades, projects that are hardly begun, and a
// strong resume.
func drafts(t testing.TB) []struct {
	name string
	doc  resume.Document
	role string
} {
	p := backend(t)
	return []struct {
		name string
		doc  resume.Document
		role string
	}{
		{"empty", resume.Document{}, ""},
		{"begun", draft("Amara Lindqvist", "", "", nil, job{"Nurse", "Lakeside Hospital", "2021-03", "", nil}), ""},
		{"nurse", draft("Amara Lindqvist", "Registered Nurse", "Caring and hard-working nurse with 12 years of experience.",
			[]string{"IV therapy", "Triage", "Epic", "teamwork"},
			job{"Charge Nurse", "Lakeside Hospital", "2019-04", "", []string{
				"Led shifts of 9 nurses", "Responsible for the daily care of patients after surgery", "Trained new nurses on the ward",
				"Recieved patients in triage", "Worked with doctors on discharge plans", "Helped introduce electronic charting"}},
			job{"Registered Nurse", "St. Anselm Clinic", "2013-06", "2019-03", []string{
				"Gave medication and IV therapy", "Was responsible for wound care", "Documented care in Epic",
				"Took part in the falls prevention project", "Supported families", "Assisted in the emergency room"}}), ""},
		{"teacher", draft("Tomas Okonkwo", "Math Teacher", "", nil,
			job{"Math Teacher", "Ridgeway Middle School", "2020-08", "", []string{
				"Taught math to grades 6 to 8", "Raised the share of students who pass the state test from 61% to 78% with weekly small-group lessons", "Ran the math club"}},
			job{"Student Teacher", "Ridgeway Middle School", "2019", "2020", []string{"Planned lessons"}}), ""},
		{"electrician", draft("Rosa Delgado", "Electrician", "Licensed electrician for commercial buildings.", []string{"Conduit bending", "NEC", "Blueprint reading"},
			job{"Journeyman Electrician", "Brightline Electric", "2018-05", "", []string{
				"Installed wiring, panels and lighting in offices and shops", "Troubleshot faults in motors and control circuits", "Managed two apprentices",
				"Kept a clean safety record", "Read blueprints", "Manages the tool crib"}}), ""},
		{"chef", draft("Jules Marchetti", "Sous Chef", "", nil,
			job{"Sous Chef", "The Copper Ladle", "2017-02", "2023-10", []string{
				"I was in charge of a kitchen of 7 cooks and I also did the ordering", "Cut food cost from 34% to 28% by planning menus around one supplier", "Made the the sauces"}}), ""},
		{"strong", p.Sample(), p.ID},
	}
}

func optionsFor(id string) Options {
	o := Options{Today: today}
	if p, ok := role.ByID(id); ok {
		o.Target = TargetOf(p)
	}
	return o
}

// The cards of drafts, as people read them.
func TestCardsOfDrafts(t *testing.T) {
	var out strings.Builder
	for _, d := range drafts(t) {
		r := Document(d.doc, optionsFor(d.role))
		fmt.Fprintf(&out, "%s: %.0f, %d findings, %d cards\n", d.name, math.Floor(r.Score), len(r.Findings), len(r.Cards))
		for _, c := range r.Cards {
			fmt.Fprintf(&out, "  %+5.1f %-22s %s %s\n", c.Gain, c.Address, c.Says, c.Do)
			for _, p := range c.Places {
				fmt.Fprintf(&out, "        %+5.1f %-22s %s %s\n", p.Gain, p.Address, p.Says, p.Do)
			}
		}
	}
	file := filepath.Join("testdata", "cards.golden")
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the cards are (-update writes them)\n%s", out.String())
	}
}

// A card is whole and short, every finding is on one card, a place has one card, and
// what a card says it gains is what its fix gains.
func TestCards(t *testing.T) {
	s := New()
	check := func(t interface {
		Helper()
		Fatal(...any)
	}, d resume.Document, o Options) {
		t.Helper()
		r := s.Document(d, o)
		if !r.Started {
			if len(r.Cards) == 0 || slices.ContainsFunc(r.Cards, func(c Card) bool { return c.Gain != 0 }) {
				t.Fatal(failing(d, "nothing says how to start: %+v", r.Cards))
			}
			return
		}
		seen, places := make([]int, len(r.Findings)), map[resume.Address]bool{}
		var each func(cards []Card, outer *Card)
		each = func(cards []Card, outer *Card) {
			for i, c := range cards {
				if c.Address != "" && places[c.Address] {
					t.Fatal(failing(d, "%s has two cards", c.Address))
				}
				places[c.Address] = true
				if text := c.Says + " " + c.Do; c.Says == "" || c.Do == "" || !strings.HasSuffix(c.Says, ".") || strings.HasSuffix(c.Do, ".") || strings.Contains(text, "%!") {
					t.Fatal(failing(d, "not whole: %+v", c))
				}
				fixed, err := ApplyCard(d, c)
				if err != nil {
					t.Fatal(failing(d, "%s: %v", c.Address, err))
				}
				if after := s.Score(fixed, o); !near(after, r.Score+c.Gain) {
					t.Fatal(failing(d, "card %s: %v + %v, but %v\nfixed %s", c.Address, r.Score, c.Gain, after, fixed.Root()))
				}
				if outer == nil {
					for _, f := range c.Findings {
						seen[f]++
					}
				}
				for _, f := range r.Of(c) {
					if f.Gain > c.Gain {
						if f.Check != volume.id { // its fix is of several places
							t.Fatal(failing(d, "card %s gains %v, its finding %s %v", c.Address, c.Gain, f.Check, f.Gain))
						}
					}
				}
				if i > 0 && c.Gain > cards[i-1].Gain && cards[i-1].rank == c.rank {
					t.Fatal(failing(d, "card %s gains more than the one before", c.Address))
				}
				each(c.Places, &c)
			}
		}
		each(r.Cards, nil)
		if sum := claims(r.Cards); sum > 100-r.Score+1e-6 {
			t.Fatal(failing(d, "the cards gain %v together, the score is %v", sum, r.Score))
		}
		for i, n := range seen {
			if n != 1 {
				t.Fatal(failing(d, "%d cards have the finding %+v", n, r.Findings[i]))
			}
		}
	}
	for _, d := range drafts(t) {
		check(t, d.doc, optionsFor(d.role))
	}
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) { check(t, d, o) })
}

// The cards of drafts are few, and fit two lines of the panel.
func TestCardsAreFewAndShort(t *testing.T) {
	const most, lines = 10, 130
	for _, d := range drafts(t) {
		r := Document(d.doc, optionsFor(d.role))
		if len(r.Cards) > most {
			t.Errorf("%s: %d cards", d.name, len(r.Cards))
		}
		for _, c := range r.Cards {
			if n := utf8.RuneCountInString(c.Says + " " + c.Do); n > lines {
				t.Errorf("%s: %d characters: %s %s", d.name, n, c.Says, c.Do)
			}
		}
	}
}

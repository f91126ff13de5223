// Package fieldtest compares what was read of a resume with what it says, field by field,
// for the tests of formats.
package fieldtest

import (
	"fmt"
	"slices"
	"strings"

	"resumax/resume"
)

// Field is one thing that a resume says: its kind, such as "job title", and its text.
type Field struct{ Kind, Text string }

// Of are the fields of a resume that a reader should find.
func Of(d resume.Document) (all []Field) {
	r := d.Resume()
	add := func(kind, text string) {
		if text = normal(text); text != "" {
			all = append(all, Field{kind, text})
		}
	}
	date := func(kind string, d resume.Date) {
		if d.Understood() {
			add(kind, fmt.Sprintf("%04d-%02d", d.Year, d.Month))
		}
	}
	b := r.Basics
	add("name", b.Name)
	add("label", b.Label)
	add("email", b.Email)
	add("phone", b.Phone)
	add("location", b.Location.String())
	add("summary", b.Summary)
	link := func(url string) {
		url = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(url), "https://"), "http://"), "www."), "/")
		add("link", url)
	}
	link(b.URL)
	for _, p := range b.Profiles {
		link(p.URL)
	}
	for _, w := range r.Work {
		add("title", w.Position)
		add("employer", w.Name)
		date("start", w.Start)
		date("end", w.End)
		for _, h := range w.Highlights {
			add("bullet", h.Text)
		}
	}
	for _, v := range r.Volunteer {
		add("title", v.Position)
		add("employer", v.Organization)
		for _, h := range v.Highlights {
			add("bullet", h.Text)
		}
	}
	for _, p := range r.Projects {
		add("project", p.Name)
		for _, h := range p.Highlights {
			add("bullet", h.Text)
		}
	}
	for _, e := range r.Education {
		add("school", e.Institution)
		degree := e.StudyType
		if e.Area != "" {
			degree += " " + e.Area
		}
		add("degree", strings.NewReplacer(" in ", " ", ",", "").Replace(degree))
	}
	for _, g := range r.Skills {
		for _, k := range g.Keywords {
			add("skill", k.Text)
		}
	}
	for _, l := range r.Languages {
		add("language", l.Language)
	}
	for _, c := range r.Certificates {
		add("certificate", c.Name)
	}
	return all
}

func normal(text string) string {
	text = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "\u00a0", " ", "\u00ad", "", "‑", "-", "**", "").Replace(resume.Plain(text))
	return strings.ToLower(strings.Trim(strings.Join(strings.Fields(text), " "), " .")) // designs set capitals
}

// Tally counts fields by kind: how many there are, and how many were found.
type Tally struct {
	Want, Found map[string]int
	Missing     []string
	Extra       []string
}

// NewTally makes a tally of nothing.
func NewTally() *Tally { return &Tally{Want: map[string]int{}, Found: map[string]int{}} }

// Add compares a reading with the resume that it is of.
func (t *Tally) Add(where string, want, got resume.Document) {
	have := Of(got)
	for _, f := range Of(want) {
		t.Want[f.Kind]++
		if i := slices.Index(have, f); i >= 0 {
			t.Found[f.Kind]++
			have = slices.Delete(have, i, i+1)
			continue
		}
		t.Missing = append(t.Missing, where+": "+f.Kind+": "+f.Text)
	}
	for _, f := range have {
		t.Extra = append(t.Extra, where+": "+f.Kind+": "+f.Text)
	}
}

// Share is the part of all fields that was found.
func (t *Tally) Share() float64 {
	want, found := 0, 0
	for k, n := range t.Want {
		want += n
		found += t.Found[k]
	}
	if want == 0 {
		return 1
	}
	return float64(found) / float64(want)
}

// String is the shares by kind.
func (t *Tally) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.4f in all", t.Share())
	var kinds []string
	for k := range t.Want {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		fmt.Fprintf(&b, ", %s %d/%d", k, t.Found[k], t.Want[k])
	}
	return b.String()
}

// Package role holds role packs: what a strong resume for one role is made of.
//
// A [Pack] is data: a sample, keywords, the signals that readers of the role
// look for, advice and interview questions. The packs that come with ResuMax
// are the files assets/roles/*.toml; [Load] reads one and names file, line and
// member where something is wrong. The program reads these in a packed form, each
// when it is first asked for.
package role

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"resumax/language/terms"
	"resumax/resume"
)

// Pack is one role.
type Pack struct {
	ID             string              `toml:"id"`                       // a short name for files and options: "backend-engineer"
	Name           string              `toml:"name"`                     // "Backend Engineer"
	Family         string              `toml:"family"`                   // what roles it is kin to: "Software engineering"
	About          string              `toml:"about"`                    // what its readers look for, in one sentence
	Titles         []string            `toml:"titles,omitempty"`         // other titles it goes by
	Summary        string              `toml:"summary"`                  // a strong summary
	Sections       []string            `toml:"sections,omitempty"`       // the sections of a resume for it, in order
	WhatWorks      []string            `toml:"what_works,omitempty"`     // why a resume like the sample convinces
	Mistakes       []string            `toml:"mistakes,omitempty"`       // common ones
	Certifications []string            `toml:"certifications,omitempty"` // which are worth having
	At             []string            `toml:"at,omitempty"`             // the levels at which people have the role; none for all
	Levels         map[string]Level    `toml:"levels,omitempty"`         // what differs by experience: "junior", "mid", "senior"
	Signals        []Signal            `toml:"signals,omitempty"`        // what readers look for
	Bullets        []Bullet            `toml:"bullets,omitempty"`        // strong ones to learn from
	Skills         []SkillGroup        `toml:"skills,omitempty"`         // what to list, by kind
	Keywords       []KeywordGroup      `toml:"keywords"`                 // what hiring systems search for, by kind
	PromptLines    map[string][]string `toml:"prompts,omitempty"`        // what to write, by section
	FAQ            []QA                `toml:"faq,omitempty"`
	Questions      []Question          `toml:"questions,omitempty"` // of interviews
	SampleResume   map[string]any      `toml:"sample"`              // in JSON Resume's members
	File           string              `toml:"-"`                   // that it was read from

	sample func() resume.Document
	vocab  func() map[*terms.Term]float64 // see vocabulary, made when first needed
}

// Level is what a role asks of someone with a certain experience.
type Level struct {
	Advice   []string `toml:"advice,omitempty"`   // what to show, and what to leave out
	Sections []string `toml:"sections,omitempty"` // the order of sections where it is not the pack's
}

// LevelNames are the levels, by rising experience. Package score tells them by
// dated work.
var LevelNames = []string{"junior", "mid", "senior"}

// Signal is a kind of evidence that readers of a role look for.
type Signal struct {
	ID         string            `toml:"id"`
	Name       string            `toml:"name"`
	Source     string            `toml:"source,omitempty"`     // who says so in public, "" where it is common experience
	Units      []string          `toml:"units,omitempty"`      // units and count nouns of the metrics that are evidence of it
	Terms      []string          `toml:"terms,omitempty"`      // terms that are, beside a metric
	Magnitudes map[string]string `toml:"magnitudes,omitempty"` // what is usual, by level
}

// Bullet is a strong bullet and the signal it shows.
type Bullet struct {
	Text   string `toml:"text"`
	Signal string `toml:"signal,omitempty"`
}

// SkillGroup is a named group of skills.
type SkillGroup struct {
	Name     string   `toml:"name"`
	Keywords []string `toml:"keywords"`
}

// KeywordGroup is a named group of terms.
type KeywordGroup struct {
	Name  string   `toml:"name"`
	Terms []string `toml:"terms"`
}

// QA is a question about resumes for the role, and its answer.
type QA struct {
	Question string `toml:"question"`
	Answer   string `toml:"answer"`
}

// Question is one of an interview, and what a good answer shows.
type Question struct {
	Text  string `toml:"text"`
	Shows string `toml:"shows"`
}

// IsAt reports whether people of a level have the role.
func (p *Pack) IsAt(level string) bool { return len(p.At) == 0 || slices.Contains(p.At, level) }

// Hint says what a good answer shows.
func (q Question) Hint() string { return "A good answer shows: " + lowerFirst(q.Shows) }

// Hint says which signal is shown.
func (s Signal) Hint() string { return "Shows " + lowerFirst(s.Name) }

// lowerFirst makes a sentence the second half of another. A word in capitals,
// such as a name, stays.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// Order is the order of sections for a level.
func (p *Pack) Order(level string) []string {
	if own := p.Levels[level].Sections; len(own) > 0 {
		return own
	}
	return p.Sections
}

// Prompts say what to write in the section key, none where the pack is silent.
func (p *Pack) Prompts(key string) []string { return p.PromptLines[key] }

// Sample is a full resume of a made-up person.
func (p *Pack) Sample() resume.Document { return p.stamped(p.sample()) }

// Empty is a resume without content, its sections in the order of a level. The
// level is noted in it, unless it is "": then the dates will tell it.
func (p *Pack) Empty(level string) resume.Document {
	d := p.stampedAs(resume.Document{}, p.Order(level))
	if level != "" {
		d = must(d.Set(resume.Settings+"/level", resume.Text(level)))
	}
	return d
}

// stamped notes the role in a document and puts its sections in order.
func (p *Pack) stamped(d resume.Document) resume.Document { return p.stampedAs(d, p.Sections) }

func (p *Pack) stampedAs(d resume.Document, order []string) resume.Document {
	d = must(d.Set(resume.Settings+"/role", resume.Text(p.ID)))
	to := 0 // where the next section that the document has belongs
	for _, key := range order {
		from := slices.IndexFunc(d.Resume().Sections, func(s resume.Section) bool { return s.Key == key })
		if from < to {
			continue // not in the document, or in its place already
		}
		if from > to {
			d = must(d.MoveSection(from, to))
		}
		to++
	}
	return d
}

// must is a document whose making cannot fail: Load refuses samples with a "meta",
// and sections are moved between places that were just counted.
func must(d resume.Document, err error) resume.Document {
	if err != nil {
		panic(err)
	}
	return d
}

// List is packs, by name.
type List []*Pack

// Find is the pack with the id.
func (l List) Find(id string) (*Pack, bool) {
	i := slices.IndexFunc(l, func(p *Pack) bool { return p.ID == id })
	if i < 0 {
		return nil, false
	}
	return l[i], true
}

// Families are what roles the packs are kin to, in alphabetical order.
func (l List) Families() []string {
	var all []string
	for _, p := range l {
		all = append(all, p.Family)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Sort puts packs in the order of a list.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b *Pack) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), strings.Compare(a.ID, b.ID))
	})
}

// All are the packs that come with ResuMax.
var All = sync.OnceValue(func() List {
	var all List
	for _, s := range shipped() {
		all = append(all, s.pack())
	}
	return all
})

// ByID is the pack with the id that comes with ResuMax. The others are not read.
func ByID(id string) (*Pack, bool) {
	for _, s := range shipped() {
		if s.id == id {
			return s.pack(), true
		}
	}
	return nil, false
}

// Ships reports whether a pack with the id comes with ResuMax. No pack is read.
func Ships(id string) bool {
	return slices.ContainsFunc(shipped(), func(s packedPack) bool { return s.id == id })
}

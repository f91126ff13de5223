package posting

import "strings"

// Posting is what a job posting says.
type Posting struct {
	Title    string `json:"title"`
	Company  string `json:"company"`
	Location string `json:"location"`
	Remote   string `json:"remote"` // Full, Hybrid or None, "" where it is not said
	Salary   string `json:"salary"` // in the posting's words
	Type     string `json:"type"`   // "Full-time, Permanent"
	Level    string `json:"level"`  // intern, junior, mid or senior, "" where it is not said

	// What the posting asks for. Whether it must be is told by the requirement of the kind.
	Years     int      `json:"years"`  // of experience, at least; 0 for none
	Degree    string   `json:"degree"` // the lowest that will do: see Degrees
	Languages []string `json:"languages"`
	Licenses  []string `json:"licences"`

	Required         []Requirement `json:"required"`
	Preferred        []Requirement `json:"preferred"`
	Unlabeled        []Requirement `json:"unlabelled"` // neither is said of it
	Mentioned        []Requirement `json:"mentioned"`  // in texts about the employer
	Responsibilities []string      `json:"responsibilities"`

	Posted   string   `json:"posted,omitempty"` // a day as 2026-03-31
	Closes   string   `json:"closes,omitempty"`
	URL      string   `json:"url,omitempty"`
	Language string   `json:"language"`        // of the text, a tag of BCP 47
	Notes    []string `json:"notes,omitempty"` // what could not be read, in sentences

	// Source is what was read: pasted text byte for byte, of files the lines of their text.
	Source string `json:"-"`

	// AsRead is what the reader said of the fields that were corrected by hand, as [Posting.Fact]
	// gives it.
	AsRead map[Field]string `json:"as_read,omitempty"`

	form  form   // of the source
	found *found // where corrections change it
}

// found is what a posting asks for in all, by the reader.
type found struct {
	years               int
	degree              string
	languages, licenses []string
}

// Requirement is something that a posting asks for.
type Requirement struct {
	// Any are the terms of which one is enough, by their names in package terms or in the
	// list of degrees, languages and licenses. It is empty for what has no term, such as
	// "a steady hand".
	Any      []string `json:"any"`
	Text     string   `json:"text"`     // the words that say it
	Sentence string   `json:"sentence"` // the sentence that they are in
	Kind     Kind     `json:"kind,omitempty"`
	Count    int      `json:"count"` // how often the posting says it

	// ID tells the requirement from others of its posting, and is the same whenever the posting
	// is read: it is made of the sentence and the terms.
	ID string `json:"id"`

	// What was corrected by hand, see [Correct].
	NotForMe bool     `json:"not_for_me,omitempty"` // it counts nowhere: it is struck out, or all its terms are off
	Off      []string `json:"off,omitempty"`        // terms that are none; Any has the others
	ByHand   bool     `json:"by_hand,omitempty"`    // the posting does not say it, or the reader missed it
	ReadAs   Section  `json:"read_as,omitempty"`    // where the reader put it, of what was moved
}

// Section is a part of a posting, by what stands in it.
type Section string

// The parts of a posting. Requirements are in the first three, and in About those that are only
// mentioned.
const (
	Required         Section = "required"
	Preferred        Section = "preferred"
	Unlabeled        Section = "unlabeled"
	Responsibilities Section = "responsibilities"
	RoleText         Section = "role" // prose about the job
	About            Section = "about"
	Benefits         Section = "benefits"
	EqualOpportunity Section = "equal"
	HowToApply       Section = "apply"
	Chrome           Section = "chrome" // what a site puts around a posting
	NoSection        Section = ""
)

// Kind is what a requirement is.
type Kind string

// The kinds of requirements.
const (
	Term     Kind = ""         // a technology, a method or a term of a trade
	Degree   Kind = "degree"   // a degree, or what is taken instead
	License  Kind = "license"  // a license, a certificate or a clearance
	Language Kind = "language" // a language that people speak
	Years    Kind = "years"    // years of experience alone
	Other    Kind = "other"    // anything that has no term
	instead  Kind = "instead"  // what is taken instead of a degree
)

// equivalent is the name of what is taken instead of a degree.
const equivalent = "equivalent experience"

// Degrees are the degrees that there are, the lowest first.
func Degrees() []string {
	return []string{"high school", "vocational", "associate", "bachelor", "master", "doctorate"}
}

// The values of Posting.Remote, as in JSON Resume's schema of jobs.
const (
	Remote = "Full"
	Hybrid = "Hybrid"
	OnSite = "None"
)

// SaidLicenses are the licenses by their names, and behind a name that the posting doesn't use the
// words that it uses: "driver's license (Führerschein Klasse B)".
func (p Posting) SaidLicenses() []string {
	said := make([]string, len(p.Licenses))
	for i, name := range p.Licenses {
		said[i] = name
		for _, q := range p.all() {
			const longest = 60 // bytes
			if q.Kind != License || len(q.Any) != 1 || q.Any[0] != name || len(q.Text) > longest {
				continue
			}
			if a, b := strings.ToLower(q.Text), strings.ToLower(name); !strings.Contains(a, b) && !strings.Contains(b, a) {
				said[i] = name + " (" + q.Text + ")"
			}
			break
		}
	}
	return said
}

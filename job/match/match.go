// Package match judges how well a resume answers one job posting.
//
// A posting is requirements, each a group of terms of which one is enough. The resume's
// texts are evidence: a bullet proves a term, the list of skills only claims it. Every
// requirement has one state, and the evidence for it word for word with its address.
//
// The match is 100 points in five parts: what is required, what is preferred, the title, the
// facts that decide alone (years, degrees, languages, licenses), and how much of it recent
// bullets prove. Points of parts that a posting has nothing for go to the others, in
// proportion. A term counts once, so that repeating it gains nothing; nor does what is
// hidden, or copied from the posting word for word.
//
// Names, employers and schools are not looked at. The same input gives the same report
// everywhere: there is no clock, no locale and no disk here.
package match

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/job/posting"
	"resumax/resume"
)

// State is where a resume stands with a requirement.
type State string

// The states of requirements, the best first.
const (
	Proved    State = "proved"    // a bullet, a degree, a certificate or dated work shows it
	Listed    State = "listed"    // the resume says so, in its skills or its summary, and shows it nowhere
	Implied   State = "implied"   // something else in the resume implies it
	Elsewhere State = "elsewhere" // the project has it, where this version of the resume does not show it
	Absent    State = "absent"
)

// Part is where in a posting a requirement stands.
type Part string

// The parts of postings.
const (
	Required  Part = "required"
	Preferred Part = "preferred"
	Unlabeled Part = "unlabeled" // neither is said of it
	Mentioned Part = "mentioned" // in texts about the employer
)

// Evidence is what a resume says of a requirement.
type Evidence struct {
	Address resume.Address `json:"address"`
	Quote   string         `json:"quote"` // stands at the address word for word, marks included
	// Project is set where the address is one of Input.Project, not of Input.Document.
	Project bool `json:"-"`
	Hidden  bool `json:"-"` // it is in the document, and hidden there
}

// Requirement is one thing that a posting asks for, and how the resume answers it.
type Requirement struct {
	ID       string       `json:"-"`   // of the posting's requirement, "" for a fact that no sentence asks for
	Any      []string     `json:"any"` // the terms of which one is enough, none for what has no term
	Text     string       `json:"-"`   // the posting's words that say it
	Sentence string       `json:"sentence"`
	Language string       `json:"-"` // of the posting, a tag of BCP 47
	Kind     posting.Kind `json:"kind"`
	Part     Part         `json:"-"`
	// Weight is the points of match that it earns with full credit, without those of proof. It
	// is zero for what no resume shows, such as "able to lift 50 pounds".
	Weight   float64    `json:"weight"`
	Credit   float64    `json:"credit"` // 0 to 1
	State    State      `json:"state"`
	Met      string     `json:"-"`        // which of Any is met, "" for none
	Spelled  string     `json:"-"`        // how the resume writes it where the posting writes it otherwise, "" for none
	Evidence []Evidence `json:"evidence"` // the best first, at most a few
	Gain     float64    `json:"-"`        // points of match that a recent bullet which proves it adds
}

// nameLength bounds the posting's words as the name of a requirement, in characters.
const nameLength = 90

// Name is what the requirement is called: the posting's words where they are short and name
// one thing, else the terms of which one is enough, in the posting's language.
func (q Requirement) Name() string {
	text := strings.TrimSpace(q.Text)
	if text != "" && (len(q.Any) == 0 || len(q.Any) == 1 && utf8.RuneCountInString(text) <= nameLength) {
		return capital(text)
	}
	return capital(AnyOf(q.Any, q.Sentence, q.Language))
}

// capital is a text with its first letter as a capital, unless its first word is a name that
// is written otherwise, such as gRPC.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if word, _, _ := strings.Cut(text, " "); strings.ToLower(word) != word {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// Judged reports whether the requirement is one that a resume can show.
func (q Requirement) Judged() bool { return q.Weight > 0 }

// Parts are points by part.
type Parts struct {
	Required  float64 `json:"required"`
	Preferred float64 `json:"preferred"`
	Title     float64 `json:"title"`
	Knockouts float64 `json:"knockouts"`
	Proof     float64 `json:"proof"`
}

// Sum is all points.
func (p Parts) Sum() float64 { return p.Required + p.Preferred + p.Title + p.Knockouts + p.Proof }

// What the parts have in a posting that has something for each.
const (
	MaxRequired  = 55
	MaxPreferred = 15
	MaxTitle     = 12
	MaxKnockouts = 8
	MaxProof     = 10
)

// Band is what a match means.
type Band string

// The bands. Matching more than half of what is asked for gains ever less, and beyond the
// last bound nothing that would be worth a change.
const (
	Stretch   Band = "a stretch"    // under 40
	Plausible Band = "plausible"    // 40 to 60
	Strong    Band = "strong"       // 60 to 80
	Stop      Band = "stop editing" // over 80: further gains are noise
)

// BandOf is the band of a match.
func BandOf(match float64) Band {
	switch {
	case match < 40:
		return Stretch
	case match < 60:
		return Plausible
	case match <= 80:
		return Strong
	}
	return Stop
}

// Note is something to know of how the match came about.
type Note struct {
	Address resume.Address // in Input.Document, "" for the posting or the whole
	Text    string
}

// Report is the whole judgement.
type Report struct {
	Match        float64       // 0 to 100
	Band         Band          // "" where the posting asks for nothing that can be compared
	Parts        Parts         // points earned
	Of           Parts         // points that there are, by what the posting has something for
	Requirements []Requirement // required, unlabeled, preferred, mentioned; each in the posting's order
	Elsewhere    []int         // indexes of requirements that the project meets and the document does not show
	Absent       []int         // indexes of judged requirements that nothing meets
	Title        Evidence      // the title that comes nearest to the posting's, empty for none
	Months       int           // of dated work of the posting's line, no time counted twice
	Notes        []Note        // such as texts that are copied from the posting and earn nothing
}

// Input is what is compared.
type Input struct {
	Document resume.Document // as it is printed: the view of a variant, or the base
	// Project is the base with all that it holds, hidden or not, and with its variants: what it
	// has and Document does not show is "elsewhere". Empty for none but Document.
	Project resume.Document
	Posting posting.Posting
	Today   resume.Date
	// Avoid tells texts that nothing suggests: what the user cannot defend. Nil for none.
	Avoid func(text string) bool
}

// Match compares a resume and a posting with a matcher of its own.
func Match(in Input) Report { return New().Match(in) }

// tidy rids points of the last bits, in which processors and orders of adding differ.
func tidy(v float64) float64 { return math.Round(v*1e6) / 1e6 }

func clamp(v float64) float64 { return min(1, max(0, v)) }

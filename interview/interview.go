// Package interview turns a resume into what its reader will ask: cards, each made of what a
// line says, with why it is asked, what a good answer holds and what is asked next.
//
// A number asks to be defended, a technology or a method asks against what it was chosen, a
// strong bullet is a story, a gap and a short stay need one sentence, a posting's requirement
// needs proof, and every title has its questions. The questions are in assets/interview, in our
// own words, for all fields of work; this package decides which of them a resume raises.
//
// No card asks what its place does not say: its quote stands in the text at its address, and
// what the question names is in that text, or in the posting. No two cards of a resume ask the
// same. A card's ID is made of what it is about, not of where that is or how it is worded, so
// that notes stay with it: see [Card].
//
// Nothing here knows a disk, a clock or a locale: the day is an argument.
package interview

import (
	"resumax/interview/prep"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/language/arithmetic"
	"resumax/language/metric"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

// Kind is what a card asks for.
type Kind string

// The kinds of cards.
const (
	Defend    Kind = "defend-the-number" // a number of the resume
	TradeOff  Kind = "trade-off"         // a technology, a method or a way
	Star      Kind = "star"              // the story of a strong bullet
	Vague     Kind = "claim"             // a line without a number
	Gap       Kind = "gap"               // time between jobs
	ShortStay Kind = "short-stay"        // under a year at an employer
	Skill     Kind = "skill"             // that no line shows
	Required  Kind = "posting"           // a requirement of the posting
	Role      Kind = "role"              // of everyone with the title
	Asked     Kind = "asked"             // in a real interview
)

// Audience is who asks most often.
type Audience string

// The audiences.
const (
	Recruiter     Audience = "recruiter"
	HiringManager Audience = "hiring manager"
	Peer          Audience = "peer"
	Panel         Audience = "panel"
)

// Audiences are all of them, in the order in which candidates meet them.
var Audiences = []Audience{Recruiter, HiringManager, Peer, Panel}

// FollowUps is how deep a card asks on.
const FollowUps = 3

// The groups of questions that all fields share.
var groupIDs = []string{"star", "gap", "short-stay", "skill", "posting-absent", "posting-elsewhere", "posting-implied", "posting-listed", "posting-proved",
	"trade-off", "practice", "method", "unsaid", "given", "claim", "asked"}

// Figure is a number that follows from those of the quote.
type Figure struct {
	Text  string  `json:"text"`
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
}

// Card is one question to expect.
//
// Its ID is made of its kind, the identity of its place and what it asks about there: the kind
// of number, the term. A bullet's identity is its id, where it has one (see
// [resume.Document.Identify]); else it is the position it stands in, so that the ID outlives a
// rewording and a reordering of most bullets. [Report.Keep] gives the place an id when something
// is to be kept with the card.
type Card struct {
	ID         string         `json:"id"`
	Kind       Kind           `json:"kind"`
	Audience   Audience       `json:"audience"`
	Address    resume.Address `json:"address"`
	Quote      string         `json:"quote"` // stands in the text at Address, word for word
	Question   string         `json:"question"`
	Why        string         `json:"why"`
	Likelihood float64        `json:"likelihood"` // 0 to 1, by which cards are ordered: no forecast
	Points     []string       `json:"points"`
	FollowUps  []string       `json:"followUps"` // three, each asked after the answer to the one before
	Arithmetic []Figure       `json:"arithmetic"`

	Term        string `json:"-"` // the technology, method, skill or requirement, "" for none
	Number      string `json:"-"` // the kind of number: "latency"; "" for none
	Requirement string `json:"-"` // of the posting, by its ID
	Hash        string `json:"-"` // of the numbers that it is about, "" for none; see [Card.Stale]

	place, key string // the identity that the ID is made of
	hard       bool   // the place has an id
}

// Contradiction is numbers that exclude each other.
type Contradiction struct {
	Addresses []resume.Address `json:"addresses"` // one, or two
	Text      string           `json:"text"`
}

// Claim is a number of the resume with its defense.
type Claim struct {
	Address  resume.Address `json:"address"`
	Quote    string         `json:"quote"` // the number as it stands in the text at Address
	Value    float64        `json:"value"` // in Unit
	Unit     string         `json:"unit"`
	Defended bool           `json:"defended"`

	ID    string           `json:"-"` // made as that of a card
	Cites []resume.Address `json:"-"` // other places that say the same number of the same thing
	Stale bool             `json:"-"` // it has changed since it was defended
	Hash  string           `json:"-"` // of what the number says, see [prep.Claim]
	Kind  string           `json:"-"` // "latency", "cost"
	// CannotDefend is that the user cannot defend it: it must not leave with an export.
	CannotDefend bool `json:"-"`

	place, key string
	hard       bool
}

// Report is all that a resume raises.
type Report struct {
	Readiness      float64         `json:"readiness"` // 0 to 1: the share of likely cards practiced with confidence
	Cards          []Card          `json:"cards"`     // the likeliest first
	Contradictions []Contradiction `json:"contradictions"`
	Ledger         []Claim         `json:"ledger"` // every number once, in the resume's order
	// Note says what of the resume limits the cards, "" for nothing: that it is in another
	// language, of which numbers and terms are read, and no verbs.
	Note string `json:"-"`
}

// Input is what cards are made of.
type Input struct {
	Document  resume.Document // as it is printed: the view of a variant, or the base
	Today     resume.Date
	Posting   *posting.Posting // that is answered, nil for none
	PostingID string           // of a posting of the project, "" for another
	Match     *match.Report    // of it; nil to have it made
	Project   resume.Document  // the base with all that it holds, for the match; may be empty
	Pack      *role.Pack       // of the target role, nil for none
	Prep      prep.Prep        // what is kept of earlier preparation
	Letters   []Letter         // whose numbers are compared with the resume's
}

// Letter is a text beside the resume whose numbers must be the same.
type Letter struct {
	Address resume.Address
	Text    string
}

// Deriver makes cards. It keeps what it has read, so that after a keystroke only the text that
// changed is read again. One goroutine may use it at a time.
type Deriver struct {
	texts  map[string]*text
	others map[string]*text // as texts in other languages
	drafts map[draftKey]*draft
	skills map[string][]*terms.Term
	match  *match.Matcher

	tongue string // of the resume that is read now, "" for English

	// What was done, which tests count.
	Read, Drafted int // texts read, and cards written
}

// New makes a deriver that has read nothing.
func New() *Deriver {
	d := &Deriver{match: match.New()}
	d.forget()
	return d
}

func (d *Deriver) forget() {
	d.texts, d.others, d.drafts, d.skills = map[string]*text{}, map[string]*text{}, map[draftKey]*draft{}, map[string][]*terms.Term{}
}

// Most texts and cards that are kept: some fifty resumes' worth.
const mostKept = 8192

// Derive makes the cards of a resume with a deriver of its own.
func Derive(in Input) Report { return New().Derive(in) }

// text is a text with what was read of it.
type text struct {
	source, plain string
	offsets       []int // of the plain text in the source, nil where they are the same
	reading       arithmetic.Reading
	figures       []arithmetic.Figure
	sure          bool // its numbers are written as its language writes them
	wrong         []arithmetic.Contradiction
	claims        []arithmetic.Claim
	found         []terms.Match
	numbers       []number
	plainNumbers  []*metric.Metric // of texts in other languages, see [text.readPlain]
	verb          string           // the first word, in small letters
	options       []option         // nil until they were asked for
	opened        *string          // see [text.opening]
	rated         uint8            // 0 where it was not rated, 2 for strong
}

// number is one number of a text, or one change, as it is asked about.
type number struct {
	kind       *numberKind
	start, end int // bytes of the plain text
	from, to   int // the same with the words that say what it is of, as it is quoted
	what       string
	unit       string
	change, by bool
	zero       bool
	percentile bool
	window     bool
	attribute  bool             // it says of what kind a thing is: "28-bed unit"
	group      string           // what it is the size of: "crew" of "crew of 5"
	metrics    []*metric.Metric // of one, or before and after
}

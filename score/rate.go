package score

import (
	"fmt"
	"strings"
	"sync"

	"resumax/language/terms"
	"resumax/role"
)

// Strength is how much a single bullet convinces.
type Strength uint8

// The strengths of a bullet.
const (
	Weak   Strength = iota // says little that could be weighed
	Fair                   // says something, not yet all
	Strong                 // acts, on something specific, with a number and its means
)

func (s Strength) String() string { return [...]string{"weak", "fair", "strong"}[s] }

// BulletRating is the judgement of one bullet by itself.
type BulletRating struct {
	Strength   Strength
	Action     bool // begins with a verb that acts
	Outcome    bool // says what changed
	Metric     bool // with a number
	Comparator bool // that compares
	Method     bool // says by which means
	Length     bool // has a length that is read
}

// Words say what the rating means, for a tooltip.
func (r BulletRating) Words() string {
	var lacks []string
	for _, p := range []struct {
		ok   bool
		what string
	}{{r.Action, "an action verb"}, {r.Outcome, "a result"}, {r.Metric, "a number"}, {r.Method, "a method"}, {r.Length, fmt.Sprintf("a length of %d to %d words", minWords, maxWords)}} {
		if !p.ok {
			lacks = append(lacks, p.what)
		}
	}
	if len(lacks) == 0 {
		return "Strong: an action verb, a number, a result and a method"
	}
	return titled(r.Strength.String()) + ": missing " + list(lacks).String()
}

// Rate rates one bullet.
func (s *Scorer) Rate(text string, o Options) BulletRating {
	if list := o.termsList(); list != s.list {
		s.forget(list)
	}
	return s.sentence(text).rated()
}

// RateOnce rates one bullet in English of which something may be known, nil for nothing. It reads only
// what the rating asks for, and keeps nothing but what it knows of words. Any goroutine may call it.
func RateOnce(text string, known *Known) BulletRating {
	ratedWords.Lock()
	defer ratedWords.Unlock()
	if len(ratedWords.facts) > 20*vocabulary {
		ratedWords.facts = nil
	}
	if ratedWords.facts == nil {
		ratedWords.facts = make(facts, vocabulary)
	}
	return readGist(text, terms.Default(), ratedWords.facts, known).rated()
}

// ratedWords is what is known of the words of bullets that were rated once: it is the same for all.
var ratedWords struct {
	sync.Mutex
	facts facts
}

func (b *sentence) rated() BulletRating {
	r := BulletRating{Action: b.begins == action, Outcome: b.outcome, Metric: b.metric, Comparator: b.compare, Method: b.method,
		Length: b.isOfLength()}
	n := 0
	for _, ok := range []bool{r.Action, r.Outcome, r.Metric, r.Method} {
		if ok {
			n++
		}
	}
	switch {
	case n == 4 && r.Length:
		r.Strength = Strong
	case n >= 2 && b.begins != weak:
		r.Strength = Fair
	}
	return r
}

// listCheck is the check of the notice that a bullet is a list of names.
const listCheck = "list"

// notices are what the user should know of and what costs no points: sentences
// of a sample that are not theirs yet, and slots that are still to fill.
func (r *reading) notices() []Finding {
	notices := []Finding{} // never null in JSON
	for _, slot := range r.document.Slots() {
		at := strings.Index(r.document.TextAt(slot.Address), slot.Text)
		notices = append(notices, Finding{Check: "slot", Dimension: "correctness", Address: slot.Address,
			Span: Span{at, at + len(slot.Text)}, Quote: slot.Text, Kind: Ask,
			Why: "This question is still in the text. Export is blocked until you answer it.", Fix: "Answer " + quoted(slot.Text).String() + " or remove it"})
	}
	if sample := role.Unedited(r.resume); len(sample) > 0 {
		text := r.document.TextAt(sample[0])
		why := "This is sample text, unchanged."
		if n := len(sample); n > 1 {
			why = fmt.Sprintf("This is sample text, unchanged: the first of %d.", n)
		}
		notices = append(notices, Finding{Check: "sample", Dimension: "correctness", Address: sample[0], Quote: text, Kind: Edit,
			Why: why, Fix: "Replace it with your own words"})
	}
	notices = append(notices, r.arithmetic()...)
	if f, ok := r.languageNotice(); ok {
		notices = append(notices, f)
	}
	for _, b := range r.lists {
		what, fix := " is a list of names, not a bullet.", "Say what you did with them, or move them to skills"
		if b.isNoList() {
			what, fix = " is a heading or a name, not a bullet.", "Remove it, or say what you did"
		}
		notices = append(notices, Finding{Check: listCheck, Dimension: "specificity", Address: b.address, Quote: b.text, Kind: Ask,
			Why: quoted(b.text).String() + what, Fix: fix})
	}
	return notices
}

// isNoList reports whether a text that is no sentence lists nothing either:
// "Accomplishments:", "Austin, TX, May 2019".
func (s *sentence) isNoList() bool {
	text := strings.TrimRight(s.plain, " .")
	return strings.HasSuffix(text, ":") || !strings.ContainsAny(text, ",;|•/·:") || len(s.found) == 0 && strings.Count(text, ",") < 3
}

package score

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"resumax/resume"
)

// mechanics: words spelled wrong, doubled words, brackets that do not close, American and
// British spelling mixed.
var mechanics = check{
	id: "mechanics", name: "Spelling and mechanics", dimension: "correctness", max: 4, find: findMechanics,
	how:    "Words that are in no dictionary of the resume's language (American and British English, German, French, Spanish or Portuguese) and likely a typo of one that is, each once; doubled words, unmatched brackets: 1.5 points for the first, 1 for each further one; 0.5 for mixed American and British spelling.",
	source: "In an experiment with 445 recruiters (PLOS ONE 0283280) a few spelling errors cost 7 percentage points of interviews, many cost 18.",
	passes: "Received the award",
	fails:  "Recieved the the award",
}

// flaw is a part of a sentence that should be otherwise.
type flaw struct {
	start, end int // in the plain text
	why, fix   string
	fixed      func() string // the whole text, fixed
	kind       Kind
}

// flawIn makes a finding of a flaw in a text of the page.
func (r *reading) flawIn(l line, f flaw) Finding {
	if r.quiet {
		return Finding{}
	}
	found := f.finding(0, l.address, l.sentence)
	for i := range r.bullets {
		if b := &r.bullets[i]; b.sentence == l.sentence && b.address == l.address {
			found.rewriting = rewritten(b, "", func(*sentence, string) string { return f.fixed() })
			break
		}
	}
	return found
}

// finding makes a finding of a flaw.
func (f flaw) finding(lost float64, at resume.Address, s *sentence) Finding {
	span, quote := s.span(f.start, f.end)
	return Finding{Lost: lost, Address: at, Span: span, Quote: quote, Why: f.why, Fix: f.fix, Kind: f.kind,
		patch: func(d resume.Document) (resume.Document, error) { return d.SetText(at, f.fixed()) }}
}

// What typos cost: the first one shows that nobody proofread it, further ones
// add to that. In an experiment with 445 recruiters few errors cost 7 points of
// the chance of an interview, many 18 (PLOS ONE 0283280).
const mechanicsPoints, firstTypo, nextTypo, mixedSpelling = 4, 1.5, 1.0, 0.5

// maxTypos is how many typos cost points: all that the check has are lost then.
const maxTypos = 4

func findMechanics(r *reading) []Finding {
	const points = mechanicsPoints
	var findings []Finding
	left := float64(points)
	add := func(cost float64, f Finding) {
		f.Lost, f.Kind = min(cost, left), Edit
		left -= f.Lost
		if f.Lost > 0 {
			findings = append(findings, f)
		}
	}
	typo := func(f Finding) {
		if len(findings) == 0 {
			add(firstTypo, f)
		} else {
			add(nextTypo, f)
		}
	}
	for _, f := range r.spellingFindings() {
		typo(f)
	}
	for _, s := range r.sentences {
		if left == 0 {
			break
		}
		for _, f := range s.typos {
			typo(r.flawIn(s, f))
		}
	}
	if f, ok := r.mixedSpelling(); ok {
		add(mixedSpelling, f)
	}
	return findings
}

// readTypos finds the doubled words and lonely brackets of a sentence, the first
// of each.
func (s *sentence) readTypos() {
	for i, t := range s.tokens {
		if mayDouble[t.Lower] || t.mayDouble || !t.surplus || t.Text != t.Lower || !isLetters(t.Lower) || !s.isDoubled(i) { // "Loan Loan Officer" is a heading and what comes after it
			continue
		}
		from, to, fixed := i-1, i, func() string { return s.with(s.tokens[i-1].End, t.End, "") }
		if i == 0 || !twice(s.tokens[i-1], t) {
			from, to = i, i+1
			fixed = func() string { return s.with(t.Start, s.tokens[i+1].Start, "") }
		}
		s.typos = append(s.typos, flaw{s.tokens[from].Start, s.tokens[to].End, fmt.Sprintf("“%s” is repeated.", t.Text), "Remove one", fixed, Edit})
		break
	}
	if at, what, fixed := lonelyBracket(s.plain, s.text); at >= 0 {
		s.typos = append(s.typos, flaw{at, at + 1, fmt.Sprintf("“%s” has %s.", shortened(s.plain), what), "Add or remove a bracket", func() string { return fixed }, Edit})
	}
}

// isDoubled reports whether the token i, which is one too many, is there twice with nothing
// but space between: "milk & milk products" and "at AT&T" have two words.
func (s *sentence) isDoubled(i int) bool {
	if i > 0 && twice(s.tokens[i-1], s.tokens[i]) {
		return s.adjoin(i-1) && strings.HasSuffix(s.tokens[i-1].Text, s.tokens[i].Text)
	}
	return s.adjoin(i) && strings.HasPrefix(s.tokens[i+1].Text, s.tokens[i].Text)
}

// Words that may be doubled.
var mayDouble = map[string]bool{"had": true, "that": true, "is": true, "very": true}

// isLetters reports whether a word is letters: broken text such as "Â Â" says nothing of
// who wrote it.
func isLetters(word string) bool {
	return len(word) > 1 && strings.IndexFunc(word, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }) >= 0 ||
		strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) || r < 0x100 }) < 0
}

// twice reports whether a word is doubled.
func twice(a, b token) bool {
	before, ends := strings.CutSuffix(a.Lower, b.Lower)
	return !a.Comma && !b.Digits && ends && (before == "" || joined(before[len(before)-1]))
}

// isSurplus reports whether the token i is one too many: it repeats the word before it,
// or the one after it begins with it, as in "retry retry-loop", "calls
// calls/s" and "clinic clinic's".
func (s *sentence) isSurplus(i int) bool {
	t := s.tokens[i]
	if i > 0 && twice(s.tokens[i-1], t) && s.adjoin(i-1) {
		return true
	}
	if i+1 == len(s.tokens) || t.Comma || t.Digits || !s.adjoin(i) {
		return false
	}
	behind, begins := strings.CutPrefix(s.tokens[i+1].Lower, t.Lower)
	return begins && behind != "" && (joined(behind[0]) || behind == "'s" || behind == "’s")
}

// adjoin reports whether nothing stands between the token i and the one after it: "milk &
// milk products" doubles no word.
func (s *sentence) adjoin(i int) bool {
	return strings.TrimSpace(s.plain[s.tokens[i].End:s.tokens[i+1].Start]) == ""
}

// withoutSurplus are the tokens without those that are one too many.
func (s *sentence) withoutSurplus() []token {
	if !slices.ContainsFunc(s.tokens, func(t token) bool { return t.surplus }) {
		return s.tokens
	}
	var once []token
	for i, t := range s.tokens {
		switch {
		case !t.surplus:
			once = append(once, t)
		case len(once) > 0 && i > 0 && twice(s.tokens[i-1], t): // what is behind the second is behind the first
			last := &once[len(once)-1]
			last.Comma, last.Stop = t.Comma, t.Stop
		}
	}
	return once
}

// joined reports whether a byte makes one word of two.
func joined(b byte) bool { return strings.IndexByte("-/@&._:", b) >= 0 }

// lonelyBracket finds a round bracket without its partner, outside of a list's
// numbering such as "1)". It says where it is in the plain text, -1 for
// none, and gives the text without it.
func lonelyBracket(plain, text string) (at int, what, fixed string) {
	var open []int
	for i := range len(plain) {
		switch plain[i] {
		case '(':
			open = append(open, i)
		case ')':
			if n := len(open); n > 0 {
				open = open[:n-1]
			} else if i == 0 || !isNumbering(plain[:i]) {
				return i, "a closing bracket without an opening one", withoutByte(plain, text, i)
			}
		}
	}
	if len(open) > 0 {
		at := open[len(open)-1]
		return at, "an opening bracket without a closing one", withoutByte(plain, text, at)
	}
	return -1, "", ""
}

// isNumbering reports whether a text ends in what numbers the parts of a list:
// "1", "a".
func isNumbering(before string) bool {
	const maxLength = 2
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	fields := strings.Fields(before[max(0, len(before)-4*maxLength):])
	if len(fields) == 0 {
		return false
	}
	last := fields[len(fields)-1]
	return len(last) <= maxLength && strings.IndexByte("0123456789abcdefgiv", last[len(last)-1]) >= 0
}

// withoutByte is the text, or the plain text where it has markup, without one
// byte of the latter.
func withoutByte(plain, text string, i int) string {
	if plain == text {
		return text[:i] + text[i+1:]
	}
	return plain[:i] + plain[i+1:]
}

package score

import (
	"fmt"
	"strings"
	"unicode"

	"resumax/resume"
)

// mechanics: words spelt wrong, doubled words, brackets that do not close, a
// bullet given twice, American and British spelling mixed.
var mechanics = check{
	id: "mechanics", name: "Slips of the pen", dimension: "correctness", max: 5, find: findMechanics,
	how:    "Words that are in neither the American nor the British dictionary and are no terms, doubled words, brackets without a partner, a bullet given twice: 1.5 points for the first, one for each further; half a point for mixed British and American spelling.",
	source: "In an experiment with 445 recruiters (PLOS ONE 0283280) a few spelling errors cost 7 percentage points of interviews, many cost 18.",
	passes: "Received the award",
	fails:  "Recieved the the award",
}

// flaw is a part of a sentence that should be otherwise.
type flaw struct {
	start, end int // in the plain text
	why, fix   string
	mended     func() string // the whole text, mended
	kind       Kind
}

// finding makes a finding of a flaw.
func (f flaw) finding(lost float64, at resume.Address, s *sentence) Finding {
	span, quote := s.span(f.start, f.end)
	return Finding{Lost: lost, Address: at, Span: span, Quote: quote, Why: f.why, Fix: f.fix, Kind: f.kind,
		patch: func(d resume.Document) (resume.Document, error) { return d.SetText(at, f.mended()) }}
}

// What slips cost: the first one tells that nobody read it over, further ones
// add to that. In an experiment with 445 recruiters few errors cost 7 points of
// the chance of an interview, many 18 (PLOS ONE 0283280).
const mechanicsPoints, firstSlip, nextSlip, mixedSpelling = 5, 1.5, 1.0, 0.5

// mostSlips is how many slips cost points: all that the check has are lost then.
const mostSlips = 5

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
	slip := func(f Finding) {
		if len(findings) == 0 {
			add(firstSlip, f)
		} else {
			add(nextSlip, f)
		}
	}
	for _, f := range r.spellingFindings() {
		slip(f)
	}
	for _, s := range r.sentences {
		for _, f := range s.slips {
			slip(f.finding(0, s.address, s.sentence))
		}
	}
	for _, b := range r.repeated {
		slip(Finding{Address: b.address, Quote: b.text, Why: r.say("%s says what another bullet says already.", quoted(b.text)),
			Fix: "Take the second one out", patch: func(d resume.Document) (resume.Document, error) { return d.Remove(b.address) }})
	}
	if f, ok := r.mixedSpelling(); ok {
		add(mixedSpelling, f)
	}
	return findings
}

// readSlips finds the doubled words and lonely brackets of a sentence, the first
// of each.
func (s *sentence) readSlips() {
	for i, t := range s.tokens {
		if mayDouble[t.Lower] || !t.surplus {
			continue
		}
		from, to, mended := i-1, i, func() string { return s.with(s.tokens[i-1].End, t.End, "") }
		if i == 0 || !twice(s.tokens[i-1], t) {
			from, to = i, i+1
			mended = func() string { return s.with(t.Start, s.tokens[i+1].Start, "") }
		}
		s.slips = append(s.slips, flaw{s.tokens[from].Start, s.tokens[to].End, fmt.Sprintf("“%s” stands twice.", t.Text), "Take one out", mended, Edit})
		break
	}
	if at, what, mended := lonelyBracket(s.plain, s.text); at >= 0 {
		s.slips = append(s.slips, flaw{at, at + 1, fmt.Sprintf("A bracket %s in “%s” and has no partner.", what, shortened(s.plain)), "Put the bracket right", func() string { return mended }, Edit})
	}
}

// Words that may stand twice in a row.
var mayDouble = map[string]bool{"had": true, "that": true, "is": true, "very": true}

// twice reports whether a word stands a second time directly behind itself.
func twice(a, b token) bool {
	before, ends := strings.CutSuffix(a.Lower, b.Lower)
	return !a.Comma && !b.Digits && ends && (before == "" || joined(before[len(before)-1]))
}

// isSurplus reports whether the token i is one too many: the word before it stands
// again, or the one behind it begins with it, as in "retry retry-loop", "calls
// calls/s" and "clinic clinic's".
func (s *sentence) isSurplus(i int) bool {
	t := s.tokens[i]
	if i > 0 && twice(s.tokens[i-1], t) {
		return true
	}
	if i+1 == len(s.tokens) || t.Comma || t.Digits {
		return false
	}
	behind, begins := strings.CutPrefix(s.tokens[i+1].Lower, t.Lower)
	return begins && behind != "" && (joined(behind[0]) || behind == "'s" || behind == "’s")
}

// joined reports whether a byte makes one word of two.
func joined(b byte) bool { return strings.IndexByte("-/@&._:", b) >= 0 }

// lonelyBracket finds a round bracket without its partner, outside of a list's
// numbering such as "1)". It says where it stands in the plain text, -1 for
// none, and gives the text without it.
func lonelyBracket(plain, text string) (at int, what, mended string) {
	var open []int
	for i := range len(plain) {
		switch plain[i] {
		case '(':
			open = append(open, i)
		case ')':
			if n := len(open); n > 0 {
				open = open[:n-1]
			} else if i == 0 || !isNumbering(plain[:i]) {
				return i, "closes", withoutByte(plain, text, i)
			}
		}
	}
	if len(open) > 0 {
		at := open[len(open)-1]
		return at, "opens", withoutByte(plain, text, at)
	}
	return -1, "", ""
}

// isNumbering reports whether a text ends in what numbers the parts of a list:
// "1", "a".
func isNumbering(before string) bool {
	const most = 2
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	fields := strings.Fields(before[max(0, len(before)-4*most):])
	if len(fields) == 0 {
		return false
	}
	last := fields[len(fields)-1]
	return len(last) <= most && strings.IndexByte("0123456789abcdefgiv", last[len(last)-1]) >= 0
}

// withoutByte is the text, or the plain text where it has marks, without one
// byte of the latter.
func withoutByte(plain, text string, i int) string {
	if plain == text {
		return text[:i] + text[i+1:]
	}
	return plain[:i] + plain[i+1:]
}

package score

import (
	"slices"
	"strings"

	"resumax/language/verbs"
)

// tense: what is over is in the past; in a position that goes on, duties are in
// the present and finished results may be in the past. Projects are free, and so are
// positions of which nothing says whether they go on.
var tense = check{
	id: "tense", name: "Tense", dimension: "writing", max: 3, find: findTense,
	how:    "Past positions in the past tense; in the current one, duties in the present. Finished results of it may be in the past.",
	source: convention,
	passes: "Led the migration, in a position that ended in 2022",
	fails:  "Leads the migration, in a position that ended in 2022",
}

const tensePoints = 3

// minPresent is how many bullets of a position that goes on are in the present when
// duties in the past are a mistake rather than the way in which it is written.
const minPresent = 2

func findTense(r *reading) []Finding {
	const points = tensePoints
	n := 0
	var findings []Finding
	for i := range r.roles {
		p := &r.roles[i]
		present := 0
		for k := range p.bullets {
			if b := &p.bullets[k]; b.present && !b.past {
				present++
			}
		}
		for k := range p.bullets {
			b := &p.bullets[k]
			if b.project || !b.past && !b.present {
				continue
			}
			n++
			toPast := p.ended && b.present && !b.past
			toPresent := p.current && present >= minPresent && b.ownCounts().pastDuty > 0
			if (toPast || toPresent) && r.quiet {
				findings = append(findings, Finding{})
			} else if toPast || toPresent {
				findings = append(findings, r.retold(b, toPast))
			}
		}
	}
	for i := range findings {
		findings[i].Lost = points / float64(n)
	}
	return findings
}

// isPastDuty reports whether a bullet tells in the past of what is done again and
// again, and of no result.
func (s *sentence) isPastDuty() bool {
	return s.past && !s.present && !s.outcome && !s.metric && s.slots == nil && lists().duty[s.opener] && !s.isDated()
}

// isDated reports whether a sentence says when: what it tells may be over.
func (s *sentence) isDated() bool {
	return s.dated || slices.ContainsFunc(s.tokens, func(t token) bool { return t.Digits || over[t.Lower] })
}

// Words by which something is over.
var over = set("during when while until before after previously formerly initially once throughout transition pandemic covid inaugural interim temporarily")

// retold is the finding that a bullet's verb should be in another tense.
func (r *reading) retold(b *bullet, past bool) Finding {
	f := Finding{Address: b.address, Kind: Edit}
	f.Span, f.Quote = b.span(b.first.Start, b.first.End)
	start, end, form := b.retold(past)
	f.Why = r.say("“%s” is in the present tense, but this position has ended.", b.first.Text)
	if !past {
		f.Why = r.say("“%s” is in the past tense, but the duty goes on.", b.first.Text)
	}
	f.Fix = r.say("Write “%s”", form)
	f.rewriting = rewritten(b, "told "+form, func(s *sentence, _ string) string { return s.with(start, end, form) })
	return f
}

// retold is the verb that a sentence begins with in another tense, and where it
// goes. Verbs that are joined to it change with it: "Plan and run" becomes
// "Planned and ran".
func (s *sentence) retold(past bool) (start, end int, form string) {
	i := s.firstIndex()
	start, end = s.first.Start, s.first.End
	form = inTense(s.opener, past)
	if s.first.Start == 0 || isCapital(s.first.Text[0]) {
		form = titled(form)
	}
	for j := i + 1; j < len(s.tokens); j++ {
		and := s.tokens[j].Lower == "and" || s.tokens[j].Lower == "or"
		if and {
			j++
		}
		if j == len(s.tokens) || !and && s.plain[end:s.tokens[j].Start] != ", " || and && strings.ContainsAny(s.plain[end:s.tokens[j].Start], "/()") {
			break
		}
		t := s.tokens[j]
		capital := t.Text == titled(t.Lower) // "Review and Monitor"
		if t.Text != t.Lower && !capital || s.inName(t) {
			break
		}
		w := verbs.Of(t.Lower)
		base := w.PresentOf
		if !past {
			base = w.PastOf
		}
		if base == "" || w.Noun == verbs.Mostly || past && w.PastOf != "" || past && w.Noun != verbs.Never && j+1 < len(s.tokens) && s.tokens[j+1].Lower == "of" {
			break
		}
		other := inTense(base, past)
		if capital {
			other = titled(other)
		}
		form += s.plain[end:t.Start] + other
		end = t.End
	}
	return start, end, form
}

// firstIndex is the index of the verb that a sentence begins with.
func (s *sentence) firstIndex() int {
	for i, t := range s.tokens {
		if t.Start == s.first.Start {
			return i
		}
	}
	return 0
}

func inTense(base string, past bool) string {
	if past {
		return verbs.Past(base)
	}
	return base
}

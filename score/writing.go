package score

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/resume"
)

// A weak beginning weighs more than a missing verb: it takes the work away from
// the one who did it.
const weakFactor = 1.5

// openers: the share of bullets that begin with a verb that acts, less those
// that begin with words that say one was near.
//
// Passes: "Built", "Cut", "Quickly rebuilt". Fails: "Responsible for", "The team".
func openers(r *reading) []Finding {
	const points = 5
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets whose beginnings could be strong.")
	}
	all, fault := weightOf(r.bullets), 0.0
	for _, b := range r.bullets {
		fault += b.weight * b.begins.cost()
	}
	lost := points * clamp(fault/all)
	if lost == 0 {
		return nil
	}
	var findings []Finding
	for _, b := range r.bullets {
		if b.begins == action {
			continue
		}
		f := Finding{Lost: lost * b.weight * b.begins.cost() / fault, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("%s does not begin with what you did.", quoted(b.text)), Fix: "Begin with the verb: built, cut, led, wrote …",
			patch: func(d resume.Document) (resume.Document, error) { return d.SetText(b.address, b.withVerb()) }}
		if b.begins == weak {
			f.Span, f.Quote = b.span(0, b.weakEnd)
			f.Why = r.say("“%s” says that you were near the work, not what you did.", titled(b.opener))
		}
		findings = append(findings, f)
	}
	return findings
}

// cost is what a bullet that begins so takes from the share of strong ones.
func (b beginning) cost() float64 {
	switch b {
	case action:
		return 0
	case weak:
		return 1 + weakFactor
	}
	return 1
}

// withVerb is the text with a slot for a verb at its beginning, in place of a
// weak one.
func (s *sentence) withVerb() string {
	return slotVerb + strings.TrimSpace(s.with(0, s.weakEnd, ""))
}

// tense: what is over stands in the past, and what goes on is not mixed.
// Projects are free.
func tense(r *reading) []Finding {
	const points = 3
	n := 0
	var findings []Finding
	for _, p := range r.roles {
		past, present := 0, 0
		for _, b := range p.bullets {
			if b.past && !b.present {
				past++
			}
			if b.present && !b.past {
				present++
			}
		}
		for _, b := range p.bullets {
			if b.project || !b.past && !b.present {
				continue
			}
			n++
			toPast := b.present && !b.past && (!p.current || past > present)
			toPresent := p.current && b.past && !b.present && b.slots == nil && present >= past && present > 0
			if toPast || toPresent {
				findings = append(findings, r.retold(b, toPast))
			}
		}
	}
	for i := range findings {
		findings[i].Lost = points / float64(n)
	}
	return findings
}

// retold is the finding that a bullet's verb should stand in another tense.
func (r *reading) retold(b bullet, past bool) Finding {
	f := Finding{Address: b.address, Kind: Edit}
	f.Span, f.Quote = b.span(b.first.Start, b.first.End)
	form := b.opener
	if past {
		form = lists().pastOf[b.opener]
	}
	f.Why = r.say("“%s” is in the present, but this position is over.", b.first.Text)
	if b.current {
		f.Why = r.say("“%s” is in another tense than the other bullets of this position.", b.first.Text)
	}
	if b.first.Start == 0 {
		form = titled(form)
	}
	f.Fix = r.say("Write “%s”", form)
	f.patch = func(d resume.Document) (resume.Document, error) {
		return d.SetText(b.address, b.with(b.first.Start, b.first.End, form))
	}
	return f
}

func titled(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// A bullet of this many words says what was done, the result and the means, and
// is read to its end.
const leastWords, mostWords = 10, 32

// bulletLength: the share of bullets of a length that is read.
func bulletLength(r *reading) []Finding {
	const points = 3
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets to read.")
	}
	all := weightOf(r.bullets)
	var findings []Finding
	for _, b := range r.bullets {
		f := Finding{Lost: points * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask}
		switch {
		case b.words < leastWords:
			f.Why = r.say("%s has %s: too few to say what was done, by which means and with what result.", quoted(b.text), count(b.words, "word"))
			f.Fix, f.patch = "Say how, and what came of it", b.append(" [by which means, and with what result: how much, from what, to what?]")
		case b.least > mostWords:
			f.Why = r.say("%s has %d words; few readers follow a bullet beyond %d.", quoted(b.text), b.words, mostWords)
			f.Fix, f.patch = "Part it in two, or cut what the reader can do without", r.parted(b)
		default:
			continue
		}
		findings = append(findings, f)
	}
	return findings
}

// parted makes a patch that parts a bullet in two, at the end of a phrase near
// its middle if there is one. Each half gets slots for what it lacks.
func (r *reading) parted(b bullet) patch {
	return func(d resume.Document) (resume.Document, error) {
		i := b.address.Index()
		cut := middle(b.tokens)
		if i < 0 || cut < 0 {
			return d, nil
		}
		head, tail := b.tokens[cut-1].End, b.tokens[cut].Start
		first := r.completed(strings.TrimSpace(b.plain[:head]))
		second := r.completed(slotVerb + strings.TrimSpace(b.plain[tail:]))
		d, err := d.SetText(b.address, first)
		if err != nil {
			return d, err
		}
		return d.Insert(b.address.Parent().Item(i+1), resume.Text(second))
	}
}

// middle is the token that the second half of a sentence begins with, each half
// long enough to be a bullet; -1 if there is none.
func middle(tokens []token) int {
	best, distance := -1, 0
	for i := leastWords; i <= len(tokens)-leastWords; i++ {
		away := abs(2*i - len(tokens))
		if !tokens[i-1].Comma {
			away += len(tokens) // the end of a phrase goes before
		}
		if best < 0 || away < distance {
			best, distance = i, away
		}
	}
	return best
}

// completed is a text with slots for what a strong bullet has and it lacks.
func (r *reading) completed(text string) string {
	s := r.scorer.sentence(text)
	text = s.shaped()
	if !s.quantified() && !r.scorer.sentence(text).quantified() {
		text = extended(text, slotResult)
	}
	return text
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// repetition: one beginning no more than twice in a position, and in no more
// than a fifth of all bullets.
func repetition(r *reading) []Finding {
	const points, each, inRole, ofAll = 2, 0.5, 2, 5
	type place struct {
		role   int
		opener string
	}
	role, all := map[place]int{}, map[string]int{}
	var findings []Finding
	for _, b := range r.bullets {
		if b.opener == "" || len(findings) == points/each {
			continue
		}
		at := place{b.role, b.opener}
		role[at]++
		all[b.opener]++
		if role[at] <= inRole && (all[b.opener] <= inRole || all[b.opener]*ofAll <= len(r.bullets)) {
			continue
		}
		findings = append(findings, Finding{Lost: each, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("“%s” begins %d bullets. Readers stop seeing a word that returns.", titled(b.opener), all[b.opener]),
			Fix: "Find the verb that fits this one alone", patch: func(d resume.Document) (resume.Document, error) {
				t := b.tokens[0]
				return d.SetText(b.address, b.with(0, max(t.End, b.weakEnd), "[Another verb than “"+b.opener+"”?]"))
			}})
	}
	return findings
}

package score

import (
	"fmt"
	"strings"

	"resumax/resume"
)

// bulletLength: the share of bullets of a length that is read.
var bulletLength = check{
	id: "length", name: "Bullet length", dimension: "writing", max: 3, find: findBulletLength,
	how:    "The share of bullets with 10 to 32 words; six do for a result with a number. Numbers and names count as words.",
	source: convention,
	passes: "Cut the nightly import from 6 hours to 20 minutes by batching its writes.",
	fails:  "Wrote tests.",
}

// A bullet of this many words says what was done, the result and the means, and
// is read to its end.
const minWords, maxWords = 10, 32

// minResult is how many words do where a result and a number are among them: "Cut food
// waste by 30% in a year".
const minResult = 6

// isShort reports whether a sentence has too few words for a bullet.
func (s *sentence) isShort() bool {
	return s.words < minWords && !(s.quantified() && s.words >= minResult)
}

// isOfLength reports whether a sentence has neither too few words for a bullet nor too many.
func (s *sentence) isOfLength() bool { return !s.isShort() && s.nonNumbers <= maxWords }

const lengthPoints = 3

func findBulletLength(r *reading) []Finding {
	const points, more = lengthPoints, slotMore
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets yet.")
	}
	all, wrong := weightOf(r.bullets), 0.0
	for i := range r.bullets {
		if b := &r.bullets[i]; !b.isOfLength() {
			wrong += b.weight
		}
	}
	if r.quiet {
		return alone(points * wrong / all)
	}
	var findings []Finding
	for i := range r.bullets {
		b := &r.bullets[i]
		if b.isOfLength() {
			continue
		}
		f := Finding{Lost: points * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask}
		switch {
		case b.isShort():
			f.Why = b.says("length", func() string {
				return fmt.Sprintf("%s has %s, too few for what you did, how, and the result.", quoted(b.text), count(b.words, "word"))
			})
			f.Fix, f.rewriting = "Say how you did it and what changed", b.appended(more)
		default:
			f.Why = r.say("%s has %d words; readers lose track beyond %d.", quoted(b.text), b.words, maxWords)
			f.Fix, f.patch = "Split it in two, or shorten it", r.parted(b)
			if b.address.Index() >= 0 && middle(b.tokens) >= 0 {
				f.rewriting = rewriting{several: &swapping{out: []bullet{*b}, in: func() []string { return r.halves(b) }}}
			}
		}
		findings = append(findings, f)
	}
	return findings
}

// parted makes a patch that parts a bullet in two, at the end of a phrase near
// its middle if there is one. Each half gets slots for what it lacks.
func (r *reading) parted(b *bullet) patch {
	return func(d resume.Document) (resume.Document, error) {
		i := b.address.Index()
		if i < 0 || middle(b.tokens) < 0 {
			return d, nil
		}
		halves := r.halves(b)
		d, err := d.SetText(b.address, halves[0])
		if err != nil {
			return d, err
		}
		return d.Insert(b.address.Parent().Item(i+1), resume.Text(halves[1]))
	}
}

// halves are the two bullets that a long one makes.
func (r *reading) halves(b *bullet) []string {
	cut := middle(b.tokens)
	head, tail := b.tokens[cut-1].End, b.tokens[cut].Start
	return []string{r.completed(strings.TrimSpace(b.plain[:head])), r.completed(slotVerb + strings.TrimSpace(b.plain[tail:]))}
}

// middle is the token that the second half of a sentence begins with, each half
// long enough to be a bullet; -1 if there is none.
func middle(tokens []token) int {
	best, distance := -1, 0
	for i := minWords; i <= len(tokens)-minWords; i++ {
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

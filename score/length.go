package score

import (
	"math"
	"slices"
	"strings"

	"resumax/resume"
)

// usualWords is how many words of running text a resume of the level has.
func (r *reading) usualWords() (least, most int) {
	switch r.level {
	case Junior:
		return 300, 600
	case Mid:
		return 400, 800
	}
	return 450, 1000
}

// wordsInAll: enough to judge by, no more than is read. A sentence that repeats
// another and a list pasted among the bullets count nothing, each skill once,
// and numbers not towards too many.
func wordsInAll(r *reading) []Finding {
	const points = 2
	all, sure := r.countWords()
	least, most := r.usualWords()
	switch {
	case all < least:
		return []Finding{{Lost: points * float64(least-all) / float64(least), Address: r.target().Parent().Parent(), Kind: Ask,
			Why: r.say("The resume has about %s; readers at your level expect %d to %d.", count(all, "word"), least, most),
			Fix: "Add a result of your recent work", patch: r.addTo(r.roomiest(), slotBullet)}}
	case sure > most:
		return []Finding{{Lost: points * math.Min(1, float64(sure-most)/float64(most)), Address: r.oldest(), Kind: Edit,
			Why: r.say("The resume has about %d words; beyond %d readers skim.", sure, most),
			Fix: "Cut the oldest bullets first", patch: r.dropOldest()}}
	}
	return nil
}

// countWords counts the words of the page: all of them, and those that are no
// numbers. Names count as one word each, whoever's they are.
func (r *reading) countWords() (all, sure int) {
	for _, s := range r.sentences {
		all += s.words
		sure += s.least
	}
	short := 0
	for _, p := range r.roles {
		short += len(strings.Fields(p.title)) + 1
	}
	for _, e := range r.resume.Education {
		if !e.Hidden && r.shown["education"] {
			short += len(strings.Fields(e.StudyType+" "+e.Area)) + 1
		}
	}
	short += len(r.skills)
	return all + short, sure + short
}

// roomiest is the list of bullets of a position that has room for one more: the
// newest with fewer than it may have.
func (r *reading) roomiest() resume.Address {
	for _, p := range r.roles {
		if p.section == "work" && len(p.bullets) < p.mostBullets() {
			return p.address.Child("highlights")
		}
	}
	return r.target().Parent()
}

// oldest is the last position with bullets.
func (r *reading) oldest() resume.Address {
	for i := len(r.roles) - 1; i >= 0; i-- {
		if len(r.roles[i].bullets) > 0 {
			return r.roles[i].address
		}
	}
	return "/work"
}

// dropOldest makes a patch that hides the oldest position.
func (r *reading) dropOldest() patch {
	at := r.oldest()
	return func(d resume.Document) (resume.Document, error) {
		if _, ok := d.Get(at); !ok || at == "/work" {
			return d, nil
		}
		return d.HideItem(at, true)
	}
}

// A page takes about so many lines of so many words, in the usual designs.
const linesOnPage, wordsOnLine = 52, 14

// pages: one at the beginning of a career, two at most later. The length is
// reckoned from the words and entries, so that the score needs no layout and is
// the same in every design.
func pages(r *reading) []Finding {
	most := 2
	if r.level == Junior {
		most = 1
	}
	lines := 5
	for _, s := range r.sentences {
		lines += (s.least + wordsOnLine - 1) / wordsOnLine
	}
	lines += 2*len(r.roles) + len(r.skills)/8
	for _, s := range r.resume.Sections {
		if r.count(s.Key) > 0 {
			lines += 2
		}
	}
	if lines <= most*linesOnPage {
		return nil
	}
	return []Finding{{Lost: 1, Address: r.oldest(), Kind: Edit, patch: r.dropOldest(),
		Why: r.say("This makes about %.1f pages; at your level %d is what gets read.", float64(lines)/linesOnPage, most),
		Fix: "Shorten the oldest positions"}}
}

// How many bullets a position has: a recent one enough to judge by, an old one
// no more than a few.
const leastRecent, mostRecent, mostOld = 3, 8, 6

func (p position) mostBullets() int {
	if p.weight == recentWeight {
		return mostRecent
	}
	return mostOld
}

// bulletsPerRole: the space goes to what is recent.
func bulletsPerRole(r *reading) []Finding {
	n := 0
	var findings []Finding
	for _, p := range r.roles {
		if p.section != "work" {
			continue
		}
		n++
		have, most := len(p.bullets), p.mostBullets()
		switch {
		case n == 1 && p.weight == recentWeight && have < leastRecent:
			var patches []patch
			for range leastRecent - have {
				patches = append(patches, r.addTo(p.address.Child("highlights"), slotBullet))
			}
			findings = append(findings, Finding{Address: p.address, Kind: Ask, patch: both(patches...), Fix: "Add a result of this position",
				Why: r.say("%s is your newest position and has %s; readers look for three to eight.", p, count(have, "bullet"))})
		case have > most:
			last := p.bullets[len(p.bullets)-1]
			findings = append(findings, Finding{Address: last.address, Quote: last.text, Kind: Edit, patch: dropWeakest(p.bullets, have-most),
				Why: r.say("%s has %d bullets; the last ones are hardly read.", p, have), Fix: r.say("Keep the best %d", most)})
		}
	}
	for i := range findings {
		findings[i].Lost = 1 / float64(n)
	}
	return findings
}

// dropWeakest makes a patch that removes n bullets of one position: those that
// lack most, and of those the last.
func dropWeakest(bullets []bullet, n int) patch {
	worth := func(b bullet) int {
		v := 4 - len(b.lacks())
		if b.quantified() {
			v += 4
		}
		return v
	}
	drop := slices.Clone(bullets)
	slices.Reverse(drop)
	slices.SortStableFunc(drop, func(a, b bullet) int { return worth(a) - worth(b) })
	drop = drop[:n]
	slices.SortFunc(drop, func(a, b bullet) int { return b.address.Index() - a.address.Index() })
	return func(d resume.Document) (resume.Document, error) {
		var err error
		for _, b := range drop {
			if d, err = d.Remove(b.address); err != nil {
				return d, err
			}
		}
		return d, nil
	}
}

// A summary of this many words is read, and one number in it is remembered.
const leastSummary, mostSummary = 25, 60

// Slots for what a summary lacks.
const (
	slotWho   = " [Who are you in a sentence? Which languages and systems do you know best? What is the largest load, size or team you have run? What do you want to do next?]"
	slotScale = " [How much or how many?]"
)

// summary: long enough to say who one is, short enough to be read, with a
// number for scale.
func summary(r *reading) []Finding {
	const each = 0.5
	s := r.summary()
	if s == nil {
		s = &sentence{}
	}
	var findings []Finding
	switch {
	case s.words < leastSummary:
		findings = append(findings, Finding{Lost: each, Address: resume.Summary, Quote: s.text, Kind: Ask, patch: r.addToSummary(slotWho),
			Why: r.say("The summary has %s; %d to %d words say who you are and what you have run.", count(s.words, "word"), leastSummary, mostSummary),
			Fix: "Write two or three sentences: who you are, the scale you know, what you want"})
	case s.least > mostSummary:
		findings = append(findings, Finding{Lost: each, Address: resume.Summary, Quote: s.text, Kind: Edit, patch: shortenSummary(s),
			Why: r.say("The summary has %d words; beyond %d it is skipped.", s.words, mostSummary), Fix: "Cut it to its first sentences"})
	}
	if !s.metric {
		findings = append(findings, Finding{Lost: each, Address: resume.Summary, Quote: s.text, Kind: Ask, patch: r.addToSummary(slotScale),
			Why: "The summary names no number for the scale you have worked at.", Fix: "Put one number for scale into the summary"})
	}
	return findings
}

// shortenSummary makes a patch that keeps as many whole sentences of a summary
// as are read, or as many words.
func shortenSummary(s *sentence) patch {
	end, cut := 0, 0
	for i, t := range s.tokens[:mostSummary] {
		end = t.End
		if i+1 >= leastSummary && strings.HasPrefix(s.plain[t.End:], ". ") {
			cut = t.End
		}
	}
	if cut > 0 {
		end = cut
	}
	return replace(resume.Summary, s.with(end, len(s.plain), "."))
}

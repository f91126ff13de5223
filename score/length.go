package score

import (
	"fmt"
	"math"

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

// wordsInAll: enough to judge by, no more than is read. Skills lists and
// repeated sentences count once, numbers not towards too many.
func wordsInAll(r *reading) []Finding {
	const points = 2
	all, sure := r.countWords()
	least, most := r.usualWords()
	switch {
	case all < least:
		return []Finding{{Lost: points * float64(least-all) / float64(least), Address: r.target().Parent().Parent(), Kind: Ask,
			Why:   fmt.Sprintf("The resume has about %d words; readers at your level expect %d to %d.", all, least, most),
			Fix:   "Add a result of your recent work",
			patch: r.addBullet("[Which result is missing here? What did you change, by how much, how many, from what to what, and by which means?]")}}
	case sure > most:
		return []Finding{{Lost: points * math.Min(1, float64(sure-most)/float64(most)), Address: r.oldest(), Kind: Edit,
			Why: fmt.Sprintf("The resume has about %d words; beyond %d readers skim.", sure, most),
			Fix: "Cut the oldest bullets first", patch: r.dropOldest()}}
	}
	return nil
}

// countWords counts the words of the page: all of them, and those that are no
// numbers.
func (r *reading) countWords() (all, sure int) {
	seen := map[string]bool{}
	for _, s := range r.resume.Sentences() {
		if seen[s.Text] {
			continue
		}
		seen[s.Text] = true
		got := r.scorer.sentence(s.Text)
		all += got.words
		sure += got.least
	}
	short := 0
	for _, p := range r.roles {
		short += len(tokenize(p.title)) + len(tokenize(p.where))
	}
	for _, e := range r.resume.Education {
		if !e.Hidden && r.shown["education"] {
			short += len(tokenize(e.StudyType)) + len(tokenize(e.Area))
		}
	}
	short += len(r.skills)
	return all + short, sure + short
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
	for _, s := range r.resume.Sentences() {
		lines += (r.scorer.sentence(s.Text).least + wordsOnLine - 1) / wordsOnLine
	}
	lines += 2*len(r.roles) + len(r.skills)/8
	for _, s := range r.resume.Sections {
		if !s.Hidden && s.Count > 0 {
			lines += 2
		}
	}
	if lines <= most*linesOnPage {
		return nil
	}
	return []Finding{{Lost: 1, Address: r.oldest(), Kind: Edit, patch: r.dropOldest(),
		Why: fmt.Sprintf("This makes about %.1f pages; at your level %d is what gets read.", float64(lines)/linesOnPage, most),
		Fix: "Shorten the oldest positions"}}
}

// How many bullets a position has: a recent one enough to judge by, an old one
// no more than a few.
const leastRecent, mostRecent, mostOld = 3, 8, 6

// bulletsPerRole: the space goes to what is recent.
func bulletsPerRole(r *reading) []Finding {
	n := 0
	var findings []Finding
	for _, p := range r.roles {
		if p.section != "work" {
			continue
		}
		n++
		have, recent := len(p.bullets), p.weight == recentWeight
		most := mostOld
		if recent {
			most = mostRecent
		}
		switch {
		case recent && have < leastRecent && n == 1:
			list := p.address.Child("highlights")
			at := list.Item(r.document.ListLen(list))
			findings = append(findings, Finding{Address: p.address, Kind: Ask,
				Why: fmt.Sprintf("%s is your newest position and has %d bullets; readers look for three to eight.", nameOf(p), have),
				Fix: "Add a result of this position",
				patch: func(d resume.Document) (resume.Document, error) {
					var err error
					for i := range leastRecent - have {
						if d, err = d.Set(list.Item(at.Index()+i), resume.Text(fmt.Sprintf("[What did you change here? By how much, how many, and by which means? (%d)]", i+1))); err != nil {
							return d, err
						}
					}
					return d, nil
				}})
		case have > most:
			last := p.bullets[len(p.bullets)-1]
			findings = append(findings, Finding{Address: last.address, Quote: last.text, Kind: Edit,
				Why:   fmt.Sprintf("%s has %d bullets; the last ones are hardly read.", nameOf(p), have),
				Fix:   fmt.Sprintf("Keep the best %d", most),
				patch: dropBullets(p.bullets[most:])})
		}
	}
	for i := range findings {
		findings[i].Lost = 1 / float64(n)
	}
	return findings
}

// dropBullets makes a patch that removes bullets of one position, last first.
func dropBullets(bullets []bullet) patch {
	return func(d resume.Document) (resume.Document, error) {
		var err error
		for i := len(bullets) - 1; i >= 0; i-- {
			if d, err = d.Remove(bullets[i].address); err != nil {
				return d, err
			}
		}
		return d, nil
	}
}

// A summary of this many words is read, and one number in it is remembered.
const leastSummary, mostSummary = 25, 60

// summary: long enough to say who one is, short enough to be read, with a
// number for scale.
func summary(r *reading) []Finding {
	const each = 0.5
	text := r.resume.Basics.Summary
	if !r.shown[resume.SummaryKey] {
		text = ""
	}
	s := r.scorer.sentence(text)
	ask := func(why, fix, more string) Finding {
		return Finding{Lost: each, Address: resume.Summary, Quote: text, Kind: Ask, Why: why, Fix: fix,
			patch: func(d resume.Document) (resume.Document, error) {
				d, err := d.HideSection(resume.SummaryKey, false)
				if err != nil || !r.shown[resume.SummaryKey] && r.resume.Basics.Summary != "" {
					return d, err
				}
				return d.SetText(resume.Summary, extended(text, more))
			}}
	}
	var findings []Finding
	switch {
	case s.words < leastSummary:
		findings = append(findings, ask(fmt.Sprintf("The summary has %d words; %d to %d say who you are and what you have run.", s.words, leastSummary, mostSummary),
			"Write two or three sentences: who you are, the scale you know, what you want", " [Who are you in a sentence? Which languages and systems do you know best? What is the largest load, size or team you have run? What do you want to do next?]"))
	case s.least > mostSummary:
		findings = append(findings, Finding{Lost: each, Address: resume.Summary, Quote: text, Kind: Edit,
			Why: fmt.Sprintf("The summary has %d words; beyond %d it is skipped.", s.words, mostSummary), Fix: "Cut it to the strongest sentences",
			patch: replace(resume.Summary, firstWords(text, s.tokens, mostSummary))})
	}
	if !s.metric {
		findings = append(findings, ask("The summary names no number for the scale you have worked at.", "Put one number for scale into the summary",
			" [how much or how many?]"))
	}
	return findings
}

// firstWords is a text up to its n-th word.
func firstWords(text string, tokens []token, n int) string {
	if len(tokens) <= n || tokens[n-1].end > len(text) {
		return text
	}
	return text[:tokens[n-1].end] + "."
}

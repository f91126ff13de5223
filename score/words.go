package score

import (
	"math"
	"strings"

	"resumax/resume"
)

// wordsInAll: enough to judge by, no more than is read. A sentence that repeats
// another and a list pasted among the bullets count nothing, each skill once,
// and numbers not towards too many.
var wordsInAll = check{
	id: "words", name: "Word count", dimension: "length", max: 1, find: findWordsInAll,
	how:    "Words in total: 300 to 600 for juniors, 400 to 800 at mid level, 450 to 1,000 for seniors.",
	source: convention,
	passes: "550 words at mid level",
	fails:  "90 words",
}

// typicalWords is how many words of running text a resume of the level has.
func (r *reading) typicalWords() (lowest, highest int) {
	switch r.level {
	case Junior:
		return 300, 600
	case Mid:
		return 400, 800
	}
	return 450, 1000
}

func findWordsInAll(r *reading) []Finding {
	all, sure := r.countWords()
	lowest, highest := r.typicalWords()
	switch {
	case all < lowest:
		return []Finding{{Lost: wordsLost(all, sure, lowest, highest), Address: r.target().Parent().Parent(), Kind: Ask,
			Why: r.say("The resume has about %s; %s to %s are typical at your level.", count(all, "word"), grouped(lowest), grouped(highest)),
			Fix: "Add a result from your recent work", patch: r.addTo(r.positionForBullet(), slotBullet)}}
	case sure > highest:
		return []Finding{{Lost: wordsLost(all, sure, lowest, highest), Address: r.oldest(), Kind: Edit,
			Why: r.say("The resume has about %s words; beyond %s readers skim.", grouped(sure), grouped(highest)),
			Fix: "Cut the oldest bullets first", patch: r.dropOldest(), alike: "drop oldest"}}
	}
	return nil
}

// wordsLost is what too few or too many words cost.
func wordsLost(all, sure, lowest, highest int) float64 {
	const points = 1
	switch {
	case all < lowest:
		return points * float64(lowest-all) / float64(lowest)
	case sure > highest:
		return points * math.Min(1, float64(sure-highest)/float64(highest))
	}
	return 0
}

// countWords counts the words of the page: all of them, and those that are no
// numbers. Names count as one word each, whoever's they are.
func (r *reading) countWords() (all, sure int) {
	sums := r.sumTexts()
	all, sure = sums.words, sums.nonNumbers
	if s := sums.summary; s != nil {
		words, nonNumbers, _ := r.ownSummary(s)
		all, sure = all+words-s.words, sure+nonNumbers-s.nonNumbers
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

// textSums are sums over the running text of the page.
type textSums struct {
	words, nonNumbers, lines int
	summary                  *sentence // that is part of it, nil for none
}

func (r *reading) sumTexts() *textSums {
	switch {
	case r.sums != nil:
	case r.base != nil && sameList(r.sentences, r.base.sentences):
		r.sums = r.base.sumTexts()
	default:
		r.sums = &textSums{}
		for i := range r.sentences {
			s := r.sentences[i].sentence
			r.sums.words, r.sums.nonNumbers, r.sums.lines = r.sums.words+s.words, r.sums.nonNumbers+s.nonNumbers, r.sums.lines+s.lines()
			if r.sentences[i].address == resume.Summary {
				r.sums.summary = s
			}
		}
	}
	return r.sums
}

// positionForBullet is the list of bullets of a position with space for one more: the
// newest with fewer than it may have.
func (r *reading) positionForBullet() resume.Address {
	for _, p := range r.roles {
		if p.section == "work" && len(p.bullets) < p.maxBullets() {
			return p.address.Child("highlights")
		}
	}
	return r.target().Parent()
}

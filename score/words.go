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
	id: "words", name: "Words in all", dimension: "length", max: 2, find: findWordsInAll,
	how:    "Words in all: 300 to 600 for juniors, 400 to 800 at mid level, 450 to 1,000 for seniors.",
	source: convention,
	passes: "550 words at mid level",
	fails:  "90 words",
}

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

func findWordsInAll(r *reading) []Finding {
	all, sure := r.countWords()
	least, most := r.usualWords()
	switch {
	case all < least:
		return []Finding{{Lost: wordsLost(all, sure, least, most), Address: r.target().Parent().Parent(), Kind: Ask,
			Why: r.say("The resume has about %s; readers at your level expect %d to %d.", count(all, "word"), least, most),
			Fix: "Add a result of your recent work", patch: r.addTo(r.roomiest(), slotBullet)}}
	case sure > most:
		return []Finding{{Lost: wordsLost(all, sure, least, most), Address: r.oldest(), Kind: Edit,
			Why: r.say("The resume has about %d words; beyond %d readers skim.", sure, most),
			Fix: "Cut the oldest bullets first", patch: r.dropOldest()}}
	}
	return nil
}

// wordsLost is what too few or too many words cost.
func wordsLost(all, sure, least, most int) float64 {
	const points = 2
	switch {
	case all < least:
		return points * float64(least-all) / float64(least)
	case sure > most:
		return points * math.Min(1, float64(sure-most)/float64(most))
	}
	return 0
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

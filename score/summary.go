package score

import (
	"strings"

	"resumax/resume"
)

// summary: long enough to say who one is, short enough to be read, with a
// number for scale.
var summary = check{
	id: "summary", name: "Summary", dimension: "length", max: 0.5, find: findSummary,
	how:    "A summary of 25 to 60 words with a number for the scale of your work.",
	source: convention,
	passes: "forty words, “services for 4 million users” among them",
	fails:  "Engineer seeking a challenge.",
}

// A summary of this many words is read, and one number in it is remembered.
// A few more than that are no reason to cut it.
const minSummary, maxSummary, moreSummary = 25, 60, 10

// Slots for what a summary lacks.
const (
	slotWho      = " [Who are you in a sentence? What do you do best? What is the largest team, budget or volume you have handled? What do you want to do next?]"
	slotEngineer = " [Who are you in a sentence? Which languages and systems do you know best? What is the largest load, size or team you have run? What do you want to do next?]"
	slotScale    = " [How much or how many?]"
)

// slotWho asks who someone is, of computing or not.
func (r *reading) slotWho() string {
	if r.isTechnical() {
		return slotEngineer
	}
	return slotWho
}

func findSummary(r *reading) []Finding {
	const each = 0.25
	s := r.summary()
	if s == nil || s.words == 0 {
		return []Finding{{Lost: 2 * each, Address: resume.Summary, Kind: Ask, patch: addToSummary(r.slotWho() + slotScale),
			Why: "There is no summary at the top.", Fix: "Say in two or three sentences who you are, the scale of your work and what you want"}}
	}
	var findings []Finding
	words, _, metric := r.ownSummary(s)
	switch {
	case words < minSummary:
		findings = append(findings, Finding{Lost: each, Address: resume.Summary, Quote: s.text, Kind: Ask, patch: addToSummary(r.slotWho()),
			Why: r.say("The summary has %s; %d to %d are typical.", count(words, "word"), minSummary, maxSummary),
			Fix: "Add the scale of your work and what you want"})
	case s.nonNumbers > maxSummary+moreSummary:
		findings = append(findings, Finding{Lost: each, Address: resume.Summary, Quote: s.text, Kind: Edit, patch: shortenSummary(s),
			Why: r.say("The summary has %d words; readers skip one much beyond %d.", s.words, maxSummary), Fix: "Shorten it to its first sentences"})
	}
	if !metric {
		findings = append(findings, Finding{Lost: each, Address: resume.Summary, Quote: s.text, Kind: Ask, patch: addToSummary(slotScale),
			Why: "The summary has no number that shows the scale of your work.", Fix: "Add one: people, budget, customers, volume"})
	}
	return findings
}

// shortenSummary makes a patch that keeps as many whole sentences of a summary
// as are read, or as many words.
func shortenSummary(s *sentence) patch {
	end, cut := 0, 0
	for i, t := range s.tokens[:maxSummary] {
		end = t.End
		if i+1 >= minSummary && strings.HasPrefix(s.plain[t.End:], ". ") {
			cut = t.End
		}
	}
	if cut > 0 {
		end = cut
	}
	return replace(resume.Summary, s.with(end, len(s.plain), "."))
}

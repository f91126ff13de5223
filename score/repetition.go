package score

// repetition: one beginning no more than twice in a position, and in no more
// than a fifth of all bullets.
var repetition = check{
	id: "repetition", name: "Repeated openers", dimension: "writing", max: 2, find: findRepetition,
	how:    "No opening word more than twice in a position, or in over a fifth of all bullets.",
	source: ours,
	passes: "Built, Cut, Led, Designed",
	fails:  "Built, Built, Built, Built",
}

// The most that may begin alike in a position, and in all: a part of the bullets.
const alikeInRole, alikeOfAll = 2, 5

// alikeEach is what a bullet beyond that costs, maxAlike how many do.
const alikeEach, maxAlike = 0.5, 4

func findRepetition(r *reading) []Finding {
	const each, inRole, ofAll = alikeEach, alikeInRole, alikeOfAll
	type place struct {
		role   int
		opener string
	}
	role, all := map[place]int{}, map[string]int{}
	var findings []Finding
	for i := range r.bullets {
		b := &r.bullets[i]
		if b.opener == "" || len(findings) == maxAlike {
			continue
		}
		at := place{b.role, b.opener}
		role[at]++
		all[b.opener]++
		if role[at] <= inRole && (all[b.opener] <= inRole || all[b.opener]*ofAll <= len(r.bullets)) {
			continue
		}
		findings = append(findings, Finding{Lost: each, Address: b.address, Quote: b.text, Kind: Ask,
			Why:       r.say("“%s” starts %d bullets; repeated words lose their effect.", titled(b.opening()), all[b.opener]),
			Fix:       "Use a different verb here",
			rewriting: rewritten(b, "otherwise", func(s *sentence, _ string) string { return s.otherwise() })})
	}
	return findings
}

// opening is the word or phrase that a sentence begins with, as it is there.
func (s *sentence) opening() string {
	if s.first.Text != "" {
		return s.first.Lower
	}
	return s.opener
}

// otherwise is the text with a slot for another verb.
func (s *sentence) otherwise() string {
	return s.with(s.weakStart, max(s.openEnd, s.weakEnd), "[A verb other than “"+s.opener+"”?]")
}

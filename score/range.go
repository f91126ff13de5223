package score

import (
	"fmt"

	"resumax/language/terms"
)

// rangeOfMeans: how many different technologies, methods, tools and terms of a trade the
// bullets name. It asks for nothing that namedMeans does not ask for, but that they differ:
// one tool in every bullet is not twelve.
var rangeOfMeans = check{
	id: "range", name: "Range of methods and tools", dimension: "specificity", max: 5, find: findRange,
	how:    "How many different methods, tools, technologies and terms of the trade the bullets name. Twenty earn full points, ten for juniors.",
	source: "On real resumes that readers ranked, this count together with that of the bullets agreed with them better than either alone. " + ours,
	passes: "twenty different methods and tools over twelve bullets",
	fails:  "“using Excel” in every bullet",
}

const rangePoints = 5

// fullRange is how many different terms earn all points.
func (r *reading) fullRange() int {
	if r.level == Junior {
		return 10
	}
	return 20
}

// rangeLost is what lacks to the full range, where so many different terms are named.
func (r *reading) rangeLost(different int) float64 {
	return rangePoints * (1 - clamp(float64(different)/float64(r.fullRange())))
}

// different is how many different terms the bullets name, or have slots for.
func (r *reading) different() (n int) {
	for t := range r.used {
		if t.Category != terms.Soft {
			n++
		}
	}
	for _, b := range r.bullets {
		if b.askTerm {
			n++
		}
	}
	return n
}

func findRange(r *reading) []Finding {
	n := r.different()
	lost := r.rangeLost(n)
	if lost == 0 {
		return nil
	}
	slot, one, several := r.slotTerm(), "method, tool or trade term", "methods, tools and trade terms"
	if r.isTechnical() {
		one, several = "technology or method", "technologies and methods"
	}
	named := fmt.Sprintf("%d different %s", n, several)
	if n < 2 {
		named = []string{"no ", "one "}[n] + one
	}
	return []Finding{{Lost: lost, Address: r.target().Parent().Parent(), Kind: Ask, patch: r.addBullet("[What else? How much, and " + slot[2:]),
		Why: r.say("The bullets name %s; %d earn full points.", named, r.fullRange()),
		Fix: "Name others that you have used"}}
}

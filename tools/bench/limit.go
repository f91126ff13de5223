package main

import (
	"errors"
	"fmt"
)

// measured is the tool beside whose processes ours are held: it does what export
// does, in about the time that a user takes for none.
const measured = "Typst 0.14"

// limits are how much of the time of a process of Typst one of ours may take, as
// the median over the rounds, in each of which both have had their turn. A ratio
// within one run says the same on a fast machine and a slow one.
var limits = []struct {
	tool string
	most float64
}{{"ResuMax", 0.5}, {"ResuMax score", 0.6}, {"ResuMax version", 0.2}}

// held is an error that names every limit that is not kept. Where Typst was not
// measured there is nothing to be held to.
func held(results []*result) error {
	byName := map[string]*result{}
	for _, r := range results {
		byName[r.tool.name] = r
	}
	peer := byName[measured]
	if peer == nil || len(peer.process) == 0 {
		return nil
	}
	var over []error
	for _, l := range limits {
		r := byName[l.tool]
		if r == nil || len(r.process) == 0 {
			continue
		}
		if ratio := ratios(r.process, peer.process).median(); ratio > l.most {
			over = append(over, fmt.Errorf("a process of %s takes %.2f times as long as one of %s: at most %.2f are allowed", l.tool, ratio, measured, l.most))
		}
	}
	return errors.Join(over...)
}

// ratios are how many times b's each of a's samples is, round by round.
func ratios(a, b samples) samples {
	all := make(samples, min(len(a), len(b)))
	for i := range all {
		all[i] = a[i] / b[i]
	}
	return all
}

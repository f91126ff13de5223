package layout

import (
	"fmt"
	"slices"

	"resumax/render/outline"
	"resumax/resume"
)

// Fitting tells how a resume was made to fit the pages that it should have.
type Fitting struct {
	Pages   int    // how many it should have at most; 0 for any number
	Changes string // what the design gave for that, "" for nothing
}

// fitSteps is how finely a design is tightened: a step is hardly seen.
const fitSteps = 48

// fit sets a job on no more pages than it asks for, with the least change to its
// design that does. Where the tightest does not fit either, the design stays as
// it is, and a problem says where the rest begins.
func (t *Typesetter) fit(job Job) *Document {
	plain := job.Design
	set := func(step int) *Document {
		job.Design = plain.Tightened(float64(step) / fitSteps)
		doc := t.set(job)
		doc.Fitting = Fitting{job.Fit, plain.Changes(job.Design)}
		return doc
	}
	loose := set(0)
	if len(loose.Pages) <= job.Fit {
		return loose
	}
	best := set(fitSteps)
	if len(best.Pages) > job.Fit {
		loose.Problems = append(loose.Problems, over(best, job.Fit))
		return loose
	}
	for low, high := 0, fitSteps; high-low > 1; {
		step := (low + high) / 2
		if doc := set(step); len(doc.Pages) <= job.Fit {
			best, high = doc, step
		} else {
			low = step
		}
	}
	return best
}

// over is the problem that a document has more pages than it should.
func over(d *Document, pages int) resume.Problem {
	what := "resume"
	if slices.ContainsFunc(d.Blocks, func(b outline.Block) bool { return b.Kind.OfLetter() }) {
		what = "letter"
	}
	p := resume.Problem{Text: fmt.Sprintf("even with the tightest spacing of the design, the %s needs %d pages: it is too long from here on", what, len(d.Pages))}
	for _, item := range d.Pages[pages].Items {
		if item.Address != "" {
			p.Address = item.Address
			break
		}
	}
	return p
}

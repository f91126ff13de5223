package score

import (
	"resumax/resume"
)

// pages: one at the beginning of a career, two at most later. The length is
// reckoned from the words and entries, so that the score needs no layout and is
// the same in every design.
var pages = check{
	id: "pages", name: "Page count", dimension: "length", max: 1, find: findPages,
	how:    "About one page for juniors, at most two for others. Estimated from words and entries, so it is the same in every design.",
	source: convention,
	passes: "two pages after ten years",
	fails:  "two pages after one year",
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

// A page takes about so many lines of so many words, in the typical designs.
const linesOnPage, wordsOnLine = 52, 14

func findPages(r *reading) []Finding {
	lines, limit := r.countLines(), r.typicalLines()/linesOnPage
	if lines <= r.mostLines() {
		return nil
	}
	return []Finding{{Lost: 1, Address: r.oldest(), Kind: Edit, patch: r.dropOldest(), alike: "drop oldest",
		Why: r.say("The resume takes about %.1f pages; %s at most at your level.", float64(lines)/linesOnPage, count(limit, "page")),
		Fix: "Shorten the oldest positions"}}
}

// typicalLines is how many lines a resume of the level may have.
func (r *reading) typicalLines() int {
	if r.level == Junior {
		return linesOnPage
	}
	return 2 * linesOnPage
}

// mostLines is how many lines cost nothing: a tenth more than are typical, because they
// are reckoned.
func (r *reading) mostLines() int { return r.typicalLines() * 11 / 10 }

// countLines reckons the lines of the page.
func (r *reading) countLines() int {
	lines := 5 + r.sumTexts().lines
	lines += 2*len(r.roles) + len(r.skills)/8
	for _, s := range r.resume.Sections {
		if r.countIn(s) > 0 {
			lines += 2
		}
	}
	return lines
}

// lines is how many lines a sentence takes.
func (s *sentence) lines() int { return (s.nonNumbers + wordsOnLine - 1) / wordsOnLine }

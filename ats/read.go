package ats

import (
	"resumax/exchange/pdftext"
	"resumax/render/outline"
)

// Reading is what a reader makes of a page.
type Reading struct {
	Pages    int       `json:"pages"`
	Text     []string  `json:"text"` // by lines, in the order of reading
	Contact  Contact   `json:"contact"`
	Sections []Section `json:"sections"`
	Jobs     []Job     `json:"jobs"`
	Rules    []Rule    `json:"rules"`
	// Against is the comparison with the resume, nil where there is none to compare
	// with.
	Against *Comparison `json:"against,omitempty"`
}

// Read reads pages. Blocks are what they should say; nil where nobody knows.
func Read(pages []pdftext.Page, blocks []outline.Block) *Reading {
	lines := linesOf(pages)
	r := &Reading{Pages: len(pages), Text: []string{}, Jobs: []Job{}}
	for _, l := range lines {
		r.Text = append(r.Text, l.text())
	}
	top, sections := sectionsOf(lines)
	r.Contact, r.Sections = contactOf(top), sections
	for _, s := range sections {
		if s.Kind == "work" {
			r.Jobs = append(r.Jobs, jobsOf(s)...)
		}
	}
	r.Rules = rulesFor(pages, lines, r, blocks)
	if blocks != nil {
		c := compare(blocks, placesOf(lines))
		r.Against = &c
	}
	return r
}

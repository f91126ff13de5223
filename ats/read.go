package ats

import (
	"resumax/exchange/pdftext"
	"resumax/exchange/structure"
	"resumax/render/outline"
)

// Reading is what a reader makes of a page.
type Reading struct {
	Pages    int                 `json:"pages"`
	Text     []string            `json:"text"` // by lines, in the order of reading
	Contact  structure.Contact   `json:"contact"`
	Sections []structure.Section `json:"sections"`
	Jobs     []structure.Job     `json:"jobs"`
	Rules    []Rule              `json:"rules"`
	// Against is the comparison with the resume, nil where there is none to compare
	// with.
	Against *Comparison `json:"against,omitempty"`
}

// Read reads pages. Blocks are what they should say; nil where nobody knows.
func Read(pages []pdftext.Page, blocks []outline.Block) *Reading {
	lines := structure.LinesOf(pages)
	found := structure.Of(structure.InReadingOrder(pages)) // as an import reads it
	r := &Reading{Pages: len(pages), Text: []string{}, Contact: found.Contact, Sections: found.Sections, Jobs: found.Jobs}
	for _, l := range lines {
		r.Text = append(r.Text, l.Text())
	}
	r.Rules = rulesFor(pages, lines, r, blocks)
	if blocks != nil {
		c := compare(blocks, placesOf(lines))
		r.Against = &c
	}
	return r
}

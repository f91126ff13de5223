package layout

import (
	"image"
	"slices"

	"github.com/go-text/typesetting/segmenter"

	"resumax/render/bidi"
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/hyphen"
	"resumax/render/outline"
)

// Typesetter sets outlines on pages. It keeps what the last layout was made of,
// so that setting a resume again after a change costs only what has changed:
// blocks whose rows are as they were, pages whose rows are, and paragraphs for
// where the same words come in another place. It belongs to one goroutine at a
// time.
type Typesetter struct {
	fonts      *fonts.Set
	segmenter  segmenter.Segmenter
	paragraphs cache[string, []line]
	flows      flows
	sheets     cache[*Item, sheet] // by the first item of their rows
	numbered   cache[*Item, numberedSheet]
	turned     cache[*Item, turnedSheet]
	tinted     cache[*Item, tintedSheet]
	work       Work

	flow     bidi.Level       // which way what is set runs
	language string           // whose forms Han characters have, BCP 47; "" for none
	patterns *hyphen.Patterns // by which words are broken, nil if they are not
	broken   string           // the language of these, BCP 47; "" for none
}

// Work counts what a typesetter has done anew since it was made.
type Work struct{ Blocks, Pages int }

// Work is what the typesetter has done anew.
func (t *Typesetter) Work() Work { return t.work }

// NewTypesetter makes a typesetter that shapes with the set of fonts.
func NewTypesetter(f *fonts.Set) *Typesetter {
	t := &Typesetter{fonts: f}
	t.paragraphs.turn()
	return t
}

// keptParagraphs is how many paragraphs are kept besides those of the document:
// enough that going back to how a page was, or trying how it fits, sets none
// again.
const keptParagraphs = 512

// Job is what to set.
type Job struct {
	Blocks  []outline.Block
	Design  *design.Design
	Page    design.PageSize // the zero value means A4
	Photo   image.Image     // the picture of the outline's photo, nil for none
	Numbers bool            // the name and the page's number stand over every page but the first
	Fit     int             // how many pages it should have at most; 0 for any number
	// Language is the language of the resume, a tag of BCP 47; "" for what its
	// scripts tell.
	Language string

	flow    bidi.Level // which way the resume runs
	mixed   bool       // and if any of it runs the other way
	missing missing    // characters of its texts that no font has
}

// Layout sets a job on pages. It never fails; what cannot be shown is among the
// document's problems.
func (t *Typesetter) Layout(job Job) *Document {
	if len(t.paragraphs.now) > keptParagraphs+2*len(job.Blocks) {
		t.paragraphs.turn()
	}
	t.flows.turn()
	t.sheets.turn()
	t.numbered.turn()
	t.turned.turn()
	t.tinted.turn()
	if job.Page == (design.PageSize{}) {
		job.Page = design.A4
	}
	job.Blocks = withDatesPlaced(t.printable(job.Blocks, &job.missing), job.Design)
	if job.Fit > 0 {
		return t.fit(job)
	}
	return t.set(job)
}

// set sets a job on as many pages as it takes.
func (t *Typesetter) set(job Job) *Document {
	job.Design = t.flows.design(job.Design)
	letters := scriptsOf(job.Blocks)
	doc := &Document{Blocks: job.Blocks, Language: job.Language, DateFormat: job.Design.Dates.Format}
	if doc.Language == "" {
		doc.Language = letters.language()
	}
	t.language = letters.eastAsian(doc.Language)
	t.chooseHyphenation(job.Design, doc.Language)
	doc.Title, doc.Author = titleAndAuthor(job.Blocks)
	job.flow, job.mixed = letters.direction(), letters.turns
	var m missing
	pages, blocks, ok := t.twoColumns(job, &m)
	if ok {
		doc.Pages, doc.Blocks = pages, blocks
	} else {
		m = missing{}
		doc.Pages = t.oneColumn(job, &m)
	}
	doc.Problems = slices.Concat(t.lackingFamilies(job.Design), job.missing.problems(), m.problems())
	if job.Numbers {
		t.number(doc, job)
	}
	if job.flow == bidi.RightToLeft {
		for i := range doc.Pages {
			doc.Pages[i] = t.turnedPage(doc.Pages[i])
		}
	}
	return doc
}

// titleAndAuthor are what a document is called, the person and what they are, and who
// wrote it.
func titleAndAuthor(blocks []outline.Block) (title, author string) {
	for _, b := range blocks {
		switch b.Kind {
		case outline.Name:
			author = b.Text("")
			title = author
		case outline.Label:
			if title != "" {
				title += " – " + b.Text("")
			}
		}
	}
	return title, author
}

// Layout sets blocks on A4 pages with a typesetter of its own.
func Layout(blocks []outline.Block, d *design.Design, f *fonts.Set) *Document {
	return NewTypesetter(f).Layout(Job{Blocks: blocks, Design: d})
}

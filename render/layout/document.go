package layout

import (
	"image"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
	"resumax/resume"
)

// Document is a resume on pages. There is always at least one.
type Document struct {
	Blocks   []outline.Block // what the pages show, in reading order
	Pages    []Page
	Title    string
	Author   string
	Language string           // BCP 47: what was asked for, else as far as the scripts tell
	Problems []resume.Problem // what could not be printed as it was meant
	Fitting  Fitting

	DateFormat string // how its dates are written, as a design names it
}

// Page is one side of paper. Lengths are points.
type Page struct {
	Width, Height float64
	Gutter        Rect   // the empty space between two columns, the zero value where there is one
	Items         []Item // in reading order
}

// ColumnEdge is the left edge of the text in the column that has the place x.
func (p *Page) ColumnEdge(x float64) float64 {
	edge := x
	for _, i := range p.Items {
		sameColumn := p.Gutter.W == 0 || (i.Rect.X < p.Gutter.X) == (x < p.Gutter.X)
		if i.Kind == Text && sameColumn {
			edge = min(edge, i.Rect.X)
		}
	}
	return edge
}

// ItemKind is what kind of mark an item is.
type ItemKind uint8

// The kinds of item.
const (
	Text  ItemKind = iota // a run of glyphs: Run, Baseline
	Rule                  // a filled rectangle: Color
	Image                 // a picture that fills the box: Image
	Link                  // no mark, but a click on the box leads to Link
)

var itemKindNames = [...]string{"text", "rule", "image", "link"}

func (k ItemKind) String() string { return itemKindNames[k] }

// Rect is a rectangle on a page, in points from the page's top left corner.
type Rect struct{ X, Y, W, H float64 }

// Item is one mark on a page.
type Item struct {
	Kind     ItemKind
	Rect     Rect           // for text: as wide as the run, as high as its line
	Address  resume.Address // of what it shows, "" for characters that the design adds
	Index    int            // which of the document's blocks it is part of, -1 for what a page's margin repeats
	Block    outline.Kind   // that block's kind
	Role     outline.Role   // and as what
	Baseline float64        // where text is, from the page's top
	Run      *Run
	Color    design.Color
	Image    image.Image
	Link     string
}

// Run is text set in one face. It is shared between documents and must not be
// changed.
type Run struct {
	Text    string
	Face    *fonts.Face
	Size    float64 // points
	Width   float64 // points
	Glyphs  []Glyph // from left to right, also where the text runs from right to left
	Missing bool    // no face has the characters: the glyphs are characters for that
	// Hyphen says that the last glyph is a hyphen where the line breaks a word. It
	// is no part of Text: its From and To are the text's end.
	Hyphen bool
	RTL    bool // Text, in the order in which it is read, runs from right to left
}

// Hyphenated reports whether the run's glyph with an index is the hyphen of a
// broken word.
func (r *Run) Hyphenated(glyph int) bool { return r.Hyphen && glyph == len(r.Glyphs)-1 }

// Glyph is one glyph of a run.
type Glyph struct {
	ID   fonts.GlyphID
	X, Y float64 // where it is from the run's start, points right and up
	// From and To are the bytes of the run's text that the glyph shows. Where
	// several glyphs show the same characters, those behind the first from the left
	// show none: From is To.
	From, To int
}

// Box is a place on one of a document's pages.
type Box struct {
	Page int // counted from 0
	Rect
}

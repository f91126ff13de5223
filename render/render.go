// Package render is the door to a resume's page: it turns a resume and a
// design into pages, and pages into a PDF and pictures.
//
// The way is outline → layout → paint, each a package with a plain data type
// behind it. Because the PDF and the picture are painted from the same display
// list, what is seen is what is printed.
//
// Nothing here fails on what a resume says: a character that no font has, a
// photo that is no picture and the like stand among the document's problems.
// The same input gives the same pages and the same bytes on every machine.
package render

import (
	"image"
	"io"
	"slices"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/render/paint"
	"resumax/resume"
)

// Options say how a resume is set.
type Options struct {
	Design *design.Design // nil for the default design
	// Unknown is the design that the resume asks for where nobody has it, "" for
	// none. It is for messages and changes nothing.
	Unknown string
	// Settings change the design, over those that the resume has for it.
	Settings []resume.Setting
	Page     design.PageSize // the zero value means A4
	Fit      int             // how many pages it should have at most; 0 for any number
	// Numbers puts the name and the page's number over every page but the first.
	Numbers bool
	// Language is the resume's, a tag of BCP 47 such as pt-BR; "" for what its
	// scripts tell.
	Language string
	// Fonts has what the fonts that ship with the program lack: families that
	// the design names, other scripts. nil for nothing.
	Fonts *fonts.Library
	// Photo is the file of the person's picture, for a resume that names it by
	// a path. A picture that the resume carries in itself, as a data: URI,
	// needs none.
	Photo []byte
	// Letter is set under the resume's head, in place of its sections; nil for the
	// resume. Language is the letter's then.
	Letter *outline.Letter
	// PhotoError says why that file could not be read; nil if it could, or
	// there is none to read.
	PhotoError error
}

// Typesetter sets resumes and paints them. It keeps what it can use again, so
// that after a keystroke only what has changed is set and drawn anew. One
// goroutine may use it at a time.
type Typesetter struct {
	library  *fonts.Library
	outliner outline.Outliner
	layout   *layout.Typesetter
	painter  *paint.Painter
	photos   photos
	settled  settled
}

// settled is the design that was set last, as settings change it.
type settled struct {
	base     *design.Design
	settings []resume.Setting
	letter   bool
	design   *design.Design
	problems []resume.Problem
}

// settle is the design of options as settings change it: the resume's for the
// design, and the options' over them. It is made anew only where they are others.
func (s *settled) settle(r *resume.Resume, o Options) *design.Design {
	base := o.Design
	if base == nil {
		base = design.Default()
	}
	settings := append(r.Meta.SettingsOver(base.ID), o.Settings...)
	same := func(a, b resume.Setting) bool {
		return a.Key == b.Key && a.Address == b.Address && a.Value.Equal(b.Value)
	}
	if letter := o.Letter != nil; s.base != base || s.letter != letter || !slices.EqualFunc(s.settings, settings, same) {
		s.base, s.settings, s.letter = base, settings, letter
		s.design, s.problems = base.With(settings)
		if letter {
			s.design = s.design.ForLetter()
		}
	}
	return s.design
}

// DesignOf is the design of options as settings change it, the resume's and the options',
// and what is wrong with these.
func DesignOf(r *resume.Resume, o Options) (*design.Design, []resume.Problem) {
	var s settled
	d := s.settle(r, o)
	return d, s.problems
}

// Blocks are what a resume says, with the dates as the design of the options has
// them and in no design's places: what other formats than pages are written from.
func Blocks(r *resume.Resume, o Options) []outline.Block {
	d, _ := DesignOf(r, o)
	if o.Letter != nil {
		return outline.BuildLetter(r, d, o.Letter)
	}
	return outline.Build(r, d)
}

// NewTypesetter makes a typesetter with nothing in store.
func NewTypesetter() *Typesetter { return newTypesetter(nil) }

func newTypesetter(l *fonts.Library) *Typesetter {
	f := fonts.NewSetWith(l)
	return &Typesetter{layout: layout.NewTypesetter(f), painter: paint.NewPainter(f), library: l}
}

// Typeset sets a resume on pages.
func (t *Typesetter) Typeset(r *resume.Resume, o Options) *layout.Document {
	if o.Fonts != t.library {
		*t = *newTypesetter(o.Fonts)
	}
	o.Design = t.settled.settle(r, o)
	photo, problem := t.photos.get(r.Basics.Image, o.Photo)
	doc := t.layout.Layout(layout.Job{
		Blocks: t.blocks(r, o), Design: o.Design, Page: o.Page, Photo: photo, Fit: o.Fit, Numbers: o.Numbers, Language: o.Language})
	if o.Letter != nil {
		doc.Title = o.Letter.Title
	}
	doc.Problems = append(doc.Problems, t.settled.problems...)
	if problem != "" && o.PhotoError != nil {
		problem = o.PhotoError.Error()
	}
	if problem != "" {
		doc.Problems = append(doc.Problems, resume.Problem{Address: resume.Basics.Child("image"), Text: problem})
	}
	return doc
}

func (t *Typesetter) blocks(r *resume.Resume, o Options) []outline.Block {
	if o.Letter != nil {
		return t.outliner.BuildLetter(r, o.Design, o.Letter)
	}
	return t.outliner.Build(r, o.Design)
}

// Picture draws a page, counted from 0, with the given number of pixels to a
// point (2 is 144 dpi). It draws into reuse if that has the right size and is
// not nil; the caller must not show reuse any more.
func (t *Typesetter) Picture(d *layout.Document, page int, scale float64, reuse *image.RGBA) *image.RGBA {
	return t.painter.Picture(d, page, scale, reuse)
}

// PDF writes a document as a PDF. A source, the JSON that it was made from, is
// attached to it; nil for none. The only errors are w's.
func (t *Typesetter) PDF(w io.Writer, d *layout.Document, source []byte) error {
	return t.painter.PDF(w, d, source)
}

// Repaint makes img, a picture of the page before, into one of the page after at
// the same scale, by drawing no more than the part that differs. It reports how
// many rows of pixels that were, and false if img is no picture of that size.
func (t *Typesetter) Repaint(img *image.RGBA, before, after *layout.Page, scale float64) (rows int, ok bool) {
	return t.painter.Repaint(img, before, after, scale)
}

// Typeset sets a resume on pages with a typesetter of its own.
func Typeset(r *resume.Resume, o Options) *layout.Document { return NewTypesetter().Typeset(r, o) }

// PDF writes a document as a PDF with a painter of its own. The only errors are
// w's.
func PDF(w io.Writer, d *layout.Document) error { return paint.PDF(w, d) }

// Picture draws a page, counted from 0, with the given number of pixels to a
// point (2 is 144 dpi).
func Picture(d *layout.Document, page int, scale float64) *image.RGBA {
	return NewTypesetter().Picture(d, page, scale, nil)
}

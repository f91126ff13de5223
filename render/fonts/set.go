package fonts

import (
	"cmp"
	"slices"
	"unicode"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Set shapes text and gives out glyph outlines. It keeps what it can use again
// and belongs to one goroutine at a time.
type Set struct {
	buffer  *harfbuzz.Buffer
	fonts   map[*Face]setFont
	library *Library       // nil for none
	found   map[need]*Face // what was found in it; nil for what it lacks
	broken  map[*Face]bool // faces of it that failed in use
}

// setFont is a face as a set uses it.
type setFont struct {
	*harfbuzz.Font
	of *parsedFace // keeps it in memory: see [Release]
}

// need is a character that the shipped families lack, with what is asked of the
// face that has it.
type need struct {
	want
	character rune
}

// NewSet makes a set of all faces that ship with the program. Faces are read
// when they are first used.
func NewSet() *Set { return NewSetWith(nil) }

// NewSetWith makes a set that takes from a library what the shipped faces lack:
// families that a design names and single characters. The library may be nil.
func NewSetWith(l *Library) *Set {
	return &Set{buffer: harfbuzz.NewBuffer(), fonts: make(map[*Face]setFont), library: l,
		found: make(map[need]*Face), broken: make(map[*Face]bool)}
}

// Family is the family with the name. Where neither the program nor the library
// has it, it is one of the program's that stands in for it, and false.
func (s *Set) Family(name string) (*Family, bool) {
	if f, ok := FindFamily(name); ok {
		return f, true
	}
	if s.library != nil {
		if f, ok := s.library.Find(name); ok {
			return f, true
		}
	}
	kind := kindOf(name)
	for _, f := range families() {
		if f.Kind == kind {
			return f, false
		}
	}
	return families()[0], false
}

// Span is a part of a text that is set in one style and runs in one direction.
type Span struct {
	Text         []rune // the whole text: letters join those beside them
	From, To     int    // the part's characters, To exclusive
	Family       *Family
	Bold, Italic bool
	RTL          bool   // the part runs from right to left
	Language     string // BCP 47; "" means English
}

// Glyph is one glyph of shaped text. Measures are parts of the type size.
type Glyph struct {
	ID      GlyphID
	Advance float64 // how far the next glyph's origin is to the right
	DX, DY  float64 // where the glyph is drawn from its origin, right and up
	At      int     // index, in the text's characters, of the first one it shows
}

// Run is a stretch of text that one face sets.
type Run struct {
	Face     *Face
	From, To int     // which of the text's characters, To exclusive
	Glyphs   []Glyph // from left to right, whichever way the text runs
	Missing  bool    // no face has these characters
	Joined   bool    // its script joins letters, so that nothing may be put between them

	group language.Script
}

// features are what is asked of a face beyond HarfBuzz's defaults for text in
// Latin letters and those like them. Glyphs must stand for characters one to
// one, or text taken from the page would show characters that nobody typed.
var features = []harfbuzz.Feature{
	feature("kern", 1),
	feature("liga", 0), feature("clig", 0), feature("dlig", 0), feature("hlig", 0), feature("calt", 0),
}

// scriptFeatures are those for the other scripts, which are not legible without
// the forms that a letter has beside others. Ligatures that are a matter of
// taste stay off.
var scriptFeatures = []harfbuzz.Feature{feature("kern", 1), feature("liga", 0), feature("dlig", 0), feature("hlig", 0)}

func feature(tag string, value uint32) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: ot.MustNewTag(tag), Value: value, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

// Shape sets a span. Runs are in the order of the text; a change of face or of
// script is a change of run.
func (s *Set) Shape(span Span) []Run {
	span.Text = public(span.Text, span.From, span.To)
	runs := s.split(&span)
	for i := range runs {
		s.shape(&runs[i], &span)
	}
	return runs
}

// public is a text with the private characters of a part made such as no font
// has: each font means something else by them, and what was meant is not known.
func public(text []rune, from, to int) []rune {
	if !slices.ContainsFunc(text[from:to], private) {
		return text
	}
	text = slices.Clone(text)
	for i := from; i < to; i++ {
		if private(text[i]) {
			text[i] = noCharacter
		}
	}
	return text
}

const noCharacter = '\uFDD0'

func private(r rune) bool { return unicode.Is(unicode.Co, r) }

// split says which face sets which part of the span.
func (s *Set) split(span *Span) []Run {
	var runs []Run
	own := span.Family.Face(span.Bold, span.Italic)
	for i := span.From; i < span.To; i++ {
		r := span.Text[i]
		group := groupOf(r)
		face, missing := own, false
		var last *Run
		if len(runs) > 0 {
			last = &runs[len(runs)-1]
		}
		if last != nil && joins(r) {
			face, missing, group = last.Face, last.Missing, 0
		}
		if _, ok := face.Glyph(r); !ok && !invisible(r) {
			face, missing = s.substitute(own, span, last, r)
		}
		if last != nil && last.Face == face && last.Missing == missing && (group == 0 || last.group == 0 || last.group == group) {
			last.To = i + 1
			if last.group == 0 {
				last.group = group
			}
			continue
		}
		runs = append(runs, Run{Face: face, From: i, To: i + 1, Missing: missing, group: group})
	}
	return runs
}

// substitute finds the face that stands in for own where own lacks r. Characters
// that go with any script stay in the face of the run before them if they can.
func (s *Set) substitute(own *Face, span *Span, last *Run, r rune) (face *Face, missing bool) {
	for _, f := range families() {
		face := f.Face(span.Bold, span.Italic)
		if _, ok := face.Glyph(r); ok {
			return face, false
		}
	}
	if s.library == nil || r == noCharacter {
		return own, true
	}
	if last != nil && last.Face.foreign && groupOf(r) == 0 && s.shows(last.Face, r) {
		return last.Face, false
	}
	n := need{want{span.Family.Kind, span.Bold, span.Italic, writingOf(r, span.Language)}, r}
	found, known := s.found[n]
	if !known {
		found = s.library.serve(n.want, r, func(f *Face) bool { return s.shows(f, r) })
		s.found[n] = found
	}
	if found == nil || s.broken[found] {
		return own, true
	}
	return found, false
}

// shows reports whether a face has a character and something to draw for it:
// fonts of colored pictures have glyphs without any outline.
func (s *Set) shows(f *Face, r rune) bool {
	id, ok := f.Glyph(r)
	return ok && !s.broken[f] && (unicode.IsSpace(r) || len(s.Outline(f, id)) > 0)
}

// Has reports whether some face has a character, and something to draw for it.
func (s *Set) Has(r rune) bool {
	if invisible(r) {
		return true
	}
	if private(r) {
		return false
	}
	_, missing := s.substitute(families()[0].Regular, &Span{Family: families()[0]}, nil, r)
	return !missing
}

// invisible reports whether r has no shape of its own, so that a face need not
// have it.
func invisible(r rune) bool { return harfbuzz.IsDefaultIgnorable(r) }

// shape shapes a run. A system font that fails at it is not used again.
func (s *Set) shape(run *Run, span *Span) {
	if !run.Face.foreign {
		s.shapeWith(run, span)
		return
	}
	defer func() {
		if recover() == nil {
			return
		}
		s.broken[run.Face] = true
		s.buffer = harfbuzz.NewBuffer()
		run.Face, run.Missing = families()[0].Regular, true
		s.shapeWith(run, span)
	}()
	s.shapeWith(run, span)
}

func (s *Set) shapeWith(run *Run, span *Span) {
	b := s.buffer
	b.Clear()
	b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage(cmp.Or(span.Language, "en"))}
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	asked := features
	if run.group != 0 && run.group != simple {
		// Characters over and under letters are part of what the letter's glyphs show.
		b.ClusterLevel, asked = harfbuzz.MonotoneGraphemes, scriptFeatures
	}
	b.AddRunes(span.Text, run.From, run.To-run.From)
	b.Props.Script = script(span.Text[run.From:run.To])
	b.Props.Direction = harfbuzz.LeftToRight
	if span.RTL {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(s.font(run.Face), asked)

	run.Joined = joined(b.Props.Script)
	scale := 1 / run.Face.Upem()
	run.Glyphs = make([]Glyph, len(b.Info))
	for i, info := range b.Info {
		pos := b.Pos[i]
		run.Glyphs[i] = Glyph{ID: info.Glyph, At: info.Cluster,
			Advance: float64(pos.XAdvance) * scale, DX: float64(pos.XOffset) * scale, DY: float64(pos.YOffset) * scale}
	}
	if span.RTL {
		slices.Reverse(run.Glyphs)
		inOrder(run.Glyphs)
		slices.Reverse(run.Glyphs)
	} else {
		inOrder(run.Glyphs)
	}
}

// inOrder makes glyphs show characters in the order of the text. HarfBuzz turns
// a letter with its marks round where the script's own direction is another:
// they then show their characters together.
func inOrder(glyphs []Glyph) {
	for i := 1; i < len(glyphs); i++ {
		for j := i - 1; j >= 0 && glyphs[j].At > glyphs[i].At; j-- {
			glyphs[j].At = glyphs[i].At
		}
	}
}

func (s *Set) font(f *Face) *harfbuzz.Font {
	used, ok := s.fonts[f]
	if !ok {
		p := f.load()
		used = setFont{harfbuzz.NewFont(font.NewFace(p.font)), p}
		s.fonts[f] = used
	}
	return used.Font
}

// Segment is a piece of a glyph's outline.
type Segment = ot.Segment

// Outline is the shape of a glyph in the face's units, y up, and nil for a
// glyph without ink.
func (s *Set) Outline(f *Face, id GlyphID) (segments []Segment) {
	if f.foreign {
		defer func() {
			if recover() != nil {
				segments = nil
			}
		}()
	}
	outline, ok := s.font(f).Face().GlyphDataOutline(tables.GlyphID(id))
	if !ok {
		return nil
	}
	return outline.Segments
}

// Advance is how wide a glyph is without its neighbors, in parts of the type
// size.
func (s *Set) Advance(f *Face, id GlyphID) float64 {
	return float64(s.font(f).Face().HorizontalAdvance(id)) / f.Upem()
}

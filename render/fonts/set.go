package fonts

import (
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
	buffer *harfbuzz.Buffer
	fonts  map[*Face]*harfbuzz.Font
}

// NewSet makes a set of all faces that ship with the program. Faces are read
// when they are first used.
func NewSet() *Set {
	return &Set{buffer: harfbuzz.NewBuffer(), fonts: make(map[*Face]*harfbuzz.Font)}
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
	From, To int // which of the text's characters, To exclusive
	Glyphs   []Glyph
	Missing  bool // no face has these characters
}

// features are what is asked of a face beyond HarfBuzz's defaults. Glyphs must
// stand for characters one to one, or text taken from the page would show
// characters that nobody typed.
var features = []harfbuzz.Feature{
	feature("kern", 1),
	feature("liga", 0), feature("clig", 0), feature("dlig", 0), feature("hlig", 0), feature("calt", 0),
}

func feature(tag string, value uint32) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: ot.MustNewTag(tag), Value: value, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

// Shape sets text in the family's face of the given weight and slope. Runs are
// in the order of the text; a change of face is a change of run.
func (s *Set) Shape(family *Family, bold, italic bool, text []rune) []Run {
	text = public(text)
	runs := s.split(family, bold, italic, text)
	for i := range runs {
		s.shape(&runs[i], text)
	}
	return runs
}

// public is a text with its private characters made such as no font has: each
// font means something else by them, and what was meant is not known.
func public(text []rune) []rune {
	const noCharacter = '\uFDD0'
	if !slices.ContainsFunc(text, private) {
		return text
	}
	text = slices.Clone(text)
	for i, r := range text {
		if private(r) {
			text[i] = noCharacter
		}
	}
	return text
}

func private(r rune) bool { return unicode.Is(unicode.Co, r) }

// split says which face sets which part of the text.
func (s *Set) split(family *Family, bold, italic bool, text []rune) []Run {
	var runs []Run
	own := family.Face(bold, italic)
	for i, r := range text {
		face, missing := own, false
		if len(runs) > 0 && joins(r) {
			face, missing = runs[len(runs)-1].Face, runs[len(runs)-1].Missing
		}
		if _, ok := face.Glyph(r); !ok && !invisible(r) {
			face, missing = substitute(own, bold, italic, r)
		}
		if n := len(runs) - 1; n >= 0 && runs[n].Face == face && runs[n].Missing == missing {
			runs[n].To = i + 1
			continue
		}
		runs = append(runs, Run{Face: face, From: i, To: i + 1, Missing: missing})
	}
	return runs
}

// substitute finds the face that stands in for own where own lacks r.
func substitute(own *Face, bold, italic bool, r rune) (face *Face, missing bool) {
	for _, f := range families() {
		face := f.Face(bold, italic)
		if _, ok := face.Glyph(r); ok {
			return face, false
		}
	}
	return own, true
}

// joins reports whether r belongs to the character before it and should be set
// in the same face.
func joins(r rune) bool { return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) }

// invisible reports whether r has no shape of its own, so that a face need not
// have it.
func invisible(r rune) bool { return harfbuzz.IsDefaultIgnorable(r) }

func (s *Set) shape(run *Run, text []rune) {
	b := s.buffer
	b.Clear()
	b.Props = harfbuzz.SegmentProperties{Language: language.NewLanguage("en")}
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.AddRunes(text, run.From, run.To-run.From)
	b.Props.Script = script(text[run.From:run.To])
	// Text runs from left to right; putting right-to-left words into their
	// visual order belongs to the layout of lines.
	b.Props.Direction = harfbuzz.LeftToRight
	b.Shape(s.font(run.Face), features)

	scale := 1 / run.Face.Upem()
	run.Glyphs = make([]Glyph, len(b.Info))
	for i, info := range b.Info {
		pos := b.Pos[i]
		run.Glyphs[i] = Glyph{ID: info.Glyph, At: info.Cluster,
			Advance: float64(pos.XAdvance) * scale, DX: float64(pos.XOffset) * scale, DY: float64(pos.YOffset) * scale}
	}
}

// script is the writing system of the first character that has one.
func script(text []rune) language.Script {
	for _, r := range text {
		switch s := language.LookupScript(r); s {
		case language.Common, language.Inherited, language.Unknown:
		default:
			return s
		}
	}
	return language.Latin
}

func (s *Set) font(f *Face) *harfbuzz.Font {
	hb, ok := s.fonts[f]
	if !ok {
		hb = harfbuzz.NewFont(font.NewFace(f.load().font))
		s.fonts[f] = hb
	}
	return hb
}

// Segment is a piece of a glyph's outline.
type Segment = ot.Segment

// Outline is the shape of a glyph in the face's units, y up, and nil for a
// glyph without ink.
func (s *Set) Outline(f *Face, id GlyphID) []Segment {
	outline, ok := s.font(f).Face().GlyphDataOutline(tables.GlyphID(id))
	if !ok {
		return nil
	}
	return outline.Segments
}

// Advance is how wide a glyph is without its neighbours, in parts of the type
// size.
func (s *Set) Advance(f *Face, id GlyphID) float64 {
	return float64(s.font(f).Face().HorizontalAdvance(id)) / f.Upem()
}

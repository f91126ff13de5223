package fonts

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"sync"
	"sync/atomic"
	"weak"

	"github.com/go-text/typesetting/font"

	"resumax/assets"
)

// Face is one font file. It is safe for concurrent use.
type Face struct {
	// Name is the face's PostScript name, such as "SourceSerif4-Bold".
	Name         string
	Bold, Italic bool

	foreign bool // it is a system font, not one of the program: it may be broken anywhere
	read    func() *parsedFace
	kept    atomic.Pointer[parsedFace] // what was read, nil before and after [Release]
	mu      sync.Mutex                 // one at a time reads, and has what follows
	last    weak.Pointer[parsedFace]   // what was read last, as long as a [Set] has it
}

// parsedFace is what the file of a face holds.
type parsedFace struct {
	file    string // of a face that ships with the program
	font    *font.Font
	upem    float64
	metrics Metrics
}

// Metrics are a face's vertical measures as parts of the type size, up from
// the baseline: Descent is negative.
type Metrics struct {
	Ascent, Descent, CapHeight, XHeight float64
}

// GlyphID is a glyph's number in its face. 0 is the character that stands for a
// character which the face lacks.
type GlyphID = font.GID

// MissingGlyph is the character for a character that a face lacks.
const MissingGlyph GlyphID = 0

func newFace(file string, bold, italic bool) *Face {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	return &Face{Name: name, Bold: bold, Italic: italic, read: func() *parsedFace { return parse(file) }}
}

// load is what the face's file holds, which is read if nobody has it.
func (f *Face) load() *parsedFace {
	if p := f.kept.Load(); p != nil {
		return p
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	p := f.last.Value()
	if p == nil {
		p = f.read()
		f.last = weak.Make(p)
	}
	f.kept.Store(p)
	return p
}

// Release lets go of what the files of the program's faces hold, some 0.5 MB each: what no
// [Set] uses can be collected, and is read again when it is asked for. All designs side by
// side take all faces, for pictures that are made once.
func Release() {
	for _, family := range families() {
		for _, f := range []*Face{family.Regular, family.Bold, family.Italic, family.BoldItalic} {
			f.release()
		}
	}
}

func (f *Face) release() { f.kept.Store(nil) }

// parse reads an embedded font file. It panics on a broken one: see families.
func parse(file string) *parsedFace {
	data, err := assets.Fonts.ReadFile(file)
	if err != nil {
		panic(err)
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		panic(fmt.Sprintf("%s: %v", file, err))
	}
	p, err := newParsedFace(face.Font)
	if err != nil {
		panic(fmt.Sprintf("%s: %v", file, err))
	}
	p.file = file
	return p
}

func newParsedFace(f *font.Font) (*parsedFace, error) {
	face := font.NewFace(f)
	p := &parsedFace{font: f, upem: float64(face.Upem())}
	if p.upem < 16 || p.upem > 16384 { // the range of OpenType
		return nil, fmt.Errorf("a font of %g units", p.upem)
	}
	extents, _ := face.FontHExtents()
	p.metrics = Metrics{
		Ascent:    float64(extents.Ascender) / p.upem,
		Descent:   float64(extents.Descender) / p.upem,
		CapHeight: float64(face.LineMetric(font.CapHeight)) / p.upem,
		XHeight:   float64(face.LineMetric(font.XHeight)) / p.upem,
	}
	return p, nil
}

// File is the font file of a face that ships with the program, a TrueType font,
// and nil for others. It is read anew each time: in memory it would be there twice.
func (f *Face) File() []byte {
	data, _ := assets.Fonts.ReadFile(f.load().file) // "" is no file
	return data
}

// Metrics are the face's vertical measures.
func (f *Face) Metrics() Metrics { return f.load().metrics }

// Glyph is the glyph that the face shows the character r with when r stands
// alone, and false if it has none.
func (f *Face) Glyph(r rune) (GlyphID, bool) { return f.load().font.NominalGlyph(r) }

// Upem is how many of the font's units make the type size.
func (f *Face) Upem() float64 { return f.load().upem }

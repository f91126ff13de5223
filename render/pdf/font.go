package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"strings"
)

// Face is what a font is made from. Measures are parts of the type size.
type Face struct {
	Name                       string // PostScript name
	Upem                       int    // units of the outlines in the type size
	Ascent, Descent, CapHeight float64
	Bold, Italic               bool
}

// Font is a face with those of its glyphs that a file shows. It is written as a
// composite font of its own codes, two bytes each: a code is a glyph with the
// text that it shows, so that the text of a page can always be read back, even
// where a face has one glyph for several characters.
type Font struct {
	face   Face
	codes  map[shown]uint16
	glyphs []Glyph // by code
	texts  []string
	width  []int // by code, in thousandths of the type size
}

type shown struct {
	glyph uint32
	text  string
	width int
}

// NewFont makes a font without glyphs.
func NewFont(f Face) *Font {
	font := &Font{face: f, codes: make(map[shown]uint16)}
	// The first glyph stands for what a font lacks, and is never shown here.
	font.glyphs, font.texts, font.width = []Glyph{{}}, []string{""}, []int{0}
	return font
}

// maxCodes is how many codes fit two bytes; whoever shows more glyphs of one
// face in one file, which no resume does, sees the last of them as missing.
const maxCodes = math.MaxUint16

// Code is the code for a glyph that shows a text and moves the next one by its
// advance, a part of the type size. The glyph's shape is asked for when it is
// new. A glyph may have several advances, none over [Font.Widest].
func (f *Font) Code(glyph uint32, text string, advance float64, shape func() Glyph) uint16 {
	width := int(math.Round(min(advance, f.Widest()) * 1000))
	key := shown{glyph, text, width}
	code, ok := f.codes[key]
	if !ok && len(f.glyphs) < maxCodes {
		code = uint16(len(f.glyphs))
		f.codes[key] = code
		f.glyphs = append(f.glyphs, shape())
		f.texts = append(f.texts, text)
		f.width = append(f.width, width)
	}
	return code
}

// Widest is the greatest advance that a glyph can have, a part of the type size:
// font files keep them as 16 bits.
func (f *Font) Widest() float64 { return math.MaxUint16 / float64(f.face.Upem) }

// Width is how far a code moves the next one, in thousandths of the type size.
func (f *Font) Width(code uint16) int { return f.width[code] }

// Text is the text that a code shows.
func (f *Font) Text(code uint16) string { return f.texts[code] }

// Write writes the font and all that belongs to it.
func (f *Font) Write(file *File) Ref {
	name := f.tag() + "+" + f.face.Name
	program := trueType(f.face, f.glyphs, f.width)
	data := file.Stream(fmt.Sprintf("/Length1 %d", len(program)), program)
	box := bounds(f.glyphs)
	unit := 1000 / float64(f.face.Upem)
	thousandths := func(v float64) int { return int(math.Round(v * 1000)) }
	descriptor := file.Add(fmt.Sprintf("<</Type /FontDescriptor /FontName %s /Flags %d /FontBBox %s /ItalicAngle %d /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %s>>",
		Name(name), f.flags(), Rectangle(float64(box.left)*unit, float64(box.bottom)*unit, float64(box.right)*unit, float64(box.top)*unit),
		f.slope(), thousandths(f.face.Ascent), thousandths(f.face.Descent), thousandths(f.face.CapHeight), f.stem(), data))
	descendant := file.Add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont %s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %s /CIDToGIDMap /Identity /DW 0 /W [0 [%s]]>>",
		Name(name), descriptor, strings.Trim(fmt.Sprint(f.width), "[]")))
	return file.Add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s>>",
		Name(name), descendant, file.Stream("", f.toUnicode())))
}

// tag is the six letters that tell one subset of a face from another.
func (f *Font) tag() string {
	h := sha256.New()
	for i := range f.texts {
		fmt.Fprintf(h, "%q %d ", f.texts[i], f.width[i])
	}
	tag := h.Sum(nil)[:6]
	for i, b := range tag {
		tag[i] = 'A' + b%26
	}
	return string(tag)
}

func (f *Font) flags() int {
	flags := 1 << 2 // symbolic: codes of its own
	if f.face.Italic {
		flags |= 1 << 6
	}
	if f.face.Bold {
		flags |= 1 << 18
	}
	return flags
}

func (f *Font) slope() int {
	if f.face.Italic {
		return -12
	}
	return 0
}

// stem is about how wide upright strokes are, which helps who has to imitate the
// font.
func (f *Font) stem() int {
	if f.face.Bold {
		return 140
	}
	return 80
}

// toUnicode is the map from codes to text (ISO 32000-1, 9.10.3).
func (f *Font) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries of one list
	for from := 1; from < len(f.texts); from += most {
		to := min(from+most, len(f.texts))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for code := from; code < to; code++ {
			fmt.Fprintf(&b, "<%04X> <%s>\n", code, Hex(f.texts[code]))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

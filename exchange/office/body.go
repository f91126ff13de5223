package office

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/format"
	"resumax/exchange/structure"
	"resumax/exchange/taking"
	"resumax/resume"
)

// Block is a paragraph or a table.
type Block struct {
	Para  *Para
	Table *Table
}

// Para is a paragraph as a word processor has it.
type Para struct {
	Runs          []Run
	Level         int // 1 for a title, 2 for a heading of the first level, and so on; 0 for text
	Item          bool
	Fresh         bool
	Before, After float64 // space, in points
	Style         string  // what it is called
	Contextual    bool    // no space to paragraphs of the same style
	Mark          string  // the name of a bookmark in it
	Bold, Italic  bool    // as its style has it
}

// Run is text in one look.
type Run struct {
	structure.Run
	Style string // of letters, as it is called; "" for none
	Tip   string // what a link says where it is pointed at
}

// Same reports whether two runs look the same.
func (r Run) Same(o Run) bool {
	r.Text, o.Text = "", ""
	return r == o
}

// Table is rows of cells. A cell that another one reaches into is nil.
type Table struct{ Rows [][]Cell }

// Cell is what is in a cell.
type Cell []Block

// Text is what a paragraph says.
func (p *Para) Text() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func (p *Para) empty() bool { return strings.TrimSpace(p.Text()) == "" }

// Bounds on text. A curriculum vitae of a hundred pages has a fifth of it.
const (
	maxParagraphs = 12_000
	maxText       = 1_000_000 // bytes
)

// Read recognizes a resume in blocks. What was left before is left.
func Read(blocks []Block, left []taking.Left) (format.Reading, error) {
	if r, ok := readKnown(blocks); ok {
		r.Left = append(r.Left, left...)
		return r, nil
	}
	paragraphs := Paragraphs(blocks)
	size := 0
	for _, p := range paragraphs {
		for _, r := range p.Runs {
			size += len(r.Text)
		}
	}
	if size > maxText || len(paragraphs) > maxParagraphs {
		return format.Reading{}, errors.New("it has more text than a resume")
	}
	if len(paragraphs) == 0 {
		return format.Reading{}, errors.New("it has no text: if its pages are pictures, scan them with text recognition")
	}
	lines := structure.Flow(paragraphs)
	found := structure.Of(lines)
	found.Left = append(found.Left, left...)
	return format.Reading{Document: found.Document, Record: found.Record, Source: format.SourceOf(lines)}, nil
}

// WithPhoto is a reading with the picture of a person, if a file of JPEG or PNG is one.
func WithPhoto(r format.Reading, file []byte) format.Reading {
	uri := photoOf(file)
	if uri == "" {
		return r
	}
	at := resume.Basics.Child("image")
	if d, err := r.Document.Set(at, resume.Text(uri)); err == nil {
		r.Document = d
	}
	return r
}

// Paragraphs puts what is in blocks one after the other, as a person reads it.
func Paragraphs(blocks []Block) []structure.Paragraph {
	all := flatten(nil, blocks)
	all = tidied(all)
	usual := usualSpace(all)
	shift := 1
	if n := titles(all); n == 0 && leads(all) {
		shift = 0
	}
	out := make([]structure.Paragraph, len(all))
	for i, p := range all {
		level := p.Level
		if level > 1 {
			level = level - 1 + shift
		}
		out[i] = structure.Paragraph{Runs: p.runs(), Heading: level, Item: p.Item, Fresh: p.Fresh}
		if i > 0 {
			out[i].Space = max(0, space(all[i-1], p)-usual) / linePitch
		}
	}
	return out
}

func (p *Para) runs() []structure.Run {
	all := make([]structure.Run, len(p.Runs))
	for i, r := range p.Runs {
		all[i] = r.Run
	}
	return all
}

// linePitch is how many points are one line of space.
const linePitch = 12

// titles is how many paragraphs are titles.
func titles(all []*Para) (n int) {
	for _, p := range all {
		if p.Level == 1 {
			n++
		}
	}
	return n
}

// leads reports whether the only heading of the first level comes before all others: it
// is the title.
func leads(all []*Para) bool {
	n, first := 0, 0
	for _, p := range all {
		if p.Level == 2 {
			n++
		}
		if p.Level > 1 && first == 0 {
			first = p.Level
		}
	}
	return n == 1 && first == 2
}

// space is how much is between two paragraphs.
func space(a, b *Para) float64 {
	after, before := a.After, b.Before
	if a.Style == b.Style {
		if a.Contextual {
			after = 0
		}
		if b.Contextual {
			before = 0
		}
	}
	return min(after+before, 10*linePitch)
}

// usualSpace is what is between paragraphs of text where nothing parts them.
func usualSpace(all []*Para) float64 {
	var spaces []float64
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.Level+b.Level == 0 && !a.Item && !b.Item {
			spaces = append(spaces, space(a, b))
		}
	}
	if len(spaces) == 0 {
		return 0
	}
	slices.Sort(spaces)
	return spaces[len(spaces)/4]
}

// flatten appends what is in blocks.
func flatten(all []*Para, blocks []Block) []*Para {
	for _, b := range blocks {
		switch {
		case b.Table != nil:
			all = b.Table.flatten(all)
		case b.Para != nil:
			all = append(all, b.Para)
		}
	}
	return all
}

// tidied leaves out paragraphs without text, which are space, and marks of points that are
// typed.
func tidied(list []*Para) (all []*Para) {
	extra := 0.0
	fresh := false
	for _, p := range list {
		if p.empty() {
			extra += linePitch
			fresh = fresh || p.Fresh
			continue
		}
		p.Before += min(extra, 3*linePitch)
		p.Fresh = p.Fresh || fresh
		extra, fresh = 0, false
		p.clean()
		p.unmark()
		if p.empty() {
			continue
		}
		all = append(all, p)
	}
	return all
}

// clean takes out characters that are not seen, and those of fonts of pictures.
func (p *Para) clean() {
	for i := range p.Runs {
		p.Runs[i].Text = strings.Map(func(c rune) rune {
			switch {
			case c == '\u00ad', c == '\u200b', c == '\ufeff', c == '\u2060':
				return -1
			case c == '\u2011':
				return '-'
			case symbolBullet(c):
				return '•'
			case unicode.Is(unicode.Co, c):
				return ' '
			case unicode.IsControl(c) && c != '\t' && c != '\n':
				return -1
			}
			return c
		}, p.Runs[i].Text)
	}
}

// symbolBullet reports whether a character of the private area is a bullet in the fonts
// Symbol and Wingdings.
func symbolBullet(c rune) bool {
	switch c {
	case '\uf0b7', '\uf0a7', '\uf0d8', '\uf0a8', '\uf06e', '\uf06c', '\uf076', '\uf0fc', '\uf09f', '\uf0e0', '\uf0d2', '\uf0c4':
		return true
	}
	return false
}

// marks are the signs of points that are typed.
const marks = "•◦▪▫‣●○■□➢➤►▸▹❖✓✔⁃∙◆◇⚫"

// unmark makes a paragraph that begins with the sign of a point a point.
func (p *Para) unmark() {
	text := strings.TrimLeft(p.Text(), " \t\u00a0")
	first, rest := ' ', ""
	for i, c := range text {
		if i == 0 {
			first = c
			continue
		}
		rest = text[i:]
		break
	}
	marked := strings.ContainsRune(marks, first) || first == 'o' && strings.HasPrefix(rest, "\t")
	if !marked || strings.TrimSpace(rest) == "" || strings.ContainsAny(rest, "•●") || strings.HasPrefix(rest, string(first)) {
		return
	}
	done := false
	for i := range p.Runs {
		r := &p.Runs[i]
		trimmed := strings.TrimLeft(r.Text, " \t\u00a0")
		if !done {
			if trimmed == "" {
				r.Text = ""
				continue
			}
			trimmed = strings.TrimLeft(strings.TrimPrefix(trimmed, string(first)), " \t\u00a0")
			done = true
		}
		r.Text = trimmed
		if trimmed != "" {
			break
		}
	}
	p.Item, p.Level = true, 0
}

package structure

import (
	"strings"

	"resumax/exchange/pdftext"
)

// Paragraph is a paragraph of a text that has no pages: of a word processor's file, a web
// page or plain text.
type Paragraph struct {
	Runs    []Run
	Heading int     // 1 for a title, 2 for what is under it, and so on; 0 for text
	Item    bool    // it is a point of a list
	Space   float64 // above it, in lines, besides the usual none
	Fresh   bool    // it begins a column or a cell that does not go on with what is before it
}

// Run is text in one look. A tab parts fields; a line break begins a line.
type Run struct {
	Text         string
	Bold, Italic bool
	Size         float64 // in points, 0 for the usual one
	Link         string
	Is           Role // what the file itself says that it is
}

// Role is what a file says that a part of an entry's head is.
type Role uint8

// The roles of parts of heads.
const (
	Unsaid Role = iota
	IsTitle
	IsOrganization
	IsPlace
)

// Flow makes lines of paragraphs, as if they were set on a page without end: words have
// places by which tabs, line breaks and space are seen like on any other page.
func Flow(paragraphs []Paragraph) []Line {
	f := flow{}
	for _, p := range paragraphs {
		f.paragraph(p)
	}
	return withoutRails(f.lines)
}

// What the page without end measures, in points.
const (
	flowSize  = 10.0
	flowPitch = 12.0
	flowWidth = 0.5 // of a letter, in type sizes
	flowTab   = 4   // of a tab, in type sizes
)

type flow struct {
	lines []Line
	y     float64
}

func (f *flow) paragraph(p Paragraph) {
	line := Line{Heading: p.Heading, Item: p.Item, Whole: true, Fresh: p.Fresh}
	x := 0.0
	glued := false // the last run ended in the middle of a word
	end := func() {
		if len(line.Words) == 0 {
			return
		}
		line.partMark()
		line.partSeparators()
		line.Box = boxOf(line.Words)
		if n := len(f.lines); n > 0 {
			line.Gap = line.Words[0].Baseline - f.lines[n-1].Words[0].Baseline
		}
		f.lines = append(f.lines, line)
		line = Line{Whole: true, Heading: p.Heading}
	}
	next := func() { f.y += flowPitch; x, glued = 0, false }
	f.y += p.Space * flowPitch
	next()
	for _, run := range p.Runs {
		size := run.Size
		if size == 0 {
			size = flowSize
		}
		rest := run.Text
		for rest != "" {
			i := strings.IndexFunc(rest, isSpace)
			switch {
			case i == 0:
				c, n := firstRune(rest)
				switch c {
				case '\n', '\v', '\u2028':
					end()
					next()
				case '\t':
					x += flowTab * size
				default:
					x += flowWidth * size
				}
				glued = false
				rest = rest[n:]
				continue
			case i < 0:
				i = len(rest)
			}
			word := rest[:i]
			rest = rest[i:]
			width := flowWidth * size * float64(len([]rune(word)))
			if n := len(line.Words) - 1; n >= 0 && glued {
				line.Words[n].Text += word
				line.Words[n].Right += width
			} else {
				line.Words = append(line.Words, pdftext.Word{Text: word, Box: Box{Left: x, Top: f.y - size, Right: x + width, Bottom: f.y}, Baseline: f.y, Size: size,
					Bold: run.Bold, Italic: run.Italic, Link: run.Link})
				if run.Is != Unsaid {
					if line.Roles == nil {
						line.Roles = map[int]Role{}
					}
					line.Roles[len(line.Words)-1] = run.Is
				}
			}
			x += width
			glued = true
		}
	}
	end()
}

func isSpace(c rune) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\r' || c == '\u00a0' || c == '\u2028' || c == '\u2003' || c == '\u2002'
}

package pdftext

import (
	"slices"
	"strings"
	"unicode"
)

// Page is a page's text. Lengths are points.
type Page struct {
	Width, Height float64
	Words         []Word // in the order of the file
	Damaged       bool   // it could not be read, and has no words
}

// Word is what is between two spaces.
type Word struct {
	Text string
	Box
	Baseline float64 // what most of its letters stand on, from the page's top
	Size     float64 // type size
	Bold     bool
	Italic   bool
	Link     string // where it leads, "" for nowhere
}

// Box is a rectangle in points from the page's top left corner.
type Box struct{ Left, Top, Right, Bottom float64 }

// join is the smallest box around two.
func (b Box) join(o Box) Box {
	return Box{min(b.Left, o.Left), min(b.Top, o.Top), max(b.Right, o.Right), max(b.Bottom, o.Bottom)}
}

// char is a character as PDFium tells it.
type char struct {
	text   string
	box    Box
	size   float64
	font   string
	weight int
}

// words joins characters to words. PDFium adds the spaces that a file leaves to
// the eye, and marks a hyphen at which a word goes on in the next line.
func words(chars []char) []Word {
	var all []Word
	var text strings.Builder
	var now Word
	var feet []float64
	end := func() {
		if text.Len() > 0 {
			now.Text = text.String()
			slices.Sort(feet)
			now.Baseline = feet[len(feet)/2]
			all = append(all, now)
		}
		text.Reset()
		now, feet = Word{}, feet[:0]
	}
	broken := false // the last character was such a hyphen
	var before char
	for _, c := range chars {
		switch {
		case c.text == "\u0002" || c.text == "\uFFFE":
			broken = true
			continue
		case strings.TrimSpace(c.text) == "":
			if !broken {
				end()
			}
			continue
		}
		broken = false
		if text.Len() > 0 && apart(before, c) {
			end()
		}
		before = c
		if text.Len() == 0 {
			now = Word{Box: c.box, Size: c.size, Bold: bold(c), Italic: italic(c.font)}
		}
		now.Box = now.Box.join(c.box)
		feet = append(feet, c.box.Bottom)
		text.WriteString(c.text)
	}
	end()
	return all
}

// apart reports whether two characters of which one runs from right to left, and
// the other does not, are two words: PDFium puts no space between these.
func apart(a, b char) bool {
	if RightToLeft(a.text) == RightToLeft(b.text) {
		return false
	}
	gap := max(b.box.Left-a.box.Right, a.box.Left-b.box.Right)
	return gap > 0.15*a.size
}

// RightToLeft reports whether a text has letters that run from right to left.
func RightToLeft(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
	})
}

// bold reports whether a character is: files say so in a face's name, and some in
// its weight too.
func bold(c char) bool {
	name := strings.ToLower(c.font)
	return c.weight >= 600 || strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy")
}

func italic(font string) bool {
	name := strings.ToLower(font)
	return strings.Contains(name, "italic") || strings.Contains(name, "oblique")
}

// area is a part of a page that leads somewhere.
type area struct {
	link string
	box  Box
}

// link gives words the links on which they stand.
func (p *Page) link(areas []area) {
	for _, a := range areas {
		for i := range p.Words {
			w := &p.Words[i]
			x, y := (w.Left+w.Right)/2, (w.Top+w.Bottom)/2
			if w.Link == "" && a.box.Left <= x && x <= a.box.Right && a.box.Top <= y && y <= a.box.Bottom {
				w.Link = a.link
			}
		}
	}
}

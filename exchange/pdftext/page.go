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
	Broken   bool   // its line ends at its last character, a hyphen: it may go on in the next one
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
	usual := usualGaps(chars)
	var before char
	for i, c := range chars {
		if isBulletIcon(c.text) {
			c.text = "•"
		}
		switch {
		case c.text == "\u0002" || c.text == "\uFFFE":
			if text.Len() > 0 {
				if !strings.HasSuffix(text.String(), "-") {
					text.WriteByte('-')
				}
				now.Broken = true
			}
			end()
			continue
		case strings.TrimSpace(c.text) == "" || isIcon(c.text):
			end()
			continue
		}
		if text.Len() > 0 && (apart(before, c) || between(before, c, usual[i])) {
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

// usualGaps is, for each character, the gap between most letters of its line, in type
// sizes: what more space than that parts words though the file has no space there.
func usualGaps(chars []char) []float64 {
	usual := make([]float64, len(chars))
	var gaps []float64
	from := 0
	end := func(to int) {
		if len(gaps) > 0 {
			slices.Sort(gaps)
			for i := from; i < to; i++ {
				usual[i] = gaps[len(gaps)/2]
			}
		}
		from, gaps = to, gaps[:0]
	}
	var last char
	for i, b := range chars {
		if strings.TrimSpace(b.text) == "" || b.box.Right <= b.box.Left || b.size <= 0 {
			continue
		}
		if last.text != "" && !sameLine(last, b) {
			end(i)
		} else if gap := (b.box.Left - last.box.Right) / b.size; last.text != "" && i > 0 && strings.TrimSpace(chars[i-1].text) != "" && gap > -0.5 && gap < 1 {
			gaps = append(gaps, gap)
		}
		last = b
	}
	end(len(chars))
	return usual
}

// wordGap is how many type sizes of space more than usual part two words: a space is
// 0.2 at least in the faces of text, and letters of a word keep within 0.12.
const wordGap = 0.17

// between reports whether two characters belong to two words: PDFium adds no space where
// a file has very narrow ones. Digits of one width, and letters of typewriters, stand
// apart by themselves. Usual is the gap between most letters of the line.
func between(a, b char, usual float64) bool {
	if !sameLine(a, b) || b.size <= 0 || isDigit(a.text) && isDigit(b.text) || strings.Contains(",.;:!?)]”’", b.text) || monospaced(b.font) {
		return false
	}
	gap := (b.box.Left - a.box.Right) / b.size
	return gap > wordGap+max(0, usual) && gap < 3
}

func sameLine(a, b char) bool {
	return b.box.Top < a.box.Bottom && a.box.Top < b.box.Bottom
}

func isDigit(text string) bool { return len(text) == 1 && text[0] >= '0' && text[0] <= '9' }

func monospaced(font string) bool {
	name := strings.ToLower(font)
	return strings.Contains(name, "mono") || strings.Contains(name, "courier") || strings.Contains(name, "consol") || strings.Contains(name, "code") || strings.Contains(name, "typewriter") || strings.Contains(name, "cmtt") || strings.Contains(name, "menlo")
}

// isIcon reports whether a character is a picture of a font of pictures: Unicode gives its
// place no meaning.
func isIcon(text string) bool {
	for _, r := range text {
		if !unicode.Is(unicode.Co, r) {
			return false
		}
	}
	return text != ""
}

// isBulletIcon reports whether a character is a bullet of the fonts of symbols that word
// processors use for lists (Symbol, Wingdings, OpenSymbol).
func isBulletIcon(text string) bool {
	switch text {
	case "\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "\uf0a8", "\uf06e", "\uf076", "\uf0e0", "\uf02d", "\ue00c":
		return true
	}
	return false
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

// How far left of a word its list's mark may stand, in points.
const markReach = 30

// mark puts a bullet before each word that a small shape stands before: nothing else may be
// between them, and the shape is at about half of the word's height.
func (p *Page) mark(shapes []Box) {
	var all []Word
	marked := map[int]Box{}
	for _, m := range shapes {
		best, at := markReach+1.0, -1
		middle := (m.Top + m.Bottom) / 2
		for i, w := range p.Words {
			if middle < w.Top-0.15*w.Size || middle > w.Bottom+0.2*w.Size {
				continue
			}
			if w.Right > m.Left-1 && w.Left < m.Right {
				at = -1
				break // it is drawn over a word
			}
			if gap := w.Left - m.Right; gap >= 0 && gap < best {
				best, at = gap, i
			}
		}
		if at >= 0 && !beforeOn(p.Words, at, m) {
			marked[at] = m
		}
	}
	if len(marked) == 0 {
		return
	}
	for i, w := range p.Words {
		if m, ok := marked[i]; ok {
			all = append(all, Word{Text: "•", Box: Box{m.Left, w.Top, m.Right, w.Bottom}, Baseline: w.Baseline, Size: w.Size})
		}
		all = append(all, w)
	}
	p.Words = all
}

// beforeOn reports whether a word stands shortly before a mark on the line of the word at i.
func beforeOn(words []Word, i int, m Box) bool {
	w := words[i]
	return slices.ContainsFunc(words, func(o Word) bool {
		return o.Right <= m.Left+1 && m.Left-o.Right < 40 && o.Top < w.Bottom-0.3*w.Size && o.Bottom > w.Top+0.3*w.Size
	})
}

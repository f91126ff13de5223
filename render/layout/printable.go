package layout

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"resumax/render/outline"
)

const (
	joiner        = '\u200D' // between the characters of one picture
	textVariant   = '\uFE0E' // asks for the character before it in black, and
	pictureChoice = '\uFE0F' // for a colored picture of it
)

// printable is blocks without the pictures and other signs that no font has, which are noted as
// missing: neither a box stands for them on the page nor do programs that read it
// come upon them. What is nothing without them is left out.
func (t *Typesetter) printable(blocks []outline.Block, m *missing) []outline.Block {
	same := true
	for text := range allTextsOf(blocks) {
		same = same && !t.lacks(text)
	}
	if same {
		return blocks
	}
	var kept []outline.Block
	for _, b := range blocks {
		if n := len(kept); n > 0 && b.Kind == outline.Heading && kept[n-1].Kind == outline.Heading {
			kept = kept[:n-1] // nothing is left under it
		}
		parts := b.Parts
		b.Parts = nil
		for _, p := range parts {
			if p = t.printablePart(p, m); len(p.Spans) > 0 {
				b.Parts = append(b.Parts, p)
			}
		}
		if len(b.Parts) > 0 || len(parts) == 0 {
			kept = append(kept, b)
		}
	}
	if n := len(kept); n > 0 && kept[n-1].Kind == outline.Heading && blocks[len(blocks)-1].Kind != outline.Heading {
		kept = kept[:n-1]
	}
	return kept
}

func (t *Typesetter) printablePart(p outline.Part, m *missing) outline.Part {
	if !slices.ContainsFunc(p.Spans, func(s outline.Span) bool { return t.lacks(s.Text) }) {
		return p
	}
	var spans []outline.Span
	for _, s := range p.Spans {
		s.Text = t.printableText(s, m)
		if len(spans) == 0 {
			s.Text = strings.TrimLeft(s.Text, " ")
		}
		if s.Text != "" {
			spans = append(spans, s)
		}
	}
	for n := len(spans) - 1; n >= 0; n-- {
		if spans[n].Text = strings.TrimRight(spans[n].Text, " "); spans[n].Text != "" {
			break
		}
		spans = spans[:n]
	}
	p.Spans = spans
	return p
}

// printableText is a span's text as far as fonts have it, without the spaces that
// stood around the rest. A picture that several characters make is there whole or
// not at all.
func (t *Typesetter) printableText(s outline.Span, m *missing) string {
	if !t.lacks(s.Text) {
		return s.Text
	}
	t.segmenter.Init([]rune(s.Text))
	var kept []rune
	dropped := false
	for i := t.segmenter.GraphemeIterator(); i.Next(); {
		left := t.printableCharacter(i.Grapheme())
		if len(left) == 0 {
			if g := i.Grapheme().Text; !variant(g[0]) {
				m.add(s.Address, string(g))
				dropped = true
			}
			continue
		}
		if len(left) < len(i.Grapheme().Text) && slices.ContainsFunc(i.Grapheme().Text, t.lacksRune) {
			m.add(s.Address, string(i.Grapheme().Text))
		}
		if n := len(kept); dropped && n > 0 && kept[n-1] == ' ' {
			if left[0] == ' ' {
				continue
			}
			if strings.ContainsRune(",.;:!?)", left[0]) {
				kept = kept[:n-1]
			}
		}
		kept, dropped = append(kept, left...), false
	}
	return string(kept)
}

// printableCharacter is what a reader takes for one character as far as fonts have
// it.
func (t *Typesetter) printableCharacter(g segmenter.Grapheme) []rune {
	if t.lacksRune(g.Text[0]) || slices.Contains(g.Text, joiner) && slices.ContainsFunc(g.Text, t.lacksRune) {
		return nil
	}
	if !slices.ContainsFunc(g.Text, func(r rune) bool { return variant(r) || t.lacksRune(r) }) {
		return g.Text
	}
	return slices.DeleteFunc(slices.Clone(g.Text), func(r rune) bool { return variant(r) || t.lacksRune(r) })
}

// lacks reports whether a text has characters that do not get onto the page.
func (t *Typesetter) lacks(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxLatin1 && (variant(r) || t.lacksRune(r)) })
}

// lacksRune reports whether no font has a character. Of flags, which are two
// letters each, fonts without pictures have the letters in boxes. Letters and
// punctuation of a script without a font stay: programs that read the page can read
// them.
func (t *Typesetter) lacksRune(r rune) bool {
	if r <= unicode.MaxLatin1 || variant(r) || unicode.In(r, unicode.L, unicode.Mn, unicode.Mc, unicode.N, unicode.Zs) || scriptPunctuation(r) {
		return false
	}
	return unicode.Is(unicode.Regional_Indicator, r) || !t.fonts.Has(r)
}

// scriptPunctuation reports whether a character is punctuation of one script, such as
// “。”. What all scripts share, among it bullet signs, is in the blocks from general
// punctuation to symbols.
func scriptPunctuation(r rune) bool { return unicode.Is(unicode.P, r) && (r < 0x2000 || r >= 0x2E80) }

func variant(r rune) bool { return r == textVariant || r == pictureChoice }

// list is characters for a message: letters in a row, others with spaces between
// them. A private one means nothing outside a font.
func list(characters []string) string {
	var b strings.Builder
	before := true
	for _, c := range characters {
		r, _ := utf8.DecodeRuneInString(c)
		letter := unicode.In(r, unicode.L, unicode.M)
		if b.Len() > 0 && !(letter && before) {
			b.WriteByte(' ')
		}
		if unicode.Is(unicode.Co, r) {
			c = fmt.Sprintf("U+%04X", r)
		}
		b.WriteString(c)
		before = letter
	}
	return b.String()
}

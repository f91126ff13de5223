package paste

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// softBreak is a break within a paragraph (Shift+Enter in a word processor), which
// joins lines unless the next begins an item. All kinds are brought to this one.
const softBreak = '\v'

var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\u0085", "\n", "\u2029", "\n", "\u2028", string(softBreak))

// characters replaces what is not visible, or only a printer's form of a character,
// by what it stands for. It leaves tabs, line breaks and soft breaks.
func characters(text string) string {
	text = breaks.Replace(strings.ToValidUTF8(text, ""))
	runes := []rune(text)
	rtl := strings.ContainsFunc(text, isRightToLeft)
	combining := false
	var b strings.Builder
	b.Grow(len(text))
	for i, r := range runes {
		combining = combining || isAccent(r)
		switch {
		case r == '\t' || r == '\n' || r == softBreak:
			b.WriteRune(r)
		case r == 0x200c || r == 0x200d: // joiners are spelling in some scripts and in emoji
			if i > 0 && i+1 < len(runes) && joins(runes[i-1]) && joins(runes[i+1]) {
				b.WriteRune(r)
			}
		case isDirection(r):
			if rtl {
				b.WriteRune(r)
			}
		case isPrivate(r): // a bullet at the begin of a line, an icon elsewhere
			if strings.TrimSpace(b.String()[strings.LastIndexAny(b.String(), "\n\v")+1:]) == "" {
				b.WriteRune('•')
			}
			b.WriteByte(' ')
		case isInvisible(r):
		case r == 0x00a0 || r == 0x1680 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x205f:
			b.WriteByte(' ')
		case r == '‐' || r == '‑':
			b.WriteByte('-')
		case r >= 0xfb00 && r <= 0xfb06: // ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ
			b.WriteString(norm.NFKC.String(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	text = b.String()
	if combining { // é of two characters, as macOS and PDF files have it
		text = norm.NFC.String(text)
	}
	return text
}

func isInvisible(r rune) bool {
	switch r {
	case 0x00ad, 0x180e, 0x200b, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff, 0xfff9, 0xfffa, 0xfffb, 0xfffc, unicode.ReplacementChar:
		return true
	}
	return unicode.IsControl(r)
}

// isDirection reports whether a character only says in which direction text runs.
func isDirection(r rune) bool {
	return r == 0x200e || r == 0x200f || r == 0x061c || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// isAccent reports whether a character is an accent of the letter before it.
func isAccent(r rune) bool { return r >= 0x300 && r <= 0x36f }

func isRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// joins reports whether a joiner beside the character means something.
func joins(r rune) bool {
	if unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) || isSign(r) || isAccent(r) {
		return false
	}
	return unicode.IsLetter(r) || unicode.In(r, unicode.M, unicode.So, unicode.Sk)
}

// isPrivate reports whether a character has a meaning only in some font: bullets of
// Symbol and Wingdings, icons of web pages.
func isPrivate(r rune) bool { return unicode.Is(unicode.Co, r) }

// spaced is a text with one space wherever it has white space, and none around it.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

package posting

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/exchange/structure"
)

// line is a paragraph of a posting, a point of a list or a heading.
type line struct {
	text    string
	heading int // 1 for a title, 2 for what is under it, and so on; 0 for text
	item    bool
	bold    bool    // all of it
	gap     bool    // there is space above it
	ends    bool    // a site's line above it says that the posting's text is over: "Show less"
	section Section // that it is the heading of, where a table's column says so
}

// linesOf makes lines of paragraphs. A line break within one begins a line.
func linesOf(paragraphs []structure.Paragraph) (all []line) {
	for _, p := range paragraphs {
		var text strings.Builder
		bold := true
		first := true
		end := func() {
			_, point := marked(text.String())
			if t := tidy(text.String()); t != "" {
				all = append(all, line{text: t, heading: p.Heading, item: p.Item && first || point && strings.HasPrefix(strings.TrimSpace(text.String()), "•"), bold: bold, gap: p.Space > 0.3 && first})
				first = false
			}
			text.Reset()
			bold = true
		}
		for _, r := range p.Runs {
			for i, part := range strings.Split(r.Text, "\n") {
				if i > 0 {
					end()
				}
				if strings.ContainsFunc(part, isWordRune) {
					bold = bold && r.Bold
				}
				text.WriteString(strings.TrimSuffix(part, `\`)) // a line break of Markdown
			}
		}
		end()
	}
	return all
}

// blocksOf makes lines of what has places on pages.
func blocksOf(lines []structure.Line) (all []line) {
	body := structure.BodySize(lines)
	for _, b := range structure.Blocks(lines) {
		l := line{text: tidy(b.Text), heading: b.Heading, item: b.Item, bold: b.Bold, gap: b.Gap > 1.35}
		if l.heading == 0 && !l.item && b.Size > body*1.12 && len(b.Text) < 120 {
			l.heading = 2
			if b.Size > body*1.6 {
				l.heading = 1
			}
		}
		if l.text != "" {
			all = append(all, l)
		}
	}
	return all
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tidy is a line with single spaces, tabs between its parts kept, and no mark of a list,
// picture or emphasis around it.
func tidy(text string) string {
	parts := strings.Split(text, "\t")
	kept := parts[:0]
	for i, p := range parts {
		p = strings.Join(strings.Fields(p), " ")
		if p == "" && len(kept) > 0 && len(parts) > 2 && i+1 < len(parts) {
			p = "–" // an empty cell of a row
		}
		if p != "" {
			kept = append(kept, p)
		}
	}
	text = strings.ReplaceAll(strings.Join(kept, "\t"), "**", "")
	for text != "" {
		r, n := utf8.DecodeRuneInString(text)
		if isWordRune(r) || strings.ContainsRune("$€£¥₹¿¡©\"'“„«([#@.+<>~–—&§", r) || r == '-' && len(text) > 1 && text[1] != ' ' {
			break
		}
		text = strings.TrimLeft(text[n:], " \t")
	}
	if strings.HasPrefix(text, "– ") || strings.HasPrefix(text, "— ") {
		text = strings.TrimSpace(text[len("–"):])
	}
	if inner, ok := strings.CutPrefix(text, "__"); ok && strings.HasSuffix(inner, "__") {
		text = strings.TrimSuffix(inner, "__")
	}
	return strings.TrimRightFunc(text, func(r rune) bool { return unicode.Is(unicode.So, r) || unicode.IsSpace(r) || r == 0xfe0f })
}

// marked are the lines of plain text that are points, with what they say.
func marked(text string) (string, bool) {
	t := strings.TrimLeft(text, " \t\u00a0")
	r, n := utf8.DecodeRuneInString(t)
	if n == 0 {
		return text, false
	}
	rest := t[n:]
	spaced := strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t") || strings.HasPrefix(rest, "\u00a0")
	switch {
	case strings.ContainsRune("•◦▪‣●○■□▸►▶➤➢➔→✓✔✅☑·∙⁃❖♦◆★⭐", r) && rest != "":
		return rest, true
	case strings.ContainsRune("-–—*+o", r) && spaced:
		return rest, true
	}
	digits := 0
	for digits < len(t) && digits < 3 && t[digits] >= '0' && t[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits < 3 && digits+1 < len(t) && (t[digits] == '.' || t[digits] == ')') && t[digits+1] == ' ' {
		return t[digits+2:], true
	}
	return text, false
}

// withoutRepeats are lines without those that a saved page says again, such as a summary that
// is there for wide and for narrow windows: long ones, and runs of short ones.
func withoutRepeats(lines []line) []line {
	const long = 50 // bytes
	seen := make(map[string]bool, len(lines))
	kept := lines[:0:0]
	for _, l := range lines {
		if len(l.text) >= long && seen[l.text] {
			continue
		}
		seen[l.text] = true
		kept = append(kept, l)
	}
	return kept
}

// furniture are lines that a browser prints on each page: the time, "1 of 3", the address.
var furniture = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?.{0,80}|\d{1,3} ?(?:of|/|von|sur|de) ?\d{1,3}|(?i:page|seite) \d{1,3}(?: (?:of|von|sur|de) \d{1,3})?|https?://\S+(?: \d+/\d+)?)$`)
})

// withoutFurniture are the lines of pages without what a browser prints on each, and the
// address that it printed. What is on several pages is kept once.
func withoutFurniture(lines []line, pages int) (kept []line, address string) {
	const short = 100 // bytes
	seen := map[string]bool{}
	for i, l := range lines {
		if furniture().MatchString(l.text) && (pages > 1 || i < 3 || i > len(lines)-4) {
			if at := strings.Index(l.text, "http"); at >= 0 && address == "" && !strings.Contains(l.text, "...") {
				address, _, _ = strings.Cut(l.text[at:], " ")
			}
			continue
		}
		if pages > 1 && len(l.text) < short && !l.item && seen[l.text] {
			continue
		}
		seen[l.text] = true
		if rest, ok := strings.CutPrefix(l.text, `!"`); ok { // a mark of a list in a font of signs
			l.text, l.item = strings.TrimSpace(rest), true
		}
		kept = append(kept, l)
	}
	return kept, address
}

// textOf is what lines say, for a file that has no text of its own: a line each, headings behind
// "# ", points behind "- ", bold lines between "**", and a line that begins like one of these,
// or with a backslash, behind a backslash. An empty line is above headings and where space is.
func textOf(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
			if l.gap {
				b.WriteByte('\n')
			}
		}
		switch {
		case l.heading > 0:
			b.WriteString(strings.Repeat("#", l.heading) + " ")
		case l.item:
			b.WriteString("- ")
		}
		switch {
		case l.bold:
			b.WriteString("**" + l.text + "**")
		case looksMarked(l.text):
			b.WriteString(`\` + l.text)
		default:
			b.WriteString(l.text)
		}
	}
	return b.String()
}

func looksMarked(text string) bool {
	return strings.HasPrefix(text, `\`) || strings.HasPrefix(text, "#") || strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "**")
}

// linesIn are the lines that textOf wrote.
func linesIn(text string) (all []line) {
	gap := false
	for t := range strings.SplitSeq(text, "\n") {
		if t == "" {
			gap = true
			continue
		}
		l := line{gap: gap}
		gap = false
		if bare := strings.TrimLeft(t, "#"); len(bare) < len(t) && strings.HasPrefix(bare, " ") {
			l.heading, t = len(t)-len(bare), bare[1:]
		} else if rest, ok := strings.CutPrefix(t, "- "); ok {
			l.item, t = true, rest
		}
		if inner, ok := strings.CutPrefix(t, "**"); ok && len(inner) > 2 && strings.HasSuffix(inner, "**") {
			l.bold, t = true, strings.TrimSuffix(inner, "**")
		} else {
			t = strings.TrimPrefix(t, `\`)
		}
		l.text = t
		all = append(all, l)
	}
	return all
}

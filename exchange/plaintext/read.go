package plaintext

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/exchange/charset"
	"resumax/exchange/format"
	"resumax/exchange/heads"
	"resumax/exchange/pdftext"
	"resumax/exchange/structure"
)

// largest is how many bytes a file may have.
const largest = 2 << 20

// maxLines is how many lines a file may have.
const maxLines = 20_000

// sniff takes any text that is not data of some other format.
func sniff(data []byte) bool {
	const enough = 16 << 10
	return charset.IsText(data) && !charset.IsData(charset.Decode(data[:min(len(data), enough)]))
}

func read(ctx context.Context, in format.Input) (format.Reading, error) {
	if len(in.Data) > largest {
		return format.Reading{}, fmt.Errorf("%s is larger than %d MB: save the resume alone as a file", in.Name, largest>>20)
	}
	rows := rowsOf(charset.Decode(in.Data))
	if len(rows) > maxLines {
		return format.Reading{}, fmt.Errorf("%s has %d lines, too many for a resume: save the resume alone as a file", in.Name, len(rows))
	}
	lines := linesOf(rows)
	if len(lines) == 0 {
		return format.Reading{}, fmt.Errorf("%s has no text: write the resume in it, or open another file", in.Name)
	}
	if err := ctx.Err(); err != nil {
		return format.Reading{}, err
	}
	heads.Places(lines)
	found := structure.Of(lines)
	return format.Reading{Document: found.Document, Record: found.Record, Source: format.SourceOf(lines)}, nil
}

// The page without end on which text is set: its letters are of one width.
const (
	size  = 10.0
	pitch = 12.0
	width = 5.0 // of a letter
	tab   = 8   // letters
)

// rowsOf parts a text where its lines end.
func rowsOf(text string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n").Replace(text), "\n")
}

func linesOf(rows []string) []structure.Line {
	for i := range rows {
		rows[i] = strings.TrimRightFunc(clean(rows[i]), unicode.IsSpace)
	}
	rows = unwrapped(rows)
	var lines []structure.Line
	y := 0.0
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		y += pitch
		bare := strings.TrimSpace(row)
		if bare == "" || isRule(bare) {
			continue
		}
		line := structure.Line{Whole: true}
		underlined := i+1 < len(rows) && isRule(strings.TrimSpace(rows[i+1])) && utf8.RuneCountInString(bare) < 50
		decorated := strings.Trim(bare, "=-*#_~ ")
		if n := len(bare) - len(decorated); n > 3 && (strings.HasPrefix(bare, "==") || strings.HasPrefix(bare, "--") || strings.HasPrefix(bare, "**") || strings.HasPrefix(bare, "##") || strings.HasPrefix(bare, "~~")) && decorated != "" {
			row, underlined = decorated, true // "=== EXPERIENCE ==="
		}
		rest, isItem := mark(row)
		if isItem {
			row = strings.Repeat(" ", utf8.RuneCountInString(row)-utf8.RuneCountInString(rest)) + rest
			line.Item = true
		}
		line.Words = words(row, y, underlined)
		if len(line.Words) == 0 {
			continue
		}
		if underlined && len(lines) > 0 {
			line.Heading = 2
		}
		for k, w := range line.Words {
			if k == 0 {
				line.Box = w.Box
				continue
			}
			line.Box.Left, line.Box.Right = min(line.Box.Left, w.Left), max(line.Box.Right, w.Right)
		}
		if n := len(lines); n > 0 {
			line.Gap = y - lines[n-1].Words[0].Baseline
			if isRule(strings.TrimSpace(rows[i-1])) {
				line.Gap -= pitch
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// clean is a line without characters that say nothing.
func clean(line string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return c
		case c == 0xfeff || c == 0x200b || c == 0x00ad || unicode.IsControl(c):
			return -1
		case c == 0x00a0 || c == 0x202f || c == 0x2007:
			return ' '
		case c >= 0xe000 && c <= 0xf8ff: // the bullet of a symbol font
			return '•'
		}
		return c
	}, line)
}

// words are the words of a line, where their letters put them.
func words(row string, y float64, bold bool) (all []pdftext.Word) {
	column := 0
	at := -1 // where a word began
	var b strings.Builder
	end := func() {
		if at >= 0 {
			all = append(all, pdftext.Word{Text: b.String(), Box: pdftext.Box{Left: float64(at) * width, Top: y - size, Right: float64(column) * width, Bottom: y}, Baseline: y, Size: size, Bold: bold})
		}
		at = -1
		b.Reset()
	}
	for _, c := range row {
		switch {
		case c == '\t':
			end()
			column = (column/tab + 1) * tab
			if n := len(all); n > 0 && float64(column)*width-all[n-1].Right < 3*size {
				column += tab // a tab parts fields, wherever it leads
			}
			continue
		case unicode.IsSpace(c):
			end()
		default:
			if at < 0 {
				at = column
			}
			b.WriteRune(c)
		}
		column++
	}
	end()
	return all
}

// isRule reports whether a line is drawn: of one character, three times or more.
func isRule(line string) bool {
	if utf8.RuneCountInString(line) < 3 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("-=_*~#—–─━═•·", first) && strings.Trim(line, string(first)+" ") == ""
}

// glyphs mark points of lists, besides numbers.
const glyphs = "•◦▪‣●○■□▸►➤➢✓✔·∙–—-*+>o§"

// mark parts a point of a list from its mark.
func mark(row string) (rest string, ok bool) {
	bare := strings.TrimLeft(row, " \t")
	first, n := utf8.DecodeRuneInString(bare)
	if n == 0 {
		return row, false
	}
	after := bare[n:]
	switch {
	case strings.ContainsRune("•◦▪‣●■▸►➤➢✓✔∙", first) && after != "":
		return strings.TrimLeft(after, " \t"), true
	case strings.ContainsRune(glyphs, first) && len(after) > 1 && (after[0] == ' ' || after[0] == '\t'):
		return strings.TrimLeft(after, " \t"), true
	}
	digits := 0
	for digits < len(bare) && digits < 3 && bare[digits] >= '0' && bare[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits < 3 && digits+1 < len(bare) && (bare[digits] == '.' || bare[digits] == ')') && (bare[digits+1] == ' ' || bare[digits+1] == '\t') {
		return strings.TrimLeft(bare[digits+1:], " \t"), true
	}
	return row, false
}

// wrapWidth is the width at which lines were broken, 0 for none: the length of the longest
// line whose text goes on in the next one.
func wrapWidth(rows []string) int {
	const shortest, longest = 40, 124
	width, pairs, others := 0, 0, 0
	for i, r := range rows[:max(0, len(rows)-1)] {
		n := utf8.RuneCountInString(strings.TrimRight(r, " "))
		next := strings.TrimSpace(rows[i+1])
		first, _ := utf8.DecodeRuneInString(next)
		if n > longest {
			others++
		}
		if n < shortest || n > longest || next == "" || isTabular(r) {
			continue
		}
		if _, isItem := mark(rows[i+1]); !isItem && unicode.IsLower(first) {
			width = max(width, n)
			pairs++
		}
	}
	if pairs < 2 || others > 4*pairs {
		return 0
	}
	return width
}

// isTabular reports whether a line has parts far from each other.
func isTabular(row string) bool {
	return strings.Contains(strings.TrimSpace(row), "   ") || strings.Contains(strings.TrimSpace(row), "\t")
}

// unwrapped are lines with those put together that were broken at a width.
func unwrapped(rows []string) []string {
	width := wrapWidth(rows)
	if width == 0 {
		width = 1 << 20 // only what hangs under a point goes on with it
	}
	var all [][]string // of each line its pieces, with what stands between them
	last := ""         // the last piece
	full := false      // the line before had no space for more
	hang := -1         // how far the text of a point is from the margin, -1 for no point
	for _, r := range rows {
		bare := strings.TrimSpace(r)
		_, isItem := mark(r)
		word, _, _ := strings.Cut(bare, " ")
		n := len(all) - 1
		label, _, labeled := strings.Cut(bare, ": ")
		labeled = labeled && len(strings.Fields(label)) < 4
		indent := len(r) - len(strings.TrimLeft(r, " "))
		hangs := hang > 0 && bare != "" && !isItem && indent >= hang && !isTabular(r) && !isRule(bare)
		switch {
		case isItem:
			hang = indent + 1
		case !hangs:
			hang = -1
		}
		if hangs || full && bare != "" && !isItem && !labeled && !isRule(bare) && !isTabular(r) && utf8.RuneCountInString(last)+1+utf8.RuneCountInString(word) > width && !(bare == strings.ToUpper(bare) && last != strings.ToUpper(last)) {
			end := &all[n][len(all[n])-1]
			*end = strings.TrimRight(*end, " ")
			sep := " "
			if strings.HasSuffix(*end, "-") && !strings.HasSuffix(*end, " -") {
				sep = ""
			}
			all[n] = append(all[n], sep, bare)
			last = bare
			full = utf8.RuneCountInString(r) <= width+2
			continue
		}
		all = append(all, []string{r})
		last = r
		n = utf8.RuneCountInString(strings.TrimRight(r, " "))
		full = bare != "" && n <= width+2 && n > width/2 && !isTabular(r)
	}
	lines := make([]string, len(all))
	for i, pieces := range all {
		lines[i] = strings.Join(pieces, "")
	}
	return lines
}

// Row is a line of a text, put together where it was broken at a width.
type Row struct {
	Text    string
	Heading bool // it is underlined, or stands between drawn lines
	Gap     bool // there is an empty line above it
}

// Unwrapped are the lines of any text that say something.
func Unwrapped(text string) (all []Row) {
	rows := rowsOf(text)
	gap := false
	for i, row := range rows {
		bare := strings.TrimSpace(row)
		if bare == "" || isRule(bare) {
			gap = true
			continue
		}
		r := Row{Text: row, Gap: gap, Heading: i+1 < len(rows) && isRule(strings.TrimSpace(rows[i+1])) && utf8.RuneCountInString(bare) < 50}
		if decorated := strings.Trim(bare, "=-*#_~ "); decorated != bare && decorated != "" && len(bare)-len(decorated) > 3 && strings.ContainsRune("=-*#_~", rune(bare[0])) {
			r.Text, r.Heading = decorated, true
		}
		gap = false
		all = append(all, r)
	}
	return all
}

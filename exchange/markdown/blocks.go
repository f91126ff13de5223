package markdown

import (
	"strings"
	"unicode"

	"resumax/exchange/structure"
	"resumax/render/outline"
)

// block is a block of Markdown, its text still with marks.
type block struct {
	text    string // lines with hard breaks between them
	heading int
	item    bool
	row     bool // of a table: cells with tabs between them
	blank   bool // an empty line is above it
	code    bool
}

// longestText is how many bytes of text are read for marks at once.
const longestText = 16 << 10

// parse parts Markdown into blocks, and gives what references of links stand for.
func parse(source string) (blocks []block, references map[string]string) {
	references = map[string]string{}
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(source), "\n")
	lines, blocks = frontMatter(lines)
	var now *block
	blank, fence := true, ""
	end := func() {
		if now != nil && strings.TrimSpace(now.text) != "" {
			now.text = strings.TrimSpace(now.text)
			blocks = append(blocks, *now)
		}
		now = nil
	}
	begin := func(b block) {
		end()
		b.blank = blank
		now = &b
		blank = false
	}
	for i := 0; i < len(lines); i++ {
		line := strings.TrimRight(lines[i], "\t")
		bare := strings.TrimSpace(line)
		for strings.HasPrefix(bare, ">") && fence == "" {
			bare = strings.TrimSpace(bare[1:])
			line = bare
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		if fence != "" {
			if strings.HasPrefix(bare, fence) {
				fence = ""
				end()
				continue
			}
			begin(block{text: bare, code: true})
			end()
			continue
		}
		mark, rest, isItem := itemMark(bare)
		switch {
		case bare == "":
			end()
			blank = true
		case strings.HasPrefix(bare, "```") && !strings.Contains(strings.TrimLeft(bare, "`"), "`"), strings.HasPrefix(bare, "~~~"):
			end()
			fence = bare[:3]
		case strings.HasPrefix(bare, "<!--") && strings.HasSuffix(bare, "-->"):
			begin(block{text: bare})
			end()
		case isHeading(bare) > 0 && indent < 4:
			n := isHeading(bare)
			begin(block{heading: n, text: closedHeading(bare[n:])})
			end()
		case now != nil && !now.item && now.heading == 0 && now.text != "" && !now.row && isUnderline(bare) && indent < 4:
			now.heading = 2
			if bare[0] == '=' {
				now.heading = 1
			}
			end()
		case isRule(bare):
			end()
			blank = true
		case isDefinition(bare) && now == nil:
			name, url, _ := strings.Cut(bare[1:], "]:")
			url, _, _ = strings.Cut(strings.TrimSpace(url), " ")
			references[strings.ToLower(name)] = strings.Trim(url, "<>")
		case isItem && (now == nil || mark != "1" || now.item):
			begin(block{item: true, text: hardBreak(rest, lines[i])})
		case strings.HasPrefix(bare, "|") || now != nil && now.row && strings.Contains(bare, "|") || i+1 < len(lines) && isDelimiter(lines[i+1]) && strings.Contains(bare, "|"):
			if isDelimiter(bare) {
				continue
			}
			begin(block{row: true, text: cells(bare)})
			now.row = true
			if i+1 >= len(lines) || !strings.Contains(lines[i+1], "|") {
				end()
			}
		case now == nil || len(now.text) > longestText:
			begin(block{text: hardBreak(bare, lines[i])})
		default:
			sep := " "
			if strings.HasSuffix(now.text, "\\\n") {
				sep = ""
			}
			now.text += sep + hardBreak(bare, lines[i])
		}
	}
	end()
	return blocks, references
}

// hardBreak is a line with a mark of a break where its end says so.
func hardBreak(text, line string) string {
	if strings.HasSuffix(line, "  ") && text != "" {
		return text + "\\\n"
	}
	if strings.HasSuffix(text, "\\") && !strings.HasSuffix(text, "\\\\") {
		return text + "\n"
	}
	return text
}

// frontMatter reads what is between two lines of dashes at the beginning: names and values.
func frontMatter(lines []string) (rest []string, blocks []block) {
	if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
		return lines, nil
	}
	for i := 1; i < len(lines) && i < 200; i++ {
		line := strings.TrimSpace(lines[i])
		if line == "---" || line == "..." {
			return lines[i+1:], blocks
		}
		name, value, ok := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		switch {
		case !ok || value == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "-"):
		case strings.EqualFold(name, "name") || strings.EqualFold(name, "author"):
			blocks = append(blocks, block{heading: 1, text: value})
		case strings.EqualFold(name, "layout") || strings.EqualFold(name, "theme") || strings.EqualFold(name, "permalink") || strings.EqualFold(name, "lang") || strings.EqualFold(name, "date"):
		case strings.EqualFold(name, "title"):
			blocks = append(blocks, block{text: value})
		default:
			blocks = append(blocks, block{text: name + ": " + value})
		}
	}
	return lines, nil
}

func isHeading(line string) int {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

func closedHeading(text string) string {
	text = strings.TrimSpace(text)
	if bare := strings.TrimRight(text, "#"); bare != text && strings.HasSuffix(bare, " ") {
		return strings.TrimSpace(bare)
	}
	return text
}

func isUnderline(line string) bool {
	return len(line) >= 2 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "")
}

func isRule(line string) bool {
	bare := strings.ReplaceAll(line, " ", "")
	return len(bare) >= 3 && (strings.Trim(bare, "-") == "" || strings.Trim(bare, "*") == "" || strings.Trim(bare, "_") == "")
}

func isDefinition(line string) bool {
	return strings.HasPrefix(line, "[") && strings.Contains(line, "]: ")
}

func isDelimiter(line string) bool {
	line = strings.TrimSpace(line)
	return strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, "|:- \t") == ""
}

// itemMark parts a point of a list from its mark: "-" or "1" for a number.
func itemMark(line string) (mark, rest string, ok bool) {
	if len(line) > 1 && strings.IndexByte("-*+", line[0]) >= 0 && (line[1] == ' ' || line[1] == '\t') {
		return "-", strings.TrimSpace(line[1:]), true
	}
	for _, glyph := range []string{"• ", "▪ ", "◦ ", "‣ ", "● "} {
		if rest, ok := strings.CutPrefix(line, glyph); ok {
			return "-", strings.TrimSpace(rest), true
		}
	}
	n := 0
	for n < len(line) && n < 4 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n > 0 && n < 3 && n+1 < len(line) && (line[n] == '.' || line[n] == ')') && line[n+1] == ' ' {
		return "1", strings.TrimSpace(line[n+1:]), true
	}
	return "", line, false
}

// cells are the cells of a row of a table, with tabs between them.
func cells(line string) string {
	line = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "|"), "|")
	parts := splitUnescaped(line, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, "\t")
}

// splitUnescaped parts a text at a separator, but not where a backslash stands before it.
func splitUnescaped(text, sep string) (all []string) {
	from := 0
	for i := 0; i+len(sep) <= len(text); i++ {
		if text[i] == '\\' {
			i++
			continue
		}
		if text[i:i+len(sep)] == sep {
			all = append(all, text[from:i])
			i += len(sep) - 1
			from = i + 1
		}
	}
	return append(all, text[from:])
}

// Sizes by which headings are seen.
const (
	bodySize    = 10
	sectionSize = 16
	nameSize    = 24
)

// paragraphs are blocks as paragraphs with looks.
func paragraphs(blocks []block, references map[string]string) (all []structure.Paragraph) {
	for _, b := range blocks {
		p := structure.Paragraph{Heading: b.heading, Item: b.item}
		if b.blank && !b.item {
			p.Space = 0.6
		}
		size := float64(bodySize)
		switch b.heading {
		case 0:
		case 1:
			size = nameSize
		case 2:
			size = sectionSize
		default:
			size = bodySize
			p.Heading = 0
		}
		spans := []outline.Span{{Text: b.text}}
		if !b.code && len(b.text) <= 2*longestText {
			spans = spansOf(b.text, references)
		}
		for _, s := range spans {
			if s.Text != "" {
				p.Runs = append(p.Runs, structure.Run{Text: s.Text, Bold: s.Bold || b.heading > 0, Italic: s.Italic, Size: size, Link: s.Link})
			}
		}
		text := ""
		for _, r := range p.Runs {
			text += r.Text
		}
		if strings.ContainsFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
			all = append(all, p)
		}
	}
	return all
}

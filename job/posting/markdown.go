package posting

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"resumax/exchange/html"
	"resumax/exchange/markdown"
)

// readMarkdown reads Markdown with the names and values before it, and with elements of
// HTML in it, of which the text counts.
func readMarkdown(text string) source {
	s := source{text: text, form: markdowns}
	body, pairs := frontMatter(text)
	for _, p := range pairs {
		if label := labelOf(normal(p.name)); label != "" && label != "ignored" {
			s.facts.set(label, p.value)
		}
	}
	s.facts.salaryOf(pairs)
	body = closeHeading().ReplaceAllString(withoutTemplates(body), "$1 $2")
	if hasElements(body) {
		body = elementsAsText(body)
	}
	s.lines = linesOf(markdown.Paragraphs(labelsApart(shortLinesApart(body))))
	return s
}

// shortLinesApart puts each line into a paragraph of its own where all of a paragraph's lines are
// short and none goes on with the one before: "Line Cook", "The Lantern", "Tulsa, OK" below each
// other, which Markdown would put on one line.
func shortLinesApart(text string) string {
	const short = 64 // bytes
	lines := strings.Split(text, "\n")
	var out []string
	for i := 0; i < len(lines); {
		if strings.HasPrefix(lines[i], "#") { // a heading ends a paragraph
			out = append(out, lines[i])
			i++
			continue
		}
		end := i
		for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		apart := end-i > 1
		for k, l := range lines[i:end] {
			bare := strings.TrimSpace(strings.Trim(strings.TrimSpace(l), "*_\\"))
			_, item := marked(l)
			apart = apart && len(bare) <= short && bare != "" && !item && !strings.HasPrefix(l, "    ") && !strings.ContainsAny(bare[:1], "#>|`<=-~") &&
				(k == 0 && !strings.HasSuffix(bare, ",") || isName(bare) && !strings.HasSuffix(bare, ",") || strings.HasPrefix(bare, "$") || strings.HasPrefix(bare, "€") || strings.HasPrefix(bare, "£") || strings.HasPrefix(bare, "("))
		}
		for _, l := range lines[i:end] {
			if apart {
				l = strings.TrimSuffix(strings.TrimRight(l, " \r"), `\`)
			}
			out = append(out, l)
			if apart {
				out = append(out, "")
			}
		}
		if end < len(lines) {
			out = append(out, lines[end])
			end++
		}
		i = end
	}
	return strings.Join(out, "\n")
}

// labelsApart puts each line that begins with a label ("**Location:** Tulsa") into a
// paragraph of its own.
func labelsApart(text string) string {
	var b strings.Builder
	for l := range strings.Lines(text) {
		name, _, ok := strings.Cut(strings.Trim(strings.TrimSpace(l), "*_ "), ":")
		apart := ok && len(name) < 40 && (labelOf(normal(name)) != "" || strings.HasPrefix(strings.TrimSpace(l), "**") && isHeadingAnywhere(normal(strings.Trim(name, "*_"))))
		if apart {
			b.WriteByte('\n')
		}
		if apart {
			l = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(l, " \r\n"), `\`), " ") + "\n"
		}
		b.WriteString(l)
		if apart {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// isHeadingAnywhere reports whether a text is a heading in any language that is read.
func isHeadingAnywhere(n string) bool {
	return slices.ContainsFunc(readable, func(tag string) bool { return wordsOf(tag).headings[n] != NoSection })
}

// labelOf is what a label in any language that is read is for, "" for none.
func labelOf(n string) string {
	for _, tag := range readable {
		if label := wordsOf(tag).labels[n]; label != "" {
			return label
		}
	}
	return ""
}

// closeHeading is the mark of a heading without a space behind it: "##Essential skills:".
var closeHeading = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^(#{2,6})(\p{Lu})`) })

type pair struct{ name, value string }

// frontMatter parts what is between two lines of dashes at the beginning from the text: names,
// those of what they are within before them, and values. Texts and lists among them are put
// before the text, under their names, as generators of sites do.
func frontMatter(text string) (body string, pairs []pair) {
	text = strings.TrimLeft(text, "\ufeff \t\r\n")
	if strings.HasPrefix(text, "+++\n") || strings.HasPrefix(text, "+++\r\n") {
		return tomlMatter(text)
	}
	if !strings.HasPrefix(text, "---") {
		return text, nil
	}
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	end := 1
	for end < len(lines) && strings.TrimSpace(lines[end]) != "---" && strings.TrimSpace(lines[end]) != "..." {
		end++
	}
	if end == len(lines) {
		return text, nil
	}
	var outer string
	var texts strings.Builder
	pending := "" // the name of a value that stands on the next line
	open := false // a text or a list goes on
	for _, l := range lines[1:end] {
		bare := strings.TrimSpace(l)
		if strings.HasPrefix(bare, "#") && !strings.HasPrefix(bare, "##") || bare == "" {
			if bare == "" && open {
				texts.WriteByte('\n')
			}
			continue
		}
		indented := l != strings.TrimLeft(l, " \t")
		if rest, ok := strings.CutPrefix(bare, "- "); ok {
			name, value, cut := strings.Cut(rest, ":")
			if open && cut && !strings.Contains(name, " ") {
				rest = strings.TrimSpace(value) // "- title: …"
			}
			if open && rest != "" {
				texts.WriteString("- " + strings.Trim(rest, `"'`) + "\n")
			}
			continue
		}
		name, value, ok := strings.Cut(bare, ":")
		isName := ok && name != "" && len(strings.Fields(name)) <= 3 && !strings.ContainsAny(name, ".,;()") && (value == "" || value[0] == ' ' || value[0] == '\t')
		value = scalar(value)
		if folded := name; isName && len(value) > 0 && len(value) < 3 && (value[0] == '>' || value[0] == '|') && labelOf(normal(folded)) != "" { // "title: >-" with its text on the next line
			outer, open, pending = "", false, name
			continue
		}
		if pending != "" && indented {
			pairs = append(pairs, pair{pending, scalar(l)})
			pending = ""
			continue
		}
		pending = ""
		switch {
		case open && !isName, open && indented && len(strings.Fields(name)) > 1:
			texts.WriteString(bare + "\n")
		case !isName:
		case value == "" || value[0] == '|' || value[0] == '>':
			if !indented {
				outer, open = name, true
				if normal(name) == "description" { // an excerpt of what follows
					open = false
					continue
				}
				texts.WriteString("\n## " + strings.ReplaceAll(name, "_", " ") + "\n\n")
				if rest := strings.TrimLeft(value, "|>- "); rest != "" {
					texts.WriteString(rest + "\n")
				}
			}
		case indented && outer != "":
			pairs = append(pairs, pair{outer + " " + name, value})
		default:
			outer, open = "", false
			pairs = append(pairs, pair{name, value})
		}
	}
	return texts.String() + "\n" + strings.Join(lines[end+1:], "\n"), pairs
}

// scalar is a value of YAML without its quotes and without a comment behind it.
func scalar(value string) string {
	value = strings.TrimSpace(value)
	if value != "" && (value[0] == '"' || value[0] == '\'') {
		if end := strings.IndexByte(value[1:], value[0]); end > 0 && strings.HasPrefix(strings.TrimSpace(value[end+2:]), "#") {
			return value[1 : end+1]
		}
		return strings.Trim(value, `"'`)
	}
	if i := strings.Index(value, " #"); i > 0 && strings.HasPrefix(value[i+2:], " ") {
		value = strings.TrimSpace(value[:i])
	}
	return value
}

// tomlMatter parts names and values between lines of +++ from the text: those of one text each.
func tomlMatter(text string) (body string, pairs []pair) {
	head, body, ok := strings.Cut(strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "+++\n"), "\n+++")
	if !ok {
		return text, nil
	}
	for l := range strings.SplitSeq(head, "\n") {
		name, value, ok := strings.Cut(l, "=")
		value = strings.TrimSpace(value)
		value = strings.Trim(value, "[] ") // of a list too
		if _, rest, sorted := strings.Cut(name, "_"); sorted && strings.IndexByte(name, '_') <= 2 {
			name = rest // "a_job_type" sorts
		}
		if ok && len(value) > 1 && (value[0] == '"' || value[0] == '\'') {
			pairs = append(pairs, pair{strings.TrimSpace(name), strings.TrimSpace(strings.Trim(value, `"'`))})
		}
	}
	return body, pairs
}

// withoutTemplates is a text without what a generator of sites puts something else for.
func withoutTemplates(text string) string {
	for _, marks := range [][2]string{{"{% comment", "endcomment"}, {"{%", "%}"}, {"{{", "}}"}, {"<!--", "-->"}} {
		var b strings.Builder
		rest := text
		for {
			before, after, ok := strings.Cut(rest, marks[0])
			b.WriteString(before)
			if !ok {
				break
			}
			_, rest, ok = strings.Cut(after, marks[1])
			if !ok {
				break
			}
			if marks[1] == "endcomment" {
				_, rest, _ = strings.Cut(rest, "%}")
			}
		}
		text = b.String()
	}
	return text
}

func hasElements(text string) bool {
	for _, tag := range []string{"<dl", "<div", "<p>", "<ul", "<li", "<br", "<h2", "<h3", "<table", "<strong", "<b>", "<section"} {
		if strings.Contains(text, tag) {
			return true
		}
	}
	return false
}

// elementsAsText is Markdown with the text of the blocks of HTML that are in it: those that
// begin on a line of their own and end with an empty line after their last element.
func elementsAsText(text string) string {
	var out, block strings.Builder
	depth := 0
	flush := func() {
		if block.Len() == 0 {
			return
		}
		if root, err := html.ParseText(block.String()); err == nil {
			for _, l := range linesOf(html.Paragraphs(root, root)) {
				switch {
				case l.heading > 0:
					out.WriteString("\n" + strings.Repeat("#", l.heading) + " " + l.text + "\n\n")
				case l.item:
					out.WriteString("- " + l.text + "\n")
				default:
					out.WriteString("\n" + l.text + "\n")
				}
			}
		}
		out.WriteString("\n")
		block.Reset()
	}
	for l := range strings.Lines(text) {
		bare := strings.TrimSpace(l)
		if depth == 0 && !(strings.HasPrefix(bare, "<") && len(bare) > 1 && (isLetter(bare[1]) || bare[1] == '/')) {
			flush()
			out.WriteString(l)
			continue
		}
		block.WriteString(l)
		for _, part := range strings.Split(l, "<")[1:] {
			name := strings.TrimLeft(part, "/")
			if name == "" || !isLetter(name[0]) || strings.HasPrefix(name, "br") || strings.HasPrefix(name, "hr") || strings.HasPrefix(name, "img") || strings.HasPrefix(name, "input") {
				continue
			}
			if part[0] == '/' {
				depth = max(0, depth-1)
			} else if tag, _, _ := strings.Cut(part, ">"); !strings.HasSuffix(tag, "/") {
				depth++
			}
		}
	}
	flush()
	return out.String()
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

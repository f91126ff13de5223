package posting

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/exchange"
	"resumax/exchange/charset"
	"resumax/exchange/docx"
	"resumax/exchange/format"
	"resumax/exchange/html"
	"resumax/exchange/markdown"
	"resumax/exchange/pdftext"
	"resumax/exchange/plaintext"
	"resumax/exchange/structure"
	"resumax/resume/codec"
)

// Bounds on what is read. The longest postings have some 20 KB of text; web pages hold
// pictures, programs and other postings besides.
const (
	MaxText = 200 << 10 // bytes of text
	maxFile = 32 << 20  // bytes of a file
	maxLine = 8 << 10   // bytes of a line: what is longer is no sentence
)

// source is what a reader makes of a file.
type source struct {
	lines []line
	facts facts  // what structured data says
	text  string // verbatim
	form  form   // of the text
}

// form is how lines are made of a source's text.
type form string

const (
	pasted    form = ""         // as people paste it
	markdowns form = "markdown" //
	lined     form = "lines"    // as textOf writes lines
)

// sourceOf is the source that a posting keeps.
func sourceOf(text string, f form) source {
	switch f {
	case markdowns:
		return readMarkdown(text)
	case lined:
		return source{lines: linesIn(text), text: text, form: lined}
	}
	return source{lines: readText(text), text: text}
}

// kept is a source of which only the lines are kept.
func kept(lines []line, f facts) source {
	return source{lines: lines, facts: f, text: textOf(lines), form: lined}
}

// Read reads a posting of whichever format it is in. Errors name the file and say what to do.
func Read(ctx context.Context, in format.Input) (Posting, error) {
	if len(in.Data) == 0 {
		return Posting{}, fmt.Errorf("%s is empty: copy the posting's text into it, or save the page anew", in.Name)
	}
	s, err := open(ctx, in)
	if err != nil {
		return Posting{}, err
	}
	if err := ctx.Err(); err != nil {
		return Posting{}, err
	}
	if !slices.ContainsFunc(s.lines, func(l line) bool { return strings.ContainsFunc(l.text, isWordRune) }) {
		return Posting{}, fmt.Errorf("%s has no text: copy the posting's text, or save the page anew", in.Name)
	}
	if !slices.ContainsFunc(s.lines, func(l line) bool { return !isLink(l.text) }) && s.facts.title == "" {
		return Posting{}, fmt.Errorf("%s has only a link, which ResuMax doesn't open: copy the posting's text", in.Name)
	}
	size := 0
	for _, l := range s.lines {
		size += len(l.text)
	}
	if size > MaxText {
		return Posting{}, tooLong(in.Name, size)
	}
	return interpret(ctx, s)
}

// isLink reports whether a line is an address alone.
func isLink(text string) bool {
	text = strings.Trim(text, "<> ")
	return (strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "www.")) && !strings.ContainsAny(text, " \t")
}

func tooLong(name string, bytes int) error {
	return fmt.Errorf("%s has %d KB of text, far more than a job posting: copy the posting alone", name, bytes>>10)
}

func open(ctx context.Context, in format.Input) (source, error) {
	data := in.Data
	switch {
	case len(data) > maxFile:
		return source{}, fmt.Errorf("%s is larger than %d MB, far more than a job posting: copy the posting alone", in.Name, maxFile>>20)
	case codec.IsPDF(data):
		return readPDF(ctx, in)
	case docx.Is(data):
		paragraphs, err := docx.Paragraphs(ctx, data, in.Name)
		if err != nil {
			return source{}, err
		}
		return kept(linesOf(paragraphs), facts{}), nil
	case html.Is(data):
		return readHTML(ctx, data, in.Name)
	case !charset.IsText(data):
		_, err := exchange.Detect(data, in.Name)
		if err == nil {
			err = fmt.Errorf("%s is of a type that postings are not read from: copy the posting's text, or save it as a web page, PDF or DOCX", in.Name)
		}
		return source{}, err
	case len(data) > 4*MaxText:
		return source{}, tooLong(in.Name, len(data))
	}
	text := charset.Decode(data)
	if isPage(text) {
		return readHTML(ctx, []byte(withoutPrograms(text)), in.Name)
	}
	if ld := readJSON(text); ld != nil {
		return *ld, nil
	}
	if markdown.Is(data) || strings.HasPrefix(strings.TrimSpace(text), "---\n") || strings.HasPrefix(strings.TrimSpace(text), "+++\n") {
		return sourceOf(text, markdowns), nil
	}
	return sourceOf(text, pasted), nil
}

// isPage reports whether a text is HTML that a program of a server begins: "<?php".
func isPage(text string) bool {
	return strings.HasPrefix(strings.TrimSpace(text), "<?php") && strings.Count(text, "</") > 4
}

// withoutPrograms is a page without the programs in it, but for the titles that they print.
func withoutPrograms(text string) string {
	var b strings.Builder
	for text != "" {
		before, rest, ok := strings.Cut(text, "<?")
		b.WriteString(before)
		if !ok {
			break
		}
		program, after, _ := strings.Cut(rest, "?>")
		if m := programTitle().FindStringSubmatch(program); m != nil {
			b.WriteString("<h1>" + m[1] + "</h1>")
		}
		text = after
	}
	return b.String()
}

// programTitle is a title that a program sets: $page["title"] = "Sound Technician";
var programTitle = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\$\w*(?:title|\["title"\]|\['title'\])\s*=\s*["']([^"'<>]{3,120})["']`)
})

func readPDF(ctx context.Context, in format.Input) (source, error) {
	if in.Words == nil {
		return source{}, fmt.Errorf("%s is a PDF, which can't be read here: copy the posting's text", in.Name)
	}
	pages, err := in.Words(ctx, in.Data)
	if err != nil {
		return source{}, fmt.Errorf("%s: %w", in.Name, err)
	}
	if !slices.ContainsFunc(pages, func(p pdftext.Page) bool { return len(p.Words) > 0 }) {
		return source{}, fmt.Errorf("%s is a picture of a posting, not text: copy the posting's text from where it was published, or scan it with text recognition", in.Name)
	}
	size := 0
	for _, p := range pages {
		for _, w := range p.Words {
			size += len(w.Text) + 1
		}
	}
	if size > MaxText {
		return source{}, tooLong(in.Name, size)
	}
	lines, address := withoutFurniture(blocksOf(structure.InReadingOrder(pages)), len(pages))
	return kept(lines, facts{url: address}), nil
}

// rejoined is a text with lines put together that a page broke where its look changes, as when
// it is copied: "experience with \ndbt\n or similar". A space stands at the end of the first line
// or at the beginning of the next.
func rejoined(text string) string {
	if !strings.Contains(text, " \n") && !strings.Contains(text, "\n ") {
		return text
	}
	var b strings.Builder
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		b.WriteString(l)
		if i+1 == len(lines) {
			break
		}
		next := lines[i+1]
		broken := strings.HasSuffix(l, " ") && !strings.HasSuffix(l, "  ") || strings.HasPrefix(next, " ") && !strings.HasPrefix(next, "  ")
		bare, after := strings.TrimSpace(l), strings.TrimSpace(next)
		if !broken || bare == "" || after == "" || strings.ContainsAny(bare[len(bare)-1:], ".:;!?") || len(bare) > 400 {
			b.WriteByte('\n')
			continue
		}
		first, _ := utf8.DecodeRuneInString(after)
		last, _ := utf8.DecodeLastRuneInString(bare)
		if _, item := marked(next); item || !unicode.IsLower(first) && !unicode.IsPunct(last) && !endsOpen(bare) {
			b.WriteByte('\n')
			continue
		}
		if !strings.HasSuffix(l, " ") && !strings.HasPrefix(next, " ") {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// endsOpen reports whether a line ends with a small word, so that its sentence goes on.
func endsOpen(line string) bool {
	last := line[strings.LastIndexByte(line, ' ')+1:]
	return len(last) <= 5 && strings.ToLower(last) == last && strings.ContainsFunc(last, isWordRune)
}

// readText reads text without marks of Markdown: as people paste it.
func readText(text string) (all []line) {
	if len(text) > MaxText || strings.Count(text, "\n") > 8000 {
		return []line{{text: text}} // too long, which is said
	}
	for _, l := range plaintext.Unwrapped(rejoined(text)) {
		if cells, ok := strings.CutPrefix(strings.TrimSpace(l.Text), "|"); ok { // a table's row
			if strings.Trim(cells, "|-: ") == "" {
				continue
			}
			l.Text = strings.ReplaceAll(strings.Trim(cells, "| "), "|", "\t")
		}
		rest, item := marked(l.Text)
		if t := tidy(rest); t != "" {
			head := 0
			if l.Heading && !item {
				head = 2
			}
			all = append(all, line{text: t, item: item, heading: head, gap: l.Gap})
		}
	}
	return all
}

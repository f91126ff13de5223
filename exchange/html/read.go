package html

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"resumax/exchange/charset"
	"resumax/exchange/format"
	"resumax/exchange/structure"
)

// largest is how many bytes a page may have: photos in it count.
const largest = 32 << 20

// sniff knows a web page, or a part of one, by its first tag.
func sniff(data []byte) bool {
	const enough = 4 << 10
	text := strings.TrimSpace(charset.Decode(data[:min(len(data), enough)]))
	for {
		var end string
		switch {
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case strings.HasPrefix(text, "<?"), len(text) > 9 && strings.EqualFold(text[:9], "<!doctype"):
			if text[1] == '!' && strings.HasPrefix(strings.ToLower(strings.TrimSpace(text[9:])), "html") {
				return true
			}
			end = ">"
		default:
			return firstTag(text)
		}
		_, rest, ok := strings.Cut(text, end)
		if !ok {
			return false
		}
		text = strings.TrimSpace(rest)
	}
}

func firstTag(text string) bool {
	if !strings.HasPrefix(text, "<") {
		return false
	}
	end := strings.IndexAny(text, " \t\r\n/>")
	if end < 2 {
		return false
	}
	switch atom.Lookup([]byte(strings.ToLower(text[1:end]))) {
	case atom.Html, atom.Head, atom.Body, atom.Meta, atom.Title, atom.Link, atom.Style, atom.Script, atom.Base, atom.Div, atom.Section, atom.Main, atom.Header, atom.Article, atom.Nav,
		atom.H1, atom.H2, atom.H3, atom.P, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Span, atom.B, atom.Strong, atom.Center, atom.Font:
		return true
	}
	return false
}

func read(ctx context.Context, in format.Input) (format.Reading, error) {
	if len(in.Data) > largest {
		return format.Reading{}, fmt.Errorf("%s is larger than %d MB: save the resume alone as a web page, without what surrounds it", in.Name, largest>>20)
	}
	root, err := html.Parse(strings.NewReader(decoded(in.Data)))
	if err != nil {
		return format.Reading{}, fmt.Errorf("%s is not a web page that can be read (%w): open it in a browser, copy the text and save that as a text file", in.Name, err)
	}
	if err := ctx.Err(); err != nil {
		return format.Reading{}, err
	}
	if d, record, ok := own(root); ok {
		return format.Reading{Document: d, Record: record}, nil
	}
	paragraphs := paragraphsOf(root)
	if len(paragraphs) == 0 {
		return format.Reading{}, fmt.Errorf("%s has no text: it may be a page that a program fills in the browser. Open it there, and save or print it as a PDF", in.Name)
	}
	lines := structure.Flow(paragraphs)
	found := structure.Of(lines)
	return format.Reading{Document: found.Document, Record: found.Record, Source: format.SourceOf(lines)}, nil
}

// decoded is a page's text: by its mark or bytes, else as its meta element says.
func decoded(data []byte) string {
	const head = 2048
	lower := strings.ToLower(string(data[:min(len(data), head)]))
	_, name, ok := strings.Cut(lower, "charset=")
	if ok {
		name = strings.TrimLeft(name, `"' `)
		if end := strings.IndexAny(name, `"' ;>/`); end >= 0 {
			return charset.DecodeAs(data, name[:end])
		}
	}
	return charset.Decode(data)
}

package html

import (
	"strings"

	"golang.org/x/net/html"

	"resumax/exchange/structure"
)

// Is reports whether a file is a web page, or a part of one.
func Is(data []byte) bool { return sniff(data) }

// Parse is the tree of any web page, in whatever encoding it is.
func Parse(data []byte) (*html.Node, error) { return ParseText(decoded(data)) }

// ParseText is the tree of a part of a web page that is text already.
func ParseText(text string) (*html.Node, error) { return html.Parse(strings.NewReader(text)) }

// Paragraphs are the paragraphs of a part of a page, as its elements have them, without what
// a reader of the page does not see.
func Paragraphs(page, part *html.Node) []structure.Paragraph {
	w := &walker{sheet: sheetOf(page), kinds: kinds{}}
	w.block(part, look{size: usualSize}, nil)
	w.end()
	return plain(w.all)
}

// Text is what an element says, in one line.
func Text(n *html.Node) string { return textOf(n) }

// Attribute is an attribute of an element, "" for none.
func Attribute(n *html.Node, name string) string { return attribute(n, name) }

// HasClass reports whether an element is of a class.
func HasClass(n *html.Node, class string) bool { return hasClass(n, class) }

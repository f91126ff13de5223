package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return n != nil && slices.Contains(strings.Fields(attribute(n, "class")), class)
}

// skipped reports whether an element says nothing to a reader of the page.
func skipped(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
		return true
	}
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Embed, atom.Canvas, atom.Audio, atom.Video,
		atom.Select, atom.Textarea, atom.Button, atom.Dialog, atom.Map, atom.Datalist, atom.Progress, atom.Meter:
		return true
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden" && a.Val != "until-found", a.Key == "aria-hidden" && a.Val == "true":
			return true
		}
	}
	return false
}

// textOf is all text of an element.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
			case !skipped(c):
				walk(c)
			}
		}
	}
	walk(n)
	return collapsed(b.String())
}

// white is the white space that HTML collapses.
const white = " \t\n\r\f"

// collapsed is a text with single spaces, and none around it.
func collapsed(text string) string { return strings.Trim(spaces(text), " ") }

// spaces is a text with single spaces.
func spaces(text string) string {
	if !strings.ContainsAny(text, "\t\n\r\f") && !strings.Contains(text, "  ") {
		return text
	}
	var b strings.Builder
	space := false
	for _, c := range text {
		if strings.ContainsRune(white, c) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(c)
	}
	return b.String()
}

func isLetterOrDigit(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

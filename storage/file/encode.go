package file

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"resumax/resume"
)

// style is how a file is laid out: what a level is indented by, and whether a
// newline ends it.
type style struct {
	indent  string // "" for everything in one line
	newline bool
}

var usualStyle = style{"  ", true}

// styleOf is the layout of a file that was read.
func styleOf(data []byte) style {
	s := style{newline: bytes.HasSuffix(data, []byte("\n"))}
	_, rest, ok := bytes.Cut(data, []byte("\n"))
	if !ok || len(bytes.TrimSpace(rest)) == 0 {
		return s
	}
	n := 0
	for n < len(rest) && n < 16 && (rest[n] == ' ' || rest[n] == '\t') {
		n++
	}
	s.indent = string(rest[:n])
	if s.indent == "" {
		s.indent = usualStyle.indent
	}
	return s
}

// Encode writes a document as JSON, in the usual layout: two spaces a level, a
// newline at the end. It makes the document valid JSON Resume first and notes the
// version of the format in it, as [Save] does.
func Encode(d resume.Document) []byte { return encode(stamped(d), usualStyle) }

func encode(d resume.Document, s style) []byte {
	w := writer{style: s}
	w.value(d.Root(), 0)
	if s.newline {
		w.out = append(w.out, '\n')
	}
	return w.out
}

type writer struct {
	style style
	out   []byte
}

func (w *writer) value(v resume.Value, depth int) {
	switch v.Kind() {
	case resume.Null:
		w.out = append(w.out, "null"...)
	case resume.String:
		w.text(v.Str())
	case resume.Array:
		w.list('[', ']', v.Len(), depth, func(i int) { w.value(v.Items()[i], depth+1) })
	case resume.Object:
		w.list('{', '}', v.Len(), depth, func(i int) {
			m := v.Members()[i]
			w.text(m.Name)
			w.out = append(w.out, ':')
			if w.style.indent != "" {
				w.out = append(w.out, ' ')
			}
			w.value(m.Value, depth+1)
		})
	default:
		w.out = append(w.out, v.Raw()...)
	}
}

func (w *writer) text(s string) {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "�")
	}
	w.out, _ = jsontext.AppendQuote(w.out, s) // fails on invalid UTF-8 only
}

func (w *writer) list(open, end byte, n, depth int, item func(int)) {
	w.out = append(w.out, open)
	for i := range n {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.line(depth + 1)
		item(i)
	}
	if n > 0 {
		w.line(depth)
	}
	w.out = append(w.out, end)
}

func (w *writer) line(depth int) {
	if w.style.indent == "" {
		return
	}
	w.out = append(w.out, '\n')
	for range depth {
		w.out = append(w.out, w.style.indent...)
	}
}

package codec

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"resumax/resume"
)

// Style is how a file is laid out.
type Style struct {
	Indent  string // what a level is indented by, "" for everything in one line
	Newline bool   // one ends the file
	CRLF    bool   // lines end as Windows' editors end them
}

// Usual is the style of new files: two spaces a level, a newline at the end.
var Usual = Style{Indent: "  ", Newline: true}

// StyleOf is the style of a file that was read.
func StyleOf(data []byte) Style {
	s := Style{Newline: bytes.HasSuffix(data, []byte("\n"))}
	first, rest, ok := bytes.Cut(data, []byte("\n"))
	s.CRLF = ok && bytes.HasSuffix(first, []byte("\r"))
	if !ok || len(bytes.TrimSpace(rest)) == 0 {
		return s
	}
	n := 0
	for n < len(rest) && n < 16 && (rest[n] == ' ' || rest[n] == '\t') {
		n++
	}
	s.Indent = string(rest[:n])
	if s.Indent == "" {
		s.Indent = Usual.Indent
	}
	return s
}

// Stamped is the document as it is written: valid, and with the version of the
// file's format.
func Stamped(d resume.Document) resume.Document {
	d, _ = d.Conform() // before: what is in the stamp's way is set aside
	ours, _ := d.Get(resume.Settings)
	if ours.Kind() != resume.Object && !ours.IsNull() {
		d, _ = d.Set(resume.SettingsAside, ours)
		d, _ = d.Remove(resume.Settings)
	}
	d, _ = d.Set(resume.FormatSetting, resume.Int(resume.FormatVersion))
	return d
}

// Encode writes a document as JSON, [Stamped] and in the usual style.
func Encode(d resume.Document) []byte { return EncodeAs(Stamped(d), Usual) }

// EncodeAs writes a document as JSON, as it is.
func EncodeAs(d resume.Document, s Style) []byte {
	w := writer{style: s}
	w.value(d.Root(), 0)
	if s.Newline {
		w.newline()
	}
	return w.out
}

type writer struct {
	style Style
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
			if w.style.Indent != "" {
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
	if w.style.Indent == "" {
		return
	}
	w.newline()
	for range depth {
		w.out = append(w.out, w.style.Indent...)
	}
}

func (w *writer) newline() {
	if w.style.CRLF {
		w.out = append(w.out, '\r')
	}
	w.out = append(w.out, '\n')
}

package importer

import (
	"strings"
	"unicode/utf8"

	"resumax/exchange/charset"
	"resumax/exchange/format"
	"resumax/exchange/taking"
	"resumax/resume/codec"
)

// maxLines bounds how many lines of a source are shown.
const maxLines = 3000

// show makes what the file shows: its pages, the lines that its reader has found, its text
// where it is text by itself, else what was taken of it.
func (s *Source) show(data []byte, got format.Reading) {
	switch {
	case len(s.Pages) > 0:
		s.PDF = data
		return
	case len(got.Source) > 0:
		s.Lines = got.Source
	case charset.IsText(data):
		s.Lines = textLines(charset.Decode(data))
	default:
		s.Lines = takenLines(got.Record)
	}
	s.Lines = s.Lines[:min(len(s.Lines), maxLines)]
}

// longest is how much of a line is shown, in bytes.
const longest = 4000

// textLines are the lines of a text.
func textLines(text string) []taking.Line {
	var lines []taking.Line
	for line := range strings.Lines(text) {
		line = strings.TrimRight(strings.ReplaceAll(line, "\t", "    "), " \r\n")
		if len(line) > longest {
			line = line[:longest]
			for !utf8.ValidString(line) {
				line = line[:len(line)-1]
			}
			line += "…"
		}
		if lines = append(lines, taking.Line{Text: line}); len(lines) == maxLines {
			break
		}
	}
	return lines
}

// takenLines are what was taken, and what was left, line by line: of a file that is no text,
// such as an archive of tables.
func takenLines(r taking.Record) []taking.Line {
	var lines []taking.Line
	for _, t := range r.Taken {
		lines = append(lines, taking.Line{Text: t.Text})
	}
	for _, l := range r.Left {
		lines = append(lines, taking.Line{Text: l.Text})
	}
	return lines
}

// isPDF reports whether its pages are painted by the reader of PDFs.
func (s *Source) isPDF() bool { return codec.IsPDF(s.PDF) }

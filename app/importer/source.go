package importer

import (
	"bytes"
	"image"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/image/draw"

	"resumax/app/tr"
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
		if codec.IsPDF(data) {
			s.PDF = data
		} else if picture, _, err := image.Decode(bytes.NewReader(data)); err == nil { // it was recognized, so it can be
			s.Picture = picture
		}
		return
	case len(got.Source) > 0:
		s.Lines = got.Source
	case charset.IsText(data):
		s.Lines = textLines(charset.Decode(data))
	default:
		s.Lines = takenLines(got.Record)
	}
	long := len(s.Lines) > maxLines
	s.Lines = slices.Clone(s.Lines[:min(len(s.Lines), maxLines)])
	for i := range s.Lines {
		s.Lines[i].Text = cut(s.Lines[i].Text)
	}
	if long {
		s.Lines = append(s.Lines, taking.Line{}, taking.Line{Text: goesOn()})
	}
}

// goesOn is shown below the lines of a file that has more.
func goesOn() string {
	return tr.T("importer.the-file-goes-on", "… The file goes on: only its beginning is shown here. All of it was read.")
}

// longest is how much of a line is shown, in bytes.
const longest = 4000

// cut is a line that is not too long to be shown.
func cut(line string) string {
	if len(line) <= longest {
		return line
	}
	end := longest
	for end > 0 && !utf8.RuneStart(line[end]) {
		end--
	}
	return line[:end] + "…"
}

// textLines are the lines of a text.
func textLines(text string) []taking.Line {
	var lines []taking.Line
	for line := range strings.Lines(text) {
		line = strings.TrimRight(strings.ReplaceAll(line, "\t", "    "), " \r\n")
		if lines = append(lines, taking.Line{Text: line}); len(lines) > maxLines {
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

// scaled is its picture with so many pixels a point.
func (s *Source) scaled(scale float64) image.Image {
	size := s.Pages[0]
	out := image.NewRGBA(image.Rect(0, 0, int(size.Width*scale+0.5), int(size.Height*scale+0.5)))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(out, out.Rect, s.Picture, s.Picture.Bounds(), draw.Over, nil)
	return out
}

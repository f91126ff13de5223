package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// writeNaive prints a sheet with fpdf's own flowing text.
func writeNaive(w io.Writer, s *sheet, edit int) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: s.Page.Width, Ht: s.Page.Height}})
	f.SetMargins(s.Page.Left, s.Page.Top, s.Page.Right)
	f.SetAutoPageBreak(true, s.Page.Bottom)
	f.SetCellMargin(0)
	f.SetCreationDate(time.Unix(0, 0))
	f.SetTitle(s.Title, true)
	for _, font := range s.Fonts {
		data, err := os.ReadFile(font.File)
		if err != nil {
			return err
		}
		f.AddUTF8FontFromBytes(font.Family, slant(font.Bold, font.Italic), data)
	}
	f.AddPage()
	n := naiveWriter{f: f, sheet: s}
	headings := 0
	for _, b := range s.Blocks {
		if b.Kind == "heading" {
			if headings++; headings == 1 {
				b = withText(b, fmt.Sprintf("%s %d", b.Parts[0].Spans[0].Text, edit))
			}
		}
		n.block(b)
	}
	return f.Output(w)
}

// withText is a block of one text with another one.
func withText(b block, text string) block {
	b.Parts = []part{{Role: b.Parts[0].Role, Spans: []span{{Text: text}}}}
	return b
}

func slant(bold, italic bool) string {
	s := ""
	if bold {
		s += "B"
	}
	if italic {
		s += "I"
	}
	return s
}

type naiveWriter struct {
	f     *fpdf.Fpdf
	sheet *sheet
}

// styles are those of a block's parts, by their roles.
var styles = map[string]string{"title": "title", "organisation": "organisation", "place": "place", "detail": "place", "dates": "dates", "group": "group"}

func (n *naiveWriter) block(b block) {
	f, base := n.f, "body"
	switch b.Kind {
	case "name", "label", "contact", "heading":
		base = b.Kind
	case "keywords":
		base = "place"
	}
	f.SetY(f.GetY() + b.Before)
	f.SetX(n.sheet.Page.Left)
	leading := n.sheet.Styles[base].Leading
	if b.Kind == "bullet" {
		f.SetLeftMargin(n.sheet.Page.Left + n.sheet.Bullet.Indent)
		f.SetX(n.sheet.Page.Left + n.sheet.Bullet.Offset)
		n.write("body", span{Text: n.sheet.Bullet.Sign}, leading)
		f.SetX(n.sheet.Page.Left + n.sheet.Bullet.Indent)
	}
	var dates *part
	for i := range b.Parts {
		p := &b.Parts[i]
		if p.Role == "dates" {
			dates = p
			continue
		}
		name := base
		if s, ok := styles[p.Role]; ok {
			name = s
		}
		if i > 0 {
			n.write(name, span{Text: separator(b.Kind, i, n.sheet)}, leading)
		}
		for _, s := range p.Spans {
			n.write(name, s, leading)
		}
	}
	if dates != nil {
		n.use("dates", span{})
		f.SetX(n.sheet.Page.Left)
		f.CellFormat(0, leading, text(*dates), "", 0, "R", false, 0, "")
	}
	f.Ln(leading)
	f.SetLeftMargin(n.sheet.Page.Left)
	if b.Kind == "heading" {
		c := color(n.sheet.RuleColor)
		f.SetDrawColor(c[0], c[1], c[2])
		f.SetLineWidth(n.sheet.Rule)
		f.Line(n.sheet.Page.Left, f.GetY()+n.sheet.Space.Rule, n.sheet.Page.Width-n.sheet.Page.Right, f.GetY()+n.sheet.Space.Rule)
		f.SetY(f.GetY() + n.sheet.Space.Rule)
	}
}

// separator comes before a block's part, counted from 0.
func separator(kind string, part int, s *sheet) string {
	switch {
	case kind == "terms" && part == 1:
		return " "
	case kind == "terms" || kind == "keywords":
		return ", "
	}
	return s.Separator
}

func text(p part) string {
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

func (n *naiveWriter) use(name string, s span) {
	st := n.sheet.Styles[name]
	c := color(st.Color)
	n.f.SetFont(st.Family, slant(st.Bold || s.Bold, st.Italic != s.Italic), st.Size)
	n.f.SetTextColor(c[0], c[1], c[2])
}

func (n *naiveWriter) write(name string, s span, leading float64) {
	n.use(name, s)
	words := s.Text
	if n.sheet.Styles[name].Capitals {
		words = strings.ToUpper(words)
	}
	if s.Link != "" {
		n.f.WriteLinkString(leading, words, s.Link)
		return
	}
	n.f.Write(leading, words)
}

// color reads #rrggbb.
func color(s string) (c [3]int) {
	v, _ := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32) // the design has checked it
	return [3]int{int(v >> 16 & 0xFF), int(v >> 8 & 0xFF), int(v & 0xFF)}
}

package html

import (
	"fmt"
	"strings"
	"unicode"

	"resumax/render/design"
)

// styleOf is a design as a style sheet: its fonts by their names, its sizes, colors and spaces.
func styleOf(d *design.Design, paper design.PageSize) string {
	var b strings.Builder
	rule := func(selector string, declarations ...string) {
		fmt.Fprintf(&b, "%s { %s; }\n", selector, strings.Join(declarations, "; "))
	}
	s, space := &d.Style, d.Space
	rule("html", "background: #fff", "color: "+d.Colors.Text.String(), "-webkit-text-size-adjust: 100%")
	rule("body", append(text(d, s.Body), fmt.Sprintf("max-width: %spt", number(paper.Width-(d.Page.Left+d.Page.Right)*design.Millimeter)), "margin: 0 auto", "padding: 24pt 18pt", "overflow-wrap: anywhere")...)
	rule("h1, h2, h3, p, ul, dl, dd, dt", "margin: 0", "padding: 0", "font: inherit", "color: inherit")
	rule("a", "color: inherit", "text-decoration-thickness: 0.5pt", "text-underline-offset: 2pt")
	rule("h1", text(d, s.Name)...)
	rule(".label", text(d, s.Label)...)
	rule(".contact", append(text(d, s.Contact), "list-style: none", "margin-top: "+points(space.Contact))...)
	rule(".contact li", "display: inline")
	rule(".contact li + li::before", fmt.Sprintf(`content: " %s "`, content(d.Contact.Separator)))
	if !d.Photo.Hidden {
		rule(".photo", "float: right", "height: "+number(d.Photo.Height)+"mm", "margin-left: "+number(d.Photo.Gap)+"mm")
		rule("[dir=rtl] .photo", "float: left", "margin: 0 "+number(d.Photo.Gap)+"mm 0 0")
	}
	rule("main", "clear: both")
	rule("section", "margin-top: "+points(space.Heading+space.Section))
	heading := append(text(d, s.Heading), "margin-bottom: "+points(space.Section), "break-after: avoid")
	if d.Rule.Thickness > 0 {
		side := "bottom"
		if d.Rule.Place == "over" {
			side = "top"
		}
		heading = append(heading, fmt.Sprintf("border-%s: %s solid %s", side, points(d.Rule.Thickness), d.Colors.Rule), fmt.Sprintf("padding-%s: %s", side, points(space.Rule)))
	}
	rule("h2", heading...)
	rule("article + article", "margin-top: "+points(space.Entry))
	rule("article + .position", "margin-top: "+points(space.Position))
	rule("article + .record", "margin-top: "+points(max(space.Record, 2)))
	rule(".head", "display: grid", "grid-template-columns: 1fr auto", "column-gap: "+points(space.Column), "break-after: avoid")
	rule("h3", append(text(d, s.Title), "grid-column: 1")...)
	rule(".where", append(text(d, s.Place), "grid-column: 1 / -1")...)
	rule(".organization", text(d, s.Organization)...)
	dates := append(text(d, s.Dates), "margin: 0")
	switch d.Dates.Place {
	case "above":
		dates = append(dates, "grid-column: 1", "grid-row: 1")
	case "below":
		dates = append(dates, "grid-column: 1")
	default:
		dates = append(dates, "grid-column: 2", "grid-row: 1", "text-align: end")
	}
	rule(".dates", dates...)
	rule("article > p, section > p", "margin-top: "+points(space.Paragraph))
	rule("section ul", "list-style: none", "padding-inline-start: "+points(d.Bullet.Indent))
	rule("section li", "margin-top: "+points(space.Bullet), "position: relative")
	rule("section li::before", fmt.Sprintf(`content: "%s" / ""`, content(d.Bullet.Sign)), "position: absolute", "inset-inline-start: "+points(d.Bullet.Offset-d.Bullet.Indent))
	rule(".terms div", "margin-top: "+points(space.Group))
	rule("dt, dd", "display: inline")
	rule("dt", text(d, s.Group)...)
	rule("dt::after", `content: ":"`)
	if w := d.Columns.Width; w > 0 {
		b.WriteString("@media print, (min-width: 48em) {\n")
		rule("main:has(.side)", "display: grid", fmt.Sprintf("grid-template-columns: %smm 1fr", number(w)), "column-gap: "+number(d.Columns.Gap)+"mm", "align-items: start")
		if d.Columns.Tinted {
			rule(".side", "background: "+d.Colors.Tint.String(), "padding: 0 6pt 6pt")
		}
		b.WriteString("}\n")
	}
	fmt.Fprintf(&b, "@media print {\nbody { max-width: none; padding: 0; }\narticle .head, li { break-inside: avoid; }\n}\n")
	fmt.Fprintf(&b, "@page { size: %spt %spt; margin: %smm %smm %smm %smm; }\n", number(paper.Width), number(paper.Height), number(d.Page.Top), number(d.Page.Right), number(d.Page.Bottom), number(d.Page.Left))
	return b.String()
}

// text is how a part's text is set.
func text(d *design.Design, s design.Style) []string {
	weight, style := "normal", "normal"
	if s.Bold {
		weight = "bold"
	}
	if s.Italic {
		style = "italic"
	}
	leading := 1.3
	if s.Size > 0 && s.Leading > 0 {
		leading = s.Leading / s.Size
	}
	all := []string{"font-family: " + family(s.Family), "font-size: " + points(s.Size), "line-height: " + number(leading), "font-weight: " + weight, "font-style: " + style,
		"color: " + d.Colors.Named(s.Color).String()}
	if s.Tracking != 0 {
		all = append(all, "letter-spacing: "+number(s.Tracking)+"em")
	}
	if s.Capitals {
		all = append(all, "text-transform: uppercase")
	}
	switch s.Align {
	case "center", "justify":
		all = append(all, "text-align: "+s.Align)
	}
	return all
}

// family is a font by its name, and what looks like it where it is missing.
func family(name string) string {
	name = strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || c == ' ' || c == '-' {
			return c
		}
		return -1
	}, name)
	lower := strings.ToLower(name)
	fallback := "Helvetica, Arial, sans-serif"
	switch {
	case strings.Contains(lower, "mono"):
		fallback = "monospace"
	case strings.Contains(lower, "sans"):
	case strings.Contains(lower, "serif"), strings.Contains(lower, "garamond"), strings.Contains(lower, "times"), strings.Contains(lower, "georgia"):
		fallback = "Georgia, 'Times New Roman', serif"
	case lower == "carlito":
		fallback = "Calibri, Helvetica, Arial, sans-serif"
	}
	return "'" + name + "', " + fallback
}

// content is a text within a string of a style sheet.
func content(text string) string {
	var b strings.Builder
	for _, c := range text {
		if c == '"' || c == '\\' || c == '<' || c == '>' || c < ' ' {
			fmt.Fprintf(&b, `\%06x`, c)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

func points(v float64) string { return number(v) + "pt" }

// number is a number with two digits behind the point at most.
func number(v float64) string {
	text := strings.TrimRight(fmt.Sprintf("%.2f", v), "0")
	return strings.TrimSuffix(text, ".")
}

package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"resumax/score"
)

// reportWidth is how many characters wide a report is: a terminal shows it whole,
// and it is the same on every one.
const reportWidth = 80

// barWidth is the length of a dimension's bar, in characters.
const barWidth = 20

// reportText is a report for people: the score, a bar a dimension, what to
// change in order of gain, and the role's keywords.
func reportText(r judged) string {
	var b strings.Builder
	reader := "no target role"
	if r.roleName != "" {
		reader = "target role " + r.roleName
	}
	fmt.Fprintf(&b, "%.1f of 100, %s, %s level\n", r.Score, reader, r.Level)
	if len(r.RoleFrom) > 0 {
		paragraph(&b, "", "Role guessed from "+strings.Join(r.RoleFrom, " and ")+". --role chooses another one, or none.")
	}
	if r.noRole != "" {
		paragraph(&b, "", r.noRole)
	}
	if r.Uncapped > r.Score {
		fmt.Fprintf(&b, "The score is capped; without the cap it would be %.1f:\n", r.Uncapped)
		for _, c := range r.Caps {
			paragraph(&b, "  - ", c.Reason)
		}
	}
	b.WriteByte('\n')
	for _, d := range r.Dimensions {
		if d.Max > 0 {
			full := int(d.Points/d.Max*barWidth + 1e-9) // full only where nothing is lost
			fmt.Fprintf(&b, "  %-12s %s%s %4.1f of %.1f\n", d.Name, strings.Repeat("█", full), strings.Repeat("░", barWidth-full), d.Points, d.Max)
		}
	}
	cards(&b, r.Report)
	if all := len(r.Keywords.Have) + len(r.Keywords.Missing); all > 0 {
		fmt.Fprintf(&b, "\nRole keywords: %d of %d\n", len(r.Keywords.Have), all)
		if len(r.Keywords.Missing) > 0 {
			paragraph(&b, "  missing: ", strings.Join(r.Keywords.Missing, ", "))
		}
	}
	return b.String()
}

// fewPlaces is how many of the places that lack the same are named.
const fewPlaces = 3

// cards writes the advice, a card a place.
func cards(b *strings.Builder, r score.Report) {
	switch {
	case len(r.Cards) == 0:
		b.WriteString("\nNothing left to change that is worth a point.\n")
		return
	case !r.Started:
		b.WriteString("\nWhat to write first:\n")
	default:
		b.WriteString("\nWhat to change, by gain:\n")
	}
	for _, c := range r.Cards {
		b.WriteByte('\n')
		paragraph(b, fmt.Sprintf("%6s  ", gainText(c.Gain)), c.Says+" "+c.Do+".")
		if c.Address != "" {
			fmt.Fprintf(b, "        at %s\n", plain(string(c.Address)))
		}
		for _, p := range c.Places[:min(fewPlaces, len(c.Places))] {
			paragraph(b, fmt.Sprintf("%14s  ", gainText(p.Gain)), p.Says)
			fmt.Fprintf(b, "                at %s\n", plain(string(p.Address)))
		}
		if more := len(c.Places) - fewPlaces; more > 0 {
			fmt.Fprintf(b, "                and %d more\n", more)
		}
	}
}

func gainText(gain float64) string {
	switch {
	case gain <= 0:
		return "·"
	case gain < 0.05:
		return "<0.1"
	}
	return fmt.Sprintf("%+.1f", gain)
}

// paragraph writes a text in lines of the report's width, the first of which
// begins with a mark and the others as far in. A longer word has its own line.
func paragraph(b *strings.Builder, mark, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	line, width := mark, utf8.RuneCountInString(mark)
	empty := true
	for _, word := range strings.Fields(plain(text)) {
		n := utf8.RuneCountInString(word)
		switch {
		case empty:
		case width+1+n > reportWidth:
			b.WriteString(line + "\n")
			line, width = indent, len(indent)
		default:
			line, width = line+" ", width+1
		}
		line, width, empty = line+word, width+n, false
	}
	b.WriteString(line + "\n")
}

package cli

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"resumax/resume"
	"resumax/score"
)

// reportWidth is how many characters wide a report is: a terminal shows it whole,
// and it is the same on every one.
const reportWidth = 80

// barWidth is the length of a dimension's bar, in characters.
const barWidth = 20

// reportText is a report for people: the score, a bar a dimension, what to know,
// what to change in order of gain, and the role's keywords.
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
	if len(r.Findings) == 0 {
		b.WriteString("\nThere is nothing to change.\n")
	}
	gaining := slices.IndexFunc(r.Findings, func(f score.Finding) bool { return f.Gain <= 0 })
	if gaining < 0 {
		gaining = len(r.Findings)
	}
	findings(&b, "Before you send it", r.Notices)
	findings(&b, "What to change, by gain", r.Findings[:gaining])
	findings(&b, "No gain on their own yet", r.Findings[gaining:])
	if all := len(r.Keywords.Have) + len(r.Keywords.Missing); all > 0 {
		fmt.Fprintf(&b, "\nRole keywords: %d of %d\n", len(r.Keywords.Have), all)
		if len(r.Keywords.Missing) > 0 {
			paragraph(&b, "  missing: ", strings.Join(r.Keywords.Missing, ", "))
		}
	}
	return b.String()
}

// advice is what one fix changes: several checks often ask for the same.
type advice struct {
	fix     string
	address resume.Address
	gain    float64
	whys    []string
}

func adviceOf(list []score.Finding) []advice {
	type key struct {
		fix     string
		address resume.Address
		gain    float64
	}
	var all []advice
	place := map[key]int{}
	for _, f := range list {
		k := key{f.Fix, f.Address, f.Gain}
		i, known := place[k]
		if !known {
			i = len(all)
			place[k] = i
			all = append(all, advice{f.Fix, f.Address, f.Gain, nil})
		}
		all[i].whys = append(all[i].whys, f.Why)
	}
	return all
}

func findings(b *strings.Builder, heading string, list []score.Finding) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s:\n", heading)
	for _, a := range adviceOf(list) {
		b.WriteByte('\n')
		paragraph(b, fmt.Sprintf("%6s  ", gainText(a.gain)), a.fix)
		for _, why := range a.whys {
			paragraph(b, "        ", why)
		}
		if a.address != "" {
			fmt.Fprintf(b, "        at %s\n", plain(string(a.address)))
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

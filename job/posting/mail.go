package posting

import (
	"slices"
	"strings"

	"resumax/exchange/structure"
)

// mailLines is how many lines at the beginning may be those of an email.
const mailLines = 12

// subject is the job that the subject of an email names, as recruiters' do: "Subject: Senior Payroll
// Specialist (hybrid) - worth 10 minutes?"; "" for none.
func subject(lines []line) string {
	for _, l := range lines[:min(len(lines), mailLines)] {
		name, rest, ok := strings.Cut(l.text, ":")
		if !ok || !slices.Contains([]string{"subject", "betreff", "objet", "asunto"}, normal(name)) {
			continue
		}
		for again := true; again; {
			again = false
			for _, prefix := range []string{"Re:", "Fwd:", "Fw:", "WG:", "AW:", "TR:", "RV:"} {
				if after, ok := cutPrefixFold(strings.TrimSpace(rest), prefix); ok {
					rest, again = after, true
				}
			}
		}
		best, sure := "", 0.0
		for _, piece := range pieces(strings.TrimSpace(rest)) {
			for _, text := range []string{piece, piece[strings.Index(piece, ":")+1:]} { // "New role: Cook"
				text = strings.TrimSpace(beforeBracket(text))
				if score := structure.TitleScore(text); score > sure && len(strings.Fields(text)) <= 9 {
					best, sure = text, score
				}
			}
		}
		if sure >= 0.7 {
			return best
		}
	}
	return ""
}

// logoOf is the employer whose logo a page shows: the line "Harrow Valley Medical Center logo", where
// another line has the name alone; "" for none.
func logoOf(lines []line) string {
	const early = 40
	top := lines[:min(len(lines), early)]
	for _, l := range top {
		for _, end := range []string{" logo", " Logo", "-Logo"} {
			if name, ok := strings.CutSuffix(l.text, end); ok && len(strings.Fields(name)) <= 8 && slices.ContainsFunc(top, func(o line) bool { return o.text == name }) && !generic(name) {
				return name
			}
		}
	}
	return ""
}

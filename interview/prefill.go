package interview

import (
	"strings"
	"unicode"

	"resumax/interview/prep"
)

// Prefill is the sheet for the story of a card's line, as far as the line tells it: as its action what
// was done, as its result the clause with the number that came of it. Where the line says both in one
// breath, one of them is left to the user: no word stands in both.
func (c Card) Prefill() prep.Story {
	t := readText(c.Quote, "")
	s := prep.Story{Title: t.brief()}
	s.Action, s.Result = t.parts()
	return s
}

// parts are what a line says was done, and what came of it.
func (t *text) parts() (action, result string) {
	plain := strings.TrimRight(strings.TrimSpace(t.plain), ". ")
	outcome := (*number)(nil) // the first that says what came of it
	for i := range t.numbers {
		if n := &t.numbers[i]; n.end <= len(plain) && (n.change || n.by || n.zero) {
			outcome = n
			break
		}
	}
	if outcome == nil && len(t.numbers) > 0 && (spared[t.verb] || gained[t.verb] || reached[t.verb]) {
		outcome = &t.numbers[0] // "Recovered $412k by matching invoices"
	}
	if outcome == nil || outcome.end > len(plain) {
		return t.carried(plain)
	}
	// "Sharded a database, cutting latency from 900 ms to 120 ms"
	for _, stop := range []string{"; ", " — ", " – "} {
		if i := strings.LastIndex(plain[:outcome.start], stop); i > 0 {
			return sentence(plain[:i]), sentence(plain[i+len(stop):])
		}
	}
	if i := comma(plain, outcome.start); i > 0 {
		return sentence(plain[:i]), sentence(plain[i+2:])
	}
	// "Cut waits from 40 minutes to 18, moving triage to the door"
	if i := strings.Index(plain[outcome.end:], ", "); i >= 0 {
		i += outcome.end
		if word, _, _ := strings.Cut(plain[i+2:], " "); strings.HasSuffix(word, "ing") && !results[word] {
			return sentence(plain[i+2:]), sentence(plain[:i])
		}
	}
	// "Reduced the error rate from 1.2% to 0.07% by adding circuit breakers"
	if way, ok := t.way(); ok {
		if i := strings.Index(plain, way); i > outcome.start && i > 0 {
			return sentence(plain[i:]), sentence(strings.TrimRight(plain[:i], ", "))
		}
	}
	return "", sentence(plain)
}

// carried are the parts of a line whose numbers say how much it was: a result behind a verb in the
// middle, or none.
func (t *text) carried(plain string) (action, result string) {
	const fewest = 3 // words of an action
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.end > len(plain) {
			break
		}
		from := comma(plain, n.start)
		if from < 0 {
			from = 0
		}
		words := strings.Fields(plain[from:n.start])
		at := n.start
		for k := len(words) - 1; k > 0; k-- {
			at = strings.LastIndex(plain[:at], words[k])
			if !results[strings.ToLower(words[k])] {
				continue
			}
			end := len(plain)
			if j := strings.Index(plain[n.end:], ", "); j >= 0 {
				end = n.end + j
			}
			before := strings.TrimRight(plain[:at], ", ")
			if strings.HasSuffix(before, " and") || len(strings.Fields(before)) < fewest {
				break
			}
			return sentence(before + plain[end:]), sentence(plain[at:end])
		}
	}
	return sentence(plain), ""
}

// comma is where the last comma before a place parts a clause that says what came of the one before
// it, -1 for none.
func comma(plain string, before int) int {
	i := strings.LastIndex(plain[:before], ", ")
	if i <= 0 {
		return -1
	}
	word, _, _ := strings.Cut(strings.TrimPrefix(plain[i+2:], "and "), " ")
	word = strings.ToLower(word)
	if !strings.HasSuffix(word, "ing") && !strings.HasSuffix(word, "ed") && !spared[word] && !gained[word] && word != "which" && word != "cut" {
		return -1 // a list
	}
	return i
}

// Verbs behind which a line says what came of what was done.
var results = set(`handling serving supporting processing cutting reducing saving raising lifting growing generating achieving reaching covering earning winning keeping freeing bringing increasing
	improving lowering trimming shortening delivering producing adding boosting yielding recovering eliminating unblocking deferring holding maintaining closing selling attracting doubling tripling halving
	feeding treating`)

// Verbs that begin a line which is a result.
var reached = set("scored passed achieved reached earned kept held won exceeded beat ranked")

// sentence is a clause as one.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	text = strings.TrimPrefix(text, "and ")
	if text == "" {
		return ""
	}
	text = upper(text)
	if last := text[len(text)-1]; last != '.' && (last >= 0x80 || !unicode.IsPunct(rune(last)) || last == ')' || last == '%') {
		text += "."
	}
	return text
}

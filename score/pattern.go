package score

import (
	"slices"
	"strings"

	"resumax/language/metric"
	"resumax/language/terms"
)

// Pattern is a sentence to write one's own by: what it is made of, with a slot
// for every fact. It keeps the verb, the words that join, and the units of its
// numbers; what was done, to what and by which method are asked for. The list is nil
// for terms.Default.
//
//	Cut p95 latency from 900 ms to 120 ms by caching in Redis.
//	Cut [what?] from [how many ms?] to [how many ms?] by [which method?].
func Pattern(text string, list *terms.List) string {
	if list == nil {
		list = terms.Default()
	}
	s := readSentence(text, list, facts{})
	clauses := [][]piece{{}}
	add := func(p piece) { clauses[len(clauses)-1] = append(clauses[len(clauses)-1], p) }
	method := false // the method is described from here to the clause's end
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		m, last := s.metricFrom(i)
		by, how := longest(lists().method, s.tokens[i:])
		switch {
		case i == 0 && s.begins == action:
			add(piece{text: t.Text})
		case i > 0 && lists().outcome[t.Lower] && strings.HasSuffix(t.Lower, "ing") && !s.inTerm(t):
			clauses, method = append(clauses, nil), false
			add(piece{text: t.Lower})
		case method:
		case m != nil:
			add(piece{amount: m})
			i = last
		case by > 0:
			method = true
			add(piece{text: how.text + " [which method?]"})
			i += by - 1
		case joining[t.Lower]:
			add(piece{text: t.Lower})
		default:
			add(piece{})
		}
		if s.tokens[i].Comma && i+1 < len(s.tokens) {
			clauses, method = append(clauses, nil), false
		}
	}
	const maxClauses = 3
	var written []string
	for _, c := range clauses {
		if text := clauseOf(c); text != "" && len(written) < maxClauses {
			written = append(written, text)
		}
	}
	pattern := strings.Join(written, ", ")
	if !strings.Contains(pattern, "[which method?]") {
		pattern = strings.TrimSpace(pattern + " by [which method?]")
	}
	return pattern + "."
}

// piece is a part of a pattern: a word that it keeps, an amount, or, empty, a word
// that it asks for.
type piece struct {
	text   string
	amount *metric.Metric
}

// clauseOf is a clause, each run of what it asks for made one slot. It is "" for
// one in which nothing is kept.
func clauseOf(clause []piece) string {
	var parts []string
	kept := false
	for i := 0; i < len(clause); {
		if clause[i].text != "" {
			kept = true
			parts = append(parts, clause[i].text)
			i++
			continue
		}
		var amount *metric.Metric
		things := false
		for ; i < len(clause) && clause[i].text == ""; i++ {
			if amount == nil {
				amount = clause[i].amount
			}
			things = things || clause[i].amount == nil
		}
		parts = append(parts, slotFor(amount, things))
	}
	for len(parts) > 0 && joining[parts[len(parts)-1]] { // what joins nothing
		parts = parts[:len(parts)-1]
	}
	if !kept {
		return ""
	}
	return strings.Join(parts, " ")
}

// Words that a pattern keeps: those that come before amounts.
var joining = set("from to within under over across for per")

// metricFrom is the metric that begins with the token i, and its last token.
func (s *sentence) metricFrom(i int) (found *metric.Metric, last int) {
	k := slices.IndexFunc(s.metrics, func(m metric.Metric) bool { return m.Start <= s.tokens[i].Start && s.tokens[i].Start < m.End })
	if k < 0 {
		return nil, i
	}
	found = &s.metrics[k]
	for last = i; last+1 < len(s.tokens) && s.tokens[last+1].Start < found.End; {
		last++
	}
	return found, last
}

// slotFor asks for an amount as the metric gives one, of things or not; for the
// things alone where there is none.
func slotFor(m *metric.Metric, things bool) string {
	if m == nil {
		return "[what?]"
	}
	of := "?]"
	if things {
		of = " of what?]"
	}
	switch m.Kind {
	case metric.Money:
		return "[how much money" + strings.Replace(of, "of what", "for what", 1)
	case metric.Percent:
		return "[how many percent" + of
	case metric.Multiple:
		return "[how many times" + strings.Replace(of, "of what", "what", 1)
	case metric.Count:
		return "[how many of what?]"
	case metric.Part:
		return "[how many of how many?]"
	case metric.Rank:
		return "[which rank, of how many?]"
	}
	unit := m.Unit
	switch {
	case unit == "":
		return "[how much" + of
	case m.Kind == metric.Data:
		unit = strings.ToUpper(unit)
	case unit == "s":
		unit = "seconds"
	}
	return "[how many " + unit + of
}

package score

import (
	"strings"

	"resumax/language/metric"
)

// tellsResult reports whether a sentence tells of a change or a result that no
// single word of it does: what its numbers changed by, a rank, or a phrase.
func (s *sentence) tellsResult() bool {
	for _, c := range s.changes {
		if c.From != nil && c.To != nil || c.By != nil && (c.By.Kind == metric.Percent || c.By.Kind == metric.Multiple) {
			return true
		}
	}
	w := lists()
	for i := range s.tokens {
		lower := s.tokens[i].Lower
		for _, p := range w.results[lower] {
			if startsWith(s.tokens[i:], p.words) {
				return true
			}
		}
		if _, harm, ok := strings.Cut(lower, "-free"); ok && harm == "" && len(lower) > len("-free") {
			return true // "accident-free"
		}
	}
	return s.metric && s.provesResult()
}

// provesResult reports whether a number of the sentence makes a result of what it
// tells: "maintained 98% on time", "a 20% reduction", "0 incidents".
func (s *sentence) provesResult() bool {
	w := lists()
	var share, amount, money bool
	for _, m := range s.metrics {
		switch m.Kind {
		case metric.Percent, metric.Part, metric.Multiple:
			share = true
		case metric.Money:
			money = true
		case metric.Time, metric.Physical:
			amount = true
		case metric.Rank:
			return true
		case metric.Count:
			if m.Value == 0 {
				return true
			}
		}
	}
	for i := range s.tokens {
		lower := s.tokens[i].Lower
		if share && w.upheld[lower] || (share || money || amount) && w.change[lower] || money && w.attained[lower] {
			return true
		}
		for _, p := range w.resultsWithNumber[lower] {
			if startsWith(s.tokens[i:], p.words) {
				return true
			}
		}
	}
	return false
}

// startsWith reports whether tokens begin with the words of a phrase.
func startsWith(tokens []token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if tokens[i].Lower != w || i+1 < len(words) && tokens[i].Comma {
			return false
		}
	}
	return true
}

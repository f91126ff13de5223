package terms

import (
	"unicode"
	"unicode/utf8"
)

// withoutNumbers takes out the words that are numbers and belong to no term, so
// that a number neither parts a phrase ("reconciled 40 accounts") nor moves what
// stands around it away: a text names the same terms with its numbers and
// without. It reports whether there were any.
func (s *scratch) withoutNumbers() bool {
	kept, k, removed := s.tokens[:0], 0, false
	var pending gap // before the words that were taken out
	for i := 0; i < len(s.tokens); {
		end := s.wordEnd(i)
		for k < len(s.candidates) && s.candidates[k].to <= i {
			k++
		}
		inTerm := k < len(s.candidates) && s.candidates[k].from < end
		if !inTerm && s.isNumber(i) {
			if before := s.tokens[i].before; pending.bridge {
				pending = bridged(pending, before)
			} else {
				pending, pending.bridge = before, true
			}
			removed, i = true, end
			continue
		}
		for ; i < end; i++ {
			t := s.tokens[i]
			if pending.bridge {
				t.before = bridged(pending, t.before)
				pending = gap{}
			}
			kept = append(kept, t)
		}
	}
	s.tokens = kept
	return removed
}

// bridged is what is between two words from between which others were taken,
// given what was before and behind those.
func bridged(before, behind gap) gap {
	g := gap{bridge: true, list: before.list || behind.list, sentence: before.sentence || behind.sentence, start: before.start || behind.start}
	if !g.list && !g.sentence && !g.start {
		g.join = soft
	}
	return g
}

// wordEnd is the token behind the word, as spaces part them, that the token i is in.
func (s *scratch) wordEnd(i int) int {
	for i++; i < len(s.tokens) && !hasSpace(s.text[s.tokens[i-1].end:s.tokens[i].start]); i++ {
	}
	return i
}

// isNumber reports whether the token i begins a word that begins with a digit, and
// is no year: that tells of a spring what it is.
func (s *scratch) isNumber(i int) bool {
	start := s.tokens[i].start
	if !isDigit(s.text[start]) || s.tokens[i].end == start+4 && (s.text[start:start+2] == "19" || s.text[start:start+2] == "20") {
		return false
	}
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s.text[:start])
		if unicode.IsSpace(r) {
			return true
		}
		if r == '(' || r == '[' || unicode.IsLetter(r) {
			return false
		}
		start -= size
	}
	return true
}

func hasSpace(text string) bool {
	if text != "" && text[0] == ' ' {
		return true
	}
	for _, r := range text {
		if unicode.IsSpace(r) {
			return true
		}
	}
	return false
}

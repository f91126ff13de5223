package score

import (
	"slices"
	"strings"
	"unicode/utf8"

	"resumax/language/terms"
)

// longestName is how many words a skill has, at most, that is a name; more are a
// sentence.
const longestName = 5

// isProvable reports whether a skills list's entry is one that a bullet can show: no
// certificate, license or membership, no spoken language, no heading, no trait of
// character and no sentence. Numbers are no words here, so that nothing is gained by
// taking one out.
func (r *reading) isProvable(text string) bool {
	if isSlot(text) {
		return true
	}
	text = strings.TrimSpace(r.scorer.meantSkill(text))
	if strings.HasSuffix(text, ":") {
		return false
	}
	found := r.scorer.inList(text)
	n := 0
	for _, w := range skillWords(text) {
		if strings.Trim(w, "0123456789") != "" {
			n++
		}
	}
	if n == 0 || n > longestName || r.isTrait(text) || slices.ContainsFunc(found, func(m terms.Match) bool { return m.Term.Category == terms.Certificate }) {
		return false
	}
	at := 0 // behind the last term of a trade, whose words say nothing else: "object-oriented programming"
	for _, m := range append(slices.Clone(found), terms.Match{Start: len(text), End: len(text)}) {
		if m.Term != nil && m.Term.Category == terms.Soft {
			continue
		}
		if slices.ContainsFunc(skillWords(text[min(at, m.Start):m.Start]), func(w string) bool { return lists().paper[w] || lists().trait[w] }) {
			return false
		}
		at = m.End
	}
	return true
}

// isTrait reports whether an entry says of someone's character, or how they deal with
// people, and nothing else: "strong communication skills", not "marketing
// communications". Negotiation, coaching and the like are work in many trades.
func (r *reading) isTrait(text string) bool {
	if w := r.tongue.words; w != nil && w.traits[strings.ToLower(strings.TrimSpace(text))] {
		return true
	}
	text = r.scorer.meantSkill(text)
	found := r.scorer.inList(text)
	words := lists()
	if len(found) == 0 {
		return false
	}
	last := 0
	for _, m := range append(found, terms.Match{Start: len(text), End: len(text)}) {
		if m.Term != nil && (m.Term.Category != terms.Soft || words.practiced[m.Term.Name]) {
			return false
		}
		for _, w := range skillWords(text[min(last, m.Start):m.Start]) {
			if !words.praise[w] {
				return false
			}
		}
		last = m.End
	}
	return true
}

// provableSkills is how many skills a bullet could show.
func (r *reading) provableSkills() (n int) {
	for _, s := range r.skills {
		n += number(s.provable)
	}
	return n
}

// skillWords are the words of a skills list's entry, in lower case.
func skillWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '#' || c == '\'' || c == '’' || c >= utf8.RuneSelf && c != '•' && c != '“' && c != '”' && c != '–' && c != '—')
	})
}

// worded is a skill by the stems of its words.
type worded struct {
	skill int
	stems []string
}

// maxWorded is how many skills are looked for by their words: more are read by nobody.
const maxWorded = 200

// stemsOf are the stems of the words that tell in a text, each once.
func stemsOf(words []string) []string {
	var stems []string
	seen := map[string]bool{}
	for _, w := range words {
		if len(w) < 3 || lists().praise[w] {
			continue
		}
		if s := terms.Stem(w); !seen[s] {
			seen[s] = true
			stems = append(stems, s)
		}
	}
	return stems
}

// wordedOf are the skills of two words or more.
func wordedOf(skills []skill) map[string][]worded {
	all := map[string][]worded{}
	for i, sk := range skills[:min(maxWorded, len(skills))] {
		if stems := stemsOf(skillWords(sk.text)); sk.provable && len(stems) > 1 {
			all[stems[0]] = append(all[stems[0]], worded{i, stems})
		}
	}
	return all
}

// wordedIn are the skills of two words or more all of which a sentence has, in any form
// and order: "inventory control" in "Controlled the inventory of two stores".
func (r *reading) wordedIn(s *sentence) []int {
	if len(r.worded) == 0 {
		return nil
	}
	stems := s.allStems()
	var found []int
	look := func(all []worded) {
		for _, w := range all {
			if holdsAll(stems, w.stems) {
				found = append(found, w.skill)
			}
		}
	}
	if len(r.worded) < len(stems) {
		for stem, all := range r.worded {
			if stems[stem] {
				look(all)
			}
		}
		return found
	}
	for stem := range stems {
		look(r.worded[stem])
	}
	return found
}

// allStems are the stems of a sentence's words, found once.
func (s *sentence) allStems() map[string]bool {
	if s.stems == nil {
		s.stems = s.stemSet()
	}
	return s.stems
}

// stemSet are the stems of a sentence's words.
func (s *sentence) stemSet() map[string]bool {
	stems := make(map[string]bool, len(s.tokens))
	for _, t := range s.tokens {
		stems[terms.Stem(strings.ToLower(t.Text))] = true
	}
	return stems
}

func holdsAll(set map[string]bool, all []string) bool {
	for _, k := range all {
		if !set[k] {
			return false
		}
	}
	return true
}

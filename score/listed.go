package score

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"resumax/language/metric"
	"resumax/language/terms"
)

// minPasted is the share of a text's words that are skills of the list from which on it
// is no work but that list, pasted. A typo in one of them makes no work of it.
const minPasted = 0.66

// longestPasted is how many words a skill has at most that is looked for in texts: a
// longer one is a text itself.
const longestPasted = 12

// listing is what a skills list makes of the texts of the page: which of them are it,
// pasted. It is shared between readings with the same list.
type listing struct {
	skills  map[string]bool    // of not too many words, in lower case with one space between words
	lengths map[string][]int   // how many words those have that begin with a word
	pasted  map[*sentence]bool // what was asked before
}

func (r *reading) readListing() {
	r.listing = &listing{skills: map[string]bool{}, lengths: map[string][]int{}, pasted: map[*sentence]bool{}}
	for _, s := range r.skills {
		words := wordsOf(s.text)
		if n := len(words); 0 < n && n <= longestPasted {
			r.listing.skills[strings.Join(words, " ")] = true
			if lengths := r.listing.lengths[words[0]]; !slices.Contains(lengths, n) {
				r.listing.lengths[words[0]] = append(lengths, n)
			}
		}
	}
}

// wordsOf are the words of a text, in lower case.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), isGapRune)
}

// isGapRune reports whether a letter stands between words.
func isGapRune(r rune) bool {
	return r < 0x80 && !isWordByte(byte(r)|0x20) && !strings.ContainsRune("+#'", r)
}

// isNames reports whether a text is no work: names after names, or the skills list.
func (r *reading) isNames(s *sentence) bool { return s.isList || r.isPasted(s) }

// isPasted reports whether a text is skills of the list and little else.
func (r *reading) isPasted(s *sentence) bool {
	l := r.listing
	if l == nil || len(l.skills) == 0 || len(s.slots) > 0 {
		return false
	}
	if s.listWords == nil {
		s.listWords = r.scorer.listWordsOf(s.plain)
	}
	if s.listWords.known && len(l.lengths[s.listWords.first]) == 0 {
		return false // as most texts begin
	}
	is, known := l.pasted[s]
	if !known {
		if s.listWords.all == nil {
			s.listWords.all = wordsOf(s.plain)
		}
		is = l.isIn(s.listWords.all, s.begins == action && !s.verb.Gerund, r.scorer.facts)
		l.pasted[s] = is
	}
	return is
}

// listWords are the words of a text that may be the skills list.
type listWords struct {
	first string
	known bool     // the first one is English
	all   []string // nil until they are asked for
}

func (s *Scorer) listWordsOf(text string) *listWords {
	text = strings.TrimLeftFunc(text, isGapRune)
	if end := strings.IndexFunc(text, isGapRune); end >= 0 {
		text = text[:end]
	}
	first := strings.ToLower(text)
	return &listWords{first: first, known: first != "" && s.facts.of(first).known}
}

// isIn reports whether a text is skills of the list and little else. One that begins with
// a verb that acts has nothing else but typos then.
func (l *listing) isIn(words []string, acts bool, facts facts) bool {
	if !slices.ContainsFunc(words, func(w string) bool { return len(l.lengths[w]) > 0 }) {
		return false
	}
	most := int((1 - minPasted) * float64(len(words)))
	others := 0
	for i, is := range l.marks(words) {
		if is {
			continue
		}
		if others++; others > most || facts.of(words[i]).known && (i == 0 || acts || metric.IsStop(words[i]) && words[i] != "and" && words[i] != "or") {
			return false // a sentence has a verb, or words that join it
		}
	}
	return others < len(words)
}

// marks are which of the words belong to skills of the list.
func (l *listing) marks(words []string) []bool {
	joined, starts := strings.Join(words, " "), make([]int, len(words)+1)
	for i, w := range words {
		starts[i+1] = starts[i] + len(w) + 1
	}
	marks := make([]bool, len(words))
	for i := 0; i < len(words); {
		n := 0
		for _, k := range l.lengths[words[i]] {
			if k > n && i+k <= len(words) && l.skills[joined[starts[i]:starts[i+k]-1]] {
				n = k
			}
		}
		for j := range n {
			marks[i+j] = true
		}
		i += max(1, n)
	}
	return marks
}

// minTail is how many words at the end of a summary are the skills list, pasted, at least.
const minTail = 8

// ownSummary is what the summary says besides the skills list that was pasted behind it:
// how many words, how many that are no numbers, and whether there is a number.
func (r *reading) ownSummary(s *sentence) (words, nonNumbers int, metric bool) {
	all := wordsOf(s.plain)
	if len(all) < minTail || r.listing == nil || len(r.listing.skills) == 0 {
		return s.words, s.nonNumbers, s.metric
	}
	const gap = 2 // words between two skills
	marks, tail, others := r.listing.marks(all), 0, 0
	for n := 1; n <= len(all) && others <= gap; n++ {
		if others++; marks[len(all)-n] {
			tail, others = n, 0
		}
	}
	if tail < minTail {
		return s.words, s.nonNumbers, s.metric
	}
	own := s.plain // without the tail
	for range tail {
		own = strings.TrimRightFunc(own, isGapRune)
		own = strings.TrimRightFunc(own, func(r rune) bool { return !isGapRune(r) })
	}
	for _, m := range s.metrics {
		metric = metric || m.Start < len(own)
	}
	return max(0, s.words-tail), max(0, s.nonNumbers-tail), metric || len(s.slots) > 0 && s.metric
}

// sharesListing reports whether the same texts are the skills list as in the base.
func (r *reading) sharesListing() bool {
	b := r.base
	if r.same&ofSkills != 0 {
		return true
	}
	same := func(s *sentence) bool { return s.isList || r.isPasted(s) == b.isPasted(s) }
	for _, l := range b.lines {
		if !same(l.sentence) {
			return false
		}
	}
	for _, bullets := range [][]bullet{b.told, b.lists} {
		for _, bu := range bullets {
			if !same(bu.sentence) {
				return false
			}
		}
	}
	return true
}

// The length, in bytes, from which a word of a skill may be a typo, and in capitals:
// shorter ones are other names, as likely.
const minMisnamed, minCapitalMisnamed = 6, 8

// minTwin is that length where the word that it was meant to be is in the list as well.
const minTwin = 4

// isMisnamed reports whether a word of a skill may be a typo: it is in no dictionary and
// written as words are.
func (s *Scorer) isMisnamed(word string) bool {
	if len(word) < minMisnamed || !isSmallOrTitled(word) && len(word) < minCapitalMisnamed {
		return false
	}
	return !s.facts.of(strings.ToLower(word)).known
}

// isSmallOrTitled reports whether a word has no capitals but at its beginning, where a
// doubled letter has two.
func isSmallOrTitled(word string) bool {
	rest := 1
	if len(word) > 2 && word[0] == word[1] {
		rest = 2
	}
	return word[rest:] == strings.ToLower(word[rest:])
}

var skillWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[\pL']+`) })

// meantSkill is what an entry of a skills list was meant to be, if one of its words is in
// no dictionary and a typo away from one of a term's name; else the entry as it is.
func (s *Scorer) meantSkill(text string) string {
	if got, ok := s.meant[text]; ok {
		return got
	}
	got := s.readMeantSkill(text)
	s.meant[text] = got
	return got
}

func (s *Scorer) readMeantSkill(text string) string {
	if len(text) > longestSkill {
		return text
	}
	text = withoutDoubles(text)
	found := s.inList(text)
	for _, p := range skillWord().FindAllStringIndex(text, -1) {
		word := text[p[0]:p[1]]
		lower := strings.ToLower(word)
		if isWithin(p[0], p[1], found) || !s.isMisnamed(word) {
			continue
		}
		for _, w := range shipped().skills.near(lower) {
			meant := text[:p[0]] + cased(word, w) + text[p[1]:]
			if lists().paper[w] || lists().trait[w] || isWithin(p[0], p[0]+len(w), s.list.FindInList(meant)) {
				return meant
			}
		}
	}
	return text
}

// withoutDoubles is a text without the words that repeat the one before them.
func withoutDoubles(text string) string {
	words := strings.Fields(text)
	once := slices.CompactFunc(slices.Clone(words), strings.EqualFold)
	if len(once) == len(words) {
		return text
	}
	return strings.Join(once, " ")
}

// isWithin reports whether a part of a text is of one of the terms found in it.
func isWithin(start, end int, found []terms.Match) bool {
	m, ok := matchAt(start, found)
	return ok && m.Start <= start && end <= m.End
}

// cased is a word in the capitals of another one.
func cased(model, word string) string {
	switch {
	case model == strings.ToUpper(model):
		return strings.ToUpper(word)
	case isCapital(model[0]):
		return titled(word)
	}
	return word
}

// twins finds, of a list of skills, those that are another one once more: in other
// capitals, or with a typo in a word that is none.
type twins struct {
	scorer *Scorer
	skills map[string]bool // in lower case
	words  *nearWords      // of them
}

func (r *reading) twinsIn() *twins {
	t := &twins{scorer: r.scorer, skills: map[string]bool{}}
	for _, group := range r.resume.Skills {
		for _, k := range group.Keywords {
			if !group.Hidden {
				t.skills[strings.ToLower(k.Text)] = true
			}
		}
	}
	return t
}

// isTwin reports whether a skill is a typo away from another one.
func (t *twins) isTwin(text string) bool {
	if len(text) > longestSkill {
		return false
	}
	if once := withoutDoubles(text); once != text && t.skills[strings.ToLower(once)] {
		return true
	}
	for _, p := range skillWord().FindAllStringIndex(text, -1) {
		word := text[p[0]:p[1]]
		if len(word) < minTwin || !isSmallOrTitled(word) || isWithin(p[0], p[1], t.scorer.inList(text)) || t.scorer.facts.of(strings.ToLower(word)).known {
			continue
		}
		for _, w := range t.near(strings.ToLower(word)) {
			if t.scorer.facts.of(w).known && t.skills[strings.ToLower(text[:p[0]]+w+text[p[1]:])] {
				return true
			}
		}
	}
	return false
}

// near are the words of the list that a word is a typo away from.
func (t *twins) near(word string) []string {
	if t.words == nil {
		var words []string
		for text := range t.skills {
			words = append(words, skillWord().FindAllString(text[:min(len(text), longestSkill)], -1)...)
		}
		t.words = newNearWords(words, nil)
	}
	return t.words.near(word)
}

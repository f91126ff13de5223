package terms

import (
	"strings"
	"sync"
	"unicode"

	"resumax/assets/packed"
)

// How far evidence for an ordinary word reaches, in tokens within a sentence.
// A capital inside a sentence is evidence itself; where a capital says nothing,
// the evidence must stand close. The figures were chosen by eye on labeled
// sentences of job postings.
const (
	nearTitle = 5 // among other capitalized words; single letters; lower-case names
	nearStart = 3 // at the start of a sentence
)

// judgeText accepts what is unambiguous, then the ordinary words that are
// written canonically where that means something or that stand near evidence,
// then those that share a list with accepted ones.
func (l *List) judgeText(s *scratch) {
	ambiguous := s.prepare()
	if !ambiguous {
		return
	}
	for k := range s.candidates {
		if c := &s.candidates[k]; c.spelling.word && s.written(*c) && l.stands(s, k) {
			c.accepted = true
		}
	}
	s.acceptPairs()
	s.acceptRuns()
	s.acceptTags()
	s.acceptListed()
}

// judgeItem accepts what is unambiguous and the ordinary words that are written
// canonically or fill an item.
func (l *List) judgeItem(s *scratch) {
	if !s.prepare() {
		return
	}
	for k := range s.candidates {
		if c := &s.candidates[k]; c.spelling.word && !s.signed(*c) {
			c.accepted = c.bounded || s.canonical(*c)
		}
	}
}

// prepare accepts the unambiguous candidates, notes which of the others fill an
// item, and reports whether there are others.
func (s *scratch) prepare() bool {
	ambiguous := false
	for k := range s.candidates {
		c := &s.candidates[k]
		c.accepted = !c.spelling.word
		if c.spelling.word {
			ambiguous = true
			c.bounded = s.boundedLeft(c.from) && s.boundedRight(c.to) && !s.signed(*c)
		}
	}
	return ambiguous
}

// canonical reports whether a candidate is written as the list writes it.
func (s *scratch) canonical(c candidate) bool {
	return s.surface(c) == c.spelling.text
}

// written is canonical, but that a trade's common noun may have any casing: only
// what stands around it decides.
func (s *scratch) written(c candidate) bool {
	return s.canonical(c) || c.isNoun() && fold(s.surface(c)) == c.spelling.text
}

// isNoun reports whether a candidate is a common noun of a trade.
func (c candidate) isNoun() bool {
	return c.spelling.term.Category.Trade() && !hasUpper(c.spelling.text)
}

// stands reports whether a canonically written ordinary word is the term by
// where it is, lists aside.
func (l *List) stands(s *scratch, k int) bool {
	c := s.candidates[k]
	name := c.spelling.text
	switch {
	case s.signed(c):
		return false
	case len(name) == 1 || c.spelling.term.Proper || !hasUpper(name):
		return l.near(s, k, nearTitle)
	case c.from == 0 || s.tokens[c.from].before.start:
		return l.near(s, k, nearStart)
	case s.titled(k):
		return l.near(s, k, nearTitle)
	}
	return true
}

// signed reports whether a character is tied to a single letter, as in C-level, P&L
// or C+, which makes it another word.
func (s *scratch) signed(c candidate) bool {
	start, end := s.tokens[c.from].start, s.tokens[c.to-1].end
	if end-start > 1 {
		return false
	}
	return start > 0 && isTie(s.text[start-1]) || end < len(s.text) && isTie(s.text[end])
}

func isTie(c byte) bool {
	return c == '-' || c == '&' || c == '+' || c == '#' || c == '\'' || c == '*'
}

// titled reports whether a word beside a candidate is capitalized too without
// being a term, as in names and headings: there the capital says little. Beside
// a name in capitals, such as REST, only a word in capitals counts.
func (s *scratch) titled(k int) bool {
	c := s.candidates[k]
	allCaps := isCapitals(c.spelling.text)
	if i := c.from; i > 0 && s.tokens[i].before.join == soft && !s.partOf(k-1, i-1) && s.capital(i-1, allCaps) && !s.opener(i-1) {
		return true
	}
	i := c.to
	return i < len(s.tokens) && s.tokens[i].before.join == soft && !s.partOf(k+1, i) && s.capital(i, allCaps)
}

// opener reports whether the token i is a verb that begins a sentence, which
// has its capital from there: "Upgraded Spring".
func (s *scratch) opener(i int) bool {
	if i > 0 && !s.tokens[i].before.start {
		return false
	}
	w := s.lower[s.tokens[i].start:s.tokens[i].end]
	switch w {
	case "built", "wrote", "rewrote", "ran", "taught", "kept", "chose", "brought", "drove", "rebuilt":
		return true
	}
	return len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"))
}

// partOf reports whether the token i belongs to the unambiguous candidate k.
func (s *scratch) partOf(k, i int) bool {
	if k < 0 || k >= len(s.candidates) {
		return false
	}
	c := s.candidates[k]
	return !c.spelling.word && c.from <= i && i < c.to
}

// capital reports whether the token i begins with a capital, or consists of
// capitals if whole is set. The pronoun "I" and numbers do not count.
func (s *scratch) capital(i int, whole bool) bool {
	t := s.tokens[i]
	w := s.text[t.start:t.end]
	if w == "I" {
		return false
	}
	if whole {
		return isCapitals(w)
	}
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}

// isCapitals reports whether w has capitals and nothing in lower case.
func isCapitals(w string) bool {
	upper := false
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}

func hasUpper(w string) bool {
	for _, r := range w {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// near reports whether the candidate k has, within reach tokens of its own
// sentence, an unambiguous technology or a word that speaks of software. For a term
// of a trade it is the trade that counts.
func (l *List) near(s *scratch, k, reach int) bool {
	c := s.candidates[k]
	context := &l.context
	if kind := c.spelling.term.Category; kind.Trade() {
		trade := l.contexts[string(kind)]
		context = &trade
	}
	for i := c.to; i < min(len(s.tokens), c.to+reach) && !s.tokens[i].before.sentence; i++ {
		if s.isOneOf(context, i) || s.isEvidence(k, 1, i) {
			return true
		}
	}
	for i := c.from - 1; i >= max(0, c.from-reach) && !s.tokens[i+1].before.sentence; i-- {
		if s.isOneOf(context, i) || s.isEvidence(k, -1, i) {
			return true
		}
	}
	return false
}

// isOneOf reports whether the token i is one of the words.
func (s *scratch) isOneOf(words *packed.Table, i int) bool {
	t := s.tokens[i]
	return !t.address && words.Has(s.lower[t.start:t.end])
}

// isEvidence reports whether the token i belongs to an unambiguous technology, or
// to a term of the trade of k, looked for among the candidates after k (step 1) or
// before it (step -1).
func (s *scratch) isEvidence(k, step, i int) bool {
	kind := s.candidates[k].spelling.term.Category
	for k += step; k >= 0 && k < len(s.candidates); k += step {
		c := s.candidates[k]
		if c.from <= i && i < c.to {
			of := c.spelling.term.Category
			return !c.spelling.word && (of == kind && kind.Trade() || of.Technology() && !kind.Trade())
		}
		if step > 0 && c.from > i || step < 0 && c.to <= i {
			return false
		}
	}
	return false
}

// conjunction reports whether the token i is a word that joins items of a list.
func (s *scratch) conjunction(i int) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	w := s.lower[s.tokens[i].start:s.tokens[i].end]
	return w == "and" || w == "or"
}

// boundedLeft reports whether an item of a list may begin with the token i.
func (s *scratch) boundedLeft(i int) bool {
	return i == 0 || s.tokens[i].before.list || s.tokens[i].before.start || s.conjunction(i-1)
}

// boundedRight reports whether an item of a list may end before the token i.
func (s *scratch) boundedRight(i int) bool {
	return i == len(s.tokens) || s.tokens[i].before.list || s.tokens[i].before.start || s.conjunction(i)
}

// neighbors reports whether the candidates j and k, in this order, are items of
// one list: a separator stands between them, or "and", or both.
func (s *scratch) neighbors(j, k int) bool {
	if j < 0 || k >= len(s.candidates) {
		return false
	}
	at, to := s.candidates[j].to, s.candidates[k].from
	if at == to {
		return s.tokens[to].before.list && !s.tokens[to].before.sentence
	}
	return at+1 == to && s.conjunction(at) && !s.tokens[at].before.sentence && !s.tokens[to].before.sentence
}

// acceptPairs accepts ordinary words that are written canonically and stand in a
// list side by side ("Go, Rust"), unless all they have is two single letters.
func (s *scratch) acceptPairs() {
	for k := 1; k < len(s.candidates); k++ {
		a, b := &s.candidates[k-1], &s.candidates[k]
		if !a.bounded || !b.bounded || !s.canonical(*a) || !s.canonical(*b) || !s.neighbors(k-1, k) {
			continue
		}
		if (len(a.spelling.text) > 1 || len(b.spelling.text) > 1) && !a.isNoun() && !b.isNoun() {
			a.accepted, b.accepted = true, true
		}
	}
}

// acceptRuns accepts, in any casing, ordinary words in a run of candidates with
// nothing but blanks between them, as where tags are written in a row ("java
// hibernate jenkins go"). A run needs two terms that are beyond doubt, or three
// with their capitals ("Airflow Flask Redis").
func (s *scratch) acceptRuns() {
	for from := 0; from < len(s.candidates); {
		to, sure, written := s.run(from)
		if sure >= 2 || written >= 3 && written == to-from {
			for k := from; k < to; k++ {
				c := &s.candidates[k]
				c.accepted = c.accepted || !s.signed(*c)
			}
		}
		from = to
	}
}

// run is the end of the run that begins with the candidate k, how many of it are
// technologies beyond doubt, and how many are written canonically, with capitals.
func (s *scratch) run(k int) (end, sure, written int) {
	for end = k; end < len(s.candidates); end++ {
		c := s.candidates[end]
		if end > k && (c.from != s.candidates[end-1].to || !s.blankBefore(c.from)) {
			break
		}
		kind := c.spelling.term.Category
		if !c.spelling.word && (kind.Technology() || kind.Trade()) {
			sure++
		}
		if kind.Technology() && len(c.spelling.text) > 1 && hasUpper(c.spelling.text) && s.canonical(c) {
			written++
		}
	}
	return end, sure, written
}

// blankBefore reports whether a lone blank comes before the token i.
func (s *scratch) blankBefore(i int) bool {
	return s.text[s.tokens[i-1].end:s.tokens[i].start] == " "
}

// acceptTags accepts, in any casing, the ordinary words of a line of tags without
// commas ("python go react docker"): one in lower case, of four words or more, without
// a word that joins words to a sentence, at least half of it terms and one of these
// beyond doubt.
func (s *scratch) acceptTags() {
	k := 0
	for from := 0; from < len(s.tokens); {
		to := from + 1
		for to < len(s.tokens) && !s.tokens[to].before.start {
			to++
		}
		first, sure, terms := k, 0, 0
		for ; k < len(s.candidates) && s.candidates[k].from < to; k++ {
			c := s.candidates[k]
			terms += c.to - c.from
			if kind := c.spelling.term.Category; !c.spelling.word && (kind.Technology() || kind.Trade()) {
				sure++
			}
		}
		if sure > 0 && to-from >= minTags && 2*terms >= to-from && s.areTags(from, to) {
			for i := first; i < k; i++ {
				c := &s.candidates[i]
				c.accepted = c.accepted || !s.signed(*c)
			}
		}
		from = to
	}
}

const minTags = 4

// Words that no line of tags has.
var joining = sync.OnceValue(func() *packed.Table {
	words := wordsIn(strings.Fields("a an and are as at be by for from in into is it my of on or our that the their this to was we were with you your"))
	return &words
})

// areTags reports whether the tokens are in lower case and none joins others.
func (s *scratch) areTags(from, to int) bool {
	if text := s.tokens[from].start; hasUpper(s.text[text:s.tokens[to-1].end]) {
		return false
	}
	for i := from; i < to; i++ {
		if s.isOneOf(joining(), i) {
			return false
		}
	}
	return true
}

// acceptListed accepts, in any casing, ordinary words that are items of a list
// beside an accepted item, from the left and then from the right.
func (s *scratch) acceptListed() {
	for k := range s.candidates {
		s.acceptBeside(k, k-1, k)
	}
	for k := len(s.candidates) - 1; k >= 0; k-- {
		s.acceptBeside(k, k, k+1)
	}
}

// acceptBeside accepts k if it is an item and i and j, of which it is one, are
// neighbors and the other one is an accepted technology, a method beside a method
// ("Lean, Six Sigma"), or a trade's term beside one.
func (s *scratch) acceptBeside(k, i, j int) {
	c := &s.candidates[k]
	if c.accepted || !c.bounded || !s.neighbors(i, j) {
		return
	}
	other := s.candidates[i+j-k]
	kind, own := other.spelling.term.Category, c.spelling.term.Category
	c.accepted = other.accepted && (kind.Technology() || kind == Method && own == Method || kind.Trade() && own.Trade())
}

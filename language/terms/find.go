package terms

// candidate is a phrase found in a text, before ambiguous words are judged.
type candidate struct {
	spelling spelling
	from, to int // tokens, to exclusive
	accepted bool
	bounded  bool // fills an item of a list; see ambiguous.go
}

// scratch is the memory of one search, kept for the next.
type scratch struct {
	text, lower string
	tokens      []token
	candidates  []candidate
}

// Find gives the terms in running text, leftmost first and longest first, not
// overlapping. Ordinary words count only where their context says so.
func (l *List) Find(text string) []Match {
	return l.find(text, (*List).judgeText)
}

// FindInList gives the terms in text that is one item of a list of skills or
// keywords. There an ordinary word counts when it is written canonically, and
// in any casing when it is an item of its own.
func (l *List) FindInList(text string) []Match {
	return l.find(text, (*List).judgeItem)
}

func (l *List) find(text string, judge func(*List, *scratch)) []Match {
	s, _ := l.scratchs.Get().(*scratch)
	if s == nil {
		s = &scratch{}
	}
	s.text, s.lower = text, fold(text)
	l.tokenize(s)
	l.collect(s)
	if s.withoutNumbers() {
		s.candidates = s.candidates[:0]
		l.collect(s)
	}
	judge(l, s)
	found := s.matches()
	*s = scratch{tokens: s.tokens[:0], candidates: s.candidates[:0]}
	l.scratchs.Put(s)
	return found
}

// tokenize cuts the text into tokens.
func (l *List) tokenize(s *scratch) {
	spans := addresses(s.lower, l.isName)
	last := 0
	for at := 0; ; {
		start, end, ok := next(s.lower, at, l.words.known)
		if !ok {
			return
		}
		for len(spans) > 0 && spans[0].end <= start {
			spans = spans[1:]
		}
		s.tokens = append(s.tokens, token{
			start: start, end: end,
			before:  between(s.lower[last:start]),
			ids:     l.words.read(s.lower[start:end]),
			address: len(spans) > 0 && spans[0].start <= start,
		})
		at, last = end, end
	}
}

func (l *List) isName(s string) bool { return l.names.Has(s) }

// collect walks the tokens and notes the longest phrase at each.
func (l *List) collect(s *scratch) {
	for i := 0; i < len(s.tokens); {
		if s.tokens[i].address {
			i++
			continue
		}
		found, n := l.phrases.longest(s.tokens[i:])
		if n == 0 {
			i++
			continue
		}
		c := candidate{from: i, to: i + n}
		if l.phrases.of(found, casing) > 0 {
			found = l.phrases.written(found, s.surface(c))
		}
		c.spelling = l.spelling(found)
		if c.spelling.term != nil && s.apart(c) {
			s.candidates = append(s.candidates, c)
		}
		i += n
	}
}

// spelling is the one at a place, and none where it is of no term.
func (l *List) spelling(at place) spelling {
	if l.phrases.blocks(at) {
		return spelling{}
	}
	return spelling{term: l.term(int(l.phrases.of(at, ofTerm)) - 1), text: l.phrases.text(at), word: l.phrases.of(at, isWord) > 0}
}

// apart reports whether a candidate stands by itself and is not a part of a
// dotted name such as main.go or kubernetes.io.
func (s *scratch) apart(c candidate) bool {
	start, end := s.tokens[c.from].start, s.tokens[c.to-1].end
	if end+1 < len(s.text) && s.text[end] == '.' && isLower(s.text[end+1]) {
		return false
	}
	return start < 2 || s.text[start-1] != '.' || !isWordByte(s.text[start-2]) || !isLower(s.text[start])
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// surface is what the text has where a candidate was found, without a number in it.
func (s *scratch) surface(c candidate) string {
	if whole := s.unbroken(c); whole < c.to {
		words := s.text[s.tokens[c.from].start:s.tokens[whole-1].end]
		for i := whole; i < c.to; i++ {
			words += " " + s.text[s.tokens[i].start:s.tokens[i].end]
		}
		return words
	}
	return s.text[s.tokens[c.from].start:s.tokens[c.to-1].end]
}

// unbroken is the token behind those of a candidate that come before a number in it.
func (s *scratch) unbroken(c candidate) int {
	for i := c.from + 1; i < c.to; i++ {
		if s.tokens[i].before.bridge {
			return i
		}
	}
	return c.to
}

// matches are the accepted candidates.
func (s *scratch) matches() []Match {
	count := 0
	for _, c := range s.candidates {
		if c.accepted {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	found := make([]Match, 0, count)
	for _, c := range s.candidates {
		if c.accepted {
			start := s.tokens[c.from].start
			found = append(found, Match{c.spelling.term, start, s.tokens[s.unbroken(c)-1].end, s.surface(c)})
		}
	}
	return found
}

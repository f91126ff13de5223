package score

import (
	"strings"
	"unicode"

	"resumax/resume"
	"resumax/terms"
)

// beginning is how a sentence begins.
type beginning uint8

const (
	plain  beginning = iota
	action           // a verb that says that something was done, or a slot for one
	weak             // words that say that one was near
)

// sentence is what is read of one text, all at once.
type sentence struct {
	plain   string  // without inline marks
	tokens  []token //
	words   int     // all of them
	least   int     // those that are no numbers: taking a number out must not shorten a text that is too long
	begins  beginning
	opener  string // the first word, in small letters and in the verb's base form
	weakEnd int    // where the weak beginning ends, in bytes
	past    bool   // begins with a verb in the past
	present bool   // begins with one in the present
	metrics []Metric
	metric  bool // it has a metric, or a slot for one
	outcome bool
	compare bool
	method  bool
	object  bool
	found   []terms.Match
	slots   []string
	askTerm bool // a slot asks for a technology
}

// strong reports whether a bullet says a result and backs it with a number.
func (s *sentence) quantified() bool { return s.metric && s.outcome }

// token is a word of a text with its place.
type token struct {
	text       string // without punctuation around it
	lower      string
	start, end int
	comma      bool // punctuation follows that ends a phrase
	digits     bool // it holds a digit
}

func tokenize(text string) []token {
	var tokens []token
	for i := 0; i < len(text); {
		if r := rune(text[i]); r < 0x80 && unicode.IsSpace(r) {
			i++
			continue
		}
		j := i
		for j < len(text) && !unicode.IsSpace(rune(text[j])) {
			j++
		}
		start, end := i, j
		for start < end && strings.IndexByte("([{\"'“‘,;:", text[start]) >= 0 {
			start++
		}
		for end > start && strings.IndexByte(")]}\"'.,;:!?", text[end-1]) >= 0 {
			end--
		}
		word := strings.TrimRight(strings.TrimLeft(text[start:end], "“‘"), "”’–—")
		if word != "" && strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' }) {
			tokens = append(tokens, token{text: word, lower: strings.ToLower(word), start: start, end: start + len(word),
				comma: end < j && strings.ContainsAny(text[end:j], ",;:.!?"), digits: strings.ContainsFunc(word, unicode.IsDigit)})
		}
		i = j
	}
	return tokens
}

// sentence reads a text, or recalls what was read of it before.
func (s *Scorer) sentence(text string) *sentence {
	if got, ok := s.sentences[text]; ok {
		return got
	}
	got := readSentence(text, s.list)
	s.sentences[text] = got
	return got
}

func readSentence(text string, list *terms.List) *sentence {
	w := lists()
	s := &sentence{plain: resume.Plain(text), slots: resume.SlotsIn(text)}
	open := blanked(s.plain, s.slots)
	s.tokens = tokenize(open)
	s.found = list.Find(open)
	s.metrics = metricsIn(s.tokens, s.found)
	s.metric = len(s.metrics) > 0
	for i, t := range s.tokens {
		s.words++
		if !t.digits && !w.numbers[t.lower] {
			s.least++
		}
		s.outcome = s.outcome || w.outcome[t.lower]
		s.compare = s.compare || w.compare[t.lower] && i > 0
		s.object = s.object || i > 0 && (t.digits || len(t.text) > 3)
	}
	low := " " + strings.ToLower(open) + " "
	for _, p := range w.comparePhrases {
		s.compare = s.compare || strings.Contains(low, " "+p)
	}
	for _, p := range w.method {
		s.method = s.method || strings.Contains(low[1:], " "+p+" ")
	}
	for _, m := range s.found {
		s.method = s.method || m.Term.Category != terms.Soft
	}
	if !s.metric {
		s.compare = false
	}
	s.readSlots()
	s.readOpener(open)
	return s
}

// blanked is a text with its slots made of spaces: they are questions, not
// words of the sentence.
func blanked(text string, slots []string) string {
	for _, slot := range slots {
		text = strings.Replace(text, slot, strings.Repeat(" ", len(slot)), 1)
	}
	return text
}

// readSlots counts each slot as the fact that it asks for.
func (s *sentence) readSlots() {
	for _, slot := range s.slots {
		low := strings.ToLower(slot)
		s.words += len(strings.Fields(slot))
		if strings.Contains(low, "how much") || strings.Contains(low, "how many") {
			s.metric, s.outcome, s.compare = true, true, true
		}
		s.compare = s.compare || strings.Contains(low, "compared with")
		s.method = s.method || strings.Contains(low, "which means")
		s.askTerm = s.askTerm || strings.Contains(low, "which technology")
		s.object = true
	}
}

func (s *sentence) readOpener(open string) {
	w := lists()
	if strings.HasPrefix(strings.TrimSpace(s.plain), "[") && len(s.slots) > 0 {
		s.begins, s.opener, s.past = action, s.slots[0], true
		return
	}
	first := -1
	for i, t := range s.tokens {
		if !t.digits || strings.ContainsFunc(t.lower[:1], unicode.IsLetter) {
			first = i
			break
		}
	}
	if first < 0 {
		return
	}
	t := s.tokens[first]
	low := strings.ToLower(open[t.start:])
	for _, p := range w.weak {
		if strings.HasPrefix(low, p) && (len(low) == len(p) || low[len(p)] == ' ') && t.start+len(p) > s.weakEnd {
			s.begins, s.weakEnd, s.opener = weak, t.start+len(p), p
		}
	}
	if s.begins == weak {
		return
	}
	s.opener = t.lower
	// "Quickly built": an adverb may stand before the verb.
	if strings.HasSuffix(t.lower, "ly") && first+1 < len(s.tokens) {
		t = s.tokens[first+1]
	}
	if base, ok := w.past[t.lower]; ok {
		s.begins, s.opener, s.past = action, base, true
		_, also := w.present[t.lower]
		s.present = also || base == t.lower // "cut", "set": both
		return
	}
	if base, ok := w.present[t.lower]; ok {
		s.begins, s.opener, s.present = action, base, true
	}
}

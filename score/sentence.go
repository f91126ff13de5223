package score

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/language/langid"
	"resumax/language/metric"
	"resumax/language/spelling"
	"resumax/language/terms"
	"resumax/language/verbs"
	"resumax/resume"
)

// beginning is how a sentence begins.
type beginning uint8

const (
	plain  beginning = iota
	action           // a verb that says that something was done, or a slot for one
	weak             // words that say that one was near
)

// sentence is what is read of one text, all at once. Offsets are in the plain
// text, the one without inline markup.
type sentence struct {
	text          string // with inline markup
	plain         string
	lower         string        // the plain text in lower case, without slots
	spans         []resume.Span // where the plain text is in the text; nil if they are the same
	tokens        []token
	words         int // all of them, a doubled one counted once
	nonNumbers    int // those that are no numbers and not what one counts: taking these out must not shorten a text that is too long
	begins        beginning
	opener        string   // the verb that it begins with, in its base form, or the weak phrase
	openEnd       int      // where that ends
	first         token    // the verb that it begins with
	verb          openVerb // what is known of it
	weakStart     int      // where the weak beginning is
	weakEnd       int
	past          bool // begins with a verb in the past
	present       bool // begins with one in the present
	metrics       []metric.Metric
	changes       []metric.Change
	summed        *inferences // see [sentence.inferred]
	metric        bool        // it has a metric, or a slot for one
	outcome       bool
	compare       bool
	method        bool
	object        bool
	isList        bool // names after names, such as a pasted skills list
	found         []terms.Match
	wrongName     int    // the first of them that is written otherwise than is usual, -1 for none
	rightName     string // how that is written
	slots         []string
	asked         []*terms.Term // the terms that slots ask about
	abbreviates   bool          // it names something by its letters, in another language than English
	askTerm       bool          // a slot asks for a technology, tool or term
	key           []string      // its words without numbers, by which repetitions are known
	clarity       []flaw
	typos         []flaw
	leftovers     []flaw // placeholders
	dialect       dialect
	misspelled    []word          // words that are probably typos
	unknown       []string        // words that are not English, in lower case
	proper        []string        // capitalized words that are not English, in lower case
	foreign       int             // words of other languages
	letters       *langid.Counts  // what tells its language
	signalsOf     []signal        // those of which it was asked whether it is evidence of them
	signals       []bool          // and of which it is
	fixes         []*fix          // what fixes make of it
	marks         *marks          // of its words, where they were asked for
	own           ownCounts       // see [sentence.ownCounts]
	said          []saying        // what is said of it
	listWords     *listWords      // its words as those of a list, where they were asked for
	halfKeys      []half          // of the key, where they were asked for
	stems         map[string]bool // of its words, where they were asked for
	dated         bool            // of one without tokens: it says when
	size          int             // how many tokens it has
	unclear       int             // how many of the flaws it has
	typoCount     int
	leftoverCount int
	offsets       []int // where each of the spans is in the plain text
}

// quantified reports whether a bullet says a result and backs it with a number.
func (s *sentence) quantified() bool { return s.metric && s.outcome }

// token is a word of a text with its place.
type token struct {
	metric.Token
	fact
	typed     string // it, in lower case, as it is written: see [token.read]
	mayDouble bool   // it may stand twice, as in "die die", in its language
	slips     bool   // it is a typo, though it names a term
	surplus   bool   // it is one too many, see [sentence.isSurplus]
	opens     bool   // it begins the sentence or a part of it, where small words have a capital
}

// fact is what is known of a word whatever the sentence.
type fact struct {
	like    []string // listed words that it is a typo away from; none if it is English
	joining string   // the word that holds sentences together and that it is a typo away from, "" for none
	numeral bool     // it is a typo away from a number in words
	known   bool     // it is English
	asked   bool     // whether it is known
	meant   []string // what it probably is a typo of
}

// facts are those of words in lower case that were met before.
type facts map[string]fact

// of looks a word up.
func (f facts) of(lower string) fact {
	got, ok := f[lower]
	if !ok {
		got = fact{known: (speller().Known(lower) || verbs.Of(lower).Known()) && !isSlip(lower)}
		if !got.known && strings.IndexFunc(lower, unicode.IsDigit) < 0 {
			got.like = lists().near.find(lower)
			if len(lower) > 1 || isSlip(lower) {
				got.joining, got.numeral = nearestOf(joiningWords(), lower), nearestOf(numerals(), lower) != ""
			}
		}
		f[lower] = got
	}
	return got
}

// isSlip reports whether a word is a rare one of a few letters that is a typo of a word
// which joins phrases, more likely than not: "fo" of "of".
func isSlip(lower string) bool {
	const longest = 4
	if len(lower) == 1 {
		return strings.Contains("eny", lower) // no unit, no sign of a bullet
	}
	return len(lower) <= longest && lower != "" && isASCII(lower) && strings.Trim(lower, "abcdefghijklmnopqrstuvwxyz") == "" &&
		speller().IsRare(lower) && !verbs.Of(lower).Known() && !metric.IsUnit(lower) && nearestOf(joiningWords(), lower) != ""
}

// slip is what is known of a word in small letters that is the name of a term, but a typo
// of a common word more often: "iis" of "is".
func (f facts) slip(t metric.Token) (fact, bool) {
	if t.Text != t.Lower || !lists().slips[t.Lower] {
		return fact{}, false
	}
	return fact{joining: nearestOf(joiningWords(), t.Lower), asked: true}, true
}

// is reports whether a token is the word, or is meant to be.
func (t token) is(word string) bool {
	return t.Lower == word || slices.Contains(t.like, word) || !t.known && t.isTypoOf(word)
}

// isTypoOf reports whether a token may be a typo of a word that is too short for
// t.like.
func (t token) isTypoOf(word string) bool {
	return len(word) < minNear && len(word) > 1 && (len(t.typed) > 1 || isSlip(t.typed)) && t.isSmall() && spelling.OneEditApart(t.typed, word)
}

// isSmall reports whether a token is written in small letters, but for the capital that
// begins a sentence, which may be there twice: "HHelp".
func (t token) isSmall() bool {
	if t.Text == t.Lower {
		return true
	}
	rest := 1
	if len(t.Text) > 2 && t.Text[0] == t.Text[1] {
		rest = 2
	}
	return t.opens && isCapital(t.Text[0]) && t.Text[rest:] == t.Lower[rest:]
}

// in reports whether a token is one of the words, or is meant to be.
func (t token) in(words wordSet) bool {
	if words.all[t.Lower] || slices.ContainsFunc(t.like, func(w string) bool { return words.all[w] }) {
		return true
	}
	if len(t.typed) > minNear || t.known || !t.isSmall() {
		return false
	}
	return slices.ContainsFunc(words.short, t.isTypoOf)
}

// sentence reads a text, or recalls what was read of it before.
func (s *Scorer) sentence(text string) *sentence {
	key := s.key(text)
	if got, ok := s.sentences[key]; ok {
		return got
	}
	got := s.readText(text)
	s.sentences[key] = got
	return got
}

// key is what a text is kept by: a text may be read in several languages.
func (s *Scorer) key(text string) string {
	if s.tongue.isEnglish() {
		return text
	}
	return s.tongue.Tag + "\x00" + text
}

// readText reads a text in the language of the resume.
func (s *Scorer) readText(text string) (read *sentence) {
	if s.tongue.isEnglish() {
		read = readSentence(text, s.list, s.facts)
	} else {
		read = readForeign(text, s.list, s.tongue, s.factsIn(s.tongue))
	}
	read.letters = s.countsOf(text)
	read.wrongName, read.rightName = read.findWrongName()
	return read
}

func readSentence(text string, list *terms.List, words facts) *sentence {
	s := readGist(text, list, words, nil)
	s.readClarity()
	s.readTypos()
	s.readDialect()
	s.readSpelling(words)
	s.readLeftovers()
	s.size, s.unclear, s.typoCount, s.leftoverCount = len(s.tokens), len(s.clarity), len(s.typos), len(s.leftovers)
	return s
}

// Known is what was read of a bullet in English already, its slots blanked.
type Known struct {
	Found   []terms.Match
	Metrics []metric.Metric
	Changes []metric.Change
}

// readGist reads what a bullet is rated by. What is known of it is taken where its words are read as they
// stand; nil for nothing.
func readGist(text string, list *terms.List, words facts, known *Known) *sentence {
	w := lists()
	s := &sentence{text: text, plain: resume.Plain(text), slots: resume.SlotsIn(text)}
	if s.plain != text {
		s.spans = resume.Spans(text)
	}
	open := blanked(s.plain, s.slots)
	s.lower = strings.ToLower(open)
	plainTokens := metric.Tokens(open)
	s.tokens = make([]token, len(plainTokens))
	for i, t := range plainTokens {
		f, slips := words.slip(t)
		if !slips {
			f = words.of(t.Lower)
		}
		s.tokens[i] = token{Token: t, fact: f, slips: slips}.read()
	}
	for i := range s.tokens {
		s.tokens[i].surplus = s.isSurplus(i)
		s.tokens[i].opens = i == 0 || s.tokens[i-1].Stop || i == 1 && s.tokens[0].End-s.tokens[0].Start <= utf8.UTFMax
	}
	plainTokens = plainTokens[:0]
	taken := known != nil
	for _, t := range s.withoutSurplus() {
		counting := t.counting()
		taken = taken && counting == t.Token
		plainTokens = append(plainTokens, counting)
	}
	taken = taken && len(plainTokens) == len(s.tokens) && !slices.ContainsFunc(s.tokens, func(t token) bool { return t.slips })
	if taken {
		s.found, s.metrics, s.changes = known.Found, known.Metrics, known.Changes
	} else {
		s.found = list.Find(s.once(open))
		s.metrics = metric.In(open, plainTokens, func(t metric.Token) bool { return isNamePart(t, s.found) })
		s.changes = metric.Changes(open, plainTokens, s.metrics)
	}
	s.metric = len(s.metrics) > 0
	for i := range s.tokens {
		t := &s.tokens[i]
		if foreign[t.Lower] {
			s.foreign++
		}
		if !t.surplus {
			s.count(i)
		}
		s.object = s.object || i > 0 && !t.surplus && t.isSpecific()
		s.method = s.method || s.saysHow(i)
	}
	for _, m := range s.found {
		s.object = s.object || m.Term.Category != terms.Soft
		s.method = s.method || m.Term.Category != terms.Soft
	}
	all := s.tokens
	s.tokens = s.withoutSurplus() // a word that is there twice says no more
	for i, t := range s.tokens {
		s.outcome = s.outcome || w.outcome[t.Lower] && !s.isRoutine(i)
	}
	s.outcome = s.outcome || s.tellsResult()
	s.compare = s.metric && s.compares()
	s.readSlots(list)
	s.readOpener()
	s.isList = isList(s)
	s.tokens = all
	if s.isList {
		s.begins, s.opener, s.past, s.present = plain, "", false, false
	}
	return s
}

// once is a text with blanks in the place of words that are one too many: they make no
// term of their neighbors.
func (s *sentence) once(text string) string {
	if !slices.ContainsFunc(s.tokens, func(t token) bool { return t.surplus || t.slips }) {
		return text
	}
	b := []byte(text)
	for _, t := range s.tokens {
		if t.surplus || t.slips {
			copy(b[t.Start:t.End], strings.Repeat(" ", t.End-t.Start))
		}
	}
	return string(b)
}

// fixedSentence reads a text that a fix would make, as far as it is counted: much less
// is kept of it than of a text that is there.
func (s *Scorer) fixedSentence(text string) *sentence {
	key := s.key(text)
	if got, ok := s.sentences[key]; ok {
		return got
	}
	got, ok := s.fixed[key]
	if !ok {
		got = s.readFixed(text)
		s.fixed[key] = got
	}
	return got
}

// readFixed reads a text that a fix would make, as far as it is counted.
func (s *Scorer) readFixed(text string) *sentence {
	got := s.readText(text)
	got.dated, got.stems = got.isDated(), got.stemSet()
	got.tokens, got.lower, got.spans, got.offsets, got.changes, got.clarity, got.typos, got.leftovers = nil, "", nil, nil, nil, nil, nil, nil
	return got
}

// isRoutine reports whether the token i, which often tells of a result, tells of everyday
// work here: "cut meat", "kept records", "raised tickets". A misspelled word is taken for
// what makes it so; an amount before that, or a limit behind it, says that there is a result.
func (s *sentence) isRoutine(i int) bool {
	objects := lists().routine[s.tokens[i].Lower]
	if objects == nil {
		return false
	}
	const farthest, limit = 3, 6
	routine := false
	for j := i + 1; j < len(s.tokens) && j <= i+limit; j++ {
		t := s.tokens[j]
		if m, _ := s.metricFrom(j); m != nil && (!routine || limits[s.tokens[j-1].Lower]) {
			return false
		}
		routine = routine || j <= i+farthest && (objects[t.Lower] || !t.known && !t.Digits && t.Text == t.Lower && !strings.Contains(t.Text, "-") && !s.inTerm(t))
		if t.Comma || t.Stop {
			break
		}
	}
	return routine || i > 0 && s.tokens[i].Lower == "lifting" && (objects[s.tokens[i-1].Lower] || s.tokens[i-1].isNoWord())
}

// Words behind which it is told how far something was brought.
var limits = set("from under below within at")

// isSpecific reports whether a word names something, or a number does.
func (t token) isSpecific() bool {
	if t.Digits || isAcronym(t.Text) {
		return true
	}
	const shortest = 3 // of words that name nothing
	return len(t.Text) > shortest && (t.known || len(t.Text) > shortest+1) && !metric.IsStop(t.Lower) && !t.in(lists().vague)
}

// isAcronym reports whether a word has two capitals or more side by side, a small letter
// behind them at most: "BRDs".
func isAcronym(text string) bool {
	return len(text) > 2 && isCapital(text[0]) && isCapital(text[1]) && text[:len(text)-1] == strings.ToUpper(text[:len(text)-1])
}

var articles = set("a an the")

// saysHow reports whether words that say by which means begin with the token i.
// An amount is no means, with its number or without: "by 40%", "with zero
// downtime".
func (s *sentence) saysHow(i int) bool {
	for _, p := range lists().method[s.tokens[i].Lower] {
		if n := p.matches(s.tokens[i:]); n > 0 && !s.tokens[i+n-1].Comma && isMethod(s.tokens[i+n:]) {
			return true
		}
	}
	return false
}

// isMethod reports whether a text begins with the name of a means. The numbers
// before it are passed over, so that taking one out makes no means of an amount.
func isMethod(rest []token) bool {
	for len(rest) > 0 && (articles[rest[0].Lower] || rest[0].Digits || metric.IsNumber(rest[0].Lower)) {
		if rest[0].Comma {
			return false
		}
		rest = rest[1:]
	}
	const longestStop = 3 // letters; a misspelled one is no means
	if len(rest) == 0 || metric.IsStop(rest[0].Lower) || metric.IsUnit(rest[0].Lower) || rest[0].isNoWord() && len(rest[0].typed) <= longestStop {
		return false
	}
	const longest = 2 // words that name what there was much or little of
	return !slices.ContainsFunc(rest[:min(longest, len(rest))], func(t token) bool { return amounts[t.Lower] })
}

// What comes with a result rather than before it.
var amounts = set("accuracy availability downtime errors failures incidents interruption interruptions loss losses outage outages uptime")

// compares reports whether a number of the sentence has something to be compared
// with: what was before, a rate, a percentile, a window of time.
func (s *sentence) compares() bool {
	if len(s.changes) > 0 {
		return true
	}
	upheld := sync.OnceValue(s.upholds)
	for _, m := range s.metrics {
		if m.Kind == metric.Rate || m.Window != "" || m.Percentile != "" || perUnit(m.Unit) || m.Kind == metric.Percent && strings.HasPrefix(s.lower[m.End:], " of ") {
			return true
		}
		if isWhole(m, upheld) {
			return true
		}
		if m.Kind == metric.Time && endsInWord(s.lower[:m.Start], "within", "in", "over", "under", "below", "every") {
			return true
		}
	}
	w := lists()
	for i, t := range s.tokens {
		if i > 0 && w.compare[t.Lower] {
			return true
		}
	}
	return slices.ContainsFunc(w.comparePhrases, func(p string) bool {
		if span := strings.HasPrefix(p, "a ") || strings.HasPrefix(p, "an "); span {
			return s.saysOften(p)
		}
		return containsWord(s.lower, p)
	})
}

// isWhole reports whether a metric tells what it is a part of, and thus how much it is:
// "14 of 15", "100% of goal", "no lost days"; or, where a word says that it was upheld,
// "maintained 98% attendance".
func isWhole(m metric.Metric, upheld func() bool) bool {
	switch m.Kind {
	case metric.Part, metric.Rank:
		return true
	case metric.Count:
		return m.Value == 0
	case metric.Percent:
		return m.Value == 100 || m.Value < 100 && upheld()
	}
	return false
}

// upholds reports whether a word of the sentence says that something was kept as it was.
func (s *sentence) upholds() bool {
	w := lists()
	return slices.ContainsFunc(s.tokens, func(t token) bool { return w.upheld[t.Lower] })
}

// saysOften reports whether a sentence says "a week" of how often something is,
// and not how long it took: "over a week", "for a minute".
func (s *sentence) saysOften(phrase string) bool {
	words := strings.Fields(phrase)
	for i := 2; i+1 < len(s.tokens); i++ { // behind a verb and what it is done to
		if s.tokens[i].Lower == words[0] && s.tokens[i+1].Lower == words[1] && !s.tokens[i-1].Comma && !spanning[s.tokens[i-1].Lower] {
			return true
		}
	}
	return false
}

// Words before "a week" that make a span of it.
var spanning = set("for in over during within of after before on at to with by from and about nearly almost than under as into since through throughout")

// endsInWord reports whether the last word of a text is one of the given.
func endsInWord(text string, words ...string) bool {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	return slices.ContainsFunc(words, func(w string) bool {
		before, ends := strings.CutSuffix(text, w)
		return ends && endsInSpace(before) || text == w
	})
}

func endsInSpace(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsSpace(r)
}

// count counts the token i, and notes what repetitions are known by. What a number
// counts goes with it, see [sentence.nonNumbers].
func (s *sentence) count(i int) {
	t := s.tokens[i]
	if t.Lower == "%" { // a number was taken out
		return
	}
	s.words++
	if t.isNumber() {
		return
	}
	if !t.Digits {
		if i == 0 || s.tokens[i-1].Comma || !s.tokens[i-1].isNumber() {
			s.nonNumbers++
		}
		if !magnitudes[t.Lower] {
			s.key = append(s.key, t.Lower)
		}
	} else if rest := strings.TrimLeft(t.Lower, "~<>≤≥$€£+-0123456789.,"); rest != t.Lower {
		if _, word, ok := strings.Cut(rest, "-"); ok {
			s.key = append(s.key, word) // the "minute" of "5-minute"
		}
	} else {
		s.key = append(s.key, t.Lower)
	}
}

// Letters that a number may leave behind: "510k".
var magnitudes = set("k m b x")

// isNumber reports whether a token is a number, in digits or in words.
func (t token) isNumber() bool {
	return metric.IsNumber(t.Lower) || t.Digits && !isASCIILetter(t.Lower[0])
}

// at is where the byte i of the plain text is in the text.
func (s *sentence) at(i int) int {
	if s.spans == nil {
		return i
	}
	if s.offsets == nil {
		s.offsets = make([]int, len(s.spans)+1)
		for k, m := range s.spans {
			s.offsets[k+1] = s.offsets[k] + len(m.Text)
		}
	}
	k, found := slices.BinarySearch(s.offsets, i)
	if !found {
		k--
	}
	if k >= len(s.spans) {
		return len(s.text)
	}
	return s.spans[k].At + i - s.offsets[k]
}

// span is where a part of the plain text is in the text, and the text there.
func (s *sentence) span(start, end int) (Span, string) {
	if start >= end {
		return Span{}, ""
	}
	sp := Span{s.at(start), s.at(end-1) + 1}
	return sp, s.text[sp.Start:sp.End]
}

// with is the text with a part of the plain text replaced. Inline markup stays
// where they are, unless the part cuts through one: then they are left out.
func (s *sentence) with(start, end int, by string) string {
	from, to := s.at(start), s.at(start)
	if end > start {
		to = s.at(end-1) + 1
	}
	changed, want := s.text[:from]+by+s.text[to:], s.plain[:start]+by+s.plain[end:]
	if s.spans != nil && resume.Plain(changed) != want {
		return want
	}
	return changed
}

// blanked is a text with its slots made of spaces: they are questions, not
// words of the sentence.
func blanked(text string, slots []string) string {
	if len(slots) == 0 {
		return text
	}
	var b strings.Builder
	for _, slot := range slots {
		if before, after, ok := strings.Cut(text, slot); ok {
			b.WriteString(before)
			b.WriteString(strings.Repeat(" ", len(slot)))
			text = after
		}
	}
	b.WriteString(text)
	return b.String()
}

// readSlots counts each slot as the fact that it asks for.
func (s *sentence) readSlots(list *terms.List) {
	for _, slot := range s.slots {
		lower := strings.ToLower(slot)
		s.words += len(strings.Fields(slot))
		if strings.Contains(lower, "how much") || strings.Contains(lower, "how many") {
			s.metric, s.outcome, s.compare = true, true, true
		}
		s.compare = s.compare || strings.Contains(lower, "compared with")
		s.method = s.method || strings.Contains(lower, "which method") || strings.Contains(lower, "which technology")
		s.askTerm = s.askTerm || strings.Contains(lower, "which technology") || strings.Contains(lower, "tool or equipment")
		s.object = true
		for _, m := range list.FindInList(strings.Trim(slot, "[]?")) {
			s.asked = append(s.asked, m.Term)
		}
	}
}

// isNamePart reports whether a word belongs to the name of a technology.
func isNamePart(t metric.Token, found []terms.Match) bool {
	m, ok := matchAt(t.Start, found)
	return ok && m.Start <= t.Start && t.End <= m.End
}

// matchAt is the first of the matches, which come one after another, that ends
// after a place.
func matchAt(place int, found []terms.Match) (terms.Match, bool) {
	i := sort.Search(len(found), func(i int) bool { return found[i].End > place })
	if i == len(found) {
		return terms.Match{}, false
	}
	return found[i], true
}

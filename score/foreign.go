package score

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/langid"
	"resumax/language/metric"
	"resumax/language/spelling"
	"resumax/language/terms"
	"resumax/resume"
)

// readForeign reads a text of another language than English: its numbers, its terms and
// how long it is; and of how it is worded what the program has words for.
func readForeign(text string, list *terms.List, in *tongue, words *foreignFacts) *sentence {
	s := &sentence{text: text, plain: resume.Plain(text), slots: resume.SlotsIn(text)}
	if s.plain != text {
		s.spans = resume.Spans(text)
	}
	open := blanked(s.plain, s.slots)
	s.lower = strings.ToLower(open)
	tokens := splitWide(open, metric.Tokens(open))
	s.tokens = make([]token, len(tokens))
	for i, t := range tokens {
		s.tokens[i] = token{Token: t, fact: fact{known: true}}
	}
	if in.words != nil {
		for i := range s.tokens {
			s.tokens[i].surplus = s.isSurplus(i)
			s.tokens[i].mayDouble = in.words.double[s.tokens[i].Lower]
		}
	}
	s.found = list.Find(open)
	if in.right != nil {
		s.readForeignSpelling(in, words.facts)
	}
	s.metrics = metric.In(open, tokens, func(t metric.Token) bool { return isNamePart(t, s.found) })
	s.metric = len(s.metrics) > 0
	for i, t := range s.tokens {
		if !t.surplus {
			s.count(i)
		}
		s.metric = s.metric || s.isAmount(i)
		s.object = s.object || t.Digits || i > 0 && len(t.Text) > shortestObject && !langid.IsFunctionWord(in.Tag, t.Lower)
	}
	s.abbreviates = s.hasAbbreviation()
	s.method = s.method || s.abbreviates
	for _, m := range s.found {
		s.object = s.object || m.Term.Category != terms.Soft
		s.method = s.method || m.Term.Category != terms.Soft
	}
	if in.words == nil {
		s.begins, s.method = action, true // which is not told
		s.outcome, s.compare = s.metric, s.metric
	} else {
		s.readWording(in.words, words)
	}
	s.readSlots(list)
	if strings.HasPrefix(strings.TrimSpace(s.plain), "[") && len(s.slots) > 0 {
		s.begins = action
	}
	s.isList = s.isForeignList(in)
	if in.words != nil {
		s.readForeignClarity(in, words)
		s.readTypos()
	} else if at, what, fixed := lonelyBracket(s.plain, s.text); at >= 0 {
		s.typos = []flaw{{at, at + 1, "“" + shortened(s.plain) + "” has " + what + ".", "Add or remove a bracket", func() string { return fixed }, Edit}}
	}
	s.readLeftovers()
	s.size, s.unclear, s.typoCount, s.leftoverCount = len(s.tokens), len(s.clarity), len(s.typos), len(s.leftovers)
	return s
}

// hasAbbreviation reports whether a text names something by its letters: a norm, a program, a tax or
// a body ("DGUV", "HACCP", "IRPF"). The list of terms knows those of English alone, and in
// other languages these are what most terms of a trade are called.
func (s *sentence) hasAbbreviation() bool {
	capitals := 0
	for _, t := range s.tokens {
		capitals += number(t.Text == strings.ToUpper(t.Text) && t.Text != t.Lower)
	}
	if 2*capitals > len(s.tokens) { // a heading
		return false
	}
	return slices.ContainsFunc(s.tokens, func(t token) bool {
		name := t.Text
		if i := strings.LastIndexAny(name, "'’"); i >= 0 { // "l'ENT"
			name = strings.TrimLeft(name[i:], "'’")
		}
		return len(name) >= 3 && len(name) <= 6 && !strings.ContainsFunc(name, func(r rune) bool { return r < 'A' || r > 'Z' }) &&
			strings.Trim(name, "IVXLC") != "" && !metric.IsUnit(strings.ToLower(name))
	})
}

// shortestObject is the length, in bytes, beyond which a word that is none of the commonest
// of its language names something, a typo in one of these included.
const shortestObject = 5

// isWide reports whether a letter is of a script that is written without spaces.
func isWide(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan) || r == 'ー'
}

// wideWord is how many letters of such a script make a word, about.
const wideWord = 2

// splitWide splits what is between spaces where a script has none: into numbers, words
// of other scripts, and two letters each.
func splitWide(text string, tokens []metric.Token) []metric.Token {
	if strings.IndexFunc(text, isWide) < 0 {
		return tokens
	}
	var all []metric.Token
	for _, t := range tokens {
		if strings.IndexFunc(t.Text, isWide) < 0 {
			all = append(all, t)
			continue
		}
		all = appendSplit(all, text, t)
	}
	return all
}

// The kinds of what a token without spaces is split into.
const (
	widePiece = iota
	otherPiece
	gapPiece
)

func pieceOf(r rune) int {
	switch {
	case isWide(r):
		return widePiece
	case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("%％.+#/&-$€£¥₩~", r):
		return otherPiece
	}
	return gapPiece
}

func appendSplit(all []metric.Token, text string, t metric.Token) []metric.Token {
	first := len(all)
	for i := t.Start; i < t.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		kind, j, n := pieceOf(r), i+size, 1
		for j < t.End && kind != gapPiece {
			next, size := utf8.DecodeRuneInString(text[j:])
			if pieceOf(next) != kind && !unicode.IsMark(next) || kind == widePiece && n == wideWord && !unicode.IsMark(next) {
				break
			}
			j, n = j+size, n+1
		}
		piece := text[i:j]
		switch {
		case kind != gapPiece && strings.ContainsFunc(piece, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
			all = append(all, metric.Token{Text: piece, Lower: strings.ToLower(piece), Start: i, End: j, Digits: strings.ContainsFunc(piece, unicode.IsDigit)})
		case len(all) > first && strings.Contains("、，。；：！？・", piece):
			last := &all[len(all)-1]
			last.Comma, last.Stop = true, last.Stop || strings.Contains("。！？", piece)
		}
		i = j
	}
	if len(all) > first {
		last := &all[len(all)-1]
		last.Comma, last.Stop = last.Comma || t.Comma, last.Stop || t.Stop
	}
	return all
}

// isAmount reports whether the token i is a number that counts something: no year, no
// part of a name, no number of a standard or an ordinal.
func (s *sentence) isAmount(i int) bool {
	t := s.tokens[i]
	if !t.Digits || isNamePart(t.Token, s.found) {
		return false
	}
	digits := strings.Trim(t.Text, "~+<>≥≤%％€$£¥-–()")
	if end := strings.IndexFunc(digits, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }); end > 0 { // "120개사"
		if strings.HasPrefix(digits[end:], "년") || strings.HasPrefix(digits[end:], "월") || strings.HasPrefix(digits[end:], "일") {
			return false
		}
		digits = digits[:end]
	}
	if strings.Trim(digits, "0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹.,'’ ") != "" {
		return false // with letters: "ISO9001", "1er", "3D"
	}
	if len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20")) {
		return false
	}
	if strings.Count(digits, ".") > 1 || strings.HasPrefix(digits, "0") && len(digits) > 1 && digits[1] != '.' && digits[1] != ',' {
		return false // dates, telephone numbers
	}
	if i > 0 {
		before := s.tokens[i-1]
		if !before.Comma && len(before.Text) > 1 && before.Text == strings.ToUpper(before.Text) && before.Text != before.Lower {
			return false // "ISO 9001", "DIN 5008"
		}
	}
	if i+1 < len(s.tokens) && isMonth(s.tokens[i+1].Lower) || i+1 < len(s.tokens) && (strings.HasPrefix(s.tokens[i+1].Text, "年") || strings.HasPrefix(s.tokens[i+1].Text, "月")) {
		return false
	}
	return true
}

// isMonth reports whether a word is a month's name in some language.
func isMonth(word string) bool {
	d, ok := resume.ParseDate(word + " 2020")
	return ok && d.Month > 0 && d.Text == ""
}

// readWording reads how a text begins, what it says of results, means and baselines.
func (s *sentence) readWording(w *writing, words *foreignFacts) {
	if at := slices.IndexFunc(s.tokens, func(t token) bool { return !t.Digits }); at >= 0 {
		open := slices.DeleteFunc(slices.Clone(s.tokens[at:]), func(t token) bool { return t.surplus })
		if len(open) == 0 {
			open = s.tokens[at:]
		}
		if n, p := words.likeliestOf(&w.weak, open); n > 0 {
			s.begins, s.opener, s.weakEnd = weak, p.text, open[n-1].End
		} else {
			s.first, s.opener = open[0], open[0].Lower
			if w.acts(s.opener) || w.isParticiple(s.opener) || s.endsActing(at, w) || w.isPresent(open) {
				s.begins = action
			}
		}
	}
	numbers := 0
	for _, t := range s.tokens {
		numbers += number(t.Digits && !t.surplus)
	}
	for i, t := range s.tokens {
		s.outcome = s.outcome || w.changes(t.Lower) || numbers > 1 && s.metric && i > 0 && w.versus[t.Lower]
		s.metric = s.metric || i > 0 && w.numbers[t.Lower]
		if n, _ := longestOf(&w.method, s.tokens[i:]); n > 0 && i > 0 && !s.tokens[i+n-1].Comma && i+n < len(s.tokens) {
			s.method = s.method || !s.tokens[i+n].Digits && len(s.tokens[i+n].Text) >= shortestObject
		}
	}
	for i := range s.tokens {
		if s.metric && !s.compare {
			n, _ := longestOf(&w.compare, s.tokens[i:])
			near := i > 0 && s.tokens[i-1].Digits || i+n < len(s.tokens) && s.tokens[i+n].Digits || i > 1 && s.tokens[i-2].Digits
			s.compare = n > 0 && near
		}
	}
}

// endsActing reports whether a text whose first word is the token at says later what was
// done: behind a word that describes how, or with a participle at the end of a clause.
func (s *sentence) endsActing(at int, w *writing) bool {
	const closing = 2 // tokens that a text may end with
	described := endsIn(s.opener, w.adverbs, 1) || w.persons[s.opener]
	for i := at + 1; i < len(s.tokens); i++ {
		t := s.tokens[i]
		ends := t.Comma || i+closing >= len(s.tokens) || w.joins[s.tokens[i+1].Lower]
		if i == at+1 && described && w.acts(t.Lower) || ends && t.Text[0] == t.Lower[0] && w.isParticiple(t.Lower) {
			return true
		}
	}
	return false
}

// phraseList is phrases by their first words, and these in order of the alphabet, as they
// are and as [latin] has them.
type phraseList struct {
	byFirst map[string][]phrase
	firsts  []string
	latin   []string
}

func phraseListOf(texts []string) phraseList {
	list := phraseList{byFirst: map[string][]phrase{}}
	for _, p := range phrases(texts) {
		list.byFirst[p.words[0]] = append(list.byFirst[p.words[0]], p)
	}
	list.firsts = slices.Sorted(maps.Keys(list.byFirst))
	for _, first := range list.firsts {
		list.latin = append(list.latin, latin(first))
	}
	return list
}

// foreignFacts are those of words in small letters of another language than English that
// were met before.
type foreignFacts struct {
	facts
	near    map[*phraseList]map[string][]string // first words of phrases that they are, or a typo away from
	persons map[string]bool                     // whether they are a typo of a word of the first person
}

func newForeignFacts() *foreignFacts {
	return &foreignFacts{make(facts, vocabulary), map[*phraseList]map[string][]string{}, map[string]bool{}}
}

// isFull reports whether they are too many to keep.
func (f *foreignFacts) isFull() bool {
	return f != nil && (len(f.facts) > factsSize || len(f.persons) > factsSize)
}

func (f *foreignFacts) firstsNear(list *phraseList, lower string) []string {
	near := f.near[list]
	if near == nil {
		near = make(map[string][]string, vocabulary)
		f.near[list] = near
	}
	firsts, known := near[lower]
	if !known {
		typed := latin(lower)
		for i, first := range list.firsts {
			if first == lower || spelling.OneEditApart(typed, list.latin[i]) {
				firsts = append(firsts, first)
			}
		}
		near[lower] = firsts
	}
	return firsts
}

// startingWith are the phrases of a list that begin with a token.
func (list *phraseList) startingWith(t token) []phrase {
	all := list.byFirst[t.Lower]
	if t.known {
		return all
	}
	for _, first := range list.firsts {
		if first != t.Lower && t.reads(first) {
			all = slices.Concat(all, list.byFirst[first])
		}
	}
	return all
}

// isPersonOf reports whether the token i is a word of the first person, or a typo of one: then
// it is no common word, and in small letters but at the beginning.
func (s *sentence) isPersonOf(i int, in *tongue, words *foreignFacts) bool {
	t := s.tokens[i]
	lower := strings.ToLower(t.Text) // not what a typo is read as
	switch {
	case in.words.persons[t.Lower]:
		return true
	case t.Digits || t.Text != lower && i > 0 || in.right == nil || isUnit(t.Text) || len(lower) > minRead && s.inTerm(t):
		return false
	}
	is, known := words.persons[lower]
	if !known {
		is = !in.right.Common(lower) && in.isPersonTypo(lower)
		words.persons[lower] = is
	}
	return is
}

// isPersonTypo reports whether a word in small letters is a typo of one of the first person.
func (in *tongue) isPersonTypo(lower string) bool {
	if strings.ContainsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) || r > unicode.MaxLatin1 }) || langid.IsFunctionWord(in.Tag, lower) {
		return false
	}
	typed := latin(lower)
	if len(typed) < minRead && (in.right.Known(lower) || speller().Known(lower)) {
		return false
	}
	for person := range in.words.persons {
		if p := latin(person); len(typed) > 1 && abs(len(p)-len(typed)) <= 1 && spelling.OneEditApart(typed, p) {
			return true
		}
	}
	return false
}

// longestOf is the longest phrase of a list that the tokens begin with, letter by letter.
func longestOf(list *phraseList, tokens []token) (n int, found phrase) {
	for _, p := range list.startingWith(tokens[0]) {
		if len(p.words) > n && p.isRead(tokens) {
			n, found = len(p.words), p
		}
	}
	return n, found
}

// isRead reports whether the tokens begin with the phrase, or typos of its words.
func (p phrase) isRead(tokens []token) bool {
	if len(p.words) > len(tokens) {
		return false
	}
	for i, w := range p.words {
		if !tokens[i].reads(w) {
			return false
		}
	}
	return true
}

// minForeignTypo is the length, in letters, from which a word of another language
// than English may be a typo of a listed one; shorter ones are too often other words.
const minForeignTypo = 5

// likeliestOf is longestOf, for what costs points: a typo hides no phrase. One word of it
// may have one, if it is long, or another one beside it is.
func (f *foreignFacts) likeliestOf(list *phraseList, tokens []token) (n int, found phrase) {
	if n, found = longestOf(list, tokens); n > 0 {
		return n, found
	}
	for _, first := range f.firstsNear(list, tokens[0].Lower) {
		for _, p := range list.byFirst[first] {
			if len(p.words) > n && len(p.words) <= len(tokens) && p.isMisspelled(tokens) {
				n, found = len(p.words), p
			}
		}
	}
	return n, found
}

// isMisspelled reports whether the tokens begin with the phrase but for a typo.
func (p phrase) isMisspelled(tokens []token) bool {
	typos, long := 0, false
	for i, w := range p.words {
		lower := tokens[i].Lower
		switch {
		case lower == w:
			long = long || len([]rune(w)) >= minForeignTypo
		case typos == 0 && oneEditApart(lower, w):
			typos++
			long = long || len([]rune(w)) >= minForeignTypo && len(p.words) == 1 || len([]rune(w)) >= minForeignTypo && i > 0
		default:
			return false
		}
	}
	return typos == 1 && long
}

// oneEditApart is [spelling.OneEditApart] for words with accents, which are letters too.
func oneEditApart(a, b string) bool {
	return abs(len(a)-len(b)) <= utf8.UTFMax && spelling.OneEditApart(latin(a), latin(b))
}

// latin is a text with a byte for each letter.
func latin(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return text
	}
	b := make([]byte, 0, len(text))
	for _, r := range text {
		b = append(b, byte(r))
	}
	return string(b)
}

// reads reports whether a token of a text of another language is a word, or a typo of it.
func (t token) reads(word string) bool {
	return t.Lower == word || !t.known && len(word) >= minRead && (t.Text == t.Lower || t.Start == 0) && oneEditApart(t.Lower, word)
}

// minRead is the length of words from which others are typos of them: shorter ones
// resemble names.
const minRead = 4

// readForeignClarity finds filler, phrases that every resume has, and the first person.
func (s *sentence) readForeignClarity(in *tongue, words *foreignFacts) {
	w := in.words
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if n, _ := words.likeliestOf(&w.cliche, s.tokens[i:]); n > 0 {
			said := s.plain[t.Start:s.tokens[i+n-1].End]
			s.addUnclear(t.Start, s.tokens[i+n-1].End, "is a cliché that says nothing about you.", "Remove “"+said+"”, or show it with a result", "[what shows it?]", Ask)
			i += n - 1
		} else if n, _ := words.likeliestOf(&w.filler, s.tokens[i:]); n > 0 {
			said := s.plain[t.Start:s.tokens[i+n-1].End]
			s.addUnclear(t.Start, s.tokens[i+n-1].End, "is filler.", "Remove “"+said+"”", "", Edit)
			i += n - 1
		}
	}
	if s.isProse() {
		return // a profile of sentences may say "je", as letters do
	}
	for i, t := range s.tokens {
		if t.Text != strings.ToUpper(t.Text) && s.isPersonOf(i, in, words) {
			s.addUnclear(t.Start, t.End, "is first person, which resumes leave out.", "Leave the person out", "", Edit)
			break
		}
	}
}

// isProse reports whether a text is of several sentences.
func (s *sentence) isProse() bool {
	stops := 0
	for i, t := range s.tokens {
		stops += number(t.Stop || i == len(s.tokens)-1)
	}
	return stops > 1
}

// isForeignList reports whether a text is names after names and no sentence. Running
// text has function words, or the letters that join words where there are no spaces.
func (s *sentence) isForeignList(in *tongue) bool {
	if len(s.slots) > 0 || len(s.tokens) == 0 {
		return false
	}
	if strings.ContainsAny(s.plain, joiners) || strings.ContainsFunc(s.plain, func(r rune) bool { return unicode.Is(unicode.Hiragana, r) }) {
		return false
	}
	const longest = 2.5 // words of a name, on average
	parts, words, apart := 1, 0, false
	for i, t := range s.tokens {
		if i > 0 && strings.ContainsAny(s.plain[s.tokens[i-1].End:t.Start], ",;/|•·\n+&、，；・") {
			apart = true
		}
		if t.Digits && !isASCIILetter(t.Lower[0]) || t.surplus {
			continue
		}
		if i > 0 && langid.IsFunctionWord(in.Tag, t.Lower) {
			return false
		}
		if apart && words > 0 {
			parts++
		}
		words, apart = words+1, false
	}
	verb := in.words != nil && s.begins == action
	return words > 0 && parts >= 2 && float64(words) <= longest*float64(parts) && !verb
}

// joiners are Chinese characters that join words of running text.
const joiners = "的了在并并对為为及与與和以使从從到被把将將于於"

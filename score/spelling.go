package score

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/language/langid"
	"resumax/language/spelling"
)

// word is a part of a sentence that is no word of its language, with its place in the
// plain text.
type word struct {
	text       string
	start, end int
	meant      []string // what it probably is a typo of, where that is not asked of [facts]
}

// speller knows English, the words that writing is judged by, and the names of
// the typical terms: so that a name is suggested for a name.
var speller = sync.OnceValue(func() *spelling.Speller { return spelling.English().With(shipped().further) })

// minSpelled is the length from which words are looked at. Shorter ones are
// abbreviations more often than typos.
const minSpelled = 3

// minOpening is the length from which a capitalized word may be a typo. Shorter ones
// are names most often.
const minOpening = 7

// readSpelling finds the words of a sentence that are not English, and those of
// them that are probably typos. Terms, words with a digit or with a capital inside,
// abbreviations in capitals, addresses and words of other alphabets are left out, and
// so are capitalized words, which are names, but for the first one of running text and
// common typos, such as in "Managment".
func (s *sentence) readSpelling(words facts) {
	if s.isForeign() {
		return
	}
	for i, t := range s.tokens {
		t.Text = s.plain[t.Start:t.End] // not what a typo is read as
		if t.Digits || t.surplus || strings.ContainsAny(t.Text, ".@:\\_#<>=") || s.inTerm(t) || isUnit(t.Text) {
			continue
		}
		opens := i == 0 || len(s.tokens[i-1].Text) > len("Mrs") && strings.ContainsAny(s.plain[s.tokens[i-1].End:t.Start], ".!?•\n")
		start := 0
		for j := 0; j <= len(t.Text); j++ {
			if j < len(t.Text) && (isASCIILetter(t.Text[j]) || t.Text[j] == '\'' || t.Text[j] >= 0x80 && !strings.HasPrefix(t.Text[j:], "–") && !strings.HasPrefix(t.Text[j:], "—")) {
				continue
			}
			part := strings.Trim(t.Text[start:j], "'’")
			at := t.Start + start + strings.Index(t.Text[start:j], part)
			if whole := start == 0 && j == len(t.Text); !whole || !s.isSplit(i) {
				s.spell(word{text: part, start: at, end: at + len(part)}, opens && start == 0 && s.goesOn(i), words)
			}
			start = j + 1
		}
	}
}

// isSplit reports whether the token i is a part of a word that was torn in two where
// the text was taken from a page: "appoin tments", "p roject".
func (s *sentence) isSplit(i int) bool {
	t := s.tokens[i]
	if t.known {
		return false
	}
	joins := func(a, b token) bool {
		return s.plain[a.End:b.Start] == " " && !(a.known && b.known) && speller().Known(a.Lower+b.Lower)
	}
	return i > 0 && joins(s.tokens[i-1], t) || i+1 < len(s.tokens) && joins(t, s.tokens[i+1])
}

// goesOn reports whether running text follows the token i: a word in small letters,
// or a number.
func (s *sentence) goesOn(i int) bool {
	if i+1 == len(s.tokens) {
		return false
	}
	next := s.tokens[i+1].Text
	return next != "" && !isCapital(next[0]) && strings.TrimSpace(s.plain[s.tokens[i].End:s.tokens[i+1].Start]) == ""
}

// spell looks at a part of a sentence. The first word of running text may begin with
// a capital.
func (s *sentence) spell(w word, opens bool, words facts) {
	if !isSpelled(w.text) {
		return
	}
	lower := strings.ToLower(w.text)
	known := words.of(lower)
	switch {
	case known.known:
	case !isCapital(w.text[0]):
		s.unknown = append(s.unknown, lower)
		if len(words.meant(lower)) > 0 {
			s.misspelled = append(s.misspelled, w)
		}
	case speller().Known(w.text):
	case len(lower) >= minOpening && (opens && len(words.meant(lower)) > 0 || speller().IsTypo(lower)):
		s.unknown = append(s.unknown, lower)
		s.misspelled = append(s.misspelled, w)
	case !opens && !speller().IsTypo(lower):
		s.proper = append(s.proper, lower)
	}
}

// Lengths in letters of words of other languages than English that are looked at. A
// capitalized one is a name most often where it is short.
const (
	minForeignSpelled = 5
	minForeignOpening = 7
)

// readForeignSpelling finds the words of a sentence that are not of its language, and
// those of them that are probably typos, as [sentence.readSpelling] does. Words that
// name all genders, such as "Mitarbeiter:innen" and "infirmier·ière", are left out. A
// typo is read as what was meant, so that it gains nothing.
func (s *sentence) readForeignSpelling(in *tongue, words facts) {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.Digits || t.surplus || strings.ContainsAny(t.Text, ".@:\\_#<>=*·•|()[]&+") || strings.HasPrefix(t.Text, "-") || strings.HasSuffix(t.Text, "-") || s.inTerm(*t) || isUnit(t.Text) || t.Text == t.Lower && strings.Count(t.Text, "-") > 1 {
			continue
		}
		opens := (i == 0 || strings.ContainsAny(s.plain[s.tokens[i-1].End:t.Start], ".!?•\n")) && s.goesOn(i)
		start := 0
		for j, r := range t.Text + "-" {
			if !strings.ContainsRune("-/'’‘", r) {
				continue
			}
			part := t.Text[start:j]
			whole := start == 0 && j == len(t.Text)
			w := word{text: part, start: t.Start + start, end: t.Start + j}
			start = j + utf8.RuneLen(r)
			lower := strings.ToLower(part)
			if len(part) < minRead || words.isRight(lower, in) {
				continue
			}
			if !isForeignSpelled(part, opens && w.start == t.Start || in.words.capitals) {
				t.known = !whole
				continue
			}
			if (r == '\'' || r == '’') && !whole && in.right.Known(lower[:len(lower)-1]) {
				continue // "joursd'attente"
			}
			if r == '-' && !whole && in.isJoint(lower) {
				continue // "Sitzungs-IDs"
			}
			t.known = false
			if whole && s.isForeignSplit(i, in) {
				continue
			}
			if w.meant = words.meantIn(lower, in); len(w.meant) > 0 && !s.isOfOther(i, lower, w.meant[0], in) {
				s.misspelled = append(s.misspelled, w)
				if whole {
					t.Lower = strings.ToLower(w.meant[0])
				}
			} else if lower != part && !opens {
				s.proper = append(s.proper, lower)
			}
		}
	}
}

// isForeignSpelled reports whether a text is a word that spelling is about: of letters, with
// a capital at most at its beginning, where it may begin with one.
func isForeignSpelled(text string, mayBegin bool) bool {
	n := 0
	for i, r := range text {
		if n++; !unicode.IsLetter(r) || unicode.IsUpper(r) && (i > 0 || !mayBegin) {
			return false
		}
	}
	least := minForeignSpelled
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsUpper(first) {
		least = minForeignOpening
	}
	return n >= least
}

// factsIn are those of words of another language.
func (s *Scorer) factsIn(t *tongue) *foreignFacts {
	words, ok := s.foreign[t.Tag]
	if !ok {
		words = newForeignFacts()
		s.foreign[t.Tag] = words
	}
	return words
}

// isRight is [tongue.isRight], asked once for each word.
func (f facts) isRight(lower string, in *tongue) bool {
	got, ok := f[lower]
	if !ok {
		got.known = in.isRight(lower)
		f[lower] = got
	}
	return got.known
}

// meantIn is the words of a language that one in small letters was probably meant to be,
// none if it is no typo.
func (f facts) meantIn(lower string, in *tongue) []string {
	got := f[lower]
	if !got.asked {
		got.asked = true
		if meant := in.right.Meant(lower); len(meant) > 0 && !in.isGlued(lower) {
			got.meant = meant
		}
		f[lower] = got
	}
	return got.meant
}

// isJoint reports whether a part of a word in small letters has an ending that joins it to
// the next one.
func (t *tongue) isJoint(lower string) bool {
	for _, ending := range t.words.joint {
		if stem, ok := strings.CutSuffix(lower, ending); ok && t.right.Known(stem) {
			return true
		}
	}
	return false
}

// isRight reports whether a word in small letters is one of the language, an English one
// or part of a term.
func (t *tongue) isRight(lower string) bool {
	return t.right.Known(lower) || speller().Common(lower)
}

// isForeignSplit reports whether the token i is a part of a word that was torn in two
// where the text was taken from a page.
func (s *sentence) isForeignSplit(i int, in *tongue) bool {
	joins := func(a, b token) bool {
		return s.plain[a.End:b.Start] == " " && in.right.Known(a.Lower+b.Lower)
	}
	return i > 0 && joins(s.tokens[i-1], s.tokens[i]) || i+1 < len(s.tokens) && joins(s.tokens[i], s.tokens[i+1])
}

// isOfOther reports whether the token i, which a word in small letters is of, is in another
// language than the resume: that has the word, and more than the accents or the letters
// are other than those of what would be meant, or nearby are words of grammar of it
// that the resume's language has not.
func (s *sentence) isOfOther(i int, lower, meant string, in *tongue) bool {
	const near = 4 // tokens before and behind
	accents := in.right.Has(lower) && spelling.SameLetters(lower, strings.ToLower(meant))
	for _, tag := range spelling.Tags() {
		if tag == in.Tag {
			continue
		}
		own, other := 0, 0
		for _, t := range s.tokens[max(0, i-near):min(len(s.tokens), i+near+1)] {
			here, there := langid.IsFunctionWord(in.Tag, t.Lower), langid.IsFunctionWord(tag, t.Lower)
			own, other = own+number(here && !there), other+number(there && !here)
		}
		if (other > own || !accents) && spelling.In(tag).Common(lower) || other > own && spelling.In(tag).Known(lower) {
			return true
		}
	}
	return false
}

// isGlued reports whether a word is two without a space between them, one of which is a
// short word of grammar.
func (t *tongue) isGlued(lower string) bool {
	const shortest, longest = 2, 5 // bytes of the short word
	for _, word := range t.words.glued {
		if stem, ok := strings.CutSuffix(lower, word); ok && t.right.Common(stem) {
			return true
		}
	}
	for n := shortest; n <= longest && n < len(lower)-shortest; n++ {
		if langid.IsFunctionWord(t.Tag, lower[:n]) && (t.right.Common(lower[n:]) || len(lower)-n == 3 && t.right.Known(lower[n:])) || langid.IsFunctionWord(t.Tag, lower[len(lower)-n:]) && t.right.Common(lower[:len(lower)-n]) {
			return true
		}
	}
	return false
}

// isSpelled reports whether a text is a word that spelling is about: of letters of the
// alphabet, with a capital at most at its beginning.
func isSpelled(text string) bool {
	text = strings.ReplaceAll(text, "’", "'")
	if len(text) < minSpelled {
		return false
	}
	for i := range len(text) {
		if !isASCIILetter(text[i]) && text[i] != '\'' || i > 0 && isCapital(text[i]) {
			return false
		}
	}
	return true
}

// meant is the words that one in lower case was probably meant to be, none if it is
// no typo.
func (f facts) meant(lower string) []string {
	got := f.of(lower)
	if !got.asked {
		got.asked, got.meant = true, speller().Meant(lower)
		f[lower] = got
	}
	return got.meant
}

// misspells reports whether a word, in lower case, is one of those that are
// no English words.
func (s *sentence) misspells(word string) bool { return slices.Contains(s.unknown, word) }

// inTerm reports whether a token is part of a term.
func (s *sentence) inTerm(t token) bool {
	m, ok := matchAt(t.Start, s.found)
	return ok && m.Start < t.End && t.Start < m.End
}

// isUnit reports whether a text is a rate, such as "req/s": its parts are
// abbreviations.
func isUnit(text string) bool {
	_, per, ok := strings.Cut(text, "/")
	return ok && len(per) < minSpelled
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isCapital(c byte) bool     { return 'A' <= c && c <= 'Z' }

// spellingFindings are the words of the page that are spelled wrong, without those
// that the resume's owner calls right and those that are names elsewhere on the page.
// Each word is one, wherever it is; those beyond maxTypos cost nothing and wait until
// others are fixed.
func (r *reading) spellingFindings() []Finding {
	right := WordsOf(r.resume.Meta.Words)
	for _, l := range r.lines {
		for _, name := range l.sentence.proper {
			right[name] = true
		}
	}
	var all []Finding
	for _, l := range r.lines {
		for _, w := range l.sentence.misspelled {
			if len(all) == maxTypos {
				return all
			}
			if lower := strings.ToLower(w.text); !right[lower] && !r.words[lower] {
				all = append(all, r.misspelling(l, w))
				right[lower] = true
			}
		}
	}
	return all
}

// misspelling says what a word should have been.
func (r *reading) misspelling(l line, w word) Finding {
	f := Finding{Address: l.address, Word: w.text}
	if r.quiet {
		return f
	}
	likely := w.meant
	if likely == nil {
		likely = r.scorer.facts.meant(strings.ToLower(w.text))
	}
	f.Span, f.Quote = l.sentence.span(w.start, w.end)
	f.Why = fmt.Sprintf("“%s” is not in the dictionary.", w.text)
	f.Fix = fmt.Sprintf("Write “%s”", like(w.text, likely[0]))
	if more := likely[1:]; len(more) > 0 {
		f.Why = fmt.Sprintf("“%s” is not in the dictionary. It could also be “%s”.", w.text, strings.Join(more, "” or “"))
	}
	f.patch = r.respelled(strings.ToLower(w.text), likely[0])
	for _, flaw := range l.clarity {
		if flaw.kind == Edit && flaw.start <= w.start && w.end <= flaw.end { // what is to go is not to be spelled first
			f.Fix, f.patch = flaw.fix, flaw.finding(0, l.address, l.sentence).patch
		}
	}
	return f
}

// respelled makes a patch that writes a word right wherever it is spelled in that way.
func (r *reading) respelled(lower, right string) patch {
	var all []patch
	for _, l := range r.lines {
		s, text := l.sentence, l.text
		for _, w := range slices.Backward(s.misspelled) { // from the end, so that earlier offsets stay valid
			if strings.ToLower(w.text) == lower {
				text = text[:s.at(w.start)] + like(w.text, right) + text[s.at(w.end-1)+1:]
			}
		}
		if text != l.text {
			all = append(all, replace(l.address, text))
		}
	}
	return both(all...)
}

// like is a word capitalized as another one is.
func like(model, word string) string {
	if first, _ := utf8.DecodeRuneInString(model); unicode.IsUpper(first) {
		return titled(word)
	}
	return word
}

// Function words of other languages that are no English words. A text in one of
// them has many; one in English none but by chance.
var foreign = set(`und der das für mit auf ist ein eine einer von zur zum bei sowie durch
	le les des du et pour avec dans sur une aux par chez
	el los las una del y para con por en como sus al
	il di della delle nel che gli dei e
	os da uma em dos na no mais ao
	het een van voor met bij naar
	och att av för med som till
	og til af ved
	w z na oraz przez dla się
	ve bir için ile olarak
	ja sekä että
	și pentru din cu
	az egy és
	dan yang untuk dengan`)

// A sentence of an English text is in another language from this many such words on,
// and this share of its words.
const (
	minForeignHere = 2
	foreignHere    = 0.12
)

// isForeign reports whether a sentence, which may stand in an English text, is in
// another language.
func (s *sentence) isForeign() bool {
	n := s.foreign
	for _, t := range s.tokens {
		if romance[t.Lower] {
			n++
		}
	}
	return n >= minForeignHere && float64(n) >= foreignHere*float64(len(s.tokens))
}

// romance are function words that names in English have too.
var romance = set("de la se su si lo es un une le que o")

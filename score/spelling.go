package score

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"resumax/language/metric"
	"resumax/language/spelling"
	"resumax/language/terms"
	"resumax/resume"
)

// word is a part of a sentence that is no English word, with its place in the
// plain text.
type word struct {
	text       string
	start, end int
}

// speller knows English, the words that writing is judged by, and the names of
// the typical terms: so that a name is suggested for a name.
var speller = sync.OnceValue(func() *spelling.Speller {
	w := lists()
	var more []string
	for _, list := range []map[string]string{w.past, w.present, w.american, w.british} {
		for word := range list {
			more = append(more, word)
		}
	}
	for _, list := range append(metric.Lists(), w.outcome) {
		for word := range list {
			more = append(more, word)
		}
	}
	return spelling.English().With(append(more, termWords(terms.Default())...))
})

// termWords are the words that terms' names are made of.
func termWords(list *terms.List) []string {
	var all []string
	for _, t := range list.All() {
		for _, name := range append([]string{t.Name}, t.Aliases...) {
			all = append(all, strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })...)
		}
	}
	return all
}

// minSpelled is the length from which words are looked at. Shorter ones are
// abbreviations more often than typos.
const minSpelled = 3

// minNamed is the length from which a word with a capital inside a sentence
// may be a typo of another. It is a name most often, and short names resemble
// words by chance.
const minNamed = 7

// readSpelling finds the words of a sentence that are not English. Terms, words
// with a digit or with a capital inside, abbreviations in capitals, addresses and
// words of other alphabets are left out, and so are capitalized words, which are
// names, unless they are one typo away from a word.
func (s *sentence) readSpelling() {
	for i, t := range s.tokens {
		if t.Digits || t.surplus || strings.ContainsAny(t.Text, ".@:\\_#<>=") || s.inTerm(t) || isUnit(t.Text) {
			continue
		}
		opens := i == 0 || strings.ContainsAny(s.plain[s.tokens[i-1].End:t.Start], ".!?•\n")
		start := 0
		for j := 0; j <= len(t.Text); j++ {
			if j < len(t.Text) && (isASCIILetter(t.Text[j]) || t.Text[j] == '\'' || t.Text[j] >= 0x80 && !strings.HasPrefix(t.Text[j:], "–") && !strings.HasPrefix(t.Text[j:], "—")) {
				continue
			}
			part := strings.Trim(t.Text[start:j], "'’")
			at := t.Start + start + strings.Index(t.Text[start:j], part)
			known := part == t.Lower && t.known || speller().Known(part)
			if !known && misspelled(part, opens && start == 0) {
				s.misspelled = append(s.misspelled, word{part, at, at + len(part)})
			}
			start = j + 1
		}
	}
}

// misspells reports whether a word, in lower case, is one of those that are
// spelled wrong.
func (s *sentence) misspells(word string) bool {
	if s.wrong == nil && len(s.misspelled) > 0 {
		s.wrong = make(map[string]bool, len(s.misspelled))
		for _, w := range s.misspelled {
			s.wrong[strings.ToLower(w.text)] = true
		}
	}
	return s.wrong[word]
}

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

// misspelled reports whether a word that is not English is to be spelled otherwise.
func misspelled(text string, opens bool) bool {
	if len(text) < minSpelled {
		return false
	}
	lower := strings.ReplaceAll(text, "’", "'")
	for i := range len(lower) {
		if !isASCIILetter(lower[i]) && lower[i] != '\'' || i > 0 && isCapital(lower[i]) {
			return false
		}
	}
	if !isCapital(lower[0]) {
		return true
	}
	if len(lower) < minNamed && !opens {
		return false
	}
	return speller().Near(lower) || speller().Near(strings.ToLower(lower))
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isCapital(c byte) bool     { return 'A' <= c && c <= 'Z' }

// spellingFindings are the words of the page that are spelled wrong, without those
// that the resume's owner calls right. Each place is one; those beyond maxTypos
// cost nothing and wait until others are fixed.
func (r *reading) spellingFindings() []Finding {
	if !r.isEnglish() {
		return nil
	}
	resumeWords := WordsOf(r.resume.Meta.Words)
	var all []Finding
	for _, l := range r.lines {
		s := l.sentence
		for _, w := range s.misspelled {
			if len(all) == maxTypos {
				return all
			}
			if lower := strings.ToLower(w.text); !resumeWords[lower] && !r.words[lower] {
				all = append(all, r.misspelling(l.address, s, w))
			}
		}
	}
	return all
}

// misspelling says what a word should have been. Words cost time to find, and
// are sought only if words are asked for.
func (r *reading) misspelling(at resume.Address, s *sentence, w word) Finding {
	f := Finding{Address: at, Word: w.text}
	if r.quiet {
		return f
	}
	f.Span, f.Quote = s.span(w.start, w.end)
	f.Why = fmt.Sprintf("“%s” is not in the dictionary.", w.text)
	f.Fix = "Check the word, or add it to the custom dictionary"
	likely := r.scorer.suggest(w.text)
	if len(likely) == 0 {
		return f
	}
	f.patch = replace(at, s.with(w.start, w.end, likely[0]))
	f.Fix = fmt.Sprintf("Write “%s”", likely[0])
	if more := likely[1:min(3, len(likely))]; len(more) > 0 {
		f.Why = fmt.Sprintf("“%s” is not in the dictionary. It could also be “%s”.", w.text, strings.Join(more, "” or “"))
	}
	return f
}

// suggest is the words that one was probably meant to be, or what was found for
// it before.
func (s *Scorer) suggest(text string) []string {
	got, ok := s.suggested[text]
	if !ok {
		got = speller().Suggest(text)
		s.suggested[text] = got
	}
	return got
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

// A text is not English from this many words of other languages, and this share
// of all of its words.
const (
	minForeign   = 5
	foreignShare = 0.08
)

// isEnglish reports whether the resume is in English: as its settings say, or
// as its function words suggest. A typo in an English word does not change
// that.
func (r *reading) isEnglish() bool {
	if tag := r.resume.Meta.Language; tag != "" {
		language, _, _ := strings.Cut(strings.ToLower(tag), "-")
		return language == "en" || language == "eng"
	}
	words, others := 0, 0
	for _, l := range r.lines {
		words += l.size
		others += l.foreign
	}
	return mostlyEnglish(words, others)
}

func mostlyEnglish(words, foreign int) bool {
	return foreign < minForeign || float64(foreign) < foreignShare*float64(words)
}

package score

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/assets/packed"
	"resumax/language/metric"
	"resumax/language/spelling"
	"resumax/language/terms"
)

// shippedWords are the words that ship: the lists that writing is judged by, and what is
// made of them and of the terms that ship.
type shippedWords struct {
	words   wordsFile
	further spelling.Further // see [speller]
	skills  skillVocabulary
}

// skillVocabulary are the words that tell something of a skill, by their length in bytes and
// in order: those of terms, and those that keep it from being one that a bullet can show.
type skillVocabulary struct {
	words  packed.Texts
	firsts packed.Numbers // by length: where its words begin; one more, where the longest end
}

var shipped = sync.OnceValue(func() *shippedWords {
	s := &shippedWords{}
	if err := packed.Read(packed.Words.Open(), s.code); err != nil {
		panic(err) // the words are embedded; a test loads them
	}
	return s
})

// Compile makes the packed form of the words that ship, of words.toml.
func Compile(data []byte) ([]byte, error) {
	f, err := readWords(data)
	if err != nil {
		return nil, err
	}
	s := &shippedWords{words: *f}
	l := f.lists()
	further := slices.Sorted(maps.Keys(l.dialects))
	for _, list := range append(metric.Lists(), l.outcome) {
		further = append(further, slices.Sorted(maps.Keys(list))...)
	}
	ofTerms := termWords(terms.Default())
	s.further = spelling.FurtherOf(append(further, ofTerms...))
	s.skills = skillVocabularyOf(slices.Concat(ofTerms, slices.Collect(maps.Keys(l.paper)), slices.Collect(maps.Keys(l.trait))))
	return packed.Write(s.code), nil
}

func (s *shippedWords) code(c *packed.Coder) {
	packed.Value(c, &s.words)
	s.further.Code(c)
	s.skills.words.Code(c)
	packed.Text(c, &s.skills.firsts)
}

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

func skillVocabularyOf(words []string) skillVocabulary {
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	words = slices.Compact(words)
	var firsts []int
	for i, w := range words {
		for len(firsts) <= len(w) {
			firsts = append(firsts, i)
		}
	}
	return skillVocabulary{packed.TextsOf(words), packed.NumbersOf(append(firsts, len(words)))}
}

// near are the words that one in small letters is a typo away from.
func (v *skillVocabulary) near(lower string) (near []string) {
	for n := max(0, len(lower)-1); n <= len(lower)+1; n++ {
		for i := v.firsts.At(n); i < v.firsts.At(n+1); i++ {
			if w := v.words.At(int(i)); spelling.OneEditApart(lower, w) {
				near = append(near, w)
			}
		}
	}
	return near
}

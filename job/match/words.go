package match

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/language/terms"
	"resumax/language/verbs"
	"resumax/role"
)

// vocabulary is the words by which requirements without terms and titles are compared.
type vocabulary struct {
	stop, generic, traits map[string]bool     // by stem
	conditions            [][]string          // phrases, by the stems of their words
	shared                map[string]bool     // words that titles of many trades have, by stem
	same                  []sameWord          // words of titles, the longest first
	mixed                 map[string]bool     // families of role packs whose roles have little to do with each other
	levels                map[string]int      // of grades of titles
	paper                 map[string]bool     // words that say that something is a license, by stem
	implies               map[string][]string // licenses that hold others, by what they are without those
	labels                map[string]labels   // by language
	fluency               []fluencyPhrase     // what says how well a language is spoken, the longest first
}

// sameWord is a word or phrase of titles and the one that stands for it.
type sameWord struct{ from, to string }

var words = sync.OnceValue(func() *vocabulary {
	var f struct {
		Stop, Generic, Traits map[string]string
		Conditions            struct{ Phrases []string }
		Titles                struct {
			Shared string
			Mixed  []string
			Levels map[string]string
			Same   [][]string
		}
		Licenses struct {
			Paper   string
			Implies map[string][]string
		}
		Fluency map[string][]string
		Labels  map[string]labels
	}
	tomlfile.Embedded(assets.Match, "match/words.toml", &f)
	v := &vocabulary{stop: stemsOf(f.Stop), generic: stemsOf(f.Generic), traits: stemsOf(f.Traits), shared: map[string]bool{}, mixed: map[string]bool{}, levels: map[string]int{}, implies: map[string][]string{}, paper: map[string]bool{}}
	for _, p := range f.Conditions.Phrases {
		var phrase []string
		for _, w := range wordsOf(p) {
			phrase = append(phrase, w.lower)
		}
		v.conditions = append(v.conditions, phrase)
	}
	for _, list := range f.Titles.Same {
		for _, w := range list[1:] {
			v.same = append(v.same, sameWord{w, list[0]})
		}
	}
	slices.SortStableFunc(v.same, func(a, b sameWord) int { return len(b.from) - len(a.from) })
	for _, family := range f.Titles.Mixed {
		v.mixed[family] = true
	}
	for level, grades := range f.Titles.Levels {
		for _, g := range strings.Fields(grades) {
			v.levels[g], _ = strconv.Atoi(level)
		}
	}
	for _, w := range slices.Concat(role.SharedTitleWords(), strings.Fields(f.Titles.Shared)) {
		v.shared[stemOf(w)] = true
	}
	for _, w := range strings.Fields(f.Licenses.Paper) {
		v.paper[stemOf(w)] = true
	}
	vocabularyLicenses(v, f.Licenses.Implies)
	v.fluency, v.labels = fluencyOf(f.Fluency), f.Labels
	return v
})

// vocabularyLicenses fills in which licenses hold others.
func vocabularyLicenses(v *vocabulary, implies map[string][]string) {
	key := v.licenseKey
	for have, others := range implies {
		for _, o := range others {
			v.implies[key(have)] = append(v.implies[key(have)], key(o))
		}
	}
}

func stemsOf(lists map[string]string) map[string]bool {
	all := map[string]bool{}
	for _, list := range lists {
		for _, w := range strings.Fields(list) {
			all[w] = true
			all[stemOf(w)] = true
		}
	}
	return all
}

// word is a word of a text.
type word struct {
	lower, stem string
	start, end  int // bytes of the text
}

// wordsOf are the words of a text: letters, digits, and hyphens, apostrophes and the like within.
func wordsOf(text string) []word {
	all := make([]word, 0, len(text)/6+1)
	start := -1
	add := func(end int) {
		for start >= 0 && end > start && strings.IndexByte("-'.&", text[end-1]) >= 0 {
			end--
		}
		if start >= 0 && end > start {
			lower := strings.ToLower(text[start:end])
			if i := strings.IndexAny(lower, "'’"); i > 0 {
				if rest := strings.TrimLeft(lower[i:], "'’"); rest == "s" || rest == "" {
					lower = lower[:i]
				}
			}
			all = append(all, word{lower, stemOf(lower), start, end})
		}
		start = -1
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if !in && start >= 0 {
			in = strings.ContainsRune("'’-.&+#", r)
		}
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			add(i)
		}
		i += n
	}
	add(len(text))
	return all
}

// stemOf is what a word in small letters shares with its inflections, and with who does it:
// "teaching" and "teacher" have the same one. Words of other languages lose their endings of
// number and case.
func stemOf(w string) string {
	if !strings.HasSuffix(w, "ed") && len(w) > 2 {
		if v := verbs.Of(w); v.PastOf != "" && v.PresentOf == "" {
			w = v.PastOf // drew, ran
		}
	}
	s := terms.Stem(w)
	if s != w || len(w) < 6 {
		if rest, ok := strings.CutSuffix(s, "er"); ok && len(rest) >= 4 {
			return terms.Stem(rest + "e")
		}
		return s
	}
	if rest, ok := strings.CutSuffix(w, "er"); ok && len(rest) >= 4 {
		return terms.Stem(rest + "e")
	}
	ascii := strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
	for _, end := range []string{"en", "em", "es", "n", "a", "o"} {
		if rest, ok := strings.CutSuffix(s, end); ok && len(rest) >= 5 && (!ascii || len(end) == 2) {
			return rest
		}
	}
	return s
}

// isContent reports whether a word says something: it is no small word and no number.
func isContent(w word) bool {
	v := words()
	return !v.stop[w.lower] && !v.stop[w.stem] && len(w.lower) > 1 && strings.IndexFunc(w.lower, unicode.IsLetter) >= 0
}

// isGeneric reports whether a word is one of postings of every trade.
func isGeneric(w word) bool {
	v := words()
	return v.generic[w.lower] || v.generic[w.stem]
}

// isCondition reports whether a sentence asks for what no resume shows.
func isCondition(all []word) bool {
	for i := range all {
		for _, p := range words().conditions {
			if i+len(p) <= len(all) && slices.EqualFunc(p, all[i:i+len(p)], func(lower string, w word) bool { return lower == w.lower }) {
				return true
			}
		}
	}
	return false
}

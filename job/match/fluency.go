package match

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"resumax/job/posting"
)

// fluency is how well a language is spoken: 1 to 6 for A1 to C2 of the Common European
// Framework of Reference, 7 for a native speaker; 0 where it is not said.
type fluency int

// fluent is the least that whoever only names a language is not taken at their word for.
const fluent fluency = 4

// fluencyPhrase is words that say how well a language is spoken.
type fluencyPhrase struct {
	words []string
	begin bool // the last one is the beginning of a word
	level fluency
}

func fluencyOf(lists map[string][]string) (all []fluencyPhrase) {
	for level, phrases := range lists {
		n, _ := strconv.Atoi(level)
		for _, p := range phrases {
			whole, begin := strings.CutSuffix(p, "*")
			all = append(all, fluencyPhrase{fluencyWords(whole), begin, fluency(n)})
		}
	}
	slices.SortFunc(all, func(a, b fluencyPhrase) int {
		return cmp.Or(cmp.Compare(len(b.words), len(a.words)), slices.Compare(a.words, b.words))
	})
	return all
}

// fluencyWords are the words of a text in small letters, and "," for each sign that parts what is
// said of one language from what is said of the next.
func fluencyWords(text string) []string {
	var all []string
	for _, w := range fluencyTokens(text) {
		if w.lower != "," {
			all = append(all, w.lower)
		}
	}
	return all
}

func fluencyTokens(text string) (all []word) {
	start := -1
	end := func(i int) {
		if start >= 0 {
			all = append(all, word{lower: strings.ToLower(text[start:i]), start: start, end: i})
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if start < 0 {
				start = i
			}
		default:
			end(i)
			if strings.ContainsRune(",;|•·", r) {
				all = append(all, word{lower: ",", start: i, end: i + 1})
			}
		}
	}
	end(len(text))
	return all
}

// said is a level and where it is said.
type said struct {
	level      fluency
	exact      bool // by the framework's own name
	start, end int
}

// levelsIn are the levels that a text says, in order; of those right beside each other ("B2/C1",
// "fließend (C1)") the CEFR's, else the lower one.
func (v *vocabulary) levelsIn(text string) (all []said) {
	tokens := fluencyTokens(text)
	for i := 0; i < len(tokens); {
		n, level := v.fluencyAt(tokens[i:])
		if n == 0 {
			i++
			continue
		}
		s := said{level, false, tokens[i].start, tokens[i+n-1].end}
		s.exact = isFramework(text[s.start:s.end])
		if last := len(all) - 1; last >= 0 && !parts(text[all[last].end:s.start]) {
			before := &all[last]
			switch {
			case before.exact == s.exact:
				before.level = min(before.level, s.level)
			case s.exact:
				before.level, before.exact = s.level, true
			}
			before.end = s.end
		} else {
			all = append(all, s)
		}
		i += n
	}
	return all
}

// fluencyAt is how many words the longest phrase has with which tokens begin, and its level.
// Commas within are passed over: "lu, écrit, parlé".
func (v *vocabulary) fluencyAt(tokens []word) (int, fluency) {
	for _, p := range v.fluency {
		n := 0
		for k, w := range p.words {
			for k > 0 && n < len(tokens) && tokens[n].lower == "," {
				n++
			}
			if n >= len(tokens) || tokens[n].lower != w && !(p.begin && k == len(p.words)-1 && strings.HasPrefix(tokens[n].lower, w)) {
				n = 0
				break
			}
			n++
		}
		if n > 0 {
			return n, p.level
		}
	}
	return 0, 0
}

// isFramework reports whether a text is a level as the framework names it.
func isFramework(text string) bool {
	return len(text) == 2 && strings.ContainsRune("abcABC", rune(text[0])) && text[1] >= '1' && text[1] <= '6'
}

// joining are words between languages, and between one's level and the next language.
var joining = []string{"und", "and", "et", "y", "e", "sowie", "or", "oder", "ou", "o"}

// parts reports whether what stands between two levels parts them: a word, or a comma.
func parts(between string) bool {
	return slices.ContainsFunc(fluencyTokens(between), func(w word) bool {
		return !slices.Contains([]string{"bis", "to", "à", "a", "or", "oder", "ou", "o", "niveau", "level", "nivel", "nível", "mindestens", "minimum", "mínimo", "au", "min"}, w.lower)
	})
}

// levelsOf is how well a text says that each of the languages it names is spoken: what stands
// beside the language, before or behind it, up to the next one. Languages that are joined
// share what is said of them: "fluent in German and English".
func (v *vocabulary) levelsOf(text string, named []posting.Named) map[string]fluency {
	named = slices.Clone(named)
	named = slices.DeleteFunc(named, func(n posting.Named) bool { return n.Kind != posting.Language })
	slices.SortFunc(named, func(a, b posting.Named) int { return a.Start - b.Start })
	levels := v.levelsIn(text)
	of, exact := make([]fluency, len(named)), make([]bool, len(named))
	free := []said(nil)
	open := func(i int, l said) bool { return i >= 0 && (of[i] == 0 || l.exact && !exact[i]) }
	for _, l := range levels {
		before, after := -1, -1 // the languages around it
		for i, n := range named {
			if n.Start < l.end {
				before = i
			} else if after < 0 {
				after = i
			}
		}
		at := -1
		switch {
		case before >= 0 && (after < 0 || between(text, named[before].End, l.start) <= between(text, l.end, named[after].Start)) && open(before, l):
			at = before
		case open(after, l):
			at = after
		case open(before, l):
			at = before
		}
		if at < 0 {
			free = append(free, l)
			continue
		}
		of[at], exact[at] = l.level, l.exact
	}
	for i := 1; i < len(named); i++ { // "fluent German and English"
		if of[i] == 0 && joined(text, named[i-1].End, named[i].Start) {
			of[i] = of[i-1]
		}
	}
	for i := len(named) - 2; i >= 0; i-- { // "German and English fluent"
		if of[i] == 0 && joined(text, named[i].End, named[i+1].Start) {
			of[i] = of[i+1]
		}
	}
	all := map[string]fluency{}
	for i, n := range named {
		all[n.Name] = max(all[n.Name], of[i])
	}
	if len(named) == 1 && len(free) > 0 && all[named[0].Name] == 0 {
		all[named[0].Name] = free[0].level
	}
	return all
}

// between is how far two places of a text are apart: a word counts one, a comma or an "and" more
// than any words.
func between(text string, from, to int) (far int) {
	const apart = 100
	if to <= from {
		return 0
	}
	for _, w := range fluencyTokens(text[from:to]) {
		if w.lower == "," || slices.Contains(joining, w.lower) {
			far += apart
		}
		far++
	}
	return far
}

// joined reports whether only "and", a comma or the like stand between two languages.
func joined(text string, from, to int) bool {
	return from <= to && !slices.ContainsFunc(fluencyTokens(text[from:to]), func(w word) bool { return w.lower != "," && !slices.Contains(joining, w.lower) })
}

package score

import (
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/language/metric"
)

// phrase is a listed phrase, word by word.
type phrase struct {
	text  string
	words []string
}

func phraseOf(text string) phrase { return phrase{text, strings.Fields(text)} }

// matches is how many of the tokens the phrase covers, from the first on, 0 if
// they are other words. Neither a typo nor a doubled word
// hides it.
func (p phrase) matches(tokens []token) int {
	n := 0
	for i, w := range p.words {
		if i > 0 && n+1 < len(tokens) && twice(tokens[n-1], tokens[n]) {
			n++
		}
		if n == len(tokens) || !tokens[n].is(w) || i+1 < len(p.words) && tokens[n].Comma {
			return 0
		}
		n++
	}
	return n
}

// wordSet are words, those too short for typos of them to be listed as near
// once more by themselves.
type wordSet struct {
	all   map[string]bool
	short []string
}

func wordSetOf(words []string) wordSet {
	s := wordSet{all: map[string]bool{}}
	for _, w := range words {
		if !s.all[w] && len(w) < minNear {
			s.short = append(s.short, w)
		}
		s.all[w] = true
	}
	return s
}

// wordLists are the words that writing is judged by.
type wordLists struct {
	past           map[string]string   // past form → base
	participle     map[string]bool     // past participles that are not the past form
	present        map[string]string   // base, third person or gerund → base
	pastOf         map[string]string   // base → past
	feeble         map[string]bool     // words in -ed that are no verbs that act
	weak           map[string][]phrase // by their first word
	outcome        map[string]bool
	compare        map[string]bool
	comparePhrases []string
	method         map[string][]phrase // by their first word
	vague          wordSet
	filler         map[string][]phrase // by their first word
	cliche         map[string][]phrase
	person         wordSet
	american       map[string]string // American spelling → British
	british        map[string]string // and the other way round
	near           *nearWords        // the words by which points are lost
}

var lists = sync.OnceValue(func() *wordLists {
	l, err := loadWords(assets.Words)
	if err != nil {
		panic(err) // the lists are embedded; a test loads them
	}
	return l
})

func loadWords(data []byte) (*wordLists, error) {
	var f struct {
		Action, Irregular, Outcome, Spelling, Vague, Feeble string
		Numbers, Units, Nouns                               string // package metric's
		Weak, Comparator, Method, Filler, Cliche, Person    []string
	}
	t := tomlfile.Text{File: "words.toml", Data: data}
	meta, err := t.Decode(&f)
	if err != nil {
		return nil, err
	}
	if err := t.Unknown(meta, "list of words", nil); err != nil {
		return nil, err
	}
	l := &wordLists{past: map[string]string{}, participle: map[string]bool{}, present: map[string]string{}, pastOf: map[string]string{},
		weak: byFirst(f.Weak), outcome: set(f.Outcome),
		method: byFirst(f.Method), vague: wordSetOf(strings.Fields(f.Vague)), feeble: set(f.Feeble), filler: byFirst(f.Filler), cliche: byFirst(f.Cliche), compare: map[string]bool{},
		american: map[string]string{}, british: map[string]string{}}
	irregular := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(f.Irregular), "\n") {
		forms := strings.Fields(line)
		if len(forms) != 3 {
			return nil, t.Errorf(t.LineWith(line), "irregular: %q has not three forms", line)
		}
		irregular[forms[0]] = forms[1:]
	}
	for _, base := range strings.Fields(f.Action) {
		l.addVerb(base, irregular[base])
	}
	for _, p := range f.Comparator {
		if strings.Contains(p, " ") {
			l.comparePhrases = append(l.comparePhrases, p)
		} else {
			l.compare[p] = true
		}
	}
	for _, p := range f.Person {
		f.Person = append(f.Person, strings.ReplaceAll(p, "'", "’"))
	}
	l.person = wordSetOf(f.Person)
	for _, pair := range strings.Fields(f.Spelling) {
		us, uk, ok := strings.Cut(pair, "/")
		if !ok {
			return nil, t.Errorf(t.LineWith(pair), "spelling: %q is no pair", pair)
		}
		us, both := strings.CutPrefix(us, "~")
		if l.british[uk] = us; !both {
			l.american[us] = uk
		}
	}
	l.near = l.nearWords(f.Weak, f.Filler, f.Cliche, strings.Fields(f.Vague), f.Person)
	return l, nil
}

// nearWords are all words by which points are lost. Ordinary words that are
// listed for other reasons are never taken for a typo of one of them.
func (l *wordLists) nearWords(lists ...[]string) *nearWords {
	near := newNearWords()
	for _, list := range lists {
		for _, p := range list {
			for _, word := range strings.Fields(p) {
				if !strings.Contains(word, "'") { // "we're" is no typo of "were"
					near.add(word)
				}
			}
		}
	}
	for _, list := range []map[string]string{l.past, l.present, l.american, l.british} {
		for word := range list {
			near.add(word)
		}
	}
	for word := range l.participle {
		near.add(word)
	}
	for _, list := range append(metric.Lists(), l.outcome) {
		for word := range list {
			near.listed[word] = true
		}
	}
	return near
}

func phrases(texts []string) []phrase {
	list := make([]phrase, len(texts))
	for i, t := range texts {
		list[i] = phraseOf(t)
	}
	return list
}

func byFirst(texts []string) map[string][]phrase {
	m := map[string][]phrase{}
	for _, p := range phrases(texts) {
		m[p.words[0]] = append(m[p.words[0]], p)
		if len(p.words[0]) < minNear {
			m[""] = append(m[""], p) // for a typo in a word too short to be listed as near
		}
	}
	return m
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// addVerb derives the forms of an English verb, American and British.
func (l *wordLists) addVerb(base string, irregular []string) {
	if stem, ok := strings.CutSuffix(base, "ize"); ok {
		l.addVerb(stem+"ise", nil)
	}
	past := []string{pastForm(base)}
	if irregular != nil {
		past = irregular[:1]
		l.participle[irregular[1]] = true
	}
	if strings.HasSuffix(base, "el") && !doubles(base) {
		past = append(past, base+"led") // "modelled"
		l.present[base+"ling"] = base
	}
	for _, p := range past {
		l.past[p] = base
	}
	l.pastOf[base] = past[0]
	for _, p := range []string{base, thirdPerson(base), gerund(base)} {
		if _, isPast := l.past[p]; !isPast {
			l.present[p] = base
		}
	}
}

func pastForm(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case endsInY(base):
		return base[:len(base)-1] + "ied"
	case doubles(base):
		return base + base[len(base)-1:] + "ed"
	}
	return base + "ed"
}

func gerund(base string) string {
	switch {
	case strings.HasSuffix(base, "ee"), strings.HasSuffix(base, "ye"):
		return base + "ing"
	case strings.HasSuffix(base, "e"):
		return base[:len(base)-1] + "ing"
	case doubles(base):
		return base + base[len(base)-1:] + "ing"
	}
	return base + "ing"
}

func thirdPerson(base string) string {
	switch {
	case endsInY(base):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "z"):
		return base + "es"
	}
	return base + "s"
}

func endsInY(base string) bool {
	n := len(base)
	return n > 1 && base[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(base[n-2]))
}

// stressedLast are verbs of two syllables that double their last letter.
var stressedLast = map[string]bool{"defer": true, "transfer": true, "prefer": true, "refer": true, "submit": true, "commit": true, "permit": true, "admit": true, "control": true, "rerun": true, "unplug": true, "kickstart": false}

// doubles reports whether a verb doubles its last letter before -ed and -ing:
// one syllable that ends in one vowel and one consonant.
func doubles(base string) bool {
	n := len(base)
	if n < 3 {
		return false
	}
	vowel := func(i int) bool { return strings.ContainsRune("aeiou", rune(base[i])) }
	if vowel(n-1) || strings.ContainsRune("wxy", rune(base[n-1])) || !vowel(n-2) || vowel(n-3) && !strings.HasPrefix(base[n-3:], "u") {
		return false
	}
	syllables := 0
	for i := range n {
		if vowel(i) && (i == 0 || !vowel(i-1)) {
			syllables++
		}
	}
	return syllables == 1 || stressedLast[base]
}

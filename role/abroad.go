package role

import (
	"maps"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"resumax/assets/packed"
	"resumax/assets/tomlfile"
	"resumax/language/spelling"
)

// Titles in German, French, Spanish and Portuguese are put into English, word by word and
// phrase by phrase, before anything is asked of them: then all that is known of English
// titles holds for them. What has no English stays as it is.

// abroadFile is a file of assets/titles.
type abroadFile struct {
	NounFirst bool                `toml:"noun_first"`
	Small     string              `toml:"small"`
	Titles    map[string][]string `toml:"titles"`
}

func readAbroad(name string, data []byte) (abroadFile, error) {
	var f abroadFile
	t := tomlfile.Text{File: name, Data: data}
	meta, err := t.Decode(&f)
	if err == nil {
		err = t.Unknown(meta, "member of a list of titles", nil)
	}
	return f, err
}

// abroad are the titles in other languages, to be searched where they are.
type abroad struct {
	phrases packed.Table // of which title a phrase is, by the keys of its words; see numberOf
	titles  packed.Texts // the English titles
	words   packed.Texts // all words of phrases by their keys, and all that English titles have, in order
	heads   packed.Table // of which title a key is that compounds end with
	small   packed.Table // words between those that count
	english packed.Table // words of English titles
	longest int          // words of a phrase
}

func (a *abroad) code(c *packed.Coder) {
	for _, t := range []*packed.Table{&a.phrases, &a.heads, &a.small, &a.english} {
		t.Code(c)
	}
	for _, t := range []*packed.Texts{&a.titles, &a.words} {
		t.Code(c)
	}
	packed.Int(c, &a.longest)
}

// abroadTitle is a title in English.
type abroadTitle struct {
	english []string
	flag    bool // the noun stands first in the other language; of heads: the compound is called what the head is, whatever stands before
}

// numberOf is an English title by its place and a flag, in one number.
func numberOf(place int, flag bool) uint32 {
	if flag {
		return uint32(place)<<1 | 1
	}
	return uint32(place) << 1
}

func (a *abroad) titleAt(number uint32) abroadTitle {
	return abroadTitle{strings.Fields(a.titles.At(int(number >> 1))), number&1 != 0}
}

// minHead is how many letters a head has that is looked for in any word; minWord how
// many a word that may be misspelled.
// minBefore is how many letters a compound has before its head, and minCompoundEnd how
// many the shortest key of a head has.
const (
	minHead        = 6
	minWord        = 6
	minBefore      = 3
	minCompoundEnd = 5
)

// abroadOf are the titles of files; english are the words of English titles.
func abroadOf(files []abroadFile, english map[string]bool) *abroad {
	small := map[string]bool{}
	for _, f := range files {
		for w := range setOf(f.Small) {
			small[unaccented(strings.TrimRight(w, "’"))] = true
		}
	}
	a := &abroad{small: packed.SetOf(maps.Keys(small)), english: packed.SetOf(maps.Keys(english))}
	known, phrases, heads := maps.Clone(english), map[string]uint32{}, map[string]uint32{}
	var names []string
	for _, f := range files {
		for _, name := range slices.Sorted(maps.Keys(f.Titles)) {
			place := len(names)
			names = append(names, name)
			for w := range strings.FieldsSeq(name) {
				known[w] = true
			}
			for _, phrase := range f.Titles[name] {
				head, whole := strings.CutPrefix(phrase, "…")
				keys := a.keys(titleFields(head))
				if len(keys) == 0 {
					continue
				}
				if joined := strings.Join(keys, " "); !has(phrases, joined) {
					phrases[joined] = numberOf(place, f.NounFirst)
				}
				a.longest = max(a.longest, len(keys))
				for _, k := range keys {
					known[k] = true
				}
				if !f.NounFirst && len(keys) == 1 && (whole || len(keys[0]) >= minHead) && (whole || !has(heads, keys[0])) {
					heads[keys[0]] = numberOf(place, whole)
				}
			}
		}
	}
	a.phrases, a.titles, a.words = packed.TableOf(phrases), packed.TextsOf(names), packed.TextsOf(slices.Sorted(maps.Keys(known)))
	a.heads = packed.TableOf(heads)
	return a
}

// keys are the keys of those words that count.
func (a *abroad) keys(all []string) (keys []string) {
	for _, w := range all {
		if !a.isSmall(w) {
			keys = append(keys, titleKey(w))
		}
	}
	return keys
}

func (a *abroad) isSmall(word string) bool { return a.small.Has(unaccented(word)) }

// translate puts a title's words into English; false where none of them is in another
// language, and then they are as they were, but for typos.
func (a *abroad) translate(all []string) ([]string, bool) {
	all = slices.Clone(all)
	var at []int // the words that count
	for i, w := range all {
		if !a.isSmall(w) {
			at = append(at, i)
		}
	}
	keys := make([]string, len(at))
	for i, n := range at {
		keys[i] = titleKey(all[n])
		if k := a.meant(all[n], keys[i]); k != "" {
			all[n], keys[i] = k, titleKey(k)
		}
	}
	type part struct {
		words     []string
		nounFirst bool
		found     bool
	}
	var parts []part
	foreign := false
	for i := 0; i < len(at); {
		t, n := a.longestAt(keys[i:])
		if n == 0 {
			if h, ok := a.compound(all[at[i]], keys[i]); ok {
				t, n = h, 1
			}
		}
		if n == 0 {
			if last := len(parts) - 1; last >= 0 && !parts[last].found {
				parts[last].words = append(parts[last].words, all[at[i]])
			} else {
				parts = append(parts, part{words: []string{all[at[i]]}})
			}
			i++
			continue
		}
		english := true
		for _, p := range at[i : i+n] {
			english = english && (a.english.Has(all[p]) || a.english.Has(strings.TrimSuffix(all[p], "s")))
		}
		foreign = foreign || !english
		parts = append(parts, part{t.english, t.flag, true})
		i += n
	}
	if !foreign {
		return all, false
	}
	if parts[0].nounFirst { // what the noun is told apart by goes before it
		slices.Reverse(parts)
	}
	var english []string
	for _, p := range parts {
		english = append(english, p.words...)
	}
	return english, true
}

// longestAt is the longest phrase with which keys begin, and how many of them it has.
func (a *abroad) longestAt(keys []string) (abroadTitle, int) {
	for n := min(a.longest, len(keys)); n > 0; n-- {
		if t, ok := a.phrases.Find(strings.Join(keys[:n], " ")); ok {
			return a.titleAt(t), n
		}
	}
	return abroadTitle{}, 0
}

// compound reads a word as one that ends with a known one: "Kreditorenbuchhalter".
func (a *abroad) compound(word, key string) (abroadTitle, bool) {
	if a.english.Has(word) {
		return abroadTitle{}, false
	}
	for i := minBefore; i <= len(key)-minCompoundEnd; i++ {
		n, ok := a.heads.Find(key[i:])
		if !ok {
			continue
		}
		t := a.titleAt(n)
		if t.flag {
			t.flag = false
			return t, true
		}
		first := []string{key[:i]}
		for _, joint := range []string{"", "s", "n", "en", "e"} {
			if n, ok := a.phrases.Find(titleKey(strings.TrimSuffix(key[:i], joint))); ok {
				first = a.titleAt(n).english
				break
			}
		}
		return abroadTitle{english: slices.Concat(first, t.english)}, true
	}
	return abroadTitle{}, false
}

// meant is the word of a title that a word is a typo of, as a key or in English; "" for
// none. A word that is right in any language is no typo.
func (a *abroad) meant(word, key string) string {
	if utf8.RuneCountInString(word) < minWord || a.english.Has(word) || a.knows(key) {
		return ""
	}
	if t, ok := a.compound(word, key); ok && a.begunWell(t) {
		return ""
	}
	found := ""
	try := func(k string) { // what is a title abroad, else the longest
		if found == "" || a.phrases.Has(k) || len(k) > len(found) && !a.phrases.Has(found) {
			found = k
		}
	}
	folded := unaccented(word)
	if folded == "" { // of nothing but accents
		return ""
	}
	for i := a.place(folded[:1]); i < a.words.Len() && a.words.At(i)[0] == folded[0]; i++ {
		w := a.words.At(i)
		if utf8.RuneCountInString(w) >= minWord-1 && (spelling.OneEditApart(w, key) || a.english.Has(w) && spelling.OneEditApart(w, folded)) {
			try(w)
		}
	}
	if found == "" && len(key) >= minBefore+minMisspelledHead { // in the last part of a compound
		for h := range a.heads.All() {
			for n := max(len(h)-1, minMisspelledHead); n <= len(h)+1 && n+minBefore <= len(key); n++ {
				if spelling.OneEditApart(h, key[len(key)-n:]) {
					found = key[:len(key)-n] + h
				}
			}
		}
	}
	if found == "" { // a typo in what the gender is told by
		for i := max(1, len(folded)-4); i < len(folded); i++ {
			swapped := []byte(folded)
			swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
			for _, w := range []string{string(swapped), folded[:i] + folded[i+1:]} {
				if k := titleKey(w); found == "" && a.knows(k) {
					found = k
				}
			}
		}
	}
	if found == "" || isWord(word) {
		return ""
	}
	return found
}

// begunWell reports whether all of a compound's parts are known.
func (a *abroad) begunWell(t abroadTitle) bool {
	return !slices.ContainsFunc(t.english, func(w string) bool { return !a.english.Has(w) && !spelling.English().Known(w) })
}

// minMisspelledHead is how many letters the head of a compound has in which a typo is
// looked for.
const minMisspelledHead = 8

// longWord is how many letters a word has of which no other word that people write is one
// typo away: in it a word is none unless it is common. German has compounds of anything.
const longWord = 9

// isWord reports whether a word is right in some language.
func isWord(word string) bool {
	if spelling.English().Known(word) {
		return true
	}
	for _, tag := range spelling.Tags() {
		t := spelling.In(tag)
		if utf8.RuneCountInString(word) < longWord && t.Known(word) || t.Common(word) {
			return true
		}
	}
	return false
}

// knows reports whether a phrase has the key.
func (a *abroad) knows(key string) bool { return a.words.At(a.place(key)) == key || a.phrases.Has(key) }

// place is where a word is among the words, or would be.
func (a *abroad) place(word string) int {
	return sort.Search(a.words.Len(), func(i int) bool { return a.words.At(i) >= word })
}

// known are the words of a title in English that some title of the lists has.
func (a *abroad) known(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(w string) bool { return !a.english.Has(w) && !namesTechnology(w) })
}

// completions are the English titles whose names in another language begin with words of
// which the last may be unfinished, in order.
func (a *abroad) completions(all []string) (titles []string) {
	keys := a.keys(all)
	if len(keys) == 0 {
		return nil
	}
	begin, last := strings.Join(keys[:len(keys)-1], " "), keys[len(keys)-1]
	if begin != "" {
		begin += " "
	}
	if utf8.RuneCountInString(last) < 3 {
		return nil
	}
	for phrase, n := range a.phrases.All() {
		if strings.HasPrefix(phrase, begin+last) {
			titles = append(titles, strings.Join(a.titleAt(n).english, " "))
		}
	}
	slices.Sort(titles)
	return slices.Compact(titles)
}

// unaccented is a word in small letters without accents; ß is ss, and "ae" is what ä is.
func unaccented(word string) string {
	word = strings.ToLower(word)
	if isASCII(word) {
		return umlauts.Replace(word)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(ligatures.Replace(word)) {
		if r < 0x300 || r > 0x36f { // combining marks
			b.WriteRune(r)
		}
	}
	return umlauts.Replace(b.String())
}

var (
	ligatures = strings.NewReplacer("ß", "ss", "œ", "oe", "æ", "ae")
	umlauts   = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")
)

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// genders are endings of one gender, and what stands for them in keys.
var genders = []struct{ end, key string }{
	{"kauffrauen", "kaufmann"}, {"kaufleute", "kaufmann"}, {"frauen", "mann"}, {"frau", "mann"}, {"innen", ""}, {"trices", "teur"}, {"trice", "teur"}, {"tric", "teur"},
	{"euses", "eur"}, {"euse", "eur"}, {"eus", "eur"}, {"in", ""}, {"scher", "sche"}, {"ter", "te"}, {"ters", "te"},
}

// titleKey is what a title's word has in common with the same word of the other gender, of
// several people, and without accents: "infirmi" + "er" of "infirmière". It is no stem; it
// only serves to compare.
func titleKey(word string) string {
	k := unaccented(word)
	if len(k) < 5 && !strings.HasSuffix(k, "a") && !strings.HasSuffix(k, "e") {
		return k
	}
	for _, g := range genders {
		if before, ok := strings.CutSuffix(k, g.end); ok && len(before) >= 4 {
			k = before + g.key
			if g.end != "in" && g.end != "innen" {
				break
			}
		}
	}
	if len(k) > 4 {
		k = strings.TrimSuffix(k, "s")
	}
	if before := strings.TrimRight(k, "aeo"); len(before) >= 3 {
		k = before
	}
	if n := len(k); n > 4 && k[n-1] == k[n-2] {
		k = k[:n-1]
	}
	if before, ok := strings.CutSuffix(k, "v"); ok {
		k = before + "f" // sportive, sportif
	}
	return k
}

// withoutGenders is a title without what says that it is for all: "(m/w/d)", "H/F", the
// "in" of "Entwickler:in", the "ra" of "programador/ra".
func withoutGenders(text string) string {
	if !strings.ContainsAny(text, "/|·•∙.*:_(In") {
		return text
	}
	text = forAll().ReplaceAllString(text, " ")
	text = bothEndings().ReplaceAllString(text, "$1$2")
	return innerCapital().ReplaceAllString(text, "$1")
}

var (
	forAll      = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\(?\b[mwdfhxnv]( ?[/|] ?[mwdfhxn])+\b\)?`) })
	bothEndings = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(\pL{3,}) ?[·•∙.*:_/(]-?(?:innen|in|e|ne|euse|se|rice|trice|ice|ère|re|ra|a|as|o|es|r)\)?(?:$|([^\pL]))`)
	})
	innerCapital = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\pL{2,}(?:er|or|ist|eur|ent))In(?:nen)?\b`) })
)

// english are the words of all the lists.
func (f *titlesFile) english() map[string]bool {
	all := map[string]bool{}
	for _, list := range [][]string{f.Fields, f.Trades, f.Online, f.Hands, f.Engineers, f.Shared, {f.Grades, f.Common, f.Homonyms}} {
		for _, phrase := range list {
			for _, w := range strings.Fields(phrase) {
				all[w] = true
			}
		}
	}
	for _, list := range f.Also {
		for _, phrase := range list {
			for _, w := range strings.Fields(phrase) {
				all[w] = true
			}
		}
	}
	return all
}

func has[V any](m map[string]V, key string) bool {
	_, ok := m[key]
	return ok
}

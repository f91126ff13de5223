package spelling

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"resumax/assets/packed"
)

// Tongue knows which words are of a language other than English, and of what those that
// are not are typos. It never changes, so that goroutines may share one.
//
// Its table has all words of the language as a [filter], in the form of [Tongue.key],
// which takes one other word in 256 for right; and the common ones as text, a line each
// in alphabetical order: the word, and a byte that tells how rare it is. Only common words
// are suggested. Of the other words that the filter takes for right, those that are the likeliest
// typos of common words are listed.
type Tongue struct {
	tag    string
	all    filter
	common string
	wrong  string // typos that the filter takes for words, as lines like those of the common ones
	rules  *rules
}

// files are the tables that ship, and tongues what they have, by language.
var (
	files   = map[string]packed.File{"de": packed.German, "fr": packed.French, "es": packed.Spanish, "pt": packed.Portuguese}
	tongues = map[string]func() *Tongue{"de": opener("de"), "fr": opener("fr"), "es": opener("es"), "pt": opener("pt")}
)

func opener(tag string) func() *Tongue {
	return sync.OnceValue(func() *Tongue { return openTongue(tag, files[tag].Open()) })
}

// In is the words of a language, by its tag: German, French, Spanish or Portuguese; nil
// for another. Nothing is read of those that are not asked for.
func In(tag string) *Tongue {
	if open, ok := tongues[tag]; ok {
		return open()
	}
	return nil
}

// Tags are those of the languages that [In] knows, in order of the alphabet.
func Tags() []string { return slices.Sorted(maps.Keys(tongues)) }

func openTongue(tag, data string) *Tongue {
	t := &Tongue{tag: tag, rules: rulesOf[tag]}
	t.all, data = openFilter(data)
	end := 4 + int(number(data, 0))
	t.common, t.wrong = data[4:end], data[end:]
	return t
}

// longestForeign is the length in bytes up to which words are looked at. German ones are
// long, and the time grows with the length.
const longestForeign = 60

// Known reports whether a word in small letters is right: it is in the dictionaries, is
// spelled as before or after a reform, or is made of words that are.
func (t *Tongue) Known(low string) bool {
	return t.listed(low) || t.reformed(low) || len(low) > longestForeign || strings.ContainsFunc(low, isOther) || t.isMade(low)
}

// isOther reports whether a letter is of an alphabet that the language does not have.
func isOther(r rune) bool { return r > 0x17F }

// listed reports whether a word is in the dictionaries.
func (t *Tongue) listed(low string) bool {
	if !t.all.has(hash64(t.key(low))) {
		return false
	}
	_, wrong := lookUp(t.wrong, low)
	return !wrong
}

// key is how a word is listed: where a language writes a letter in two ways, in one.
func (t *Tongue) key(low string) string {
	for from, to := range t.rules.same {
		if strings.Contains(low, from) {
			low = strings.ReplaceAll(low, from, to)
		}
	}
	return low
}

// reformed reports whether a word is right but for what a reform of the spelling has
// changed, the keyboard lacks, or a region says.
func (t *Tongue) reformed(low string) bool {
	for _, f := range t.rules.forms {
		if stem, ok := strings.CutSuffix(low, f[0]); ok && t.listed(stem+f[1]) {
			return true
		}
	}
	for _, r := range t.rules.reforms {
		for from := 0; ; {
			i := strings.Index(low[from:], r[0])
			if i < 0 {
				break
			}
			from += i
			if t.listed(low[:from]+r[1]+low[from+len(r[0]):]) || t.listed(strings.ReplaceAll(low, r[0], r[1])) {
				return true
			}
			from += len(r[0])
		}
	}
	return false
}

// making is how well a word is made of others.
type making uint8

const (
	unmade  making = iota
	loosely        // of a short part, or in another form
	firmly
)

// isMade reports whether a word is made of others, and not rather a typo of a common one:
// "Kommunikaton" has "ton" in it.
func (t *Tongue) isMade(low string) bool {
	const longest = 20 // bytes of words that are very common
	switch t.making(low) {
	case loosely:
		return !t.isTypo(low, swapEdit, 58) && !t.isTypo(low, soundsEdit, 50)
	case firmly:
		return !t.isTypo(low, swapEdit, 54) && (len(low) > longest || !t.isTypo(low, letterEdit, 40))
	}
	return false
}

// making is how well a word is made of others: with a prefix, in another form, or in German
// of several.
func (t *Tongue) making(low string) making {
	const shortest, short = 4, 2 // letters behind a prefix, and of one that is in many words by chance
	how := unmade
	for _, p := range t.rules.prefixes {
		if rest, ok := strings.CutPrefix(low, p); ok && utf8.RuneCountInString(rest) >= shortest && t.listed(rest) {
			if utf8.RuneCountInString(p) > short && utf8.RuneCountInString(rest) > shortest {
				return firmly
			}
			how = loosely
		}
	}
	for _, e := range t.rules.endings {
		if stem, ok := strings.CutSuffix(low, e[0]); ok && utf8.RuneCountInString(stem+e[1]) >= shortest && t.listed(stem+e[1]) {
			how = loosely
		}
	}
	if t.rules.compounds {
		how = max(how, t.compound(low))
	}
	return how
}

// Common reports whether a word in small letters is one of the common ones.
func (t *Tongue) Common(low string) bool {
	_, _, ok := t.rarityOf(low)
	return ok
}

// rarityOf is how rare a common word in small letters is, and how it is written; false if
// it is not common.
func (t *Tongue) rarityOf(low string) (rare int, written string, ok bool) {
	kind, ok := lookUp(t.common, low)
	if !ok {
		return 0, "", false
	}
	if kind&nounBit != 0 {
		return int(kind&^nounBit) - rareZero, capitalized(low), true
	}
	return int(kind) - rareZero, low, true
}

// lookUp finds a word among lines in alphabetical order, and the byte behind it.
func lookUp(lines, word string) (kind byte, ok bool) {
	from, to := 0, len(lines)
	for from < to {
		at := strings.LastIndexByte(lines[:(from+to)/2], '\n') + 1
		end := at + strings.IndexByte(lines[at:], '\n')
		switch c := strings.Compare(lines[at:end-1], word); {
		case c == 0:
			return lines[end-1], true
		case c < 0:
			from = end + 1
		default:
			to = at
		}
	}
	return 0, false
}

// The byte behind a common word: how rare it is, in tenths of a power of ten below all
// of running text, and whether it is a German noun.
const (
	rareZero = 0x20
	nounBit  = 0x80
)

// rules is how the words of a language are written and made.
type rules struct {
	letters   []rune            // of its alphabet
	same      map[string]string // letters that are listed as others
	reforms   [][2]string       // what a reform has changed: as it may be written, and as it is listed
	prefixes  []string
	endings   [][2]string // what makes further words, and what is there without
	forms     [][2]string // endings of forms that the dictionaries lack, and of the word that they are of
	compounds bool
	elided    string      // letters that are before an apostrophe where a vowel follows
	genders   [][2]string // endings that name all genders, and what they stand for
}

const latin = "abcdefghijklmnopqrstuvwxyz"

var rulesOf = map[string]*rules{
	"de": {letters: []rune(latin + "äöüß"), same: map[string]string{"ß": "ss"}, reforms: [][2]string{{"ae", "ä"}, {"oe", "ö"}, {"ue", "ü"}, {"ph", "f"}, {"th", "t"}},
		prefixes: strings.Fields("ab an auf aus be bei durch ein ent er fehl fort ge her hin hinter los miss mit nach neben nicht ober rück um un unter ver vor weg weiter wieder zer zu zurück zusammen über " +
			"anti auto bio geo inter makro mega mikro mini mono multi nano neo neuro online poly post pro prä pseudo psycho re semi sozio sub super tele therm trans tri ultra vize öko"),
		compounds: true},
	"fr": {letters: []rune(latin + "àâçéèêëîïôœùûü"), same: map[string]string{"œ": "oe", "æ": "ae"},
		prefixes: strings.Fields("aéro agro anti auto bi bio cardio co contre cyber dé dés éco électro entre ex extra géo hydro hyper infra inter intra macro méga méta micro mini mono multi nano néo neuro non para pluri poly post pré pro pseudo psycho re ré rétro semi socio sous sub super supra sur techno télé thermo trans tri ultra uni vice"),
		endings:  [][2]string{{"s", ""}, {"euse", "eur"}, {"euses", "eur"}, {"rice", "eur"}, {"rices", "eur"}}, elided: "dlnsjmtc"},
	"es": {letters: []rune(latin + "áéíñóúü"),
		prefixes: strings.Fields("aero agro ante anti auto bi bio cardio ciber co contra des eco electro entre ex extra foto geo hidro hiper infra inter intra macro mega meta micro mini mono multi nano neo neuro para pluri poli post pos pre pro pseudo psico re semi sobre socio sub super supra tecno tele termo trans tri ultra uni vice"),
		endings:  [][2]string{{"s", ""}, {"es", ""}, {"mente", ""}, {"amente", "o"}, {"a", "o"}, {"as", "o"}},
		forms:    [][2]string{{"ás", "ar"}, {"és", "er"}, {"ís", "ir"}}, // "vos podés"
		genders:  [][2]string{{"e", "o"}, {"e", "a"}, {"es", "os"}, {"es", "as"}, {"xs", "os"}, {"xs", "as"}, {"x", "o"}, {"x", "a"}}},
	"pt": {letters: []rune(latin + "áâãàçéêíóôõú"), same: map[string]string{"ü": "u"},
		reforms:  [][2]string{{"éi", "ei"}, {"ói", "oi"}, {"ôo", "oo"}, {"êem", "eem"}, {"cç", "ç"}, {"ct", "t"}, {"pç", "ç"}, {"pt", "t"}, {"cc", "c"}, {"ô", "ó"}, {"ê", "é"}, {"ó", "ô"}, {"é", "ê"}, {"ú", "u"}},
		prefixes: strings.Fields("aero agro ante anti auto bi bio cardio ciber co contra des eco eletro electro entre ex extra foto geo hidro hiper infra inter intra macro mega meta micro mini mono multi nano neo neuro para pluri poli pos pré pre pro pseudo psico re semi sobre socio sub super supra tecno tele termo trans tri ultra uni vice"),
		endings:  [][2]string{{"s", ""}, {"mente", ""}, {"amente", "o"}, {"a", "o"}, {"as", "o"}},
		genders:  [][2]string{{"e", "o"}, {"e", "a"}, {"es", "os"}, {"es", "as"}, {"xs", "os"}, {"xs", "as"}, {"x", "o"}, {"x", "a"}}},
}

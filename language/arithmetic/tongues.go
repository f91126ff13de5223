package arithmetic

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/language/metric"
)

// tongue is what the words around numbers of another language than English are in English.
type tongue struct {
	Thousands  string
	Capitals   bool // whether nouns have one
	From, To   string
	Magnitudes map[string]string
	Units      map[string]string
	Words      map[string]string
	Down, Up   struct{ Words string }
	Nouns      map[string]string

	from, to  map[string]bool
	beginning [][2]string // of words, and what they are
	longest   int         // words of one entry
}

var tongues = sync.OnceValue(func() map[string]*tongue {
	all := map[string]*tongue{}
	for _, tag := range Tongues {
		data, ok := assets.NumbersIn(tag)
		if !ok {
			panic("no numbers in " + tag)
		}
		t, err := readTongue(tag, data)
		if err != nil {
			panic(err) // the files are embedded; a test reads them
		}
		all[tag] = t
	}
	return all
})

// Tongues are the languages besides English with whose numbers arithmetic is done.
var Tongues = []string{"de", "es", "fr", "pt"}

func readTongue(tag string, data []byte) (*tongue, error) {
	t := &tongue{}
	f := tomlfile.Text{File: "numbers/" + tag + ".toml", Data: data}
	meta, err := f.Decode(t)
	if err != nil {
		return nil, err
	}
	if err := f.Unknown(meta, "known member", nil); err != nil {
		return nil, err
	}
	t.from, t.to = words(t.From), words(t.To)
	for key, word := range t.Words {
		if stem, ok := strings.CutSuffix(key, "*"); ok {
			t.beginning = append(t.beginning, [2]string{stem, word})
		}
	}
	for list, word := range map[string]string{t.Down.Words: "reduced", t.Up.Words: "increased"} {
		for _, key := range strings.Fields(list) {
			if stem, ok := strings.CutSuffix(key, "*"); ok {
				t.beginning = append(t.beginning, [2]string{stem, word})
			} else {
				t.Words[key] = word
			}
		}
	}
	slices.SortFunc(t.beginning, func(a, b [2]string) int { return strings.Compare(b[0], a[0]) }) // the longer of two first
	for _, list := range []map[string]string{t.Units, t.Words, t.Nouns} {
		for key := range list {
			t.longest = max(t.longest, len(strings.Fields(key)))
		}
	}
	return t, nil
}

// Translation is a line of another language with the words around its numbers in English: what is
// read of it is read as of an English one. All else is as it was.
type Translation struct {
	Text     string
	from, to []int // of each byte: where what it stands for begins and ends in the source
	nouns    map[int]bool
}

// Span is what a part of the text stands for in the source.
func (t *Translation) Span(start, end int) (from, to int) {
	if start >= end || end > len(t.to) {
		return 0, 0
	}
	return t.from[start], t.to[end-1]
}

// Read reads the numbers of the translation. Named tells which bytes of the source belong to the
// name of a thing, and may be nil.
func (t *Translation) Read(named func(start, end int) bool) Reading {
	tokens := metric.Tokens(t.Text)
	for i := range tokens {
		tokens[i].Noun = t.nouns[tokens[i].Start]
	}
	return read(t.Text, tokens, func(k metric.Token) bool {
		if named == nil {
			return false
		}
		start, end := t.Span(k.Start, k.End)
		return named(start, end)
	})
}

// piece is a word of the source.
type piece struct {
	start, end int // with the marks around it
	a, b       int // without
	word       string
	out        string // what it is in English, "" for as it is
	through    int    // the last piece that out stands for
	number     bool
	noun       bool
	stop       bool // a phrase ends behind it
	capital    bool
}

// Translate puts the words around a line's numbers into English. It reports false for a language
// that is not known.
func Translate(source, tag string) (*Translation, bool) {
	t := tongues()[tag]
	if t == nil {
		return nil, false
	}
	pieces := piecesOf(source)
	t.numbers(source, pieces)
	t.translate(pieces)
	t.between(pieces)
	return assembled(source, pieces), true
}

func piecesOf(source string) []piece {
	var all []piece
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRuneInString(source[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		p := piece{start: i}
		for i < len(source) {
			r, size := utf8.DecodeRuneInString(source[i:])
			if unicode.IsSpace(r) {
				break
			}
			i += size
		}
		p.end = i
		p.a = p.end - len(strings.TrimLeft(source[p.start:p.end], "(„“\"'«»[,;:–—"))
		p.b = p.a + len(strings.TrimRight(source[p.a:p.end], ")“”\"»],;:!?–—"))
		if strings.HasSuffix(source[p.a:p.b], ".") && !abbreviations[strings.ToLower(source[p.a:p.b])] {
			p.b--
		}
		p.word = strings.ToLower(strings.ReplaceAll(source[p.a:p.b], "’", "'"))
		p.capital = startsUpper(source[p.a:p.b])
		p.stop = strings.ContainsAny(source[p.b:p.end], ",.;:!?)")
		all = append(all, p)
		p.through = len(all) - 1
		all[len(all)-1].through = p.through
	}
	return all
}

var abbreviations = words("mio. mrd. tsd. std. min. sek. ca. p.a. st. stk. mill. aprox. env. a.")

// numbers writes numbers and sums of money as in English.
func (t *tongue) numbers(source string, pieces []piece) {
	for i := 0; i < len(pieces); i++ {
		p := &pieces[i]
		sign, digits, rest := numberIn(source[p.a:p.b])
		if digits == "" {
			continue
		}
		last := i
		for rest == "" && len(digits) <= 3 && last+1 < len(pieces) && !pieces[last].stop { // "1 200"
			gap := source[pieces[last].end:pieces[last+1].start]
			_, group, more := numberIn(source[pieces[last+1].a:pieces[last+1].b])
			if len(group) != 3 || strings.Trim(group, "0123456789") != "" || gap == " " && !strings.Contains(t.Thousands, " ") || pieces[last+1].start != pieces[last+1].a {
				break
			}
			digits, rest = digits+group, more
			last++
			if len(digits) > 3 && more == "" && last+1 < len(pieces) {
				_, next, _ := numberIn(source[pieces[last+1].a:pieces[last+1].b])
				if len(next) == 3 && !pieces[last].stop && len(digits) < 7 {
					digits += next
					last++
				}
			}
		}
		out := decimalPoint(digits)
		if out == "" {
			continue
		}
		money, magnitude := "", ""
		if s := strings.TrimRightFunc(rest, func(r rune) bool { return unicode.Is(unicode.Sc, r) }); s != rest {
			money, rest = rest[len(s):], s
		}
		if m := letters[strings.ToLower(rest)]; m != "" && (money != "" || rest == "k" || rest == "K") {
			magnitude, rest = m, ""
		}
		take := func() (word string, stop bool) {
			if last+1 < len(pieces) && !pieces[last].stop {
				return pieces[last+1].word, false
			}
			return "", true
		}
		if word, stop := take(); !stop && rest == "" && magnitude == "" {
			if m := t.Magnitudes[word]; m != "" {
				magnitude = m
				last++
			} else if s := strings.TrimRightFunc(word, func(r rune) bool { return unicode.Is(unicode.Sc, r) }); s != word && letters[s] != "" {
				magnitude, money = letters[s], word[len(s):] // "12 k€"
				last++
			} else if (word == "m" || word == "k") && last+2 < len(pieces) && isCurrency(pieces[last+2].word) {
				magnitude = letters[word]
				last++
			}
		}
		if word, stop := take(); !stop && rest == "" && money == "" {
			if (word == "d'euros" || word == "d'euro") && magnitude != "" {
				money = "€"
				last++
			} else if word == "de" && magnitude != "" && last+2 < len(pieces) && isCurrency(pieces[last+2].word) {
				money = currencyOf(source[pieces[last+2].a:pieces[last+2].b])
				last += 2
			} else if isCurrency(word) {
				money = currencyOf(source[pieces[last+1].a:pieces[last+1].b])
				last++
			}
		}
		p.number = true
		if money != "" {
			sign += money
		}
		out = sign + out
		if magnitude != "" {
			out += " " + magnitude
		}
		p.out, p.through = out+rest, last
		i = last
	}
}

// letters multiply a sum: "12 k€", "1,5 M€".
var letters = map[string]string{"k": "thousand", "m": "million", "mio": "million", "mio.": "million", "md": "billion", "mrd": "billion", "mds": "billion"}

func isCurrency(word string) bool { return currencyOf(word) != "" }

// currencyOf is the currency that a word names, as it stands before a sum in English.
func currencyOf(word string) string {
	switch low := strings.ToLower(strings.Trim(word, ".,;")); low {
	case "€", "euro", "euros", "eur":
		return "€"
	case "$", "dollar", "dollars", "dólares", "usd":
		return "$"
	case "£", "pfund", "livres", "libras", "gbp":
		return "£"
	case "chf", "franken", "sfr":
		return "CHF "
	}
	return ""
}

// numberIn takes a word apart: the signs before its digits, these with their dots and commas, and
// the rest. Digits are "" for a word that is no number.
func numberIn(word string) (sign, digits, rest string) {
	start := strings.IndexFunc(word, unicode.IsDigit)
	if rest := strings.TrimLeft(word[:max(0, start)], "~≈<>+-±"); start > 0 && len(rest) > 1 { // "R$40"
		if _, size := utf8.DecodeLastRuneInString(rest); unicode.Is(unicode.Sc, lastRune(rest)) && withoutCapitals(rest[:len(rest)-size]) == "" {
			return numberBehind(word, start)
		}
	}
	if start < 0 || strings.ContainsFunc(word[:start], func(r rune) bool { return !strings.ContainsRune("~≈<>+-±", r) && !unicode.Is(unicode.Sc, r) }) {
		return "", "", ""
	}
	return numberBehind(word, start)
}

func lastRune(text string) rune {
	c, _ := utf8.DecodeLastRuneInString(text)
	return c
}

// numberBehind takes a word apart whose digits begin at a byte.
func numberBehind(word string, start int) (sign, digits, rest string) {
	end := start
	for end < len(word) && (word[end] >= '0' && word[end] <= '9' || (word[end] == '.' || word[end] == ',' || word[end] == '\'') && end+1 < len(word) && word[end+1] >= '0' && word[end+1] <= '9') {
		end++
	}
	return word[:start], word[start:end], word[end:]
}

// decimalPoint writes digits with a comma before decimals and dots between thousands as in
// English; "" for a date or a version.
func decimalPoint(digits string) string {
	digits = strings.ReplaceAll(digits, "'", "")
	switch dots, commas := strings.Count(digits, "."), strings.Count(digits, ","); {
	case commas > 1:
		return strings.ReplaceAll(digits, ",", "")
	case commas == 1 && dots > 0 && strings.IndexByte(digits, ',') < strings.LastIndexByte(digits, '.'):
		return strings.ReplaceAll(digits, ",", "") // as in English
	case commas == 1:
		return strings.Replace(strings.ReplaceAll(digits, ".", ""), ",", ".", 1)
	case dots > 0:
		groups := strings.Split(digits, ".")
		whole := len(groups[0]) <= 3 && groups[0] != "0"
		for _, g := range groups[1:] {
			whole = whole && len(g) == 3
		}
		if whole {
			return grouped(strings.Join(groups, ""))
		}
		if dots > 1 {
			return ""
		}
		return digits
	}
	if len(digits) > 4 {
		return grouped(digits)
	}
	return digits
}

// grouped is a number with commas between its thousands.
func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// translate puts words into English: all that say which way a thing went and what it is, and the
// unit or the noun behind a number.
func (t *tongue) translate(pieces []piece) {
	for i := 0; i < len(pieces); {
		p := &pieces[i]
		if p.number {
			i = t.behind(pieces, p.through+1)
			continue
		}
		word, n := t.entry(pieces, i, t.Words)
		if word == "" {
			if word, n = t.entry(pieces, i, t.Units); n < 2 {
				word = "" // a unit alone is none
			}
		}
		if word == "" && !t.from[p.word] && !t.to[p.word] {
			for _, b := range t.beginning {
				if strings.HasPrefix(p.word, b[0]) {
					word, n = b[1], 1
					break
				}
			}
		}
		if word == "" {
			i++
			continue
		}
		p.out, p.through = word, i+n-1
		i += n
	}
}

// behind puts the unit or the noun at i, behind a number, into English, and returns where to go on.
func (t *tongue) behind(pieces []piece, i int) int {
	if i >= len(pieces) || pieces[i-1].stop || pieces[i].number {
		return i
	}
	for _, list := range []map[string]string{t.Units, t.Nouns} {
		if word, n := t.entry(pieces, i, list); word != "" {
			pieces[i].out, pieces[i].through = word, i+n-1
			return i + n
		}
	}
	if word, _ := t.entry(pieces, i, t.Words); word != "" || t.from[pieces[i].word] || t.to[pieces[i].word] {
		return i
	}
	at := i
	if t.Capitals { // "45 neue Kunden"
		for at < len(pieces) && at < i+2 && !pieces[at].stop && !pieces[at].capital {
			at++
		}
		if at >= len(pieces) || pieces[at].number || !pieces[at].capital || t.Words[pieces[at].word] != "" {
			return i
		}
		if word, n := t.entry(pieces, at, t.Nouns); word != "" {
			pieces[at].out, pieces[at].through = word, at+n-1
			return at + n
		}
	}
	const shortest = 4
	if len(pieces[at].word) >= shortest && !strings.ContainsFunc(pieces[at].word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		pieces[at].noun = true
		return at + 1
	}
	return i
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// entry is the longest entry of a list that begins at a piece, and how many pieces it takes.
func (t *tongue) entry(pieces []piece, i int, list map[string]string) (word string, n int) {
	for n := min(t.longest, len(pieces)-i); n > 0; n-- {
		key := ""
		ok := true
		for j := i; j < i+n; j++ {
			ok = ok && !pieces[j].number && (j == i+n-1 || !pieces[j].stop)
			if key += pieces[j].word; j < i+n-1 {
				key += " "
			}
		}
		if word := list[key]; ok && word != "" {
			return word, n
		}
	}
	return "", 0
}

const farFrom = 9 // words that may stand between the two ends of a change

// between puts what stands before numbers into English: "from" and "to" where both ends of a change
// are there, else "of"; "to" behind a verb of change alone; "by" before a percentage behind one.
func (t *tongue) between(pieces []piece) {
	next := func(i int) int { // the number that the word i stands before, -1 for none
		for j := i + 1; j < len(pieces) && j <= i+3 && !pieces[j-1].stop; j++ {
			if pieces[j].number {
				return j
			}
			if w := pieces[j].out; w != "about" && w != "over" && w != "under" && w != "more than" && w != "less than" && w != "nearly" && w != "a" && w != "the" {
				return -1
			}
		}
		return -1
	}
	changes := func(i int) bool { // a verb of change stands before the word i
		for j := i - 1; j >= 0 && j >= i-8 && !pieces[j].stop; j-- {
			switch pieces[j].out {
			case "reduced", "increased", "doubled", "tripled", "halved":
				return true
			}
		}
		return false
	}
	for i := range pieces {
		p := &pieces[i]
		n := -1
		if t.from[p.word] || t.to[p.word] && p.out == "" || t.to[p.word] && p.out == "up to" {
			n = next(i)
		}
		if n < 0 {
			continue
		}
		switch {
		case t.from[p.word]:
			p.out = "of"
			for j := n + 1; j < len(pieces) && j <= n+farFrom && !pieces[j-1].stop; j++ {
				if pieces[j].number {
					break
				}
				if t.to[pieces[j].word] {
					if k := next(j); k >= 0 {
						p.out, pieces[j].out, pieces[j].through = "from", "to", j
					}
					break
				}
			}
			if p.out == "of" && !t.Capitals && changes(i) && strings.HasPrefix(pieces[min(n, len(pieces)-1)].unit(pieces), "%") {
				p.out = "by"
			}
			p.through = i
		case p.out == "" && changes(i):
			p.out, p.through = "to", i
		}
	}
}

// unit is what follows a number, in English.
func (p piece) unit(pieces []piece) string {
	if strings.HasSuffix(p.out, "%") {
		return "%"
	}
	if i := p.through + 1; i < len(pieces) {
		if pieces[i].out != "" {
			return pieces[i].out
		}
		return pieces[i].word
	}
	return ""
}

// assembled is the text made of pieces.
func assembled(source string, pieces []piece) *Translation {
	t := &Translation{nouns: map[int]bool{}}
	var b strings.Builder
	copied := func(from, to int) {
		for i := from; i < to; i++ {
			t.from, t.to = append(t.from, i), append(t.to, i+1)
		}
		b.WriteString(source[from:to])
	}
	at := 0
	for i := 0; i < len(pieces); i++ {
		p := &pieces[i]
		copied(at, p.a)
		last := pieces[max(i, p.through)]
		if p.noun {
			t.nouns[b.Len()] = true
		}
		if p.out == "" {
			copied(p.a, p.b)
			at = p.b
			continue
		}
		for range len(p.out) {
			t.from, t.to = append(t.from, p.a), append(t.to, last.b)
		}
		b.WriteString(p.out)
		at = last.b
		i = max(i, p.through)
	}
	copied(at, len(source))
	t.Text = b.String()
	return t
}

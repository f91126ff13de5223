package spelling

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a typo costs, in tenths of a power of ten: by so much must the word meant be
// more frequent than another that is a likelier typo away.
const (
	accentEdit   = 0  // an accent missing, wrong or too many
	accentsEdit  = 2  // two of them
	doubleEdit   = 4  // a letter doubled or not
	swapEdit     = 4  // two letters swapped
	letterEdit   = 8  // a letter missing, or too many
	soundsEdit   = 10 // a letter for one that sounds like it or is beside it on a keyboard
	changeEdit   = 16 // a letter for another
	firstEdit    = 10 // more, of the first letter
	anyTypo      = 99 // more than any costs
	endEdit      = 6  // more, of the last letter: it makes another form of the word
	clearlyMore  = 5  // how much likelier than others the likeliest must be
	minForeign   = 5  // letters from which a word is looked at
	minFarther   = 7  // letters from which one may be for any other
	minTyped     = 6  // letters of what is typed wrong within a compound
	mostCompound = 52 // how rare a common word may be as the wrong part of a compound
)

// mostRare is how rare a word may be, its typo added, that one of so many letters is
// taken for.
func mostRare(letters int) int {
	switch {
	case letters <= 5:
		return 50
	case letters == 6:
		return 54
	case letters == 7:
		return 58
	}
	return 64
}

// likely is a common word that was probably meant.
type likely struct {
	word       string // as it is written
	edit, rare int
}

func (l likely) total() int { return 2*l.edit + l.rare }

// Meant is the words that one in small letters was probably meant to be, the likeliest
// first; none if it is right, if no common word is one typo away, or several are about as
// likely.
func (t *Tongue) Meant(low string) []string {
	if utf8.RuneCountInString(low) < minForeign || t.Known(low) {
		return nil
	}
	if rest := low[1:]; strings.IndexByte(t.rules.elided, low[0]) >= 0 && strings.ContainsRune("aeiouhéèêâîôy", firstOf(rest)) && t.Common(rest) {
		return []string{low[:1] + "'" + rest} // "linscription"
	}
	found := t.near(low)
	if len(found) == 0 && t.rules.compounds {
		found = t.nearCompound(low)
	}
	var all []string
	for _, l := range found {
		if l.total() < found[0].total()+clearlyMore {
			if len(all) > 0 && !sameStem(l.word, found[0].word) || len(all) == maxSuggested {
				return nil
			}
			all = append(all, l.word)
		}
	}
	return all
}

// sameStem reports whether two words differ in how they end.
func sameStem(a, b string) bool {
	const end = 3
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return len(a)-n <= end && len(b)-n <= end
}

// isTypo reports whether a word that costs so much at most and is so rare at most is
// meant by one in small letters.
func (t *Tongue) isTypo(low string, edit, rare int) bool {
	return slices.ContainsFunc(t.nearWithin(low, edit), func(l likely) bool { return l.edit <= edit && l.rare <= rare })
}

// near is the common words that are one typo away from one in small letters, the
// likeliest first.
func (t *Tongue) near(low string) []likely { return t.nearWithin(low, anyTypo) }

// nearWithin is near for typos that cost no more than a number.
func (t *Tongue) nearWithin(low string, dearest int) []likely {
	if len(low) > longestForeign || strings.ContainsFunc(low, isOther) {
		return nil
	}
	n := utf8.RuneCountInString(low)
	most := mostRare(n)
	var found []likely
	t.eachNear(low, dearest, func(word string, edit int) {
		if rare, written, ok := t.rarityOf(word); ok && (edit+rare <= most || edit <= accentsEdit) && utf8.RuneCountInString(word) >= commonLeast && !t.isGender(low, word) {
			if !slices.ContainsFunc(found, func(l likely) bool { return l.word == written && l.edit <= edit }) {
				found = append(found, likely{written, edit, rare})
			}
		}
	})
	slices.SortStableFunc(found, func(a, b likely) int {
		return cmp.Or(cmp.Compare(a.total(), b.total()), cmp.Compare(a.word, b.word))
	})
	return found
}

// isGender reports whether a word ends as those do that name all genders: "todes",
// "alumnxs".
func (t *Tongue) isGender(low, word string) bool {
	return slices.ContainsFunc(t.rules.genders, func(g [2]string) bool {
		stem, ok := strings.CutSuffix(low, g[0])
		return ok && word == stem+g[1]
	})
}

// eachNear calls use with the listed words that are one typo away from one, with what it
// costs and that is no more than a number, some of them twice.
func (t *Tongue) eachNear(low string, dearest int, use func(word string, edit int)) {
	letters := []rune(low)
	at := make([]int, len(letters)+1)                // where each letter is
	before := make([]uint64, len(letters)+1)         // the hash of what is before it
	odd := strings.ContainsFunc(low, t.rules.hasTwo) // it is listed in another way
	before[0] = hash64("")
	for i, r := range letters {
		at[i+1] = at[i] + utf8.RuneLen(r)
		before[i+1] = folded64(before[i], low[at[i]:at[i+1]])
	}
	var room [utf8.UTFMax * 2]byte
	look := func(from int, put []byte, to, edit int) {
		if odd || strings.ContainsFunc(string(put), t.rules.hasTwo) {
			if word := low[:at[from]] + string(put) + low[at[to]:]; t.listed(word) {
				use(word, edit)
			}
		} else if t.all.has(folded64(folded64(before[from], put), low[at[to]:])) {
			use(low[:at[from]]+string(put)+low[at[to]:], edit)
		}
	}
	end := len(letters)
	for i := range end + 1 {
		more, last := 0, 0 // for where it is
		if i == 0 {
			more = firstEdit
		}
		if i >= end-1 {
			last = endEdit
		}
		for _, c := range t.rules.letters { // a letter is missing
			cost := letterEdit + more
			if i == end {
				cost += last
			}
			if i > 0 && letters[i-1] == c || i < end && letters[i] == c {
				cost = doubleEdit
			}
			if cost > dearest {
				continue
			}
			look(i, utf8.AppendRune(room[:0], c), i, cost)
		}
		if i == end {
			break
		}
		if cost := letterEdit + more + last; i == 0 || letters[i] != letters[i-1] { // it is too many
			if i+1 < end && letters[i] == letters[i+1] {
				cost = doubleEdit
			}
			if cost <= dearest {
				look(i, nil, i+1, cost)
			}
		}
		for _, c := range t.rules.letters { // it is another
			if c == letters[i] {
				continue
			}
			cost := accentEdit
			if a, b := baseOf(c), baseOf(letters[i]); a != b {
				cost = changeEdit + more + last
				if changed(a, b) <= anyEdit {
					cost = soundsEdit + more + last
				}
				if end < minFarther && cost >= changeEdit {
					continue
				}
			}
			if cost > dearest {
				continue
			}
			look(i, utf8.AppendRune(room[:0], c), i+1, cost)
		}
		if i+1 < end && letters[i] != letters[i+1] { // it is swapped with the next
			cost := swapEdit
			if i == 0 {
				cost += firstEdit
			}
			look(i, utf8.AppendRune(utf8.AppendRune(room[:0], letters[i+1]), letters[i]), i+2, cost)
		}
	}
	if len(low) <= longestForeign/2 {
		t.eachAccented(low, letters, at, use)
	}
}

// eachAccented calls use with the listed words that differ from one in two accents.
func (t *Tongue) eachAccented(low string, letters []rune, at []int, use func(word string, edit int)) {
	for i := range letters {
		for _, c := range t.rules.letters {
			if c == letters[i] || baseOf(c) != baseOf(letters[i]) {
				continue
			}
			for j := i + 1; j < len(letters); j++ {
				for _, d := range t.rules.letters {
					if d == letters[j] || baseOf(d) != baseOf(letters[j]) {
						continue
					}
					if word := low[:at[i]] + string(c) + low[at[i+1]:at[j]] + string(d) + low[at[j+1]:]; t.listed(word) {
						use(word, accentsEdit)
					}
				}
			}
		}
	}
}

// nearCompound is compounds of which one part, the first or the last, is written wrong.
func (t *Tongue) nearCompound(low string) []likely {
	var found []likely
	add := func(before, wrong, behind string) {
		if utf8.RuneCountInString(wrong) < minTyped || t.listed(wrong) {
			return
		}
		for _, l := range t.near(wrong) {
			if l.edit <= swapEdit || behind == "" && l.edit <= letterEdit && l.rare <= mostCompound {
				if word := before + strings.ToLower(l.word) + behind; unicode.IsUpper(firstOf(l.word)) || behind != "" {
					found = append(found, likely{capitalized(word), l.edit, l.rare})
				} else {
					found = append(found, likely{word, l.edit, l.rare})
				}
			}
		}
	}
	for i := range low {
		if i == 0 {
			continue
		}
		head, tail := low[:i], low[i:]
		if stem, ok := strings.CutSuffix(head, "s"); utf8.RuneCountInString(head) >= anyPart && (t.isPart(head) || ok && t.isPart(stem) || t.making(head) > unmade) {
			add(head, tail, "")
		}
		if utf8.RuneCountInString(tail) >= anyPart && t.isPart(tail) {
			if stem, ok := strings.CutSuffix(head, "s"); ok {
				add("", stem, "s"+tail)
			}
			add("", head, tail)
		}
	}
	slices.SortStableFunc(found, func(a, b likely) int {
		return cmp.Or(cmp.Compare(a.total(), b.total()), cmp.Compare(a.word, b.word))
	})
	return slices.CompactFunc(found, func(a, b likely) bool { return a.word == b.word })
}

func firstOf(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// hasTwo reports whether a letter is listed as another one.
func (r *rules) hasTwo(letter rune) bool {
	if letter < 0x80 {
		return false
	}
	_, ok := r.same[string(letter)]
	return ok
}

// folded64 is the hash of what was hashed to h with more behind it.
func folded64[T string | []byte](h uint64, more T) uint64 {
	for i := range len(more) {
		h = (h ^ uint64(more[i])) * 1099511628211
	}
	return h
}

// SameLetters reports whether two words in small letters differ at most in accents.
func SameLetters(a, b string) bool {
	return strings.Map(unaccented, a) == strings.Map(unaccented, b)
}

func unaccented(r rune) rune {
	if base := baseOf(r); base != 0 {
		return rune(base)
	}
	return r
}

// Has reports whether all letters of a word are of the language's alphabet.
func (t *Tongue) Has(low string) bool {
	return !strings.ContainsFunc(low, func(r rune) bool { return !slices.Contains(t.rules.letters, r) })
}

// baseOf is a letter without its accent.
func baseOf(r rune) byte {
	if r < 0x80 {
		return byte(r)
	}
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å', 'æ':
		return 'a'
	case 'ç':
		return 'c'
	case 'è', 'é', 'ê', 'ë':
		return 'e'
	case 'ì', 'í', 'î', 'ï':
		return 'i'
	case 'ñ':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'œ':
		return 'o'
	case 'ù', 'ú', 'û', 'ü':
		return 'u'
	case 'ÿ', 'ý':
		return 'y'
	case 'ß':
		return 's'
	}
	return 0
}

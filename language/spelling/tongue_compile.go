package spelling

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// TongueSource is what the words of a language other than English are made of, the files
// of assets/spelling.
type TongueSource struct {
	Tag  string
	List []byte // TAG.gz, as tools/pack/wordlists writes it
	Work []byte // TAG.txt: words of working life; one behind a "-" is never suggested, one behind a "!" is none; "#" begins a comment
}

// Sections of a list, see tools/pack/wordlists: how rare words are, in tenths of a power
// of ten.
const (
	unmet       = 99     // of words whose frequency is not known
	commonMost  = 30_000 // about how many words are common
	commonLeast = 4      // letters of one that is suggested; shorter German ones are parts of compounds
	workRarity  = 46     // of words of working life at most: as that of "management" in English
	typoThan    = 11     // the same, where the typo is a likely one
	oftenTyped  = 52     // how rare words may be whose typos the filter must not take for right
	newerThan   = 17     // how much rarer than a word what is a likely typo of it is, if it is one
)

// CompileTongue makes the table of a language that ships.
func CompileTongue(from TongueSource) ([]byte, error) {
	words, texts, err := from.words()
	if err != nil {
		return nil, err
	}
	known, err := packTongue(from.Tag, words, nil)
	if err != nil {
		return nil, err
	}
	t := openTongue(from.Tag, string(known))
	var fresh []string // words that are in texts and no dictionary has
	for _, w := range slices.Sorted(maps.Keys(texts)) {
		if !t.isOften(w, texts[w]) {
			fresh = append(fresh, w)
		}
	}
	return packTongue(from.Tag, words, fresh)
}

// isOften reports whether what is rare in texts is so as a typo of a word that is not.
func (t *Tongue) isOften(word string, rare int) bool {
	for _, c := range t.near(word) {
		if c.edit == accentEdit && c.rare <= rare || c.rare+newerThan <= rare || c.edit <= letterEdit && c.rare+typoThan <= rare {
			return true
		}
	}
	return false
}

// tongueWord is what is known of a word.
type tongueWord struct {
	rare         int
	noun, hidden bool
}

// words are those of the dictionaries, and those that only texts have with how rare they
// are, in small letters.
func (from TongueSource) words() (words map[string]tongueWord, texts map[string]int, err error) {
	zipped, err := gzip.NewReader(bytes.NewReader(from.List))
	if err != nil {
		return nil, nil, fmt.Errorf("list of words: %w", err)
	}
	text, err := io.ReadAll(zipped)
	if err != nil {
		return nil, nil, fmt.Errorf("list of words: %w", err)
	}
	words, texts = make(map[string]tongueWord, 1<<20), map[string]int{}
	add := func(w string, rare int) {
		low := strings.ToLower(w)
		got, there := words[low]
		if !there || rare < got.rare {
			got.rare = rare
		}
		got.noun = low != w && (!there || got.noun)
		words[low] = got
	}
	listed, rare, last := false, 0, ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if head := strings.HasPrefix(line, "#"); head || strings.HasPrefix(line, "?") {
			if rare, err = strconv.Atoi(strings.TrimSpace(line[1:])); err != nil {
				return nil, nil, fmt.Errorf("list of words: %q is no section", line)
			}
			listed, last = head, ""
			continue
		}
		if line == "" || int(line[0])-'A' > len(last) || line[0] < 'A' {
			return nil, nil, fmt.Errorf("list of words: %q behind %q is no word", line, last)
		}
		last = last[:line[0]-'A'] + line[1:]
		if listed {
			add(last, rare)
		} else {
			texts[strings.ToLower(last)] = rare
		}
	}
	eachWord(from.Work, func(w string) {
		switch w[0] {
		case '-':
			got, there := words[w[1:]]
			if !there {
				got.rare = unmet
			}
			got.hidden = true
			words[w[1:]] = got
		case '!':
			delete(words, w[1:])
		default:
			add(w, workRarity)
		}
	})
	return words, texts, nil
}

// packTongue is words as a table, and further ones that are never suggested.
func packTongue(tag string, words map[string]tongueWord, fresh []string) ([]byte, error) {
	t := &Tongue{rules: rulesOf[tag]}
	keys := make(map[uint64]bool, len(words)+len(fresh))
	for w := range words {
		keys[hash64(t.key(w))] = true
	}
	for _, w := range fresh {
		keys[hash64(t.key(w))] = true
	}
	data, err := packFilter(slices.Sorted(maps.Keys(keys)))
	if err != nil {
		return nil, err
	}
	t.all, _ = openFilter(string(data))
	common := packCommon(tag, words)
	wrong := map[string]bool{}
	for w, is := range words {
		if is.rare <= oftenTyped && utf8.RuneCountInString(w) >= minForeign {
			eachTypo(w, func(typo string) {
				if h := hash64(t.key(typo)); t.all.has(h) && !keys[h] {
					wrong[typo] = true
				}
			})
		}
	}
	data = binary.LittleEndian.AppendUint32(data, uint32(len(common)))
	data = append(data, common...)
	for _, w := range slices.Sorted(maps.Keys(wrong)) {
		data = append(data, w...)
		data = append(data, rareZero, '\n')
	}
	return data, nil
}

// eachTypo calls use with the likeliest typos of a word: without its accents or one of
// them, and with a letter missing, twice, or swapped with the next.
func eachTypo(word string, use func(string)) {
	letters := []rune(word)
	if plain := strings.Map(unaccented, word); plain != word {
		use(plain)
	}
	for i, r := range letters {
		before, behind := string(letters[:i]), string(letters[i+1:])
		if u := unaccented(r); u != r {
			use(before + string(u) + behind)
		}
		use(before + behind)
		use(before + string(r) + string(r) + behind)
		if i+1 < len(letters) && r != letters[i+1] {
			use(before + string(letters[i+1]) + string(r) + string(letters[i+2:]))
		}
	}
}

// packCommon is the common ones of words as text.
func packCommon(tag string, words map[string]tongueWord) (data []byte) {
	by := make([]int, unmet+1)
	for _, is := range words {
		by[is.rare]++
	}
	most, n := 0, 0
	for ; most < unmet && n+by[most] <= commonMost; most++ {
		n += by[most]
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		is := words[w]
		if is.rare >= most || is.hidden || utf8.RuneCountInString(w) < commonLeast && !(rulesOf[tag].compounds && utf8.RuneCountInString(w) >= shortPart) {
			continue
		}
		kind := byte(is.rare + rareZero)
		if is.noun {
			kind |= nounBit
		}
		data = append(data, w...)
		data = append(data, kind, '\n')
	}
	return data
}

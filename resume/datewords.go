package resume

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed datewords.txt
var dateWordList string

// wordKind is what a word may say in a date, several at once: "de" is filler in
// one language and "from" in another.
type wordKind uint16

const (
	presentWord wordKind = 1 << iota
	sinceWord
	toWord
	fillerWord
	aboutWord
	quarterWord
	halfWord
	onwardWord
	ordinalWord
	weekdayWord
	yearMarker
	monthMarker
	dayMarker
	monthWord
	seasonWord
	eraWord
)

var wordKinds = map[string]wordKind{
	"present": presentWord, "since": sinceWord, "to": toWord, "filler": fillerWord, "about": aboutWord,
	"quarter": quarterWord, "half": halfWord, "onward": onwardWord, "ordinal": ordinalWord, "weekday": weekdayWord,
	"year": yearMarker, "month": monthMarker, "day": dayMarker, "months": monthWord, "seasons": seasonWord, "era": eraWord,
}

// dateWord is all that a word may say in a date.
type dateWord struct {
	kinds  wordKind
	month  int // 1 to 12, 0 where languages do not agree
	season int // 1 to 4, from spring on
	era    int // the year before its first
}

// dateWords are the words of dates, folded, and read when first needed.
var dateWords = sync.OnceValue(func() map[string]dateWord {
	words := map[string]dateWord{}
	for line := range strings.Lines(dateWordList) {
		fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		kind := wordKinds[fields[1]]
		for i, group := range strings.Split(fields[2], "|") {
			for _, word := range spellings(kind, group) {
				words[word.text] = words[word.text].also(kind, i, word.era)
			}
		}
	}
	return words
})

type spelling struct {
	text string
	era  int
}

// spellings are the words of a group between two bars.
func spellings(kind wordKind, group string) []spelling {
	words := strings.Fields(group)
	switch kind {
	case eraWord:
		first, _ := strconv.Atoi(words[1])
		return []spelling{{folded(words[0]), first}}
	case monthWord, seasonWord, weekdayWord:
		all := make([]spelling, len(words))
		for i, w := range words {
			all[i].text = folded(w)
		}
		return all
	}
	return []spelling{{text: folded(strings.Join(words, " "))}}
}

// also is what a word says that says one thing more.
func (w dateWord) also(kind wordKind, group, era int) dateWord {
	switch {
	case kind == monthWord && w.kinds&monthWord != 0 && w.month != group+1:
		w.month = 0
	case kind == monthWord:
		w.month = group + 1
	case kind == seasonWord:
		w.season = group + 1
	case kind == eraWord:
		w.era = era
	}
	w.kinds |= kind
	return w
}

// The scripts from Devanagari to Burmese, whose marks are vowels rather than accents.
const firstVowelSign, lastVowelSign = 0x0900, 0x109F

// folded is a text in small letters without accents.
func folded(s string) string {
	if !plainASCII(s) {
		s = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) && (r < firstVowelSign || r > lastVowelSign) {
				return -1
			}
			return r
		}, norm.NFKD.String(s))
	}
	return strings.ToLower(s)
}

// Package langid tells the language of a text by its script, and by the share of
// short words and letters that few other languages have.
//
// Texts are counted one by one, and the counts added, so that after a change one
// text is counted again. A resume in English stays English whatever names and
// places it mentions: capitalized words tell nothing.
package langid

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/assets"
)

// English is the language that a text is in unless others are found.
const English = "en"

const (
	maxLanguages = 48 // that words tell
	maxScripts   = 28
)

// Counts are what tells the language of texts.
type Counts struct {
	votes   [maxLanguages]int32 // for each language, in parts of a word
	scripts [maxScripts]int32   // letters of each script
	latin   int32               // letters of the Latin one
}

// Language is a language that texts can be in.
type Language struct {
	Tag  string // of BCP 47, the first part alone: "pt"
	Name string // in English
}

// How much a word tells of each language that has it: less where English has it too,
// and more the fewer there are. A letter tells less than a word.
const (
	wholeWord   = 12
	sharedWord  = 3
	rareWord    = 8
	letterTells = 4
)

type data struct {
	languages []Language                  // that words tell
	writing   [maxLanguages]scriptOfWords // the script of each
	words     map[string][]vote           // function words
	letters   map[rune][]vote             // letters of few languages
	scripts   []*unicode.RangeTable       // those that one language is written in, and two more
	byScript  []Language                  // that language
	names     map[string]string           // of all languages, by tag
}

type scriptOfWords uint8

const (
	latin scriptOfWords = iota
	cyrillic
	arabic
)

type vote struct {
	language uint8
	part     int32
}

var load = sync.OnceValue(func() *data {
	d := &data{words: map[string][]vote{}, letters: map[rune][]vote{}, names: map[string]string{}}
	index := map[string]uint8{}
	for line := range strings.Lines(assets.LanguageWords) {
		f := strings.Fields(line)
		if len(f) < 4 || f[0] == "#" {
			continue
		}
		l := Language{f[0], strings.ReplaceAll(f[1], "_", " ")}
		d.names[l.Tag] = l.Name
		if f[2] == "script" {
			tables := scriptTables(f[3])
			d.scripts, d.byScript = append(d.scripts, tables), append(d.byScript, l)
			continue
		}
		i, known := index[l.Tag]
		if !known {
			i = uint8(len(d.languages))
			index[l.Tag] = i
			d.languages = append(d.languages, l)
			switch r, _ := utf8.DecodeRuneInString(f[3]); {
			case unicode.Is(unicode.Cyrillic, r):
				d.writing[i] = cyrillic
			case unicode.Is(unicode.Arabic, r):
				d.writing[i] = arabic
			}
		}
		for _, w := range f[3:] {
			if f[2] == "letters" {
				r, _ := utf8.DecodeRuneInString(w)
				d.letters[r] = append(d.letters[r], vote{i, letterTells})
			} else if !slices.ContainsFunc(d.words[w], func(v vote) bool { return v.language == i }) {
				d.words[w] = append(d.words[w], vote{i, wholeWord})
			}
		}
	}
	for _, votes := range d.words {
		english := slices.ContainsFunc(votes, func(v vote) bool { return d.languages[v.language].Tag == English })
		for i := range votes {
			if english && d.languages[votes[i].language].Tag != English {
				votes[i].part = sharedWord
			}
			votes[i].part += rareWord / int32(len(votes))
		}
	}
	for _, votes := range d.letters {
		for i := range votes {
			votes[i].part += rareWord / int32(len(votes))
		}
	}
	d.scripts = append(d.scripts, unicode.Cyrillic, unicode.Arabic)
	return d
})

func scriptTables(name string) *unicode.RangeTable {
	if name == "Kana" {
		return kana
	}
	return unicode.Scripts[name]
}

// kana are the letters that Japanese has besides the Chinese ones.
var kana = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x3041, Hi: 0x30FF, Stride: 1}}}

// Count counts one text.
func Count(text string) *Counts {
	d, c := load(), &Counts{}
	var held []string // particles behind a capitalized word: of a name, if another one follows
	capital := false
	defer func() {
		for _, w := range held {
			c.word(d, w, true)
		}
	}()
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf && !isLetter(b) {
			i++
			continue
		}
		j, ascii := i, true
		for j < len(text) {
			if b := text[j]; b < utf8.RuneSelf {
				if !isLetter(b) {
					break
				}
				c.latin++
				j++
				continue
			}
			r, size := utf8.DecodeRuneInString(text[j:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			ascii = false
			c.letter(d, r)
			j += size
		}
		if j == i {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		w := text[i:j]
		first, _ := utf8.DecodeRuneInString(w)
		switch upper := unicode.IsUpper(first); {
		case upper:
			held, capital = held[:0], true
		case (capital || len(held) > 0) && particles[w]:
			held, capital = append(held, w), false
		default:
			for _, h := range held {
				c.word(d, h, true)
			}
			c.word(d, w, ascii)
			held, capital = held[:0], false
		}
		i = j
	}
	return c
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func (c *Counts) letter(d *data, r rune) {
	if r < 0x250 || r >= 0x1E00 && r < 0x1F00 {
		c.latin++
		return
	}
	for i, t := range d.scripts {
		if unicode.Is(t, r) {
			c.scripts[i]++
			return
		}
	}
}

// longestWord bounds the function words, in bytes.
const longestWord = 24

// particles are the function words inside names: "Universidad de los Andes".
var particles = map[string]bool{"de": true, "la": true, "los": true, "las": true, "del": true, "di": true, "da": true, "do": true, "dos": true, "das": true, "du": true,
	"des": true, "le": true, "les": true, "el": true, "della": true, "delle": true, "dei": true, "y": true, "e": true, "et": true, "al": true, "van": true, "bin": true}

// word counts a word, in small letters: capitalized ones are of names.
func (c *Counts) word(d *data, w string, ascii bool) {
	if len(w) > longestWord {
		return
	}
	for _, v := range d.words[w] {
		c.votes[v.language] += v.part
	}
	if ascii {
		return
	}
	for _, r := range w {
		for _, v := range d.letters[r] {
			c.votes[v.language] += v.part
		}
	}
}

// Add adds other texts' counts, or takes them out with sign -1.
func (c *Counts) Add(o *Counts, sign int32) {
	if o == nil {
		return
	}
	for i, n := range o.votes {
		c.votes[i] += sign * n
	}
	for i, n := range o.scripts {
		c.scripts[i] += sign * n
	}
	c.latin += sign * o.latin
}

// From so many votes on a text is in another language than English, if they are
// this many times those for English: names and quotations of other languages are
// in the minority.
const (
	minVotes   = 30
	outnumbers = 1.5
)

// A script's letters make the language from this part of all letters on. Chinese
// characters and the like say three times as much as others.
const (
	scriptShare = 0.4
	dense       = 3
)

// Language is the language that the texts are in most likely.
func (c *Counts) Language() Language {
	d := load()
	best, most, letters, chinese, japanese, eastern := -1, int32(0), c.latin, int32(0), int32(0), int32(0)
	for i, n := range c.scripts[:len(d.scripts)] {
		if i < len(d.byScript) {
			switch d.byScript[i].Tag {
			case "zh":
				chinese = n
			case "ja":
				japanese = n
			case "ko":
				eastern = n
			}
		}
		letters += n
		if n > most {
			best, most = i, n
		}
	}
	eastern += chinese + japanese
	letters += (dense - 1) * eastern
	switch {
	case eastern > 0 && float64(dense*eastern) > scriptShare*float64(letters):
		switch {
		case japanese*kanaShare > chinese && japanese*2 > eastern-chinese-japanese:
			return Named("ja")
		case eastern-chinese-japanese > chinese:
			return Named("ko")
		}
		return Named("zh")
	case best < 0 || float64(most) <= scriptShare*float64(letters):
		return c.voted(d, latin)
	case best < len(d.byScript):
		return d.byScript[best]
	case d.scripts[best] == unicode.Arabic:
		return c.voted(d, arabic)
	}
	return c.voted(d, cyrillic)
}

// kanaShare is of how many Chinese letters one must be followed by a Japanese one for
// a text to be Japanese.
const kanaShare = 20

// voted is the language of a script with the most votes.
func (c *Counts) voted(d *data, w scriptOfWords) Language {
	best, english := -1, int32(0)
	for i, l := range d.languages {
		if d.writing[i] != w {
			continue
		}
		if l.Tag == English {
			english = c.votes[i]
		} else if best < 0 || c.votes[i] > c.votes[best] {
			best = i
		}
	}
	if w == latin && (best < 0 || c.votes[best] < minVotes || float64(c.votes[best]) <= outnumbers*float64(english)) {
		return Language{English, "English"}
	}
	return d.languages[best]
}

// shorter are tags of three letters, and old ones, of languages that have others.
var shorter = map[string]string{"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ita": "it", "jpn": "ja",
	"zho": "zh", "chi": "zh", "kor": "ko", "rus": "ru", "nld": "nl", "pol": "pl", "no": "nb", "nn": "nb", "iw": "he", "in": "id", "mo": "ro", "bs": "hr"}

// Named is the language of a tag of BCP 47, by its first part. One that is not known
// has its tag for a name.
func Named(tag string) Language {
	first, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if short := shorter[first]; short != "" {
		first = short
	}
	if name := load().names[first]; name != "" {
		return Language{first, name}
	}
	return Language{first, tag}
}

// IsFunctionWord reports whether a word, in small letters, is a function word of the
// language with the tag.
func IsFunctionWord(tag, word string) bool {
	d := load()
	return slices.ContainsFunc(d.words[word], func(v vote) bool { return d.languages[v.language].Tag == tag })
}

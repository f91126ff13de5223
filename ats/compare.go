package ats

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/exchange/structure"
	"resumax/render/outline"
	"resumax/resume"
)

// Comparison sets what a page says beside what it should say.
type Comparison struct {
	Words   int     `json:"words"`   // that the resume shows
	Found   int     `json:"found"`   // of these on the page
	InOrder float64 `json:"inOrder"` // the part of neighboring words that are neighbors on the page, from 0 to 1
	Lost    []Word  `json:"lost"`
	Doubled []Word  `json:"doubled"`
}

// Word is a word of the resume with the field that it stands in.
type Word struct {
	Text    string         `json:"text"`
	Address resume.Address `json:"address"`
	// Line is where on the page, as an index of [Reading.Text]: of a lost word the
	// line that the word before it is in, -1 for none; of a doubled one its own.
	Line int `json:"line"`
}

// place is a word on a page.
type place struct {
	text string
	line int
}

// placesOf are the words of lines as they are compared.
func placesOf(lines []structure.Line) []place {
	var all []place
	for n, l := range lines {
		for _, w := range l.Words {
			for _, text := range apart(bare(w.Text)) {
				all = append(all, place{text, n})
			}
		}
	}
	return all
}

// compare looks for the words of blocks among those of a page.
func compare(blocks []outline.Block, found []place) Comparison {
	left := make(map[string][]int) // places that are not accounted for
	pairs := make(map[[2]string]int)
	before := ""
	for i, p := range found {
		left[p.text] = append(left[p.text], i)
		pairs[[2]string{before, p.text}]++
		before = p.text
	}
	// take is the first place of a word behind one, else its first.
	take := func(word string, behind int) (at int, ok bool) {
		places := left[word]
		if len(places) == 0 {
			return 0, false
		}
		i, _ := slices.BinarySearch(places, behind)
		if i == len(places) {
			i = 0
		}
		at = places[i]
		left[word] = slices.Delete(places, i, i+1)
		return at, true
	}
	c := Comparison{Lost: []Word{}, Doubled: []Word{}}
	neighbors, kept, at := 0, 0, -1
	last := make(map[string]Word)
	for _, b := range blocks {
		before = ""
		for _, p := range b.Parts {
			for _, w := range spanWords(p.Spans) {
				c.Words++
				key := bare(w.Text)
				last[key] = w
				if next, ok := take(key, at); ok {
					at = next
					c.Found++
				} else {
					w.Line = -1
					if at >= 0 {
						w.Line = found[at].line
					}
					c.Lost = append(c.Lost, w)
				}
				if before != "" {
					neighbors++
					if pair := [2]string{before, key}; pairs[pair] > 0 {
						pairs[pair]--
						kept++
					}
				}
				before = key
			}
		}
	}
	c.InOrder = 1
	if neighbors > 0 {
		c.InOrder = float64(kept) / float64(neighbors)
	}
	for i, p := range found {
		if word, known := last[p.text]; known && slices.Contains(left[p.text], i) {
			word.Line = p.line
			c.Doubled = append(c.Doubled, word)
		}
	}
	return c
}

// spanWords are the words of spans that follow one another; a word that goes on
// in the next span belongs to the first.
func spanWords(spans []outline.Span) []Word {
	var all []Word
	open := false // the last word may go on
	for _, s := range spans {
		for i, text := range strings.FieldsFunc(s.Text, unicode.IsSpace) {
			if i == 0 && open && !strings.HasPrefix(s.Text, " ") {
				all[len(all)-1].Text += text
				continue
			}
			all = append(all, Word{Text: text, Address: s.Address})
		}
		open = len(all) > 0 && s.Text != "" && !strings.HasSuffix(s.Text, " ")
	}
	var kept []Word
	for _, w := range all {
		for _, text := range apart(bare(w.Text)) {
			if text == bare(w.Text) {
				text = w.Text
			}
			kept = append(kept, Word{Text: text, Address: w.Address})
		}
	}
	return kept
}

// apart parts what is written without spaces into its characters: a line may end
// between any two of them.
func apart(word string) []string {
	var all []string
	start := 0 // of what is not in all yet
	for i, r := range word {
		if !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) &&
			(r < 0x3000 || r > 0x303F) && (r < 0xFF00 || r > 0xFFEF) {
			continue
		}
		if start < i {
			all = append(all, word[start:i])
		}
		start = i + utf8.RuneLen(r)
		all = append(all, word[i:start])
	}
	if start < len(word) {
		all = append(all, word[start:])
	}
	return all
}

// bare is a word without the characters around it, without what cannot be seen and the
// marks over and under letters, which readers put in an order of their own, in
// small letters: headings may be set in capitals.
func bare(word string) string {
	word = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Mn) {
			return -1
		}
		return r
	}, word)
	return strings.ToLower(strings.Trim(word, "•·–—|,:;.()"))
}

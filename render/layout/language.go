package layout

import (
	"iter"
	"strings"
	"unicode"

	"resumax/render/bidi"
	"resumax/render/outline"
)

// scripts counts the letters of a resume by what tells languages and directions
// apart. Contact details, which are in Latin letters everywhere, do not count.
type scripts struct {
	left, right             int // by the direction that they run in
	hebrew, arabic          int
	kana, hangul, han       int
	simplified, traditional int  // of the Han characters
	turns                   bool // some text runs from right to left, or is marked to
}

func scriptsOf(blocks []outline.Block) scripts {
	var s scripts
	plain := 0 // bytes of texts in Latin, Greek and Cyrillic alone
	for text := range textsOf(blocks) {
		if european(text) {
			plain += len(text)
			continue
		}
		s.turns = s.turns || !bidi.PlainString(text)
		left, right := bidi.Count(text)
		s.left, s.right = s.left+left, s.right+right
		for _, r := range text {
			s.count(r)
		}
	}
	if s.right == 0 {
		s.left += plain // there is nothing to weigh it against
		return s
	}
	for text := range textsOf(blocks) {
		if european(text) {
			left, _ := bidi.Count(text)
			s.left += left
		}
	}
	return s
}

func (s *scripts) count(r rune) {
	switch {
	case unicode.Is(unicode.Hebrew, r):
		s.hebrew++
	case unicode.Is(unicode.Arabic, r):
		s.arabic++
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		s.kana++
	case unicode.Is(unicode.Hangul, r):
		s.hangul++
	case unicode.Is(unicode.Han, r):
		s.han++
		if strings.ContainsRune(onlySimplified, r) {
			s.simplified++
		} else if strings.ContainsRune(onlyTraditional, r) {
			s.traditional++
		}
	}
}

// direction is which way the resume runs: that of most of its letters.
func (s scripts) direction() bidi.Level {
	if s.right > s.left {
		return bidi.RightToLeft
	}
	return bidi.LeftToRight
}

// textsOf are the texts of a resume but for the contact details.
func textsOf(blocks []outline.Block) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range blocks {
			if blocks[i].Kind == outline.Contact {
				continue
			}
			for text := range allTextsOf(blocks[i : i+1]) {
				if !yield(text) {
					return
				}
			}
		}
	}
}

// allTextsOf are all texts of blocks.
func allTextsOf(blocks []outline.Block) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, b := range blocks {
			for _, p := range b.Parts {
				for _, s := range p.Spans {
					if !yield(s.Text) {
						return
					}
				}
			}
		}
	}
}

// eastAsian is which language's forms Han characters should have, "" where it
// does not matter: those of the resume's language if it is written with them;
// else Japanese beside kana, Korean beside Hangul, Chinese else, in the
// traditional way if it has more characters of that than of the simplified.
func (s scripts) eastAsian(language string) string {
	switch name, rest, _ := strings.Cut(strings.ToLower(language), "-"); {
	case name == "ja" || name == "ko":
		return name
	case name == "zh" && (strings.HasPrefix(rest, "hant") || rest == "tw" || rest == "hk" || rest == "mo"):
		return "zh-Hant"
	case name == "zh" && rest != "":
		return "zh-Hans"
	}
	switch {
	case s.hangul > 0 && s.hangul >= s.kana:
		return "ko"
	case s.kana > 0:
		return "ja"
	case s.han == 0:
		return ""
	case s.traditional > s.simplified:
		return "zh-Hant"
	}
	return "zh-Hans"
}

// language is the language of the resume as far as its scripts tell: English for
// all that are written in Latin letters or such as those.
func (s scripts) language() string {
	eastAsian := s.kana + s.hangul + s.han
	switch max(s.left-eastAsian, s.hebrew, s.arabic, eastAsian) {
	case s.left - eastAsian:
		return "en"
	case s.hebrew:
		return "he"
	case s.arabic:
		return "ar"
	}
	return s.eastAsian("")
}

// european reports whether a text has no character beyond U+058F: nothing but
// Latin, Greek, Cyrillic and Armenian letters.
func european(text string) bool {
	const next = 0xD6 // the first byte of U+0590 in UTF-8
	for i := range len(text) {
		if text[i] >= next {
			return false
		}
	}
	return true
}

// Frequent characters that tell the two ways of writing Chinese apart: each of
// the first is written as the one below it in the other way.
const (
	onlySimplified  = "们来时会为个发过后还这对说学问应开业务项队团设计与产网络电话达华东长专门级实验优职责经历参负语术软测试构师"
	onlyTraditional = "們來時會為個發過後還這對說學問應開業務項隊團設計與產網絡電話達華東長專門級實驗優職責經歷參負語術軟測試構師"
)

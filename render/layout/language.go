package layout

import (
	"strings"
	"unicode"

	"resumax/render/bidi"
	"resumax/render/outline"
)

// scripts counts the letters of a resume by what tells languages apart.
type scripts struct{ latin, hebrew, arabic, kana, hangul, han, simplified, traditional int }

func scriptsOf(blocks []outline.Block) scripts {
	var s scripts
	for text := range textsOf(blocks) {
		if bidi.PlainString(text) && !eastAsian(text) {
			s.latin += len(text) // or what is like it: Greek, Cyrillic
			continue
		}
		for _, r := range text {
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
			case unicode.IsLetter(r):
				s.latin++
			}
		}
	}
	return s
}

// eastAsian is which language's forms Han characters should have, "" where it
// does not matter: Japanese beside kana, Korean beside Hangul, Chinese else, in
// the traditional way if it has more characters of that than of the simplified.
func (s scripts) eastAsian() string {
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
	switch most := max(s.latin, s.hebrew, s.arabic, s.kana+s.hangul+s.han); most {
	case s.latin:
		return "en"
	case s.hebrew:
		return "he"
	case s.arabic:
		return "ar"
	}
	return s.eastAsian()
}

// eastAsian reports whether a text has characters of U+1100 or beyond U+3000.
func eastAsian(text string) bool {
	for i := range len(text) {
		if text[i] == 0xE1 || text[i] >= 0xE3 {
			return true
		}
	}
	return false
}

// Frequent characters that tell the two ways of writing Chinese apart: each of
// the first is written as the one below it in the other way.
const (
	onlySimplified  = "们来时会为个发过后还这对说学问应开业务项队团设计与产网络电话达华东长专门级实验优职责经历参负语术软测试构师"
	onlyTraditional = "們來時會為個發過後還這對說學問應開業務項隊團設計與產網絡電話達華東長專門級實驗優職責經歷參負語術軟測試構師"
)

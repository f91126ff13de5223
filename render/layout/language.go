package layout

import (
	"strings"
	"unicode"

	"resumax/render/outline"
)

// languageOf is which language's forms Han characters should have, "" where it
// does not matter: Japanese beside kana, Korean beside Hangul, Chinese else, in
// the traditional way if it has more characters of that than of the simplified.
func languageOf(blocks []outline.Block) string {
	kana, hangul, han, simplified, traditional := 0, 0, 0, 0, 0
	for text := range textsOf(blocks) {
		if !eastAsian(text) {
			continue
		}
		for _, r := range text {
			switch {
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				kana++
			case unicode.Is(unicode.Hangul, r):
				hangul++
			case unicode.Is(unicode.Han, r):
				han++
				if strings.ContainsRune(onlySimplified, r) {
					simplified++
				} else if strings.ContainsRune(onlyTraditional, r) {
					traditional++
				}
			}
		}
	}
	switch {
	case hangul > 0 && hangul >= kana:
		return "ko"
	case kana > 0:
		return "ja"
	case han == 0:
		return ""
	case traditional > simplified:
		return "zh-Hant"
	}
	return "zh-Hans"
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

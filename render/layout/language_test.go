package layout

import (
	"testing"

	"resumax/render/outline"
)

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ text, han, language string }{
		{"Built services in Go", "", "en"},
		{"Ελληνικά и русский", "", "en"},
		{"בניתי שירותים ב־Go", "", "he"},
		{"بنيت خدمات في Go", "", "ar"},
		{"サービスを開発", "ja", "ja"},
		{"서비스 개발 開發", "ko", "ko"},
		{"软件工程师，负责设计", "zh-Hans", "zh-Hans"},
		{"軟體工程師，負責設計", "zh-Hant", "zh-Hant"},
		{"人", "zh-Hans", "zh-Hans"},
		{"Translated 日本の本 and many other books", "ja", "en"},
	} {
		s := scriptsOf([]outline.Block{block(outline.Paragraph, "/basics/summary", c.text), block(outline.Contact, "/basics", "a@b.example")})
		if s.eastAsian("") != c.han || s.language() != c.language {
			t.Errorf("%q is in %s, with Han characters as in %q", c.text, s.language(), s.eastAsian(""))
		}
	}
	if n, m := len([]rune(onlySimplified)), len([]rune(onlyTraditional)); n != m {
		t.Errorf("%d simplified characters, %d traditional ones", n, m)
	}
}

package resume

import "testing"

func TestLanguageTags(t *testing.T) {
	for tag, want := range map[string]string{"": "", "en": "en", "pt-BR": "pt-BR", "zh-Hant-TW": "zh-Hant-TW", "nb": "nb", "de-CH-1996": "de-CH-1996",
		"English": "", "en_GB": "", "e": "", "en-": "", "-en": "", "en) /x": "", "x-klingonese": "", "12": ""} {
		if got := languageTag(tag); got != want {
			t.Errorf("%q is read as %q, want %q", tag, got, want)
		}
	}
}

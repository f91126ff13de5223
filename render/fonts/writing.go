package fonts

import (
	"strings"
	"sync"

	"github.com/go-text/typesetting/language"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// A writing is a script, by its OpenType tag, or for Han characters a way of
// writing them: "jpan", "hans", "hant" or "kore". Emoji are "zsye".

var hanWritings = []string{"jpan", "hans", "hant", "kore"}

// needsRules are scripts that are not legible without a font's rules for them.
var needsRules = map[string]bool{"arab": true, "syrc": true, "deva": true, "beng": true, "guru": true, "gujr": true, "orya": true,
	"taml": true, "telu": true, "knda": true, "mlym": true, "sinh": true, "khmr": true, "mymr": true, "tibt": true, "mong": true}

// newTags are the tags that newer fonts have for some of these scripts.
var newTags = map[string]string{"deva": "dev2", "beng": "bng2", "guru": "gur2", "gujr": "gjr2", "orya": "ory2",
	"taml": "tml2", "telu": "tel2", "knda": "knd2", "mlym": "mlm2", "mymr": "mym2"}

// writingOf is the writing that a character of a text in the language is of.
func writingOf(r rune, lang string) string {
	switch {
	case 0x3000 <= r && r <= 0x303F, 0xFF00 <= r && r <= 0xFFEF:
		return hanWriting(lang)
	case 0x1F000 <= r && r <= 0x1FAFF, 0x2600 <= r && r <= 0x27BF:
		return "zsye"
	}
	switch s := language.LookupScript(r); s {
	case language.Han:
		return hanWriting(lang)
	case language.Hiragana, language.Katakana:
		return "jpan"
	case language.Hangul:
		return "kore"
	case language.Bopomofo:
		return "hant"
	case language.Common, language.Inherited, language.Unknown:
		return ""
	default:
		return strings.ToLower(s.String())
	}
}

// hanWriting is how a language writes Han characters: in China's simplified way
// if nothing is known.
func hanWriting(lang string) string {
	main, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	switch main {
	case "ja":
		return "jpan"
	case "ko":
		return "kore"
	case "zh", "yue":
		for sub := range strings.SplitSeq(rest, "-") {
			switch sub {
			case "hant", "tw", "hk", "mo":
				return "hant"
			}
		}
	}
	return "hans"
}

// knownFor are families that are known to be good at a writing, the best first,
// those of the kind before the others.
func knownFor(writing, kind string) []string {
	f := fallbacks()[writing]
	if kind == "serif" {
		return append(append([]string(nil), f.Serif...), f.Sans...)
	}
	return append(append([]string(nil), f.Sans...), f.Serif...)
}

type fallback struct{ Sans, Serif []string }

// fallbacks reads the embedded list. It is part of the program and tested with
// it, so that a fault in it is a fault of the build: it panics.
var fallbacks = sync.OnceValue(func() map[string]fallback {
	var all map[string]fallback
	tomlfile.Embedded(assets.Fonts, "fonts/fallbacks.toml", &all)
	return all
})

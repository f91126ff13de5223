package fonts

import (
	"unicode"

	"github.com/go-text/typesetting/language"
)

// simple stands for Latin, Greek and Cyrillic, which are shaped alike.
const simple = language.Latin

// groupOf is the script that decides how a character is shaped, 0 for one that
// goes with any script.
func groupOf(r rune) language.Script {
	switch {
	case r < 0xC0:
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return simple
		}
		return 0
	case r < 0x300, 0x370 <= r && r < 0x530:
		return simple
	}
	switch s := language.LookupScript(r); s {
	case language.Common, language.Inherited, language.Unknown:
		return 0
	case language.Greek, language.Cyrillic:
		return simple
	case language.Hiragana, language.Katakana, language.Bopomofo:
		return language.Han // they are shaped alike, too
	default:
		return s
	}
}

// script is the writing system of the first character that has one.
func script(text []rune) language.Script {
	for _, r := range text {
		switch s := language.LookupScript(r); s {
		case language.Common, language.Inherited, language.Unknown:
		default:
			return s
		}
	}
	return language.Latin
}

// joined reports whether a script's letters hang together, by a stroke along
// the line or under a bar.
func joined(s language.Script) bool {
	switch s {
	case language.Arabic, language.Syriac, language.Mongolian, language.Nko, language.Mandaic, language.Manichaean,
		language.Hanifi_Rohingya, language.Adlam, language.Sogdian, language.Phags_Pa,
		language.Devanagari, language.Bengali, language.Gurmukhi, language.Tibetan:
		return true
	}
	return false
}

// joins reports whether r belongs to the character before it and should be set
// in the same face.
func joins(r rune) bool {
	return r >= 0x300 && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r))
}

package layout

import (
	"strings"
	"unicode"
)

// sticks reports whether the space between two texts must not end a line: in a
// date ("Mar 2021"), before a unit ("12 TB") and behind an initial ("J. Doe").
func sticks(before, after []rune) bool {
	word, next := lastWord(before), firstWord(after)
	switch {
	case word == "" || next == "":
		return false
	case isNumber(word) && units[strings.TrimRight(next, ".,;:)")]:
		return true
	case isNumber(strings.TrimRight(next, ".,;:)")) && months[strings.TrimRight(strings.ToLower(word), ".")]:
		return true
	}
	return isInitial(word) && len(before) > 2 || next == "–"
}

func lastWord(text []rune) string {
	for len(text) > 0 && text[len(text)-1] == ' ' {
		text = text[:len(text)-1]
	}
	i := len(text)
	for i > 0 && text[i-1] != ' ' {
		i--
	}
	return string(text[i:])
}

func firstWord(text []rune) string {
	i := 0
	for i < len(text) && text[i] != ' ' {
		i++
	}
	return string(text[:i])
}

// isNumber reports whether a word is a number, with a sign of currency or
// approximation before it perhaps.
func isNumber(word string) bool {
	digits := strings.Trim(word, "$€£~≈<>+(")
	return digits != "" && strings.Trim(digits, "0123456789.,") == ""
}

// isInitial reports whether a word is a capital letter with a full stop.
func isInitial(word string) bool {
	r := []rune(word)
	return len(r) == 2 && unicode.IsUpper(r[0]) && r[1] == '.'
}

// units are the symbols that stand behind a number with a space.
var units = set(`% k M bn B KB MB GB TB PB kB KiB MiB GiB TiB Kbps Mbps Gbps ms s min h d ns µs μs Hz kHz MHz GHz
	km m cm mm kg g t W kW MW kWh V req/s rps qps QPS RPS pp bps °C € $ £ USD EUR GBP CHF`)

// months are how months are written, in full and short.
var months = set(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// spaceless reports whether r belongs to a script that is written without
// spaces and whose lines may end nearly anywhere.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi) ||
		0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFF60 || r == 0x200B
}

// joined reports whether r is part of the character before it.
func joined(r rune) bool { return unicode.Is(unicode.M, r) || r == 0x200D }

package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sticks reports whether the space between two texts must not end a line: in a
// date ("Mar 2021", "2019 – 2021"), before a unit ("12 TB", "5 %"), behind an
// initial ("J. Doe"), a title ("Dr. Doe") or what a number counts ("p. 3", "€ 5"),
// before a dash, and within a name such as "C ++".
func sticks(before, after []rune) bool {
	word, next := strings.TrimLeft(lastWord(before), opening), firstWord(after)
	if word == "" || next == "" {
		return false
	}
	if isDash(next) {
		return true
	}
	if isDash(word) {
		return endsWithDigit(lastWord(before[:len(before)-1])) && startsDate(next)
	}
	next = strings.TrimRight(next, closing)
	switch {
	case isNumber(word):
		return units[next] || isMonth(next) && isCapital(next)
	case startsWithDigit(next):
		return counted[word] || isMonth(word) && isNumber(next)
	case isCapital(word) && len(word) == 1:
		return next != "" && strings.Trim(next, "+#") == ""
	case titles[word]:
		return isCapital(next)
	}
	return isInitial(word)
}

func isDash(word string) bool { return word == "–" || word == "—" }

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func startsWithDigit(word string) bool { return word != "" && isDigit(word[0]) }

func endsWithDigit(word string) bool { return word != "" && isDigit(word[len(word)-1]) }

// startsDate reports whether a date may begin with a word.
func startsDate(word string) bool { return startsWithDigit(word) || isMonth(word) && isCapital(word) }

// isMonth reports whether a word is a month's name, in full or short.
func isMonth(word string) bool { return months[strings.TrimRight(strings.ToLower(word), ".")] }

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
	digits := strings.TrimLeft(word, "$€£~≈<>≤≥+−±(")
	return endsWithDigit(digits) && strings.Trim(digits, "0123456789.,") == ""
}

// isInitial reports whether a word is a capital letter with a full stop, or
// several that hyphens join: "J.", "J.-P.".
func isInitial(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if r := []rune(part); len(r) != 2 || !unicode.IsUpper(r[0]) || r[1] != '.' {
			return false
		}
	}
	return true
}

// units are the symbols that stand behind a number with a space, and the words
// for the greatest numbers.
var units = set(`% ‰ k K M MM bn B KB MB GB TB PB kB KiB MiB GiB TiB KB/s MB/s GB/s Kbps Mbps Gbps kbit Mbit Gbit Mbit/s Gbit/s
	ms s min h hr hrs d ns µs μs yr yrs Hz kHz MHz GHz FLOPS GFLOPS TFLOPS PFLOPS fps FPS dB px rpm
	km m cm mm µm nm km/h m² km² kg g mg µg t l L ml W kW MW GW Wh kWh MWh GWh V mA req/s rps qps QPS RPS TPS tps pp bps
	° °C °F € $ £ USD EUR GBP CHF JPY PLN SEK NOK DKK CZK Mio Mrd million billion trillion`)

// counted are the abbreviations and signs that a number follows with a space.
var counted = set(`p. pp. no. nos. No. Nos. nr. Nr. art. Art. fig. Fig. tab. Tab. vol. Vol. ch. Ch. sec. Sec. ed. S. № § §§
	€ $ £ US$ USD EUR GBP CHF JPY PLN SEK NOK DKK CZK ca. c. approx.`)

// titles are the abbreviations that a name follows.
var titles = set(`Dr. Prof. Mr. Mrs. Ms. Mx. St. Sr. Sra. Mme. Mlle. Ing. Dipl.-Ing. Hon. Rev. Capt. Col. Gen. Lt. Sgt.
	Mr Mrs Ms Mx Dr Mme Mlle`)

// months are how months are written in English, in full and short, and in full
// in German, French, Spanish, Italian, Portuguese and Dutch.
var months = set(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec
	januar februar märz mai juni juli oktober dezember
	janvier février mars avril juin juillet août septembre octobre novembre décembre
	enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
	gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
	janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
	januari februari maart mei augustus`)

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

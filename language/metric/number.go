package metric

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// form matches texts of an expression.
func form(expression string) func(text string) bool {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
	return func(text string) bool { return compiled().MatchString(text) }
}

// magnitudes are the words and letters behind a number that multiply it.
var magnitudes = map[string]float64{"k": 1e3, "thousand": 1e3, "thousands": 1e3, "mil": 1e3, "hundred": 100,
	"m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "millones": 1e6, "milhões": 1e6, "mill": 1e6,
	"b": 1e9, "bn": 1e9, "mrd": 1e9, "billion": 1e9, "billions": 1e9, "milliarden": 1e9, "milliards": 1e9, "tn": 1e12, "trillion": 1e12,
	"lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7}

// ofMoney are those of them that multiply sums only: "3 mill stations" and "6 mil plastic" are
// of mills, and of thousandths of an inch.
var ofMoney = set("mil mill")

// cutMagnitude takes the letters off the beginning of a text that multiply the
// number before it.
func cutMagnitude(text string) (factor float64, rest string) {
	end := 0
	for end < len(text) && text[end] >= 'a' && text[end] <= 'z' {
		end++
	}
	if f, ok := magnitudes[text[:end]]; ok {
		return f, text[end:]
	}
	return 1, text
}

// number is a number as it is written: "~$1.2M/year", "two hundred and fifty".
type number struct {
	money       bool
	lower, high float64
	digits      string  // "1.2", of the lower end; "" for one in words
	magnitude   float64 // 1 if none is written
	unit        string  // what follows without a space, in small letters
	rough       bool
	last        int // its last word
}

// parse takes a word apart; ok is false for one that does not begin with digits.
func parse(lower string) (n number, ok bool) {
	n.magnitude = 1
	rest := strings.TrimLeftFunc(lower, func(r rune) bool {
		n.rough = n.rough || strings.ContainsRune("~≈<>≤≥±", r)
		n.money = n.money || unicode.Is(unicode.Sc, r)
		return strings.ContainsRune("~≈<>≤≥±+-–", r) || unicode.Is(unicode.Sc, r)
	})
	n.lower, n.digits, rest, ok = leading(rest)
	if !ok {
		return n, false
	}
	n.high = n.lower
	f, after := cutMagnitude(rest)
	if !isDash(after) || !digitAt(afterDash(after)) || !n.money && ofMoney[rest[:len(rest)-len(after)]] {
		f, after = 1, rest
	}
	if isDash(after) {
		if high, _, end, ok := leading(afterDash(after)); ok {
			n.high, rest = high, end
			if f != 1 { // "$900k–$1.2M"
				n.magnitude = f
				if g, letters := cutMagnitude(end); g != 1 && !startsWithLetter(letters) {
					n.high, rest = high*g/f, letters
				}
			}
		}
	}
	if after, ok := strings.CutPrefix(rest, "+"); ok {
		n.rough, rest = true, after
	}
	n.unit = rest
	return n, true
}

func isDash(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r == '-' || r == '–' || r == '—'
}

// afterDash is what follows a dash, without a currency.
func afterDash(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return strings.TrimLeftFunc(text[size:], func(r rune) bool { return unicode.Is(unicode.Sc, r) })
}

func digitAt(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

func startsWithLetter(text string) bool { return unicode.IsLetter(first(text)) }

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// leading is the number at the beginning of a text.
func leading(text string) (value float64, digits, rest string, ok bool) {
	end := 0
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || end > 0 && strings.IndexByte(".,'", text[end]) >= 0) {
		end++
	}
	digits = strings.TrimRight(text[:end], ".,'")
	value, ok = valueOf(digits)
	return value, digits, text[len(digits):], ok
}

var (
	groupedBy   = form(`^\d{1,3}([,']\d{2,3})*[,']\d{3}(\.\d+)?$`) // 1,000.50 and India's 1,00,000
	groupedDots = form(`^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(\.\d{3}){2,}$`)
	oneDot      = form(`^[1-9]\d{0,2}\.\d{3}$`)
)

var withoutGroups = strings.NewReplacer(",", "", "'", "")

// valueOf is the value of digits as they are written in English or, where only
// that can be meant, on the continent: 1.000,50 and 2,5.
func valueOf(digits string) (float64, bool) {
	if strings.ContainsAny(digits, ",'") || strings.Count(digits, ".") > 1 {
		switch {
		case groupedBy(digits):
			digits = withoutGroups.Replace(digits)
		case groupedDots(digits):
			digits = strings.Replace(strings.ReplaceAll(digits, ".", ""), ",", ".", 1)
		case strings.Count(digits, ",") == 1 && !strings.ContainsAny(digits, ".'"):
			digits = strings.Replace(digits, ",", ".", 1)
		case strings.Count(digits, ".") > 1:
			return 0, false // a version, a date
		default:
			digits = withoutGroups.Replace(digits)
		}
	}
	value, err := strconv.ParseFloat(digits, 64)
	return value, err == nil
}

// Values of words that are numbers. What is no exact one tells its order.
var values = map[string]float64{"zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
	"tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9}

// isOrder reports whether a word tells an order and no number: "dozens".
func isOrder(word string) bool { return values[word] > 12 && strings.HasSuffix(word, "s") }

// factors are words that tell how a thing changed.
var factors = map[string]float64{"halved": 0.5, "halving": 0.5, "doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3,
	"quadrupled": 4, "quadrupling": 4, "quintupled": 5}

// fractions are words for parts of a whole.
var fractions = map[string]float64{"half": 1. / 2, "third": 1. / 3, "thirds": 1. / 3, "quarter": 1. / 4, "quarters": 1. / 4,
	"fifth": 1. / 5, "fifths": 1. / 5, "tenth": 1. / 10, "tenths": 1. / 10}

// fold is how many times a word tells: "fivefold", "5-fold".
func fold(word string) (float64, bool) {
	stem, ok := strings.CutSuffix(word, "fold")
	if !ok {
		return 0, false
	}
	stem = strings.TrimSuffix(stem, "-")
	if v, ok := values[stem]; ok && v > 0 {
		return v, true
	}
	v, err := strconv.ParseFloat(stem, 64)
	return v, err == nil
}

// unitFollows reports whether a unit stands behind the word i: "million dollar".
func (r *reader) unitFollows(i int) bool {
	_, _, ok := r.unitAfter(i)
	return ok
}

// inWords reads a number that is written in words, from the word i on: "twelve",
// "twenty-five", "two hundred and fifty", "a dozen", "tens of thousands".
func (r *reader) inWords(i int) (n number, ok bool) {
	total, current, any := 0.0, 0.0, false
	n.magnitude = 1
	for j := i; j < len(r.tokens); j++ {
		if j > i && r.tokens[j-1].Comma {
			break
		}
		word := r.tokens[j].Lower
		v, known := values[word]
		ten, one, hyphen := strings.Cut(word, "-")
		switch {
		case (word == "a" || word == "an" || word == "one") && j == i && j+1 < len(r.tokens) && !r.tokens[j].Comma &&
			(values[r.tokens[j+1].Lower] >= 100 || r.tokens[j+1].Lower == "dozen") && !isOrder(r.tokens[j+1].Lower):
			continue
		case word == "half" && j == i && j+2 < len(r.tokens) && r.tokens[j+1].Lower == "a" && values[r.tokens[j+2].Lower] >= 12 && !isOrder(r.tokens[j+2].Lower):
			v = values[r.tokens[j+2].Lower] / 2 // "half a million"
			n.lower, n.high, n.last = v, v, j+2
			return n, true
		case word == "and" && any && current >= 100 && j+1 < len(r.tokens) && values[r.tokens[j+1].Lower] > 0 && values[r.tokens[j+1].Lower] < 100:
			continue
		case isOrder(word):
			if any {
				n.lower, n.high = total+current, total+current
				return n, any
			}
			n.last = j
			if more := r.after(j, 2); r.after(j, 1) == "of" && isOrder(more) && v < values[more] {
				v, n.last = v*values[more]/2, j+2 // "hundreds of thousands"
			}
			n.rough, n.lower, n.high = true, v, v
			return n, true
		case hyphen && values[ten] >= 20 && values[ten] < 100 && values[one] > 0 && values[one] < 10 || hyphen && values[ten] >= 20 && one == "one":
			current += values[ten] + max(1, values[one])
		case !known || word == "zero":
			if !any {
				return n, false
			}
			n.lower, n.high = total+current, total+current
			return n, true
		case word == "dozen":
			current = max(1, current) * v
		case v >= 100 && !any && j == i && !r.unitFollows(j):
			return n, false // "million" alone
		case v == 100:
			current = max(1, current) * v
		case v >= 1000:
			total, current = total+max(1, current)*v, 0
		case any && !(current >= 20 && v < 10 && int(current)%10 == 0 || current >= 100 && int(current)%100 == 0 || current == 0):
			n.lower, n.high = total+current, total+current
			return n, true // "two three-bed flats": the next number
		default:
			current += v
		}
		any, n.last = true, j
	}
	n.lower, n.high = total+current, total+current
	return n, any
}

package metric

import (
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// words are those that make metrics of numbers.
type words struct {
	units, nouns, numbers map[string]bool
}

var lists = sync.OnceValue(func() *words {
	w, err := loadWords(assets.Words)
	if err != nil {
		panic(err) // the lists are embedded; a test loads them
	}
	return w
})

// loadWords reads those of the lists of words that are about numbers.
func loadWords(data []byte) (*words, error) {
	var f struct{ Units, Nouns, Numbers string }
	if _, err := (tomlfile.Text{File: "words.toml", Data: data}).Decode(&f); err != nil {
		return nil, err
	}
	return &words{set(f.Units), set(f.Nouns), set(f.Numbers)}, nil
}

func set(list string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(list) {
		s[w] = true
	}
	return s
}

// IsNumber reports whether a word, in small letters, is a number.
func IsNumber(word string) bool { return lists().numbers[word] }

// Lists are all the words that this package knows.
func Lists() []map[string]bool {
	w := lists()
	return []map[string]bool{w.units, w.nouns, w.numbers}
}

// Words that cannot stand between a number and the noun that it counts.
var stops = set("of in to and the on at for with by from a an or as that which into via using per")

// IsStop reports whether a word joins phrases rather than being part of one.
func IsStop(word string) bool { return stops[word] }

// Words before a number that make a name or a version of it.
var naming = set(`iso soc rfc version v windows ios http tls ipv oauth level grade tier phase part chapter section gpa no no.
	number room series web industry iec nist pci ansi gen type class release q en din ifrs ieee usb`)

// IsNumbered reports whether a number behind the word makes a name of it:
// "phase", "version".
func IsNumbered(word string) bool { return naming[word] }

// Words before a year that make a date of it.
var dating = set("in since of during by until from to early late mid")

// scale is a unit's kind and how much of the kind's own unit it is.
type scale struct {
	kind   Kind
	factor float64
}

// scales are the units whose metrics can be compared with each other.
var scales = func() map[string]scale {
	all := map[string]scale{}
	add := func(kind Kind, factor float64, names string) {
		for _, n := range strings.Fields(names) {
			all[n] = scale{kind, factor}
		}
	}
	const day = 24 * 60 * 60
	add(Time, 1e-9, "ns")
	add(Time, 1e-6, "µs us")
	add(Time, 1e-3, "ms millisecond milliseconds")
	add(Time, 1, "s sec secs second seconds")
	add(Time, 60, "min mins minute minutes")
	add(Time, 60*60, "h hr hrs hour hours")
	add(Time, day, "day days")
	add(Time, 7*day, "week weeks")
	add(Time, 365.25/12*day, "month months")
	add(Time, 365.25*day, "year years")
	add(Percent, 1, "% percent percentage points pp")
	add(Percent, 0.01, "bps")
	for power, prefix := range []string{"k", "m", "g", "t", "p", "e"} {
		decimal, binary := 1.0, 1.0
		for range power + 1 {
			decimal, binary = decimal*1000, binary*1024
		}
		add(Data, decimal, prefix+"b")
		add(Data, binary, prefix+"ib")
	}
	add(Data, 1, "bytes")
	add(Rate, 1, "fps rps qps tps hz")
	add(Rate, 1e3, "khz")
	add(Rate, 1e6, "mhz")
	add(Rate, 1e9, "ghz")
	add(Multiple, 1, "x")
	return all
}()

// perSecond is how often a second a thing happens that happens once in a unit
// of time: "s", "day".
func perSecond(unit string) (float64, bool) {
	s, ok := scales[unit]
	return 1 / s.factor, ok && s.kind == Time
}

// IsTime reports whether a word is a unit of time.
func IsTime(word string) bool { s, ok := scales[word]; return ok && s.kind == Time }

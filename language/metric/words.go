package metric

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"resumax/assets/packed"
	"resumax/assets/tomlfile"
)

// words are those that make metrics of numbers, or keep them from being any.
type words struct {
	units, prefixes, nouns, uncounted, kinds, naming, verbs, names, groups map[string]bool
	namingAbroad, ratings, by, held, sizes, sized, ofKind, shifts          map[string]bool

	singulars   map[string]bool            // of the nouns
	namesBefore map[string]map[string]bool // numbers that are names before one of the words
}

var lists = sync.OnceValue(func() *words {
	var f wordsFile
	err := packed.Read(packed.NumberLists.Open(), f.code)
	if err != nil {
		panic(err) // the lists are embedded; a test loads them
	}
	return f.words()
})

// wordsFile is what numbers.toml holds.
type wordsFile struct {
	Units, Prefixes, Nouns, Uncounted, Kinds, Naming, Names, Groups string
	AlsoVerbs                                                       string   `toml:"also-verbs"`
	NamesBefore                                                     []string `toml:"names-before"`
	NamingAbroad                                                    string   `toml:"naming-abroad"`
	Ratings, Sizes, Sized, Shifts                                   string
	By, Held                                                        string
	OfKind                                                          string `toml:"of-kind"`
}

func (f *wordsFile) code(c *packed.Coder) { packed.Value(c, f) }

// Compile makes the packed form of numbers.toml.
func Compile(data []byte) ([]byte, error) {
	var f wordsFile
	t := tomlfile.Text{File: "numbers.toml", Data: data}
	meta, err := t.Decode(&f)
	if err != nil {
		return nil, err
	}
	if err := t.Unknown(meta, "list of words", nil); err != nil {
		return nil, err
	}
	for _, line := range f.NamesBefore {
		if !strings.Contains(line, ":") {
			return nil, t.Errorf(t.LineWith(line), "names-before: %q has no colon", line)
		}
	}
	return packed.Write(f.code), nil
}

func (f *wordsFile) words() *words {
	w := &words{units: set(f.Units), prefixes: set(f.Prefixes), nouns: set(f.Nouns), uncounted: set(f.Uncounted), kinds: set(f.Kinds),
		naming: set(f.Naming), verbs: set(f.AlsoVerbs), names: set(f.Names), groups: set(f.Groups),
		namingAbroad: set(f.NamingAbroad), ratings: set(f.Ratings), by: set(f.By), held: set(f.Held), sizes: set(f.Sizes), sized: set(f.Sized), ofKind: set(f.OfKind), shifts: set(f.Shifts),
		singulars: map[string]bool{}, namesBefore: map[string]map[string]bool{}}
	for noun := range w.nouns {
		if one := singular(noun); one != noun && !w.kinds[one] {
			w.singulars[one] = true
		}
	}
	for _, line := range f.NamesBefore {
		numbers, after, _ := strings.Cut(line, ":")
		for _, n := range strings.Fields(numbers) {
			w.namesBefore[n] = set(after)
		}
	}
	return w
}

// singular is the singular of a regular plural, and any other word as it is.
func singular(noun string) string {
	for _, ending := range []string{"ches", "shes", "xes", "sses"} {
		if strings.HasSuffix(noun, ending) {
			return noun[:len(noun)-2]
		}
	}
	if stem, ok := strings.CutSuffix(noun, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(noun, "s")
}

func set(list string) map[string]bool {
	all := strings.Fields(list)
	s := make(map[string]bool, len(all))
	for _, w := range all {
		s[w] = true
	}
	return s
}

// IsNumber reports whether a word, in small letters, is a number or a part of one.
func IsNumber(word string) bool {
	if numberWords()[word] {
		return true
	}
	_, ok := fold(word)
	return ok
}

var numberWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for word := range values {
		all[word] = true
	}
	for _, list := range []map[string]float64{factors, fractions} {
		for word, n := range list {
			all[word] = all[word] || n != 0
		}
	}
	for word, n := range magnitudes {
		all[word] = all[word] || n >= 100 && len(word) > 3 && !ofMoney[word]
	}
	return all
})

// IsUnit reports whether a word, in small letters, is a unit of measure or a currency.
func IsUnit(word string) bool { return lists().units[word] || currencyCodes[strings.ToUpper(word)] }

// Lists are all the words that this package knows.
func Lists() []map[string]bool {
	w := lists()
	numbers := map[string]bool{}
	for word := range values {
		numbers[word] = true
	}
	for _, more := range []map[string]float64{factors, fractions} {
		for word := range more {
			numbers[word] = true
		}
	}
	return []map[string]bool{w.units, w.nouns, numbers}
}

// IsListed reports whether a word is one of [Lists].
func IsListed(word string) bool {
	w := lists()
	if w.units[word] || w.nouns[word] {
		return true
	}
	for _, numbers := range []map[string]float64{values, factors, fractions} {
		if _, ok := numbers[word]; ok {
			return true
		}
	}
	return false
}

// Words that cannot stand between a number and the noun that it counts.
var stops = set("of in to and the on at for with by from a an or as that which into via using per")

// ends are further ones, which may stand in the name of what changed.
var ends = set(`is was were are be been being has have had will would can could may who whom whose while when where whereas after before during
	through throughout over under between among within across including include plus also then than all each both their its our his her my your
	this these those while since until up down off out about not no but if so because resulting totaling`)

// IsStop reports whether a word joins phrases rather than being part of one.
func IsStop(word string) bool { return stops[word] }

// IsNumbered reports whether a number behind the word makes a name of it:
// "phase", "version".
func IsNumbered(word string) bool { return lists().naming[word] }

// IsNumberedAbroad is IsNumbered of German, French, Spanish and Portuguese words.
func IsNumberedAbroad(word string) bool { return lists().namingAbroad[word] }

// IsRating reports whether a number of a unit, in small letters, behind a word says for what a thing
// is made, and not what was done: "400 V switchboards".
func IsRating(unit, before string) bool { return lists().ratings[unit] && !lists().by[before] }

// IsShift reports whether a number of shifts, behind the word before it, says how a place works:
// "in 3 shifts".
func IsShift(unit, before string) bool {
	switch before {
	case "in", "im", "en", "em":
		return lists().shifts[unit]
	}
	return false
}

// IsSize reports whether a number of a unit of sizes and powers says of which kind a thing is, by
// the words before and behind it, in small letters: "boilers of 35 kW", "8 mm plate". Before is
// "" at the beginning, behind at the end of a part of a sentence.
func IsSize(unit, before, behind string) bool {
	w := lists()
	return w.sizes[unit] && (w.ofKind[before] || w.sized[unit] && behind != "" && !stops[behind] && !w.held[before])
}

// Words before a year that make a date of it.
var dating = set(`in since of during by until from to early late mid through fiscal fy spring summer fall autumn winter q1 q2 q3 q4 and
	year years season class` + " " + months)

const months = `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
	oct nov dec`

var monthNames = set(months)

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
	add(Time, 7*day, "week weeks wk wks")
	add(Time, 365.25/12*day, "month months")
	add(Time, 365.25*day, "year years yr yrs")
	add(Percent, 1, "% percent pct percentage pp")
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
	add(Money, 1, "dollar dollars euro euros rupee rupees yen franc francs peso pesos riyal riyals dirham dirhams shekels krona kronor kroner")
	add(Money, 0.01, "cent cents")
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

// Joining are the words that keep a number from counting what comes behind them, and
// those that tell a length of service.
func Joining() []string {
	return slices.Concat(slices.Sorted(maps.Keys(stops)), slices.Sorted(maps.Keys(ends)), []string{"year", "years"})
}

// Numerals are the words that are numbers or tell one.
func Numerals() []string {
	return slices.Concat(slices.Sorted(maps.Keys(values)), slices.Sorted(maps.Keys(factors)), slices.Sorted(maps.Keys(fractions)))
}

// Package arithmetic does with the numbers of a text what an interviewer does in the
// head: 99.99% availability is 52.6 minutes of downtime a year, 900 to 120 ms is 7.5
// times, $5k a month is $60k a year. And it finds numbers that contradict each other:
// in one text, and in two that tell of the same thing.
//
// A year has 365.25 days where time is divided (downtime), 365 where days are counted,
// 250 working days, 52 weeks and 2,080 hours of full-time work. Figures are rounded to
// three digits in words, and to six as values.
//
// A contradiction is reported only where no reading of the text explains it: what
// rounding, percentage points instead of percent, working days instead of all, or a
// bound ("over", "under") explains is none.
package arithmetic

import (
	"math"
	"strconv"
	"strings"

	"resumax/language/metric"
)

// Kind is what a figure is.
type Kind string

// The kinds of figures.
const (
	Downtime   Kind = "downtime"   // that an availability leaves
	Total      Kind = "total"      // of a rate, over a day, a week, a year
	Percentage Kind = "percentage" // by which something changed
	Factor     Kind = "factor"     // how many times as much, or as little
	Difference Kind = "difference" // between before and after, in its unit or in points
	Remainder  Kind = "remainder"  // what a cut leaves
	Baseline   Kind = "baseline"   // what it was before
	Throughput Kind = "throughput" // an amount over the time that it took
	Share      Kind = "share"      // of a whole, or for each of several
	OneIn      Kind = "one-in"     // how many cases one failure comes in
	Product    Kind = "product"    // a percentage of an amount, a number of groups times their size
	FullTime   Kind = "full-time"  // hours as posts
	Conversion Kind = "conversion" // another unit
)

// Figure is a number that follows from those of a text.
type Figure struct {
	Start, End int // bytes of the text: the numbers that it follows from
	Kind       Kind
	Text       string // "99.99% leaves 52.6 minutes of downtime a year"
	Value      float64
	Unit       string // "minutes/year", "%", "x", "points", "requests/day", "$/store"
}

// Contradiction is a statement that another one in the same text excludes.
type Contradiction struct {
	Start, End int    // bytes of the text, from the first of the numbers to the last
	Text       string // "From 10 to 6 is 40%, not 55%"
	Right      string // what it would be: "40%"
	Wrong      string // what the text says: "55%"
}

// Reading is a text with its numbers.
type Reading struct {
	Text    string
	Metrics []metric.Metric
	Changes []metric.Change

	low string // the text in small letters, "" where that is not known
}

func (r *Reading) lower() string {
	if r.low == "" {
		r.low = strings.ToLower(r.Text)
	}
	return r.low
}

// Read reads the numbers of a text.
func Read(text string) Reading { return ReadNamed(text, nil) }

// ReadNamed is Read where named tells which words belong to the name of a thing.
func ReadNamed(text string, named func(metric.Token) bool) Reading {
	return read(text, metric.Tokens(text), named)
}

func read(text string, tokens []metric.Token, named func(metric.Token) bool) Reading {
	metrics := metric.In(text, tokens, named)
	low := ""
	if len(metrics) > 0 {
		low = strings.ToLower(text)
		widen(low, metrics)
	}
	return Reading{text, metrics, metric.Changes(text, tokens, metrics), low}
}

// Digits is a number in three digits, as it is said: "52.6", "6,910,000", "6.91 billion". Whole
// numbers under a million keep all of theirs.
func Digits(v float64) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	for _, m := range []struct {
		of   float64
		name string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if v >= m.of*0.9995 && v >= 1e6 {
			return sign + plainDigits(significant(v/m.of, 3)) + m.name
		}
	}
	if whole := math.Round(v); math.Abs(v-whole) < 1e-9*max(1, v) {
		return sign + plainDigits(whole)
	}
	return sign + plainDigits(significant(v, 3))
}

// significant is a number rounded to so many digits.
func significant(v float64, digits int) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return v
	}
	text := strconv.FormatFloat(v, 'e', digits-1, 64)
	v, _ = strconv.ParseFloat(text, 64)
	return v
}

// plainDigits writes a number with commas between thousands.
func plainDigits(v float64) string {
	text := strconv.FormatFloat(v, 'f', -1, 64)
	whole, rest, dot := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		return whole + "." + rest
	}
	return whole
}

var adverbial = map[string]string{"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annually": "year", "yearly": "year", "hourly": "hour"}

var adjectives = map[string]string{"annual": "year", "yearly": "year", "quarterly": "quarter", "monthly": "month", "weekly": "week", "daily": "day"}

// widen gives metrics the windows that stand behind what they are of: "30 tons of produce a
// day".
func widen(low string, metrics []metric.Metric) {
	const longest = 5
	for i := range metrics {
		m := &metrics[i]
		if m.Window != "" || m.Kind == metric.Percent || m.Kind == metric.Multiple || m.Kind == metric.Part || m.Kind == metric.Rank {
			continue
		}
		after := phraseAfter(low[min(m.End, len(low)):], longest+1)
		if len(after) > 2 && after[0] == "in" && m.Kind == metric.Money && adjectives[after[1]] != "" {
			m.Window = adjectives[after[1]] // "$25M in annual payables"
			continue
		}
		if len(after) < 3 || after[0] != "of" && (after[0] != "in" || m.Kind != metric.Money) {
			continue
		}
		for j := 2; j+1 < len(after); j++ {
			switch after[j] {
			case "a", "an", "per", "each", "every":
				if periodOf(after[j+1]) > 0 {
					m.Window = after[j+1]
				}
			case "in":
				if j+2 < len(after) && (after[j+1] == "the" || after[j+1] == "a" || after[j+1] == "one") && periodOf(after[j+2]) > 0 {
					m.Window = after[j+2]
				}
			}
			if linking[after[j]] || m.Window != "" {
				break
			}
		}
		if last := adverbial[after[len(after)-1]]; m.Window == "" && last != "" {
			m.Window = last // "15,000 lb of milk daily"
		}
	}
}

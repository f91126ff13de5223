// Package metric reads the numbers of running text that measure something, and
// the changes that they tell: "from 900 ms to 120 ms", "80k req/s", "by half".
//
// Years and dates, lengths of service ("7 years"), versions (Java 8), names (EC2,
// HTTP/2, a 1099), standards (ISO 27001), phone numbers, grades and ordinals measure nothing.
package metric

import (
	"math"
	"strings"
)

// Kind is what a metric is a measure of.
type Kind uint8

// The kinds of metrics.
const (
	Count    Kind = iota // things, people, events
	Time                 // in seconds
	Rate                 // events in a unit of time, in events a second
	Percent              // a share of a hundred
	Money                // in its currency
	Data                 // in bytes, of 1000 to a kilobyte
	Multiple             // how many times
	Physical             // lengths, masses, power, frequencies, temperatures: in their unit
	Part                 // of a whole, or a mark of the highest one, or a ratio: "14 of 15", "4.8/5", "1:8"
	Rank                 // "#1 of 45", "top 5%"
)

func (k Kind) String() string {
	return [...]string{"count", "time", "rate", "percent", "money", "data", "multiple", "physical", "part", "rank"}[k]
}

// Metric is a number that measures something.
type Metric struct {
	Start, End int     // bytes of the text
	Text       string  // as it is there: "900 ms", "80k req/s", "zero downtime"
	Kind       Kind    //
	Value      float64 // in the unit of its kind; the lower end of a range
	High       float64 // the upper end of a range, else Value
	Unit       string  // in small letters: "ms", "req/s", "%", "$", or a count noun; "" where there is none
	Rough      bool    // "dozens", "~40", "over 40", "2M+"
	Percentile string  // "p95", "" where none is named
	Window     string  // the time that it is counted over: "year", "day", "6 months"; "" where none is named

	first, last int     // its words
	scale       float64 // what "million" and the like multiplied it by, 1 for nothing
}

// Amount is the number as the text has it, in Unit: 120 for "120 ms", whose Value
// is 0.12.
func (m Metric) Amount() float64 { return m.Value / m.factor() }

// factor is how much of the kind's own unit the metric's unit is.
func (m Metric) factor() float64 {
	s, known := scales[m.Unit]
	head, per, slash := strings.Cut(m.Unit, "/")
	switch {
	case m.Kind == Money || m.Kind == Part || m.Kind == Rank:
		return 1
	case known:
		return s.factor
	case slash:
		if s := scales[head]; m.Kind != Rate && s.factor > 0 {
			return s.factor
		}
		if often, ok := perSecond(per); ok {
			return often
		}
		if s, known := scales[head]; known {
			return s.factor
		}
	}
	return 1
}

// Change is what a text says of how something changed.
type Change struct {
	Start, End int     // bytes of the text, from the first of its metrics to the last
	What       string  // what changed, as the text calls it: "p95 query latency"; "" where it does not say
	From, To   *Metric // before and after; nil where the text has none
	By         *Metric // the difference or the factor, where the text tells it: "55%", "halved"
}

// Factor is how many times as much there is after as before, and whether the
// text says so: 0.25 for "from 12 GB to 3 GB", 0.45 for "cut by 55%", 2 for
// "doubled". A change by a percentage is read as down where falls is true.
func (c Change) Factor(falls bool) (float64, bool) {
	switch {
	case c.From != nil && c.To != nil:
		f := c.To.Value / c.From.Value
		return f, !math.IsNaN(f) && !math.IsInf(f, 0) && c.From.Kind == c.To.Kind
	case c.By == nil:
		return 0, false
	case c.By.Kind == Multiple:
		if falls && c.By.Value > 1 {
			return 1 / c.By.Value, true
		}
		return c.By.Value, true
	case c.By.Kind == Percent && falls:
		return 1 - c.By.Value/100, true
	case c.By.Kind == Percent:
		return 1 + c.By.Value/100, true
	}
	return 0, false
}

// Contradicts reports whether a change's difference is another than its two
// values give, and which they give, in the unit of By: 60 for "from 10 to 4 (50%)".
// What rounding explains contradicts nothing.
func (c Change) Contradicts() (right float64, yes bool) {
	if c.From == nil || c.To == nil || c.By == nil || c.From.High != c.From.Value || c.To.High != c.To.Value {
		return 0, false
	}
	f, ok := c.Factor(false)
	if !ok || f <= 0 {
		return 0, false
	}
	slack := 0.02
	if c.From.Rough || c.To.Rough || c.By.Rough {
		slack = 0.1
	}
	switch said := c.By.Value; c.By.Kind {
	case Percent:
		right = 100 * math.Abs(1-f)
		points := math.Abs(c.To.Value - c.From.Value) // of two percentages
		near := math.Abs(right-said) <= max(1, right*slack) || c.From.Kind == Percent && math.Abs(points-said) <= max(1, points*slack)
		return right, !near
	case Multiple:
		right = max(f, 1/f)
		near := math.Abs(right-said) <= max(0.5, right*slack) || math.Abs(right-1-said) <= max(0.5, right*slack)
		return right, said > 1 && !near
	}
	return 0, false
}

// Read is the metrics of a text.
func Read(text string) []Metric { return In(text, Tokens(text), nil) }

// In is the metrics of a text, given its words. The function named tells which
// of them belong to the name of a thing, and may be nil.
func In(text string, tokens []Token, named func(Token) bool) []Metric {
	return newReader(text, tokens, named).read()
}

func newReader(text string, tokens []Token, named func(Token) bool) *reader {
	if named == nil {
		named = func(Token) bool { return false }
	}
	return &reader{text: text, tokens: tokens, named: named, numbered: -1}
}

func (r *reader) read() []Metric {
	var metrics []Metric
	text, tokens := r.text, r.tokens
	for i := 0; i < len(tokens); i++ {
		if tokens[i].Lower == "from" {
			r.from = true
		}
		if tokens[i].Digits && r.named(tokens[i]) {
			continue
		}
		m, last, ok := r.measure(i)
		if !ok {
			continue
		}
		m.Start, m.End, m.first, m.last = tokens[i].Start, tokens[last].End, i, last
		if m.Kind == Money {
			after := 0
			if n := len(metrics); n > 0 {
				after = metrics[n-1].End
			}
			r.currencyAround(&m, after)
		}
		m.Text = text[m.Start:m.End]
		r.surround(&m)
		metrics = append(metrics, m)
		i = last
	}
	return metrics
}

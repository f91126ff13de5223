package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// total is how bad lines with the given ends are, and the greatest badness among
// them; false if one does not fit the measure.
func total(b breaker, units []unit, ends []int) (demerits, worst float64, fits bool) {
	n := &node{fitness: normal}
	from := 0
	for _, to := range ends {
		l := lineSum{hyphen: units[to-1].hyphen, right: units[to-1].right}
		if to == len(units) {
			l.hyphen = 0
		}
		for i := to - 1; i >= from; i-- {
			l.add(units[i], i == to-1)
		}
		if b.tooWide(l) && to-from > 1 {
			return 0, 0, false
		}
		badness, fitness := b.badness(l, to == len(units))
		next := n.then(b, l, units[to-1], to, badness, fitness, to == len(units))
		n = &next
		from = to
	}
	return n.demerits, n.worst, true
}

// everyWay calls f with every way to break n units.
func everyWay(n int, f func(ends []int)) {
	for set := range 1 << (n - 1) {
		var ends []int
		for i := range n - 1 {
			if set>>i&1 == 1 {
				ends = append(ends, i+1)
			}
		}
		f(append(ends, n))
	}
}

// someUnits are words, some of one letter, some of two parts.
var someUnits = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) unit {
	u := unit{width: float64(rapid.IntRange(1, 60).Draw(t, "width")), glue: float64(rapid.IntRange(0, 9).Draw(t, "glue")),
		penalty: rapid.SampledFrom([]float64{0, 0, letterPenalty}).Draw(t, "penalty")}
	if rapid.IntRange(0, 3).Draw(t, "parts") == 0 {
		u.glue, u.hyphen, u.forced = 0, 3, rapid.Bool().Draw(t, "forced")
	}
	u.inner = min(u.width, float64(rapid.IntRange(0, 4).Draw(t, "inner")))
	u.give = rapid.SampledFrom([]float64{shrinkOfSpace, shrinkOfSpace, 0.1, 0}).Draw(t, "give")
	u.right = rapid.SampledFrom([]float64{0, 0, 2}).Draw(t, "right")
	return u
}), 1, 10)

// Ragged lines must be the fewest, and the best of these.
func TestRaggedLinesAreOptimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := someUnits.Draw(t, "units")
		for i := range units {
			units[i].hyphen = 0
		}
		b := breaker{measure: 100, stretch: 30, even: rapid.Bool().Draw(t, "even")}
		lines, best := math.MaxInt, math.Inf(1)
		everyWay(len(units), func(ends []int) {
			if d, _, ok := total(b, units, ends); ok && (len(ends) < lines || len(ends) == lines && d < best) {
				lines, best = len(ends), d
			}
		})
		ends := b.lines(units)
		got, _, ok := total(b, units, ends)
		if !ok || ends[len(ends)-1] != len(units) || len(ends) != lines || math.Abs(got-best) > 1e-6*best {
			t.Fatalf("%v: %d lines with %.1f demerits, best are %d with %.1f", ends, len(ends), got, lines, best)
		}
	})
}

// No justified line may be looser than the tolerance where a better set exists,
// no word broken where it goes without, and no way be better than the one taken.
func TestJustifiedLinesAreOptimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := someUnits.Draw(t, "units")
		b := breaker{measure: 100, justified: true}
		ends := b.lines(units)
		got, worst, ok := total(b, units, ends)
		if !ok || ends[len(ends)-1] != len(units) {
			t.Fatalf("%v is no way", ends)
		}
		whole := func(ends []int) bool { // no line breaks a word that would fit one
			return !slices.ContainsFunc(ends[:len(ends)-1], func(to int) bool { return units[to-1].hyphen > 0 && !units[to-1].forced })
		}
		everyWay(len(units), func(way []int) {
			d, w, ok := total(b, units, way)
			if !ok {
				return
			}
			pass := func(ends []int, worst float64) int {
				switch {
				case worst <= preTolerance && whole(ends):
					return 1
				case worst <= tolerance:
					return 2
				}
				return 3
			}
			mine, theirs := pass(ends, worst), pass(way, w)
			if theirs < mine || theirs == mine && d < got-1e-6*got {
				t.Fatalf("%v: pass %d with %.1f demerits; %v: pass %d with %.1f", ends, mine, got, way, theirs, d)
			}
		})
	})
}

func TestLooseness(t *testing.T) {
	units := make([]unit, 200)
	for i := range units {
		units[i] = unit{width: 17, glue: 6, give: shrinkOfSpace}
	}
	b := breaker{measure: 400, justified: true}
	plain := len(b.lines(units))
	b.looseness = 1
	if got := len(b.lines(units)); got != plain+1 {
		t.Errorf("%d lines, with looseness %d", plain, got)
	}
}

func TestLines(t *testing.T) {
	words := func(widths ...float64) []unit {
		units := make([]unit, len(widths))
		for i, w := range widths {
			units[i] = unit{width: w, glue: 2}
		}
		return units
	}
	b := breaker{measure: 100, stretch: 20}
	for _, c := range []struct {
		name  string
		units []unit
		even  bool
		want  []int
	}{
		{"nothing", nil, false, nil},
		{"one line", words(30, 30, 30), false, []int{3}},
		{"too wide a word", words(30, 150, 30), false, []int{1, 2, 3}},
		{"no word alone in the last line", words(30, 30, 10, 20, 8), false, []int{3, 5}},
		{"even lines", words(30, 30, 30, 30), true, []int{2, 4}},
		{"uneven last line", words(30, 30, 30, 30), false, []int{3, 4}},
	} {
		b.even = c.even
		if got := b.lines(c.units); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// BenchmarkLongParagraph breaks 10,000 characters: with words that can be broken,
// with one among them that fits no line, and without any space.
func BenchmarkLongParagraph(b *testing.B) {
	words := strings.Repeat("responsible infrastructure development of the association ", 170)
	for name, text := range map[string]string{"words": words, "wide": words[:5000] + strings.Repeat("x", 200) + words[5000:9800], "unbroken": strings.Repeat("x", 10000)} {
		for _, justified := range []bool{false, true} {
			ts := hyphenating("en")
			by := breaking{measure: 470, rag: 60, justified: justified, hyphenate: true}
			p := ts.shape([]styled{{text: text, font: serif(10)}})
			b.Run(fmt.Sprintf("%s, justified %v", name, justified), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					var boxes []unit
					for _, u := range p.units(by, ts) {
						boxes = append(boxes, p.unit(u, by))
					}
					breaker{measure: by.measure, stretch: by.rag, justified: justified}.lines(boxes)
				}
			})
		}
	}
}

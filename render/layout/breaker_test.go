package layout

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// best finds the fewest lines and their least demerits by trying every way.
func best(b breaker, units []unit, first bool) (lines int, demerits float64) {
	if len(units) == 0 {
		return 0, 0
	}
	lines, demerits = math.MaxInt, math.Inf(1)
	width := 0.0
	for n := 1; n <= len(units); n++ {
		if n > 1 {
			width += units[n-2].glue
		}
		width += units[n-1].width
		if width > b.measure && n > 1 {
			break
		}
		l, d := best(b, units[n:], false)
		d += b.demerits(width, units[n-1].penalty, first, n == len(units))
		if l+1 < lines || l+1 == lines && d < demerits {
			lines, demerits = l+1, d
		}
	}
	return lines, demerits
}

func TestLinesAreOptimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) unit {
			return unit{width: float64(rapid.IntRange(1, 60).Draw(t, "width")), glue: float64(rapid.IntRange(0, 5).Draw(t, "glue")),
				penalty: rapid.SampledFrom([]float64{0, 0, letterPenalty}).Draw(t, "penalty")}
		}), 1, 12).Draw(t, "units")
		b := breaker{measure: 100, stretch: 30, even: rapid.Bool().Draw(t, "even")}
		wantLines, want := best(b, units, true)

		ends := b.lines(units)
		got, from := 0.0, 0
		for _, end := range ends {
			width := 0.0
			for i := from; i < end; i++ {
				width += units[i].width
				if i < end-1 {
					width += units[i].glue
				}
			}
			if width > b.measure && end-from > 1 {
				t.Fatalf("line %d to %d is %.0f wide", from, end, width)
			}
			got += b.demerits(width, units[end-1].penalty, from == 0, end == len(units))
			from = end
		}
		if from != len(units) || len(ends) != wantLines || math.Abs(got-want) > 1e-6*want {
			t.Fatalf("%d lines with %.1f demerits, best are %d with %.1f", len(ends), got, wantLines, want)
		}
	})
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
		{"nothing", nil, false, []int{}},
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

package layout

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// someRows are rows of text with parts that hold together.
var someRows = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) row {
	return row{height: rapid.SampledFrom([]float64{12, 12, 14, 40}).Draw(t, "height"), before: rapid.SampledFrom([]float64{0, 0, 2, 6, 12}).Draw(t, "before"),
		keep: rapid.SampledFrom([]keep{free, free, together, bound}).Draw(t, "keep")}
}), 0, 150)

// Pages hold all rows in order and no more than fits; none begins with what is
// bound to the row before it where another location is left, and the last one is
// nearly empty only where no place is.
func TestPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := someRows.Draw(t, "rows")
		first, other := rapid.Float64Range(60, 400).Draw(t, "first"), rapid.Float64Range(200, 400).Draw(t, "other")
		ends := paginate(rows, first, other)
		if ends[len(ends)-1] != len(rows) || !slices.IsSorted(ends) {
			t.Fatalf("%d rows end at %v", len(rows), ends)
		}
		from, height := 0, first
		for i, end := range ends {
			page := rows[from:end]
			if heightOf(page) > height+1e-6 && len(page) > 1 {
				t.Fatalf("page %d has %.0f of %.0f", i, heightOf(page), height)
			}
			if end < len(rows) && rows[end].keep == bound && slices.ContainsFunc(page[1:], func(r row) bool { return r.keep < bound }) {
				t.Fatalf("page %d ends before a bound row", i)
			}
			from, height = end, other
		}
		if n := len(ends); n > 1 && heightOf(rows[ends[n-2]:]) < nearlyEmpty*other {
			before := 0
			if n > 2 {
				before = ends[n-3]
			}
			for i := before + 1; i < ends[n-2]; i++ {
				if h := heightOf(rows[i:]); rows[i].keep == free && h >= nearlyEmpty*other && h <= maxFilled*other {
					t.Fatalf("the last page begins at row %d, and could at %d", ends[n-2], i)
				}
			}
		}
	})
}

func TestLastPage(t *testing.T) {
	line := row{height: 10}
	entry, held := row{height: 10, before: 5}, row{height: 10, keep: bound}
	rows := slices.Repeat([]row{line}, 62)
	rows[50] = entry // it begins here, and its first line stays with it
	rows[51] = held
	for _, c := range []struct {
		rows int
		want []int
	}{
		{40, []int{40}},
		{57, []int{50, 57}}, // with two lines on the last page, it takes the entry over
		{62, []int{55, 62}}, // with seven it stands for itself
	} {
		if got := paginate(rows[:c.rows], 555, 555); !slices.Equal(got, c.want) {
			t.Errorf("%d rows: pages end at %v, want %v", c.rows, got, c.want)
		}
	}
}

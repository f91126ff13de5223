package editor

import (
	"slices"
	"testing"
)

func TestFieldRowFlowsBeforeItClips(t *testing.T) {
	for _, c := range []struct {
		cells  []rowCell
		width  float32
		rows   []int
		widths []float32 // of the first row
	}{
		{[]rowCell{{3, 280}, {2, 130}}, 1010, []int{0, 2}, []float32{600, 400}},
		{[]rowCell{{3, 280}, {2, 130}}, 430, []int{0, 2}, []float32{280, 140}},
		{[]rowCell{{3, 280}, {2, 130}}, 400, []int{0, 1, 2}, []float32{400}},
		{[]rowCell{{1, 100}, {1, 100}, {1, 100}}, 200, []int{0, 1, 2, 3}, []float32{200}},
		{[]rowCell{{1, 100}, {1, 100}, {1, 100}}, 230, []int{0, 2, 3}, []float32{110, 110}},
		{[]rowCell{{1, 100}}, 50, []int{0, 1}, []float32{50}},
	} {
		l := &fieldRow{cells: c.cells, gap: 10}
		rows := l.rows(c.width)
		if !slices.Equal(rows, c.rows) {
			t.Errorf("%v in %v: rows %v, want %v", c.cells, c.width, rows, c.rows)
			continue
		}
		if w := l.widths(c.cells[:rows[1]], c.width); !slices.Equal(w, c.widths) {
			t.Errorf("%v in %v: widths %v, want %v", c.cells, c.width, w, c.widths)
		}
	}
}

package layout

import (
	"math"
	"strings"

	"resumax/render/outline"
	"resumax/resume"
)

// Caret is a place between two characters of what a page shows of an address.
type Caret struct {
	Address resume.Address
	Text    string // all that the pages show of the address, its runs parted by line breaks
	At      int    // the byte of Text before which the place is
}

// CaretAt is the place between characters nearest to a point of a page, of the text
// that [Document.At] finds there. A heading is no text of its section's: there it is
// the beginning.
func (d *Document) CaretAt(page int, x, y float64) (Caret, bool) {
	item := d.itemAt(page, x, y)
	if item == nil {
		return Caret{}, false
	}
	c := Caret{Address: item.Address}
	if item.Block == outline.Heading {
		return c, true
	}
	var text strings.Builder
	for p := range d.Pages {
		for i := range d.Pages[p].Items {
			other := &d.Pages[p].Items[i]
			if other.Address != item.Address || other.Run == nil || other.Block == outline.Heading {
				continue
			}
			if text.Len() > 0 {
				text.WriteByte('\n')
			}
			if other == item {
				c.At = text.Len() + item.Run.caret(x-item.Rect.X)
			}
			text.WriteString(other.Run.Text)
		}
	}
	c.Text = text.String()
	return c, true
}

// caret is the byte of the run's text before which the place is that is nearest to x,
// points from the run's start.
func (r *Run) caret(x float64) int {
	best, nearest := 0, math.Inf(1)
	try := func(at int, edge float64) {
		if d := math.Abs(x - edge); d < nearest {
			best, nearest = at, d
		}
	}
	for i, g := range r.Glyphs {
		if g.From == g.To {
			continue
		}
		from, to := g.X, r.end(i)
		if r.RTL {
			from, to = to, from
		}
		// Where one glyph shows several characters, each has its share.
		starts := characters(r.Text[g.From:g.To])
		for k, at := range starts {
			try(g.From+at, from+(to-from)*float64(k)/float64(len(starts)-1))
		}
	}
	return best
}

// end is where the text of a glyph ends at the right, with those that show it too.
func (r *Run) end(i int) float64 {
	for next := i + 1; next < len(r.Glyphs); next++ {
		if g := r.Glyphs[next]; g.From != g.To || r.Hyphenated(next) {
			return g.X
		}
	}
	return r.Width
}

// characters are the bytes where characters begin, with the marks on them, and the
// end of the text.
func characters(text string) []int {
	var starts []int
	for i, c := range text {
		if i == 0 || !joined(c) {
			starts = append(starts, i)
		}
	}
	return append(starts, len(text))
}

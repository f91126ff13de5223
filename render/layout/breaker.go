package layout

import "math"

// unit is a part of a line that is never broken, such as a word. Widths are
// points.
type unit struct {
	width float64
	glue  float64 // space after it, which vanishes at a line's end
	// penalty is how much worse than another a line is that ends with it.
	penalty float64
}

// The terms of Knuth and Plass: a line's badness is 100 r³, where r is how much
// of the available stretch it uses, here the unevenness that the design allows;
// its demerits are (linePenalty + badness + its break's penalty)². The figures
// for the line penalty and the greatest badness are TeX's.
const (
	linePenalty  = 10
	worstBadness = 10000
	// A last line this narrow, as a part of the measure, looks like a slip of
	// the pen, the more so the narrower it is; avoiding the narrowest is worth a
	// line that is twice as uneven as the design likes.
	runt        = 0.13
	runtPenalty = 1000
	// A word of one letter hangs in the air at a line's end.
	letterPenalty = 120
)

// breaker breaks units into lines.
type breaker struct {
	measure float64 // width of the lines
	stretch float64 // how short a line may fall before it is called bad
	even    bool    // the last line should be as long as the others
}

// lines breaks the units into as few lines as possible and, among all ways to
// do so, the one with the least demerits. Each result is the index of the unit
// after a line's last. A unit wider than the measure gets a line of its own.
func (b breaker) lines(units []unit) []int {
	type node struct {
		lines    int
		demerits float64
		from     int
	}
	best := make([]node, len(units)+1)
	for to := 1; to <= len(units); to++ {
		best[to] = node{lines: math.MaxInt}
		width := 0.0
		for from := to - 1; from >= 0; from-- {
			if from < to-1 {
				width += units[from].glue
			}
			width += units[from].width
			if width > b.measure+1e-6 && from < to-1 {
				break
			}
			lines := best[from].lines + 1
			demerits := best[from].demerits + b.demerits(width, units[to-1].penalty, from == 0, to == len(units))
			if lines < best[to].lines || lines == best[to].lines && demerits < best[to].demerits {
				best[to] = node{lines, demerits, from}
			}
		}
	}
	ends := make([]int, best[len(units)].lines)
	for to, i := len(units), len(ends)-1; i >= 0; i-- {
		ends[i] = to
		to = best[to].from
	}
	return ends
}

// demerits is how bad a line of the given width is.
func (b breaker) demerits(width, penalty float64, first, last bool) float64 {
	r := max(0, b.measure-width) / b.stretch
	badness := min(100*r*r*r, worstBadness)
	if last && !b.even {
		badness, penalty = 0, 0
		if !first && width < runt*b.measure {
			penalty = runtPenalty * (1 - width/(runt*b.measure))
		}
	}
	total := linePenalty + badness + penalty
	return float64(total * total) // rounded here, the same on every processor
}

package layout

import (
	"math"
	"slices"
)

// unit is a part of a line that is never broken, such as a word or, where
// hyphenation is on, a part of one: the box, glue and penalty of Knuth and Plass
// in one. Widths are points.
type unit struct {
	width float64
	inner float64 // the part of the width that spaces within it have
	glue  float64 // space after it, which vanishes at a line's end
	give  float64 // by which part of their width these spaces may shrink
	// penalty is how much worse than another a line is that ends with it.
	penalty float64
	// hyphen is how wide the hyphen is that a line gets which ends with it, 0
	// where that is the end of a word.
	hyphen float64
	forced bool // it is part of a word that fits no line: a line may end with it even so
	// How far a line that begins or ends with it hangs over its margin.
	left, right float64
}

// The terms of Knuth and Plass, "Breaking Paragraphs into Lines" (1981): the
// adjustment ratio r says how much of the stretch or shrink that a line has it
// uses, its badness is 100 |r|³, and its demerits are (linePenalty + badness +
// penalty)², with more for what neighboring lines should not share. The figures
// are those of TeX's plain format, but for the tolerance with hyphens: lines of a
// resume are short, and a looser one is better than none.
const (
	linePenalty  = 10
	worstBadness = 10000

	preTolerance = 100 // greatest badness of a line in the first pass, without hyphens
	tolerance    = 400 // and in the second, with them

	hyphenPenalty           = 50
	doubleHyphenDemerits    = 10000 // two lines in a row end with a hyphen
	finalHyphenDemerits     = 5000  // the last line but one does
	adjacentFitnessDemerits = 10000 // a tight line beside a loose one

	// Word spaces stretch by half and shrink by a third at ratio 1 and −1, as in
	// Computer Modern. They never shrink more, nor below minSpace in parts of
	// the type size: readers of PDFs take words that are closer for one. And no
	// line is filled by making them wider than widestSpace times their width: it
	// rather stays short.
	stretchOfSpace = 1.0 / 2
	shrinkOfSpace  = 1.0 / 3
	widestSpace    = 2.5
	minSpace       = 0.17

	// A last line this narrow, as a part of the measure, looks like a slip of
	// the pen, the more so the narrower it is; avoiding the narrowest is worth a
	// line that is twice as uneven as the design likes.
	runt        = 0.13
	runtPenalty = 1000
	// A word of one letter hangs in the air at a line's end.
	letterPenalty = 120
	// A number should stand beside what it counts. That is worth a line that is
	// half again as short as the design likes, but no wide spaces.
	numberPenalty          = 400
	numberPenaltyJustified = 80
)

// breaker breaks units into lines.
type breaker struct {
	measure   float64 // width of the lines
	stretch   float64 // how short a ragged line may fall before it is called bad
	even      bool    // the last line should be as long as the others
	justified bool    // all lines but the last are as wide as the measure
	looseness int     // how many lines more than the best there should be, for a justified paragraph
}

// lines breaks the units into lines. Each result is the index of the unit after
// a line's last. A unit wider than the measure gets a line of its own.
//
// Ragged lines are as few as possible and, among all ways to have so few, those
// with the least demerits. Justified ones are those with the least demerits among
// all whose badness is within the tolerance. Words are broken only where it does
// not go well without.
func (b breaker) lines(units []unit) []int {
	if len(units) == 0 {
		return nil
	}
	hyphens := slices.ContainsFunc(units, func(u unit) bool { return u.hyphen > 0 })
	if !b.justified {
		ends, worst := b.pass(units, false, math.Inf(1))
		if hyphens && worst > preTolerance {
			ends, _ = b.pass(units, true, math.Inf(1))
		}
		return ends
	}
	if ends, _ := b.pass(units, false, preTolerance); ends != nil {
		return ends
	}
	if ends, _ := b.pass(units, true, tolerance); ends != nil {
		return ends
	}
	b.looseness = 0 // it would keep a way for every number of lines, of which there are now very many
	ends, _ := b.pass(units, true, math.Inf(1))
	return ends
}

// node is a way to break the units before a place.
type node struct {
	at       int // the place: the index of the unit behind it
	line     int // how many lines there are before it
	fitness  int // fitness class of the last of them
	hyphen   bool
	demerits float64
	worst    float64 // greatest badness of these lines
	before   *node
}

// pass finds the best lines whose badness is within the tolerance, and the
// greatest badness among them. There are none if no lines are.
func (b breaker) pass(units []unit, hyphens bool, tolerance float64) ([]int, float64) {
	active := make([][]*node, len(units)+1) // by place
	active[0] = []*node{{fitness: normal}}
	for to := 1; to <= len(units); to++ {
		end := units[to-1]
		if end.hyphen > 0 && !end.forced && !hyphens && to < len(units) {
			continue
		}
		l := lineSum{hyphen: end.hyphen, right: end.right}
		if to == len(units) {
			l.hyphen = 0
		}
		for from := to - 1; from >= 0; from-- {
			l.add(units[from], from == to-1)
			if b.tooWide(l) && from < to-1 {
				break
			}
			if len(active[from]) == 0 {
				continue
			}
			badness, fitness := b.badness(l, to == len(units))
			if badness > tolerance {
				continue
			}
			for _, n := range active[from] {
				b.keep(&active[to], n.then(b, l, end, to, badness, fitness, to == len(units)))
			}
		}
	}
	last := b.choose(active[len(units)])
	if last == nil {
		return nil, 0
	}
	ends := make([]int, last.line)
	for n := last; n.before != nil; n = n.before {
		ends[n.line-1] = n.at
	}
	return ends, last.worst
}

// then is a node with one line more.
func (n *node) then(b breaker, l lineSum, end unit, to int, badness float64, fitness int, final bool) node {
	penalty := end.penalty
	if l.hyphen > 0 {
		penalty += hyphenPenalty
	}
	next := node{at: to, line: n.line + 1, fitness: fitness, hyphen: l.hyphen > 0, before: n, worst: max(n.worst, badness)}
	next.demerits = n.demerits + b.demerits(l, badness, penalty, n.before == nil, final)
	switch {
	case n.hyphen && next.hyphen:
		next.demerits += doubleHyphenDemerits
	case n.hyphen && final:
		next.demerits += finalHyphenDemerits
	}
	if b.justified && n.before != nil && max(n.fitness-fitness, fitness-n.fitness) > 1 {
		next.demerits += adjacentFitnessDemerits
	}
	return next
}

// keep puts a node among those of its place, unless one is as good that can take
// its place. Of ragged lines only the fewest can become the fewest.
func (b breaker) keep(nodes *[]*node, n node) {
	for _, old := range *nodes {
		switch {
		case !b.justified && n.line < old.line:
			*old = n // there is but one
			return
		case !b.justified && n.line > old.line:
			return
		case (n.line == old.line || b.looseness == 0) && n.fitness == old.fitness: // how many lines there are matters only to looseness
			if n.demerits < old.demerits {
				*old = n
			}
			return
		}
	}
	kept := n // only what is kept goes to the heap
	*nodes = append(*nodes, &kept)
}

// choose is the best of the ways to the end; nil for none.
func (b breaker) choose(nodes []*node) *node {
	if len(nodes) == 0 {
		return nil
	}
	fewer := func(x, y *node) int {
		if x.demerits < y.demerits {
			return -1
		}
		return 1
	}
	best := slices.MinFunc(nodes, fewer)
	if !b.justified || b.looseness == 0 {
		return best
	}
	want := best.line + b.looseness
	return slices.MinFunc(nodes, func(x, y *node) int {
		if dx, dy := max(x.line-want, want-x.line), max(y.line-want, want-y.line); dx != dy {
			return dx - dy
		}
		return fewer(x, y)
	})
}

// lineSum is what a line would have, as its units are added from its end on.
type lineSum struct {
	width, space        float64 // space is the part of the width that stretches
	give                float64 // the part of that by which it shrinks at most
	hyphen, left, right float64
}

func (l *lineSum) add(u unit, last bool) {
	if !last {
		l.width += u.glue
		l.space += u.glue
	}
	l.width += u.width
	l.space += u.inner
	if last || u.give < l.give {
		l.give = u.give
	}
	l.left = u.left
}

// natural is the line's width before its spaces stretch or shrink, within the
// margins.
func (l lineSum) natural() float64 { return l.width + l.hyphen - l.left - l.right }

// slack is room for the errors of adding widths up.
const slack = 1e-6

// tooWide reports whether a line does not fit the measure.
func (b breaker) tooWide(l lineSum) bool {
	least := l.natural()
	if b.justified {
		least -= l.space * l.give
	}
	return least > b.measure+slack
}

// Fitness classes.
const (
	tight = iota
	normal
	loose
	veryLoose
)

// badness is how bad a line is, and its fitness class. A last line may be as
// short as it likes.
func (b breaker) badness(l lineSum, final bool) (badness float64, fitness int) {
	room := b.measure - l.natural()
	switch {
	case final && !b.even && room >= 0:
		return 0, normal
	case !b.justified:
		r := max(0, room) / b.stretch
		return min(100*r*r*r, worstBadness), normal
	case room < 0:
		r := 1.0 // a word too wide for any line
		if give := l.space * l.give; give > 0 {
			r = min(1, -room/give)
		}
		if r > 0.5 {
			return 100 * r * r * r, tight
		}
		return 100 * r * r * r, normal
	case l.space == 0:
		return worstBadness, veryLoose
	}
	r := room / (l.space * stretchOfSpace)
	fitness = veryLoose
	switch {
	case r <= 0.5:
		fitness = normal
	case r <= 1:
		fitness = loose
	}
	return min(100*r*r*r, worstBadness), fitness
}

// demerits is how bad it is to have a line.
func (b breaker) demerits(l lineSum, badness, penalty float64, first, final bool) float64 {
	if final && !b.even {
		penalty = 0
		if width := l.natural(); !first && width < runt*b.measure {
			penalty = runtPenalty * (1 - width/(runt*b.measure))
		}
	}
	total := linePenalty + badness + penalty
	return float64(total * total) // rounded here, the same on every processor
}

// stretched is how much wider a line's spaces are to be, as a part of their width.
func (b breaker) stretched(l lineSum, final bool) float64 {
	room := b.measure - l.natural()
	if !b.justified || l.space <= 0 || final && room > 0 {
		return 0
	}
	return min(max(room/l.space, -l.give), widestSpace-1)
}

package bidi

import (
	"golang.org/x/text/unicode/bidi"
)

// Level is how deeply text is nested in changes of direction: even levels run
// from left to right, odd ones from right to left.
type Level uint8

// The levels of a paragraph's own text.
const (
	LeftToRight Level = 0
	RightToLeft Level = 1
)

// RTL reports whether text of the level runs from right to left.
func (l Level) RTL() bool { return l&1 == 1 }

// maxDepth is the deepest level that explicit marks reach (UAX #9, BD2).
const maxDepth = 125

// firstRTL is the first character of a script that runs from right to left.
const firstRTL = 0x590

// Plain reports whether a paragraph that starts from left to right holds
// nothing that runs in another direction, so that all its levels are 0.
func Plain(text []rune) bool {
	for _, r := range text {
		if r >= firstRTL && turns(r) {
			return false
		}
	}
	return true
}

// PlainString is Plain for a string.
func PlainString(text string) bool {
	const lead = 0xD6 // of firstRTL in UTF-8
	for i := range len(text) {
		if text[i] >= lead {
			return Plain([]rune(text[i:]))
		}
	}
	return true
}

// turns reports whether a character changes the direction of text.
func turns(r rune) bool {
	switch classOf(r) {
	case bidi.R, bidi.AL, bidi.AN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.LRI, bidi.RLI, bidi.FSI:
		return true
	}
	return false
}

// Count adds up the text's characters that have a direction of their own.
func Count(text string) (ltr, rtl int) {
	for _, r := range text {
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			ltr++
			continue
		}
		switch classOf(r) {
		case bidi.L:
			ltr++
		case bidi.R, bidi.AL:
			rtl++
		}
	}
	return ltr, rtl
}

// First is the direction of the first character that has one, outside isolates
// (UAX #9, P2 and P3), and otherwise if there is none.
func First(text []rune, otherwise Level) Level {
	classes := make([]bidi.Class, len(text))
	for i, r := range text {
		classes[i] = classOf(r)
	}
	if level, ok := firstStrong(classes); ok {
		return level
	}
	return otherwise
}

func firstStrong(classes []bidi.Class) (Level, bool) {
	depth := 0
	for _, c := range classes {
		switch c {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			depth++
		case bidi.PDI:
			depth = max(0, depth-1)
		case bidi.L, bidi.R, bidi.AL:
			if depth == 0 {
				return direction(c), true
			}
		}
	}
	return 0, false
}

func direction(c bidi.Class) Level {
	if c == bidi.L {
		return LeftToRight
	}
	return RightToLeft
}

func classOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// paragraph is a text while its levels are found.
type paragraph struct {
	text     []rune
	base     Level
	original []bidi.Class
	classes  []bidi.Class // as the rules change them
	levels   []Level
	removed  []bool // what the rules pass over (X9)
	match    []int  // an isolate's other end, -1 for none
}

// Levels are the levels of a paragraph's characters when it is set in one line
// and its own direction is base.
func Levels(text []rune, base Level) []Level {
	n := len(text)
	p := paragraph{text: text, base: base, original: make([]bidi.Class, n), levels: make([]Level, n), removed: make([]bool, n), match: make([]int, n)}
	for i, r := range text {
		p.original[i] = classOf(r)
	}
	p.classes = append([]bidi.Class(nil), p.original...)
	p.matchIsolates()
	p.explicit()
	for _, s := range p.sequences() {
		s.weak()
		s.brackets()
		s.neutral()
		s.implicit(&p)
	}
	p.finish()
	return p.levels
}

// matchIsolates finds the end of every isolate (BD9).
func (p *paragraph) matchIsolates() {
	var open []int
	for i, c := range p.original {
		p.match[i] = -1
		switch c {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			open = append(open, i)
		case bidi.PDI:
			if n := len(open); n > 0 {
				p.match[i], p.match[open[n-1]] = open[n-1], i
				open = open[:n-1]
			}
		}
	}
}

// status is what is in force at a character: see X1.
type status struct {
	level    Level
	override bidi.Class // ON for none
	isolate  bool
}

// explicit gives characters the levels that marks of direction ask for (X1–X8).
func (p *paragraph) explicit() {
	stack := []status{{p.base, bidi.ON, false}}
	overIsolates, overEmbeddings, isolates := 0, 0, 0
	for i, c := range p.original {
		top := stack[len(stack)-1]
		p.levels[i] = top.level
		switch c {
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO:
			p.removed[i] = true
			next := status{level: deeper(top.level, c == bidi.RLE || c == bidi.RLO), override: bidi.ON}
			switch c {
			case bidi.LRO:
				next.override = bidi.L
			case bidi.RLO:
				next.override = bidi.R
			}
			switch {
			case next.level <= maxDepth && overIsolates == 0 && overEmbeddings == 0:
				stack = append(stack, next)
			case overIsolates == 0:
				overEmbeddings++
			}
			continue
		case bidi.LRI, bidi.RLI, bidi.FSI:
			level := deeper(top.level, c == bidi.RLI || c == bidi.FSI && p.isolated(i) == RightToLeft)
			if level <= maxDepth && overIsolates == 0 && overEmbeddings == 0 {
				isolates++
				stack = append(stack, status{level, bidi.ON, true})
			} else {
				overIsolates++
			}
		case bidi.PDI:
			switch {
			case overIsolates > 0:
				overIsolates--
			case isolates > 0:
				overEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				isolates--
			}
			top = stack[len(stack)-1]
			p.levels[i] = top.level
		case bidi.PDF:
			p.removed[i] = true
			switch {
			case overIsolates > 0:
			case overEmbeddings > 0:
				overEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
			continue
		case bidi.B:
			p.levels[i] = p.base
			continue
		case bidi.BN:
			p.removed[i] = true
			continue
		}
		if top.override != bidi.ON {
			p.classes[i] = top.override
		}
	}
}

// isolated is the direction of the text within the isolate that starts at i.
func (p *paragraph) isolated(i int) Level {
	end := p.match[i]
	if end < 0 {
		end = len(p.text)
	}
	level, _ := firstStrong(p.original[i+1 : end])
	return level
}

// deeper is the next level of the direction.
func deeper(l Level, rtl bool) Level {
	if rtl {
		return (l + 1) | 1
	}
	return (l + 2) &^ 1
}

// finish gives levels to what the rules passed over, and puts white space at
// the end and before separators at the paragraph's level (L1).
func (p *paragraph) finish() {
	before := p.base
	for i := range p.levels {
		if p.removed[i] {
			p.levels[i] = before
		}
		before = p.levels[i]
	}
	trailing := true
	for i := len(p.levels) - 1; i >= 0; i-- {
		switch p.original[i] {
		case bidi.B, bidi.S:
			trailing = true
		case bidi.WS, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		default:
			trailing = trailing && p.removed[i]
		}
		if trailing {
			p.levels[i] = p.base
		}
	}
}

// Order is the visual order, from left to right, of a line's pieces by their
// levels (L2): the index of the piece that stands first, second, and so on.
func Order(levels []Level) []int {
	order := make([]int, len(levels))
	highest, lowestOdd := Level(0), Level(maxDepth+2)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l.RTL() {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd; level-- {
		for from := 0; from < len(order); {
			to := from
			for to < len(order) && levels[order[to]] >= level {
				to++
			}
			for a, b := from, to-1; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
			}
			from = max(to, from+1)
		}
	}
	return order
}

package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// sequence is a part of a paragraph to which the rules for weak and neutral
// characters are applied as if it stood alone (BD13).
type sequence struct {
	at         []int // the paragraph's characters that it holds
	runes      []rune
	original   []bidi.Class
	classes    []bidi.Class
	level      Level
	start, end bidi.Class // the directions that lie before and behind it
}

// sequences parts the paragraph's characters into sequences: runs of one level,
// joined across isolates (X10).
func (p *paragraph) sequences() []*sequence {
	var runs [][]int
	runOf := make([]int, len(p.text))
	last := -1
	for i := range p.text {
		if p.removed[i] {
			continue
		}
		if last < 0 || p.levels[i] != p.levels[last] {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
		runOf[i] = len(runs) - 1
		last = i
	}
	var all []*sequence
	for _, run := range runs {
		if first := run[0]; p.original[first] == bidi.PDI && p.match[first] >= 0 {
			continue // it goes on from the isolate's start
		}
		at := slices.Clone(run)
		for {
			end := at[len(at)-1]
			if !initiates(p.original[end]) || p.match[end] < 0 {
				break
			}
			at = append(at, runs[runOf[p.match[end]]]...)
		}
		all = append(all, p.sequence(at))
	}
	return all
}

func initiates(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

func (p *paragraph) sequence(at []int) *sequence {
	s := &sequence{at: at, level: p.levels[at[0]]}
	for _, i := range at {
		s.runes = append(s.runes, p.text[i])
		s.original = append(s.original, p.original[i])
		s.classes = append(s.classes, p.classes[i])
	}
	before, behind := p.base, p.base
	for i := at[0] - 1; i >= 0; i-- {
		if !p.removed[i] {
			before = p.levels[i]
			break
		}
	}
	if end := at[len(at)-1]; !initiates(p.original[end]) {
		for i := end + 1; i < len(p.text); i++ {
			if !p.removed[i] {
				behind = p.levels[i]
				break
			}
		}
	}
	s.start, s.end = class(max(s.level, before)), class(max(s.level, behind))
	return s
}

// class is the class of letters that run in a level's direction.
func class(l Level) bidi.Class {
	if l.RTL() {
		return bidi.R
	}
	return bidi.L
}

// weak resolves numbers, their signs and marks (W1–W7).
func (s *sequence) weak() {
	s.marks()
	strong := s.start
	for i, c := range s.classes { // W2, W3
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.AL:
			strong = c
			s.classes[i] = bidi.R
		case bidi.EN:
			if strong == bidi.AL {
				s.classes[i] = bidi.AN
			}
		}
	}
	s.separators()
	s.terminators()
	strong = s.start
	for i, c := range s.classes { // W6, W7
		switch c {
		case bidi.ES, bidi.ET, bidi.CS:
			s.classes[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				s.classes[i] = bidi.L
			}
		}
	}
}

// marks gives marks the class of what they stand on (W1).
func (s *sequence) marks() {
	before := s.start
	for i, c := range s.classes {
		if c == bidi.NSM {
			s.classes[i] = before
		}
		before = s.classes[i]
		if initiates(before) || before == bidi.PDI {
			before = bidi.ON
		}
	}
}

// separators makes a sign between two numbers part of the number (W4).
func (s *sequence) separators() {
	for i := 1; i+1 < len(s.classes); i++ {
		before, behind := s.classes[i-1], s.classes[i+1]
		if before != behind {
			continue
		}
		switch c := s.classes[i]; {
		case before == bidi.EN && (c == bidi.ES || c == bidi.CS), before == bidi.AN && c == bidi.CS:
			s.classes[i] = before
		}
	}
}

// terminators makes signs of currency and the like beside a number part of it
// (W5).
func (s *sequence) terminators() {
	for i := 0; i < len(s.classes); {
		if s.classes[i] != bidi.ET {
			i++
			continue
		}
		end := i
		for end < len(s.classes) && s.classes[end] == bidi.ET {
			end++
		}
		if i > 0 && s.classes[i-1] == bidi.EN || end < len(s.classes) && s.classes[end] == bidi.EN {
			for k := i; k < end; k++ {
				s.classes[k] = bidi.EN
			}
		}
		i = end
	}
}

// maxBrackets is how many brackets may be open before pairs are given up (BD16).
const maxBrackets = 63

// pair is an opening bracket and the one that closes it.
type pair struct{ open, close int }

// pairs finds the brackets that belong together (BD16).
func (s *sequence) pairs() []pair {
	type opening struct {
		closer rune
		at     int
	}
	var open []opening
	var found []pair
	for i, r := range s.runes {
		if s.classes[i] != bidi.ON {
			continue
		}
		p, _ := bidi.LookupRune(r)
		if !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			if len(open) == maxBrackets {
				return nil
			}
			open = append(open, opening{canonical([]rune(bidi.ReverseString(string(r)))[0]), i})
			continue
		}
		for n := len(open) - 1; n >= 0; n-- {
			if open[n].closer == canonical(r) {
				found = append(found, pair{open[n].at, i})
				open = open[:n]
				break
			}
		}
	}
	slices.SortFunc(found, func(a, b pair) int { return a.open - b.open })
	return found
}

// canonical is the character that stands for r among equivalent ones.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}

// brackets gives both ends of a pair one direction (N0).
func (s *sequence) brackets() {
	own := class(s.level)
	for _, p := range s.pairs() {
		inside := s.inside(p)
		switch {
		case inside == own:
		case inside == bidi.ON:
			continue
		case s.before(p.open) != inside: // text before the pair does not run as that in it
			inside = own
		}
		for _, i := range []int{p.open, p.close} {
			s.classes[i] = inside
			for k := i + 1; k < len(s.classes) && s.original[k] == bidi.NSM; k++ {
				s.classes[k] = inside
			}
		}
	}
}

// inside is the direction of the text between brackets: the sequence's own if
// any of it is, ON if it has none.
func (s *sequence) inside(p pair) bidi.Class {
	found, own := bidi.ON, class(s.level)
	for i := p.open + 1; i < p.close; i++ {
		if c := strong(s.classes[i]); c != bidi.ON {
			found = c
			if c == own {
				return own
			}
		}
	}
	return found
}

// before is the direction of what is before i.
func (s *sequence) before(i int) bidi.Class {
	for i--; i >= 0; i-- {
		if c := strong(s.classes[i]); c != bidi.ON {
			return c
		}
	}
	return s.start
}

// strong is the direction of a class, ON for none. Numbers count as running
// from right to left here.
func strong(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L, bidi.R:
		return c
	case bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// neutral gives neutral characters the direction of what surrounds them, or
// else the sequence's (N1, N2).
func (s *sequence) neutral() {
	for i := 0; i < len(s.classes); {
		if strong(s.classes[i]) != bidi.ON {
			i++
			continue
		}
		end := i
		for end < len(s.classes) && strong(s.classes[end]) == bidi.ON {
			end++
		}
		before, behind := s.start, s.end
		if i > 0 {
			before = strong(s.classes[i-1])
		}
		if end < len(s.classes) {
			behind = strong(s.classes[end])
		}
		if before != behind {
			before = class(s.level)
		}
		for k := i; k < end; k++ {
			s.classes[k] = before
		}
		i = end
	}
}

// implicit gives each character the level of its direction (I1, I2).
func (s *sequence) implicit(p *paragraph) {
	for k, i := range s.at {
		switch c := s.classes[k]; {
		case s.level.RTL() && c != bidi.R:
			p.levels[i] = s.level + 1
		case !s.level.RTL() && c == bidi.R:
			p.levels[i] = s.level + 1
		case !s.level.RTL() && (c == bidi.EN || c == bidi.AN):
			p.levels[i] = s.level + 2
		}
	}
}

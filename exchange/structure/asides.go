package structure

import (
	"math"
	"slices"
	"strings"

	"resumax/exchange/pdftext"
)

// withAsides joins times at the right edge of a page to the lines that they stand beside: they
// are no column of their own, though files may draw them apart.
func withAsides(lines []Line) []Line {
	lines = timesApart(lines)
	edge := 0.0
	for _, l := range lines {
		edge = max(edge, l.Box.Right)
	}
	const slack = 3.0
	var all, times []Line
	for i, l := range lines {
		if l.Box.Right > edge-slack && isTime(l.Words) && !isColumn(lines, i) && besideOf(lines, i) >= 0 {
			times = append(times, l)
			continue
		}
		all = append(all, l)
	}
	for i := range all {
		l := &all[i]
		for k, t := range times {
			if len(t.Words) > 0 && sameRow(*l, t) && l.Box.Right < t.Box.Left && besideOf(append(slices.Clone(all), t), len(all)) == i {
				l.aside = len(l.Words)
				l.Words = append(slices.Clone(l.Words), t.Words...)
				l.Box = boxOf(l.Words)
				times[k].Words = nil
			}
		}
		if l.aside == 0 && l.Box.Right > edge-slack {
			l.aside = timeAtEnd(*l)
		}
	}
	return all
}

// timesApart parts times from what is left of them on the row where another line stands
// between: the file draws the time first.
func timesApart(lines []Line) (all []Line) {
	for i, l := range lines {
		k := timeAtEnd(l)
		between := k > 0 && slices.ContainsFunc(lines, func(o Line) bool {
			return sameRow(o, l) && o.Box.Left >= l.Words[k-1].Right-1 && o.Box.Right <= l.Words[k].Left+1
		})
		if !between {
			all = append(all, lines[i])
			continue
		}
		time := l
		l.Words, time.Words = l.Words[:k:k], l.Words[k:]
		l.Box, time.Box = boxOf(l.Words), boxOf(time.Words)
		all = append(all, l, time)
	}
	return all
}

// isTime reports whether words are a time and nothing else.
func isTime(words []pdftext.Word) bool {
	if len(words) > longestWhen {
		return false
	}
	_, ok := readWhen(textOf(words))
	return ok
}

// timeAtEnd is the index of the first word of a time behind a wide gap at a line's end, 0 for none.
func timeAtEnd(l Line) int {
	for i := len(l.Words) - 1; i > 0; i-- {
		if wide(l.Words[i-1], l.Words[i]) {
			if isTime(l.Words[i:]) {
				return i
			}
			return 0
		}
	}
	return 0
}

// isColumn reports whether other lines than times begin where a line does.
func isColumn(lines []Line, i int) bool {
	for k, o := range lines {
		if k != i && math.Abs(o.Box.Left-lines[i].Box.Left) < 2 && !isTime(o.Words) {
			return true
		}
	}
	return false
}

// besideOf is the line that stands left of a line on its row, -1 for none.
func besideOf(lines []Line, i int) int {
	best := -1
	for k, o := range lines {
		if k != i && sameRow(o, lines[i]) && o.Box.Right < lines[i].Box.Left && (best < 0 || o.Box.Right > lines[best].Box.Right) {
			best = k
		}
	}
	return best
}

// headReach is how many lines below a head a time may stand that belongs to it.
const headReach = 4

// toHeads moves times and lengths of time that stand at the right of the first points of an
// entry to its head, where designs set a column of times beside the whole entry.
func toHeads(lines []Line) []Line {
	head := -1
	for i := range lines {
		l := &lines[i]
		if !l.Bullet() {
			if i > 0 && head >= 0 && (lines[i-1].Bullet() || i-head > 1) && l.Box.Left > lines[head].Box.Left+2 {
				head = moveAside(lines, head, i) // a point goes on
				continue
			}
			head = i
			if _, dated := lastTime(*l); dated || kindOfHeading(l.Text()) != "" || len(l.Words) > headWords {
				head = -1
			}
			continue
		}
		head = moveAside(lines, head, i)
	}
	return lines
}

// moveAside moves what stands at the right of a line to a head, and gives the head for the
// lines below.
func moveAside(lines []Line, head, i int) int {
	l := &lines[i]
	if head < 0 || l.Page != lines[head].Page || i-head > headReach {
		return -1
	}
	at := 0
	if l.aside > 0 && l.aside < len(l.Words) && isTime(l.Words[l.aside:]) {
		at = l.aside
	}
	for k := len(l.Words) - 1; k > 0 && at == 0; k-- {
		if wide(l.Words[k-1], l.Words[k]) {
			at = k
			break
		}
	}
	if at < 1 || at < 2 && l.Bullet() {
		return head
	}
	text := strings.Trim(textOf(l.Words[at:]), "()· ")
	_, dated := readWhen(text)
	if !dated && !duration().MatchString(text) {
		return head
	}
	h := &lines[head]
	h.Words = append(slices.Clone(h.Words), l.Words[at:]...)
	l.Words = slices.Clone(l.Words[:at])
	l.Box = boxOf(l.Words)
	return head
}

// lastTime is the time that a line ends with.
func lastTime(l Line) (w when, ok bool) {
	for n := min(longestWhen, len(l.Words)); n > 0; n-- {
		if w, ok := readWhen(textOf(l.Words[len(l.Words)-n:])); ok {
			return w, true
		}
	}
	return when{}, false
}

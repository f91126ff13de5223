package structure

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"resumax/exchange/pdftext"
	"resumax/resume"
)

// InReadingOrder puts the words of pages together to lines, and the lines in the order in
// which a person reads them: one column after the other, the narrower one first, because
// what is beside the main text stands for itself. What begins a column is fresh: it does not
// go on with the section before it.
func InReadingOrder(pages []pdftext.Page) []Line {
	var main, side []Line
	first, end := -1, 0 // where the narrow column of the first page begins and ends among the lines
	furniture := furnitureOf(pages)
	for n, p := range pages {
		lines := slices.DeleteFunc(LinesOf([]pdftext.Page{p}), func(l Line) bool { return furniture[furnishing(l)] })
		for i := range lines {
			lines[i].Page = n
		}
		if len(lines) > mostLines {
			main = append(main, lines...)
			continue
		}
		lines = withAsides(lines)
		above, narrow, wide := pageColumns(lines, anyColumns)
		main = append(main, above...)
		if narrow == nil {
			continue
		}
		if n == 0 {
			narrow[0].Fresh, wide[0].Fresh = true, true
			first, end = len(main), len(main)+len(narrow)
			main = append(main, append(narrow, wide...)...)
			continue
		}
		side = append(side, narrow...)
		main = append(main, wide...)
	}
	switch {
	case len(side) == 0:
	case first >= 0 && abs(leftOf(side)-leftOf(main[first:end])) < sameColumn: // what it ends with goes on
		main, side = slices.Insert(main, end, side...), nil
	default:
		side[0].Fresh = true
	}
	return ungrid(toHeads(withoutRails(wholeLinks(withoutPageNumbers(append(main, side...))))))
}

// sameColumn is how many points columns of two pages may begin apart and be one.
const sameColumn = 6

// leftOf is where the leftmost of some lines begins.
func leftOf(lines []Line) float64 {
	left := lines[0].Box.Left
	for _, l := range lines {
		left = min(left, l.Box.Left)
	}
	return left
}

// mostLines is how many lines a page may have and be looked at for columns.
const mostLines = 2000

// pageNumber is the number of a page and nothing else.
var pageNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^((page|seite|página|pagina|strona|sida|стр\.?) ?)?\d{1,2} ?(/|of|von|de|di|van|z|из|sur) ?\d{1,2}$|^(page|seite|página|pagina|strona|sida) \d{1,2}$`)
})

// withoutPageNumbers takes out the numbers of pages, which say nothing of a person.
func withoutPageNumbers(lines []Line) []Line {
	return slices.DeleteFunc(lines, func(l Line) bool { return len(l.Words) <= 4 && pageNumber().MatchString(l.Text()) })
}

// wholeLinks puts together web addresses that go on in the next line, and takes out what is
// said of them in brackets, as LinkedIn does: "www.linkedin.com/in/", "example (LinkedIn)".
func wholeLinks(lines []Line) []Line {
	for i := 0; i < len(lines); i++ {
		l := &lines[i]
		if i > 0 && len(l.Words) == 1 && lines[i-1].Page == l.Page && abs(lines[i-1].Box.Left-l.Box.Left) < 2 && l.Gap < 1.6*l.Size() {
			last := &lines[i-1].Words[len(lines[i-1].Words)-1]
			if goesOnAddress(last.Text, l.Words[0].Text) {
				last.Text += l.Words[0].Text
				lines[i-1].Box = boxOf(lines[i-1].Words)
				lines = slices.Delete(lines, i, i+1)
				i--
				continue
			}
		}
		if n := len(l.Words) - 1; n > 0 && linkRemark(l.Words[n].Text) && (n == 1 || IsLink(l.Words[n-1].Text)) {
			if i > 0 && n == 1 && lines[i-1].Page == l.Page {
				above := &lines[i-1]
				last := &above.Words[len(above.Words)-1]
				if IsLink(strings.TrimRight(last.Text, "-")) && strings.Contains(last.Text, "/") && above.Box.Left > l.Box.Left-2 && above.Box.Left < l.Box.Left+2 {
					last.Text += l.Words[0].Text
					lines = slices.Delete(lines, i, i+1)
					i--
					continue
				}
			}
			if IsLink(l.Words[n-1].Text) {
				l.Words = slices.Clone(l.Words[:n])
			}
		}
	}
	return lines
}

// goesOnAddress reports whether two texts below each other are the parts of one e-mail or web
// address.
func goesOnAddress(a, b string) bool {
	switch {
	case strings.Contains(a, "@"):
		return !strings.Contains(b, "@") && (!IsEmail(a) || strings.HasSuffix(a, "-")) && IsEmail(a+b)
	case strings.HasSuffix(a, "/") || strings.HasSuffix(a, "-"):
		return strings.Contains(a, "/") && IsLink(a+b) && !IsLink(b) && strings.ToLower(b) == b
	}
	return false
}

// linkRemark reports whether a word says of what kind a web address before it is.
func linkRemark(word string) bool {
	inner, ok := strings.CutPrefix(word, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	if !ok || !closed {
		return false
	}
	switch strings.ToLower(inner) {
	case "linkedin", "company", "personal", "portfolio", "blog", "other", "github", "website", "rss":
		return true
	}
	return false
}

// railGap is how far, in type sizes, a heading stands before the first line of its section
// where headings are set in a rail at the left.
const railGap = 0.9

// withoutRails puts headings that stand at the left of the first line of their section on
// lines of their own.
func withoutRails(lines []Line) []Line {
	const several = 3
	plain, alone, body := 0, 0, BodySize(lines)
	for _, l := range lines {
		if n := railOf(l); n > 0 && !isStrong(l, n) {
			plain++
		} else if n == 0 && kindOfHeading(l.Text()) != "" && StandsOut(l, body) {
			alone++
		}
	}
	var all []Line
	for _, l := range lines {
		n := railOf(l)
		if n > 0 && !isStrong(l, n) && (plain < several || alone >= several) {
			n = 0 // a label in a table
		}
		if n == 0 {
			all = append(all, l)
			continue
		}
		head, rest := l, l
		head.Words, rest.Words = l.Words[:n:n], l.Words[n:]
		head.Box, rest.Box = boxOf(head.Words), boxOf(rest.Words)
		rest.Gap = 0.1 // beside the heading
		rest.Fresh = false
		all = append(all, head, rest)
	}
	return all
}

// railOf is how many words at a line's beginning are a heading in a rail, 0 for none.
func railOf(l Line) int {
	for n := min(4, len(l.Words)-1); n > 0; n-- {
		a, b := l.Words[n-1], l.Words[n]
		if b.Left-a.Right > railGap*max(a.Size, b.Size)+1 && a.Right > a.Left && headings()[normalHeading(textOf(l.Words[:n]))] != "" && (l.Words[0].Bold || a.Size > b.Size*1.08 || b.Left-a.Right > 1.5*a.Size || isUpper(textOf(l.Words[:n]))) {
			return n
		}
	}
	return 0
}

// isStrong reports whether the first words of a line stand out from what is behind them.
func isStrong(l Line, n int) bool {
	return l.Words[0].Bold && !l.Words[n].Bold || l.Words[n-1].Size > l.Words[n].Size*1.08 || isUpper(textOf(l.Words[:n])) && !isUpper(textOf(l.Words[n:]))
}

func isUpper(text string) bool { return text == strings.ToUpper(text) }

// inOrder are lines from the top to the bottom, where the file has them otherwise; words of
// one row that the file draws apart are one line.
func inOrder(lines []Line) []Line {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b Line) int {
		if sameRow(a, b) {
			return cmp.Compare(a.Box.Left, b.Box.Left)
		}
		return cmp.Compare(a.Baseline(), b.Baseline())
	})
	return joinRows(lines)
}

// sameRow reports whether two lines stand beside each other.
func sameRow(a, b Line) bool {
	return math.Abs(a.Baseline()-b.Baseline()) < 0.25*min(a.Size(), b.Size())
}

// joinRows puts lines together that stand beside each other.
func joinRows(lines []Line) []Line {
	var all []Line
	for _, l := range lines {
		if n := len(all) - 1; n >= 0 && all[n].Page == l.Page && sameRow(all[n], l) && !overlap(all[n], l) {
			all[n].Words = append(slices.Clone(all[n].Words), l.Words...)
			slices.SortStableFunc(all[n].Words, func(a, b pdftext.Word) int { return cmp.Compare(a.Left, b.Left) })
			all[n].Box = boxOf(all[n].Words)
			all[n].order()
			continue
		}
		all = append(all, l)
	}
	return all
}

// overlap reports whether words of two lines are over each other.
func overlap(a, b Line) bool {
	return slices.ContainsFunc(a.Words, func(v pdftext.Word) bool {
		return v.Left < b.Box.Right-1 && b.Box.Left < v.Right-1 && slices.ContainsFunc(b.Words, func(w pdftext.Word) bool { return v.Left < w.Right-1 && w.Left < v.Right-1 })
	})
}

// withGaps are lines with the space above each as it is in their order.
func withGaps(lines []Line) []Line {
	for i := range lines {
		lines[i].Gap = 0
		if i > 0 && lines[i].Page == lines[i-1].Page {
			lines[i].Gap = max(0, lines[i].Baseline()-lines[i-1].Baseline())
		}
	}
	return lines
}

// How columns are known: so many lines on both sides, and so much of the page's height.
const (
	columnLines  = 4
	columnHeight = 90.0 // points
	gutter       = 5.0
	leftSlack    = 4.0  // letters of one column begin so far apart
	indent       = 14.0 // and what is set in, so far
)

// columns is which columns are looked for: in a column of a page, tags that stand below each
// other by chance are none.
type columns int

const (
	anyColumns columns = iota
	railsOnly          // of times
)

// segment is words of a line without a wide gap between them.
type segment struct {
	line     int
	words    []pdftext.Word
	box      Box
	baseline float64
}

// pageColumns parts the lines of a page into those that go over its whole width, in order,
// and two columns that stand for themselves: nil where there are none. What is beside
// other lines row by row is among the first, in the order of the rows.
func pageColumns(lines []Line, want columns) (all, narrow, wideOne []Line) {
	x, ok := findGutter(segmentsOf(lines), want)
	if !ok {
		return withGaps(inOrder(lines)), nil, nil
	}
	var over, left, right []Line
	for _, l := range lines {
		for _, part := range cutAtX(l, x) {
			switch {
			case part.Box.Left >= x-leftSlack:
				right = append(right, part)
			case part.Box.Right <= x+1:
				left = append(left, part)
			default:
				over = append(over, part)
			}
		}
	}
	byY := func(a, b Line) int { return cmp.Compare(a.Baseline(), b.Baseline()) }
	for _, list := range [][]Line{over, left, right} {
		slices.SortStableFunc(list, byY)
	}
	over, left, right = joinRows(over), joinRows(left), joinRows(right)
	edges := []float64{math.Inf(-1)}
	for _, l := range over {
		edges = append(edges, l.Baseline())
	}
	edges = append(edges, math.Inf(1))
	for k := 1; k < len(edges); k++ {
		from, to := edges[k-1], edges[k]
		if k > 1 {
			all = append(all, over[k-2])
		}
		a, b := within(left, from, to), within(right, from, to)
		switch {
		case len(b) == 0 || len(a) == 0:
			all = append(all, append(a, b...)...)
		case areLevels(a, b):
			all = append(all, inOrder(append(slices.Clone(a), b...))...)
		case isHeadingRail(a, b):
			all = append(all, underHeadings(a, inOrder(b))...)
		case isTimeRail(a) || isLabelRail(a, b):
			all = append(all, withTimes(a, b)...)
		case besideRows(a, b):
			all = append(all, interleaved(a, b)...)
		case isGrid(a, b, lines):
			all = append(all, gridLines(a, b)...)
		case len(a) >= columnLines && len(b) >= columnLines && heightOfLines(a) > columnHeight && heightOfLines(b) > columnHeight:
			if sub := beside(a, b); len(sub) < len(a) && len(b) >= 2 && !hasHeading(b) {
				top, bottom := b[0].Box.Top, b[len(b)-1].Box.Bottom
				for _, l := range a {
					if l.Box.Bottom <= top {
						all = append(all, l)
					}
				}
				all = append(all, rowsOf(sub, b)...)
				for _, l := range a {
					if l.Box.Top >= bottom {
						all = append(all, l)
					}
				}
				continue
			}
			var lead []Line
			if lead, a = goingOn(all, a, b); len(lead) > 0 {
				all = append(all, lead...)
			}
			a, b = withGaps(nested(a, railsOnly)), withGaps(nested(b, railsOnly))
			if widthOf(a) > widthOf(b) {
				a, b = b, a
			}
			narrow, wideOne = append(narrow, a...), append(wideOne, b...)
		default:
			all = append(all, inOrder(append(slices.Clone(a), b...))...)
		}
	}
	return withGaps(all), withGaps(narrow), withGaps(wideOne)
}

// beside are the lines of a column at the height of another one.
func beside(lines, other []Line) (some []Line) {
	top, bottom := other[0].Box.Top, other[len(other)-1].Box.Bottom
	for _, l := range lines {
		if l.Box.Bottom > top && l.Box.Top < bottom {
			some = append(some, l)
		}
	}
	return some
}

func hasHeading(lines []Line) bool {
	return slices.ContainsFunc(lines, func(l Line) bool { return kindOfHeading(l.Text()) != "" })
}

// rowsOf are the lines of a table of two columns, row by row.
func rowsOf(left, right []Line) []Line {
	switch {
	case len(left) == 0:
		return right
	case besideRows(left, right):
		return interleaved(left, right)
	case isLabelRail(left, right):
		return withTimes(left, right)
	}
	return inOrder(append(slices.Clone(left), right...))
}

// goingOn are the first lines of the left column that go on with the text above both columns:
// they stand higher than the right column, and before the first heading of their own.
func goingOn(above, left, right []Line) (lead, rest []Line) {
	if len(above) == 0 {
		return nil, left
	}
	n := 0
	for n < len(left) && left[n].Box.Bottom < right[0].Box.Top && kindOfHeading(left[n].Text()) == "" {
		n++
	}
	last := above[len(above)-1]
	if n == 0 || n == len(left) || kindOfHeading(left[n].Text()) == "" || left[0].Baseline()-last.Baseline() > 2.5*left[0].Size() || kindOfHeading(last.Text()) == "" && !slices.ContainsFunc(above, func(l Line) bool { return kindOfHeading(l.Text()) != "" }) {
		return nil, left
	}
	return left[:n], left[n:]
}

// gridShare is how much of a page's height columns take that stand for themselves: lower
// ones are a grid in one section, such as groups of skills beside each other.
const gridShare = 0.35

func isGrid(a, b, page []Line) bool {
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, l := range page {
		top, bottom = min(top, l.Box.Top), max(bottom, l.Box.Bottom)
	}
	height := max(a[len(a)-1].Box.Bottom, b[len(b)-1].Box.Bottom) - min(a[0].Box.Top, b[0].Box.Top)
	return height < gridShare*(bottom-top)
}

// gridLines are the lines of a grid: under each heading its left part, then its right one.
func gridLines(left, right []Line) []Line {
	var all []Line
	edges := []float64{}
	for _, l := range left {
		if kindOfHeading(l.Text()) != "" && !slices.ContainsFunc(right, func(r Line) bool { return math.Abs(r.Baseline()-l.Baseline()) < 2 }) {
			edges = append(edges, l.Baseline()-0.5)
		}
	}
	edges = append([]float64{math.Inf(-1)}, append(edges, math.Inf(1))...)
	for i := 1; i < len(edges); i++ {
		all = append(all, nested(within(left, edges[i-1], edges[i]), anyColumns)...)
		all = append(all, nested(within(right, edges[i-1], edges[i]), anyColumns)...)
	}
	return all
}

// nested are the lines of a column in order, which may have columns in it.
func nested(lines []Line, want columns) []Line {
	if len(lines) < 2 {
		return lines
	}
	all, narrow, wideOne := pageColumns(lines, want)
	return append(append(all, narrow...), wideOne...)
}

func within(lines []Line, from, to float64) (some []Line) {
	for _, l := range lines {
		if y := l.Baseline(); from < y && y < to {
			some = append(some, l)
		}
	}
	return some
}

func heightOfLines(lines []Line) float64 {
	return lines[len(lines)-1].Box.Bottom - lines[0].Box.Top
}

// furnishing is what a line says but for numbers, and about where: what pages repeat is the
// same on all of them.
func furnishing(l Line) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return '#'
		}
		return c
	}, l.Text()) + "|" + strconv.Itoa(int(l.Baseline()/4))
}

// furnitureOf are the lines at the head and the foot of pages that several pages repeat.
func furnitureOf(pages []pdftext.Page) map[string]bool {
	seen, furniture := map[string]int{}, map[string]bool{}
	for n, p := range pages {
		lines := LinesOf([]pdftext.Page{p})
		for _, l := range lines {
			y := l.Baseline()
			if y > p.Height*0.1 && y < p.Height*0.9 {
				continue
			}
			key := furnishing(l)
			if before, ok := seen[key]; ok && before != n {
				furniture[key] = true
			}
			seen[key] = n
		}
	}
	return furniture
}

func widthOf(lines []Line) float64 {
	var widths []float64
	left := math.Inf(1)
	for _, l := range lines {
		left = min(left, l.Box.Left)
	}
	for _, l := range lines {
		widths = append(widths, l.Box.Right-left)
	}
	slices.Sort(widths)
	return widths[len(widths)*9/10]
}

// cutAtX cuts a line that goes over a gutter with a gap.
func cutAtX(l Line, x float64) []Line {
	for i := 1; i < len(l.Words); i++ {
		if i != l.aside && l.Words[i-1].Right <= x && l.Words[i].Left >= x-leftSlack && l.Words[i].Left-l.Words[i-1].Right >= max(gutter, 0.7*l.Words[i].Size) {
			a, b := l, l
			a.Words, b.Words = l.Words[:i:i], l.Words[i:]
			a.Box, b.Box = boxOf(a.Words), boxOf(b.Words)
			return []Line{a, b}
		}
	}
	return []Line{l}
}

func segmentsOf(lines []Line) (all []segment) {
	for i, l := range lines {
		from := 0
		for j := 1; j <= len(l.Words); j++ {
			if j < len(l.Words) && (!wide(l.Words[j-1], l.Words[j]) || j == from+1 && isMark(l.Words[from].Text) || l.aside > 0 && j == l.aside) {
				continue
			}
			words := l.Words[from:j]
			all = append(all, segment{i, words, boxOf(words), l.Baseline()})
			from = j
		}
	}
	return all
}

// findGutter finds the space between two columns. Times and places at the right of entries
// are no column.
func findGutter(segments []segment, want columns) (x float64, ok bool) {
	best := 0.0
	tried := map[int]bool{}
	for _, s := range segments {
		at := s.box.Left
		if key := int(at / 2); tried[key] {
			continue
		} else {
			tried[key] = true
		}
		if score := gutterAt(segments, at, want); score > best {
			best, x, ok = score, at, true
		}
	}
	return x, ok
}

// gutterAt is how well the page is parted by the space left of x, 0 for not: the heights
// that no segment goes over count together.
func gutterAt(segments []segment, x float64, want columns) (score float64) {
	edges := []float64{math.Inf(-1)}
	starts := 0
	for _, s := range segments {
		if s.box.Left < x-leftSlack && s.box.Right > x-gutter {
			edges = append(edges, (s.box.Top+s.box.Bottom)/2)
		}
		if math.Abs(s.box.Left-x) < leftSlack {
			starts++
		}
	}
	if starts < 3 {
		return 0
	}
	edges = append(edges, math.Inf(1))
	slices.Sort(edges)
	for i := 1; i < len(edges); i++ {
		score += bandAt(segments, x, edges[i-1], edges[i], want)
	}
	return score
}

func bandAt(segments []segment, x, from, to float64, want columns) (score float64) {
	var left, right []segment
	for _, s := range segments {
		middle := (s.box.Top + s.box.Bottom) / 2
		if middle <= from || middle >= to {
			continue
		}
		if s.box.Left >= x-leftSlack {
			right = append(right, s)
		} else {
			left = append(left, s)
		}
	}
	if len(left) == 0 || len(right) == 0 || isAside(right, left) {
		return 0
	}
	rail := isAside(left, right) && isDated(left) || areHeadings(left) // times or headings at the left of what they are of
	if want == railsOnly && !rail {
		return 0
	}
	if !rail && (len(left) < columnLines || len(right) < columnLines) {
		return 0
	}
	lt, lb := heightOf(left)
	rt, rb := heightOf(right)
	shared := min(lb, rb) - max(lt, rt)
	if !rail && shared < columnHeight {
		return 0
	}
	return max(shared, 1) * float64(min(len(left), len(right)))
}

// areHeadings reports whether segments are headings of sections and nothing else.
func areHeadings(list []segment) bool {
	return len(list) >= 2 && !slices.ContainsFunc(list, func(s segment) bool { return kindOfHeading(textOf(s.words)) == "" })
}

// isDated reports whether most segments are times, or parts of one.
func isDated(list []segment) bool {
	n := 0
	for _, s := range list {
		text := textOf(s.words)
		if _, ok := readWhen(text); ok || resume.IsPresent(text) {
			n++
		} else if _, ok := readWhen(strings.TrimRight(text, " –—-")); ok {
			n++
		}
	}
	return n*10 >= len(list)*6
}

func heightOf(list []segment) (top, bottom float64) {
	top, bottom = math.Inf(1), math.Inf(-1)
	for _, s := range list {
		top, bottom = min(top, s.box.Top), max(bottom, s.box.Bottom)
	}
	return top, bottom
}

// isAside reports whether segments are short remarks to lines beside them: times and places
// of entries.
func isAside(some, others []segment) bool {
	beside, short, dated := 0, 0, 0
	for _, s := range some {
		text := textOf(s.words)
		slack := 2.0
		if isTime(s.words) || resume.IsPresent(text) {
			slack = 3.2 // times are often set smaller, or a little lower
		}
		if slices.ContainsFunc(others, func(o segment) bool { return math.Abs(o.baseline-s.baseline) < slack }) {
			beside++
		}
		if _, ok := readWhen(text); ok {
			dated++
			short++
		} else if len(s.words) <= 3 || placeScore(text) >= 0.5 {
			short++
		}
	}
	n := len(some)
	return beside*10 >= n*7 && short*10 >= n*8 && (dated*10 >= n*2 || beside*10 >= n*9 && n*3 < len(others)*2)
}

// blocks are the lines of a column with which blocks begin: what stands apart from the line
// above it.
func blocks(lines []Line) (starts []int) {
	pitch := min(Pitch(withGaps(slices.Clone(lines))), 1.5*lines[0].Size())
	for i := range lines {
		if i == 0 || lines[i].Baseline()-lines[i-1].Baseline() > 1.45*pitch {
			starts = append(starts, i)
		}
	}
	return starts
}

// besideRows reports whether two columns belong together row by row: what is at the left,
// such as titles and times, names what is at its right.
func besideRows(left, right []Line) bool {
	starts, others := blocks(left), blocks(right)
	n := 0
	for _, i := range starts {
		if slices.ContainsFunc(others, func(j int) bool { return math.Abs(right[j].Baseline()-left[i].Baseline()) < 2 }) {
			n++
		}
	}
	short := 0
	for _, l := range left {
		if len(l.Words) <= 5 {
			short++
		}
	}
	return n*10 >= len(starts)*6 && short*10 >= len(left)*7 && (len(starts) >= 2 || len(left) == 1)
}

// interleaved puts each block of the left column before what stands beside it.
func interleaved(left, right []Line) []Line {
	var all []Line
	starts := blocks(left)
	j := 0
	for k, i := range starts {
		end, next := len(left), math.Inf(1)
		if k+1 < len(starts) {
			end = starts[k+1]
			next = left[end].Baseline() - 2.5
		}
		for j < len(right) && right[j].Baseline() < left[i].Baseline()-2.5 {
			all = append(all, right[j])
			j++
		}
		all = append(all, left[i:end]...)
		for j < len(right) && right[j].Baseline() < next {
			all = append(all, right[j])
			j++
		}
	}
	return append(all, right[j:]...)
}

// areLevels reports whether a column only says how well what is beside it is known, row by row:
// "Deutsch   Muttersprache".
func areLevels(left, right []Line) bool {
	for _, l := range right {
		if len(l.Words) > 5 || fluencyScore(l.Text()) == 0 || !slices.ContainsFunc(left, func(o Line) bool { return sameRow(o, l) && len(o.Words) <= 3 }) {
			return false
		}
	}
	return true
}

// isTimeRail reports whether a column is the times of what is beside it, and maybe headings.
func isTimeRail(lines []Line) bool {
	times, others := 0, 0
	for _, l := range wholeTimes(lines) {
		if _, ok := readWhen(l.Text()); ok {
			times++
		} else if kindOfHeading(l.Text()) == "" {
			others++
		}
	}
	return times >= 1 && times >= others
}

// isLabelRail reports whether a column is what names the lines beside it: times, labels of
// fields and headings.
func isLabelRail(left, right []Line) bool {
	names, rows, apart, others := 0, 0, 0, 0
	whole := wholeTimes(left)
	starts := blocks(whole)
	for i, l := range whole {
		text := l.Text()
		if kindOfHeading(text) != "" && (l.Bold() || isUpper(text)) {
			others++
			continue
		}
		if duration().MatchString(text) {
			others++
			continue
		}
		if slices.Contains(starts, i) {
			apart++
		}
		if _, ok := readWhen(text); ok || labelOf(text, "") != "" || kindOfHeading(text) != "" || strings.HasSuffix(text, ":") {
			names++
		}
		if slices.ContainsFunc(right, func(r Line) bool { return math.Abs(r.Baseline()-l.Baseline()) < timeSlack }) {
			rows++
		}
	}
	n := len(whole) - others
	if n == 0 {
		return others >= 2
	}
	return n >= 2 && (names*10 >= n*6 && rows*10 >= n*7 || apart*10 >= n*6 && rows*10 >= n*8)
}

// isHeadingRail reports whether a column is the headings of what stands beside it, larger or
// stronger than that.
func isHeadingRail(left, right []Line) bool {
	body := BodySize(right)
	known := 0
	for _, l := range left {
		if len(l.Words) > headingWords || l.Bullet() || !StandsOut(l, body) {
			return false
		}
		if kindOfHeading(l.Text()) != "" || kindByWord(l.Text()) != "" {
			known++
		}
	}
	return known >= 2 && known*10 >= len(left)*7
}

// underHeadings puts the headings of a rail over what they stand beside. A heading at the
// height of the middle of its section begins it where the lines have the widest gap between
// this heading and the one before.
func underHeadings(rail, right []Line) []Line {
	const alike = 0.8
	right = withGaps(slices.Clone(right))
	if len(right) == 0 {
		return rail
	}
	rail = wholeHeadings(rail)
	at := map[int][]Line{} // headings, by the line under them
	done := 0
	pitch := Pitch(right)
	for k, h := range rail {
		next := done
		for next < len(right) && right[next].Baseline() < h.Baseline()-timeSlack {
			next++
		}
		best := min(next, len(right)-1)
		for i := done; i < next; i++ {
			if alike*right[i].Gap > right[best].Gap {
				best = i
			}
		}
		onRow := next < len(right) && math.Abs(right[next].Baseline()-h.Baseline()) <= timeSlack
		switch {
		case onRow && right[next].Gap > 1.2*pitch:
			best = next
		case k == 0 && right[best].Gap <= 1.6*pitch:
			best = 0 // its section begins with the page
			if onRow {
				best = next
			}
		}
		if next == len(right) {
			best = next // nothing stands beside it
		}
		at[best] = append(at[best], h)
		done = min(best+1, len(right))
		if k+1 < len(rail) && best < len(right) && rail[k+1].Baseline() <= right[best].Baseline()+timeSlack {
			done = best // nothing stands under this one
		}
	}
	var all []Line
	for i := 0; i <= len(right); i++ {
		all = append(all, at[i]...)
		if i < len(right) {
			all = append(all, right[i])
		}
	}
	return all
}

// wholeHeadings puts headings together that take two lines of a rail.
func wholeHeadings(rail []Line) (all []Line) {
	for _, l := range rail {
		if n := len(all) - 1; n >= 0 && l.Baseline()-all[n].Baseline() < 1.5*l.Size() && lookOf(l) == lookOf(all[n]) && len(all[n].Words)+len(l.Words) <= headingWords {
			all[n].Words = append(slices.Clone(all[n].Words), l.Words...)
			all[n].Box = boxOf(all[n].Words)
			continue
		}
		all = append(all, l)
	}
	return all
}

// timeSlack is how far, in points, a time in a rail may stand above or below its line.
const timeSlack = 4.0

// wholeTimes puts together times that are broken over two lines of a rail: "03/2021 –",
// "Present".
func wholeTimes(lines []Line) []Line {
	var all []Line
	for _, l := range lines {
		if n := len(all) - 1; n >= 0 && l.Baseline()-all[n].Baseline() < 1.8*l.Size() && isPeriod(all[n].Text(), l.Text()) {
			dash := pdftext.Word{Text: "–", Box: l.Words[0].Box, Baseline: l.Words[0].Baseline, Size: l.Size()}
			all[n].Words = append(slices.Clone(all[n].Words), dash)
			all[n].Words = append(all[n].Words, onRow(l.Words, all[n].Baseline())...)
			all[n].Box = boxOf(all[n].Words)
			continue
		}
		if n := len(all) - 1; n >= 0 && l.Baseline()-all[n].Baseline() < 1.8*l.Size() {
			if text := all[n].Text() + " " + l.Text(); strings.HasSuffix(all[n].Text(), "–") || strings.HasSuffix(all[n].Text(), "-") || strings.HasSuffix(all[n].Text(), "—") || strings.HasPrefix(l.Text(), "–") || strings.HasPrefix(l.Text(), "-") {
				if _, ok := readWhen(text); ok {
					all[n].Words = append(slices.Clone(all[n].Words), onRow(l.Words, all[n].Baseline())...)
					all[n].Box = boxOf(all[n].Words)
					continue
				}
			}
		}
		all = append(all, l)
	}
	return all
}

// onRow are words on the baseline of another row, to which they belong.
func onRow(words []pdftext.Word, baseline float64) []pdftext.Word {
	words = slices.Clone(words)
	for i := range words {
		words[i].Baseline = baseline
	}
	return words
}

// isPeriod reports whether two dates below each other are a period: both are written alike,
// and the second is later or the present.
func isPeriod(start, end string) bool {
	a, ok := readWhen(start)
	if !ok || !a.single {
		return false
	}
	if resume.IsPresent(end) {
		return true
	}
	b, ok := readWhen(end)
	return ok && b.single && len(start) == len(end) && !b.start.Before(a.start)
}

// withTimes puts the times and headings of a rail where they belong: a time at the head of
// the block beside it, a heading at its height.
func withTimes(rail, right []Line) []Line {
	type placed struct {
		y    float64
		rank int
		line Line
	}
	var all []placed
	joined := map[int]Line{}
	heads := entryTops(right)
	var headings []Line
	looks := map[look]bool{}
	for _, l := range rail {
		if kindOfHeading(l.Text()) != "" && StandsOut(l, BodySize(right)) {
			looks[lookOf(l)] = true
		}
	}
	for _, l := range wholeTimes(rail) {
		y := l.Baseline()
		if looks[lookOf(l)] && len(l.Words) <= headingWords && !isTime(l.Words) {
			headings = append(headings, l)
			continue
		}
		if at := headBeside(right, l); at >= 0 {
			if _, ok := readWhen(l.Text()); ok {
				all = append(all, placed{right[at].Baseline() + 0.2, 1, l})
				continue
			}
			if kindOfHeading(l.Text()) == "" || !l.Bold() {
				joined[at] = l // a label beside what it names
				continue
			}
		}
		if _, ok := readWhen(l.Text()); ok {
			top := y
			for _, h := range heads {
				if h.from-3 <= y {
					top = h.from
				}
			}
			y = top
			all = append(all, placed{y + 0.2, 1, l})
			continue
		}
		all = append(all, placed{y - 0.1, 0, l})
	}
	for i := range right {
		l := right[i]
		if label, ok := joined[i]; ok {
			l.Words = append(slices.Clone(label.Words), l.Words...)
			l.Box = boxOf(l.Words)
		}
		all = append(all, placed{l.Baseline(), 0, l})
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.rank, b.rank)) })
	var lines []Line
	for _, p := range all {
		if n := len(lines) - 1; p.rank == 1 && n >= 0 {
			// the time stands on the line of the head
			lines[n].Words = append(slices.Clone(lines[n].Words), p.line.Words...)
			continue
		}
		lines = append(lines, p.line)
	}
	if len(headings) > 0 {
		return underHeadings(headings, lines)
	}
	return lines
}

// headBeside is the line that stands beside one of a rail, -1 for none: beside a point, a
// time belongs to the head above it.
func headBeside(right []Line, l Line) int {
	at := rowOf(right, l)
	if _, ok := readWhen(l.Text()); !ok || at < 0 {
		return at
	}
	for i := at; i >= 0 && i >= at-headReach && right[at].Bullet(); i-- {
		if !right[i].Bullet() && (i == 0 || right[i].Box.Left <= right[at].Box.Left) {
			return i
		}
	}
	return at
}

// rowOf is the line that stands beside one of a rail, -1 for none.
func rowOf(right []Line, l Line) int {
	best, at := timeSlack, -1
	for i, r := range right {
		if d := math.Abs(r.Baseline() - l.Baseline()); d < best {
			best, at = d, i
		}
	}
	return at
}

// extent is from where to where something stands on a page.
type extent struct{ from, to float64 }

// entryTops are the entries of a column without times: each begins with a bold line, or
// where a line stands apart.
func entryTops(lines []Line) (all []extent) {
	pitch := Pitch(withGaps(slices.Clone(lines)))
	for i, l := range lines {
		begins := i == 0 || l.Bold() && !lines[i-1].Bold() && !l.Bullet() || !slices.ContainsFunc(lines, func(o Line) bool { return o.Bold() }) && l.Baseline()-lines[i-1].Baseline() > 1.6*pitch
		if begins {
			all = append(all, extent{l.Baseline(), l.Baseline()})
			continue
		}
		all[len(all)-1].to = l.Baseline()
	}
	return all
}

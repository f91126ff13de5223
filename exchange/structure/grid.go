package structure

import (
	"math"
	"strings"
)

// ungrid puts groups that stand beside each other under their names, as designs set skills
// and languages, one below the other: a grid begins with names that are set alike on one
// line, and goes on as long as each line fits into its columns.
func ungrid(lines []Line) []Line {
	pitch := Pitch(lines)
	var all []Line
	for i := 0; i < len(lines); {
		edges := gridEdges(lines, i)
		end := i
		var columns [][]Line
		if edges != nil {
			columns, end = gridColumns(lines, i, edges, pitch)
		}
		if end == i {
			all = append(all, lines[i])
			i++
			continue
		}
		for _, c := range columns {
			all = append(all, withGaps(c)...)
		}
		i = end
	}
	return all
}

// gridNameWords is how many words the name of a group in a grid may have.
const gridNameWords = 6

// gridEdges is where the columns of a grid begin whose names a line is, nil for none: names
// are bold, or larger than what is under them, and no times, places or headings.
func gridEdges(lines []Line, i int) []float64 {
	l := lines[i]
	if l.Item || l.Heading > 0 || !standsOver(lines, i) {
		return nil
	}
	names := segmentsOf([]Line{l})
	if len(names) < 2 {
		return nil
	}
	var edges []float64
	for _, n := range names {
		text := textOf(n.words)
		if _, dated := readWhen(text); dated || len(n.words) > gridNameWords || placeScore(text) >= 0.7 || kindOfHeading(text) != "" || isContact(text) || isMark(n.words[0].Text) || math.Abs(n.words[0].Size-names[0].words[0].Size) > 0.3 {
			return nil
		}
		edges = append(edges, n.box.Left-leftSlack)
	}
	return edges
}

// standsOver reports whether a line is bold or large over one that is not: the next one, or
// that after it where a name takes two lines.
func standsOver(lines []Line, i int) bool {
	l := lines[i]
	for _, next := range lines[i+1 : min(i+3, len(lines))] {
		if l.Bold() && !next.Bold() || l.Size() >= next.Size()+0.7 {
			return true
		}
	}
	return false
}

// gridColumns are the columns of a grid that begins at a line, and the line after its last
// one: the first line for no grid.
func gridColumns(lines []Line, i int, edges []float64, pitch float64) (columns [][]Line, end int) {
	columns = make([][]Line, len(edges))
	end = i
	for ; end < len(lines); end++ {
		l := lines[end]
		if end > i && (l.Page != lines[i].Page || l.Fresh || l.Gap > 3.2*pitch || l.Baseline() < lines[end-1].Baseline()-0.5*l.Size() || kindOfHeading(l.Text()) != "" && StandsOut(l, lines[i].Size()*0.9)) {
			break
		}
		parts := cutAtEdges(l, edges)
		if parts == nil {
			break
		}
		for k, p := range parts {
			if len(p.Words) > 0 {
				columns[k] = append(columns[k], p)
			}
		}
	}
	if end < i+2 {
		return nil, i
	}
	for k, c := range columns {
		if len(c) < 2 {
			return nil, i
		}
		for _, l := range c {
			if _, dated := readWhen(strings.Trim(l.Text(), "()")); dated && k > 0 {
				return nil, i
			}
		}
	}
	return columns, end
}

// cutAtEdges cuts a line into what stands in each column, nil where something goes over an edge.
func cutAtEdges(l Line, edges []float64) []Line {
	parts := make([]Line, len(edges))
	k := -1
	for n, w := range l.Words {
		for k+1 < len(edges) && w.Left >= edges[k+1] {
			k++
		}
		if k < 0 || k+1 < len(edges) && w.Right > edges[k+1]+leftSlack {
			return nil
		}
		if n > 0 && len(parts[k].Words) == 0 && w.Left-l.Words[n-1].Right < 0.6*w.Size {
			return nil // a text that happens to have a word there
		}
		if len(parts[k].Words) == 0 {
			parts[k] = l
			parts[k].Words = nil
		}
		parts[k].Words = append(parts[k].Words, w)
	}
	for i := range parts {
		if len(parts[i].Words) > 0 {
			parts[i].Box = boxOf(parts[i].Words)
		}
	}
	return parts
}

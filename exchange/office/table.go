package office

import (
	"strings"

	"resumax/exchange/structure"
)

// A table of a resume is one of three things. Columns of the page: cells with sections of
// their own, which are read one after the other. Entries: a row has a time or a heading in
// one cell, and what it is about in another. Data, such as languages and levels: a row is
// a line.

// flatten appends a table's paragraphs.
func (t *Table) flatten(all []*Para) []*Para {
	for from := 0; from < len(t.Rows); {
		to := from + 1
		for to < len(t.Rows) && len(t.Rows[to]) == len(t.Rows[from]) {
			to++
		}
		all = flattenRows(all, t.Rows[from:to])
		from = to
	}
	return all
}

// flattenRows appends rows of the same number of cells.
func flattenRows(all []*Para, rows [][]Cell) []*Para {
	grid := make([][][]*Para, len(rows))
	for i, row := range rows {
		for _, c := range row {
			grid[i] = append(grid[i], withoutEmpty(flatten(nil, c)))
		}
	}
	if areColumns(grid) {
		for c := range grid[0] {
			first := true
			for _, row := range grid {
				for _, p := range row[c] {
					p.Fresh = p.Fresh || first
					first = false
					all = append(all, p)
				}
			}
		}
		return append(all, &Para{Fresh: true}) // what follows is fresh, too
	}
	for _, row := range grid {
		all = append(all, flattenRow(row)...)
	}
	return all
}

func withoutEmpty(list []*Para) (all []*Para) {
	for _, p := range list {
		if !p.empty() {
			all = append(all, p)
		}
	}
	return all
}

// A cell is long if it has so many paragraphs; the columns of a page are in no more rows than this.
const (
	longCell   = 3
	columnRows = 4
)

// areColumns reports whether cells are columns of the page.
func areColumns(grid [][][]*Para) bool {
	if len(grid[0]) < 2 {
		return false
	}
	several, behind, long := false, false, 0
	for _, row := range grid {
		for c, cell := range row {
			n := 0
			for i, p := range cell {
				if isHeading(p) && i+1 < len(cell) {
					n++
				}
			}
			several = several || n > 1
			behind = behind || n > 0 && c > 0
			if len(cell) >= longCell {
				long++
			}
		}
	}
	return several && len(grid) <= 2*columnRows || behind && long > 1 && len(grid) <= columnRows
}

// isHeading reports whether a paragraph is the heading of a section.
func isHeading(p *Para) bool {
	text := p.Text()
	return !p.Item && len(text) < 80 && !strings.ContainsAny(strings.TrimSpace(text), "\t\n") && structure.IsHeading(text)
}

// flattenRow puts the cells of a row one after the other; short ones are a line.
func flattenRow(row [][]*Para) []*Para {
	var cells [][]*Para
	short := true
	for _, c := range row {
		if len(c) > 0 {
			cells = append(cells, c)
		}
	}
	if len(cells) == 0 {
		return []*Para{{}}
	}
	for _, c := range cells {
		short = short && len(c) == len(cells[0]) && len(c) < longCell
		for _, p := range c {
			short = short && !p.Item && len(p.Text()) < 160
		}
	}
	if !short {
		var all []*Para
		for _, c := range cells {
			all = append(all, c...)
		}
		return all
	}
	lines := cells[0]
	for _, c := range cells[1:] {
		for i, p := range c {
			lines[i].Runs = append(append(lines[i].Runs, Run{Run: structure.Run{Text: "\t"}}), p.Runs...)
		}
	}
	return lines
}

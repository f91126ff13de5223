package posting

import (
	"slices"
	"strings"
)

// withColumns are lines with tables made into parts whose columns say what is asked for and what
// is only preferred, as person specifications do:
//
//	Criterion	Essential	Desirable
//	Experience	Two years in a warehouse	Frozen food
//
// or mark each row: "Able to drive	E". What a row is about, in its first cell, is left out.
func (r *reading) withColumns(lines []line) (all []line) {
	for i := 0; i < len(lines); {
		kinds, marked := r.columnsOf(lines[i].text)
		end := i + 1
		for end < len(lines) && (kinds != nil || marked >= 0) && strings.Contains(lines[end].text, "\t") && lines[end].heading == 0 {
			end++
		}
		if n := strings.Count(lines[min(i+1, len(lines)-1)].text, "\t") + 1; end > i+1 && kinds != nil && n == len(kinds)+1 {
			kinds = append([]Section{NoSection}, kinds...) // the first cell of the head is empty
		}
		if end == i+1 {
			all = append(all, lines[i])
			i++
			continue
		}
		for _, kind := range []Section{Required, Preferred} {
			var points []line
			for _, l := range lines[i+1 : end] {
				for _, text := range cellsOf(l.text, kind, kinds, marked) {
					points = append(points, line{text: text, item: true})
				}
			}
			if len(points) > 0 {
				all = append(append(all, line{text: map[Section]string{Required: "Essential", Preferred: "Desirable"}[kind], heading: 3, section: kind}), points...)
			}
		}
		i = end
	}
	return all
}

// columnsOf are the sections of a table's columns by its first row, nil where no column is one; or
// the column that marks each row, -1 for none.
func (r *reading) columnsOf(text string) (kinds []Section, marked int) {
	cells := strings.Split(text, "\t")
	if len(cells) < 2 {
		return nil, -1
	}
	found := false
	for i, c := range cells {
		kind := r.words.headings[normal(c)]
		switch n := normal(c); {
		case i > 0 && (n == "e/d" || n == "essential/desirable" || n == "essential or desirable" || n == "essential / desirable"):
			return nil, i
		case kind != Required && kind != Preferred:
			kind = NoSection
		}
		found = found || kind == Preferred || kind == Required && i > 0
		kinds = append(kinds, kind)
	}
	if found && kinds[0] == Required && slices.Contains(kinds[1:], Required) {
		kinds[0] = NoSection // it names what a row is about: "Requirement"
	}
	if !found || len(cells) == 2 && kinds[0] == NoSection && kinds[1] == Required {
		return nil, -1
	}
	return kinds, -1
}

// cellsOf are the texts of a row that belong to a section.
func cellsOf(text string, kind Section, kinds []Section, marked int) (all []string) {
	cells := strings.Split(text, "\t")
	if marked >= 0 {
		if marked >= len(cells) {
			return nil
		}
		mark := strings.ToLower(cells[marked])
		if mark == "" || (mark[0] == 'e') != (kind == Required) || !strings.Contains("ed", mark[:1]) {
			return nil
		}
		return []string{strings.Join(slices.Delete(slices.Clone(cells), marked, marked+1), ": ")}
	}
	for i, c := range cells {
		if i >= len(kinds) || kinds[i] != kind {
			continue
		}
		switch strings.ToLower(c) {
		case "x", "✓", "✔", "✅", "●", "•", "yes", "y", "ja", "oui", "sí": // a mark: the row says what
			all = append(all, cells[0])
		default:
			if strings.ContainsFunc(c, isWordRune) {
				all = append(all, c)
			}
		}
	}
	return all
}

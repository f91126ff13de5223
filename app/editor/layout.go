package editor

import (
	"slices"

	"resumax/resume"
)

// plan is the layout of the fields of a section's items: rows of fields, and extra
// rows that are shown on demand.
type plan struct {
	rows    [][]cell
	extra   [][]cell
	compact bool     // every item open, in one line
	caption []string // the fields of an item's caption, if not those of the first row
	begins  string   // the field of an item that is written first, if not the first one
}

// cell is a field and its share of the row's width.
type cell struct {
	name  string
	share float32
}

func row(cells ...cell) []cell     { return cells }
func one(name string) cell         { return cell{name, 1} }
func wide(name string, n int) cell { return cell{name, float32(n)} }
func line(names ...string) []cell {
	cells := make([]cell, len(names))
	for i, n := range names {
		cells[i] = one(n)
	}
	return cells
}

var plans = map[string]plan{
	"work": {
		rows:  [][]cell{line("position", "name"), line("startDate", "endDate", "location"), line("highlights")},
		extra: [][]cell{line("summary"), line("keywords"), line("description", "url")},
	},
	"projects": {
		rows:  [][]cell{line("name", "entity"), line("startDate", "endDate", "url"), line("description"), line("highlights")},
		extra: [][]cell{line("keywords"), line("type", "roles")},
	},
	"skills": {rows: [][]cell{row(wide("name", 3), wide("keywords", 5))}, compact: true, begins: "keywords"}, // a group needs no name
	"education": {rows: [][]cell{line("studyType", "area"), line("institution"), line("startDate", "endDate", "score"), line("courses")}, extra: [][]cell{line("url")},
		caption: []string{"studyType", "area", "institution"}},
	"certificates": {rows: [][]cell{row(wide("name", 2), wide("issuer", 2), one("date"))}, compact: true},
	"publications": {rows: [][]cell{line("name"), line("publisher", "releaseDate"), line("url"), line("summary")}},
	"awards":       {rows: [][]cell{row(wide("title", 2), wide("awarder", 2), one("date")), line("summary")}},
	"volunteer": {
		rows:  [][]cell{line("position", "organization"), line("startDate", "endDate"), line("highlights")},
		extra: [][]cell{line("summary"), line("url")},
	},
	"languages":  {rows: [][]cell{line("language", "fluency")}, compact: true},
	"interests":  {rows: [][]cell{row(one("name"), wide("keywords", 2))}, compact: true},
	"references": {rows: [][]cell{line("name"), line("reference")}},
}

var customPlan = plan{
	rows:  [][]cell{line("name", "organization"), line("startDate", "endDate", "location"), line("highlights")},
	extra: [][]cell{line("position", "description"), line("summary"), line("date", "number"), line("url", "keywords")},
}

func planOf(key string) plan {
	if p, ok := plans[key]; ok {
		return p
	}
	return customPlan
}

// captionFields are the fields whose texts an item's caption shows.
func captionFields(key string) []string {
	p := planOf(key)
	if p.caption != nil {
		return p.caption
	}
	var names []string
	for _, c := range p.rows[0] {
		names = append(names, c.name)
	}
	return names
}

func compact(key string) bool { return planOf(key).compact }

// isExtra reports whether a field is shown only on demand.
func isExtra(key, name string) bool {
	return slices.ContainsFunc(planOf(key).extra, func(r []cell) bool {
		return slices.ContainsFunc(r, func(c cell) bool { return c.name == name })
	})
}

// fieldNamed is the field of a section's items with that name.
func fieldNamed(key, name string) resume.Field {
	fields := resume.Fields(key)
	return fields[slices.IndexFunc(fields, func(f resume.Field) bool { return f.Name == name })]
}

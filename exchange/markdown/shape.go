package markdown

import (
	"strconv"
	"strings"

	"resumax/render/outline"
	"resumax/resume"
)

// Markdown of ours says what its parts are by their marks: a heading is what an entry is,
// bold text whose it was, italic text when; in their order, the rest is where and what
// else. Which fields these are depends on the section. Where the usual ones are others, a
// comment, which no page shows, names them.

// look is how a part of an entry's head is set.
type look uint8

const (
	inHeading look = iota
	bold
	plain
	italic
)

// slot is a part of a head: how it is set, and the names of the fields in it.
type slot struct {
	look   look
	fields []string
	linked bool
}

// usualFields are the fields of heads by section: those in headings, bold, plain and italic.
var usualFields = map[string][4][]string{
	"work":         {{"position"}, {"name"}, {"location", "description"}, {"startDate", "endDate"}},
	"projects":     {{"name"}, {"entity"}, {"url"}, {"startDate", "endDate"}},
	"education":    {{"studyType", "area"}, {"institution"}, {"score"}, {"startDate", "endDate"}},
	"certificates": {{"name"}, {"issuer"}, nil, {"date"}},
	"publications": {{"name"}, {"publisher"}, nil, {"releaseDate"}},
	"awards":       {{"title"}, {"awarder"}, nil, {"date"}},
	"volunteer":    {{"position"}, {"organization"}, nil, {"startDate", "endDate"}},
	"references":   {{"name"}, nil, nil, nil},
	"":             {{"name"}, {"organization"}, {"location", "position"}, {"startDate", "endDate"}},
}

// usual gives slots the fields that they usually are in a section; pieces is how many each
// has.
func usual(key string, slots []slot, pieces []int) {
	table, ok := usualFields[key]
	if !ok {
		table = usualFields[""]
	}
	next := [4]int{}
	for i := range slots {
		s := &slots[i]
		names := table[s.look]
		for range pieces[i] {
			name := "?"
			if n := next[s.look]; n < len(names) {
				name = names[n]
			}
			next[s.look]++
			s.fields = append(s.fields, name)
		}
	}
}

// textField is the field that paragraphs of an entry are, by section.
var textField = map[string]string{"work": "summary", "volunteer": "summary", "projects": "description", "publications": "summary", "awards": "summary", "references": "reference", "": "summary"}

// pointField is the field that points of an entry are.
func pointField(key string) string {
	switch key {
	case "awards", "publications", "references":
		return textFieldOf(key)
	}
	return "highlights"
}

func textFieldOf(key string) string {
	if f, ok := textField[key]; ok {
		return f
	}
	return textField[""]
}

// termField is the field that an entry's terms are.
func termField(key string) string {
	if key == "education" {
		return "courses"
	}
	return "keywords"
}

// isOfTerms reports whether a section is groups of terms.
func isOfTerms(key string) bool { return key == "skills" || key == "languages" || key == "interests" }

// termNames are the fields of a group's name and of how well it is known.
func termNames(key string) (name, level string) {
	if key == "languages" {
		return "language", "fluency"
	}
	return "name", "level"
}

// fieldOf is the name of a field below its item: "highlights", "roles/0".
func fieldOf(a resume.Address) string {
	t := a.Tokens()
	if len(t) < 3 {
		return ""
	}
	return strings.Join(t[2:], "/")
}

// below is the address of a field of an item.
func below(item resume.Address, field string) resume.Address {
	for t := range strings.SplitSeq(field, "/") {
		if n, err := strconv.Atoi(t); err == nil {
			item = item.Item(n)
		} else {
			item = item.Child(t)
		}
	}
	return item
}

// pieces are the fields of a part of a head, without what is between them.
func pieces(p outline.Part) (all []outline.Span) {
	for _, s := range p.Spans {
		if s.Address != "" {
			all = append(all, s)
		}
	}
	return all
}

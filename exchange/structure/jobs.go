package structure

import "strings"

// Job is a position as it was recognized.
type Job struct {
	Title    string   `json:"title"`
	Employer string   `json:"employer"`
	Dates    string   `json:"dates"`
	Points   []string `json:"points"`

	Head Line `json:"-"` // the first line of its head
}

// job is what an entry says of a position.
func (r *reader) job(e entry) Job {
	j := Job{Title: e.title.Text, Employer: e.org.Text, Points: []string{}}
	if len(e.head) > 0 {
		j.Head = r.lines[e.head[0]]
	}
	if !e.period.isZero() {
		j.Dates = strings.Trim(r.text(e.period.at), " ()")
	}
	for _, p := range e.points {
		j.Points = append(j.Points, p.Text)
	}
	return j
}

// prose reports whether a line is running text.
func prose(l Line) bool {
	text := l.Text()
	last := l.Words[len(l.Words)-1].Text
	sentence := strings.HasSuffix(text, ",") || strings.HasSuffix(text, ".") && !strings.Contains(strings.TrimSuffix(last, "."), ".") && organizationScore(last) == 0
	return len(l.Words) > 12 || len(l.Words) > 4 && sentence
}

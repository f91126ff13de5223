package layout

import (
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/outline"
)

func TestWithDatesPlaced(t *testing.T) {
	part := func(role outline.Role) outline.Part {
		return outline.Part{Role: role, Spans: []outline.Span{{Text: role.String()}}}
	}
	title, firm, place, dates := part(outline.Title), part(outline.Organization), part(outline.Place), part(outline.Dates)
	for _, c := range []struct {
		place string
		kind  outline.Kind
		parts []outline.Part
		want  string
	}{
		{"right", outline.Entry, []outline.Part{title, firm, place, dates}, "title dates organisation place"},
		{"", outline.Entry, []outline.Part{title, firm, place, dates}, "title dates organisation place"},
		{"right", outline.Entry, []outline.Part{title, place, dates}, "title place dates"},
		{"right", outline.Position, []outline.Part{title, place, dates}, "title place dates"},
		{"above", outline.Entry, []outline.Part{title, firm, place, dates}, "dates title organisation place"},
		{"above", outline.Position, []outline.Part{title, dates}, "dates title"},
		{"below", outline.Entry, []outline.Part{title, firm, place, dates}, "title organisation place dates"},
		{"above", outline.Record, []outline.Part{title, firm, dates}, "title organisation dates"},
		{"above", outline.Entry, []outline.Part{title, firm}, "title organisation"},
		{"above", outline.Entry, []outline.Part{dates}, "dates"},
		{"above", outline.Photo, nil, ""},
	} {
		d := *design.Default()
		d.Dates.Place = c.place
		before := outline.Block{Kind: c.kind, Parts: c.parts}.Text(" ")
		blocks := []outline.Block{{Kind: c.kind, Parts: c.parts}, {Kind: outline.Bullet}}
		got := withDatesPlaced(blocks, &d)
		if text := got[0].Text(" "); text != c.want || len(got) != 2 {
			t.Errorf("%s, %s: %q, want %q", c.place, c.kind, text, c.want)
		}
		if after := blocks[0].Text(" "); after != before {
			t.Errorf("%s, %s: the outline was changed into %q", c.place, c.kind, after)
		}
		if strings.Count(got[0].Text(" "), " ") != strings.Count(before, " ") {
			t.Errorf("%s, %s: parts were lost", c.place, c.kind)
		}
	}
}

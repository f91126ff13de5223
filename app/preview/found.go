package preview

import (
	"resumax/render/layout"
	"resumax/resume"
	"resumax/widgets"
)

// found is a search whose matches are marked on the page.
type found struct {
	query   resume.Query
	matches []resume.Match
	current int
}

// ShowFound marks the matches of a search, in place of the focused field, and
// scrolls to the current one if reveal is set. ShowFound(q, nil, …) ends that.
func (p *Preview) ShowFound(q resume.Query, matches []resume.Match, current int, reveal bool) {
	p.found = nil
	if len(matches) > 0 {
		p.found = &found{q, matches, current}
	}
	p.mark(p.session.Focus(), reveal)
}

// marks are the places of the matches, and that of the current one. They are looked
// for in what is printed, which differs from the text in its markup and its dates.
func (f *found) marks(d *layout.Document) (marks []widgets.Mark, current int) {
	wanted := map[resume.Address]bool{}
	for _, m := range f.matches {
		wanted[m.Address] = true
	}
	current = -1
	passages := d.Passages(wanted)
	now := f.matches[f.current]
	for at, i := resume.Address(""), 0; i < len(f.matches); i++ {
		if f.matches[i].Address == at {
			continue // together with the one before
		}
		at = f.matches[i].Address
		passage := passages[at]
		if passage == nil {
			continue // hidden, or shown in another form
		}
		for n, r := range f.query.In(passage.Text) {
			kind := widgets.MarkFound
			if at == now.Address && i+n == f.current {
				kind = widgets.MarkCurrent
				current = len(marks)
			}
			for _, b := range passage.Boxes(r.From, r.To) {
				marks = append(marks, mark(b, kind))
			}
		}
	}
	return marks, current
}

func mark(b layout.Box, kind widgets.MarkKind) widgets.Mark {
	return widgets.Mark{Page: b.Page, Rect: widgets.Rect{X: b.X, Y: b.Y, Width: b.W, Height: b.H}, Kind: kind}
}

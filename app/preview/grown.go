package preview

import (
	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
)

// grown notices that another design makes more pages of a resume.
type grown struct {
	had      int // pages before the design was changed, 0 for no change
	revision int // of the change
}

// before notes the pages that there are before the next edit.
func (g *grown) before(s session.Snapshot, pages int) { *g = grown{pages, s.Revision + 1} }

// after reports whether the edit has made more pages of a resume that is not fitted to
// any number, and how many there were. It does so once.
func (g *grown) after(s session.Snapshot, revision, pages int) (had int, more bool) {
	if g.had == 0 || revision < g.revision {
		return 0, false
	}
	had = g.had
	*g = grown{}
	return had, pages > had && s.Resume.Meta.Fit == 0
}

// ChangeDesign gives the resume another design, and offers to fit the pages that it had
// if that makes more.
func (p *Preview) ChangeDesign(id string) {
	if p.printed != nil {
		p.grown.before(p.session.Now(), len(p.printed.Pages))
	}
	if !p.session.Edit(tr.T("preview.change-design", "Change design"), "", resume.TextEdit(resume.DesignSetting, id)) {
		p.grown = grown{} // it has this design
	}
}

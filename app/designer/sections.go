package designer

import (
	"slices"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// contactKey is the name of the contact details among a design's sections.
const contactKey = "contact"

// sections is the knob for the sections in the sidebar.
func (p *Designer) sections() *knob {
	const key = "columns.sections"
	control := widgets.NewChecks()
	var offered, keys []string // the options, and the section of each
	control.OnChanged = func(titles []string) {
		if p.syncing {
			return
		}
		var in []string
		for i, title := range offered {
			if slices.Contains(titles, title) {
				in = append(in, keys[i])
			}
		}
		p.set(tr.T("designer.in-the-sidebar", "In the sidebar"), pair{key, resume.Texts(in...)})
		p.seal()
	}
	return p.row(tr.T("designer.in-the-sidebar", "In the sidebar"), &knob{keys: []string{key}, show: func(d *design.Design) string {
		titles := []string{tr.T("designer.contact", "Contact")}
		keys = []string{contactKey}
		for _, s := range p.session.Now().Resume.Sections {
			if s.Count > 0 && !s.Hidden && !slices.Contains(titles, s.Title) {
				titles, keys = append(titles, s.Title), append(keys, s.Key)
			}
		}
		var in []string
		for i, k := range keys {
			if slices.Contains(d.Columns.Sections, k) {
				in = append(in, titles[i])
			}
		}
		offered = titles
		control.Set(titles, in)
		return ""
	}}, control)
}

package designer

import (
	"slices"

	"fyne.io/fyne/v2/widget"

	"resumax/render/design"
	"resumax/resume"
)

// contactKey is the name of the contact details among a design's sections.
const contactKey = "contact"

// sections is the knob for the sections in the sidebar.
func (p *Designer) sections() *knob {
	const key = "columns.sections"
	control := widget.NewCheckGroup(nil, nil)
	var keys []string // of the options, by index
	control.OnChanged = func(titles []string) {
		if p.syncing {
			return
		}
		var in []string
		for i, title := range control.Options {
			if slices.Contains(titles, title) {
				in = append(in, keys[i])
			}
		}
		p.set("In the sidebar", pair{key, resume.Texts(in...)})
		p.seal()
	}
	return p.row("In the sidebar", &knob{keys: []string{key}, show: func(d *design.Design) string {
		titles := []string{"Contact"}
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
		if !slices.Equal(titles, control.Options) || !slices.Equal(in, control.Selected) {
			control.Options, control.Selected = titles, in
			control.Refresh()
		}
		return ""
	}}, control)
}

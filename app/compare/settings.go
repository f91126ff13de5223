package compare

import (
	"cmp"
	"slices"
	"strings"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
)

const (
	sectionSettings = resume.Settings + "/" + resume.MetaSections
)

func settingsTitle() string {
	return tr.T("compare.settings", "Settings")
}

// settingNames are what the window calls the settings of a resume.
func settingNames() map[string]string {
	return map[string]string{
		resume.MetaRole:         tr.T("compare.target-role", "Target role"),
		resume.MetaLevel:        tr.T("compare.level", "Level"),
		resume.MetaDesign:       tr.T("compare.design", "Design"),
		resume.MetaPage:         tr.T("compare.paper", "Paper"),
		resume.MetaFit:          tr.T("compare.pages-to-fit", "Pages to fit"),
		resume.MetaNumbers:      tr.T("compare.page-numbers", "Page numbers"),
		resume.MetaLanguage:     tr.T("compare.language", "Language"),
		resume.MetaWords:        tr.T("compare.custom-dictionary", "Custom dictionary"),
		resume.MetaVariants:     tr.T("compare.variants", "Variants"),
		resume.MetaPostings:     tr.T("compare.job-postings", "Job postings"),
		resume.MetaApplications: tr.T("compare.applications", "Applications"),
		resume.MetaFacts:        tr.T("compare.facts-for-forms", "Facts for forms"),
		resume.MetaLetters:      tr.T("compare.cover-letters", "Cover letters"),
		resume.MetaEmployers:    tr.T("compare.notes-on-employers", "Notes on employers"),
		resume.MetaPrep:         tr.T("compare.interview-prep", "Interview prep"),
	}
}

// unset is what a setting is where the resume says nothing.
func unset() map[string]string {
	return map[string]string{
		resume.MetaRole:    tr.T("compare.detect-automatically", "Detect automatically"),
		resume.MetaLevel:   tr.T("compare.from-your-dates", "From your dates"),
		resume.MetaDesign:  tr.T("compare.classic", "Classic"),
		resume.MetaPage:    tr.T("compare.from-your-country", "From your country"),
		resume.MetaFit:     tr.T("compare.any-number", "Any number"),
		resume.MetaNumbers: tr.T("compare.off", "Off"),
	}
}

// setting makes the lines of a difference in meta.resumax.
func (c *comparer) setting(d resume.Difference) {
	t := d.Address.Tokens()[2:] // without meta and resumax
	if len(t) == 0 {
		c.settings(d.Address, d)
		return
	}
	switch t[0] {
	case resume.MetaSections: // [comparer.order] says it
	case resume.MetaFormat, resume.MetaLists: // say nothing to a reader
	case resume.MetaSettings:
		c.design(d, t[1:])
	default:
		c.plainSetting(d, t[0])
	}
}

// settings makes lines of all that is in a value that was put in or taken away.
func (c *comparer) settings(at resume.Address, d resume.Difference) {
	v := d.New
	if d.Kind == resume.Removed {
		v = d.Old
	}
	for _, m := range v.Members() {
		c.setting(resume.Difference{Kind: d.Kind, Address: at.Child(m.Name), Old: m.Value, New: m.Value})
	}
}

// plainSetting makes the line of a setting, one for all that is in it.
func (c *comparer) plainSetting(d resume.Difference, name string) {
	at := resume.MetaAddress(name)
	if c.lists[at] || d.Kind == resume.Moved && d.Address == at {
		return
	}
	c.lists[at] = true
	if c.items(name) {
		return
	}
	label := settingLabel(at)
	old, _ := c.earlier.Get(at)
	now, _ := c.later.Get(at)
	kind := d.Kind
	if d.Address != at {
		kind = resume.Changed
	}
	was, is := settingWording(name, old), settingWording(name, now)
	if was == is { // a list of what the window does not show yet
		was, is = "", ""
	}
	if unset()[name] != "" { // there is always one
		kind = resume.Changed
	}
	c.add(kind, at, label, was, is)
}

// settingWording is a setting's value as the window says it.
func settingWording(name string, v resume.Value) string {
	text := strings.TrimSpace(said(v))
	switch {
	case v.IsNull() || text == "" && v.Kind() == resume.String:
		return unset()[name]
	case v.Kind() == resume.Bool:
		return onOff(v.True())
	case v.Kind() == resume.Object:
		return ""
	case v.Kind() == resume.Array:
		var words []string
		for _, item := range v.Items() {
			if item.Kind() == resume.String {
				words = append(words, item.Str())
			}
		}
		return strings.Join(words, ", ")
	case name == resume.MetaRole && text == "none":
		return tr.T("compare.no-role", "No role")
	case name == resume.MetaLanguage:
		return text
	}
	return humanized(text)
}

// design makes the lines of what the resume says over designs, of which t are the
// design and the key in its file, or a part of that.
func (c *comparer) design(d resume.Difference, t []string) {
	old, now := d.Old, d.New
	if d.Kind == resume.Moved {
		return
	}
	if d.Kind == resume.Added {
		old = resume.Value{}
	} else if d.Kind == resume.Removed {
		now = resume.Value{}
	}
	if old.Kind() == resume.Object || now.Kind() == resume.Object { // tables: a line for each setting in them
		for _, name := range memberNames(old, now) {
			was, had := old.Get(name)
			is, has := now.Get(name)
			kind := resume.Changed
			if !had {
				kind = resume.Added
			} else if !has {
				kind = resume.Removed
			}
			c.design(resume.Difference{Kind: kind, Address: d.Address, Old: was, New: is}, append(slices.Clip(t), name))
		}
		return
	}
	c.add(d.Kind, d.Address, designLabel(t), settingText(old), settingText(now))
}

// settingLabel names an address in meta.resumax.
func settingLabel(at resume.Address) resume.Label {
	t := at.Tokens()[2:]
	switch {
	case len(t) == 0:
		return resume.Label{Section: settingsTitle()}
	case t[0] == resume.MetaSettings:
		return designLabel(t[1:])
	case t[0] == resume.MetaSections:
		return resume.Label{Section: settingsTitle(), Field: tr.T("compare.sections", "Sections")}
	case settingNames()[t[0]] != "":
		return resume.Label{Section: settingsTitle(), Field: settingNames()[t[0]]}
	}
	return resume.Label{Section: settingsTitle(), Field: humanized(t[0])}
}

// designLabel names a design's setting, t being the design and its key.
func designLabel(t []string) resume.Label {
	label := resume.Label{Section: tr.T("compare.design", "Design")}
	if len(t) > 0 {
		label.Entry = humanized(t[0])
	}
	if len(t) > 1 {
		label.Field = cmp.Or(tr.Word(design.Label(strings.Join(t[1:], "."))), humanized(strings.Join(t[1:], ".")))
	}
	return label
}

func settingText(v resume.Value) string {
	switch v.Kind() {
	case resume.Bool:
		return onOff(v.True())
	case resume.Array:
		return joined(resume.Root, v.Items(), ", ")
	}
	return said(v)
}

// memberNames are the names that either of two objects has.
func memberNames(a, b resume.Value) []string {
	var names []string
	seen := map[string]bool{}
	for _, m := range slices.Concat(a.Members(), b.Members()) {
		if !seen[m.Name] {
			seen[m.Name] = true
			names = append(names, m.Name)
		}
	}
	return names
}

// order makes the lines of order, headings and hiding of sections. They are
// compared as the two resumes have them: the first that is changed has the file
// say all of it.
func (c *comparer) order() {
	earlier, later := c.earlier.Resume().Sections, c.later.Resume().Sections
	byKey := map[string]resume.Section{}
	for _, s := range earlier {
		byKey[s.Key] = s
	}
	titles := map[string]string{} // now, of those that both have
	var after []string
	for _, s := range later {
		was, ok := byKey[s.Key]
		if !ok {
			continue
		}
		titles[s.Key] = s.Title
		after = append(after, s.Title)
		if was.Title != s.Title {
			c.add(resume.Changed, s.Address, resume.Label{Section: s.Title, Field: tr.T("compare.heading", "Heading")}, was.Title, s.Title)
		}
		if was.Hidden != s.Hidden {
			c.add(resume.Changed, s.Address, resume.Label{Section: s.Title}, shown(was.Hidden), shown(s.Hidden))
		}
	}
	var before []string
	for _, s := range earlier {
		if title, ok := titles[s.Key]; ok {
			before = append(before, title)
		}
	}
	if !slices.Equal(before, after) {
		c.add(resume.Moved, sectionSettings, resume.Label{Section: settingsTitle(), Field: tr.T("compare.order-of-sections", "Order of sections")},
			strings.Join(before, ", "), strings.Join(after, ", "))
	}
}

package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// contactForm is the form of the contact section.
func (e *Editor) contactForm(s session.Snapshot) fyne.CanvasObject {
	field := func(name string) fyne.CanvasObject {
		return e.newField(resume.Basics, named(resume.BasicsFields(), name)).frame
	}
	location := func(name string) fyne.CanvasObject {
		return e.newField(resume.Location, named(resume.LocationFields(), name)).frame
	}
	row := func(cells []rowCell, objects ...fyne.CanvasObject) fyne.CanvasObject {
		return container.New(newFieldRow(10, cells...), objects...)
	}
	cell := func(name string, share, least float32) rowCell {
		return rowCell{share, max(least, e.exampleWidth(resume.Location, named(resume.LocationFields(), name)))}
	}
	person := widgets.NewColumn(10,
		field("name"),
		field("label"),
		row([]rowCell{{3, leastWidth(resume.EmailLine)}, {2, leastWidth(resume.PhoneLine)}}, field("email"), field("phone")),
		field("url"),
	)
	living := widgets.NewColumn(10,
		widgets.NewStrong(tr.T("editor.location", "Location")),
		row([]rowCell{cell("city", 2, 90), cell("region", 2, 90), cell("countryCode", 1, 64)}, location("city"), location("region"), location("countryCode")),
		row([]rowCell{cell("address", 3, 120), cell("postalCode", 1, 80)}, location("address"), location("postalCode")),
		widgets.NewMuted(tr.T("editor.street-and-postal-code", "Street and postal code aren’t printed on a resume; letters have them where that is usual.")),
	)
	return widgets.NewColumn(14,
		e.markedLine(resume.Basics, headLine(tr.T("editor.contact", "Contact"))),
		widgets.NewGroup(inset(person, 14, 0)),
		widgets.NewGroup(inset(living, 14, 0)),
		widgets.NewGroup(inset(e.profiles(s), 14, 0)),
		widgets.NewGroup(inset(e.photo(s), 14, 0)),
	)
}

// markedLine is a title with the marker of what is below it, if there is one.
func (e *Editor) markedLine(at resume.Address, title fyne.CanvasObject) fyne.CanvasObject {
	m := e.marker(at, false)
	if m == nil {
		return title
	}
	return widgets.NewBorder(nil, nil, nil, container.NewCenter(m), title)
}

func named(fields []resume.Field, name string) resume.Field {
	for _, f := range fields {
		if f.Name == name {
			return f
		}
	}
	panic("no field " + name) // callers pass constants
}

// profiles are the accounts in networks such as GitHub.
func (e *Editor) profiles(s session.Snapshot) fyne.CanvasObject {
	column := widgets.NewColumn(10, e.markedLine(resume.Profiles, widgets.NewStrong(tr.T("editor.profiles", "Profiles"))))
	n := s.Document.ListLen(resume.Profiles)
	if n == 0 {
		column.Add(widgets.NewMuted(tr.T("editor.github-linkedin-or-a", "GitHub, LinkedIn or a portfolio: add at least one link that shows your work.")))
	}
	rows := make([]fyne.CanvasObject, n)
	for i := range n {
		at := resume.Profiles.Item(i)
		var cells []fyne.CanvasObject
		parts := newFieldRow(8, rowCell{3, 90}, rowCell{3, 90}, rowCell{5, 150})
		for i, f := range resume.ProfileFields() {
			cells = append(cells, e.newField(at, f).frame)
			parts.cells[i].least = max(parts.cells[i].least, labelWidth(f))
		}
		del := widgets.NewIconButton(theme.ContentClearIcon(), tr.T("editor.delete-profile", "Delete profile"), func() { e.remove(at) })
		e.place(at, deletes, del)
		rows[i] = widgets.NewBorder(nil, nil, nil, beside(del),
			container.New(parts, cells...))
	}
	list := widgets.NewReorderList(rows...)
	list.SkipHandles = true
	list.Gap = 14 // its rows may take two lines
	list.OnMove = func(from, to int) { e.moveItem(resume.ContactKey, resume.Profiles, from, to) }
	column.Add(list)
	for i := range n {
		e.place(resume.Profiles.Item(i), moves, list.Handle(i))
	}
	add, addRow := addButton(tr.T("editor.add-profile", "Add profile"), e.addProfile)
	e.place(resume.Profiles, adds, add)
	add.OnTyped = e.begin
	column.Add(addRow)
	return column
}

func (e *Editor) addProfile() {
	at := resume.Profiles.Item(e.session.Now().Document.ListLen(resume.Profiles))
	e.insertItem(tr.T("editor.add-profile", "Add profile"), at, resume.Struct())
}

// summaryForm is the form of the summary.
func (e *Editor) summaryForm(s session.Snapshot) fyne.CanvasObject {
	sec, _ := s.Resume.Section(resume.SummaryKey)
	f := e.bind(resume.Summary, resume.Prose, tr.T("editor.who-you-are-the", "Who you are, the scale you have worked at, what you want next: 25 to 60 words"))
	f.entry.MinRows = 6
	f.sync(s.Document)
	form := widgets.NewColumn(14, e.sectionHead(sec, 0), e.withOutside(f, f.entry))
	if e.services.Advice != nil {
		for _, a := range e.services.Advice(resume.SummaryKey) {
			form.Add(widgets.NewMuted(a))
		}
	}
	return form
}

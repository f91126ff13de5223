package editor

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// sectionForm is the form of a section that is a list of items.
func (e *Editor) sectionForm(s session.Snapshot) fyne.CanvasObject {
	sec, _ := s.Resume.Section(e.section)
	n := s.Document.ListLen(sec.Address)
	form := widgets.NewColumn(14, e.sectionHead(sec, n))
	if n == 0 {
		form.Add(e.emptySection(sec))
		return form
	}
	rows := make([]fyne.CanvasObject, n)
	for i := range n {
		rows[i] = e.item(s.Document, sec.Key, sec.Address, i)
	}
	list := widgets.NewReorderList(rows...)
	list.Gap = 8
	list.OnMove = func(from, to int) { e.moveItem(sec.Key, sec.Address, from, to) }
	for i := range n {
		e.place(sec.Address.Item(i), moves, list.Handle(i))
	}
	form.Add(list)
	add, addRow := addButton(tr.T("editor.add", "Add {{.What}}", tr.With{"What": tr.Word(resume.ItemName(sec.Key))}), e.AddItem)
	e.place(sec.Address, adds, add)
	form.Add(addRow)
	return form
}

// sectionHead is the section's title with buttons for the whole section.
func (e *Editor) sectionHead(sec resume.Section, n int) fyne.CanvasObject {
	var menu *widgets.IconButton
	menu = widgets.NewIconButton(theme.MoreHorizontalIcon(), tr.T("editor.more-actions", "More actions"), func() {
		popUp(menu, fyne.NewMenu("", e.SectionMenu(sec.Key)...))
	})
	buttons := container.NewHBox()
	icon := theme.VisibilityIcon()
	if sec.Hidden {
		icon = theme.VisibilityOffIcon()
	}
	hide := widgets.NewIconButton(icon, e.hideLabel(tr.T("editor.section", "section"), sec.Hidden), func() { e.hideSection(sec.Key, !sec.Hidden) })
	e.place(sec.Address, hides, hide)
	e.place(sec.Address, menuOf, menu)
	if n > 1 && hasDates(sec.Key) {
		buttons.Add(e.sortOffer(sec.Key))
	}
	if m := e.marker(sec.Address, false); m != nil {
		buttons.Add(container.NewCenter(m))
	}
	buttons.Add(container.NewCenter(hide))
	buttons.Add(container.NewCenter(menu))
	head := widgets.NewBorder(nil, nil, nil, container.NewCenter(buttons), headLine(sec.Title))
	if !sec.Hidden {
		return head
	}
	return widgets.NewColumn(4, head, widgets.NewMuted(tr.T("editor.this-section-is-hidden", "This section is hidden: it isn't printed or scored.")))
}

// beside puts a button at the height of the first field that it stands beside, below the field's
// label.
func beside(button fyne.CanvasObject) fyne.CanvasObject {
	label := fyne.MeasureText("M", theme.CaptionTextSize(), fyne.TextStyle{}).Height
	above := label + labelGap + (widgets.FirstLine-button.MinSize().Height)/2
	return container.NewVBox(container.New(layout.NewCustomPaddedLayout(above, 0, 0, 0), button))
}

// besideWith is [beside] with the marker of an entry, if there is one.
func (e *Editor) besideWith(at resume.Address, button fyne.CanvasObject) fyne.CanvasObject {
	m := e.marker(at, false)
	if m == nil {
		return beside(button)
	}
	return container.NewHBox(beside(m), beside(button))
}

// withMarker puts the marker of an entry before an object, if there is one.
func (e *Editor) withMarker(at resume.Address, o fyne.CanvasObject) fyne.CanvasObject {
	m := e.marker(at, false)
	if m == nil {
		return o
	}
	return container.NewHBox(container.NewCenter(m), o)
}

// headLine is a section's title, on a line that is as high as a button whether or not there is one.
func headLine(title string) fyne.CanvasObject {
	line := canvas.NewRectangle(color.Transparent)
	line.SetMinSize(fyne.NewSize(0, widgets.NewButton("A", nil).MinSize().Height))
	return container.NewStack(line, container.NewVBox(layout.NewSpacer(), widgets.NewHeading(title), layout.NewSpacer()))
}

// labelGap is the space between a field's label and the field, in Fyne's units.
const labelGap = 3

// captionInset is the space before the arrow of an entry's caption, with which its
// fields line up.
const captionInset = 9

// inset puts space around an object: above and below, and at its sides.
func inset(o fyne.CanvasObject, vertical, horizontal float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(vertical, vertical, horizontal, horizontal), o)
}

// popUp shows a menu below a button.
func popUp(below fyne.CanvasObject, menu *fyne.Menu) {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(below); c != nil {
		at := d.AbsolutePositionForObject(below).AddXY(0, below.Size().Height)
		widgets.ShowMenu(c, menu, at)
	}
}

// SectionMenu is the menu of the section with the key.
func (e *Editor) SectionMenu(key string) []*fyne.MenuItem {
	r := e.session.Now().Resume
	sec, ok := r.Section(key)
	if !ok {
		if key == resume.ContactKey && e.services.Copy != nil {
			return []*fyne.MenuItem{e.copyItem(key)}
		}
		return nil
	}
	index := 0
	for i, s := range r.Sections {
		if s.Key == key {
			index = i
		}
	}
	item := func(label string, enabled bool, f func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(label, f)
		m.Disabled = !enabled
		return m
	}
	items := []*fyne.MenuItem{
		item(tr.T("editor.rename", "Rename"), true, func() { e.services.Rename(key) }),
		item(e.hideLabel(tr.T("editor.section", "section"), sec.Hidden), true, func() { e.hideSection(key, !sec.Hidden) }),
		item(tr.T("editor.sort-by-date", "Sort by date"), hasDates(key) && sec.Count > 1, func() { e.sortByDate(key) }),
		fyne.NewMenuItemSeparator(),
		item(tr.T("editor.move-up", "Move up"), index > 0, func() { e.moveSection(index, index-1) }),
		item(tr.T("editor.move-down", "Move down"), index < len(r.Sections)-1, func() { e.moveSection(index, index+1) }),
	}
	if e.services.Copy != nil {
		items = append(items, fyne.NewMenuItemSeparator(), e.copyItem(key))
	}
	return append(items, fyne.NewMenuItemSeparator(), item(tr.T("editor.remove-section", "Remove section"), true, func() { e.removeSection(sec) }))
}

// copyItem is the menu item that copies a section.
func (e *Editor) copyItem(key string) *fyne.MenuItem {
	return fyne.NewMenuItem(tr.T("editor.copy-for-a-form", "Copy for a form"), func() { e.services.Copy(key) })
}

// removeSection removes a section without asking, shows the one before it, and offers undo.
func (e *Editor) removeSection(sec resume.Section) {
	next := resume.ContactKey
	for _, s := range e.session.Now().Resume.Sections {
		if s.Key == sec.Key {
			break
		}
		if s.Count > 0 {
			next = s.Key
		}
	}
	if e.section == sec.Key {
		e.Show(next)
	}
	if e.session.Edit(tr.T("editor.remove-section", "Remove section"), sec.Address, func(d resume.Document) (resume.Document, error) { return d.RemoveSection(sec.Key) }) && e.services.Notice != nil {
		e.services.Notice(tr.T("editor.removed", "{{.Section}} removed", tr.With{"Section": sec.Title}))
	}
}

func (e *Editor) hideSection(key string, hide bool) {
	label := tr.T("editor.show-section", "Show section")
	if hide {
		label = tr.T("editor.hide-section", "Hide section")
	}
	e.session.Edit(label, e.at(key), func(d resume.Document) (resume.Document, error) { return d.HideSection(key, hide) })
}

func (e *Editor) sortByDate(key string) {
	e.session.Edit(tr.T("editor.sort-by-date", "Sort by date"), e.at(key), func(d resume.Document) (resume.Document, error) { return d.SortByDate(key) })
}

func (e *Editor) moveSection(from, to int) {
	e.session.Edit(tr.T("editor.move-section", "Move section"), "", func(d resume.Document) (resume.Document, error) { return d.MoveSection(from, to) })
}

// RenameSection gives a section another heading; an empty one is the usual one.
func (e *Editor) RenameSection(key, title string) {
	e.session.Edit(tr.T("editor.rename-section", "Rename section"), e.at(key), func(d resume.Document) (resume.Document, error) { return d.RenameSection(key, title) })
}

// emptySection is advice on what to write, and a button for the first item.
func (e *Editor) emptySection(sec resume.Section) fyne.CanvasObject {
	body := widgets.NewColumn(8)
	if e.services.Advice != nil {
		for _, a := range e.services.Advice(sec.Key) {
			body.Add(widgets.NewMuted(a))
		}
	}
	if len(body.Objects) == 0 {
		body.Add(widgets.NewMuted(tr.T("editor.nothing-here-yet-empty", "Nothing here yet. Empty sections aren't printed.")))
	}
	add := widgets.NewButtonWithIcon(tr.T("editor.add", "Add {{.What}}", tr.With{"What": tr.Word(resume.ItemName(sec.Key))}), theme.ContentAddIcon(), e.AddItem)
	e.place(sec.Address, adds, add)
	add.Importance = widget.HighImportance
	body.Add(container.NewHBox(add))
	return widgets.NewGroup(inset(body, 14, 0))
}

// item is the form of the i-th item of a list, or its caption while it is closed.
func (e *Editor) item(d resume.Document, key string, list resume.Address, i int) fyne.CanvasObject {
	at := list.Item(i)
	menu := e.itemMenuButton(key, at)
	if compact(key) {
		form := e.rows(at, key, planOf(key).rows)
		if v, _ := d.Get(at.Child("hidden")); v.True() {
			form.Add(widgets.NewMuted(tr.T("editor.hidden-it-isnt-printed", "Hidden: it isn't printed or scored.")))
		}
		line := widgets.NewBorder(nil, nil, nil, e.besideWith(at, menu), form)
		return widgets.NewGroup(inset(line, 8, 0))
	}
	caption := widgets.NewDisclosure(e.open[key] == i, func() { e.toggle(key, i) })
	e.place(at, opens, caption)
	e.captions = append(e.captions, func(d resume.Document) { caption.SetText(captionOf(d, key, list, i)) })
	caption.SetText(captionOf(d, key, list, i))
	head := widgets.NewBorder(nil, nil, nil, container.NewPadded(e.withMarker(at, container.NewCenter(menu))), caption)
	if !caption.Open() {
		return widgets.NewGroup(head)
	}
	p := planOf(key)
	body := e.rows(at, key, p.rows)
	if key == "work" {
		body.Add(e.employerControl(i))
	}
	if len(p.extra) > 0 {
		if e.more[key] || e.anyFilled(d, at, p.extra) {
			for _, o := range e.rows(at, key, p.extra).Objects {
				body.Add(o)
			}
		} else {
			_, moreRow := quietButton(tr.T("editor.more-fields", "More fields"), theme.MenuExpandIcon(), func() {
				e.more[key] = true
				e.build()
				e.focusPlace(place{at.Child(p.extra[0][0].name), fieldAt}, 0)
			})
			body.Add(moreRow)
		}
	}
	return widgets.NewGroup(widgets.NewColumn(0, head, container.New(layout.NewCustomPaddedLayout(4, 18, captionInset, 0), body)))
}

func (e *Editor) anyFilled(d resume.Document, at resume.Address, rows [][]cell) bool {
	for _, r := range rows {
		for _, c := range r {
			if v, ok := d.Get(at.Child(c.name)); ok && (v.Str() != "" || v.Len() > 0) {
				return true
			}
		}
	}
	return false
}

// rows lays out fields in rows.
func (e *Editor) rows(at resume.Address, key string, rows [][]cell) *fyne.Container {
	column := widgets.NewColumn(10)
	for _, r := range rows {
		var objects []fyne.CanvasObject
		layout := &fieldRow{gap: 10}
		for _, c := range r {
			f := fieldNamed(key, c.name)
			if f.Shape == resume.Bullets {
				objects = append(objects, e.bullets(at.Child(f.Name), f))
			} else {
				objects = append(objects, e.newField(at, f).frame)
			}
			layout.cells = append(layout.cells, rowCell{c.share, max(leastOf(f), e.exampleWidth(at, f))})
		}
		if len(objects) == 1 {
			column.Add(objects[0])
			continue
		}
		column.Add(container.New(layout, objects...))
	}
	return column
}

// toggle opens the item i or closes it.
func (e *Editor) toggle(key string, i int) {
	if e.open[key] == i {
		e.open[key] = -1
	} else {
		e.open[key] = i
	}
	e.build()
}

// captionOf is the caption of an item: title, details and dates.
func captionOf(d resume.Document, key string, list resume.Address, i int) widgets.DisclosureText {
	at := list.Item(i)
	var parts []string
	for _, name := range captionFields(key) {
		if s := strings.TrimSpace(resume.Plain(d.TextAt(at.Child(name)))); s != "" {
			parts = append(parts, s)
		}
	}
	title := tr.T("editor.new", "New {{.What}}", tr.With{"What": tr.Word(resume.ItemName(key))})
	if len(parts) > 0 {
		title, parts = parts[0], parts[1:]
	}
	if n := d.ListLen(at.Child("highlights")); n > 0 {
		bullets := tr.N("editor.bullets", "{{.Count}} bullet", "{{.Count}} bullets", n)
		if h := hiddenOf(d, at.Child("highlights")); h > 0 {
			bullets = tr.N("editor.bullets-hidden", "{{.Bullets}}, {{.Count}} hidden", "{{.Bullets}}, {{.Count}} hidden", h, tr.With{"Bullets": bullets})
		}
		parts = append(parts, bullets)
	}
	hidden, _ := d.Get(at.Child("hidden"))
	if hidden.True() {
		parts = append(parts, tr.T("editor.hidden", "hidden"))
	}
	return widgets.DisclosureText{Title: title, Detail: strings.Join(parts, " · "), Aside: period(d, at), Muted: hidden.True()}
}

// hiddenOf is how many texts of a list are hidden.
func hiddenOf(d resume.Document, list resume.Address) (n int) {
	for _, hidden := range d.HiddenTexts(list) {
		if hidden {
			n++
		}
	}
	return n
}

func period(d resume.Document, at resume.Address) string {
	start, _ := resume.ParseDate(d.TextAt(at.Child("startDate")))
	end, _ := resume.ParseDate(d.TextAt(at.Child("endDate")))
	for _, name := range []string{"date", "releaseDate"} {
		if date, ok := resume.ParseDate(d.TextAt(at.Child(name))); ok {
			end = date
		}
	}
	return tr.PeriodOf(start, end)
}

func hasDates(key string) bool {
	for _, f := range resume.Fields(key) {
		if f.Shape == resume.DateLine {
			return true
		}
	}
	return false
}

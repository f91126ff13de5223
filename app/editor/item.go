package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// AddItem adds an item to the section shown and focuses it. It is added on top where
// items are ordered by date, else at the end.
func (e *Editor) AddItem() {
	switch e.section {
	case resume.ContactKey:
		e.addProfile()
		return
	case resume.SummaryKey:
		return
	}
	list := e.at(e.section)
	i := 0
	if !hasDates(e.section) {
		i = e.session.Now().Document.ListLen(list)
	}
	e.insertItem(tr.T("editor.add", "Add {{.What}}", tr.With{"What": tr.Word(resume.ItemName(e.section))}), list.Item(i), resume.Struct())
}

// begin adds an item and types into its first field. The button that adds one has the focus where a section is
// empty, and who has come there to write would otherwise lose what is typed before the first space, which presses it.
func (e *Editor) begin(r rune) {
	e.AddItem()
	e.typeOn(r)
}

// typeOn types a character into the field that has the focus, if one has.
func (e *Editor) typeOn(r rune) {
	if p, _, ok := e.focusedPlace(); ok && p.what == fieldAt && e.fields[p.at] != nil {
		e.fields[p.at].entry.TypedRune(r)
	}
}

// insertItem puts a new item at its address, opens it and focuses its first
// field.
func (e *Editor) insertItem(label string, at resume.Address, v resume.Value) {
	e.open[e.section] = at.Index()
	if e.session.Edit(label, at, resume.InsertEdit(at, v)) {
		e.Reveal(at)
	}
}

func (e *Editor) moveItem(key string, list resume.Address, from, to int) {
	if open, ok := e.open[key]; ok && open >= 0 {
		e.open[key] = list.Item(open).Moved(list, from, to).Index()
	} else if !ok {
		e.open[key] = list.Item(0).Moved(list, from, to).Index()
	}
	e.following(list, from, to, func() bool {
		return e.session.Move(tr.T("editor.move", "Move {{.What}}", tr.With{"What": e.itemName(list)}), list, from, to)
	})
}

// itemName is what an item of the list at the address is called.
func (e *Editor) itemName(list resume.Address) string {
	switch {
	case list == resume.Profiles:
		return tr.T("editor.profile", "profile")
	case list.Last() == "courses":
		return tr.T("editor.course", "course")
	case list.Parent() != resume.Root && (list.Last() == "keywords" || list.Last() == "roles"):
		return chipName(list)
	case list.Parent() != resume.Root:
		return tr.T("editor.bullet", "bullet")
	}
	return tr.Word(resume.ItemName(list.Last()))
}

func (e *Editor) itemMenuButton(key string, at resume.Address) *widgets.IconButton {
	var b *widgets.IconButton
	b = widgets.NewIconButton(theme.MoreVerticalIcon(), tr.T("editor.more-actions", "More actions"), func() {
		popUp(b, fyne.NewMenu("", e.itemMenu(key, at)...))
	})
	e.place(at, menuOf, b)
	return b
}

func (e *Editor) itemMenu(key string, at resume.Address) []*fyne.MenuItem {
	d := e.session.Now().Document
	i, n := at.Index(), d.ListLen(at.Parent())
	v, _ := d.Get(at)
	hidden, _ := v.Get("hidden")
	up := fyne.NewMenuItem(tr.T("editor.move-up", "Move up"), func() { e.moveItem(key, at.Parent(), i, i-1) })
	down := fyne.NewMenuItem(tr.T("editor.move-down", "Move down"), func() { e.moveItem(key, at.Parent(), i, i+1) })
	up.Disabled, down.Disabled = i == 0, i == n-1
	items := []*fyne.MenuItem{
		up, down,
		fyne.NewMenuItem(tr.T("editor.duplicate", "Duplicate"), func() { e.duplicate(at) }),
		fyne.NewMenuItem(e.hideLabel("", hidden.True()), func() { e.hideItem(at, !hidden.True()) }),
	}
	if key == "work" {
		items = append(items, fyne.NewMenuItem(tr.T("editor.add-position-at-this", "Add position at this employer"), func() { e.addPosition(at) }))
	}
	return append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr.T("editor.delete-2", "Delete"), func() { e.remove(at) }))
}

// addPosition adds a promotion: a position above this one, at the same
// employer, that begins where this one ends.
func (e *Editor) addPosition(at resume.Address) {
	d := e.session.Now().Document
	v := resume.Struct()
	for _, name := range []string{"name", "location", "url", "description"} {
		if s := d.TextAt(at.Child(name)); s != "" {
			v = v.With(name, resume.Text(s))
		}
	}
	if end := d.TextAt(at.Child("endDate")); end != "" {
		v = v.With("startDate", resume.Text(end))
	}
	e.insertItem(tr.T("editor.add-position", "Add position"), at, v)
}

func (e *Editor) hideItem(at resume.Address, hide bool) {
	label := tr.T("editor.show", "Show {{.What}}", tr.With{"What": e.itemName(at.Parent())})
	if hide {
		label = tr.T("editor.hide", "Hide {{.What}}", tr.With{"What": e.itemName(at.Parent())})
	}
	e.session.Edit(label, at, func(d resume.Document) (resume.Document, error) { return d.HideItem(at, hide) })
}

func (e *Editor) duplicate(at resume.Address) {
	next := at.Parent().Item(at.Index() + 1)
	if e.isItem(at) {
		e.open[e.section] = next.Index()
	}
	if e.session.Edit(tr.T("editor.duplicate-2", "Duplicate {{.What}}", tr.With{"What": e.itemName(at.Parent())}), next, func(d resume.Document) (resume.Document, error) { return d.Duplicate(at) }) {
		e.Reveal(next)
	}
}

// remove deletes an item or a bullet and focuses the one that follows. It does not
// ask: undo restores it.
func (e *Editor) remove(at resume.Address) {
	list := at.Parent()
	name := e.itemName(list)
	if !e.session.Edit(tr.T("editor.delete-3", "Delete {{.What}}", tr.With{"What": name}), at, resume.RemoveEdit(at)) {
		return
	}
	n := e.session.Now().Document.ListLen(list)
	if e.isItem(at) && n > 0 {
		e.open[e.section] = min(at.Index(), n-1)
		e.build()
	}
	if o := e.stop(at); o != nil {
		e.focusOn(o)
	}
	if e.services.Notice != nil {
		e.services.Notice(tr.T("editor.deleted", "{{.What}} deleted", tr.With{"What": tr.UpperFirst(name)}))
	}
}

// isItem reports whether a names an item of a section rather than a text in it.
func (e *Editor) isItem(a resume.Address) bool {
	return a.Parent() == e.at(e.section) || a.Parent() == resume.Profiles
}

// target is what a command on "this item" means for the field with the focus:
// the bullet that is being written, or else the item around the field.
func (e *Editor) target() (resume.Address, bool) {
	a := e.session.Focus()
	if !e.shows(a) {
		return "", false
	}
	if f, ok := resume.FieldAt(a); ok && f.Shape == resume.Bullets && a.Index() >= 0 && !e.isUnwritten(a) {
		return a, true
	}
	return e.around(a)
}

// shows reports whether the field at a is on screen.
func (e *Editor) shows(a resume.Address) bool { return e.fields[a] != nil }

// around is the item of a section that a lies in.
func (e *Editor) around(a resume.Address) (resume.Address, bool) {
	for ; a != resume.Root; a = a.Parent() {
		if a.Index() >= 0 && e.isItem(a) {
			return a, true
		}
	}
	return "", false
}

// Duplicate copies the bullet or item with the focus.
func (e *Editor) Duplicate() {
	if a, ok := e.target(); ok {
		e.duplicate(a)
	}
}

// Delete deletes the bullet or item with the focus.
func (e *Editor) Delete() {
	if a, ok := e.target(); ok {
		e.remove(a)
	}
}

// Move moves the bullet or item with the focus by so many places.
func (e *Editor) Move(by int) {
	if a, ok := e.target(); ok {
		e.move(a, by)
	}
}

// MoveItem moves the item around the focus by so many places, or the chip with the
// focus to another group.
func (e *Editor) MoveItem(by int) {
	if e.moveChipBy(by) {
		return
	}
	if a, ok := e.around(e.session.Focus()); ok {
		e.move(a, by)
	}
}

func (e *Editor) move(a resume.Address, by int) {
	list, from := a.Parent(), a.Index()
	to := from + by
	if to < 0 || to >= e.session.Now().Document.ListLen(list) {
		return
	}
	if e.isItem(a) {
		e.moveItem(e.section, list, from, to)
		return
	}
	e.moveBullet(list, from, to)
}

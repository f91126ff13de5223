package editor

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// bullets is the list of bullets at an address: for each a field, a handle to drag
// it by, a dot for its strength, and a button to delete it. A list of bullets without
// any has one empty field, which the document does not know of.
func (e *Editor) bullets(at resume.Address, f resume.Field) fyne.CanvasObject {
	d := e.session.Now().Document
	n := fieldsOf(d, at)
	column := widgets.NewColumn(6)
	if f.Label != "" {
		title := fyne.CanvasObject(container.New(layout.NewCustomPaddedLayout(0, 0, 1, 0), widgets.NewMuted(tr.Word(f.Label)))) // below the labels of fields
		if m := e.marker(at, false); m != nil {
			title = container.New(titleRow{tr.Word(f.Label)}, title, m)
		}
		column.Add(title)
	}
	if v, _ := d.Get(at); v.Kind() == resume.String { // in the file, the list is one text
		e.bind(at, resume.Prose, f.Example).sync(d)
		column.Add(e.fields[at].entry)
	}
	rows := make([]fyne.CanvasObject, n)
	for i := range n {
		rows[i] = e.bullet(at, i, f.Example)
	}
	list := widgets.NewReorderList(rows...)
	list.Gap = 5
	list.SkipHandles = true
	list.HandleAlways = true // else the second bullet moves the first
	list.OnMove = func(from, to int) { e.moveBullet(at, from, to) }
	column.Add(list)
	for i := range n {
		e.place(at.Item(i), moves, list.Handle(i))
	}
	add, addRow := addButton(tr.T("editor.add", "Add {{.What}}", tr.With{"What": e.itemName(at)}), func() { e.addBullet(at) })
	add.OnTyped = func(r rune) { // begins a bullet
		e.addBullet(at)
		e.typeOn(r)
	}
	e.place(at, adds, add)
	column.Add(addRow)
	return column
}

// bulleted reports whether a list is one of bullets, which are rated, rather than of courses.
func bulleted(list resume.Address) bool { return list.Last() == "highlights" }

// fieldsOf is how many fields a list of bullets has.
func fieldsOf(d resume.Document, list resume.Address) int {
	v, _ := d.Get(list)
	switch {
	case v.Kind() == resume.String:
		return 0
	case bulleted(list):
		return max(1, v.Len())
	}
	return v.Len()
}

// isUnwritten reports whether a bullet is the empty field of a list without bullets.
func (e *Editor) isUnwritten(at resume.Address) bool {
	return e.fields[at] != nil && at.Index() == 0 && e.session.Now().Document.ListLen(at.Parent()) == 0
}

// typeBullet writes a bullet's text. The only one of its list is in the document while it has a text.
func (e *Editor) typeBullet(at resume.Address, text string) {
	list := at.Parent()
	if d := e.session.Now().Document; text == "" && bulleted(list) && d.ListLen(list) <= 1 {
		if d.ListLen(list) == 1 {
			e.session.Adjust(tr.T("editor.typing", "Typing"), at, resume.RemoveEdit(at).Then(resume.RemoveEdit(list)))
		}
		return
	}
	e.session.Type(at, text)
}

func (e *Editor) bullet(list resume.Address, i int, example string) fyne.CanvasObject {
	at := list.Item(i)
	hint := ""
	if i == 0 {
		hint = e.exampleOf(list, example)
	}
	f := e.bind(at, resume.Bullets, hint)
	f.sync(e.session.Now().Document)
	f.keys = func(k *fyne.KeyEvent) bool { return e.bulletKey(f, k) }
	f.entry.OnChanged = func(text string) {
		if strings.ContainsAny(text, "\r\n") {
			e.pasteBullets(at, "", text, "")
			return
		}
		e.typeBullet(at, text)
	}
	hidden := e.session.Now().Document.TextHidden(at)
	field := e.withOutside(f, f.entry)
	if hidden {
		field = dimmed(f.entry, field)
	}
	dot := widgets.NewDot()
	dot.Set(e.marks[at].Color, e.marks[at].Text)
	e.dots[at] = dot
	del := widgets.NewIconButton(theme.ContentClearIcon(), tr.T("editor.delete", "Delete {{.What}}", tr.With{"What": e.itemName(list)}), func() { e.remove(at) })
	e.place(at, deletes, del)
	icon := theme.VisibilityIcon()
	if hidden {
		icon = theme.VisibilityOffIcon()
	}
	eye := widgets.NewQuietIconButton(icon, e.hideLabel(e.itemName(list), hidden), func() { e.hideBullet(at, !hidden) })
	eye.SkipTab = true // it has a key
	eye.SetShown(hidden)
	gained, lost := f.entry.OnFocusGained, f.entry.OnFocusLost
	f.entry.OnFocusGained = func() {
		eye.SetShown(true)
		gained()
	}
	f.entry.OnFocusLost = func() {
		eye.SetShown(hidden)
		lost()
	}
	show := func(resume.Document) {
		if unwritten := e.isUnwritten(at); unwritten == del.Visible() {
			del.Hidden, eye.Hidden = unwritten, unwritten
			del.Refresh()
			eye.Refresh()
		}
	}
	e.captions = append(e.captions, show)
	show(resume.Document{})
	row := []fyne.CanvasObject{dot, field, eye, del}
	if m := e.marker(at, true); m != nil {
		row = append(row, m)
	}
	return container.New(bulletRow{unmarked: !bulleted(list)}, row...)
}

// bulletKey handles the keys that edit a list of bullets as in a text editor: Enter
// splits a bullet, Backspace at its start joins it to the previous one, and the
// arrows move between bullets.
func (e *Editor) bulletKey(f *field, k *fyne.KeyEvent) bool {
	list, i := f.at.Parent(), f.at.Index()
	text := []rune(f.entry.Text)
	cursor := min(f.entry.CursorTextOffset(), len(text))
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.isUnwritten(f.at) {
			return true
		}
		e.splitBullet(f.at, string(text[:cursor]), string(text[cursor:]))
		return true
	case fyne.KeyBackspace:
		if cursor > 0 || f.entry.SelectedText() != "" {
			return false
		}
		if i > 0 {
			e.joinBullets(list, i-1)
		} else if len(text) == 0 && !e.isUnwritten(f.at) {
			e.remove(f.at)
		}
		return true
	case fyne.KeyUp:
		return f.entry.CursorRow == 0 && f.entry.SelectedText() == "" && e.focusBullet(list.Item(i-1), len(text))
	case fyne.KeyDown:
		return cursor == len(text) && f.entry.SelectedText() == "" && e.focusBullet(list.Item(i+1), 0)
	}
	return false
}

func (e *Editor) focusBullet(at resume.Address, cursor int) bool {
	f := e.fields[at]
	if f == nil {
		return false
	}
	e.focus(f)
	f.entry.SetCursorOffset(cursor)
	return true
}

// addBullet adds a bullet at the end of a list.
func (e *Editor) addBullet(list resume.Address) {
	at := list.Item(e.session.Now().Document.ListLen(list))
	if e.isUnwritten(at) {
		e.focusBullet(at, 0)
		return
	}
	if e.session.Edit(tr.T("editor.add", "Add {{.What}}", tr.With{"What": e.itemName(list)}), at, resume.InsertEdit(at, resume.Text(""))) {
		e.focusBullet(at, 0)
	}
}

func (e *Editor) splitBullet(at resume.Address, head, tail string) {
	next := at.Parent().Item(at.Index() + 1)
	if e.session.Edit(tr.T("editor.split", "Split {{.What}}", tr.With{"What": e.itemName(at.Parent())}), at, func(d resume.Document) (resume.Document, error) {
		d, err := d.SetText(at, strings.TrimRight(head, " "))
		if err != nil {
			return d, err
		}
		return d.Insert(next, resume.Text(strings.TrimLeft(tail, " ")))
	}) {
		e.focusBullet(next, 0)
	}
}

// joinBullets joins bullet i and the next one.
func (e *Editor) joinBullets(list resume.Address, i int) {
	d := e.session.Now().Document
	head, tail := d.TextAt(list.Item(i)), d.TextAt(list.Item(i+1))
	joined := head
	if head != "" && tail != "" && !strings.HasSuffix(head, " ") {
		joined += " "
	}
	cursor := len([]rune(joined))
	if e.session.Edit(tr.T("editor.join-bullets", "Join bullets"), list.Item(i), func(d resume.Document) (resume.Document, error) {
		d, err := d.SetText(list.Item(i), joined+tail)
		if err != nil {
			return d, err
		}
		return d.Remove(list.Item(i + 1))
	}) {
		e.focusBullet(list.Item(i), cursor)
	}
}

func (e *Editor) moveBullet(list resume.Address, from, to int) {
	e.following(list, from, to, func() bool {
		return e.session.Move(tr.T("editor.move", "Move {{.What}}", tr.With{"What": e.itemName(list)}), list, from, to)
	})
}

// InsertBullet inserts a bullet after the focused one, or at the end of the open
// entry, and selects the first slot in it.
func (e *Editor) InsertBullet(text string) {
	section := e.at(e.section)
	if e.section != "work" && e.section != "projects" && e.section != "volunteer" {
		section = "/work"
	}
	d := e.session.Now().Document
	item := max(0, min(e.open[section.Last()], d.ListLen(section)-1))
	list := section.Item(item).Child("highlights")
	at := list.Item(d.ListLen(list))
	if focus := e.session.Focus(); focus.Within(section) && focus.Parent().Last() == "highlights" && focus.Index() < d.ListLen(focus.Parent()) {
		at = focus.Parent().Item(focus.Index() + 1)
	}
	if !e.session.Edit(tr.T("editor.insert-pattern", "Insert pattern"), at, func(d resume.Document) (resume.Document, error) {
		if d.ListLen(at.Parent()) == at.Index() {
			return d.Set(at, resume.Text(text))
		}
		return d.Insert(at, resume.Text(text))
	}) {
		return
	}
	e.session.Reveal(at)
	e.SelectSlot(at)
}

// SelectSlot selects the first slot in the text at an address.
func (e *Editor) SelectSlot(at resume.Address) {
	text := e.session.Now().Document.TextAt(at)
	if slots := resume.SlotsIn(text); len(slots) > 0 {
		start := strings.Index(text, slots[0])
		e.Select(at, start, start+len(slots[0]))
	}
}

// Select selects a part of the text at an address, given in bytes.
func (e *Editor) Select(at resume.Address, start, end int) {
	f := e.fields[at]
	if f == nil || f.shape == resume.Words || end > len(f.entry.Text) {
		return
	}
	from := len([]rune(f.entry.Text[:start]))
	f.entry.SelectRange(from, from+len([]rune(f.entry.Text[start:end])))
}

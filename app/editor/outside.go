package editor

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/paste"
	"resumax/widgets"
)

// outside is the text that is open in the system's editor.
type outside struct {
	at   resume.Address
	in   resume.Document // of which at is an address
	gone bool            // it was deleted
	text string          // as it was last read or written
	done func() string
	// problem says that no editor opened; the text is not open then.
	problem string
}

// EditOutside opens the field with the focus in the system's text editor. There is one at a time.
func (e *Editor) EditOutside() {
	f := e.fields[e.session.Focus()]
	if f == nil {
		f = e.fields[e.session.Focus().Parent()] // of a chip
	}
	if f != nil {
		e.editOutside(f)
	}
}

func (e *Editor) editOutside(f *field) {
	e.EndOutside()
	if e.services.EditOutside == nil {
		return
	}
	now := e.session.Now().Document
	o := &outside{at: f.at, in: now, text: textAt(now, f.at)}
	failed := func(problem string) {
		if o.problem = problem; e.outside == o {
			e.build()
		}
	}
	o.done = e.services.EditOutside(fileTitle(f.at), o.text, func(text string) { e.readOutside(o, text) }, failed)
	e.outside = o
	e.build()
}

// EndOutside reads the text once more and ends editing it outside.
func (e *Editor) EndOutside() {
	o := e.outside
	if o == nil {
		return
	}
	e.readOutside(o, o.done())
	e.outside = nil
	e.build()
	if f := e.fields[o.at]; f != nil {
		e.focus(f)
	}
}

// readOutside takes over a text that was saved outside, as one step.
func (e *Editor) readOutside(o *outside, text string) {
	if e.outside != o || text == o.text {
		return
	}
	if o.gone || e.deleted(e.session.Now().Document, o.at) {
		fyne.CurrentApp().Clipboard().SetContent(text)
		e.services.ShowError(tr.T("editor.the-field-was-deleted", "The field was deleted. What you wrote in your text editor is on the clipboard."))
		return
	}
	if utf8.RuneCountInString(text) > widgets.TextLimit {
		o.text = text
		e.services.ShowError(widgets.TooLong(tr.T("editor.the-text-in-your", "The text in your text editor")))
		return
	}
	o.text = text
	e.session.Edit(tr.T("editor.edit-in-external-editor", "Edit in external editor"), o.at, fromOutside(o.at, text))
}

// followOutside follows the field that is open outside when entries or bullets are moved, added or
// deleted before it.
func (e *Editor) followOutside(now resume.Document) {
	o := e.outside
	if o == nil {
		return
	}
	at, ok := follow(o.at, o.in, now)
	if o.gone = !ok; ok { // else an undo may bring it back
		o.at, o.in = at, now
	}
}

// follow is where what was at an address of a document is one step later; false where it was deleted.
func follow(at resume.Address, was, now resume.Document) (resume.Address, bool) {
	if at == resume.Root {
		return at, true
	}
	list, ok := follow(at.Parent(), was, now)
	i := at.Index()
	if !ok || i < 0 {
		return list.Child(at.Last()), ok
	}
	old, written := was.Get(at)
	is := func(n int) bool {
		v, ok := now.Get(list.Item(n))
		return ok && v.Equal(old)
	}
	if !written || is(i) {
		return list.Item(i), true
	}
	for n := range now.ListLen(list) {
		if is(n) {
			return list.Item(n), true
		}
	}
	return list.Item(i), now.ListLen(list) == was.ListLen(at.Parent()) // edited in its place
}

// deleted reports whether there is no field at the address any more: what holds it is gone.
func (e *Editor) deleted(d resume.Document, at resume.Address) bool {
	holder := at.Parent()
	if at.Index() >= 0 {
		if at.Index() >= fieldsOf(d, holder) {
			return true
		}
		holder = holder.Parent()
	}
	_, ok := d.Get(holder)
	return !ok && holder.Index() >= 0
}

// fileTitle is what the text's file is called.
func fileTitle(at resume.Address) string {
	f, _ := resume.FieldAt(at)
	return tr.Word(f.Label)
}

// textAt is a field's text as a text editor has it: of a list of short texts one a line.
func textAt(d resume.Document, at resume.Address) string {
	if f, ok := resume.FieldAt(at); ok && f.Shape == resume.Words {
		return strings.Join(termsAt(d, at), "\n")
	}
	return d.TextAt(at)
}

// fromOutside is the edit that sets a field to a text from an editor. Lines are joined where the
// field has one.
func fromOutside(at resume.Address, text string) resume.Edit {
	f, _ := resume.FieldAt(at)
	switch f.Shape {
	case resume.Prose:
		return resume.TextEdit(at, text)
	case resume.Words:
		return setTerms(at, paste.Unique(strings.Split(text, "\n")))
	case resume.DateLine:
		return resume.TextEdit(at, dateValue(text))
	}
	return resume.TextEdit(at, strings.Join(strings.Fields(text), " "))
}

// withOutside is a field's entry, and while its text is open outside, a line below that says so, or
// that it could not be opened.
func (e *Editor) withOutside(f *field, entry fyne.CanvasObject) fyne.CanvasObject {
	if e.outside == nil || e.outside.at != f.at {
		return entry
	}
	note, label := widgets.NewMuted(tr.T("editor.open-in-your-text", "Open in your text editor. What you save there appears here.")), tr.T("editor.done", "Done")
	if e.outside.problem == "" {
		f.entry.Disable()
	} else {
		note, label = widgets.NewMuted(e.outside.problem), tr.T("editor.close", "Close")
		note.SetColor(widgets.ColorBad)
	}
	done := widgets.NewButton(label, e.EndOutside)
	return widgets.NewColumn(4, entry, note, container.NewHBox(done))
}

// fieldMenu is what a field's context menu has beside the clipboard.
func (e *Editor) fieldMenu(f *field) []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr.T("editor.edit-in-external-editor", "Edit in external editor"), func() { e.editOutside(f) })}
	if f.shape == resume.Bullets && !e.isUnwritten(f.at) {
		hidden := e.session.Now().Document.TextHidden(f.at)
		items = append(items, fyne.NewMenuItem(e.hideLabel(e.itemName(f.at.Parent()), hidden), func() { e.hideBullet(f.at, !hidden) }))
	}
	if len(e.differing[f.at]) > 0 {
		items = append(items, fyne.NewMenuItem(tr.T("editor.difference-from-the-base", "Difference from the base…"), func() { e.showDifferences(f.at) }))
	}
	return items
}

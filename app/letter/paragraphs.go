package letter

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/job/letter"
	"resumax/resume"
	"resumax/widgets"
)

// paragraphs is the list of paragraphs: for each a field, a handle to drag it by, a button
// that deletes it, and what is wrong with it.
func (f *form) paragraphs(l letter.Letter) fyne.CanvasObject {
	list := f.at.Child(letter.MemberParagraphs)
	rows := make([]fyne.CanvasObject, len(l.Paragraphs))
	for i := range l.Paragraphs {
		rows[i] = f.paragraph(list.Item(i))
	}
	f.list = widgets.NewReorderList(rows...)
	f.list.Gap = 8
	f.list.SkipHandles = true
	f.list.OnMove = func(from, to int) { f.move(from, to) }
	add := widgets.NewButtonWithIcon(tr.T("letter.add-a-paragraph", "Add a paragraph"), theme.ContentAddIcon(), func() {
		f.insert(tr.T("letter.add-a-paragraph", "Add a paragraph"), f.pane.session.Now().Document.ListLen(list), "")
	})
	add.Importance = widget.LowImportance
	return widgets.NewColumn(4, container.New(layout.NewCustomPaddedLayout(0, 0, 1, 0), widgets.NewMuted(tr.T("letter.paragraphs", "Paragraphs"))), f.list, container.NewHBox(add))
}

func (f *form) paragraph(at resume.Address) fyne.CanvasObject {
	b := f.bind(at, widgets.NewTextArea(tr.T("letter.what-the-reader-should", "What the reader should know")))
	b.entry.MinRows = 2
	b.entry.OnChanged = func(text string) {
		if strings.ContainsAny(text, "\r\n") {
			f.split(at, text)
			return
		}
		f.typing(at, text)
	}
	b.keys = func(k *fyne.KeyEvent) bool { return f.paragraphKey(b, k) }
	del := widgets.NewIconButton(theme.ContentClearIcon(), tr.T("letter.delete-paragraph", "Delete paragraph"), func() { f.remove(at) })
	del.SkipTab = true // Backspace joins an empty paragraph to the one before
	row := widgets.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedLayout(2, 0, 4, 0), container.NewVBox(del)), b.entry)
	return widgets.NewColumn(0, row, b.notes)
}

// paragraphKey edits paragraphs as a text editor does: Enter splits one, Backspace at its
// start joins it to the one before, arrows go from one to the next.
func (f *form) paragraphKey(b *field, k *fyne.KeyEvent) bool {
	list, i := b.at.Parent(), b.at.Index()
	text := []rune(b.entry.Text)
	cursor := min(b.entry.CursorTextOffset(), len(text))
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if b.entry.SelectedText() != "" {
			return true
		}
		f.split(b.at, string(text[:cursor])+"\n"+string(text[cursor:]))
		return true
	case fyne.KeyBackspace:
		if cursor > 0 || b.entry.SelectedText() != "" || i == 0 {
			return false
		}
		f.join(list, i-1)
		return true
	case fyne.KeyUp:
		return b.entry.CursorRow == 0 && b.entry.SelectedText() == "" && f.focusParagraph(i-1, -1)
	case fyne.KeyDown:
		return cursor == len(text) && b.entry.SelectedText() == "" && f.focusParagraph(i+1, 0)
	}
	return false
}

// focusParagraph focuses a paragraph with the cursor at an offset, -1 for its end.
func (f *form) focusParagraph(i, cursor int) bool {
	if i < 0 || i >= f.pane.session.Now().Document.ListLen(f.at.Child(letter.MemberParagraphs)) {
		return false
	}
	now := f.pane.form // which may have been built anew
	b := now.nearest(now.at.Child(letter.MemberParagraphs).Item(i))
	if b == nil {
		return false
	}
	f.pane.focus(b)
	if cursor < 0 {
		cursor = len([]rune(b.entry.Text))
	}
	b.entry.SetCursorOffset(cursor)
	return true
}

// split makes a paragraph of each line of a text, in place of one paragraph.
func (f *form) split(at resume.Address, text string) {
	var lines []string
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r", ""), "\n") {
		lines = append(lines, strings.TrimSpace(line))
	}
	for len(lines) > 2 && lines[len(lines)-1] == "" { // what was pasted ended its last line
		lines = lines[:len(lines)-1]
	}
	if len(lines) > 2 { // empty lines only part paragraphs
		kept := lines[:0]
		for _, line := range lines {
			if line != "" {
				kept = append(kept, line)
			}
		}
		lines = kept
	}
	if len(lines) == 0 {
		return
	}
	list, i := at.Parent(), at.Index()
	if f.pane.session.Edit(tr.T("letter.split-paragraph", "Split paragraph"), at, func(d resume.Document) (resume.Document, error) {
		d, err := d.SetText(at, lines[0])
		for k := 1; k < len(lines) && err == nil; k++ {
			d, err = d.Insert(list.Item(i+k), resume.Text(lines[k]))
		}
		return d, err
	}) {
		cursor := 0
		if len(lines) > 2 {
			cursor = -1
		}
		f.focusParagraph(i+len(lines)-1, cursor)
	}
}

// join joins a paragraph and the next one.
func (f *form) join(list resume.Address, i int) {
	d := f.pane.session.Now().Document
	head, tail := d.TextAt(list.Item(i)), d.TextAt(list.Item(i+1))
	if head != "" && tail != "" && !strings.HasSuffix(head, " ") {
		head += " "
	}
	if f.pane.session.Edit(tr.T("letter.join-paragraphs", "Join paragraphs"), list.Item(i), func(d resume.Document) (resume.Document, error) {
		d, err := d.SetText(list.Item(i), head+tail)
		if err != nil {
			return d, err
		}
		return d.Remove(list.Item(i + 1))
	}) {
		f.focusParagraph(i, len([]rune(head)))
	}
}

// insert inserts a paragraph before the one with an index, and goes to it.
func (f *form) insert(label string, i int, text string) {
	list := f.at.Child(letter.MemberParagraphs)
	edit := resume.InsertEdit(list.Item(i), resume.Text(text))
	if v, _ := f.pane.session.Now().Document.Get(list); v.Kind() != resume.Array {
		edit = func(d resume.Document) (resume.Document, error) { return d.Set(list, resume.Texts(text)) }
	}
	if f.pane.session.Edit(label, list.Item(i), edit) {
		f.focusParagraph(i, -1)
		if b := f.pane.form.nearest(list.Item(i)); b != nil {
			b.selectSlot()
		}
	}
}

func (f *form) remove(at resume.Address) {
	if f.pane.session.Edit(tr.T("letter.delete-paragraph", "Delete paragraph"), at, resume.RemoveEdit(at)) {
		f.pane.services.Notice(tr.T("letter.deleted-the-paragraph", "Deleted the paragraph"))
	}
}

// move moves a paragraph, and the focus with it.
func (f *form) move(from, to int) {
	list := f.at.Child(letter.MemberParagraphs)
	at, cursor := f.pane.focused()
	if f.pane.session.Move(tr.T("letter.move-paragraph", "Move paragraph"), list, from, to) && at.Within(list) && at != list {
		f.focusParagraph(at.Moved(list, from, to).Index(), cursor)
	}
}

// moveFocused moves the paragraph that has the focus.
func (f *form) moveFocused(by int) {
	at, _ := f.pane.focused()
	list := f.at.Child(letter.MemberParagraphs)
	to := at.Index() + by
	if at == "" || at.Parent() != list || to < 0 || to >= f.pane.session.Now().Document.ListLen(list) {
		return
	}
	f.move(at.Index(), to)
}

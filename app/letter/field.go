package letter

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"resumax/job/letter"
	"resumax/render/outline"
	"resumax/resume"
	"resumax/widgets"
)

// field ties one text entry to one address.
type field struct {
	pane  *Pane
	at    resume.Address
	entry *widgets.TextField
	frame *widgets.Field // nil for a paragraph
	notes *fyne.Container
	said  []string // what the notes say
	// usual is what is printed while the field is empty, "" for nothing; nil for never.
	usual func(written letter.Letter) string
	keys  func(*fyne.KeyEvent) bool
}

// newField makes the entry for an address, with a label.
func (f *form) newField(at resume.Address, label string, entry *widgets.TextField) *field {
	b := f.bind(at, entry)
	b.frame = widgets.NewField(label, entry)
	return b
}

func (f *form) bind(at resume.Address, entry *widgets.TextField) *field {
	b := &field{pane: f.pane, at: at, entry: entry, notes: widgets.NewColumn(0)}
	f.fields = append(f.fields, b)
	s := f.pane.session
	entry.Whole = resume.SlotAt
	entry.OnChanged = func(text string) { f.typing(at, text) }
	entry.OnFocusGained = func() { s.Focused(at) }
	entry.OnFocusLost = func() {
		s.Seal()
		if f.typed == at {
			f.typed = ""
			f.showFindings(f.pane.found)
		}
	}
	entry.OnKey = func(k *fyne.KeyEvent) bool {
		if f.pane.services.OnKey != nil && f.pane.services.OnKey(k) {
			return true
		}
		return b.keys != nil && b.keys(k)
	}
	entry.OnShortcut = func(s fyne.Shortcut) bool { return f.shortcut(b, s) }
	return b
}

// typing writes a text that is typed.
func (f *form) typing(at resume.Address, text string) {
	f.typed = at
	f.pane.session.Type(at, text)
}

// shortcut moves a paragraph by Alt and an arrow key, and redoes by Ctrl+Y, which a menu item
// with another key for redo does not get from Fyne.
func (f *form) shortcut(b *field, s fyne.Shortcut) bool {
	if _, ok := s.(*fyne.ShortcutRedo); ok {
		f.pane.session.Redo()
		return true
	}
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt || !b.isParagraph() {
		return false
	}
	switch c.KeyName {
	case fyne.KeyUp:
		f.moveFocused(-1)
	case fyne.KeyDown:
		f.moveFocused(1)
	default:
		return false
	}
	return true
}

func (b *field) isParagraph() bool { return b.at.Parent().Last() == letter.MemberParagraphs }

// sync shows the document's text, and what is printed in its place while it is empty.
func (b *field) sync(d resume.Document, written letter.Letter) {
	b.entry.SetTextQuiet(d.TextAt(b.at))
	if b.usual == nil {
		return
	}
	if hint := b.usual(written); hint != b.entry.PlaceHolder {
		b.entry.SetPlaceHolder(hint)
	}
}

// selectSpan focuses the field and selects bytes of its text.
func (b *field) selectSpan(start, end int) {
	b.pane.focus(b)
	text := b.entry.Text
	if start >= end || end > len(text) {
		return
	}
	b.entry.SelectRange(utf8.RuneCountInString(text[:start]), utf8.RuneCountInString(text[:end]))
}

// PlaceCaret puts the cursor of the field at an address to a byte of what the page shows of
// it, or selects the word there.
func (p *Pane) PlaceCaret(a resume.Address, shown string, at int, word bool) {
	if p.form == nil {
		return
	}
	f := p.form.nearest(a)
	if f == nil || !a.Within(f.at) || f.entry.Text == "" {
		return
	}
	text := f.entry.Text
	offset := utf8.RuneCountInString(text[:outline.SourceOffset(text, shown, at)])
	if !word {
		f.entry.SetCursorOffset(offset)
		return
	}
	f.entry.SelectWord(offset)
}

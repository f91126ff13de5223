package editor

import (
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// field ties one text entry to one address of the document.
type field struct {
	session *session.Session
	at      resume.Address
	shape   resume.Shape
	end     bool // an end date: an empty one means the present
	left    bool // it is losing the focus
	order   int  // its index in the form
	entry   *widgets.TextField
	chips   *widgets.ChipField        // around the entry, for a list of short texts
	frame   *widgets.Field            // nil for an entry without a label
	keys    func(*fyne.KeyEvent) bool // handles keys before the entry does; may be nil
}

// newField makes the entry for the field f of the object at holder.
func (e *Editor) newField(holder resume.Address, f resume.Field) *field {
	b := e.bind(holder.Child(f.Name), f.Shape, e.exampleOf(holder.Child(f.Name), f.Example))
	b.end = f.Name == "endDate"
	if b.frame = widgets.NewField(tr.Word(f.Label), e.withOutside(b, b.entry)); b.chips != nil {
		b.frame = widgets.NewField(tr.Word(f.Label), e.withOutside(b, b.chips))
	}
	b.frame.Steady = true
	b.frame.Mark = e.marker(b.at, true)
	b.sync(e.session.Now().Document)
	b.check(e.session.Now().Document)
	return b
}

// bind makes an entry for the address, without a label.
func (e *Editor) bind(at resume.Address, shape resume.Shape, hint string) *field {
	b := &field{session: e.session, at: at, shape: shape, order: len(e.fields)}
	e.fields[at] = b
	switch shape {
	case resume.Words:
		e.bindChips(b, hint)
		return b
	case resume.Prose, resume.Bullets:
		b.entry = widgets.NewTextArea(hint)
	default:
		b.entry = widgets.NewTextField(hint)
	}
	switch shape {
	case resume.Prose:
		b.entry.MinRows = 3
	case resume.DateLine:
		e.addMonthPicker(b)
	}
	b.entry.Whole = resume.SlotAt
	b.entry.OnChanged = b.typed
	b.entry.OnFocusGained = func() { b.session.Focused(b.at) }
	b.entry.OnFocusLost = func() {
		if b.shape == resume.DateLine && e.fields[b.at] == b { // not of a form that is gone
			e.leaveDate(b)
		}
		b.check(b.session.Now().Document)
		b.session.Seal()
	}
	b.entry.More = func() []*fyne.MenuItem { return e.fieldMenu(b) }
	b.entry.OnShortcut = func(s fyne.Shortcut) bool { return e.clipboardShortcut(b, s) || b.shortcut(s) }
	b.entry.OnKey = func(k *fyne.KeyEvent) bool {
		if e.services.OnKey != nil && e.services.OnKey(k) {
			return true
		}
		return b.keys != nil && b.keys(k)
	}
	return b
}

// typed writes the entry's text to the document.
func (b *field) typed(text string) {
	switch b.shape {
	case resume.DateLine:
		b.session.Type(b.at, dateValue(text))
	default:
		b.session.Type(b.at, text)
	}
	b.parsed(text)
}

// sync shows the document's value, unless the entry's text already means it.
func (b *field) sync(d resume.Document) {
	switch b.shape {
	case resume.Words:
		b.chips.SetTexts(termsAt(d, b.at))
	case resume.DateLine:
		value := d.TextAt(b.at)
		if dateValue(b.entry.Text) != value {
			b.entry.SetTextQuiet(dateShown(value))
		}
		b.parsed(b.entry.Text)
	default:
		b.entry.SetTextQuiet(d.TextAt(b.at))
	}
	if b.frame != nil && b.frame.Problem() != "" {
		b.check(d)
	}
}

// check shows what is wrong with the text. It is called when the field loses the
// focus.
func (b *field) check(d resume.Document) {
	if b.frame == nil {
		return
	}
	b.frame.SetProblem(problem(d, b.at, b.shape))
}

func problem(d resume.Document, at resume.Address, shape resume.Shape) string {
	text := strings.TrimSpace(d.TextAt(at))
	if text == "" {
		return ""
	}
	switch shape {
	case resume.DateLine:
		return dateProblem(d, at, text)
	case resume.EmailLine:
		if !resume.IsEmail(text) {
			return tr.T("editor.not-an-email-address", "Not an email address")
		}
	case resume.URLLine:
		if _, ok := resume.Link(text); !ok {
			return tr.T("editor.not-a-web-address", "Not a web address")
		}
	}
	return ""
}

package editor

import (
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/paste"
)

// paste puts a text from the clipboard in place of a field's selection, cleaned for
// the field's shape, as one undo step.
func (e *Editor) paste(b *field, text string) {
	from, to := selection(b.entry)
	runes := []rune(b.entry.Text)
	head, tail := string(runes[:from]), string(runes[to:])
	switch {
	case b.shape == resume.Bullets && b.at.Index() >= 0:
		e.pasteBullets(b.at, head, text, tail)
		return
	case b.shape == resume.Prose:
		text = paste.Prose(head, text, tail, resume.BulletMark)
	default:
		text = paste.Into(head, text, tail)
	}
	b.session.Seal()
	b.entry.SetText(head + text + tail)
	b.session.Seal()
	b.entry.SetCursorOffset(len([]rune(head + text)))
}

// pasteLimit is how many bullets or chips one paste may make: more than any resume has,
// and few enough for the form.
const pasteLimit = 500

// tooMany refuses a paste that would make too many of something.
func (e *Editor) tooMany(n int) bool {
	if n > pasteLimit {
		e.services.ShowError(tr.N("editor.too-many-pasted", "What you copied would be {{.Count}} text. Paste up to {{.Most}} at a time.", "What you copied would be {{.Count}} texts. Paste up to {{.Most}} at a time.", n, tr.With{"Most": pasteLimit}))
	}
	return n > pasteLimit
}

// pasteBullets puts a text between two parts of a bullet. Each item of the text
// becomes a bullet; the first goes on with the bullet and the last is gone on with,
// unless the text is a list.
func (e *Editor) pasteBullets(at resume.Address, head, text, tail string) {
	items, listed := paste.Lines(text)
	if e.tooMany(len(items)) {
		return
	}
	if len(items) < 2 {
		items = []string{head + paste.Into(head, text, tail)}
	} else {
		if listed && strings.TrimSpace(head) != "" {
			items = append([]string{strings.TrimRight(head, " ")}, items...)
		} else {
			items[0] = head + items[0]
		}
	}
	last := len(items) - 1
	cursor := len([]rune(items[last]))
	switch {
	case strings.TrimSpace(tail) == "":
	case listed && last > 0:
		items = append(items, strings.TrimLeft(tail, " "))
	default:
		items[last] += tail
	}
	list, i := at.Parent(), at.Index()
	e.session.Edit(tr.T("editor.paste", "Paste"), at, func(d resume.Document) (resume.Document, error) {
		d, err := d.SetText(at, items[0])
		for n, item := range items[1:] {
			if err != nil {
				break
			}
			d, err = d.Insert(list.Item(i+1+n), resume.Text(item))
		}
		return d, err
	})
	if f := e.fields[list.Item(i+last)]; f != nil {
		f.sync(e.session.Now().Document)
		e.focusBullet(f.at, cursor)
	}
}

// clipboardShortcut handles pasting into a field.
func (e *Editor) clipboardShortcut(b *field, s fyne.Shortcut) bool {
	p, ok := s.(*fyne.ShortcutPaste)
	if ok && !b.entry.Disabled() && p.Clipboard.Content() != "" {
		e.paste(b, p.Clipboard.Content())
		return true
	}
	return false
}

package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"resumax/resume"
	"resumax/widgets"
)

// shortcut answers the shortcuts that a field knows besides the clipboard's:
// inline marks around what is selected, and redo by Ctrl+Y, which Fyne does not
// offer to the menu under another key.
func (b *field) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutRedo:
		b.session.Redo()
		return true
	case *desktop.CustomShortcut:
		if s.Modifier != fyne.KeyModifierShortcutDefault || b.shape != resume.Prose && b.shape != resume.Bullets {
			return false
		}
		switch s.KeyName {
		case fyne.KeyB:
			surround(b.entry, "**", "**")
		case fyne.KeyI:
			surround(b.entry, "*", "*")
		case fyne.KeyK:
			surround(b.entry, "[", "](https://)")
		default:
			return false
		}
		return true
	}
	return false
}

// surround puts marks around the selected text, or takes them away if they are
// there. Without a selection the cursor comes to stand between them.
func surround(entry *widgets.TextField, before, after string) {
	text := []rune(entry.Text)
	from, to := selection(entry)
	pre, post := []rune(before), []rune(after)
	if from >= len(pre) && to+len(post) <= len(text) &&
		string(text[from-len(pre):from]) == before && string(text[to:to+len(post)]) == after {
		entry.SetText(string(text[:from-len(pre)]) + string(text[from:to]) + string(text[to+len(post):]))
		entry.SelectRange(from-len(pre), to-len(pre))
		return
	}
	entry.SetText(string(text[:from]) + before + string(text[from:to]) + after + string(text[to:]))
	entry.SelectRange(from+len(pre), to+len(pre))
}

// selection is what is selected, in runes. The entry tells only the selected
// text and where the cursor is: at one of its ends.
func selection(entry *widgets.TextField) (from, to int) {
	cursor := entry.CursorTextOffset()
	selected := []rune(entry.SelectedText())
	text := []rune(entry.Text)
	if n := len(selected); n > 0 {
		if cursor >= n && string(text[cursor-n:cursor]) == string(selected) {
			return cursor - n, cursor
		}
		return cursor, min(cursor+n, len(text))
	}
	return cursor, cursor
}

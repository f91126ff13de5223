package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"resumax/resume"
	"resumax/widgets"
)

// shortcut handles a field's own shortcuts: formatting of the selected text, and redo
// by Ctrl+Y, which a menu item with another key for redo does not get from Fyne.
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

// surround puts markup around the selected text, or removes it. Without a selection
// the cursor is placed inside the markup.
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

// selection is the selected range, in runes. The entry has only the selected text and
// the cursor, which is at one end of it.
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

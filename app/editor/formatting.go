package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"resumax/resume"
	"resumax/widgets"
)

// formatting answers the shortcuts that put inline marks around what is
// selected: bold, italic and link.
func formatting(entry *widgets.TextField, shape resume.Shape) func(fyne.Shortcut) bool {
	if shape != resume.Prose && shape != resume.Bullets {
		return nil
	}
	return func(s fyne.Shortcut) bool {
		c, ok := s.(*desktop.CustomShortcut)
		if !ok || c.Modifier != fyne.KeyModifierShortcutDefault {
			return false
		}
		switch c.KeyName {
		case fyne.KeyB:
			surround(entry, "**", "**")
		case fyne.KeyI:
			surround(entry, "*", "*")
		case fyne.KeyK:
			surround(entry, "[", "](https://)")
		default:
			return false
		}
		return true
	}
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

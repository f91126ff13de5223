package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// TextLimit is how many characters a field may have after a paste. Layout takes some 0.1 s then, and far longer for more.
const TextLimit = 20_000

// TooLong says that a text is too long for a field.
func TooLong(what string) string {
	return lang.X("widgets.too-long", "{{.What}} is too long for a field, which takes up to 20,000 characters.", map[string]any{"What": what})
}

// holds reports whether the field may have a text in addition to its own, less what is selected.
func (f *TextField) holds(more string) bool {
	own := utf8.RuneCountInString(f.Text) - utf8.RuneCountInString(f.SelectedText())
	return len(more) <= TextLimit-own || utf8.RuneCountInString(more) <= TextLimit-own
}

// say shows a message in the window that the object is in.
func say(o fyne.CanvasObject, text string) {
	if s := stageOf(o); s != nil && s.toaster != nil {
		s.toaster.Show(text, "", nil)
	}
}

package exporting

import (
	"fmt"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"resumax/app/trace"
	"resumax/exchange/format"
	"resumax/exchange/plaintext"
	"resumax/resume"
)

// CopySection puts what a section says on the clipboard as plain text, for the fields of an
// employer's form.
func (e *Exporter) CopySection(key string) {
	s, now := e.services.Shell, e.services.Session.Now()
	title := "Contact"
	if sec, ok := now.Resume.Section(key); ok {
		title = sec.Title
	}
	s.Background("Copying "+title, func() func() {
		text := plaintext.Section(format.Source{Document: now.Document, Options: e.services.Options(now)}, key)
		return func() {
			if text == "" {
				s.Toaster.Show(title+" is empty: nothing to copy", "", nil)
				return
			}
			fyne.CurrentApp().Clipboard().SetContent(text)
			s.Trace.Write("copied", trace.Members{"section": key, "characters": utf8.RuneCountInString(text)})
			s.Toaster.Show(copied(title, text), "", nil)
		}
	})
}

// copied says that a section's text was copied: how long it is, which forms often limit,
// and what it must not be sent with.
func copied(title, text string) string {
	said := fmt.Sprintf("%s copied as plain text: %d characters", title, utf8.RuneCountInString(text))
	if len(resume.SlotsIn(text)) > 0 {
		said += ", with a placeholder left"
	}
	return said
}

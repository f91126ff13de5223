package exporting

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/exchange/format"
	"resumax/exchange/plaintext"
	"resumax/resume"
)

// CopySection puts what a section says on the clipboard as plain text, for the fields of an
// employer's form.
func (e *Exporter) CopySection(key string) {
	s, now := e.services.Shell, e.services.Session.Now()
	title := tr.T("exporting.contact", "Contact")
	if sec, ok := now.Resume.Section(key); ok {
		title = sec.Title
	}
	s.Background(tr.T("exporting.copying", "Copying {{.Title}}", tr.With{"Title": title}), func() func() {
		text := plaintext.Section(format.Source{Document: now.Document, Options: e.services.Options(now)}, key)
		return func() {
			if text == "" {
				s.Toaster.Show(tr.T("exporting.is-empty-nothing-to", "{{.Title}} is empty: nothing to copy", tr.With{"Title": title}), "", nil)
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
	said := tr.N("exporting.copied-as-plain-text", "{{.Title}} copied as plain text: {{.Count}} character", "{{.Title}} copied as plain text: {{.Count}} characters", utf8.RuneCountInString(text), tr.With{"Title": title})
	if len(resume.SlotsIn(text)) > 0 {
		said = tr.T("exporting.with-a-placeholder-left", "{{.Copied}}, with a placeholder left", tr.With{"Copied": said})
	}
	return said
}

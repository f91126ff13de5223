package app

import (
	"fyne.io/fyne/v2"

	"resumax/app/settings"
	"resumax/app/tr"
)

// showPreferences shows the dialog of preferences.
func (w *window) showPreferences() {
	var langs []settings.Option
	for _, l := range languages() {
		langs = append(langs, settings.Option{ID: l.tag, Name: l.name})
	}
	spoken := []settings.Option{{ID: "", Name: tr.T("options.system-language", "Use system language")}}
	for _, l := range tr.Languages() {
		spoken = append(spoken, settings.Option{ID: l.ID, Name: l.Name})
	}
	designs := []settings.Option{{ID: "", Name: tr.T("options.by-role", "By role")}}
	for _, d := range w.library.Designs() {
		designs = append(designs, settings.Option{ID: d.ID, Name: tr.Word(d.Name)})
	}
	settings.Show(settings.Services{
		Shell: w.shell, Prefs: w.prefs, Theme: w.setTheme, TextSize: w.setTextSize, Interface: spoken, Languages: langs, Designs: designs,
		Dictionary: func() { w.dictionary().Edit() },
		Autosave:   w.project.AutosaveSoon,
		Changed:    func() { w.shell.Commands.Refresh() },
		Tour:       w.startTour,
	})
}

// setTextSize changes the size of the interface's text. The columns' widths follow it.
func (w *window) setTextSize(percent int) {
	w.prefs.SetTextSize(percent)
	w.applyTheme()
	// Layouts keep the sizes of the text as it was, and Fyne that of the menu bar.
	if c, ok := w.canvas().(interface{ Resize(fyne.Size) }); ok {
		size := w.canvas().Size()
		c.Resize(size.Subtract(fyne.NewSize(1, 1)))
		c.Resize(size)
	}
}

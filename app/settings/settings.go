// Package settings is the dialog of preferences. Each takes effect at once.
package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/preferences"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// Option is one of a setting's values, with its name on the screen.
type Option struct{ ID, Name string }

// Services are what the dialog needs from the window.
type Services struct {
	Shell      *shell.Shell
	Prefs      preferences.Store
	Theme      func(widgets.Choice) // changes the theme
	TextSize   func(percent int)    // changes the size of the interface's text
	Interface  []Option             // languages that the window speaks
	Languages  []Option             // of resumes
	Designs    []Option
	Dictionary func() // edits the custom dictionary
	Autosave   func() // saving automatically was turned on or off
	Changed    func() // what menus show has changed
	Tour       func() // shows the first steps
}

// Show shows the preferences.
func Show(s Services) {
	p := s.Prefs
	check := func(label string, on bool, set func(bool), then func()) fyne.CanvasObject {
		c := widgets.NewCheck(label, nil)
		c.Checked = on
		c.OnChanged = func(on bool) {
			set(on)
			then()
		}
		return c
	}
	fresh := func(name string, options []Option) fyne.CanvasObject {
		return choice(options, p.NewSetting(name), func(id string) { p.SetNewSetting(name, id) })
	}
	nothing := func() {}
	var sheet *widgets.Modal
	tour := func() {
		sheet.Close()
		s.Tour()
	}
	chosen := widgets.NewStrong("")
	chosen.Hide()
	sheet = s.Shell.Sheet(tr.T("settings.preferences", "Preferences"),
		group(tr.T("settings.appearance", "Appearance"),
			row(tr.T("settings.theme", "Theme"), s.theme()),
			row(tr.T("settings.text-size", "Text size"), choice(textSizes(), fmt.Sprint(p.TextSize()), func(id string) { s.TextSize(number(id)) })),
			row(tr.T("settings.language-of-the-window", "Language of the window"), choice(s.Interface, p.Language(), s.chooseLanguage(chosen))),
			container.New(rowLayout{}, widgets.NewLabel(""), chosen),
			note(tr.T("settings.about-the-language", "Takes effect when you next start ResuMax. Findings, interview questions, roles and guides are in English; they read resumes in many languages."))),
		group(tr.T("settings.writing", "Writing"),
			row(tr.T("settings.spelling", "Spelling"), container.NewHBox(widgets.NewButton(tr.T("settings.custom-dictionary", "Custom dictionary…"), s.Dictionary))),
			note(tr.T("settings.english-is-checked-in", "English is checked, in American or British spelling."))),
		group(tr.T("settings.new-resumes", "New resumes"),
			row(tr.T("settings.resumes-language", "Language"), fresh(resume.MetaLanguage, s.Languages)),
			row(tr.T("settings.paper", "Paper"), fresh(resume.MetaPage, []Option{{"", tr.T("settings.by-country", "By country")}, {"a4", "A4"}, {"letter", tr.T("settings.letter", "Letter")}})),
			row(tr.T("settings.design", "Design"), fresh(resume.MetaDesign, s.Designs))),
		group(tr.T("settings.saving", "Saving"),
			row("", check(tr.T("settings.save-automatically", "Save automatically"), p.Autosave(), p.SetAutosave, s.Autosave)),
			note(tr.T("settings.saves-a-resume-that", "Saves a resume that has a file a few seconds after you stop typing. Work in a new resume is kept until you save it.")),
			row("", check(tr.T("settings.keep-earlier-versions", "Keep earlier versions"), p.Versions(), p.SetVersions, nothing)),
			note(tr.T("settings.the-newest-ten-of", "The newest ten of each file, then one an hour, a day and a week."))),
		group(tr.T("settings.opening", "Opening"),
			row("", check(tr.T("settings.own-windows", "Open each file in a new window"), p.OwnWindows(), p.SetOwnWindows, nothing)),
			note(tr.T("settings.about-own-windows", "For files opened from the file manager or the command line. Otherwise the window that is already open shows them."))),
		group(tr.T("settings.export", "Export"),
			row("", check(tr.T("settings.embed-editable-data-in", "Embed editable data in PDFs"), p.Embed(), p.SetEmbed, s.Changed)),
			note(tr.T("settings.resumax-can-open-such", "ResuMax can open such a PDF again and edit it. It holds no more than its pages show."))),
		group(tr.T("settings.help", "Help"),
			row(tr.T("settings.tour", "Tour"), container.NewHBox(widgets.NewButton(tr.T("settings.show-the-tour-again", "Show the tour again"), tour)))),
	)
}

// chooseLanguage keeps the choice of the window's language, and says below it that it shows from the next start.
func (s Services) chooseLanguage(said *widgets.Label) func(id string) {
	was := s.Prefs.Language()
	return func(id string) {
		s.Prefs.SetLanguage(id)
		if said.Hidden = id == was; id != was {
			i := slices.IndexFunc(s.Interface, func(o Option) bool { return o.ID == id })
			said.SetText(tr.T("settings.from-the-next-start", "From the next start of ResuMax: {{.Language}}.", tr.With{"Language": s.Interface[i].Name}))
		}
		said.Refresh()
	}
}

func (s Services) theme() fyne.CanvasObject {
	options := []Option{{fmt.Sprint(int(widgets.FollowSystem)), tr.T("settings.use-system-theme", "Use system theme")}, {fmt.Sprint(int(widgets.Light)), tr.T("settings.light", "Light")}, {fmt.Sprint(int(widgets.Dark)), tr.T("settings.dark", "Dark")}}
	return choice(options, fmt.Sprint(int(s.Prefs.Theme())), func(id string) { s.Theme(widgets.Choice(number(id))) })
}

// number is the number of an option that has one for an id.
func number(id string) int {
	n, _ := strconv.Atoi(id)
	return n
}

// textSizes are the sizes of text that there are to choose from, in percent.
func textSizes() []Option {
	var all []Option
	for percent := preferences.MinTextSize; percent <= preferences.MaxTextSize; percent += 10 {
		all = append(all, Option{fmt.Sprint(percent), tr.Percent(float64(percent), 0)})
	}
	return all
}

// choice is a select of options, of which the one with the id is chosen.
func choice(options []Option, id string, chosen func(id string)) fyne.CanvasObject {
	var names []string
	for _, o := range options {
		names = append(names, o.Name)
	}
	s := widgets.NewSelect(names, nil)
	if i := slices.IndexFunc(options, func(o Option) bool { return o.ID == id }); i >= 0 {
		s.SetSelectedIndex(i)
	}
	s.OnChanged = func(string) { chosen(options[s.SelectedIndex()].ID) }
	return s
}

func group(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(6, append([]fyne.CanvasObject{container.New(layout.NewCustomPaddedLayout(8, 2, 0, 0), widgets.NewStrong(title))}, rows...)...)
}

// row is a label and a control, all controls at one left edge. A press on the label is one on the control.
func row(label string, control fyne.CanvasObject) fyne.CanvasObject {
	return container.New(rowLayout{}, widgets.NewLabelOf(label, control), control)
}

// note explains the setting above it.
func note(text string) fyne.CanvasObject {
	return container.New(rowLayout{}, widgets.NewLabel(""), widgets.NewMuted(text))
}

// rowLayout puts a label into the left third, and a control into the rest.
type rowLayout struct{}

const rowGap = 12

func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label, control := objects[0], objects[1]
	left := size.Width * 0.3
	label.Resize(fyne.NewSize(left-rowGap, size.Height))
	h := label.MinSize().Height
	label.Resize(fyne.NewSize(left-rowGap, h))
	label.Move(fyne.NewPos(0, (size.Height-h)/2))
	control.Resize(fyne.NewSize(size.Width-left, size.Height))
	control.Move(fyne.NewPos(left, 0))
}

func (rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	label, control := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(label.Width+rowGap+control.Width, max(label.Height, control.Height))
}

// WithDefaults is a new resume with the settings that new resumes begin with, where
// it has none of its own.
func WithDefaults(d resume.Document, p preferences.Store) resume.Document {
	for _, name := range []string{resume.MetaLanguage, resume.MetaPage, resume.MetaDesign} {
		at, value := resume.MetaAddress(name), strings.TrimSpace(p.NewSetting(name))
		if value == "" || d.TextAt(at) != "" {
			continue
		}
		if next, err := d.SetText(at, value); err == nil {
			d = next
		}
	}
	return d
}

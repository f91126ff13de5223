// Package help is the texts of the Help menu.
package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/widgets"
)

// line is a key or a mark and what it does.
type line struct{ key, does string }

// fieldKeys are what keys do inside a field, which is no command.
var fieldKeys = []line{
	{"Enter", "in a bullet: start the next one, or split it in two"},
	{"Backspace", "at the start of a bullet: join it to the one before"},
}

var formatting = []line{
	{"**bold**", "Ctrl B around what is selected"},
	{"*italic*", "Ctrl I"},
	{"[text](address)", "Ctrl K, a link"},
	{"Mar 2021", "dates may also be 03/2021, 2021-03, 2021 or “present”"},
	{"[how many?]", "a question to you; no export before it is answered"},
}

// ShowKeys shows the keyboard shortcuts and how texts are formatted.
func ShowKeys(s *shell.Shell) {
	parts := []fyne.CanvasObject{}
	lines := fieldKeys
	menu := "In a field"
	flush := func() {
		if len(lines) > 0 {
			parts = append(parts, widgets.NewStrong(menu), table(lines))
		}
		lines = nil
	}
	s.Commands.Each(func(of string, c shell.Command) {
		if of != menu {
			flush()
			menu = of
		}
		if keys := c.Keys.String(); keys != "" {
			lines = append(lines, line{keys, c.Label})
		}
	})
	flush()
	parts = append(parts, widgets.NewStrong("Formatting"), table(formatting),
		widgets.NewMuted("Drag the dots at the left of a bullet or an entry to move it. Click the page to go to the field it shows; click a finding to go to what it is about."))
	s.Sheet("Keyboard shortcuts", parts...)
}

func table(lines []line) fyne.CanvasObject {
	grid := container.New(layout.NewFormLayout())
	for _, l := range lines {
		grid.Add(widget.NewLabelWithStyle(l.key, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		grid.Add(widget.NewLabel(l.does))
	}
	return grid
}

// ShowScore says what the score means.
func ShowScore(s *shell.Shell) {
	s.Sheet("What the score means",
		widgets.NewLabel("Every resume begins at 100. Each finding takes away the points that it names, and nothing else does. So the list of findings is the whole reason for the score, and the number before a finding is what the score gains when you act on it."),
		widgets.NewLabel("Most weight lies on results that are backed by numbers, because readers of resumes look for them first. Then come how well it fits the role, how specific it is, how it is written, its structure, its length and its correctness."),
		widgets.NewLabel("The score is computed on this computer by fixed rules: the same resume gives the same score, always. Your name, school, employers, photo and address change nothing."),
		widgets.NewLabel("It is read for a role and a level of experience. Until you choose the role, it is the one that the resume's titles and terms tell. The level counts the years of all dated work: choose another one if the earlier years were in a trade of another kind."),
		widgets.NewLabel("It says how well the resume is written for its role. It does not say who will be invited, and it does not outwit any hiring system. Nobody can promise that."))
}

// ShowAbout says what the program is.
func ShowAbout(s *shell.Shell, version string) {
	s.Sheet("ResuMax "+version,
		widgets.NewLabel("A resume editor that shows the page as it prints and scores it while you write."),
		widgets.NewLabel("Your files are plain JSON Resume on your own disk. The program has no network code: nothing is sent, nothing is fetched."),
		widgets.NewLabel("MIT License."),
		container.NewHBox(widgets.NewButton("Third-party licenses…", func() { ShowNotices(s) })))
}

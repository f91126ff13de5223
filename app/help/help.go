// Package help is the texts of the Help menu.
package help

import (
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/widgets"
)

// line is a key, or markup, and what it does.
type line struct{ key, does string }

// fieldKeys are keys that fields handle: they are not commands.
var fieldKeys = []line{
	{"Enter", "start the next one, or split it"},
	{"Backspace", "at its start: join it to the previous one"},
}

var formatting = []line{
	{"**bold**", "Ctrl+B"},
	{"*italic*", "Ctrl+I"},
	{"[text](address)", "link, Ctrl+K"},
	{"Mar 2021", "or 03/2021, 2021-03, 2021, “present”"},
	{"[how many?]", "a placeholder: fill it in before you export"},
}

// ShowKeys shows the keyboard shortcuts and how texts are formatted.
func ShowKeys(s *shell.Shell) {
	grid := container.New(layout.NewFormLayout())
	add := func(heading string, lines []line) {
		if len(lines) == 0 {
			return
		}
		grid.Add(container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), widgets.NewStrong(heading)))
		grid.Add(layout.NewSpacer())
		for _, l := range lines {
			grid.Add(widget.NewLabel(l.key))
			grid.Add(widget.NewLabel(l.does))
		}
	}
	for _, m := range menusWithKeys(s.Commands) {
		add(m.name, m.lines)
	}
	add("In a bullet", fieldKeys)
	add("Formatting", formatting)
	s.Sheet("Keyboard shortcuts", grid,
		widgets.NewMuted("Drag the dots beside a bullet or entry to move it. Click the page or a finding to go to its field."))
}

// menu is a menu's commands that have keys.
type menu struct {
	name  string
	lines []line
}

func menusWithKeys(c *shell.Commands) []menu {
	var all []menu
	c.Each(func(of string, c shell.Command) {
		keys := c.Keys.String()
		if keys == "" {
			return
		}
		if len(all) == 0 || all[len(all)-1].name != of {
			all = append(all, menu{name: of})
		}
		last := &all[len(all)-1]
		last.lines = append(last.lines, line{keys, strings.TrimSuffix(c.Label, "…")})
	})
	return all
}

// ShowScore explains the score.
func ShowScore(s *shell.Shell) {
	s.Sheet("What the score means",
		widgets.NewLabel("Every resume starts at 100. Each finding subtracts the points it names, and nothing else does. The number beside a finding is what the score gains when you fix it."),
		widgets.NewLabel("Results backed by numbers weigh most, because recruiters look for them first. Then come role fit, specificity, writing, structure, length and correctness."),
		widgets.NewLabel("The score is computed on this computer by fixed rules: the same resume always gets the same score. Name, school, employers, photo and address don't count."),
		widgets.NewLabel("It depends on the target role and the level. The role is detected from titles and terms until you choose one. The level is computed from the dates of all work: choose another one if your earlier years were in another field."),
		widgets.NewLabel("It measures how well the resume is written for its role. It can't predict interviews or the ranking of a hiring system."))
}

// ShowAbout shows version, license and privacy.
func ShowAbout(s *shell.Shell, version string) {
	s.Sheet("ResuMax "+version,
		widgets.NewLabel("A resume editor with a live page and score."),
		widgets.NewLabel("Your files are plain JSON Resume on your own disk. ResuMax has no network code: nothing is sent, nothing is fetched."),
		widgets.NewLabel("MIT License."),
		container.NewHBox(widgets.NewButton("Third-party licenses…", func() { ShowNotices(s) })))
}

// Package help is the texts of the Help menu.
package help

import (
	"fyne.io/fyne/v2/container"

	"resumax/app/shell"
	"resumax/widgets"
)

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

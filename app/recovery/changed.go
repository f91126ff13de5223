package recovery

import (
	"fmt"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/compare"
	"resumax/app/shell"
	"resumax/app/thumbnails"
	"resumax/resume"
	"resumax/widgets"
)

// Change is a file that another program changed while it was open here.
type Change struct {
	Name string // of the file
	// Base is what both sides began from, Mine what is open here, Theirs what is in the
	// file now.
	Base, Mine, Theirs resume.Document
}

// ChangeAnswers are what the window does about a change of its file.
type ChangeAnswers struct {
	Merge  func(merged resume.Document) // take what both sides made of it
	Reload func()                       // take what is in the file
	Keep   func()                       // keep what is open here; saving overwrites the file
	Later  func()                       // nothing was chosen
}

// AskChanged asks what to do about a file that another program changed. What differs
// and whether it can be merged is found off the UI goroutine.
func AskChanged(s *shell.Shell, pictures *thumbnails.Maker, c Change, answers ChangeAnswers) {
	s.Background("Comparing "+c.Name, func() func() {
		merged, conflicts := resume.Merge(c.Base, c.Mine, c.Theirs)
		comparison := compare.Of(compare.Side{Title: "Yours", Document: c.Mine}, compare.Side{Title: "In the file", Document: c.Theirs})
		comparison = comparison.Dispute(merged, conflicts)
		return func() { showChanged(s, pictures, c, comparison, merged, len(conflicts), answers) }
	})
}

func showChanged(s *shell.Shell, pictures *thumbnails.Maker, c Change, comparison compare.Comparison, merged resume.Document, conflicts int, answers ChangeAnswers) {
	var m *widgets.Modal
	take := func(answer func()) func() {
		return func() {
			m.OnClosed = nil
			m.Close()
			answer()
		}
	}
	merge := take(func() { answers.Merge(merged) })
	mergeButton := widgets.NewButton("Merge", merge)
	enter := merge
	if conflicts == 0 {
		mergeButton.Importance = widget.HighImportance
	} else {
		enter = nil // the user is to read first
	}
	buttons := container.NewHBox(layout.NewSpacer(),
		widgets.NewButton("Decide later", func() { m.Close() }),
		widgets.NewButton("Keep mine", take(answers.Keep)),
		widgets.NewButton("Reload theirs", take(answers.Reload)),
		mergeButton)
	head := widgets.NewColumn(8, widgets.NewHeading("“"+c.Name+"” was changed by another program"), widgets.NewLabel(aboutMerge(conflicts)))
	view := compare.View(comparison, pictures, s.Window.Canvas().Scale())
	m = s.Modal(sized(s, container.NewBorder(spaced(head), buttons, nil, nil, view)), enter)
	m.OnClosed = answers.Later
}

// aboutMerge says what merging does.
func aboutMerge(conflicts int) string {
	switch conflicts {
	case 0:
		return "Merge keeps your changes and theirs: no part was changed on both sides."
	case 1:
		return "1 part was changed on both sides. Merge keeps yours there, and all other changes of both."
	}
	return fmt.Sprintf("%d parts were changed on both sides. Merge keeps yours there, and all other changes of both.", conflicts)
}

// DeletedNotice says that the open file was deleted by another program.
func DeletedNotice(name string) string {
	return fmt.Sprintf("“%s” was deleted by another program. Your resume is still open here: save to write the file again.", name)
}

package app

import (
	"path/filepath"
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"resumax/app/dictionary"
	"resumax/app/help"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/exchange"
	"resumax/job/application"
	"resumax/resume"
	"resumax/widgets"
)

// commands is the table of all commands.
func (w *window) commands() []shell.Group {
	const free, project = shell.NeedsFree, shell.NeedsProject
	p := &w.panes
	key := func(name fyne.KeyName, modifier fyne.KeyModifier) shell.Keys {
		return shell.Keys{Key: name, Modifier: modifier}
	}
	group := func(menu string, commands ...shell.Command) shell.Group {
		return shell.Group{Menu: menu, Commands: commands}
	}
	topics := func() []shell.Command {
		return []shell.Command{
			{ID: "import-help", Label: tr.T("commands.bringing-in-a-resume", "Bringing in a resume"), Needs: free, Run: func() { help.ShowImport(w.shell, exchange.ReaderNames()) }},
			{ID: "score-help", Label: tr.T("commands.what-the-score-means", "What the score means"), Needs: free, Run: func() { help.ShowScore(w.shell) }},
			{ID: "variants-help", Label: tr.T("commands.variants", "Variants"), Needs: free, Run: func() { help.ShowVariants(w.shell) }},
			{ID: "tailor-help", Label: tr.T("commands.tailoring-to-a-job", "Tailoring to a job"), Needs: free, Run: func() { help.ShowTailor(w.shell) }},
			{ID: "prepare-help", Label: tr.T("commands.preparing-for-an-interview", "Preparing for an interview"), Needs: free, Run: func() { help.ShowPrepare(w.shell) }},
		}
	}
	before := []shell.Group{
		group(tr.T("commands.file", "File"),
			shell.Command{ID: "roles", Label: tr.T("commands.roles", "Roles…"), Needs: project, Run: w.showRoles},
			shell.Command{ID: "new", Label: tr.T("commands.new", "New…"), Keys: key(fyne.KeyN, shell.Mod), Needs: free, Run: w.project.Close},
		),
		group(tr.T("commands.file", "File"),
			shell.Command{ID: "open", Label: tr.T("commands.open", "Open…"), Keys: key(fyne.KeyO, shell.Mod), Needs: free, Run: w.project.AskOpen},
			shell.Command{ID: "import", Label: tr.T("commands.import", "Import…"), Keys: key(fyne.KeyO, shell.Mod|shell.Shift), Needs: free, Run: w.askImport},
			shell.Command{ID: "recent", Label: tr.T("commands.open-recent", "Open recent"), Needs: free, Choices: w.recentCommands},
		),
		group(tr.T("commands.file", "File"),
			shell.Command{ID: "save", Label: tr.T("commands.save", "Save"), Keys: key(fyne.KeyS, shell.Mod), Needs: project, Run: func() { w.project.Save(nil) }},
			shell.Command{ID: "save-as", Label: tr.T("commands.save-as", "Save as…"), Keys: key(fyne.KeyS, shell.Mod|shell.Shift), Needs: project, Run: func() { w.project.SaveAs(nil) }},
			shell.Command{ID: "rename", Label: tr.T("commands.rename", "Rename…"), Needs: project, Run: func() { w.shell.Header.Rename(w.project.FileName(), w.project.Rename) }},
			shell.Command{ID: "versions", Label: tr.T("commands.earlier-versions", "Earlier versions…"), Needs: project, Run: w.showVersions,
				State: func() shell.State { return shell.State{Disabled: !w.project.HasVersions()} }},
			shell.Command{ID: "save-role", Label: tr.T("commands.save-as-role", "Save as role…"), Needs: project, Run: w.saveRole},
		),
		group(tr.T("commands.file", "File"),
			shell.Command{ID: "export-pdf", Label: tr.T("commands.export-pdf", "Export PDF…"), Keys: key(fyne.KeyE, shell.Mod), Needs: project, Run: func() { w.exporter.Export(exchange.Default()) }},
			shell.Command{ID: "export", Label: tr.T("commands.export-as", "Export as…"), Keys: key(fyne.KeyE, shell.Mod|shell.Shift), Needs: project, Run: w.exporter.Choose},
			shell.Command{ID: "embed", Label: tr.T("commands.embed-editable-data-in", "Embed editable data in PDFs"), Run: w.toggleEmbed, State: func() shell.State { return shell.State{Checked: w.prefs.Embed()} }},
			shell.Command{ID: "print", Label: tr.T("commands.print", "Print…"), Keys: key(fyne.KeyP, shell.Mod), Needs: project, Run: w.exporter.Print},
		),
		group(tr.T("commands.file", "File"),
			shell.Command{ID: "preferences", Label: tr.T("commands.preferences", "Preferences…"), Keys: key(fyne.KeyComma, shell.Mod), Needs: free, Run: w.showPreferences},
		),
		group(tr.T("commands.file", "File"),
			shell.Command{ID: "close", Label: tr.T("commands.close", "Close"), Keys: key(fyne.KeyW, shell.Mod), Needs: free, Run: w.close},
			shell.Command{ID: "quit", Label: tr.T("commands.quit", "Quit"), Keys: key(fyne.KeyQ, shell.Mod), Run: w.quit},
		),
		group(tr.T("commands.edit", "Edit"),
			shell.Command{ID: "undo", Label: tr.T("commands.undo", "Undo"), Keys: key(fyne.KeyZ, shell.Mod), Needs: free, State: stepState(tr.T("commands.undo", "Undo"), w.nextUndo), Run: w.undo},
			shell.Command{ID: "redo", Label: tr.T("commands.redo", "Redo"), Keys: key(fyne.KeyZ, shell.Mod|shell.Shift), Needs: free, State: stepState(tr.T("commands.redo", "Redo"), w.nextRedo), Run: w.redo},
		),
		group(tr.T("commands.edit", "Edit"),
			shell.Command{ID: "cut", Label: tr.T("commands.cut", "Cut"), Run: func() { w.shell.Send(&fyne.ShortcutCut{Clipboard: w.fyne.Clipboard()}) }},
			shell.Command{ID: "copy", Label: tr.T("commands.copy", "Copy"), Run: func() { w.shell.Send(&fyne.ShortcutCopy{Clipboard: w.fyne.Clipboard()}) }},
			shell.Command{ID: "paste", Label: tr.T("commands.paste", "Paste"), Run: func() { w.shell.Send(&fyne.ShortcutPaste{Clipboard: w.fyne.Clipboard()}) }},
		),
		group(tr.T("commands.edit", "Edit"),
			shell.Command{ID: "copy-section", Label: tr.T("commands.copy-section-for-a", "Copy section for a form"), Keys: key(fyne.KeyC, shell.Mod|shell.Shift), Needs: project,
				Run: func() { w.exporter.CopySection(p.editor.Section()) }},
		),
		group(tr.T("commands.edit", "Edit"),
			w.formatCommand("bold", tr.T("commands.bold", "Bold"), fyne.KeyB), w.formatCommand("italic", tr.T("commands.italic", "Italic"), fyne.KeyI), w.formatCommand("link", tr.T("commands.link", "Link"), fyne.KeyK),
		),
		group(tr.T("commands.edit", "Edit"),
			shell.Command{ID: "external-editor", Label: tr.T("commands.edit-in-external-editor", "Edit in external editor"), Needs: project, Run: p.editor.EditOutside},
		),
		group(tr.T("commands.edit", "Edit"),
			shell.Command{ID: "find", Label: tr.T("commands.find", "Find"), Keys: key(fyne.KeyF, shell.Mod), Needs: project, Run: func() { w.find(false) }},
			shell.Command{ID: "find-next", Label: tr.T("commands.find-next", "Find next"), Keys: key(fyne.KeyF3, 0), Needs: project, Run: func() { w.findStep(1) }},
			shell.Command{ID: "find-previous", Label: tr.T("commands.find-previous", "Find previous"), Keys: key(fyne.KeyF3, shell.Shift), Needs: project, Run: func() { w.findStep(-1) }},
			shell.Command{ID: "replace", Label: tr.T("commands.find-and-replace", "Find and replace"), Keys: replaceKeys(runtime.GOOS), Needs: project, Run: func() { w.find(true) }},
		),
		group(tr.T("commands.edit", "Edit"),
			shell.Command{ID: "next-unsure", Label: tr.T("commands.import-next-field-to", "Import: next field to check"), Keys: key(fyne.KeyF4, 0), Needs: free, State: w.reviewState, Run: func() { w.importer.Step(1) }},
			shell.Command{ID: "previous-unsure", Label: tr.T("commands.import-previous-field-to", "Import: previous field to check"), Keys: key(fyne.KeyF4, shell.Shift), Needs: free, State: w.reviewState, Run: func() { w.importer.Step(-1) }},
			shell.Command{ID: "left-over", Label: tr.T("commands.import-left-over", "Import: left over"), Keys: key(fyne.KeyF6, 0), Needs: free, State: w.reviewState, Run: w.importer.ShowLeft},
			shell.Command{ID: "finish-import", Label: tr.T("commands.import-finish", "Import: finish"), Keys: key(fyne.KeyReturn, shell.Mod|shell.Shift), Needs: free, State: w.reviewState, Run: w.importer.Finish},
		),
		group(tr.T("commands.entry", "Entry"),
			shell.Command{ID: "add-entry", Label: tr.T("commands.add-entry", "Add entry"), Keys: key(fyne.KeyReturn, shell.Mod), Needs: project, Run: p.editor.AddItem},
			shell.Command{ID: "duplicate", Label: tr.T("commands.duplicate", "Duplicate"), Keys: key(fyne.KeyD, shell.Mod), Needs: project, Run: p.editor.Duplicate},
			shell.Command{ID: "hide", Label: tr.T("commands.hide-or-show", "Hide or show"), Keys: key(fyne.KeyH, shell.Mod|shell.Shift), Needs: project, Run: p.editor.ToggleHidden},
			shell.Command{ID: "delete", Label: tr.T("commands.delete", "Delete"), Keys: key(fyne.KeyBackspace, shell.Mod|shell.Shift), Needs: project, Run: p.editor.Delete},
		),
		group(tr.T("commands.entry", "Entry"),
			shell.Command{ID: "move-up", Label: tr.T("commands.move-up", "Move up"), Keys: key(fyne.KeyUp, shell.Alt), Needs: project, Run: func() { w.moveFocused(-1) }},
			shell.Command{ID: "move-down", Label: tr.T("commands.move-down", "Move down"), Keys: key(fyne.KeyDown, shell.Alt), Needs: project, Run: func() { w.moveFocused(1) }},
			shell.Command{ID: "move-entry-up", Label: tr.T("commands.move-entry-up", "Move entry up"), Keys: key(fyne.KeyUp, shell.Alt|shell.Shift), Needs: project, Run: func() { p.editor.MoveItem(-1) }},
			shell.Command{ID: "move-entry-down", Label: tr.T("commands.move-entry-down", "Move entry down"), Keys: key(fyne.KeyDown, shell.Alt|shell.Shift), Needs: project, Run: func() { p.editor.MoveItem(1) }},
		),
		group(tr.T("commands.entry", "Entry"),
			shell.Command{ID: "rename-section", Label: tr.T("commands.rename-section", "Rename section"), Keys: key(fyne.KeyF2, 0), Needs: project, Run: func() { w.renameSection(p.editor.Section()) },
				State: func() shell.State { return shell.State{Disabled: p.editor.Section() == resume.ContactKey} }},
			shell.Command{ID: "next-section", Label: tr.T("commands.next-section", "Next section"), Keys: key(fyne.KeyPageDown, shell.Mod), Needs: project, Run: func() { p.rail.Step(1) }},
			shell.Command{ID: "previous-section", Label: tr.T("commands.previous-section", "Previous section"), Keys: key(fyne.KeyPageUp, shell.Mod), Needs: project, Run: func() { p.rail.Step(-1) }},
		),
	}
	after := []shell.Group{
		group(tr.T("commands.view", "View"),
			shell.Command{ID: "write", Label: tr.T("commands.write", "Write"), Keys: key(fyne.Key1, shell.Mod), Needs: project, State: w.modeState(w.screens.write), Run: func() { w.show(w.screens.write) }},
			shell.Command{ID: "design", Label: tr.T("commands.design", "Design"), Keys: key(fyne.Key2, shell.Mod), Needs: project, State: w.modeState(w.screens.design), Run: func() { w.show(w.screens.design) }},
			shell.Command{ID: "tailor", Label: tr.T("commands.tailor", "Tailor"), Keys: key(fyne.Key3, shell.Mod), Needs: project, State: w.modeState(w.tailor.mode), Run: func() { w.show(w.tailor.mode) }},
			shell.Command{ID: "prepare", Label: tr.T("commands.prepare", "Prepare"), Keys: key(fyne.Key4, shell.Mod), Needs: project, State: w.modeState(w.prepare.mode), Run: func() { w.show(w.prepare.mode) }},
			shell.Command{ID: "applications", Label: tr.T("commands.applications", "Applications"), Keys: key(fyne.KeyA, shell.Mod|shell.Shift), Needs: project, State: w.modeState(w.screens.applications), Run: func() { w.leadTo(w.screens.applications) }},
			shell.Command{ID: "switch-mode", Label: tr.T("commands.next-mode", "Next mode"), Keys: key(fyne.KeyF8, 0), Needs: project, Run: w.nextMode},
		),
		group(tr.T("commands.view", "View"),
			shell.Command{ID: "sections", Label: tr.T("commands.sections", "Sections"), Keys: key(fyne.KeyF7, 0), Needs: project, State: w.columnState(columnRail), Run: func() { w.toggleColumn(columnRail) }},
			shell.Command{ID: "page", Label: tr.T("commands.page", "Page"), Keys: key(fyne.KeyF9, 0), Needs: project, State: w.columnState(columnPage), Run: func() { w.toggleColumn(columnPage) }},
			shell.Command{ID: "score", Label: tr.T("commands.score-and-guide", "Score and guide"), Keys: key(fyne.KeyF10, 0), Needs: project, State: w.columnState(columnScore), Run: func() { w.toggleColumn(columnScore) }},
			shell.Command{ID: "show-score", Label: tr.T("commands.what-to-change", "What to change"), Needs: project, Run: w.showScore},
		),
		group(tr.T("commands.view", "View"),
			shell.Command{ID: "zoom-in", Label: tr.T("commands.zoom-in", "Zoom in"), Keys: key(fyne.KeyEqual, shell.Mod), Needs: project, Run: p.preview.ZoomIn},
			shell.Command{ID: "zoom-out", Label: tr.T("commands.zoom-out", "Zoom out"), Keys: key(fyne.KeyMinus, shell.Mod), Needs: project, Run: p.preview.ZoomOut},
			shell.Command{ID: "actual-size", Label: tr.T("commands.actual-size", "Actual size"), Keys: key(fyne.Key0, shell.Mod), Needs: project, Run: p.preview.ActualSize},
			shell.Command{ID: "fit-width", Label: tr.T("commands.fit-width", "Fit width"), Keys: key(fyne.Key8, shell.Mod), Needs: project, Run: p.preview.FitWidth},
			shell.Command{ID: "fit-page", Label: tr.T("commands.fit-page", "Fit page"), Keys: key(fyne.Key9, shell.Mod), Needs: project, Run: p.preview.FitPage},
		),
		group(tr.T("commands.view", "View"),
			shell.Command{ID: "page-numbers", Label: tr.T("commands.page-numbers-from-page", "Page numbers (from page 2)"), Needs: project, Run: w.toggleNumbers,
				State: func() shell.State { return shell.State{Checked: w.session.Now().Resume.Meta.Numbers} }},
			shell.Command{ID: "language", Label: tr.T("commands.language-of-the-resume", "Language of the resume"), Needs: project, Choices: func() []shell.Command { return w.languageMenu(0) }},
			shell.Command{ID: "languages", Label: tr.T("commands.other-languages", "Other languages"), Needs: project, Choices: func() []shell.Command { return w.languageMenu(1) }},
			shell.Command{ID: "more-languages", Label: tr.T("commands.further-languages", "Further languages"), Needs: project, Choices: func() []shell.Command { return w.languageMenu(2) }},
		),
		group(tr.T("commands.view", "View"),
			w.themeCommand("light", tr.T("commands.light", "Light"), widgets.Light), w.themeCommand("dark", tr.T("commands.dark", "Dark"), widgets.Dark), w.themeCommand("system-theme", tr.T("commands.use-system-theme", "Use system theme"), widgets.FollowSystem),
		),
		group(tr.T("commands.tools", "Tools"),
			shell.Command{ID: "ats-check", Label: tr.T("commands.ats-check", "ATS check…"), Keys: key(fyne.KeyR, shell.Mod), Needs: project, Run: w.ats.Project},
			shell.Command{ID: "ats-other", Label: tr.T("commands.ats-check-of-another", "ATS check of another PDF…"), Needs: free, Run: w.ats.Other},
		),
		group(tr.T("commands.tools", "Tools"),
			shell.Command{ID: "letter", Label: tr.T("commands.cover-letter", "Cover letter"), Keys: key(fyne.KeyL, shell.Mod), Needs: project, State: w.modeState(w.screens.letter), Run: w.showLetter},
		),
		group(tr.T("commands.tools", "Tools"),
			shell.Command{ID: "practice", Label: tr.T("commands.practice-interview-questions", "Practice interview questions"), Needs: project, Run: w.practice},
			shell.Command{ID: "brief", Label: tr.T("commands.interview-brief", "Interview brief…"), Needs: project, Run: w.printPrep(true)},
			shell.Command{ID: "questions", Label: tr.T("commands.list-of-interview-questions", "List of interview questions…"), Needs: project, Run: w.printPrep(false)},
		),
		group(tr.T("commands.tools", "Tools"),
			shell.Command{ID: "dictionary", Label: tr.T("commands.custom-dictionary", "Custom dictionary…"), Needs: free, Run: func() { w.dictionary().Edit() }},
		),
		group(tr.T("commands.tools", "Tools"),
			shell.Command{ID: "import-applications", Label: tr.T("commands.import-applications", "Import applications…"), Needs: project, Run: w.showApplications(func() { w.panes.applications.Import() })},
			shell.Command{ID: "export-applications", Label: tr.T("commands.export-applications", "Export applications…"), Needs: project, Run: w.showApplications(func() { w.panes.applications.Export() }),
				State: func() shell.State {
					return shell.State{Disabled: w.session.Now().Project.ListLen(application.Address) == 0}
				}},
			shell.Command{ID: "facts", Label: tr.T("commands.facts-for-forms", "Facts for forms…"), Needs: project, Run: func() { w.panes.applications.EditFacts() }},
		),
		group(tr.T("commands.help", "Help"),
			shell.Command{ID: "guide", Label: tr.T("commands.user-guide", "User guide"), Keys: key(fyne.KeyF1, 0), Needs: free, Run: func() { w.showGuide(w.topic()) }},
			shell.Command{ID: "keys", Label: tr.T("commands.keyboard-shortcuts", "Keyboard shortcuts"), Keys: key(fyne.KeyF1, shell.Shift), Needs: free, Run: func() { help.ShowKeys(w.shell) }},
			shell.Command{ID: "palette", Label: tr.T("commands.find-a-command", "Find a command…"), Keys: key(fyne.KeyP, shell.Mod|shell.Shift), Needs: free, Run: w.shell.ShowPalette},
			shell.Command{ID: "topics", Label: tr.T("commands.topics", "In short"), Needs: free, Choices: topics},
		),
		group(tr.T("commands.help", "Help"),
			shell.Command{ID: "tour", Label: tr.T("commands.show-the-tour", "Show the tour"), Keys: key(fyne.KeyF1, shell.Mod), Needs: free, State: w.tourState, Run: w.stepTour},
			shell.Command{ID: "sample", Label: tr.T("commands.open-the-sample", "Open the sample"), Needs: free, Run: w.openSample},
		),
		group(tr.T("commands.help", "Help"),
			shell.Command{ID: "news", Label: tr.T("commands.whats-new", "What's new"), Needs: free, Run: func() { w.showNews("") }},
			shell.Command{ID: "about", Label: tr.T("commands.about-resumax", "About ResuMax"), Needs: free, Run: func() { help.ShowAbout(w.shell, w.version) }},
		),
	}
	return slices.Concat(before, w.variantGroups(), after)
}

func (w *window) dictionary() dictionary.Dictionary {
	return dictionary.Dictionary{Shell: w.shell, Session: w.session, Library: w.library}
}

// replaceKeys are Ctrl+H, which hides the application on macOS.
func replaceKeys(system string) shell.Keys {
	if system == "darwin" {
		return shell.Keys{Key: fyne.KeyF, Modifier: shell.Mod | shell.Alt}
	}
	return shell.Keys{Key: fyne.KeyH, Modifier: shell.Mod}
}

// stepState is the state of Undo or Redo, labeled with the step.
func stepState(name string, next func() string) func() shell.State {
	return func() shell.State {
		step := next()
		if step == "" {
			return shell.State{Label: name, Disabled: true}
		}
		return shell.State{Label: shell.StepLabel(name, step)}
	}
}

// askImport lets the user choose a file to import. The open project is asked about when that is
// about to take its place.
func (w *window) askImport() {
	w.project.KeepWork()
	w.importer.Ask()
}

// reviewState is the state of commands of the review of an import.
func (w *window) reviewState() shell.State { return shell.State{Disabled: !w.importer.Reviewing()} }

// undo takes back the newest step of what is edited: the project, or the review of an import.
func (w *window) undo() {
	if w.importer.Reviewing() {
		w.importer.Undo()
		return
	}
	w.session.Undo()
}

func (w *window) redo() {
	if w.importer.Reviewing() {
		w.importer.Redo()
		return
	}
	w.session.Redo()
}

// nextUndo is what undo would take back, "" for nothing.
func (w *window) nextUndo() string { return w.nextStep(w.importer.NextUndo, w.session.NextUndo) }

func (w *window) nextRedo() string { return w.nextStep(w.importer.NextRedo, w.session.NextRedo) }

func (w *window) nextStep(ofReview, ofProject func() string) string {
	switch {
	case w.importer.Reviewing():
		return ofReview()
	case w.editing():
		return ofProject()
	}
	return ""
}

func (w *window) modeState(m shell.Screen) func() shell.State {
	return func() shell.State { return shell.State{Checked: w.shell.Screens.Top() == m} }
}

func (w *window) columnState(name string) func() shell.State {
	return func() shell.State {
		columns, name := w.columnsOf(name)
		return shell.State{Checked: columns.Shown(name)}
	}
}

func (w *window) toggleColumn(name string) {
	columns, name := w.columnsOf(name)
	if columns == w.screens.writing {
		w.show(w.screens.write)
	}
	columns.Toggle(name)
}

// columnsOf are the columns that a command of Write's columns is about, and which of them: in
// Tailor the posting is where the sections are, and the match where the score is; in Prepare the
// questions are where both are.
func (w *window) columnsOf(name string) (*shell.Columns, string) {
	if w.prepare.on() {
		if name != columnPage {
			name = columnCards
		}
		return w.prepare.columns, name
	}
	if !w.tailor.on() {
		return w.screens.writing, name
	}
	switch name {
	case columnRail:
		name = columnPosting
	case columnScore:
		name = columnMatch
	}
	return w.tailor.columns, name
}

func (w *window) recentCommands() []shell.Command {
	var all []shell.Command
	for _, path := range w.prefs.Recent() {
		all = append(all, shell.Command{ID: "recent " + path, Label: filepath.Base(path) + "   " + filepath.Dir(path), Needs: shell.NeedsFree,
			Run: func() { w.project.Open(path) }})
	}
	return all
}

// formatCommand is a command that the focused field handles.
func (w *window) formatCommand(id, label string, key fyne.KeyName) shell.Command {
	return shell.Command{ID: id, Label: label, Keys: shell.Keys{Key: key, Modifier: shell.Mod}, Typed: true,
		Run: func() { w.shell.Send(&desktop.CustomShortcut{KeyName: key, Modifier: shell.Mod}) }}
}

func (w *window) themeCommand(id, label string, c widgets.Choice) shell.Command {
	return shell.Command{ID: id, Label: label, Run: func() { w.setTheme(c) },
		State: func() shell.State { return shell.State{Checked: w.prefs.Theme() == c} }}
}

// toggleEmbed turns embedding of editable data in PDFs on or off.
func (w *window) toggleEmbed() { w.setEmbed(!w.prefs.Embed()) }

func (w *window) setEmbed(on bool) {
	w.prefs.SetEmbed(on)
	w.shell.Commands.Refresh()
}

// toggleNumbers turns the name and page number at the top of pages from the second on
// or off.
func (w *window) toggleNumbers() {
	on := !w.session.Now().Resume.Meta.Numbers
	w.session.Edit(tr.T("commands.page-numbers", "Page numbers"), "", func(d resume.Document) (resume.Document, error) { return d.SetNumbers(on) })
}

// close goes one screen back, else closes the project, else the window.
func (w *window) close() {
	switch {
	case w.shell.Screens.Pop():
	case w.project.IsOpen():
		w.project.Close()
	default:
		w.quit()
	}
}

// moveFocused moves the section where the rail has the focus, else the bullet or
// entry being edited.
func (w *window) moveFocused(by int) {
	if w.shell.Screens.Top() == shell.Screen(w.screens.letter) {
		w.panes.letter.Move(by)
		return
	}
	key := fyne.KeyUp
	if by > 0 {
		key = fyne.KeyDown
	}
	switch f := w.canvas().Focused().(type) {
	case *widgets.TextField, *widget.Entry:
		w.panes.editor.Move(by)
	case fyne.Shortcutable:
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	default:
		w.panes.editor.Move(by)
	}
}

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
	before := []shell.Group{
		group("File",
			shell.Command{ID: "roles", Label: "Roles…", Needs: project, Run: w.showRoles},
			shell.Command{ID: "new", Label: "New…", Keys: key(fyne.KeyN, shell.Mod), Needs: free, Run: w.project.Close},
		),
		group("File",
			shell.Command{ID: "open", Label: "Open…", Keys: key(fyne.KeyO, shell.Mod), Needs: free, Run: w.project.AskOpen},
			shell.Command{ID: "import", Label: "Import…", Keys: key(fyne.KeyO, shell.Mod|shell.Shift), Needs: free, Run: w.askImport},
			shell.Command{ID: "recent", Label: "Open recent", Needs: free, Choices: w.recentCommands},
		),
		group("File",
			shell.Command{ID: "save", Label: "Save", Keys: key(fyne.KeyS, shell.Mod), Needs: project, Run: func() { w.project.Save(nil) }},
			shell.Command{ID: "save-as", Label: "Save as…", Keys: key(fyne.KeyS, shell.Mod|shell.Shift), Needs: project, Run: func() { w.project.SaveAs(nil) }},
			shell.Command{ID: "rename", Label: "Rename…", Needs: project, Run: func() { w.shell.Header.Rename(w.project.FileName(), w.project.Rename) }},
			shell.Command{ID: "versions", Label: "Earlier versions…", Needs: project, Run: w.showVersions,
				State: func() shell.State { return shell.State{Disabled: !w.project.HasVersions()} }},
			shell.Command{ID: "save-role", Label: "Save as role…", Needs: project, Run: w.saveRole},
		),
		group("File",
			shell.Command{ID: "export-pdf", Label: "Export PDF…", Keys: key(fyne.KeyE, shell.Mod), Needs: project, Run: func() { w.exporter.Export(exchange.Default()) }},
			shell.Command{ID: "export", Label: "Export as…", Keys: key(fyne.KeyE, shell.Mod|shell.Shift), Needs: project, Run: w.exporter.Choose},
			shell.Command{ID: "embed", Label: "Embed editable data in PDFs", Run: w.toggleEmbed, State: func() shell.State { return shell.State{Checked: w.prefs.Embed()} }},
			shell.Command{ID: "print", Label: "Print…", Keys: key(fyne.KeyP, shell.Mod), Needs: project, Run: w.exporter.Print},
		),
		group("File",
			shell.Command{ID: "preferences", Label: "Preferences…", Keys: key(fyne.KeyComma, shell.Mod), Needs: free, Run: w.showPreferences},
		),
		group("File",
			shell.Command{ID: "close", Label: "Close", Keys: key(fyne.KeyW, shell.Mod), Needs: free, Run: w.close},
			shell.Command{ID: "quit", Label: "Quit", Keys: key(fyne.KeyQ, shell.Mod), Run: w.quit},
		),
		group("Edit",
			shell.Command{ID: "undo", Label: "Undo", Keys: key(fyne.KeyZ, shell.Mod), Needs: free, State: stepState("Undo", w.nextUndo), Run: w.undo},
			shell.Command{ID: "redo", Label: "Redo", Keys: key(fyne.KeyZ, shell.Mod|shell.Shift), Needs: free, State: stepState("Redo", w.nextRedo), Run: w.redo},
		),
		group("Edit",
			shell.Command{ID: "cut", Label: "Cut", Run: func() { w.shell.Send(&fyne.ShortcutCut{Clipboard: w.fyne.Clipboard()}) }},
			shell.Command{ID: "copy", Label: "Copy", Run: func() { w.shell.Send(&fyne.ShortcutCopy{Clipboard: w.fyne.Clipboard()}) }},
			shell.Command{ID: "paste", Label: "Paste", Run: func() { w.shell.Send(&fyne.ShortcutPaste{Clipboard: w.fyne.Clipboard()}) }},
		),
		group("Edit",
			shell.Command{ID: "copy-section", Label: "Copy section for a form", Keys: key(fyne.KeyC, shell.Mod|shell.Shift), Needs: project,
				Run: func() { w.exporter.CopySection(p.editor.Section()) }},
		),
		group("Edit",
			w.formatCommand("bold", "Bold", fyne.KeyB), w.formatCommand("italic", "Italic", fyne.KeyI), w.formatCommand("link", "Link", fyne.KeyK),
		),
		group("Edit",
			shell.Command{ID: "external-editor", Label: "Edit in external editor", Needs: project, Run: p.editor.EditOutside},
		),
		group("Edit",
			shell.Command{ID: "find", Label: "Find", Keys: key(fyne.KeyF, shell.Mod), Needs: project, Run: func() { w.find(false) }},
			shell.Command{ID: "find-next", Label: "Find next", Keys: key(fyne.KeyF3, 0), Needs: project, Run: func() { w.findStep(1) }},
			shell.Command{ID: "find-previous", Label: "Find previous", Keys: key(fyne.KeyF3, shell.Shift), Needs: project, Run: func() { w.findStep(-1) }},
			shell.Command{ID: "replace", Label: "Find and replace", Keys: replaceKeys(runtime.GOOS), Needs: project, Run: func() { w.find(true) }},
		),
		group("Edit",
			shell.Command{ID: "next-unsure", Label: "Import: next field to check", Keys: key(fyne.KeyF4, 0), Needs: free, State: w.reviewState, Run: func() { w.importer.Step(1) }},
			shell.Command{ID: "previous-unsure", Label: "Import: previous field to check", Keys: key(fyne.KeyF4, shell.Shift), Needs: free, State: w.reviewState, Run: func() { w.importer.Step(-1) }},
			shell.Command{ID: "left-over", Label: "Import: left over", Keys: key(fyne.KeyF6, 0), Needs: free, State: w.reviewState, Run: w.importer.ShowLeft},
			shell.Command{ID: "finish-import", Label: "Import: finish", Keys: key(fyne.KeyReturn, shell.Mod|shell.Shift), Needs: free, State: w.reviewState, Run: w.importer.Finish},
		),
		group("Entry",
			shell.Command{ID: "add-entry", Label: "Add entry", Keys: key(fyne.KeyReturn, shell.Mod), Needs: project, Run: p.editor.AddItem},
			shell.Command{ID: "duplicate", Label: "Duplicate", Keys: key(fyne.KeyD, shell.Mod), Needs: project, Run: p.editor.Duplicate},
			shell.Command{ID: "hide", Label: "Hide or show", Keys: key(fyne.KeyH, shell.Mod|shell.Shift), Needs: project, Run: p.editor.ToggleHidden},
			shell.Command{ID: "delete", Label: "Delete", Keys: key(fyne.KeyBackspace, shell.Mod|shell.Shift), Needs: project, Run: p.editor.Delete},
		),
		group("Entry",
			shell.Command{ID: "move-up", Label: "Move up", Keys: key(fyne.KeyUp, shell.Alt), Needs: project, Run: func() { w.moveFocused(-1) }},
			shell.Command{ID: "move-down", Label: "Move down", Keys: key(fyne.KeyDown, shell.Alt), Needs: project, Run: func() { w.moveFocused(1) }},
			shell.Command{ID: "move-entry-up", Label: "Move entry up", Keys: key(fyne.KeyUp, shell.Alt|shell.Shift), Needs: project, Run: func() { p.editor.MoveItem(-1) }},
			shell.Command{ID: "move-entry-down", Label: "Move entry down", Keys: key(fyne.KeyDown, shell.Alt|shell.Shift), Needs: project, Run: func() { p.editor.MoveItem(1) }},
		),
		group("Entry",
			shell.Command{ID: "rename-section", Label: "Rename section", Keys: key(fyne.KeyF2, 0), Needs: project, Run: func() { w.renameSection(p.editor.Section()) },
				State: func() shell.State { return shell.State{Disabled: p.editor.Section() == resume.ContactKey} }},
			shell.Command{ID: "next-section", Label: "Next section", Keys: key(fyne.KeyPageDown, shell.Mod), Needs: project, Run: func() { p.rail.Step(1) }},
			shell.Command{ID: "previous-section", Label: "Previous section", Keys: key(fyne.KeyPageUp, shell.Mod), Needs: project, Run: func() { p.rail.Step(-1) }},
		),
	}
	after := []shell.Group{
		group("View",
			shell.Command{ID: "write", Label: "Write", Keys: key(fyne.Key1, shell.Mod), Needs: project, State: w.modeState(w.screens.write), Run: func() { w.show(w.screens.write) }},
			shell.Command{ID: "design", Label: "Design", Keys: key(fyne.Key2, shell.Mod), Needs: project, State: w.modeState(w.screens.design), Run: func() { w.show(w.screens.design) }},
			shell.Command{ID: "tailor", Label: "Tailor", Keys: key(fyne.Key3, shell.Mod), Needs: project, State: w.modeState(w.tailor.mode), Run: func() { w.show(w.tailor.mode) }},
			shell.Command{ID: "prepare", Label: "Prepare", Keys: key(fyne.Key4, shell.Mod), Needs: project, State: w.modeState(w.prepare.mode), Run: func() { w.show(w.prepare.mode) }},
			shell.Command{ID: "applications", Label: "Applications", Keys: key(fyne.KeyA, shell.Mod|shell.Shift), Needs: project, State: w.modeState(w.screens.applications), Run: func() { w.leadTo(w.screens.applications) }},
			shell.Command{ID: "switch-mode", Label: "Next mode", Keys: key(fyne.KeyF8, 0), Needs: project, Run: w.nextMode},
		),
		group("View",
			shell.Command{ID: "sections", Label: "Sections", Keys: key(fyne.KeyF7, 0), Needs: project, State: w.columnState(columnRail), Run: func() { w.toggleColumn(columnRail) }},
			shell.Command{ID: "page", Label: "Page", Keys: key(fyne.KeyF9, 0), Needs: project, State: w.columnState(columnPage), Run: func() { w.toggleColumn(columnPage) }},
			shell.Command{ID: "score", Label: "Score and guide", Keys: key(fyne.KeyF10, 0), Needs: project, State: w.columnState(columnScore), Run: func() { w.toggleColumn(columnScore) }},
			shell.Command{ID: "show-score", Label: "What to change", Needs: project, Run: w.showScore},
		),
		group("View",
			shell.Command{ID: "zoom-in", Label: "Zoom in", Keys: key(fyne.KeyEqual, shell.Mod), Needs: project, Run: p.preview.ZoomIn},
			shell.Command{ID: "zoom-out", Label: "Zoom out", Keys: key(fyne.KeyMinus, shell.Mod), Needs: project, Run: p.preview.ZoomOut},
			shell.Command{ID: "actual-size", Label: "Actual size", Keys: key(fyne.Key0, shell.Mod), Needs: project, Run: p.preview.ActualSize},
			shell.Command{ID: "fit-width", Label: "Fit width", Keys: key(fyne.Key8, shell.Mod), Needs: project, Run: p.preview.FitWidth},
			shell.Command{ID: "fit-page", Label: "Fit page", Keys: key(fyne.Key9, shell.Mod), Needs: project, Run: p.preview.FitPage},
		),
		group("View",
			shell.Command{ID: "page-numbers", Label: "Page numbers (from page 2)", Needs: project, Run: w.toggleNumbers,
				State: func() shell.State { return shell.State{Checked: w.session.Now().Resume.Meta.Numbers} }},
			shell.Command{ID: "language", Label: "Language of the resume", Needs: project, Choices: w.languageCommands},
		),
		group("View",
			w.themeCommand("light", "Light", widgets.Light), w.themeCommand("dark", "Dark", widgets.Dark), w.themeCommand("system-theme", "Use system theme", widgets.FollowSystem),
		),
		group("Tools",
			shell.Command{ID: "ats-check", Label: "ATS check…", Keys: key(fyne.KeyR, shell.Mod), Needs: project, Run: w.ats.Project},
			shell.Command{ID: "ats-other", Label: "ATS check of another PDF…", Needs: free, Run: w.ats.Other},
		),
		group("Tools",
			shell.Command{ID: "letter", Label: "Cover letter", Keys: key(fyne.KeyL, shell.Mod), Needs: project, State: w.modeState(w.screens.letter), Run: w.showLetter},
		),
		group("Tools",
			shell.Command{ID: "practice", Label: "Practice interview questions", Needs: project, Run: w.practice},
			shell.Command{ID: "brief", Label: "Interview brief…", Needs: project, Run: w.printPrep(true)},
			shell.Command{ID: "questions", Label: "List of interview questions…", Needs: project, Run: w.printPrep(false)},
		),
		group("Tools",
			shell.Command{ID: "dictionary", Label: "Custom dictionary…", Needs: free, Run: func() { w.dictionary().Edit() }},
		),
		group("Tools",
			shell.Command{ID: "import-applications", Label: "Import applications…", Needs: project, Run: w.showApplications(func() { w.panes.applications.Import() })},
			shell.Command{ID: "export-applications", Label: "Export applications…", Needs: project, Run: w.showApplications(func() { w.panes.applications.Export() }),
				State: func() shell.State {
					return shell.State{Disabled: w.session.Now().Project.ListLen(application.Address) == 0}
				}},
			shell.Command{ID: "facts", Label: "Facts for forms…", Needs: project, Run: func() { w.panes.applications.EditFacts() }},
		),
		group("Help",
			shell.Command{ID: "keys", Label: "Keyboard shortcuts", Keys: key(fyne.KeyF1, 0), Needs: free, Run: func() { help.ShowKeys(w.shell) }},
			shell.Command{ID: "palette", Label: "Find a command…", Keys: key(fyne.KeyP, shell.Mod|shell.Shift), Needs: free, Run: w.shell.ShowPalette},
			shell.Command{ID: "import-help", Label: "Bringing in a resume", Needs: free, Run: func() { help.ShowImport(w.shell, exchange.ReaderNames()) }},
			shell.Command{ID: "tailor-help", Label: "Tailoring to a job", Needs: free, Run: func() { help.ShowTailor(w.shell) }},
			shell.Command{ID: "prepare-help", Label: "Preparing for an interview", Needs: free, Run: func() { help.ShowPrepare(w.shell) }},
			shell.Command{ID: "variants-help", Label: "Variants", Needs: free, Run: func() { help.ShowVariants(w.shell) }},
			shell.Command{ID: "score-help", Label: "What the score means", Needs: free, Run: func() { help.ShowScore(w.shell) }},
		),
		group("Help",
			shell.Command{ID: "about", Label: "About ResuMax", Needs: free, Run: func() { help.ShowAbout(w.shell, w.version) }},
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
		return shell.State{Label: name + " " + shell.LowerFirst(step)}
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
	w.session.Edit("Page numbers", "", func(d resume.Document) (resume.Document, error) { return d.SetNumbers(on) })
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

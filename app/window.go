package app

import (
	"errors"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"resumax/app/appearance"
	"resumax/app/atsview"
	"resumax/app/banner"
	"resumax/app/exporting"
	"resumax/app/importer"
	"resumax/app/library"
	"resumax/app/matching"
	"resumax/app/picker"
	"resumax/app/preferences"
	"resumax/app/project"
	"resumax/app/recovery"
	"resumax/app/scoring"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/app/typesetting"
	"resumax/exchange/pdftext"
	"resumax/job/application"
	"resumax/resume"
	"resumax/storage/userdata"
)

// environment is what a window needs from outside. Tests replace it.
type environment struct {
	version string
	clock   func() time.Time
	desktop appearance.Desktop // what the desktop prefers
	ready   func()             // called when the first screen is complete; nil for nothing
	welcome bool               // new users are shown the tour, and what is new after an update
	changes string             // CHANGELOG.md
	threads session.Threads
	trace   string                     // the file to write the trace to, "" for none
	reader  importer.Reader            // nil for PDFium
	text    func() importer.Recognizer // finds what recognizes the text in pictures; nil for nothing
	home    userdata.Folder
	stores  project.Stores    // what keeps work from getting lost
	prefs   preferences.Store // Fyne's where it is not set
}

// window composes the application: the services that follow the session, the panes,
// and the screens that show them. It has no state of its own.
type window struct {
	environment
	fyne    fyne.App
	shell   *shell.Shell
	session *session.Session
	picker  picker.Picker
	services
	panes   panes
	screens screens
	tailor  tailoring
	prepare prepareMode
	help    helping
}

// services follow the session, and are no panes.
type services struct {
	library  *library.Library
	setup    *typesetting.Setup
	project  *project.Project
	scoring  *scoring.Scoring
	history  *scoring.History
	exporter *exporting.Exporter
	ats      *atsview.Check
	importer *importer.Importer
	matching *matching.Matching
	variants variantView
}

func newWindow(a fyne.App, env environment) *window {
	w := &window{environment: env, fyne: a}
	if !w.prefs.IsSet() {
		w.prefs = preferences.New(a.Preferences())
	}
	w.applyTheme()
	post := env.threads.Post
	env.threads.Post = func(f func()) { post(func() { w.shell.KeepFocus(f) }) } // results replace what is shown
	w.threads = env.threads
	w.shell = shell.New(a, "ResuMax", env.threads, trace.Open(env.trace))
	w.session = session.New(env.clock)
	w.session.OnRecall(w.prefs.LastShown)
	w.picker = picker.New(w.shell.Window)
	w.library = library.Open(env.home, w.notify)
	w.library.OnChange = w.libraryChanged
	w.setup = typesetting.New(w.library.Designs)
	w.history = scoring.OpenHistory(env.home, env.threads, env.clock, w.notify)
	if w.reader == nil {
		w.reader = pdfReader{&pdftext.Reader{Cache: userdata.PDFiumCode()}} // whose compiled code is cached between runs
	}
	w.buildProject()
	w.buildScoring()
	w.buildMatching()
	w.buildExports()
	w.buildImporter()
	w.buildPanes()
	w.buildTailor()
	w.buildPrepare()
	w.buildApplications()
	w.buildVariants()
	w.buildScreens()
	w.buildHeader()
	w.shell.Commands.ProjectOpen = w.editing
	w.shell.Commands.Set(w.commands())
	w.shell.Places = w.places
	w.route()
	w.follow()

	win := w.shell.Window
	win.SetMaster()
	w.placeWindow()
	win.SetCloseIntercept(w.quit)
	win.SetOnDropped(w.dropped)
	win.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.shell.Commands.Run("redo") })
	win.Canvas().AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { // where no field has the focus
		if w.tailor.on() && w.shell.Free() {
			w.tailor.pane.Paste()
		}
	})
	return w
}

// notify shows an error with the user's own files as a toast.
func (w *window) notify(err error) { w.shell.Toaster.Show(shell.Sentence(err.Error()), "", nil) }

// editing reports whether a mode of the open project is on top.
func (w *window) editing() bool {
	_, ok := w.shell.Screens.Top().(shell.Mode)
	return ok
}

func (w *window) buildProject() {
	w.project = project.New(w.session, project.Services{
		Shell:  w.shell,
		Stores: w.stores,
		Clock:  w.clock,
		Prefs:  w.prefs,
		Picker: func() picker.Picker { return w.picker },
		Opened: func(problems []resume.Problem, readOnly bool) {
			from := banner.Project
			if readOnly {
				from = banner.ReadOnly
			}
			w.opened(problems, from)
		},
		Imported: func(problems []resume.Problem) { w.opened(problems, banner.Import) },
		Closed: func() {
			w.panes.start.SetBack("", nil)
			w.panes.gallery.Clear()
			w.shell.Screens.Reset(w.screens.start)
		},
		Failed:   w.openFailed,
		Recents:  func() { w.shell.Commands.Refresh() },
		NotSaved: func() { w.showSaved() },
		Renamed:  w.renamed,
		Moved:    func(from, to string) { w.history.Move(from, to) },
		Conflict: w.askConflict,
		Foreign: project.Foreign{
			Files:  importer.Files(),
			Import: func(path string, then func()) { w.importer.Open(path, then) },
			Leave:  func(next func()) { w.importer.Leave(next) },
		},
		DeletedNotice: recovery.DeletedNotice,
	})
}

// settleTime bounds how long the window stands still when a project is opened, so that it
// is shown with its page and score. A resume of two pages takes some tens of milliseconds.
const settleTime = time.Second

// opened shows a project that has just been opened.
func (w *window) opened(problems []resume.Problem, from banner.Origin) {
	w.panes.editor.Show(resume.ContactKey)
	w.panes.banner.Show(problems, from)
	w.panes.sidebar.ShowScore()
	w.shell.Screens.Reset(w.screens.write)
	w.panes.editor.Focus()
	w.settle()
	w.offerTour()
	w.appear()
}

// settle waits for score and page.
func (w *window) settle() {
	if !w.scoring.Current() { // else it was quick
		w.shell.Header.HideScore()
	}
	w.scoring.Settle(settleTime)
	w.panes.preview.Settle(settleTime)
}

// appear shows the window, if it is not yet shown: its first screen is complete.
func (w *window) appear() {
	if w.ready != nil {
		w.ready()
		w.ready = nil
		w.sayUpdated()
	}
}

// showStart shows the start screen in place of all others.
func (w *window) showStart() {
	w.shell.Screens.Reset(w.screens.start)
	w.appear()
}

// openFailed updates the recent files, and shows the start screen if nothing is shown
// yet.
func (w *window) openFailed() {
	w.panes.start.Refresh()
	if w.shell.Screens.Top() == nil {
		w.showStart()
	}
	w.appear()
}

func (w *window) buildExports() {
	chosen := func() picker.Picker { return w.picker }
	w.exporter = exporting.New(exporting.Services{Shell: w.shell, Session: w.session, Picker: chosen, Options: w.setup.Options,
		Name: w.exportName, Folder: w.project.Folder, Embed: w.prefs.Embed, SetEmbed: w.setEmbed,
		Sent: func(path string, now session.Snapshot) (func(), bool) {
			return w.panes.applications.MarkSent(path, now)
		}, Blocked: w.blocked, ShowClaim: w.showClaim})
	w.ats = atsview.New(w.reader, atsview.Services{Shell: w.shell, Session: w.session, Picker: chosen, Options: w.setup.Options,
		Name: w.project.Name, Folder: w.project.Folder})
}

func (w *window) buildImporter() {
	w.importer = importer.New(importer.Services{
		Shell:  w.shell,
		Reader: w.reader,
		Picker: func() picker.Picker { return w.picker },
		Folder: w.project.Folder,
		Begin: func() {
			if w.shell.Screens.Top() == nil {
				w.shell.Screens.Reset(w.screens.start)
			}
		},
		Failed: w.openFailed,
		Shown:  w.appear,
		Start: func(path string, d resume.Document, problems []resume.Problem, then func()) {
			w.project.Start(project.Imported{Path: path, Document: w.dressed(d), Problems: problems}, then)
		},
		Reveal:     func(at resume.Address) { w.shell.Router.Go(at) },
		Clipboard:  w.fyne.Clipboard().SetContent,
		Recognizer: w.text,
	})
}

func (w *window) buildHeader() {
	h := w.shell.Header
	h.SetModes(func(m shell.Mode) { w.shell.Screens.Reset(m) }, w.screens.write, w.screens.design, w.tailor.mode, w.prepare.mode)
	h.SetHistory(func() { w.shell.Commands.Run("undo") }, func() { w.shell.Commands.Run("redo") })
	h.OnScore = func() { w.shell.Commands.Run("show-score") }
	h.OnProject = func(at fyne.Position) {
		w.shell.PopUp(at, "save", "save-as", "rename", "", "open", "recent", "", "close")
	}
	h.OnExport = func(at fyne.Position) { w.shell.PopUp(at, "export-pdf", "export", "embed", "", "print") }
}

// route says which screen shows an address.
func (w *window) route() {
	r := &w.shell.Router
	r.Handle(resume.Root, func(a resume.Address) {
		if w.tailor.on() {
			w.tailor.reveal(a)
			return
		}
		w.show(w.screens.write)
		w.panes.editor.Reveal(a)
	})
	r.Handle(application.Address, func(a resume.Address) {
		w.show(w.screens.applications)
		w.panes.applications.Reveal(a)
	})
	for _, letters := range []string{resume.MetaLetters, resume.MetaEmployers} {
		r.Handle(resume.MetaAddress(letters), func(a resume.Address) {
			w.showLetter()
			w.panes.letter.Reveal(a)
		})
	}
	r.Handle(resume.Settings, func(resume.Address) {}) // settings of the whole resume have no field to show
	r.Handle(resume.MetaAddress(resume.MetaSettings), func(a resume.Address) {
		w.show(w.screens.design)
		w.panes.designer.Reveal(a)
	})
	r.Handle(resume.MetaAddress(resume.MetaPrep), func(a resume.Address) {
		w.show(w.prepare.mode)
		w.prepare.pane.Reveal(a)
	})
	r.Handle(resume.MetaAddress(resume.MetaPostings), func(resume.Address) { w.show(w.tailor.mode) })
	w.session.OnReveal(func(a resume.Address) { r.Go(a) })
}

// show brings a screen to the top, in place of all others.
func (w *window) show(s shell.Screen) {
	if w.shell.Screens.Top() != s {
		w.shell.Screens.Reset(s)
	}
}

// follow keeps title, header, menus and trace in step with the session.
func (w *window) follow() {
	log := w.shell.Trace
	name := func() {
		w.shell.Retitle()
		w.shell.Header.ShowProject(w.project.Name())
		w.followVariant()
		w.showSaved()
	}
	w.session.OnFile(func(f session.File) {
		name()
		w.keepScore()
		log.Write("file", trace.Members{"path": f.Path, "dirty": f.Dirty})
	})
	w.session.OnChange(func(session.Snapshot) {
		w.shell.Header.ShowHistory(w.session.NextUndo(), w.session.NextRedo())
		name()
		w.shell.Commands.Refresh()
	})
	w.session.OnProblem(func(p session.Problem) { w.shell.Toaster.Show(problemText(p), "", nil) })
	w.session.OnFocus(func(a resume.Address) { log.Write("focus", trace.Members{"address": string(a)}) })
}

// renamed shows the project's new name.
func (w *window) renamed() {
	w.shell.Retitle()
	w.shell.Header.ShowProject(w.project.Name())
}

// showSaved shows in the header whether the project is saved.
func (w *window) showSaved() {
	f := w.session.File()
	switch {
	case f.ReadOnly:
		w.shell.Header.ShowSaved(tr.T("window.read-only", "Read-only"), false)
	case f.Path == "":
		w.shell.Header.ShowSaved(tr.T("window.not-saved-yet", "Not saved yet"), false)
	case f.Dirty && w.project.NotSaved() != "":
		w.shell.Header.ShowSaved(tr.T("window.not-saved", "Not saved"), true)
	case f.Dirty:
		w.shell.Header.ShowSaved(tr.T("window.edited", "Edited"), false)
	default:
		w.shell.Header.ShowSaved(tr.T("window.saved", "Saved"), false)
	}
}

// problemText says why an edit failed.
func problemText(p session.Problem) string {
	if errors.Is(p.Err, session.ErrReadOnly) {
		return tr.T("window.a-newer-version-wrote-this", "This file is read-only because a newer version of ResuMax wrote it. Update ResuMax to edit it.")
	}
	return tr.T("window.could-not-apply", "Couldn't apply “{{.Step}}”: {{.Error}}", tr.With{"Step": tr.Word(p.Step), "Error": p.Err})
}

// quit closes the window once unsaved work is saved or discarded.
func (w *window) quit() {
	if !w.shell.Free() {
		return
	}
	w.panes.editor.EndOutside()
	w.project.WhenSaved(func() {
		w.keepPlace()
		w.keepZoom()
		w.project.End()
		w.shell.Window.SetCloseIntercept(nil)
		w.shell.Window.Close()
	})
}

// dropped opens a file that was dropped on the window.
func (w *window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, filepath.FromSlash(u.Path()))
		}
	}
	w.handed(paths)
}

// handed opens a file that another program has handed over; of several it asks which.
func (w *window) handed(paths []string) {
	switch {
	case len(paths) == 0 || !w.shell.Free():
	case w.droppedPosting(paths), w.droppedTable(paths):
	case len(paths) == 1:
		w.project.Open(paths[0])
	default:
		var names []shell.Option
		for _, path := range paths {
			names = append(names, shell.Option{Title: filepath.Base(path)})
		}
		w.shell.Choose(tr.T("window.open-which-of-these", "Open which of these files?"), tr.T("window.search-files", "Search files"), names, func(i int) { w.project.Open(paths[i]) })
	}
}

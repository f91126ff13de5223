// Package app is the desktop application: one window on one project, its panes,
// menus, shortcuts and dialogs. Panes edit the [session.Session] and follow it;
// this package puts them together and speaks to the system around them: files,
// printers, preferences.
package app

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"resumax/app/designer"
	"resumax/app/editor"
	"resumax/app/gallery"
	"resumax/app/picker"
	"resumax/app/preview"
	"resumax/app/session"
	"resumax/app/sidebar"
	"resumax/app/start"
	"resumax/assets"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/file"
	"resumax/storage/userdata"
	"resumax/widgets"
)

// ID is the application's name in reverse-domain form: preferences are kept
// under it.
const ID = "io.github.resumax.ResuMax"

// Main opens the editor, on the file path unless it is "", and returns the
// process's exit code when its window is closed. Version is shown in the about
// box.
func Main(path, version string) int {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	go role.All() // while the window's driver starts
	a := fyneapp.NewWithID(ID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	w := newWindow(a, surroundings{version: version, clock: time.Now, home: userdata.Home(), trace: os.Getenv("RESUMAX_TRACE"),
		threads: session.Threads{Async: func(f func()) { go f() }, Post: fyne.Do}})
	if path != "" {
		w.open(path)
	}
	w.tracePlaces()
	w.win.Show()
	if path == "" {
		w.start.Paint(w.win.Canvas().Scale())
		w.win.Canvas().Focus(w.gallery.Search())
	}
	time.AfterFunc(settled, debug.FreeOSMemory)
	stopped := takeStopped(a)
	a.Run()
	stopped()
	w.dropPrinted()
	return 0
}

// settled is when all is read that a start reads: dictionaries, terms, roles and
// fonts. What that took beyond what is kept goes back to the system then.
const settled = 3 * time.Second

// gcPercent is how much garbage may stand beside what is in use, in hundredths of
// it. Most of what is in use are fonts and pictures, which stay; a keystroke
// makes little garbage. So half of Go's own choice saves some ten megabytes and
// is not felt.
const gcPercent = 50

// takeStopped takes from Fyne what it does when the application stops, which is
// to save the preferences; it is to be called after Run. Fyne 2.8.1 queues it
// while it closes the queue. Sometimes that loses it, and Run never returns.
func takeStopped(a fyne.App) func() {
	l, ok := a.Lifecycle().(interface {
		OnStopped() func()
		SetOnStoppedHookExecuted(func())
	})
	if !ok || l.OnStopped() == nil {
		return func() {}
	}
	stopped := l.OnStopped()
	l.SetOnStoppedHookExecuted(nil)
	return stopped
}

// window is the application's one window with everything in it.
type window struct {
	surroundings
	fyne  fyne.App
	win   fyne.Window
	prefs preferences
	trace *trace

	session *session.Session
	file    *file.File // as it was loaded or saved last; nil for a new project
	scorer  *session.Worker[session.Snapshot, judged]
	last    judged // the newest report, which is shown
	course  course

	stage    *widgets.Stage
	toaster  *widgets.Toaster
	progress progress
	picker   picker.Picker
	menus    *menus
	start    *start.Start
	gallery  *gallery.Gallery
	rolePage *gallery.Page
	desk     fyne.CanvasObject // what is shown while a project is open
	panes    *widgets.Panes
	rail     *rail
	banner   *banner
	editor   *editor.Editor
	designer *designer.Designer // in the place of the editor, where it is shown
	preview  *preview.Preview
	sidebar  *sidebar.Sidebar

	designs    design.List
	roles      role.List
	own        atomic.Pointer[own] // what the scorer's goroutine reads by
	faults     []error             // of the user's own designs that cannot be read
	roleFaults []error

	pdfs        pdfReader
	readerTimer *time.Timer // closes it

	behind  bool // a resume is open behind the roles
	wanted  folding
	printed []string // folders of files sent to a printer
	busy    bool     // a dialog of the system is open

	photoRef   string // what photo was read for
	photo      []byte
	photoError error
}

// surroundings are what a window needs of the world; a test hands in others.
type surroundings struct {
	version string
	clock   func() time.Time
	threads session.Threads
	trace   string    // the file to write the trace to, "" for none
	reader  pdfReader // nil for PDFium
	home    userdata.Folder
}

func newWindow(a fyne.App, s surroundings) *window {
	w := &window{fyne: a, win: a.NewWindow("ResuMax"), surroundings: s, prefs: preferences{a.Preferences()}}
	w.trace = openTrace(s.trace)
	if w.pdfs = s.reader; w.pdfs == nil {
		w.pdfs = newPDFReader()
	}
	w.progress = progress{w}
	w.designs, w.faults = w.home.Designs()
	a.Settings().SetTheme(widgets.NewTheme(w.prefs.theme()))

	w.roles, w.roleFaults = w.home.Roles()

	w.session = session.New(s.clock)
	w.picker = picker.New(w.win)
	w.scorer = newScorer(w)
	w.buildPanes()
	w.menus = newMenus(w)
	w.win.SetMainMenu(w.menus.main)
	w.buildStart()
	w.stage = widgets.NewStage(w.start.Object())
	w.toaster = widgets.NewToaster(w.stage)
	w.win.SetContent(w.stage)
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.Resize(w.prefs.size())
	w.win.SetCloseIntercept(w.askClose)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { w.functionKey(k) })
	w.win.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.menus.open(func() { w.session.Redo() })() })
	w.follow()
	w.loadOwn()
	w.newCourse()
	return w
}

// follow keeps the window's title, menus and trace true to the session.
func (w *window) follow() {
	w.session.OnFile(func(f session.File) {
		w.showTitle()
		w.keepScore()
		w.trace.write("file", map[string]any{"path": f.Path, "dirty": f.Dirty})
	})
	w.session.OnChange(func(s session.Snapshot) {
		w.scorer.Submit(s)
		w.menus.refresh()
	})
	w.session.OnProblem(func(text string) { w.toaster.Show(text, "", nil) })
	w.session.OnFocus(func(a resume.Address) {
		w.trace.write("focus", map[string]any{"address": string(a)})
	})
}

func (w *window) showTitle() {
	if !w.isOpen() {
		w.win.SetTitle("ResuMax")
		return
	}
	mark := ""
	if w.session.File().Dirty {
		mark = "• "
	}
	w.win.SetTitle(fmt.Sprintf("%s%s – ResuMax", mark, w.projectName()))
}

// Package app is the desktop application: one window on one project, its panes,
// menus, shortcuts and dialogs. Panes edit the [session.Session] and follow it; this
// package composes them with files, printers and preferences.
package app

import (
	"fmt"
	"maps"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"resumax/app/appearance"
	"resumax/app/importer"
	"resumax/app/opened"
	"resumax/app/preferences"
	"resumax/app/project"
	"resumax/app/session"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/app/windowing"
	"resumax/assets"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/userdata"
	"resumax/widgets"
)

// ID is the application's name in reverse-domain form: preferences are kept
// under it.
const ID = "io.github.resumax.ResuMax"

// Main opens the editor, on the first of the files if there is one, and returns the
// process's exit code when its window is closed. Each of the other files gets a window
// of its own. Version is shown in the about box, and changes, the changelog, in What's
// new. Unless own is true, a window that is open already is given the first file, and this
// process ends.
func Main(files []string, version, changes string, own bool) int {
	path := ""
	if len(files) > 0 {
		path = files[0]
		for _, other := range files[1:] {
			if err := openElsewhere(other); err != nil {
				fmt.Fprintln(os.Stderr, "resumax:", other, "is not opened:", err)
			}
		}
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	stores := project.HomeStores()
	if path != "" && stores.Join(path) {
		return 0
	}
	warn := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, "resumax:", err)
		}
	}
	warn(preferences.Repair(preferences.File(ID)))
	kept := preferences.OpenDisk(preferences.Home(), preferences.File(ID), warn)
	prefs := preferences.New(kept)
	first := newFirstWindow()
	if own || prefs.OwnWindows() {
		_ = first.take() // another one is left in its place
	} else if first.handOver(path) {
		return 0
	}
	answers := appearance.Follow()
	go role.All() // while the window's driver starts
	a := fyneapp.NewWithID(ID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	warn(tr.Use(prefs.Language()))
	desktop, follow := followDesktop(answers, prefs)
	rest := windowing.NewRest(idler())
	w := newWindow(a, environment{version: version, changes: changes, welcome: true, clock: time.Now, desktop: desktop, home: userdata.Home(), stores: stores, prefs: prefs, trace: os.Getenv("RESUMAX_TRACE"), text: importer.FindTesseract,
		threads: session.Threads{Async: func(f func()) { go f() }, Post: rest.Post}})
	w.traceFields()
	follow(w)
	w.ready = w.showWindow
	time.AfterFunc(startTime, func() { fyne.Do(w.appear) })
	w.start(path)
	opened.Follow(func(paths []string) { fyne.Do(func() { w.handed(paths) }) })
	returnMemory()
	first.follow(w)
	keepFynesPreferences(a)
	a.Lifecycle().SetOnStarted(rest.Start)
	a.Run()
	first.claim.Release()
	rest.End()
	warn(w.project.Flush()) // ended from outside, such as by the end of the session
	warn(kept.Flush())
	w.exporter.RemovePrinted()
	return 0
}

// startTime is how long a start may take before the window is shown without its first
// screen, as when the file is on a slow disk.
const startTime = 700 * time.Millisecond

// keepFynesPreferences removes the hook with which Fyne saves its preferences when the
// application stops: ours are in a file of their own, and Fyne truncates its file before it
// writes, which another process that starts at that moment complains about. Also, Fyne 2.8.1
// queues the hook while it closes the queue, which sometimes loses it, and then Run never
// returns.
func keepFynesPreferences(a fyne.App) {
	if l, ok := a.Lifecycle().(interface{ SetOnStoppedHookExecuted(func()) }); ok {
		l.SetOnStoppedHookExecuted(nil)
	}
}

// traceFields writes the positions of the fields to the trace, for tests that click
// on them, how many dialogs and menus are open, the control that has the focus, and how many
// goroutines there are. Fyne does not report layouts, so it polls, and writes what has
// changed.
func (w *window) traceFields() {
	if w.shell.Trace == nil {
		return
	}
	ticker := time.NewTicker(100 * time.Millisecond)
	w.shell.Window.SetOnClosed(ticker.Stop)
	go func() {
		var told map[resume.Address][4]float32
		var toldOver, toldGoroutines int
		var toldFocus fyne.Focusable
		for range ticker.C {
			if n := runtime.NumGoroutine(); n != toldGoroutines {
				toldGoroutines = n
				w.shell.Trace.Write("goroutines", trace.Members{"value": n})
			}
			fyne.Do(func() {
				places, over := w.panes.editor.Places(), len(w.canvas().Overlays().List())
				if over != toldOver || !maps.Equal(places, told) {
					told, toldOver = places, over
					w.shell.Trace.Write("fields", trace.Members{"places": places, "scale": w.canvas().Scale(), "over": over})
				}
				if focused := w.canvas().Focused(); focused != toldFocus {
					toldFocus = focused
					w.shell.Trace.Write("control", trace.Members{"what": w.controlName(focused)})
				}
			})
		}
	}()
}

// controlName names a control in the trace: a field by its address, another one by its
// label.
func (w *window) controlName(f fyne.Focusable) string {
	switch f := f.(type) {
	case interface{ AccessibilityLabel() string }:
		return f.AccessibilityLabel()
	case *widgets.TextField:
		return string(w.session.Focus())
	case nil:
		return ""
	}
	return fmt.Sprintf("%T", f)
}

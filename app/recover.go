package app

import (
	"fmt"
	"os"
	"path/filepath"

	"resumax/app/project"
	"resumax/app/recovery"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/storage/file"
	"resumax/storage/journal"
)

// start shows the file path, or the start screen for "", once the user has decided
// about unsaved work of the last run.
func (w *window) start(path string) {
	open := func() {
		if path != "" {
			w.project.Open(path)
			return
		}
		if !w.project.IsOpen() {
			w.showStart()
		}
	}
	if w.stores == (project.Stores{}) {
		open()
		return
	}
	w.threads.Async(func() {
		crashed := w.stores.Crashes.Take(w.clock())
		if err := w.stores.Crashes.Record(w.version); err != nil {
			fmt.Fprintln(os.Stderr, "resumax:", err)
		}
		torn := file.Recover(w.clock())
		left, faults := w.stores.Journals.Recover(w.clock())
		w.threads.Post(func() {
			w.offerRecovered(left, open)
			for _, err := range faults {
				w.notify(err)
			}
			w.sayCompleted(torn)
			if crashed != "" {
				w.shell.Toaster.Show(tr.T("recover.resumax-crashed-the-last", "ResuMax crashed the last time it ran."), tr.T("recover.show-report", "Show report"), func() { recovery.ShowCrash(w.shell, crashed) })
			}
		})
		w.stores.Versions.Prune(w.clock())
	})
}

// offerRecovered offers unsaved work of windows that ended without saving, and then
// opens what was asked for, unless the user chose something else.
func (w *window) offerRecovered(left []*journal.Recovery, open func()) {
	if len(left) == 0 {
		open()
		return
	}
	w.appear()
	w.shell.Trace.Write("dialog", trace.Members{"what": "unsaved work"})
	discard := func(r *journal.Recovery) {
		w.threads.Async(func() {
			if err := r.Discard(); err != nil {
				w.threads.Post(func() { w.notify(err) })
			}
		})
	}
	chosen := false // something is opened instead of what was asked for
	recovery.Offer(w.shell, w.panes.pictures, left, w.clock(), recovery.Answers{
		Recover: func(r *journal.Recovery) {
			chosen = true
			w.project.Recover(r)
		},
		OpenSaved: func(r *journal.Recovery) {
			chosen = true
			discard(r)
			w.project.Open(r.Path)
		},
		Discard: func(r *journal.Recovery) {
			discard(r)
			if len(left) == 1 {
				open()
			}
		},
		Later: func(all []*journal.Recovery) {
			for _, r := range all {
				w.threads.Async(r.Release)
			}
			w.threads.Post(func() { // when it is known what became of the chosen one
				if !chosen {
					open()
				}
			})
		},
	})
}

// sayCompleted says which files a crash had left half written and are complete now.
func (w *window) sayCompleted(all []file.Recovered) {
	for _, r := range all {
		name := filepath.Base(r.Path)
		if r.Copy == "" {
			w.shell.Toaster.Show(tr.T("recover.was-being-saved-when", "“{{.Name}}” was being saved when ResuMax ended. It is complete again.", tr.With{"Name": name}), "", nil)
			continue
		}
		w.shell.ShowError(tr.T("recover.was-being-saved-when-resumax", "“{{.Name}}” was being saved when ResuMax ended, and another program has written to it since. What was to be saved is in {{.Copy}}", tr.With{"Name": name, "Copy": r.Copy}))
	}
}

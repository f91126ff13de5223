package app

import (
	"fmt"
	"os"
	"path/filepath"

	"resumax/app/project"
	"resumax/storage/file"
	"resumax/storage/journal"
)

// start shows the file path, or the start screen where it is "", after what the
// last run left behind was taken care of.
func (w *window) start(path string) {
	open := func() {
		if path != "" {
			w.project.Open(path)
			return
		}
		if !w.project.IsOpen() {
			w.shell.Screens.Reset(w.screens.start)
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
				w.offerCrash(crashed)
			}
		})
		w.stores.Versions.Prune(w.clock())
	})
}

// offerRecovered offers unsaved work of windows that ended without saving, one
// after the other, and then opens what was asked for.
func (w *window) offerRecovered(left []*journal.Recovery, open func()) {
	if len(left) == 0 {
		open()
		return
	}
	r, rest := left[0], left[1:]
	next := func() { w.offerRecovered(rest, open) }
	recover := func() {
		for _, other := range rest {
			w.threads.Async(other.Release) // offered again at the next start
		}
		w.project.Recover(r)
	}
	discard := func() {
		w.threads.Async(func() {
			if err := r.Discard(); err != nil {
				w.threads.Post(func() { w.notify(err) })
			}
		})
		next()
	}
	later := func() {
		w.threads.Async(r.Release)
		next()
	}
	w.askRecovered(r, recover, discard, later)
}

// sayCompleted says which files were completed that a crash had left half written.
func (w *window) sayCompleted(all []file.Recovered) {
	for _, r := range all {
		name := filepath.Base(r.Path)
		if r.Copy == "" {
			w.shell.Toaster.Show("“"+name+"” was being saved when ResuMax ended. It is complete again.", "", nil)
			continue
		}
		w.shell.ShowError("“" + name + "” was being saved when ResuMax ended, and another program has written to it since. What was to be saved is in " + r.Copy)
	}
}

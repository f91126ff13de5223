package project

import (
	"errors"
	"path/filepath"
	"time"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/resume"
	"resumax/storage/file"
)

// autosaveDelay is how long after the last edit a project is saved by itself.
const autosaveDelay = 3 * time.Second

// autosave is the state of saving by itself. The zero value waits for nothing.
type autosave struct {
	cancel func() // ends the wait; nil while there is none
	failed string // why the last time failed, "" where it did not
}

// Autosaves reports whether the open project is saved by itself: where that is not
// turned off, and its file is where it was last saved.
func (p *Project) Autosaves() bool {
	f := p.session.File()
	return p.open && f.Path != "" && !f.ReadOnly && !p.lost && p.waiting == nil && p.services.Prefs.Autosave()
}

// NotSaved is why the project could not be saved by itself, "" where it could.
func (p *Project) NotSaved() string { return p.auto.failed }

// AutosaveSoon saves the project by itself after a while, if it has changes. It is
// called after every edit, so that the wait begins anew.
func (p *Project) AutosaveSoon() {
	if p.auto.cancel != nil {
		p.auto.cancel()
		p.auto.cancel = nil
	}
	if p.Autosaves() && p.session.File().Dirty {
		p.auto.cancel = p.services.Shell.Stage.Later(autosaveDelay, p.autosave)
	}
}

// autosave saves the project, unless there is something to be decided first.
func (p *Project) autosave() {
	p.auto.cancel = nil
	if !p.Autosaves() || !p.session.File().Dirty {
		return
	}
	if p.busy || !p.services.Shell.Free() {
		p.AutosaveSoon()
		return
	}
	path, d, was, g := p.session.File().Path, p.session.Now().Project, p.file, p.guard
	p.busy = true
	p.services.Shell.Threads.Async(func() { // without a progress dialog: the typing goes on
		saved, err := p.store(path, d, g, file.SaveOptions{Was: was}, byItself)
		p.services.Shell.Threads.Post(func() { p.idle(func() bool { return p.autosaved(saved, err, path, d) }) })
	})
}

func (p *Project) autosaved(saved *file.File, err error, path string, d resume.Document) bool {
	if err != nil {
		p.autosaveFailed(err, path)
		return true // what waits for it asks by itself
	}
	p.auto.failed = ""
	p.file = saved
	p.session.Saved(d, path)
	p.services.Shell.Trace.Write("saved", trace.Members{"path": path})
	return true
}

// autosaveFailed says once why the project could not be saved. What another program
// has written is never overwritten.
func (p *Project) autosaveFailed(err error, path string) {
	text := shell.Sentence(err.Error())
	if errors.Is(err, file.ErrChanged) {
		text = tr.T("project.was-changed-by-another", "“{{.File}}” was changed by another program, so your changes are not saved yet.", tr.With{"File": filepath.Base(path)})
	}
	if text == p.auto.failed {
		return
	}
	p.auto.failed = text
	p.services.NotSaved()
	p.services.Shell.Toaster.Show(text, tr.T("project.save", "Save"), func() { p.Save(nil) })
}

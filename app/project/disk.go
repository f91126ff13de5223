package project

import (
	"path/filepath"
	"time"

	"resumax/app/shell"
	"resumax/resume"
	"resumax/storage/file"
)

// Conflict is that another program has written to the open file: what it is there,
// and what it is here.
type Conflict struct {
	Name         string // of the file
	Mine, Theirs resume.Document
	Merged       resume.Document   // both, with mine where they cannot both be
	Conflicts    []resume.Conflict // where that is
	// Merge, Reload and Keep are the ways out. Reload and Merge are steps of undo.
	Merge, Reload, Keep func()
}

// conflictRetry is how long a conflict waits for the dialog that lies over the
// window.
const conflictRetry = 500 * time.Millisecond

// noticed takes up what another program did to the open file.
func (p *Project) noticed(e file.Event) {
	if !p.open || p.file == nil {
		return
	}
	name := filepath.Base(p.file.Path)
	toast := func(text string) { p.services.Shell.Toaster.Show(text, "", nil) }
	switch {
	case e.Kind == file.Deleted:
		p.session.Unsaved()
		toast("“" + name + "” was deleted or moved by another program. Save to keep your resume.")
	case e.Kind == file.Restored:
		p.session.Based(p.file.Document)
	case e.File == nil:
		p.session.Unsaved()
		toast("“" + name + "” was changed by another program and is no resume now: " + shell.Sentence(e.Err.Error()) + " Save to replace it.")
	default:
		p.waiting = &e
		p.askConflict()
	}
}

// askConflict asks what is to become of the file that another program has changed,
// as soon as the window is free.
func (p *Project) askConflict() {
	if p.waiting == nil || !p.open || p.file == nil {
		return
	}
	if !p.services.Shell.Free() {
		p.services.Shell.Stage.Later(conflictRetry, p.askConflict)
		return
	}
	theirs := p.waiting.File
	p.waiting = nil
	mine := p.session.Now().Document
	if mine.Equal(theirs.Document) {
		p.accept(theirs)
		return
	}
	c := Conflict{Name: filepath.Base(p.file.Path), Mine: mine, Theirs: theirs.Document}
	c.Merged, c.Conflicts = resume.Merge(p.file.Document, mine, theirs.Document)
	take := func(label string, d resume.Document) func() {
		return func() {
			p.accept(theirs)
			p.session.Replace(label, d)
		}
	}
	c.Merge, c.Reload = take("Merge changes from disk", c.Merged), take("Reload from disk", theirs.Document)
	c.Keep = func() { p.accept(theirs) } // a save overwrites what was seen
	p.services.Conflict(c)
}

// accept takes a file as the one that the open project stands upon.
func (p *Project) accept(f *file.File) {
	p.file = f
	p.guard.rebase(f)
	p.session.Based(f.Document)
}

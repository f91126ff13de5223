package project

import (
	"path/filepath"
	"time"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/storage/file"
)

// Conflict is that another program has written to the open file.
type Conflict struct {
	Name string // of the file
	// Base is the version both sides started from, Mine what is open here, Theirs what
	// is in the file now.
	Base, Mine, Theirs resume.Document
	// Merge, Reload and Keep are the answers: to use the changes of both sides, what is
	// in the file, or what is open here. The first two are undo steps. Without an
	// answer, the next save asks again.
	Merge        func(merged resume.Document)
	Reload, Keep func()
}

// conflictRetry is how often to check whether the window is free to ask about a
// conflict.
const conflictRetry = 500 * time.Millisecond

// noticed handles what another program did to the open file.
func (p *Project) noticed(e file.Event) {
	if !p.open || p.file == nil {
		return
	}
	name := filepath.Base(p.file.Path)
	toast := func(text string) { p.services.Shell.Toaster.Show(text, "", nil) }
	p.waiting, p.lost = nil, e.Kind == file.Deleted || e.Kind != file.Restored && e.File == nil
	switch {
	case e.Kind == file.Deleted:
		p.session.Unsaved()
		toast(p.services.DeletedNotice(name))
	case e.Kind == file.Restored:
		p.session.Based(p.file.Document)
	case e.File == nil:
		p.session.Unsaved()
		toast(tr.T("project.was-changed-by-another-program", "“{{.Name}}” was changed by another program and can no longer be opened: {{.Error}} Save to replace it.", tr.With{"Name": name, "Error": shell.Sentence(e.Err.Error())}))
	default:
		p.waiting = &e
		p.askConflict()
	}
}

// askConflict asks what to do about the file that another program has changed, as
// soon as the window is free.
func (p *Project) askConflict() {
	if p.waiting == nil || !p.open || p.file == nil {
		return
	}
	if p.busy || !p.services.Shell.Free() {
		p.services.Shell.Stage.Later(conflictRetry, p.askConflict)
		return
	}
	theirs := p.waiting.File
	p.waiting = nil
	mine := p.session.Now().Project
	if theirs.Sum() == p.file.Sum() {
		return // our own save, noticed before it was done
	}
	if mine.Equal(theirs.Document) {
		p.accept(theirs)
		return
	}
	opened := p.session.Now().Opened
	answer := func(do func()) {
		if p.session.Now().Opened == opened { // else the question was about another project
			p.accept(theirs)
			do()
		}
	}
	p.services.Conflict(Conflict{
		Name: filepath.Base(p.file.Path), Base: p.file.Document, Mine: mine, Theirs: theirs.Document,
		Merge: func(merged resume.Document) {
			answer(func() { p.session.Replace(tr.T("project.merge-changes-from-disk", "Merge changes from disk"), merged) })
		},
		Reload: func() {
			answer(func() { p.session.Replace(tr.T("project.reload-from-disk", "Reload from disk"), theirs.Document) })
		},
		Keep: func() { answer(func() {}) }, // a save overwrites what was seen
	})
}

// accept bases the open project on a file as it is now. It is no longer there where
// it was lost while the question was open.
func (p *Project) accept(f *file.File) {
	p.file, p.auto.failed = f, ""
	p.guard.rebase(f)
	if p.lost {
		p.session.Unsaved()
		return
	}
	p.session.Based(f.Document)
	p.AutosaveSoon()
}

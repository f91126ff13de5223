// Package project owns the open project's file: opening, saving and closing it, and
// what protects unsaved work.
package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"resumax/app/picker"
	"resumax/app/preferences"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/exchange"
	"resumax/exchange/jsonresume"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
	"resumax/storage/instance"
	"resumax/storage/journal"
)

// projectFiles are those that a project is saved as.
var projectFiles = []picker.Filter{{Name: jsonresume.Format.Name, Extensions: jsonresume.Format.Extensions, Ending: jsonresume.Ending}}

// Services are what a project needs of the window around it.
type Services struct {
	Shell    *shell.Shell
	Stores   Stores
	Clock    func() time.Time
	Prefs    preferences.Store
	Picker   func() picker.Picker
	Opened   func(problems []resume.Problem, readOnly bool) // another project is open
	Imported func(problems []resume.Problem)                // one made of a file of another program is
	Closed   func()                                         // none is any more
	Failed   func()                                         // a file could not be opened
	Recents  func()                                         // the recent files have changed
	NotSaved func()                                         // it could not be saved by itself
	Renamed  func()                                         // it has another name
	Moved    func(from, to string)                          // its file is about to have another path
	// Conflict asks what to do about a file that another program has changed.
	Conflict      func(Conflict)
	Foreign       Foreign                  // what is done about files of other programs
	DeletedNotice func(name string) string // says that another program has deleted the file
}

// Foreign is what is done about files of other programs. Its zero value is nothing.
type Foreign struct {
	Files []picker.Filter // those that a resume can be read from
	// Import reads a file of another program, and leads to [Project.Start]; then is called
	// when that is open. It is nil where only projects are opened.
	Import func(path string, then func())
	// Leave calls next once nothing is being imported any more.
	Leave func(next func())
}

// Project is the open project, if any. Its methods belong to the UI goroutine.
type Project struct {
	services Services
	session  *session.Session
	open     bool
	file     *file.File  // as it was loaded or saved last; nil for a new project
	guard    *guard      // of the open project
	waiting  *file.Event // what another program did to the file, to be asked about
	busy     bool        // a file is being opened or saved
	queue    []func()    // what waits until that is done
	lost     bool        // another program has deleted the file, or made it no resume
	auto     autosave
	givenUp  givenUp
	unlisted bool   // the desktop's user wants no list of recent files
	named    string // what a project without a file is to be called, "" for what its content suggests
}

// givenUp is the work that need not be saved before the file that is being imported takes its
// place: the user has said so before it was read.
type givenUp struct {
	path     string
	revision int
}

// KeepWork asks again before the open project is given up.
func (p *Project) KeepWork() { p.givenUp = givenUp{} }

// New makes the owner of the session's file.
func New(s *session.Session, services Services) *Project {
	p := &Project{session: s, services: services}
	follow := func() {
		if p.open {
			p.guard.follow(s.Now().Project, s.File().Dirty)
		}
	}
	s.OnChange(func(session.Snapshot) {
		follow()
		p.AutosaveSoon()
	})
	s.OnFile(func(session.File) {
		follow()
		p.AutosaveSoon()
	})
	return p
}

// IsOpen reports whether a project is open.
func (p *Project) IsOpen() bool { return p.open }

// Name is the project's name: that of its file, else the person's.
func (p *Project) Name() string {
	if path := p.session.File().Path; path != "" {
		return filepath.Base(path)
	}
	if p.named != "" {
		return p.named
	}
	if n := p.session.Now().Resume.Basics.Name; n != "" {
		return n
	}
	return tr.T("project.new-resume", "New resume")
}

// Folder is where the next file dialog begins.
func (p *Project) Folder() string {
	if path := p.session.File().Path; path != "" {
		return filepath.Dir(path)
	}
	if f := p.services.Prefs.Folder(); f != "" {
		return f
	}
	home, _ := os.UserHomeDir()
	return home
}

// FileName is the suggested name of a file made from the project, without extension.
func (p *Project) FileName() string {
	if path := p.session.File().Path; path != "" {
		name, _ := jsonresume.SplitName(path)
		return name
	}
	if p.named != "" {
		return p.named
	}
	if name := CleanName(p.session.Now().Resume.Basics.Name); name != "" {
		return name
	}
	return "resume"
}

// CleanName makes a file's name of a person's or a variant's, with hyphens between its words.
func CleanName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool {
		return strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' || r == ' '
	})
	return file.CleanName(strings.Join(words, "-"))
}

// New starts a project with a document that has no file yet, once the open one is
// saved or discarded, and then calls then, unless it is nil.
func (p *Project) New(d resume.Document, then func()) {
	p.WhenSaved(func() {
		p.run(tr.T("project.starting", "Starting"), func() func() bool {
			g := p.services.Stores.protect(nil, nil, p.reports())
			return func() bool {
				p.show(nil, g, d, nil)
				if then != nil {
					then()
				}
				return true
			}
		})
	})
}

// AskOpen lets the user choose a file and opens it.
func (p *Project) AskOpen() { p.AskFile(func(path string) { p.load(path, nil) }) }

// AskFile lets the user choose a resume once the open one is saved or discarded.
func (p *Project) AskFile(then func(path string)) {
	p.WhenSaved(func() {
		answered := p.services.Shell.SystemDialog("open")
		p.services.Picker().Open(picker.Request{Title: tr.T("project.open-a-resume", "Open a resume"), Folder: p.Folder(), Filters: p.services.Foreign.Files}, func(path string, err error) {
			answered()
			switch {
			case err != nil:
				p.services.Shell.ShowError(err.Error())
			case path != "":
				then(path)
			}
		})
	})
}

// Open opens a file once the open project is saved or discarded.
func (p *Project) Open(path string) { p.WhenSaved(func() { p.load(path, nil) }) }

// OpenThen opens a file and then calls then, if it could be read.
func (p *Project) OpenThen(path string, then func()) { p.load(path, then) }

func (p *Project) load(path string, then func()) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	own := p.guard
	p.run(tr.T("project.opening", "Opening {{.File}}", tr.With{"File": filepath.Base(path)}), func() func() bool {
		if p.services.Foreign.Import != nil && foreign(path) {
			return func() bool {
				p.givenUp = givenUp{path, p.session.Now().Revision}
				p.services.Foreign.Import(path, then)
				return true
			}
		}
		claim, err := p.claim(path, own)
		if err == errElsewhere {
			return func() bool {
				p.services.Shell.Toaster.Show(tr.T("project.is-open-in-another", "{{.File}} is open in another window, which is in front now.", tr.With{"File": filepath.Base(path)}), "", nil)
				return true
			}
		}
		var f *file.File
		if err == nil {
			file.CleanTemporary(filepath.Dir(path), p.services.Clock())
			f, err = file.Load(path)
		}
		if err != nil || f.PDF { // a PDF's resume is a new one, to be saved as a file of its own
			claim.Release()
			claim = nil
		}
		if err != nil {
			return func() bool {
				p.services.Shell.ShowError(err.Error())
				p.services.Failed()
				return false
			}
		}
		known := f
		if f.PDF {
			known = nil
		}
		g := p.services.Stores.protect(known, claim, p.reports())
		return func() bool {
			p.show(known, g, f.Document, f.Problems)
			if known != nil {
				p.remember(path)
				p.services.Recents()
			}
			if then != nil {
				then()
			}
			return true
		}
	})
}

// foreign reports whether a file is of another program: no JSON Resume, and no PDF that
// carries one. What cannot be read is not, so that opening it says why.
func foreign(path string) bool {
	data, err := file.ReadFile(path, codec.SizeLimit)
	return err == nil && exchange.IsForeign(data, filepath.Base(path))
}

// Imported is what was read of a file of another program.
type Imported struct {
	Path     string // of that file
	Document resume.Document
	Problems []resume.Problem
}

// Start starts a project with what was imported, as one step of undo and not yet saved, once
// the open one is saved or discarded, and then calls then, unless it is nil.
func (p *Project) Start(in Imported, then func()) {
	p.whenIdle(func() {
		if p.open && p.givenUp == (givenUp{in.Path, p.session.Now().Revision}) {
			p.start(in, then)
			return
		}
		p.askSave(func() { p.start(in, then) })
	})
}

func (p *Project) start(in Imported, then func()) {
	p.run(tr.T("project.starting", "Starting"), func() func() bool {
		g := p.services.Stores.protect(nil, nil, p.reports())
		return func() bool {
			name := filepath.Base(in.Path)
			p.put(nil, g, resume.Document{})
			p.named, _ = jsonresume.SplitName(name)
			p.services.Prefs.SetFolder(filepath.Dir(in.Path))
			p.session.Replace(tr.T("project.import", "Import {{.Name}}", tr.With{"Name": name}), in.Document)
			p.services.Imported(in.Problems)
			if then != nil {
				then()
			}
			return true
		}
	})
}

// run opens or saves something off the UI goroutine, and then calls on it what the
// work returns, which reports whether that succeeded. What came to wait meanwhile
// is done then; after a failure it is not, since it is the user's turn.
func (p *Project) run(what string, work func() func() bool) {
	p.busy = true
	p.services.Shell.Background(what, func() func() {
		then := work()
		return func() { p.idle(then) }
	})
}

// idle ends the work that the project was busy with, see [Project.run].
func (p *Project) idle(then func() bool) {
	waiting := p.queue
	p.busy, p.queue = false, nil
	if !then() {
		return
	}
	for _, f := range waiting {
		p.whenIdle(f)
	}
}

// whenIdle calls f as soon as no file is being opened or saved. Two at a time would
// each take what the other one wrote for another program's, or end in the wrong
// project.
func (p *Project) whenIdle(f func()) {
	if p.busy {
		p.queue = append(p.queue, f)
		return
	}
	f()
}

// errElsewhere says that another window has the file, and has come to the front.
var errElsewhere = tr.Error("project.open-in-another-window", "open in another window")

// answerTime is how long another window may take to come to the front.
const answerTime = 3 * time.Second

// claim claims a file for this window, off the UI goroutine. Own is the guard of the
// open project. The error is [errElsewhere] where another window has the file and
// has answered.
func (p *Project) claim(path string, own *guard) (*instance.Claim, error) {
	for {
		claim, err := p.services.Stores.claimFile(path, p.reports().raise)
		other := taken(err)
		if other == nil {
			return claim, err
		}
		if own.has(path) {
			return nil, nil // show hands on the claim
		}
		switch other.Ask(answerTime) {
		case instance.Raised:
			return nil, errElsewhere
		case instance.Silent:
			return nil, fmt.Errorf("%w, %s", err, tr.T("project.does-not-answer", "which does not answer: close it first"))
		}
	}
}

// reports are what a guard tells the window.
func (p *Project) reports() reports {
	post := p.services.Shell.Threads.Post
	return reports{
		raise: func() { post(p.services.Shell.Raise) },
		journal: func(err error) {
			post(func() {
				if err != nil {
					p.services.Shell.Toaster.Show(tr.T("project.save-often-until-this", "{{.Error}} Save often until this is fixed.", tr.With{"Error": shell.Sentence(err.Error())}), "", nil)
				}
			})
		},
		changed: func(e file.Event) { post(func() { p.noticed(e) }) },
	}
}

// show puts a document into the window. The file is nil for one that was never
// saved.
func (p *Project) show(f *file.File, g *guard, d resume.Document, problems []resume.Problem) {
	p.put(f, g, d)
	p.services.Opened(problems, f != nil && f.ReadOnly)
}

// put makes a document the open one, without a word to the window.
func (p *Project) put(f *file.File, g *guard, d resume.Document) {
	if old := p.guard; g != nil && g.claim == nil && f != nil && old.has(f.Path) {
		g.claim, old.claim = old.claim, nil // the same file again
	}
	p.endGuard()
	p.file, p.open, p.waiting, p.lost, p.auto.failed, p.named = f, true, nil, false, "", ""
	path, readOnly := "", false
	if f != nil {
		path, readOnly = f.Path, f.ReadOnly
		p.services.Prefs.SetFolder(filepath.Dir(path))
	}
	p.session.Load(d, path, readOnly)
	p.guard = g // not before: the file as it was would end the journal of what is recovered over it
}

// endGuard ends the protection of the project that was open, off the UI goroutine.
func (p *Project) endGuard() {
	if g := p.guard; g != nil {
		p.guard = nil
		p.services.Shell.Threads.Async(g.end)
	}
}

// Close closes the project once it is saved or discarded.
func (p *Project) Close() {
	p.WhenSaved(func() {
		p.endGuard()
		p.file, p.open = nil, false
		p.session.Load(resume.Document{}, "", false)
		p.services.Closed()
	})
}

// Save writes the project to its file, asking for one if it has none, and then calls
// next, unless it is nil.
func (p *Project) Save(next func()) {
	p.whenIdle(func() {
		path := p.session.File().Path
		if path == "" {
			p.SaveAs(next)
			return
		}
		p.write(path, false, next)
	})
}

// SaveAs writes the project to a file that the user chooses, and then calls next,
// unless it is nil.
func (p *Project) SaveAs(next func()) { p.whenIdle(func() { p.askSaveAs(next) }) }

func (p *Project) askSaveAs(next func()) {
	answered := p.services.Shell.SystemDialog("save")
	p.services.Picker().Save(picker.Request{Title: tr.T("project.save-the-resume", "Save the resume"), Folder: p.Folder(), Name: p.FileName() + jsonresume.Ending, Filters: projectFiles}, func(path string, err error) {
		answered()
		switch {
		case err != nil:
			p.services.Shell.ShowError(err.Error())
		case path != "":
			p.write(path, true, next)
		}
	})
}

// write saves the document as it is now, off the UI goroutine: a slow disk must
// not stop the typing.
func (p *Project) write(path string, force bool, next func()) {
	d, was, g := p.session.Now().Project, p.file, p.guard
	p.run(tr.T("project.saving", "Saving {{.File}}", tr.With{"File": filepath.Base(path)}), func() func() bool {
		saved, err := p.store(path, d, g, file.SaveOptions{Was: was, Force: force}, asked)
		return func() bool {
			if err != nil {
				p.saveFailed(err, path, next)
				return false
			}
			p.saved(saved, d, path)
			if next != nil {
				next()
			} else {
				p.services.Shell.Toaster.Show(tr.T("project.saved", "Saved {{.File}}", tr.With{"File": filepath.Base(path)}), "", nil)
			}
			return true
		}
	})
}

// store writes a document to a file, off the UI goroutine. Another file than before
// is claimed first.
func (p *Project) store(path string, d resume.Document, g *guard, o file.SaveOptions, cause saveCause) (*file.File, error) {
	var claim *instance.Claim
	if o.Was == nil || !file.Same(o.Was.Path, path) {
		var err error
		if claim, err = p.services.Stores.claimFile(path, p.reports().raise); taken(err) != nil {
			return nil, fmt.Errorf("%w: %s", err, tr.T("project.close-it-there-first", "close it there first, or choose another name"))
		}
	}
	if !p.services.Prefs.Versions() {
		cause = unkept
	}
	saved, err := g.save(path, d, o, cause, p.services.Clock)
	if err != nil {
		claim.Release()
		return nil, err
	}
	g.saved(saved, d, claim, p.reports())
	return saved, nil
}

// saveFailed says why a save failed and offers the ways out.
func (p *Project) saveFailed(err error, path string, next func()) {
	s := p.services.Shell
	switch {
	case errors.Is(err, file.ErrChanged):
		p.askOverwrite(path, next)
	case errors.Is(err, file.ErrBusy):
		s.Ask(tr.T("project.the-file-could-not", "The file could not be saved"), shell.Sentence(err.Error()),
			shell.Choice{Label: tr.T("project.save-as", "Save as…"), Do: func() { p.SaveAs(next) }},
			shell.Choice{Label: tr.T("project.try-again", "Try again"), Main: true, Do: func() { p.whenIdle(func() { p.write(path, false, next) }) }})
	case errors.Is(err, file.ErrNoFolder), errors.Is(err, file.ErrReadOnly), errors.Is(err, file.ErrFull):
		s.Ask(tr.T("project.the-file-could-not", "The file could not be saved"), shell.Sentence(err.Error()),
			shell.Choice{Label: tr.T("project.save-as", "Save as…"), Main: true, Do: func() { p.SaveAs(next) }})
	default:
		s.ShowError(err.Error())
	}
}

// Unlist says whether the desktop's list of recent files is left alone, as its user wants.
func (p *Project) Unlist(unlisted bool) { p.unlisted = unlisted }

// remember puts a file on the lists of recent files: ours, and the system's where it has one
// and may.
func (p *Project) remember(path string) {
	p.services.Prefs.Remember(path)
	if p.unlisted {
		return
	}
	listRecent(path)
	if list, now := p.services.Stores.Recents, p.services.Clock(); list != "" {
		p.services.Shell.Threads.Async(func() { _ = list.Add(path, now) }) // a convenience: nothing is lost without it
	}
}

func (p *Project) saved(f *file.File, d resume.Document, path string) {
	p.file, p.waiting, p.lost, p.auto.failed = f, nil, false, ""
	p.session.Saved(d, path)
	p.remember(path)
	p.services.Prefs.SetFolder(filepath.Dir(path))
	p.services.Recents()
	p.services.Shell.Trace.Write("saved", trace.Members{"path": path})
}

func (p *Project) askOverwrite(path string, next func()) {
	p.services.Shell.Ask(tr.T("project.the-file-was-changed", "The file was changed by another program"),
		tr.T("project.has-changed-since-resumax", "“{{.File}}” has changed since ResuMax last read or saved it. Overwriting discards those changes.", tr.With{"File": filepath.Base(path)}),
		shell.Choice{Label: tr.T("project.overwrite", "Overwrite"), Main: true, Do: func() { p.write(path, true, next) }},
		shell.Choice{Label: tr.T("project.save-a-copy", "Save a copy…"), Do: func() { p.SaveAs(next) }},
		shell.Choice{Label: tr.T("project.reload", "Reload"), Do: func() { p.load(path, nil) }},
	)
}

// WhenSaved calls next once unsaved work is saved or discarded.
func (p *Project) WhenSaved(next func()) {
	p.whenIdle(func() {
		if p.services.Foreign.Leave != nil {
			p.services.Foreign.Leave(func() { p.askSave(next) })
			return
		}
		p.askSave(next)
	})
}

func (p *Project) askSave(next func()) {
	if !p.open || !p.session.File().Dirty {
		next()
		return
	}
	if p.Autosaves() {
		p.Save(next)
		return
	}
	p.services.Shell.Ask(tr.T("project.save-the-changes-to", "Save the changes to {{.Name}}?", tr.With{"Name": p.Name()}), tr.T("project.if-you-dont-save", "If you don't save, your changes will be lost."),
		shell.Choice{Label: tr.T("project.save", "Save"), Main: true, Do: func() { p.Save(next) }},
		shell.Choice{Label: tr.T("project.dont-save", "Don't save"), Do: next},
	)
}

// Recover opens recovered work on top of what is in its file now: as an undo step,
// and still unsaved.
func (p *Project) Recover(r *journal.Recovery) {
	p.run(tr.T("project.recovering", "Recovering"), func() func() bool {
		g := p.services.Stores.takeUp(r, p.reports())
		return func() bool {
			if r.Saved == nil {
				p.show(nil, g, resume.Document{}, nil)
			} else {
				p.show(r.Saved, g, r.Saved.Document, r.Saved.Problems)
			}
			p.session.Replace(tr.T("project.recover-unsaved-work", "Recover unsaved work"), r.Document)
			return true
		}
	})
}

// Versions are the earlier versions of the open file.
func (p *Project) Versions() journal.Versions {
	return p.services.Stores.Versions.Of(p.session.File().Path)
}

// HasVersions reports whether versions of the open project are kept.
func (p *Project) HasVersions() bool {
	return p.services.Stores.Versions != "" && p.session.File().Path != ""
}

// Flush keeps unsaved work for the next start, when the system ends the program.
func (p *Project) Flush() error {
	if !p.open || !p.session.File().Dirty {
		return nil
	}
	return p.guard.flush()
}

// End ends the protection of the open project, which was saved or discarded, and
// waits until it has ended.
func (p *Project) End() {
	p.guard.end()
	p.guard, p.open = nil, false
}

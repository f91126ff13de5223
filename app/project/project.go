// Package project owns the open project's file: opening, saving, closing, and what
// must not get lost on the way.
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
	"resumax/app/trace"
	"resumax/exchange"
	"resumax/resume"
	"resumax/storage/file"
	"resumax/storage/instance"
	"resumax/storage/journal"
)

var projectFiles = []picker.Filter{{Name: "JSON Resume", Extensions: []string{"json"}}}

// openFiles are those that a resume can be read from.
func openFiles() []picker.Filter {
	all := picker.Filter{Name: "Resumes"}
	for _, f := range exchange.Readers() {
		all.Extensions = append(all.Extensions, f.Extensions...)
	}
	return []picker.Filter{all}
}

// Services are what a project needs of the window around it.
type Services struct {
	Shell   *shell.Shell
	Stores  Stores
	Clock   func() time.Time
	Prefs   preferences.Store
	Picker  func() picker.Picker
	Opened  func(problems []resume.Problem, readOnly bool) // another project is open
	Closed  func()                                         // none is any more
	Failed  func()                                         // a file could not be opened
	Recents func()                                         // the recent files have changed
	// Conflict asks what is to become of a file that another program has changed.
	Conflict      func(Conflict)
	DeletedNotice func(name string) string // says that another program has deleted the file
}

// Project is the open project, if any. Its methods belong to the UI goroutine.
type Project struct {
	services Services
	session  *session.Session
	open     bool
	file     *file.File  // as it was loaded or saved last; nil for a new project
	guard    *guard      // of the open project
	waiting  *file.Event // what another program did to the file, to be asked about
}

// New makes the owner of the session's file.
func New(s *session.Session, services Services) *Project {
	p := &Project{session: s, services: services}
	s.OnFile(func(f session.File) {
		if p.open {
			p.guard.follow(s.Now().Document, f.Dirty)
		}
	})
	return p
}

// IsOpen reports whether a project is open.
func (p *Project) IsOpen() bool { return p.open }

// Name is what the project is called: its file's name, else the person's.
func (p *Project) Name() string {
	if path := p.session.File().Path; path != "" {
		return filepath.Base(path)
	}
	if n := p.session.Now().Resume.Basics.Name; n != "" {
		return n
	}
	return "New resume"
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

// FileName is a name for a file made of the project, without an extension.
func (p *Project) FileName() string {
	if path := p.session.File().Path; path != "" {
		return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	if name := fileName(p.session.Now().Resume.Basics.Name); name != "" {
		return name
	}
	return "resume"
}

// fileName makes a file's name of a person's.
func fileName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool {
		return strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' || r == ' '
	})
	return strings.Join(words, "-")
}

// New begins a project with a document that is in no file yet, after the open one
// was taken care of. Sample content, if any, comes as a step of its own, so that
// one undo takes it all away; filled is called when it is there.
func (p *Project) New(d resume.Document, sample *resume.Document, filled func()) {
	p.WhenSaved(func() {
		p.services.Shell.Background("Starting", func() func() {
			g := p.services.Stores.protect(nil, nil, p.reports())
			return func() {
				p.show(nil, g, d, nil)
				if sample != nil {
					p.session.Replace("Fill in sample content", *sample)
					filled()
				}
			}
		})
	})
}

// AskOpen lets the user choose a file and opens it.
func (p *Project) AskOpen() { p.AskFile(func(path string) { p.load(path, nil) }) }

// AskFile lets the user choose a resume after the open one was taken care of.
func (p *Project) AskFile(then func(path string)) {
	p.WhenSaved(func() {
		answered := p.services.Shell.SystemDialog("open")
		p.services.Picker().Open(picker.Request{Title: "Open a resume", Folder: p.Folder(), Filters: openFiles()}, func(path string, err error) {
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

// Open opens a file after the open project was taken care of.
func (p *Project) Open(path string) { p.WhenSaved(func() { p.load(path, nil) }) }

// OpenThen opens a file and does what comes next, if it could be read.
func (p *Project) OpenThen(path string, then func()) { p.load(path, then) }

func (p *Project) load(path string, then func()) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	p.services.Shell.Background("Opening "+filepath.Base(path), func() func() {
		claim, err := p.claim(path)
		if err == errElsewhere {
			return func() {
				p.services.Shell.Toaster.Show(filepath.Base(path)+" is open in another window, which is in front now.", "", nil)
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
			return func() {
				p.services.Shell.ShowError(err.Error())
				p.services.Failed()
			}
		}
		known := f
		if f.PDF {
			known = nil
		}
		g := p.services.Stores.protect(known, claim, p.reports())
		return func() {
			p.show(known, g, f.Document, f.Problems)
			if known != nil {
				p.services.Prefs.Remember(path)
				p.services.Recents()
			}
			if then != nil {
				then()
			}
		}
	})
}

// errElsewhere says that another window has the file, and has come to the front.
var errElsewhere = errors.New("open in another window")

// answerTime is how long another window may take to come to the front.
const answerTime = 3 * time.Second

// claim claims a file for this window. The error is [errElsewhere] where another
// window has it and has answered.
func (p *Project) claim(path string) (*instance.Claim, error) {
	for {
		claim, err := p.services.Stores.claimFile(path, p.reports().raise)
		other := taken(err)
		if other == nil {
			return claim, err
		}
		if p.guard != nil && p.guard.known.Load() != nil && file.Same(p.guard.known.Load().Path, path) {
			return nil, nil // it is this window's own, which is about to be given up
		}
		switch other.Ask(answerTime) {
		case instance.Raised:
			return nil, errElsewhere
		case instance.Silent:
			return nil, fmt.Errorf("%w, which does not answer: close it first", err)
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
					p.services.Shell.Toaster.Show(shell.Sentence(err.Error())+" Save often until this is fixed.", "", nil)
				}
			})
		},
		changed: func(e file.Event) { post(func() { p.noticed(e) }) },
	}
}

// show puts a document into the window. The file is nil for one that was never
// saved.
func (p *Project) show(f *file.File, g *guard, d resume.Document, problems []resume.Problem) {
	if old := p.guard; old != nil && g != nil && g.claim == nil && f != nil && old.claim != nil && file.Same(old.known.Load().Path, f.Path) {
		g.claim, old.claim = old.claim, nil // the same file again
	}
	p.endGuard()
	p.file, p.guard, p.open, p.waiting = f, g, true, nil
	path, readOnly := "", false
	if f != nil {
		path, readOnly = f.Path, f.ReadOnly
		p.services.Prefs.SetFolder(filepath.Dir(path))
	}
	p.session.Load(d, path, readOnly)
	p.services.Opened(problems, readOnly)
}

// endGuard ends the protection of the project that was open, off the UI goroutine.
func (p *Project) endGuard() {
	if g := p.guard; g != nil {
		p.guard = nil
		p.services.Shell.Threads.Async(g.end)
	}
}

// Close closes the project after it was taken care of.
func (p *Project) Close() {
	p.WhenSaved(func() {
		p.endGuard()
		p.file, p.open = nil, false
		p.session.Load(resume.Document{}, "", false)
		p.services.Closed()
	})
}

// Save writes the project to its file, asking for one where it has none, and then
// does what comes next, if anything.
func (p *Project) Save(next func()) {
	path := p.session.File().Path
	if path == "" {
		p.SaveAs(next)
		return
	}
	p.write(path, false, next)
}

// SaveAs writes the project to a file that the user chooses, and then does what
// comes next, if anything.
func (p *Project) SaveAs(next func()) {
	answered := p.services.Shell.SystemDialog("save")
	p.services.Picker().Save(picker.Request{Title: "Save the resume", Folder: p.Folder(), Name: p.FileName() + ".json", Filters: projectFiles}, func(path string, err error) {
		answered()
		switch {
		case err != nil:
			p.services.Shell.ShowError(err.Error())
		case path != "":
			if !file.Same(path, p.session.File().Path) {
				p.file = nil // another file: there is nothing of ours in it to protect
			}
			p.write(path, true, next)
		}
	})
}

// write saves the document as it is now, off the UI goroutine: a slow disk must
// not stop the typing.
func (p *Project) write(path string, force bool, next func()) {
	d, was, g := p.session.Now().Document, p.file, p.guard
	s := p.services.Shell
	s.Background("Saving "+filepath.Base(path), func() func() {
		var claim *instance.Claim
		if was == nil || was.Path != path {
			var err error
			if claim, err = p.services.Stores.claimFile(path, p.reports().raise); taken(err) != nil {
				return func() { s.ShowError(err.Error() + ": close it there first, or choose another name") }
			}
		}
		saved, err := g.save(path, d, file.SaveOptions{Was: was, Force: force}, p.services.Clock)
		if err != nil {
			claim.Release()
		} else {
			g.saved(saved, d, claim, p.reports())
		}
		return func() {
			switch {
			case errors.Is(err, file.ErrChanged):
				p.askOverwrite(path, next)
			case errors.Is(err, file.ErrNoFolder), errors.Is(err, file.ErrReadOnly), errors.Is(err, file.ErrFull):
				s.Ask("The file could not be saved", shell.Sentence(err.Error()),
					shell.Choice{Label: "Save as…", Main: true, Do: func() { p.SaveAs(next) }})
			case err != nil:
				s.ShowError(err.Error())
			default:
				p.saved(saved, d, path)
				if next != nil {
					next()
				} else {
					s.Toaster.Show("Saved "+filepath.Base(path), "", nil)
				}
			}
		}
	})
}

func (p *Project) saved(f *file.File, d resume.Document, path string) {
	p.file, p.waiting = f, nil
	p.session.Saved(d, path)
	p.services.Prefs.Remember(path)
	p.services.Prefs.SetFolder(filepath.Dir(path))
	p.services.Recents()
	p.services.Shell.Trace.Write("saved", trace.Members{"path": path})
}

func (p *Project) askOverwrite(path string, next func()) {
	p.services.Shell.Ask("The file was changed by another program",
		fmt.Sprintf("“%s” is not as ResuMax left it. Overwriting loses what the other program wrote.", filepath.Base(path)),
		shell.Choice{Label: "Overwrite", Main: true, Do: func() { p.write(path, true, next) }},
		shell.Choice{Label: "Save a copy…", Do: func() { p.SaveAs(next) }},
		shell.Choice{Label: "Reload", Do: func() { p.load(path, nil) }},
	)
}

// WhenSaved does what comes next after unsaved work was saved or given up.
func (p *Project) WhenSaved(next func()) {
	if !p.open || !p.session.File().Dirty {
		next()
		return
	}
	p.services.Shell.Ask("Save the changes to "+p.Name()+"?", "If you don't save, your changes will be lost.",
		shell.Choice{Label: "Save", Main: true, Do: func() { p.Save(next) }},
		shell.Choice{Label: "Don't save", Do: next},
	)
}

// Recover opens unsaved work that was found, over what is in its file now: as a
// step of undo, and unsaved as it was.
func (p *Project) Recover(r *journal.Recovery) {
	p.services.Shell.Background("Recovering", func() func() {
		g := p.services.Stores.takeUp(r, p.reports())
		return func() {
			if r.Saved == nil {
				p.show(nil, g, resume.Document{}, nil)
			} else {
				p.show(r.Saved, g, r.Saved.Document, r.Saved.Problems)
			}
			p.session.Replace("Recover unsaved work", r.Document)
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

// Flush keeps what is unsaved for the next start: the program is being ended from
// outside.
func (p *Project) Flush() error {
	if !p.open || !p.session.File().Dirty {
		return nil
	}
	return p.guard.flush()
}

// End ends the protection of the open project, which was saved or given up, and
// waits for that.
func (p *Project) End() {
	p.guard.end()
	p.guard, p.open = nil, false
}

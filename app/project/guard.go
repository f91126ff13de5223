package project

import (
	"errors"
	"sync/atomic"
	"time"

	"resumax/resume"
	"resumax/storage/crash"
	"resumax/storage/file"
	"resumax/storage/instance"
	"resumax/storage/journal"
	"resumax/storage/recents"
)

// Stores are the folders that keep unsaved work, earlier versions, file claims and
// crash reports, and the system's list of recent files. The zero value keeps nothing.
type Stores struct {
	Journals journal.Folder
	Versions journal.Archive
	Claims   instance.Folder
	Crashes  crash.Folder
	Recents  recents.List
}

// HomeStores are the stores of the current user.
func HomeStores() Stores {
	return Stores{journal.Home(), journal.HomeArchive(), instance.Home(), crash.Home(), recents.Home()}
}

// guard protects one open project: its unsaved work is in a journal, its file
// belongs to this window, and what other programs do to the file is noticed. Its
// functions that take their time are for other goroutines; a nil guard protects
// nothing.
type guard struct {
	stores  Stores
	known   atomic.Pointer[file.File] // the file as it was loaded or saved last
	journal *journal.Journal          // nil where none can be kept
	claim   *instance.Claim
	watcher *file.Watcher
	auto    journal.Sum // of the file as it was last saved by itself
}

// reports are the callbacks of a guard. It calls them on goroutines of its own.
type reports struct {
	raise   func()           // another process wants the window
	journal func(error)      // the journal cannot be written; nil: it can again
	changed func(file.Event) // another program did something to the file
}

// protect begins to protect a project. The file is nil for a new one. The error is
// [*instance.Taken] where another window has the file.
func (s Stores) protect(f *file.File, claim *instance.Claim, to reports) *guard {
	if s == (Stores{}) {
		return nil
	}
	g := &guard{stores: s, claim: claim}
	j, err := s.Journals.Start(journal.BaseOf(f), journal.Options{Clock: journal.SystemClock{}, Report: to.journal})
	if err != nil {
		to.journal(err)
	} else {
		g.journal = j
	}
	g.watch(f, to)
	return g
}

// takeUp protects a project that was recovered: it continues its journal.
func (s Stores) takeUp(r *journal.Recovery, to reports) *guard {
	g := &guard{stores: s}
	if r.Saved != nil {
		g.claim, _ = s.claimFile(r.Saved.Path, to.raise) // where another window has it, saving notices what that wrote
	}
	g.journal = r.Continue(journal.BaseOf(r.Saved), journal.Options{Clock: journal.SystemClock{}, Report: to.journal})
	g.watch(r.Saved, to)
	return g
}

// claimFile claims a file for this window. The error is [*instance.Taken] where
// another one has it.
func (s Stores) claimFile(path string, raise func()) (*instance.Claim, error) {
	if s.Claims == "" {
		return nil, nil
	}
	return s.Claims.Claim(path, raise)
}

// Join reports whether another window has the file path and has come to the front:
// there is nothing to do for this process then.
func (s Stores) Join(path string) bool {
	claim, err := s.claimFile(path, func() {})
	claim.Release()
	other := taken(err)
	return other != nil && other.Ask(answerTime) == instance.Raised
}

// has reports whether the guard holds the claim on a file.
func (g *guard) has(path string) bool {
	if g == nil || g.claim == nil {
		return false
	}
	f := g.known.Load()
	return f != nil && file.Same(f.Path, path)
}

func (g *guard) watch(f *file.File, to reports) {
	if g.watcher != nil {
		g.watcher.Close()
		g.watcher = nil
	}
	g.known.Store(f)
	if f != nil {
		g.watcher = file.Watch(f.Path, func() journal.Sum { return g.known.Load().Sum() }, to.changed, file.WatchOptions{})
	}
}

// follow keeps the journal in step with the document.
func (g *guard) follow(d resume.Document, dirty bool) {
	switch {
	case g == nil || g.journal == nil:
	case dirty:
		g.journal.Submit(d)
	default:
		g.journal.Clean()
	}
}

// saveCause is why a document is saved.
type saveCause int

const (
	asked    saveCause = iota // by the user
	byItself                  // some time after an edit
	unkept                    // for either reason, and the user wants no versions
)

// autosaveVersions is how far apart the versions are that saving by itself leaves.
const autosaveVersions = 10 * time.Minute

// save saves a document, and keeps what the file held before and holds after as
// versions. Of what was saved by itself a version is kept now and then, so that they
// do not push out all others.
func (g *guard) save(path string, d resume.Document, o file.SaveOptions, cause saveCause, now func() time.Time) (*file.File, error) {
	if g == nil {
		return file.Save(path, d, o)
	}
	versions := g.stores.Versions.Of(path)
	if cause == unkept {
		versions = journal.Archive("").Of(path)
	}
	known := g.known.Load()
	if cause == asked || known == nil || known.Sum() != g.auto || versions.Age(now()) >= autosaveVersions {
		versions.Add(now()) // a version that cannot be kept must not prevent the save
	}
	if g.journal != nil {
		g.journal.Saving(d)
	}
	f, err := file.Save(path, d, o)
	switch {
	case err != nil:
	case cause != byItself:
		versions.Add(now())
	default:
		g.auto = f.Sum()
	}
	return f, err
}

// saved records that a document was saved to a file. If it is another file than
// before, it has a claim of its own.
func (g *guard) saved(f *file.File, d resume.Document, claim *instance.Claim, to reports) {
	if g == nil {
		return
	}
	if g.journal != nil {
		g.journal.Saved(d, journal.BaseOf(f))
	}
	before := g.known.Load()
	g.known.Store(f)
	if before != nil && before.Path == f.Path {
		return
	}
	if claim != nil {
		g.claim.Release()
		g.claim = claim
	}
	g.watch(f, to)
}

// rebase records that the document is now based on another content of its file.
func (g *guard) rebase(f *file.File) {
	if g == nil {
		return
	}
	g.known.Store(f)
	if g.journal != nil {
		g.journal.Rebase(journal.BaseOf(f))
	}
}

// flush writes the journal now, for the next start to recover.
func (g *guard) flush() error {
	if g == nil || g.journal == nil {
		return nil
	}
	return g.journal.Flush()
}

// end ends the protection of a project that was saved or discarded.
func (g *guard) end() {
	if g == nil {
		return
	}
	if g.watcher != nil {
		g.watcher.Close()
	}
	g.claim.Release()
	if g.journal != nil {
		g.journal.Close()
	}
}

// taken is the window that has a file open, nil for none.
func taken(err error) *instance.Taken {
	var t *instance.Taken
	if errors.As(err, &t) {
		return t
	}
	return nil
}

package project

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"resumax/app/picker"
	"resumax/app/preferences"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
	"resumax/storage/instance"
	"resumax/storage/journal"
	"resumax/storage/recents"
	"resumax/widgets"
)

// bench is a project in a window with nothing else.
type bench struct {
	*Project
	session   *session.Session
	shell     *shell.Shell
	conflicts []Conflict
	path      string
	moved     []string // from and to
}

type noPicker struct{ saved string }

func (n *noPicker) Open(picker.Request, func(string, error)) {}

func (n *noPicker) Save(_ picker.Request, done func(string, error)) { done(n.saved, nil) }

func open(t *testing.T, stores Stores) *bench { return openWith(t, stores, session.Inline) }

func openWith(t *testing.T, stores Stores, threads session.Threads) *bench {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	b := &bench{session: session.New(time.Now), shell: shell.New(a, "Test", threads, nil), path: filepath.Join(t.TempDir(), "ada.json")}
	t.Cleanup(b.shell.Window.Close)
	b.shell.Stage.Later = func(time.Duration, func()) func() { return func() {} }
	screen := &shell.View{Content: canvas.NewRectangle(nil), Name: func() string { return "Test" }}
	b.shell.Screens.Reset(screen)
	b.Project = New(b.session, Services{Shell: b.shell, Stores: stores, Clock: time.Now, Prefs: preferences.New(a.Preferences()),
		Picker: func() picker.Picker { return &noPicker{} }, Opened: func([]resume.Problem, bool) {}, Closed: func() {}, Failed: func() {}, Recents: func() {}, NotSaved: func() {}, Renamed: func() {}, Moved: func(from, to string) { b.moved = append(b.moved, from, to) },
		Conflict: func(c Conflict) { b.conflicts = append(b.conflicts, c) }, DeletedNotice: func(string) string { return "deleted" }})
	t.Cleanup(b.End)
	if err := os.WriteFile(b.path, codec.Encode(named(t, "Ada")), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Open(b.path)
	if !b.IsOpen() || b.session.Now().Resume.Basics.Name != "Ada" {
		t.Fatal("not open")
	}
	return b
}

func named(t *testing.T, name string) resume.Document {
	t.Helper()
	d, err := resume.Document{}.SetText("/basics/name", name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// theirs writes the file as another program does, and reads it.
func (b *bench) theirs(t *testing.T, d resume.Document) file.Event {
	t.Helper()
	if err := os.WriteFile(b.path, codec.Encode(d), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := file.Load(b.path)
	if err != nil {
		t.Fatal(err)
	}
	return file.Event{Kind: file.Changed, File: f}
}

func TestWhatAnotherProgramWrote(t *testing.T) {
	edited := func(t *testing.T) (*bench, Conflict) {
		b := open(t, Stores{})
		b.session.Type("/basics/label", "Baker")
		b.noticed(b.theirs(t, named(t, "Ada Example")))
		if len(b.conflicts) != 1 {
			t.Fatalf("%d conflicts", len(b.conflicts))
		}
		return b, b.conflicts[0]
	}
	t.Run("merged", func(t *testing.T) {
		b, c := edited(t)
		merged, conflicts := resume.Merge(c.Base, c.Mine, c.Theirs)
		if len(conflicts) > 0 {
			t.Fatal(conflicts)
		}
		c.Merge(merged)
		if r := b.session.Now().Resume; r.Basics.Name != "Ada Example" || r.Basics.Label != "Baker" || !b.session.File().Dirty {
			t.Errorf("%+v", r.Basics)
		}
		b.session.Undo()
		if r := b.session.Now().Resume; r.Basics.Name != "Ada" || r.Basics.Label != "Baker" {
			t.Errorf("undone: %+v", r.Basics)
		}
		b.session.Redo()
		b.Save(nil)
		if f, _ := file.Load(b.path); f.Document.TextAt("/basics/label") != "Baker" || b.session.File().Dirty {
			t.Error("not saved over what was merged")
		}
	})
	t.Run("reloaded", func(t *testing.T) {
		b, c := edited(t)
		c.Reload()
		if r := b.session.Now().Resume; r.Basics.Name != "Ada Example" || r.Basics.Label != "" || b.session.File().Dirty {
			t.Errorf("%+v, %+v", r.Basics, b.session.File())
		}
	})
	t.Run("kept", func(t *testing.T) {
		b, c := edited(t)
		c.Keep()
		b.Save(nil)
		if f, _ := file.Load(b.path); f.Document.TextAt("/basics/name") != "Ada" || f.Document.TextAt("/basics/label") != "Baker" {
			t.Error("mine is not in the file")
		}
	})
	t.Run("later", func(t *testing.T) {
		b, _ := edited(t)
		b.Save(nil)
		if b.shell.Free() {
			t.Error("what the other program wrote is overwritten without a question")
		}
		if f, _ := file.Load(b.path); f.Document.TextAt("/basics/name") != "Ada Example" {
			t.Error("overwritten")
		}
	})
	t.Run("answered too late", func(t *testing.T) {
		b, c := edited(t)
		b.session.Undo()
		b.Open(b.path)
		b.session.Type("/basics/label", "Miller")
		c.Reload()
		if got := b.session.Now().Resume.Basics.Label; got != "Miller" {
			t.Errorf("another project has become %q", got)
		}
	})
	t.Run("the same", func(t *testing.T) {
		b := open(t, Stores{})
		d, _ := b.session.Now().Document.SetText("/basics/label", "Baker")
		b.session.Type("/basics/label", "Baker")
		b.noticed(b.theirs(t, codec.Stamped(d)))
		b.session.Replace("as written", codec.Stamped(d))
		if len(b.conflicts) > 1 {
			t.Error("asked about what is the same")
		}
	})
	t.Run("while a dialog is open", func(t *testing.T) {
		b := open(t, Stores{})
		var retry func()
		b.shell.Stage.Later = func(_ time.Duration, f func()) func() { retry = f; return func() {} }
		m := b.shell.Modal(canvas.NewRectangle(nil), nil)
		b.noticed(b.theirs(t, named(t, "Ada Example")))
		if len(b.conflicts) != 0 || retry == nil {
			t.Fatal("asked over another dialog")
		}
		m.Close()
		retry()
		if len(b.conflicts) != 1 {
			t.Error("not asked when the window is free")
		}
	})
}

func TestDeletedFileIsUnsavedWork(t *testing.T) {
	b := open(t, Stores{})
	os.Remove(b.path)
	b.noticed(file.Event{Kind: file.Deleted})
	if !b.session.File().Dirty || b.shell.Toaster.Text() != "deleted" {
		t.Errorf("%+v, %q", b.session.File(), b.shell.Toaster.Text())
	}
	b.Save(nil)
	if _, err := os.Stat(b.path); err != nil || b.session.File().Dirty {
		t.Error("saving does not write it again:", err)
	}
	os.Remove(b.path)
	b.noticed(file.Event{Kind: file.Deleted})
	b.noticed(file.Event{Kind: file.Restored})
	if b.session.File().Dirty {
		t.Error("a file that is back is not clean")
	}
}

// Where there is no place to save to, saving as another file is offered.
func TestVanishedFolder(t *testing.T) {
	b := open(t, Stores{})
	b.session.Type("/basics/label", "Baker")
	if err := os.RemoveAll(filepath.Dir(b.path)); err != nil {
		t.Fatal(err)
	}
	b.Save(nil)
	found := false
	for _, o := range test.LaidOutObjects(b.shell.Window.Canvas().Overlays().Top()) {
		if button, ok := o.(*widgets.Button); ok && button.Text == "Save as…" {
			found = true
		}
	}
	if !found {
		t.Error("no other place is offered")
	}
}

// What is unsaved is in the journal, and no longer when it is saved; each save
// leaves a version.
func TestJournalAndVersions(t *testing.T) {
	home := t.TempDir()
	b := open(t, Stores{Journals: journal.Folder(filepath.Join(home, "journal")), Versions: journal.Archive(filepath.Join(home, "versions"))})
	holds := func(words string) bool {
		files, _ := filepath.Glob(filepath.Join(home, "journal", "*.journal"))
		for _, f := range files {
			if data, _ := os.ReadFile(f); strings.Contains(string(data), words) {
				return true
			}
		}
		return false
	}
	b.session.Type("/basics/label", "Baker of 300 loaves")
	if err := b.Flush(); err != nil || !holds("Baker of 300 loaves") {
		t.Fatal("not in the journal:", err)
	}
	b.Save(nil)
	if err := b.guard.flush(); err != nil || holds("Baker") {
		t.Error("still in the journal after saving:", err)
	}
	all, err := b.Versions().List()
	if err != nil || len(all) != 2 {
		t.Errorf("%d versions, %v", len(all), err)
	}
	b.session.Type("/basics/label", "Miller")
	b.session.Undo()
	if err := b.guard.flush(); err != nil || holds("Miller") {
		t.Error("what was undone is in the journal:", err)
	}
	b.session.Type("/basics/label", "Miller")
	b.End()
	if holds("Miller") {
		t.Error("what was given up stays in the journal")
	}
}

// slowDisk are threads whose work is done no sooner than it is finished.
type slowDisk struct {
	slow bool
	work []func()
}

func (s *slowDisk) threads() session.Threads {
	return session.Threads{Post: func(f func()) { f() }, Async: func(f func()) {
		if s.slow {
			s.work = append(s.work, f)
			return
		}
		f()
	}}
}

func (s *slowDisk) finish() {
	for len(s.work) > 0 {
		f := s.work[0]
		s.work = s.work[1:]
		f()
	}
}

// What is asked for while the disk is slow comes after the save that is running: a
// second save takes nothing of the first for another program's, and a project is
// not closed before it is saved.
func TestSlowDisk(t *testing.T) {
	var disk slowDisk
	b := openWith(t, Stores{}, disk.threads())
	disk.slow = true
	b.session.Type("/basics/label", "Baker")
	b.Save(nil)
	b.session.Type("/basics/label", "Baker of bread")
	b.Save(nil)
	b.Close()
	if len(disk.work) != 1 {
		t.Fatalf("%d saves at a time", len(disk.work))
	}
	disk.finish()
	if f, err := file.Load(b.path); err != nil || f.Document.TextAt("/basics/label") != "Baker of bread" {
		t.Error("the second save is not in the file:", err)
	}
	if !b.shell.Free() || b.IsOpen() || b.session.File().Path != "" {
		t.Errorf("not closed after the saves: %+v", b.session.File())
	}
}

// What waits for a save that fails is not done: the user has to decide first.
func TestSlowDiskFails(t *testing.T) {
	var disk slowDisk
	b := openWith(t, Stores{}, disk.threads())
	b.session.Type("/basics/label", "Baker")
	b.theirs(t, named(t, "Ada Example"))
	disk.slow = true
	b.Save(nil)
	b.Close()
	disk.finish()
	if b.shell.Free() || !b.IsOpen() {
		t.Error("closed though it is not saved")
	}
}

// A window that opens its file anew keeps it for itself.
func TestReopenedKeepsClaim(t *testing.T) {
	claims := instance.Folder(t.TempDir())
	b := open(t, Stores{Claims: claims})
	b.Open(b.path)
	if _, err := claims.Claim(b.path, func() {}); taken(err) == nil {
		t.Error("another window could claim the file")
	}
}

// A window's own file is not another window's, by whatever name it is saved.
func TestSaveAsOwnFileByAnotherName(t *testing.T) {
	b := open(t, Stores{Claims: instance.Folder(t.TempDir())})
	link := filepath.Join(t.TempDir(), "link.json")
	if err := os.Symlink(b.path, link); err != nil {
		t.Skip("this system lets nobody make symbolic links:", err)
	}
	b.session.Type("/basics/label", "Baker")
	b.services.Picker = func() picker.Picker { return &noPicker{saved: link} }
	b.SaveAs(nil)
	if b.session.File().Dirty || !b.shell.Free() {
		t.Error("its own file, by another name, is taken for another window's")
	}
}

// From the moment that unsaved work is opened again its journal says the same as
// before: the file that it is recovered over does not end it.
func TestRecoveredStaysInJournal(t *testing.T) {
	journals := journal.Folder(t.TempDir())
	b := open(t, Stores{Journals: journals})
	b.session.Type("/basics/label", "Baker of 300 loaves")
	if err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	left := journal.Folder(t.TempDir()) // a journal without a lock is of a process that has ended
	written, _ := filepath.Glob(filepath.Join(string(journals), "*.journal"))
	for _, f := range written {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(string(left), filepath.Base(f)), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, faults := left.Recover(time.Now())
	if len(found) != 1 || len(faults) > 0 {
		t.Fatal(found, faults)
	}
	b.services.Opened = func([]resume.Problem, bool) {
		files, _ := filepath.Glob(filepath.Join(string(left), "*.journal"))
		if err := b.guard.flush(); err != nil || len(files) != 1 {
			t.Fatal(files, err)
		}
		if data, _ := os.ReadFile(files[0]); !strings.Contains(string(data), "Baker of 300 loaves") {
			t.Error("not in the journal while it is opened")
		}
	}
	b.Recover(found[0])
	if b.session.Now().Resume.Basics.Label != "Baker of 300 loaves" || !b.session.File().Dirty {
		t.Errorf("%+v", b.session.File())
	}
}

// What becomes of the file while the question about it is open, or waits for
// another dialog, counts: an answer does not make work saved whose file is gone.
func TestFileGoneDuringTheQuestion(t *testing.T) {
	for name, gone := range map[string]file.Event{
		"deleted":            {Kind: file.Deleted},
		"no resume any more": {Kind: file.Changed, Err: errors.New("no JSON")},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, Stores{})
			b.noticed(b.theirs(t, named(t, "Ada Example")))
			b.noticed(gone)
			b.conflicts[0].Reload()
			if b.session.Now().Resume.Basics.Name != "Ada Example" || !b.session.File().Dirty {
				t.Errorf("%q, dirty %v", b.session.Now().Resume.Basics.Name, b.session.File().Dirty)
			}
			b.noticed(b.theirs(t, named(t, "Ada Byron")))
			b.conflicts[1].Reload()
			if b.session.File().Dirty {
				t.Error("a file that is there again is not clean")
			}
		})
		t.Run(name+" before it is asked", func(t *testing.T) {
			b := open(t, Stores{})
			var retry func()
			b.shell.Stage.Later = func(_ time.Duration, f func()) func() { retry = f; return func() {} }
			m := b.shell.Modal(canvas.NewRectangle(nil), nil)
			b.noticed(b.theirs(t, named(t, "Ada Example")))
			ask := retry
			b.noticed(gone)
			m.Close()
			ask()
			if len(b.conflicts) != 0 {
				t.Error("asked about what is no longer in the file")
			}
		})
	}
}

// A renamed project goes on under its new name, with its versions and its journal, and
// replaces no other file.
// The desktop's list gets what is opened and saved, until its user wants none; the program's own list stays.
func TestRecentFilesOfTheDesktop(t *testing.T) {
	list := filepath.Join(t.TempDir(), "recently-used.xbel")
	b := open(t, Stores{Recents: recents.List(list)})
	listed := func() int {
		data, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Count(string(data), "<bookmark href=")
	}
	if n := listed(); n != 1 {
		t.Fatalf("%d files are listed", n)
	}
	other := filepath.Join(filepath.Dir(b.path), "other.json")
	if err := os.WriteFile(other, codec.Encode(named(t, "Bo")), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Unlist(true)
	b.Open(other)
	if n := listed(); n != 1 || len(b.services.Prefs.Recent()) != 2 {
		t.Errorf("%d files are listed, ours are %q", n, b.services.Prefs.Recent())
	}
}

func TestRename(t *testing.T) {
	home := t.TempDir()
	b := open(t, Stores{Journals: journal.Folder(filepath.Join(home, "journal")), Versions: journal.Archive(filepath.Join(home, "versions")),
		Claims: instance.Folder(filepath.Join(home, "claims"))})
	b.session.Type("/basics/label", "Baker")
	b.Save(nil)
	before, _ := b.Versions().List()
	b.session.Type("/basics/label", "Miller")
	other := filepath.Join(filepath.Dir(b.path), "other.json")
	if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Rename("other")
	if data, _ := os.ReadFile(other); b.shell.Free() || string(data) != "mine" || b.session.File().Path != b.path {
		t.Error("another file is replaced")
	}
	b.shell.Window.Canvas().Overlays().Top().Hide()
	for _, o := range b.shell.Window.Canvas().Overlays().List() {
		b.shell.Window.Canvas().Overlays().Remove(o)
	}
	b.Rename(" Ada: for bakers ")
	want := filepath.Join(filepath.Dir(b.path), "Ada for bakers.json")
	if b.session.File().Path != want || !b.session.File().Dirty || b.Name() != "Ada for bakers.json" {
		t.Fatalf("%+v", b.session.File())
	}
	if !slices.Equal(b.moved, []string{b.path, want}) {
		t.Errorf("what goes along is told %q", b.moved)
	}
	if _, err := os.Stat(b.path); err == nil {
		t.Error("the old name is still there")
	}
	if after, _ := b.Versions().List(); len(after) != len(before) || len(before) == 0 {
		t.Errorf("%d versions of %d", len(after), len(before))
	}
	if b.Save(nil); label(t, want) != "Miller" || b.session.File().Dirty {
		t.Error("not saved under the new name")
	}
	b.New(named(t, "Bea"), nil)
	if b.Rename("Bea 2026.json"); b.FileName() != "Bea 2026" || b.Name() != "Bea 2026" {
		t.Errorf("%q, %q", b.FileName(), b.Name())
	}
	if b.Rename("Bea 2027.resume.json"); b.FileName() != "Bea 2027" || b.Name() != "Bea 2027" {
		t.Errorf("%q, %q", b.FileName(), b.Name())
	}
}

// A project whose name desktops know keeps that ending, whatever is typed.
func TestRenameKeepsTheEnding(t *testing.T) {
	for typed, want := range map[string]string{"Bea": "Bea.resume.json", "Bea.json": "Bea.resume.json", "Bea.Resume.json": "Bea.Resume.json", "Bea v2.1": "Bea v2.1.resume.json"} {
		b := open(t, Stores{})
		b.Rename("Ada.resume.json")
		if b.FileName() != "Ada" || b.Name() != "Ada.resume.json" {
			t.Fatalf("%q, %q", b.FileName(), b.Name())
		}
		if b.Rename(typed); b.Name() != want {
			t.Errorf("%q becomes %q, want %q", typed, b.Name(), want)
		}
	}
}

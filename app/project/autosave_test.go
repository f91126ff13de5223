package project

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"resumax/resume"
	"resumax/storage/file"
	"resumax/storage/journal"
)

// timers are those that wait, and run when the test says so.
type timers struct{ waiting []*timer }

type timer struct {
	do      func()
	stopped bool
}

func (t *timers) later(_ time.Duration, f func()) func() {
	next := &timer{do: f}
	t.waiting = append(t.waiting, next)
	return func() { next.stopped = true }
}

// pass runs the timers that wait now, and returns how many ran.
func (t *timers) pass() (n int) {
	waiting := t.waiting
	t.waiting = nil
	for _, w := range waiting {
		if !w.stopped {
			n++
			w.do()
		}
	}
	return n
}

func label(t *testing.T, path string) string {
	t.Helper()
	f, err := file.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return f.Document.TextAt("/basics/label")
}

// A project with a file is saved once, a while after the last edit, and quits without
// a question.
func TestAutosave(t *testing.T) {
	var clock timers
	b := open(t, Stores{})
	b.shell.Stage.Later = clock.later
	for _, text := range []string{"B", "Ba", "Baker"} {
		b.session.Type("/basics/label", text)
	}
	if label(t, b.path) != "" {
		t.Error("saved at once")
	}
	if n := clock.pass(); n != 1 || label(t, b.path) != "Baker" || b.session.File().Dirty || b.shell.Toaster.Text() != "" {
		t.Errorf("%d saves, %q in the file, %+v, toast %q", n, label(t, b.path), b.session.File(), b.shell.Toaster.Text())
	}
	b.session.Undo()
	clock.pass()
	if label(t, b.path) != "" {
		t.Error("what undo does is not saved")
	}
	b.session.Type("/basics/label", "Miller")
	b.Close()
	if !b.shell.Free() || b.IsOpen() || label(t, b.path) != "Miller" {
		t.Errorf("closing asks, or does not save: %q", label(t, b.path))
	}
}

func TestAutosaveIsOff(t *testing.T) {
	var clock timers
	b := open(t, Stores{})
	b.shell.Stage.Later = clock.later
	b.services.Prefs.SetAutosave(false)
	b.session.Type("/basics/label", "Baker")
	if n := clock.pass(); n != 0 || label(t, b.path) != "" {
		t.Errorf("%d timers, %q", n, label(t, b.path))
	}
	b.services.Prefs.SetAutosave(true)
	b.AutosaveSoon()
	if clock.pass(); label(t, b.path) != "Baker" {
		t.Error("not saved after it was turned on")
	}
	b.services.Prefs.SetAutosave(false)
	b.session.Type("/basics/label", "Miller")
	if b.Close(); b.shell.Free() || !b.IsOpen() {
		t.Error("closed without a question")
	}
}

// What has no file is not written anywhere.
func TestAutosaveOfNewProject(t *testing.T) {
	var clock timers
	b := open(t, Stores{})
	b.New(named(t, "Bea"), nil)
	b.shell.Stage.Later = clock.later
	b.session.Type("/basics/label", "Baker")
	if n := clock.pass(); n != 0 || b.Autosaves() {
		t.Errorf("%d timers", n)
	}
}

// What another program has written is never overwritten, and it is said once.
func TestAutosaveAfterAnotherProgram(t *testing.T) {
	var clock timers
	b := open(t, Stores{})
	b.shell.Stage.Later = clock.later
	theirs, err := named(t, "Ada").SetText("/basics/label", "Theirs")
	if err != nil {
		t.Fatal(err)
	}
	e := b.theirs(t, theirs)
	b.session.Type("/basics/label", "Baker")
	clock.pass()
	if label(t, b.path) != "Theirs" || b.NotSaved() == "" || b.shell.Toaster.Text() == "" || !b.session.File().Dirty {
		t.Errorf("%q in the file, %q, toast %q", label(t, b.path), b.NotSaved(), b.shell.Toaster.Text())
	}
	b.shell.Toaster.Show("", "", nil)
	b.session.Type("/basics/label", "Baker of bread")
	if clock.pass(); b.shell.Toaster.Text() != "" || label(t, b.path) != "Theirs" {
		t.Errorf("said again: %q", b.shell.Toaster.Text())
	}
	b.noticed(e)
	b.conflicts[0].Keep()
	if clock.pass(); label(t, b.path) != "Baker of bread" || b.NotSaved() != "" {
		t.Errorf("after the answer: %q, %q", label(t, b.path), b.NotSaved())
	}
	os.Remove(b.path)
	b.noticed(file.Event{Kind: file.Deleted})
	b.session.Type("/basics/label", "Miller")
	clock.pass()
	if _, err := os.Stat(b.path); err == nil {
		t.Error("a deleted file is written again without being asked")
	}
}

// While the disk is slow or a question is open, it waits.
func TestAutosaveWaits(t *testing.T) {
	var clock timers
	var disk slowDisk
	b := openWith(t, Stores{}, disk.threads())
	b.shell.Stage.Later = clock.later
	b.session.Type("/basics/label", "Baker")
	m := b.shell.Modal(b.shell.Stage.Content(), nil)
	if clock.pass(); label(t, b.path) != "" {
		t.Error("saved over a question")
	}
	m.Close()
	disk.slow = true
	clock.pass()
	b.session.Type("/basics/label", "Baker of bread")
	clock.pass()
	if len(disk.work) != 1 {
		t.Fatalf("%d saves at a time", len(disk.work))
	}
	disk.finish()
	if label(t, b.path) != "Baker" || !b.session.File().Dirty {
		t.Errorf("%q in the file, %+v", label(t, b.path), b.session.File())
	}
	b.noticed(file.Event{Kind: file.Changed, File: b.file})
	if len(b.conflicts) != 0 {
		t.Error("our own save is taken for another program's")
	}
	clock.pass()
	b.Close()
	disk.finish()
	if label(t, b.path) != "Baker of bread" || b.IsOpen() {
		t.Errorf("%q in the file", label(t, b.path))
	}
}

// Saving by itself keeps the version at opening, and does not push out others.
func TestAutosaveVersions(t *testing.T) {
	var clock timers
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	b := open(t, Stores{Versions: journal.Archive(filepath.Join(t.TempDir(), "versions"))})
	b.services.Clock = func() time.Time { return now }
	b.shell.Stage.Later = clock.later
	count := func() int {
		all, err := b.Versions().List()
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	texts := []string{"a", "b", "c", "d", "e", "f"}
	for _, text := range texts {
		now = now.Add(time.Minute)
		b.session.Type("/basics/label", text)
		clock.pass()
	}
	all, err := b.Versions().List()
	if err != nil || len(all) != 1 {
		t.Fatalf("%d versions, %v", len(all), err)
	}
	if d, err := b.Versions().Load(all[0]); err != nil || d.TextAt("/basics/label") != "" || d.TextAt("/basics/name") != "Ada" {
		t.Error("the version at opening is not kept", err)
	}
	now = now.Add(autosaveVersions)
	b.session.Type("/basics/label", "later")
	if clock.pass(); count() != 2 {
		t.Errorf("%d versions after a while", count())
	}
	b.session.Type("/basics/label", "asked for")
	if b.Save(nil); count() != 4 {
		t.Errorf("%d versions after a save: those before and after are kept", count())
	}
	var d resume.Document
	d, _ = b.session.Now().Document.SetText("/basics/label", "Theirs")
	b.noticed(b.theirs(t, d))
	b.conflicts[0].Keep()
	b.session.Type("/basics/label", "mine")
	if clock.pass(); count() != 5 || label(t, b.path) != "mine" {
		t.Errorf("%d versions: what another program wrote is lost, or %q", count(), label(t, b.path))
	}
}

// Where no versions are wanted, none are kept; a save is a save all the same.
func TestNoVersions(t *testing.T) {
	b := open(t, Stores{Versions: journal.Archive(filepath.Join(t.TempDir(), "versions"))})
	b.services.Prefs.SetVersions(false)
	b.session.Type("/basics/label", "Baker")
	b.Save(nil)
	if all, err := b.Versions().List(); err != nil || len(all) != 0 || label(t, b.path) != "Baker" {
		t.Errorf("%d versions, %v, %q", len(all), err, label(t, b.path))
	}
}

package journal

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
)

// fakeClock goes on when it is told to, and calls what is due then.
type fakeClock struct {
	lock   sync.Mutex
	now    time.Time
	timers []*fakeTimer
}

type fakeTimer struct {
	at time.Time
	f  func()
}

func newClock() *fakeClock { return &fakeClock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)} }

func (c *fakeClock) Now() time.Time {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.now
}

func (c *fakeClock) AfterFunc(d time.Duration, f func()) func() bool {
	c.lock.Lock()
	defer c.lock.Unlock()
	t := &fakeTimer{c.now.Add(d), f}
	c.timers = append(c.timers, t)
	return func() bool {
		c.lock.Lock()
		defer c.lock.Unlock()
		n := len(c.timers)
		c.timers = slices.DeleteFunc(c.timers, func(o *fakeTimer) bool { return o == t })
		return len(c.timers) < n
	}
}

func (c *fakeClock) pass(d time.Duration) {
	end := c.Now().Add(d)
	for {
		c.lock.Lock()
		next := -1
		for i, t := range c.timers {
			if !t.at.After(end) && (next < 0 || t.at.Before(c.timers[next].at)) {
				next = i
			}
		}
		if next < 0 {
			c.now = end
			c.lock.Unlock()
			return
		}
		t := c.timers[next]
		c.timers = slices.Delete(c.timers, next, next+1)
		if t.at.After(c.now) {
			c.now = t.at
		}
		c.lock.Unlock()
		t.f()
	}
}

// desk is a project and its journal.
type desk struct {
	t      *testing.T
	folder Folder
	clock  *fakeClock
	path   string
	file   *file.File
	j      *Journal
	faults []error // that were reported
	full   bool    // the disk
}

func named(t testing.TB, name string) resume.Document {
	t.Helper()
	d, err := resume.Document{}.SetText("/basics/name", name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func newDesk(t *testing.T) *desk {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	d := &desk{t: t, folder: Folder(filepath.Join(t.TempDir(), "journal")), clock: newClock(), path: filepath.Join(t.TempDir(), "cv.json")}
	var err error
	if d.file, err = file.Save(d.path, named(t, "saved"), file.SaveOptions{}); err != nil {
		t.Fatal(err)
	}
	d.j = d.start(BaseOf(d.file))
	return d
}

func (d *desk) options() Options {
	return Options{Clock: d.clock, Report: func(err error) { d.faults = append(d.faults, err) }, writeFile: func(path string, data []byte) error {
		if d.full {
			return fmt.Errorf("“x” cannot be written: %w", syscall.ENOSPC)
		}
		return file.WriteFile(path, data)
	}}
}

func (d *desk) start(base Base) *Journal {
	d.t.Helper()
	j, err := d.folder.Start(base, d.options())
	if err != nil {
		d.t.Fatal(err)
	}
	return j
}

// kill ends the journal as a kill does: nothing more is written, and its lock is
// free.
func (d *desk) kill() {
	if d.j.lock != nil {
		d.j.lock.Release()
	}
	d.j.state.Lock()
	d.j.closed = true
	d.j.state.Unlock()
}

// recover is what is found at the next start.
func (d *desk) recover() []*Recovery {
	d.t.Helper()
	all, faults := d.folder.Recover(d.clock.Now())
	if len(faults) > 0 {
		d.t.Error("faults:", faults)
	}
	return all
}

// one is what is recovered, which must be one document.
func (d *desk) one(name string, state State) *Recovery {
	d.t.Helper()
	all := d.recover()
	if len(all) != 1 {
		d.t.Fatalf("%d are recovered", len(all))
	}
	if r := all[0]; r.Document.TextAt("/basics/name") != name || r.State != state {
		d.t.Fatalf("recovered %s, %d; want %q, %d", r.Document.Root(), r.State, name, state)
	}
	return all[0]
}

func (d *desk) files() []string {
	entries, err := os.ReadDir(string(d.folder))
	if err != nil {
		d.t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, filepath.Ext(e.Name()))
	}
	slices.Sort(names)
	return names
}

func TestWrittenWhenTypingPauses(t *testing.T) {
	d := newDesk(t)
	d.j.Submit(named(t, "a"))
	d.clock.pass(quietTime - time.Millisecond)
	if got := d.files(); slices.Contains(got, entryEnd) {
		t.Error("written at once")
	}
	d.clock.pass(time.Millisecond)
	d.kill()
	r := d.one("a", Unchanged)
	if r.Path != d.path || r.Saved == nil || r.Saved.Document.TextAt("/basics/name") != "saved" || !r.Time.Equal(d.clock.Now()) {
		t.Errorf("%+v", r)
	}
}

// Whatever the rhythm of the typing, no keystroke is unwritten for longer than
// the latest time.
func TestNoKeystrokeWaitsForLong(t *testing.T) {
	d := newDesk(t)
	d.j.options.writeFile = func(string, []byte) error { return nil }
	rapid.Check(t, func(t *rapid.T) {
		for _, pause := range rapid.SliceOfN(rapid.IntRange(1, 1800), 1, 60).Draw(t, "pauses") {
			d.j.Submit(named(d.t, fmt.Sprint(pause)))
			d.clock.pass(time.Duration(pause) * time.Millisecond)
			d.j.state.Lock()
			waits := d.clock.now.Sub(d.j.since)
			if d.j.changed && waits >= latestTime {
				t.Fatalf("a keystroke has waited for %v", waits)
			}
			d.j.state.Unlock()
		}
	})
}

func TestCleanProjectsLeaveNothing(t *testing.T) {
	for name, act := range map[string]func(d *desk){
		"nothing":  func(d *desk) {},
		"undone":   func(d *desk) { d.j.Submit(named(d.t, "a")); d.clock.pass(time.Second); d.j.Clean(); d.clock.pass(0) },
		"closed":   func(d *desk) { d.j.Submit(named(d.t, "a")); d.clock.pass(time.Second); d.close() },
		"saved":    func(d *desk) { d.j.Submit(named(d.t, "a")); d.save("a"); d.saved("a") },
		"saved as": func(d *desk) { d.path += "2"; d.j.Submit(named(d.t, "a")); d.save("a"); d.saved("a") },
		"killed after the save": func(d *desk) {
			d.j.Submit(named(d.t, "older"))
			d.clock.pass(time.Second)
			d.j.Submit(named(d.t, "a"))
			d.save("a")
		},
		"undone, and killed before it was noted": func(d *desk) { d.j.Submit(named(d.t, "saved")); d.clock.pass(time.Second) },
	} {
		d := newDesk(t)
		act(d)
		d.kill()
		if all := d.recover(); len(all) > 0 {
			t.Errorf("%s: recovered %s", name, all[0].Document.Root())
		}
		if got := d.files(); slices.Contains(got, entryEnd) {
			t.Errorf("%s: %q are left", name, got)
		}
	}
}

func (d *desk) close() {
	if err := d.j.Close(); err != nil {
		d.t.Error(err)
	}
}

func (d *desk) save(name string) {
	d.t.Helper()
	if err := d.j.Saving(named(d.t, name)); err != nil {
		d.t.Error(err)
	}
	f, err := file.Save(d.path, named(d.t, name), file.SaveOptions{})
	if err != nil {
		d.t.Fatal(err)
	}
	d.file = f
}

func (d *desk) saved(name string) {
	d.j.Saved(named(d.t, name), BaseOf(d.file))
	d.clock.pass(0)
}

// What is typed while a save is under way is neither lost nor taken for older
// than the save, whenever the process is killed.
func TestTypingWhileSaving(t *testing.T) {
	for _, noted := range []bool{false, true} {
		d := newDesk(t)
		d.j.Submit(named(t, "a"))
		d.save("a")
		d.j.Submit(named(t, "b"))
		if noted {
			d.saved("a")
		}
		d.clock.pass(latestTime)
		d.kill()
		d.one("b", Unchanged)
	}
}

func TestJournalsAndOtherPrograms(t *testing.T) {
	d := newDesk(t)
	d.j.Submit(named(t, "mine"))
	d.clock.pass(time.Second)
	d.kill()
	if _, err := file.Save(d.path, named(t, "another program's"), file.SaveOptions{}); err != nil {
		t.Fatal(err)
	}
	r := d.one("mine", Changed)
	if r.Saved.Document.TextAt("/basics/name") != "another program's" {
		t.Error("the newer file is not offered")
	}
	r.Release()
	if err := os.Remove(d.path); err != nil {
		t.Fatal(err)
	}
	r = d.one("mine", Gone)
	if err := r.Discard(); err != nil {
		t.Error(err)
	}
	if all := d.recover(); len(all) > 0 {
		t.Error("recovered after it was discarded")
	}
}

func TestUnsavedProjects(t *testing.T) {
	d := newDesk(t)
	d.j = d.start(Base{})
	d.j.Submit(named(t, "new"))
	d.clock.pass(time.Second)
	d.kill()
	d.one("new", New)
}

// A recovered document that is worked on stays in the journal all the while.
func TestContinue(t *testing.T) {
	d := newDesk(t)
	d.j.Submit(named(t, "a"))
	d.clock.pass(time.Second)
	d.kill()
	r := d.one("a", Unchanged)
	d.j = r.Continue(BaseOf(r.Saved), d.options())
	if all := d.recover(); len(all) > 0 {
		t.Error("it is offered to another window too")
	}
	d.kill() // before anything was written
	r = d.one("a", Unchanged)
	d.j = r.Continue(BaseOf(r.Saved), d.options())
	d.j.Submit(named(t, "b"))
	d.clock.pass(time.Second)
	d.save("b")
	d.saved("b")
	d.close()
	if got := d.files(); len(got) > 0 {
		t.Errorf("%q are left", got)
	}
}

func TestDamagedJournalsAreSetAside(t *testing.T) {
	d := newDesk(t)
	for i := range maxDamaged + 3 {
		if err := os.WriteFile(d.folder.entryFile(fmt.Sprintf("%016x", i)), []byte("resumax-journal 1 "), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(d.folder.entryFile("a folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	all, faults := d.folder.Recover(d.clock.Now())
	if len(all) > 0 || len(faults) != maxDamaged+4 {
		t.Fatalf("%v, %d faults", all, len(faults))
	}
	if text := faults[0].Error(); strings.Contains(text, "\n") || !strings.Contains(text, "set aside") {
		t.Error(text)
	}
	d.recover() // again: nothing is said of them any more, and the oldest go
	if got := d.files(); len(got) != maxDamaged+1 {
		t.Errorf("%q", got)
	}
}

func TestJournalsThatCannotBeWritten(t *testing.T) {
	d := newDesk(t)
	d.full = true
	d.j.Submit(named(t, "a"))
	d.clock.pass(10 * time.Second)
	if err := d.j.Flush(); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("flushed: %v", err)
	}
	if len(d.faults) != 1 || !errors.Is(d.faults[0], syscall.ENOSPC) {
		t.Errorf("reported %v", d.faults)
	}
	d.full = false
	d.clock.pass(latestTime)
	if len(d.faults) != 2 || d.faults[1] != nil {
		t.Errorf("reported %v", d.faults)
	}
	d.kill()
	d.one("a", Unchanged)
	for _, f := range []Folder{"", Folder(filepath.Join(d.path, "below a file"))} {
		if _, err := f.Start(Base{}, d.options()); err == nil {
			t.Errorf("%q: started", f)
		}
	}
}

// Whatever is cut from an entry or changed in it is noticed.
func TestDamagedEntries(t *testing.T) {
	whole := entry{Base{"/a/cv.json", Sum{1}}, Sum{2}, newClock().now, codec.Encode(named(t, "Zoë"))}.encode()
	e, d, err := readEntry(whole)
	if err != nil || e.base.Path != "/a/cv.json" || e.base.Sum != (Sum{1}) || e.saving != (Sum{2}) || d.TextAt("/basics/name") != "Zoë" {
		t.Fatal(e, err)
	}
	for i := range whole {
		bad := slices.Clone(whole)
		bad[i] ^= 1
		if _, _, err := readEntry(bad); !errors.Is(err, errDamaged) {
			t.Fatalf("byte %d was changed: %v", i, err)
		}
		if _, _, err := readEntry(whole[:i]); !errors.Is(err, errDamaged) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
}

func FuzzReadEntry(f *testing.F) {
	f.Add(entry{time: newClock().now, document: codec.Encode(named(f, "A"))}.encode())
	f.Add([]byte("resumax-journal 1 \n{}\n{}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, d := range [][]byte{data, signed(data)} {
			if e, doc, err := readEntry(d); err == nil {
				again, same, err := readEntry(entry{e.base, e.saving, e.time, codec.Encode(doc)}.encode())
				if err != nil || again.base != e.base || contentSum(same) != contentSum(doc) {
					t.Errorf("%+v, %v", again, err)
				}
			}
		}
	})
}

// signed is a body with the checksum that it should have, so that what is inside
// is fuzzed too.
func signed(body []byte) []byte {
	sum := sha256.Sum256(body)
	return append([]byte(entryStart+hexOf(sum)+"\n"), body...)
}

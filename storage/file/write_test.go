package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	oldText = "the old content, which has a length of its own"
	newText = "the new content is longer than the old: it has one more sentence in it"
)

// faulty is a disk on which something goes wrong at a step.
type faulty struct {
	system
	steps int   // that were taken
	at    int   // the first step that fails, counted from 1; 0 for none
	last  int   // the last one that fails
	err   error // what they fail with
	dead  bool  // after the first, nothing happens any more: the process was killed
	open  []handle

	denied     string // a folder in which nothing can be made
	keepsOwner bool   // attributes cannot be given to another file
}

var errKilled = errors.New("killed")

// step counts a step and says whether it fails.
func (d *faulty) step() error {
	d.steps++
	if d.at == 0 || d.steps < d.at || d.steps > d.last {
		return nil
	}
	if d.dead {
		return errKilled
	}
	return d.err
}

func (d *faulty) Lstat(path string) (fs.FileInfo, error) {
	if err := d.step(); err != nil {
		return nil, err
	}
	return d.system.Lstat(path)
}

func (d *faulty) Open(path string, flag int, mode fs.FileMode) (handle, error) {
	if err := d.step(); err != nil {
		return nil, err
	}
	if flag&os.O_CREATE != 0 && filepath.Dir(path) == d.denied {
		return nil, &fs.PathError{Op: "open", Path: path, Err: syscall.EACCES}
	}
	f, err := d.system.Open(path, flag, mode)
	if err != nil {
		return nil, err
	}
	d.open = append(d.open, f)
	return &faultyFile{f, d}, nil
}

func (d *faulty) Rename(from, to string) error {
	if err := d.step(); err != nil {
		return err
	}
	return d.system.Rename(from, to)
}

func (d *faulty) Remove(path string) error {
	if err := d.step(); err != nil {
		return err
	}
	return d.system.Remove(path)
}

func (d *faulty) MakeFolder(path string) error {
	if err := d.step(); err != nil {
		return err
	}
	return d.system.MakeFolder(path)
}

func (d *faulty) SyncFolder(path string) error {
	if err := d.step(); err != nil {
		return err
	}
	return nil
}

// end closes what a killed process had open, as the system does.
func (d *faulty) end() {
	for _, f := range d.open {
		f.Close()
	}
}

type faultyFile struct {
	handle
	disk *faulty
}

// WriteAt writes a half before it fails, as a disk does that fills up.
func (f *faultyFile) WriteAt(data []byte, at int64) (int, error) {
	if err := f.disk.step(); err != nil {
		n, _ := f.handle.WriteAt(data[:len(data)/2], at)
		return n, err
	}
	return f.handle.WriteAt(data, at)
}

func (f *faultyFile) Truncate(size int64) error {
	if err := f.disk.step(); err != nil {
		return err
	}
	return f.handle.Truncate(size)
}

func (f *faultyFile) Sync() error {
	if err := f.disk.step(); err != nil {
		return err
	}
	return nil // no test pulls the plug, and a real disk takes its time
}

func (f *faultyFile) Close() error {
	if err := f.disk.step(); err != nil && !f.disk.dead {
		f.handle.Close()
		return err
	}
	if f.disk.dead && f.disk.at > 0 && f.disk.steps >= f.disk.at {
		return errKilled // the system closes it at the end
	}
	return f.handle.Close()
}

func (f *faultyFile) CopyAttributes(from handle) error {
	if err := f.disk.step(); err != nil {
		return err
	}
	if f.disk.keepsOwner {
		return syscall.EPERM
	}
	return f.handle.CopyAttributes(from.(*faultyFile).handle)
}

// place is a kind of file that is written to.
type place struct {
	name    string
	before  string // its content, "" where there is none
	inPlace bool
	make    func(t *testing.T, folder string) (path string)
	disk    func(d *faulty, folder string)
}

var places = []place{
	{name: "new", make: func(t *testing.T, folder string) string { return filepath.Join(folder, "cv.json") }},
	{name: "usual", before: oldText, make: func(t *testing.T, folder string) string { return put(t, filepath.Join(folder, "cv.json")) }},
	{name: "symbolic link", before: oldText, make: func(t *testing.T, folder string) string {
		put(t, filepath.Join(folder, "cv.json"))
		return link(t, "cv.json", filepath.Join(folder, "link.json"))
	}},
	{name: "dangling link", make: func(t *testing.T, folder string) string {
		return link(t, "cv.json", filepath.Join(folder, "link.json"))
	}},
	{name: "hard link", before: oldText, inPlace: true, make: func(t *testing.T, folder string) string {
		path := put(t, filepath.Join(folder, "cv.json"))
		if err := os.Link(path, filepath.Join(folder, "other.json")); err != nil {
			t.Fatal(err)
		}
		return path
	}},
	{name: "folder that may not be changed", before: oldText, inPlace: true,
		make: func(t *testing.T, folder string) string { return put(t, filepath.Join(folder, "cv.json")) },
		disk: func(d *faulty, folder string) { d.denied = folder }},
	{name: "owner that cannot be given", before: oldText, inPlace: true,
		make: func(t *testing.T, folder string) string { return put(t, filepath.Join(folder, "cv.json")) },
		disk: func(d *faulty, _ string) { d.keepsOwner = true }},
}

// texts are what is written to it: only in place does it matter which is longer.
func (p place) texts() []string {
	if p.inPlace {
		return []string{newText, "short"}
	}
	return []string{newText}
}

func put(t *testing.T, path string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(oldText), 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

func link(t *testing.T, to, path string) string {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Skip("this system lets nobody make symbolic links:", err)
	}
	return path
}

// scene is a folder with one file of a kind, and a disk.
type scene struct {
	place
	saver  saver
	disk   *faulty
	folder string
	path   string
	names  []string // of the folder's files, before
}

func (p place) scene(t *testing.T) *scene {
	folder, err := filepath.EvalSymlinks(t.TempDir()) // macOS's is behind a link
	if err != nil {
		t.Fatal(err)
	}
	d := &faulty{}
	if p.disk != nil {
		p.disk(d, folder)
	}
	s := &scene{place: p, disk: d, folder: folder, saver: saver{d, filepath.Join(t.TempDir(), "rescue")}}
	s.path = p.make(t, folder)
	s.names = names(t, folder)
	return s
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// check holds the folder to one content and to nothing left behind.
func (s *scene) check(t *testing.T, what, want string) {
	t.Helper()
	got, err := os.ReadFile(s.path)
	if err != nil && want != "" || string(got) != want {
		t.Errorf("%s: %s: the file is %q (%v), want %q", s.name, what, got, err, want)
	}
	wantNames := s.names
	if s.before == "" && want != "" {
		wantNames = append([]string{"cv.json"}, s.names...)
	}
	if now := names(t, s.folder); strings.Join(now, " ") != strings.Join(wantNames, " ") {
		t.Errorf("%s: %s: the folder has %q, want %q", s.name, what, now, wantNames)
	}
	if left := names(t, s.saver.rescue); len(left) > 0 {
		t.Errorf("%s: %s: %q are left in the rescue folder", s.name, what, left)
	}
}

func TestEveryKindOfFileIsKept(t *testing.T) {
	for _, p := range places {
		for _, text := range []string{newText, "short"} {
			s := p.scene(t)
			before, _ := os.Stat(s.path)
			if err := s.saver.write(s.path, []byte(text)); err != nil {
				t.Errorf("%s: %v", p.name, err)
				continue
			}
			s.check(t, "written", text)
			after, err := os.Stat(s.path)
			if err != nil {
				t.Fatal(err)
			}
			if before == nil {
				continue
			}
			if os.SameFile(before, after) != p.inPlace {
				t.Errorf("%s: the same file: %v, want %v", p.name, !p.inPlace, p.inPlace)
			}
			if before.Mode() != after.Mode() {
				t.Errorf("%s: permissions %v have become %v", p.name, before.Mode(), after.Mode())
			}
			if p.name == "hard link" {
				if other, _ := os.ReadFile(filepath.Join(s.folder, "other.json")); string(other) != text {
					t.Errorf("the other name has %q", other)
				}
			}
		}
	}
}

// Whatever step fails, and with what, the file has its old content or the new,
// and nothing is left behind.
func TestEveryStepMayFail(t *testing.T) {
	for _, p := range places {
		for _, text := range p.texts() {
			steps := stepsOf(t, p, text)
			for at := 1; at <= steps; at++ {
				for _, err := range []error{syscall.ENOSPC, syscall.EIO} {
					s := p.scene(t)
					s.disk.at, s.disk.last, s.disk.err = at, at, &fs.PathError{Op: "write", Path: s.path, Err: err}
					got := s.saver.write(s.path, []byte(text))
					s.disk.at = 0
					// A step may be the removal of what was kept, which the next start makes up for.
					s.saver.recover(time.Now().Add(time.Hour))
					CleanTemporary(s.folder, time.Now().Add(time.Hour))
					now, _ := os.ReadFile(s.path)
					switch {
					case got == nil:
						s.check(t, "written anyway", text)
					case string(now) == text: // only its durability is in doubt
						s.check(t, "failed at the end", text)
					default:
						s.check(t, "failed", p.before)
					}
				}
			}
		}
	}
}

func stepsOf(t *testing.T, p place, text string) int {
	s := p.scene(t)
	if err := s.saver.write(s.path, []byte(text)); err != nil {
		t.Fatal(err)
	}
	if s.disk.steps < 5 {
		t.Fatalf("%s: %d steps", p.name, s.disk.steps)
	}
	return s.disk.steps
}

// A process may be killed at any step, or the disk may be pulled. What is there
// at the next start is the old content or the new, after it was recovered and
// cleaned.
func TestKilledAtEveryStep(t *testing.T) {
	for _, p := range places {
		for _, text := range p.texts() {
			for at := 1; at <= stepsOf(t, p, text); at++ {
				for _, dead := range []bool{true, false} {
					s := p.scene(t)
					s.disk.at, s.disk.last, s.disk.dead, s.disk.err = at, 1<<30, dead, syscall.EIO
					said := s.saver.write(s.path, []byte(text))
					s.disk.end()
					healthy := saver{system{}, s.saver.rescue}
					for _, r := range healthy.recover(time.Now().Add(time.Hour)) {
						if r.Copy != "" {
							t.Errorf("%s: killed at step %d: set aside: %+v", p.name, at, r)
						}
					}
					CleanTemporary(s.folder, time.Now().Add(time.Hour))
					CleanTemporary(s.saver.rescue, time.Now().Add(time.Hour))
					if now, _ := os.ReadFile(s.path); string(now) == text {
						s.check(t, "killed", text)
					} else if said == nil {
						t.Errorf("%s: killed at step %d: nothing was said, and nothing written", p.name, at)
					} else {
						s.check(t, "killed", p.before)
					}
				}
			}
		}
	}
}

// Whoever recovers may run in another folder than who was killed.
func TestRelativePathsAreRecovered(t *testing.T) {
	p := places[slices.IndexFunc(places, func(p place) bool { return p.name == "hard link" })]
	for at := 1; at <= stepsOf(t, p, newText); at++ {
		s := p.scene(t)
		s.disk.at, s.disk.last, s.disk.dead = at, 1<<30, true
		t.Chdir(s.folder)
		said := s.saver.write(filepath.Base(s.path), []byte(newText))
		s.disk.end()
		t.Chdir(t.TempDir())
		saver{system{}, s.saver.rescue}.recover(time.Now().Add(time.Hour))
		if now, _ := os.ReadFile(s.path); string(now) != newText && (said == nil || string(now) != oldText) {
			t.Errorf("killed at step %d: %q", at, now)
		}
	}
}

// Who loads a file that was half written sees the whole of it, also a program that
// recovers nothing else.
func TestLoadingCompletesWhatWasInterrupted(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	before, after := `{"basics":{"name":"Before, with a long name"}}`, `{"basics":{"name":"After"}}`
	path := write(t, before)
	s := newSaver()
	for _, text := range []string{before, after + before[len(after):], before[:20]} {
		_, kept, err := s.keep(rescue{path, []byte(before), []byte(after)})
		if err != nil {
			t.Fatal(err)
		}
		kept.Close()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := Load(path)
		switch text {
		case before: // nothing of the save had reached it
			if err != nil || f.Document.TextAt("/basics/name") != "Before, with a long name" {
				t.Errorf("%q: %v", text, err)
			}
		case before[:20]: // shorter than either: another program's doing
			if err == nil {
				t.Errorf("%q: %s", text, f.Document.Root())
			}
		default:
			if err != nil || f.Document.TextAt("/basics/name") != "After" {
				t.Errorf("%q: %v", text, err)
			}
		}
	}
}

// A file that another program wrote after a crash is not touched by recovery.
func TestRecoveryLeavesWhatOthersWrote(t *testing.T) {
	folder := t.TempDir()
	s := saver{system{}, filepath.Join(folder, "rescue")}
	path := put(t, filepath.Join(folder, "cv.json"))
	_, kept, err := s.keep(rescue{path, []byte(oldText), []byte(newText)})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.recover(time.Now()); got != nil {
		t.Errorf("recovered while it is written: %v", got)
	}
	kept.Close()
	other := strings.Replace(oldText, "old", "odd", 1)
	if err := os.WriteFile(path, []byte(other), 0o600); err != nil {
		t.Fatal(err)
	}
	got := s.recover(time.Now())
	if len(got) != 1 || got[0].Copy == "" {
		t.Fatalf("%+v", got)
	}
	now, _ := os.ReadFile(path)
	aside, _ := os.ReadFile(got[0].Copy)
	if string(now) != other || string(aside) != newText {
		t.Errorf("the file has %q, the copy %q", now, aside)
	}
	if again := s.recover(time.Now()); again != nil {
		t.Errorf("again: %v", again)
	}
}

func TestWhatFailedIsSaid(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	folder := t.TempDir()
	locked := put(t, filepath.Join(folder, "locked.json"))
	if err := os.Chmod(locked, 0o444); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path, want string
		is         error
	}{
		{folder, "it is a folder", nil},
		{filepath.Join(folder, "none", "x.json"), "no longer exists", ErrNoFolder},
		{filepath.Join(locked, "x.json"), "no longer exists", ErrNoFolder},
		{locked, "read-only", ErrReadOnly},
		{filepath.Join(folder, strings.Repeat("n", 300)), "too long", nil},
		{os.DevNull, "not a regular file", nil},
		{link(t, "b", filepath.Join(folder, "b")), "leads back to itself", nil},
		{link(t, "none/deep", filepath.Join(folder, "nowhere")), "no longer exists", ErrNoFolder},
	} {
		if runtime.GOOS == "windows" && c.want == "too long" {
			continue
		}
		err := WriteFile(c.path, []byte("{}"))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), quoted(c.path)) || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v", c.path, err)
		}
	}
	for err, kind := range map[error]error{syscall.ENOSPC: ErrFull, syscall.EROFS: ErrReadOnly, syscall.EACCES: ErrReadOnly, syscall.ENOENT: ErrNoFolder, ErrBusy: ErrBusy} {
		if runtime.GOOS != "windows" && !errors.Is(failed("a", &fs.PathError{Err: err}), kind) {
			t.Errorf("%v is not %v", err, kind)
		}
	}
}

// A file that another program holds is tried again for a second, whichever step that stops, and then that is said; what
// was there is whole all the while.
func TestBusyFiles(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	for at := 1; ; at++ {
		for _, last := range []int{at, at + 2, 1 << 30} {
			path := put(t, filepath.Join(t.TempDir(), "cv.json"))
			d := &faulty{at: at, last: last, err: &fs.PathError{Op: "rename", Path: path, Err: ErrBusy}}
			var waited time.Duration
			err := patiently(func(pause time.Duration) { waited += pause }, func() error { return saver{disk: d}.write(path, []byte(newText)) })
			if d.steps < at {
				if at < 5 {
					t.Errorf("only %d steps", d.steps)
				}
				return
			}
			got, _ := os.ReadFile(path)
			switch said := failed(path, err); {
			case err == nil && string(got) == newText:
			case err == nil, string(got) != oldText && string(got) != newText:
				t.Errorf("step %d: the file reads %q: %v", at, got, err)
			case last < 1<<30:
				t.Errorf("step %d: given up after %v: %v", at, waited, err)
			case waited != time.Second, !errors.Is(said, ErrBusy), said.Error() != "“cv.json” cannot be written: another program has it open. Nothing on disk has changed; close it there, or choose another location":
				t.Errorf("step %d: after %v: %v", at, waited, said)
			}
		}
	}
}

func TestLongNames(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), strings.Repeat("n", 250)+".json")
	for range 2 {
		if err := WriteFile(path, []byte("{}")); err != nil {
			t.Error(err)
		}
	}
}

// A link that leads through another one and up again is followed as the system
// does, not as the words of the path read.
func TestLinksThroughLinkedFolders(t *testing.T) {
	folder := t.TempDir()
	for _, f := range []string{"a/b", "c"} {
		if err := os.MkdirAll(filepath.Join(folder, f), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	link(t, filepath.Join(folder, "a/b"), filepath.Join(folder, "c/deep"))
	path := link(t, "deep/../new.json", filepath.Join(folder, "c/link.json"))
	if err := WriteFile(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(folder, "a/new.json")); string(got) != "x" {
		t.Error(err)
	}
}

func TestSame(t *testing.T) {
	folder := t.TempDir()
	a := put(t, filepath.Join(folder, "a.json"))
	hard := filepath.Join(folder, "hard.json")
	if err := os.Link(a, hard); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{a, a, true},
		{a, hard, true},
		{a, link(t, "a.json", filepath.Join(folder, "soft.json")), true},
		{a, folder + "/../" + filepath.Base(folder) + "/a.json", true},
		{a, put(t, filepath.Join(folder, "b.json")), false},
		{a, filepath.Join(folder, "none"), false},
		{filepath.Join(folder, "none"), link(t, "none", filepath.Join(folder, "dangling")), true},
		{filepath.Join(folder, "none"), filepath.Join(folder, "nothing"), false},
	} {
		if Same(c.a, c.b) != c.same || Same(c.b, c.a) != c.same {
			t.Errorf("%s and %s: want %v", c.a, c.b, c.same)
		}
	}
}

func TestCleanTemporary(t *testing.T) {
	folder := t.TempDir()
	_, writing, err := newSaver().temporary(folder, temporaryEnd, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer writing.Close()
	busy := names(t, folder)[0]
	for _, name := range []string{".resumax-0123456789abcdef.tmp", ".resumax-notes.tmp", "resumax-0123456789abcdef.tmp", "cv.json"} {
		put(t, filepath.Join(folder, name))
	}
	if err := os.Mkdir(filepath.Join(folder, ".resumax-0123456789abcde0.tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	if n := CleanTemporary(folder, time.Now()); n != 0 {
		t.Errorf("%d that are new", n)
	}
	if n := CleanTemporary(folder, time.Now().Add(time.Hour)); n != 1 {
		t.Errorf("%d were cleaned", n)
	}
	left := strings.Join(names(t, folder), " ")
	for _, want := range []string{busy, "cv.json", ".resumax-notes.tmp", ".resumax-0123456789abcde0.tmp"} {
		if !strings.Contains(left, want) {
			t.Errorf("%s is gone", want)
		}
	}
	writing.Close()
	if n := CleanTemporary(folder, time.Now().Add(time.Hour)); n != 1 {
		t.Errorf("%d were cleaned after it was given up", n)
	}
}

func FuzzReadRescue(f *testing.F) {
	f.Add(rescue{"/a/cv.json", []byte(oldText), []byte(newText)}.encode())
	f.Add([]byte(`{"path":"/a","old":-1,"new":1,"sum":""}` + "\nab"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, ok := readRescue(data)
		if !ok {
			return
		}
		if again, ok := readRescue(r.encode()); !ok || string(again.New) != string(r.New) || string(again.Old) != string(r.Old) || again.Path != r.Path {
			t.Errorf("%+v", again)
		}
	})
}

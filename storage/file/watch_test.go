package file

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// stage is a file that is watched.
type stage struct {
	t      *testing.T
	path   string
	known  atomic.Pointer[File]
	events chan Event
	w      *Watcher
}

func watched(t *testing.T, path string) *stage {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	s := &stage{t: t, path: path, events: make(chan Event, 10)}
	s.known.Store(load(t, path))
	s.w = Watch(path, func() [32]byte { return s.known.Load().Sum() }, func(e Event) { s.events <- e },
		WatchOptions{Settle: 20 * time.Millisecond, Poll: 20 * time.Millisecond})
	t.Cleanup(s.w.Close)
	return s
}

func (s *stage) others(text string) {
	s.t.Helper()
	if err := os.WriteFile(s.path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// next waits for an event.
func (s *stage) next(kind Kind) Event {
	s.t.Helper()
	select {
	case e := <-s.events:
		if e.Kind != kind {
			s.t.Fatalf("%+v, want %d", e, kind)
		}
		return e
	case <-time.After(time.Minute): // a busy machine may take its time
		s.t.Fatalf("nothing is told, want %d", kind)
	}
	return Event{}
}

func (s *stage) save(name string) {
	s.t.Helper()
	d, err := s.known.Load().Document.SetText("/basics/name", name)
	if err != nil {
		s.t.Fatal(err)
	}
	f, err := Save(s.path, d, SaveOptions{Was: s.known.Load(), Force: true})
	if err != nil {
		s.t.Fatal(err)
	}
	s.known.Store(f)
}

func TestWatch(t *testing.T) {
	s := watched(t, write(t, `{"basics":{"name":"A"}}`))
	s.others(`{"basics":{"name":"B"}}`)
	if e := s.next(Changed); e.File == nil || e.File.Document.TextAt("/basics/name") != "B" {
		t.Errorf("%+v", e)
	}
	s.others(`{"basics":`)
	if e := s.next(Changed); e.File != nil || e.Err == nil || !strings.Contains(e.Err.Error(), "resume.json") {
		t.Errorf("%+v", e)
	}
	if err := os.Remove(s.path); err != nil {
		t.Fatal(err)
	}
	s.next(Deleted)
	s.others(`{"basics":{"name":"A"}}`)
	s.next(Restored)
	// None of our own saves is told, so that the next event is of another program.
	for _, name := range []string{"C", "D", "E", "F"} {
		s.save(name)
	}
	ours, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	s.others(`{"basics":{"name":"G"}}`)
	if e := s.next(Changed); e.File.Document.TextAt("/basics/name") != "G" {
		t.Errorf("%+v", e.File.Document.Root())
	}
	// We take what is there; then what we saved before is another program's doing.
	s.known.Store(load(t, s.path))
	s.others(string(ours))
	if e := s.next(Changed); e.File.Document.TextAt("/basics/name") != "F" {
		t.Errorf("%+v", e.File.Document.Root())
	}
}

func TestWatchThroughALinkAndAVanishedFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "f")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "cv.json")
	if err := os.WriteFile(path, []byte(`{"basics":{"name":"A"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	s := watched(t, link(t, path, filepath.Join(t.TempDir(), "link.json")))
	s.others(`{"basics":{"name":"B"}}`)
	s.next(Changed)
	if err := os.Rename(folder, folder+"2"); err != nil {
		t.Fatal(err)
	}
	s.next(Deleted)
	if err := os.Rename(folder+"2", folder); err != nil {
		t.Fatal(err)
	}
	s.next(Changed)
	s.others(`{"basics":{"name":"C"}}`)
	s.next(Changed)
	s.w.Close()
	s.w.Close()
}

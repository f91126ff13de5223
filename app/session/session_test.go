package session

import (
	"sync"
	"testing"
	"time"

	"resumax/resume"
)

func document(t *testing.T) resume.Document {
	t.Helper()
	d, err := resume.Document{}.Set("/work/0/highlights", resume.Texts("one", "two"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func open(t *testing.T) (*Session, *time.Time) {
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	s := New(func() time.Time { return now })
	s.Load(document(t), "/home/ada/resume.json", false)
	return s, &now
}

func TestEditUndoRedoAndSave(t *testing.T) {
	s, _ := open(t)
	var seen []Snapshot
	var files []File
	var revealed []resume.Address
	s.OnChange(func(n Snapshot) { seen = append(seen, n) })
	s.OnFile(func(f File) { files = append(files, f) })
	s.OnReveal(func(a resume.Address) { revealed = append(revealed, a) })

	s.Type("/work/0/name", "A")
	s.Type("/work/0/name", "Ac")
	s.Move("Move bullet", "/work/0/highlights", 0, 1)
	if len(files) != 1 || !files[0].Dirty {
		t.Errorf("the file has changed its state once, and that was told as %+v", files)
	}
	if len(seen) != 3 || seen[2].Revision != seen[0].Revision+2 || seen[2].Resume.Work[0].Highlights[0].Text != "two" {
		t.Fatalf("%+v", seen)
	}
	if !s.File().Dirty || s.NextUndo() != "Move bullet" {
		t.Error(s.File(), s.NextUndo())
	}
	s.Undo()
	s.Undo()
	if s.File().Dirty || s.Now().Resume.Work[0].Name != "" || s.NextRedo() != "Typing" || s.NextUndo() != "" {
		t.Error("two steps back is not the beginning", s.File(), s.NextRedo())
	}
	if len(revealed) != 2 || revealed[0] != "/work/0/highlights/0" || revealed[1] != "/work/0/name" {
		t.Error("undo does not lead to what it changed:", revealed)
	}
	s.Redo()
	s.Saved(s.Now().Document, "/home/ada/other.json")
	if f := files[len(files)-1]; f.Dirty || f.Path != "/home/ada/other.json" {
		t.Error(f)
	}
	s.Undo()
	if !s.File().Dirty {
		t.Error("undoing what was saved leaves a clean file")
	}
}

func TestWhatChangesNothingIsNoStep(t *testing.T) {
	s, _ := open(t)
	n := 0
	s.OnChange(func(Snapshot) { n++ })
	s.Type("/work/0/highlights/0", "one")
	s.TypeList("/skills/0/keywords", nil)
	if n != 0 || s.NextUndo() != "" {
		t.Error(n, s.NextUndo())
	}
}

func TestFailedEditIsSaid(t *testing.T) {
	s, _ := open(t)
	said := ""
	s.OnProblem(func(p Problem) { said = p.Err.Error() })
	if s.Type("/work/7/name", "x") || said == "" {
		t.Error("an edit that does not fit passes in silence")
	}
}

func TestReadOnly(t *testing.T) {
	s, _ := open(t)
	s.Load(document(t), "/x.json", true)
	said := ""
	s.OnProblem(func(p Problem) { said = p.Err.Error() })
	if s.Type("/basics/name", "x") || said == "" || s.Now().Resume.Basics.Name != "" {
		t.Error("a file of a newer version was changed")
	}
}

func TestSampleIsOneStep(t *testing.T) {
	s, _ := open(t)
	sample, _ := resume.Document{}.SetText("/basics/name", "Sam")
	s.Replace("Fill in sample content", sample)
	if s.Now().Resume.Basics.Name != "Sam" || !s.Now().Replaced {
		t.Error(s.Now())
	}
	s.Undo()
	if !s.Now().Document.Equal(document(t)) {
		t.Error("undo does not give back what was there before")
	}
}

// The worker does the newest job and never two at once; every job that is done
// is newer than the one before, and the last one asked for is always done.
func TestWorkerDropsWhatIsStale(t *testing.T) {
	var mu sync.Mutex
	var done []int
	busy := make(chan struct{})
	last := make(chan struct{})
	w := &Worker[int, int]{
		Work: func(n int) int {
			if n == 0 {
				<-busy
			}
			return n
		},
		Done: func(n int) {
			mu.Lock()
			done = append(done, n)
			mu.Unlock()
			if n == 100 {
				close(last)
			}
		},
		Threads: Threads{Async: func(f func()) { go f() }, Post: func(f func()) { f() }},
	}
	for n := range 101 {
		w.Submit(n)
	}
	close(busy)
	<-last
	mu.Lock()
	defer mu.Unlock()
	for i := 1; i < len(done); i++ {
		if done[i] <= done[i-1] {
			t.Error("an older job was done after a newer one:", done)
		}
	}
	if len(done) > 3 {
		t.Error("stale jobs were done:", done)
	}
}

package journal_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"resumax/resume"
	"resumax/storage/file"
	"resumax/storage/journal"
)

// A process of this test edits a resume as the window does, without a window: it
// types, journals, saves and exports on a real disk. It is killed at random
// moments and started again, and each time all that it said is held against what
// is on the disk.
//
// Usually the waits of the journal are shortened, so that many kills take little
// time, and the typing is as much faster. With RESUMAX_SOAK set, a thousand are
// killed at the program's own waits and at the speed of a fast typist.
const (
	soakVariable  = "RESUMAX_SOAK"
	childVariable = "RESUMAX_TEST_EDITOR"
	recoverTask   = "recover" // what a process does that does not edit
	usualKills    = 200
	soakKills     = 1000
	// maxLost is how much typing a kill may cost.
	maxLost = 2 * time.Second
)

// orders are what an editing process is told.
type orders struct {
	Folder        string
	Seed          uint64
	Quiet, Latest time.Duration
	Key           time.Duration // between two keystrokes, on average
}

func (o orders) path() string            { return filepath.Join(o.Folder, "cv.json") }
func (o orders) export() string          { return filepath.Join(o.Folder, "cv.txt") }
func (o orders) journal() journal.Folder { return journal.Folder(filepath.Join(o.Folder, "journal")) }

func TestMain(m *testing.M) {
	if text := os.Getenv(childVariable); text != "" {
		if text == recoverTask {
			file.Recover(time.Now())
			return
		}
		var o orders
		if err := json.Unmarshal([]byte(text), &o); err != nil {
			panic(err)
		}
		edit(o)
		return
	}
	os.Exit(m.Run())
}

// typed is the resume after n keystrokes. All of it tells n, and its length goes
// up and down, so that no mixture of two passes for one.
func typed(n int) resume.Document {
	d, err := resume.Document{}.SetText("/basics/name", strconv.Itoa(n))
	if err == nil {
		d, err = d.SetText("/basics/summary", strings.Repeat(fmt.Sprintf("keystroke %d. ", n), 1+n%97*20))
	}
	if err != nil {
		panic(err)
	}
	return d
}

// keystrokes is the n of a resume, and whether it is whole.
func keystrokes(d resume.Document) (int, bool) {
	n, err := strconv.Atoi(d.TextAt("/basics/name"))
	return n, err == nil && d.TextAt("/basics/summary") == typed(n).TextAt("/basics/summary")
}

func exported(n int) []byte {
	return []byte(strings.Repeat(fmt.Sprintf("exported %d\n", n), 1+n%89*50) + "end\n")
}

// editor is a process that edits until it is killed. It says what it does on
// standard output before it does it, and what is done when it is.
type editor struct {
	orders
	random  *rand.Rand
	n       int // keystrokes
	journal *journal.Journal
	file    *file.File // as it was loaded or saved last
	posted  chan func()
	saving  bool
}

func say(format string, a ...any) { fmt.Printf(format+"\n", a...) }

func check(err error) {
	if err != nil {
		say("error %v", err)
		os.Exit(1)
	}
}

func edit(o orders) {
	e := &editor{orders: o, random: rand.New(rand.NewPCG(o.Seed, 1)), posted: make(chan func())}
	e.open()
	say("begin")
	for {
		e.wait(time.Duration(e.random.Int64N(int64(2 * o.Key))))
		e.keystroke()
		switch at := e.random.IntN(100); {
		case at < 4 && !e.saving:
			e.save(func() {})
		case at < 6 && !e.saving:
			e.saveAndRest()
		case at < 8:
			check(file.WriteFile(o.export(), exported(e.n)))
		case at < 9:
			check(e.journal.Flush())
			say("kept %d", e.n)
		}
	}
}

// open does what the program does at its start.
func (e *editor) open() {
	file.Recover(time.Now())
	file.CleanTemporary(e.Folder, time.Now())
	found, faults := e.orders.journal().Recover(time.Now())
	for _, f := range faults {
		check(f)
	}
	f, err := file.Load(e.path())
	check(err)
	e.file = f
	options := journal.Options{Clock: journal.SystemClock{}, Report: check, Quiet: e.Quiet, Latest: e.Latest}
	if len(found) == 0 {
		e.journal, err = e.orders.journal().Start(journal.BaseOf(f), options)
		check(err)
		e.n, _ = keystrokes(f.Document)
		return
	}
	e.n, _ = keystrokes(found[0].Document)
	e.journal = found[0].Continue(journal.BaseOf(found[0].Saved), options)
}

// wait lets a time pass, and does what is posted to this goroutine meanwhile.
func (e *editor) wait(d time.Duration) {
	end := time.NewTimer(d)
	for {
		select {
		case f := <-e.posted:
			f()
		case <-end.C:
			return
		}
	}
}

func (e *editor) keystroke() {
	e.n++
	say("type %d %d", e.n, time.Now().UnixNano())
	e.journal.Submit(typed(e.n))
}

// save saves on another goroutine, while typing goes on.
func (e *editor) save(then func()) {
	e.saving = true
	n, d, was := e.n, typed(e.n), e.file
	go func() {
		check(e.journal.Saving(d))
		f, err := file.Save(e.path(), d, file.SaveOptions{Was: was})
		check(err)
		e.posted <- func() {
			say("kept %d", n)
			e.file, e.saving = f, false
			e.journal.Saved(d, journal.BaseOf(f))
			then()
		}
	}()
}

// saveAndRest saves, and goes on only some time after that.
func (e *editor) saveAndRest() {
	rested := false
	e.save(func() {
		check(e.journal.Flush())
		say("clean %d", e.n)
		rested = true
	})
	for !rested {
		(<-e.posted)()
	}
	e.wait(time.Duration(e.random.Int64N(int64(20 * e.Key))))
}

// lane is a folder in which one process after the other edits the same file.
type lane struct {
	t *testing.T
	orders
	random *rand.Rand
	life   time.Duration // that a process has, at most
	linked string        // another name of the file, "" where it has none

	kills, recovered, rests int
	lost                    time.Duration // the most typing
}

// said is what a process has said before it was killed.
type said struct {
	typed   map[int]time.Time
	newest  int  // keystroke
	kept    int  // the newest that is on the disk for sure
	resting bool // all of it is saved
	fault   string
}

func (l *lane) read(out *bufio.Scanner, s *said) {
	for out.Scan() {
		word, rest, _ := strings.Cut(out.Text(), " ")
		var n int
		var at int64
		switch fmt.Sscan(rest, &n, &at); word {
		case "type":
			s.typed[n], s.newest, s.resting = time.Unix(0, at), n, false
		case "kept":
			s.kept = max(s.kept, n)
		case "clean":
			s.kept, s.resting = n, true
		case "error":
			s.fault = rest
		}
	}
}

// kill starts a process, kills it at a random moment, and checks what is left.
func (l *lane) kill() {
	l.orders.Seed = l.random.Uint64()
	text, err := json.Marshal(l.orders)
	if err != nil {
		l.t.Fatal(err)
	}
	child := l.process(string(text))
	child.Stderr = os.Stderr
	pipe, err := child.StdoutPipe()
	if err != nil {
		l.t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		l.t.Fatal(err)
	}
	out := bufio.NewScanner(pipe)
	s := said{typed: map[int]time.Time{}}
	if !out.Scan() || out.Text() != "begin" {
		child.Process.Kill()
		l.t.Fatalf("it does not begin: %s", out.Text())
	}
	killed := make(chan time.Time, 1)
	time.AfterFunc(time.Duration(l.random.Int64N(int64(l.life))), func() {
		killed <- time.Now()
		child.Process.Kill()
	})
	l.read(out, &s) // to its end
	child.Wait()    // the error says that it was killed
	if s.fault != "" {
		l.t.Errorf("before the kill: %s", s.fault)
	}
	l.kills++
	l.check(s, <-killed)
}

// process is one with a state folder of its lane's.
func (l *lane) process(task string) *exec.Cmd {
	p := exec.Command(os.Args[0])
	p.Env = append(os.Environ(), childVariable+"="+task, "XDG_STATE_HOME="+filepath.Join(l.Folder, "state"), "GORACE=atexit_sleep_ms=0")
	return p
}

func (l *lane) check(s said, killed time.Time) {
	if l.linked != "" {
		if err := l.process(recoverTask).Run(); err != nil {
			l.t.Error(err)
		}
	}
	found, faults := l.orders.journal().Recover(time.Now())
	if len(faults) > 0 || len(found) > 1 {
		l.t.Errorf("%d recovered, faults %v", len(found), faults)
	}
	f, err := file.Load(l.path())
	if err != nil {
		l.t.Fatal("the file is damaged:", err)
	}
	have, whole := keystrokes(f.Document)
	if !whole {
		l.t.Errorf("the file is a mixture: %.200s", f.Document.Root())
	}
	for _, r := range found {
		n, whole := keystrokes(r.Document)
		if !whole || r.State != journal.Unchanged || n <= have || s.resting {
			l.t.Errorf("false recovery: keystroke %d (whole: %v) beside %d in the file, state %d, all was saved: %v", n, whole, have, r.State, s.resting)
		}
		have = max(have, n)
		l.recovered++
		r.Release()
	}
	if have < s.kept || have > max(s.newest, s.kept) && s.newest > 0 {
		l.t.Errorf("keystroke %d is left; %d was kept, %d typed", have, s.kept, s.newest)
	}
	if first, lost := s.typed[have+1]; lost {
		l.lost = max(l.lost, killed.Sub(first))
	}
	if s.resting {
		l.rests++
	}
	if export, err := os.ReadFile(l.export()); err == nil && !wholeExport(export) {
		l.t.Errorf("the export is damaged: %.100s", export)
	}
	if l.linked != "" {
		a, errA := os.Stat(l.path())
		b, errB := os.Stat(l.linked)
		if errA != nil || errB != nil || !os.SameFile(a, b) {
			l.t.Error("the hard link is broken:", errA, errB)
		}
	}
}

func wholeExport(data []byte) bool {
	var n int
	_, err := fmt.Sscanf(string(data), "exported %d\n", &n)
	return err == nil && bytes.Equal(data, exported(n))
}

func TestKilledAtRandomMoments(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	kills, lanes := usualKills, 4
	o := orders{Quiet: 15 * time.Millisecond, Latest: 25 * time.Millisecond, Key: 2 * time.Millisecond}
	life := 150 * time.Millisecond
	if os.Getenv(soakVariable) != "" {
		kills, lanes = soakKills, 20
		o, life = orders{Key: 80 * time.Millisecond}, 8*time.Second
	}
	var all []*lane
	var running sync.WaitGroup
	for i := range lanes {
		l := &lane{t: t, orders: o, random: rand.New(rand.NewPCG(uint64(i), uint64(time.Now().UnixNano()))), life: life}
		l.orders.Folder = t.TempDir()
		if _, err := file.Save(l.path(), typed(0), file.SaveOptions{}); err != nil {
			t.Fatal(err)
		}
		if i%2 == 1 { // written in place
			l.linked = filepath.Join(l.orders.Folder, "other.json")
			if err := os.Link(l.path(), l.linked); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, l)
		running.Go(func() {
			for range kills / lanes {
				l.kill()
			}
		})
	}
	running.Wait()
	var sum lane
	for _, l := range all {
		sum.kills += l.kills
		sum.recovered += l.recovered
		sum.rests += l.rests
		sum.lost = max(sum.lost, l.lost)
	}
	t.Logf("%d kills, %d recoveries, %d kills while all was saved, at most %v of typing lost", sum.kills, sum.recovered, sum.rests, sum.lost)
	if sum.lost > maxLost {
		t.Errorf("%v of typing is lost", sum.lost)
	}
	if sum.kills < kills/2 || sum.recovered == 0 || sum.rests == 0 {
		t.Error("the kills do not hit all that they should")
	}
}

//go:build linux

package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
	"resumax/storage/file"
)

// The soak test uses the window as long as soakTime says, an hour where it says nothing, if
// soakVariable is set.
const (
	soakVariable = "RESUMAX_SOAK"
	soakTime     = "RESUMAX_SOAK_TIME" // a duration such as “3m”
)

// What may be after hours of use.
const (
	growthLimit = 20 << 10  // kB of memory of the program's own, after the warm-up
	memoryLimit = 200 << 10 // kB resident when a file has been opened
	usedLimit   = 230 << 10 // and when every mode, design and dialog has just been shown, whose fonts and pictures stay a while
	idleLimit   = 1.0       // percent of a core while nothing happens
	idleTime    = 30 * time.Second
	pdfiumStays = 200 * time.Second // until PDFium is out of memory again
	jitter      = 4                 // goroutines, files and threads that may come and go
)

// measureEvery is how many rounds there are between measurements.
const measureEvery = 4

// variantsInFile are how many versions the file has.
const variantsInFile = 50

// usage is what the program takes.
type usage struct {
	memory     int // kB resident
	own        int // kB of these that are no files'
	files      int // open ones
	threads    int
	goroutines int
}

func (u usage) String() string {
	return fmt.Sprintf("%.1f MB, %.1f of them its own, %d files, %d threads, %d goroutines", float64(u.memory)/1024, float64(u.own)/1024, u.files, u.threads, u.goroutines)
}

// TestSoak types, undoes, shows every mode, variant and dialog, exports, imports and opens,
// round after round: memory, goroutines, files and threads don't grow, and the window rests
// when nothing happens.
func TestSoak(t *testing.T) {
	if os.Getenv(soakVariable) == "" {
		t.Skip(soakVariable + " is not set")
	}
	length := time.Hour
	if text := os.Getenv(soakTime); text != "" {
		var err error
		if length, err = time.ParseDuration(text); err != nil {
			t.Fatal(err)
		}
	}
	command := build(t)
	d := newDesk(t)
	path := withVariants(d, command, variantsInFile)
	text := filepath.Join(d.folder, "other.md")
	if out, err := exec.Command(command, "export", filepath.Join(d.folder, "sample.json"), "--format", "md", "-o", text).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p := open(d, path, []string{noBus}, command)
	fresh := p.idle(time.Second)
	if now := p.usage(); now.memory > memoryLimit {
		t.Errorf("when a file is open, it takes %v", now)
	} else {
		t.Logf("when a file is open: %v, %.2f %% of a core", now, fresh)
	}
	began, warm := time.Now(), length/4
	var first usage
	var read time.Time // when a PDF was read
	rounds, measured := 0, 0
	for ; measured < 2 || time.Since(began) < length; rounds++ {
		readPDF := rounds%measureEvery == 0 && length >= pdfiumStays*3
		p.useEverything(rounds, text, readPDF)
		p.forget()
		if readPDF {
			read = time.Now()
		}
		if time.Since(began) < warm || rounds%measureEvery != measureEvery-1 && time.Since(began) < length*9/10 {
			continue // it fills its caches at first
		}
		time.Sleep(time.Until(read.Add(pdfiumStays)))
		cpu := p.idle(idleTime)
		now := p.usage()
		t.Logf("%v, round %d: %v, idle at %.2f %% of a core", time.Since(began).Round(time.Second), rounds, now, cpu)
		if cpu > idleLimit {
			t.Errorf("%.2f %% of a core while nothing happens", cpu)
		}
		if measured++; measured == 1 {
			first = now
			continue
		}
		if now.own > first.own+growthLimit {
			t.Errorf("it has grown by %.1f MB", float64(now.own-first.own)/1024)
		}
		if now.memory > usedLimit {
			t.Errorf("it takes %.1f MB", float64(now.memory)/1024)
		}
		if now.files > first.files+jitter || now.threads > first.threads+2*jitter || now.goroutines > first.goroutines+jitter {
			t.Errorf("there were %v", first)
		}
	}
	t.Logf("%d rounds", rounds)
	p.do("key", "ctrl+q")
	eventually(t, "the program ends", p.hasEnded) // nothing is left to save
	if code := p.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.said())
	}
}

// withVariants is a file with the sample's content and versions of it, each with changes of
// its own.
func withVariants(d *desk, command string, n int) string {
	d.t.Helper()
	f, err := file.Load(sample(d, command))
	if err != nil {
		d.t.Fatal(err)
	}
	doc := f.Document
	for i := range n {
		var id string
		if doc, id, err = variant.New(doc, fmt.Sprintf("Version %02d", i)); err != nil {
			d.t.Fatal(err)
		}
		if doc, err = variant.Edit(doc, id, func(v resume.Document) (resume.Document, error) {
			if v, err = v.SetText("/basics/label", fmt.Sprintf("Engineer for job %d", i)); err == nil {
				v, err = v.SetText(list.Item(i%3), fmt.Sprintf("Cut the time of %d reports by %d%% with a new index", i+2, 10+i))
			}
			return v, err
		}); err != nil {
			d.t.Fatal(err)
		}
	}
	path := filepath.Join(d.folder, "variants.json")
	if err := os.WriteFile(path, codec.Encode(doc), 0o644); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// useEverything is one round of use, of which a PDF is read only if that is asked for. What it
// changes it undoes.
func (p *program) useEverything(round int, other string, readPDF bool) {
	p.t.Helper()
	home := p.file
	p.palette("Contact", func(e event) bool { return e.Event == "control" || e.Event == "focus" })
	p.click("/basics/label")
	p.write(fmt.Sprintf("Engineer of round %d", round))
	p.press("ctrl+z")
	p.press("ctrl+shift+z")
	p.press("ctrl+z")

	for _, mode := range []string{"ctrl+2", "ctrl+3", "ctrl+4", "ctrl+shift+a", "ctrl+l", "ctrl+1"} {
		before := p.picture()
		p.do("key", mode)
		p.eventually(mode+" shows something else", func() bool { return differing(before, p.picture(), before.Rect) > 2000 })
	}
	for _, dialog := range []string{"ctrl+comma", "shift+F1", "ctrl+shift+p", "ctrl+shift+e"} {
		p.do("key", dialog)
		p.awaitOver(1)
		p.do("key", "Escape")
		p.awaitOver(0)
	}

	name := fmt.Sprintf("Version %02d", round%variantsInFile)
	p.palette(name, func(e event) bool { return e.Event == "variant" })
	p.click("/basics/label")
	p.write(fmt.Sprintf("Engineer %d", round))
	p.press("ctrl+z")
	p.palette("Base resume", func(e event) bool { return e.Event == "variant" })

	if readPDF {
		n := len(p.events())
		p.do("key", "ctrl+r")
		p.awaitAfter(n, "the PDF is read", func(e event) bool { return e.Event == "read" })
		p.do("key", "Escape")
		p.awaitOver(0)
	}

	pdf := filepath.Join(p.folder, fmt.Sprintf("round-%d.pdf", round))
	n := len(p.events())
	p.do("key", "ctrl+e")
	p.awaitAfter(n, "the program says that texts are the sample's", func(e event) bool { return e.Event == "dialog" })
	p.tabTo("Export anyway")
	n = len(p.events())
	p.do("key", "Return")
	p.awaitAfter(n, "the file dialog is called", func(e event) bool { return e.Event == "dialog" && e.What == "export" })
	p.typePath(pdf)
	p.awaitAfter(n, "the PDF is written", func(e event) bool { return e.Event == "exported" && e.Path == pdf })
	os.Remove(pdf)

	p.openFile(other, "imported")
	p.openFile(home, "file")
	p.eventually("the project is open", func() bool {
		_, score, page, _ := p.now()
		return score.Revision == page.Revision
	})
}

// palette finds something and runs it.
func (p *program) palette(words string, done func(event) bool) {
	p.t.Helper()
	n := len(p.events())
	p.do("key", "ctrl+shift+p")
	p.awaitAfter(n, "the palette is shown", func(e event) bool { return e.Event == "search" })
	p.awaitOver(1) // which is looked at from time to time: what has the focus later is another one
	p.typed(words)
	p.awaitAfter(n, "the palette looks for "+words, func(e event) bool { return e.Event == "search" && e.What == words })
	p.do("key", "Return")
	p.awaitOver(0)
	p.awaitAfter(n, words+" is shown", done)
}

// openFile opens a file through the file dialog, without saving what is open.
func (p *program) openFile(path, done string) {
	p.t.Helper()
	n := len(p.events())
	p.do("key", "ctrl+o")
	p.answerUnsaved(n, func(e event) bool { return e.Event == "dialog" && e.What == "open" })
	p.typePath(path)
	p.awaitAfter(n, path+" is open", func(e event) bool { return e.Event == done && e.Path == path })
	p.awaitOver(0)
}

// answerUnsaved waits until something is so among the events after the first n, and gives up unsaved work if that is
// asked about.
func (p *program) answerUnsaved(n int, so func(event) bool) {
	p.t.Helper()
	asked := false
	eventually(p.t, "unsaved work is given up", func() bool {
		after := p.events()[n:]
		if !asked && slices.ContainsFunc(after, func(e event) bool { return e.Event == "dialog" && strings.HasPrefix(e.What, "Save the changes") }) {
			asked = true
			p.tabTo("Don't save")
			p.do("key", "Return")
		}
		return slices.ContainsFunc(after, so)
	})
}

// tabTo goes to a control of the dialog that has just come, one Tab after the other: the next one only when the focus has
// moved.
func (p *program) tabTo(name string) {
	p.t.Helper()
	p.still() // the dialog is there, with its first focus
	for range 20 {
		if p.control() == name {
			return
		}
		n := len(p.events())
		p.do("key", "Tab")
		p.awaitAfter(n, "the focus moves", func(e event) bool { return e.Event == "control" })
	}
	p.t.Fatalf("%s has no place in the order of the dialog's controls", name)
}

// typePath types a path into the program's own file dialog.
func (p *program) typePath(path string) {
	p.t.Helper()
	p.awaitOver(1)
	p.still() // another dialog may have lain over the window before
	p.do("key", "ctrl+a")
	p.typed(path)
	p.do("key", "Return")
}

// forget shortens the trace to the last event of each kind: it would be read again and again.
func (p *program) forget() {
	p.t.Helper()
	p.still()
	data, err := os.ReadFile(p.trace)
	if err != nil {
		p.t.Fatal(err)
	}
	kinds, last := []string(nil), map[string][]byte{}
	for line := range bytes.Lines(data) {
		var e event
		if json.Unmarshal(line, &e) != nil {
			continue
		}
		if last[e.Event] == nil {
			kinds = append(kinds, e.Event)
		}
		last[e.Event] = line
	}
	var short []byte
	for _, kind := range kinds {
		short = append(short, last[kind]...)
	}
	if err := os.WriteFile(p.trace, short, 0o600); err != nil { // the program appends
		p.t.Fatal(err)
	}
}

// idle leaves the program alone until it has come to rest, and then returns how much of a
// core it takes, in percent. It counts the processor's time, which other programs' work
// doesn't change.
func (p *program) idle(length time.Duration) float64 {
	p.t.Helper()
	const toRest = 12 * time.Second // it returns memory after some seconds
	time.Sleep(toRest)              // the one thing that is waited for is time
	before, began := p.ticks(), time.Now()
	time.Sleep(length)
	const ticks = 100 // a second: USER_HZ, which Linux shows to programs on all machines
	return float64(p.ticks()-before) / ticks / time.Since(began).Seconds() * 100
}

// ticks is the processor's time that the program has taken, in hundredths of a second.
func (p *program) ticks() int {
	p.t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), ") ") // proc(5): fields 3 and on
	fields := strings.Fields(rest)
	user, err := strconv.Atoi(fields[14-3])
	system, err2 := strconv.Atoi(fields[15-3])
	if err != nil || err2 != nil {
		p.t.Fatalf("%s: %v, %v", data, err, err2)
	}
	return user + system
}

// usage is what the program takes now.
func (p *program) usage() (u usage) {
	p.t.Helper()
	folder := fmt.Sprintf("/proc/%d/", p.Process.Pid)
	status, err := os.ReadFile(folder + "status")
	if err != nil {
		p.t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		name, value, _ := strings.Cut(line, ":")
		n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
		switch name {
		case "VmRSS":
			u.memory = n
		case "RssAnon":
			u.own = n
		case "Threads":
			u.threads = n
		}
	}
	files, err := os.ReadDir(folder + "fd")
	if err != nil {
		p.t.Fatal(err)
	}
	u.files = len(files)
	for _, e := range p.events() {
		if e.Event == "goroutines" {
			u.goroutines = int(e.Value)
		}
	}
	if u.memory == 0 || u.own == 0 || u.threads == 0 || u.goroutines == 0 {
		p.t.Fatalf("not all is known: %v", u)
	}
	return u
}

//go:build linux

package e2e

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
)

// build builds the program as scripts/go.sh does, and returns its path.
func build(t *testing.T) string {
	t.Helper()
	// Not named resumax: whoever ends theirs by name while the tests run means another one.
	path := filepath.Join(t.TempDir(), "tested")
	c := exec.Command("go", "build", "-tags", "migrated_fynedo,no_animations,no_emoji", "-o", path, "resumax")
	c.Env = os.Environ()
	if _, err := exec.LookPath("clang"); err == nil && os.Getenv("CC") == "" {
		c.Env = append(c.Env, "CC=clang")
	}
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("the program could not be built: %v\n%s", err, out)
	}
	return path
}

// event is a line of the program's trace.
type event struct {
	Event, Path, What string
	Address           resume.Address
	Revision          int
	Value             float64
	Places            map[resume.Address][4]float64 // left, top, width, height
	Scale             float64
	Over              int
}

// program is the editor, running on a desk.
type program struct {
	*desk
	*process
	t     *testing.T
	trace string
	file  string // the resume that is open
}

// open starts the editor on a file. The command ends with the program; before
// it may stand another one that runs it.
func open(d *desk, file string, env []string, command ...string) *program {
	d.t.Helper()
	p := launch(d, file, env, command...)
	p.await("the page is shown", func(e event) bool { return e.Event == "page" })
	p.await("the score is shown", func(e event) bool { return e.Event == "score" })
	p.enter("ResuMax")
	return p
}

// launch starts the editor on a file, or on none where it is "", and waits for
// nothing.
func launch(d *desk, file string, env []string, command ...string) *program {
	d.t.Helper()
	p := &program{desk: d, t: d.t, trace: filepath.Join(d.folder, "trace"), file: file}
	if file != "" {
		command = append(command, file)
	}
	c := exec.Command(command[0], command[1:]...)
	c.Env = append(env, "RESUMAX_TRACE="+p.trace)
	p.process = d.start(c)
	d.t.Cleanup(p.explain)
	return p
}

// enter gives the keyboard to the window whose title has the words.
func (p *program) enter(title string) {
	p.t.Helper()
	p.do("windowfocus", "--sync", p.window(title))
}

// explain tells, when a test has failed, what was going on.
func (p *program) explain() {
	if !p.t.Failed() {
		return
	}
	picture := filepath.Join("testdata", "failed", strings.ReplaceAll(p.t.Name(), "/", "-")+".png")
	os.MkdirAll(filepath.Dir(picture), 0o755)
	if err := p.keepPicture(picture); err != nil {
		p.t.Log(err)
	} else {
		p.t.Log("the screen as it was:", picture)
	}
	trace, _ := os.ReadFile(p.trace)
	lines := bytes.Split(bytes.TrimSpace(trace), []byte("\n"))
	for _, line := range lines[max(0, len(lines)-20):] {
		p.t.Logf("trace: %.300s", line)
	}
	said := p.said()
	if p.hasEnded() {
		p.t.Logf("the program has ended: %v", p.ProcessState)
	}
	p.t.Logf("it said at last:\n%s", said[max(0, len(said)-2000):])
}

// events are those so far.
func (p *program) events() []event {
	data, _ := os.ReadFile(p.trace)
	var events []event
	for line := range bytes.Lines(data) {
		var e event
		if json.Unmarshal(line, &e) == nil { // the last line may be half written
			events = append(events, e)
		}
	}
	return events
}

// eventually waits until cond holds, while the program runs.
func (p *program) eventually(what string, cond func() bool) {
	p.t.Helper()
	eventually(p.t, what, func() bool {
		holds := cond()
		if !holds && p.hasEnded() {
			p.t.Fatalf("the program ended before %s", what)
		}
		return holds
	})
}

// await waits for an event.
func (p *program) await(what string, is func(event) bool) {
	p.t.Helper()
	p.awaitAfter(0, what, is)
}

// awaitAfter waits for an event behind the first n.
func (p *program) awaitAfter(n int, what string, is func(event) bool) {
	p.t.Helper()
	p.eventually(what, func() bool {
		events := p.events()
		return slices.ContainsFunc(events[min(n, len(events)):], is)
	})
}

// now is what the newest events tell.
func (p *program) now() (focus resume.Address, score event, page event, fields event) {
	for _, e := range p.events() {
		switch e.Event {
		case "focus":
			focus = e.Address
		case "score":
			score = e
		case "page":
			page = e
		case "fields":
			fields = e
		}
	}
	return focus, score, page, fields
}

// awaitOver waits until so many dialogs lie over the window.
func (p *program) awaitOver(n int) {
	p.t.Helper()
	p.eventually(strconv.Itoa(n)+" dialogs lie over the window", func() bool {
		_, _, _, fields := p.now()
		return fields.Over == n
	})
}

// place is where the field at an address is on the screen.
func (p *program) place(a resume.Address) (left, top, width, height float64, ok bool) {
	_, _, _, fields := p.now()
	at, ok := fields.Places[a]
	if !ok {
		return 0, 0, 0, 0, false
	}
	x, y := p.corner(p.window("ResuMax"))
	s := fields.Scale
	return x + s*at[0], y + s*at[1], s * at[2], s * at[3], true
}

// pixel prints a coordinate for xdotool.
func pixel(v float64) string { return strconv.Itoa(int(math.Round(v))) }

// click gives the keyboard to the field at an address with the mouse.
func (p *program) click(a resume.Address) {
	p.t.Helper()
	if focus, _, _, _ := p.now(); focus == a {
		return
	}
	tries := 0
	p.eventually("a click leads into "+string(a), func() bool {
		if x, y, w, h, ok := p.place(a); ok && tries%25 == 0 { // the form may have moved since it was told of
			p.do("mousemove", "--sync", pixel(x+w/2), pixel(y+h/2), "click", "1")
		}
		tries++
		focus, _, _, _ := p.now()
		return focus == a
	})
}

// write types a text into the field that has the keyboard, in place of what it
// holds. It returns how the score changed.
func (p *program) write(text string) (before, after float64) {
	p.t.Helper()
	_, score, _, _ := p.now()
	p.changing(func() {
		p.do("key", "--clearmodifiers", "ctrl+a")
		p.do("type", "--clearmodifiers", "--delay", "8", text)
	}, len([]rune(text)))
	_, now, _, _ := p.now()
	return score.Value, now.Value
}

// press presses a key that changes the resume.
func (p *program) press(key string) {
	p.t.Helper()
	p.changing(func() { p.do("key", "--clearmodifiers", key) }, 1)
}

// changing does what changes the resume so many times, and waits until page and
// score have followed.
func (p *program) changing(act func(), times int) {
	p.t.Helper()
	_, _, page, _ := p.now()
	act()
	p.eventually("page and score have followed", func() bool {
		_, score, now, _ := p.now()
		return now.Revision == page.Revision+times && score.Revision == now.Revision
	})
}

// save saves with the keyboard, and the file then has to hold the document.
func (p *program) save(when string, want resume.Document) {
	p.t.Helper()
	n := len(p.events())
	p.do("key", "--clearmodifiers", "ctrl+s")
	p.awaitAfter(n, "the file is saved", func(e event) bool { return e.Event == "saved" && e.Path == p.file })
	if got := p.saved(); !got.Equal(want) {
		p.t.Errorf("%s the file holds\n%s\nand should hold\n%s", when, codec.Encode(got), codec.Encode(want))
	}
}

// saved is what the file holds.
func (p *program) saved() resume.Document {
	p.t.Helper()
	f, err := file.Load(p.file)
	if err != nil {
		p.t.Fatal(err)
	}
	return f.Document
}

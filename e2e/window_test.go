//go:build linux

package e2e

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"resumax/project"
	"resumax/resume"
)

const first = resume.Address("/work/0/highlights/0")

// noBus is the address of a message bus that nobody answers at: the program has
// to do without the desktop's portal.
const noBus = "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"

// sample is a file with the role's sample content.
func sample(d *desk) string {
	d.t.Helper()
	path, err := built()
	if err != nil {
		d.t.Fatal("the program could not be built:", err)
	}
	file := filepath.Join(d.folder, "sample.json")
	if out, err := exec.Command(path, "new", "--role", "backend-engineer", "--sample", "-o", file).CombinedOutput(); err != nil {
		d.t.Fatalf("%v: %s", err, out)
	}
	return file
}

// another is a file that has nothing to do with the sample.
func another(d *desk) string {
	d.t.Helper()
	doc, err := resume.Document{}.SetText("/basics/name", "Ada Example")
	if err == nil {
		doc, err = doc.SetText("/basics/summary", "Runs three services.")
	}
	if err != nil {
		d.t.Fatal(err)
	}
	file := filepath.Join(d.folder, "another.json")
	if err := os.WriteFile(file, project.Encode(doc), 0o644); err != nil {
		d.t.Fatal(err)
	}
	return file
}

func bullets(r *resume.Resume) string {
	var texts []string
	for _, h := range r.Work[0].Highlights {
		texts = append(texts, strings.Fields(h.Text)[0])
	}
	return strings.Join(texts, " ")
}

func TestEditing(t *testing.T) {
	d := newDesk(t)
	p := open(d, sample(d), []string{noBus})
	before := p.picture()

	p.do("key", "ctrl+Next", "ctrl+Next") // contact, summary, work
	p.click(first)
	from, to := p.write("Helped with some things")
	if to >= from {
		t.Errorf("a weak bullet takes the score from %v to %v", from, to)
	}
	if page := image.Rect(620, 100, 1060, 750); same(before, p.picture(), page) {
		t.Error("the page looks as it did before")
	}
	saved := p.save()
	order := bullets(saved)
	if saved.Work[0].Highlights[0].Text != "Helped with some things" {
		t.Errorf("saved %q", saved.Work[0].Highlights[0].Text)
	}
	words := strings.Fields(order)
	words[0], words[1] = words[1], words[0]
	swapped := strings.Join(words, " ")

	p.drag(first, first.Parent().Item(1))
	if got := bullets(p.save()); got != swapped {
		t.Errorf("dragged to %q, want %q", got, swapped)
	}
	p.press("ctrl+z")
	if got := bullets(p.save()); got != order {
		t.Errorf("after undo %q, want %q", got, order)
	}
	p.click(first)
	p.press("alt+Down")
	if got := bullets(p.save()); got != swapped {
		t.Errorf("moved by keyboard to %q, want %q", got, swapped)
	}
	p.press("ctrl+z")
	p.press("ctrl+z") // what was typed
	if got := p.save(); got.Work[0].Highlights[0].Text == "Helped with some things" {
		t.Error("undo does not take back what was typed")
	}
	p.press("ctrl+shift+z")
	p.press("ctrl+y")
	if got := bullets(p.save()); got != swapped {
		t.Errorf("after redo %q, want %q", got, swapped)
	}

	p.openAnother(func(path string) {
		p.do("key", "ctrl+a")
		p.do("type", "--delay", "8", path)
		p.do("key", "Return")
	})
	p.exportWhatIsTyped(func(path string) {
		p.do("key", "ctrl+a")
		p.do("type", "--delay", "8", path)
		p.do("key", "Return")
	})
	p.closeUnsaved()
}

func TestPortal(t *testing.T) {
	d := newDesk(t)
	p := open(d, sample(d), nil, "dbus-run-session", "--")
	choose := func(title string) func(string) {
		return func(path string) {
			p.do("windowfocus", "--sync", p.window(title))
			p.do("key", "ctrl+a") // a name may stand there
			p.do("type", "--delay", "30", path)
			p.do("key", "Return")
		}
	}
	p.openAnother(choose("Open a resume"))
	p.exportWhatIsTyped(choose("Export as PDF"))
	p.closeUnsaved()
}

// drag drags a bullet by its dots to the place of another one.
func (p *program) drag(from, to resume.Address) {
	p.t.Helper()
	x, y, _, _, ok := p.place(from)
	_, below, _, height, there := p.place(to)
	if !ok || !there {
		p.t.Fatal("the bullets are not shown")
	}
	const dots, down = 29, 14 // from a bullet's field to the dots at its left
	column := image.Rect(int(x)-dots-12, int(y)-8, int(x)-2, int(below+height)+30)
	p.changing(func() {
		p.seen("the dots light up", column, "mousemove", "--sync", pixel(x-dots), pixel(y+down))
		p.do("mousedown", "1")
		const steps = 4
		for part := 1.0; part <= steps; part++ {
			p.seen("the bullet follows the mouse", column, "mousemove", "--sync", pixel(x-dots), pixel(y+down+(below+height-y)*part/steps))
		}
		p.do("mouseup", "1")
	}, 1)
}

// openAnother opens another file through the file dialog.
func (p *program) openAnother(choose func(path string)) {
	p.t.Helper()
	path := another(p.desk)
	n := len(p.events())
	p.do("key", "ctrl+o")
	p.awaitAfter(n, "the file dialog is called", func(e event) bool { return e.Event == "dialog" && e.What == "open" })
	p.changing(func() { choose(path) }, 1)
	p.awaitAfter(n, "the other file is open", func(e event) bool { return e.Event == "file" && e.Path == path })
	p.file = path
}

// exportWhatIsTyped types a name and exports the page.
func (p *program) exportWhatIsTyped(choose func(path string)) {
	p.t.Helper()
	p.do("windowfocus", "--sync", p.window("ResuMax"))
	p.click("/basics/name")
	p.write("Quinn Typewriter")
	path := filepath.Join(p.folder, "out.pdf")
	n := len(p.events())
	p.do("key", "ctrl+e")
	p.awaitAfter(n, "the file dialog is called", func(e event) bool { return e.Event == "dialog" && e.What == "export" })
	choose(path)
	p.awaitAfter(n, "the PDF is written", func(e event) bool { return e.Event == "exported" && e.Path == path })
	text, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil || !strings.Contains(string(text), "Quinn Typewriter") || !strings.Contains(string(text), "Runs three services.") {
		p.t.Errorf("the PDF reads %q (%v)", text, err)
	}
}

// closeUnsaved closes the window while something is not saved yet, saves when
// asked, and sees the program end well.
func (p *program) closeUnsaved() {
	p.t.Helper()
	window := p.window("ResuMax")
	p.do("windowfocus", "--sync", window)
	n := len(p.events())
	p.do("key", "alt+F4")
	p.awaitAfter(n, "the program asks what to do with the changes", func(e event) bool { return e.Event == "dialog" })
	p.do("key", "Return")
	eventually(p.t, "the program ends", p.hasEnded)
	if code := p.ProcessState.ExitCode(); code != 0 {
		p.t.Errorf("exit code %d", code)
	}
	if said := p.said.String(); strings.Contains(said, "call thread") || strings.Contains(said, "panic") {
		p.t.Errorf("the program complained:\n%s", said)
	}
	f, err := project.Load(p.file)
	if err != nil {
		p.t.Fatal(err)
	}
	if name := f.Document.Resume().Basics.Name; name != "Quinn Typewriter" {
		p.t.Errorf("saved %q", name)
	}
}

// seen does something with the mouse and waits until a part of the screen has
// changed by it. Nothing else may move there.
func (p *program) seen(what string, part image.Rectangle, args ...string) {
	p.t.Helper()
	before := p.picture()
	p.do(args...)
	eventually(p.t, what, func() bool { return !same(before, p.picture(), part) })
}

// same reports whether two pictures are the same in a part.
func same(a, b *image.RGBA, part image.Rectangle) bool {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				return false
			}
		}
	}
	return true
}

//go:build linux

package e2e

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

const (
	list  = resume.Address("/work/0/highlights")
	first = list + "/0"
)

// noBus is the address of a message bus that nobody answers at: the program has
// to do without the desktop's portal.
const noBus = "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"

func TestWindow(t *testing.T) {
	program := build(t)
	t.Run("editing", func(t *testing.T) { testEditing(t, program) })
	t.Run("portal", func(t *testing.T) { testPortal(t, program) })
	t.Run("keyboard", func(t *testing.T) { testKeyboard(t, program) })
	t.Run("second", func(t *testing.T) { testSecondStart(t, program) })
	t.Run("recovery", func(t *testing.T) { testRecovery(t, program) })
}

// sample is a file with the role's sample content.
func sample(d *desk, program string) string {
	d.t.Helper()
	file := filepath.Join(d.folder, "sample.json")
	if out, err := exec.Command(program, "new", "--role", "backend-engineer", "--sample", "-o", file).CombinedOutput(); err != nil {
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
	path := filepath.Join(d.folder, "another.json")
	if err := os.WriteFile(path, codec.Encode(doc), 0o644); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// checkClass holds that the desktop knows the window for the application's, so that it
// gets its icon and its place in the dock, whatever its title.
func checkClass(p *program) {
	p.t.Helper()
	entry, err := os.ReadFile(filepath.Join("..", "..", "packaging", "linux", "io.github.resumax.ResuMax.desktop"))
	if err != nil {
		p.t.Fatal(err)
	}
	_, class, _ := strings.Cut(string(entry), "\nStartupWMClass=")
	class, _, _ = strings.Cut(class, "\n")
	c := exec.Command("xprop", "-id", p.window("ResuMax"), "WM_CLASS")
	c.Env = p.env
	out, err := c.Output()
	if want := fmt.Sprintf("WM_CLASS(STRING) = %q, %q\n", class, class); err != nil || string(out) != want {
		p.t.Errorf("the window is known by %q (%v), want %q", out, err, want)
	}
}

func testEditing(t *testing.T, command string) {
	d := newDesk(t)
	p := open(d, sample(d, command), []string{noBus}, command)
	checkClass(p)
	original := p.saved()
	const weak = "Helped with some things"
	typed, err := original.SetText(first, weak)
	if err != nil {
		t.Fatal(err)
	}
	moved, err := typed.Move(list, 0, 1)
	if err != nil {
		t.Fatal(err)
	}

	p.do("key", "ctrl+Next", "ctrl+Next") // contact, summary, work
	p.click(first)
	before := p.picture()
	from, to := p.write(weak)
	if to >= from {
		t.Errorf("a weak bullet takes the score from %v to %v", from, to)
	}
	p.eventually("the page looks different", func() bool { return !same(before, p.picture(), page) })
	p.save("after typing", typed)

	p.drag(first, list.Item(1))
	p.save("after dragging", moved)
	p.press("ctrl+z")
	p.save("after undoing that", typed)
	p.click(first)
	p.press("alt+Down")
	p.save("after moving by keyboard", moved)
	p.press("ctrl+z")
	p.press("ctrl+z")
	p.save("after undoing everything", original)
	p.press("ctrl+shift+z")
	p.press("ctrl+y")
	p.save("after redoing everything", moved)

	p.refuseSample()
	answer := func(path string) {
		p.awaitOver(1)
		p.do("key", "ctrl+a")
		p.do("type", "--delay", "8", path)
		p.do("key", "Return")
	}
	p.openAnother(answer)
	p.exportWhatIsTyped(answer)
	p.closeUnsaved()
}

func testPortal(t *testing.T, command string) {
	d := newDesk(t)
	d.choosePortal()
	p := open(d, sample(d, command), nil, "dbus-run-session", "--", command)
	answer := func(title string) func(string) {
		return func(path string) {
			p.enter(title)
			p.fillIn(path)
			p.do("key", "Return")
		}
	}
	p.openAnother(answer("Open a resume"))
	p.exportWhatIsTyped(answer("Export as PDF"))
	p.closeUnsaved()
}

// choosePortal makes GTK's portal that of the desk, whatever others there are.
func (d *desk) choosePortal() {
	d.t.Helper()
	folders := os.Getenv("XDG_DATA_DIRS")
	if folders == "" {
		folders = "/usr/local/share:/usr/share" // as the XDG base directory specification says
	}
	const gtk = "org.freedesktop.impl.portal.desktop.gtk.service"
	if !slices.ContainsFunc(filepath.SplitList(folders), func(folder string) bool {
		_, err := os.Stat(filepath.Join(folder, "dbus-1", "services", gtk))
		return err == nil
	}) {
		d.t.Fatal("xdg-desktop-portal-gtk is not installed: run \"make deps\"")
	}
	d.furnish("config/xdg-desktop-portal", "portals.conf", "[preferred]\ndefault=gtk\n")
	d.furnish("data/dbus-1/services", documentsName+".service",
		fmt.Sprintf("[D-BUS Service]\nName=%s\nExec=%s %s\n", documentsName, executable(d.t), playDocuments))
}

// furnish puts a file into the home folder.
func (d *desk) furnish(folder, name, content string) {
	d.t.Helper()
	if err := os.WriteFile(filepath.Join(d.subfolder(folder), name), []byte(content), 0o644); err != nil {
		d.t.Fatal(err)
	}
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

// fillIn types a path into a dialog of GTK's. That may lose keys while it puts
// up the field for them; what it selects then tells whether it has them all.
func (p *program) fillIn(path string) {
	p.t.Helper()
	p.eventually("the path stands in the dialog", func() bool {
		p.do("key", "ctrl+a")
		p.do("type", "--delay", "12", path)
		p.do("key", "ctrl+a")
		return p.selected() == path
	})
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
	p.awaitOver(0)
	p.file = path
}

// refuseSample tries to export the sample: the program asks first, and leads to
// a text that is still the sample's.
func (p *program) refuseSample() {
	p.t.Helper()
	n := len(p.events())
	p.do("key", "ctrl+e")
	p.awaitAfter(n, "the program says that the texts are the sample's", func(e event) bool {
		return e.Event == "dialog" && e.What == "Sample text left"
	})
	p.do("key", "Return")
	p.awaitAfter(n, "a text of the sample is shown", func(e event) bool { return e.Event == "focus" })
	p.awaitOver(0)
}

// exportWhatIsTyped types a name and exports the page.
func (p *program) exportWhatIsTyped(choose func(path string)) {
	p.t.Helper()
	p.enter("ResuMax")
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

// closeUnsaved closes the window while something is not saved yet, thinks better
// of it, closes again, saves when asked, and sees the program end well.
func (p *program) closeUnsaved() {
	p.t.Helper()
	p.enter("ResuMax")
	for _, key := range []string{"Escape", "Return"} {
		n := len(p.events())
		p.do("key", "alt+F4")
		p.awaitAfter(n, "the program asks what to do with the changes", func(e event) bool {
			return e.Event == "dialog" && e.What == "Save the changes to another.json?"
		})
		p.do("key", key)
	}
	eventually(p.t, "the program ends", p.hasEnded)
	if code := p.ProcessState.ExitCode(); code != 0 {
		p.t.Errorf("exit code %d", code)
	}
	for _, bad := range []string{"panic", "fatal error", "Error in Fyne call thread"} {
		if strings.Contains(p.said(), bad) {
			p.t.Errorf("the program complained:\n%s", p.said())
		}
	}
	preferences, err := os.ReadFile(filepath.Join(p.folder, "config", "resumax", "preferences.json"))
	if err != nil || !strings.Contains(string(preferences), "window.width") {
		p.t.Errorf("the preferences are %s (%v)", preferences, err)
	}
	if name := p.saved().Resume().Basics.Name; name != "Quinn Typewriter" {
		p.t.Errorf("saved %q", name)
	}
}

// seen does something with the mouse and waits until a part of the screen has
// changed by it. Nothing else may move there.
func (p *program) seen(what string, part image.Rectangle, args ...string) {
	p.t.Helper()
	before := p.picture()
	p.do(args...)
	p.eventually(what, func() bool { return !same(before, p.picture(), part) })
}

// page is where the page is on the screen.
var page = image.Rect(620, 100, 1060, 750)

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

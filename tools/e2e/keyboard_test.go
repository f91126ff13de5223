//go:build linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"resumax/resume"
)

// testKeyboard writes a nurse's resume, changes its design, exports and prints it, and
// saves, from the start screen to the end of the program, and never touches the mouse.
func testKeyboard(t *testing.T, command string) {
	d := newDesk(t)
	printed := filepath.Join(d.folder, "printed.pdf")
	d.env = append(d.env, "PATH="+d.printer(printed)+string(filepath.ListSeparator)+os.Getenv("PATH"))
	p := launch(d, "", []string{noBus}, command)
	p.await("the start screen is shown", func(e event) bool { return e.Event == "fields" })
	p.enter("ResuMax")
	p.still() // the search has the keyboard by then
	p.typed("nurse")
	p.keyTo("Return", "/basics/name") // no role matches: a blank resume
	p.typed("Rosa Delgado")

	p.keyTo("ctrl+Next", "/basics/summary")
	p.keyTo("ctrl+Next", "Add position")
	p.keyTo("Return", "/work/0/position")
	p.typed("Registered Nurse")
	p.keyTo("Tab", "/work/0/name")
	p.typed("Mercy Example Hospital")
	p.keyTo("Tab", "/work/0/startDate")
	p.typed("Mar 2019")
	p.keyTo("Tab", "/work/0/endDate")
	p.keyTo("Tab", "/work/0/location")
	p.keyTo("Tab", "/work/0/highlights/0")
	p.typed("Cut falls on a ward of 24 beds by 30% with hourly rounds")
	p.keyTo("Return", "/work/0/highlights/1")
	p.typed("Trained 12 new nurses")
	p.keyTo("Return", "/work/0/highlights/2")
	p.typed("A slip")
	p.keyTo("Tab", "Delete bullet")
	p.keyTo("Return", "/work/0/highlights/1")

	p.keyTo("ctrl+Next", "Add project")
	p.keyTo("ctrl+Next", "Add group")
	p.keyTo("Return", "/skills/0/keywords")
	p.keyTo("shift+Tab", "/skills/0/name")
	p.typed("Clinical")
	p.keyTo("Tab", "/skills/0/keywords")
	p.typed("Triage, Wound care")

	p.keyTo("ctrl+2", "Classic")
	p.do("key", "Right")
	p.awaitControl(func(name string) bool { return name != "Classic" }, "another design has the focus")
	design := p.control()
	p.do("key", "space")

	pdf, file := filepath.Join(d.folder, "rosa.pdf"), filepath.Join(d.folder, "rosa.json")
	p.answer("ctrl+e", "exported", pdf)
	p.answer("ctrl+s", "saved", file)
	p.do("key", "ctrl+p")
	p.awaitOver(1)
	p.do("key", "Return")
	p.eventually("the pages are printed", func() bool { _, err := os.Stat(printed); return err == nil })
	for _, path := range []string{pdf, printed} {
		words := wordsOf(t, path)
		for _, want := range []string{"Rosa Delgado", "Registered Nurse", "Mercy Example Hospital", "Mar 2019",
			"Cut falls on a ward of 24 beds by 30% with hourly rounds", "Trained 12 new nurses", "Clinical", "Triage, Wound care"} {
			if !strings.Contains(words, want) && !strings.Contains(words, strings.ToUpper(want)) {
				t.Errorf("%s has no %q, but\n%s", path, want, words)
			}
		}
		if strings.Contains(words, "A slip") {
			t.Errorf("%s has the bullet that was deleted", path)
		}
	}
	p.file = file
	saved := p.saved()
	r := saved.Resume()
	if n := saved.ListLen(list); n != 2 {
		t.Errorf("%d bullets were saved", n)
	}
	if got := saved.TextAt(resume.DesignSetting); got == "" || got == "classic" {
		t.Errorf("the design is %q, after %q was chosen", got, design)
	}
	if len(r.Skills) != 1 || len(r.Skills[0].Keywords) != 2 {
		t.Errorf("the skills are %+v", r.Skills)
	}
	p.do("key", "ctrl+q")
	eventually(t, "the program ends", p.hasEnded)
	if code := p.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit code %d: %s", code, p.said())
	}
}

// printer makes commands for printing in place of the system's, and returns their folder. What is printed is copied
// to a path.
func (d *desk) printer(printed string) string {
	folder := d.subfolder("printer")
	for name, script := range map[string]string{
		"lpstat": "#!/bin/sh\n[ \"$1\" = -e ] && echo Printer_One\nexit 0\n",
		"lp":     "#!/bin/sh\nfor file; do :; done\ncp \"$file\" " + printed + ".part && mv " + printed + ".part " + printed + "\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(script), 0o700); err != nil {
			d.t.Fatal(err)
		}
	}
	return folder
}

// wordsOf is the text of a PDF, with single spaces.
func wordsOf(t *testing.T, path string) string {
	t.Helper()
	text, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

// typed types a text into what has the focus.
func (p *program) typed(text string) { p.do("type", "--clearmodifiers", "--delay", "8", text) }

// control is the name of the control that has the focus: the address of a field, or a
// label.
func (p *program) control() (name string) {
	for _, e := range p.events() {
		if e.Event == "control" {
			name = e.What
		}
	}
	return name
}

func (p *program) awaitControl(is func(name string) bool, what string) {
	p.t.Helper()
	p.eventually(what, func() bool { return is(p.control()) })
}

// keyTo presses a key that leads to a control.
func (p *program) keyTo(key, control string) {
	p.t.Helper()
	p.do("key", "--clearmodifiers", key)
	p.awaitControl(func(name string) bool { return name == control }, key+" leads to "+control)
}

// answer presses a key that asks for a path, types it, and waits for what comes of it.
func (p *program) answer(key, done, path string) {
	p.t.Helper()
	n := len(p.events())
	p.do("key", "--clearmodifiers", key)
	p.awaitOver(1)
	p.do("key", "--clearmodifiers", "ctrl+a")
	p.typed(path)
	p.do("key", "Return")
	p.awaitAfter(n, path+" is "+done, func(e event) bool { return e.Event == done && e.Path == path })
	p.awaitOver(0)
}

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"resumax/app/shell"
)

// Every command has an id and keys of its own, and does something.
func TestCommandTable(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	ids, keys := map[string]bool{}, map[string]string{}
	n := 0
	for _, g := range w.commands() {
		for _, c := range g.Commands {
			n++
			if c.ID == "" || c.Label == "" || ids[c.ID] || (c.Run == nil) == (c.Choices == nil) {
				t.Errorf("the command %q, %q", c.ID, c.Label)
			}
			ids[c.ID] = true
			if k := c.Keys.String(); k != "" && keys[k] != "" {
				t.Errorf("%s calls %s and %s", k, keys[k], c.ID)
			} else {
				keys[k] = c.ID
			}
		}
	}
	if n < 40 {
		t.Errorf("%d commands", n)
	}
	for _, id := range []string{"new", "open", "save", "save-as", "export-pdf", "print", "preferences", "find", "replace", "undo", "palette"} {
		if c, ok := w.shell.Commands.Find(id); !ok || c.Keys.Key == "" { // the shortcut sheet lists what has keys
			t.Errorf("no shortcut for %s", id)
		}
	}
}

// A finding that is clicked while the next report is on its way is applied when
// that has come.
func TestAFindingBetweenTwoReportsIsApplied(t *testing.T) {
	var work []func()
	async := func(f func()) { f() }
	env := environment{}
	env.threads.Async = func(f func()) { async(f) }
	env.threads.Post = func(f func()) { f() }
	w, _ := newTestWindowIn(t, 1360, 820, env)
	w.project.Open(sampleFile(t))
	w.session.Type("/work/0/highlights/4", "Led the the design reviews of 9 engineers and wrote the API design guide that 23 microservices follow")
	doubled := w.scoring.Last().Findings[0]
	for _, f := range w.scoring.Last().Findings {
		if f.Mechanical() && f.Address == "/work/0/highlights/4" {
			doubled = f
		}
	}
	run := func() {
		async = func(f func()) { f() }
		for _, f := range work {
			f()
		}
		work = nil
	}
	async = func(f func()) { work = append(work, f) }
	w.session.Type("/basics/label", "Backend Engineer, payments")
	w.scoring.Apply(doubled)
	run()
	if got := w.session.Now().Document.TextAt("/work/0/highlights/4"); got != "Led the design reviews of 9 engineers and wrote the API design guide that 23 microservices follow" {
		t.Errorf("not applied: %q", got)
	}

	w.session.Type("/work/0/highlights/4", "Led the the design reviews of 9 engineers")
	for _, f := range w.scoring.Last().Findings {
		if f.Mechanical() && f.Address == "/work/0/highlights/4" {
			doubled = f
		}
	}
	async = func(f func()) { work = append(work, f) }
	w.session.Type("/work/0/highlights/4", "Led something else")
	w.scoring.Apply(doubled)
	run()
	if got := w.session.Now().Document.TextAt("/work/0/highlights/4"); got != "Led something else" || w.shell.Toaster.Text() == "" {
		t.Errorf("a finding that has passed: %q, and it says %q", got, w.shell.Toaster.Text())
	}
}

// Ctrl+H is no shortcut on macOS, where Cmd+H hides the application.
func TestReplaceKeys(t *testing.T) {
	for system, want := range map[string]shell.Keys{
		"linux": {Key: fyne.KeyH, Modifier: shell.Mod}, "windows": {Key: fyne.KeyH, Modifier: shell.Mod}, "darwin": {Key: fyne.KeyF, Modifier: shell.Mod | shell.Alt},
	} {
		if got := replaceKeys(system); got != want {
			t.Errorf("%s: %v", system, got)
		}
	}
}

// A menu is read at a glance: no part of one between two lines has more than six commands, and Help no more than eight.
func TestMenusAreShort(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	all := map[string]int{}
	for _, g := range w.commands() {
		if len(g.Commands) > 6 {
			t.Errorf("%s has %d commands in one part", g.Menu, len(g.Commands))
		}
		all[g.Menu] += len(g.Commands)
	}
	if n := all["Help"]; n == 0 || n > 8 {
		t.Errorf("Help has %d commands", n)
	}
}

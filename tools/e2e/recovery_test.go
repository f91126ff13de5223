//go:build linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"resumax/resume/codec"
)

// testRecovery kills the program while something is unsaved, finds that again at
// the next start, opens the file once more, and lets another program write to it.
func testRecovery(t *testing.T, command string) {
	d := newDesk(t)
	p := open(d, sample(d, command), []string{noBus}, command)
	const words = "Baked bread for 40 guests a day"
	typed, err := p.saved().SetText(first, words)
	if err != nil {
		t.Fatal(err)
	}
	p.do("key", "ctrl+Next", "ctrl+Next")
	p.click(first)
	p.write(words)
	p.eventually("what was typed is in the journal", func() bool { return journalHolds(d, words) })
	if err := p.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-p.ended
	os.Remove(p.trace)

	p = launch(d, p.file, []string{noBus}, command)
	p.await("the unsaved work is offered", func(e event) bool { return e.Event == "dialog" && e.What == "unsaved work" })
	p.awaitOver(1)
	p.enter("ResuMax")
	p.do("key", "Return")
	p.await("the page is shown", func(e event) bool { return e.Event == "page" })
	p.await("the score is shown", func(e event) bool { return e.Event == "score" })
	if p.saved().Equal(typed) {
		t.Error("what was recovered was saved unasked")
	}
	p.save("recovered", typed)

	second := launch(d, p.file, []string{noBus, "RESUMAX_TRACE="}, command)
	eventually(t, "the second program has joined the first", second.hasEnded)
	if code := second.ProcessState.ExitCode(); code != 0 {
		t.Errorf("the second program ends with %d: %s", code, second.said())
	}

	n := len(p.events())
	theirs, err := typed.SetText("/basics/label", "Baker")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p.file, codec.Encode(theirs), 0o644); err != nil {
		t.Fatal(err)
	}
	p.awaitAfter(n, "the other program is noticed", func(e event) bool {
		return e.Event == "dialog" && e.What == "changed by another program"
	})
	p.awaitOver(1)
	p.do("key", "Return") // merges
	p.eventually("the change is taken over", func() bool {
		_, score, _, fields := p.now()
		return fields.Over == 0 && score.Revision > 0 && len(p.events()) > n+2
	})
	both, err := theirs.SetText(first, words)
	if err != nil {
		t.Fatal(err)
	}
	p.save("merged", both)
}

// journalHolds reports whether a journal of the desk's user has the words.
func journalHolds(d *desk, words string) bool {
	files, _ := filepath.Glob(filepath.Join(d.folder, ".local", "state", "resumax", "journal", "*.journal"))
	for _, f := range files {
		if data, err := os.ReadFile(f); err == nil && strings.Contains(string(data), words) {
			return true
		}
	}
	return false
}

package resume

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

var start = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func TestTypingIsOneStep(t *testing.T) {
	h := NewHistory(sample)
	now := start
	write := func(a Address, s string, wait time.Duration) {
		now = now.Add(wait)
		d, err := h.Now().SetText(a, s)
		if err != nil {
			t.Fatal(err)
		}
		h.Do(d, Change{Label: "Typing", Address: a, Typing: true}, now)
	}
	write("/basics/name", "J", 0)
	write("/basics/name", "Jo", 200*time.Millisecond)
	write("/basics/name", "Joe", 200*time.Millisecond)
	write("/basics/label", "D", 200*time.Millisecond) // another field
	write("/basics/label", "De", 2*time.Second)       // a pause
	h.Seal()
	write("/basics/label", "Dev", 0) // after the focus moved

	for _, want := range []string{"Joe De", "Joe D", "Joe ", "Jane Doe "} {
		if _, ok := h.Undo(); !ok {
			t.Fatal("nothing to undo")
		}
		if got := h.Now().TextAt("/basics/name") + " " + h.Now().TextAt("/basics/label"); got != want {
			t.Errorf("after undo: %q, want %q", got, want)
		}
	}
	if _, ok := h.Undo(); ok || h.Dirty() {
		t.Error("back at the beginning something is left to undo or to save")
	}
	c, ok := h.Redo()
	if !ok || c.Address != "/basics/name" || h.Now().TextAt("/basics/name") != "Joe" || !h.Dirty() {
		t.Error("redo", c, ok)
	}
}

func TestTypingThatChangesNothingIsNoStep(t *testing.T) {
	h := NewHistory(sample)
	for _, text := range []string{"Jane Doe!", "Jane Doe"} {
		d, err := h.Now().SetText("/basics/name", text)
		if err != nil {
			t.Fatal(err)
		}
		h.Do(d, Change{Label: "Typing", Address: "/basics/name", Typing: true}, start)
	}
	if c, ok := h.NextUndo(); ok || h.Dirty() {
		t.Error("there is something to undo or to save:", c)
	}
}

func TestAStepEndsWithoutAPause(t *testing.T) {
	h := NewHistory(sample)
	text := ""
	for i := range 200 {
		text += "x"
		d, _ := h.Now().SetText("/basics/name", text)
		h.Do(d, Change{Label: "Typing", Address: "/basics/name", Typing: true}, start.Add(time.Duration(i)*100*time.Millisecond))
	}
	if _, ok := h.Undo(); !ok || len(h.Now().TextAt("/basics/name")) < 50 {
		t.Error("one undo took away twenty seconds of typing")
	}
}

// Whatever is done, undoing all of it gives back the beginning, and redoing all
// of it the end.
func TestHistoryGoesBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := NewHistory(sample)
		now := start
		for range rapid.IntRange(0, 30).Draw(t, "edits") {
			now = now.Add(time.Duration(rapid.IntRange(0, 3000).Draw(t, "ms")) * time.Millisecond)
			d, typing := h.Now(), false
			var err error
			list := Address("/work/1/highlights")
			n := d.ListLen(list)
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				typing = true
				d, err = d.SetText("/basics/name", rapid.String().Draw(t, "name"))
			case 1:
				d, err = d.Insert(list.Item(rapid.IntRange(0, n).Draw(t, "at")), Text("new"))
			case 2:
				if n > 0 {
					d, err = d.Remove(list.Item(rapid.IntRange(0, n-1).Draw(t, "at")))
				}
			case 3:
				if n > 0 {
					d, err = d.Move(list, rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to"))
				}
			case 4:
				h.Undo()
				d = h.Now()
			}
			if err != nil {
				t.Fatal(err)
			}
			h.Do(d, Change{Label: "Edit", Address: list, Typing: typing}, now)
		}
		end := h.Now()
		steps := 0
		for {
			if _, ok := h.Undo(); !ok {
				break
			}
			steps++
		}
		if !h.Now().Equal(sample) {
			t.Fatal("undoing everything does not give the beginning")
		}
		for range steps {
			h.Redo()
		}
		if !h.Now().Equal(end) {
			t.Fatal("redoing everything does not give the end")
		}
	})
}

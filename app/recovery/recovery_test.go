package recovery

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/thumbnails"
	"resumax/app/trace"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/storage/file"
	"resumax/storage/journal"
	"resumax/widgets"
)

var now = time.Date(2026, 11, 29, 15, 0, 0, 0, time.UTC)

// desk is a window with what the user's answers were.
type desk struct {
	t     *testing.T
	shell *shell.Shell
	did   []string
}

func newDesk(t *testing.T) *desk {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	d := &desk{t: t, shell: shell.New(a, "test", session.Inline, trace.Open(""))}
	d.shell.Stage.Later = func(time.Duration, func()) func() { return func() {} }
	d.shell.Stage.SetContent(widget.NewLabel(""))
	d.shell.Window.Resize(fyne.NewSize(1024, 700))
	t.Cleanup(d.shell.Window.Close)
	return d
}

func (d *desk) pictures() *thumbnails.Maker {
	return thumbnails.New(session.Inline, func(r *resume.Resume) render.Options { return render.Setup{Designs: design.All()}.Options(r) })
}

func named(t *testing.T, name string) resume.Document {
	t.Helper()
	d, err := resume.Document{}.SetText("/basics/name", name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// work is unsaved work on a file that has “saved” in it, if it can be read.
func work(t *testing.T, path string, state journal.State) *journal.Recovery {
	r := &journal.Recovery{Path: path, Time: now.Add(-time.Hour), State: state, Document: named(t, "unsaved")}
	if state == journal.Unchanged || state == journal.Changed {
		r.Saved = &file.File{Path: path, Document: named(t, "saved")}
	}
	return r
}

func (d *desk) offer(found ...*journal.Recovery) {
	note := func(what string) func(*journal.Recovery) {
		return func(r *journal.Recovery) { d.did = append(d.did, what+" "+r.Path) }
	}
	Offer(d.shell, d.pictures(), found, now, Answers{Recover: note("recover"), OpenSaved: note("open"), Discard: note("discard"),
		Later: func(all []*journal.Recovery) {
			for _, r := range all {
				d.did = append(d.did, "later "+r.Path)
			}
		}})
}

// did compares what the window was told, and whether no dialog is left.
func (d *desk) told(want ...string) {
	d.t.Helper()
	if !slices.Equal(d.did, want) || !d.shell.Free() {
		d.t.Errorf("told %q, want %q; free: %v", d.did, want, d.shell.Free())
	}
	d.did = nil
}

func (d *desk) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := d.shell.Window.Canvas()
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// onTop calls f with all objects of the dialog on top.
func (d *desk) onTop(f func(fyne.CanvasObject)) {
	if top := d.shell.Window.Canvas().Overlays().Top(); top != nil {
		for _, o := range test.LaidOutObjects(top) {
			f(o)
		}
	}
}

// tap presses a button of the dialog on top.
func (d *desk) tap(label string) {
	d.t.Helper()
	var found *widgets.Button
	d.onTop(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == label {
			found = b
		}
	})
	if found == nil {
		d.t.Fatalf("there is no button %q", label)
	}
	d.shell.Window.Canvas().Focus(found) // as the Tab key does: all are reached without a mouse
	d.press(fyne.KeyReturn)
}

func (d *desk) says(want ...string) {
	d.t.Helper()
	var all []string
	d.onTop(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widgets.Label:
			all = append(all, o.Text())
		case *widgets.StyledText:
			all = append(all, o.Text())
		case *widget.TextGrid:
			all = append(all, o.Text())
		}
	})
	for _, w := range want {
		if text := strings.Join(all, "\n"); !strings.Contains(text, w) {
			d.t.Errorf("%q is not said:\n%s", w, text)
		}
	}
}

func TestOfferOne(t *testing.T) {
	d := newDesk(t)
	d.offer()
	d.told()
	cv := func(state journal.State) *journal.Recovery { return work(t, "/docs/cv.json", state) }

	d.offer(cv(journal.Unchanged))
	d.says("Unsaved work was found", "“cv.json”", "up to today 14:00", "1 difference    − Saved    + Unsaved, today 14:00", "− saved", "+ unsaved")
	d.press(fyne.KeyReturn)
	d.told("recover /docs/cv.json")

	d.offer(cv(journal.Changed))
	d.says("Another program has changed the file since")
	d.press(fyne.KeyEscape)
	d.told("later /docs/cv.json")

	d.offer(cv(journal.Changed))
	d.tap("Open the saved file")
	d.says("The unsaved work will be lost.")
	d.press(fyne.KeyEscape) // back to the choice
	if d.shell.Free() || len(d.did) > 0 {
		t.Error("it was decided")
	}
	d.tap("Open the saved file")
	d.tap("Open the saved file")
	d.told("open /docs/cv.json")

	d.offer(cv(journal.Gone))
	d.says("missing or can’t be read", "Contents")
	d.tap("Discard")
	d.tap("Discard")
	d.told("discard /docs/cv.json")

	d.offer(work(t, "", journal.New))
	d.says("“unsaved” was open. It was never saved.")
	d.tap("Decide later")
	d.told("later ")
}

func TestOfferSeveral(t *testing.T) {
	d := newDesk(t)
	some := func() []*journal.Recovery {
		return []*journal.Recovery{work(t, "a", journal.Unchanged), work(t, "b", journal.Gone), work(t, "c", journal.Changed)}
	}
	var list *widgets.RailList
	find := func() {
		d.onTop(func(o fyne.CanvasObject) {
			if l, ok := o.(*widgets.RailList); ok {
				list = l
			}
		})
	}
	d.offer(some()...)
	find()
	d.shell.Window.Canvas().Focus(list)
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	d.told("later a", "later b", "recover c")

	d.offer(some()...)
	find()
	d.shell.Window.Canvas().Focus(list)
	d.press(fyne.KeyDown)
	d.tap("Discard")
	d.tap("Discard")
	if !slices.Equal(d.did, []string{"discard b"}) || d.shell.Free() || len(list.Items()) != 2 {
		t.Errorf("%q, and %d are left", d.did, len(list.Items()))
	}
	d.says("“c” was open")
	d.press(fyne.KeyEscape)
	d.told("discard b", "later a", "later c")
}

func TestAskChanged(t *testing.T) {
	d := newDesk(t)
	base := named(t, "base")
	set := func(at resume.Address, text string) resume.Document {
		out, err := base.SetText(at, text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	ask := func(mine, theirs resume.Document) {
		AskChanged(d.shell, d.pictures(), Change{"cv.json", base, mine, theirs}, ChangeAnswers{
			Merge: func(m resume.Document) {
				d.did = append(d.did, "merge "+m.TextAt("/basics/name")+" "+m.TextAt("/basics/email"))
			},
			Reload: func() { d.did = append(d.did, "reload") },
			Keep:   func() { d.did = append(d.did, "keep") },
			Later:  func() { d.did = append(d.did, "later") },
		})
	}
	mine, theirs := set("/basics/name", "mine"), set("/basics/email", "theirs@example.org")
	ask(mine, theirs)
	d.says("“cv.json” was changed by another program", "no part was changed on both sides", "− Yours    + In the file")
	d.press(fyne.KeyReturn)
	d.told("merge mine theirs@example.org")
	for label, want := range map[string]string{"Keep mine": "keep", "Reload theirs": "reload", "Decide later": "later"} {
		ask(mine, theirs)
		d.tap(label)
		d.told(want)
	}
	ask(mine, set("/basics/name", "theirs"))
	d.says("1 part was changed on both sides. Merge keeps yours there", "1 conflict, No differences", "Conflict  Contact · Name", "Yours: mine", "Theirs: theirs")
	d.press(fyne.KeyReturn) // a conflict is to be read before it is decided
	if d.shell.Free() {
		t.Error("Enter decides a conflict")
	}
	d.tap("Merge")
	d.told("merge mine ")
	ask(mine, theirs)
	d.press(fyne.KeyEscape)
	d.told("later")

	ask(base, theirs)
	d.says("You have no unsaved changes here.")
	d.press(fyne.KeyReturn)
	d.told("reload")
	ask(mine, mine)
	d.told("merge mine ")
}

func TestShowCrash(t *testing.T) {
	d := newDesk(t)
	ShowCrash(d.shell, "")
	d.told()
	ShowCrash(d.shell, "ResuMax 1\npanic: oh")
	d.says("nothing is sent", "panic: oh")
	d.tap("Copy")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "ResuMax 1\npanic: oh" {
		t.Errorf("%q was copied", got)
	}
	d.press(fyne.KeyEscape)
	d.told()
}

func TestDeletedNotice(t *testing.T) {
	if got := DeletedNotice("cv.json"); !strings.HasPrefix(got, "“cv.json” was deleted") {
		t.Error(got)
	}
}

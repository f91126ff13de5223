package versions

import (
	"errors"
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
	"resumax/storage/journal"
	"resumax/widgets"
)

var now = time.Date(2026, 11, 29, 15, 0, 0, 0, time.UTC)

// desk is a window with the versions of a file, of which each is named for its
// place.
type desk struct {
	t        *testing.T
	shell    *shell.Shell
	all      []journal.Version
	listing  error
	damaged  int // the place of a version that cannot be read, -1 for none
	loads    []int
	restored []string
	queue    []func() // work that is to be done on another goroutine
	held     bool     // work waits until it is let go
}

func newDesk(t *testing.T, versions int) *desk {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	d := &desk{t: t, damaged: -1}
	threads := session.Inline
	threads.Async = func(f func()) {
		if d.held {
			d.queue = append(d.queue, f)
			return
		}
		f()
	}
	d.shell = shell.New(a, "test", threads, trace.Open(""))
	d.shell.Stage.Later = func(time.Duration, func()) func() { return func() {} }
	d.shell.Stage.SetContent(widget.NewLabel(""))
	d.shell.Window.Resize(fyne.NewSize(1024, 700))
	t.Cleanup(d.shell.Window.Close)
	for i := range versions {
		d.all = append(d.all, journal.Version{Time: now.Add(-time.Duration(i) * 20 * time.Hour), Size: int64(i), Sum: journal.Sum{byte(i)}})
	}
	return d
}

func named(t *testing.T, name string) resume.Document {
	t.Helper()
	d, err := resume.Document{}.SetText("/basics/name", name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) show() {
	pictures := thumbnails.New(session.Inline, func(r *resume.Resume) render.Options { return render.Setup{Designs: design.All()}.Options(r) })
	Show(d.shell, pictures, Source{
		List: func() ([]journal.Version, error) { return d.all, d.listing },
		Load: func(v journal.Version) (resume.Document, error) {
			i := int(v.Sum[0])
			d.loads = append(d.loads, i)
			if i == d.damaged {
				return resume.Document{}, errors.New("this version is damaged: choose another one")
			}
			return named(d.t, "Version "+string(rune('0'+i))), nil
		},
	}, named(d.t, "Version 0"), now, func(v resume.Document, saved time.Time) {
		d.restored = append(d.restored, v.TextAt("/basics/name")+" "+saved.Format("15:04"))
	})
}

// press presses keys where the focus is.
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

// texts are all texts of the dialog that lies on top.
func (d *desk) texts() string {
	top := d.shell.Window.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var all []string
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *widgets.Label:
			all = append(all, o.Text())
		case *widgets.StyledText:
			all = append(all, o.Text())
		case *widgets.RailList:
			for _, item := range o.Items() {
				all = append(all, item.Title)
			}
		}
	}
	return strings.Join(all, "\n")
}

func (d *desk) says(want ...string) {
	d.t.Helper()
	all := d.texts()
	for _, w := range want {
		if !strings.Contains(all, w) {
			d.t.Errorf("%q is not said:\n%s", w, all)
		}
	}
}

func TestVersionsAreBrowsedAndRestoredByKeys(t *testing.T) {
	d := newDesk(t, 4)
	d.show()
	d.says("Today 15:00\nYesterday 19:00\nNov 27 23:00\nNov 27 03:00", "The same as your resume now")
	d.press(fyne.KeyReturn) // nothing to restore
	if d.shell.Free() || len(d.restored) > 0 {
		t.Fatal("what is the same was restored")
	}
	d.press(fyne.KeyDown, fyne.KeyDown)
	d.says("Nov 27 23:00\n1 difference: − then, + now", "− Version 2", "+ Version 0")
	d.press(fyne.KeyReturn)
	if !slices.Equal(d.restored, []string{"Version 2 23:00"}) || !d.shell.Free() {
		t.Errorf("%q were restored", d.restored)
	}
	d.show()
	d.press(fyne.KeyEscape)
	if !d.shell.Free() || len(d.restored) != 1 {
		t.Error("Escape does not close the dialog alone")
	}
}

func TestDamagedVersions(t *testing.T) {
	d := newDesk(t, 3)
	d.damaged = 1
	d.show()
	d.press(fyne.KeyDown)
	d.says("This version is damaged: choose another one.")
	d.press(fyne.KeyReturn)
	if len(d.restored) > 0 || d.shell.Free() {
		t.Error("a damaged version was restored")
	}
	d.press(fyne.KeyDown)
	if d.says("− Version 2"); strings.Contains(d.texts(), "damaged") {
		t.Error("another version is called damaged")
	}
}

// What is loaded late is not shown in place of what was chosen since, and not after
// the dialog was closed.
func TestOnlyTheChosenVersionIsShown(t *testing.T) {
	d := newDesk(t, 6)
	d.show()
	d.held = true
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	d.says("Loading …")
	d.press(fyne.KeyReturn)
	if len(d.restored) > 0 {
		t.Error("a version was restored that is not loaded")
	}
	d.letGo()
	if d.says("− Version 3"); !slices.Equal(d.loads, []int{0, 3}) {
		t.Errorf("%d were loaded", d.loads)
	}
	d.press(fyne.KeyDown, fyne.KeyEscape)
	d.letGo()
	if !d.shell.Free() {
		t.Error("the dialog is back")
	}
}

func (d *desk) letGo() {
	for len(d.queue) > 0 {
		f := d.queue[0]
		d.queue = d.queue[1:]
		f()
	}
}

func TestNoVersions(t *testing.T) {
	d := newDesk(t, 0)
	d.show()
	d.says("Versions are kept when you save")
	d.press(fyne.KeyReturn)
	d.listing = errors.New("earlier versions cannot be listed: permission denied")
	d.show()
	d.says("Earlier versions cannot be listed: permission denied.")
	d.press(fyne.KeyReturn)
	if !d.shell.Free() {
		t.Error("Enter does not close it")
	}
}

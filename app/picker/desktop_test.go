//go:build !windows && !darwin

package picker

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/godbus/dbus/v5"

	"resumax/widgets"
)

// queue is an app whose UI goroutine is the test's: what is handed to it waits
// until the test runs it.
type queue struct {
	fyne.App
	jobs chan func()
}

func (q *queue) Driver() fyne.Driver { return &queueDriver{q.App.Driver(), q.jobs} }

type queueDriver struct {
	fyne.Driver
	jobs chan func()
}

func (d *queueDriver) DoFromGoroutine(job func(), _ bool) { d.jobs <- job }

// desk is a picker over a window, with what it has answered so far.
type desk struct {
	asked
	picker Picker
	jobs   chan func()
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	d := &desk{jobs: make(chan func(), 8)}
	d.window = test.NewTempWindow(t, widget.NewLabel("behind"))
	d.window.Resize(fyne.NewSize(800, 600))
	d.picker = New(d.window)
	fyne.SetCurrentApp(&queue{app, d.jobs})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	return d
}

// done takes an answer.
func (d *desk) done(path string, err error) {
	if err != nil {
		path = "error: " + err.Error()
	}
	d.answers = append(d.answers, path)
}

// run waits for the picker to be through with the portal, and runs what it left
// for the UI goroutine: one job.
func (d *desk) run(t *testing.T) {
	t.Helper()
	job := <-d.jobs
	d.want(t, "before the UI goroutine comes to it")
	job()
	if len(d.jobs) != 0 {
		t.Error("there is more than one answer")
	}
}

func TestAnswersOnTheUIGoroutine(t *testing.T) {
	const gone = "error: the system's file dialog closed unexpectedly: try again"
	for name, c := range map[string]struct {
		portal *portal
		want   string
	}{
		"chosen":   {chosen("file:///a.json"), "/a.json"},
		"canceled": {ends(1), ""},
		"gone":     {&portal{version: true, answer: func(p *portal, _ dbus.ObjectPath) { p.conn.ReleaseName(portalName) }}, gone},
	} {
		t.Run(name, func(t *testing.T) {
			c.portal.start(t)
			d := newDesk(t)
			d.picker.Open(Request{Title: "Open", Filters: resumes}, d.done)
			d.run(t)
			d.want(t, name, c.want)
			if got := <-c.portal.calls; got.method != "OpenFile" || got.parent != "" || got.title != "Open" {
				t.Errorf("the portal was asked for %+v", got)
			}
		})
	}
}

func TestAsksInTheWindowWithoutPortal(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
	dir, file := folder(t)
	for name, c := range map[string]struct {
		show  func(Picker) func(Request, func(string, error))
		typed string
		want  string
	}{
		"open": {func(p Picker) func(Request, func(string, error)) { return p.Open }, file, file},
		"save": {func(p Picker) func(Request, func(string, error)) { return p.Save }, filepath.Join(dir, "new"), filepath.Join(dir, "new.json")},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			c.show(d.picker)(Request{Folder: dir, Filters: resumes}, d.done)
			d.run(t)
			d.want(t, "asked")
			d.enter(t, c.typed)
			d.want(t, "answered", c.want)
		})
	}
}

// The portal asks before it replaces what the user typed; the ending comes later.
func TestSaveAsksAboutTheNameWithItsEnding(t *testing.T) {
	dir, file := folder(t)
	p := chosen("file://" + filepath.Join(dir, "here"))
	p.start(t)
	d := newDesk(t)
	d.picker.Save(Request{Folder: dir, Name: "mine.json", Filters: resumes}, d.done)
	for range 2 {
		d.run(t)
		d.want(t, "asked whether to replace it")
		d.press(t, "No") // then it asks for a name again
	}
	d.run(t)
	d.press(t, "Yes")
	d.want(t, "agreed", file)
	if len(p.calls) != 3 {
		t.Errorf("the portal was asked %d times", len(p.calls))
	}
}

func TestSaveTakesWhatThePortalAskedAbout(t *testing.T) {
	dir, file := folder(t)
	for uri, want := range map[string]string{
		"file://" + file:                        file, // the portal has asked about this one
		"file://" + filepath.Join(dir, "other"): filepath.Join(dir, "other.json"),
	} {
		p := chosen(uri)
		p.start(t)
		d := newDesk(t)
		d.picker.Save(Request{Filters: resumes}, d.done)
		d.run(t)
		d.want(t, uri, want)
	}
}

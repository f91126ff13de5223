// Package versions is the browser of earlier versions of the open file: when each
// was saved, what has changed since, and its first page. One can be restored.
package versions

import (
	"fmt"
	"image"
	"strconv"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/compare"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/storage/journal"
	"resumax/widgets"
)

// Source is where the versions of the open file come from. Its functions are called
// off the UI goroutine; those of [journal.Versions] serve.
type Source struct {
	List func() ([]journal.Version, error) // the newest first
	Load func(journal.Version) (resume.Document, error)
}

// Show shows the earlier versions of a file beside the document that is open now,
// and calls restore with the one that the user wants back.
func Show(s *shell.Shell, pictures *thumbnails.Maker, source Source, open resume.Document, now time.Time, restore func(version resume.Document, saved time.Time)) {
	s.Background(tr.T("versions.looking-for-earlier-versions", "Looking for earlier versions"), func() func() {
		all, err := source.List()
		return func() {
			switch {
			case err != nil:
				s.ShowError(err.Error())
			case len(all) == 0:
				showNone(s)
			default:
				b := &browser{shell: s, pictures: pictures, source: source, open: open, now: now, restore: restore, all: all}
				b.show()
			}
		}
	})
}

func title() string {
	return tr.T("versions.earlier-versions", "Earlier versions")
}

// showNone says where versions come from.
func showNone(s *shell.Shell) {
	var m *widgets.Modal
	ok := widgets.NewButton(tr.T("versions.close", "Close"), func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = s.Modal(widgets.NewColumn(10, widgets.NewHeading(title()),
		widgets.NewLabel(tr.T("versions.there-are-none-yet", "There are none yet. Versions are kept when you save, and every ten minutes while your work is saved automatically: the newest ten, then one an hour, a day and a week. Come back here to see what has changed since, and to restore one.")),
		container.NewHBox(layout.NewSpacer(), ok)), func() { m.Close() })
}

// browser is the dialog.
type browser struct {
	shell    *shell.Shell
	pictures *thumbnails.Maker
	source   Source
	open     resume.Document
	now      time.Time
	restore  func(resume.Document, time.Time)
	all      []journal.Version

	modal  *widgets.Modal
	list   *widgets.RailList
	parts  parts
	worker session.Worker[int, loaded]
	chosen atomic.Int64     // the place of the version that is shown, -1 for none any more
	ready  *resume.Document // the chosen version, nil until it is loaded, or where it cannot be
}

// parts are what shows the chosen version.
type parts struct {
	heading, about *widgets.Label
	differences    *fyne.Container
	middle         *fyne.Container // around all but the page
	page           *compare.Picture
	restore        *widgets.Button
}

// loaded is a version as it was read, and what has changed since.
type loaded struct {
	at         int
	document   resume.Document
	comparison compare.Comparison
	err        error
}

const (
	listWidth = 190
	pageWidth = 210
	gap       = 14
)

func (b *browser) show() {
	b.worker = session.Worker[int, loaded]{Threads: b.shell.Threads, Work: b.load, Done: b.loaded}
	b.list = b.newList()
	p := &b.parts
	p.heading, p.about = widgets.NewStrong(""), widgets.NewMuted("")
	p.differences, p.page = container.NewStack(), compare.NewPage(pageWidth)
	p.restore = widgets.NewButton(tr.T("versions.restore-this-version", "Restore this version"), b.doRestore)
	p.restore.Importance = widget.HighImportance

	buttons := container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("versions.close", "Close"), func() { b.modal.Close() }), p.restore)
	left := container.New(layout.NewCustomPaddedLayout(0, 0, 0, gap), container.New(&wide{listWidth}, container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, 2, 2, 12), b.list))))
	right := container.New(layout.NewCustomPaddedLayout(0, 0, gap, 0), p.page.Object())
	p.middle = widgets.NewBorder(widgets.NewColumn(2, p.heading, p.about), nil, nil, nil, p.differences)
	head := widgets.NewColumn(6, widgets.NewHeading(title()),
		widgets.NewMuted(tr.T("versions.restoring-one-is-a", "Restoring one is a step that Undo takes back: nothing is lost by it.")))
	body := widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), head), buttons, left, right, p.middle)
	b.modal = b.shell.Modal(b.sized(body), b.doRestore)
	b.modal.OnClosed = func() { b.chosen.Store(-1) }
	b.choose(0)
	b.shell.Focus(b.list)
}

// newList is the list of versions by day and time.
func (b *browser) newList() *widgets.RailList {
	var items []widgets.RailItem
	times := map[string]int{}
	for _, v := range b.all {
		times[compare.When(v.Time, b.now)]++
	}
	for i, v := range b.all {
		when := compare.When(v.Time, b.now)
		if times[when] > 1 {
			when += v.Time.Local().Format(":05")
		}
		items = append(items, widgets.RailItem{ID: strconv.Itoa(i), Title: when, Fixed: true})
	}
	list := widgets.NewRailList(items...)
	list.Follows = true
	list.OnSelected = func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			b.choose(i)
		}
	}
	list.OnSubmitted = func(string) { b.doRestore() }
	return list
}

// sized gives the dialog's content the size that the window has room for.
func (b *browser) sized(content fyne.CanvasObject) fyne.CanvasObject {
	const widest, highest, margin = 920, 640, 90
	return b.shell.Fitted(content, fyne.NewSize(widest, highest), fyne.NewSquareSize(margin))
}

// choose shows a version when it is loaded.
func (b *browser) choose(i int) {
	b.chosen.Store(int64(i))
	b.list.Select(strconv.Itoa(i))
	b.ready = nil
	name := compare.When(b.all[i].Time, b.now)
	b.parts.heading.SetText(name)
	b.parts.about.SetText(tr.T("versions.loading", "Loading …"))
	b.parts.page.Object().Show()
	b.parts.page.Show(name)
	b.parts.restore.Disable()
	b.parts.middle.Refresh()
	b.worker.Submit(i)
}

// load reads a version. It is called on the worker's goroutine.
func (b *browser) load(i int) loaded {
	d, err := b.source.Load(b.all[i])
	if err != nil {
		return loaded{at: i, err: err}
	}
	return loaded{i, d, compare.Of(compare.Side{Document: d}, compare.Side{Document: b.open}), nil}
}

// loaded shows a version, if it is still the chosen one.
func (b *browser) loaded(l loaded) {
	if b.chosen.Load() != int64(l.at) {
		return
	}
	if l.err != nil {
		b.parts.about.SetText(shell.Sentence(l.err.Error()))
		b.parts.differences.Objects = nil
		b.parts.middle.Refresh()
		b.parts.page.Object().Hide()
		return
	}
	b.parts.about.SetText(sinceThen(len(l.comparison.Lines)))
	b.parts.differences.Objects = []fyne.CanvasObject{compare.List(l.comparison)}
	b.parts.middle.Refresh()
	if len(l.comparison.Lines) > 0 {
		b.ready = &l.document
		b.parts.restore.Enable()
	}
	b.paint(l)
}

// sinceThen says how much has changed since a version.
func sinceThen(differences int) string {
	if differences == 0 {
		return tr.T("versions.the-same-as-your", "The same as your resume now")
	}
	return tr.T("versions.then-now", "{{.Differences}}: − then, + now", tr.With{"Differences": compare.Count(differences)})
}

// paint asks for the picture of a version that was loaded. One that is no longer
// chosen when its turn comes is not made.
func (b *browser) paint(l loaded) {
	current := func() bool { return b.chosen.Load() == int64(l.at) }
	name := fmt.Sprintf("version %x", b.all[l.at].Sum)
	b.pictures.Picture(name, int(pageWidth*b.shell.Window.Canvas().Scale()+0.5), func() *resume.Resume {
		if !current() {
			return nil
		}
		return l.document.Resume()
	}, func(img image.Image) {
		if current() {
			b.parts.page.SetPicture(img)
		}
	})
}

// doRestore hands the chosen version to the window.
func (b *browser) doRestore() {
	if b.ready == nil {
		return
	}
	d, saved := *b.ready, b.all[b.chosen.Load()].Time
	b.modal.Close()
	b.restore(d, saved)
}

// wide gives an object a width, and what height there is.
type wide struct{ width float32 }

func (l *wide) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l *wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, objects[0].MinSize().Height)
}

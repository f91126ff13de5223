// Package applications is the screen of applications: a table and a board by status, and for
// each one its data, what was sent, and what application forms ask.
package applications

import (
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/picker"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/job/application"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// Services are what the screen needs from the window.
type Services struct {
	Shell    *shell.Shell
	Picker   func() picker.Picker
	Folder   func() string // where file dialogs begin
	Today    func() time.Time
	Notice   func(text string) // says what was done, with Undo
	Copy     func(text string) // to the clipboard
	Pictures *thumbnails.Maker
	Tailor   func() // goes to where postings are read

	Disk Disk
	// Printed says what the pages of a document show; called on another goroutine.
	Printed func(resume.Document) resume.Printed
	// Letter is the text of a variant's cover letter, "" for none; nil where there are no letters.
	Letter func(variant string) string
	// Debrief leads to where one notes what an interview of an application asked; nil for nowhere.
	Debrief func(id string)
}

// Disk is what the screen does with files. Read and Write are called on another goroutine.
type Disk struct {
	Read   func(path string, most int) ([]byte, error) // of a file that is no larger than most bytes
	Write  func(path string, data []byte) error
	Exists func(path string) bool
	Open   func(path string) error // opens a file or a link in its program
}

// How the applications are shown.
const (
	asTable = iota
	asBoard
)

// Applications is the screen.
type Applications struct {
	services Services
	session  *session.Session
	shown    bool
	drawn    resume.Value // the applications that are shown
	revision int

	list   list
	detail *detail
	frame
}

// frame is what is around the list and the detail.
type frame struct {
	views  *widgets.Segments
	filter *widgets.TextField
	count  *widgets.Label
	bar    *fyne.Container
	body   *fyne.Container   // the list, or what is said where there is none
	empty  fyne.CanvasObject // there is no application
	none   fyne.CanvasObject // none matches
	panes  *widgets.Panes    // the body, and the detail
	root   *fyne.Container
}

// New makes the screen.
func New(s *session.Session, services Services) *Applications {
	a := &Applications{services: services, session: s, revision: -1}
	a.list.init(a)
	a.detail = newDetail(a)
	a.build()
	s.OnChange(func(session.Snapshot) {
		if a.shown {
			a.refresh()
		}
	})
	return a
}

// Object is what the screen shows.
func (a *Applications) Object() fyne.CanvasObject { return a.root }

func (a *Applications) build() {
	a.views = widgets.NewSegments(tr.T("applications.table", "Table"), tr.T("applications.board", "Board"))
	a.views.Select(asTable)
	a.views.OnSelected = func(int) { a.showList() }
	a.filter = widgets.NewTextField(tr.T("applications.filter-by-employer-title", "Filter by employer, title, status, next step …"))
	a.filter.OnChanged = func(string) {
		a.list.filter(a.filter.Text)
		a.showList()
	}
	a.filter.OnKey = func(k *fyne.KeyEvent) bool {
		switch {
		case k.Name == fyne.KeyEscape && a.filter.Text != "":
			a.filter.SetText("")
			return true
		case k.Name == fyne.KeyDown:
			a.focusList()
			return true
		}
		return false
	}
	a.count = widgets.NewMuted("")
	var add *widgets.Button
	add = widgets.NewButtonWithIcon(tr.T("applications.new", "New"), theme.ContentAddIcon(), func() { a.offerNew(add) })
	add.Importance = widget.HighImportance
	into := widgets.NewButton(tr.T("applications.import-csv", "Import CSV…"), a.Import)
	out := widgets.NewButton(tr.T("applications.export-csv", "Export CSV…"), a.Export)
	facts := widgets.NewButton(tr.T("applications.facts-for-forms", "Facts for forms…"), a.EditFacts)
	var menu *widgets.IconButton
	menu = widgets.NewIconButton(theme.MoreVerticalIcon(), tr.T("applications.import-export-and-facts", "Import, export and facts"), func() { a.offerMenu(menu) })
	a.bar = container.New(barLayout{}, a.views, a.filter, facts, into, out, menu, add)
	head := container.New(layout.NewCustomPaddedLayout(10, 8, 14, 14), widgets.NewColumn(8, a.bar, a.count))

	a.empty = a.emptyState()
	clear := widgets.NewButton(tr.T("applications.clear-filter", "Clear filter"), func() {
		a.filter.SetText("")
		a.services.Shell.Focus(a.filter)
	})
	a.none = middle(widgets.NewStrong(tr.T("applications.no-application-matches", "No application matches")), container.NewHBox(layout.NewSpacer(), clear, layout.NewSpacer()))
	a.body = container.NewStack()
	main := widgets.NewBorder(head, nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 10, 8, 8), a.body))
	a.panes = widgets.NewPanes(
		widgets.Pane{Content: main, MinWidth: 420, Width: 800, Grows: true},
		widgets.Pane{Content: a.detail.root, MinWidth: 330, Width: 400, Text: 0.5})
	a.panes.SetVisible(1, false)
	a.root = container.NewStack(a.panes)
	a.refresh()
}

// barLayout lays out the views, the filter, which takes what room there is, buttons, a menu,
// and the button for a new one. The buttons give way to the menu where there is too little room
// for them.
type barLayout struct{}

const (
	barGap      = 8
	barFilter   = 170 // the filter's least width
	filterWidth = 420 // and most
)

// Layout implements fyne.Layout.
func (barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := len(objects)
	menu, buttons := objects[n-2], objects[2:n-2]
	width := func(all ...fyne.CanvasObject) (sum float32) {
		for _, o := range all {
			sum += o.MinSize().Width + barGap
		}
		return sum
	}
	left := size.Width - width(objects[0], objects[n-1]) - barGap
	narrow := left-width(buttons...) < barFilter
	setShown(menu, narrow)
	for _, o := range buttons {
		setShown(o, !narrow)
	}
	if narrow {
		left -= width(menu)
	} else {
		left -= width(buttons...)
	}
	place := func(o fyne.CanvasObject, x, width float32) {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(width, h))
	}
	place(objects[0], 0, objects[0].MinSize().Width)
	place(objects[1], width(objects[0]), min(filterWidth, left))
	x := size.Width
	for i := n - 1; i > 1; i-- {
		if o := objects[i]; o.Visible() {
			x -= o.MinSize().Width
			place(o, x, o.MinSize().Width)
			x -= barGap
		}
	}
}

// setShown shows or hides an object, without painting it anew where nothing changes.
func setShown(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}

// MinSize implements fyne.Layout.
func (barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	n := len(objects)
	size := fyne.NewSize(objects[0].MinSize().Width+barFilter+objects[n-1].MinSize().Width+objects[n-2].MinSize().Width+3*barGap, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// offerMenu offers what the buttons do that there is no room for.
func (a *Applications) offerMenu(below fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	widgets.ShowMenu(a.services.Shell.Window.Canvas(), fyne.NewMenu("", fyne.NewMenuItem(tr.T("applications.facts-for-forms", "Facts for forms…"), a.EditFacts),
		fyne.NewMenuItem(tr.T("applications.import-csv", "Import CSV…"), a.Import), fyne.NewMenuItem(tr.T("applications.export-csv", "Export CSV…"), a.Export)), at)
}

// middle is a column in the middle of a pane.
func middle(objects ...fyne.CanvasObject) fyne.CanvasObject {
	const width = 480
	column := widgets.NewColumn(14, objects...)
	return container.New(&middleLayout{width}, column)
}

type middleLayout struct{ width float32 }

// Layout implements fyne.Layout.
func (l *middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(l.width, size.Width-2*barGap)
	objects[0].Resize(fyne.NewSize(width, 1))
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, max(0, (size.Height-height)/3)))
}

// MinSize implements fyne.Layout.
func (l *middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, objects[0].MinSize().Height)
}

// emptyState teaches what applications are for.
func (a *Applications) emptyState() fyne.CanvasObject {
	var add *widgets.Button
	add = widgets.NewButtonWithIcon(tr.T("applications.new-application", "New application"), theme.ContentAddIcon(), func() { a.offerNew(add) })
	add.Importance = widget.HighImportance
	into := widgets.NewButton(tr.T("applications.import-csv", "Import CSV…"), a.Import)
	tailor := widgets.NewButton(tr.T("applications.save-a-posting-in", "Save a posting in Tailor"), func() { a.services.Tailor() })
	return middle(widgets.NewHeading(tr.T("applications.keep-track-of-your", "Keep track of your applications")),
		widgets.NewLabel(tr.T("applications.for-each-job-how", "For each job: how far it is, what to do next and by when, who to talk to, and exactly which version of your resume they got.")),
		widgets.NewLabel(tr.T("applications.save-a-posting-in-tailor", "Save a posting in Tailor, or import a list that you keep in a spreadsheet or LinkedIn's “Job Applications.csv”.")),
		widgets.NewFlow(8, add, into, tailor),
		widgets.NewMuted(tr.T("applications.everything-stays-in-this", "Everything stays in this project's file. Nothing of it goes out with an export of your resume.")))
}

// Enter shows the screen as the project is now.
func (a *Applications) Enter() {
	a.shown = true
	a.refresh()
	a.focusList()
}

// Leave is called when the screen is no longer shown.
func (a *Applications) Leave() { a.shown = false }

// Key closes the detail for Escape.
func (a *Applications) Key(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape && a.detail.id != "" {
		a.Close()
		return true
	}
	return false
}

// Focus puts the focus into the filter.
func (a *Applications) Focus() { a.services.Shell.Focus(a.filter) }

// focusList puts the focus into the list, or into the filter where that is empty.
func (a *Applications) focusList() {
	switch {
	case len(a.list.all) == 0:
		widgets.FocusFirst(a.empty)
	case len(a.list.rows) == 0:
		a.services.Shell.Focus(a.filter)
	case a.views.Selected() == asBoard:
		a.services.Shell.Focus(a.list.board)
	default:
		if a.list.table.Selected() < 0 {
			a.list.table.Select(0)
		}
		a.services.Shell.Focus(a.list.table.Rows())
	}
}

// today is the day.
func (a *Applications) today() resume.Date { return resume.DayOf(a.services.Today()) }

// project is the project as it is saved.
func (a *Applications) project() resume.Document { return a.session.Now().Project }

// refresh shows the project as it is now.
func (a *Applications) refresh() {
	now := a.session.Now()
	if now.Revision != a.revision {
		a.revision = now.Revision
		if drawn, _ := now.Project.Get(application.Address); !drawn.Equal(a.drawn) || len(a.list.all) == 0 || now.Replaced {
			a.drawn = drawn
			a.list.load(application.Ready(now.Project))
			a.list.filter(a.filter.Text)
		}
		a.detail.refresh(false)
	}
	a.showList()
}

// showList shows the table or the board, or says that there is nothing.
func (a *Applications) showList() {
	want := a.empty
	switch {
	case len(a.list.all) == 0:
	case len(a.list.rows) == 0:
		want = a.none
	case a.views.Selected() == asBoard:
		want = a.list.boardView
	default:
		want = a.list.table
	}
	a.list.show(a.views.Selected())
	none := len(a.list.all) == 0
	a.bar.Hidden, a.count.Hidden = none, none
	a.count.SetText(a.list.summary())
	if len(a.body.Objects) == 0 || a.body.Objects[0] != want {
		a.services.Shell.KeepFocus(func() {
			a.body.Objects = []fyne.CanvasObject{want}
			a.body.Refresh()
		})
	}
}

// Open shows an application beside the list.
func (a *Applications) Open(id string) {
	a.detail.show(id)
	a.panes.SetVisible(1, a.detail.id != "")
	a.list.mark(a.detail.id)
}

// Close closes the detail.
func (a *Applications) Close() {
	a.Open("")
	a.focusList()
}

// Reveal shows what an address is about: an application.
func (a *Applications) Reveal(at resume.Address) {
	for _, app := range a.list.all {
		if own, ok := application.AddressOf(a.project(), app.ID); ok && at.Within(own) {
			a.Open(app.ID)
			return
		}
	}
	if a.detail.id != "" && !a.list.has(a.detail.id) {
		a.Open("")
	}
}

// edit edits an application as one step.
func (a *Applications) edit(label, id string, edit resume.Edit) bool {
	at, _ := application.AddressOf(a.project(), id)
	return a.session.EditProject(label, at, ready.Then(edit))
}

// ready gives every application an id, so that it can be named.
var ready resume.Edit = func(d resume.Document) (resume.Document, error) { return application.Ready(d), nil }

// SetStatus says how far an application has come.
func (a *Applications) SetStatus(id string, to application.Status, outcome application.Outcome) {
	a.edit(tr.T("applications.status-of-application", "Status of application"), id, func(d resume.Document) (resume.Document, error) {
		return application.SetStatus(d, id, to, outcome, a.today())
	})
}

// Delete deletes an application; the toast offers undo.
func (a *Applications) Delete(id string) {
	app, ok := application.Find(application.Ready(a.project()), id)
	if !ok {
		return
	}
	next := a.list.after(id)
	if a.edit(tr.T("applications.delete-application", "Delete application"), id, func(d resume.Document) (resume.Document, error) { return application.Delete(d, id) }) {
		if a.detail.id == id {
			a.Open("")
		}
		a.list.choose(next)
		a.focusList()
		a.services.Notice(tr.T("applications.deleted", "Deleted “{{.Name}}”", tr.With{"Name": app.Name()}))
	}
}

// offerNew lets the user begin an application of a posting that has none, or an empty one.
func (a *Applications) offerNew(below fyne.CanvasObject) {
	has := map[string]bool{}
	for _, app := range a.list.all {
		has[app.Posting] = true
	}
	var items []*fyne.MenuItem
	const most = 12
	for _, p := range posting.List(a.project()) {
		if has[p.ID] || len(items) >= most {
			continue
		}
		name := p.Title
		if p.Company != "" {
			name += ", " + p.Company
		}
		items = append(items, fyne.NewMenuItem(shortened(name), func() { a.AddPosting(p.ID) }))
	}
	if len(items) == 0 {
		a.add(application.Application{})
		return
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr.T("applications.without-a-posting", "Without a posting"), func() { a.add(application.Application{}) }))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	widgets.ShowMenu(a.services.Shell.Window.Canvas(), fyne.NewMenu("", items...), at)
}

// AddPosting begins the application for a posting, with the variant that is made for it.
func (a *Applications) AddPosting(id string) {
	for _, p := range posting.List(a.project()) {
		if p.ID != id {
			continue
		}
		app := application.Application{Posting: id, Title: p.Title, Employer: p.Company, Location: p.Location, Salary: p.Salary, Link: p.URL}
		for _, v := range variant.List(a.project()) {
			if v.Posting == id {
				app.Variant = v.ID
			}
		}
		if closes := application.Day(p.Closes); closes.Understood() && closes.Day > 0 {
			app.Next = application.Step{Text: tr.T("applications.apply", "Apply"), Day: closes}
		}
		a.add(app)
		return
	}
}

// add adds an application and shows it.
func (a *Applications) add(app application.Application) {
	app.Dates.Saved = a.today()
	var id string
	added := a.session.EditProject(tr.T("applications.new-application", "New application"), application.Address, ready.Then(func(d resume.Document) (resume.Document, error) {
		next, made, err := application.New(d, app)
		id = made
		return next, err
	}))
	if !added {
		return
	}
	if a.filter.Text != "" {
		a.filter.SetText("")
	}
	a.Open(id)
	if app.Employer == "" {
		a.detail.focusFirst()
	}
	if same := application.Duplicates(a.project(), withID(app, id)); len(same) > 0 {
		a.services.Notice(tr.T("applications.is-here-already", "“{{.Name}}” is here already, {{.Status}}.", tr.With{"Name": same[0].Name(), "Status": statusText(same[0])}))
	}
}

func withID(a application.Application, id string) application.Application {
	a.ID = id
	return a
}

// statusText is the status of an application with its outcome.
func statusText(a application.Application) string {
	if s := a.Status.Known(); s != application.Closed || a.Outcome == "" {
		return tr.Word(s.Label())
	}
	return tr.Word(a.Outcome.Label())
}

// shortened is a text that fits into a menu.
func shortened(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// dayText is a day as the screen says it: without the year if that is this one.
func dayText(d, today resume.Date) string {
	switch {
	case !d.Understood():
		return d.Text
	case d.Day == 0:
		return d.String()
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	if d.Year == today.Year {
		return tr.DayOfYear(t)
	}
	return tr.Day(t)
}

// pick lets the user choose a file to read.
func (a *Applications) pick(r picker.Request, save bool, done func(path string)) {
	s := a.services.Shell
	answered := s.SystemDialog("applications")
	r.Folder = a.services.Folder()
	choose := a.services.Picker().Open
	if save {
		choose = a.services.Picker().Save
	}
	choose(r, func(path string, err error) {
		answered()
		switch {
		case err != nil:
			s.ShowError(err.Error())
		case path != "":
			done(path)
		}
	})
}

// failed says that something could not be done with a file.
func (a *Applications) failed(what, path string, err error) {
	a.services.Shell.ShowError(fmt.Sprintf("%s %s: %s", what, filepath.Base(path), err))
}

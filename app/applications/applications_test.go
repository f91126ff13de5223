package applications

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"resumax/app/picker"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/thumbnails"
	"resumax/app/trace"
	"resumax/job/application"
	"resumax/job/posting"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
	"resumax/widgets"
	"resumax/widgets/picturetest"
)

var now = time.Date(2026, 11, 29, 15, 0, 0, 0, time.UTC)

// desk is a window with the screen.
type desk struct {
	t       *testing.T
	shell   *shell.Shell
	session *session.Session
	screen  *Applications
	path    string // that the picker gives
	copied  string
	notices []string
	opened  []string
	written map[string][]byte
	missing map[string]bool
}

// Open implements picker.Picker.
func (d *desk) Open(_ picker.Request, done func(string, error)) { done(d.path, nil) }

// Save implements picker.Picker.
func (d *desk) Save(_ picker.Request, done func(string, error)) { done(d.path, nil) }

func newDesk(t *testing.T, size fyne.Size, theme widgets.Choice, document resume.Document) *desk {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(theme))
	d := &desk{t: t, written: map[string][]byte{}, missing: map[string]bool{}}
	d.shell = shell.New(a, "test", session.Inline, trace.Open(""))
	d.shell.Stage.Later = func(time.Duration, func()) func() { return func() {} }
	d.session = session.New(func() time.Time { return now })
	options := func(r *resume.Resume) render.Options { return render.Setup{Designs: design.All()}.Options(r) }
	d.screen = New(d.session, Services{
		Shell: d.shell, Picker: func() picker.Picker { return d }, Folder: func() string { return "" },
		Today: func() time.Time { return now }, Notice: func(text string) { d.notices = append(d.notices, text) },
		Copy: func(text string) { d.copied = text }, Pictures: thumbnails.New(session.Inline, options), Tailor: func() { d.opened = append(d.opened, "tailor") },
		Disk: Disk{
			Read: func(path string, most int) ([]byte, error) { return os.ReadFile(path) },
			Write: func(path string, data []byte) error {
				if path == "/full/a.csv" {
					return errors.New("the disk is full")
				}
				d.written[path] = data
				return nil
			},
			Exists: func(path string) bool { return !d.missing[path] },
			Open:   func(path string) error { d.opened = append(d.opened, path); return nil },
		},
		Printed: func(resume.Document) resume.Printed { return resume.Printed{} },
	})
	d.session.OnReveal(d.screen.Reveal)
	d.shell.Stage.SetContent(d.screen.Object())
	d.shell.Window.Resize(size)
	t.Cleanup(d.shell.Window.Close)
	d.session.Load(document, "", false)
	d.screen.Enter()
	return d
}

var normal = fyne.NewSize(1440, 900)

// sample is a resume with a variant and a posting.
func sample(t *testing.T) (d resume.Document, variantID string) {
	t.Helper()
	d, _, err := codec.Parse([]byte(`{"basics": {"name": "Ines Okafor", "label": "Line cook", "email": "ines@example.org", "location": {"city": "Tulsa", "region": "OK"}},
		"work": [{"name": "Mill", "position": "Line cook", "startDate": "2022-03", "highlights": ["Cooked for 200 guests a night", "Trained 4 cooks"]}],
		"skills": [{"name": "Kitchen", "keywords": ["Grill", "Pastry"]}]}`), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	if d, variantID, err = variant.New(d, "Hotels"); err != nil {
		t.Fatal(err)
	}
	v, err := variant.Open(d, variantID)
	if err != nil {
		t.Fatal(err)
	}
	if d, err = v.Edit(resume.TextEdit("/basics/label", "Hotel cook")); err != nil {
		t.Fatal(err)
	}
	return d, variantID
}

// several is a project with n applications of all statuses.
func several(t *testing.T, n int) resume.Document {
	t.Helper()
	d, id := sample(t)
	titles := []string{"Line cook", "Sous chef", "Head of banqueting and catering services for the conference center and its two restaurants", "Pastry cook"}
	employers := []string{"Halvorsen Hotel", "Brightwater Inn", "Lindqvist & Daughters Hospitality Holdings International", "Mill", "Elm House"}
	day := func(n int) resume.Date { return resume.DayOf(now.AddDate(0, 0, n)) }
	var all []application.Application
	for i := range n {
		a := application.Application{Title: titles[i%len(titles)], Employer: fmt.Sprintf("%s %d", employers[i%len(employers)], i), Status: application.Statuses[i%5], Dates: application.Dates{Saved: day(-60 + i%30)},
			Contact: application.Contact{Name: "Ana Lima", Email: "ana@example.org", Phone: "+1 555 0100"}, Location: "Tulsa, OK", Link: "https://jobs.example/4711", Notes: "Asked about weekends."}
		if a.Status != application.Saved {
			a.Dates.Applied = day(-40 + i%30)
		}
		if a.Status == application.Closed {
			a.Outcome = application.Outcomes[i/5%5]
		}
		if i%3 > 0 {
			a.Next = application.Step{Text: "Call Ana about the trial shift", Day: day(i%9 - 4)}
		}
		if i%2 == 0 {
			a.Variant = id
		}
		all = append(all, a)
	}
	d, _, err := application.Add(d, all)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) all() []application.Application { return application.List(d.session.Now().Project) }

// tap taps the control with a label.
func (d *desk) tap(label string) {
	d.t.Helper()
	for _, f := range widgets.Focusables(d.shell.Window.Canvas()) {
		if l, ok := f.(interface{ AccessibilityLabel() string }); ok && l.AccessibilityLabel() == label {
			test.Tap(f.(fyne.Tappable))
			return
		}
		if b, ok := f.(*widgets.IconButton); ok && b.Name() == label {
			test.Tap(b)
			return
		}
		if r, ok := f.(*widgets.ActionRow); ok && r.Title() == label {
			test.Tap(r)
			return
		}
	}
	d.t.Fatalf("nothing is labeled %q", label)
}

// field is the text field of the detail with the name.
func (d *desk) field(name string) *widgets.TextField {
	for _, f := range d.screen.detail.fields {
		if f.name == name {
			return f.entry
		}
	}
	d.t.Fatalf("no field %s", name)
	return nil
}

func (d *desk) key(name fyne.KeyName) {
	d.t.Helper()
	f := d.shell.Window.Canvas().Focused()
	if f == nil {
		d.t.Fatal("nothing has the focus")
	}
	f.TypedKey(&fyne.KeyEvent{Name: name})
}

func TestBegin(t *testing.T) {
	document, _ := sample(t)
	d := newDesk(t, normal, widgets.Light, document)
	d.tap("Save a posting in Tailor")
	if !slices.Equal(d.opened, []string{"tailor"}) {
		t.Errorf("opened %v", d.opened)
	}
	d.tap("New application")
	if len(d.all()) != 1 || d.screen.detail.id != d.all()[0].ID || d.all()[0].Dates.Saved != resume.DayOf(now) {
		t.Fatalf("%+v", d.all())
	}
	if d.shell.Window.Canvas().Focused() != fyne.Focusable(d.field("title")) {
		t.Error("the title has no focus")
	}
	test.Type(d.field("title"), "Sous chef")
	test.Type(d.field("employer"), "Mill Inn ")
	if a := d.all()[0]; a.Title != "Sous chef" || a.Employer != "Mill Inn" {
		t.Errorf("%+v", a)
	}
	if got := d.field("employer").Text; got != "Mill Inn " {
		t.Errorf("a space is lost while typing: %q", got)
	}
	for range 3 { // both fields, each in one step, and the application
		d.session.Undo()
	}
	if len(d.all()) != 0 || d.screen.detail.id != "" {
		t.Errorf("undo leaves %+v", d.all())
	}
}

func TestPostingBecomesApplication(t *testing.T) {
	document, id := sample(t)
	document, p, err := posting.Add(document, posting.Posting{Title: "Hotel cook", Company: "Halvorsen Hotel", Location: "Tulsa", Salary: "$21", URL: "https://jobs.example/1", Closes: "2026-12-05", Source: "x"}, "2026-11-28")
	if err != nil {
		t.Fatal(err)
	}
	if document, err = variant.SetPosting(document, id, p); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, normal, widgets.Light, document)
	d.screen.AddPosting(p)
	a := d.all()[0]
	if a.Title != "Hotel cook" || a.Employer != "Halvorsen Hotel" || a.Variant != id || a.Posting != p || a.Next.Day.ISO() != "2026-12-05" || a.Link != "https://jobs.example/1" {
		t.Errorf("%+v", a)
	}
	d.screen.AddPosting(p)
	if len(d.notices) != 1 || !strings.Contains(d.notices[0], "is here already") {
		t.Errorf("%q", d.notices)
	}
}

func TestTableByKeyboard(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 12))
	if d.shell.Window.Canvas().Focused() != d.screen.list.table.Rows() || d.screen.list.table.Selected() != 0 {
		t.Fatal("the table has no focus")
	}
	d.key(fyne.KeyDown)
	if d.screen.detail.id != "" {
		t.Error("going through the rows opens one")
	}
	d.key(fyne.KeyReturn)
	if d.screen.detail.id != d.screen.list.rows[1].ID {
		t.Fatal("Return opens nothing")
	}
	d.shell.Focus(d.screen.list.table.Rows())
	d.key(fyne.KeyDown)
	if d.screen.detail.id != d.screen.list.rows[2].ID {
		t.Error("the detail does not follow")
	}
	id, next := d.screen.detail.id, d.screen.list.rows[3].ID
	d.key(fyne.KeyDelete)
	if len(d.all()) != 11 || d.screen.detail.id != "" || d.screen.list.rows[d.screen.list.table.Selected()].ID != next || len(d.notices) != 1 {
		t.Errorf("deleting: %d applications, %q, %v", len(d.all()), d.screen.detail.id, d.notices)
	}
	d.session.Undo()
	if len(d.all()) != 12 || d.screen.detail.id != id {
		t.Errorf("undo shows %q", d.screen.detail.id)
	}
	if !d.screen.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) || d.screen.detail.id != "" || d.screen.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("Escape closes the detail once")
	}
}

func TestSorting(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 30))
	l := &d.screen.list
	texts := func(f func(application.Application) string) (all []string) {
		for _, a := range l.rows {
			all = append(all, f(a))
		}
		return all
	}
	next := func() []string {
		return texts(func(a application.Application) string {
			if !a.Open() {
				return "~"
			}
			return first(a.Next.Day.ISO(), "9999")
		})
	}
	if got := next(); !slices.IsSorted(got) {
		t.Errorf("what is to be done first is not first: %v", got)
	}
	l.table.OnSort(columnNext)
	if got := next(); got[0] == "9999" || got[len(got)-1] != "~" || got[0] < got[1] {
		t.Errorf("falling: %v", got)
	}
	for column, f := range map[int]func(application.Application) string{
		columnEmployer: func(a application.Application) string { return strings.ToLower(a.Employer) },
		columnTitle:    func(a application.Application) string { return strings.ToLower(a.Title) },
		columnVariant:  func(a application.Application) string { return strings.ToLower(l.variantOf(a)) },
		columnApplied:  func(a application.Application) string { return first(a.Dates.Applied.ISO(), "9") },
		columnStatus: func(a application.Application) string {
			return fmt.Sprint(slices.Index(application.Statuses, a.Status))
		},
	} {
		l.table.OnSort(column)
		if got := texts(f); !slices.IsSorted(got) {
			t.Errorf("column %d: %v", column, got)
		}
	}
}

func TestFilter(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 30))
	test.Type(d.screen.filter, "mill OFFER")
	for _, a := range d.screen.list.rows {
		if !strings.Contains(a.Employer, "Mill") || a.Status != application.Offer {
			t.Errorf("%+v matches", a)
		}
	}
	d.screen.filter.SetText("overdue")
	if n := len(d.screen.list.rows); n == 0 || n == 30 {
		t.Errorf("%d overdue", n)
	}
	d.screen.filter.SetText("nothing at all")
	d.tap("Clear filter")
	if len(d.screen.list.rows) != 30 || d.screen.filter.Text != "" {
		t.Error("the filter stays")
	}
}

func TestBoard(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 12))
	d.screen.views.Select(asBoard)
	d.screen.showList()
	d.screen.focusList()
	b := d.screen.list.board
	if d.shell.Window.Canvas().Focused() != fyne.Focusable(b) {
		t.Fatal("the board has no focus")
	}
	id := b.Selected()
	b.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault})
	a, _ := application.Find(d.session.Now().Project, id)
	if a.Status != application.Applied || a.Dates.Applied != resume.DayOf(now) || b.Selected() != id {
		t.Errorf("%+v, at %q", a, b.Selected())
	}
	d.session.Undo()
	if a, _ = application.Find(d.session.Now().Project, id); a.Status != application.Saved {
		t.Errorf("undo: %+v", a)
	}
}

func TestStatusAndVariant(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 3))
	id := d.screen.list.rows[0].ID
	d.screen.Open(id)
	d.screen.detail.status.SetSelected("Closed: no answer")
	a, _ := application.Find(d.session.Now().Project, id)
	if a.Status != application.Closed || a.Outcome != application.NoAnswer {
		t.Errorf("%+v", a)
	}
	if got := d.screen.detail.history.Text(); !strings.HasPrefix(got, "Closed, no answer · Nov 29") {
		t.Errorf("history: %q", got)
	}
	d.screen.detail.variant.SetSelected("Base resume")
	if a, _ = application.Find(d.session.Now().Project, id); a.Variant != "" {
		t.Errorf("%+v", a)
	}
	// The variant that it is made with is deleted.
	for _, o := range d.all() {
		if o.Variant != "" {
			d.session.EditProject("Delete", "", func(doc resume.Document) (resume.Document, error) { return variant.Delete(doc, o.Variant) })
			d.screen.Open(o.ID)
			if got := d.screen.detail.variant.Selected; got != "(deleted variant)" {
				t.Errorf("shows %q", got)
			}
			break
		}
	}
}

func TestRedoInAField(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 1))
	id := d.screen.list.rows[0].ID
	d.screen.Open(id)
	before, _ := application.Find(d.session.Now().Project, id)
	f := d.field("employer")
	f.TypedRune('x')
	d.session.Undo()
	f.TypedShortcut(&fyne.ShortcutRedo{})
	if now, _ := application.Find(d.session.Now().Project, id); now.Employer == before.Employer {
		t.Error("Ctrl+Y does nothing")
	}
}

func TestDays(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 2))
	id := d.screen.list.rows[0].ID
	d.screen.Open(id)
	f := d.field("nextDay")
	for text, want := range map[string]string{"dec 4": "2026-12-04", "4 Jan": "2027-01-04", "2026-12-24": "2026-12-24", "tomorrow": "2026-11-30", "friday": "2026-12-04", "12/24/2026": "2026-12-24", "": "", "soon": "soon"} {
		d.shell.Focus(f)
		f.SetText(text)
		if a, _ := application.Find(d.session.Now().Project, id); a.Next.Day.ISO() != want {
			t.Errorf("%q: %q, want %q", text, a.Next.Day.ISO(), want)
		}
		if f.Text != text {
			t.Errorf("%q becomes %q while it is typed", text, f.Text)
		}
		d.shell.Focus(d.field("title"))
		if f.Text != want {
			t.Errorf("%q: %q is shown", text, f.Text)
		}
	}
}

func TestInterviewsAndFiles(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 2))
	id := d.screen.list.rows[0].ID
	d.screen.Open(id)
	d.tap("Add interview")
	app := func() application.Application {
		a, _ := application.Find(d.session.Now().Project, id)
		return a
	}
	if len(app().Interviews) != 1 {
		t.Fatalf("%+v", app())
	}
	for _, f := range widgets.Focusables(d.shell.Window.Canvas()) {
		if e, ok := f.(*widgets.TextField); ok && e.PlaceHolder == "Day" {
			e.SetText("Dec 3")
			e.OnSubmitted("")
			break
		}
	}
	if m := app().Interviews[0]; m.Day.ISO() != "2026-12-03" {
		t.Errorf("%+v", m)
	}
	d.path = "/jobs/brief.pdf"
	d.missing[d.path] = true
	d.tap("Attach file…")
	if f := app().Files; len(f) != 1 || f[0].Path != d.path {
		t.Fatalf("%+v", f)
	}
	badge := false
	for _, f := range widgets.Focusables(d.shell.Window.Canvas()) {
		if b, ok := f.(*widgets.IconButton); ok && b.Name() == "Open brief.pdf" && !b.Disabled() {
			badge = true
		}
	}
	if badge {
		t.Error("a missing file can be opened")
	}
	d.tap("Remove brief.pdf")
	d.tap("Remove interview")
	if a := app(); len(a.Files) != 0 || len(a.Interviews) != 0 {
		t.Errorf("%+v", a)
	}
	d.tap("Open")
	if !slices.Equal(d.opened, []string{"https://jobs.example/4711"}) {
		t.Errorf("opened %v", d.opened)
	}
}

func TestWhatWasSent(t *testing.T) {
	document := several(t, 2)
	d := newDesk(t, normal, widgets.Light, document)
	var id string
	for _, a := range d.all() {
		if a.Variant != "" {
			id = a.ID
		}
	}
	d.screen.Open(id)
	d.path = filepath.Join(t.TempDir(), "cv.pdf")
	if err := os.WriteFile(d.path, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.screen.detail.tabs.Select(1)
	d.tap("Record what was sent…")
	d.tap("Choose…")
	d.tap("Record")
	a, _ := application.Find(d.session.Now().Project, id)
	if len(a.Sent) != 1 || a.Sent[0].File != "cv.pdf" || a.Sent[0].SHA256 != application.Hash([]byte("%PDF")) || a.Sent[0].Variant != "Hotels" || a.Sent[0].Day != resume.DayOf(now) {
		t.Fatalf("%+v", a.Sent)
	}
	frozen, err := application.Frozen(d.session.Now().Project, a.Sent[0].Resume)
	if err != nil || frozen.TextAt("/basics/label") != "Hotel cook" {
		t.Errorf("%v, %v", frozen.Root(), err)
	}
	d.session.Type("/work/0/highlights/0", "Cooked for 300 guests a night")
	d.tap("Compare with now")
	if len(d.shell.Window.Canvas().Overlays().List()) == 0 {
		t.Error("nothing is compared")
	}
	d.tap("Close")
	if again, err := application.Frozen(d.session.Now().Project, a.Sent[0].Resume); err != nil || !again.Equal(frozen) {
		t.Errorf("what was sent has changed: %v", err)
	}
	d.tap("Show")
	d.tap("Close")
	d.tap("Remove cv.pdf")
	if a, _ = application.Find(d.session.Now().Project, id); len(a.Sent) != 0 {
		t.Errorf("%+v", a.Sent)
	}
}

func TestExportIsMarkedAsSent(t *testing.T) {
	document, id := sample(t)
	document, ids, err := application.Add(document, []application.Application{{Title: "A", Variant: id}, {Title: "B"}, {Title: "C", Variant: id, Status: application.Closed}})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, normal, widgets.Light, document)
	d.path = filepath.Join(t.TempDir(), "cv.pdf")
	if err := os.WriteFile(d.path, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.session.Show(id)
	do, ok := d.screen.MarkSent(d.path, d.session.Now())
	if !ok {
		t.Fatal("nothing to mark")
	}
	do()
	a, _ := application.Find(d.session.Now().Project, ids[0])
	if len(a.Sent) != 1 || a.Sent[0].Variant != "Hotels" || a.Status != application.Applied {
		t.Errorf("%+v", a)
	}
	if _, ok := d.screen.MarkSent(d.path, d.session.Now()); ok {
		t.Error("it is offered again")
	}
}

func TestFormSheetIsCopied(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 2))
	d.screen.Open(d.screen.list.rows[0].ID)
	d.screen.detail.tabs.Select(2)
	d.tap("- Cooked for 200 guests a night\n- Trained 4 cooks")
	if d.copied != "- Cooked for 200 guests a night\n- Trained 4 cooks" || d.shell.Toaster.Text() != "Copied “Description”" {
		t.Errorf("copied %q, says %q", d.copied, d.shell.Toaster.Text())
	}
	d.tap("Ines")
	if d.copied != "Ines" {
		t.Errorf("copied %q", d.copied)
	}
}

func TestImportAndExport(t *testing.T) {
	d := newDesk(t, normal, widgets.Light, several(t, 2))
	d.path = filepath.Join(t.TempDir(), "list.csv")
	table := "Company,Role,Date Applied,Status\nHalvorsen Hotel 0,Line cook,3/4/2026,Applied\nNew Place,Baker,4/5/2026,Interviewing\nElm,Host,soon,Dunno\n"
	if err := os.WriteFile(d.path, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	d.screen.Import()
	checkPicture(t, d, "import")
	d.tap("Import 2")
	all := d.all()
	if len(all) != 4 || all[2].Employer != "New Place" || all[2].Status != application.Interview || all[2].Dates.Applied.ISO() != "2026-04-05" || all[3].Status != application.Applied {
		t.Errorf("%+v", all)
	}
	d.session.Undo()
	if len(d.all()) != 2 {
		t.Error("undo leaves them")
	}
	if err := os.WriteFile(d.path, []byte("PK\x03\x04"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.screen.Import()
	if !strings.Contains(d.said(), "save it as CSV") {
		t.Errorf("says %q", d.said())
	}
	d.tap("OK")
	d.path = "/out/a.csv"
	d.screen.Export()
	if !strings.HasPrefix(string(d.written[d.path]), "\xef\xbb\xbfEmployer,Job title,") {
		t.Errorf("%q", d.written)
	}
	d.path = "/full/a.csv"
	d.screen.Export()
	if !strings.Contains(d.said(), "the disk is full") {
		t.Errorf("says %q", d.said())
	}
}

// said is all text of the dialog.
func (d *desk) said() string {
	var all []string
	top := d.shell.Window.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if l, ok := o.(*widgets.Label); ok {
			all = append(all, l.Text())
		}
		switch c := o.(type) {
		case *fyne.Container:
			for _, o := range c.Objects {
				walk(o)
			}
		case fyne.Widget:
			for _, o := range test.WidgetRenderer(c).Objects() {
				walk(o)
			}
		}
	}
	walk(top)
	return strings.Join(all, "\n")
}

func TestFactsDialog(t *testing.T) {
	document, _ := sample(t)
	document, id, err := application.AddFact(document, application.Fact{Kind: application.License, Value: "Food handler", Number: "123", State: "Oklahoma"})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, normal, widgets.Light, document)
	d.screen.EditFacts()
	checkPicture(t, d, "facts")
	for _, f := range widgets.Focusables(d.shell.Window.Canvas()) {
		if c, ok := f.(*widgets.Check); ok && c.Text == "On the resume" {
			c.SetChecked(true)
			break
		}
	}
	if got := d.session.Now().Resume.Certificates; len(got) != 1 || got[0].Name != "Food handler" {
		t.Errorf("%+v", got)
	}
	// In a variant it is the variant's.
	d.session.Show(variant.List(d.session.Now().Project)[0].ID)
	d.session.Edit("Print", "", func(doc resume.Document) (resume.Document, error) { return application.Print(doc, id, false) })
	if _, on := application.Printed(d.session.Now().Document, id); on {
		t.Error("the variant prints it")
	}
	permitted, permit, err := application.AddFact(d.session.Now().Project, application.Fact{Kind: application.Permit, Value: "US citizen"})
	if err != nil {
		t.Fatal(err)
	}
	d.session.EditProject("Add fact", "", func(resume.Document) (resume.Document, error) { return permitted, nil })
	if !d.session.Edit("Print", "", func(doc resume.Document) (resume.Document, error) { return application.Print(doc, permit, true) }) {
		t.Error("a variant can't print a fact")
	}
	if _, on := application.Printed(d.session.Now().Document, permit); !on {
		t.Error("the variant does not print it")
	}
	if _, on := application.Printed(d.session.Now().Project, permit); on {
		t.Error("the base prints it too")
	}
	for range 3 {
		d.session.Undo()
	}
	d.session.Show("")
	d.tap("Delete license")
	if len(application.Facts(d.session.Now().Project)) != 0 {
		t.Errorf("%s stays", id)
	}
	d.session.Undo()
	if len(application.Facts(d.session.Now().Project)) != 1 {
		t.Error("undo leaves it deleted")
	}
}

func checkPicture(t *testing.T, d *desk, name string) {
	t.Helper()
	picturetest.Settle(d.shell.Window)
	picturetest.Check(t, d.shell.Window, name, picturetest.Tolerance{Channel: 12, Strays: 2})
}

func TestPictures(t *testing.T) {
	empty, _ := sample(t)
	for _, c := range []struct {
		name     string
		size     fyne.Size
		theme    widgets.Choice
		document resume.Document
		do       func(*desk)
	}{
		{"empty-light", fyne.NewSize(1024, 640), widgets.Light, empty, func(*desk) {}},
		{"table-light", fyne.NewSize(1440, 840), widgets.Light, several(t, 30), func(d *desk) { d.screen.Open(d.screen.list.rows[1].ID) }},
		{"board-dark", fyne.NewSize(1024, 640), widgets.Dark, several(t, 30), func(d *desk) {
			d.screen.views.Select(asBoard)
			d.screen.showList()
			d.screen.focusList()
		}},
		{"sheet-dark", fyne.NewSize(1024, 640), widgets.Dark, several(t, 30), func(d *desk) {
			d.screen.Open(d.screen.list.rows[1].ID)
			d.screen.detail.tabs.Select(2)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, c.size, c.theme, c.document)
			c.do(d)
			checkPicture(t, d, c.name)
		})
	}
}

package editor

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// pane is an editor in a test window, with what it reported to the window.
type pane struct {
	*Editor
	t       *testing.T
	session *session.Session
	window  fyne.Window
	now     *time.Time
}

func newPane(t *testing.T, section string) *pane {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	s := session.New(func() time.Time { now = now.Add(time.Millisecond); return now })
	e := New(s, Services{
		Notice:    func(string) {},
		ShowError: func(text string) { t.Error("said:", text) },
	})
	s.OnReveal(e.Reveal)
	s.OnProblem(func(p session.Problem) { t.Error("problem:", p.Step, p.Err) })
	stage := widgets.NewStage(e.Object())
	stage.Later = func(time.Duration, func()) func() { return func() {} } // tooltips run on another goroutine in tests
	w := test.NewTempWindow(t, stage)
	w.Resize(fyne.NewSize(640, 900))
	d := resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ada Example")})},
		resume.Member{Name: "work", Value: resume.List(
			resume.Struct(
				resume.Member{Name: "name", Value: resume.Text("Acme")},
				resume.Member{Name: "startDate", Value: resume.Text("2020-03")},
				resume.Member{Name: "highlights", Value: resume.Texts("one", "two", "three")}),
			resume.Struct(resume.Member{Name: "name", Value: resume.Text("Older")}, resume.Member{Name: "endDate", Value: resume.Text("2019")}),
		)},
		resume.Member{Name: "skills", Value: resume.List(
			resume.Struct(resume.Member{Name: "keywords", Value: resume.Texts("Go", "AWS (EC2, S3)")}),
		)},
	))
	s.Load(d, "", false)
	e.Show(section)
	return &pane{e, t, s, w, &now}
}

func (p *pane) field(a resume.Address) *field {
	p.t.Helper()
	f := p.fields[a]
	if f == nil {
		p.t.Fatalf("no field at %s", a)
	}
	return f
}

// write focuses a field and types at the cursor.
func (p *pane) write(a resume.Address, text string) {
	p.t.Helper()
	f := p.field(a)
	p.window.Canvas().Focus(f.entry)
	test.Type(f.entry, text)
}

func (p *pane) key(k fyne.KeyName) {
	p.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

func (p *pane) wants(a resume.Address, want string) {
	p.t.Helper()
	v, _ := p.session.Now().Document.Get(a)
	if v.String() != want {
		p.t.Errorf("%s is %s, want %s", a, v, want)
	}
}

func (p *pane) wantsFocus(a resume.Address) {
	p.t.Helper()
	if p.window.Canvas().Focused() != fyne.Focusable(p.field(a).entry) {
		p.t.Errorf("the focus is not at %s", a)
	}
}

func TestTypingReachesTheDocumentAndKeepsTheForm(t *testing.T) {
	p := newPane(t, "work")
	entry := p.field("/work/0/position").entry
	p.write("/work/0/position", "Engineer")
	p.wants("/work/0/position", `"Engineer"`)
	if p.field("/work/0/position").entry != entry {
		t.Error("typing rebuilt the form")
	}
	p.session.Undo()
	p.wants("/work/0/position", "null")
	if p.field("/work/0/position").entry.Text != "" {
		t.Error("the field does not show what undo gave back")
	}
}

func TestDates(t *testing.T) {
	p := newPane(t, "work")
	start := p.field("/work/0/startDate")
	if start.entry.Text != "Mar 2020" {
		t.Errorf("the date is shown as %q", start.entry.Text)
	}
	p.write("/work/0/endDate", "present")
	p.wants("/work/0/endDate", "null")
	for range 7 {
		p.key(fyne.KeyBackspace)
	}
	p.write("/work/0/endDate", "5/2021")
	p.wants("/work/0/endDate", `"2021-05"`)
	if p.field("/work/0/endDate").entry.Text != "5/2021" {
		t.Error("the field was rewritten while it is typed in")
	}
	for range 6 {
		p.key(fyne.KeyBackspace)
	}
	p.write("/work/0/endDate", "2019")
	if p.field("/work/0/endDate").frame.Problem() != "" {
		t.Error("a problem is shown while the field is typed in")
	}
	p.window.Canvas().Unfocus()
	if p.field("/work/0/endDate").frame.Problem() == "" {
		t.Error("an end before the start is no problem")
	}
	p.write("/work/0/endDate", "9")
	p.wants("/work/0/endDate", `"20199"`)
	p.window.Canvas().Unfocus()
	if p.field("/work/0/endDate").frame.Problem() == "" {
		t.Error("what is no date is no problem")
	}
}

// What people type for a date is accepted, with a line that says how it was understood at
// most, and shown as all dates are once the field is left.
func TestTypedDates(t *testing.T) {
	for _, c := range []struct {
		field, text string
		note        string // while it is typed
		start, end  string // in the document once the field is left
		shown       string
	}{
		{"startDate", "Summer 2014", "Prints as typed", `"Summer 2014"`, "null", "Summer 2014"},
		{"startDate", "Fall 2020", "Prints as typed", `"Fall 2020"`, "null", "Fall 2020"},
		{"startDate", "Q3 2018", "Prints as typed", `"Q3 2018"`, "null", "Q3 2018"},
		{"startDate", "2/19", "= Feb 2019", `"2019-02"`, "null", "Feb 2019"},
		{"startDate", "Feb. '19", "= Feb 2019", `"2019-02"`, "null", "Feb 2019"},
		{"startDate", "2019-2", "= Feb 2019", `"2019-02"`, "null", "Feb 2019"},
		{"startDate", "02.2019", "= Feb 2019", `"2019-02"`, "null", "Feb 2019"},
		{"startDate", "2019", "", `"2019"`, "null", "2019"},
		{"startDate", "since 2019", "= 2019 – Present", `"2019"`, "null", "2019"},
		{"startDate", "2/2019 - 5/2020", "= Feb 2019 – May 2020", `"2019-02"`, `"2020-05"`, "Feb 2019"},
		{"startDate", "May–August 2017", "= May 2017 – Aug 2017", `"2017-05"`, `"2017-08"`, "May 2017"},
		{"endDate", "2/2019 - 5/2020", "= Feb 2019 – May 2020", `"2019-02"`, `"2020-05"`, "May 2020"},
		{"endDate", "present", "= Present", "null", "null", "present"},
		{"endDate", "until now", "= Present", "null", "null", "until now"},
	} {
		p := newPane(t, "work")
		p.Reveal("/work/1/position")
		p.session.Edit("Clear", "/work/1", resume.TextEdit("/work/1/endDate", ""))
		at := resume.Address("/work/1").Child(c.field)
		p.write(at, c.text)
		f := p.field(at)
		if f.frame.Message() != c.note || f.frame.Problem() != "" {
			t.Errorf("%s: %q says %q, problem %q; want %q", c.field, c.text, f.frame.Message(), f.frame.Problem(), c.note)
		}
		p.window.Canvas().Unfocus()
		p.wants("/work/1/startDate", c.start)
		p.wants("/work/1/endDate", c.end)
		if f.entry.Text != c.shown || f.frame.Problem() != "" {
			t.Errorf("%s: %q is shown as %q, problem %q; want %q", c.field, c.text, f.entry.Text, f.frame.Problem(), c.shown)
		}
	}
}

func TestMonthIsPicked(t *testing.T) {
	p := newPane(t, "work")
	const end = "/work/0/endDate"
	p.window.Canvas().Focus(p.field(end).entry)
	p.key(fyne.KeyDown)
	p.key(fyne.KeyPageDown)
	p.key(fyne.KeyReturn) // January of the year after the start
	p.wants(end, `"2021-01"`)
	p.wantsFocus(end)
	p.key(fyne.KeyDown)
	p.key(fyne.KeyEscape)
	p.wants(end, `"2021-01"`)
	p.wantsFocus(end)
	p.key(fyne.KeyDown)
	for range 4 {
		p.key(fyne.KeyDown)
	}
	p.key(fyne.KeyReturn)
	p.wants(end, `"2021"`)
	p.key(fyne.KeyDown)
	for range 3 {
		p.key(fyne.KeyDown)
	}
	p.key(fyne.KeyRight)
	p.key(fyne.KeyReturn)
	p.wants(end, "null")
	if p.field(end).entry.Text != "Present" {
		t.Errorf("shown as %q", p.field(end).entry.Text)
	}
	p.session.Undo()
	p.wants(end, `"2021"`)
}

func TestExamplesFollowCountryAndTrade(t *testing.T) {
	p := newPane(t, resume.ContactKey)
	example := func(at resume.Address, want string) {
		t.Helper()
		if got := p.field(at).entry.PlaceHolder; got != want {
			t.Errorf("%s shows %q, want %q", at, got, want)
		}
	}
	example("/basics/location/city", "City")
	p.write("/basics/location/countryCode", "US")
	example("/basics/location/city", "Columbus")
	example("/basics/phone", "(614) 555-0123")
	example("/basics/location/countryCode", "US")
	p.write("/basics/label", "Registered Nurse")
	p.Show("work")
	p.AddItem()
	example("/work/0/position", "Registered Nurse")
	p.Show("skills")
	example("/skills/0/name", "Clinical")
}

func TestBulletKeys(t *testing.T) {
	p := newPane(t, "work")
	const list = "/work/0/highlights"
	p.window.Canvas().Focus(p.field(list + "/0").entry)
	p.field(list + "/0").entry.SetCursorOffset(3)
	p.key(fyne.KeyReturn)
	p.wants(list, `["one","","two","three"]`)
	p.wantsFocus(list + "/1")
	test.Type(p.field(list+"/1").entry, "new")
	p.wants(list, `["one","new","two","three"]`)
	p.field(list + "/1").entry.SetCursorOffset(0)
	p.key(fyne.KeyBackspace)
	p.wants(list, `["one new","two","three"]`)
	p.wantsFocus(list + "/0")
	if got := p.field(list + "/0").entry.CursorTextOffset(); got != 4 {
		t.Errorf("after joining the cursor is at %d", got)
	}
	p.key(fyne.KeyEnd)
	p.key(fyne.KeyDown)
	p.wantsFocus(list + "/1")
	p.Move(1)
	p.wants(list, `["one new","three","two"]`)
	p.wantsFocus(list + "/2")
	p.Duplicate()
	p.wants(list, `["one new","three","two","two"]`)
	p.Delete()
	p.Delete()
	p.wants(list, `["one new","three"]`)
	for range 3 {
		p.session.Undo()
	}
	p.session.Undo() // the move: back to where the bullet was
	p.wantsFocus(list + "/1")
	p.session.Undo()
	p.wants(list, `["one","new","two","three"]`)
}

func TestPastedLinesBecomeBullets(t *testing.T) {
	p := newPane(t, "work")
	const list = "/work/0/highlights"
	p.field(list + "/1").entry.SetText("• first\n- second\r\n\n  third")
	p.wants(list, `["one","first","second","third","three"]`)
	p.wantsFocus(list + "/3")
	p.session.Undo()
	p.wants(list, `["one","two","three"]`)
}

func (p *pane) paste(a resume.Address, from, to int, text string) {
	p.t.Helper()
	f := p.field(a)
	p.window.Canvas().Focus(f.entry)
	f.entry.SelectRange(from, to)
	board := fyne.CurrentApp().Clipboard()
	board.SetContent(text)
	f.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
}

func TestPaste(t *testing.T) {
	const list, summary = "/work/0/highlights", "/basics/summary"
	for _, c := range []struct {
		at       resume.Address
		from, to int
		text     string
		holder   resume.Address
		want     string
		focus    resume.Address
		cursor   int
	}{
		{list + "/1", 3, 3, "•\tfirst\r\no\tsecond\r\n", list, `["one","two","first","second","three"]`, list + "/3", 6},
		{list + "/1", 0, 3, "•\tfirst\r\n\r\n•\tsecond\r\n", list, `["one","first","second","three"]`, list + "/2", 6},
		{list + "/1", 1, 2, "•\tfirst\r\n•\tsecond\r\n", list, `["one","t","first","second","o","three"]`, list + "/3", 6},
		{list + "/1", 1, 2, " first\r\nsecond ", list, `["one","tfirst","secondo","three"]`, list + "/2", 6},
		{list + "/1", 3, 3, " more", list, `["one","two more","three"]`, list + "/1", 8},
		{list + "/1", 0, 3, "–\t4\u00a0wards", list, `["one","4 wards","three"]`, list + "/1", 7},
		{"/work/0/name", 4, 4, " Example\r\nPayments\r\n", "/work/0/name", `"Acme Example Payments"`, "/work/0/name", 21},
		{"/work/0/endDate", 0, 0, "\t5/2021\r\n", "/work/0/endDate", `"2021-05"`, "/work/0/endDate", 6},
		{summary, 0, 0, "A nurse.\r\n\r\nOf wards.", summary, `"A nurse.\nOf wards."`, summary, 18},
	} {
		section := "work"
		if c.at == summary {
			section = "summary"
		}
		p := newPane(t, section)
		before, _ := p.session.Now().Document.Get(c.holder)
		p.paste(c.at, c.from, c.to, c.text)
		p.wants(c.holder, c.want)
		p.wantsFocus(c.focus)
		if got := p.field(c.focus).entry.CursorTextOffset(); got != c.cursor {
			t.Errorf("%q pasted at %s: the cursor is at %d, want %d", c.text, c.at, got, c.cursor)
		}
		p.session.Undo()
		p.wants(c.holder, before.String())
	}
}

func TestItems(t *testing.T) {
	p := newPane(t, "work")
	p.AddItem()
	p.wants("/work/0", "{}")
	p.wantsFocus("/work/0/position")
	test.Type(p.field("/work/0/position").entry, "Lead")
	p.MoveItem(1)
	p.wants("/work/1/position", `"Lead"`)
	p.wantsFocus("/work/1/position")
	p.Duplicate()
	p.wants("/work/2/position", `"Lead"`)
	p.Delete()
	p.Delete()
	if n := p.session.Now().Document.ListLen("/work"); n != 2 {
		t.Errorf("%d positions are left", n)
	}
	p.addPosition("/work/0")
	p.wants("/work/0", `{"name":"Acme"}`)
	p.wantsFocus("/work/0/position")
}

func TestChips(t *testing.T) {
	p := newPane(t, "skills")
	const list = "/skills/0/keywords"
	f := p.field(list)
	p.write(list, "Ru")
	p.wants(list, `["Go","AWS (EC2, S3)","Ru"]`)
	test.Type(f.entry, "st, SQL")
	p.key(fyne.KeyReturn)
	p.wants(list, `["Go","AWS (EC2, S3)","Rust","SQL"]`)
	p.session.Undo()
	p.wants(list, `["Go","AWS (EC2, S3)","Rust"]`)
	p.wantsFocus(list)
	p.session.Undo()
	p.wants(list, `["Go","AWS (EC2, S3)"]`)
	p.session.Redo()
	p.key(fyne.KeyLeft)
	if got := p.session.Focus(); got != list+"/2" {
		t.Errorf("Left leads to %s", got)
	}
	p.key(fyne.KeyDelete)
	p.wants(list, `["Go","AWS (EC2, S3)"]`)
	p.session.Undo()
	p.wants(list, `["Go","AWS (EC2, S3)","Rust"]`)
}

func TestChipsArePastedAsOneStep(t *testing.T) {
	p := newPane(t, "skills")
	const list = "/skills/0/keywords"
	p.paste(list, 0, 0, "•\tTriage\r\n•\tWound care, ECG\r\n• Go\r\n")
	p.wants(list, `["Go","AWS (EC2, S3)","Triage","Wound care","ECG"]`)
	p.session.Undo()
	p.wants(list, `["Go","AWS (EC2, S3)"]`)
	p.paste(list, 0, 0, " IV\u00a0therapy ")
	p.wants(list, `["Go","AWS (EC2, S3)","IV therapy"]`)
	test.Type(p.field(list).entry, "; go; aws (ec2, s3),")
	p.wants(list, `["Go","AWS (EC2, S3)","IV therapy"]`)
}

func TestChipMovesBetweenGroups(t *testing.T) {
	p := newPane(t, "skills")
	p.AddItem()
	p.write("/skills/1/keywords", "SQL,")
	p.Reveal("/skills/0/keywords/0")
	p.MoveItem(1)
	p.wants("/skills/0/keywords", `["AWS (EC2, S3)"]`)
	p.wants("/skills/1/keywords", `["SQL","Go"]`)
	if got := p.session.Focus(); got != "/skills/1/keywords/1" {
		t.Errorf("the focus is at %s", got)
	}
	p.session.Undo()
	p.wants("/skills/0/keywords", `["Go","AWS (EC2, S3)"]`)
	p.wants("/skills/1/keywords", `["SQL"]`)
}

func TestFoundChipIsMarked(t *testing.T) {
	p := newPane(t, "skills")
	p.Hold(resume.Match{Address: "/skills/0/keywords/1", Range: resume.Range{To: 3}})
	if held := p.field("/skills/0/keywords").chips.Held(); held != 1 {
		t.Errorf("the marked chip is %d", held)
	}
	p.FocusHeld()
	if got := p.session.Focus(); got != "/skills/0/keywords/1" {
		t.Errorf("the focus is at %s", got)
	}
	p.Release()
	if held := p.field("/skills/0/keywords").chips.Held(); held != -1 {
		t.Errorf("chip %d stays marked", held)
	}
}

func TestRevealLeadsAnywhere(t *testing.T) {
	p := newPane(t, resume.ContactKey)
	p.Reveal("/work/1/endDate")
	p.wantsFocus("/work/1/endDate")
	p.Reveal("/work/0/highlights/2")
	p.wantsFocus("/work/0/highlights/2")
	p.Reveal("/work/0/url") // a field that is seldom used
	p.wantsFocus("/work/0/url")
	p.Reveal("/skills/0/keywords")
	p.wantsFocus("/skills/0/keywords")
	p.Reveal("/skills/0/keywords/1")
	if got := p.session.Focus(); got != "/skills/0/keywords/1" {
		t.Errorf("the focus is at %s instead of the chip", got)
	}
	p.Reveal("/basics/summary")
	p.wantsFocus("/basics/summary")
	p.Reveal("/basics/location/city")
	p.wantsFocus("/basics/location/city")
	p.Reveal("/work")
	p.wantsFocus("/work/0/position")
}

func TestEverySectionHasAForm(t *testing.T) {
	p := newPane(t, resume.ContactKey)
	for _, s := range p.session.Now().Resume.Sections {
		p.Show(s.Key)
		if s.Key == resume.SummaryKey {
			continue
		}
		p.AddItem()
		for _, f := range resume.Fields(s.Key) {
			p.Reveal(p.at(s.Key).Item(0).Child(f.Name))
			if f.Shape != resume.Bullets && p.fields[p.at(s.Key).Item(0).Child(f.Name)] == nil && !(s.Key == "skills" && f.Name == "level") && !(s.Key == "certificates" && f.Name == "url") {
				t.Errorf("%s: no field for %s", s.Key, f.Name)
			}
		}
	}
}

// shown is an object of the form in a visible container.
func (p *pane) shown(wanted func(fyne.CanvasObject) bool) fyne.CanvasObject {
	for _, o := range test.LaidOutObjects(p.Object()) {
		c, ok := o.(*fyne.Container)
		if !ok || !c.Visible() {
			continue
		}
		if i := slices.IndexFunc(c.Objects, wanted); i >= 0 {
			return c.Objects[i]
		}
	}
	return nil
}

func TestSortingIsOffered(t *testing.T) {
	p := newPane(t, "work")
	offered := func() bool {
		return p.shown(func(o fyne.CanvasObject) bool {
			b, ok := o.(*widgets.Button)
			return ok && b.Visible() && b.Text == "Sort by date"
		}) != nil
	}
	if offered() {
		t.Error("sorting is offered although nothing is out of order")
	}
	p.write("/work/0/startDate", "")
	p.field("/work/0/startDate").entry.SetText("2001")
	p.write("/work/0/endDate", "2002")
	if offered() {
		t.Error("sorting is offered while a date is written")
	}
	p.window.Canvas().Focus(p.field("/work/0/position").entry)
	if !offered() {
		t.Fatal("sorting is not offered")
	}
	p.sortByDate("work")
	p.wants("/work/1/name", `"Acme"`)
	if offered() {
		t.Error("sorting is offered once it is done")
	}
	p.session.Undo()
	p.wants("/work/0/name", `"Acme"`)
	p.session.Undo()
	p.session.Undo()
	p.session.Undo()
	p.AddItem()
	if offered() {
		t.Error("sorting is offered for a position without dates")
	}
}

func TestSectionIsRemoved(t *testing.T) {
	p := newPane(t, "work")
	for _, m := range p.SectionMenu("work") {
		if m.Label == "Remove section" {
			m.Action()
		}
	}
	p.wants("/work", "null")
	if p.Section() == "work" {
		t.Error("the form of the removed section is shown")
	}
	p.session.Undo()
	p.wants("/work/0/name", `"Acme"`)
}

func TestEmployersAreGroupedByChoice(t *testing.T) {
	p := newPane(t, "work")
	check := func() *widgets.Check {
		c, _ := p.shown(func(o fyne.CanvasObject) bool { _, ok := o.(*widgets.Check); return ok }).(*widgets.Check)
		return c
	}
	if check() != nil {
		t.Fatal("grouping is offered for two employers")
	}
	p.session.Edit("Rename", "/work/1/name", resume.TextEdit("/work/1/name", "acme"))
	c := check()
	if c == nil || !c.Checked || c.Text != "Group the 2 positions at this employer" {
		t.Fatalf("%+v", c)
	}
	test.Tap(c)
	p.wants("/work/1/separate", "true")
	p.session.Undo()
	p.wants("/work/1/separate", "null")
	if c := check(); !c.Checked {
		t.Error("undo does not check it")
	}
}

func TestEducationIsNamedWithItsSchool(t *testing.T) {
	d := resume.NewDocument(resume.Struct(resume.Member{Name: "education", Value: resume.List(resume.Struct(
		resume.Member{Name: "studyType", Value: resume.Text("BSN")}, resume.Member{Name: "area", Value: resume.Text("Nursing")},
		resume.Member{Name: "institution", Value: resume.Text("Example State University")}))}))
	if c := captionOf(d, "education", "/education", 0); c.Title != "BSN" || c.Detail != "Nursing · Example State University" {
		t.Errorf("%+v", c)
	}
}

// editor opens a text outside and gives what saves it there.
func (p *pane) openOutside() (text string, save func(string), ended *bool) {
	p.t.Helper()
	last := ""
	ended = new(bool)
	p.services.EditOutside = func(_, t string, saved, _ func(string)) func() string {
		text, last = t, t
		save = func(t string) { last = t; saved(t) }
		return func() string { *ended = true; return last }
	}
	p.EditOutside()
	return text, save, ended
}

func TestEditOutside(t *testing.T) {
	for _, c := range []struct {
		section     string
		at          resume.Address
		text, saved string
		want        string
	}{
		{"work", "/work/0/highlights/1", "two", "Led a\nward ", `"Led a ward"`},
		{"work", "/work/0/name", "Acme", "Acme Payments", `"Acme Payments"`},
		{"work", "/work/0/startDate", "2020-03", "4/2021", `"2021-04"`},
		{"summary", "/basics/summary", "", "One.\nTwo.", `"One.\nTwo."`},
		{"skills", "/skills/0/keywords", "Go\nAWS (EC2, S3)", "Go\n\nSQL, or so\n", `["Go","SQL, or so"]`},
	} {
		p := newPane(t, c.section)
		p.window.Canvas().Focus(p.field(c.at).entry)
		before, _ := p.session.Now().Document.Get(c.at)
		text, save, ended := p.openOutside()
		if text != c.text || !p.field(c.at).entry.Disabled() {
			t.Errorf("%s: opened with %q, want %q", c.at, text, c.text)
		}
		save(c.saved)
		p.wants(c.at, c.want)
		p.session.Undo()
		p.wants(c.at, before.String())
		p.session.Redo()
		p.session.Undo()
		p.EndOutside()
		p.wants(c.at, before.String()) // what was undone stays undone
		p.session.Redo()
		p.wants(c.at, c.want)
		if !*ended || p.field(c.at).entry.Disabled() {
			t.Errorf("%s: it is not ended", c.at)
		}
		p.wantsFocus(c.at)
	}
}

func TestDoubleChipIsNoStep(t *testing.T) {
	p := newPane(t, "skills")
	const list = "/skills/0/keywords"
	before := p.session.NextUndo()
	p.window.Canvas().Focus(p.field(list).entry)
	for _, r := range "Go," {
		p.window.Canvas().Focused().TypedRune(r)
	}
	p.wants(list, `["Go","AWS (EC2, S3)"]`)
	if step := p.session.NextUndo(); step != before {
		t.Errorf("undo would take back %q", step)
	}
}

func TestNoEditorOutside(t *testing.T) {
	p := newPane(t, "work")
	const at = "/work/0/name"
	p.window.Canvas().Focus(p.field(at).entry)
	var tell func(string)
	p.services.EditOutside = func(_, text string, _, failed func(string)) func() string {
		tell = failed
		return func() string { return text }
	}
	p.EditOutside()
	tell("No text editor opened.")
	if p.outside == nil || p.outside.problem != "No text editor opened." || p.field(at).entry.Disabled() {
		t.Error("it is not said, or the field is disabled")
	}
	p.write(at, "!")
	p.EndOutside()
	p.wants(at, `"Acme!"`)
	if p.outside != nil {
		t.Error("it is still said")
	}
}

// A list of bullets without any has one empty field, which the document does not know of.
func TestUnwrittenBullet(t *testing.T) {
	p := newPane(t, "work")
	const list, first = "/work/0/highlights", "/work/0/highlights/0"
	before := p.session.Now().Document
	p.AddItem()
	p.wantsFocus("/work/0/position")
	added := p.session.Now().Document
	p.wants(list, "null")
	p.window.Canvas().Focus(p.field("/work/0/location").entry)
	p.window.Canvas().FocusNext()
	p.wantsFocus(first)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyDown, fyne.KeyUp} {
		p.key(key)
	}
	p.Delete() // of the position, as there is no bullet
	p.session.Undo()
	p.window.Canvas().Focus(p.field(first).entry)
	entry := p.field(first).entry
	if p.session.Now().Document.Root().String() != added.Root().String() {
		t.Error("the empty bullet is in the document")
	}
	test.Type(entry, "Led")
	p.wants(list, `["Led"]`)
	if p.field(first).entry != entry {
		t.Error("the field was made anew while it was typed in")
	}
	for range 3 {
		p.key(fyne.KeyBackspace)
	}
	p.wants(list, "null")
	if !p.isUnwritten(first) {
		t.Error("there is no empty field")
	}
	p.paste(first, 0, 0, "• One\n• Two")
	p.wants(list, `["One","Two"]`)
	for range 2 {
		p.session.Undo()
	}
	if !p.session.Now().Document.Equal(before) {
		t.Error("undo does not take the position back:", p.session.NextUndo())
	}
}

func TestUnwrittenBulletOutside(t *testing.T) {
	p := newPane(t, "work")
	const first = "/work/1/highlights/0"
	p.Reveal(first)
	p.wantsFocus(first)
	_, save, _ := p.openOutside()
	save("Led a ward")
	p.EndOutside()
	p.wants("/work/1/highlights", `["Led a ward"]`)
}

// What is below a field stays where it is while dates are written and left.
func TestFormDoesNotJump(t *testing.T) {
	p := newPane(t, "work")
	below := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.field("/work/0/highlights/0").entry).Y
	}
	was := below()
	for _, text := range []string{"2", "02/2019", "nonsense", "since 2019", ""} {
		for _, name := range []string{"startDate", "endDate"} {
			f := p.field(resume.Address("/work/0").Child(name))
			p.window.Canvas().Focus(f.entry)
			f.entry.SetText(text)
			if y := below(); y != was {
				t.Errorf("%s %q: it moved by %v", name, text, y-was)
			}
			p.window.Canvas().Unfocus()
			if y := below(); y != was {
				t.Errorf("%s %q left: it moved by %v", name, text, y-was)
			}
		}
	}
}

// A paste that would hold up the window is refused in words, and a large one takes one step.
func TestLargePaste(t *testing.T) {
	prose := strings.Repeat("Led a ward of twelve nurses. ", 600)
	for _, c := range []struct {
		section string
		at      resume.Address
		text    string
		refused bool
	}{
		{"work", "/work/0/highlights/1", strings.Repeat("- Led a ward of twelve nurses\n", 20_000), true},
		{"work", "/work/0/highlights/1", strings.Repeat("- a\n", 501), true},
		{"work", "/work/0/highlights/1", strings.Repeat("- ab\n", 500), false},
		{"work", "/work/0/highlights/1", prose, false},
		{"summary", "/basics/summary", strings.Repeat(prose, 300), true},
		{"summary", "/basics/summary", prose, false},
		{"work", "/work/0/name", strings.Repeat("x", 5<<20), true},
		{"work", "/work/0/startDate", strings.Repeat("99/99/9999 ", 1000), false},
		{"skills", "/skills/0/keywords", strings.Repeat("\u00e9,", 5<<20), true},
		{"skills", "/skills/0/keywords", numbered(501), true},
		{"skills", "/skills/0/keywords", numbered(500), false},
	} {
		p := newPane(t, c.section)
		said := ""
		p.services.ShowError = func(text string) { said = text }
		toaster := widgets.NewToaster(p.window.Content().(*widgets.Stage))
		before := p.session.Now().Document
		f := p.field(c.at)
		p.window.Canvas().Focus(f.entry)
		board := fyne.CurrentApp().Clipboard()
		board.SetContent(c.text)
		f.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
		if refused := said+toaster.Text() != ""; refused != c.refused {
			t.Errorf("%s, %d bytes: said %q and %q", c.at, len(c.text), said, toaster.Text())
		}
		if changed := !p.session.Now().Document.Equal(before); changed == c.refused {
			t.Errorf("%s, %d bytes: changed: %v", c.at, len(c.text), changed)
		}
		if !c.refused {
			p.session.Undo()
		}
		if !p.session.Now().Document.Equal(before) {
			t.Errorf("%s, %d bytes: it was more than one step", c.at, len(c.text))
		}
	}
}

// numbered are n texts with commas between.
func numbered(n int) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprint("Skill ", i))
	}
	return strings.Join(all, ", ")
}

// What is open outside stays the same field when what is before it is moved, added or deleted.
func TestOutsideFollowsEntry(t *testing.T) {
	p := newPane(t, "work")
	p.session.Reveal("/work/1/name")
	_, save, _ := p.openOutside()
	first, _ := p.session.Now().Document.Get("/work/0")
	p.session.Edit("Delete", "/work/0", func(d resume.Document) (resume.Document, error) { return d.Remove("/work/0") })
	save("Oldest")
	p.wants("/work/0/name", `"Oldest"`)
	p.session.Edit("Add", "/work/0", func(d resume.Document) (resume.Document, error) { return d.Insert("/work/0", first) })
	save("Eldest")
	p.wants("/work/0/name", `"Acme"`)
	p.wants("/work/1/name", `"Eldest"`)
	said := ""
	p.services.ShowError = func(text string) { said = text }
	save(strings.Repeat("x", 50_000))
	if p.wants("/work/1/name", `"Eldest"`); said == "" {
		t.Error("a text that is too long is not refused")
	}
	said = ""
	p.session.Edit("Delete", "/work/1", func(d resume.Document) (resume.Document, error) { return d.Remove("/work/1") })
	save("Gone")
	if p.wants("/work/0/name", `"Acme"`); said == "" || fyne.CurrentApp().Clipboard().Content() != "Gone" {
		t.Error("it does not say that the field is deleted:", said)
	}
	p.session.Undo()
	save("Back")
	p.wants("/work/1/name", `"Back"`)
}

func TestMovedTextIsFoundOutside(t *testing.T) {
	p := newPane(t, "work")
	const list = "/work/0/highlights"
	p.window.Canvas().Focus(p.field(list + "/1").entry)
	_, save, _ := p.openOutside()
	p.moveBullet(list, 1, 0)
	save("second")
	p.wants(list, `["second","one","three"]`)
	p.EndOutside()
	p.wants(list, `["second","one","three"]`)
}

func TestSectionMenu(t *testing.T) {
	p := newPane(t, "work")
	for _, m := range p.SectionMenu("work") {
		if m.Label == "Hide section" {
			m.Action()
		}
	}
	sec, _ := p.session.Now().Resume.Section("work")
	if !sec.Hidden {
		t.Errorf("%+v", sec)
	}
}

func TestSurround(t *testing.T) {
	p := newPane(t, "work")
	e := p.field("/work/0/highlights/0").entry
	p.window.Canvas().Focus(e)
	e.SelectRange(0, 3)
	surround(e, "**", "**")
	p.wants("/work/0/highlights/0", `"**one**"`)
	surround(e, "**", "**")
	p.wants("/work/0/highlights/0", `"one"`)
}

// A text that was typed into a list of chips is not written to the entry that takes the address of a deleted one.
func TestChipsOfADeletedEntryWriteNothing(t *testing.T) {
	p := newPane(t, "skills")
	p.session.Edit("Add", "/skills/1", resume.InsertEdit("/skills/1", resume.Struct(resume.Member{Name: "keywords", Value: resume.Texts("Welding")})))
	p.window.Canvas().Focus(p.field("/skills/0/keywords").entry)
	for _, r := range "Rust" {
		p.window.Canvas().Focused().TypedRune(r)
	}
	p.Delete()
	p.wants("/skills/0/keywords", `["Welding"]`)
}

// Another document takes the place of one with a text that is open outside.
func TestOutsideOfAnotherDocument(t *testing.T) {
	p := newPane(t, resume.ContactKey)
	const at = "/basics/name"
	p.window.Canvas().Focus(p.field(at).entry)
	p.openOutside()
	if !p.field(at).entry.Disabled() {
		t.Fatal("it is not open outside")
	}
	p.session.Replace("Restore earlier version", p.session.Now().Document)
	p.session.Load(p.session.Now().Document, "", false)
	if p.field(at).entry.Disabled() {
		t.Error("the field of the new document is disabled")
	}
}

// In a window of another language, empty fields and dates are in it, and what dates show is read back.
func TestFormsSpeakTheWindowsLanguage(t *testing.T) {
	if err := tr.Use("fr"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tr.Use("en") })
	p := newPane(t, "work")
	for at, want := range map[resume.Address]string{"/work/0/endDate": "Aujourd'hui", "/work/0/startDate": "mars 2021", "/work/0/location": "Lyon", "/work/0/position": "Votre métier"} {
		if got := p.field(at).entry.PlaceHolder; got != want {
			t.Errorf("%s shows %q, not %q", at, got, want)
		}
	}
	start := p.field("/work/0/startDate")
	if start.entry.Text != "mars 2020" {
		t.Errorf("the date is %q", start.entry.Text)
	}
	p.session.Type("/work/0/position", "Électricienne")
	if got := p.field("/work/0/location").entry.PlaceHolder; got != "Lyon" {
		t.Errorf("the place is %q", got)
	}
	p.session.Type("/work/0/position", "")
	p.session.Type("/basics/label", "Électricienne")
	if got := p.field("/work/0/position").entry.PlaceHolder; got != "Électricien" {
		t.Errorf("the title is %q", got)
	}
	for m := 1; m <= 12; m++ {
		shown := tr.Date(resume.Date{Year: 2024, Month: m})
		if got, want := dateValue(shown), fmt.Sprintf("2024-%02d", m); got != want {
			t.Errorf("%q is read as %q, not %q", shown, got, want)
		}
	}
	if dateValue(p.field("/work/0/endDate").entry.PlaceHolder) != "" {
		t.Error("the word for the present is not read back")
	}
	if got := captionOf(p.session.Now().Document, "work", "/work", 0).Aside; got != "mars 2020 – aujourd'hui" {
		t.Errorf("the caption says %q", got)
	}
}

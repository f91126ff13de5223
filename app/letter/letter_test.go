package letter

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/trace"
	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/job/letter"
	"resumax/job/posting"
	"resumax/render"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/widgets"
	"resumax/widgets/picturetest"
)

// desk is a pane in a window, with what it asked for.
type desk struct {
	*Pane
	t        *testing.T
	window   fyne.Window
	variant  string
	posting  posting.Posting
	proofs   []letter.Proof
	exported []string
	said     []string
	revealed []resume.Address
}

func open(t *testing.T, edit func(resume.Document) resume.Document) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	data, err := os.ReadFile("../../job/letter/testdata/ines.json")
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := codec.Parse(data, "ines.json")
	if err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		d = edit(d)
	}
	s := session.New(func() time.Time { return time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC) })
	k := &desk{t: t, posting: posting.Posting{Title: "Senior Platform Engineer", Company: "Halvorsen Logistics", Location: "Tulsa, OK"}, proofs: []letter.Proof{
		{Requirement: "low latency", Evidence: d.TextAt("/work/0/highlights/0"), Address: "/work/0/highlights/0"},
		{Requirement: "Kubernetes", Evidence: d.TextAt("/work/0/highlights/1"), Address: "/work/0/highlights/1"},
		{Requirement: "Go", Evidence: d.TextAt("/work/1/highlights/0"), Address: "/work/1/highlights/0"},
		{Requirement: "mentoring", Evidence: d.TextAt("/work/0/highlights/2"), Address: "/work/0/highlights/2"},
	}}
	sh := shell.New(app, "test", session.Inline, trace.Open(""))
	k.Pane = New(s, Services{
		Shell: sh, Page: container.NewWithoutLayout(), Variant: func() string { return k.variant }, Posting: func() (posting.Posting, string) { return k.posting, "p1" },
		Proofs: func() []letter.Proof { return k.proofs }, Today: func() time.Time { return time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC) },
		Export: func(f *format.Format, l Export) { k.exported = append(k.exported, f.ID+" "+l.Suffix) },
		Notice: func(text string) { k.said = append(k.said, text) }, Reveal: func(a resume.Address) { k.revealed = append(k.revealed, a) },
		Options: func(session.Snapshot) render.Options { return render.Options{} },
	}, session.Inline)
	s.OnReveal(k.Reveal)
	k.window = sh.Window
	k.window.SetContent(k.Content)
	k.window.Resize(fyne.NewSize(1100, 760))
	t.Cleanup(k.window.Close)
	s.Load(d, "", false)
	k.SetShown(true)
	return k
}

func withoutLetter(d resume.Document) resume.Document { return d.Without(letter.Letters) }

// paragraphs are those of the letter.
func (k *desk) paragraphs() []string {
	l, _, _ := k.letter()
	return l.Paragraphs
}

// at is the address of a paragraph of the first letter.
func at(i int) resume.Address { return letter.Letters.Item(0).Child("paragraphs").Item(i) }

// field is the field at an address, with the focus.
func (k *desk) field(a resume.Address) *field {
	k.t.Helper()
	f := k.form.nearest(a)
	if f == nil || f.at != a {
		k.t.Fatalf("no field at %s", a)
	}
	k.window.Canvas().Focus(f.entry)
	return f
}

// notesAt are what is said below a field.
func (k *desk) notesAt(a resume.Address) (texts []string) {
	for _, f := range k.form.fields {
		if f.at == a {
			for _, o := range f.notes.Objects {
				texts = append(texts, o.(*widgets.ActionRow).Title())
			}
		}
	}
	return texts
}

func TestStart(t *testing.T) {
	k := open(t, withoutLetter)
	if k.form != nil || k.Exists() {
		t.Fatal("there is a form without a letter")
	}
	k.Focus()
	start, ok := k.window.Canvas().Focused().(*widgets.Button)
	if !ok || start.Text != "Start a letter" {
		t.Fatalf("%v has the focus", k.window.Canvas().Focused())
	}
	start.OnTapped()
	l, _, ok := k.letter()
	if !ok || l.To.Employer != "Halvorsen Logistics" || l.Date != "2026-03-03" || l.Country != "US" || l.Posting != "p1" || len(l.Paragraphs) != 6 {
		t.Fatalf("%+v", l)
	}
	if f := k.window.Canvas().Focused().(*widgets.TextField); f.SelectedText() != "[which part of your work is closest to that? one sentence]" {
		t.Errorf("%q is selected", f.SelectedText())
	}
	if !strings.HasPrefix(k.form.words.Text(), "5 questions left") {
		t.Errorf("says %q", k.form.words.Text())
	}
	if o := k.Options(k.session.Now()); o.Letter == nil || o.Fit != 1 || o.Language != "en" {
		t.Errorf("options %+v", o)
	}
	k.session.Undo()
	if k.Exists() || k.form != nil {
		t.Error("undo leaves a letter")
	}
	k.session.Redo()
	if !k.Exists() || k.form == nil {
		t.Error("redo brings none")
	}
}

func TestTyping(t *testing.T) {
	k := open(t, nil)
	f := k.field(letter.Letters.Item(0).Child("to").Child("name"))
	form := k.form
	for _, r := range "Ms. Ada Fenwick" {
		if f.entry.Text == "Ms. Dana Whitfield" {
			f.entry.SetText("")
		}
		f.entry.TypedRune(r)
	}
	if k.form != form {
		t.Error("typing builds the form anew")
	}
	if hint := k.form.nearest(letter.Letters.Item(0).Child("salutation")).entry.PlaceHolder; hint != "Dear Ms. Fenwick:" {
		t.Errorf("the greeting is %q", hint)
	}
	if got := k.session.Now().Document.TextAt(f.at); got != "Ms. Ada Fenwick" {
		t.Errorf("%q is written", got)
	}
	k.session.Undo()
	if got := k.session.Now().Document.TextAt(f.at); got != "Ms. Dana Whitfield" {
		t.Errorf("one undo leads to %q", got)
	}
	if k.window.Canvas().Focused() != fyne.Focusable(f.entry) {
		t.Error("undo doesn't lead to the field")
	}
}

func TestRedoInAField(t *testing.T) {
	k := open(t, nil)
	f := k.field(letter.Letters.Item(0).Child("to").Child("name"))
	f.entry.TypedRune('x')
	k.session.Undo()
	k.window.Canvas().Focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutRedo{})
	if got := k.session.Now().Document.TextAt(f.at); got == "Ms. Dana Whitfield" {
		t.Error("Ctrl+Y does nothing")
	}
}

func TestParagraphs(t *testing.T) {
	k := open(t, nil)
	before := k.paragraphs()
	n := len(before)
	f := k.field(at(0))
	f.entry.SetCursorOffset(len("Your posting"))
	f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := k.paragraphs(); len(got) != n+1 || got[0] != "Your posting" || !strings.HasPrefix(got[1], "for a Senior") {
		t.Fatalf("Enter: %q", got)
	}
	f = k.field(at(1))
	f.entry.SetCursorOffset(0)
	f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if got := k.paragraphs(); !slices.Equal(got, before) {
		t.Fatalf("Backspace: %q", got)
	}
	if focused, cursor := k.focused(); focused != at(0) || cursor != len("Your posting ") {
		t.Errorf("the cursor is at %s %d", focused, cursor)
	}
	k.form.nearest(at(0)).entry.OnShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	if got := k.paragraphs(); got[1] != before[0] || got[0] != before[1] {
		t.Fatalf("Alt+Down: %q", got)
	}
	if focused, _ := k.focused(); focused != at(1) {
		t.Errorf("the focus stays at %s", focused)
	}
	k.Move(-1)
	k.form.remove(at(2))
	if got := k.paragraphs(); len(got) != n-1 || got[2] != before[3] || len(k.said) != 1 {
		t.Fatalf("removed: %q, said %q", got, k.said)
	}
	k.session.Undo()
	f = k.field(at(4))
	f.entry.OnChanged("One.\n\nTwo.\r\nThree.\n")
	if got := k.paragraphs(); !slices.Equal(got[4:], []string{"One.", "Two.", "Three."}) {
		t.Fatalf("pasted: %q", got)
	}
	k.form.insert("Add a paragraph", 7, "")
	if got := k.paragraphs(); len(got) != n+3 || got[7] != "" {
		t.Fatalf("added: %q", got)
	}
	for k.session.Undo() {
	}
	if got := k.paragraphs(); !slices.Equal(got, before) {
		t.Errorf("undone: %q", got)
	}
}

func TestArrowsGoThroughParagraphs(t *testing.T) {
	k := open(t, nil)
	f := k.field(at(1))
	f.entry.SetCursorOffset(0)
	f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if a, cursor := k.focused(); a != at(0) || cursor != len([]rune(k.paragraphs()[0])) {
		t.Errorf("up leads to %s %d", a, cursor)
	}
	k.window.Canvas().Focused().(*widgets.TextField).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if a, cursor := k.focused(); a != at(1) || cursor != 0 {
		t.Errorf("down leads to %s %d", a, cursor)
	}
}

// Tab leads from a paragraph to what is next to write, not to the button that deletes it.
func TestTabGoesThroughParagraphs(t *testing.T) {
	k := open(t, nil)
	first, second := k.field(at(0)), k.form.nearest(at(1))
	order := widgets.Focusables(k.window.Canvas())
	i := slices.IndexFunc(order, func(f fyne.Focusable) bool { return f == first.entry })
	if i < 0 || i+1 >= len(order) || order[i+1] != fyne.Focusable(second.entry) {
		t.Errorf("the paragraph is %d of %d, and Tab leads to %T", i, len(order), order[min(i+1, len(order)-1)])
	}
}

func TestProofs(t *testing.T) {
	k := open(t, withoutLetter)
	k.start(k.begin())
	if len(k.form.proofs) != 4 {
		t.Fatalf("%d proofs", len(k.form.proofs))
	}
	for i, want := range []bool{true, true, true, false} {
		text := strings.Join(k.paragraphs(), "\n")
		if got := uses(text, k.proofs[i], "en"); got != want {
			t.Errorf("proof %d is used: %v", i, got)
		}
	}
	k.form.proofs[1].row.OnTapped() // is in the letter: leads there
	if a, _ := k.focused(); a != at(2) || len(k.paragraphs()) != 6 {
		t.Errorf("leads to %s of %d", a, len(k.paragraphs()))
	}
	k.field(at(1))
	k.form.proofs[3].row.OnTapped()
	got := k.paragraphs()
	if len(got) != 7 || !strings.HasPrefix(got[2], "You ask for mentoring. From my resume: “Mentored 4 engineers; two now") {
		t.Fatalf("%q", got)
	}
	if f := k.window.Canvas().Focused().(*widgets.TextField); !strings.HasPrefix(f.SelectedText(), "[what did you do there") {
		t.Errorf("%q is selected", f.SelectedText())
	}
	k.session.Undo()
	if len(k.paragraphs()) != 6 {
		t.Error("one undo doesn't take it back")
	}
	k.proofs = nil
	k.Refresh()
	if len(k.form.proofs) != 0 {
		t.Error("proofs of nothing")
	}
	k.form.insert("x", 0, letter.WhyPlaceholder("en"))
}

func TestNotesOnEmployers(t *testing.T) {
	k := open(t, withoutLetter)
	k.start(k.begin())
	why := k.form.why
	if !k.form.useWhy.Disabled() {
		t.Error("nothing can be used")
	}
	k.window.Canvas().Focus(why.entry)
	for _, r := range "They publish reviews." {
		why.entry.TypedRune(r)
	}
	if text, _ := letter.Why(k.session.Now().Document, "HALVORSEN LOGISTICS Inc."); text != "They publish reviews." {
		t.Fatalf("%q is kept", text)
	}
	k.form.useWhy.OnTapped()
	if got := k.paragraphs(); got[4] != "They publish reviews." {
		t.Fatalf("%q", got)
	}
	if !k.form.useWhy.Disabled() {
		t.Error("it can be used twice")
	}
	k.session.Undo()
	k.session.Undo()
	if text, _ := letter.Why(k.session.Now().Document, "Halvorsen Logistics"); text != "" {
		t.Errorf("one undo leaves %q", text)
	}
	k.session.Redo()
	k.variant = "v2" // another letter to the same employer
	k.Refresh()
	if k.form != nil {
		t.Fatal("the variant has the letter of the base")
	}
	k.start(k.begin())
	if l, where, _ := k.letter(); l.Variant != "v2" || where != letter.Letters.Item(1) || l.Paragraphs[4] != "They publish reviews." {
		t.Errorf("%+v", l)
	}
}

func TestEarlierLetters(t *testing.T) {
	k := open(t, nil)
	k.variant, k.posting.Company = "v2", "Brightwater"
	k.Refresh()
	items := k.earlier()
	if len(items) != 1 || items[0].Label != "The letter to Halvorsen Logistics" {
		t.Fatalf("%v", items)
	}
	items[0].Action()
	l, where, _ := k.letter()
	if l.To.Employer != "Brightwater" || len(l.Paragraphs) != 5 || l.Variant != "v2" {
		t.Fatalf("%+v", l)
	}
	if notes := k.notesAt(where.Child("paragraphs").Item(3)); !slices.ContainsFunc(notes, func(s string) bool { return strings.Contains(s, "“Halvorsen”") }) {
		t.Errorf("the other employer is not noticed: %q", notes)
	}
}

func TestFindingsAreAtTheirPlace(t *testing.T) {
	k := open(t, nil)
	if got := k.notesAt(at(1)); len(got) != 0 {
		t.Fatalf("a fine paragraph has %q", got)
	}
	f := k.field(at(1))
	f.entry.SetCursorOffset(len([]rune(f.entry.Text)))
	for _, r := range " Their maintenence is fine." {
		f.entry.TypedRune(r)
	}
	if got := k.notesAt(at(1)); len(got) != 0 {
		t.Errorf("while it is typed: %q", got)
	}
	k.field(at(0))
	if got := k.notesAt(at(1)); len(got) != 1 || !strings.Contains(got[0], "maintenence") {
		t.Fatalf("behind it: %q", got)
	}
	f.notes.Objects[0].(*widgets.ActionRow).OnTapped()
	if f.entry.SelectedText() != "maintenence" {
		t.Errorf("a tap selects %q", f.entry.SelectedText())
	}
	f.entry.OnChanged(strings.Replace(f.entry.Text, "maintenence", "maintenance", 1)) // fixed: it goes at once
	if got := k.notesAt(at(1)); len(got) != 0 {
		t.Errorf("fixed: %q", got)
	}
	k.session.Edit("x", at(0), resume.TextEdit(at(0), "Short."))
	for i := 4; i > 0; i-- {
		k.session.Edit("x", at(i), resume.RemoveEdit(at(i)))
	}
	if len(k.form.notes.Objects) != 1 || !strings.HasPrefix(k.form.notes.Objects[0].(*widgets.ActionRow).Title(), "1 word; ") {
		t.Errorf("of the whole letter: %v", k.form.notes.Objects)
	}
}

func TestExport(t *testing.T) {
	k := open(t, nil)
	pdf, _ := exchange.Find("pdf")
	k.ExportAs(pdf)
	if !slices.Equal(k.exported, []string{"pdf letter"}) {
		t.Fatalf("%q", k.exported)
	}
	overlays := func() int { return len(k.window.Canvas().Overlays().List()) }
	k.session.Edit("x", at(1), resume.TextEdit(at(1), "It went well [how well?] then."))
	k.ExportAs(pdf)
	if len(k.exported) != 1 || overlays() != 1 {
		t.Fatal("a letter with a question is exported")
	}
	k.window.Canvas().Overlays().Remove(k.window.Canvas().Overlays().Top())
	k.showSlot()
	if f := k.window.Canvas().Focused().(*widgets.TextField); f.SelectedText() != "[how well?]" {
		t.Errorf("%q is shown", f.SelectedText())
	}
	k.session.Edit("x", at(1), resume.TextEdit(at(1), "It is Halverson that I mean."))
	k.ExportAs(pdf)
	if len(k.exported) != 1 || overlays() != 1 {
		t.Error("a misspelled employer goes out unseen")
	}
}

func TestSettingsOfALetter(t *testing.T) {
	k := open(t, nil)
	k.form.country.SetSelected("Germany")
	k.form.language.SetSelected("German")
	l, where, _ := k.letter()
	if l.Country != "DE" || l.Language != "de" {
		t.Fatalf("%+v", l)
	}
	if hint := k.form.nearest(where.Child("closing")).entry.PlaceHolder; hint != "Mit freundlichen Grüßen" {
		t.Errorf("closing %q", hint)
	}
	if k.form.nearest(where.Child("subject")).at != where.Child("subject") {
		t.Error("a German letter has no subject")
	}
	k.form.nearest(where.Child("date")).entry.ActionItem.(*widgets.IconButton).OnTapped()
	if k.session.Now().Document.TextAt(where.Child("date")) != "2026-03-03" {
		t.Error("no date of today")
	}
	k.session.Undo()
	k.session.Undo()
	if k.form.country.Selected != "United States" {
		t.Errorf("undone, it is of %s", k.form.country.Selected)
	}
}

func TestDeleting(t *testing.T) {
	k := open(t, nil)
	k.startOver()
	if got := k.paragraphs(); len(got) != 6 || k.field(letter.Letters.Item(0).Child("to").Child("name")).entry.Text != "Ms. Dana Whitfield" {
		t.Errorf("%q", got)
	}
	k.session.Undo()
	k.remove()
	if k.Exists() || k.form != nil || len(k.said) != 2 {
		t.Error("it is there yet")
	}
	k.session.Undo()
	if !k.Exists() || k.form == nil {
		t.Error("undo brings nothing back")
	}
}

func TestPlaceCaret(t *testing.T) {
	k := open(t, nil)
	k.Reveal(at(0))
	text := k.paragraphs()[0]
	k.PlaceCaret(at(0), text, strings.Index(text, "Senior"), true)
	if f := k.window.Canvas().Focused().(*widgets.TextField); f.SelectedText() != "Senior" {
		t.Errorf("%q is selected", f.SelectedText())
	}
	k.PlaceCaret(letter.Letters.Item(0).Child("salutation"), "Dear Ms. Whitfield:", 3, false) // is not in the document
}

// A pane that is not shown does nothing, and shows what has changed when it is.
func TestHidden(t *testing.T) {
	k := open(t, nil)
	form := k.form
	k.SetShown(false)
	k.session.Edit("x", at(1), resume.RemoveEdit(at(1)))
	if k.form != form {
		t.Error("it works while it is hidden")
	}
	k.SetShown(true)
	if k.form == form {
		t.Error("it shows what was")
	}
}

func TestPicture(t *testing.T) {
	k := open(t, withoutLetter)
	k.start(k.begin())
	k.window.Canvas().Unfocus()
	picturetest.Settle(k.window)
	picturetest.Check(t, k.window, "letter", picturetest.Tolerance{Channel: 12, Strays: 2})
}

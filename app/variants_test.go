package app

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/exchange"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
	"resumax/role"
	"resumax/storage/file"
	"resumax/widgets"
)

// variantsFile is a file with the role's sample and variants of it that differ in some
// ten places each.
func variantsFile(t testing.TB, n int) string {
	t.Helper()
	p, _ := role.ByID("backend-engineer")
	d := p.Sample()
	for i := range n {
		var id string
		var err error
		d, id, err = variant.New(d, fmt.Sprintf("Employer %d", i+1))
		edits := []resume.Edit{
			resume.TextEdit("/basics/label", fmt.Sprintf("Engineer for employer %d", i+1)),
			resume.TextEdit("/work/0/highlights/0", fmt.Sprintf("Cut p99 latency from %d ms to 120 ms by sharding the ledger.", 900+i)),
			func(d resume.Document) (resume.Document, error) { return d.HideText("/work/0/highlights/2", true) },
			func(d resume.Document) (resume.Document, error) { return d.HideItem("/work/2", true) },
			resume.MoveEdit("/work/0/highlights", 3, 1),
			resume.InsertEdit("/work/1/highlights/1", resume.Text("Led the on-call rotation of 9 engineers.")),
			resume.MoveEdit("/skills", 1+i%3, 0),
			resume.RemoveEdit("/projects/0"),
			resume.TextEdit(resume.DesignSetting, []string{"modern", "compact", "classic"}[i%3]),
		}
		for _, e := range edits {
			if err == nil {
				d, err = variant.Edit(d, id, e)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "maya.json")
	if err := os.WriteFile(path, codec.Encode(d), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// printedText is what the page shown says.
func printedText(w *window) string {
	var b strings.Builder
	for _, page := range w.panes.preview.Printed().Pages {
		for _, item := range page.Items {
			if item.Run != nil {
				b.WriteString(item.Run.Text + " ")
			}
		}
	}
	return b.String()
}

// A switch shows the variant everywhere: in header and title, in the form, on the page.
func TestSwitchingVariants(t *testing.T) {
	w, picks := newTestWindow(t, 1440, 900)
	path := variantsFile(t, 3)
	w.project.Open(path)
	base := printedText(w)
	if w.shell.Window.Title() != "maya.json – ResuMax" {
		t.Errorf("the title is %q", w.shell.Window.Title())
	}
	w.shell.Commands.Run("variant-next")
	if got := w.shell.Window.Title(); got != "maya.json · Employer 1 – ResuMax" {
		t.Errorf("the title is %q", got)
	}
	if text := printedText(w); !strings.Contains(text, "Engineer for employer 1") || text == base {
		t.Error("the page does not show the variant")
	}
	if w.scoring.Last().Snapshot.Variant == "" || !w.scoring.Current() {
		t.Error("the score is the base's")
	}
	w.session.Reveal("/basics/label")
	if f, ok := w.canvas().Focused().(*widgets.TextField); !ok || f.Text != "Engineer for employer 1" {
		t.Error("the form does not show the variant")
	}
	if w.exportName() != "maya-Employer-1" {
		t.Errorf("exports are called %q", w.exportName())
	}
	picks.save = filepath.Join(t.TempDir(), "out.txt")
	txt, _ := exchange.Find("txt")
	w.exporter.Export(txt)
	press(t, w, "Export anyway")
	data, _ := os.ReadFile(picks.save)
	if text := string(data); !strings.Contains(text, "Engineer for employer 1") || strings.Contains(text, "Tallgren") {
		t.Errorf("exported: %.300s", text)
	}
	w.shell.Commands.Run("variant-previous")
	if printedText(w) != base {
		t.Error("the base's page is another one than before")
	}
}

// The variant of a file that was shown last is shown when it is opened again.
func TestTheVariantShownIsRemembered(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	path := variantsFile(t, 3)
	w.project.Open(path)
	w.variants.Step(2)
	id := w.session.Now().Variant
	other := sampleFile(t)
	w.project.Open(other)
	if w.session.Now().View != nil {
		t.Error("another file shows a variant")
	}
	w.project.Open(path)
	if w.session.Now().Variant != id || id == "" {
		t.Errorf("%q is shown, was %q", w.session.Now().Variant, id)
	}
	w.variants.Show("")
	w.project.Open(other)
	w.project.Open(path)
	if w.session.Now().View != nil {
		t.Error("the base was shown last")
	}
}

// answer types into the dialog's field and accepts.
func answer(t *testing.T, w *window, text string) {
	t.Helper()
	f, ok := w.canvas().Focused().(*widgets.TextField)
	if !ok {
		t.Fatalf("%T has the focus", w.canvas().Focused())
	}
	f.SetText(text)
	press(t, w, "OK")
}

func TestVariantsAreMadeRenamedAndDeleted(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	if w.shell.Header.SwitchVariant() {
		t.Error("there is a switcher without a variant")
	}
	w.shell.Commands.Run("variant-new")
	answer(t, w, "Halvorsen")
	if w.variants.Name() != "Halvorsen" || w.variants.Label() != "Halvorsen" {
		t.Fatalf("%q is shown", w.variants.Name())
	}
	w.session.Type("/basics/label", "Platform engineer")
	w.shell.Commands.Run("variant-duplicate")
	answer(t, w, "Brightwater")
	if w.session.Now().Document.TextAt("/basics/label") != "Platform engineer" || w.variants.Name() != "Brightwater" {
		t.Error("the copy does not have what was written")
	}
	w.shell.Commands.Run("variant-rename")
	answer(t, w, "Brightwater Power")
	if w.variants.Name() != "Brightwater Power" {
		t.Errorf("it is called %q", w.variants.Name())
	}
	w.shell.Commands.Run("variant-delete")
	if len(w.variants.All()) != 1 || w.session.Now().View != nil {
		t.Errorf("%d variants", len(w.variants.All()))
	}
	w.session.Undo()
	if len(w.variants.All()) != 2 || w.variants.Name() != "Brightwater Power" {
		t.Error("undo does not bring it back")
	}
	w.project.Save(nil)
	f, err := file.Load(w.session.File().Path)
	if err != nil || f.Document.TextAt("/basics/label") != "Backend Engineer" || len(variant.List(f.Document)) != 2 {
		t.Error("the file's base has changed", err)
	}
}

// More variants than a menu holds are searched.
func TestManyVariantsAreSearched(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(variantsFile(t, 14))
	w.variants.Step(13)
	items := w.variants.Items()
	last := items[len(items)-1]
	if len(items) > 13 || last.Label != "All 14 variants…" {
		t.Fatalf("%d items, the last one is %q", len(items), last.Label)
	}
	if !slices.ContainsFunc(items, func(i *fyne.MenuItem) bool { return i.Checked && strings.HasPrefix(i.Label, "Employer 13") }) {
		t.Error("the variant shown is not checked")
	}
	last.Action()
	typeText(w.canvas(), "14")
	w.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.variants.Name() != "Employer 14" {
		t.Errorf("%q is shown", w.variants.Name())
	}
}

// Of many variants, the menu has the newest, with names that fit; the key searches them.
func TestManyVariantsInTheMenu(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(variantsFile(t, 14))
	w.session.EditProject("Rename", "", func(d resume.Document) (resume.Document, error) {
		return variant.Rename(d, variant.List(d)[13].ID, strings.Repeat("Halvorsen and ", 20))
	})
	w.variants.Show("")
	var said []string
	for _, i := range w.variants.Items() {
		said = append(said, i.Label)
	}
	if len(said) != 11 || !strings.HasPrefix(said[1], "Employer 6 ") || len([]rune(said[9])) > 70 || !strings.HasSuffix(said[9], " differences") {
		t.Errorf("%q", said)
	}
	w.shell.Commands.Run("variant-switch")
	typeText(w.canvas(), "loyer 3")
	w.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.variants.Name() != "Employer 3" {
		t.Errorf("%q is shown", w.variants.Name())
	}
}

// markersIn are the markers that an object shows, by what they say.
func markersIn(o fyne.CanvasObject) (said []string) {
	for _, o := range test.LaidOutObjects(o) {
		if m, ok := o.(*widgets.Marker); ok && m.Kind() != widgets.MarkerNone {
			said = append(said, m.AccessibilityLabel())
		}
	}
	return said
}

// What differs is marked while it is written, without the field losing the focus or the
// cursor; it can be taken back, or be used everywhere.
func TestDifferencesAreMarked(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	w.session.Vary("New variant", func(d resume.Document) (resume.Document, string, error) { return variant.New(d, "Halvorsen") })
	w.session.Reveal("/basics/label")
	field := w.canvas().Focused()
	if said := markersIn(w.panes.editor.Object()); len(said) != 0 {
		t.Fatal("a new variant differs in", said)
	}
	typeText(w.canvas(), "!")
	if w.canvas().Focused() != field {
		t.Fatal("the form was made anew")
	}
	if said := markersIn(w.panes.editor.Object()); !slices.Equal(said, []string{"Differs from the base"}) {
		t.Fatal(said)
	}
	w.shell.Commands.Run("variant-difference")
	press(t, w, "Back to base")
	if got := w.session.Now().Document.TextAt("/basics/label"); got != "Backend Engineer" || len(w.session.Now().Changes) != 0 {
		t.Errorf("the variant has %q", got)
	}
	w.session.Undo()
	w.shell.Commands.Run("variant-difference")
	press(t, w, "Use everywhere")
	if got := w.session.Now().Project.TextAt("/basics/label"); !strings.Contains(got, "!") || len(w.session.Now().Changes) != 0 {
		t.Errorf("the base has %q", got)
	}
}

// A change of the base under a variant is a louder sign, and a band says so.
func TestChangesUnderAVariantAreShown(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(variantsFile(t, 1))
	id := w.variants.All()[0].ID
	w.session.Type("/work/0/highlights/0", "Said otherwise in the base.")
	w.session.Edit("Delete bullet", "/work/0/highlights/2", resume.RemoveEdit("/work/0/highlights/2"))
	w.variants.Show(id)
	w.session.Reveal("/work/0/highlights/0")
	if said := markersIn(w.panes.editor.Object()); !slices.Contains(said, "The base has changed here since") {
		t.Error(said)
	}
	if !w.variants.Band().Visible() {
		t.Error("nothing says that the base has changed")
	}
	w.shell.Commands.Run("variant-difference")
	press(t, w, "Keep this wording")
	if n := len(w.session.Now().View.Stale()); n != 0 {
		t.Errorf("%d are stale", n)
	}
	w.variants.DismissLost()
	if n := len(w.session.Now().View.Lost()); n != 0 || w.variants.Band().Visible() {
		t.Errorf("%d are lost", n)
	}
	w.session.Undo()
	if len(w.session.Now().View.Lost()) != 1 {
		t.Error("undo does not bring back what was lost")
	}
}

// Next difference goes through all places in the order of the sections.
func TestNextDifference(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(variantsFile(t, 1))
	w.variants.Step(1)
	var seen []resume.Address
	for range differencePlaces(w.session.Now()) {
		w.stepDifference(1)
		seen = append(seen, w.variants.difference)
	}
	if len(seen) < 6 || seen[0] != "/basics/label" || !slices.Equal(seen, differencePlaces(w.session.Now())) {
		t.Error(seen)
	}
	w.stepDifference(1)
	if w.variants.difference != seen[0] {
		t.Error("it does not begin again")
	}
}

// A hidden bullet is dim in the form, and neither printed nor scored; the same command
// shows it.
func TestHideABullet(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	at := resume.Address("/work/0/highlights/1")
	text := w.session.Now().Document.TextAt(at)
	word := strings.Fields(text)[0]
	printed := func() bool { return strings.Contains(printedText(w), strings.Join(strings.Fields(text)[:5], " ")) }
	w.session.Reveal(at)
	if !printed() {
		t.Fatal("it is not printed")
	}
	w.shell.Commands.Run("hide")
	if printed() || !w.session.Now().Document.TextHidden(at) {
		t.Error("it is printed")
	}
	if f, ok := w.canvas().Focused().(*widgets.TextField); !ok || !f.TextStyle.Italic || f.Text != text {
		t.Error("the form does not show that it is hidden, or lost the focus")
	}
	if _, rated := w.scoring.Last().Ratings[at]; rated {
		t.Error("it is rated")
	}
	typeText(w.canvas(), "x")
	if !w.session.Now().Document.TextHidden(at) {
		t.Error("typing shows it")
	}
	w.find(false)
	typeText(w.canvas(), word)
	if found := w.session.Now().Document.Search(resume.Query{Text: word}); !slices.ContainsFunc(found, func(m resume.Match) bool { return m.Address == at && m.Hidden }) {
		t.Error("it is not found")
	}
	w.panes.find.Close()
	w.session.Reveal(at)
	w.shell.Commands.Run("hide")
	if !printed() {
		t.Error("the same command does not show it")
	}
}

// A variant shows what the base hides: the base may hold more than any page.
func TestAVariantShowsWhatTheBaseHides(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	at := resume.Address("/work/0/highlights/1")
	text := w.session.Now().Document.TextAt(at)
	w.session.Reveal(at)
	w.shell.Commands.Run("hide")
	w.session.Vary("New variant", func(d resume.Document) (resume.Document, string, error) { return variant.New(d, "Halvorsen") })
	w.session.Reveal(at)
	w.shell.Commands.Run("hide")
	if !strings.Contains(printedText(w), strings.Join(strings.Fields(text)[:5], " ")) || !w.session.Now().Project.TextHidden(at) {
		t.Error("the variant does not print it, or the base shows it too")
	}
	if said := markersIn(w.panes.editor.Object()); !slices.Equal(said, []string{"Shown in this variant, hidden in the base"}) {
		t.Error(said)
	}
}

// The comparison takes several differences at once, and compares two variants.
func TestCompareWithBase(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(variantsFile(t, 2))
	w.variants.Step(1)
	n := len(w.session.Now().Changes)
	w.shell.Commands.Run("variant-compare")
	check(t, w, "Select all")
	press(t, w, fmt.Sprintf("Back to base (%d)", n))
	if left := len(w.session.Now().Changes); left != 0 {
		t.Errorf("%d of %d differences are left", left, n)
	}
	press(t, w, "Close")
	w.session.Undo()
	if len(w.session.Now().Changes) != n {
		t.Error("it was more than one step")
	}
}

// Markers are reached by Tab in reading order, those of fields by a key of their own.
func TestTabOrderInAVariant(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(variantsFile(t, 1))
	w.variants.Step(1)
	for _, section := range []string{resume.ContactKey, "work", "skills"} {
		w.panes.editor.Show(section)
		list := tabOrder(t, w, section)
		markers := 0
		for _, f := range list {
			if m, ok := f.(*widgets.Marker); ok && widgets.Shows(w.panes.editor.Object(), m) {
				markers++
			}
		}
		if want := map[string]int{resume.ContactKey: 0, "work": 3, "skills": 1}[section]; markers != want {
			t.Errorf("%s: %d markers take the focus, want %d", section, markers, want)
		}
	}
}

// BenchmarkVariants measures a switch between two of fifty variants to a painted page,
// with score and form, and a keystroke in a variant and in the base.
func BenchmarkVariants(b *testing.B) {
	w := benchWindow(b)
	w.project.Open(variantsFile(b, 50))
	w.panes.editor.Show("work")
	all := w.variants.All()
	b.Run("switch", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			w.variants.Show(all[n%len(all)].ID)
		}
	})
	for name, id := range map[string]string{"keystroke in a variant": all[7].ID, "keystroke in the base": ""} {
		w.variants.Show(id)
		b.Run(name, func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				w.session.Type("/work/0/highlights/1", fmt.Sprintf("Sharded a 12 TB database by tenant %d", n))
			}
		})
	}
}

// benchWindow is the application as in tests.
func benchWindow(b *testing.B) *window {
	a := test.NewApp()
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	w := newWindow(a, environment{version: "test", clock: func() time.Time { now = now.Add(10 * time.Millisecond); return now }, threads: session.Inline})
	w.shell.Stage.Later = func(time.Duration, func()) func() { return func() {} }
	b.Cleanup(w.shell.Window.Close)
	w.shell.Window.Resize(fyne.NewSize(1440, 900))
	return w
}

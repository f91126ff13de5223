package app

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/picker"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/role"
	"resumax/score"
	"resumax/storage/file"
	"resumax/storage/userdata"
	"resumax/widgets"
)

// answers is a picker that answers at once.
type answers struct {
	open, save string
	asked      []picker.Request
}

func (a *answers) Open(r picker.Request, done func(string, error)) {
	a.asked = append(a.asked, r)
	done(a.open, nil)
}

func (a *answers) Save(r picker.Request, done func(string, error)) {
	a.asked = append(a.asked, r)
	done(a.save, nil)
}

// newTestWindow is the application in a test window, all its work done at once,
// on a day that does not change.
func newTestWindow(t *testing.T, width, height float32) (*window, *answers) {
	return newTestWindowIn(t, width, height, environment{})
}

// newTestWindowIn is one in an environment of which the test sets what it needs.
func newTestWindowIn(t *testing.T, width, height float32, env environment) (*window, *answers) {
	a := test.NewTempApp(t)
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	env.version = "test"
	env.clock = func() time.Time { now = now.Add(10 * time.Millisecond); return now }
	if env.threads.Async == nil {
		env.threads = session.Inline
	}
	w := newWindow(a, env)
	w.shell.Stage.Later = func(time.Duration, func()) func() { return func() {} } // no time passes
	t.Cleanup(w.shell.Window.Close)
	picks := &answers{}
	w.picker = picks
	w.shell.Window.Resize(fyne.NewSize(width, height))
	return w, picks
}

// homeful is an environment with a folder for the user's own things.
func homeful(t *testing.T) environment { return environment{home: userdata.Folder(t.TempDir())} }

// state is how a command now is.
func state(t *testing.T, w *window, id string) shell.State {
	t.Helper()
	c, ok := w.shell.Commands.Find(id)
	if !ok || c.State == nil {
		t.Fatalf("no command %q with a state", id)
	}
	return c.State()
}

// sampleFile is a copy of the role's sample on disk.
func sampleFile(t *testing.T) string {
	t.Helper()
	p, _ := role.ByID("backend-engineer")
	path := filepath.Join(t.TempDir(), "maya.json")
	if err := os.WriteFile(path, codec.Encode(p.Sample()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// press presses the button with the label in the dialog that lies over the window.
func press(t *testing.T, w *window, label string) {
	t.Helper()
	top := w.shell.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("no dialog to press %q in", label)
	}
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(interface {
			fyne.Tappable
			MinSize() fyne.Size
		}); ok && labelOf(o) == label {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("the dialog has no button %q", label)
}

// check checks the box with the label in the open dialog.
func check(t *testing.T, w *window, label string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.shell.Window.Canvas().Overlays().Top()) {
		if c, ok := o.(*widgets.Check); ok && c.Text == label {
			c.SetChecked(true)
			return
		}
	}
	t.Fatalf("the dialog has no box %q", label)
}

func TestOpenEditSave(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	path := sampleFile(t)
	w.project.Open(path)
	if w.shell.Window.Title() != "maya.json – ResuMax" || w.scoring.Last().Score < 90 || w.panes.preview.Printed() == nil {
		t.Fatalf("%q, score %.1f", w.shell.Window.Title(), w.scoring.Last().Score)
	}
	before := w.scoring.Last().Score
	w.session.Reveal("/work/0/highlights/0")
	w.session.Type("/work/0/highlights/0", "Responsible for the payments service")
	if !strings.HasPrefix(w.shell.Window.Title(), "• ") || w.scoring.Last().Score >= before {
		t.Errorf("%q, score %.1f, before %.1f", w.shell.Window.Title(), w.scoring.Last().Score, before)
	}
	printed := false
	for _, item := range w.panes.preview.Printed().Pages[0].Items {
		printed = printed || item.Run != nil && strings.Contains(item.Run.Text, "Responsible")
	}
	if !printed {
		t.Error("what was typed is not on the page")
	}
	w.project.Save(nil)
	if w.session.File().Dirty {
		t.Error("saved and still dirty")
	}
	if f, err := file.Load(path); err != nil || f.Document.TextAt("/work/0/highlights/0") != "Responsible for the payments service" {
		t.Error("the file does not hold what was typed", err)
	}
}

func TestSampleIsOneStepOfUndo(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	p, _ := role.ByID("backend-engineer")
	w.newFromRole(p, true, "")
	if w.session.Now().Resume.Basics.Name == "" || !w.editing() {
		t.Fatal("no sample")
	}
	w.session.Undo()
	if w.session.Now().Resume.Basics.Name != "" || w.session.Now().Resume.Meta.Role != p.ID {
		t.Error("one undo does not leave the empty resume of the role")
	}
}

func TestUnsavedWorkIsGuarded(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	w.newBlank("")
	w.session.Type("/basics/name", "Ada Example")
	w.close()
	if !w.editing() {
		t.Fatal("unsaved work was given up without a question")
	}
	picks.save = filepath.Join(t.TempDir(), "ada.json")
	press(t, w, "Save")
	if w.editing() {
		t.Error("after saving the project is still open")
	}
	if f, err := file.Load(picks.save); err != nil || f.Document.TextAt("/basics/name") != "Ada Example" {
		t.Error("not saved:", err)
	}
	if got := picks.asked[0].Name; got != "Ada-Example.resume.json" {
		t.Errorf("the name offered is %q", got)
	}
	w.newBlank("")
	w.session.Type("/basics/name", "Other")
	w.close()
	press(t, w, "Don't save")
	if w.editing() {
		t.Error("the project is still open")
	}
}

func TestExportAsksBeforeASampleLeaves(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	picks.save = filepath.Join(t.TempDir(), "out.pdf")
	w.exporter.Export(exchange.Default())
	if len(picks.asked) > 0 {
		t.Fatal("a sample was exported without a word")
	}
	press(t, w, "Export anyway")
	data, err := os.ReadFile(picks.save)
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Error("no PDF:", err)
	}
	w.session.Type("/work/0/highlights/0", "Did [how many?] things")
	w.exporter.Export(exchange.Default())
	press(t, w, "Show me")
	if w.session.Focus() != "/work/0/highlights/0" {
		t.Errorf("led to %q", w.session.Focus())
	}
}

func TestOtherFormats(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.session.Type("/basics/summary", strings.Repeat("Long. ", 400)) // a second page
	dir := t.TempDir()
	for id, begin := range map[string]string{"png": "\x89PNG", "txt": "Maya Lindqvist", "json": "{"} {
		picks.save = filepath.Join(dir, "out."+id)
		f, _ := exchange.Find(id)
		w.exporter.Export(f)
		if id != "json" { // a draft may hold what is still the sample's
			press(t, w, "Export anyway")
		}
		if data, err := os.ReadFile(picks.save); err != nil || !strings.HasPrefix(string(data), begin) {
			t.Errorf("%s: %v %.20q", id, err, data)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "out-2.png")); err != nil {
		t.Error("the second page is missing:", err)
	}
}

// The dialog exports to the format that is chosen, anonymously if that is checked, and then
// lists the texts to read again.
func TestExportIsChosen(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.session.Type("/work/0/highlights/0", "As Maya Lindqvist I cut latency by 40%.")
	picks.save = filepath.Join(t.TempDir(), "out.md")
	w.shell.Commands.Run("export")
	check(t, w, "Anonymous")
	press(t, w, "Markdown (.md)")
	press(t, w, "Export anyway")
	data, err := os.ReadFile(picks.save)
	if err != nil || !strings.Contains(string(data), "As \\[name\\] I cut latency") || strings.Contains(string(data), "Lindqvist") {
		t.Errorf("%v\n%.900s", err, data)
	}
	if got := picks.asked[0].Name; got != format.AnonymousName+".md" {
		t.Errorf("the name offered is %q", got)
	}
	if got := w.shell.Toaster.Text(); !strings.Contains(got, "1 text to check") || !slices.Equal(w.shell.Toaster.Actions(), []string{"Review", "Open", "Show in folder"}) {
		t.Errorf("it says %q with %q", got, w.shell.Toaster.Actions())
	}
	w.shell.Commands.Run("export")
	check(t, w, "Embed editable data in PDFs")
	if !w.prefs.Embed() {
		t.Error("the choice is not kept")
	}
}

// A section is copied as text alone, without its heading, even if it is hidden.
func TestSectionIsCopiedForAForm(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.session.Type("/work/0/highlights/0", "Cut **latency** by [how many?] percent")
	w.panes.editor.Show("work")
	w.session.Edit("", "", func(d resume.Document) (resume.Document, error) { return d.HideSection("work", true) })
	w.shell.Commands.Run("copy-section")
	text := w.fyne.Clipboard().Content()
	if !strings.Contains(text, "\n- Cut latency by [how many?] percent\n") || strings.Contains(strings.ToLower(text), "experience\n") || strings.Contains(text, "Maya Lindqvist") {
		t.Errorf("%q", text)
	}
	if got := w.shell.Toaster.Text(); !strings.Contains(got, "characters, with a placeholder left") {
		t.Errorf("it says %q", got)
	}
}

func TestBadFileLeavesTheProjectOpen(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	good := sampleFile(t)
	w.project.Open(good)
	bad := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(bad, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.project.Open(bad)
	press(t, w, "OK")
	if w.session.File().Path != good {
		t.Error("a file that can't be read took the place of the open one")
	}
}

func TestChangedOnDiskAsks(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	path := sampleFile(t)
	w.project.Open(path)
	w.session.Type("/basics/name", "Mine")
	if err := os.WriteFile(path, []byte(`{"basics":{"name":"Theirs"}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	w.project.Save(nil)
	if got, _ := os.ReadFile(path); !strings.Contains(string(got), "Theirs") {
		t.Fatal("another program's work was overwritten without a question")
	}
	press(t, w, "Overwrite")
	if got, _ := os.ReadFile(path); !strings.Contains(string(got), "Mine") {
		t.Error("not overwritten")
	}
}

func TestApplyingAFindingGainsWhatItSays(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.session.Type("/work/0/highlights/4", "Successfully led the the design reviews of 9 engineers for postgres and wrote the API design guide that 23 microservices follow")
	for range 10 {
		for _, f := range w.scoring.Last().Findings {
			if !f.Mechanical() || f.Gain <= 0 {
				continue
			}
			want := w.scoring.Last().Score + f.Gain
			w.scoring.Apply(f)
			if got := w.scoring.Last().Score; got < want-1e-4 || got > want+1e-4 {
				t.Errorf("%s: promised %.3f, got %.3f", f.Fix, want, got)
			}
			break
		}
	}
	if got := w.session.Now().Document.TextAt("/work/0/highlights/4"); strings.Contains(got, "the the") || strings.Contains(got, "Successfully") {
		t.Error(got)
	}
}

func TestAWordCanBeCalledRight(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.session.Type("/work/0/highlights/4", "Led the design reviews of 9 engineers and the managment of an API that 23 microservices follow")
	misspelled := func() *score.Finding {
		for _, f := range w.scoring.Last().Findings {
			if f.Word == "managment" {
				return &f
			}
		}
		return nil
	}
	f := misspelled()
	if f == nil {
		t.Fatal("the word is not found")
	}
	w.dictionary().Add(*f)
	if misspelled() != nil {
		t.Error("the word is still a finding")
	}
	if words := w.session.Now().Resume.Meta.Words; !slices.Equal(words, []string{"managment"}) {
		t.Errorf("the resume's words are %v", words)
	}
	w.session.Undo()
	if misspelled() == nil {
		t.Error("undo does not take the word back")
	}
}

func TestAWordCanBeRightInAllResumes(t *testing.T) {
	w, _ := newTestWindowIn(t, 1360, 820, homeful(t))
	w.project.Open(sampleFile(t))
	w.session.Type("/work/0/highlights/4", "Led the design reviews of 9 engineers and the managment of an API that 23 microservices follow")
	misspelled := func() int {
		return len(slices.DeleteFunc(slices.Clone(w.scoring.Last().Findings), func(f score.Finding) bool { return f.Word == "" }))
	}
	if misspelled() != 1 {
		t.Fatalf("%d words are misspelled", misspelled())
	}
	w.dictionary().Edit()
	for _, o := range test.LaidOutObjects(w.shell.Window.Canvas().Overlays().Top()) {
		if area, ok := o.(*widgets.TextField); ok {
			area.SetText("Zorb\nmanagment")
		}
	}
	press(t, w, "Save")
	if misspelled() != 0 {
		t.Error("a word that is right in all resumes is a finding")
	}
	if kept, _ := w.library.Words(); !slices.Equal(kept, []string{"managment", "Zorb"}) {
		t.Errorf("%q is kept", kept)
	}
	if d := w.session.Now().Resume.Meta.Words; len(d) > 0 {
		t.Errorf("the resume was given %q", d)
	}
}

func TestWindowLooks(t *testing.T) {
	for _, c := range []struct {
		name          string
		width, height float32
		choice        widgets.Choice
		section       string
	}{
		{"wide-light", 1440, 900, widgets.Light, "work"},
		{"wide-dark", 1440, 900, widgets.Dark, "work"},
		{"small-light", 1024, 700, widgets.Light, "skills"},
		{"small-dark", 1024, 700, widgets.Dark, resume.ContactKey},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := newTestWindow(t, c.width, c.height)
			w.setTheme(c.choice)
			w.project.Open(sampleFile(t))
			w.panes.editor.Show(c.section)
			w.shell.Window.Canvas().Unfocus()
			checkGolden(t, w.shell.Window, c.name)
		})
	}
	for _, c := range []struct {
		name          string
		width, height float32
		choice        widgets.Choice
	}{{"tailor-light", 1440, 900, widgets.Light}, {"tailor-small-dark", 1024, 700, widgets.Dark}} {
		t.Run(c.name, func(t *testing.T) {
			w := tailoredIn(t, c.width, c.height)
			w.setTheme(c.choice)
			tapLabeled(t, w, "Make a version for this job")
			w.session.Edit("Hide bullet", "", func(d resume.Document) (resume.Document, error) { return d.HideText("/work/0/highlights/1", true) })
			w.shell.Window.Canvas().Unfocus()
			checkGolden(t, w.shell.Window, c.name)
		})
	}
	t.Run("tailor-empty", func(t *testing.T) {
		w, _ := newTestWindow(t, 1024, 700)
		w.setTheme(widgets.Light)
		w.project.Open(sampleFile(t))
		w.show(w.tailor.mode)
		w.shell.Window.Canvas().Unfocus()
		checkGolden(t, w.shell.Window, "tailor-empty")
	})
	t.Run("start", func(t *testing.T) {
		w, _ := newTestWindow(t, 1024, 700)
		w.setTheme(widgets.Light)
		w.shell.Screens.Reset(w.screens.start)
		w.shell.Focus(nil)
		checkGolden(t, w.shell.Window, "start")
	})
	t.Run("role", func(t *testing.T) {
		w, _ := newTestWindow(t, 1440, 900)
		w.setTheme(widgets.Dark)
		p, _ := role.ByID("site-reliability-engineer")
		w.showRole(p)
		w.shell.Window.Canvas().Unfocus()
		checkGolden(t, w.shell.Window, "role-dark")
	})
	t.Run("guide", func(t *testing.T) {
		w, _ := newTestWindow(t, 1440, 900)
		w.setTheme(widgets.Dark)
		w.project.Open(sampleFile(t))
		w.panes.editor.Show("skills")
		w.panes.sidebar.ShowGuide()
		w.shell.Window.Canvas().Unfocus()
		checkGolden(t, w.shell.Window, "guide-dark")
	})
}

func TestPagesCanBeNumbered(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.session.Type("/basics/summary", strings.Repeat("Longer than it was. ", 30))
	last := func() string {
		page := w.panes.preview.Printed().Pages[1]
		if run := page.Items[len(page.Items)-1].Run; run != nil {
			return run.Text
		}
		return ""
	}
	w.toggleNumbers()
	if got := last(); got != "Maya Lindqvist  ·  2 / 2" || !state(t, w, "page-numbers").Checked {
		t.Errorf("the second page ends with %q; checked: %v", got, state(t, w, "page-numbers").Checked)
	}
	w.toggleNumbers()
	if got := last(); got == "Maya Lindqvist  ·  2 / 2" || state(t, w, "page-numbers").Checked {
		t.Errorf("the second page ends with %q; checked: %v", got, state(t, w, "page-numbers").Checked)
	}
}

func TestLanguageOfTheResume(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	checked := func() (names []string) {
		for _, c := range w.languageCommands() {
			if c.State().Checked {
				names = append(names, c.Label)
			}
		}
		return names
	}
	if got := checked(); len(got) != 1 || got[0] != languages()[0].name || w.panes.preview.Printed().Language != "en" {
		t.Errorf("%v is checked, the page is in %q", got, w.panes.preview.Printed().Language)
	}
	w.chooseLanguage("de")
	if got := checked(); len(got) != 1 || got[0] != "German" || w.panes.preview.Printed().Language != "de" {
		t.Errorf("%v is checked, the page is in %q", got, w.panes.preview.Printed().Language)
	}
	w.session.Undo()
	if got := w.panes.preview.Printed().Language; got != "en" {
		t.Errorf("the choice undone, the page is in %q", got)
	}
}

// A PDF that carries its resume opens as a new one: saving must not write over it.
func TestOpenAPDF(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	s := w.session.Now()
	path := filepath.Join(t.TempDir(), "cv.pdf")
	w.toggleEmbed()
	if !state(t, w, "embed").Checked {
		t.Error("the menu does not say that PDFs carry their resume")
	}
	picks.save = path
	w.exporter.Export(exchange.Default())
	press(t, w, "Export anyway")
	w.project.Open(path)
	if f := w.session.File(); f.Path != "" || w.session.Now().Resume.Basics.Name != s.Resume.Basics.Name {
		t.Errorf("opened as %q, of %q", f.Path, w.session.Now().Resume.Basics.Name)
	}
	if slices.Contains(w.prefs.Recent(), path) {
		t.Error("the PDF is among the recent resumes")
	}
}

func TestFitToAPage(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.session.Type("/basics/summary", strings.Repeat("Longer than it was. ", 30))
	w.session.Seal()
	if n := len(w.panes.preview.Printed().Pages); n != 2 {
		t.Fatalf("%d pages", n)
	}
	w.session.Edit("Fit 1 page", "", func(d resume.Document) (resume.Document, error) {
		return d.Set(resume.Settings+"/fit", resume.Int(1))
	})
	if d := w.panes.preview.Printed(); len(d.Pages) != 1 || d.Fitting.Changes == "" {
		t.Errorf("fitted to %d pages by %q", len(d.Pages), d.Fitting.Changes)
	}
	w.session.Undo()
	if d := w.panes.preview.Printed(); len(d.Pages) != 2 || d.Fitting.Changes != "" {
		t.Errorf("undone: %d pages, %q", len(d.Pages), d.Fitting.Changes)
	}
}

func TestTheScoreIsKept(t *testing.T) {
	env := homeful(t)
	path := sampleFile(t)
	if err := env.home.SaveScores(userdata.Scores{path: {{Day: "2026-01-02", Score: 50}}}); err != nil {
		t.Fatal(err)
	}
	w, _ := newTestWindowIn(t, 1360, 820, env)
	kept := func() []userdata.Scored {
		stored, err := env.home.Scores()
		if err != nil || len(stored[path]) != 2 {
			t.Fatalf("%v is in the file, %v", stored[path], err)
		}
		return stored[path]
	}
	w.project.Open(path)
	opened := w.scoring.Last().Score
	if k := kept(); k[0].Score != 50 || k[1].Day != "2026-06-01" || math.Abs(k[1].Score-opened) > 0.06 {
		t.Errorf("%v is kept, the score is %v", k, opened)
	}
	w.session.Type("/work/0/highlights/0", "Helped.")
	if k := kept(); math.Abs(k[1].Score-opened) > 0.06 {
		t.Error("the score of what is not in the file is kept")
	}
	w.project.Save(nil)
	if k := kept(); math.Abs(k[1].Score-w.scoring.Last().Score) > 0.06 {
		t.Errorf("%v is kept", k)
	}
	if values, newer, _ := w.history.Of(path); len(values) != 3 || newer != 1 {
		t.Errorf("it developed as %v, the last %d since it was opened", values, newer)
	}
	w.project.Rename("maya-nurse")
	if values, _, _ := w.history.Of(w.session.File().Path); w.session.File().Path == path || len(values) != 3 {
		t.Errorf("as %s it developed as %v", w.session.File().Path, values)
	}
}

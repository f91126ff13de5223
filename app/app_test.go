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

	"resumax/app/editor"
	"resumax/app/picker"
	"resumax/app/session"
	"resumax/resume"
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
	return newTestWindowReading(t, width, height, nil)
}

// newTestWindowReading is one that reads PDFs with a reader of the test's.
func newTestWindowReading(t *testing.T, width, height float32, reader pdfReader) (*window, *answers) {
	a := test.NewTempApp(t)
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	w := newWindow(a, surroundings{version: "test", threads: session.Inline, reader: reader,
		clock: func() time.Time { now = now.Add(10 * time.Millisecond); return now }})
	w.stage.Later = func(time.Duration, func()) func() { return func() {} } // no time passes
	t.Cleanup(w.win.Close)
	picks := &answers{}
	w.picker = picks
	w.win.Resize(fyne.NewSize(width, height))
	return w, picks
}

// sampleFile is a copy of the role's sample on disk.
func sampleFile(t *testing.T) string {
	t.Helper()
	p, _ := role.ByID("backend-engineer")
	path := filepath.Join(t.TempDir(), "maya.json")
	if err := os.WriteFile(path, file.Encode(p.Sample()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// overlay is the text of all buttons of the dialog that lies over the window.
func press(t *testing.T, w *window, label string) {
	t.Helper()
	top := w.win.Canvas().Overlays().Top()
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

func TestOpenEditSave(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	path := sampleFile(t)
	w.open(path)
	if w.win.Title() != "maya.json – ResuMax" || w.last.report.Score < 90 || w.preview.Printed() == nil {
		t.Fatalf("%q, score %.1f", w.win.Title(), w.last.report.Score)
	}
	before := w.last.report.Score
	w.session.Reveal("/work/0/highlights/0")
	w.session.Type("/work/0/highlights/0", "Responsible for the payments service")
	if !strings.HasPrefix(w.win.Title(), "• ") || w.last.report.Score >= before {
		t.Errorf("%q, score %.1f, before %.1f", w.win.Title(), w.last.report.Score, before)
	}
	printed := false
	for _, item := range w.preview.Printed().Pages[0].Items {
		printed = printed || item.Run != nil && strings.Contains(item.Run.Text, "Responsible")
	}
	if !printed {
		t.Error("what was typed is not on the page")
	}
	w.save(nil)
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
	if w.session.Now().Resume.Basics.Name == "" || !w.isOpen() {
		t.Fatal("no sample")
	}
	w.session.Undo()
	if w.session.Now().Resume.Basics.Name != "" || w.session.Now().Resume.Meta.Role != p.ID {
		t.Error("one undo does not leave the empty resume of the role")
	}
}

func TestUnsavedWorkIsGuarded(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	w.newEmpty()
	w.session.Type("/basics/name", "Ada Example")
	w.closeProject()
	if !w.isOpen() {
		t.Fatal("unsaved work was given up without a question")
	}
	picks.save = filepath.Join(t.TempDir(), "ada.json")
	press(t, w, "Save")
	if w.isOpen() {
		t.Error("after saving the project is still open")
	}
	if f, err := file.Load(picks.save); err != nil || f.Document.TextAt("/basics/name") != "Ada Example" {
		t.Error("not saved:", err)
	}
	if got := picks.asked[0].Name; got != "Ada-Example.json" {
		t.Errorf("the name offered is %q", got)
	}
	w.newEmpty()
	w.session.Type("/basics/name", "Other")
	w.closeProject()
	press(t, w, "Don't save")
	if w.isOpen() {
		t.Error("the project is still open")
	}
}

func TestExportAsksBeforeASampleLeaves(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	picks.save = filepath.Join(t.TempDir(), "out.pdf")
	w.export(formatPDF)
	if len(picks.asked) > 0 {
		t.Fatal("a sample was exported without a word")
	}
	press(t, w, "Export all the same")
	data, err := os.ReadFile(picks.save)
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Error("no PDF:", err)
	}
	w.session.Type("/work/0/highlights/0", "Did [how many?] things")
	w.export(formatPDF)
	press(t, w, "Show me")
	if w.session.Focus() != "/work/0/highlights/0" {
		t.Errorf("led to %q", w.session.Focus())
	}
}

func TestOtherFormats(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	w.session.Type("/basics/summary", strings.Repeat("Long. ", 400)) // a second page
	dir := t.TempDir()
	for f, begin := range map[format]string{formatPNG: "\x89PNG", formatText: "Maya Lindqvist", formatJSON: "{"} {
		path := filepath.Join(dir, "out."+f.ending)
		s := w.session.Now()
		if _, err := exportTo(f, path, s.Document, w.options(s.Resume), false); err != nil {
			t.Error(err)
		}
		if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), begin) {
			t.Errorf("%s: %v %.20q", f.name, err, data)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "out-2.png")); err != nil {
		t.Error("the second page is missing:", err)
	}
}

func TestBadFileLeavesTheProjectOpen(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	good := sampleFile(t)
	w.open(good)
	bad := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(bad, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.open(bad)
	press(t, w, "OK")
	if w.session.File().Path != good {
		t.Error("a file that can't be read took the place of the open one")
	}
}

func TestChangedOnDiskAsks(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	path := sampleFile(t)
	w.open(path)
	w.session.Type("/basics/name", "Mine")
	if err := os.WriteFile(path, []byte(`{"basics":{"name":"Theirs"}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	w.save(nil)
	if got, _ := os.ReadFile(path); !strings.Contains(string(got), "Theirs") {
		t.Fatal("another program's work was overwritten without a question")
	}
	press(t, w, "Overwrite")
	if got, _ := os.ReadFile(path); !strings.Contains(string(got), "Mine") {
		t.Error("not overwritten")
	}
}

func TestRail(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	ids := func() (s string) {
		for _, it := range w.rail.list.Items() {
			s += it.ID + " "
		}
		return s
	}
	if got := ids(); got != "basics summary work projects skills education certificates languages " {
		t.Error(got)
	}
	w.rail.move(4, 2)
	if got := ids(); got != "basics summary skills work projects education certificates languages " {
		t.Error(got)
	}
	w.rail.move(4, 0) // nothing may stand above the contact
	w.rail.step(1)
	if w.editor.Section() != resume.SummaryKey {
		t.Error(w.editor.Section())
	}
	w.session.Undo()
	if got := ids(); got != "basics summary work projects skills education certificates languages " {
		t.Error(got)
	}
}

func TestApplyingAFindingGainsWhatItSays(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	w.session.Type("/work/0/highlights/4", "Successfully led the the design reviews of 9 engineers for postgres and wrote the API design guide that 23 microservices follow")
	for range 10 {
		for _, f := range w.last.report.Findings {
			if !f.Mechanical() || f.Gain <= 0 {
				continue
			}
			want := w.last.report.Score + f.Gain
			w.apply(f)
			if got := w.last.report.Score; got < want-1e-4 || got > want+1e-4 {
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
	w.open(sampleFile(t))
	w.session.Type("/work/0/highlights/4", "Led the design reviews of 9 engineers and the frobnication of an API that 23 microservices follow")
	misspelt := func() *score.Finding {
		for _, f := range w.last.report.Findings {
			if f.Word == "frobnication" {
				return &f
			}
		}
		return nil
	}
	f := misspelt()
	if f == nil {
		t.Fatal("the word is not found")
	}
	w.addWord(*f)
	if misspelt() != nil {
		t.Error("the word is still a finding")
	}
	if words := w.session.Now().Resume.Meta.Words; !slices.Equal(words, []string{"frobnication"}) {
		t.Errorf("the resume's words are %v", words)
	}
	w.session.Undo()
	if misspelt() == nil {
		t.Error("undo does not take the word back")
	}
}

func TestAWordCanBeRightInAllResumes(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.home = userdata.Folder(t.TempDir())
	w.open(sampleFile(t))
	w.session.Type("/work/0/highlights/4", "Led the design reviews of 9 engineers and the frobnication of an API that 23 microservices follow")
	misspelt := func() int {
		return len(slices.DeleteFunc(slices.Clone(w.last.report.Findings), func(f score.Finding) bool { return f.Word == "" }))
	}
	if misspelt() != 1 {
		t.Fatalf("%d words are misspelt", misspelt())
	}
	w.editWords()
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if area, ok := o.(*widgets.TextField); ok {
			area.SetText("Zorb\nfrobnication")
		}
	}
	press(t, w, "Keep")
	if misspelt() != 0 {
		t.Error("a word that is right in all resumes is a finding")
	}
	if kept, _ := w.home.Words(); !slices.Equal(kept, []string{"frobnication", "Zorb"}) {
		t.Errorf("%q is kept", kept)
	}
	if d := w.session.Now().Resume.Meta.Words; len(d) > 0 {
		t.Errorf("the resume was given %q", d)
	}
}

func TestPanesFold(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	wants := func(page, score bool) {
		t.Helper()
		if w.panes.Shown(panePage) != page || w.panes.Shown(paneScore) != score {
			t.Errorf("page %v, score %v", w.panes.Shown(panePage), w.panes.Shown(paneScore))
		}
	}
	wants(true, true)
	w.fold(1024)
	wants(true, false)
	w.toggleScore()
	wants(false, true)
	w.togglePage()
	wants(true, false)
	w.fold(760)
	wants(false, false)
}

func TestSearch(t *testing.T) {
	p, _ := role.ByID("backend-engineer")
	hits := search(p.Sample(), "  KAFKA ")
	if len(hits) < 2 || hits[0].at != "/work/1/highlights/0" {
		t.Errorf("%+v", hits)
	}
	if search(p.Sample(), " ") != nil {
		t.Error("nothing is found everywhere")
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
		{"small-dark", 1024, 700, widgets.Dark, editor.Contact},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := newTestWindow(t, c.width, c.height)
			w.setTheme(c.choice)
			w.open(sampleFile(t))
			w.editor.Show(c.section)
			w.win.Canvas().Unfocus()
			checkGolden(t, w.win, c.name)
		})
	}
	t.Run("start", func(t *testing.T) {
		w, _ := newTestWindow(t, 1024, 700)
		w.setTheme(widgets.Light)
		w.start.Paint(1)
		checkGolden(t, w.win, "start")
	})
	t.Run("role", func(t *testing.T) {
		w, _ := newTestWindow(t, 1440, 900)
		w.setTheme(widgets.Dark)
		p, _ := role.ByID("site-reliability-engineer")
		w.showRole(p)
		w.win.Canvas().Unfocus()
		checkGolden(t, w.win, "role-dark")
	})
	t.Run("guide", func(t *testing.T) {
		w, _ := newTestWindow(t, 1440, 900)
		w.setTheme(widgets.Dark)
		w.open(sampleFile(t))
		w.editor.Show("skills")
		w.sidebar.ShowGuide()
		w.win.Canvas().Unfocus()
		checkGolden(t, w.win, "guide-dark")
	})
}

func TestPagesCanBeNumbered(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	w.session.Type("/basics/summary", strings.Repeat("Longer than it was. ", 30))
	last := func() string {
		page := w.preview.Printed().Pages[1]
		if run := page.Items[len(page.Items)-1].Run; run != nil {
			return run.Text
		}
		return ""
	}
	w.toggleNumbers()
	if got := last(); got != "Maya Lindqvist  ·  2 / 2" || !w.menus.number.Checked {
		t.Errorf("the second page ends with %q; checked: %v", got, w.menus.number.Checked)
	}
	w.toggleNumbers()
	if got := last(); got == "Maya Lindqvist  ·  2 / 2" || w.menus.number.Checked {
		t.Errorf("the second page ends with %q; checked: %v", got, w.menus.number.Checked)
	}
}

func TestLanguageOfTheResume(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	checked := func() (names []string) {
		for _, i := range w.menus.language.ChildMenu.Items {
			if i.Checked {
				names = append(names, i.Label)
			}
		}
		return names
	}
	if got := checked(); len(got) != 1 || got[0] != languages[0].name || w.preview.Printed().Language != "en" {
		t.Errorf("%v is checked, the page is in %q", got, w.preview.Printed().Language)
	}
	w.chooseLanguage("de", "German")
	if got := checked(); len(got) != 1 || got[0] != "German" || w.preview.Printed().Language != "de" {
		t.Errorf("%v is checked, the page is in %q", got, w.preview.Printed().Language)
	}
	w.session.Undo()
	if got := w.preview.Printed().Language; got != "en" {
		t.Errorf("the choice undone, the page is in %q", got)
	}
}

// A PDF that carries its resume opens as a new one: saving must not write over it.
func TestOpenAPDF(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	s := w.session.Now()
	path := filepath.Join(t.TempDir(), "cv.pdf")
	w.toggleAttach()
	if !w.menus.attach.Checked {
		t.Error("the menu does not say that PDFs carry their resume")
	}
	if _, err := exportTo(formatPDF, path, s.Document, w.options(s.Resume), w.prefs.attach()); err != nil {
		t.Fatal(err)
	}
	w.open(path)
	if f := w.session.File(); f.Path != "" || w.session.Now().Resume.Basics.Name != s.Resume.Basics.Name {
		t.Errorf("opened as %q, of %q", f.Path, w.session.Now().Resume.Basics.Name)
	}
	if slices.Contains(w.prefs.recent(), path) {
		t.Error("the PDF is among the recent resumes")
	}
}

func TestFitToAPage(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.open(sampleFile(t))
	w.session.Type("/basics/summary", strings.Repeat("Longer than it was. ", 30))
	w.session.Seal()
	if n := len(w.preview.Printed().Pages); n != 2 {
		t.Fatalf("%d pages", n)
	}
	w.session.Edit("Fit 1 page", "", func(d resume.Document) (resume.Document, error) {
		return d.Set(resume.Settings+"/fit", resume.Int(1))
	})
	if d := w.preview.Printed(); len(d.Pages) != 1 || d.Fitting.Changes == "" {
		t.Errorf("fitted to %d pages by %q", len(d.Pages), d.Fitting.Changes)
	}
	w.session.Undo()
	if d := w.preview.Printed(); len(d.Pages) != 2 || d.Fitting.Changes != "" {
		t.Errorf("undone: %d pages, %q", len(d.Pages), d.Fitting.Changes)
	}
}

func TestTheScoresCourseIsKept(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.home = userdata.Folder(t.TempDir())
	file := sampleFile(t)
	if err := w.home.SaveScores(userdata.Scores{file: {{Day: "2026-01-02", Score: 50}}}); err != nil {
		t.Fatal(err)
	}
	w.newCourse()
	w.open(file)
	opened := w.last.report.Score
	today := w.clock().Format(dayFormat)
	if kept := w.course.days[file]; len(kept) != 2 || kept[1].Day != today || math.Abs(kept[1].Score-opened) > 0.06 {
		t.Errorf("%v is kept, the score is %v", kept, opened)
	}
	w.session.Type("/work/0/highlights/0", "Helped.")
	if kept := w.course.days[file]; math.Abs(kept[1].Score-opened) > 0.06 {
		t.Error("the score of what is not in the file is kept")
	}
	w.save(nil)
	stored, err := w.home.Scores()
	if kept := stored[file]; err != nil || len(kept) != 2 || kept[0].Score != 50 || math.Abs(kept[1].Score-w.last.report.Score) > 0.06 {
		t.Errorf("%v is in the file, %v", kept, err)
	}
	if len(w.course.points) != 2 {
		t.Errorf("the course since opening is %v", w.course.points)
	}
}

func TestALongCourseIsBounded(t *testing.T) {
	var c course
	for i := range 3 * pointsMost {
		c.add(float64(i))
	}
	if n := len(c.points); n > pointsMost || c.points[0] != 0 || c.points[n-1] != 3*pointsMost-1 {
		t.Errorf("%d points from %v to %v", n, c.points[0], c.points[n-1])
	}
}

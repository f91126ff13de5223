package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
)

// exported is the sample of a role in another format, as a file.
func exported(t *testing.T, id string) string {
	t.Helper()
	f, ok := exchange.Find(id)
	if !ok {
		t.Fatalf("no format %s", id)
	}
	p, _ := role.ByID("backend-engineer")
	out, err := f.Write(format.Source{Document: p.Sample(), Options: render.Setup{Designs: design.All()}.Options(p.Sample().Resume()), Attach: true})
	if err != nil {
		t.Fatal(err)
	}
	data, err := out.File(0)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, "maya."+f.Extension(), string(data))
}

// written is a file of a name with a content.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// What says by itself which field is which opens right away: as a new project with the
// source's name, one step of undo, not saved.
func TestOwnFilesOpenRightAway(t *testing.T) {
	for _, id := range []string{"docx", "odt", "md", "html", "reactive-resume", "rendercv", "pdf"} {
		t.Run(id, func(t *testing.T) {
			w, _ := newTestWindow(t, 1024, 700)
			path := exported(t, id)
			w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
			if !w.editing() || w.session.Now().Resume.Basics.Name != "Maya Lindqvist" {
				t.Fatalf("%q is open", w.session.Now().Resume.Basics.Name)
			}
			f := w.session.File()
			if f.Path != "" || len(w.session.Now().Resume.Work) == 0 {
				t.Errorf("%+v, %d jobs", f, len(w.session.Now().Resume.Work))
			}
			if id == "pdf" {
				return // it carries the project, and is opened as one
			}
			if !f.Dirty || w.project.FileName() != "maya" || !strings.Contains(w.shell.Window.Title(), "maya") {
				t.Errorf("%+v, called %q in %q", f, w.project.FileName(), w.shell.Window.Title())
			}
			if w.scoring.Last().Score < 60 || w.panes.preview.Printed() == nil {
				t.Errorf("score %.1f", w.scoring.Last().Score)
			}
			w.session.Undo()
			if w.session.Now().Resume.Basics.Name != "" {
				t.Error("undo does not take the import back")
			}
			w.session.Redo()
			if w.session.Now().Resume.Basics.Name == "" || w.session.NextUndo() != "Import maya."+filepath.Ext(path)[1:] {
				t.Errorf("redo: %q", w.session.NextUndo())
			}
		})
	}
}

func TestImportSaysWhatItCannotRead(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"cv.doc":    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "“cv.doc” is a document of Word 2003"},
		"cv.xcf":    {"gimp xcf \x00\x01\x02\x00", "ResuMax reads PDF, Word"},
		"empty.txt": {"", "is empty"},
		"scan.png":  {"\x89PNG\r\n\x1a\n\x00\x00", "Tesseract"},
		"cut.json":  {"{\"basics\": {", "line 1, column"},
	} {
		t.Run(name, func(t *testing.T) {
			w, _ := newTestWindow(t, 1024, 700)
			w.start(written(t, name, c.content))
			top := w.canvas().Overlays().Top()
			if top == nil {
				t.Fatal("nothing is said")
			}
			if said := strings.Join(strings.Fields(texts(top)), " "); !strings.Contains(said, c.want) || !strings.Contains(said, name) {
				t.Errorf("said: %s", said)
			}
			if w.shell.Screens.Top() != w.screens.start {
				t.Error("the start screen is not below")
			}
		})
	}
}

// Unsaved work is asked about before a file of another program takes its place.
func TestImportGuardsUnsavedWork(t *testing.T) {
	w, picks := newTestWindow(t, 1024, 700)
	w.newBlank("")
	w.session.Type(resume.Basics.Child("name"), "Ada Example")
	picks.open = exported(t, "docx")
	w.shell.Commands.Run("import")
	if w.session.Now().Resume.Basics.Name != "Ada Example" {
		t.Fatal("unsaved work was given up without a question")
	}
	press(t, w, "Don't save")
	if w.session.Now().Resume.Basics.Name != "Maya Lindqvist" {
		t.Errorf("%q is open", w.session.Now().Resume.Basics.Name)
	}
	if len(picks.asked) != 1 || !slices.Contains(picks.asked[0].Filters[0].Extensions, "docx") {
		t.Errorf("asked for %+v", picks.asked)
	}
}

// Of several files that are dropped at once, the user says which one to open.
func TestSeveralFilesAreDropped(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(written(t, "notes.txt", "Buy milk.")), storage.NewFileURI(exported(t, "docx"))})
	if w.editing() {
		t.Fatal("one was opened without a question")
	}
	test.Type(w.canvas().Focused(), "maya")
	w.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !w.editing() || w.session.Now().Resume.Basics.Name != "Maya Lindqvist" {
		t.Errorf("%q is open", w.session.Now().Resume.Basics.Name)
	}
}

// While unsaved work is open, a file that is dropped is read, checked, and then asked about: it
// is only given up for what was really imported.
func TestReviewKeepsUnsavedWork(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	w.newBlank("")
	w.session.Type(resume.Basics.Child("name"), "Ada Example")
	drop := func() {
		w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(written(t, "bo.txt", "Bo Example\nbo@example.org\n\nEXPERIENCE\n\nWard nurse\nHarbour Hospital\nMarch 2019 - Present\n- Cut falls by half.\n"))})
		if top := w.canvas().Overlays().Top(); top != nil {
			press(t, w, "Don't save")
		}
	}
	drop()
	if !w.importer.Reviewing() {
		t.Fatalf("no review: %s", texts(w.canvas().Overlays().Top()))
	}
	w.importer.Leave(func() {})
	if !w.editing() || w.session.Now().Resume.Basics.Name != "Ada Example" {
		t.Fatalf("canceled, %q is open", w.session.Now().Resume.Basics.Name)
	}
	drop()
	w.importer.Finish() // it was asked about already
	if w.importer.Reviewing() || w.session.Now().Resume.Basics.Name != "Bo Example" || !w.session.File().Dirty {
		t.Errorf("%q is open", w.session.Now().Resume.Basics.Name)
	}
}

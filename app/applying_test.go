package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"resumax/app/shell"
	"resumax/job/application"
	"resumax/resume"
)

// applied is a window with the sample and one application, on its screen.
func applied(t *testing.T) (*window, string) {
	t.Helper()
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	w.shell.Commands.Run("applications")
	tapLabeled(t, w, "New application")
	all := application.List(w.session.Now().Project)
	if len(all) != 1 {
		t.Fatalf("%d applications", len(all))
	}
	return w, all[0].ID
}

func TestUndoLeadsToTheApplication(t *testing.T) {
	w, id := applied(t)
	w.panes.applications.SetStatus(id, application.Interview, "")
	w.shell.Commands.Run("write")
	w.session.Undo()
	a, _ := application.Find(w.session.Now().Project, id)
	if w.shell.Screens.Top() != shell.Screen(w.screens.applications) || a.Status != application.Saved {
		t.Errorf("shows %T with %+v", w.shell.Screens.Top(), a)
	}
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) // the detail
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.shell.Screens.Top() != shell.Screen(w.screens.write) {
		t.Error("Escape does not lead back to Write")
	}
}

// What the pages show is what is frozen: the resume, as it is set, and nothing of the project.
func TestAnExportIsSentAndStays(t *testing.T) {
	w, id := applied(t)
	path := filepath.Join(t.TempDir(), "cv.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	do, ok := w.panes.applications.MarkSent(path, w.session.Now())
	if !ok {
		t.Fatal("it is not offered")
	}
	name := w.session.Now().Resume.Basics.Name
	do()
	a, _ := application.Find(w.session.Now().Project, id)
	if len(a.Sent) != 1 || a.Sent[0].File != "cv.pdf" {
		t.Fatalf("%+v", a.Sent)
	}
	w.session.Type("/basics/name", "Somebody Else")
	frozen, err := application.Frozen(w.session.Now().Project, a.Sent[0].Resume)
	if err != nil || frozen.TextAt("/basics/name") != name {
		t.Errorf("%v, %v", frozen.Root(), err)
	}
	if _, ok := frozen.Get(resume.MetaAddress(resume.MetaApplications)); ok {
		t.Error("the project is in what was sent")
	}
}

func TestADroppedTableIsImported(t *testing.T) {
	w, _ := applied(t)
	path := filepath.Join(t.TempDir(), "jobs.csv")
	if err := os.WriteFile(path, []byte("Company,Job title\nMill,Baker\nElm,Host\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	tapLabeled(t, w, "Import 2")
	if all := application.List(w.session.Now().Project); len(all) != 3 || all[2].Employer != "Elm" {
		t.Errorf("%+v", all)
	}
	if !strings.Contains(w.shell.Toaster.Text(), "Imported 2 applications") {
		t.Errorf("says %q", w.shell.Toaster.Text())
	}
}

package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/applications"
	"resumax/app/picker"
	"resumax/app/printing"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tailor"
	"resumax/app/tr"
	"resumax/job/application"
	"resumax/job/letter"
	"resumax/job/posting"
	"resumax/render"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/storage/file"
)

// buildApplications makes the screen of applications.
func (w *window) buildApplications() {
	w.panes.applications = applications.New(w.session, applications.Services{
		Shell:    w.shell,
		Picker:   func() picker.Picker { return w.picker },
		Folder:   w.project.Folder,
		Today:    w.clock,
		Notice:   w.offerUndo,
		Copy:     w.fyne.Clipboard().SetContent,
		Pictures: w.panes.pictures,
		Tailor:   func() { w.show(w.tailor.mode) },
		Disk: applications.Disk{
			Read:  func(path string, most int) ([]byte, error) { return file.ReadFile(path, int64(most)) },
			Write: file.WriteFile,
			Exists: func(path string) bool {
				_, err := os.Stat(path)
				return err == nil
			},
			Open: printing.OpenFile,
		},
		Printed: w.printed,
		Letter:  w.letterText,
		Debrief: func(id string) {
			w.show(w.prepare.mode)
			w.prepare.pane.Debrief(id)
		},
	})
}

// letterText is the text of the letter that goes with a variant, "" where there is none or
// where questions to the writer are left in it.
func (w *window) letterText(id string) string {
	now := w.session.Now()
	l, _, ok := letter.For(now.Project, id)
	if !ok || len(l.Slots()) > 0 {
		return ""
	}
	l = l.Written(now.Resume)
	parts := append([]string{l.Salutation}, l.Paragraphs...)
	for i := range parts {
		parts[i] = resume.Plain(parts[i])
	}
	return strings.Join(append(parts, l.Closing+"\n"+l.Signature), "\n\n")
}

// droppedTable imports a list of applications that was dropped on their screen, and reports
// whether it did.
func (w *window) droppedTable(paths []string) bool {
	if w.shell.Screens.Top() != shell.Screen(w.screens.applications) || len(paths) != 1 {
		return false
	}
	switch strings.ToLower(filepath.Ext(paths[0])) {
	case ".csv", ".tsv":
		w.panes.applications.ImportFile(paths[0])
		return true
	}
	return false
}

// printed says what the pages of a document of the project show.
func (w *window) printed(d resume.Document) resume.Printed {
	r := d.Resume()
	now := session.Snapshot{Document: d, Project: d, Resume: r, Path: w.session.Now().Path}
	return render.Printed(render.Typeset(r, w.setup.Options(now)))
}

func (w *window) buildApplicationsScreen() {
	a := w.panes.applications
	w.screens.applications = &shell.ModeView{Text: tr.T("applying.applications", "Applications"), View: shell.View{
		Content: a.Object(),
		Name:    w.projectTitle,
		OnEnter: func() {
			w.shell.Commands.Refresh()
			a.Enter()
		},
		OnLeave: a.Leave,
		OnType:  a.Focus,
		OnKey:   w.applicationsKey,
	}}
}

// showApplications shows the applications and then does something.
func (w *window) showApplications(then func()) func() {
	return func() {
		w.leadTo(w.screens.applications)
		then()
	}
}

// applicationsKey closes the detail for Escape, and then goes back.
func (w *window) applicationsKey(k *fyne.KeyEvent) bool {
	switch {
	case w.panes.applications.Key(k):
		return true
	case k.Name == fyne.KeyEscape:
		w.back()
		return true
	}
	return false
}

// saveApplication begins an application for a posting that was just added.
func (w *window) saveApplication(d resume.Document, p posting.Stored) (resume.Document, error) {
	today := resume.DayOf(w.clock())
	d, _, err := application.New(d, application.Application{Posting: p.ID, Title: p.Title, Employer: p.Company, Location: p.Location,
		Salary: p.Salary, Link: p.URL, Status: application.Saved, Dates: application.Dates{Saved: today}})
	return d, err
}

// varyApplication says that the applications for a posting are made with a variant, unless
// they are made with another one that is there.
func (w *window) varyApplication(d resume.Document, p posting.Stored, id string) (resume.Document, error) {
	there := variant.List(d)
	for _, a := range application.List(d) {
		other := slices.ContainsFunc(there, func(v variant.Variant) bool { return v.ID == a.Variant })
		if a.Posting != p.ID || other || len(a.Sent) > 0 {
			continue
		}
		a.Variant = id
		var err error
		if d, err = application.Update(d, a); err != nil {
			return d, err
		}
	}
	return d, nil
}

// followCorrection corrects what was taken from a posting, as far as it still says what the
// posting did: its applications, and the names of its variants.
func (w *window) followCorrection(d resume.Document, was, now posting.Stored) (resume.Document, error) {
	var err error
	for _, a := range application.List(d) {
		if a.Posting != now.ID {
			continue
		}
		for _, f := range []struct {
			at      *string
			was, is string
		}{
			{&a.Title, was.Title, now.Title}, {&a.Employer, was.Company, now.Company}, {&a.Location, was.Location, now.Location},
			{&a.Salary, was.Salary, now.Salary}, {&a.Link, was.URL, now.URL},
		} {
			if *f.at == strings.Join(strings.Fields(f.was), " ") {
				*f.at = f.is
			}
		}
		if d, err = application.Update(d, a); err != nil {
			return d, err
		}
	}
	name := tailor.VersionName(now)
	for _, v := range variant.List(d) {
		if v.Posting != now.ID || v.Name != tailor.VersionName(was) || v.Name == name {
			continue
		}
		if d, err = variant.Rename(d, v.ID, name); err != nil {
			return d, err
		}
	}
	return d, nil
}

// showApplication shows the application for the posting of the Tailor mode, or all of them.
func (w *window) showApplication() {
	w.leadTo(w.screens.applications)
	p, ok := w.matching.Posting()
	if !ok {
		return
	}
	d := w.session.Now().Project
	for _, a := range application.List(d) {
		if at, known := application.AddressOf(d, a.ID); known && a.Posting == p.ID {
			w.panes.applications.Reveal(at)
			return
		}
	}
}

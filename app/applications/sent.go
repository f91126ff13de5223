package applications

import (
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/compare"
	"resumax/app/picker"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/job/application"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// sentPane answers “Which version did they get?”.
type sentPane struct {
	screen *Applications
	app    application.Application
	rows   *fyne.Container
	drawn  string
	root   fyne.CanvasObject
}

func newSentPane(a *Applications) *sentPane {
	p := &sentPane{screen: a, rows: widgets.NewColumn(14)}
	p.root = container.NewVScroll(inset(p.rows))
	return p
}

// show shows what was sent, the newest first.
func (p *sentPane) show(a application.Application, project resume.Document) {
	drawn := fmt.Sprint(a.ID, a.Sent)
	p.app = a
	if drawn == p.drawn {
		return
	}
	p.drawn = drawn
	s := p.screen
	record := widgets.NewButtonWithIcon(tr.T("applications.record-what-was-sent", "Record what was sent…"), theme.ContentAddIcon(), func() { s.askSent(a.ID) })
	record.Importance = widget.HighImportance
	s.services.Shell.KeepFocus(func() {
		p.rows.RemoveAll()
		if len(a.Sent) == 0 {
			p.rows.Add(widgets.NewStrong(tr.T("applications.which-version-did-they", "Which version did they get?")))
			p.rows.Add(widgets.NewLabel(tr.T("applications.record-what-you-send", "Record what you send: the file, the day, and the resume as it is now. It stays as it was, whatever you edit later, and is compared with your resume when they call.")))
		}
		p.rows.Add(left(record))
		for i, sent := range slices.Backward(a.Sent) {
			p.rows.Add(p.row(a, i, sent))
		}
		p.rows.Refresh()
	})
}

// row shows one thing that was sent.
func (p *sentPane) row(a application.Application, i int, sent application.Sent) fyne.CanvasObject {
	s := p.screen
	about := dayText(sent.Day, s.today())
	if about != "" {
		about = tr.T("applications.sent-on", "Sent {{.Day}}", tr.With{"Day": about}) + " · "
	}
	about += first(sent.Variant, tr.T("applications.base-resume", "Base resume"))
	name := first(sent.File, tr.T("applications.resume", "Resume"))
	remove := widgets.NewIconButton(theme.DeleteIcon(), tr.T("applications.remove", "Remove {{.Name}}", tr.With{"Name": name}), func() {
		if s.edit(tr.T("applications.remove-what-was-sent", "Remove what was sent"), a.ID, func(d resume.Document) (resume.Document, error) { return application.Unsend(d, a.ID, i) }) {
			s.services.Notice(tr.T("applications.removed", "Removed “{{.Name}}”", tr.With{"Name": name}))
		}
	})
	head := widgets.NewBorder(nil, nil, nil, container.NewVBox(remove), widgets.NewColumn(2, widgets.NewStrong(name), widgets.NewMuted(about)))
	column := widgets.NewColumn(6, head)
	button := func(label string, do func()) *widgets.Button { return widgets.NewButton(label, do) }
	if sent.Resume == "" {
		column.Add(widgets.NewMuted(tr.T("applications.the-list-that-this", "The list that this came from names the file only, so there is nothing to compare.")))
	} else {
		column.Add(widgets.NewFlow(6, button(tr.T("applications.show", "Show"), func() { s.showSent(a, sent) }), button(tr.T("applications.compare-with-now", "Compare with now"), func() { s.compareWithNow(a, sent) }), button(tr.T("applications.compare-with", "Compare with…"), func() { s.offerOthers(a, sent) })))
	}
	return widgets.NewGroup(container.New(layout.NewCustomPaddedLayout(12, 0, 0, 0), column))
}

// sideOf is a version that was sent, and false if the file has it no more.
func (a *Applications) sideOf(app application.Application, sent application.Sent) (compare.Side, bool) {
	d, err := application.Frozen(a.project(), sent.Resume)
	if err != nil {
		a.services.Shell.ShowError(err.Error())
		return compare.Side{}, false
	}
	return compare.Side{Title: first(app.Employer, app.Name()) + ", " + dayText(sent.Day, a.today()), Document: d}, true
}

// showSent shows the first page of what was sent.
func (a *Applications) showSent(app application.Application, sent application.Sent) {
	const page = 560
	side, ok := a.sideOf(app, sent)
	if !ok {
		return
	}
	s := a.services.Shell
	var m *widgets.Modal
	ok2 := widgets.NewButton(tr.T("applications.close", "Close"), func() { m.Close() })
	ok2.Importance = widget.HighImportance
	title := tr.T("applications.what-they-got", "What they got")
	if app.Employer != "" {
		title = tr.T("applications.what-got", "What {{.Employer}} got", tr.With{"Employer": app.Employer})
	}
	side.Title = tr.T("applications.first-page", "First page, {{.File}}", tr.With{"File": first(sent.File, tr.Lower(tr.T("applications.resume", "Resume")))})
	reader := widgets.NewReader(container.New(layout.NewCustomPaddedLayout(6, 6, 8, 12), compare.Page(side, page, a.services.Pictures, s.Window.Canvas().Scale())))
	head := container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), widgets.NewHeading(title))
	body := widgets.NewBorder(head, container.NewHBox(layout.NewSpacer(), ok2), nil, nil, reader)
	m = s.Modal(s.Fitted(body, fyne.NewSize(page+40, 900), fyne.NewSquareSize(90)), func() { m.Close() })
	s.Focus(reader)
}

// compareWithNow compares what was sent with what the same variant, or the base, is now.
func (a *Applications) compareWithNow(app application.Application, sent application.Sent) {
	side, ok := a.sideOf(app, sent)
	if !ok {
		return
	}
	now, name := a.documentOf(app)
	a.public(now, func(d resume.Document, _ resume.Printed) {
		a.compared(tr.T("applications.what-has-changed-since", "What has changed since"), compare.Of(side, compare.Side{Title: tr.T("applications.now", "{{.Name}} now", tr.With{"Name": name}), Document: d}))
	})
}

// public makes what the pages of a document show, off the UI goroutine.
func (a *Applications) public(d resume.Document, then func(public resume.Document, printed resume.Printed)) {
	a.services.Shell.Background(tr.T("applications.setting-the-pages", "Setting the pages"), func() func() {
		printed := a.services.Printed(d)
		public := d.Public(printed)
		return func() { then(public, printed) }
	})
}

// documentOf is the document of an application's variant, and what it is called.
func (a *Applications) documentOf(app application.Application) (resume.Document, string) {
	if app.Variant != "" {
		if v, err := variant.Open(a.project(), app.Variant); err == nil {
			return v.Document, v.Variant.Name
		}
	}
	return a.project(), tr.T("applications.base-resume", "Base resume")
}

// offerOthers offers the other versions that were sent, of all applications.
func (a *Applications) offerOthers(app application.Application, sent application.Sent) {
	type version struct {
		app  application.Application
		sent application.Sent
	}
	var all []version
	var options []shell.Option
	for _, o := range a.list.all {
		for _, s := range o.Sent {
			if s.Resume != "" && (o.ID != app.ID || s != sent) {
				all = append(all, version{o, s})
				options = append(options, shell.Option{Group: first(s.File, tr.T("applications.resume", "Resume")) + ", " + dayText(s.Day, a.today()), Title: o.Name()})
			}
		}
	}
	if len(all) == 0 {
		a.services.Shell.Toaster.Show(tr.T("applications.nothing-else-was-sent", "Nothing else was sent yet."), "", nil)
		return
	}
	a.services.Shell.Choose(tr.T("applications.compare-with-which-version", "Compare with which version?"), tr.T("applications.search-versions", "Search versions"), options, func(i int) {
		one, ok := a.sideOf(app, sent)
		other, ok2 := a.sideOf(all[i].app, all[i].sent)
		if ok && ok2 {
			a.compared(tr.T("applications.two-versions-that-were", "Two versions that were sent"), compare.Of(one, other))
		}
	})
}

// compared shows a comparison in a dialog.
func (a *Applications) compared(title string, c compare.Comparison) {
	s := a.services.Shell
	var m *widgets.Modal
	ok := widgets.NewButton(tr.T("applications.close", "Close"), func() { m.Close() })
	ok.Importance = widget.HighImportance
	view := compare.View(c, a.services.Pictures, s.Window.Canvas().Scale())
	head := container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), widgets.NewHeading(title))
	body := widgets.NewBorder(head, container.NewHBox(layout.NewSpacer(), ok), nil, nil, view)
	m = s.Modal(s.Fitted(body, fyne.NewSize(900, 640), fyne.NewSquareSize(90)), func() { m.Close() })
}

// askSent asks what was sent, and records it.
func (a *Applications) askSent(id string) {
	app, ok := application.Find(application.Ready(a.project()), id)
	if !ok {
		return
	}
	s := a.services.Shell
	ids, names := []string{""}, []string{tr.T("applications.base-resume", "Base resume")}
	for _, v := range variant.List(a.project()) {
		ids, names = append(ids, v.ID), append(names, v.Name)
	}
	version := widgets.NewSelect(names, nil)
	version.SetSelectedIndex(max(0, slices.Index(ids, app.Variant)))
	day := widgets.NewTextField("")
	day.SetText(a.today().ISO())
	dayField := widgets.NewField(tr.T("applications.day", "Day"), day)
	name := widgets.NewTextField(tr.T("applications.none-chosen", "None chosen"))
	name.Disable()
	path := ""
	choose := widgets.NewButton(tr.T("applications.choose", "Choose…"), func() {
		a.pick(picker.Request{Title: tr.T("applications.the-file-that-was", "The file that was sent")}, false, func(chosen string) {
			path = chosen
			name.SetText(filepath.Base(chosen))
		})
	})
	var m *widgets.Modal
	record := func() {
		d := application.TypedDay(day.Text, a.today())
		if !d.Understood() || d.Day == 0 {
			dayField.SetProblem(tr.T("applications.not-a-day", "Not a day"))
			return
		}
		m.Close()
		at := max(0, version.SelectedIndex())
		app.Variant = ids[at]
		document, _ := a.documentOf(app)
		variantName := ""
		if ids[at] != "" {
			variantName = names[at]
		}
		a.record(id, d, path, variantName, document)
	}
	ok2 := widgets.NewButton(tr.T("applications.record", "Record"), record)
	ok2.Importance = widget.HighImportance
	content := widgets.NewColumn(12, widgets.NewHeading(tr.T("applications.record-what-was-sent-2", "Record what was sent")),
		widgets.NewLabel(tr.T("applications.the-resume-is-kept", "The resume is kept as it is now, with the file's name and fingerprint.")),
		widgets.NewField(tr.T("applications.resume", "Resume"), version), dayField,
		widgets.NewField(tr.T("applications.file-if-there-is", "File, if there is one"), widgets.NewBorder(nil, nil, nil, choose, name)),
		container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("applications.cancel", "Cancel"), func() { m.Close() }), ok2))
	m = s.Modal(container.New(&middleWidth{420}, content), record)
	s.Focus(version)
}

// middleWidth gives a dialog its width.
type middleWidth struct{ width float32 }

// Layout implements fyne.Layout.
func (l *middleWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
}

// MinSize implements fyne.Layout.
func (l *middleWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	objects[0].Resize(fyne.NewSize(l.width, max(1, objects[0].Size().Height)))
	return fyne.NewSize(l.width, objects[0].MinSize().Height)
}

// fileMost bounds a file whose fingerprint is taken, in bytes.
const fileMost = 256 << 20

// record records what was sent: a file, "" for none, made of a document.
func (a *Applications) record(id string, day resume.Date, path, variantName string, document resume.Document) {
	a.services.Shell.Background(tr.T("applications.recording-what-was-sent", "Recording what was sent"), func() func() {
		s := application.Sending{Day: day, Variant: variantName, Document: document, Printed: a.services.Printed(document)}
		var err error
		if path != "" {
			var data []byte
			if data, err = a.services.Disk.Read(path, fileMost); err == nil {
				s.File, s.SHA256 = filepath.Base(path), application.Hash(data)
			}
		}
		return func() {
			if err != nil {
				a.failed(tr.T("applications.couldnt-read", "Couldn't read"), path, err)
				return
			}
			name := ""
			if app, ok := application.Find(application.Ready(a.project()), id); ok {
				name = app.Name()
			}
			if a.edit(tr.T("applications.record-what-was-sent-2", "Record what was sent"), id, func(d resume.Document) (resume.Document, error) { return application.Send(d, id, s) }) {
				a.services.Notice(tr.T("applications.recorded-what-was-sent", "Recorded what was sent to “{{.Name}}”", tr.With{"Name": name}))
			}
		}
	})
}

// MarkSent says that an export can be marked as sent: the applications that are made with
// the variant shown, open, and have got nothing yet. The second result marks it, after asking
// for which one if there are several.
func (a *Applications) MarkSent(path string, now session.Snapshot) (do func(), ok bool) {
	var fit []application.Application
	for _, app := range application.List(application.Ready(now.Project)) {
		if app.Variant == now.Variant && app.Open() && len(app.Sent) == 0 {
			fit = append(fit, app)
		}
	}
	if len(fit) == 0 {
		return nil, false
	}
	name := ""
	if now.View != nil {
		name = now.View.Variant.Name
	}
	mark := func(i int) { a.record(fit[i].ID, a.today(), path, name, now.Document) }
	return func() {
		if len(fit) == 1 {
			mark(0)
			return
		}
		options := make([]shell.Option, len(fit))
		for i, app := range fit {
			options[i] = shell.Option{Group: statusText(app), Title: app.Name()}
		}
		a.services.Shell.Choose(tr.T("applications.sent-to-which-application", "Sent to which application?"), tr.T("applications.search-applications", "Search applications"), options, mark)
	}, true
}

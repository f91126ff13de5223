package app

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/matching"
	"resumax/app/picker"
	"resumax/app/shell"
	"resumax/app/tailor"
	"resumax/app/tr"
	"resumax/exchange/format"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/widgets"
)

// What is beside the posting: the page, the editor of one section.
const (
	showsPage = iota
	showsEditor
)

// tailoring is the Tailor mode: the posting, what is beside it, and the match.
type tailoring struct {
	window  *window
	pane    *tailor.Tailor
	columns *shell.Columns
	mode    *shell.ModeView
	choice  *widgets.Segments
	section *widgets.Dropdown // of the editor
	bar     *fyne.Container   // with these
	beside  *fyne.Container   // the page or the editor
	match   *widgets.StripButton
}

func (w *window) buildMatching() {
	w.matching = matching.New(w.session, matching.Services{
		Clock: w.clock, Judging: w.library.Judging, Options: w.setup.Options,
	}, w.threads)
}

// buildTailor makes the pane of the mode.
func (w *window) buildTailor() {
	w.tailor.window = w
	w.tailor.pane = tailor.New(w.session, tailor.Services{
		Shell: w.shell, Matching: w.matching, Today: w.clock,
		Read: func(ctx context.Context, data []byte, name string) (posting.Posting, error) {
			return posting.Read(ctx, format.Input{Data: data, Name: name, Words: w.reader.Read})
		},
		AskFile:   w.askPosting,
		Clipboard: func() string { return w.fyne.Clipboard().Content() },
		Show:      w.tailor.look,
		Saved:     w.saveApplication,
		Varied:    w.varyApplication,
		Corrected: w.followCorrection,
		AddSkill:  w.addMissing,
		WriteBullet: func(pattern string) {
			w.tailor.show(showsEditor)
			w.panes.editor.InsertBullet(pattern)
		},
	})
}

// addMissing adds a term of a posting to the skills: to the last group of technologies.
func (w *window) addMissing(term string) {
	group := ""
	for _, g := range w.session.Now().Resume.Skills {
		if !g.Hidden && len(g.Keywords) > 0 {
			group = g.Name
		}
	}
	if w.session.Edit(tr.T("tailoring.add-skill", "Add skill"), "/skills", func(d resume.Document) (resume.Document, error) { return withSkill(d, group, term) }) {
		w.offerUndo(tr.T("tailoring.added-to-your-skills", "Added “{{.Term}}” to your skills. Show it in a bullet, too.", tr.With{"Term": term}))
	}
}

func (w *window) buildTailorScreen() {
	t, p := &w.tailor, &w.panes
	t.choice = widgets.NewSegments(tr.T("tailoring.page", "Page"), tr.T("tailoring.editor", "Editor"))
	t.choice.Select(showsPage)
	t.choice.OnSelected = t.show
	t.section = widgets.NewDropdown("", t.chooseSection)
	t.section.Room = 160
	t.beside = container.NewStack(p.preview.Object())
	letter, application := tr.T("tailoring.cover-letter", "Cover letter"), tr.T("tailoring.application", "Application")
	var menu *widgets.IconButton
	menu = widgets.NewIconButton(theme.MoreVerticalIcon(), tr.T("tailoring.letter-and-application", "Cover letter and application"), func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(menu).AddXY(0, menu.Size().Height+2)
		widgets.ShowMenu(w.canvas(), fyne.NewMenu("", fyne.NewMenuItem(letter, w.showLetter), fyne.NewMenuItem(application, w.showApplication)), at)
	})
	t.bar = container.New(tailorBar{}, t.choice, t.section, quietly(letter, w.showLetter), quietly(application, w.showApplication), menu)
	bar := widgets.NewBand(container.NewPadded(t.bar), theme.ColorNameBackground)
	middle := widgets.NewBorder(bar, nil, nil, nil, t.beside)
	fold := func(name string) func() { return func() { t.columns.Toggle(name) } }
	t.match = widgets.NewStripButton("–", widgets.RailItem{Title: tr.T("tailoring.match", "Match")}, fold(columnMatch))
	t.pane.SetFold(container.NewCenter(widgets.NewIconButton(widgets.IconFoldLeft, tr.T("tailoring.fold-posting", "Fold posting"), fold(columnPosting))))
	t.columns = shell.NewColumns(
		shell.Column{Name: columnPosting, Content: t.pane.Posting(), MinWidth: 280, Width: 430, Room: 320, Text: 0.5, Grows: true, Folds: 2,
			Strip: widgets.NewStrip(widgets.NewIconButton(theme.DocumentIcon(), tr.T("tailoring.show-posting", "Show posting"), fold(columnPosting)))},
		shell.Column{Name: columnPage, Content: middle, MinWidth: 320, Width: 520, Grows: true, Room: 350, Folds: 3,
			Strip: widgets.NewStrip(widgets.NewIconButton(theme.DocumentIcon(), tr.T("tailoring.show-page", "Show page"), fold(columnPage)))},
		shell.Column{Name: columnMatch, Content: t.pane.Match(), MinWidth: 290, Width: 340, Room: 300, Text: 0.5, Folds: 1,
			Strip: widgets.NewStrip(widgets.NewIconButton(widgets.IconFoldRight, tr.T("tailoring.show-match", "Show match"), fold(columnMatch)), t.match)})
	t.columns.OnResized = func() { w.prefs.SetWidths(w.screens.width, "tailor", t.columns.Widths()) }
	t.columns.OnWidth = w.resized
	t.mode = &shell.ModeView{Text: tr.T("tailoring.tailor", "Tailor"), View: shell.View{
		Content: t.columns.Object(),
		Name:    w.projectTitle,
		OnEnter: t.enter,
		OnLeave: t.leave,
		OnKey:   t.key,
	}}
	report := w.matching.OnReport
	w.matching.OnReport = func(r *matching.Report) {
		report(r)
		t.match.SetShort(t.pane.Figure())
	}
}

// quietly is a button that stands back.
func quietly(label string, do func()) *widgets.Button {
	b := widgets.NewButton(label, do)
	b.Importance = widget.LowImportance
	return b
}

func (t *tailoring) enter() {
	w := t.window
	w.borrowPage()
	w.panes.preview.SetHighlight(true)
	w.panes.preview.FitWidth()
	w.matching.SetOn(true)
	t.showSection()
	t.columns.Refresh()
	t.beside.Refresh()
	w.shell.Commands.Refresh()
	t.pane.Focus()
}

func (t *tailoring) leave() {
	w := t.window
	w.matching.SetOn(false)
	w.returnPage()
}

func (t *tailoring) key(k *fyne.KeyEvent) bool {
	if t.pane.Key(k) {
		return true
	}
	return t.window.leaveMode(k, t.columns)
}

// on reports whether the mode is shown.
func (t *tailoring) on() bool { return t.window.shell.Screens.Top() == shell.Screen(t.mode) }

// show shows the page or the editor beside the posting.
func (t *tailoring) show(what int) {
	t.choice.Select(what)
	want := t.window.panes.preview.Object()
	if what == showsEditor {
		want = t.window.panes.editor.Object()
	}
	t.showSection()
	if t.beside.Objects[0] != want {
		t.beside.Objects[0] = want
		t.beside.Refresh()
	}
}

// showSection names the section that the editor shows.
func (t *tailoring) showSection() {
	if t.bar == nil { // before the screen is made
		return
	}
	t.section.Hidden = t.choice.Selected() != showsEditor
	t.section.SetText(t.sectionName(t.window.panes.editor.Section()))
	t.bar.Refresh()
}

func (t *tailoring) sectionName(key string) string {
	if s, ok := t.window.session.Now().Resume.Section(key); ok {
		return s.Title
	}
	return tr.T("tailoring.contact", "Contact")
}

// chooseSection lets the user choose the section to edit.
func (t *tailoring) chooseSection() {
	keys := []string{resume.ContactKey}
	for _, s := range t.window.session.Now().Resume.Sections {
		if !s.Removed {
			keys = append(keys, s.Key)
		}
	}
	var items []*fyne.MenuItem
	for _, key := range keys {
		item := fyne.NewMenuItem(t.sectionName(key), func() {
			t.window.panes.editor.Show(key)
			t.window.panes.editor.Focus()
		})
		item.Checked = key == t.window.panes.editor.Section()
		items = append(items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.section).AddXY(0, t.section.Size().Height+2)
	widgets.ShowMenu(t.window.canvas(), fyne.NewMenu("", items...), at)
}

// look shows a place of the resume: on the page, or in the editor if that is beside the
// posting.
func (t *tailoring) look(at resume.Address) {
	t.columns.Show(columnPage)
	if t.choice.Selected() == showsEditor {
		t.window.panes.editor.Reveal(at)
		return
	}
	t.window.session.Focused(at)
}

// reveal shows and focuses the field at an address in the editor beside the posting.
func (t *tailoring) reveal(at resume.Address) {
	t.columns.Show(columnPage)
	t.show(showsEditor)
	t.window.panes.editor.Reveal(at)
}

// askPosting lets the user choose the file of a posting.
func (w *window) askPosting(done func(path string)) {
	answered := w.shell.SystemDialog("posting")
	w.picker.Open(picker.Request{Title: tr.T("tailoring.open-a-job-posting", "Open a job posting"), Folder: w.project.Folder(),
		Filters: []picker.Filter{{Name: tr.T("tailoring.job-postings", "Job postings"), Extensions: postingExtensions}}}, func(path string, err error) {
		answered()
		switch {
		case err != nil:
			w.shell.ShowError(err.Error())
		case path != "":
			done(path)
		}
	})
}

var postingExtensions = []string{"txt", "md", "html", "htm", "pdf", "docx", "json"}

// droppedPosting reads a file that was dropped on the Tailor mode as a posting, unless it
// is a project, and reports whether it did.
func (w *window) droppedPosting(paths []string) bool {
	if !w.tailor.on() || len(paths) != 1 || strings.EqualFold(filepath.Ext(paths[0]), ".json") {
		return false
	}
	w.tailor.pane.OpenFile(paths[0])
	return true
}

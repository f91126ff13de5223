package app

import (
	"image/color"

	"fyne.io/fyne/v2"

	"resumax/app/applications"
	"resumax/app/banner"
	"resumax/app/designer"
	"resumax/app/editor"
	"resumax/app/external"
	"resumax/app/find"
	"resumax/app/gallery"
	"resumax/app/letter"
	"resumax/app/picker"
	"resumax/app/preview"
	"resumax/app/rail"
	"resumax/app/shell"
	"resumax/app/sidebar"
	"resumax/app/start"
	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/score"
	"resumax/storage/file"
	"resumax/storage/folders"
	"resumax/storage/systemfonts"
)

// panes are the parts of the screens. None imports another: what one needs from
// another goes through the window.
type panes struct {
	rail     *rail.Rail
	editor   *editor.Editor
	designer *designer.Designer
	preview  *preview.Preview
	sidebar  *sidebar.Sidebar
	banner   *banner.Banner
	find     *find.Bar
	start    *start.Start
	gallery  *gallery.Gallery
	rolePage *gallery.Page
	pictures *thumbnails.Maker

	applications *applications.Applications
	letter       *letter.Pane
	letterPage   *preview.Preview
}

func (w *window) buildPanes() {
	p := &w.panes
	p.editor = editor.New(w.session, editor.Services{
		PickPhoto: w.pickPhoto,
		Notice:    w.offerUndo,
		ShowError: w.shell.ShowError,
		Rename:    w.renameSection,
		Copy:      func(key string) { w.exporter.CopySection(key) },
		Advice:    w.advice,
		Role:      w.roleName,

		Differences: func(below fyne.CanvasObject, changes []variant.Change) { w.variants.ShowDifferences(below, changes) },
		EditOutside: w.editOutside,
		OnKey:       w.shell.Key,
		OnSection: func(key string) {
			if f := w.session.Focus(); f != "" && w.session.Now().Resume.SectionOf(f) != key {
				w.session.Focused("") // the page highlights nothing of another section
			}
			p.rail.Refresh()
			p.sidebar.Section(key)
			w.tailor.showSection()
		},
	})
	p.rail = rail.New(w.session, rail.Services{
		Section: p.editor.Section,
		Show: func(key string) {
			w.show(w.screens.write)
			p.editor.Show(key)
			p.editor.Focus()
		},
		Menu:        p.editor.SectionMenu,
		AskText:     w.shell.AskText,
		Rename:      p.editor.RenameSection,
		Differences: func(below fyne.CanvasObject, changes []variant.Change) { w.variants.ShowDifferences(below, changes) },
		Fold:        func() { w.toggleColumn(columnRail) },
	})
	p.designer = designer.New(w.session, designer.Services{
		Options:  w.setup.Options,
		Designs:  w.library.Designs,
		Faults:   w.library.DesignFaults,
		Families: func() []string { return systemfonts.Library().Families() },
		Samples:  systemfonts.Samples,
		Today:    w.clock,
		SaveAs:   w.saveDesign,
	}, w.threads)
	p.preview = preview.New(w.session, preview.Services{
		Options: w.setup.Options,
		Designs: w.library.Designs,
		Looks: preview.Looks{Accents: designer.Accents()[:8], SetFamily: p.designer.SetFamily, SetAccent: p.designer.SetAccent,
			Now: func() (string, color.NRGBA) { l := p.designer.Look(); return l.Family, l.Accent }},
		Edit: func(at layout.Caret, word bool) {
			if w.prepare.on() {
				w.prepare.pane.ShowLine(at.Address)
				return
			}
			w.session.Reveal(at.Address)
			p.editor.PlaceCaret(at.Address, at.Text, at.At, word)
		},
		Grown: w.offerFit,
		Shown: func(revision int, d *layout.Document) {
			w.shell.Trace.Write("page", trace.Members{"revision": revision, "pages": len(d.Pages)})
			p.sidebar.ShowProblems(d.Problems)
			p.designer.ShowPages(len(d.Pages))
		},
	}, w.threads)
	p.sidebar = sidebar.New(w.session, sidebar.Services{
		Apply: w.scoring.Apply, AddWord: w.dictionary().Add, Roles: w.library.Roles,
		ChooseRole: w.chooseRole, Insert: p.editor.InsertBullet, AddSkill: w.addSkill,
		Select: p.editor.Select,
		Ask: func(c score.Card) {
			w.scoring.ApplyCard(c, func() { p.editor.SelectSlot(c.Address) })
		},
	})
	p.banner = banner.New(w.shell.Dialogs, w.session.Reveal, func() resume.Labels { return w.session.Now().Document.Labels() })
	p.find = find.New(w.session, find.Services{
		Hold: p.editor.Hold, Release: p.editor.Release, Leave: p.editor.FocusHeld, Mark: p.preview.ShowFound,
		Focus: func(f fyne.Focusable) { w.shell.Focus(f) }, Notice: w.offerUndo, OnKey: w.shell.Key,
		Resized: func() { w.screens.write.Content.Refresh() }, // Fyne loses the new size of one part where another changes too
	})
	w.buildLetter()
	w.buildStartPanes()
}

// buildStartPanes makes the start screen and the pages of roles.
func (w *window) buildStartPanes() {
	p := &w.panes
	pictures := thumbnails.New(w.threads, w.setup.Plain)
	p.pictures = pictures
	p.gallery = gallery.New(gallery.Services{
		Roles:    w.library.Roles,
		Faults:   w.library.RoleFaults,
		Pictures: pictures,
		Open:     w.showRole,
		Blank:    w.newBlank,
		Leave:    func() { w.shell.Screens.Pop() },
	})
	p.rolePage = gallery.NewPage(gallery.PageServices{Pictures: pictures, Back: func() { w.shell.Screens.Pop() },
		Start: w.newFromRole, Apply: w.applyRole, ApplyTo: w.applyTo})
	p.start = start.New(start.Services{
		Recent:   w.prefs.Recent,
		Forget:   w.prefs.Forget,
		OpenFile: w.project.Open,
		Open:     w.project.AskOpen,
		Blank:    func() { w.newBlank("") },
		Sample:   w.openSample,
		Load: func(path string) *resume.Resume {
			f, err := file.Load(path)
			if err != nil {
				return nil
			}
			return f.Document.Resume()
		},
		Pictures: pictures,
		Threads:  w.threads,
	}, p.gallery)
	p.gallery.OnNothing = func(nothing bool) { p.start.SetPrimary(!nothing) }
}

// renameSection lets the user rename a section in the list of sections.
func (w *window) renameSection(key string) {
	w.show(w.screens.write)
	w.screens.writing.Show(columnRail)
	fyne.Do(func() { w.panes.rail.Rename(key) }) // a menu that led here takes the focus away yet
}

// offerFit offers to fit a resume that has grown to the pages it had.
func (w *window) offerFit(pages, had int) {
	w.shell.Toaster.Show(designer.NowPages(pages), designer.FitTo(had), func() { designer.Fit(w.session, had) })
}

// offerUndo shows a toast with an Undo button.
func (w *window) offerUndo(text string) {
	w.shell.Toaster.Show(text, tr.T("panes.undo", "Undo"), func() { w.session.Undo() })
}

func (w *window) pickPhoto(done func(path string)) {
	answered := w.shell.SystemDialog("photo")
	w.picker.Open(picker.Request{Title: tr.T("panes.choose-a-photo", "Choose a photo"), Folder: w.project.Folder(),
		Filters: []picker.Filter{{Name: tr.T("panes.images", "Images"), Extensions: []string{"png", "jpg", "jpeg"}}}}, func(path string, err error) {
		answered()
		switch {
		case err != nil:
			w.shell.ShowError(err.Error())
		case path != "":
			done(path)
		}
	})
}

func (w *window) canvas() fyne.Canvas { return w.shell.Window.Canvas() }

// editOutside opens a text in the system's text editor.
func (w *window) editOutside(name, text string, saved, failed func(string)) (done func() string) {
	e, err := external.Open(external.System, folders.State("external"), external.Text{Name: name, Text: text,
		Saved:  func(text string) { w.threads.Post(func() { saved(text) }) },
		Failed: func(err error) { w.threads.Post(func() { failed(shell.Sentence(err.Error())) }) },
	})
	if err != nil {
		failed(shell.Sentence(err.Error()))
		return func() string { return text }
	}
	return e.Done
}

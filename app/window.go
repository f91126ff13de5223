package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/designer"
	"resumax/app/editor"
	"resumax/app/picker"
	"resumax/app/preview"
	"resumax/app/sidebar"
	"resumax/render/design"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/systemfonts"
	"resumax/widgets"
)

// The panes from left to right.
const (
	paneRail = iota
	paneEditor
	panePage
	paneScore
)

// Below these widths of the window a pane folds away by itself: the form and
// the page need the room more.
const (
	scoreNeeds = 1180
	pageNeeds  = 840
)

// folding is what the user wants to see, where there is room.
type folding struct {
	page, score bool
	width       float32
}

func (w *window) buildPanes() {
	w.session.OnReveal(w.reveal) // before the editor, which gives the focus to what is shown
	w.editor = editor.New(w.session, editor.Services{
		PickPhoto: w.pickPhoto,
		Notice:    func(text string) { w.toaster.Show(text, "Undo", func() { w.session.Undo() }) },
		Say:       w.say,
		AskTitle:  w.askTitle,
		Advice:    w.advice,
		OnKey:     w.functionKey,
		OnSection: func(key string) {
			w.rail.refresh()
			w.sidebar.Section(key)
		},
	})
	w.designer = designer.New(w.session, designer.Services{
		Options:  w.options,
		Designs:  func() design.List { return w.designs },
		Faults:   func() []error { return w.faults },
		Families: func() []string { return systemfonts.Library().Families() },
		SaveAs:   w.saveDesign,
	}, w.threads)
	w.designer.Object().Hide()
	w.preview = preview.New(w.session, preview.Services{
		Options: w.options,
		Designs: func() design.List { return w.designs },
		Export:  func() { w.menus.open(func() { w.export(formatPDF) })() },
		Shown: func(revision int, d *layout.Document) {
			w.trace.write("page", map[string]any{"revision": revision, "pages": len(d.Pages)})
			w.sidebar.ShowProblems(d.Problems)
		},
	}, w.threads)
	w.sidebar = sidebar.New(w.session, sidebar.Services{Apply: w.apply, AddWord: w.addWord,
		Roles: func() role.List { return w.roles }, ChooseRole: w.chooseRole, Insert: w.insertBullet, AddSkill: w.addSkill})
	w.rail = newRail(w)
	w.banner = newBanner(w)

	w.panes = widgets.NewPanes(
		widgets.Pane{Content: narrow(w.rail.root), MinWidth: 130, Width: 168},
		widgets.Pane{Content: narrow(container.NewStack(w.editor.Object(), w.designer.Object())), MinWidth: 360, Width: 420, Grows: true},
		widgets.Pane{Content: narrow(w.preview.Object()), MinWidth: 320, Width: 470, Grows: true},
		widgets.Pane{Content: narrow(w.sidebar.Object()), MinWidth: 260, Width: 310},
	)
	w.panes.OnResized = func() { w.prefs.keepWidths(w.panes.Widths()) }
	if widths := w.prefs.widths(); widths != nil {
		w.panes.SetWidths(widths)
	}
	w.wanted = folding{page: w.prefs.store.BoolWithFallback(prefPage, true), score: w.prefs.store.BoolWithFallback(prefScore, true)}
	w.preview.Restore(w.prefs.store.Float(prefZoom))
	w.desk = container.New(&watched{resized: w.fold}, container.NewBorder(w.banner.root, nil, nil, nil, w.panes))
}

// narrow lets a pane be as narrow as the panes say, whatever it holds asks for.
func narrow(o fyne.CanvasObject) fyne.CanvasObject { return container.New(anyWidth{}, o) }

type anyWidth struct{}

func (anyWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (anyWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// watched fills the room with its objects and tells of every new width.
type watched struct{ resized func(width float32) }

func (l *watched) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.resized(size.Width)
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l *watched) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}

// fold shows the panes that the user wants and that the width has room for.
func (w *window) fold(width float32) {
	w.wanted.width = width
	page := w.wanted.page && (width >= pageNeeds || width == 0)
	score := w.wanted.score && (width >= scoreNeeds || !page && width >= pageNeeds || width == 0)
	if page != w.panes.Shown(panePage) {
		w.panes.SetVisible(panePage, page)
	}
	if score != w.panes.Shown(paneScore) {
		w.panes.SetVisible(paneScore, score)
	}
}

// togglePage shows the page or hides it; in a narrow window it takes the
// place of the score.
func (w *window) togglePage() {
	shown := w.panes.Shown(panePage)
	w.wanted.page = !shown
	if !shown && w.wanted.width < scoreNeeds {
		w.wanted.score = false
	}
	w.refold()
}

// toggleScore shows the score or hides it; in a narrow window it takes the
// place of the page.
func (w *window) toggleScore() {
	shown := w.panes.Shown(paneScore)
	w.wanted.score = !shown
	if !shown && w.wanted.width < scoreNeeds {
		w.wanted.page = false
	}
	w.refold()
}

func (w *window) refold() {
	w.fold(w.wanted.width)
	w.prefs.store.SetBool(prefPage, w.wanted.page)
	w.prefs.store.SetBool(prefScore, w.wanted.score)
	w.menus.refresh()
}

// keepState remembers how the window stands.
func (w *window) keepState() {
	w.prefs.keepSize(w.win.Canvas().Size())
	w.prefs.store.SetFloat(prefZoom, w.preview.State())
	w.prefs.keepWidths(w.panes.Widths())
}

func (w *window) pickPhoto(done func(path string)) {
	w.busy = true
	w.picker.Open(picker.Request{Title: "Choose a picture", Folder: w.folder(),
		Filters: []picker.Filter{{Name: "Pictures", Extensions: []string{"png", "jpg", "jpeg"}}}}, func(path string, err error) {
		w.busy = false
		switch {
		case err != nil:
			w.say(err.Error())
		case path != "":
			done(path)
		}
	})
}

// advice is what the role's pack says to write in a section.
func (w *window) advice(key string) []string {
	p, ok := w.roles.Find(w.session.Now().Resume.Meta.Role)
	if !ok {
		p, ok = w.roles.Find(w.last.report.Role) // the one that was guessed
	}
	if !ok {
		return nil
	}
	return p.Prompts(key)
}

// sectionOf is the key of the section that an address lies in, for the rail.
func sectionOf(r *resume.Resume, a resume.Address) string {
	if a.Within(resume.Summary) {
		return resume.SummaryKey
	}
	if a.Within(resume.Basics) {
		return editor.Contact
	}
	for _, s := range r.Sections {
		if a.Within(s.Address) {
			return s.Key
		}
	}
	return ""
}

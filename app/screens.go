package app

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"resumax/app/preferences"
	"resumax/app/preview"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

// The names of columns.
const (
	columnRail   = "rail"
	columnEditor = "editor"
	columnDesign = "design"
	columnPage   = "page"
	columnScore  = "score"

	columnPosting = "posting"
	columnMatch   = "match"

	columnCards = "cards"
	columnCard  = "card"
)

// screens are the screens of the window.
type screens struct {
	start    *shell.View
	rolePage *shell.View
	write    *shell.ModeView
	design   *shell.ModeView
	letter   *shell.ModeView

	applications *shell.ModeView

	before *shell.ModeView // the mode from which the letter or the applications were shown

	from *shell.ModeView // the mode from which a line was chosen to be edited in Write, until Write is left

	writing, designing *shell.Columns // of these modes
	width              preferences.Width
	zoom               string               // of the page in Write, while Design shows it whole; "" in Write
	score              *widgets.StripButton // on the strip of the folded score
}

func (w *window) buildScreens() {
	s, p := &w.screens, &w.panes
	plain := func() string { return "ResuMax" }
	s.start = &shell.View{Content: p.start.Object(), Name: plain, OnEnter: w.enterStart,
		OnType: func() { w.shell.Focus(w.panes.gallery.Search()) }}
	s.rolePage = &shell.View{Content: p.rolePage.Object(), Name: plain,
		OnEnter: func() { w.shell.Focus(nil) }} // so that Escape goes back

	w.buildColumns()
	w.buildTailorScreen()
	w.buildPrepareScreen()
	w.buildApplicationsScreen()
	s.write = &shell.ModeView{Text: tr.T("screens.write", "Write"), View: shell.View{
		Content: widgets.NewBorder(container.NewVBox(p.find.Object(), p.banner.Object(), w.variants.Band()), nil, nil, nil, s.writing.Object()),
		Name:    w.projectTitle,
		OnEnter: func() {
			s.writing.Refresh()
			p.rail.Refresh()
			p.editor.Focus()
		},
		OnLeave: func() {
			s.from = nil
			p.find.Close()
		},
		OnType: p.editor.Focus,
		OnKey:  w.writeKey,
	}}
	s.design = &shell.ModeView{Text: tr.T("screens.design", "Design"), View: shell.View{
		Content: s.designing.Object(),
		Name:    w.projectTitle,
		OnEnter: w.enterDesign,
		OnLeave: w.leaveDesign,
		OnKey:   w.designKey,
	}}
	s.letter = w.letterScreen()
}

// buildColumns makes the columns of the modes. At 1440 units a page has 69 % of its
// size, at 1024 some 62 %.
func (w *window) buildColumns() {
	s, p := &w.screens, &w.panes
	page := shell.Column{Name: columnPage, Content: p.preview.Object(), MinWidth: 320, Width: 580, Grows: true, Room: 470}
	foldable := page
	foldable.Folds = 3
	foldable.Strip = widgets.NewStrip(widgets.NewIconButton(theme.DocumentIcon(), tr.T("screens.show-page", "Show page"), func() { w.toggleColumn(columnPage) }))
	s.score = widgets.NewStripButton("–", widgets.RailItem{Title: tr.T("screens.score-show-what-to", "Score: show what to change")}, func() { w.toggleColumn(columnScore) })
	score := widgets.NewStrip(widgets.NewIconButton(widgets.IconFoldRight, tr.T("screens.show-score-and-guide", "Show score and guide"), func() { w.toggleColumn(columnScore) }), s.score)
	fold := widgets.NewIconButton(widgets.IconFoldRight, tr.T("screens.fold-score-and-guide", "Fold score and guide"), func() { w.toggleColumn(columnScore) })
	p.sidebar.SetAction(fold)
	rail := railWidth()
	s.writing = shell.NewColumns(
		shell.Column{Name: columnRail, Content: p.rail.Object(), MinWidth: 130, Width: rail, Room: rail, Text: 1, Folds: 1, Strip: p.rail.Strip(), Opened: p.rail.Focus},
		shell.Column{Name: columnEditor, Content: p.editor.Object(), MinWidth: 350, Width: 560 - rail, Grows: true, Room: 360, Text: 0.5},
		foldable,
		shell.Column{Name: columnScore, Content: p.sidebar.Object(), MinWidth: 260, Width: 280, Room: 280, Text: 0.5, Folds: 2, Strip: score})
	page.MinWidth = 300
	s.designing = shell.NewColumns(
		shell.Column{Name: columnDesign, Content: p.designer.Object(), MinWidth: 360, Width: 400, Room: 360, Text: 1}, page)
	s.writing.OnResized = func() { w.prefs.SetWidths(s.width, "write", s.writing.Widths()) }
	s.designing.OnResized = func() { w.prefs.SetWidths(s.width, "design", s.designing.Widths()) }
	s.writing.OnToggled = func() {
		w.prefs.SetHidden(s.width, s.writing.Hidden())
		w.shell.Commands.Refresh()
	}
	s.writing.OnWidth, s.designing.OnWidth = w.resized, w.resized
	w.session.OnFocus(func(resume.Address) { s.writing.CloseDrawer(columnRail, columnPage) }) // it lies over the form
}

// railWidth is the width in which the list of sections shows the longest word of their usual names, at the usual size of
// text: columns grow with that.
func railWidth() float32 {
	width := float32(150)
	usual := theme.TextSize() / widgets.WithText(1)
	for _, key := range []string{"summary", "work", "projects", "skills", "education", "certificates", "publications", "volunteer"} {
		for _, word := range strings.Fields(resume.WordingIn(tr.Current()).Title(key)) {
			width = max(width, fyne.MeasureText(word, usual, fyne.TextStyle{Bold: true}).Width+widgets.RailRowSides+2*theme.Padding())
		}
	}
	return width
}

// wideColumns are the first widths of the columns in a wide window.
var wideColumns = map[string][]float32{"write": {170, 560, 980, 320}, "design": {460, 1200}, "tailor": {620, 1100, 460}, "prepare": {460, 860, 1100}}

// resized restores what belongs to the window's size, when that has become one of
// another class.
func (w *window) resized(width float32) {
	s, class := &w.screens, preferences.WidthOf(width)
	if width == 0 || class == s.width {
		return
	}
	w.keepZoom()
	s.width = class
	for mode, columns := range map[string]*shell.Columns{"write": s.writing, "design": s.designing, "tailor": w.tailor.columns, "prepare": w.prepare.columns} {
		widths := w.prefs.Widths(class, mode)
		if widths == nil && class == preferences.Wide {
			widths = wideColumns[mode]
		}
		columns.SetWidths(widths)
	}
	s.writing.SetHidden(w.prefs.Hidden(class))
	zoom := w.prefs.Zoom(class)
	if zoom == "" && class == preferences.Wide {
		zoom = preview.StateFitPage
	}
	if s.zoom != "" {
		s.zoom = cmp.Or(zoom, preview.StateFitWidth)
		return
	}
	w.panes.preview.Restore(zoom)
}

// keepZoom saves the zoom for windows like this one.
func (w *window) keepZoom() {
	if w.screens.width != "" {
		w.prefs.SetZoom(w.screens.width, cmp.Or(w.screens.zoom, w.panes.preview.State()))
	}
}

// projectTitle is the window's title in every mode.
func (w *window) projectTitle() string {
	mark := ""
	if w.session.File().Dirty {
		mark = "• "
	}
	name := w.project.Name()
	if v := w.variants.Name(); v != "" {
		name += " · " + v
	}
	return mark + tr.T("screens.window-title", "{{.Name}} – ResuMax", tr.With{"Name": name})
}

func (w *window) enterStart() {
	w.panes.start.Paint(w.canvas().Scale())
	w.shell.Focus(w.panes.gallery.Search())
}

// enterDesign reloads the designs, and shows the page without the focus highlight.
func (w *window) enterDesign() {
	w.library.ReloadDesigns()
	w.panes.designer.SetShown(true)
	w.borrowPage()
	w.panes.preview.FitPage()
	w.screens.designing.Refresh()
	w.shell.Commands.Refresh()
	w.panes.designer.Focus()
}

func (w *window) leaveDesign() {
	w.panes.designer.SetShown(false)
	w.returnPage()
}

// borrowPage makes the page of Write that of another mode, and returnPage gives it back with the
// zoom that it had.
func (w *window) borrowPage() {
	w.panes.preview.SetWriting(false)
	w.screens.zoom = w.panes.preview.State()
}

func (w *window) returnPage() {
	w.panes.preview.SetWriting(true)
	w.panes.preview.Restore(w.screens.zoom)
	w.screens.zoom = ""
}

// leaveMode folds the drawer of a mode's columns for Escape, or goes back to Write.
func (w *window) leaveMode(k *fyne.KeyEvent, columns *shell.Columns) bool {
	if k.Name != fyne.KeyEscape {
		return false
	}
	if !columns.CloseDrawer() {
		w.show(w.screens.write)
	}
	return true
}

// writeKey closes the find bar, or the drawer, for Escape, or goes back to where the line being edited was
// chosen.
func (w *window) writeKey(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape && w.panes.find.IsOpen() {
		w.panes.find.Leave()
		return true
	}
	if k.Name != fyne.KeyEscape {
		return false
	}
	if !w.screens.writing.CloseDrawer() && w.screens.from != nil {
		w.show(w.screens.from)
		return true
	}
	return false
}

// find opens the find bar, for the text that is selected in the focused field.
func (w *window) find(replace bool) {
	text := ""
	if f, ok := w.canvas().Focused().(*widgets.TextField); ok {
		text = f.SelectedText()
	}
	w.show(w.screens.write)
	w.panes.find.Open(text, replace)
}

// findStep shows the next match, or the previous one where by is -1.
func (w *window) findStep(by int) {
	w.show(w.screens.write)
	w.panes.find.Step(by)
}

// designKey goes back to Write for Escape.
func (w *window) designKey(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape {
		w.show(w.screens.write)
		return true
	}
	return false
}

// leadTo shows a mode that the header's switch lacks, from which Escape leads back.
func (w *window) leadTo(m *shell.ModeView) {
	if top, ok := w.shell.Screens.Top().(*shell.ModeView); ok && top != w.screens.letter && top != w.screens.applications {
		w.screens.before = top
	}
	w.show(m)
}

// back shows the mode that led to the one that is shown.
func (w *window) back() {
	before := w.screens.before
	if before == nil {
		before = w.screens.write
	}
	w.show(before)
}

// nextMode shows the next mode.
func (w *window) nextMode() {
	modes := []*shell.ModeView{w.screens.write, w.screens.design, w.tailor.mode, w.prepare.mode}
	for i, m := range modes {
		if w.shell.Screens.Top() == shell.Screen(m) {
			w.show(modes[(i+1)%len(modes)])
			return
		}
	}
}

// showScore shows the Score tab.
func (w *window) showScore() {
	w.show(w.screens.write)
	w.screens.writing.Show(columnScore)
	w.panes.sidebar.ShowScore()
}

// showRole shows the page of a role.
func (w *window) showRole(p *role.Pack) {
	if !w.shell.Free() {
		return
	}
	w.panes.rolePage.Show(p, w.panes.gallery.Level(), w.canvas().Scale())
	w.shell.Screens.Push(w.screens.rolePage)
}

// showRoles shows the start screen above the open project.
func (w *window) showRoles() {
	w.panes.start.SetBack(w.project.Name(), func() { w.shell.Screens.Pop() })
	w.panes.gallery.Clear()
	w.shell.Screens.Push(w.screens.start)
}

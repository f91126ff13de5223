package app

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/preferences"
	"resumax/app/shell"
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
)

// screens are the screens of the window.
type screens struct {
	start    *shell.View
	rolePage *shell.View
	write    *shell.ModeView
	design   *shell.ModeView

	writing, designing *shell.Columns // of these modes
}

func (w *window) buildScreens() {
	s, p := &w.screens, &w.panes
	plain := func() string { return "ResuMax" }
	s.start = &shell.View{Content: p.start.Object(), Name: plain, OnEnter: w.enterStart}
	s.rolePage = &shell.View{Content: p.rolePage.Object(), Name: plain,
		OnEnter: func() { w.shell.Focus(nil) }} // so that Escape goes back

	page := shell.Column{Name: columnPage, Content: p.preview.Object(), MinWidth: 320, Width: 470, Grows: true, Room: 340}
	hideable := page
	hideable.Hides = true
	s.writing = shell.NewColumns(w.prefs.Hidden(),
		shell.Column{Name: columnRail, Content: p.rail.Object(), MinWidth: 130, Width: 168, Room: 130},
		shell.Column{Name: columnEditor, Content: p.editor.Object(), MinWidth: 360, Width: 420, Grows: true, Room: 370},
		hideable,
		shell.Column{Name: columnScore, Content: p.sidebar.Object(), MinWidth: 260, Width: 310, Room: 340, Hides: true})
	s.designing = shell.NewColumns(nil,
		shell.Column{Name: columnDesign, Content: p.designer.Object(), MinWidth: 360, Width: 420, Room: 360}, page)
	s.write = &shell.ModeView{Text: "Write", View: shell.View{
		Content: widgets.NewBorder(container.NewVBox(p.find.Object(), p.banner.Object()), nil, nil, nil, s.writing.Object()),
		Name:    w.projectTitle,
		OnEnter: func() {
			s.writing.Refresh()
			p.rail.Refresh()
			p.editor.Focus()
		},
		OnLeave: p.find.Close,
		OnKey:   w.writeKey,
	}}
	s.design = &shell.ModeView{Text: "Design", View: shell.View{
		Content: s.designing.Object(),
		Name:    w.projectTitle,
		OnEnter: w.enterDesign,
		OnLeave: w.leaveDesign,
		OnKey:   w.designKey,
	}}
	w.restoreColumns("write", s.writing)
	w.restoreColumns("design", s.designing)
	s.writing.OnToggled = func() {
		w.prefs.SetHidden(s.writing.Hidden())
		w.shell.Commands.Refresh()
	}
}

func (w *window) restoreColumns(mode string, c *shell.Columns) {
	c.SetWidths(w.prefs.Widths(mode))
	c.OnResized = func() { w.prefs.SetWidths(mode, c.Widths()) }
}

func (s *screens) keepWidths(p preferences.Store) {
	p.SetWidths("write", s.writing.Widths())
	p.SetWidths("design", s.designing.Widths())
}

// projectTitle is the window's title in every mode.
func (w *window) projectTitle() string {
	mark := ""
	if w.session.File().Dirty {
		mark = "• "
	}
	return fmt.Sprintf("%s%s – ResuMax", mark, w.project.Name())
}

func (w *window) enterStart() {
	w.panes.start.Paint(w.canvas().Scale())
	w.shell.Focus(w.panes.gallery.Search())
}

// enterDesign reloads the designs, and shows the page without the focus highlight.
func (w *window) enterDesign() {
	w.library.ReloadDesigns()
	w.panes.designer.SetShown(true)
	w.panes.preview.SetMarked(false)
	w.screens.designing.Refresh()
	w.shell.Commands.Refresh()
}

func (w *window) leaveDesign() {
	w.panes.designer.SetShown(false)
	w.panes.preview.SetMarked(true)
}

// writeKey closes the find bar for Escape.
func (w *window) writeKey(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape && w.panes.find.IsOpen() {
		w.panes.find.Leave()
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

// switchMode switches between Write and Design.
func (w *window) switchMode() {
	if w.shell.Screens.Top() == shell.Screen(w.screens.design) {
		w.show(w.screens.write)
		return
	}
	w.show(w.screens.design)
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
	w.shell.Screens.Push(w.screens.start)
}

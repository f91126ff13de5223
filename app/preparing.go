package app

import (
	"bytes"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/exporting"
	"resumax/app/help"
	"resumax/app/preferences"
	"resumax/app/prepare"
	"resumax/app/preparing"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/interview/sheet"
	"resumax/render"
	page "resumax/render/layout"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

// prepareMode is the mode in which one prepares for an interview: the questions, one of them,
// and the page.
type prepareMode struct {
	window  *window
	service *preparing.Preparing
	pane    *prepare.Pane
	columns *shell.Columns
	mode    *shell.ModeView
	page    *fyne.Container
	ready   *widgets.StripButton
}

// buildPrepare makes the service and the pane of the mode.
func (w *window) buildPrepare() {
	m := &w.prepare
	m.window = w
	m.service = preparing.New(w.session, preparing.Services{Clock: w.clock, Posting: w.matching.Posting,
		Role: func() *role.Pack {
			pack, _ := w.scoring.Role(w.library.Roles())
			return pack
		}}, w.threads)
	m.pane = prepare.New(w.session, prepare.Services{
		Shell: w.shell, Preparing: m.service, Today: w.clock, OnKey: w.shell.Key,
		Show: w.session.Focused,
		Look: func(at resume.Address) {
			m.columns.Show(columnPage)
			w.session.Focused(at)
		},
		Edit: func(at resume.Address) {
			w.show(w.screens.write)
			w.session.Reveal(at)
			w.screens.from = m.mode // to which Escape leads back
		},
		Write:  func() { w.show(w.screens.write) },
		Tailor: func() { w.show(w.tailor.mode) },
		Brief:  func() { w.showSheet(true) },
		List:   func() { w.showSheet(false) },
		Why:    func() { help.ShowPrepare(w.shell) },
	})
}

func (w *window) buildPrepareScreen() {
	m, p := &w.prepare, &w.panes
	fold := func(name string) func() { return func() { m.columns.Toggle(name) } }
	m.ready = widgets.NewStripButton("–", widgets.RailItem{Title: tr.T("preparing.readiness", "Readiness")}, fold(columnCards))
	m.page = container.NewStack(p.preview.Object())
	m.columns = shell.NewColumns(
		shell.Column{Name: columnCards, Content: m.pane.List(), MinWidth: 320, Width: 360, Room: 320, Text: 0.8, Folds: 2,
			Strip: widgets.NewStrip(widgets.NewIconButton(widgets.IconFoldLeft, tr.T("preparing.show-questions", "Show questions"), fold(columnCards)), m.ready)},
		shell.Column{Name: columnCard, Content: m.pane.Card(), MinWidth: 360, Width: 520, Room: 420, Grows: true, Text: 0.5},
		shell.Column{Name: columnPage, Content: m.page, MinWidth: 320, Width: 540, Room: 380, Grows: true, Folds: 1,
			Strip: widgets.NewStrip(widgets.NewIconButton(theme.DocumentIcon(), tr.T("preparing.show-page", "Show page"), fold(columnPage)))})
	m.columns.OnResized = func() { w.prefs.SetWidths(w.screens.width, "prepare", m.columns.Widths()) }
	m.columns.OnWidth = w.resized
	m.mode = &shell.ModeView{Text: tr.T("preparing.prepare", "Prepare"), View: shell.View{
		Content: m.columns.Object(),
		Name:    w.projectTitle,
		OnEnter: m.enter,
		OnLeave: m.leave,
		OnKey:   m.key,
	}}
	report := m.service.OnReport
	m.service.OnReport = func(r *preparing.Report) {
		report(r)
		m.ready.SetShort(m.pane.Figure())
	}
}

// on reports whether the mode is shown.
func (m *prepareMode) on() bool {
	return m.mode != nil && m.window.shell.Screens.Top() == shell.Screen(m.mode)
}

func (m *prepareMode) enter() {
	w := m.window
	w.borrowPage()
	w.panes.preview.SetHighlight(true)
	w.panes.preview.FitWidth()
	if w.screens.width == preferences.Wide { // the whole page is large enough there
		w.panes.preview.FitPage()
	}
	m.pane.SetShown(true)
	m.service.Settle(settleTime)
	m.columns.Refresh()
	m.page.Refresh()
	w.shell.Commands.Refresh()
	m.pane.Focus()
}

func (m *prepareMode) leave() {
	w := m.window
	m.pane.SetShown(false)
	w.returnPage()
}

func (m *prepareMode) key(k *fyne.KeyEvent) bool {
	if m.pane.Key(k) {
		return true
	}
	return m.window.leaveMode(k, m.columns)
}

// showClaim shows a number of the ledger that cannot be defended.
func (w *window) showClaim(id string) {
	w.show(w.prepare.mode)
	w.prepare.pane.ShowClaim(id)
}

// blocked are the numbers of the resume shown that the user cannot defend.
func (w *window) blocked() []interview.Claim {
	now := w.session.Now()
	return interview.Blocked(now.Document, prep.Of(now.Project))
}

// blockedIn are those that a letter says again.
func (w *window) blockedIn(texts []interview.Letter) []interview.Claim {
	now := w.session.Now()
	return interview.BlockedIn(now.Document, prep.Of(now.Project), texts)
}

// sheetInput is what sheets are made of.
func (w *window) sheetInput() (sheet.Input, bool) {
	w.prepare.service.Settle(settleTime)
	r := w.prepare.service.Last()
	if r == nil {
		return sheet.Input{}, false
	}
	in := sheet.Input{Name: r.Snapshot.Resume.Basics.Name, Report: r.Report, Prep: r.Prep}
	if r.Posting != nil {
		in.Title, in.Firm = r.Posting.Title, r.Posting.Company
	}
	return in, true
}

// showSheet shows the brief for the day, or the list of all questions, to be printed or
// exported.
func (w *window) showSheet(brief bool) {
	in, ok := w.sheetInput()
	if !ok {
		return
	}
	name, made := "questions", sheet.List(in)
	if brief {
		name, made = "brief", sheet.Brief(in, 0)
	}
	now := w.session.Now()
	var m *widgets.Modal
	export := func(title, ext string, make func() ([]byte, error)) func() {
		return func() {
			m.Close()
			w.exporter.ExportMade(exporting.Made{Suffix: name, Format: title, Extension: ext, Make: make})
		}
	}
	pages := func() *page.Document { return w.sheetPages(in, brief, now) }
	pdf := func() ([]byte, error) {
		var b bytes.Buffer
		err := render.PDF(&b, pages())
		return b.Bytes(), err
	}
	printed := widgets.NewButtonWithIcon(tr.T("preparing.print", "Print…"), theme.DocumentPrintIcon(), func() {
		m.Close()
		w.exporter.PrintMade(name, pages)
	})
	main := widgets.NewButton(tr.T("preparing.export-pdf", "Export PDF…"), export("PDF", "pdf", pdf))
	main.Importance = widget.HighImportance
	text := widgets.NewReader(widgets.NewMarkedText(linesOf(made)))
	size := fyne.NewSize(sheetWidth, sheetHeight)
	buttons := container.NewHBox(
		widgets.NewButton(tr.T("preparing.markdown", "Markdown…"), export("Markdown", "md", func() ([]byte, error) { return []byte(made.Markdown()), nil })),
		widgets.NewButton(tr.T("preparing.copy", "Copy"), func() {
			w.fyne.Clipboard().SetContent(made.Text())
			w.shell.Toaster.Show(tr.T("preparing.copied-the-sheet", "Copied “{{.Sheet}}” as plain text", tr.With{"Sheet": tr.UpperFirst(tr.Word(name))}), "", nil)
		}),
		layout.NewSpacer(), widgets.NewButton(tr.T("preparing.close", "Close"), func() { m.Close() }), printed, main)
	m = w.shell.Modal(widgets.NewColumn(12, w.shell.Fitted(text, size, fyne.NewSize(80, 150)), buttons),
		export("PDF", "pdf", pdf))
}

// The size of a sheet on the screen, in Fyne's units.
const (
	sheetWidth  = 720
	sheetHeight = 760
)

// linesOf is a sheet as it is read on the screen.
func linesOf(s sheet.Sheet) []widgets.MarkedLine {
	lines := []widgets.MarkedLine{{Text: s.Title, Heading: 1}}
	if s.About != "" {
		lines = append(lines, widgets.MarkedLine{Text: s.About})
	}
	for _, sec := range s.Sections {
		lines = append(lines, widgets.MarkedLine{Text: sec.Heading, Heading: 2, Gap: true})
		for _, e := range sec.Entries {
			head := e.Head
			if e.Aside != "" && head != "" {
				head += " (" + e.Aside + ")"
			}
			for i, text := range []string{head, e.Text} {
				if text != "" {
					lines = append(lines, widgets.MarkedLine{Text: text, Bold: i == 0, Gap: i == 0})
				}
			}
			for _, point := range e.Points {
				lines = append(lines, widgets.MarkedLine{Text: point, Item: true})
			}
		}
	}
	return lines
}

// sheetPages sets a sheet on pages like the resume's: a brief on one, in as much as fits.
func (w *window) sheetPages(in sheet.Input, brief bool, now session.Snapshot) *page.Document {
	t := render.NewTypesetter()
	for level := 0; ; level++ {
		made := sheet.List(in)
		if brief {
			made = sheet.Brief(in, level)
		}
		s := now
		s.Document = made.Document()
		s.Resume = s.Document.Resume()
		o := w.setup.Options(s)
		o.Page = w.setup.Options(now).Page
		if brief {
			o.Fit = 1
		} else {
			o.Numbers = true
		}
		set := t.Typeset(s.Resume, o)
		if !brief || len(set.Pages) == 1 || level == sheet.Shortest {
			return set
		}
	}
}

// practice begins to practice, from wherever one is.
func (w *window) practice() {
	w.show(w.prepare.mode)
	w.prepare.pane.Practice()
}

// printPrep prints or exports what was prepared, from wherever one is.
func (w *window) printPrep(brief bool) func() {
	return func() {
		w.show(w.prepare.mode)
		w.showSheet(brief)
	}
}

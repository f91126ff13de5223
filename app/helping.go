package app

import (
	"fyne.io/fyne/v2"

	"resumax/app/guide"
	"resumax/app/help"
	"resumax/app/sample"
	"resumax/app/shell"
	"resumax/app/tr"
	pages "resumax/docs/guide"
	"resumax/exchange"
	"resumax/widgets"
)

// helping is the guide, which is made when it is first shown, and the tour.
type helping struct {
	guide  *guide.Guide
	screen *shell.View
	tour   *widgets.Tour
}

// guide is the guide.
func (w *window) guide() *guide.Guide {
	h := &w.help
	if h.guide == nil {
		h.guide = guide.New(guide.Services{Focus: w.shell.Focus, Leave: func() { w.shell.Screens.Pop() }, Names: namesOf()})
		h.screen = &shell.View{Content: h.guide.Object(), Name: func() string { return tr.T("helping.title", "User guide – ResuMax") }, OnEnter: h.guide.Enter, OnType: h.guide.Enter}
	}
	return h.guide
}

// namesOf are how the window calls what the guide names.
func namesOf() guide.Names { return guide.Names{Keys: shell.KeysText, Text: tr.Shown()} }

// showGuide shows a page of the guide above what is shown. A review of an import ends when it is left, so there the guide
// is a sheet.
func (w *window) showGuide(page string) {
	if w.importer.Reviewing() {
		help.ShowImport(w.shell, exchange.ReaderNames())
		return
	}
	w.guide().Open(page)
	if w.shell.Screens.Top() != shell.Screen(w.help.screen) {
		w.shell.Screens.Push(w.help.screen)
	}
}

// topic is the page of the guide on what is shown.
func (w *window) topic() string {
	of := map[shell.Screen]string{
		w.screens.start: "start", w.screens.rolePage: "start#start-from-a-role", w.screens.write: "write", w.screens.design: "design", w.screens.letter: "letter",
		w.screens.applications: "applications", w.tailor.mode: "tailor", w.prepare.mode: "prepare",
	}
	switch top := w.shell.Screens.Top(); {
	case top == shell.Screen(w.help.screen) && w.help.screen != nil:
		return w.help.guide.Page()
	default:
		return of[top]
	}
}

// guidePlaces are the pages of the guide, for the palette.
func (w *window) guidePlaces() []shell.Command {
	var all []shell.Command
	for _, p := range pages.Pages() {
		all = append(all, shell.Command{ID: "guide " + p.ID, Label: p.Title, Needs: shell.NeedsFree, Run: func() { w.showGuide(p.ID) }})
	}
	return all
}

// openSample opens the sample of everything as a resume without a file, so that nothing can be lost in it.
func (w *window) openSample() {
	d, err := sample.Make(w.clock())
	if err != nil {
		w.shell.ShowError(err.Error())
		return
	}
	w.project.New(w.dressed(d), func() {
		w.shell.Toaster.Show(tr.T("helping.this-is-a-copy", "A made-up person's resume with everything in it. Try anything: it is a copy without a file."), "", nil)
	})
}

// showNews shows what is new since a version, "" for the newest version alone.
func (w *window) showNews(since string) {
	guide.ShowNews(w.shell, guide.News(w.changes, since, w.version, namesOf()))
}

// sayUpdated shows what is new when another version of the program ran before. The first start says nothing.
func (w *window) sayUpdated() {
	if !w.welcome {
		return
	}
	before := w.prefs.Version()
	w.prefs.SetVersion(w.version)
	if before != "" && before != w.version && w.shell.Free() {
		w.showNews(before)
	}
}

// theTour is the tour of the window.
func (w *window) theTour() *widgets.Tour {
	if w.help.tour != nil {
		return w.help.tour
	}
	column := func(name string, object, folded fyne.CanvasObject) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			if w.screens.writing.Shown(name) {
				return object
			}
			return folded
		}
	}
	h := w.shell.Header
	next, _ := w.shell.Commands.Find("tour")
	t := widgets.NewTour(w.shell.Stage, widgets.TourTexts{Next: tr.T("helping.next", "Next ({{.Keys}})", tr.With{"Keys": next.Keys}), Done: tr.T("helping.done", "Done"), Skip: tr.T("helping.skip", "Skip (Esc)"),
		Step: func(at, of int) string {
			return tr.T("helping.step", "{{.At}} of {{.Of}}", tr.With{"At": at, "Of": of})
		}},
		widgets.TourStep{Title: tr.T("helping.the-page", "The page"), Text: tr.T("helping.this-is-the-page", "This is the page that will be printed, and it follows every key. Click a word on it to edit that word."),
			At: column(columnPage, w.panes.preview.Object(), nil)},
		widgets.TourStep{Title: tr.T("helping.what-to-change", "What to change"), Text: tr.T("helping.each-card-says", "The score has reasons. Each card says what a place lacks, and how many points the fix gains. Start at the top."),
			At: column(columnScore, w.panes.sidebar.Object(), h.Score())},
		widgets.TourStep{Title: tr.T("helping.four-modes", "Four modes"), Text: tr.T("helping.write-design-tailor", "Write the resume, choose its design, tailor it to a job posting, and prepare for the interview."), At: h.Modes},
		widgets.TourStep{Title: tr.T("helping.export", "Export"), Text: tr.T("helping.pdf-word-paper", "PDF, Word and paper. Nothing leaves this computer until you send it. F1 opens the guide."), At: h.Export})
	t.OnEnd = func() {
		w.prefs.SetTourSeen(true)
		w.shell.Commands.Refresh()
	}
	w.shell.Dismiss = t.End
	changed := w.shell.Screens.OnChange
	w.shell.Screens.OnChange = func(top shell.Screen) {
		changed(top)
		if _, mode := top.(shell.Mode); !mode {
			t.End() // what it points at is not there
		}
	}
	w.help.tour = t
	return t
}

// offerTour shows the tour to who sees a resume in the window for the first time.
func (w *window) offerTour() {
	if w.welcome && !w.prefs.TourSeen() && w.shell.Free() {
		w.startTour()
	}
}

// startTour shows the tour in Write, on the sample where no resume is open.
func (w *window) startTour() {
	if !w.project.IsOpen() {
		w.welcome = true
		w.prefs.SetTourSeen(false)
		w.openSample() // when it is open, the tour is offered
		return
	}
	w.show(w.screens.write)
	w.theTour().Start()
	w.shell.Commands.Refresh()
}

// stepTour starts the tour, or shows its next step.
func (w *window) stepTour() {
	if w.theTour().Shown() {
		w.help.tour.Next()
		w.shell.Commands.Refresh()
		return
	}
	w.startTour()
}

func (w *window) tourState() shell.State {
	if w.help.tour != nil && w.help.tour.Shown() {
		return shell.State{Label: tr.T("helping.next-step-of-the-tour", "Next step of the tour")}
	}
	return shell.State{}
}

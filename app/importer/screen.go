package importer

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/resume"
	"resumax/widgets"
)

// screen shows a review: the file at the left, the resume that was read of it at the right,
// below it what found no place.
type screen struct {
	im     *Importer
	review *Review
	then   func() // when the project is open; may be nil
	view   *shell.View

	source *sourceView
	sheet  *sheet
	dock   *dock
	about  *widgets.Label
	next   *widgets.Button
	finish *widgets.Button

	chosen int // the first thing chosen, -1 for none
}

func (im *Importer) show(r *Review, then func()) {
	s := &screen{im: im, review: r, then: then, chosen: -1}
	s.source = newSourceView(r, im.picture(r.Source), im.services.Shell.Threads, s.tapped)
	s.sheet = newSheet(s)
	s.dock = newDock(s)
	s.view = &shell.View{
		Content: s.build(),
		Name: func() string {
			return tr.T("importer.import-resumax", "Import {{.Name}} – ResuMax", tr.With{"Name": r.Source.Name})
		},
		OnEnter: func() { s.sheet.focusFirst() },
		OnLeave: func() { im.closed(s) },
		OnKey:   s.key,
		OnType:  func() {},
	}
	im.screen = s
	im.services.Shell.Screens.Push(s.view)
	s.refresh()
	s.start()
	im.services.Shell.Commands.Refresh()
	im.services.Shown()
	im.services.Shell.Trace.Write("review", trace.Members{"path": r.Source.Path, "unsure": len(r.Unsure()), "left": len(r.Pieces())})
}

// start shows the first thing to do.
func (s *screen) start() {
	if at := NextUnsure(s.sheet.groups, "", 1); at != "" {
		s.sheet.focus(at)
		return
	}
	if len(s.review.Pieces()) > 0 {
		s.dock.focusNext()
		return
	}
	s.im.services.Shell.Focus(s.finish) // so that Enter is all it takes
}

func (s *screen) build() fyne.CanvasObject {
	s.about = widgets.NewMuted("")
	s.next = widgets.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { s.step(1) })
	s.next.IconPlacement = widget.ButtonIconTrailingText
	cancel := widgets.NewButton(tr.T("importer.cancel", "Cancel"), s.cancel)
	s.finish = widgets.NewButton(tr.T("importer.import", "Import"), s.done)
	s.finish.Importance = widget.HighImportance
	title := widgets.NewColumn(2, widgets.NewHeading(tr.T("importer.check-what-was-read", "Check what was read from {{.Name}}", tr.With{"Name": s.review.Source.Name})), s.about)
	buttons := container.NewCenter(container.NewHBox(s.next, cancel, s.finish))
	head := widgets.NewBand(container.New(layout.NewCustomPaddedLayout(9, 9, 16, 14), widgets.NewBorder(nil, nil, nil, buttons, title)), theme.ColorNameHeaderBackground)
	right := widgets.NewBorder(nil, s.dock.root, nil, nil, s.sheet.root)
	panes := widgets.NewPanes(
		widgets.Pane{Content: s.source.root, MinWidth: 300, Width: 620, Grows: true},
		widgets.Pane{Content: right, MinWidth: 420, Width: 600, Grows: true, Text: 0.5})
	return widgets.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil, panes)
}

// refresh shows the review as it is now.
func (s *screen) refresh() {
	s.sheet.show(s.review.Groups())
	s.dock.show()
	s.count()
	s.mark()
}

// count says how much there is to do.
func (s *screen) count() {
	unsure := 0
	fields := 0
	for _, g := range s.sheet.groups {
		unsure += g.Unsure()
		for _, e := range g.Entries {
			for _, row := range e.Rows {
				if row.Text != "" {
					fields++
				}
			}
		}
	}
	parts := []string{tr.N("importer.taken", "{{.Count}} field taken", "{{.Count}} fields taken", fields)}
	if unsure > 0 {
		parts = append(parts, tr.N("importer.to-check", "{{.Count}} to check", "{{.Count}} to check", unsure))
	}
	if n := len(s.review.Pieces()); n > 0 {
		parts = append(parts, tr.N("importer.pieces-left-over", "{{.Count}} piece left over", "{{.Count}} pieces left over", n))
	}
	text := strings.Join(parts, " · ")
	if unsure == 0 && len(s.review.Pieces()) == 0 {
		text += " · " + tr.T("importer.everything-has-a-place", "Everything has a place. Click a field to see where it comes from, twice to correct it.")
	} else {
		text += ". " + tr.T("importer.click-a-field-to", "Click a field to see where it comes from, twice to correct it.")
	}
	s.about.SetText(text)
	label := tr.T("importer.all-checked", "All checked")
	if unsure > 0 {
		label = tr.T("importer.next-to-check", "Next to check")
	}
	if s.next.Text != label {
		s.next.SetText(label)
	}
	if unsure > 0 {
		s.next.Enable()
	} else {
		s.next.Disable()
	}
	s.im.services.Shell.Commands.Refresh()
}

// mark marks on the source what is chosen.
func (s *screen) mark() {
	chosen := map[int]bool{}
	if at, ok := s.sheet.at(); ok {
		for _, id := range idsAt(s.review, at) {
			chosen[id] = true
		}
	} else {
		for _, id := range s.dock.chosenIDs() {
			chosen[id] = true
		}
	}
	s.source.show(chosen)
}

// choose shows on the source where a row comes from.
func (s *screen) choose(ids []int) {
	s.mark()
	if len(ids) > 0 {
		s.source.reveal(ids[0])
	}
	s.im.services.Shell.Trace.Write("chosen", trace.Members{"ids": ids})
}

// tapped shows what a mark on the source became.
func (s *screen) tapped(id int) {
	if _, ok := s.review.Piece(id); ok {
		s.dock.focus(id, widgets.Modifiers())
		return
	}
	for _, t := range s.review.Taken() {
		if t.ID == id {
			s.sheet.focus(t.Address)
			return
		}
	}
}

// step leads to the next row to check, or the one before.
func (s *screen) step(by int) {
	at, _ := s.sheet.at()
	s.sheet.endEdit()
	if next := NextUnsure(s.sheet.groups, at, by); next != "" {
		s.sheet.focus(next)
	}
}

// do changes the review and shows what came of it, with the focus on an address.
func (s *screen) do(change func() (resume.Address, error)) {
	s.sheet.endEdit()
	at, err := change()
	if err != nil {
		s.im.services.Shell.Toaster.Show(shell.Sentence(err.Error()), "", nil)
		return
	}
	s.im.services.Shell.Toaster.Hide() // its Undo would be this step's
	s.refresh()
	if at != "" {
		s.sheet.focus(at)
	}
}

// setAside moves a text to what is left over.
func (s *screen) setAside(at resume.Address) {
	s.do(func() (resume.Address, error) { return "", s.review.SetAside(at) })
	s.sheet.focus(at)
}

// check notes that a row is right, and leads to the next one to look at.
func (s *screen) check(at resume.Address) {
	s.do(func() (resume.Address, error) {
		s.review.Check(at)
		return at, nil
	})
	if NextUnsure(s.sheet.groups, at, 1) == "" {
		s.start()
		return
	}
	s.step(1)
}

func (s *screen) undo() { s.back(s.review.Undo) }
func (s *screen) redo() { s.back(s.review.Redo) }

func (s *screen) back(step func() (resume.Address, bool)) {
	s.sheet.endEdit()
	at, ok := step()
	if !ok {
		return
	}
	s.im.services.Shell.Toaster.Hide()
	s.refresh()
	if at == "" {
		s.dock.focusNext()
		return
	}
	s.sheet.focus(at)
}

// send lets the user choose where pieces belong.
func (s *screen) send(ids []int) {
	title := tr.N("importer.send-pieces", "Send {{.Count}} piece to", "Send {{.Count}} pieces to", len(ids))
	if len(ids) == 1 {
		p, ok := s.review.Piece(ids[0])
		if !ok {
			return
		}
		title = tr.T("importer.send-text-to", "Send “{{.Text}}” to", tr.With{"Text": cutTo(p.Text, longestTitle)})
	}
	s.choosePlace(title, func(to Place) { s.sendTo(ids, to) })
}

// choosePlace lets the user choose a place.
func (s *screen) choosePlace(title string, chosen func(Place)) {
	places := s.review.Places()
	options := make([]shell.Option, len(places))
	for i, place := range places {
		options[i] = shell.Option{Group: place.Group, Title: place.Title}
	}
	s.im.services.Shell.Choose(title, tr.T("importer.search-sections-entries-and", "Search sections, entries and fields"), options, func(i int) { chosen(places[i]) })
}

// sendTo puts pieces into a place.
func (s *screen) sendTo(ids []int, to Place) {
	s.titled(to, func(title string) {
		s.do(func() (resume.Address, error) { return s.review.Send(ids, to, title) })
	})
}

// titled asks for the heading of a new section, and goes on.
func (s *screen) titled(to Place, next func(title string)) {
	if to.How != Section {
		next("")
		return
	}
	s.im.services.Shell.AskText(tr.T("importer.heading-of-the-new", "Heading of the new section"), "", func(title string) {
		if title = strings.TrimSpace(title); title != "" {
			next(title)
		}
	})
}

// discard drops pieces, and says so.
func (s *screen) discard(ids []int) {
	s.do(func() (resume.Address, error) {
		s.review.Discard(ids)
		return "", nil
	})
	if len(s.review.Pieces()) > 0 {
		s.dock.focusNext()
	} else {
		s.sheet.focusFirst()
	}
	s.im.services.Shell.Toaster.Show(tr.N("importer.discarded", "Discarded {{.Count}} piece", "Discarded {{.Count}} pieces", len(ids)), tr.T("importer.undo", "Undo"), func() { s.undo() })
}

// cutTo is a text in a line, with so many characters at most.
func cutTo(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		return strings.TrimRight(string(r[:most-1]), " ,.;") + "…"
	}
	return text
}

// longestTitle is how many characters of a text are in the title of a question.
const longestTitle = 60

// copy puts a text on the clipboard.
func (s *screen) copy(text string) {
	s.im.services.Clipboard(text)
	s.im.services.Shell.Toaster.Show(tr.T("importer.copied-the-text", "Copied the text"), "", nil)
}

// done makes a project of what was reviewed. What found no place is not dropped silently.
func (s *screen) done() {
	s.sheet.endEdit()
	n := len(s.review.Pieces())
	if n == 0 {
		s.end(false)
		return
	}
	s.im.services.Shell.Ask(tr.N("importer.no-place-yet", "{{.Count}} piece has no place yet", "{{.Count}} pieces have no place yet", n),
		tr.N("importer.keep-in-a-section", "Keep it in a hidden section “{{.Section}}”, which isn't printed, to be sorted in the editor, or drop it.", "Keep them in a hidden section “{{.Section}}”, which isn't printed, to be sorted in the editor, or drop them.", n, tr.With{"Section": LeftOver()}),
		shell.Choice{Label: tr.T("importer.keep-in", "Keep in “{{.Section}}”", tr.With{"Section": LeftOver()}), Main: true, Do: func() { s.end(true) }},
		shell.Choice{Label: tr.T("importer.drop", "Drop"), Do: func() { s.end(false) }},
	)
}

func (s *screen) end(keep bool) {
	d, left, problems := s.review.Result(keep)
	s.im.start(s.review.Source, d, left, problems, s.then)
}

// cancel leaves the review; corrections are not lost without a question.
func (s *screen) cancel() {
	s.im.leave(func() {})
}

// key leaves the review for Escape.
func (s *screen) key(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyEscape {
		return false
	}
	s.cancel()
	return true
}

// moveRow lets the user choose a field for a row's text.
func (s *screen) moveRow(at resume.Address) {
	s.choosePlace(tr.T("importer.move-to", "Move “{{.Text}}” to", tr.With{"Text": cutTo(s.sheet.fields[at].Shown(), longestTitle)}), func(to Place) { s.moveTo(at, to) })
}

// moveTo moves a row's text to another place, as one step.
func (s *screen) moveTo(at resume.Address, to Place) {
	s.titled(to, func(title string) {
		s.do(func() (resume.Address, error) { return s.review.Move(at, to, title) })
	})
}

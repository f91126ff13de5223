// Package recovery is the dialogs about work that could have got lost: unsaved work
// that a crash left, a file that another program changed or deleted, and what the
// program said when it crashed.
//
// It asks and shows. What is done with an answer is the window's.
package recovery

import (
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/compare"
	"resumax/app/shell"
	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/storage/journal"
	"resumax/widgets"
)

// Answers are what the window does about unsaved work. Each recovery that is
// offered gets to one of them, once.
type Answers struct {
	// Recover goes on with the unsaved work as the open project.
	Recover func(*journal.Recovery)
	// OpenSaved opens the file as it was saved; the unsaved work is discarded. The user
	// has said so twice.
	OpenSaved func(*journal.Recovery)
	// Discard removes unsaved work that has no saved file to open. The user has said so
	// twice.
	Discard func(*journal.Recovery)
	// Later leaves unsaved work for the next start: all that was neither recovered nor
	// discarded.
	Later func([]*journal.Recovery)
}

// Offer shows what was left unsaved, if anything, and asks what to do. Only one can
// be recovered or opened, as the window has room for one; the others are left for
// later. Differences are made off the UI goroutine.
func Offer(s *shell.Shell, pictures *thumbnails.Maker, found []*journal.Recovery, now time.Time, answers Answers) {
	if len(found) == 0 {
		return
	}
	s.Background(tr.T("recovery.comparing-unsaved-work", "Comparing unsaved work"), func() func() {
		o := &offer{shell: s, pictures: pictures, found: slices.Clone(found), now: now, answers: answers}
		for _, r := range found {
			o.comparisons = append(o.comparisons, compared(r, now))
		}
		return o.show
	})
}

// compared is unsaved work beside what is in its file.
func compared(r *journal.Recovery, now time.Time) compare.Comparison {
	saved := compare.Side{} // nothing to be compared with
	if r.Saved != nil {
		saved = compare.Side{Title: tr.T("recovery.saved", "Saved"), Document: r.Saved.Document}
	}
	return compare.Of(saved, compare.Side{Title: tr.T("recovery.unsaved", "Unsaved, {{.When}}", tr.With{"When": tr.LowerFirst(compare.When(r.Time, now))}), Document: r.Document})
}

// offer is the dialog.
type offer struct {
	shell       *shell.Shell
	pictures    *thumbnails.Maker
	now         time.Time
	answers     Answers
	found       []*journal.Recovery
	comparisons []compare.Comparison
	chosen      int

	modal   *widgets.Modal
	text    *widgets.Label
	view    *fyne.Container
	body    *fyne.Container
	recover *widgets.Button
	saved   *widgets.Button
	list    *widgets.RailList
}

func (o *offer) show() {
	o.text, o.view = widgets.NewLabel(""), container.NewStack()
	o.recover = widgets.NewButton(tr.T("recovery.recover", "Recover"), o.doRecover)
	o.recover.Importance = widget.HighImportance
	o.saved = widgets.NewButton("", o.askDiscard)
	later := widgets.NewButton(tr.T("recovery.decide-later", "Decide later"), func() { o.modal.Close() })
	buttons := container.NewHBox(layout.NewSpacer(), later, o.saved, o.recover)
	var left fyne.CanvasObject
	if len(o.found) > 1 {
		o.list = o.newList()
		left = container.New(layout.NewCustomPaddedLayout(0, 0, 0, 12), container.New(layout.NewGridWrapLayout(fyne.NewSize(190, listHeight)), container.NewVScroll(o.list)))
	}
	o.body = widgets.NewBorder(spaced(widgets.NewColumn(8, widgets.NewHeading(tr.T("recovery.unsaved-work-was-found", "Unsaved work was found")), o.text)), buttons, left, nil, o.view)
	o.choose(0)
	o.modal = o.shell.Modal(sized(o.shell, o.body), o.doRecover)
	o.modal.OnClosed = func() { o.later(o.found) }
}

const listHeight = 220

// newList is the list of unsaved works, of which one is shown.
func (o *offer) newList() *widgets.RailList {
	list := widgets.NewRailList(o.items()...)
	list.Follows = true
	list.OnSubmitted = func(string) { o.doRecover() }
	list.OnSelected = func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			o.choose(i)
		}
	}
	return list
}

func (o *offer) items() []widgets.RailItem {
	times := map[string]int{} // a name is there
	for _, r := range o.found {
		times[name(r)]++
	}
	var items []widgets.RailItem
	for i, r := range o.found {
		title := name(r)
		if times[title] > 1 {
			title += ", " + tr.LowerFirst(compare.When(r.Time, o.now))
		}
		items = append(items, widgets.RailItem{ID: strconv.Itoa(i), Title: title, Fixed: true})
	}
	return items
}

// choose shows one of the unsaved works.
func (o *offer) choose(i int) {
	o.chosen = i
	r := o.found[i]
	o.text.SetText(about(r, o.now))
	o.saved.SetText(tr.T("recovery.open-the-saved-file", "Open the saved file"))
	if r.Saved == nil {
		o.saved.SetText(tr.T("recovery.discard", "Discard"))
	}
	o.view.Objects = []fyne.CanvasObject{compare.View(o.comparisons[i], o.pictures, o.shell.Window.Canvas().Scale())}
	o.body.Refresh() // another text may be higher
	if o.list != nil {
		o.list.Select(strconv.Itoa(i))
	}
}

// name is what unsaved work is called: by its file, else by the person.
func name(r *journal.Recovery) string {
	if r.Path != "" {
		return filepath.Base(r.Path)
	}
	if n := r.Document.TextAt("/basics/name"); n != "" {
		return n
	}
	return tr.T("recovery.new-resume", "New resume")
}

// about says what the unsaved work is, and what became of its file since.
func about(r *journal.Recovery, now time.Time) string {
	when := tr.LowerFirst(compare.When(r.Time, now))
	if r.State == journal.New {
		return tr.T("recovery.resumax-closed-unexpectedly-while", "ResuMax closed unexpectedly while “{{.Name}}” was open. It was never saved. Your work up to {{.When}} can be recovered.", tr.With{"Name": name(r), "When": when})
	}
	text := tr.T("recovery.resumax-closed-unexpectedly-while-was", "ResuMax closed unexpectedly while “{{.Name}}” was open. Your work up to {{.When}} can be recovered.", tr.With{"Name": name(r), "When": when})
	switch r.State {
	case journal.Changed:
		text += " " + tr.T("recovery.another-program-has-changed", "Another program has changed the file since: compare the two before you choose.")
	case journal.Gone:
		text += " " + tr.T("recovery.the-file-itself-is", "The file itself is missing or can’t be read.")
	}
	return text
}

// take closes the dialog for an answer about the chosen one; the others are left
// for later.
func (o *offer) take(answer func(*journal.Recovery)) {
	r := o.found[o.chosen]
	o.modal.OnClosed = nil
	o.modal.Close()
	o.later(slices.Delete(slices.Clone(o.found), o.chosen, o.chosen+1))
	answer(r)
}

func (o *offer) later(all []*journal.Recovery) {
	if len(all) > 0 {
		o.answers.Later(all)
	}
}

func (o *offer) doRecover() { o.take(o.answers.Recover) }

// askDiscard asks once more: what is discarded is gone. Enter alone does not
// answer it.
func (o *offer) askDiscard() {
	r := o.found[o.chosen]
	if r.Saved != nil {
		o.shell.Ask(tr.T("recovery.open-as-it-was", "Open “{{.Name}}” as it was saved?", tr.With{"Name": name(r)}), tr.T("recovery.the-unsaved-work-will", "The unsaved work will be lost."),
			shell.Choice{Label: tr.T("recovery.open-the-saved-file", "Open the saved file"), Do: func() { o.take(o.answers.OpenSaved) }})
		return
	}
	o.shell.Ask(tr.T("recovery.discard-the-unsaved-work", "Discard the unsaved work on “{{.Name}}”?", tr.With{"Name": name(r)}), tr.T("recovery.it-will-be-lost", "It will be lost: there is no saved file to open."),
		shell.Choice{Label: tr.T("recovery.discard", "Discard"), Do: func() { o.discard(r) }})
}

// discard discards the chosen one and goes on with the others.
func (o *offer) discard(r *journal.Recovery) {
	if len(o.found) == 1 {
		o.take(o.answers.Discard)
		return
	}
	o.answers.Discard(r)
	o.found = slices.Delete(o.found, o.chosen, o.chosen+1)
	o.comparisons = slices.Delete(o.comparisons, o.chosen, o.chosen+1)
	o.list.SetItems(o.items())
	o.choose(min(o.chosen, len(o.found)-1))
}

package tailor

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/matching"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/widgets"
)

// postingPane shows the posting as it was read, with what it asks for marked by how the
// resume answers it.
type postingPane struct {
	tailor *Tailor
	stored posting.Stored
	lines  []posting.Line
	chosen string // the id of the requirement that is looked at, "" for none

	choice *widgets.Dropdown
	facts  *widgets.Label
	notes  *widgets.Label
	fold   *fyne.Container
	text   *widgets.MarkedText
	reader *widgets.Reader
	report *matching.Report
	root   fyne.CanvasObject
}

func newPostingPane(t *Tailor) *postingPane {
	p := &postingPane{tailor: t, facts: widgets.NewMuted(""), notes: widgets.NewLabel(""), fold: container.NewHBox()}
	p.choice = widgets.NewHeadingDropdown("", func() { p.showPostings() })
	add := widgets.NewIconButton(theme.ContentAddIcon(), tr.T("tailor.add-another-posting", "Add another posting"), t.Add)
	edit := widgets.NewIconButton(theme.DocumentCreateIcon(), tr.T("tailor.correct-what-was-read", "Correct what was read"), func() { t.editDetails(p.stored) })
	var more *widgets.IconButton
	more = widgets.NewIconButton(theme.MoreHorizontalIcon(), tr.T("tailor.more-actions", "More actions"), func() { p.showMenu(more) })
	p.text = widgets.NewMarkedText(nil)
	p.reader = widgets.NewReader(p.text)
	p.notes.SetColor(widgets.ColorWarn)
	p.notes.Hide()
	head := widgets.NewBorder(nil, nil, nil, container.NewHBox(container.NewCenter(add), container.NewCenter(edit), container.NewCenter(more), p.fold), p.choice)
	legend := container.New(layout.NewCustomPaddedHBoxLayout(9),
		widgets.NewMarkLegend(widgets.MarkTaken, tr.T("tailor.proved", "Proved")), widgets.NewMarkLegend(widgets.MarkPartly, tr.T("tailor.listed", "Listed")),
		widgets.NewMarkLegend(widgets.MarkUnsure, tr.T("tailor.elsewhere", "Elsewhere")), widgets.NewMarkLegend(widgets.MarkLeft, tr.T("tailor.missing", "Missing")))
	top := widgets.NewColumn(6, head, inset(p.facts, 0, 8), inset(p.notes, 0, 8), inset(legend, 0, 8))
	p.root = widgets.NewBorder(inset(top, 8, 8), nil, nil, nil, p.reader)
	return p
}

func (p *postingPane) setFold(o fyne.CanvasObject) { p.fold.Objects = []fyne.CanvasObject{o} }

// titleOf is what a posting is called.
func titleOf(p posting.Posting) string {
	switch {
	case p.Title == "" && p.Company == "":
		return tr.T("tailor.posting-without-a-title", "Posting without a title")
	case p.Company == "":
		return p.Title
	case p.Title == "":
		return p.Company
	}
	return p.Title + " · " + p.Company
}

// show shows a posting, if there is one.
func (p *postingPane) show(stored posting.Stored, ok bool) {
	if !ok {
		p.stored = posting.Stored{}
		return
	}
	other := stored.ID != p.stored.ID
	p.stored = stored
	p.choice.SetText(titleOf(stored.Posting))
	p.facts.SetText(factsOf(stored.Posting))
	p.notes.SetText(strings.Join(stored.Posting.Notes, " "))
	p.notes.Hidden = len(stored.Posting.Notes) == 0
	p.lines = stored.Posting.Text()
	if other {
		p.chosen = ""
		lines := make([]widgets.MarkedLine, len(p.lines))
		for i, l := range p.lines {
			lines[i] = widgets.MarkedLine{Text: l.Text, Heading: l.Heading, Item: l.Point, Bold: l.Bold, Gap: l.Gap}
		}
		p.text = widgets.NewMarkedText(lines)
		p.text.OnTap = func(id int) { p.tailor.panel.reveal(id) }
		p.reader.SetContent(p.text)
	}
	p.paint()
	p.root.Refresh()
}

// factsOf are the facts of a posting in a line.
func factsOf(p posting.Posting) string {
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(p.Location)
	add(remoteName()[p.Remote])
	add(p.Salary)
	add(typeNames(p.Type))
	add(levelName()[p.Level])
	if p.Years > 0 {
		add(tr.N("tailor.years", "{{.Count}}+ year", "{{.Count}}+ years", p.Years))
	}
	add(degreeName(p.Degree))
	for _, l := range slices.Concat(p.Languages, p.Licenses) {
		add(nameOf(l))
	}
	if p.Closes != "" {
		add(tr.T("tailor.closes-2", "closes {{.Day}}", tr.With{"Day": p.Closes}))
	}
	return strings.Join(parts, " · ")
}

// nameOf is what the reader's name for a degree, a language or a license is called in the language of the window.
func nameOf(name string) string {
	if tr.English() {
		return name
	}
	return tr.UpperFirst(match.AnyOf([]string{name}, "", tr.Current()))
}

// typeNames are the types of a position, which commas part. What the posting says of its own stays as it is.
func typeNames(types string) string {
	names := map[string]string{"Full-time": tr.T("tailor.full-time", "Full-time"), "Part-time": tr.T("tailor.part-time", "Part-time"), "Permanent": tr.T("tailor.permanent", "Permanent"), "Temporary": tr.T("tailor.temporary", "Temporary"),
		"Contract": tr.T("tailor.contract", "Contract"), "Internship": tr.T("tailor.internship", "Internship"), "Apprenticeship": tr.T("tailor.apprenticeship", "Apprenticeship"), "Freelance": tr.T("tailor.freelance", "Freelance")}
	list := strings.Split(types, ", ")
	for i, t := range list {
		list[i] = cmp.Or(names[t], t)
	}
	return strings.Join(list, ", ")
}

func levelName() map[string]string {
	return map[string]string{"intern": tr.T("tailor.intern", "Intern"), "junior": tr.T("tailor.junior", "Junior"), "mid": tr.T("tailor.mid-level", "Mid level"), "senior": tr.T("tailor.senior", "Senior")}
}

func remoteName() map[string]string {
	return map[string]string{posting.Remote: tr.T("tailor.remote", "Remote"), posting.Hybrid: tr.T("tailor.hybrid", "Hybrid"), posting.OnSite: tr.T("tailor.on-site", "On-site")}
}

func degreeName(id string) string {
	if id == "" {
		return ""
	}
	return tr.UpperFirst(nameOf(id))
}

// mark marks what the posting asks for by the states of a report, nil for none.
func (p *postingPane) mark(r *matching.Report) {
	p.report = r
	p.paint()
}

func (p *postingPane) paint() {
	index := map[string]int{}
	if p.report != nil && p.report.Posting.ID == p.stored.ID {
		for i, q := range p.report.Requirements {
			index[q.ID] = i
		}
	}
	var marks, chosen []widgets.TextMark
	for line, l := range p.lines {
		for _, m := range l.Marks {
			i, ok := index[m.Requirement]
			if !ok {
				continue // struck out, or not yet matched
			}
			mark := widgets.TextMark{ID: i, Line: line, From: m.From, To: m.To, Kind: kindOf(p.report.Requirements[i].State)}
			marks = append(marks, mark)
			if m.Requirement == p.chosen {
				mark.Kind = widgets.MarkChosen
				chosen = append(chosen, mark)
			}
		}
	}
	p.text.SetMarks(append(marks, chosen...))
}

func kindOf(s match.State) widgets.MarkKind {
	switch s {
	case match.Proved:
		return widgets.MarkTaken
	case match.Elsewhere:
		return widgets.MarkUnsure
	case match.Absent:
		return widgets.MarkLeft
	}
	return widgets.MarkPartly
}

// reveal marks the requirement of the report as the one that is looked at, and scrolls to
// it; -1 marks none.
func (p *postingPane) reveal(i int) {
	p.chosen = ""
	if p.report != nil && i >= 0 {
		p.chosen = p.report.Requirements[i].ID
	}
	p.paint()
	p.text.Reveal(i)
}

// showPostings lets the user choose among the project's postings.
func (p *postingPane) showPostings() {
	t := p.tailor
	all := t.services.Matching.Postings()
	options := make([]shell.Option, len(all))
	for i, s := range all {
		options[len(all)-1-i] = shell.Option{Title: titleOf(s.Posting)}
	}
	t.services.Shell.Choose(tr.T("tailor.postings", "Postings"), tr.T("tailor.search-postings", "Search postings"), options, func(i int) { t.services.Matching.Choose(all[len(all)-1-i].ID) })
}

// showMenu shows what can be done with the posting.
func (p *postingPane) showMenu(below fyne.CanvasObject) {
	t := p.tailor
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(tr.T("tailor.correct-what-was-read-2", "Correct what was read…"), func() { t.editDetails(p.stored) }),
		fyne.NewMenuItem(tr.T("tailor.add-a-requirement", "Add a requirement…"), func() { t.addRequirement(p.stored) }),
		fyne.NewMenuItem(tr.T("tailor.copy-posting-text", "Copy posting text"), func() { fyne.CurrentApp().Clipboard().SetContent(p.stored.Posting.Source) }),
	}
	if p.stored.Posting.URL != "" {
		items = append(items, fyne.NewMenuItem(tr.T("tailor.copy-link", "Copy link"), func() { fyne.CurrentApp().Clipboard().SetContent(p.stored.Posting.URL) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr.T("tailor.delete-posting", "Delete posting"), func() { t.deletePosting(p.stored) }))
	popUp(below, items...)
}

// popUp shows a menu below an object.
func popUp(below fyne.CanvasObject, items ...*fyne.MenuItem) {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(below); c != nil {
		widgets.ShowMenu(c, fyne.NewMenu("", items...), d.AbsolutePositionForObject(below).AddXY(0, below.Size().Height))
	}
}

func (t *Tailor) deletePosting(p posting.Stored) {
	at := resume.MetaAddress(resume.MetaPostings)
	if t.session.EditProject(tr.T("tailor.delete-posting", "Delete posting"), at, func(d resume.Document) (resume.Document, error) { return posting.Delete(d, p.ID) }) {
		t.services.Shell.Toaster.Show(tr.T("tailor.deleted", "Deleted “{{.Title}}”", tr.With{"Title": titleOf(p.Posting)}), tr.T("tailor.undo", "Undo"), func() { t.session.Undo() })
	}
}

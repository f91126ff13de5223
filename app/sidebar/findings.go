package sidebar

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

// findings is the list of what to change, the largest gain first. Its rows are
// reused, so that nothing jumps while the user types.
type findings struct {
	sidebar *Sidebar
	title   *widgets.Label
	rows    []*findingRow
	list    *fyne.Container
	more    *widgets.Button
	all     bool
	root    *fyne.Container
}

// fewFindings is how many are shown before "Show all".
const fewFindings = 6

func newFindings(b *Sidebar) *findings {
	f := &findings{sidebar: b, title: widgets.NewStrong(""), list: widgets.NewColumn(2)}
	f.more = widgets.NewButton("", func() {
		f.all = !f.all
		f.show(b.report, b.chosen)
	})
	f.more.Importance = widget.LowImportance
	f.root = widgets.NewColumn(6, f.title, f.list, f.more)
	return f
}

// findingRow is one finding.
type findingRow struct {
	row     *widgets.ActionRow
	apply   *widgets.IconButton
	add     *widgets.IconButton
	finding score.Finding
}

func (f *findings) newRow() *findingRow {
	r := &findingRow{}
	r.apply = widgets.NewIconButton(theme.ConfirmIcon(), "Apply this fix", func() { f.sidebar.services.Apply(r.finding) })
	r.add = widgets.NewIconButton(theme.ContentAddIcon(), "Add to dictionary", func() { f.sidebar.services.AddWord(r.finding) })
	r.row = widgets.NewActionRow("", "", "", r.apply, r.add)
	r.row.OnTapped = func() { f.sidebar.session.Reveal(r.finding.Address) }
	return r
}

func (f *findings) show(r score.Report, dimension string) {
	var list []score.Finding
	if dimension == "" {
		for _, p := range f.sidebar.problems {
			fix, why := "Not everything here can be printed", sentence(p.Text)
			if p.Address.Within(resume.Settings) {
				fix, why = "This design setting can't be used", p.Text // begins with its key
			}
			list = append(list, score.Finding{Address: p.Address, Kind: score.Ask, Fix: fix, Why: why})
		}
	}
	for _, n := range append(r.Notices[:len(r.Notices):len(r.Notices)], r.Findings...) {
		if (dimension == "" || n.Dimension == dimension) && !duplicated(list, n) {
			list = append(list, n)
		}
	}
	shown := list
	if !f.all && len(list) > fewFindings {
		shown = list[:fewFindings]
	}
	title := "What to change"
	for _, d := range r.Dimensions {
		if d.ID == dimension {
			title += ": " + d.Name
		}
	}
	if len(list) == 0 {
		title = "Nothing to change"
	}
	f.title.SetText(title)
	for i, finding := range shown {
		if i == len(f.rows) {
			f.rows = append(f.rows, f.newRow())
			f.list.Add(f.rows[i].row)
		}
		f.rows[i].set(finding)
	}
	for i, row := range f.rows {
		row.row.Hidden = i >= len(shown)
	}
	f.list.Refresh()
	f.showMore(len(list))
}

// sentence is a problem's text with a capital letter and a period.
func sentence(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:] + "."
}

// duplicated reports whether a list has the same advice already: several checks may
// ask for the same change of a bullet.
func duplicated(list []score.Finding, n score.Finding) bool {
	return n.Gain != 0 && slices.ContainsFunc(list, func(f score.Finding) bool { return f.Address == n.Address && f.Gain == n.Gain })
}

func (f *findings) showMore(n int) {
	switch {
	case n <= fewFindings:
		f.more.Hide()
		return
	case f.all:
		f.more.SetText("Show fewer")
	default:
		f.more.SetText(fmt.Sprintf("Show all %d", n))
	}
	f.more.Show()
}

func (r *findingRow) set(f score.Finding) {
	r.finding = f
	badge, color := "", widgets.ColorWarn
	if f.Gain > 0 {
		badge, color = points(f.Gain), widgets.ColorGood
	} else if f.Lost == 0 {
		badge = "Note"
	}
	r.row.SetBadgeColor(color)
	r.row.SetText(badge, f.Fix, f.Why)
	r.apply.Hidden = !f.Mechanical()
	r.add.Hidden = f.Word == ""
}

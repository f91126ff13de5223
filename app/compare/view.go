package compare

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// Side is one of two documents, with what it is called above its page, such as
// "Saved 12:03".
type Side struct {
	Title    string
	Document resume.Document
}

// Comparison is two documents with what differs between them. It is made on any
// goroutine and shown on the UI's.
type Comparison struct {
	Earlier, Later Side
	Lines          []Line
	Conflicts      []Conflict // of a merge of the two, shown before the lines
}

// Of compares two documents.
func Of(earlier, later Side) Comparison {
	return Comparison{Earlier: earlier, Later: later, Lines: Differences(earlier.Document, later.Document)}
}

// Dispute puts the conflicts of a merge of the two before the lines, in place of
// those about the same things.
func (c Comparison) Dispute(merged resume.Document, conflicts []resume.Conflict) Comparison {
	c.Conflicts = Conflicts(merged, conflicts)
	disputed := map[resume.Label]bool{}
	for _, conflict := range c.Conflicts {
		disputed[conflict.Label] = true
	}
	c.Lines = slices.DeleteFunc(slices.Clone(c.Lines), func(l Line) bool { return disputed[l.Label] })
	return c
}

const (
	linesMost = 100 // that are shown
	pageWidth = 150 // of a page's picture, in Fyne's units
	pageGap   = 12
)

// View shows a comparison: what differs, beside the first pages of both documents,
// or of the later one alone where the earlier has no title. It takes the size that
// it is given. The scale is the screen's pixels to Fyne's unit.
func View(c Comparison, pictures *thumbnails.Maker, scale float32) fyne.CanvasObject {
	pages := container.NewHBox()
	if c.Earlier.Title != "" {
		pages.Add(Page(c.Earlier, pageWidth, pictures, scale))
	}
	pages.Add(Page(c.Later, pageWidth, pictures, scale))
	return widgets.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, pageGap, 0), pages),
		widgets.NewBorder(c.head(), nil, nil, nil, List(c)))
}

// head says how much differs, and which side has which sign.
func (c Comparison) head() fyne.CanvasObject {
	if c.Earlier.Title == "" {
		return widgets.NewStrong(tr.T("compare.contents", "Contents"))
	}
	text := Count(len(c.Lines))
	if n := len(c.Conflicts); n > 0 {
		text = tr.N("compare.conflicts", "{{.Count}} conflict, {{.Differences}}", "{{.Count}} conflicts, {{.Differences}}", n, tr.With{"Differences": text})
	}
	return widgets.NewStyledText(widgets.StyledPart{Text: text, Bold: true},
		widgets.StyledPart{Text: "    " + removedSign + c.Earlier.Title, Color: widgets.ColorBad},
		widgets.StyledPart{Text: "    " + addedSign + c.Later.Title, Color: widgets.ColorGood})
}

// The signs before what only one side has. Colors are never the only sign.
const (
	removedSign = "− "
	addedSign   = "+ "
)

// Count says how many differences there are.
func Count(n int) string {
	if n == 0 {
		return tr.T("compare.no-differences", "No differences")
	}
	return tr.N("compare.differences", "{{.Count}} difference", "{{.Count}} differences", n)
}

// List shows what differs in a scroll that the keyboard reaches.
func List(c Comparison) *widgets.Reader {
	rows, lines := widgets.NewColumn(10), c.Lines
	for _, conflict := range c.Conflicts[:min(linesMost, len(c.Conflicts))] {
		rows.Add(conflictRow(conflict))
	}
	for _, l := range lines[:min(linesMost, len(lines))] {
		rows.Add(row(l))
	}
	switch n := len(lines) - linesMost; {
	case len(lines) == 0:
		rows.Add(widgets.NewMuted(tr.T("compare.no-differences-2", "No differences.")))
	case n > 0:
		rows.Add(widgets.NewMuted(tr.N("compare.and-more", "… and {{.Count}} more.", "… and {{.Count}} more.", n)))
	}
	return widgets.NewReader(container.New(layout.NewCustomPaddedLayout(6, 6, 6, 10), rows))
}

// kinds are how the kinds of difference are called and colored.
func kinds() map[resume.DifferenceKind]struct {
	name  string
	color fyne.ThemeColorName
} {
	return map[resume.DifferenceKind]struct {
		name  string
		color fyne.ThemeColorName
	}{
		resume.Changed: {tr.T("compare.changed", "Changed"), widgets.ColorWarn},
		resume.Added:   {tr.T("compare.added", "Added"), widgets.ColorGood},
		resume.Removed: {tr.T("compare.removed", "Removed"), widgets.ColorBad},
		resume.Moved:   {tr.T("compare.moved", "Moved"), theme.ColorNamePrimary},
	}
}

// row shows one line: what kind of difference, where, and the texts, what was with
// a minus before it and what is with a plus. Words of the one are struck, of the
// other underlined.
func row(l Line) fyne.CanvasObject {
	kind := kinds()[l.Kind]
	row := widgets.NewColumn(2, widgets.NewStyledText(
		widgets.StyledPart{Text: kind.name, Color: kind.color, Bold: true},
		widgets.StyledPart{Text: "  " + tr.Place(l.Label), Bold: true}))
	if l.Kind == resume.Moved {
		row.Add(text(tr.T("compare.from", "From")+" ", l.Old, widgets.StyledPart{}))
		row.Add(text(tr.T("compare.to", "To")+" ", l.New, widgets.StyledPart{}))
		return row
	}
	if len(l.Old) > 0 {
		row.Add(text(removedSign, l.Old, widgets.StyledPart{Color: widgets.ColorBad, Struck: l.Kind == resume.Changed}))
	}
	if len(l.New) > 0 {
		row.Add(text(addedSign, l.New, widgets.StyledPart{Color: widgets.ColorGood, Under: l.Kind == resume.Changed}))
	}
	return row
}

// Words shows what one side of a line says, the later one's or the earlier one's, with
// the words that only it has marked.
func Words(l Line, later bool) fyne.CanvasObject {
	all, look := l.Old, widgets.StyledPart{Color: widgets.ColorBad, Struck: l.Kind == resume.Changed}
	if later {
		all, look = l.New, widgets.StyledPart{Color: widgets.ColorGood, Under: l.Kind == resume.Changed}
	}
	switch {
	case l.Kind == resume.Moved:
		look = widgets.StyledPart{Bold: true}
	case !slices.ContainsFunc(all, func(r Run) bool { return !r.Changed }):
		look.Struck, look.Under = false, false // all of it: lines would only make it harder to read
	}
	if len(all) == 0 {
		return widgets.NewMuted("–")
	}
	return text("", all, look)
}

// conflictRow shows a conflict, what either side has behind its name.
func conflictRow(c Conflict) fyne.CanvasObject {
	return widgets.NewColumn(2,
		widgets.NewStyledText(
			widgets.StyledPart{Text: tr.T("compare.conflict", "Conflict"), Color: widgets.ColorBad, Bold: true},
			widgets.StyledPart{Text: "  " + tr.Place(c.Label), Bold: true}),
		text(tr.T("compare.yours", "Yours:")+" ", orRemoved(c.Mine), widgets.StyledPart{Under: true}),
		text(tr.T("compare.theirs", "Theirs:")+" ", orRemoved(c.Theirs), widgets.StyledPart{Under: true}))
}

func orRemoved(all []Run) []Run {
	if len(all) == 0 {
		return []Run{{Text: tr.Lower(tr.T("compare.removed", "Removed"))}}
	}
	return all
}

// text shows runs behind a sign, those of one side only with a look.
func text(sign string, all []Run, look widgets.StyledPart) fyne.CanvasObject {
	marks := []widgets.StyledPart{{Text: sign, Color: look.Color, Bold: true}}
	for _, r := range all {
		mark := widgets.StyledPart{Text: r.Text}
		if r.Changed {
			mark = look
			mark.Text = r.Text
		}
		marks = append(marks, mark)
	}
	return widgets.NewStyledText(marks...)
}

package applications

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/tr"
	"resumax/job/application"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// The columns of the table.
const (
	columnEmployer = iota
	columnTitle
	columnStatus
	columnApplied
	columnNext
	columnVariant
)

// list is the applications that match the filter, in the order of a column, as a table and
// as a board.
type list struct {
	screen    *Applications
	all, rows []application.Application
	variants  map[string]string // names by ids
	column    int
	falling   bool
	query     string
	marked    string // what is shown beside the list

	table     *widgets.Table
	board     *widgets.Board
	boardView fyne.CanvasObject
}

func (l *list) init(a *Applications) {
	l.screen, l.column = a, columnNext
	l.table = widgets.NewTable([]widgets.TableColumn{
		{Title: tr.T("applications.employer", "Employer"), Min: 120, Share: 2},
		{Title: tr.T("applications.job-title", "Job title"), Min: 130, Share: 3},
		{Title: tr.T("applications.status", "Status"), Min: 84},
		{Title: tr.T("applications.applied", "Applied"), Min: 84, Drops: 2},
		{Title: tr.T("applications.next-step", "Next step"), Min: 150, Share: 3, Drops: 3},
		{Title: tr.T("applications.variant", "Variant"), Min: 100, Share: 1, Drops: 1},
	}, func() int { return len(l.rows) }, l.cells)
	l.table.OnSelected = func(i int) {
		if a.detail.id != "" {
			a.Open(l.rows[i].ID)
		}
	}
	l.table.OnOpened = func(i int) {
		a.Open(l.rows[i].ID)
		a.detail.focusFirst()
	}
	l.table.OnTapped = func(i int) { a.Open(l.rows[i].ID) }
	l.table.OnDelete = func(i int) { a.Delete(l.rows[i].ID) }
	l.table.OnSort = func(column int) {
		l.falling = column == l.column && !l.falling
		l.column = column
		l.sort()
		l.show(asTable)
	}
	l.board = widgets.NewBoard()
	l.board.OnSelected = func(id string) {
		if a.detail.id != "" {
			a.Open(id)
		}
	}
	l.board.OnOpened = a.Open
	l.board.OnDelete = a.Delete
	l.board.OnMove = func(id string, to int) { a.SetStatus(id, application.Statuses[to], "") }
	l.boardView = container.NewHScroll(l.board)
}

// load takes the applications of a project.
func (l *list) load(d resume.Document) {
	l.all = application.List(d)
	l.variants = map[string]string{}
	for _, v := range variant.List(d) {
		l.variants[v.ID] = v.Name
	}
}

// filter takes the applications in which every word of a text is.
func (l *list) filter(query string) {
	l.query = query
	words := strings.Fields(strings.ToLower(query))
	l.rows = nil
	for _, a := range l.all {
		said := strings.ToLower(strings.Join([]string{a.Employer, a.Title, a.Location, statusText(a), tr.Word(a.Status.Known().Label()), a.Next.Text, a.Notes, a.Contact.Name, a.Contact.Email, a.Salary, a.Link, l.variantOf(a)}, "\n"))
		if a.Overdue(l.screen.today()) {
			said += "\n" + strings.ToLower(tr.T("applications.overdue-2", "Overdue {{.Day}}", tr.With{"Day": ""}))
		}
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(said, w) }) {
			l.rows = append(l.rows, a)
		}
	}
	l.sort()
}

// variantOf is the name of an application's variant.
func (l *list) variantOf(a application.Application) string {
	if a.Variant == "" {
		return tr.T("applications.base-resume", "Base resume")
	}
	return l.variants[a.Variant]
}

// sort puts the rows in order. What says nothing in the column, and of next steps what is
// closed, is last either way.
func (l *list) sort() {
	text := func(f func(application.Application) string) func(a, b application.Application) int {
		return func(a, b application.Application) int {
			x, y := strings.ToLower(f(a)), strings.ToLower(f(b))
			if (x == "") != (y == "") {
				return cmp.Compare(y, x) * l.sign()
			}
			return cmp.Compare(x, y)
		}
	}
	day := func(f func(application.Application) resume.Date) func(a, b application.Application) int {
		return func(a, b application.Application) int {
			x, y := f(a), f(b)
			if x.Understood() != y.Understood() {
				if x.Understood() {
					return -l.sign()
				}
				return l.sign()
			}
			return application.CompareDays(x, y)
		}
	}
	var by func(a, b application.Application) int
	switch l.column {
	case columnEmployer:
		by = text(func(a application.Application) string { return a.Employer })
	case columnTitle:
		by = text(func(a application.Application) string { return a.Title })
	case columnStatus:
		by = func(a, b application.Application) int {
			return cmp.Or(cmp.Compare(slices.Index(application.Statuses, a.Status.Known()), slices.Index(application.Statuses, b.Status.Known())), cmp.Compare(a.Outcome, b.Outcome))
		}
	case columnApplied:
		by = day(func(a application.Application) resume.Date { return a.Dates.Applied })
	case columnVariant:
		by = text(l.variantOf)
	default:
		by = func(a, b application.Application) int {
			if a.Open() != b.Open() {
				if a.Open() {
					return -l.sign()
				}
				return l.sign()
			}
			return day(func(a application.Application) resume.Date { return a.Next.Day })(a, b)
		}
	}
	slices.SortStableFunc(l.rows, func(a, b application.Application) int {
		return cmp.Or(by(a, b)*l.sign(), cmp.Compare(strings.ToLower(a.Employer), strings.ToLower(b.Employer)), cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)))
	})
	l.table.SetSorted(l.column, l.falling)
}

func (l *list) sign() int {
	if l.falling {
		return -1
	}
	return 1
}

// statusColors are the colors of statuses; the words say the same.
var statusColors = map[application.Status]fyne.ThemeColorName{
	application.Saved: widgets.ColorMuted, application.Applied: "primary", application.Interview: widgets.ColorWarn, application.Offer: widgets.ColorGood, application.Closed: widgets.ColorMuted,
}

func statusColor(a application.Application) fyne.ThemeColorName {
	if a.Outcome == application.Accepted {
		return widgets.ColorGood
	}
	return statusColors[a.Status.Known()]
}

// cells are what the table says of a row.
func (l *list) cells(i int) []widgets.TableCell {
	a, today := l.rows[i], l.screen.today()
	muted := fyne.ThemeColorName("")
	if !a.Open() {
		muted = widgets.ColorMuted
	}
	next := widgets.TableCell{Text: nextText(a, today), Color: muted}
	if a.Overdue(today) {
		next.Color, next.Bold = widgets.ColorBad, true
	}
	employer, title := a.Employer, a.Title
	if employer == "" && title == "" {
		title = a.Name()
	}
	return []widgets.TableCell{
		{Text: employer, Bold: a.Open(), Color: muted}, {Text: title, Color: muted},
		{Text: statusText(a), Color: statusColor(a), Pill: true},
		{Text: dayText(a.Dates.Applied, today), Color: muted}, next, {Text: l.variantOf(a), Color: widgets.ColorMuted}}
}

// nextText is the next step with its day; one that should be done by now says so.
func nextText(a application.Application, today resume.Date) string {
	parts := []string{dayText(a.Next.Day, today), a.Next.Text}
	switch {
	case a.Overdue(today):
		parts[0] = tr.T("applications.overdue-2", "Overdue {{.Day}}", tr.With{"Day": parts[0]})
	case a.Open() && a.Next.Day.Understood() && a.Next.Day == today:
		parts[0] = tr.T("applications.today", "Today")
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// boardMost bounds the cards of a column; the filter finds the others.
const boardMost = 60

// show shows the rows, as a table or as a board.
func (l *list) show(as int) {
	if as == asBoard {
		l.showBoard()
		return
	}
	at := slices.IndexFunc(l.rows, func(a application.Application) bool { return a.ID == l.marked })
	if l.marked == "" {
		at = min(l.table.Selected(), len(l.rows)-1)
	}
	l.table.Refresh()
	l.table.Select(at)
}

func (l *list) showBoard() {
	today := l.screen.today()
	columns := make([]widgets.BoardColumn, len(application.Statuses))
	for i, s := range application.Statuses {
		columns[i].Title = tr.Word(s.Label())
	}
	for _, a := range l.rows {
		c := &columns[slices.Index(application.Statuses, a.Status.Known())]
		if len(c.Cards) >= boardMost {
			c.More++
			continue
		}
		card := widgets.BoardCard{ID: a.ID, Title: a.Title, Detail: a.Employer, Note: nextText(a, today)}
		if card.Title == "" {
			card.Title, card.Detail = a.Name(), ""
		}
		if a.Overdue(today) {
			card.NoteColor = widgets.ColorBad
		}
		if !a.Open() {
			card.Note = first(tr.Word(a.Outcome.Label()), tr.T("applications.outcome-not-set", "Outcome not set"))
		}
		c.Cards = append(c.Cards, card)
	}
	l.board.SetColumns(columns)
}

// mark marks the application that is shown beside the list.
func (l *list) mark(id string) {
	l.marked = id
	l.board.SetMarked(id)
	if id != "" {
		l.choose(id)
	}
}

// choose selects an application, "" for none.
func (l *list) choose(id string) {
	l.board.Select(id)
	if at := slices.IndexFunc(l.rows, func(a application.Application) bool { return a.ID == id }); at >= 0 || id != "" {
		l.table.Select(at)
	}
}

// after is the application behind another one in the list, or the one before where that is
// the last, "" for none.
func (l *list) after(id string) string {
	i := slices.IndexFunc(l.rows, func(a application.Application) bool { return a.ID == id })
	switch {
	case i < 0:
		return ""
	case i+1 < len(l.rows):
		return l.rows[i+1].ID
	case i > 0:
		return l.rows[i-1].ID
	}
	return ""
}

func (l *list) has(id string) bool {
	return slices.ContainsFunc(l.all, func(a application.Application) bool { return a.ID == id })
}

// summary says how many applications there are, and what is to be done.
func (l *list) summary() string {
	open, overdue := 0, 0
	for _, a := range l.all {
		if a.Open() {
			open++
		}
		if a.Overdue(l.screen.today()) {
			overdue++
		}
	}
	text := tr.N("applications.count-open", "{{.Count}} application, {{.Open}} open", "{{.Count}} applications, {{.Open}} open", len(l.all), tr.With{"Open": open})
	if len(l.rows) != len(l.all) {
		text = tr.T("applications.of", "{{.Number}} of {{.All}}", tr.With{"Number": len(l.rows), "All": text})
	}
	if overdue > 0 {
		text += " · " + tr.N("applications.count-overdue", "{{.Count}} overdue", "{{.Count}} overdue", overdue)
	}
	return text
}

package prepare

import (
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/application"
	"resumax/resume"
	"resumax/widgets"
)

// group is kinds of questions that are counted together.
type group struct {
	name  string
	kinds []interview.Kind
}

func groups() []group {
	return []group{
		{tr.T("prepare.numbers", "Numbers"), []interview.Kind{interview.Defend, interview.Vague}},
		{tr.T("prepare.trade-offs", "Trade-offs"), []interview.Kind{interview.TradeOff}},
		{tr.T("prepare.stories", "Stories"), []interview.Kind{interview.Star}},
		{tr.T("prepare.gaps", "Gaps"), []interview.Kind{interview.Gap, interview.ShortStay, interview.Skill}},
		{tr.T("prepare.posting", "Posting"), []interview.Kind{interview.Required}},
		{tr.T("prepare.role", "Role"), []interview.Kind{interview.Role, interview.Asked}},
	}
}

// head shows the readiness, what it is made of, and a picture of what is covered.
type head struct {
	pane   *Pane
	strip  *widgets.ScoreStrip
	meters []*widgets.Meter
	cells  *widgets.Cells
	said   *widgets.Label      // how many lines are prepared
	lines  []interview.Covered // of the cells
	at     resume.Address      // whose square is marked
	day    *widgets.Dropdown
	start  *widgets.Button
	root   fyne.CanvasObject
}

func newHead(p *Pane) *head {
	h := &head{pane: p, cells: widgets.NewCells(), said: widgets.NewMuted("")}
	for i, g := range groups() {
		m := widgets.NewMeter(g.name)
		m.Unit = tr.T("prepare.unit-practiced", "practiced")
		m.OnTapped = func() { p.cards().toggleGroup(i) }
		h.meters = append(h.meters, m)
	}
	h.strip = widgets.NewScoreStrip(h.meters...)
	h.cells.OnTapped = func(i int) { p.ShowLine(h.lines[i].Address) }
	h.day = widgets.NewDropdown(tr.T("prepare.interview-day", "Interview day"), h.askDay)
	h.start = mainly(tr.T("prepare.practice", "Practice"), func() { p.practice.begin(p.cards().queue()) })
	brief := widgets.NewButtonWithIcon(tr.T("prepare.brief", "Brief"), theme.DocumentPrintIcon(), func() { p.services.Brief() })
	var more *widgets.IconButton
	more = widgets.NewIconButton(theme.MoreHorizontalIcon(), tr.T("prepare.more", "More"), func() {
		items := []*fyne.MenuItem{
			fyne.NewMenuItem(tr.T("prepare.brief-for-the-day", "Brief for the day…"), func() { p.services.Brief() }), fyne.NewMenuItem(tr.T("prepare.list-of-all-questions", "List of all questions…"), func() { p.services.List() }),
			fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr.T("prepare.why-this-works", "Why this works"), func() { p.services.Why() })}
		popBelow(more, items)
	})
	buttons := widgets.NewBorder(nil, nil, container.NewHBox(h.start, brief), container.NewCenter(more), h.day)
	h.root = widgets.NewColumn(10, h.strip, widgets.NewColumn(4, h.said, h.cells), buttons)
	return h
}

func popBelow(o fyne.CanvasObject, items []*fyne.MenuItem) {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(o); c != nil {
		widgets.ShowMenu(c, fyne.NewMenu("", items...), d.AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2))
	}
}

// figure is the readiness as a short text and its color.
func (h *head) figure() (string, fyne.ThemeColorName) {
	r := h.pane.report
	if r == nil || len(r.Cards) == 0 {
		return "–", widgets.ColorMuted
	}
	color := widgets.ColorMuted // nothing is wrong where one has only begun
	switch {
	case r.Readiness >= 0.8:
		color = widgets.ColorGood
	case r.Readiness >= 0.4:
		color = widgets.ColorWarn
	}
	return fmt.Sprintf("%.0f", math.Floor(100*r.Readiness)), color
}

// band is a word for a readiness.
func band(share float64) string {
	switch {
	case share >= 0.8:
		return tr.T("prepare.ready", "Ready")
	case share >= 0.5:
		return tr.T("prepare.nearly", "Nearly")
	case share > 0:
		return tr.T("prepare.begun", "Begun")
	}
	return tr.T("prepare.to-begin", "To begin")
}

func (h *head) follow() {
	r := h.pane.report
	if r == nil {
		return
	}
	_, color := h.figure()
	h.strip.SetScore(100*r.Readiness, band(r.Readiness), color)
	for i, g := range groups() {
		done, all := 0, 0
		for _, c := range r.Cards {
			if !slices.Contains(g.kinds, c.Kind) {
				continue
			}
			all++
			if kept, ok := r.Prep.Card(c.ID); ok && kept.Confidence >= 3 && !kept.Review.IsNew() && !c.Stale(r.Prep) {
				done++
			}
		}
		h.meters[i].Hidden = all == 0
		h.meters[i].SetValue(float64(done), float64(all), widgets.ColorGood)
	}
	h.strip.Refresh()
	h.showCells()
	h.showDay()
	n := len(h.pane.cards().queue())
	h.start.SetText(tr.T("prepare.practice", "Practice"))
	if n == 0 {
		h.start.Disable()
	} else {
		h.start.Enable()
	}
}

// showCells draws a square for each line that is asked about.
func (h *head) showCells() {
	r := h.pane.report
	var cells []widgets.Cell
	h.lines = h.lines[:0]
	order := slices.Clone(r.Covered)
	slices.SortStableFunc(order, func(a, b interview.Covered) int { return compareAddresses(r.Snapshot.Resume, a.Address, b.Address) })
	before, prepared := resume.Address(""), 0
	for _, c := range order {
		of := entryOf(c.Address)
		cell := widgets.Cell{Gap: of != before, Tip: tipOf(r.Snapshot.Document, c)}
		before = of
		switch done, all := c.Defended+c.Practiced, c.Numbers+c.Cards; {
		case c.Blocked:
			cell.Color = widgets.ColorBad
		case all > 0 && done == all:
			cell.Color = widgets.ColorGood
			prepared++
		case done > 0:
			cell.Color, cell.Half = widgets.ColorGood, true
		}
		cells = append(cells, cell)
		h.lines = append(h.lines, c)
	}
	h.cells.SetCells(cells)
	h.point(h.at)
	h.said.SetText(tr.N("prepare.ready-to-defend", "{{.Number}} of {{.Count}} line ready to defend", "{{.Number}} of {{.Count}} lines ready to defend", len(cells), tr.With{"Number": prepared}))
}

// entryOf is the entry that a text is of.
func entryOf(a resume.Address) resume.Address {
	t := a.Tokens()
	if len(t) < 2 {
		return a
	}
	return resume.Root.Child(t[0]).Child(t[1])
}

// compareAddresses orders addresses as the page has them: by section, then by place.
func compareAddresses(r *resume.Resume, a, b resume.Address) int {
	rank := func(x resume.Address) int {
		if i := slices.IndexFunc(r.Sections, func(s resume.Section) bool { return s.Key == r.SectionOf(x) }); i >= 0 {
			return i
		}
		return -1
	}
	if x, y := rank(a), rank(b); x != y {
		return x - y
	}
	x, y := a.Tokens(), b.Tokens()
	for i := 0; i < len(x) && i < len(y); i++ {
		if x[i] == y[i] {
			continue
		}
		if len(x[i]) != len(y[i]) {
			return len(x[i]) - len(y[i])
		}
		if x[i] < y[i] {
			return -1
		}
		return 1
	}
	return len(x) - len(y)
}

func tipOf(d resume.Document, c interview.Covered) string {
	text := shortened(resume.Plain(d.TextAt(c.Address)), 60)
	if text == "" {
		text = tr.Place(d.Labels().Of(c.Address))
	}
	text += "\n" + tr.N("prepare.practiced", "{{.Number}} of {{.Count}} question practiced", "{{.Number}} of {{.Count}} questions practiced", c.Cards, tr.With{"Number": c.Practiced})
	if c.Numbers > 0 {
		text += ", " + tr.N("prepare.defended", "{{.Number}} of {{.Count}} number defended", "{{.Number}} of {{.Count}} numbers defended", c.Numbers, tr.With{"Number": c.Defended})
	}
	if c.Blocked {
		text += "\n" + tr.T("prepare.it-has-a-number", "It has a number that you can’t defend")
	}
	return text
}

func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// showDay says when the next interview is.
func (h *head) showDay() {
	day, _ := h.pane.interview()
	if day.IsZero() {
		h.day.SetText(tr.T("prepare.interview-day", "Interview day"))
		return
	}
	h.day.SetText(soonText(day, h.pane.today()))
}

// interview is the day of the next interview: the one that was set, else the next one of the
// applications; the zero date for none.
func (p *Pane) interview() (day resume.Date, set bool) {
	kept := prep.Of(p.session.Now().Project)
	if !kept.Interview.IsZero() && daysUntil(kept.Interview, p.today()) >= 0 {
		return kept.Interview, true
	}
	return nextMeeting(p.session.Now().Project, p.today()), false
}

// askDay lets the user say when the interview is.
func (h *head) askDay() {
	p := h.pane
	set := func(label string, day resume.Date) {
		p.edit(label, "interview", func(d resume.Document) (resume.Document, error) { return prep.SetInterview(d, day) })
	}
	var items []*fyne.MenuItem
	now := p.services.Today()
	for _, c := range []struct {
		label string
		days  int
	}{{tr.T("prepare.tomorrow", "Tomorrow"), 1}, {tr.T("prepare.in-3-days", "In 3 days"), 3}, {tr.T("prepare.in-a-week", "In a week"), 7}, {tr.T("prepare.in-2-weeks", "In 2 weeks"), 14}} {
		t := now.AddDate(0, 0, c.days)
		items = append(items, fyne.NewMenuItem(c.label+", "+tr.Weekday(t), func() { set(tr.T("prepare.interview-day", "Interview day"), resume.DayOf(t)) }))
	}
	items = append(items, fyne.NewMenuItem(tr.T("prepare.another-day", "Another day…"), func() {
		p.services.Shell.AskText(tr.T("prepare.when-is-the-interview", "When is the interview? Such as Mar 15, friday or 2026-03-15"), "", func(text string) {
			if day := application.TypedDay(text, p.today()); isDay(day) {
				set(tr.T("prepare.interview-day", "Interview day"), day)
			} else if text != "" {
				p.services.Shell.ShowError(tr.T("prepare.is-not-a-day", "“{{.Text}}” is not a day. Write it like Mar 15 or 2026-03-15.", tr.With{"Text": text}))
			}
		})
	}))
	if _, own := p.interview(); own {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr.T("prepare.no-date", "No date"), func() { set(tr.T("prepare.no-interview-day", "No interview day"), resume.Date{}) }))
	}
	popBelow(h.day, items)
}

// unmark shows that no group of kinds is chosen.
func (h *head) unmark() {
	for _, m := range h.meters {
		m.SetSelected(false)
	}
}

// point marks the square of a line, "" none.
func (h *head) point(a resume.Address) {
	h.at = a
	h.cells.SetSelected(slices.IndexFunc(h.lines, func(c interview.Covered) bool { return a != "" && c.Address == a }))
}

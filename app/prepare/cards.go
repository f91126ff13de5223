package prepare

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/resume"
	"resumax/widgets"
)

// What of the questions is shown.
const (
	scopeAll = iota
	scopeDue
	scopePosting
	scopeLine // those about the line that was chosen
	scopeAdd  // none: it leads to where a posting is added
)

// cards is the view of the questions.
type cards struct {
	pane  *Pane
	card  interview.Card // that is shown, with no ID for none
	line  resume.Address // that the user chose, "" for none
	scope int

	audience interview.Audience // "" for all
	section  string             // its key, "" for all
	group    int                // of kinds, -1 for all

	pills       *widgets.Pills
	scopes      []int // of the pills
	labels      []string
	whom, where *widgets.Dropdown
	above       *fyne.Container
	detail      *cardView
}

func newCards(p *Pane) *cards {
	v := &cards{pane: p, group: -1, pills: widgets.NewPills()}
	v.pills.OnSelected = func(i int) {
		if v.scopes[i] == scopeAdd {
			v.pills.Select(max(0, slices.Index(v.scopes, v.scope)))
			p.services.Tailor()
			return
		}
		v.scope = v.scopes[i]
		v.filtered()
	}
	v.whom = widgets.NewDropdown(tr.T("prepare.anyone", "Anyone"), v.chooseAudience)
	v.where = widgets.NewDropdown(tr.T("prepare.all-sections", "All sections"), v.chooseSection)
	v.above = inset(widgets.NewColumn(6, v.pills, container.New(layout.NewGridLayoutWithColumns(2), v.whom, v.where)), 0, gap)
	v.detail = newCardView(p)
	return v
}

func (v *cards) filters() fyne.CanvasObject { return v.above }
func (v *cards) content() fyne.CanvasObject { return v.detail.sheet.root }
func (v *cards) selected() string           { return v.card.ID }

// reset forgets the filters, for another project.
func (v *cards) reset() {
	v.card, v.line, v.scope, v.audience, v.section, v.group = interview.Card{}, "", scopeAll, "", "", -1
	v.labels = nil
}

// filtered shows what the filters leave.
func (v *cards) filtered() {
	v.pane.practice.leave()
	v.pane.head.follow()
	v.pane.arrange()
}

// toggleGroup shows the questions of a group of kinds alone, or all again.
func (v *cards) toggleGroup(i int) {
	if v.group == i {
		i = -1
	}
	v.group = i
	for k, m := range v.pane.head.meters {
		m.SetSelected(k == i)
	}
	v.pane.choice.Select(viewCards)
	v.filtered()
}

// shown reports whether the filters leave a card.
func (v *cards) shown(c interview.Card, scope int) bool {
	r := v.pane.report
	kept, _ := r.Prep.Card(c.ID)
	switch {
	case v.audience != "" && c.Audience != v.audience,
		v.section != "" && r.Snapshot.Resume.SectionOf(c.Address) != v.section,
		v.group >= 0 && !slices.Contains(groups()[v.group].kinds, c.Kind):
		return false
	}
	switch scope {
	case scopeDue:
		return !kept.Dismissed && (kept.Review.IsDue(r.Today) || c.Stale(r.Prep))
	case scopePosting:
		return c.Kind == interview.Required
	case scopeLine:
		return c.Address == v.line
	}
	return true
}

// mostAtOnce is how many questions are practiced in one go: some twenty minutes.
const mostAtOnce = 10

// queue are the questions to practice now: those that the filters leave and that are due, the
// likeliest first.
func (v *cards) queue() (all []interview.Card) {
	if v.pane.report == nil {
		return nil
	}
	for _, c := range v.pane.report.Cards {
		if len(all) < mostAtOnce && v.shown(c, v.scope) && v.shown(c, scopeDue) {
			all = append(all, c)
		}
	}
	return all
}

// first is the likeliest question about a line, which the filters leave from then on.
func (v *cards) first(a resume.Address) (key string, ok bool) {
	r := v.pane.report
	if r == nil {
		return "", false
	}
	i := slices.IndexFunc(r.Cards, func(c interview.Card) bool { return c.Address == a })
	if i < 0 {
		i = slices.IndexFunc(r.Cards, func(c interview.Card) bool { return c.Address.Within(a) })
	}
	if i < 0 {
		return "", false
	}
	v.reset()
	v.pane.head.unmark()
	v.line, v.scope = r.Cards[i].Address, scopeLine
	return r.Cards[i].ID, true
}

func (v *cards) rows() (all []item) {
	r := v.pane.report
	if r == nil {
		return nil
	}
	v.showFilters()
	labels := r.Snapshot.Document.Labels()
	for i, c := range r.Cards {
		if v.shown(c, v.scope) {
			all = append(all, item{c.ID, v.row(c, i < r.Listed, labels)})
		}
	}
	return all
}

func (v *cards) row(c interview.Card, listed bool, labels resume.Labels) widgets.QuestionText {
	r := v.pane.report
	kept, _ := r.Prep.Card(c.ID)
	t := widgets.QuestionText{Title: c.Question, Note: kindNames()[c.Kind], Dot: confidenceColor(kept), Aside: likely(c.Likelihood)}
	if place := placeOf(labels, c.Address); place != "" && c.Kind != interview.Role {
		t.Note += " · " + place
	}
	switch {
	case kept.Dismissed:
		t.Note, t.Aside = tr.T("prepare.left-out", "Left out"), ""
	case c.Stale(r.Prep):
		t.Note, t.Warn = tr.T("prepare.the-number-has-changed", "The number has changed since you practiced"), true
	case listed:
		t.Note = tr.T("prepare.on-your-list", "On your list · {{.Note}}", tr.With{"Note": t.Note})
	}
	if !kept.Review.IsNew() && !kept.Dismissed {
		t.Aside = dueText(kept.Review.Due, r.Today)
	}
	return t
}

// placeOf names the entry of an address: "Brightline".
func placeOf(labels resume.Labels, a resume.Address) string {
	parts := strings.Split(tr.Place(labels.Of(entryOf(a))), " · ")
	return shortened(parts[len(parts)-1], 40)
}

func kindNames() map[interview.Kind]string {
	return map[interview.Kind]string{
		interview.Defend: tr.T("prepare.number", "Number"), interview.TradeOff: tr.T("prepare.trade-off", "Trade-off"), interview.Star: tr.T("prepare.story", "Story"), interview.Vague: tr.T("prepare.claim", "Claim"), interview.Gap: tr.T("prepare.gap", "Gap"),
		interview.ShortStay: tr.T("prepare.short-stay", "Short stay"), interview.Skill: tr.T("prepare.skill", "Skill"), interview.Required: tr.T("prepare.posting", "Posting"), interview.Role: tr.T("prepare.role", "Role"), interview.Asked: tr.T("prepare.asked-before", "Asked before"),
	}
}

func audienceNames() map[interview.Audience]string {
	return map[interview.Audience]string{
		interview.Recruiter: tr.T("prepare.recruiter", "Recruiter"), interview.HiringManager: tr.T("prepare.hiring-manager", "Hiring manager"), interview.Peer: tr.T("prepare.peer", "Peer"), interview.Panel: tr.T("prepare.panel", "Panel"),
	}
}

// likely is a word for a likelihood, which orders and is no forecast.
func likely(v float64) string {
	switch {
	case v >= 0.75:
		return tr.T("prepare.very-likely", "very likely")
	case v >= 0.5:
		return tr.T("prepare.likely", "likely")
	}
	return tr.T("prepare.possible", "possible")
}

// confidenceColor is the dot of a card.
func confidenceColor(c prep.Card) fyne.ThemeColorName {
	switch {
	case c.Review.IsNew() || c.Confidence == 0:
		return ""
	case c.Confidence >= 4:
		return widgets.ColorGood
	case c.Confidence >= 2:
		return widgets.ColorWarn
	}
	return widgets.ColorBad
}

// showFilters says how many questions each filter leaves.
func (v *cards) showFilters() {
	n := map[int]int{}
	for _, c := range v.pane.report.Cards {
		for _, scope := range []int{scopeAll, scopeDue, scopePosting, scopeLine} {
			if v.shown(c, scope) {
				n[scope]++
			}
		}
	}
	labels, scopes := []string{tr.T("prepare.all", "All {{.Number}}", tr.With{"Number": n[scopeAll]}), tr.T("prepare.to-practice", "To practice {{.Number}}", tr.With{"Number": n[scopeDue]})}, []int{scopeAll, scopeDue}
	if n[scopePosting] > 0 || v.scope == scopePosting {
		labels, scopes = append(labels, tr.T("prepare.posting-2", "Posting {{.Number}}", tr.With{"Number": n[scopePosting]})), append(scopes, scopePosting)
	}
	if v.pane.report.Posting == nil {
		labels, scopes = append(labels, tr.T("prepare.posting-3", "+ Posting")), append(scopes, scopeAdd)
	}
	if v.line != "" {
		labels, scopes = append(labels, tr.T("prepare.this-line", "This line {{.Number}}", tr.With{"Number": n[scopeLine]})), append(scopes, scopeLine)
	}
	if !slices.Equal(labels, v.labels) {
		v.labels, v.scopes = labels, scopes
		v.pills.SetLabels(labels...)
	}
	v.pills.Select(max(0, slices.Index(scopes, v.scope)))
	v.whom.SetText(tr.T("prepare.anyone", "Anyone"))
	if v.audience != "" {
		v.whom.SetText(audienceNames()[v.audience])
	}
	v.where.SetText(tr.T("prepare.all-sections", "All sections"))
	if s, ok := v.pane.report.Snapshot.Resume.Section(v.section); ok {
		v.where.SetText(s.Title)
	}
	v.above.Refresh()
}

func (v *cards) chooseAudience() {
	var items []*fyne.MenuItem
	for _, a := range append([]interview.Audience{""}, interview.Audiences...) {
		name := audienceNames()[a]
		if a == "" {
			name = tr.T("prepare.anyone", "Anyone")
		} else if r := v.pane.report; r == nil || !slices.ContainsFunc(r.Cards, func(c interview.Card) bool { return c.Audience == a }) {
			continue
		}
		item := fyne.NewMenuItem(name, func() {
			v.audience = a
			v.filtered()
		})
		item.Checked = a == v.audience
		items = append(items, item)
	}
	popBelow(v.whom, items)
}

func (v *cards) chooseSection() {
	r := v.pane.report
	if r == nil {
		return
	}
	has := map[string]bool{}
	for _, c := range r.Cards {
		has[r.Snapshot.Resume.SectionOf(c.Address)] = true
	}
	add := func(key, name string) *fyne.MenuItem {
		item := fyne.NewMenuItem(name, func() {
			v.section = key
			v.filtered()
		})
		item.Checked = key == v.section
		return item
	}
	items := []*fyne.MenuItem{add("", tr.T("prepare.all-sections", "All sections"))}
	for _, s := range r.Snapshot.Resume.Sections {
		if has[s.Key] {
			items = append(items, add(s.Key, s.Title))
		}
	}
	popBelow(v.where, items)
}

// show shows a card.
func (v *cards) show(key string) {
	r := v.pane.report
	if r == nil {
		v.detail.showNothing()
		return
	}
	c, ok := r.Card(key)
	if !ok && v.card.ID != "" && key == v.card.ID {
		c, ok = r.Like(v.card)
	}
	if !ok {
		v.card = interview.Card{}
		v.detail.showNothing()
		return
	}
	other := v.card.Address != c.Address || v.card.ID != c.ID
	v.card = c
	v.detail.show(c)
	if other && !v.pane.practice.on() {
		v.pane.mark(c.Address)
	}
}

// keepCard changes what is kept of a card, as one step, and returns the card's ID from then on.
func (p *Pane) keepCard(label string, c interview.Card, change func(*prep.Card) error) (id string, ok bool) {
	view := p.session.Now().View
	id = c.ID
	ok = p.edit(label, "cards", func(d resume.Document) (resume.Document, error) {
		d, of, named, err := c.Identify(d, view)
		if err != nil {
			return d, err
		}
		all := prep.Of(d)
		kept, had := all.Card(named)
		if !had {
			kept, _ = all.Card(c.ID)
		}
		kept.ID, kept.Of, kept.Question = named, of, c.Question
		if err := change(&kept); err != nil {
			return d, err
		}
		id = named
		return prep.Put(d, kept)
	})
	if ok && p.cards().card.ID == c.ID {
		p.cards().card.ID = id
	}
	return id, ok
}

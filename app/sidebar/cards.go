package sidebar

import (
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

// cards is the list of advice, what gains most first. Its rows are reused and its order
// stays while the user writes in one place, so that nothing jumps.
type cards struct {
	sidebar *Sidebar
	title   *widgets.Label
	rows    []*cardRow
	list    *fyne.Container
	more    *widgets.Button
	all     bool            // those beyond fewCards are shown
	opened  map[string]bool // cards of the whole resume of which all places are shown, by what they say to do
	// order is the order of the cards ("") and of the places of each, as it was when the
	// place with the focus got it.
	order  map[resume.Address][]resume.Address
	wholes map[resume.Address]score.Card // the cards with places, as they were shown last
	place  resume.Address                // that has the focus
	root   *fyne.Container
}

const (
	fewCards  = 5 // shown before "Show n more"
	fewPlaces = 3 // of a card of the whole resume
)

func newCards(b *Sidebar) *cards {
	c := &cards{sidebar: b, title: widgets.NewStrong(""), list: widgets.NewColumn(0), opened: map[string]bool{}}
	c.more = widgets.NewButton("", func() {
		c.all = !c.all
		c.show()
	})
	c.more.Importance = widget.LowImportance
	c.root = widgets.NewColumn(6, inset(c.title, 0, 8), c.list, container.NewHBox(c.more))
	b.session.OnFocus(c.focused)
	return c
}

// cardRow is one row: a card, one of the places of a card, or a button for the others.
type cardRow struct {
	view            *widgets.AdviceCard
	apply, ask, add *widgets.IconButton
	row             row
}

// row is what a row shows.
type row struct {
	card   score.Card
	found  []score.Finding
	worth  string
	inner  bool   // a place of the card above
	more   string // of a row that shows the other places of a card: what that card says to do
	done   bool   // the place with the focus, whose advice was followed
	step   bool   // a first step, not advice on what is there
	notice bool

	unprinted resume.Problem // characters that the page leaves out
}

// focused marks the card of the place that got the focus, and brings it into view. Only
// then may the order change.
func (c *cards) focused(at resume.Address) {
	place := score.PlaceOf(at)
	if place == c.place {
		return
	}
	c.place, c.order = place, nil
	c.show()
	for _, r := range c.rows {
		if r.view.Visible() && r.view.Marked() {
			widgets.Reveal(r.view)
			return
		}
	}
}

// show shows the cards of the sidebar's report.
func (c *cards) show() {
	rows, hidden := c.arranged()
	for i, r := range rows {
		if i == len(c.rows) {
			c.rows = append(c.rows, c.newRow())
			c.list.Add(c.rows[i].view)
		}
		c.rows[i].set(r, c.place)
	}
	for i, row := range c.rows {
		row.view.Hidden = i >= len(rows)
	}
	c.title.SetText(c.heading(len(rows)))
	switch {
	case hidden > 0:
		c.more.SetText(tr.N("sidebar.show-more", "Show {{.Count}} more", "Show {{.Count}} more", hidden))
	case c.all:
		c.more.SetText(tr.T("sidebar.show-fewer", "Show fewer"))
	}
	c.more.Hidden = hidden == 0 && !c.all
	c.list.Refresh()
	c.root.Refresh()
}

// heading is what is above the list.
func (c *cards) heading(n int) string {
	r := c.sidebar.report
	switch {
	case !r.Started:
		return tr.T("sidebar.your-score-appears-once", "Your score appears once there is a job with a bullet. Start with:")
	case n == 0 && c.sidebar.chosen != "":
		return tr.T("sidebar.nothing-to-change-in", "Nothing to change in {{.Dimension}}", tr.With{"Dimension": c.dimension()})
	case n == 0:
		return tr.T("sidebar.nothing-left-to-change", "Nothing left to change that is worth a point")
	case c.sidebar.chosen != "":
		return tr.T("sidebar.what-to-change-in", "What to change in {{.Dimension}}", tr.With{"Dimension": c.dimension()})
	}
	return tr.T("sidebar.what-to-change", "What to change")
}

func (c *cards) dimension() string {
	for _, d := range c.sidebar.report.Dimensions {
		if d.ID == c.sidebar.chosen {
			return tr.Lower(tr.Word(d.Name))
		}
	}
	return ""
}

// arranged are the rows to show, and how many cards are folded.
func (c *cards) arranged() (rows []row, hidden int) {
	list := c.stable(c.shown())
	if c.sidebar.chosen == "" {
		rows = c.problems()
	}
	for i, card := range list {
		small := c.sidebar.chosen == "" && !c.sidebar.report.Worth(card)
		if (small || i >= fewCards) && !(c.holdsFocus(card) && (!small || c.isShown(c.place))) {
			hidden++
			if !c.all {
				continue
			}
		}
		rows = append(rows, c.rowOf(card, i))
		rows = append(rows, c.placesOf(card)...)
	}
	if c.all = c.all && hidden > 0; c.all {
		hidden = 0
	}
	return rows, hidden
}

// isShown reports whether a place has a row now: while it is written in, that stays.
func (c *cards) isShown(place resume.Address) bool {
	return slices.ContainsFunc(c.rows, func(r *cardRow) bool { return r.view.Visible() && r.row.card.Address == place })
}

// shown are the cards of the report, of the chosen dimension.
func (c *cards) shown() []score.Card {
	r := c.sidebar.report
	return slices.DeleteFunc(slices.Clone(r.Cards), func(card score.Card) bool {
		return c.sidebar.chosen != "" && !slices.ContainsFunc(r.Of(card), func(f score.Finding) bool { return f.Dimension == c.sidebar.chosen })
	})
}

// stable are cards in the order that they had when the place with the focus got it, and
// so are the places of each. The card of that place stays until the focus leaves it, even
// where nothing is left to change.
func (c *cards) stable(list []score.Card) []score.Card {
	if list = c.withDone(list); c.place != "" {
		list = c.asBefore(list)
	}
	list = kept(c.order[""], list, c.holdsFocus)
	order := map[resume.Address][]resume.Address{"": keys(list)}
	c.wholes = map[resume.Address]score.Card{}
	for i := range list {
		if len(list[i].Places) > 0 {
			c.wholes[keyOf(list[i])] = list[i]
			list[i].Places = kept(c.order[keyOf(list[i])], list[i].Places, c.holdsFocus)
			order[keyOf(list[i])] = keys(list[i].Places)
		}
	}
	c.order = order
	return list
}

// withDone adds a card for the place with the focus where it had one and has none now:
// among the places that it was one of, if they are still there.
func (c *cards) withDone(list []score.Card) []score.Card {
	if slices.ContainsFunc(list, c.holdsFocus) || c.place == "" || !c.sidebar.report.Started {
		return list
	}
	done := score.Card{Address: c.place, Says: tr.T("sidebar.nothing-left-to-change-here", "Nothing left to change here.")}
	for of, places := range c.order {
		if !slices.Contains(places, c.place) {
			continue
		}
		for i := range list {
			if keyOf(list[i]) == of {
				list[i].Places = append(slices.Clone(list[i].Places), done)
				return list
			}
		}
		return append(list, done)
	}
	return list
}

// asBefore undoes what was joined and parted since the place with the focus got it: cards
// that were of their own stay so, and what was one card stays one while places of it are
// left.
func (c *cards) asBefore(list []score.Card) []score.Card {
	own := map[resume.Address]bool{}
	for _, a := range c.order[""] {
		own[a] = true
	}
	var out []score.Card
	at := map[resume.Address]int{}
	for _, k := range list {
		if len(k.Places) > 0 {
			var parted []score.Card
			k.Places = slices.DeleteFunc(slices.Clone(k.Places), func(p score.Card) bool {
				if own[p.Address] {
					parted = append(parted, p)
				}
				return own[p.Address]
			})
			out = append(out, parted...)
			if len(k.Places) == 0 {
				continue
			}
		}
		at[keyOf(k)] = len(out)
		out = append(out, k)
	}
	for _, key := range c.order[""] {
		whole, was := c.wholes[key]
		if _, is := at[key]; !was || is {
			continue
		}
		whole.Places, whole.Findings, whole.Notices, whole.Gain = nil, nil, nil, 0
		out = slices.DeleteFunc(out, func(k score.Card) bool {
			of := !own[keyOf(k)] && slices.Contains(c.order[key], keyOf(k))
			if of {
				whole.Places = append(whole.Places, k)
				whole.Findings, whole.Notices = append(whole.Findings, k.Findings...), append(whole.Notices, k.Notices...)
				whole.Gain = max(whole.Gain, k.Gain)
			}
			return of
		})
		if len(whole.Places) > 0 {
			out = append(out, whole)
		}
	}
	return out
}

// kept are cards in an order that some of them had; new ones come before the first that
// gains less, but after the one with the focus, and at the top if they have a notice.
func kept(order []resume.Address, list []score.Card, hasFocus func(score.Card) bool) []score.Card {
	var out []score.Card
	at := map[resume.Address]int{}
	for i, k := range list {
		at[keyOf(k)] = i
	}
	for _, a := range order {
		if i, ok := at[a]; ok {
			out = append(out, list[i])
		}
	}
	if len(out) == 0 {
		return list
	}
	had := map[resume.Address]bool{}
	for _, k := range out {
		had[keyOf(k)] = true
	}
	for _, k := range list {
		if had[keyOf(k)] {
			continue
		}
		i := slices.IndexFunc(out, func(o score.Card) bool { return o.Gain < k.Gain && len(o.Findings) > 0 })
		if i >= 0 {
			i = max(i, slices.IndexFunc(out, hasFocus)+1)
		}
		switch {
		case len(k.Notices) > 0:
			i = 0
		case i < 0:
			i = len(out)
		}
		out = slices.Insert(out, i, k)
	}
	return out
}

func keys(list []score.Card) (all []resume.Address) {
	for _, k := range list {
		all = append(all, keyOf(k))
	}
	return all
}

// keyOf tells cards apart from one report to the next: by place, those of the whole
// resume by what they say to do.
func keyOf(c score.Card) resume.Address {
	if c.Address == "" {
		return resume.Address(c.Do)
	}
	return c.Address
}

// holdsFocus reports whether a card is that of the place with the focus, or has it among
// its places.
func (c *cards) holdsFocus(card score.Card) bool {
	return c.place != "" && (card.Address == c.place || slices.ContainsFunc(card.Places, func(p score.Card) bool { return p.Address == c.place }))
}

func (c *cards) rowOf(card score.Card, i int) row {
	r := row{card: card, found: c.sidebar.report.Of(card), notice: len(card.Notices) > 0}
	switch {
	case !c.sidebar.report.Started:
		r.worth, r.step = fmt.Sprint(i+1), true
		r.card.Says, r.card.Do = tr.Word(card.Says), tr.Word(card.Do)
	case len(card.Findings)+len(card.Notices) == 0:
		r.done, r.worth = true, "✓"
	default:
		r.worth = gained(card.Gain)
	}
	return r
}

// placesOf are the rows of a card's places: the few that gain most, the one with the
// focus, and all on demand.
func (c *cards) placesOf(card score.Card) (rows []row) {
	hidden := 0
	for i, p := range card.Places {
		if i >= fewPlaces && !c.opened[card.Do] && p.Address != c.place {
			hidden++
			continue
		}
		r := c.rowOf(p, i)
		r.inner = true
		rows = append(rows, r)
	}
	if hidden > 0 {
		rows = append(rows, row{card: score.Card{Says: tr.N("sidebar.show-more", "Show {{.Count}} more", "Show {{.Count}} more", hidden)}, inner: true, more: card.Do})
	} else if len(card.Places) > fewPlaces && c.opened[card.Do] {
		rows = append(rows, row{card: score.Card{Says: tr.T("sidebar.show-fewer", "Show fewer")}, inner: true, more: card.Do})
	}
	return rows
}

// problems are the rows of what the page cannot show, above all advice.
func (c *cards) problems() (rows []row) {
	for _, p := range c.sidebar.problems {
		says, do := tr.T("sidebar.not-everything-here-can", "Not everything here can be printed."), shell.Sentence(p.Text)
		if p.Address.Within(resume.Settings) {
			says = tr.T("sidebar.this-design-setting-cant", "This design setting can't be used.")
		}
		if p.Unprinted != "" {
			says, do = unprintedSays(p)
		}
		f := score.Finding{Address: p.Address, Kind: score.Ask, Fix: says, Why: do}
		rows = append(rows, row{card: score.Card{Address: p.Address, Says: says, Do: do}, found: []score.Finding{f}, notice: true, unprinted: p})
	}
	return rows
}

// gained is a gain in whole points: "+6". What is less than one is no number.
func gained(v float64) string {
	if v < 0.5 {
		return ""
	}
	return fmt.Sprintf("+%.0f", math.Round(v))
}

func (c *cards) newRow() *cardRow {
	r := &cardRow{}
	s := &c.sidebar.services
	r.apply = widgets.NewIconButton(theme.ConfirmIcon(), "", func() {
		if p := r.row.unprinted; p.Unprinted != "" {
			c.sidebar.removeUnprinted(p)
			return
		}
		s.Apply(r.mechanical())
	})
	r.ask = widgets.NewIconButton(theme.ContentAddIcon(), tr.T("sidebar.insert-questions-to-answer", "Insert questions to answer"), func() { s.Ask(r.row.card) })
	r.add = widgets.NewIconButton(theme.DocumentCreateIcon(), "", func() { s.AddWord(r.misspelled()) })
	r.view = widgets.NewAdviceCard(r.apply, r.ask, r.add)
	r.view.OnTapped = func() { c.tapped(r.row) }
	return r
}

// tapped goes to a card's place: to the very word that its first finding is about.
func (c *cards) tapped(r row) {
	switch {
	case r.more != "":
		c.opened[r.more] = !c.opened[r.more]
		c.show()
		return
	case r.card.Address == "" && len(r.card.Places) > 0:
		c.sidebar.session.Reveal(r.card.Places[0].Address)
		return
	}
	for _, f := range r.found {
		if f.Span != (score.Span{}) && f.Address.Within(r.card.Address) {
			c.sidebar.session.Reveal(f.Address)
			c.sidebar.services.Select(f.Address, f.Span.Start, f.Span.End)
			return
		}
	}
	if len(r.found) > 0 && r.found[0].Address.Within(r.card.Address) {
		c.sidebar.session.Reveal(r.found[0].Address)
		return
	}
	c.sidebar.session.Reveal(r.card.Address)
}

// mechanical is the first finding that can be fixed as it is.
func (r *cardRow) mechanical() score.Finding {
	return first(r.row.found, score.Finding.Mechanical)
}

// misspelled is the first finding of a word that is in no dictionary.
func (r *cardRow) misspelled() score.Finding {
	return first(r.row.found, func(f score.Finding) bool { return f.Word != "" })
}

func first(list []score.Finding, is func(score.Finding) bool) score.Finding {
	for _, f := range list {
		if is(f) {
			return f
		}
	}
	return score.Finding{}
}

func (r *cardRow) set(to row, focus resume.Address) {
	r.row = to
	t := widgets.AdviceText{Worth: to.worth, Color: widgets.ColorGood, Says: to.card.Says, Do: to.card.Do, Link: to.more != ""}
	switch {
	case to.inner:
		t.Do = ""
	case to.step:
		t.Color = theme.ColorNamePrimary
	case to.notice && to.worth == "":
		t.Worth, t.Color = "!", widgets.ColorWarn
	}
	r.view.SetText(t)
	r.view.SetInner(to.inner)
	r.view.SetMarked(focus != "" && to.card.Address == focus)
	whole := len(to.card.Places) > 0
	fix, word := r.mechanical(), r.misspelled()
	show(r.apply, fix.Fix, fix.Check != "" && !whole && !to.inner)
	if to.unprinted.Unprinted != "" {
		show(r.apply, tr.T("sidebar.remove", "Remove {{.Characters}}", tr.With{"Characters": to.unprinted.Unprinted}), true)
	}
	show(r.add, tr.T("sidebar.add-to-dictionary", "Add “{{.Word}}” to dictionary", tr.With{"Word": word.Word}), word.Word != "" && !whole && !to.inner)
	show(r.ask, r.ask.Name(), to.card.Asks() && !whole && slices.ContainsFunc(to.found, func(f score.Finding) bool { return f.Kind == score.Ask && f.Lost > 0 }))
}

// show shows a button with a name, or hides it.
func show(b *widgets.IconButton, name string, on bool) {
	if on {
		b.SetName(name)
	}
	if on != b.Visible() {
		if on {
			b.Show()
		} else {
			b.Hide()
		}
	}
}

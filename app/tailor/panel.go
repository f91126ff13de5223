package tailor

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"resumax/app/matching"
	"resumax/app/tr"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// panel shows how well the resume answers the posting: the match, what would raise it from
// the user's own words, and each requirement with its proof.
type panel struct {
	tailor *Tailor
	report *matching.Report

	head   *head
	call   *fyne.Container // whose version is shown, with a button to make one
	callOf string
	offers *fyne.Container
	asked  *fyne.Container
	rows   map[int]*requirementRow
	groups []*group
	struck *fyne.Container // what is not for the user
	opened int             // the requirement that is open, -1 for none
	body   *fyne.Container
	empty  fyne.CanvasObject // shown before there is a posting
	scroll *container.Scroll
	root   fyne.CanvasObject
}

func newPanel(t *Tailor) *panel {
	p := &panel{tailor: t, head: newHead(), call: container.NewStack(), rows: map[int]*requirementRow{}, opened: -1}
	p.offers = widgets.NewColumn(0)
	p.asked = widgets.NewColumn(0)
	p.groups = []*group{
		newGroup(p, tr.T("tailor.missing", "Missing"), match.Absent), newGroup(p, tr.T("tailor.in-your-file-not", "In your file, not in this version"), match.Elsewhere),
		newGroup(p, tr.T("tailor.only-listed-or-implied", "Only listed or implied"), match.Listed, match.Implied), newGroup(p, tr.T("tailor.proved", "Proved"), match.Proved),
	}
	for _, g := range p.groups {
		p.asked.Add(g.root)
	}
	p.struck = widgets.NewColumn(0)
	p.body = widgets.NewColumn(12, p.head.root, p.call, p.offers, p.asked, p.struck)
	p.empty = widgets.NewColumn(8, widgets.NewStrong(tr.T("tailor.match", "Match")),
		widgets.NewMuted(tr.T("tailor.once-there-is-a", "Once there is a posting, this shows how well your resume answers it: what it proves, what it only lists, and what is missing. The match is one number from 0 to 100, apart from the score.")))
	p.scroll = container.NewVScroll(inset(p.empty, 14, 14))
	p.root = container.NewStack(p.scroll)
	return p
}

// show shows a report, nil for none.
func (p *panel) show(r *matching.Report) {
	was := p.report
	p.report = r
	if r == nil {
		p.setContent(p.empty)
		return
	}
	if was == nil || was.Posting.ID != r.Posting.ID {
		p.opened = -1
	}
	p.head.show(r)
	p.showCall(r)
	p.showOffers(r)
	p.showRequirements(r)
	p.showStruck(r)
	p.setContent(p.body)
}

func (p *panel) setContent(o fyne.CanvasObject) {
	if c := p.scroll.Content.(*fyne.Container); c.Objects[0] != o {
		c.Objects[0] = o
		p.scroll.ScrollToTop()
		p.scroll.Refresh()
	}
}

// showCall says which version is edited, and offers the one for this job, or to make it.
func (p *panel) showCall(r *matching.Report) {
	now := p.tailor.session.Now()
	text := ""
	own, made := p.tailor.version(r.Posting)
	switch {
	case now.View != nil && now.View.Variant.Posting == r.Posting.ID:
	case made && now.View == nil:
		text = tr.T("tailor.you-are-looking-at", "You are looking at your base resume. Your version for this job is “{{.Version}}”.", tr.With{"Version": own.Name})
	case made:
		text = tr.T("tailor.was-not-made-for", "“{{.Name}}” was not made for this job. Your version for it is “{{.Version}}”.", tr.With{"Name": now.View.Variant.Name, "Version": own.Name})
	case now.View == nil:
		text = tr.T("tailor.you-are-looking-at-your", "You are looking at your base resume. Make a version for this job: what you change in it leaves the base as it is.")
	default:
		text = tr.T("tailor.was-not-made-for-this", "“{{.Name}}” was not made for this job.", tr.With{"Name": now.View.Variant.Name})
	}
	if text == p.callOf {
		return
	}
	p.callOf = text
	p.call.RemoveAll()
	p.call.Hidden = text == ""
	if text != "" {
		main := widgets.NewButton(tr.T("tailor.make-a-version-for", "Make a version for this job"), func() { p.tailor.MakeVersion() })
		buttons := container.NewHBox(main)
		if made {
			main = widgets.NewButton(tr.T("tailor.show-it", "Show it"), func() { p.tailor.session.Show(own.ID) })
			another := widgets.NewButton(tr.T("tailor.make-another-version", "Make another version"), func() { p.tailor.MakeVersion() })
			another.Importance = widget.LowImportance
			buttons = row(main, another)
		}
		main.Importance = widget.HighImportance
		p.call.Add(widgets.NewBand(inset(widgets.NewColumn(8, widgets.NewLabel(text), buttons), 10, 10), widgets.ColorAccentSoft))
	}
	p.body.Refresh()
}

// version is the newest variant for a posting, and false if there is none.
func (t *Tailor) version(p posting.Stored) (newest variant.Variant, ok bool) {
	for _, v := range variant.List(t.session.Now().Project) {
		if v.Posting == p.ID {
			newest, ok = v, true
		}
	}
	return newest, ok
}

// MakeVersion makes a variant for the posting, and shows it.
func (t *Tailor) MakeVersion() {
	p, ok := t.services.Matching.Posting()
	if !ok {
		return
	}
	t.session.Vary(tr.T("tailor.new-version-for-this", "New version for this job"), func(d resume.Document) (resume.Document, string, error) {
		d, id, err := variant.New(d, VersionName(p))
		if err != nil {
			return d, "", err
		}
		if d, err = variant.SetPosting(d, id, p.ID); err != nil {
			return d, "", err
		}
		d, err = t.services.Varied(d, p, id)
		return d, id, err
	})
}

// VersionName is what a variant for a posting is called.
func VersionName(p posting.Stored) string {
	return firstOf(p.Company, p.Title, tr.T("tailor.new-version", "New version"))
}

// showOffers shows what of the user's own words would answer the posting better.
func (p *panel) showOffers(r *matching.Report) {
	p.offers.RemoveAll()
	if len(r.Offers) > 0 && r.Band != match.Stop {
		p.offers.Add(inset(widgets.NewStrong(tr.T("tailor.use-what-you-already", "Use what you already wrote")), 4, 8))
		for _, o := range r.Offers {
			row := widgets.NewActionRow(gained(o.Gain), o.Says(), effects(o), widgets.NewButton(tr.T("tailor.apply", "Apply"), func() { p.apply(o) }))
			row.OnTapped = func() { p.tailor.services.Show(o.Address) }
			p.offers.Add(row)
		}
	}
	p.offers.Hidden = len(p.offers.Objects) == 0
	p.offers.Refresh()
}

func (p *panel) apply(o matching.Offer) {
	if p.tailor.session.Now().View == nil {
		if v, ok := p.tailor.version(p.report.Posting); ok { // what is suggested for the base need not fit it
			p.tailor.session.Show(v.ID)
			p.tailor.services.Shell.Toaster.Show(tr.T("tailor.this-is-your-version", "This is “{{.Name}}”, your version for this job: suggestions are for it now.", tr.With{"Name": v.Name}), "", nil)
			return
		}
		p.tailor.MakeVersion() // what is changed for one job stays out of the base
		if p.tailor.session.Now().View == nil {
			return
		}
	}
	if p.tailor.services.Matching.Apply(o) {
		p.tailor.services.Shell.Toaster.Show(o.Done(), tr.T("tailor.undo", "Undo"), func() { p.tailor.session.Undo() })
	}
}

// effects are what an offer does besides raising the match.
func effects(o matching.Offer) string {
	var texts []string
	if s := math.Round(o.Score); s != 0 {
		texts = append(texts, tr.T("tailor.score", "score {{.Gain}}", tr.With{"Gain": signed(s)}))
	}
	if o.Pages != 0 {
		texts = append(texts, tr.N("tailor.pages", "{{.Gain}} page", "{{.Gain}} pages", max(o.Pages, -o.Pages), tr.With{"Gain": signed(float64(o.Pages))}))
	}
	if len(texts) == 0 {
		return ""
	}
	return tr.UpperFirst(strings.Join(texts, ", "))
}

func signed(v float64) string {
	if v < 0 {
		return fmt.Sprintf("−%.0f", -v)
	}
	return fmt.Sprintf("+%.0f", v)
}

// gained is a gain for a chip: "+4", "+<1"; "" for none.
func gained(v float64) string {
	switch {
	case v < 0.05:
		return ""
	case v < 1:
		return "+<1"
	}
	return fmt.Sprintf("+%.0f", math.Floor(v+0.5))
}

// showStruck shows what the user has struck out of the posting.
func (p *panel) showStruck(r *matching.Report) {
	rows := p.tailor.struckRows(r.Posting)
	p.struck.RemoveAll()
	if p.struck.Hidden = len(rows) == 0; len(rows) == 0 {
		return
	}
	p.struck.Add(inset(widgets.NewStrong(tr.N("tailor.not-for-you", "Not for you · {{.Count}}", "Not for you · {{.Count}}", len(rows))), 4, 8))
	for _, row := range rows {
		p.struck.Add(row)
	}
}

// group is the list of the requirements in the same state.
type group struct {
	panel  *panel
	name   string
	states []match.State
	title  *widgets.Label
	list   *fyne.Container
	more   *widgets.Button
	all    bool
	root   *fyne.Container
}

// fewRows are shown of a group before "Show n more".
const fewRows = 8

func newGroup(p *panel, name string, states ...match.State) *group {
	g := &group{panel: p, name: name, states: states, title: widgets.NewStrong(""), list: widgets.NewColumn(0)}
	g.more = widgets.NewButton("", func() {
		g.all = !g.all
		p.showRequirements(p.report)
	})
	g.more.Importance = widget.LowImportance
	g.root = widgets.NewColumn(4, inset(g.title, 4, 8), g.list, container.NewHBox(g.more))
	return g
}

// showRequirements shows all requirements, in the groups of their states.
func (p *panel) showRequirements(r *matching.Report) {
	for i := range p.rows {
		if i >= len(r.Requirements) {
			delete(p.rows, i)
		}
	}
	for _, g := range p.groups {
		g.show(r)
	}
	p.asked.Refresh()
}

func (g *group) show(r *matching.Report) {
	var in []int
	for i, q := range r.Requirements {
		if slices.Contains(g.states, q.State) {
			in = append(in, i)
		}
	}
	slices.SortStableFunc(in, func(a, b int) int {
		x, y := r.Requirements[a], r.Requirements[b]
		switch {
		case x.Gain > y.Gain+0.01 || y.Gain <= x.Gain+0.01 && x.Weight > y.Weight:
			return -1
		case y.Gain > x.Gain+0.01 || y.Weight > x.Weight:
			return 1
		}
		return 0
	})
	g.root.Hidden = len(in) == 0
	g.title.SetText(fmt.Sprintf("%s · %d", g.name, len(in)))
	g.list.RemoveAll()
	hidden := 0
	for n, i := range in {
		if n >= fewRows && !g.all && i != g.panel.opened {
			hidden++
			continue
		}
		row := g.panel.rows[i]
		if row == nil {
			row = newRequirementRow(g.panel, i)
			g.panel.rows[i] = row
		}
		row.show(r, i == g.panel.opened)
		g.list.Add(row.root)
	}
	switch {
	case hidden > 0:
		g.more.SetText(tr.N("tailor.show-more", "Show {{.Count}} more", "Show {{.Count}} more", hidden))
	case len(in) > fewRows:
		g.more.SetText(tr.T("tailor.show-fewer", "Show fewer"))
	}
	g.more.Hidden = hidden == 0 && !(g.all && len(in) > fewRows)
	g.list.Refresh()
}

// toggle opens the requirement i, or closes it.
func (p *panel) toggle(i int) {
	if p.opened == i {
		p.opened = -1
	} else {
		p.opened = i
	}
	p.tailor.posting.reveal(p.opened)
	p.showRequirements(p.report)
	p.body.Refresh()
}

// reveal opens a requirement and scrolls to it.
func (p *panel) reveal(i int) {
	if p.report == nil || i < 0 || i >= len(p.report.Requirements) {
		return
	}
	if p.opened != i {
		p.toggle(i)
	}
	if row := p.rows[i]; row != nil {
		widgets.Reveal(row.root)
	}
}

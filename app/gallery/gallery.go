// Package gallery shows the roles to start a resume from: cards with a search, a
// page for each role, and the dialog to choose a target role.
package gallery

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

// Services are what the gallery needs from the window.
type Services struct {
	Roles    func() role.List
	Faults   func() []error // why some of the user's packs could not be loaded
	Pictures *thumbnails.Maker
	Open     func(*role.Pack)      // shows a role's page
	Blank    func(headline string) // starts a blank resume with a headline
	Leave    func()                // goes back to the previous screen, if any
}

// Gallery is the roles as cards, grouped by field.
type Gallery struct {
	// OnNothing is called when a search has, or no longer has, no role. Its button is then
	// the primary one.
	OnNothing func(bool)

	services Services
	search   *widgets.TextField
	level    *widgets.Select
	fields   *widgets.Pills
	families []string // of the fields after the first, which is all
	cards    []*card  // as they are shown
	list     *fyne.Container
	none     *nothing
	faults   *fyne.Container
	root     *fyne.Container
	shown    role.List
}

type card struct {
	pack *role.Pack
	*widgets.Poster
}

func anyLevel() string {
	return tr.T("gallery.any-experience", "Any experience")
}

// Levels are the experience levels with their labels.
func Levels() []struct{ ID, Name string } {
	return []struct{ ID, Name string }{{"junior", tr.T("gallery.under-3-years", "Under 3 years")}, {"mid", tr.T("gallery.3-to-8-years", "3 to 8 years")}, {"senior", tr.T("gallery.over-8-years", "Over 8 years")}}
}

// New makes the gallery.
func New(s Services) *Gallery {
	g := &Gallery{services: s, OnNothing: func(bool) {}, list: widgets.NewColumn(14), faults: widgets.NewColumn(4)}
	g.search = widgets.NewTextField(tr.T("gallery.search-roles-and-job", "Search roles and job titles"))
	g.search.OnChanged = func(string) { g.filter() }
	g.search.OnSubmitted = func(string) { g.accept() }
	g.search.OnKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyDown:
			return g.focus(g.first())
		case fyne.KeyEscape:
			if g.search.Text == "" {
				g.services.Leave()
			}
			g.search.SetText("")
			return true
		}
		return false
	}
	g.level = widgets.NewSelect([]string{anyLevel(), Levels()[0].Name, Levels()[1].Name, Levels()[2].Name}, func(string) { g.filter() })
	g.level.Selected = anyLevel()
	g.fields = widgets.NewPills()
	g.fields.OnSelected = func(int) { g.filter() }
	g.fields.OnKey = g.fieldKey
	g.none = newNothing(func() { g.services.Blank(Headline(g.search.Text)) })
	bar := container.New(&searchBar{}, g.search, g.level)
	g.root = widgets.NewColumn(12, widgets.NewHeading(tr.T("gallery.start-from-a-role", "Start from a role")), bar, g.fields, g.faults, g.none.root, g.list)
	g.Refresh()
	return g
}

// Object is the gallery's content.
func (g *Gallery) Object() fyne.CanvasObject { return g.root }

// Search is the search field.
func (g *Gallery) Search() *widgets.TextField { return g.search }

// Clear shows all roles again.
func (g *Gallery) Clear() {
	g.search.SetText("")
	g.fields.Select(0)
	g.filter()
}

// Refresh updates the roles.
func (g *Gallery) Refresh() {
	roles := g.services.Roles()
	if !slices.Equal(roles, g.shown) {
		g.shown = slices.Clone(roles)
		g.build()
	}
	g.faults.RemoveAll()
	for _, f := range g.services.Faults() {
		g.faults.Add(widgets.NewMuted(tr.T("gallery.role-not-loaded", "Role not loaded: {{.Error}}", tr.With{"Error": f.Error()})))
	}
	g.faults.Hidden = len(g.faults.Objects) == 0
	g.filter()
}

func (g *Gallery) build() {
	g.families = g.shown.Families()
	slices.SortStableFunc(g.families, func(a, b string) int { return len(g.ofFamily(b)) - len(g.ofFamily(a)) })
	labels := []string{tr.T("gallery.all-fields", "All fields") + "  " + tr.Number(len(g.shown))}
	for _, f := range g.families {
		labels = append(labels, fmt.Sprintf("%s  %d", tr.Word(f), len(g.ofFamily(f))))
	}
	g.fields.SetLabels(labels...)
	g.cards = nil
	for _, p := range g.shown {
		c := &card{p, widgets.NewPoster(p.Name, p.About, func() { g.services.Open(p) })}
		c.OnKey = func(k *fyne.KeyEvent) bool { return g.step(c, k) }
		g.cards = append(g.cards, c)
	}
}

func (g *Gallery) ofFamily(family string) role.List {
	return slices.DeleteFunc(slices.Clone(g.shown), func(p *role.Pack) bool { return p.Family != family })
}

// Paint requests the pictures of the roles' samples. Scale is the screen's pixels
// per Fyne unit.
func (g *Gallery) Paint(scale float32) {
	for _, c := range g.cards {
		g.services.Pictures.Picture(pictureOf(c.pack), int(widgets.PosterPicture*scale+0.5),
			func() *resume.Resume { return sample(c.pack) }, c.SetPicture)
	}
}

// pictureOf is the key of the picture of a pack's sample. It has the pack's address
// in memory, because a pack that is loaded again keeps its id.
func pictureOf(p *role.Pack) string { return fmt.Sprintf("role %s %p", p.ID, p) }

// Level is the chosen experience level, "" for any.
func (g *Gallery) Level() string {
	for _, l := range Levels() {
		if g.level.Selected == l.Name {
			return l.ID
		}
	}
	return ""
}

// field is the chosen field, "" for all.
func (g *Gallery) field() string {
	if i := g.fields.Selected(); i > 0 && i <= len(g.families) {
		return g.families[i-1]
	}
	return ""
}

// filter shows the roles that match: without a query by field, else the best first. A
// query that no role matches leads to a blank resume.
func (g *Gallery) filter() {
	query, field, level := g.search.Text, g.field(), g.Level()
	ranked := rank(g.cards, g.shown, query)
	found := slices.DeleteFunc(slices.Clone(ranked), func(c *card) bool {
		return field != "" && c.pack.Family != field || level != "" && !c.pack.IsAt(level)
	})
	g.list.RemoveAll()
	var visible []*card
	show := func(heading string, cards []*card) {
		if len(cards) == 0 {
			return
		}
		grid := widgets.NewTileGrid(212, 12)
		for _, c := range cards {
			grid.Add(c.Poster)
		}
		visible = append(visible, cards...)
		if heading != "" {
			g.list.Add(widgets.NewStrong(heading))
		}
		g.list.Add(grid)
	}
	switch {
	case len(found) > 0 && query != "":
		show("", found)
	case len(found) > 0:
		for _, f := range g.families {
			show(tr.Word(f), ofField(found, f))
		}
	case len(ranked) > 0:
		show(tr.T("gallery.in-other-fields-or", "In other fields or with other experience"), ranked)
	default:
		show(tr.T("gallery.roles-in-other-fields", "Roles in other fields"), near(g.cards, g.shown, query))
	}
	g.none.show(query, len(ranked) == 0)
	g.OnNothing(len(ranked) == 0)
	g.arrange(visible)
	g.root.Refresh()
}

// arrange puts the visible cards before the others, as they are seen.
func (g *Gallery) arrange(visible []*card) {
	rest := slices.DeleteFunc(slices.Clone(g.cards), func(c *card) bool { return slices.Contains(visible, c) })
	for _, c := range visible {
		c.Hidden = false
	}
	for _, c := range rest {
		c.Hidden = true
	}
	g.cards = append(visible, rest...)
}

func ofField(cards []*card, family string) (of []*card) {
	for _, c := range cards {
		if c.pack.Family == family {
			of = append(of, c)
		}
	}
	return of
}

// accept does what Enter in the search means: it opens the best role, or starts a blank
// resume if there is none.
func (g *Gallery) accept() {
	switch {
	case g.none.root.Visible():
		g.services.Blank(Headline(g.search.Text))
	case g.first() != nil:
		g.first().OnTapped()
	}
}

func (g *Gallery) first() *card {
	if len(g.cards) == 0 || !g.cards[0].Visible() {
		return nil
	}
	return g.cards[0]
}

func (g *Gallery) focus(c *card) bool {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(g.search)
	if c == nil || canvas == nil {
		return false
	}
	canvas.Focus(c.Poster)
	return true
}

// fieldKey leads from the fields to the cards and the search.
func (g *Gallery) fieldKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDown:
		return g.focus(g.first())
	case fyne.KeyUp:
		return g.focusSearch()
	case fyne.KeyEscape:
		g.services.Leave()
		return true
	}
	return false
}

func (g *Gallery) focusSearch() bool {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(g.search)
	if canvas != nil {
		canvas.Focus(g.search)
	}
	return canvas != nil
}

// step moves the focus between cards by the arrow keys.
func (g *Gallery) step(from *card, k *fyne.KeyEvent) bool {
	at := slices.Index(g.cards, from)
	to := at
	switch k.Name {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	case fyne.KeyUp:
		if to = g.nearest(from, -1); to < 0 {
			return g.focusSearch()
		}
	case fyne.KeyDown:
		to = g.nearest(from, 1)
	case fyne.KeyEscape:
		g.services.Leave()
		return true
	default:
		return false
	}
	if to >= 0 && to < len(g.cards) && g.cards[to].Visible() {
		g.focus(g.cards[to])
	}
	return true
}

// nearest is the card closest to another one in the next row below or, for -1, above
// it; -1 for none.
func (g *Gallery) nearest(from *card, way float32) int {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	start := place(from.Poster)
	best, bestX, bestY := -1, float32(0), float32(0)
	for i, c := range g.cards {
		if !c.Visible() {
			break
		}
		at := place(c.Poster)
		x, y := max(at.X-start.X, start.X-at.X), (at.Y-start.Y)*way
		if y > 1 && (best < 0 || y < bestY-1 || y < bestY+1 && x < bestX) {
			best, bestX, bestY = i, x, y
		}
	}
	return best
}

// nothing is what a search without a role leads to: a blank resume with the headline
// that was searched for.
type nothing struct {
	title *widgets.Label
	root  *fyne.Container
}

func newNothing(blank func()) *nothing {
	n := &nothing{title: widgets.NewHeading("")}
	start := widgets.NewButton(tr.T("gallery.start-from-a-blank", "Start from a blank resume"), blank)
	start.Importance = widget.HighImportance
	n.root = widgets.NewColumn(8, n.title,
		widgets.NewLabel(tr.T("gallery.page-score-and-ats", "Page, score and ATS check work for every occupation. A guide only adds a role's keywords and examples.")),
		container.NewHBox(start))
	return n
}

func (n *nothing) show(query string, on bool) {
	n.title.SetText(tr.T("gallery.no-guide-for-yet", "No guide for “{{.Query}}” yet", tr.With{"Query": query}))
	n.root.Hidden = !on
}

// searchBar lays out the search field and the level in a row.
type searchBar struct{}

const levelWidth, searchGap = 170, 8

func (*searchBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	level := levelWidth * widgets.WithText(1)
	objects[0].Resize(fyne.NewSize(size.Width-level-searchGap, size.Height))
	objects[1].Resize(fyne.NewSize(level, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-level, 0))
}

func (*searchBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*levelWidth, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

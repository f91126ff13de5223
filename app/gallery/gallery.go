// Package gallery shows the roles to start a resume from: cards with a search, a
// page for each role, and the dialog to choose a target role.
package gallery

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/thumbnails"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

// Services are what the gallery needs from the window.
type Services struct {
	Roles    func() role.List
	Faults   func() []error // why some of the user's packs could not be loaded
	Pictures *thumbnails.Maker
	Open     func(*role.Pack) // shows a role's page
	Leave    func()           // goes back to the previous screen, if any
}

// Gallery is the roles as cards.
type Gallery struct {
	services Services
	search   *widgets.TextField
	field    *widgets.Select
	level    *widgets.Select
	cards    []*card
	grid     *fyne.Container
	none     *widgets.Label
	faults   *fyne.Container
	root     *fyne.Container
	shown    role.List
}

type card struct {
	pack *role.Pack
	*widgets.PageCard
}

const (
	allFields = "All fields"
	anyLevel  = "Any experience"
)

// Levels are the experience levels with their labels.
var Levels = []struct{ ID, Name string }{{"junior", "Under 3 years"}, {"mid", "3 to 8 years"}, {"senior", "Over 8 years"}}

// New makes the gallery.
func New(s Services) *Gallery {
	g := &Gallery{services: s, grid: widgets.NewTileGrid(244, 10), faults: widgets.NewColumn(4)}
	g.search = widgets.NewTextField("Search roles, titles and terms")
	g.search.OnChanged = func(string) { g.filter() }
	g.search.OnSubmitted = func(string) {
		if c := g.first(); c != nil {
			c.OnTapped()
		}
	}
	g.search.OnKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyDown:
			return g.focus(g.first())
		case fyne.KeyEscape:
			g.services.Leave()
			return true
		}
		return false
	}
	g.field = widgets.NewSelect(nil, func(string) { g.filter() })
	g.level = widgets.NewSelect([]string{anyLevel, Levels[0].Name, Levels[1].Name, Levels[2].Name}, func(string) { g.filter() })
	g.none = widgets.NewMuted("No role matches. Try a title, such as “developer”, or a term, such as “SQL”.")
	bar := container.New(&filters{}, g.search, g.field, g.level)
	g.root = widgets.NewColumn(12, widgets.NewStrong("Start from a role"), bar, g.faults, g.grid, g.none)
	g.Refresh()
	return g
}

// Object is the gallery's content.
func (g *Gallery) Object() fyne.CanvasObject { return g.root }

// Search is the search field.
func (g *Gallery) Search() *widgets.TextField { return g.search }

// Refresh updates the roles.
func (g *Gallery) Refresh() {
	roles := g.services.Roles()
	if !slices.Equal(roles, g.shown) {
		g.shown = slices.Clone(roles)
		g.build()
	}
	g.faults.RemoveAll()
	for _, f := range g.services.Faults() {
		g.faults.Add(widgets.NewMuted("Role not loaded: " + f.Error()))
	}
	g.faults.Hidden = len(g.faults.Objects) == 0
	g.filter()
}

func (g *Gallery) build() {
	g.field.Options = append([]string{allFields}, g.shown.Families()...)
	if !slices.Contains(g.field.Options, g.field.Selected) {
		g.field.Selected = allFields
	}
	if g.level.Selected == "" {
		g.level.Selected = anyLevel
	}
	g.cards = nil
	g.grid.RemoveAll()
	for _, p := range g.shown {
		c := &card{p, widgets.NewPageCard(p.Name, p.About, func() { g.services.Open(p) })}
		c.OnKey = func(k *fyne.KeyEvent) bool { return g.step(c, k) }
		g.cards = append(g.cards, c)
		g.grid.Add(c.PageCard)
	}
}

// Paint requests the pictures of the roles' samples. Scale is the screen's pixels
// per Fyne unit.
func (g *Gallery) Paint(scale float32) {
	for _, c := range g.cards {
		g.services.Pictures.Picture(pictureOf(c.pack), int(widgets.CardPicture*scale+0.5),
			func() *resume.Resume { return c.pack.Sample().Resume() }, c.SetPicture)
	}
}

// pictureOf is the key of the picture of a pack's sample. It has the pack's address
// in memory, because a pack that is loaded again keeps its id.
func pictureOf(p *role.Pack) string { return fmt.Sprintf("role %s %p", p.ID, p) }

// filter shows the roles that match the search.
func (g *Gallery) filter() {
	any := false
	rank := map[*card]int{}
	for _, c := range g.cards {
		rank[c] = Match(c.pack, g.search.Text)
		matches := rank[c] > 0 && (g.field.Selected == allFields || c.pack.Family == g.field.Selected)
		for _, l := range Levels {
			matches = matches && (g.level.Selected != l.Name || c.pack.IsAt(l.ID))
		}
		c.Hidden = !matches
		any = any || matches
	}
	slices.SortStableFunc(g.cards, func(a, b *card) int {
		return cmp.Or(rank[b]-rank[a], slices.Index(g.shown, a.pack)-slices.Index(g.shown, b.pack))
	})
	for i, c := range g.cards {
		g.grid.Objects[i] = c.PageCard
	}
	g.none.Hidden = any
	g.root.Refresh()
}

// Level is the chosen experience level, "" for any.
func (g *Gallery) Level() string {
	for _, l := range Levels {
		if g.level.Selected == l.Name {
			return l.ID
		}
	}
	return ""
}

// Match is how well a role matches a query, whose words must all be prefixes of
// words of the role's name (3), else its titles too (2), else its field, description
// and keywords too (1); 0 for no match. Every role matches an empty query.
func Match(p *role.Pack, query string) int {
	texts := []string{p.Name}
	queried := words(query)
	for rank := 3; rank > 0; rank-- {
		all := words(strings.Join(texts, " "))
		if !slices.ContainsFunc(queried, func(q string) bool {
			return !slices.ContainsFunc(all, func(w string) bool { return strings.HasPrefix(w, q) })
		}) {
			return rank
		}
		if rank == 3 {
			texts = append(texts, p.Titles...)
			continue
		}
		texts = append(texts, p.Family, p.About)
		for _, k := range p.Keywords {
			texts = append(texts, k.Terms...)
		}
	}
	return 0
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" ,:()“”/", r) })
}

func (g *Gallery) first() *card {
	i := slices.IndexFunc(g.cards, func(c *card) bool { return c.Visible() })
	if i < 0 {
		return nil
	}
	return g.cards[i]
}

func (g *Gallery) focus(c *card) bool {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(g.search)
	if c == nil || canvas == nil {
		return false
	}
	canvas.Focus(c.PageCard)
	return true
}

// step moves the focus between cards by the arrow keys.
func (g *Gallery) step(from *card, k *fyne.KeyEvent) bool {
	var shown []*card
	at := 0
	for _, c := range g.cards {
		if c.Visible() {
			if c == from {
				at = len(shown)
			}
			shown = append(shown, c)
		}
	}
	columns := 1
	for columns < len(shown) && shown[columns].Position().Y == shown[0].Position().Y {
		columns++
	}
	to := at
	switch k.Name {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	case fyne.KeyUp:
		to -= columns
	case fyne.KeyDown:
		to += columns
	case fyne.KeyEscape:
		g.services.Leave()
		return true
	default:
		return false
	}
	if to < 0 && k.Name == fyne.KeyUp {
		if canvas := fyne.CurrentApp().Driver().CanvasForObject(g.search); canvas != nil {
			canvas.Focus(g.search)
		}
		return true
	}
	if to >= 0 && to < len(shown) {
		g.focus(shown[to])
	}
	return true
}

// filters lays out the search field and two selects in a row; the search takes the
// remaining width.
type filters struct{}

const filterWidth, filterGap = 170, 8

func (*filters) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	selects := min(filterWidth, (size.Width-2*filterGap)/3)
	objects[0].Resize(fyne.NewSize(size.Width-2*(selects+filterGap), size.Height))
	for i, o := range objects[1:] {
		o.Resize(fyne.NewSize(selects, size.Height))
		o.Move(fyne.NewPos(size.Width-selects-float32(1-i)*(selects+filterGap), 0))
	}
}

func (*filters) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return fyne.NewSize(3*60, m.Height)
}

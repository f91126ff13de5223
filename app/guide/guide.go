// Package guide is the screen with the guide: its pages, which docs/guide has as Markdown, with a table of contents
// and a search. Pictures are left out: what they show is one Escape away, in the user's language and theme, and a
// picture of a window in a column of 70 characters is too small to read; the program stays smaller, too.
package guide

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/docs/guide"
	"resumax/widgets"
)

// Services are what the screen needs from the window.
type Services struct {
	Focus func(fyne.Focusable)
	Leave func()
	Names Names
}

// page is a page as it is shown.
type page struct {
	guide.Page
	blocks []widgets.ProseBlock
}

// Guide is the screen. While the search has the focus, it answers all keys.
type Guide struct {
	services Services
	pages    []page
	shown    int // the page
	found    []int

	search *widgets.TextField
	list   *widgets.RailList
	none   *widgets.Label
	prose  *widgets.Prose
	reader *widgets.Reader
	count  *widgets.Caption
	steps  *fyne.Container // count, previous and next match
	bar    *fyne.Container // above all, with them
	root   fyne.CanvasObject
}

// New makes the screen on the first page.
func New(services Services) *Guide {
	g := &Guide{services: services, search: widgets.NewTextField(tr.T("guide.search", "Search the guide")), list: widgets.NewRailList(), none: widgets.NewMuted(tr.T("guide.no-page-has", "No page has these words.")), prose: widgets.NewProse()}
	all := guide.Pages()
	for i, p := range all {
		blocks := Read(p.Text, services.Names)
		if i+1 < len(all) {
			next := all[i+1]
			blocks = append(blocks, widgets.ProseBlock{Spans: []widgets.ProseSpan{{Text: tr.T("guide.next", "Next:") + " "}, {Text: next.Title, Link: next.ID + ".md"}}})
		}
		g.pages = append(g.pages, page{p, blocks})
	}
	g.prose.OnLink = g.follow
	g.reader = widgets.NewReader(container.New(&column{}, g.prose))
	g.list.Follows, g.list.OnSelected = true, g.open
	g.list.OnSubmitted = g.open
	g.search.OnChanged = func(string) { g.find() }
	g.search.OnKey = g.key
	g.none.Hide()
	g.build()
	g.Open("")
	return g
}

// listWidth is that of the table of contents.
const listWidth = 236

func (g *Guide) build() {
	g.count = widgets.NewCaption("")
	icon := func(r fyne.Resource, name string, by int) fyne.CanvasObject {
		return container.NewCenter(widgets.NewIconButton(r, name, func() { g.step(by) }))
	}
	g.steps = container.NewHBox(g.count, icon(theme.MoveUpIcon(), tr.T("guide.previous-match", "Previous match"), -1), icon(theme.MoveDownIcon(), tr.T("guide.next-match", "Next match"), 1))
	g.steps.Hide()
	back := widgets.NewButtonWithIcon(tr.T("guide.back", "Back"), theme.NavigateBackIcon(), g.services.Leave)
	back.Importance = widget.LowImportance
	left := container.NewHBox(back, container.NewCenter(fixed(widgets.NewHeading(tr.T("guide.user-guide", "User guide")), 150)))
	var note fyne.CanvasObject = layout.NewSpacer()
	if !tr.English() {
		note = widgets.NewMuted(tr.T("guide.in-english", "The guide is in English for now."))
	}
	g.bar = widgets.NewBorder(nil, nil, left, g.steps, centeredIn(note))
	head := widgets.NewBorder(nil, widget.NewSeparator(), nil, nil, widgets.NewBand(container.New(layout.NewCustomPaddedLayout(5, 5, 12, 12), g.bar), theme.ColorNameHeaderBackground))
	contents := container.NewVScroll(container.NewVBox(g.list, g.none))
	side := fixed(container.New(layout.NewCustomPaddedLayout(10, 8, 10, 10), widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), g.search), nil, nil, nil, contents)), listWidth)
	g.root = widgets.NewBorder(head, nil, widgets.NewBorder(nil, nil, nil, widget.NewSeparator(), side), nil, g.reader)
}

// fixed gives an object a width.
func fixed(o fyne.CanvasObject, width float32) fyne.CanvasObject {
	return container.New(&wide{width}, o)
}

type wide struct{ width float32 }

func (l *wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
}

func (l *wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	objects[0].Resize(fyne.NewSize(l.width, objects[0].Size().Height))
	return fyne.NewSize(l.width, objects[0].MinSize().Height)
}

// centeredIn puts a text in the middle of the height that there is.
func centeredIn(o fyne.CanvasObject) fyne.CanvasObject { return container.New(&middle{}, o) }

type middle struct{}

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	o := objects[0]
	o.Resize(fyne.NewSize(size.Width, o.Size().Height))
	h := o.MinSize().Height
	o.Resize(fyne.NewSize(size.Width, h))
	o.Move(fyne.NewPos(0, (size.Height-h)/2))
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// column puts the text in the middle, in the width that it is best read in.
type column struct{ width float32 }

const columnMargin = 32

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	w := c.textWidth()
	objects[0].Resize(fyne.NewSize(w, size.Height-2*columnMargin))
	objects[0].Move(fyne.NewPos(max(columnMargin, (size.Width-w)/2), columnMargin))
}

func (c *column) textWidth() float32 {
	return min(c.width-2*columnMargin, widgets.ProseWidth())
}

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, objects[0].MinSize().Height+2*columnMargin)
}

// Object is the screen's content.
func (g *Guide) Object() fyne.CanvasObject { return g.root }

// Enter focuses the search, from which all keys lead on.
func (g *Guide) Enter() { g.services.Focus(g.search) }

// Page is the id of the page that is shown.
func (g *Guide) Page() string { return g.pages[g.shown].ID }

// Open shows a page, and of it a heading where the id has one: "write" or "write#paste". An unknown one is the first page.
// The search is cleared.
func (g *Guide) Open(id string) {
	if g.search.Text != "" {
		g.search.SetTextQuiet("")
	}
	g.find()
	g.open(id)
}

// open shows a page, and keeps the search.
func (g *Guide) open(id string) {
	name, heading, _ := strings.Cut(id, "#")
	at := 0
	for i, p := range g.pages {
		if p.ID == name {
			at = i
		}
	}
	if at != g.shown || g.list.Selected() == "" {
		g.shown = at
		g.prose.SetBlocks(g.pages[at].blocks)
		g.prose.SetWords(g.words())
		g.list.Select(g.pages[at].ID)
		g.showList()
	}
	g.list.Select(g.pages[at].ID)
	if heading != "" {
		g.list.Select(id)
	}
	g.prose.Reveal(heading)
	g.showCount()
}

// follow goes where a link leads: to another page, or a heading.
func (g *Guide) follow(to string) {
	name, heading, has := strings.Cut(to, "#")
	name = strings.TrimSuffix(name, ".md")
	if name == "" {
		name = g.Page()
	}
	if has {
		name += "#" + heading
	}
	g.open(name)
}

// words are those that are searched for.
func (g *Guide) words() []string { return strings.Fields(strings.ToLower(g.search.Text)) }

// places is in how many places of a page the words are, 0 unless all of them are there.
func (p page) places(words []string) (n int) {
	has := map[string]bool{}
	for _, b := range p.blocks {
		text := b.Text()
		n += len(widgets.FoundIn(text, words))
		for _, w := range words {
			if !has[w] && len(widgets.FoundIn(text, []string{w})) > 0 {
				has[w] = true
			}
		}
	}
	if len(has) < len(words) {
		return 0
	}
	return n
}

// find lists the pages that have all words of the search, and shows the first place on the page that is shown, or on the
// first that has one.
func (g *Guide) find() {
	words := g.words()
	g.found = nil
	for i, p := range g.pages {
		if len(words) == 0 || p.places(words) > 0 {
			g.found = append(g.found, i)
		}
	}
	g.showList()
	g.none.Hidden = len(g.found) > 0
	g.none.Refresh()
	n := g.prose.SetWords(words)
	if len(words) > 0 && len(g.found) > 0 {
		if here := g.index(); here < 0 {
			g.open(g.pages[g.found[0]].ID)
			n = g.prose.Marks()
		}
		if n > 0 {
			g.prose.Choose(0)
		}
	}
	g.showCount()
}

// index is where the page that is shown is among those that were found, -1 for nowhere.
func (g *Guide) index() int {
	for i, p := range g.found {
		if p == g.shown {
			return i
		}
	}
	return -1
}

// showList lists the pages that were found, with the headings of the one that is shown.
func (g *Guide) showList() {
	words := g.words()
	var items []widgets.RailItem
	for _, i := range g.found {
		p := g.pages[i]
		item := widgets.RailItem{ID: p.ID, Title: p.Title, Fixed: true}
		if len(words) > 0 {
			item.Badge = p.places(words)
			item.Note = tr.N("guide.matches", "{{.Count}} match", "{{.Count}} matches", item.Badge)
		}
		items = append(items, item)
		if i != g.shown || len(words) > 0 {
			continue
		}
		for _, b := range p.blocks {
			if b.Kind == widgets.ProseHeading && b.Level == 2 {
				items = append(items, widgets.RailItem{ID: p.ID + "#" + b.ID, Title: b.Text(), Level: 1, Fixed: true})
			}
		}
	}
	g.list.SetItems(items)
	g.list.Refresh()
}

// showCount says which of how many places on the page is looked at.
func (g *Guide) showCount() {
	searching := len(g.words()) > 0
	if searching {
		at := max(0, g.prose.Chosen()+1)
		g.count.Say(tr.T("guide.which-match", "{{.At}} of {{.Of}} on this page", tr.With{"At": at, "Of": g.prose.Marks()}), false)
	}
	g.steps.Hidden = !searching
	g.bar.Refresh()
}

// step goes to the next place of the words, or the one before where by is -1, on this page or another one that has some.
func (g *Guide) step(by int) {
	if len(g.words()) == 0 || len(g.found) == 0 {
		return
	}
	at := g.prose.Chosen() + by
	if here := g.index(); at < 0 || at >= g.prose.Marks() || here < 0 {
		n := len(g.found)
		g.open(g.pages[g.found[((here+by)%n+n)%n]].ID)
		at = 0
		if by < 0 {
			at = g.prose.Marks() - 1
		}
	}
	g.prose.Choose(at)
	g.showCount()
}

// key answers the keys of the search: Up and Down go through the table of contents, Page Up and Page Down through the
// text, Enter and Shift+Enter through what was found. Escape clears the search.
func (g *Guide) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown:
		g.list.TypedKey(k)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		g.reader.TypedKey(k)
	case fyne.KeyReturn, fyne.KeyEnter:
		by := 1
		if widgets.Modifiers()&fyne.KeyModifierShift != 0 {
			by = -1
		}
		g.step(by)
	case fyne.KeyEscape:
		if g.search.Text == "" {
			return false
		}
		g.search.SetText("")
	default:
		return false
	}
	return true
}

package shell

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/widgets"
)

const (
	paletteHeight = 400
	paletteLimit  = 60 // rows
	recentLimit   = 5
)

// palette lets the user search the enabled commands, and what else leads somewhere,
// and run one. The search field keeps the focus.
type palette struct {
	shell   *Shell
	places  bool // it leads somewhere: what was chosen is no command to be remembered
	entries []paletteEntry
	shown   []paletteEntry // those that match
	rows    *fyne.Container
	scroll  *container.Scroll
	at      int // the selected row
	modal   *widgets.Modal
}

type paletteEntry struct {
	command Command
	menu    string
	label   string
}

// ShowPalette shows the palette.
func (s *Shell) ShowPalette() {
	p := &palette{shell: s, rows: widgets.NewColumn(1)}
	add := func(menu string, cmd Command) {
		if cmd.Choices == nil && cmd.Run != nil && s.Commands.usable(cmd) {
			p.entries = append(p.entries, paletteEntry{cmd, menu, strings.TrimSuffix(cmd.now().Label, "…")})
		}
	}
	s.Commands.Each(add)
	if s.Places != nil {
		for _, g := range s.Places() {
			for _, cmd := range g.Commands {
				add(g.Menu, cmd)
			}
		}
	}
	p.open("", tr.T("shell.search-commands-sections-entries", "Search commands, sections, entries, roles and designs"))
}

// Option is something to choose.
type Option struct{ Group, Title string }

// Choose lets the user search options and choose one.
func (s *Shell) Choose(title, hint string, options []Option, chosen func(i int)) {
	s.Trace.Write("dialog", trace.Members{"what": title})
	p := &palette{shell: s, rows: widgets.NewColumn(1), places: true}
	for i, o := range options {
		p.entries = append(p.entries, paletteEntry{Command{ID: strconv.Itoa(i), Run: func() { chosen(i) }}, o.Group, o.Title})
	}
	p.open(title, hint)
}

// open shows the palette, with a title unless that is "".
func (p *palette) open(title, hint string) {
	s := p.shell
	p.scroll = container.NewVScroll(p.rows)
	search := widgets.NewTextField(hint)
	search.OnChanged = p.show
	list := s.Fitted(p.scroll, fyne.NewSize(SheetWidth, paletteHeight), fyne.NewSize(80, 160))
	content := widgets.NewColumn(10, search, list)
	if title != "" {
		content = widgets.NewColumn(10, widgets.NewStrong(title), search, list)
	}
	p.modal = s.Modal(content, p.run)
	search.OnKey = p.key
	p.modal.Focus(search)
	p.show("")
}

// show shows the entries that match a query, the best first.
func (p *palette) show(query string) {
	p.shell.Trace.Write("search", trace.Members{"what": query})
	p.shown = nil
	ranks := map[string]int{}
	for _, e := range p.entries {
		rank, ok := match(e.menu, e.label, query)
		if recent := slices.Index(p.shell.recent, e.command.ID); recent >= 0 && !p.places {
			rank += recentLimit - recent
		}
		if ok {
			ranks[e.command.ID] = rank
			p.shown = append(p.shown, e)
		}
	}
	slices.SortStableFunc(p.shown, func(a, b paletteEntry) int { return cmp.Compare(ranks[b.command.ID], ranks[a.command.ID]) })
	p.shown = p.shown[:min(len(p.shown), paletteLimit)]
	p.rows.RemoveAll()
	for i, e := range p.shown {
		p.rows.Add(widgets.NewChoiceRow(e.menu, e.label, e.command.Keys.String(), func() {
			p.at = i
			p.run()
		}))
	}
	if len(p.shown) == 0 {
		p.rows.Add(widgets.NewMuted(tr.T("shell.nothing-matches", "Nothing matches.")))
	}
	p.at = 0
	p.scroll.ScrollToTop()
	p.move(0)
}

// move moves the selection and keeps it in view.
func (p *palette) move(by int) {
	if len(p.shown) == 0 {
		return
	}
	p.at = max(0, min(p.at+by, len(p.shown)-1))
	for i, o := range p.rows.Objects {
		o.(*widgets.ChoiceRow).SetSelected(i == p.at)
	}
	row := p.rows.Objects[p.at]
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	switch view := p.scroll.Size().Height; {
	case top < p.scroll.Offset.Y:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > p.scroll.Offset.Y+view:
		p.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view))
	}
}

// pageRows is how many rows Page Up and Page Down move.
const pageRows = 8

func (p *palette) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp:
		p.move(-1)
	case fyne.KeyDown:
		p.move(1)
	case fyne.KeyPageUp:
		p.move(-pageRows)
	case fyne.KeyPageDown:
		p.move(pageRows)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.run()
	default:
		return false
	}
	return true
}

// run runs the selected command.
func (p *palette) run() {
	if p.at >= len(p.shown) {
		return
	}
	cmd, s := p.shown[p.at].command, p.shell
	if !p.places {
		s.recent = append([]string{cmd.ID}, slices.DeleteFunc(s.recent, func(id string) bool { return id == cmd.ID })...)
		s.recent = s.recent[:min(len(s.recent), recentLimit)]
	}
	p.modal.Close()
	cmd.Run()
}

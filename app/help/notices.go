package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/assets/notices"
	"resumax/widgets"
)

// noticesPanel is the list of third-party licenses, with a search, beside the text of
// the selected one. The search keeps the focus and handles all keys.
type noticesPanel struct {
	all, found []notices.Notice
	chosen     int

	search *widgets.TextField
	list   *widgets.List
	title  *widgets.Label
	text   *widgets.Label
	scroll *container.Scroll
}

// ShowNotices shows the third-party licenses.
func ShowNotices(s *shell.Shell) {
	all, err := notices.All()
	if err != nil {
		s.ShowError(err.Error())
		return
	}
	p := newNoticesPanel(all)
	var m *widgets.Modal
	ok := widgets.NewButton(tr.T("help.close", "Close"), func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = s.Modal(widgets.NewBorder(
		widgets.NewColumn(10, widgets.NewHeading(tr.T("help.third-party-licenses-2", "Third-party licenses")), p.search),
		container.NewHBox(layout.NewSpacer(), ok), nil, nil,
		s.Fitted(p.panes(), fyne.NewSize(940, 600), fyne.NewSize(100, 220)),
	), func() { m.Close() }) // 80 characters wide, as license texts are
	m.Focus(p.search)
	p.keepKeys()
}

func newNoticesPanel(all []notices.Notice) *noticesPanel {
	p := &noticesPanel{all: all, found: all, search: widgets.NewTextField(tr.T("help.search-licenses", "Search licenses")),
		title: widgets.NewStrong(""), text: widgets.NewLabel("")}
	p.scroll = container.NewVScroll(p.text)
	p.list = widgets.NewList(func() int { return len(p.found) },
		func() fyne.CanvasObject {
			name := widget.NewLabel("")
			name.Truncation = fyne.TextTruncateEllipsis
			return name
		},
		func(i widget.ListItemID, row fyne.CanvasObject) { row.(*widget.Label).SetText(p.found[i].Name) })
	p.list.OnSelected = p.show
	p.search.OnChanged = p.filter
	p.choose(0)
	return p
}

func (p *noticesPanel) panes() fyne.CanvasObject {
	return widgets.NewPanes(
		widgets.Pane{Content: p.list, MinWidth: 160, Width: 280},
		widgets.Pane{Content: container.NewPadded(widgets.NewBorder(p.title, nil, nil, nil, p.scroll)), MinWidth: 240, Width: 620, Grows: true},
	)
}

// filter lists the notices whose name, license or text contains all words of the
// search.
func (p *noticesPanel) filter(search string) {
	words := strings.Fields(strings.ToLower(search))
	p.found = nil
	for _, n := range p.all {
		if contains(n, words) {
			p.found = append(p.found, n)
		}
	}
	p.list.UnselectAll()
	p.list.Refresh()
	p.choose(0)
}

func contains(n notices.Notice, words []string) bool {
	all := strings.ToLower(n.Title() + " " + n.License + " " + n.Text)
	for _, w := range words {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

// choose selects the i-th match, if there is one.
func (p *noticesPanel) choose(i int) {
	if len(p.found) == 0 {
		p.title.SetText(tr.T("help.no-matches", "No matches"))
		p.text.SetText("")
		p.scroll.ScrollToTop()
		return
	}
	p.list.Select(max(0, min(i, len(p.found)-1)))
}

func (p *noticesPanel) show(i widget.ListItemID) {
	p.chosen = i
	n := p.found[i]
	p.title.SetText(n.Title() + ", " + n.License)
	p.text.SetText(n.Text)
	p.scroll.ScrollToTop()
}

// keepKeys makes Up and Down move through the list, and Page Up and Page Down through
// the text, while the search has the focus.
func (p *noticesPanel) keepKeys() {
	p.search.OnKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyUp:
			p.choose(p.chosen - 1)
		case fyne.KeyDown:
			p.choose(p.chosen + 1)
		case fyne.KeyPageUp:
			p.scrollBy(-1)
		case fyne.KeyPageDown:
			p.scrollBy(1)
		default:
			return false
		}
		return true
	}
}

// scrollBy scrolls the text by pages, less a line or two.
func (p *noticesPanel) scrollBy(pages float32) {
	end := max(0, p.text.MinSize().Height-p.scroll.Size().Height)
	y := p.scroll.Offset.Y + pages*(p.scroll.Size().Height-2*p.search.MinSize().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, end))))
}

package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/assets/notices"
	"resumax/widgets"
)

// noticesPanel is the list of what others wrote, with a search, beside the text
// of the one that is chosen. All keys come from the search, which has the focus.
type noticesPanel struct {
	all, found []notices.Notice
	chosen     int

	search *widgets.TextField
	list   *widget.List
	title  *widgets.Label
	text   *widgets.Label
	scroll *container.Scroll
}

// ShowNotices shows the licenses of everything in the program that others wrote.
func ShowNotices(s *shell.Shell) {
	all, err := notices.All()
	if err != nil {
		s.ShowError(err.Error())
		return
	}
	p := newNoticesPanel(all)
	var m *widgets.Modal
	ok := widgets.NewButton("Close", func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = s.Modal(container.NewBorder(
		widgets.NewColumn(10, widgets.NewHeading("Third-party licenses"), p.search),
		container.NewHBox(layout.NewSpacer(), ok), nil, nil,
		container.NewGridWrap(noticesSize(s.Size()), p.panes()),
	), func() { m.Close() })
	m.Focus(p.search)
	p.keepKeys()
}

// noticesSize is the room for list and text in a window: that of 80 characters,
// as license texts have them, and less in a small window.
func noticesSize(window fyne.Size) fyne.Size {
	return fyne.NewSize(min(940, window.Width-100), max(160, min(600, window.Height-220)))
}

func newNoticesPanel(all []notices.Notice) *noticesPanel {
	p := &noticesPanel{all: all, found: all, search: widgets.NewTextField("Name, license or words of its text"),
		title: widgets.NewStrong(""), text: widgets.NewLabel("")}
	p.scroll = container.NewVScroll(p.text)
	p.list = widget.NewList(func() int { return len(p.found) },
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
		widgets.Pane{Content: container.NewPadded(container.NewBorder(p.title, nil, nil, nil, p.scroll)), MinWidth: 240, Width: 620, Grows: true},
	)
}

// filter leaves those in the list whose name, license or text has all words of
// the search.
func (p *noticesPanel) filter(search string) {
	words := strings.Fields(strings.ToLower(search))
	p.found = nil
	for _, n := range p.all {
		if says(n, words) {
			p.found = append(p.found, n)
		}
	}
	p.list.UnselectAll()
	p.list.Refresh()
	p.choose(0)
}

func says(n notices.Notice, words []string) bool {
	all := strings.ToLower(n.Title() + " " + n.License + " " + n.Text)
	for _, w := range words {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

// choose shows the i-th of those found, if there is one.
func (p *noticesPanel) choose(i int) {
	if len(p.found) == 0 {
		p.title.SetText("Nothing found")
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

// keepKeys has Up and Down go through the list while the search has the focus,
// and Page Up and Page Down through the text.
func (p *noticesPanel) keepKeys() {
	before := p.search.OnKey // closes the modal
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
			return before(k)
		}
		return true
	}
}

// scrollBy moves the text by pages, of which a line or two stay in view.
func (p *noticesPanel) scrollBy(pages float32) {
	most := max(0, p.text.MinSize().Height-p.scroll.Size().Height)
	y := p.scroll.Offset.Y + pages*(p.scroll.Size().Height-2*p.search.MinSize().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, most))))
}

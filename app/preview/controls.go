package preview

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// controls are the bars above and below the page: the design above; zoom, pages,
// paper and page count below.
type controls struct {
	preview *Preview
	zoom    *zoom
	page    *widget.Label
	prev    *widgets.IconButton
	next    *widgets.IconButton
	paper   *widgets.Select
	design  *widgets.Select
	fit     *widgets.Select
	looks   *looks
	changes *widgets.Label // what fitting changed
	root    *fyne.Container
	syncing bool // the program, not the user, is setting the selects
}

func newControls(p *Preview) *controls {
	c := &controls{preview: p, zoom: newZoom(p)}
	c.page = widget.NewLabel("1 / 1")
	c.prev = widgets.NewIconButton(theme.NavigateBackIcon(), tr.T("preview.previous-page", "Previous page"), func() { p.view.ShowPage(p.view.Page() - 1) })
	c.next = widgets.NewIconButton(theme.NavigateNextIcon(), tr.T("preview.next-page", "Next page"), func() { p.view.ShowPage(p.view.Page() + 1) })
	c.paper = widgets.NewSelect([]string{paperA4, paperLetter()}, c.choosePaper)
	c.design = widgets.NewSelect(nil, c.chooseDesign)
	c.looks = newLooks(p, c.design)
	c.fit = widgets.NewSelect(fits(), c.chooseFit)
	c.changes = widgets.NewMuted("")
	c.changes.Hide()
	var more *widgets.IconButton
	more = widgets.NewIconButton(theme.MoreHorizontalIcon(), tr.T("preview.paper-and-length", "Paper and length"), func() { popAbove(more, c.folded()) })
	c.root = container.New(&bar{gap: 8, changed: func() { fyne.Do(func() { p.root.Refresh() }) }},
		c.zoom.root, inRow(c.prev, c.page, c.next), inRow(c.paper, c.fit), inRow(more), c.changes)
	return c
}

// plain hides all but zoom and pages.
func (c *controls) plain() {
	nothing := func() *fyne.Container { return container.NewWithoutLayout() }
	c.root.Objects[2], c.root.Objects[3] = nothing(), nothing()
	c.looks.band.Hide()
}

// folded is the menu with what a narrow bar has no room for.
func (c *controls) folded() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for i, s := range []*widgets.Select{c.paper, c.fit} {
		if i > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		for _, option := range s.Options {
			item := fyne.NewMenuItem(option, func() { s.SetSelected(option) })
			item.Checked = option == s.Selected
			items = append(items, item)
		}
	}
	return items
}

const (
	paperA4 = "A4"
)

func paperLetter() string {
	return tr.T("preview.letter", "Letter")
}

func (c *controls) show() {
	c.zoom.show()
	n, i := max(1, c.preview.view.Pages()), c.preview.view.Page()
	c.page.SetText(fmt.Sprintf("%d / %d", i+1, n))
	setEnabled(c.prev, i > 0)
	setEnabled(c.next, i < n-1)
	if c.preview.services.Plain {
		return
	}
	c.syncing = true
	paper := paperA4
	if c.preview.printed != nil && len(c.preview.printed.Pages) > 0 && c.preview.printed.Pages[0].Width > 600 {
		paper = paperLetter()
	}
	if c.paper.Selected != paper {
		c.paper.SetSelected(paper)
	}
	c.showDesign()
	c.looks.show()
	c.showFit()
	c.syncing = false
}

func setEnabled(b *widgets.IconButton, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (c *controls) choosePaper(name string) {
	if c.syncing {
		return
	}
	size := "a4"
	if name == paperLetter() {
		size = "letter"
	}
	c.preview.session.Edit(tr.T("preview.change-paper-size", "Change paper size"), "", func(d resume.Document) (resume.Document, error) {
		return d.Set(resume.PageSetting, resume.Text(size))
	})
}

func (c *controls) chooseDesign(name string) {
	if c.syncing {
		return
	}
	for _, d := range c.preview.services.Designs() {
		if tr.Word(d.Name) == name {
			c.preview.ChangeDesign(d.ID)
			return
		}
	}
}

// showDesign shows the resume's design, or the default one where it names none that
// exists.
func (c *controls) showDesign() {
	designs := c.preview.services.Designs()
	names := make([]string, len(designs))
	for i, d := range designs {
		names[i] = tr.Word(d.Name)
	}
	if !slices.Equal(names, c.design.Options) {
		c.design.SetOptions(names)
	}
	d, ok := designs.Find(c.preview.session.Now().Resume.Meta.Design)
	if !ok {
		d = design.Default()
	}
	if name := tr.Word(d.Name); c.design.Selected != name {
		c.design.SetSelected(name)
	}
}

// fits are the choices of a page count to fit, by the count.
func fits() []string {
	return []string{tr.T("preview.any-length", "Any length"), tr.T("preview.fit-1-page", "Fit 1 page"), tr.T("preview.fit-2-pages", "Fit 2 pages"), tr.T("preview.fit-3-pages", "Fit 3 pages")}
}

func (c *controls) chooseFit(name string) {
	if c.syncing {
		return
	}
	pages := slices.Index(fits(), name)
	c.preview.session.Edit(tr.T("preview.change-page-count", "Change page count"), "", func(d resume.Document) (resume.Document, error) { return d.SetFit(pages) })
}

// showFit shows the page count to fit, and what fitting changed.
func (c *controls) showFit() {
	pages := min(c.preview.session.Now().Resume.Meta.Fit, len(fits())-1)
	if c.fit.Selected != fits()[pages] {
		c.fit.SetSelected(fits()[pages])
	}
	changes := ""
	if c.preview.printed != nil && c.preview.printed.Fitting.Changes != "" {
		changes = tr.T("preview.to-fit", "To fit: {{.Changes}}", tr.With{"Changes": c.preview.printed.Fitting.Changes})
	}
	c.changes.SetText(changes)
	if shown := changes != ""; shown != c.changes.Visible() {
		c.changes.Hidden = !shown
		c.preview.root.Refresh()
	}
}

package designer

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/render/fonts"
	"resumax/widgets"
)

// familyList lets the user choose a font family: those that ship and those of the
// system.
type familyList struct {
	all, shown []string
	current    string
	search     *widgets.TextField
	list       *widgets.List
	note       *widgets.Label
}

// chooseFamily asks for a font family.
func (p *Designer) chooseFamily(current string, done func(name string)) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.root)
	if c == nil {
		return
	}
	f := &familyList{current: current, search: widgets.NewTextField("Search fonts"), note: widgets.NewMuted("")}
	for _, shipped := range fonts.Families() {
		f.all = append(f.all, shipped.Name)
	}
	var d *widgets.Modal
	choose := func(name string) {
		d.Close()
		done(name)
	}
	f.list = widgets.NewList(func() int { return len(f.shown) },
		func() fyne.CanvasObject {
			return widgets.NewBorder(nil, nil, widget.NewIcon(nil), nil, widget.NewLabel(""))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) { f.row(f.shown[i], o.(*fyne.Container)) })
	f.list.OnSelected = func(i widget.ListItemID) { choose(f.shown[i]) }
	f.search.OnChanged = func(string) { f.filter() }
	f.search.OnSubmitted = func(string) {
		if len(f.shown) > 0 {
			choose(f.shown[0])
		}
	}
	f.filter()
	sized := container.New(&fixedSize{fyne.NewSize(420, 340)}, f.list)
	close := widgets.NewButton("Close", func() { d.Close() })
	d = widgets.ShowModal(c, widgets.NewBorder(widgets.NewColumn(8, widgets.NewStrong("Font"), f.search),
		widgets.NewColumn(6, f.note, container.NewHBox(layout.NewSpacer(), close)), nil, nil, sized), nil)
	d.Focus(f.search)
	f.note.SetText("Looking for fonts on this computer…")
	p.threads.Async(func() {
		installed := p.services.Families()
		p.threads.Post(func() { f.add(installed) })
	})
}

// add appends the system's families to those that ship.
func (f *familyList) add(installed []string) {
	for _, name := range installed {
		if _, ships := fonts.FindFamily(name); !ships {
			f.all = append(f.all, name)
		}
	}
	f.note.SetText("The first six come with ResuMax. The others are this computer's: PDFs embed them, but on a computer without them the editor uses another font.")
	f.filter()
}

// filter shows the families whose names contain the search text.
func (f *familyList) filter() {
	f.shown = f.shown[:0]
	query := strings.ToLower(strings.TrimSpace(f.search.Text))
	for _, name := range f.all {
		if strings.Contains(strings.ToLower(name), query) {
			f.shown = append(f.shown, name)
		}
	}
	f.list.Refresh()
}

func (f *familyList) row(name string, row *fyne.Container) {
	for _, o := range row.Objects {
		switch o := o.(type) {
		case *widget.Label:
			o.SetText(name)
		case *widget.Icon:
			icon := theme.ConfirmIcon()
			if name != f.current {
				icon = nil
			}
			o.SetResource(icon)
		}
	}
}

// fixedSize gives an object a size.
type fixedSize struct{ size fyne.Size }

func (l *fixedSize) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l *fixedSize) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

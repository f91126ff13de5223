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

// familyList lets the user choose one of the typefaces that ship and of the
// machine's own.
type familyList struct {
	all, shown []string
	current    string
	search     *widgets.TextField
	list       *widget.List
	note       *widgets.Label
}

// chooseFamily asks for a typeface.
func (p *Designer) chooseFamily(current string, done func(name string)) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.root)
	if c == nil {
		return
	}
	f := &familyList{current: current, search: widgets.NewTextField("Search"), note: widgets.NewMuted("")}
	for _, shipped := range fonts.Families() {
		f.all = append(f.all, shipped.Name)
	}
	var d *widgets.Modal
	choose := func(name string) {
		d.Close()
		done(name)
	}
	f.list = widget.NewList(func() int { return len(f.shown) },
		func() fyne.CanvasObject {
			return container.NewBorder(nil, nil, widget.NewIcon(nil), nil, widget.NewLabel(""))
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
	close := widget.NewButton("Close", func() { d.Close() })
	d = widgets.ShowModal(c, container.NewBorder(widgets.NewColumn(8, widgets.NewStrong("Typeface"), f.search),
		widgets.NewColumn(6, f.note, container.NewHBox(layout.NewSpacer(), close)), nil, nil, sized), nil)
	d.Focus(f.search)
	f.note.SetText("Looking for the typefaces of this computer …")
	p.threads.Async(func() {
		installed := p.services.Families()
		p.threads.Post(func() { f.add(installed) })
	})
}

// add offers the machine's typefaces behind those that ship.
func (f *familyList) add(installed []string) {
	for _, name := range installed {
		if _, ships := fonts.FindFamily(name); !ships {
			f.all = append(f.all, name)
		}
	}
	f.note.SetText("The first six come with ResuMax and look alike everywhere. A page in one of this computer's own is set in another where that is not installed; PDFs carry it.")
	f.filter()
}

// filter shows the typefaces whose names hold what was typed.
func (f *familyList) filter() {
	f.shown = f.shown[:0]
	wanted := strings.ToLower(strings.TrimSpace(f.search.Text))
	for _, name := range f.all {
		if strings.Contains(strings.ToLower(name), wanted) {
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
			mark := theme.ConfirmIcon()
			if name != f.current {
				mark = nil
			}
			o.SetResource(mark)
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

package designer

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/render/fonts"
	"resumax/widgets"
)

// face is a choice of a list of faces: its name, and a sample of it.
type face struct {
	name   string
	sample sample
}

// faceList is a list of faces, each shown as it is.
type faceList struct {
	pane       *Designer
	all, shown []face
	indices    []int // of those shown among all
	current    string
	list       *widgets.List
	note       *widgets.Label
	search     *widgets.TextField
	sampler    *sampler
	masks      map[string]*image.Alpha // by name; nil while one is drawn
}

// chooseFamily asks for a font family: those that ship and those of the system.
func (p *Designer) chooseFamily(current string, done func(name string)) {
	var all []face
	for _, shipped := range fonts.Families() {
		all = append(all, familyFace(shipped.Name))
	}
	var f *faceList
	f = p.chooseFace(tr.T("designer.typeface", "Typeface"), tr.T("designer.search-typefaces", "Search typefaces"), current, all, func() []face {
		var more []face
		for _, name := range p.services.Families() {
			if _, ships := fonts.FindFamily(name); !ships {
				more = append(more, familyFace(name))
			}
		}
		return more
	}, func(i int) { done(f.all[i].name) })
}

func familyFace(name string) face { return face{name, sample{{name, name, false}}} }

// chooseFace asks for one of some faces, and those that more finds on another
// goroutine; nil for no more. done gets its index.
func (p *Designer) chooseFace(title, hint, current string, all []face, more func() []face, done func(int)) *faceList {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.root)
	if c == nil {
		return nil
	}
	f := &faceList{pane: p, all: all, current: current, search: widgets.NewTextField(hint), note: widgets.NewMuted(""),
		sampler: newSampler(p.services.Samples()), masks: map[string]*image.Alpha{}}
	var d *widgets.Modal
	choose := func(i int) {
		at := f.indices[i]
		d.Close()
		done(at)
	}
	f.list = widgets.NewList(func() int { return len(f.shown) }, newFaceRow,
		func(i widget.ListItemID, o fyne.CanvasObject) { f.row(f.shown[i], o.(*fyne.Container)) })
	f.list.OnSelected = choose
	f.search.OnChanged = func(string) { f.filter() }
	f.search.OnSubmitted = func(string) {
		if len(f.shown) > 0 {
			choose(0)
		}
	}
	f.filter()
	close := widgets.NewButton(tr.T("designer.close", "Close"), func() { d.Close() })
	d = widgets.ShowModal(c, widgets.NewBorder(widgets.NewColumn(8, widgets.NewStrong(title), f.search),
		widgets.NewColumn(6, f.note, container.NewHBox(layout.NewSpacer(), close)), nil, nil,
		container.New(&fixedSize{fyne.NewSize(440, 340)}, f.list)), nil)
	d.Focus(f.search)
	if more != nil {
		f.note.SetText(tr.T("designer.looking-for-fonts-on", "Looking for fonts on this computer…"))
		p.threads.Async(func() {
			found := more()
			p.threads.Post(func() { f.add(found) })
		})
	}
	return f
}

// add appends the system's families to those that ship.
func (f *faceList) add(found []face) {
	f.all = append(f.all, found...)
	f.note.SetText(tr.T("designer.the-first-six-come", "The first six come with ResuMax. The others are this computer's: PDFs embed them, but on a computer without them the editor uses another font."))
	f.filter()
}

// filter shows the faces whose names contain the search text.
func (f *faceList) filter() {
	f.shown, f.indices = f.shown[:0], f.indices[:0]
	query := strings.ToLower(strings.TrimSpace(f.search.Text))
	for i, one := range f.all {
		if strings.Contains(strings.ToLower(one.name), query) {
			f.shown, f.indices = append(f.shown, one), append(f.indices, i)
		}
	}
	f.list.Refresh()
}

// newFaceRow is a row: a check mark, the name until its sample is drawn, the sample.
func newFaceRow() fyne.CanvasObject {
	return container.NewHBox(widget.NewIcon(nil), container.NewStack(widget.NewLabel(""), container.New(atSize{}, newSampleImage())))
}

func (f *faceList) row(one face, row *fyne.Container) {
	stack, icon := row.Objects[1].(*fyne.Container), row.Objects[0].(*widget.Icon)
	name, picture := stack.Objects[0].(*widget.Label), stack.Objects[1].(*fyne.Container).Objects[0].(*canvas.Image)
	mark := theme.ConfirmIcon()
	if one.name != f.current {
		mark = nil
	}
	icon.SetResource(mark)
	mask, asked := f.masks[one.name]
	if !asked {
		f.draw(one)
		mask = f.masks[one.name]
	}
	if mask == nil {
		name.SetText(one.name)
		picture.Hide()
		return
	}
	name.SetText("")
	picture.Image = inked(mask)
	picture.Show()
	picture.Refresh()
}

// draw draws a sample on another goroutine, one at a time.
func (f *faceList) draw(one face) {
	f.masks[one.name] = nil
	f.pane.threads.Async(func() {
		mask := f.sampler.mask(one.sample)
		f.pane.threads.Post(func() {
			f.masks[one.name] = mask
			f.list.Refresh()
		})
	})
}

// fixedSize gives an object a size.
type fixedSize struct{ size fyne.Size }

func (l *fixedSize) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l *fixedSize) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

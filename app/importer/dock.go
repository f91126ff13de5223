package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/widgets"
)

// dock holds what found no place, below the sheet.
type dock struct {
	screen *screen
	rows   map[int]*widgets.FactRow
	order  []int
	chosen int // the id of a piece, -1 for none
	title  *widgets.Label
	hint   *widgets.Label
	body   *fyne.Container
	scroll *container.Scroll
	root   fyne.CanvasObject
}

// dockHeight is how high the pieces are at most, in units, and as a part of the window.
const (
	dockHeight = 168
	dockPart   = 0.17
)

func newDock(s *screen) *dock {
	d := &dock{screen: s, chosen: -1, title: widgets.NewStrong(""), hint: widgets.NewMuted(""), body: widgets.NewColumn(2)}
	d.scroll = container.NewVScroll(d.body)
	content := widgets.NewColumn(6, widgets.NewColumn(1, d.title, d.hint), container.New(&dockLayout{d}, d.scroll))
	d.root = widgets.NewBorder(widget.NewSeparator(), nil, nil, nil,
		widgets.NewBand(container.New(layout.NewCustomPaddedLayout(9, 9, 16, 16), content), theme.ColorNameHeaderBackground))
	return d
}

// dockLayout makes the scroll as high as the pieces, within bounds.
type dockLayout struct{ dock *dock }

func (l *dockLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l *dockLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	most := min(dockHeight, dockPart*l.dock.screen.im.services.Shell.Size().Height)
	return fyne.NewSize(10, min(most, l.dock.body.MinSize().Height))
}

// show builds the pieces.
func (d *dock) show() {
	d.rows, d.order = map[int]*widgets.FactRow{}, nil
	d.body.RemoveAll()
	pieces := d.screen.review.Pieces()
	for _, p := range pieces {
		d.row(p)
	}
	d.title.SetText("Left over")
	if len(pieces) == 0 {
		d.hint.SetText("Nothing: all of the file has a place. What does not belong in a field can be dragged here.")
	} else {
		d.title.SetText("Left over: " + plural(len(pieces), "piece"))
		d.hint.SetText("Drag a piece onto a field or a heading, or press Enter to choose where it belongs.")
	}
	d.body.Refresh()
	d.root.Refresh()
	if d.rows[d.chosen] == nil {
		d.chosen = -1
	}
}

func (d *dock) row(p Piece) {
	id := p.ID
	send := widgets.NewIconButton(theme.MailSendIcon(), "Send to… (Enter)", func() { d.screen.send(id) })
	send.SkipTab = true
	copying := widgets.NewIconButton(theme.ContentCopyIcon(), "Copy", func() { d.screen.copy(p.Text) })
	copying.SkipTab = true
	w := widgets.NewFactRow("Left over", "", p.Text, "", send, copying)
	w.OnSelected = func() { d.choose(id) }
	w.OnEdit = func() { d.screen.send(id) }
	w.OnMenu = func(pos fyne.Position) {
		widgets.ShowMenu(widgets.CanvasOf(d.root), fyne.NewMenu("",
			fyne.NewMenuItem("Send to…", func() { d.screen.send(id) }), fyne.NewMenuItem("Copy", func() { d.screen.copy(p.Text) })), pos)
	}
	w.OnKey = func(k *fyne.KeyEvent) bool { return d.key(id, k) }
	w.OnShortcut = func(s fyne.Shortcut) {
		if _, ok := s.(*fyne.ShortcutCopy); ok {
			d.screen.copy(p.Text)
		}
	}
	w.OnDragged = d.screen.sheet.dragged
	w.OnDropped = func(pos fyne.Position) { d.screen.sheet.dropPiece(id, pos) }
	d.rows[id] = w
	d.order = append(d.order, id)
	d.body.Add(w)
	d.paint(id)
}

func (d *dock) paint(id int) {
	d.rows[id].SetState(widgets.FactState{Selected: id == d.chosen, Bar: widgets.ColorBad})
}

// at is the id of the chosen piece.
func (d *dock) at() (int, bool) { return d.chosen, d.chosen >= 0 }

func (d *dock) choose(id int) {
	d.unchoose()
	d.screen.sheet.unchoose()
	d.chosen = id
	d.paint(id)
	d.screen.choose([]int{id})
}

func (d *dock) unchoose() {
	before := d.chosen
	d.chosen = -1
	if d.rows[before] != nil {
		d.paint(before)
	}
}

// focus gives the focus to a piece.
func (d *dock) focus(id int) {
	if w := d.rows[id]; w != nil {
		d.screen.im.services.Shell.Focus(w)
	}
}

func (d *dock) focusFirst() {
	if len(d.order) > 0 {
		d.focus(d.order[0])
	}
}

func (d *dock) key(id int, k *fyne.KeyEvent) bool {
	by := 0
	switch k.Name {
	case fyne.KeyUp:
		by = -1
	case fyne.KeyDown:
		by = 1
	case fyne.KeyHome:
		by = -len(d.order)
	case fyne.KeyEnd:
		by = len(d.order)
	default:
		return false
	}
	for i, at := range d.order {
		if at == id {
			d.focus(d.order[max(0, min(i+by, len(d.order)-1))])
			break
		}
	}
	return true
}

// has reports whether a place on the canvas is in the dock.
func (d *dock) has(pos fyne.Position) bool {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.root), d.root.Size()
	return pos.X >= at.X && pos.Y >= at.Y && pos.X < at.X+size.Width && pos.Y < at.Y+size.Height
}

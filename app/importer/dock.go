package importer

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/widgets"
)

// dock holds what found no place, below the sheet.
type dock struct {
	screen *screen
	rows   map[int]*widgets.FactRow
	order  []int
	chosen int          // the id of the piece with the focus, -1 for none
	picked map[int]bool // those that are chosen together, with it
	from   int          // where a range of them begins
	next   int          // the index of the piece to go on with
	led    bool         // the focus is on its way to a piece, as if with these keys
	with   fyne.KeyModifier
	title  *widgets.Label
	hint   *widgets.Label
	body   *fyne.Container
	scroll *container.Scroll
	root   fyne.CanvasObject
}

// How high the pieces are at most, in units, and as a part of the window; and many of them.
const (
	dockHeight = 168
	dockPart   = 0.17
	manyPieces = 8
	manyHeight = 340
	manyPart   = 0.27
)

func newDock(s *screen) *dock {
	d := &dock{screen: s, chosen: -1, from: -1, title: widgets.NewStrong(""), hint: widgets.NewMuted(""), body: widgets.NewColumn(2)}
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
	height := l.dock.screen.im.services.Shell.Size().Height
	most := min(dockHeight, dockPart*height)
	if len(l.dock.order) > manyPieces {
		most = min(manyHeight, manyPart*height)
	}
	return fyne.NewSize(10, min(most, l.dock.body.MinSize().Height))
}

// show builds the pieces.
func (d *dock) show() {
	d.rows, d.order = map[int]*widgets.FactRow{}, nil
	d.body.Objects = nil
	pieces := d.screen.review.Pieces()
	for _, p := range pieces {
		d.row(p)
	}
	d.title.SetText(tr.T("importer.left-over", "Left over"))
	if len(pieces) == 0 {
		d.hint.SetText(tr.T("importer.nothing-all-of-the", "Nothing: all of the file has a place. What does not belong in a field can be dragged here."))
	} else {
		d.title.SetText(tr.N("importer.left-over-pieces", "Left over: {{.Count}} piece", "Left over: {{.Count}} pieces", len(pieces)))
		d.hint.SetText(dockHint(len(pieces)))
	}
	d.body.Refresh()
	d.root.Refresh()
	if d.rows[d.chosen] == nil {
		d.chosen = -1
	}
	for id := range d.picked {
		if d.rows[id] == nil {
			delete(d.picked, id)
		}
	}
}

func dockHint(pieces int) string {
	if pieces == 1 {
		return tr.T("importer.drag-it-onto-a", "Drag it onto a field or a heading, or press Enter to choose where it belongs. Delete discards it.")
	}
	return tr.T("importer.drag-onto-a-field", "Drag onto a field or a heading, or press Enter to choose where it belongs. Shift or Ctrl with a click chooses several; Delete discards.")
}

func (d *dock) row(p Piece) {
	id := p.ID
	send := widgets.NewIconButton(theme.MailSendIcon(), tr.T("importer.send-to-enter", "Send to… (Enter)"), func() { d.screen.send(d.all(id)) })
	send.SkipTab = true
	more := d.moreButton(id)
	w := widgets.NewFactRow(tr.T("importer.left-over", "Left over"), "", p.Text, "", send, more)
	w.OnSelected = func() {
		with := widgets.Modifiers()
		if d.led {
			with = d.with
		}
		d.choose(id, with)
	}
	w.OnEdit = func() { d.again(id) }
	w.OnMenu = func(pos fyne.Position) { d.menu(id, pos) }
	w.OnKey = func(k *fyne.KeyEvent) bool { return d.key(id, k) }
	w.OnShortcut = func(s fyne.Shortcut) {
		switch s.(type) {
		case *fyne.ShortcutCopy:
			d.copy(id)
		case *fyne.ShortcutSelectAll:
			d.from, d.picked = d.order[0], map[int]bool{}
			for _, other := range d.order {
				d.picked[other] = true
			}
			d.shown()
		}
	}
	w.OnDragged = d.screen.sheet.dragged
	w.OnDropped = func(pos fyne.Position) { d.screen.sheet.dropPieces(d.all(id), pos) }
	d.rows[id] = w
	d.order = append(d.order, id)
	d.body.Objects = append(d.body.Objects, w)
	d.paint(id)
}

func (d *dock) moreButton(id int) *widgets.IconButton {
	var more *widgets.IconButton
	more = widgets.NewIconButton(theme.MoreHorizontalIcon(), tr.T("importer.more-actions", "More actions"), func() {
		d.menu(id, fyne.CurrentApp().Driver().AbsolutePositionForObject(more).AddXY(0, more.Size().Height))
	})
	more.SkipTab = true
	return more
}

// menu is the menu of a piece, or of all that are chosen with it.
func (d *dock) menu(id int, pos fyne.Position) {
	ids := d.all(id)
	send, copyIt, discard := tr.T("importer.send-to", "Send to…"), tr.T("importer.copy", "Copy"), tr.T("importer.discard", "Discard")
	if n := len(ids); n > 1 {
		send, copyIt = tr.N("importer.send-pieces-to", "Send {{.Count}} piece to…", "Send {{.Count}} pieces to…", n), tr.N("importer.copy-pieces", "Copy {{.Count}} piece", "Copy {{.Count}} pieces", n)
		discard = tr.N("importer.discard-pieces", "Discard {{.Count}} piece", "Discard {{.Count}} pieces", n)
	}
	widgets.ShowMenu(widgets.CanvasOf(d.root), fyne.NewMenu("",
		fyne.NewMenuItem(send, func() { d.screen.send(ids) }),
		fyne.NewMenuItem(copyIt, func() { d.copy(id) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(discard, func() { d.screen.discard(ids) })), pos)
}

// again is a tap on the piece that has the focus, or Enter.
func (d *dock) again(id int) {
	if m := widgets.Modifiers(); m&(fyne.KeyModifierShift|fyne.KeyModifierShortcutDefault) != 0 {
		d.choose(id, m)
		return
	}
	d.screen.send(d.all(id))
}

func (d *dock) copy(id int) {
	var texts []string
	for _, id := range d.all(id) {
		texts = append(texts, d.rows[id].Text())
	}
	d.screen.copy(strings.Join(texts, "\n"))
}

// all are the pieces that are chosen with one, in their order; it alone if it is not.
func (d *dock) all(id int) []int {
	if !d.picked[id] {
		return []int{id}
	}
	var ids []int
	for _, other := range d.order {
		if d.picked[other] {
			ids = append(ids, other)
		}
	}
	return ids
}

func (d *dock) paint(id int) {
	d.rows[id].SetState(widgets.FactState{Selected: id == d.chosen || d.picked[id], Bar: widgets.ColorBad})
}

// shown shows which pieces are chosen.
func (d *dock) shown() {
	for _, id := range d.order {
		d.paint(id)
	}
	d.screen.choose(d.chosenIDs())
}

// chosenIDs are the chosen pieces, the one with the focus first.
func (d *dock) chosenIDs() []int {
	if d.chosen < 0 {
		return nil
	}
	ids := []int{d.chosen}
	for _, id := range d.all(d.chosen) {
		if id != d.chosen {
			ids = append(ids, id)
		}
	}
	return ids
}

// choose chooses a piece: with Shift all up to it, with Ctrl it too, or no longer.
func (d *dock) choose(id int, with fyne.KeyModifier) {
	d.screen.sheet.unchoose()
	switch {
	case with&fyne.KeyModifierShift != 0 && d.rows[d.from] != nil:
		d.picked = map[int]bool{}
		a, b := slices.Index(d.order, d.from), slices.Index(d.order, id)
		for _, other := range d.order[min(a, b) : max(a, b)+1] {
			d.picked[other] = true
		}
	case with&fyne.KeyModifierShortcutDefault != 0 && d.rows[d.from] != nil:
		d.picked[id] = !d.picked[id]
		d.from = id
	default:
		d.picked, d.from = map[int]bool{id: true}, id
	}
	d.chosen = id
	d.next = slices.Index(d.order, d.all(id)[0])
	d.shown()
	widgets.RevealAmid(d.scroll, d.rows[id].Position().Y, d.rows[id].Size().Height) // one that is new was not painted yet
}

func (d *dock) unchoose() {
	d.chosen, d.from, d.picked = -1, -1, nil
	for _, id := range d.order {
		d.paint(id)
	}
}

// focus gives the focus to a piece, as a tap with these keys does.
func (d *dock) focus(id int, with fyne.KeyModifier) {
	w := d.rows[id]
	switch {
	case w == nil:
	case d.screen.im.services.Shell.Window.Canvas().Focused() == fyne.Focusable(w):
		d.choose(id, with)
	default:
		d.led, d.with = true, with
		d.screen.im.services.Shell.Focus(w)
		d.led = false
	}
}

// focusNext gives the focus to the piece to go on with: the one that took the place of the
// piece that had it last.
func (d *dock) focusNext() {
	if len(d.order) > 0 {
		d.focus(d.order[max(0, min(d.next, len(d.order)-1))], 0)
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
	case fyne.KeyDelete, fyne.KeyBackspace:
		d.screen.discard(d.all(id))
		return true
	default:
		return false
	}
	for i, at := range d.order {
		if at == id {
			d.focus(d.order[max(0, min(i+by, len(d.order)-1))], widgets.Modifiers()&fyne.KeyModifierShift)
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

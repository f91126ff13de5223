package importer

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// sheet is the resume as it is read, a row a field.
type sheet struct {
	screen *screen
	groups []Group
	rows   map[resume.Address]*widgets.FactRow
	order  []resume.Address // of the rows that are shown
	fields map[resume.Address]Row
	drops  []drop
	heads  []fyne.CanvasObject // the headings of sections
	over   *drop               // what is dragged is over it
	closed map[string]bool
	chosen resume.Address // "" for none
	kept   bool           // the chosen row stays in view when sizes change
	still  bool           // it was chosen by the pointer, and is not moved while it is in view
	edited resume.Address // the row with an editor, "" for none
	body   *fyne.Container
	scroll *container.Scroll
	root   fyne.CanvasObject
}

// drop is something that a text can be dropped on.
type drop struct {
	object fyne.CanvasObject
	set    func(on bool)
	place  Place
}

// fewRows is how many rows are shown at once: sections behind them are closed at first.
const fewRows = 400

func newSheet(s *screen) *sheet {
	h := &sheet{screen: s, body: widgets.NewColumn(2)}
	h.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(8, 16, 8, 16), h.body))
	h.root = container.New(&sheetLayout{sheet: h}, h.scroll)
	h.scroll.Content = container.New(&sheetLayout{sheet: h, widest: widestSheet}, h.scroll.Content)
	return h
}

// widestSheet is how wide the rows are at most: in wider ones what stands at the right is far from
// the text it is about.
const widestSheet = 960

// sheetLayout gives its only object all room, or the widest one, and keeps the chosen row in view when that
// changes: before the first frame nothing has a size, and texts break into other lines.
type sheetLayout struct {
	sheet  *sheet
	widest float32 // 0 for any
	size   fyne.Size
}

func (l *sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width
	if l.widest > 0 {
		width = min(width, l.widest)
	}
	objects[0].Resize(fyne.NewSize(width, size.Height))
	if size != l.size && l.sheet.kept {
		l.sheet.reveal()
	}
	l.size = size
}

// reveal scrolls to the chosen row. One that is new was not painted yet.
func (h *sheet) reveal() {
	w := h.rows[h.chosen]
	if w == nil {
		return
	}
	top := h.body.Position().Y + w.Position().Y
	if bottom := h.scroll.Offset.Y + h.scroll.Size().Height; h.still && top >= h.scroll.Offset.Y && top+w.Size().Height <= bottom {
		return
	}
	widgets.RevealAmid(h.scroll, top, w.Size().Height)
}

func (l *sheetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// show builds the rows.
func (h *sheet) show(groups []Group) {
	h.groups, h.edited, h.over = groups, "", nil
	if h.closed == nil {
		h.closed = closedAtFirst(groups)
	}
	h.rows, h.fields = map[resume.Address]*widgets.FactRow{}, map[resume.Address]Row{}
	h.order, h.drops, h.heads = nil, nil, nil
	h.body.Objects = nil
	for _, g := range groups {
		h.group(g)
	}
	h.body.Refresh()
	h.scroll.Refresh()
}

// add puts an object below the others. All are laid out together in the end.
func (h *sheet) add(o fyne.CanvasObject) { h.body.Objects = append(h.body.Objects, o) }

// closedAtFirst are the sections that are closed in a very long resume.
func closedAtFirst(groups []Group) map[string]bool {
	closed := map[string]bool{}
	n := 0
	for _, g := range groups {
		if n > fewRows {
			closed[g.Key] = true
		}
		for _, e := range g.Entries {
			n += len(e.Rows)
		}
	}
	return closed
}

func (h *sheet) group(g Group) {
	open := !h.closed[g.Key]
	head := widgets.NewDisclosure(open, func() {
		h.endEdit()
		h.closed[g.Key], h.kept = open, false
		h.show(h.groups)
		h.screen.mark()
	})
	text := widgets.DisclosureText{Title: g.Title}
	if n := g.Unsure(); n > 0 {
		text.Aside = tr.N("importer.fields-to-check", "{{.Count}} field to check", "{{.Count}} fields to check", n)
	}
	head.SetText(text)
	h.add(head)
	h.heads = append(h.heads, head)
	if !open {
		return
	}
	for i, e := range g.Entries {
		if e.Name != "" {
			title := widgets.NewFactHead(e.Name)
			if i > 0 {
				h.add(gap())
			}
			h.add(title)
			if list, ok := bulletsOf(g.Key); ok {
				at := e.Address.Child(list)
				h.drops = append(h.drops, drop{title, title.SetTarget, Place{How: Line, Address: at.Item(h.screen.review.Document().ListLen(at)), Key: g.Key}})
			}
		}
		for _, row := range e.Rows {
			h.row(g.Title, e.Name, row)
		}
	}
	h.add(gap())
}

// gap is a little space.
func gap() fyne.CanvasObject { return container.New(layout.NewCustomPaddedLayout(4, 0, 0, 0)) }

// bulletsOf is the name of the list of bullets of a section's entries.
func bulletsOf(key string) (string, bool) {
	for _, f := range resume.Fields(key) {
		if f.Shape == resume.Bullets && key != resume.ContactKey {
			return f.Name, true
		}
	}
	return "", false
}

func (h *sheet) row(section, entry string, row Row) {
	var w *widgets.FactRow
	var actions []fyne.CanvasObject
	if row.Unsure {
		right := widgets.NewIconButton(theme.ConfirmIcon(), tr.T("importer.looks-right-space", "Looks right (Space)"), func() { h.screen.check(row.Address) })
		right.SkipTab = true
		actions = append(actions, right)
	}
	var more *widgets.IconButton
	more = widgets.NewIconButton(theme.MoreHorizontalIcon(), tr.T("importer.more-actions", "More actions"), func() {
		d := fyne.CurrentApp().Driver()
		h.menu(row.Address, d.AbsolutePositionForObject(more).AddXY(0, more.Size().Height))
	})
	more.SkipTab = true
	actions = append(actions, more)
	label := row.Label
	if label == section && entry == "" { // the summary's only row
		label = ""
	}
	label = tr.Word(label)
	name := tr.Word(row.Label)
	if name == "" {
		name = tr.T("importer.bullet", "Bullet")
	}
	if entry != "" {
		name = entry + ", " + name
	}
	w = widgets.NewFactRow(name, label, row.Shown(), row.Empty(), actions...)
	at := row.Address
	w.OnSelected = func() { h.choose(at) }
	w.OnEdit = func() { h.edit(at) }
	w.OnMenu = func(pos fyne.Position) { h.menu(at, pos) }
	w.OnKey = func(k *fyne.KeyEvent) bool { return h.key(at, k) }
	w.OnRune = func(c rune) bool {
		if c == ' ' && h.fields[at].Unsure {
			h.screen.check(at)
			return true
		}
		return false
	}
	w.OnShortcut = func(s fyne.Shortcut) {
		if _, ok := s.(*fyne.ShortcutCopy); ok {
			h.screen.copy(h.fields[at].Shown())
		}
	}
	w.OnDragged = h.dragged
	w.OnDropped = func(pos fyne.Position) { h.dropRow(at, pos) }
	h.rows[at], h.fields[at] = w, row
	h.order = append(h.order, at)
	h.drops = append(h.drops, drop{w, func(bool) { h.paint(at) }, h.screen.review.PlaceAt(row)})
	h.add(w)
	h.paint(at)
}

// paint shows a row as it now is.
func (h *sheet) paint(at resume.Address) {
	w, row := h.rows[at], h.fields[at]
	state := widgets.FactState{Selected: at == h.chosen, Target: h.over != nil && h.over.object == w}
	if row.Unsure {
		state.Doubtful, state.Bar = tr.T("importer.check", "Check"), widgets.ColorWarn
	}
	w.SetState(state)
}

// at is the address of the chosen row.
func (h *sheet) at() (resume.Address, bool) { return h.chosen, h.chosen != "" }

// choose is called when a row has the focus.
func (h *sheet) choose(at resume.Address) {
	h.unchoose()
	h.screen.dock.unchoose()
	h.chosen, h.kept, h.still = at, true, h.rows[at].Pointed()
	h.paint(at)
	h.reveal()
	h.screen.choose(idsAt(h.screen.review, at))
}

func (h *sheet) unchoose() {
	before := h.chosen
	h.chosen = ""
	if h.rows[before] != nil {
		h.paint(before)
	}
}

// focus gives the focus to the row that shows an address, else to the nearest one.
func (h *sheet) focus(at resume.Address) {
	row, ok := RowOf(h.groups, at)
	if !ok {
		row, ok = RowOf(h.groups, previous(at))
	}
	if !ok {
		h.focusFirst()
		return
	}
	if h.rows[row] == nil { // its section is closed
		for _, g := range h.groups {
			if row.Within(g.Address) {
				h.closed[g.Key] = false
			}
		}
		h.show(h.groups)
	}
	if w := h.rows[row]; w != nil {
		h.screen.im.services.Shell.Focus(w)
	}
}

// previous is the address of the text of a list before one.
func previous(at resume.Address) resume.Address {
	if at.Index() > 0 {
		return at.Parent().Item(at.Index() - 1)
	}
	return at.Parent()
}

// focusFirst gives the focus to the first row.
func (h *sheet) focusFirst() {
	if at := h.chosen; at != "" && h.rows[at] != nil {
		h.screen.im.services.Shell.Focus(h.rows[at])
		return
	}
	if len(h.order) > 0 {
		h.screen.im.services.Shell.Focus(h.rows[h.order[0]])
	}
}

// key is a key for a row.
func (h *sheet) key(at resume.Address, k *fyne.KeyEvent) bool {
	const page = 10
	switch k.Name {
	case fyne.KeyUp:
		h.move(at, -1)
	case fyne.KeyDown:
		h.move(at, 1)
	case fyne.KeyPageUp:
		h.move(at, -page)
	case fyne.KeyPageDown:
		h.move(at, page)
	case fyne.KeyHome:
		h.move(at, -len(h.order))
	case fyne.KeyEnd:
		h.move(at, len(h.order))
	case fyne.KeyDelete, fyne.KeyBackspace:
		if h.fields[at].Text != "" {
			h.screen.setAside(at)
		}
	default:
		return false
	}
	return true
}

// move moves the focus by so many rows.
func (h *sheet) move(from resume.Address, by int) {
	for i, at := range h.order {
		if at == from {
			to := max(0, min(i+by, len(h.order)-1))
			h.screen.im.services.Shell.Focus(h.rows[h.order[to]])
			return
		}
	}
}

// edit puts an editor into a row.
func (h *sheet) edit(at resume.Address) {
	w, row := h.rows[at], h.fields[at]
	if w == nil || h.edited == at {
		return
	}
	h.endEdit()
	entry := widgets.NewTextField("")
	if row.Shape == resume.Prose || row.Shape == resume.Bullets || row.Shape == resume.Words {
		entry = widgets.NewTextArea("")
	}
	entry.SetText(row.Shown())
	entry.OnChanged = func(text string) { h.typed(at, text) }
	entry.OnReveal = h.reveal // by the row: the field has no place before it is painted
	leave := func(by int) {
		h.endEdit()
		if by != 0 {
			h.move(at, by)
		} else {
			h.screen.im.services.Shell.Focus(h.rows[at])
		}
	}
	entry.OnKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyEscape:
			leave(0)
		case fyne.KeyReturn, fyne.KeyEnter:
			if row.Shape == resume.Prose {
				return false
			}
			leave(0)
		default:
			return h.screen.im.services.Shell.Key(k)
		}
		return true
	}
	entry.OnFocusLost = func() {
		if h.edited == at {
			h.endEdit()
		}
	}
	h.edited = at
	w.SetEditor(entry)
	h.body.Refresh()
	h.screen.im.services.Shell.Focus(entry)
	entry.CursorColumn = len([]rune(row.Shown()))
	if !entry.MultiLine {
		entry.SelectRange(0, entry.CursorColumn)
	}
}

// typed puts what was typed into the review. The row becomes one that was checked.
func (h *sheet) typed(at resume.Address, text string) {
	row := h.fields[at]
	if err := h.screen.review.Type(row, text); err != nil {
		h.screen.im.services.Shell.Toaster.Show(err.Error(), "", nil)
		return
	}
	h.screen.im.services.Shell.Toaster.Hide() // its Undo would be this step's
	h.refreshFields()
	h.screen.count()
	h.screen.mark()
}

// refreshFields shows the rows as they now are, without building them anew.
func (h *sheet) refreshFields() {
	h.groups = h.screen.review.Groups()
	for _, g := range h.groups {
		for _, e := range g.Entries {
			for _, row := range e.Rows {
				if w := h.rows[row.Address]; w != nil {
					h.fields[row.Address] = row
					w.SetText(row.Shown())
					h.paint(row.Address)
				}
			}
		}
	}
}

// endEdit takes the editor out of its row.
func (h *sheet) endEdit() {
	at := h.edited
	if at == "" {
		return
	}
	h.edited = ""
	h.screen.review.Seal()
	if w := h.rows[at]; w != nil {
		w.SetEditor(nil)
		h.body.Refresh()
	}
}

// menu is the menu of a row.
func (h *sheet) menu(at resume.Address, pos fyne.Position) {
	row := h.fields[at]
	item := func(label string, enabled bool, do func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(label, do)
		m.Disabled = !enabled
		return m
	}
	items := []*fyne.MenuItem{
		item(tr.T("importer.edit", "Edit"), true, func() { h.edit(at) }),
		item(tr.T("importer.looks-right", "Looks right"), row.Unsure, func() { h.screen.check(at) }),
		fyne.NewMenuItemSeparator(),
		item(tr.T("importer.move-to-another-field-2", "Move to another field…"), row.Text != "", func() { h.screen.moveRow(at) }),
		item(tr.T("importer.move-to-left-over-2", "Move to Left over"), row.Text != "", func() { h.screen.setAside(at) }),
		item(tr.T("importer.copy-2", "Copy"), row.Text != "", func() { h.screen.copy(row.Shown()) }),
	}
	widgets.ShowMenu(widgets.CanvasOf(h.root), fyne.NewMenu("", items...), pos)
}

// dropAt is what lies at a place on the canvas, nil for nothing.
func (h *sheet) dropAt(pos fyne.Position) *drop {
	if !lies(pos, h.scroll) {
		return nil
	}
	for i := range h.drops {
		if lies(pos, h.drops[i].object) {
			return &h.drops[i]
		}
	}
	return nil
}

// isHead reports whether the heading of a section lies at a place on the canvas.
func (h *sheet) isHead(pos fyne.Position) bool {
	return lies(pos, h.scroll) && slices.ContainsFunc(h.heads, func(o fyne.CanvasObject) bool { return lies(pos, o) })
}

// lies reports whether a place on the canvas is within an object.
func lies(pos fyne.Position, o fyne.CanvasObject) bool {
	p, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	return pos.X >= p.X && pos.Y >= p.Y && pos.X < p.X+size.Width && pos.Y < p.Y+size.Height
}

const (
	dragZone = 34 // units from the edges of the sheet, where a drag scrolls it
	dragStep = 16
)

// dragged shows where what is dragged would go, and scrolls near the edges.
func (h *sheet) dragged(pos fyne.Position) {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.scroll).Y
	switch y := pos.Y - top; {
	case y < 0 || y > h.scroll.Size().Height:
	case y < dragZone:
		h.scroll.ScrollToOffset(fyne.NewPos(0, max(0, h.scroll.Offset.Y-dragStep)))
	case y > h.scroll.Size().Height-dragZone:
		most := max(0, h.scroll.Content.MinSize().Height-h.scroll.Size().Height)
		h.scroll.ScrollToOffset(fyne.NewPos(0, min(most, h.scroll.Offset.Y+dragStep)))
	}
	h.hover(h.dropAt(pos))
}

// hover shows what a drag is over.
func (h *sheet) hover(over *drop) {
	if over == h.over {
		return
	}
	before := h.over
	h.over = over
	if before != nil {
		before.set(false)
	}
	if over != nil {
		over.set(true)
	}
}

// dropPieces puts pieces where they were dropped.
func (h *sheet) dropPieces(ids []int, pos fyne.Position) {
	to := h.dropAt(pos)
	h.hover(nil)
	switch {
	case to != nil:
		h.screen.sendTo(ids, to.place)
	case h.isHead(pos): // which of its fields?
		h.screen.send(ids)
	}
}

// dropRow moves a row's text where it was dropped: to another row, or to what is left over.
func (h *sheet) dropRow(at resume.Address, pos fyne.Position) {
	to := h.dropAt(pos)
	h.hover(nil)
	switch {
	case to != nil && to.object != h.rows[at]:
		h.screen.moveTo(at, to.place)
	case h.isHead(pos):
		h.screen.moveRow(at)
	case to == nil && h.screen.dock.has(pos):
		h.screen.setAside(at)
	}
}

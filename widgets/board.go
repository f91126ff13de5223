package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// BoardCard is a card of a [Board].
type BoardCard struct {
	ID, Title, Detail string
	// Note is below the detail, in its color.
	Note      string
	NoteColor fyne.ThemeColorName
}

// BoardColumn is a column of a [Board] with its cards.
type BoardColumn struct {
	Title string
	Cards []BoardCard
	// More is how many cards it has that are not given.
	More int
}

// Board shows cards in columns. A card is dragged to another column, or moved there by Ctrl+Left and Ctrl+Right. The board
// is one stop of the Tab order: the arrow keys, Home and End go through the cards, Enter and Space open one, Delete
// deletes it, and Escape ends a drag.
type Board struct {
	widget.BaseWidget

	// OnSelected is called when the user goes to a card, OnOpened for a tap, Enter or Space, OnDelete for Delete.
	OnSelected, OnOpened, OnDelete func(id string)
	// OnMove is called when the user moves a card to another column; the owner then calls SetColumns.
	OnMove func(id string, to int)

	columns []BoardColumn
	parts   []*boardPart
	cards   map[string]*boardCard
	cursor  string
	marked  string // the card that is open
	focused bool
	drag    *boardDrag
	ghost   *canvas.Rectangle
	name    *canvas.Text
}

type boardDrag struct {
	card *boardCard
	over int // the column below the pointer
}

const (
	boardColumn = 158 // the least width of a column
	boardGap    = 10
	boardInset  = 8
	boardHead   = 30
	boardBar    = 6 // beside the cards, for the scroll bar
)

// NewBoard returns a board without columns.
func NewBoard() *Board {
	b := &Board{cards: map[string]*boardCard{}, ghost: canvas.NewRectangle(nil), name: canvas.NewText("", nil)}
	b.ghost.CornerRadius = innerRadius
	b.ghost.Hide()
	b.name.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// boardPart is what shows a column.
type boardPart struct {
	ground *canvas.Rectangle
	title  *canvas.Text
	count  *canvas.Text
	more   *canvas.Text
	list   *fyne.Container
	scroll *container.Scroll
}

// SetColumns replaces the columns. Cards whose id stays are kept, and so is the one that the keys are on.
func (b *Board) SetColumns(columns []BoardColumn) {
	row := 0
	if column, i := b.place(b.cursor); column >= 0 {
		row = i
	}
	b.columns = columns
	for len(b.parts) < len(columns) {
		p := &boardPart{ground: canvas.NewRectangle(nil), title: canvas.NewText("", nil), count: canvas.NewText("", nil), more: canvas.NewText("", nil), list: NewColumn(boardInset)}
		p.ground.CornerRadius = innerRadius
		p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, boardBar), p.list))
		b.parts = append(b.parts, p)
	}
	b.parts = b.parts[:len(columns)]
	now := map[string]*boardCard{}
	for i, c := range columns {
		var objects []fyne.CanvasObject
		for _, card := range c.Cards {
			k := b.cards[card.ID]
			if k == nil {
				k = newBoardCard(b)
			}
			if k.card != card {
				k.set(card)
			}
			k.Hidden = false
			now[card.ID] = k
			objects = append(objects, k)
		}
		b.parts[i].list.Objects = objects
		b.parts[i].list.Refresh()
	}
	gone := b.cards[b.cursor] != nil && now[b.cursor] == nil
	column := -1
	if gone {
		column = b.cards[b.cursor].column
	}
	b.cards = now
	for i, c := range columns {
		for _, card := range c.Cards {
			now[card.ID].column = i
		}
	}
	if b.cursor == "" || now[b.cursor] == nil {
		b.cursor = b.near(column, row)
	}
	if b.drag != nil && now[b.drag.card.card.ID] == nil {
		b.endDrag()
	}
	b.Refresh()
}

// near is a card near a place: in the column, else the first one of all.
func (b *Board) near(column, row int) string {
	if column >= 0 && column < len(b.columns) && len(b.columns[column].Cards) > 0 {
		cards := b.columns[column].Cards
		return cards[min(row, len(cards)-1)].ID
	}
	for _, c := range b.columns {
		if len(c.Cards) > 0 {
			return c.Cards[0].ID
		}
	}
	return ""
}

// Select goes to a card and shows it, without calling OnSelected.
func (b *Board) Select(id string) {
	if b.cards[id] == nil || b.cursor == id {
		return
	}
	b.cursor = id
	b.show()
}

// Selected is the card that the keys are on, "" for none.
func (b *Board) Selected() string { return b.cursor }

// Children returns the columns' scrolls, for [ScrollOf].
func (b *Board) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, p := range b.parts {
		all = append(all, p.scroll)
	}
	return all
}

// SetMarked marks the card that is open elsewhere, "" for none.
func (b *Board) SetMarked(id string) {
	if b.marked != id {
		b.marked = id
		b.Refresh()
	}
}

// place is where a card is: its column and its place there, -1 for one that is not.
func (b *Board) place(id string) (column, row int) {
	for i, c := range b.columns {
		for j, card := range c.Cards {
			if card.ID == id {
				return i, j
			}
		}
	}
	return -1, -1
}

// show shows the card that the keys are on.
func (b *Board) show() {
	if k := b.cards[b.cursor]; k != nil {
		Reveal(k)
	}
	for _, k := range b.cards {
		k.Refresh()
	}
}

func (b *Board) goTo(id string) {
	if id == "" || id == b.cursor {
		return
	}
	b.cursor = id
	b.show()
	if b.OnSelected != nil {
		keepFocus(b, func() { b.OnSelected(id) })
	}
}

func (b *Board) open(id string) {
	if id != "" && b.OnOpened != nil {
		keepFocus(b, func() { b.OnOpened(id) })
	}
}

// move moves the card that the keys are on by a number of columns.
func (b *Board) move(by int) {
	column, _ := b.place(b.cursor)
	if to := column + by; column >= 0 && to >= 0 && to < len(b.columns) && b.OnMove != nil {
		keepFocus(b, func() { b.OnMove(b.cursor, to) })
		b.show()
	}
}

// FocusGained is called by Fyne.
func (b *Board) FocusGained() {
	b.focused = true
	b.show()
}

// FocusLost is called by Fyne.
func (b *Board) FocusLost() {
	b.focused = false
	b.endDrag()
	for _, k := range b.cards {
		k.Refresh()
	}
}

// TypedRune is called by Fyne.
func (b *Board) TypedRune(r rune) {
	if r == ' ' {
		b.open(b.cursor)
	}
}

// TypedKey is called by Fyne.
func (b *Board) TypedKey(ev *fyne.KeyEvent) {
	column, row := b.place(b.cursor)
	at := func(column, row int) string {
		if column < 0 || column >= len(b.columns) {
			return ""
		}
		cards := b.columns[column].Cards
		if len(cards) == 0 || row < 0 {
			return ""
		}
		return cards[min(row, len(cards)-1)].ID
	}
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		for i := column + sideways(ev); i >= 0 && i < len(b.columns); i += sideways(ev) {
			if id := at(i, row); id != "" {
				b.goTo(id)
				return
			}
		}
	case fyne.KeyUp:
		b.goTo(at(column, row-1))
	case fyne.KeyDown:
		b.goTo(at(column, row+1))
	case fyne.KeyHome:
		b.goTo(at(column, 0))
	case fyne.KeyEnd:
		b.goTo(at(column, 1<<20))
	case fyne.KeyReturn, fyne.KeyEnter:
		b.open(b.cursor)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if b.cursor != "" && b.OnDelete != nil {
			keepFocus(b, func() { b.OnDelete(b.cursor) })
		}
	case fyne.KeySpace:
	case fyne.KeyEscape:
		if b.drag != nil {
			b.endDrag()
			return
		}
		passKey(b, ev)
	default:
		passKey(b, ev)
	}
}

// TypedShortcut is called by Fyne.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierShortcutDefault {
		return
	}
	switch c.KeyName {
	case fyne.KeyLeft:
		b.move(-1)
	case fyne.KeyRight:
		b.move(1)
	}
}

// columnAt is the column at a place on the board.
func (b *Board) columnAt(x float32) int {
	for i, p := range b.parts {
		if x < p.ground.Position().X+p.ground.Size().Width+boardGap/2 || i == len(b.parts)-1 {
			return i
		}
	}
	return 0
}

func (b *Board) dragged(k *boardCard, ev *fyne.DragEvent) {
	if b.drag == nil {
		if c := CanvasOf(b); c != nil {
			c.Focus(b) // so that Escape comes here
		}
		b.cursor = k.card.ID
		b.drag = &boardDrag{card: k}
	}
	if b.drag.card != k {
		return
	}
	at := ev.AbsolutePosition.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b))
	b.drag.over = b.columnAt(at.X)
	b.name.Text = ellipsis(k.card.Title, 180, theme.TextSize(), fyne.TextStyle{Bold: true})
	b.name.TextSize, b.name.TextStyle = theme.TextSize(), fyne.TextStyle{Bold: true}
	size := b.name.MinSize().AddWidthHeight(2*boardInset, 2*boardInset)
	b.ghost.Resize(size)
	b.ghost.Move(at.SubtractXY(size.Width/2, size.Height/2))
	b.name.Resize(b.name.MinSize())
	b.name.Move(b.ghost.Position().AddXY(boardInset, boardInset))
	b.ghost.Show()
	b.name.Show()
	b.Refresh()
}

// drop ends a drag where it is.
func (b *Board) drop() {
	if b.drag == nil {
		return
	}
	card, to := b.drag.card, b.drag.over
	b.endDrag()
	if to != card.column && b.OnMove != nil {
		b.OnMove(card.card.ID, to)
	}
}

func (b *Board) endDrag() {
	if b.drag == nil {
		return
	}
	b.drag = nil
	b.ghost.Hide()
	b.name.Hide()
	b.Refresh()
}

// CreateRenderer is called by Fyne.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	r := &boardRenderer{board: b}
	r.min = func() fyne.Size {
		n := float32(len(b.columns))
		return fyne.NewSize(n*scaled(boardColumn)+max(0, n-1)*boardGap, 160)
	}
	r.layout = b.layout
	r.refresh = func() {
		b.paint()
		b.layout(b.Size())
	}
	b.paint()
	return r
}

// boardRenderer is a drawing whose objects change with the columns.
type boardRenderer struct {
	drawing
	board *Board
}

func (r *boardRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, p := range r.board.parts {
		all = append(all, p.ground, p.title, p.count, p.more, p.scroll)
	}
	return append(all, r.board.ghost, r.board.name)
}

func (b *Board) paint() {
	for i, p := range b.parts {
		c := b.columns[i]
		p.ground.FillColor, p.ground.StrokeWidth = Color(ColorTrack), 0
		if b.drag != nil && b.drag.over == i {
			p.ground.FillColor, p.ground.StrokeWidth, p.ground.StrokeColor = Color(ColorAccentSoft), focusWidth, Color(theme.ColorNamePrimary)
		}
		p.title.Text, p.title.TextSize, p.title.TextStyle, p.title.Color = c.Title, theme.TextSize(), fyne.TextStyle{Bold: true}, Color(theme.ColorNameForeground)
		p.count.Text, p.count.TextSize, p.count.Color = strconv.Itoa(len(c.Cards)+c.More), theme.CaptionTextSize(), Color(ColorMuted)
		p.more.Text, p.more.TextSize, p.more.Color = "", theme.CaptionTextSize(), Color(ColorMuted)
		if c.More > 0 {
			p.more.Text = lang.XN("widgets.and-more", "… and {{.Count}} more", c.More, map[string]any{"Count": c.More})
		}
		for _, o := range []fyne.CanvasObject{p.ground, p.title, p.count, p.more} {
			o.Refresh()
		}
	}
	b.ghost.FillColor, b.ghost.StrokeWidth, b.ghost.StrokeColor = Color(ColorCard), 1, Color(theme.ColorNamePrimary)
	b.name.Color = Color(theme.ColorNameForeground)
	for _, k := range b.cards {
		k.Refresh()
	}
}

func (b *Board) layout(size fyne.Size) {
	n := float32(len(b.parts))
	if n == 0 {
		return
	}
	width, head := (size.Width-(n-1)*boardGap)/n, scaled(boardHead)
	for i, p := range b.parts {
		x := float32(i) * (width + boardGap)
		p.ground.Move(fyne.NewPos(x, 0))
		p.ground.Resize(fyne.NewSize(width, size.Height))
		t, c := p.title.MinSize(), p.count.MinSize()
		p.title.Move(fyne.NewPos(x+boardInset+3, (head-t.Height)/2+2))
		p.title.Resize(t)
		p.count.Move(fyne.NewPos(x+boardInset+3+t.Width+7, (head-c.Height)/2+2))
		p.count.Resize(c)
		below := float32(boardInset)
		if p.more.Text != "" {
			m := p.more.MinSize()
			p.more.Move(fyne.NewPos(x+boardInset+3, size.Height-m.Height-4))
			p.more.Resize(m)
			below += m.Height + 2
		}
		p.scroll.Move(fyne.NewPos(x+boardInset, head+4))
		p.scroll.Resize(fyne.NewSize(max(0, width-2*boardInset+boardBar), max(0, size.Height-head-4-below)))
	}
}

// boardCard is a card.
type boardCard struct {
	widget.BaseWidget
	board               *Board
	card                BoardCard
	column              int
	ground              *canvas.Rectangle
	title, detail, note *widget.RichText
	hovered             bool
}

const boardCardInset = 10

func newBoardCard(b *Board) *boardCard {
	k := &boardCard{board: b, ground: canvas.NewRectangle(nil),
		title:  newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}, fyne.TextWrapWord),
		detail: newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapWord),
		note:   newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapWord)}
	k.ground.CornerRadius = innerRadius
	k.ExtendBaseWidget(k)
	return k
}

func (k *boardCard) set(card BoardCard) {
	k.card = card
	color := card.NoteColor
	if color == "" {
		color = ColorMuted
	}
	setText(k.title, card.Title, theme.ColorNameForeground)
	setText(k.detail, card.Detail, ColorMuted)
	setText(k.note, card.Note, color)
	k.Refresh()
}

// AccessibilityLabel returns what the card says.
func (k *boardCard) AccessibilityLabel() string { return k.card.Title + ", " + k.card.Detail }

// Tapped is called by Fyne.
func (k *boardCard) Tapped(*fyne.PointEvent) {
	if c := CanvasOf(k); c != nil {
		c.Focus(k.board)
	}
	k.board.goTo(k.card.ID)
	k.board.open(k.card.ID)
}

// Dragged is called by Fyne.
func (k *boardCard) Dragged(ev *fyne.DragEvent) { k.board.dragged(k, ev) }

// DragEnd is called by Fyne.
func (k *boardCard) DragEnd() { k.board.drop() }

// Cursor is called by Fyne.
func (k *boardCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is called by Fyne.
func (k *boardCard) MouseIn(*desktop.MouseEvent) {
	k.hovered = true
	k.Refresh()
}

// MouseMoved is called by Fyne.
func (k *boardCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (k *boardCard) MouseOut() {
	k.hovered = false
	k.Refresh()
}

// CreateRenderer is called by Fyne.
func (k *boardCard) CreateRenderer() fyne.WidgetRenderer {
	k.paint()
	return &drawing{
		objects: []fyne.CanvasObject{k.ground, k.title, k.detail, k.note},
		min:     func() fyne.Size { return fyne.NewSize(100, k.place(max(100, k.Size().Width))) },
		layout:  func(size fyne.Size) { k.place(size.Width) },
		refresh: func() {
			k.paint()
			k.place(k.Size().Width)
		},
	}
}

func (k *boardCard) paint() {
	k.ground.FillColor = Color(ColorCard)
	if k.hovered {
		k.ground.FillColor = over(Color(theme.ColorNameHover), Color(ColorCard))
	}
	k.ground.StrokeWidth, k.ground.StrokeColor = 1, Color(theme.ColorNameSeparator)
	switch b := k.board; {
	case b.drag != nil && b.drag.card == k:
		k.ground.FillColor = Color(ColorTrack)
	case b.marked == k.card.ID:
		k.ground.FillColor, k.ground.StrokeColor = Color(ColorAccentSoft), Color(theme.ColorNamePrimary)
		fallthrough
	case b.cursor == k.card.ID && b.focused:
		if b.cursor != k.card.ID || !b.focused {
			break
		}
		k.ground.StrokeWidth, k.ground.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
	}
	k.ground.Refresh()
}

func (k *boardCard) place(width float32) float32 {
	y := float32(boardCardInset - 2)
	inner := max(1, width-2*boardCardInset)
	y += placeText(k.title, boardCardInset, y, inner)
	for _, t := range []*widget.RichText{k.detail, k.note} {
		if h := placeText(t, boardCardInset, y+2, inner); h > 0 {
			y += h + 2
		}
	}
	y += boardCardInset - 2
	k.ground.Resize(fyne.NewSize(width, y))
	return y
}

var (
	_ fyne.Focusable    = (*Board)(nil)
	_ fyne.Shortcutable = (*Board)(nil)
	_ fyne.Draggable    = (*boardCard)(nil)
	_ fyne.Tappable     = (*boardCard)(nil)
	_ desktop.Hoverable = (*boardCard)(nil)
)

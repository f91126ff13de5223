package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// FactRow is one fact of a sheet that is read and corrected: a muted label at the left and a text beside it, which an
// editor can take the place of. It can be marked as doubtful, selected, and dragged onto another one.
//
// It takes the focus at a tap; another tap, Enter or F2 asks for an editor.
type FactRow struct {
	widget.BaseWidget

	// OnSelected is called when the row gets the focus, and scrolls to it.
	OnSelected func()
	// OnEdit is called for a tap on a selected row, Enter or F2; nil for a text that stays as it is.
	OnEdit func()
	// OnKey sees a key before the row does and returns true to keep it from the row; OnRune a character.
	OnKey  func(*fyne.KeyEvent) bool
	OnRune func(rune) bool
	// OnShortcut is called for a shortcut, such as that of the clipboard.
	OnShortcut func(fyne.Shortcut)
	// OnMenu is called for a secondary tap; at is the place on the canvas.
	OnMenu func(at fyne.Position)
	// OnDragged is called for every move of a drag, and OnDropped at its end; at is the place on the canvas. Nil for a
	// row that is not dragged.
	OnDragged, OnDropped func(at fyne.Position)

	pressable
	label     *canvas.Text
	called    string // the whole label
	text      *widget.RichText
	badge     *canvas.Text
	badgeBack *canvas.Rectangle
	bar       *canvas.Rectangle
	actions   []fyne.CanvasObject
	editor    fyne.CanvasObject
	name      string
	full      string
	empty     string
	state     FactState
	lifted    *lifted
	at        fyne.Position // of the drag
	tapped    bool          // the focus is on its way here for a tap
}

// FactState is how a row looks.
type FactState struct {
	Doubtful string              // a short word for a badge, "" for none
	Selected bool                // it is what is looked at
	Target   bool                // what is dragged would go here
	Bar      fyne.ThemeColorName // of the bar at its left, "" for none
}

var (
	_ fyne.Focusable         = (*FactRow)(nil)
	_ fyne.Draggable         = (*FactRow)(nil)
	_ fyne.Shortcutable      = (*FactRow)(nil)
	_ fyne.SecondaryTappable = (*FactRow)(nil)
	_ desktop.Cursorable     = (*FactRow)(nil)
)

const (
	factInset = 10
	factLine  = 5
	factLabel = 106 // room for “Berufsbezeichnung”; what is longer is cut
	factGap   = 8
	factBar   = 3
)

// NewFactRow returns a row. Name is what the row is called for who does not see it; a label of "" leaves its column empty.
// Empty is shown, muted, where there is no text. The actions are shown at the right while the row is selected or pointed
// at.
func NewFactRow(name, label, text, empty string, actions ...fyne.CanvasObject) *FactRow {
	r := &FactRow{
		name: name, called: label, label: canvas.NewText(label, nil), badge: canvas.NewText("", nil), badgeBack: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		text: newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}, fyne.TextWrapWord), empty: empty, actions: actions,
	}
	r.pressable.init(r, r.edit)
	r.badgeBack.CornerRadius = innerRadius
	r.bar.CornerRadius = factBar / 2
	r.showText(text)
	r.ExtendBaseWidget(r)
	return r
}

// Label returns the label, Text the text.
func (r *FactRow) Label() string { return r.called }

// Cut returns the label where it is cut, else nothing.
func (r *FactRow) Cut() string { return cutOf(r.label.Text, r.called) }

// Text returns the text.
func (r *FactRow) Text() string { return r.full }

// State returns how the row looks.
func (r *FactRow) State() FactState { return r.state }

// AccessibilityLabel returns the name and the text.
func (r *FactRow) AccessibilityLabel() string { return r.name + ": " + r.full }

// SetText changes the text.
func (r *FactRow) SetText(text string) {
	if text != r.full {
		r.showText(text)
		r.Refresh()
	}
}

func (r *FactRow) showText(text string) {
	r.full = text
	shown, color := text, theme.ColorNameForeground
	if text == "" {
		shown, color = r.empty, theme.ColorNamePlaceHolder
	}
	setText(r.text, shown, color)
}

// SetState changes how the row looks.
func (r *FactRow) SetState(s FactState) {
	if s != r.state {
		r.state = s
		r.Refresh()
	}
}

// SetEditor puts an editor in the text's place, nil the text.
func (r *FactRow) SetEditor(o fyne.CanvasObject) {
	r.editor = o
	r.Refresh()
	canvas.Refresh(r)
}

// Children returns editor and actions, for [ScrollOf].
func (r *FactRow) Children() []fyne.CanvasObject {
	if r.editor != nil {
		return []fyne.CanvasObject{r.editor}
	}
	return r.shownActions()
}

func (r *FactRow) shownActions() []fyne.CanvasObject {
	if r.state.Selected || r.hovered {
		return r.actions
	}
	return nil
}

func (r *FactRow) edit() {
	if r.OnEdit != nil {
		r.OnEdit()
	}
}

// Tapped is called by Fyne.
func (r *FactRow) Tapped(*fyne.PointEvent) {
	r.tip.stop()
	if r.focused {
		r.edit()
		return
	}
	r.focusTapped()
}

// focusTapped takes the focus for a tap.
func (r *FactRow) focusTapped() {
	if c := CanvasOf(r); c != nil {
		r.tapped = true
		c.Focus(r)
		r.tapped = false
	}
}

// Pointed reports, while OnSelected is called, whether the row was tapped: what is under the pointer should stay there.
func (r *FactRow) Pointed() bool { return r.tapped }

// TappedSecondary is called by Fyne.
func (r *FactRow) TappedSecondary(ev *fyne.PointEvent) {
	r.focusTapped()
	if r.OnMenu != nil {
		r.OnMenu(ev.AbsolutePosition)
	}
}

// FocusGained is called by Fyne.
func (r *FactRow) FocusGained() {
	if r.OnSelected == nil {
		r.pressable.FocusGained()
		return
	}
	r.focused = true
	r.OnSelected()
	r.Refresh()
}

// TypedKey is called by Fyne.
func (r *FactRow) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case r.lifted != nil && ev.Name == fyne.KeyEscape:
		r.lifted.end()
		r.lifted = nil
		if r.OnDragged != nil {
			r.OnDragged(fyne.NewPos(-1, -1))
		}
	case r.OnKey != nil && r.OnKey(ev):
	case ev.Name == fyne.KeyF2:
		r.do()
	default:
		r.pressable.TypedKey(ev)
	}
}

// TypedRune is called by Fyne.
func (r *FactRow) TypedRune(c rune) {
	if r.OnRune != nil && r.OnRune(c) {
		return
	}
	r.pressable.TypedRune(c)
}

// TypedShortcut is called by Fyne.
func (r *FactRow) TypedShortcut(s fyne.Shortcut) {
	if r.OnShortcut != nil {
		r.OnShortcut(s)
	}
}

// Dragged is called by Fyne.
func (r *FactRow) Dragged(ev *fyne.DragEvent) {
	if r.OnDragged == nil || r.full == "" || r.editor != nil {
		return
	}
	if r.lifted == nil {
		if r.lifted = lift(r, r.full); r.lifted == nil {
			return
		}
		if c := CanvasOf(r); c != nil {
			c.Focus(r) // so that Escape comes here
		}
	}
	r.at = ev.AbsolutePosition
	r.lifted.move(r.at)
	r.OnDragged(r.at)
}

// DragEnd is called by Fyne.
func (r *FactRow) DragEnd() {
	if r.lifted == nil {
		return
	}
	r.lifted.end()
	r.lifted = nil
	if r.OnDropped != nil {
		keepFocus(r, func() { r.OnDropped(r.at) })
	}
}

// CreateRenderer is called by Fyne.
func (r *FactRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &factRenderer{r}
}

type factRenderer struct{ row *FactRow }

func (f *factRenderer) Destroy() {}

func (f *factRenderer) MinSize() fyne.Size {
	return fyne.NewSize(scaled(factLabel)+160, f.row.place(fyne.Max(scaled(factLabel)+160, f.row.Size().Width)))
}

func (f *factRenderer) Layout(size fyne.Size) { f.row.place(size.Width) }

func (f *factRenderer) Objects() []fyne.CanvasObject {
	r := f.row
	objects := []fyne.CanvasObject{r.ground, r.bar, r.label}
	if r.editor != nil {
		return append(objects, r.editor)
	}
	return append(append(objects, r.text, r.badgeBack, r.badge), r.shownActions()...)
}

func (f *factRenderer) Refresh() {
	f.row.paint()
	f.row.place(f.row.Size().Width)
	f.row.text.Refresh()
	canvas.Refresh(f.row)
}

func (r *FactRow) paint() {
	r.rest = ""
	if r.state.Selected {
		r.rest = ColorAccentSoft
	}
	r.paintGround()
	if r.state.Target {
		r.ground.FillColor = Color(ColorAccentSoft)
		r.ground.StrokeWidth, r.ground.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
	}
	r.bar.FillColor = transparent
	if r.state.Bar != "" {
		r.bar.FillColor = Color(r.state.Bar)
	}
	r.label.TextSize, r.label.Color = theme.CaptionTextSize(), Color(ColorMuted)
	r.badge.Text = r.state.Doubtful
	r.badge.TextSize, r.badge.TextStyle, r.badge.Color = theme.CaptionTextSize(), fyne.TextStyle{Bold: true}, Color(ColorWarn)
	r.badgeBack.FillColor = Color(ColorWarnSoft)
	r.badge.Hidden, r.badgeBack.Hidden = r.badge.Text == "", r.badge.Text == ""
	for _, o := range []fyne.CanvasObject{r.ground, r.bar, r.label, r.badge, r.badgeBack} {
		o.Refresh()
	}
}

// place lays out the parts at a width and returns their height.
func (r *FactRow) place(width float32) float32 {
	first := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	left := float32(factInset)
	if r.called != "" || r.empty != "" {
		left += scaled(factLabel) + factGap
	}
	right := width - factInset
	center := func(o fyne.CanvasObject, x float32, size fyne.Size) {
		o.Resize(size)
		o.Move(fyne.NewPos(x, factLine+(first-size.Height)/2))
	}
	least := first + 2*factLine
	for i := len(r.actions) - 1; i >= 0; i-- { // they have their room when they are not shown too
		size := r.actions[i].MinSize()
		right -= size.Width
		center(r.actions[i], right, size)
		right -= actionGap
	}
	if !r.badge.Hidden {
		size := r.badge.MinSize().AddWidthHeight(2*badgeInset, 4)
		right -= size.Width
		center(r.badgeBack, right, size)
		center(r.badge, right+badgeInset, r.badge.MinSize())
		right -= badgeGap
	}
	r.label.Text = ellipsis(r.called, scaled(factLabel), theme.CaptionTextSize(), fyne.TextStyle{})
	center(r.label, factInset, r.label.MinSize())
	inner := fyne.Max(40, right-left)
	var height float32
	if r.editor != nil { // what is in it stands where the text did, so that nothing moves
		pad := theme.InnerPadding()
		height = fitHeight(r.editor, inner+2*pad)
		r.editor.Resize(fyne.NewSize(inner+2*pad, height))
		r.editor.Move(fyne.NewPos(left-pad, factLine-pad))
		height -= 2 * (pad - factLine)
	} else {
		height = placeText(r.text, left, factLine, inner) + 2*factLine
	}
	height = fyne.Max(least, height)
	r.ground.Resize(fyne.NewSize(width, height))
	r.bar.Resize(fyne.NewSize(factBar, height-4))
	r.bar.Move(fyne.NewPos(1, 2))
	return height
}

// FactHead is the heading of rows, onto which a text can be dragged.
type FactHead struct {
	widget.BaseWidget

	text   *widget.RichText
	ground *canvas.Rectangle
	target bool
}

// NewFactHead returns a heading.
func NewFactHead(text string) *FactHead {
	h := &FactHead{text: newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}, fyne.TextWrapOff), ground: canvas.NewRectangle(nil)}
	h.text.Truncation = fyne.TextTruncateEllipsis
	h.ground.CornerRadius = innerRadius
	setText(h.text, text, theme.ColorNameForeground)
	h.ExtendBaseWidget(h)
	return h
}

// SetTarget shows whether what is dragged would go here.
func (h *FactHead) SetTarget(on bool) {
	if h.target != on {
		h.target = on
		h.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (h *FactHead) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		h.ground.FillColor, h.ground.StrokeWidth, h.ground.StrokeColor = transparent, 0, transparent
		if h.target {
			h.ground.FillColor, h.ground.StrokeWidth, h.ground.StrokeColor = Color(ColorAccentSoft), focusWidth, Color(theme.ColorNamePrimary)
		}
		h.ground.Refresh()
		h.text.Refresh()
	}
	place := func(width float32) float32 {
		height := placeText(h.text, factInset, factLine, fyne.Max(40, width-2*factInset)) + 2*factLine
		h.ground.Resize(fyne.NewSize(width, height))
		return height
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{h.ground, h.text},
		min:     func() fyne.Size { return fyne.NewSize(100, place(fyne.Max(100, h.Size().Width))) },
		layout:  func(size fyne.Size) { place(size.Width) },
		refresh: paint,
	}
}

// lifted is a text that follows the pointer while it is dragged over a window.
type lifted struct {
	stage *Stage
	shown *bubble
	at    fyne.Position
}

const (
	liftedLength = 90  // characters of the text
	liftedWidth  = 280 // units
)

// lift lets a text follow the pointer. It returns nil for an object in no window.
func lift(o fyne.CanvasObject, text string) *lifted {
	stage := stageOf(o)
	if stage == nil {
		return nil
	}
	if runes := []rune(text); len(runes) > liftedLength {
		text = string(runes[:liftedLength]) + "…"
	}
	l := &lifted{stage: stage, shown: newBubble(text, theme.SizeNameText, fyne.NewSize(12, 8))}
	l.shown.fit(liftedWidth)
	stage.float(l.shown, func(fyne.Size) {
		l.shown.Resize(l.shown.MinSize())
		l.shown.Move(l.at.AddXY(12, 10))
	})
	return l
}

func (l *lifted) move(at fyne.Position) {
	l.at = at
	l.shown.Move(at.AddXY(12, 10))
}

func (l *lifted) end() { l.stage.drop(l.shown) }

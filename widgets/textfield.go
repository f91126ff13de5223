package widgets

import (
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/go-text/typesetting/segmenter"
)

// TextField is a text entry for forms. It differs from Fyne's: a multi-line field wraps by words and is always as
// tall as its text, or its placeholder while it is begun, Tab leaves it, the wheel scrolls the form around it, focus
// scrolls it into view, Backspace and Delete remove grapheme clusters, it has no undo history, and a paste of more than
// TextLimit is refused.
type TextField struct {
	widget.Entry

	// OnFocusGained and OnFocusLost are called after the field got or lost the focus.
	OnFocusGained, OnFocusLost func()
	// OnKey sees a key before the field does and returns true to keep it from the field. Keys pressed together
	// with Ctrl, Alt or Super come to OnShortcut instead.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut sees a shortcut before the field does and returns true to keep it from the field. Undo and redo
	// never reach the field.
	OnShortcut func(fyne.Shortcut) bool
	// OnReveal, when set, is called instead of scrolling the field into view when it is focused.
	OnReveal func()
	// Whole, when set, returns what a click before the at-th rune of the text selects as a whole, such as a placeholder: the runes
	// from start up to but not including end. Nothing is selected where they are none. A second click puts the cursor there.
	Whole func(text string, at int) (start, end int)
	// More are the items of the context menu behind those of the clipboard; may be nil.
	More func() []*fyne.MenuItem
	// MinRows is the minimum number of rows of a multi-line field; 0 means one. Refresh after changing it.
	MinRows int

	scroll *container.Scroll // Fyne's own, inside the entry
	held   held
	begun  fyne.Size // the size in which the field was empty while it had the focus: it becomes no lower by being typed in
	active bool      // it has the focus
	bare   bool      // without background and border, inside another field
	whole  bool      // what Whole returned was selected before the mouse was pressed
	beyond beyond    // where the cursor is that Fyne has before a space
}

var (
	_ fyne.Focusable    = (*TextField)(nil)
	_ fyne.Shortcutable = (*TextField)(nil)
	_ fyne.Tabbable     = (*TextField)(nil)
)

// NewTextField returns a field of one line.
func NewTextField(placeholder string) *TextField { return newTextField(placeholder, false) }

// NewTextArea returns a field that wraps and grows with its text.
func NewTextArea(placeholder string) *TextField { return newTextField(placeholder, true) }

func newTextField(placeholder string, multiLine bool) *TextField {
	f := &TextField{}
	f.PlaceHolder = placeholder
	f.MultiLine = multiLine
	// A single line still follows its cursor, but without a scroll bar, which would look like a bug.
	f.Wrapping, f.Scroll = fyne.TextWrapOff, container.ScrollVerticalOnly
	if multiLine {
		f.Wrapping = fyne.TextWrapWord
	}
	f.ExtendBaseWidget(f)
	return f
}

// AcceptsTab reports that Tab moves the focus on.
func (f *TextField) AcceptsTab() bool { return false }

// MinSize returns the size the field needs; a multi-line field's height is that of its text at the present width.
func (f *TextField) MinSize() fyne.Size { return f.DisableableWidget.MinSize() }

// FocusGained is called by Fyne.
func (f *TextField) FocusGained() {
	f.held.end()
	f.active = true
	f.Entry.FocusGained()
	lastField = f
	if f.OnReveal != nil {
		f.OnReveal()
	} else {
		Reveal(f)
	}
	if f.OnFocusGained != nil {
		f.OnFocusGained()
	}
}

// FocusLost is called by Fyne.
func (f *TextField) FocusLost() {
	f.active = false
	f.Entry.FocusLost()
	f.showBeginning()
	if f.OnFocusLost != nil {
		f.OnFocusLost()
	}
}

// TypedRune is called by Fyne.
func (f *TextField) TypedRune(r rune) {
	HideTooltip()
	f.regain()
	text, selected, cursor := f.Text, f.SelectedText() != "", f.CursorTextOffset()
	f.Entry.TypedRune(r)
	if !selected && len(f.Text) == len(text)+utf8.RuneLen(r) {
		f.expect(cursor + 1)
	}
	f.followCursor()
}

// TypedKey is called by Fyne.
func (f *TextField) TypedKey(ev *fyne.KeyEvent) {
	HideTooltip()
	if f.OnKey != nil && f.OnKey(ev) {
		return
	}
	defer f.followCursor()
	if len(ev.Name) > 1 && ev.Name != fyne.KeySpace { // of others the rune comes next
		f.regain()
	}
	switch ev.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		passKey(f, ev)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !f.MultiLine && f.OnSubmitted == nil {
			passKey(f, ev)
			return
		}
		keepFocus(f, func() { f.Entry.TypedKey(ev) })
	case fyne.KeyBackspace, fyne.KeyLeft:
		f.typeAcross(ev, before(f.Text, f.CursorTextOffset()))
	case fyne.KeyDelete, fyne.KeyRight:
		f.typeAcross(ev, after(f.Text, f.CursorTextOffset()))
	default:
		f.Entry.TypedKey(ev)
	}
}

// typeAcross repeats a key that Fyne applies to one rune for each rune of a grapheme cluster, and reports one change.
func (f *TextField) typeAcross(ev *fyne.KeyEvent, runes int) {
	if ev.Name == fyne.KeyBackspace && f.SelectedText() == "" {
		cursor, length := f.CursorTextOffset(), utf8.RuneCountInString(f.Text)
		defer func() { f.expect(cursor + utf8.RuneCountInString(f.Text) - length) }()
	}
	if runes < 2 || f.SelectedText() != "" {
		f.Entry.TypedKey(ev)
		return
	}
	text, changed := f.Text, f.OnChanged
	f.OnChanged = nil
	for range runes {
		f.Entry.TypedKey(ev)
	}
	f.OnChanged = changed
	if changed != nil && f.Text != text {
		changed(f.Text)
	}
}

// TypedShortcut is called by Fyne.
func (f *TextField) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && !f.holds(p.Clipboard.Content()) {
		say(f, TooLong(lang.X("widgets.what-you-copied", "What you copied")))
		return
	}
	if f.OnShortcut != nil && f.OnShortcut(s) {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return
	}
	f.regain()
	f.Entry.TypedShortcut(s)
	f.followCursor()
}

// followCursor keeps the cursor's row in view, for fields taller than the view. A field that has just grown is laid out
// at once, because a scroll stays within the previous size of its content.
func (f *TextField) followCursor() {
	if !f.MultiLine || f.OnReveal != nil {
		return
	}
	s := ScrollOf(f)
	if s == nil {
		return
	}
	if f.MinSize().Height > f.Size().Height {
		s.Content.Resize(s.Content.Size().Max(s.Content.MinSize()))
	}
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(f).Y - d.AbsolutePositionForObject(s.Content).Y + f.CursorPosition().Y
	row := fyne.MeasureText("M", f.Theme().Size(theme.SizeNameText), f.TextStyle).Height
	if y := nearestOffset(s.Offset.Y, s.Size().Height, top, row); y != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, y))
	}
}

// Undo does nothing: the document keeps the history.
func (f *TextField) Undo() {}

// Redo does nothing: the document keeps the history.
func (f *TextField) Redo() {}

// TappedSecondary opens a clipboard menu. Fyne's menu would have the entry's undo history too.
func (f *TextField) TappedSecondary(ev *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return
	}
	c.Focus(f)
	clipboard := fyne.CurrentApp().Clipboard()
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.X("widgets.cut", "Cut"), func() { f.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard}) }),
		fyne.NewMenuItem(lang.X("widgets.copy", "Copy"), func() { f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard}) }),
		fyne.NewMenuItem(lang.X("widgets.paste", "Paste"), func() { f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard}) }),
		fyne.NewMenuItem(lang.X("widgets.select-all", "Select all"), func() { f.TypedShortcut(&fyne.ShortcutSelectAll{}) }),
	}
	items[0].Disabled = f.SelectedText() == "" || f.Disabled()
	items[1].Disabled = f.SelectedText() == ""
	items[2].Disabled = f.Disabled()
	if f.More != nil {
		items = append(items, f.More()...)
	}
	ShowMenu(c, fyne.NewMenu("", items...), ev.AbsolutePosition)
}

// SetTextQuiet replaces the text without calling OnChanged. The cursor keeps its position in the common prefix or suffix
// of both texts. Setting the same text changes nothing, so it is safe while the field is being typed in.
func (f *TextField) SetTextQuiet(text string) {
	if text == f.Text {
		return
	}
	cursor := movedCursor([]rune(f.Text), []rune(text), f.CursorTextOffset())
	changed := f.OnChanged
	f.OnChanged = nil
	f.held.end()
	f.SetText(text)
	f.OnChanged = changed
	f.SetCursorOffset(cursor)
	f.rest()
}

// rest scrolls an unfocused field to its start.
func (f *TextField) rest() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c == nil || c.Focused() != fyne.Focusable(f) {
		f.showBeginning()
	}
}

// showBeginning scrolls an unfocused single line to its start.
func (f *TextField) showBeginning() {
	if !f.MultiLine && f.scroll != nil && f.scroll.Offset.X > 0 && !f.held.on {
		f.scroll.ScrollToOffset(fyne.NewPos(0, 0))
	}
}

// MouseDown is called by Fyne.
func (f *TextField) MouseDown(ev *desktop.MouseEvent) {
	selected := f.SelectedText()
	cursor := f.CursorTextOffset()
	f.Entry.MouseDown(ev)
	if f.whole = false; f.Whole == nil || selected == "" {
		return
	}
	start, end := f.Whole(f.Text, f.CursorTextOffset())
	f.whole = start < end && cursor == end && selected == string([]rune(f.Text)[start:end])
}

// MouseUp is called by Fyne.
func (f *TextField) MouseUp(ev *desktop.MouseEvent) {
	f.Entry.MouseUp(ev)
	if f.Whole == nil || f.whole || ev.Button != desktop.MouseButtonPrimary || f.SelectedText() != "" {
		return
	}
	if start, end := f.Whole(f.Text, f.CursorTextOffset()); start < end {
		f.SelectRange(start, end)
	}
}

// SetCursorOffset puts the cursor before the n-th rune of the text; beyond the text means its end.
func (f *TextField) SetCursorOffset(n int) {
	if f.SelectedText() != "" {
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) // ends the selection
	}
	f.placeCursor(n)
}

func (f *TextField) placeCursor(n int) {
	n = max(0, min(n, len([]rune(f.Text))))
	f.CursorRow, f.CursorColumn = f.rowAndColumn(n)
	f.Refresh()
	f.expect(n)
}

// rowAndColumn finds the wrapped row of a rune offset. Fyne has only the reverse, the offset of a row and column, so the
// rows are tried in turn; a row past the last one has offset zero.
func (f *TextField) rowAndColumn(offset int) (row, column int) {
	oldRow, oldColumn := f.CursorRow, f.CursorColumn
	defer func() { f.CursorRow, f.CursorColumn = oldRow, oldColumn }()
	f.CursorColumn = 0
	begin := 0
	for r := 1; ; r++ {
		f.CursorRow = r
		next := f.Entry.CursorTextOffset()
		if next <= begin || next > offset {
			return r - 1, offset - begin
		}
		begin = next
	}
}

// SelectRange selects the runes from start up to but not including end, both cut to the text.
func (f *TextField) SelectRange(start, end int) {
	f.SetCursorOffset(start)
	if end <= start {
		return
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	f.KeyDown(shift)
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	f.placeCursor(end)
	f.KeyUp(shift)
	f.Refresh()
}

// CreateRenderer is called by Fyne.
func (f *TextField) CreateRenderer() fyne.WidgetRenderer {
	r := &textFieldRenderer{WidgetRenderer: f.Entry.CreateRenderer(), field: f, wheel: newWheelArea(f)}
	r.margins = [2]*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	r.paintMargins()
	for _, o := range r.WidgetRenderer.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			f.scroll = s
		}
	}
	return r
}

type textFieldRenderer struct {
	fyne.WidgetRenderer
	field *TextField
	wheel *wheelArea
	// margins cover what a scrolled line shows between the border and where text begins and ends.
	margins [2]*canvas.Rectangle
	min     fyne.Size // zero when it is to be found anew; Fyne asks for it in every frame
}

func (r *textFieldRenderer) Refresh() {
	r.min = fyne.Size{}
	r.WidgetRenderer.Refresh()
	r.paintMargins()
	r.field.rest()
}

func (r *textFieldRenderer) paintMargins() {
	for _, m := range r.margins {
		m.FillColor = Color(theme.ColorNameInputBackground)
		m.Hidden = r.field.MultiLine
		m.Refresh()
	}
}

// placeMargins puts the margins to the ends of what scrolls. Its corners are the border's.
func (r *textFieldRenderer) placeMargins(size fyne.Size) {
	th := r.field.Theme()
	border, corner := th.Size(theme.SizeNameInputBorder), th.Size(theme.SizeNameInputRadius)
	margin := fyne.NewSize(th.Size(theme.SizeNameInnerPadding)-border, fyne.Max(0, size.Height-2*corner))
	right := size.Width - border/2 // below the border
	if action := r.field.ActionItem; action != nil {
		right -= action.MinSize().Width
	}
	for i, x := range []float32{border / 2, right - margin.Width} {
		r.margins[i].Resize(margin)
		r.margins[i].Move(fyne.NewPos(x, corner))
	}
}

func (r *textFieldRenderer) Objects() []fyne.CanvasObject {
	own := r.WidgetRenderer.Objects()
	all := slices.Clone(own[2:])
	if !r.field.bare { // the border is above a text that is scrolled to the field's edge
		all = append(append([]fyne.CanvasObject{own[0]}, all...), r.margins[0], r.margins[1], own[1])
	}
	all = append(all, r.wheel)
	for _, o := range r.field.held.rows {
		all = append(all, o)
	}
	return all
}

func (r *textFieldRenderer) Layout(size fyne.Size) {
	r.min = fyne.Size{} // another width wraps otherwise
	r.WidgetRenderer.Layout(size)
	r.placeMargins(size)
	r.wheel.Resize(size)
	r.field.rest()
	r.field.held.place(r.field)
}

func (r *textFieldRenderer) MinSize() fyne.Size {
	if r.min.IsZero() {
		r.min = r.leastSize()
	}
	return r.min
}

func (r *textFieldRenderer) leastSize() fyne.Size {
	size, f := r.WidgetRenderer.MinSize(), r.field
	if !f.MultiLine || f.scroll == nil || f.scroll.Content == nil {
		return size
	}
	th := f.Theme()
	border := 2 * th.Size(theme.SizeNameInputBorder)
	size.Height = f.scroll.Content.MinSize().Height + border
	if f.MinRows > 1 {
		row := fyne.MeasureText("M", th.Size(theme.SizeNameText), f.TextStyle).Height
		size.Height = fyne.Max(size.Height, float32(f.MinRows)*row+2*th.Size(theme.SizeNameInnerPadding)+border)
	}
	switch {
	case f.Text == "" && f.active:
		f.begun = fyne.NewSize(f.Size().Width, size.Height)
	case f.begun.Width == f.Size().Width:
		size.Height = fyne.Max(size.Height, f.begun.Height)
	}
	return size
}

// before returns how many runes the character that ends at the rune offset has.
func before(text string, offset int) int {
	start := 0
	for _, b := range boundaries(text) {
		if b >= offset {
			break
		}
		start = b
	}
	return offset - start
}

// after returns how many runes the character that begins at the rune offset has.
func after(text string, offset int) int {
	for _, b := range boundaries(text) {
		if b > offset {
			return b - offset
		}
	}
	return 0
}

// boundaries returns the rune offsets between the text's grapheme clusters (Unicode UAX #29), its end included.
func boundaries(text string) []int {
	var s segmenter.Segmenter
	s.Init([]rune(text))
	var ends []int
	for it := s.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		ends = append(ends, g.Offset+len(g.Text))
	}
	return ends
}

// movedCursor maps a cursor from the old text to the new one by their common prefix and suffix.
func movedCursor(old, new []rune, cursor int) int {
	head := 0
	for head < len(old) && head < len(new) && old[head] == new[head] {
		head++
	}
	tail := 0
	for tail < len(old)-head && tail < len(new)-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
	}
	switch {
	case cursor >= len(old)-tail:
		return cursor + len(new) - len(old)
	case cursor <= head:
		return cursor
	}
	return len(new) - tail
}

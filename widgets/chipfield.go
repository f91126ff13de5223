package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// ChipRules say how texts become chips.
type ChipRules struct {
	Typed  func(text string) (done []string, rest string) // the chips that a text being typed has completed, and the rest
	Pasted func(text string) []string                     // the chips of a text from the clipboard
	Unique func(texts []string) []string                  // the texts without doubles
}

// ChipField edits a list of short texts: a chip for each, in flowing lines, and a text entry behind them. What is typed
// becomes a chip at a separator or Enter. The entry moves to where a chip is edited. Arrows walk over the chips,
// Delete removes one, Enter or a double click edits it, and it is moved by dragging or with Alt and the arrows.
type ChipField struct {
	widget.BaseWidget

	// OnTyped is called with all texts, the one being typed included, after each change of that one.
	OnTyped func(texts []string)
	// OnTypedEnd is called when the typing of one text ends.
	OnTypedEnd func()
	// OnEdit is called with all texts for a change that is a step of its own: [ChipDeleted], or "Paste".
	OnEdit func(step string, texts []string)
	// OnChipFocus is called with the index of a chip that got the focus.
	OnChipFocus func(i int)
	// Hint is shown in the entry beside chips, and Example in an empty field.
	Hint, Example string

	rules ChipRules
	group *ChipGroup
	texts []string // without the one being typed
	chips []*inputChip
	input *TextField
	place int  // of the entry among the chips
	edits bool // the entry holds a chip's text, in its place
	was   string
	look  chipFieldLook
}

// chipFieldLook is what a ChipField draws itself.
type chipFieldLook struct {
	ground  *canvas.Rectangle
	bar     *canvas.Rectangle // where a dragged chip would go
	focused bool
	width   float32 // of the last layout
}

// NewChipField returns an empty field. Chips can be moved between the fields of a group; nil means the field is alone.
func NewChipField(rules ChipRules, group *ChipGroup) *ChipField {
	if group == nil {
		group = &ChipGroup{}
	}
	c := &ChipField{rules: rules, group: group, input: NewTextField("")}
	c.look.ground, c.look.bar = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	c.look.bar.Hide()
	group.fields = append(group.fields, c)
	c.input.bare = true
	c.input.OnChanged = c.typed
	c.input.OnKey = c.inputKey
	c.input.OnShortcut = c.inputShortcut
	c.input.OnFocusGained = func() { c.setFocused(true) }
	c.input.OnFocusLost = func() {
		c.Commit()
		c.setFocused(false)
	}
	c.ExtendBaseWidget(c)
	return c
}

// Input is the text entry. Its OnKey, OnShortcut, OnChanged and focus functions are the field's.
func (c *ChipField) Input() *TextField { return c.input }

// Children returns the chips and the entry, for [ScrollOf].
func (c *ChipField) Children() []fyne.CanvasObject { return c.flowing() }

// Texts returns the texts, that in the entry included, as OnTyped gets them.
func (c *ChipField) Texts() []string {
	pending := strings.TrimSpace(c.input.Text)
	if pending == "" {
		return slices.Clone(c.texts)
	}
	return c.rules.Unique(slices.Insert(slices.Clone(c.texts), c.place, pending))
}

// SetTexts replaces the texts, unless they are those of the field. What is being typed is dropped.
func (c *ChipField) SetTexts(texts []string) {
	if slices.Equal(texts, c.Texts()) {
		return
	}
	c.endInput()
	c.setTexts(texts)
}

// setTexts makes chips of texts. Chips whose text stays keep their widget, so that one keeps the focus.
func (c *ChipField) setTexts(texts []string) {
	old := c.chips
	c.chips = make([]*inputChip, len(texts))
	for i, text := range texts {
		at := slices.IndexFunc(old, func(chip *inputChip) bool { return chip.name == text })
		if at < 0 {
			c.chips[i] = newInputChip(c, text)
			continue
		}
		c.chips[i] = old[at]
		old = slices.Delete(slices.Clone(old), at, at+1)
	}
	c.texts = slices.Clone(texts)
	if !c.edits || c.place > len(texts) {
		c.place = len(texts)
	}
	c.Refresh()
}

// Tapped is called by Fyne.
func (c *ChipField) Tapped(*fyne.PointEvent) { c.Focus() }

// Cursor is called by Fyne.
func (c *ChipField) Cursor() desktop.Cursor { return desktop.TextCursor }

// Focus focuses the entry.
func (c *ChipField) Focus() { c.focus(c.input) }

// FocusChip focuses the i-th chip; beyond the last one means the entry.
func (c *ChipField) FocusChip(i int) {
	if i < 0 || i >= len(c.chips) {
		c.Focus()
		return
	}
	chip := c.chips[i]
	chip.may = true // only now is it in the order of focus
	c.focus(chip)
	chip.may = false
}

func (c *ChipField) focus(o fyne.Focusable) {
	if d := fyne.CurrentApp().Driver().CanvasForObject(c); d != nil {
		d.Focus(o)
	}
}

// FocusedChip returns the index of the chip with the focus, or -1.
func (c *ChipField) FocusedChip() int {
	return slices.IndexFunc(c.chips, func(chip *inputChip) bool { return chip.focused })
}

// Hold marks the i-th chip as what is shown, without focusing it; -1 ends that.
func (c *ChipField) Hold(i int) {
	if i == c.Held() {
		return
	}
	for n, chip := range c.chips {
		chip.held = n == i
	}
	if i >= 0 && i < len(c.chips) {
		Reveal(c.chips[i])
	}
	c.Refresh()
}

// Held returns the index of the chip that Hold marked, or -1.
func (c *ChipField) Held() int {
	return slices.IndexFunc(c.chips, func(chip *inputChip) bool { return chip.held })
}

func (c *ChipField) setFocused(v bool) {
	c.look.focused = v
	c.Refresh()
}

// typed makes chips of what is complete in the entry.
func (c *ChipField) typed(text string) {
	done, rest := c.rules.Typed(text)
	if len(done) > 0 {
		c.add(done)
		c.input.SetTextQuiet(strings.TrimLeft(rest, " "))
		c.input.SetCursorOffset(len([]rune(c.input.Text)))
	}
	c.tellTyped()
	if len(done) > 0 {
		c.tellEnd()
	}
	c.Refresh()
}

// add puts texts before the entry.
func (c *ChipField) add(texts []string) {
	all := c.rules.Unique(slices.Insert(slices.Clone(c.texts), c.place, texts...))
	place := c.place + len(all) - len(c.texts)
	atEnd := c.place == len(c.texts)
	c.edits, c.was = c.edits && !atEnd, ""
	c.setTexts(all)
	if c.place = place; atEnd || c.place > len(all) {
		c.place = len(all)
	}
}

func (c *ChipField) tellTyped() {
	if c.OnTyped != nil {
		c.OnTyped(c.Texts())
	}
}

func (c *ChipField) tellEnd() {
	if c.OnTypedEnd != nil {
		c.OnTypedEnd()
	}
}

// Commit makes a chip of what is in the entry, and puts the entry back to the end.
func (c *ChipField) Commit() {
	if c.input.Text == "" && !c.edits {
		return
	}
	c.add([]string{c.input.Text})
	c.endInput()
	c.tellTyped()
	c.tellEnd()
}

// endInput empties the entry and puts it to the end.
func (c *ChipField) endInput() {
	c.input.SetTextQuiet("")
	c.edits, c.was, c.place = false, "", len(c.texts)
	c.Refresh()
}

// edit puts the entry in the place of a chip, with its text.
func (c *ChipField) edit(i int) {
	c.Commit()
	if i < 0 || i >= len(c.texts) {
		return
	}
	text := c.texts[i]
	c.place, c.edits, c.was = i, true, text
	c.input.SetTextQuiet(text)
	c.setTexts(slices.Delete(slices.Clone(c.texts), i, i+1))
	c.Focus()
	c.input.SelectRange(0, len([]rune(text)))
}

// cancel gives a chip that is being edited its text back.
func (c *ChipField) cancel() bool {
	if !c.edits {
		return false
	}
	i := c.place
	c.input.SetTextQuiet(c.was)
	c.Commit()
	c.FocusChip(i)
	return true
}

// remove deletes a chip and focuses the one that follows.
func (c *ChipField) remove(i int) {
	if i < 0 || i >= len(c.chips) { // of a list that has changed since
		return
	}
	chip := c.chips[i]
	hadFocus := chip.focused
	c.Commit()
	if i = chip.index(); i < 0 {
		return
	}
	c.change(ChipDeleted(), slices.Delete(slices.Clone(c.texts), i, i+1))
	if hadFocus {
		c.FocusChip(i)
	}
}

// ChipDeleted is what the deletion of a chip is called.
func ChipDeleted() string { return lang.X("widgets.delete", "Delete") }

// change applies a step of its own.
func (c *ChipField) change(step string, texts []string) {
	c.endInput()
	c.setTexts(texts)
	if c.OnEdit != nil {
		c.OnEdit(step, texts)
	}
}

// paste makes chips of a text from the clipboard, if it lists several.
func (c *ChipField) paste(text string) bool {
	parts := c.rules.Pasted(text)
	if len(parts) < 2 {
		return false
	}
	place := c.place
	c.change(lang.X("widgets.paste", "Paste"), c.rules.Unique(slices.Insert(slices.Clone(c.texts), place, append([]string{c.input.Text}, parts...)...)))
	c.Focus()
	return true
}

// inputKey handles the entry's keys that chips have a share in.
func (c *ChipField) inputKey(ev *fyne.KeyEvent) bool {
	cursor := c.input.CursorTextOffset()
	alone := c.input.SelectedText() == ""
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.input.Text == "" && !c.edits {
			return true
		}
		c.Commit()
	case fyne.KeyEscape:
		return c.cancel()
	case fyne.KeyBackspace:
		if c.input.Text != "" || !alone || c.place == 0 {
			return false
		}
		c.edit(c.place - 1)
		c.input.SetCursorOffset(len([]rune(c.input.Text)))
	case fyne.KeyLeft, fyne.KeyUp:
		if cursor > 0 || !alone || c.place == 0 {
			return false
		}
		c.leave(c.place - 1)
	case fyne.KeyRight, fyne.KeyDown:
		if cursor < len([]rune(c.input.Text)) || !alone || c.place == len(c.texts) {
			return false
		}
		c.leave(c.place + 1)
	default:
		return false
	}
	return true
}

// leave goes from the entry to a chip, by its index in the texts with that of the entry.
func (c *ChipField) leave(i int) {
	if strings.TrimSpace(c.input.Text) == "" && i > c.place {
		i--
	}
	c.Commit()
	c.FocusChip(i)
}

func (c *ChipField) inputShortcut(s fyne.Shortcut) bool {
	p, ok := s.(*fyne.ShortcutPaste)
	return ok && c.paste(p.Clipboard.Content())
}

// flowing are the chips with the entry in its place.
func (c *ChipField) flowing() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(c.chips)+1)
	for _, chip := range c.chips {
		objects = append(objects, chip)
	}
	return slices.Insert[[]fyne.CanvasObject, fyne.CanvasObject](objects, min(c.place, len(objects)), c.input)
}

package shell

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/widgets"
)

// Header is the bar above the modes: project name, variant, mode switch, undo and redo,
// score and Export.
type Header struct {
	// OnProject is called for a tap on the project's name, OnVariant on that of the
	// variant, OnScore on the score, and OnExport on Export; at is where a menu may open.
	OnProject, OnVariant, OnExport func(at fyne.Position)
	OnScore                        func()

	root *fyne.Container
	bar  *fyne.Container
	headerNames
	saved  *widgets.Caption
	modes  []Mode
	choice *widgets.Segments
	slot   *fyne.Container // of the mode switch
	undo   *widgets.IconButton
	redo   *widgets.IconButton
	score  *widgets.ScoreBadge
	export *widgets.Button
}

// headerNames are of what is open.
type headerNames struct {
	name  *widgets.Dropdown  // of the project
	which *widgets.Dropdown  // of the variant
	edit  *widgets.TextField // in place of the project's, while that is edited
}

// NewHeader makes the header, which is hidden until a mode is on top.
func NewHeader() *Header {
	h := &Header{slot: container.NewStack()}
	h.name = widgets.NewHeadingDropdown("", func() { h.OnProject(below(h.name)) })
	h.which = widgets.NewDropdown("", func() { h.OnVariant(below(h.which)) })
	h.which.Hide()
	h.saved = widgets.NewCaption("")
	h.saved.Truncation = fyne.TextTruncateClip
	h.undo = widgets.NewIconButton(theme.ContentUndoIcon(), tr.T("shell.undo", "Undo"), nil)
	h.redo = widgets.NewIconButton(theme.ContentRedoIcon(), tr.T("shell.redo", "Redo"), nil)
	h.score = widgets.NewScoreBadge(func() { h.OnScore() })
	h.export = widgets.NewButton(tr.T("shell.export", "Export"), func() { h.OnExport(below(h.export)) })
	h.export.Icon, h.export.Importance = theme.DocumentSaveIcon(), widget.HighImportance
	h.edit = widgets.NewTextField("")
	h.edit.Hide()
	h.bar = container.New(&headerLayout{h.name, h.which}, container.NewStack(h.name, h.edit), h.which, h.slot,
		container.NewHBox(container.NewCenter(h.undo), container.NewCenter(h.redo), container.NewCenter(h.score), container.NewCenter(h.export)), h.saved)
	h.root = widgets.NewBorder(nil, widget.NewSeparator(), nil, nil, widgets.NewBand(h.bar, theme.ColorNameHeaderBackground))
	h.root.Hide()
	return h
}

// below is where the menu of an object opens.
func below(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2)
}

// SetModes sets the modes of the switch.
func (h *Header) SetModes(choose func(Mode), modes ...Mode) {
	var labels []string
	for _, m := range modes {
		labels = append(labels, m.Label())
	}
	h.modes = modes
	h.choice = widgets.NewSegments(labels...)
	h.choice.OnSelected = func(i int) { choose(modes[i]) }
	h.slot.Objects = []fyne.CanvasObject{h.choice}
}

// Modes is the switch of the modes.
func (h *Header) Modes() fyne.CanvasObject { return h.choice }

// Score is the score in the header.
func (h *Header) Score() fyne.CanvasObject { return h.score }

// Export is the button to export.
func (h *Header) Export() fyne.CanvasObject { return h.export }

// SetHistory sets the functions of the Undo and Redo buttons.
func (h *Header) SetHistory(undo, redo func()) { h.undo.OnTapped, h.redo.OnTapped = undo, redo }

// Show shows the header for a mode, and hides it for other screens.
func (h *Header) Show(top Screen) {
	index := -1
	for i, m := range h.modes {
		if Screen(m) == top {
			index = i
		}
	}
	_, mode := top.(Mode) // one that the switch lacks has the header too
	h.root.Hidden = !mode
	if mode {
		h.choice.Select(index)
	}
	h.root.Refresh()
}

// ShowProject shows the project's name.
func (h *Header) ShowProject(name string) {
	if h.name.Text() != name {
		h.name.SetText(name)
		h.bar.Refresh()
	}
}

// ShowVariant shows the name of the variant that is shown; without a name there is no
// switcher.
func (h *Header) ShowVariant(name string) {
	if h.which.Text() == name && h.which.Visible() == (name != "") {
		return
	}
	h.which.SetText(name)
	h.which.Hidden = name == ""
	h.bar.Refresh()
}

// SwitchVariant opens the switcher, as a tap on it does, and reports whether there is
// one.
func (h *Header) SwitchVariant() bool {
	if h.root.Visible() && h.which.Visible() {
		h.OnVariant(below(h.which))
		return true
	}
	return false
}

// Rename lets the user edit a name in place of the project's. Enter calls done with
// it; Escape, or leaving it, gives up.
func (h *Header) Rename(name string, done func(name string)) {
	c := fyne.CurrentApp().Driver().CanvasForObject(h.root)
	if c == nil {
		return
	}
	before := c.Focused()
	end := func() {
		h.edit.OnFocusLost = nil
		h.edit.Hide()
		h.name.Show()
		h.bar.Refresh()
		if c.Focused() == fyne.Focusable(h.edit) {
			c.Focus(before)
		}
	}
	h.edit.OnKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyEscape:
			end()
		case fyne.KeyReturn, fyne.KeyEnter:
			text := h.edit.Text
			end()
			done(text)
		default:
			return false
		}
		return true
	}
	h.edit.SetText(name)
	h.name.Hide()
	h.edit.Show()
	h.bar.Refresh()
	c.Focus(h.edit)
	h.edit.SelectRange(0, len([]rune(name)))
	h.edit.OnFocusLost = end
}

// ShowSaved shows whether the project is saved, as a warning if so asked.
func (h *Header) ShowSaved(text string, warn bool) { h.saved.Say(text, warn) }

// ShowHistory shows the labels of the steps to undo and redo, "" for none.
func (h *Header) ShowHistory(undo, redo string) {
	show := func(b *widgets.IconButton, name, step string) {
		if step == "" {
			b.SetName(name)
			b.Disable()
			return
		}
		b.SetName(StepLabel(name, step))
		b.Enable()
	}
	show(h.undo, tr.T("shell.undo", "Undo"), undo)
	show(h.redo, tr.T("shell.redo", "Redo"), redo)
}

// HideScore shows no score until the next ShowScore.
func (h *Header) HideScore() { h.score.Set("–", widgets.ColorMuted, nil) }

// ShowScore shows a score from 0 to 100 in a color, with earlier values.
func (h *Header) ShowScore(score float64, color fyne.ThemeColorName, history []float64) {
	h.score.Set(fmt.Sprintf("%.0f", math.Floor(score)), color, history)
}

// headerLayout lays out the name at the left, with the variant and whether it is saved, the modes in the center and the
// actions at the right. In a narrow window name and variant shrink.
type headerLayout struct{ name, which *widgets.Dropdown }

const (
	headerInset = 12
	headerGap   = 16
	headerLine  = 5 // above and below
	maxName     = 300
	maxVariant  = 240
	variantGap  = 6 // between name and variant

)

func longestState() string {
	return tr.T("shell.not-saved-yet", "Not saved yet")
}

func (l *headerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, which, modes, actions, saved := objects[0], objects[1], objects[2], objects[3], objects[4]
	put := func(o fyne.CanvasObject, x, width float32) {
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
	}
	m, a := modes.MinSize().Width, actions.MinSize().Width
	right := size.Width - headerInset - a
	put(actions, right, a)
	middle := min((size.Width-m)/2, right-headerGap-m)
	put(modes, middle, m)
	state := fyne.MeasureText(longestState(), theme.CaptionTextSize(), fyne.TextStyle{}).Width + 2*theme.InnerPadding()
	if !which.Visible() {
		width := max(name.MinSize().Width, min(maxName, l.nameWidth(), middle-headerGap-headerInset-state))
		put(name, headerInset, width)
		if headerInset+width+state > middle {
			state = 0
		}
		putSaved(saved, put, headerInset+width, state)
		return
	}
	both := middle - headerGap - headerInset - variantGap
	first, second := min(maxName, l.nameWidth()), min(maxVariant, l.which.FullWidth())
	if first+second+state <= both {
		both -= state
	} else {
		state = 0
	}
	first, second = shared(both, first, second, name.MinSize().Width, which.MinSize().Width)
	put(name, headerInset, first)
	put(which, headerInset+first+variantGap, second)
	putSaved(saved, put, headerInset+first+variantGap+second, state)
}

// putSaved puts the label that says whether the project is saved at a place, and hides it where it has no width: Fyne
// would draw its text all the same.
func putSaved(saved fyne.CanvasObject, put func(fyne.CanvasObject, float32, float32), x, width float32) {
	if width > 0 != saved.Visible() {
		if width > 0 {
			saved.Show()
		} else {
			saved.Hide()
		}
	}
	put(saved, x, width)
}

// shared are the widths of two parts that want so much of a width. Where that is too
// little for both, the larger one shrinks first; neither gets less than it needs.
func shared(width, a, b, leastA, leastB float32) (first, second float32) {
	if over := a + b - width; over > 0 {
		larger := &a
		if b > a {
			larger = &b
		}
		cut := min(over, max(a, b)-min(a, b))
		*larger -= cut
		over -= cut
		a, b = a-over/2, b-over/2
	}
	a, b = max(a, leastA), max(b, leastB)
	if a+b > width { // one is at its least: the other gives way
		if a > leastA {
			a = max(leastA, width-b)
		} else {
			b = max(leastB, width-a)
		}
	}
	return a, b
}

// nameWidth is the width of the whole name, or of the field to rename it.
func (l *headerLayout) nameWidth() float32 {
	if l.name.Visible() {
		return l.name.FullWidth()
	}
	return maxName
}

func (*headerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(2*headerInset+2*headerGap, 0)
	for _, o := range objects[:4] { // whether it is saved is shown where there is room
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	size.Height += 2 * headerLine
	return size
}

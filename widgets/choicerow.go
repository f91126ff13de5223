package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ChoiceRow is a row of a list that is filtered by a search field, which keeps the focus: a muted group, a title, and a
// muted note at the right. One row of the list is selected.
type ChoiceRow struct {
	widget.BaseWidget

	pressable
	group, title, note *canvas.Text
	fullGroup, full    string
	selected           bool
}

const (
	choiceInset = 8
	choiceGap   = 10
	choiceLine  = 5 // above and below
	choiceGroup = 104
)

// NewChoiceRow returns a row.
func NewChoiceRow(group, title, note string, tapped func()) *ChoiceRow {
	r := &ChoiceRow{group: canvas.NewText("", nil), title: canvas.NewText("", nil), note: canvas.NewText(note, nil), fullGroup: group, full: title}
	r.pressable.init(r, tapped)
	r.cut = func() string {
		if r.title.Text != r.full {
			return r.full
		}
		return ""
	}
	r.ExtendBaseWidget(r)
	return r
}

// Title returns the title.
func (r *ChoiceRow) Title() string { return r.full }

// AccessibilityLabel returns the title.
func (r *ChoiceRow) AccessibilityLabel() string { return r.full }

// SetSelected shows whether the row is the selected one.
func (r *ChoiceRow) SetSelected(on bool) {
	if r.selected != on {
		r.selected = on
		r.Refresh()
	}
}

// Selected reports whether the row is the selected one.
func (r *ChoiceRow) Selected() bool { return r.selected }

// CreateRenderer is called by Fyne.
func (r *ChoiceRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &drawing{
		objects: []fyne.CanvasObject{r.ground, r.group, r.title, r.note},
		min: func() fyne.Size {
			return fyne.NewSize(scaled(choiceGroup)+120, r.title.MinSize().Height+2*choiceLine)
		},
		layout: r.layout,
		refresh: func() {
			r.paint()
			r.layout(r.Size())
		},
	}
}

func (r *ChoiceRow) paint() {
	r.rest = ""
	if r.selected {
		r.rest = ColorAccentSoft
	}
	r.paintGround()
	r.group.TextSize, r.group.Color = theme.CaptionTextSize(), Color(ColorMuted)
	r.note.TextSize, r.note.Color = theme.CaptionTextSize(), Color(ColorMuted)
	r.title.TextSize, r.title.Color = theme.TextSize(), Color(theme.ColorNameForeground)
}

func (r *ChoiceRow) layout(size fyne.Size) {
	r.ground.Resize(size)
	put := func(t *canvas.Text, x float32) {
		m := t.MinSize()
		t.Resize(m)
		t.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		t.Refresh()
	}
	left := choiceInset + scaled(choiceGroup) + choiceGap
	right := size.Width - choiceInset - r.note.MinSize().Width
	r.group.Text = ellipsis(r.fullGroup, scaled(choiceGroup), r.group.TextSize, r.group.TextStyle)
	r.title.Text = ellipsis(r.full, right-choiceGap-left, r.title.TextSize, r.title.TextStyle)
	put(r.group, choiceInset)
	put(r.title, left)
	put(r.note, right)
}

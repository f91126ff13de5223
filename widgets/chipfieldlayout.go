package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	chipInset  = 4 // between the field's border and its chips
	chipGap    = 4
	chipHeight = 22
	chipCross  = 18  // the width of a chip's × with the space around it
	inputWidth = 110 // the least of the entry at the end of the chips
)

// CreateRenderer is called by Fyne.
func (c *ChipField) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &chipFieldRenderer{c}
}

type chipFieldRenderer struct{ field *ChipField }

func (r *chipFieldRenderer) Destroy() {}

func (r *chipFieldRenderer) Objects() []fyne.CanvasObject {
	c := r.field
	return append(append([]fyne.CanvasObject{c.look.ground}, c.flowing()...), c.look.bar)
}

func (r *chipFieldRenderer) MinSize() fyne.Size {
	return fyne.NewSize(inputWidth+2*chipInset, r.field.flow(nil))
}

func (r *chipFieldRenderer) Layout(size fyne.Size) {
	c := r.field
	c.look.width = size.Width
	c.look.ground.Resize(size)
	c.flow(func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Resize(s)
		o.Move(at)
	})
}

func (r *chipFieldRenderer) Refresh() {
	c := r.field
	c.paint()
	r.Layout(c.Size())
	for _, chip := range c.chips {
		chip.Refresh()
	}
}

func (c *ChipField) paint() {
	g := c.look.ground
	g.CornerRadius = c.Theme().Size(theme.SizeNameInputRadius)
	g.FillColor = Color(theme.ColorNameInputBackground)
	g.StrokeWidth, g.StrokeColor = 1, Color(theme.ColorNameInputBorder)
	if c.look.focused {
		g.StrokeColor = Color(theme.ColorNamePrimary)
	}
	g.Refresh()
	c.look.bar.FillColor = Color(theme.ColorNamePrimary)
	c.look.bar.Refresh()
	hint := c.Hint
	if len(c.chips) == 0 && !c.edits {
		hint = c.Example
	}
	if c.input.PlaceHolder != hint {
		c.input.SetPlaceHolder(hint)
	}
}

// flow visits the chips and the entry with their places and returns the height of all.
func (c *ChipField) flow(visit func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	width := c.look.width - 2*chipInset
	if c.look.width == 0 {
		width = 400
	}
	var x, y float32
	for i, o := range c.flowing() {
		w := fyne.Min(o.MinSize().Width, width)
		if o == fyne.CanvasObject(c.input) {
			w = c.inputWidth(width, width-x, i == len(c.chips))
		}
		if x > 0 && x+w > width {
			x, y = 0, y+scaled(chipHeight)+chipGap
			if o == fyne.CanvasObject(c.input) {
				w = c.inputWidth(width, width, i == len(c.chips))
			}
		}
		if visit != nil {
			at, size := fyne.NewPos(chipInset+x, chipInset+y), fyne.NewSize(w, scaled(chipHeight))
			if o == fyne.CanvasObject(c.input) { // it has its own space around its text
				h := c.input.MinSize().Height
				at, size = at.SubtractXY(2, (h-scaled(chipHeight))/2), fyne.NewSize(w+2, h)
				if x == 0 {
					at.X = 0 // where any field's text begins
				}
			}
			visit(o, at, size)
		}
		x += w + chipGap
	}
	return y + scaled(chipHeight) + 2*chipInset
}

// inputWidth is the width of the entry: what its text needs, and at the end of the chips the
// rest of the line.
func (c *ChipField) inputWidth(width, rest float32, last bool) float32 {
	need := textWidth(c.input.Text, c.Theme().Size(theme.SizeNameText), fyne.TextStyle{}) + 24
	if !last {
		return fyne.Min(need, width)
	}
	if need = fyne.Min(fyne.Max(need, inputWidth), width); need <= rest {
		return rest
	}
	return need
}

// insertion is the index at which a chip dropped at a point of the field would stand, and where the bar
// that shows it goes.
func (c *ChipField) insertion(at fyne.Position) (i int, bar fyne.Position) {
	bar = fyne.NewPos(chipInset-2, chipInset)
	for n, chip := range c.chips {
		p, s := chip.Position(), chip.Size()
		if at.Y < p.Y-chipGap/2 {
			break
		}
		inLine := at.Y < p.Y+s.Height+chipGap/2 || p.Y == c.chips[len(c.chips)-1].Position().Y
		if inLine && at.X < p.X+s.Width/2 {
			return n, fyne.NewPos(p.X-chipGap/2-1, p.Y)
		}
		i, bar = n+1, fyne.NewPos(p.X+s.Width+chipGap/2-1, p.Y)
	}
	return i, bar
}

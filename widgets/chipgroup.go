package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// ChipGroup are chip fields between which chips can be moved.
type ChipGroup struct {
	// OnMove is called for a chip that is moved: to the index to of the field into, of whose chips it may be one. The
	// owner changes the texts of both.
	OnMove func(from *ChipField, i int, into *ChipField, to int)

	fields []*ChipField
	drag   *chipDrag
}

// chipDrag is one drag of a chip.
type chipDrag struct {
	chip  *inputChip
	into  *ChipField // under the pointer; nil for none
	to    int        // between which of its chips
	ghost *inputChip // follows the pointer
	stage *Stage
	ended bool // by Escape; the button is still down
}

func (g *ChipGroup) lifts(c *inputChip) bool {
	return g.drag != nil && !g.drag.ended && g.drag.chip == c
}

// step moves a chip by one place in its field.
func (g *ChipGroup) step(f *ChipField, i, by int) {
	if to := i + by; i >= 0 && to >= 0 && to < len(f.chips) {
		g.move(f, i, f, to)
	}
}

// StepField moves the chip with the focus to the end of the previous or the next field. It reports whether a
// chip has the focus.
func (g *ChipGroup) StepField(by int) bool {
	for _, f := range g.fields {
		if i := f.FocusedChip(); i >= 0 {
			g.stepField(f, i, by)
			return true
		}
	}
	return false
}

func (g *ChipGroup) stepField(f *ChipField, i, by int) {
	if into := g.beside(f, by); into != nil {
		g.move(f, i, into, len(into.texts))
	}
}

// beside is the field so many after another, nil for none.
func (g *ChipGroup) beside(f *ChipField, by int) *ChipField {
	if n := slices.Index(g.fields, f) + by; n >= 0 && n < len(g.fields) {
		return g.fields[n]
	}
	return nil
}

// move tells the owner, and focuses the chip where it then is.
func (g *ChipGroup) move(from *ChipField, i int, into *ChipField, to int) {
	from.Commit()
	into.Commit()
	if i >= len(from.texts) || from == into && to == i {
		return
	}
	text := from.texts[i]
	if g.OnMove != nil {
		g.OnMove(from, i, into, to)
	}
	into.FocusChip(slices.Index(into.texts, text))
}

// fieldAt is the field at a point of the canvas.
func (g *ChipGroup) fieldAt(at fyne.Position) *ChipField {
	for _, f := range g.fields {
		p := fyne.CurrentApp().Driver().AbsolutePositionForObject(f)
		if at.X >= p.X && at.Y >= p.Y && at.X < p.X+f.Size().Width && at.Y < p.Y+f.Size().Height {
			return f
		}
	}
	return nil
}

func (g *ChipGroup) dragged(c *inputChip, at fyne.Position) {
	if g.drag == nil {
		c.field.FocusChip(c.index()) // so that Escape comes here
		g.drag = &chipDrag{chip: c}
		g.liftGhost(c, at)
		c.Refresh()
	}
	d := g.drag
	if d.ended {
		return
	}
	if d.into != nil {
		d.into.look.bar.Hide()
	}
	if d.ghost != nil {
		d.ghost.Move(at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(d.stage)).SubtractXY(d.ghost.Size().Width/2, scaled(chipHeight)/2))
	}
	if d.into = g.fieldAt(at); d.into != nil {
		p := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.into)
		to, bar := d.into.insertion(at.Subtract(p))
		d.to = to
		d.into.look.bar.Resize(fyne.NewSize(2, scaled(chipHeight)))
		d.into.look.bar.Move(bar)
		d.into.look.bar.Show()
	}
}

// liftGhost shows a copy of the chip under the pointer.
func (g *ChipGroup) liftGhost(c *inputChip, at fyne.Position) {
	d := g.drag
	if d.stage = stageOf(c); d.stage == nil {
		return
	}
	d.ghost = newInputChip(c.field, c.name)
	d.ghost.hovered = true
	placed := false
	d.stage.float(d.ghost, func(fyne.Size) {
		d.ghost.Resize(c.Size())
		if !placed {
			d.ghost.Move(at)
			placed = true
		}
	})
}

// cancelDrag ends a drag without effect.
func (g *ChipGroup) cancelDrag() {
	if d := g.drag; d != nil && !d.ended {
		d.ended = true
		d.hide()
	}
}

func (d *chipDrag) hide() {
	if d.ghost != nil {
		d.stage.drop(d.ghost)
	}
	if d.into != nil {
		d.into.look.bar.Hide()
	}
	d.chip.Refresh()
}

func (g *ChipGroup) dragEnd() {
	d := g.drag
	if g.drag = nil; d == nil || d.ended {
		return
	}
	d.hide()
	from, i := d.chip.field, d.chip.index()
	if d.into == nil || i < 0 {
		return
	}
	to := d.to
	if d.into == from && to > i {
		to--
	}
	g.move(from, i, d.into, to)
}

package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ColorDots is a row of colors to choose from with one press. The arrow keys move between them.
type ColorDots struct {
	Row  *fyne.Container
	dots []*colorDot
}

// NewColorDots returns a row of the colors, in a column of a grid each.
func NewColorDots(colors []color.NRGBA, chosen func(color.NRGBA)) *ColorDots {
	r := &ColorDots{Row: container.NewGridWithColumns(len(colors)), dots: make([]*colorDot, len(colors))}
	for i, c := range colors {
		d := newColorDot(c, func() { chosen(c) })
		d.step = func(by int) {
			if to := i + by; to >= 0 && to < len(r.dots) {
				if canvas := fyne.CurrentApp().Driver().CanvasForObject(d); canvas != nil {
					canvas.Focus(r.dots[to])
				}
			}
		}
		r.dots[i] = d
		r.Row.Add(d)
	}
	return r
}

// SetColor marks the dot of a color, if there is one.
func (r *ColorDots) SetColor(c color.NRGBA) {
	for _, d := range r.dots {
		if chosen := d.color == c; chosen != d.chosen {
			d.chosen = chosen
			d.Refresh()
		}
	}
}

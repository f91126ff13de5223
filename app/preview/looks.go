package preview

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/render/fonts"
	"resumax/widgets"
)

// Looks are what may be changed of the page's look while writing. Its functions are the
// window's.
type Looks struct {
	Accents   []color.NRGBA // to choose from
	Now       func() (family string, accent color.NRGBA)
	SetFamily func(name string)
	SetAccent func(color.NRGBA)
}

// looks is the bar above the page: design, typeface and color.
type looks struct {
	preview *Preview
	design  *widgets.Select
	family  *widgets.Select
	dots    *widgets.ColorDots
	accent  color.NRGBA
	band    *widgets.Band
}

func newLooks(p *Preview, design *widgets.Select) *looks {
	l := &looks{preview: p, design: design}
	l.family = widgets.NewSelect(nil, func(name string) {
		if !p.controls.syncing {
			p.services.Looks.SetFamily(name)
		}
	})
	for _, f := range fonts.Families() {
		l.family.Options = append(l.family.Options, f.Name)
	}
	l.dots = widgets.NewColorDots(p.services.Looks.Accents, p.services.Looks.SetAccent)
	var folded *widgets.IconButton
	folded = widgets.NewIconButton(theme.ColorPaletteIcon(), tr.T("preview.color", "Color"), func() { l.popUp(folded) })
	nothing := container.NewWithoutLayout()
	row := container.New(&bar{gap: 8}, inRow(container.New(fixedWidth(118), design), container.New(fixedWidth(146), l.family)),
		nothing, inRow(l.dots.Row), inRow(folded), nothing)
	l.band = widgets.NewBand(container.NewPadded(row), theme.ColorNameBackground)
	return l
}

// popUp offers the colors below a button, where the bar has no room for them.
func (l *looks) popUp(below fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(below)
	if c == nil {
		return
	}
	var closePopover func()
	dots := widgets.NewColorDots(l.preview.services.Looks.Accents, func(chosen color.NRGBA) {
		closePopover()
		l.preview.services.Looks.SetAccent(chosen)
	})
	dots.SetColor(l.accent)
	content := container.New(layout.NewCustomPaddedLayout(8, 8, 8, 8), dots.Row)
	at := d.AbsolutePositionForObject(below).AddXY(below.Size().Width-content.MinSize().Width, below.Size().Height+2)
	closePopover = widgets.ShowPopover(c, content, at)
	widgets.FocusFirst(dots.Row)
}

// show shows the resume's typeface and color.
func (l *looks) show() {
	family, accent := l.preview.services.Looks.Now()
	if !slices.Contains(l.family.Options, family) { // one of this computer's
		l.family.SetOptions(append(l.family.Options, family))
	}
	if l.family.Selected != family {
		l.family.SetSelected(family)
	}
	if l.accent != accent {
		l.accent = accent
		l.dots.SetColor(accent)
	}
}

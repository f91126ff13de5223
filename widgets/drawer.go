package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Drawer is a surface that lies over its neighbors, such as a folded pane that is open for a moment.
type Drawer struct {
	widget.BaseWidget

	content fyne.CanvasObject
	ground  *canvas.Rectangle
}

// NewDrawer returns a drawer without content.
func NewDrawer() *Drawer {
	d := &Drawer{ground: canvas.NewRectangle(nil)}
	d.ExtendBaseWidget(d)
	return d
}

// SetContent replaces the content; nil empties the drawer.
func (d *Drawer) SetContent(content fyne.CanvasObject) {
	d.content = content
	d.Refresh()
}

// Children returns the content, for [ScrollOf].
func (d *Drawer) Children() []fyne.CanvasObject {
	if d.content == nil {
		return nil
	}
	return []fyne.CanvasObject{d.content}
}

// Tapped is called by Fyne: what lies below is not reached.
func (d *Drawer) Tapped(*fyne.PointEvent) {}

// Scrolled is called by Fyne: what lies below is not reached.
func (d *Drawer) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer is called by Fyne.
func (d *Drawer) CreateRenderer() fyne.WidgetRenderer { return &drawerRenderer{d} }

type drawerRenderer struct{ drawer *Drawer }

func (r *drawerRenderer) Destroy() {}

func (r *drawerRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *drawerRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.drawer.ground}, r.drawer.Children()...)
}

func (r *drawerRenderer) Layout(size fyne.Size) {
	r.drawer.ground.Resize(size)
	if r.drawer.content != nil {
		r.drawer.content.Resize(size.SubtractWidthHeight(2, 0))
		r.drawer.content.Move(fyne.NewPos(1, 0))
	}
}

func (r *drawerRenderer) Refresh() {
	g := r.drawer.ground
	g.FillColor, g.StrokeColor, g.StrokeWidth = Color(theme.ColorNameBackground), Color(theme.ColorNameSeparator), 1
	g.Shadow = canvas.Shadow{Color: Color(ColorDrop), BlurRadius: 16, Offset: fyne.NewPos(0, 2)}
	g.Refresh()
	r.Layout(r.drawer.Size())
	canvas.Refresh(r.drawer)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MarkerKind is the look of a [Marker]. Kinds differ in shape as well as in color.
type MarkerKind int

// The kinds of markers.
const (
	MarkerNone  MarkerKind = iota // nothing is shown, and its place stays empty
	MarkerQuiet                   // a diamond in the accent color
	MarkerLoud                    // a triangle in the color of warnings
)

// color is the kind's color.
func (k MarkerKind) color() fyne.ThemeColorName {
	if k == MarkerLoud {
		return ColorWarn
	}
	return theme.ColorNamePrimary
}

// icon is the kind's sign in its color, nil for none.
func (k MarkerKind) icon() fyne.Resource {
	switch k {
	case MarkerQuiet:
		return theme.NewColoredResource(IconDiffers, k.color())
	case MarkerLoud:
		return theme.NewColoredResource(IconChangedBelow, k.color())
	}
	return nil
}

// Marker is a small sign beside a text or a title, of which a tooltip says what it means and a press tells more. Its place
// stays when it shows nothing, so that a form does not jump. It can be focused and pressed with Enter or Space.
type Marker struct {
	widget.BaseWidget

	// OnTapped is called for a tap, Enter or Space.
	OnTapped func()
	// SkipTab leaves the marker out of the Tab order, for one beside a field that has a key for the same.
	SkipTab bool

	pressable
	kind MarkerKind
	name string
	icon *canvas.Image
}

var (
	_ fyne.Disableable  = (*Marker)(nil)
	_ fyne.Focusable    = (*Marker)(nil)
	_ desktop.Hoverable = (*Marker)(nil)
)

const (
	markerSize = 18
	markerIcon = 13
)

// NewMarker returns a marker that shows nothing.
func NewMarker(tapped func()) *Marker {
	m := &Marker{OnTapped: tapped, icon: canvas.NewImageFromResource(nil)}
	m.icon.FillMode = canvas.ImageFillContain
	m.pressable.init(m, m.tap)
	m.ExtendBaseWidget(m)
	return m
}

func (m *Marker) tap() {
	m.tip.stop()
	if m.kind != MarkerNone && m.OnTapped != nil {
		m.OnTapped()
	}
}

// Set sets the kind, and the text of the tooltip. It is cheap where nothing changes.
func (m *Marker) Set(kind MarkerKind, name string) {
	if kind == m.kind && name == m.name {
		return
	}
	m.kind, m.name = kind, name
	m.tip.stop()
	m.Refresh()
}

// Kind returns the kind.
func (m *Marker) Kind() MarkerKind { return m.kind }

// AccessibilityLabel returns the text of the tooltip.
func (m *Marker) AccessibilityLabel() string { return m.name }

// Disabled reports whether the marker takes no focus: it shows nothing, or a key does the same.
func (m *Marker) Disabled() bool { return m.kind == MarkerNone || m.SkipTab }

// Enable does nothing.
func (m *Marker) Enable() {}

// Disable does nothing.
func (m *Marker) Disable() {}

// Cursor is called by Fyne.
func (m *Marker) Cursor() desktop.Cursor {
	if m.kind == MarkerNone {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn is called by Fyne.
func (m *Marker) MouseIn(ev *desktop.MouseEvent) {
	if m.kind == MarkerNone {
		return
	}
	m.pressable.MouseIn(ev)
	m.tip.start(m.name)
}

// CreateRenderer is called by Fyne.
func (m *Marker) CreateRenderer() fyne.WidgetRenderer {
	m.paint()
	return &drawing{
		objects: []fyne.CanvasObject{m.ground, m.icon},
		min:     func() fyne.Size { return fyne.NewSquareSize(scaled(markerSize)) },
		layout: func(size fyne.Size) {
			side := fyne.Min(size.Width, fyne.Min(size.Height, scaled(markerSize)))
			m.ground.Resize(fyne.NewSquareSize(side))
			m.ground.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
			icon := scaled(markerIcon)
			m.icon.Resize(fyne.NewSquareSize(icon))
			m.icon.Move(fyne.NewPos((size.Width-icon)/2, (size.Height-icon)/2))
		},
		refresh: m.paint,
	}
}

func (m *Marker) paint() {
	m.paintGround()
	m.ground.Hidden = m.kind == MarkerNone
	m.icon.Resource = m.kind.icon()
	m.icon.Hidden = m.kind == MarkerNone
	m.icon.Refresh()
}

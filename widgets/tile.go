package widgets

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tile is a small picture of a page with a title below it, one of several of which one is selected. It can be tapped,
// and focused and pressed with Enter or Space.
type Tile struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press.
	OnTapped func()

	pressable
	name     string
	title    *canvas.Text // the title, shortened to fit
	paper    *canvas.Rectangle
	picture  *canvas.Image
	ratio    float32 // of the picture's height to its width
	selected bool
	tip      tooltip
	about    string
}

// page is the size of the picture on a tile of a width.
func (t *Tile) page(width float32) fyne.Size {
	width -= 2 * tileInset
	return fyne.NewSize(width, width*t.ratio)
}

const (
	tileMinWidth = 60 // width
	tileInset    = 6
	tileTitle    = 18
)

// NewTile returns a tile for a picture of a ratio of height to width; about is its tooltip.
func NewTile(title, about string, ratio float32, tapped func()) *Tile {
	t := &Tile{OnTapped: tapped, about: about, name: title, title: canvas.NewText(title, nil), paper: canvas.NewRectangle(nil),
		picture: canvas.NewImageFromImage(nil), ratio: ratio}
	t.title.Alignment = fyne.TextAlignCenter
	t.picture.FillMode = canvas.ImageFillContain
	t.picture.ScaleMode = canvas.ImageScaleSmooth
	t.tip.owner = t
	t.pressable.init(t, func() {
		t.tip.stop()
		if t.OnTapped != nil {
			t.OnTapped()
		}
	})
	t.ExtendBaseWidget(t)
	return t
}

// SetPicture shows a picture of the page.
func (t *Tile) SetPicture(img image.Image) {
	t.picture.Image = img
	t.picture.Refresh()
	t.Refresh() // Fyne refreshes nothing that it has not drawn yet
}

// SetSelected shows the tile as the one that is selected, or not.
func (t *Tile) SetSelected(on bool) {
	if t.selected != on {
		t.selected = on
		t.Refresh()
	}
}

// Selected reports whether the tile is shown as selected.
func (t *Tile) Selected() bool { return t.selected }

// Title returns the title.
func (t *Tile) Title() string { return t.name }

// AccessibilityLabel returns the title.
func (t *Tile) AccessibilityLabel() string { return t.name }

// TypedKey is called by Fyne. The arrow keys go to the tile beside, above or below.
func (t *Tile) TypedKey(ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	var tiles []*Tile
	if c != nil {
		for _, f := range Focusables(c) {
			if tile, ok := f.(*Tile); ok {
				tiles = append(tiles, tile)
			}
		}
	}
	at := slices.Index(tiles, t)
	if at < 0 {
		t.pressable.TypedKey(ev)
		return
	}
	columns := 1
	for columns < len(tiles) && tiles[columns].Position().Y == tiles[0].Position().Y {
		columns++
	}
	switch ev.Name {
	case fyne.KeyLeft:
		at--
	case fyne.KeyRight:
		at++
	case fyne.KeyUp:
		at -= columns
	case fyne.KeyDown:
		at += columns
	default:
		t.pressable.TypedKey(ev)
		return
	}
	if at >= 0 && at < len(tiles) {
		c.Focus(tiles[at])
	}
}

// MouseIn is called by Fyne.
func (t *Tile) MouseIn(ev *desktop.MouseEvent) {
	t.pressable.MouseIn(ev)
	t.tip.start(t.tipText())
}

// MouseOut is called by Fyne.
func (t *Tile) MouseOut() {
	t.pressable.MouseOut()
	t.tip.stop()
}

// CreateRenderer is called by Fyne.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	t.paint()
	return &drawing{
		objects: []fyne.CanvasObject{t.ground, t.paper, t.picture, t.title},
		min: func() fyne.Size {
			return fyne.NewSize(tileMinWidth, t.page(max(tileMinWidth, t.Size().Width)).Height+2*tileInset+tileTitle)
		},
		layout: func(size fyne.Size) {
			t.ground.Resize(size)
			at, page := fyne.NewPos(tileInset, tileInset), t.page(size.Width)
			t.paper.Resize(page.AddWidthHeight(2, 2)) // its edge is seen around the picture
			t.paper.Move(at.SubtractXY(1, 1))
			t.picture.Resize(page)
			t.picture.Move(at)
			t.title.Text = ellipsis(t.name, size.Width, t.title.TextSize, t.title.TextStyle)
			t.title.Resize(fyne.NewSize(size.Width, tileTitle))
			t.title.Move(fyne.NewPos(0, tileInset+page.Height+2))
		},
		refresh: t.paint,
	}
}

// tipText is the tooltip, with the title if that is shortened.
func (t *Tile) tipText() string {
	if t.title.Text != t.name {
		return t.name + ": " + t.about
	}
	return t.about
}

func (t *Tile) paint() {
	t.rest = ""
	if t.selected {
		t.rest = ColorAccentSoft
	}
	t.paintGround()
	if t.selected && !t.focused {
		t.ground.StrokeWidth, t.ground.StrokeColor = 1, Color(theme.ColorNamePrimary)
		t.ground.Refresh()
	}
	t.paper.FillColor, t.paper.StrokeColor, t.paper.StrokeWidth = Color(ColorPaper), Color(theme.ColorNameSeparator), 1
	t.paper.Refresh()
	t.title.TextSize, t.title.Color = theme.CaptionTextSize(), Color(theme.ColorNameForeground)
	t.title.TextStyle.Bold = t.selected
	if w := t.Size().Width; w > 0 {
		t.title.Text = ellipsis(t.name, w, t.title.TextSize, t.title.TextStyle)
	}
	t.title.Refresh()
}

package widgets

import (
	"image/color"
	"strconv"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TimeSpan is one bar of a [Timeline].
type TimeSpan struct {
	From, To float64 // years
	Name     string  // in the bar if it fits, and in the tooltip
	Tip      string  // more for the tooltip
	Look     SpanLook
}

// SpanLook is the style of a span.
type SpanLook uint8

// The styles of spans.
const (
	SpanMain SpanLook = iota // in the accent's color
	SpanSide                 // muted
	SpanGap                  // asks for attention
)

// Timeline draws spans over years, those that overlap in lanes below each other. A span can be tapped; with the
// focus the arrow keys move between spans and Enter taps.
type Timeline struct {
	widget.BaseWidget

	// OnTapped is called with the index of a span.
	OnTapped func(i int)

	spans    []TimeSpan
	bars     []*timeBar
	ticks    []*canvas.Text
	marks    []*canvas.Line
	area     *fyne.Container
	frame    *canvas.Rectangle
	from, to float64
	lanes    int
	chosen   int
	focused  bool
}

const (
	laneHeight   = 16
	laneGap      = 3
	mostLanes    = 6 // further spans are drawn over the last lane
	leastBar     = 4
	tickDistance = 44 // minimum, between years
)

// NewTimeline returns a timeline without spans.
func NewTimeline() *Timeline {
	t := &Timeline{area: &fyne.Container{}, frame: canvas.NewRectangle(transparent)}
	t.frame.CornerRadius = 3
	t.ExtendBaseWidget(t)
	return t
}

// SetSpans shows spans, the earliest first, on a line of years.
func (t *Timeline) SetSpans(from, to float64, spans []TimeSpan) {
	if from == t.from && to == t.to && equalSpans(spans, t.spans) {
		return
	}
	t.from, t.to, t.spans = from, to, spans
	t.chosen = min(t.chosen, max(0, len(spans)-1))
	t.build()
	t.Refresh()
}

func equalSpans(a, b []TimeSpan) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// build makes the bars and gives each the first lane that is free.
func (t *Timeline) build() {
	for len(t.bars) < len(t.spans) {
		t.bars = append(t.bars, newTimeBar(t, len(t.bars)))
	}
	t.bars = t.bars[:len(t.spans)]
	t.area.Objects = t.area.Objects[:0]
	free := make([]float64, mostLanes) // from when a lane is
	t.lanes = 0
	for i, s := range t.spans {
		lane := 0
		for lane < mostLanes-1 && free[lane] > s.From+1e-9 {
			lane++
		}
		free[lane] = max(free[lane], s.To)
		t.lanes = max(t.lanes, lane+1)
		b := t.bars[i]
		b.span, b.lane = s, lane
		t.area.Objects = append(t.area.Objects, b)
	}
	t.area.Objects = append(t.area.Objects, t.frame)
}

// CreateRenderer is called by Fyne.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{
		objects: []fyne.CanvasObject{t.area},
		min: func() fyne.Size {
			return fyne.NewSize(80, float32(t.lanes)*(scaled(laneHeight)+laneGap)+theme.CaptionTextSize()+8)
		},
		layout: t.layout,
	}
	r.refresh = func() {
		t.layout(t.Size())
		for _, b := range t.bars {
			b.Refresh()
		}
	}
	return r
}

func (t *Timeline) layout(size fyne.Size) {
	t.area.Resize(size)
	if t.to <= t.from {
		return
	}
	x := func(year float64) float32 { return size.Width * float32((year-t.from)/(t.to-t.from)) }
	for _, b := range t.bars {
		left := max(0, x(b.span.From))
		width := max(leastBar, min(size.Width, x(b.span.To))-left-1)
		b.Resize(fyne.NewSize(width, scaled(laneHeight)))
		b.Move(fyne.NewPos(min(left, size.Width-width), float32(b.lane)*(scaled(laneHeight)+laneGap)))
	}
	t.frame.Hidden = !t.focused || len(t.bars) == 0
	if !t.frame.Hidden {
		b := t.bars[t.chosen]
		t.frame.StrokeWidth, t.frame.StrokeColor = 2, Color(theme.ColorNamePrimary)
		t.frame.Resize(b.Size().AddWidthHeight(2, 2))
		t.frame.Move(b.Position().SubtractXY(1, 1))
	}
	t.layoutYears(size, x)
}

// layoutYears labels years below the lanes, as many as fit.
func (t *Timeline) layoutYears(size fyne.Size, x func(float64) float32) {
	t.area.Objects = t.area.Objects[:len(t.bars)+1]
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50} {
		step = s
		if size.Width*float32(float64(s)/(t.to-t.from)) >= tickDistance {
			break
		}
	}
	y := float32(t.lanes) * (scaled(laneHeight) + laneGap)
	n := 0
	for year := (int(t.from) + step) / step * step; float64(year) < t.to; year += step {
		if n == len(t.ticks) {
			t.ticks = append(t.ticks, canvas.NewText("", nil))
			t.marks = append(t.marks, canvas.NewLine(nil))
		}
		tick, mark := t.ticks[n], t.marks[n]
		tick.Text, tick.TextSize, tick.Color = strconv.Itoa(year), theme.CaptionTextSize(), Color(ColorMuted)
		width := tick.MinSize().Width
		tick.Move(fyne.NewPos(max(0, min(size.Width-width, x(float64(year))-width/2)), y+3))
		tick.Resize(tick.MinSize())
		mark.StrokeWidth, mark.StrokeColor = 1, Color(ColorTrack)
		mark.Position1, mark.Position2 = fyne.NewPos(x(float64(year)), y-1), fyne.NewPos(x(float64(year)), y+4)
		t.area.Objects = append(t.area.Objects, mark, tick)
		n++
	}
	t.area.Refresh()
}

func (t *Timeline) tapped(i int) {
	t.chosen = i
	if t.OnTapped != nil {
		t.OnTapped(i)
	}
}

// FocusGained is called by Fyne.
func (t *Timeline) FocusGained() {
	t.focused = true
	Reveal(t)
	t.Refresh()
}

// FocusLost is called by Fyne.
func (t *Timeline) FocusLost() {
	t.focused = false
	t.Refresh()
}

// TypedRune is called by Fyne.
func (t *Timeline) TypedRune(r rune) {
	if r == ' ' && len(t.spans) > 0 {
		t.tapped(t.chosen)
	}
}

// TypedKey is called by Fyne.
func (t *Timeline) TypedKey(ev *fyne.KeyEvent) {
	if len(t.spans) == 0 {
		return
	}
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		t.chosen = max(0, t.chosen-1)
	case fyne.KeyRight, fyne.KeyDown:
		t.chosen = min(len(t.spans)-1, t.chosen+1)
	case fyne.KeyHome:
		t.chosen = 0
	case fyne.KeyEnd:
		t.chosen = len(t.spans) - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		t.tapped(t.chosen)
	case fyne.KeySpace:
	default:
		passKey(t, ev)
	}
	t.Refresh()
}

// timeBar is one span.
type timeBar struct {
	widget.BaseWidget

	timeline *Timeline
	index    int
	span     TimeSpan
	lane     int
	ground   *canvas.Rectangle
	name     *canvas.Text
	tip      tooltip
}

func newTimeBar(t *Timeline, i int) *timeBar {
	b := &timeBar{timeline: t, index: i, ground: canvas.NewRectangle(nil), name: canvas.NewText("", nil)}
	b.ground.CornerRadius = 3
	b.tip.owner = b
	b.ExtendBaseWidget(b)
	return b
}

func (b *timeBar) Tapped(*fyne.PointEvent) { b.timeline.tapped(b.index) }

func (b *timeBar) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (b *timeBar) MouseIn(*desktop.MouseEvent) {
	text := b.span.Name
	if b.span.Tip != "" {
		text += "\n" + b.span.Tip
	}
	b.tip.start(text)
}

func (b *timeBar) MouseMoved(*desktop.MouseEvent) {}

func (b *timeBar) MouseOut() { b.tip.stop() }

func (b *timeBar) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &drawing{
		objects: []fyne.CanvasObject{b.ground, b.name},
		min:     func() fyne.Size { return fyne.NewSize(leastBar, scaled(laneHeight)) },
		layout:  b.layout,
		refresh: func() {
			b.paint()
			b.layout(b.Size())
		},
	}
}

func (b *timeBar) paint() {
	fill, text := ColorAccentSoft, theme.ColorNameForeground
	switch b.span.Look {
	case SpanSide:
		fill, text = ColorTrack, ColorMuted
	case SpanGap:
		fill, text = ColorWarnSoft, ColorWarn
	}
	b.ground.FillColor = Color(fill)
	b.ground.StrokeWidth, b.ground.StrokeColor = 0, transparent
	switch b.span.Look {
	case SpanMain:
		edge := color.NRGBAModel.Convert(Color(theme.ColorNamePrimary)).(color.NRGBA)
		edge.A = 0x70
		b.ground.StrokeWidth, b.ground.StrokeColor = 1, edge
	case SpanGap:
		b.ground.StrokeWidth, b.ground.StrokeColor = 1, Color(ColorWarn)
	}
	b.name.Text, b.name.TextSize, b.name.Color = b.span.Name, theme.CaptionTextSize(), Color(text)
	b.ground.Refresh()
	b.name.Refresh()
}

// layout shortens the name to the bar, and hides it if only a letter or two would fit.
func (b *timeBar) layout(size fyne.Size) {
	b.ground.Resize(size)
	const inset = 5
	b.name.Text = ellipsis(b.span.Name, size.Width-2*inset, b.name.TextSize, b.name.TextStyle)
	if utf8.RuneCountInString(b.name.Text) < min(4, utf8.RuneCountInString(b.span.Name)) {
		b.name.Text = ""
	}
	b.name.Resize(b.name.MinSize())
	b.name.Move(fyne.NewPos(inset, (size.Height-b.name.MinSize().Height)/2))
	b.name.Refresh()
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// paintReview gives a mark on paper the look of its kind. Kinds differ in their outlines too, for who does not tell colors
// apart.
func paintReview(r *canvas.Rectangle, kind MarkKind) {
	r.StrokeWidth, r.StrokeColor, r.CornerRadius = 0, transparent, 2
	switch kind {
	case MarkTaken:
		r.FillColor = Color(ColorMarkTaken)
	case MarkPartly:
		r.StrokeColor, r.StrokeWidth = Color(ColorMarkBar), 1
		r.FillColor = transparent
	case MarkUnsure:
		r.FillColor, r.StrokeColor, r.StrokeWidth = Color(ColorMark), Color(ColorMarkEdge), 1
	case MarkLeft:
		r.FillColor, r.StrokeColor, r.StrokeWidth = Color(ColorMarkLeft), Color(ColorLeftEdge), 1
	case MarkChosen:
		r.FillColor, r.StrokeColor, r.StrokeWidth = Color(ColorMarkChosen), Color(ColorMarkBar), 1.5
	}
}

// MarkSample is a small mark on paper, with what it means beside it, for a legend.
type MarkSample struct {
	widget.BaseWidget
	kind        MarkKind
	paper, mark *canvas.Rectangle
	text        *canvas.Text // nil for none
}

// NewMarkSample returns a sample of a kind of mark.
func NewMarkSample(kind MarkKind) *MarkSample {
	s := &MarkSample{kind: kind, paper: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil)}
	s.ExtendBaseWidget(s)
	return s
}

// NewMarkLegend returns a sample of a kind of mark with what it means.
func NewMarkLegend(kind MarkKind, text string) *MarkSample {
	s := NewMarkSample(kind)
	s.text = canvas.NewText(text, nil)
	return s
}

// legendGap is the space between a sample and its text, in Fyne's units.
const legendGap = 5

// CreateRenderer is called by Fyne.
func (s *MarkSample) CreateRenderer() fyne.WidgetRenderer {
	size := fyne.NewSize(14, 10)
	paint := func() {
		s.paper.FillColor, s.paper.CornerRadius = Color(ColorPaper), 2
		paintReview(s.mark, s.kind)
		s.paper.Refresh()
		s.mark.Refresh()
		if s.text != nil {
			s.text.TextSize, s.text.Color = theme.CaptionTextSize(), Color(ColorMuted)
			s.text.Refresh()
		}
	}
	paint()
	objects := []fyne.CanvasObject{s.paper, s.mark}
	if s.text != nil {
		objects = append(objects, s.text)
	}
	return &drawing{
		objects: objects,
		min: func() fyne.Size {
			if s.text == nil {
				return size
			}
			t := s.text.MinSize()
			return fyne.NewSize(size.Width+legendGap+t.Width, max(size.Height, t.Height))
		},
		layout: func(room fyne.Size) {
			for _, o := range []fyne.CanvasObject{s.paper, s.mark} {
				o.Resize(size)
				o.Move(fyne.NewPos(0, (room.Height-size.Height)/2))
			}
			if s.text != nil {
				t := s.text.MinSize()
				s.text.Resize(t)
				s.text.Move(fyne.NewPos(size.Width+legendGap, (room.Height-t.Height)/2))
			}
		},
		refresh: paint,
	}
}

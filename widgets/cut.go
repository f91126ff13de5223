package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Cutting is what ends a text in “…” where it has no room.
type Cutting interface {
	// Cut returns the whole text where it is cut, else nothing.
	Cut() string
}

var _ = []Cutting{(*CutText)(nil), (*Dropdown)(nil), (*railRow)(nil), (*BigButton)(nil), (*Meter)(nil), (*Tile)(nil), (*tableHead)(nil), (*Select)(nil), (*FactRow)(nil)}

// Cut returns the title where it is cut, else nothing.
func (b *BigButton) Cut() string { return hiddenText(b.title) }

// Cut returns the name where it is cut, else nothing.
func (m *Meter) Cut() string { return cutOf(m.label.Text, m.name) }

// Cut returns the name where it is cut, else nothing.
func (t *Tile) Cut() string { return cutOf(t.title.Text, t.name) }

// Cut returns the name of the column where it is cut, else nothing.
func (h *tableHead) Cut() string { return cutOf(h.title.Text, h.text) }

// Cut returns what is chosen where it is cut, else nothing.
func (s *Select) Cut() string {
	if s.Size().Width > 0 && s.FullWidth() > s.Size().Width+0.5 {
		return s.Selected
	}
	return ""
}

// FullWidth is the width in which what is chosen is not cut.
func (s *Select) FullWidth() float32 {
	return fyne.MeasureText(s.Selected, theme.TextSize(), fyne.TextStyle{}).Width + theme.Size(theme.SizeNameInlineIcon) + 3*theme.InnerPadding() - theme.Padding()
}

func cutOf(shown, whole string) string {
	if shown == "" || shown == whole {
		return ""
	}
	return whole
}

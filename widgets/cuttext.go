package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CutText is text in one line and one style that ends in “…” where it has no room. Then a tooltip shows all of it.
type CutText struct {
	widget.RichText

	tip tooltip
}

var _ desktop.Hoverable = (*CutText)(nil)

// NewCutNote returns small muted text without a text yet.
func NewCutNote() *CutText {
	return newCutText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
}

func newCutText(color fyne.ThemeColorName, size fyne.ThemeSizeName, style fyne.TextStyle) *CutText {
	t := &CutText{}
	t.Scroll = container.ScrollNone
	t.Segments = newText(color, size, style, fyne.TextWrapOff).Segments
	t.Truncation = fyne.TextTruncateEllipsis
	t.tip.owner = t
	t.ExtendBaseWidget(t)
	return t
}

// Text returns the whole text.
func (t *CutText) Text() string { return textOf(&t.RichText) }

// SetText changes the text.
func (t *CutText) SetText(text string) {
	setText(&t.RichText, text, t.Segments[0].(*widget.TextSegment).Style.ColorName)
}

// Cut returns the text where it is cut, else nothing.
func (t *CutText) Cut() string { return hiddenText(&t.RichText) }

// MouseIn is called by Fyne.
func (t *CutText) MouseIn(*desktop.MouseEvent) { t.tip.start(hiddenText(&t.RichText)) }

// MouseMoved is called by Fyne.
func (t *CutText) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (t *CutText) MouseOut() { t.tip.stop() }

// hiddenText is the whole text of those that are cut, a line each, "" if none is.
func hiddenText(texts ...*widget.RichText) string {
	var cut []string
	for _, t := range texts {
		s := t.Segments[0].(*widget.TextSegment)
		size := t.Theme().Size(s.Style.SizeName)
		if t.Visible() && t.Truncation == fyne.TextTruncateEllipsis && textWidth(s.Text, size, s.Style.TextStyle) > t.Size().Width-2*theme.InnerPadding()+0.5 {
			cut = append(cut, s.Text)
		}
	}
	return strings.Join(cut, "\n")
}

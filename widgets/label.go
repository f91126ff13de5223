package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Label is text in one style that wraps by words and has no padding.
type Label struct {
	widget.BaseWidget

	text  *widget.RichText
	color fyne.ThemeColorName
}

// NewTitle returns a label in the largest text, for the title of a screen.
func NewTitle(text string) *Label {
	return newLabel(text, theme.ColorNameForeground, theme.SizeNameHeadingText, fyne.TextStyle{Bold: true})
}

// NewHeading returns a label in the size of a heading, for the title of a pane.
func NewHeading(text string) *Label {
	return newLabel(text, theme.ColorNameForeground, theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true})
}

// NewStrong returns a label in bold text, for the title of a part.
func NewStrong(text string) *Label {
	return newLabel(text, theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true})
}

// NewLabel returns a label in running text.
func NewLabel(text string) *Label {
	return newLabel(text, theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{})
}

// NewMuted returns a label for hints and details.
func NewMuted(text string) *Label {
	return newLabel(text, ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
}

func newLabel(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName, style fyne.TextStyle) *Label {
	l := &Label{text: newText(color, size, style, fyne.TextWrapWord), color: color}
	setText(l.text, text, color)
	l.ExtendBaseWidget(l)
	return l
}

// SetText changes the text.
func (l *Label) SetText(text string) {
	if textOf(l.text) == text {
		return
	}
	setText(l.text, text, l.color)
	l.Refresh()
}

// Text returns the text.
func (l *Label) Text() string { return textOf(l.text) }

// SetColor changes the text's color.
func (l *Label) SetColor(name fyne.ThemeColorName) {
	l.color = name
	setText(l.text, textOf(l.text), name)
	l.Refresh()
}

// CreateRenderer is called by Fyne.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		objects: []fyne.CanvasObject{l.text},
		min:     func() fyne.Size { return fyne.NewSize(1, placeText(l.text, 0, 0, l.Size().Width)) },
		layout:  func(size fyne.Size) { placeText(l.text, 0, 0, size.Width) },
		refresh: func() { l.text.Refresh() },
	}
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StyledPart is a part of a [StyledText] with its own style.
type StyledPart struct {
	Text          string
	Color         fyne.ThemeColorName // "" for that of running text
	Bold          bool
	Struck, Under bool // a line through the words, or under them
}

// StyledText is text in several styles that wraps by words.
type StyledText struct {
	widget.BaseWidget

	text  *widget.RichText
	parts []StyledPart
}

// NewStyledText returns text made of parts.
func NewStyledText(parts ...StyledPart) *StyledText {
	m := &StyledText{parts: parts, text: widget.NewRichText()}
	for _, part := range parts {
		color := part.Color
		if color == "" {
			color = theme.ColorNameForeground
		}
		m.text.Segments = append(m.text.Segments, &widget.TextSegment{Text: part.Text, Style: widget.RichTextStyle{
			Inline: true, ColorName: color, SizeName: theme.SizeNameText,
			TextStyle: fyne.TextStyle{Bold: part.Bold, Strikethrough: part.Struck, Underline: part.Under},
		}})
	}
	m.text.Wrapping = fyne.TextWrapWord
	m.ExtendBaseWidget(m)
	return m
}

// Text returns all of the text.
func (m *StyledText) Text() string {
	text := ""
	for _, part := range m.parts {
		text += part.Text
	}
	return text
}

// CreateRenderer is called by Fyne.
func (m *StyledText) CreateRenderer() fyne.WidgetRenderer {
	place := func(width float32) float32 {
		if len(m.parts) == 0 {
			return 0
		}
		pad := theme.InnerPadding()
		m.text.Resize(fyne.NewSize(width+2*pad, m.text.Size().Height))
		height := m.text.MinSize().Height
		m.text.Resize(fyne.NewSize(width+2*pad, height))
		m.text.Move(fyne.NewPos(-pad, -pad))
		return height - 2*pad
	}
	return &drawing{
		objects: []fyne.CanvasObject{m.text},
		min:     func() fyne.Size { return fyne.NewSize(1, place(m.Size().Width)) },
		layout:  func(size fyne.Size) { place(size.Width) },
		refresh: m.text.Refresh,
	}
}

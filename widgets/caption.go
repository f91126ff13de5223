package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Caption is one line of small muted text, as wide as it is. A label of Fyne's would show it as if it were disabled, with
// too little contrast to be read; and a label in a theme of its own would have all fonts in memory once more.
type Caption struct {
	widget.RichText
}

// NewCaption makes a caption.
func NewCaption(text string) *Caption {
	c := &Caption{}
	c.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: text, Style: widget.RichTextStyle{
		ColorName: ColorMuted, SizeName: theme.SizeNameCaptionText, Inline: true,
	}}}
	c.Scroll = container.ScrollNone
	c.ExtendBaseWidget(c)
	return c
}

// Say shows a text, as a warning if so asked.
func (c *Caption) Say(text string, warn bool) {
	color := ColorMuted
	if warn {
		color = theme.ColorNameWarning
	}
	setText(&c.RichText, text, color)
}

// Text is what the caption says.
func (c *Caption) Text() string { return textOf(&c.RichText) }

// AccessibilityLabel is what the caption says.
func (c *Caption) AccessibilityLabel() string { return c.Text() }

// AccessibilityRole is that of text.
func (c *Caption) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

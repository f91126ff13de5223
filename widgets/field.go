package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field is a labeled form field, with a message while there is one.
type Field struct {
	widget.BaseWidget
	// Steady puts the message beside the label, cut to the space there, so that the form does not jump. Else it is below
	// the content, as long as it is.
	Steady bool
	// Mark stands behind the label; nil for none. It is set before the field is shown.
	Mark *Marker

	content        fyne.CanvasObject
	label, message *CutText
	problem, note  string
}

// NewField returns a field around the content, most often a [TextField]. An empty label takes no space.
func NewField(label string, content fyne.CanvasObject) *Field {
	f := &Field{
		content: content,
		label:   newCutText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
		message: newCutText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
	}
	f.label.SetText(label)
	f.message.Wrapping, f.message.Truncation = fyne.TextWrapWord, fyne.TextTruncateOff
	f.ExtendBaseWidget(f)
	return f
}

// Content returns the content.
func (f *Field) Content() fyne.CanvasObject { return f.content }

// Children returns the mark and the content, for [ScrollOf].
func (f *Field) Children() []fyne.CanvasObject {
	if f.Mark != nil {
		return []fyne.CanvasObject{f.Mark, f.content}
	}
	return []fyne.CanvasObject{f.content}
}

// SetProblem shows what is wrong with the content, in red; empty means nothing is. A problem hides how the content was parsed.
func (f *Field) SetProblem(text string) { f.set(&f.problem, text) }

// Problem returns the problem shown, or nothing.
func (f *Field) Problem() string { return f.problem }

// Message returns the message shown below the content, or nothing.
func (f *Field) Message() string { return f.message.Text() }

// SetParsed shows how the content was parsed, muted, such as the date for "03/21".
func (f *Field) SetParsed(text string) { f.set(&f.note, text) }

func (f *Field) set(where *string, text string) {
	if *where == text {
		return
	}
	*where = text
	message, color := f.note, ColorMuted
	if f.problem != "" {
		message, color = f.problem, ColorBad
	}
	setText(&f.message.RichText, message, color)
	f.Refresh()
}

const (
	labelGap   = 3
	messageGap = 3
	besideGap  = 8
)

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{f.label, f.content, f.message}
	if f.Mark != nil {
		objects = append(objects, f.Mark)
	}
	return &drawing{
		objects: objects,
		min: func() fyne.Size {
			return fyne.NewSize(f.content.MinSize().Width, f.place(f.Size().Width, f.content.MinSize().Height))
		},
		layout: func(size fyne.Size) { f.place(size.Width, fitHeight(f.content, size.Width)) },
		refresh: func() {
			f.label.Refresh()
			f.message.Refresh()
			f.place(f.Size().Width, f.content.MinSize().Height)
		},
	}
}

// place stacks the parts and returns their height.
func (f *Field) place(width, contentHeight float32) float32 {
	y := f.placeHead(width)
	if y > 0 {
		y += labelGap
	}
	f.content.Resize(fyne.NewSize(width, contentHeight))
	f.content.Move(fyne.NewPos(0, y))
	y += contentHeight
	if f.Steady {
		return y
	}
	if h := placeText(&f.message.RichText, 1, y+messageGap, fyne.Max(0, width-1)); h > 0 {
		y += messageGap + h
	}
	return y
}

// placeHead places the label, with the message beside it if the field is steady, and returns the height.
func (f *Field) placeHead(width float32) float32 {
	if !f.Steady {
		return placeText(&f.label.RichText, 1, 0, fyne.Max(0, width-1))
	}
	size := f.Theme().Size(theme.SizeNameCaptionText)
	label := fyne.Min(textWidth(f.label.Text(), size, fyne.TextStyle{})+1, fyne.Max(0, width-1))
	height := placeText(&f.label.RichText, 1, 0, fyne.Max(0, width-1))
	if f.Mark != nil {
		m := f.Mark.MinSize()
		label = fyne.Min(label, width-m.Width)
		f.Mark.Resize(m)
		f.Mark.Move(fyne.NewPos(label, (height-m.Height)/2))
		label += m.Width
	}
	space := width - 2 - label - besideGap
	message := fyne.Min(textWidth(f.message.Text(), size, fyne.TextStyle{})+1, fyne.Max(0, space))
	f.message.Wrapping, f.message.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	return fyne.Max(height, placeText(&f.message.RichText, width-1-message, 0, message))
}

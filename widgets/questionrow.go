package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// QuestionText is what a [QuestionRow] says.
type QuestionText struct {
	Title string              // in at most two lines
	Note  string              // muted, below it, in one line
	Aside string              // muted, at the right of the note
	Dot   fyne.ThemeColorName // how far it is, "" for an empty ring
	Warn  bool                // the note asks for attention
}

// QuestionRow is a row of a [List] of texts that are longer than a line: all rows have the same height. A dot at its left
// says how far the thing is.
type QuestionRow struct {
	widget.BaseWidget

	text       QuestionText
	dot        *canvas.Circle
	lines      [2]*canvas.Text
	note, side *canvas.Text
}

const (
	questionDot   = 8
	questionLeft  = 26
	questionRight = 10
	questionPad   = 7
)

// NewQuestionRow returns an empty row.
func NewQuestionRow() *QuestionRow {
	r := &QuestionRow{dot: canvas.NewCircle(nil), note: canvas.NewText("", nil), side: canvas.NewText("", nil)}
	for i := range r.lines {
		r.lines[i] = canvas.NewText("", nil)
	}
	r.ExtendBaseWidget(r)
	return r
}

// SetText changes what the row says.
func (r *QuestionRow) SetText(t QuestionText) {
	if r.text != t {
		r.text = t
		r.Refresh()
	}
}

// Text returns what the row says.
func (r *QuestionRow) Text() QuestionText { return r.text }

// AccessibilityLabel returns all that the row says.
func (r *QuestionRow) AccessibilityLabel() string {
	return strings.TrimSpace(r.text.Title + ". " + r.text.Note + " " + r.text.Aside)
}

// CreateRenderer is called by Fyne.
func (r *QuestionRow) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{objects: []fyne.CanvasObject{r.dot, r.lines[0], r.lines[1], r.note, r.side}, min: r.min, layout: r.place}
	d.refresh = func() {
		r.paint()
		r.place(r.Size())
	}
	r.paint()
	return d
}

func (r *QuestionRow) min() fyne.Size {
	line := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	note := fyne.MeasureText("M", theme.CaptionTextSize(), fyne.TextStyle{}).Height
	return fyne.NewSize(120, 2*line+note+2*questionPad+1)
}

func (r *QuestionRow) paint() {
	r.dot.StrokeWidth, r.dot.StrokeColor, r.dot.FillColor = 1.5, Color(ColorMuted), transparent
	if r.text.Dot != "" {
		r.dot.StrokeColor, r.dot.FillColor = Color(r.text.Dot), Color(r.text.Dot)
	}
	for _, l := range r.lines {
		l.TextSize, l.Color = theme.TextSize(), Color(theme.ColorNameForeground)
	}
	r.note.TextSize, r.note.Color = theme.CaptionTextSize(), Color(ColorMuted)
	if r.text.Warn {
		r.note.Color = Color(ColorWarn)
	}
	r.side.Text, r.side.TextSize, r.side.Color = r.text.Aside, theme.CaptionTextSize(), Color(ColorMuted)
	r.dot.Refresh()
}

func (r *QuestionRow) place(size fyne.Size) {
	width := size.Width - questionLeft - questionRight
	if width <= 0 {
		return
	}
	first, rest := firstLine(r.text.Title, width, theme.TextSize())
	r.lines[0].Text, r.lines[1].Text = first, ellipsis(rest, width, theme.TextSize(), fyne.TextStyle{})
	if rest == "" {
		r.lines[1].Text = ""
	}
	line := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	top := (size.Height - line - r.note.MinSize().Height - 1) / 2
	if r.lines[1].Text != "" {
		top -= line / 2
	}
	y := top
	for _, l := range r.lines {
		l.Move(fyne.NewPos(questionLeft, y))
		l.Resize(fyne.NewSize(width, l.MinSize().Height))
		if l.Text != "" {
			y += l.MinSize().Height
		}
		l.Refresh()
	}
	side := r.side.MinSize()
	if r.side.Text == "" {
		side.Width = -questionRight
	}
	r.note.Text = ellipsis(r.text.Note, width-side.Width-questionRight, theme.CaptionTextSize(), fyne.TextStyle{})
	r.note.Move(fyne.NewPos(questionLeft, y+1))
	r.note.Resize(r.note.MinSize())
	r.side.Move(fyne.NewPos(size.Width-questionRight-side.Width, y+1))
	r.side.Resize(r.side.MinSize())
	dot := scaled(questionDot)
	r.dot.Resize(fyne.NewSquareSize(dot))
	r.dot.Move(fyne.NewPos((questionLeft-dot)/2+1, top+(line-dot)/2))
	r.note.Refresh()
	r.side.Refresh()
}

// firstLine is a text's first line in a width, and what is left.
func firstLine(text string, width, size float32) (first, rest string) {
	if textWidth(text, size, fyne.TextStyle{}) <= width {
		return text, ""
	}
	words := strings.Fields(text)
	for i := 1; i <= len(words); i++ {
		if line := strings.Join(words[:i], " "); textWidth(line, size, fyne.TextStyle{}) > width {
			if i == 1 {
				return ellipsis(line, width, size, fyne.TextStyle{}), strings.Join(words[1:], " ")
			}
			return strings.Join(words[:i-1], " "), strings.Join(words[i-1:], " ")
		}
	}
	return text, ""
}

package design

// Of letters: a line of a letter is read, where a line of a resume is looked for, so its
// text is larger and more open: 10 to 12 points and a leading of 1.2 to 1.45 sizes are what
// Butterick's Practical Typography names for text on paper.
const (
	letterScale      = 1.12 // of a resume's text
	minLetterSize    = 10.5 // points
	maxLetterSize    = 12   // unless the resume's own text is larger
	minLetterLeading = 1.4  // sizes
	letterParagraph  = 0.65 // the space over a paragraph, in leadings
)

// ForLetter is the design of a letter that goes with a resume of this design: with the
// same head, fonts, colors and margins. There is one column and no photo; what is tinted
// beside a resume is the head of its letter.
func (d *Design) ForLetter() *Design {
	l := *d
	l.Columns, l.Timeline, l.Photo.Hidden = Columns{Tinted: d.Columns.Tinted && len(d.Columns.Sections) > 0}, Timeline{}, true
	body := &l.Style.Body
	leading := max(body.Leading/body.Size, minLetterLeading)
	body.Size = max(body.Size, min(max(letterScale*body.Size, minLetterSize), maxLetterSize))
	body.Leading = body.Size * leading
	l.Space.Paragraph = letterParagraph * body.Leading
	return &l
}

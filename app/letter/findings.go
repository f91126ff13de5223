package letter

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/job/letter"
	"resumax/resume"
	"resumax/widgets"
)

// task is a letter to be checked.
type task struct {
	letter  letter.Letter
	context letter.Context
	at      resume.Address
}

func (t task) check() []letter.Finding { return letter.Check(t.letter, t.context) }

// check asks for what is wrong with the letter.
func (p *Pane) check() {
	l, at, ok := p.letter()
	if !ok {
		return
	}
	post, _ := p.services.Posting()
	c := letter.Context{Document: p.resume(), Posting: post, Others: letter.Others(p.session.Now().Document, at)}
	if p.services.Words != nil {
		c.Words = p.services.Words()
	}
	p.checks.Submit(task{l, c, at})
}

// showFindings shows what is wrong.
func (p *Pane) showFindings(found []letter.Finding) {
	p.found = found
	if p.form != nil {
		p.form.showFindings(found)
	}
}

// showFindings shows each finding below its field, and those of the whole letter at the top.
// At the field that is typed in nothing new appears until it is left: half a word is no typo.
func (f *form) showFindings(found []letter.Finding) {
	whole := notes{column: f.notes}
	byField := map[*field]*notes{}
	for _, b := range f.fields {
		byField[b] = &notes{column: b.notes}
	}
	for _, fi := range found {
		b := f.fieldOf(fi)
		switch {
		case b == nil:
			whole.add(fi, func() {})
		case f.typed != b.at || b.says(fi.Text):
			byField[b].add(fi, func() { b.selectSpan(fi.Start, fi.End) })
		}
	}
	whole.show()
	for b, n := range byField {
		b.said = n.texts
		n.show()
	}
}

// fieldOf is the field that a finding is at, nil for one of the whole letter.
func (f *form) fieldOf(fi letter.Finding) *field {
	at := fi.Address(f.at)
	for _, b := range f.fields {
		if b.at == at {
			return b
		}
	}
	return nil
}

func (b *field) says(text string) bool { return slices.Contains(b.said, text) }

// notes are findings to be shown in a column.
type notes struct {
	column *fyne.Container
	texts  []string
	rows   []fyne.CanvasObject
}

func (n *notes) add(f letter.Finding, tapped func()) {
	row := widgets.NewActionRow(kindNames()[f.Kind], f.Text, "")
	row.SetBadgeColor(colorOf(f.Kind))
	row.OnTapped = tapped
	n.texts, n.rows = append(n.texts, f.Text), append(n.rows, row)
}

// show shows the notes, if they are others than those that are shown.
func (n *notes) show() {
	same := len(n.column.Objects) == len(n.rows)
	for i, o := range n.column.Objects {
		row, ok := o.(*widgets.ActionRow)
		same = same && ok && row.Title() == n.texts[i]
	}
	if same {
		for i, o := range n.column.Objects { // what a tap selects may have moved
			o.(*widgets.ActionRow).OnTapped = n.rows[i].(*widgets.ActionRow).OnTapped
		}
		return
	}
	n.column.Objects = n.rows
	n.column.Refresh()
}

// kindNames are what findings are called on their badges.
func kindNames() map[letter.Kind]string {
	return map[letter.Kind]string{
		letter.Placeholder: tr.T("letter.to-answer", "To answer"), letter.Leftover: tr.T("letter.other-letter", "Other letter"), letter.Employer: tr.T("letter.name", "Name"), letter.Greeting: tr.T("letter.greeting", "Greeting"), letter.Position: tr.T("letter.position", "Position"), letter.Number: tr.T("letter.number", "Number"),
		letter.Spelling: tr.T("letter.spelling", "Spelling"), letter.Tone: tr.T("letter.tone", "Tone"), letter.Cliche: tr.T("letter.phrase", "Phrase"), letter.Openings: tr.T("letter.openings", "Openings"), letter.Copied: tr.T("letter.copied", "Copied"), letter.Length: tr.T("letter.length", "Length"),
	}
}

// colorOf is the color of a finding: red for what must not be sent.
func colorOf(k letter.Kind) fyne.ThemeColorName {
	switch k {
	case letter.Leftover, letter.Employer, letter.Greeting, letter.Position, letter.Number:
		return widgets.ColorBad
	case letter.Placeholder:
		return theme.ColorNamePrimary
	}
	return widgets.ColorWarn
}

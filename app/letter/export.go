package letter

import (
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/exchange/format"
	"resumax/job/letter"
	"resumax/resume"
)

// ExportAs writes the letter to a file that the user chooses, unless a question is left in it.
// A name of another letter that is left is asked about.
func (p *Pane) ExportAs(f *format.Format) {
	l, at, ok := p.letter()
	if !ok {
		return
	}
	write := func() { p.services.Export(f, Export{Suffix: "letter", Options: p.Options}) }
	if slots := l.Slots(); len(slots) > 0 {
		lines := make([]resume.TextLine, len(slots))
		for i, s := range slots {
			lines[i] = resume.TextLine{Address: at, Text: s}
		}
		p.services.Shell.Ask(tr.T("letter.placeholder-left", "Placeholder left"), shell.Sentence(tr.T("letter.then-export", "{{.First}}, then export", tr.With{"First": shell.PlaceholdersLeft(lines)})),
			shell.Choice{Label: tr.T("letter.show-me", "Show me"), Main: true, Do: p.showSlot})
		return
	}
	post, _ := p.services.Posting()
	for _, fi := range letter.Check(l, letter.Context{Document: p.resume(), Posting: post, Others: letter.Others(p.session.Now().Document, at)}) {
		if colorOf(fi.Kind) == colorOf(letter.Leftover) {
			p.services.Shell.Ask(tr.T("letter.check-the-letter-first", "Check the letter first"), fi.Text,
				shell.Choice{Label: tr.T("letter.show-me", "Show me"), Main: true, Do: func() { p.showFinding(fi) }},
				shell.Choice{Label: tr.T("letter.export-anyway", "Export anyway"), Do: write})
			return
		}
	}
	write()
}

// showSlot selects the first question that is left.
func (p *Pane) showSlot() {
	if p.form == nil {
		return
	}
	if b := p.form.first(); b != nil {
		p.focus(b)
		b.selectSlot()
	}
}

// showFinding selects what a finding is about.
func (p *Pane) showFinding(fi letter.Finding) {
	if p.form == nil {
		return
	}
	if b := p.form.fieldOf(fi); b != nil {
		b.selectSpan(fi.Start, fi.End)
	}
}

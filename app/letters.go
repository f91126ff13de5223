package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/letter"
	"resumax/app/preferences"
	"resumax/app/preview"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/exchange/format"
	engine "resumax/job/letter"
	"resumax/job/posting"
	"resumax/language/terms"
	"resumax/render"
	"resumax/render/layout"
	"resumax/resume"
)

// buildLetter makes the pane of the cover letter, with a page of its own.
func (w *window) buildLetter() {
	p := &w.panes
	p.letterPage = preview.New(w.session, preview.Services{
		Options: func(s session.Snapshot) render.Options { return p.letter.Options(s) },
		Designs: w.library.Designs,
		Looks:   preview.Looks{},
		Edit: func(at layout.Caret, word bool) {
			w.session.Reveal(at.Address)
			if at.Address.Within(engine.Letters) {
				p.letter.PlaceCaret(at.Address, at.Text, at.At, word)
			} else {
				p.editor.PlaceCaret(at.Address, at.Text, at.At, word)
			}
		},
		Plain: true,
	}, w.threads)
	p.letterPage.SetShown(false)
	p.letter = letter.New(w.session, letter.Services{
		Shell:   w.shell,
		Page:    p.letterPage.Object(),
		Variant: func() string { return "" },
		Posting: w.newestPosting,
		Proofs:  w.proofs,
		Words: func() []string {
			words, _ := w.library.Words() // the scores say why there are none
			return words
		},
		Today:   w.clock,
		Export:  func(f *format.Format, l letter.Export) { w.exporter.ExportOther(f, l.Suffix, l.Options) },
		Notice:  w.offerUndo,
		OnKey:   w.shell.Key,
		Reveal:  w.session.Reveal,
		Options: w.setup.Options,
	}, w.threads)
}

// newestPosting is the posting that was added last.
func (w *window) newestPosting() (posting.Posting, string) {
	list, _ := w.session.Now().Document.Get(resume.MetaAddress(resume.MetaPostings))
	n := list.Len()
	if n == 0 {
		return posting.Posting{}, ""
	}
	id, _ := list.Items()[n-1].Get("id")
	return posting.FromValue(list.Items()[n-1]), id.Str()
}

// proofs are the lines of the resume that have a term of what the posting asks for, in the
// posting's order.
func (w *window) proofs() (all []engine.Proof) {
	post, _ := w.newestPosting()
	lines := w.session.Now().Resume.Sentences()
	for _, q := range slices.Concat(post.Required, post.Unlabeled, post.Preferred) {
		for _, l := range lines {
			if len(q.Any) > 0 && slices.ContainsFunc(terms.Default().Find(l.Text), func(m terms.Match) bool { return slices.Contains(q.Any, m.Term.Name) }) {
				all = append(all, engine.Proof{Requirement: strings.Join(q.Any, " or "), Sentence: q.Sentence, Evidence: l.Text, Address: l.Address})
				break
			}
		}
	}
	return all
}

// letterScreen is the mode with the cover letter.
func (w *window) letterScreen() *shell.ModeView {
	p := &w.panes
	return &shell.ModeView{Text: "Letter", View: shell.View{
		Content: p.letter.Content,
		Name:    w.projectTitle,
		OnEnter: func() {
			p.letter.SetShown(true)
			p.letterPage.SetShown(true)
			if w.screens.width == preferences.Wide { // a letter is a page, which is large there
				p.letterPage.FitPage()
			}
			p.letter.Focus()
		},
		OnLeave: func() {
			p.letter.SetShown(false)
			p.letterPage.SetShown(false)
		},
		OnType: p.letter.Focus,
		OnKey: func(k *fyne.KeyEvent) bool {
			if k.Name != fyne.KeyEscape {
				return false
			}
			w.show(w.screens.write)
			return true
		},
	}}
}

// showLetter shows the cover letter.
func (w *window) showLetter() { w.show(w.screens.letter) }

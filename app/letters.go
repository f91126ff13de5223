package app

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/exporting"
	"resumax/app/letter"
	"resumax/app/preferences"
	"resumax/app/preparing"
	"resumax/app/preview"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/exchange/format"
	"resumax/interview"
	"resumax/interview/prep"
	engine "resumax/job/letter"
	"resumax/job/match"
	"resumax/job/posting"
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
		Variant: func() string { return w.session.Now().Variant },
		Posting: w.posting,
		Proofs:  w.proofs,
		Words: func() []string {
			words, _ := w.library.Words() // the scores say why there are none
			return words
		},
		Today: w.clock,
		Export: func(f *format.Format, l letter.Export) {
			if !w.exporter.Refuse(w.blockedIn(preparing.Letters(w.session.Now())), exporting.Exporting) {
				w.exporter.ExportOther(f, l.Suffix, l.Options)
			}
		},
		Notice:  w.offerUndo,
		OnKey:   w.shell.Key,
		Reveal:  w.session.Reveal,
		Options: w.setup.Options,
	}, w.threads)
}

// posting is the posting that the letter answers: that of the variant shown, or of the
// Tailor mode.
func (w *window) posting() (posting.Posting, string) {
	p, ok := w.matching.Posting()
	if !ok {
		return posting.Posting{}, ""
	}
	return p.Posting, p.ID
}

// proofs are what the resume shows of what the posting asks for, what counts most first.
func (w *window) proofs() (all []engine.Proof) {
	p, ok := w.matching.Posting()
	if !ok {
		return nil
	}
	now := w.session.Now()
	guard := interview.GuardOf(prep.Of(now.Project))
	r := match.Match(match.Input{Document: now.Document, Project: now.Project, Posting: p.Posting, Today: resume.DayOf(w.clock())})
	asked := slices.Clone(r.Requirements)
	slices.SortStableFunc(asked, func(a, b match.Requirement) int { return cmp.Compare(b.Weight, a.Weight) })
	for _, q := range asked {
		if q.State != match.Proved || q.Kind != posting.Term && q.Kind != posting.Other {
			continue
		}
		i := slices.IndexFunc(q.Evidence, func(e match.Evidence) bool {
			return !e.Project && !e.Hidden && e.Address.Parent().Last() == "highlights" && !guard.Holds(now.Document.TextAt(e.Address))
		})
		if i >= 0 {
			asked, words := askedFor(q)
			all = append(all, engine.Proof{Requirement: asked, Words: words, Sentence: q.Sentence, Evidence: q.Evidence[i].Quote, Address: q.Evidence[i].Address})
		}
	}
	return all
}

// askedFor is what a requirement is called within a sentence, and whether that is the posting's
// own words, which are no name: those of what has no term, and those that begin a sentence as
// verbs do.
func askedFor(q match.Requirement) (text string, words bool) {
	text = strings.TrimSpace(q.Text)
	switch {
	case len(q.Any) == 0:
		return text, true
	case len(q.Any) > 1 && q.Met != "":
		return q.Met, false // of several, what the proof is about
	case len(q.Any) > 1:
		return match.AnyOf(q.Any, q.Sentence, q.Language), false
	case text == "" || strings.EqualFold(text, q.Any[0]) && strings.HasPrefix(q.Sentence, text):
		return q.Any[0], false // without the capital of the sentence
	}
	return text, strings.HasPrefix(q.Sentence, text)
}

// letterScreen is the mode with the cover letter.
func (w *window) letterScreen() *shell.ModeView {
	p := &w.panes
	return &shell.ModeView{Text: tr.T("letters.letter", "Letter"), View: shell.View{
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
			w.back()
			return true
		},
	}}
}

// showLetter shows the cover letter.
func (w *window) showLetter() { w.leadTo(w.screens.letter) }

package prepare

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/resume"
	"resumax/widgets"
)

// fromConflict begins the key of numbers that exclude each other.
const fromConflict = "conflict:"

// claimParts are the fields of a number's defense.
func claimParts() []struct{ member, name, hint string } {
	return []struct{ member, name, hint string }{
		{"baseline", tr.T("prepare.baseline", "Baseline"), tr.T("prepare.what-it-was-before", "What it was before, and when: 900 ms in March")},
		{"window", tr.T("prepare.window", "Window"), tr.T("prepare.over-which-time-the", "Over which time: the 30 days after the release")},
		{"source", tr.T("prepare.source", "Source"), tr.T("prepare.who-measured-it-and", "Who measured it, and with what: the finance report, our Grafana")},
		{"share", tr.T("prepare.my-share", "My share"), tr.T("prepare.what-of-it-is", "What of it is yours: I designed it, two of us built it")},
	}
}

// numbers is the view of the claim ledger.
type numbers struct {
	pane  *Pane
	key   string
	claim interview.Claim
	built string
	sheet *sheet
	parts []*note
	state *widgets.Label
	block *widgets.TickRow
}

func newNumbers(p *Pane) *numbers { return &numbers{pane: p, sheet: newSheet()} }

func (v *numbers) filters() fyne.CanvasObject { return nil }
func (v *numbers) content() fyne.CanvasObject { return v.sheet.root }
func (v *numbers) selected() string           { return v.key }

func (v *numbers) rows() (all []item) {
	r := v.pane.report
	if r == nil {
		return nil
	}
	for i, c := range r.Contradictions {
		all = append(all, item{fmt.Sprint(fromConflict, i), widgets.QuestionText{Title: c.Text, Note: tr.T("prepare.contradiction", "Contradiction"), Warn: true, Dot: widgets.ColorBad}})
	}
	labels := r.Snapshot.Document.Labels()
	for _, c := range r.Ledger {
		t := widgets.QuestionText{Title: tr.T("prepare.in", "{{.Quote}} in “{{.Text}}”", tr.With{"Quote": resume.Plain(c.Quote), "Text": resume.Plain(r.Snapshot.Document.TextAt(c.Address))}), Aside: placeOf(labels, c.Address), Note: tr.T("prepare.to-defend", "To defend")}
		switch {
		case c.CannotDefend:
			t.Dot, t.Note, t.Warn = widgets.ColorBad, tr.T("prepare.cant-defend-blocks-exports", "Can’t defend: blocks exports"), true
		case c.Stale:
			t.Dot, t.Note, t.Warn = widgets.ColorWarn, tr.T("prepare.changed-since-you-defended", "Changed since you defended it"), true
		case c.Defended:
			t.Dot, t.Note = widgets.ColorGood, tr.T("prepare.defended-2", "Defended")
		}
		all = append(all, item{c.ID, t})
	}
	return all
}

func (v *numbers) show(key string) {
	r := v.pane.report
	other := key != v.key
	v.key = key
	if r == nil {
		return
	}
	var i int
	if n, _ := fmt.Sscanf(key, fromConflict+"%d", &i); n == 1 && i < len(r.Contradictions) {
		v.showConflict(r.Contradictions[i])
		return
	}
	c, ok := r.Claim(key)
	if !ok && v.claim.ID != "" && key == v.claim.ID {
		for _, o := range r.Ledger {
			if o.Address == v.claim.Address && o.Quote == v.claim.Quote {
				c, ok = o, true
				break
			}
		}
	}
	if !ok {
		v.showNothing()
		return
	}
	v.claim, v.key = c, c.ID
	kept, _ := r.Prep.Claim(c.ID)
	if built := fmt.Sprint("claim|", c.Address, c.Quote, c.Cites, c.Stale, kept.Quote, r.Snapshot.Document.TextAt(c.Address)); v.built != built {
		v.built = built
		v.build(c, kept)
	}
	for i, text := range []string{kept.Baseline, kept.Window, kept.Source, kept.Share} {
		v.parts[i].sync(text)
	}
	v.block.SetOn(c.CannotDefend)
	v.state.SetText(claimText(c, kept))
	if other && v.pane.choice.Selected() == viewNumbers {
		v.pane.mark(c.Address)
	}
}

// claimText says what is left to defend a number.
func claimText(c interview.Claim, kept prep.Claim) string {
	switch {
	case c.CannotDefend:
		return tr.T("prepare.no-version-with-this", "No version with this number is exported.")
	case c.Stale:
		return tr.T("prepare.the-number-is-another", "The number is another one now.")
	case c.Defended:
		return tr.T("prepare.defended-you-know-where", "Defended: you know where it is from, and what of it is yours.")
	}
	var missing []string
	if strings.TrimSpace(kept.Baseline) == "" && strings.TrimSpace(kept.Window) == "" {
		missing = append(missing, tr.T("prepare.a-baseline-or-a", "a baseline or a window"))
	}
	if strings.TrimSpace(kept.Source) == "" {
		missing = append(missing, tr.T("prepare.the-source", "the source"))
	}
	if strings.TrimSpace(kept.Share) == "" {
		missing = append(missing, tr.T("prepare.your-share", "your share"))
	}
	return tr.T("prepare.to-defend-it-note", "To defend it, note {{.Missing}}.", tr.With{"Missing": strings.Join(missing, ", ")})
}

func (v *numbers) showNothing() {
	if v.built == "nothing" {
		return
	}
	v.built = "nothing"
	v.sheet.set(nil, widgets.NewHeading(tr.T("prepare.numbers", "Numbers")),
		widgets.NewLabel(tr.T("prepare.every-number-of-your", "Every number of your resume is listed here once, for you to note what defends it: what it was before, over which time, who measured it, and what of it is yours.")),
		widgets.NewLabel(tr.T("prepare.there-is-none-yet", "There is none yet. A bullet with a number says more, and this is where you make sure that you can stand by it.")),
		container.NewHBox(mainly(tr.T("prepare.write-a-bullet", "Write a bullet"), v.pane.services.Write)))
}

func (v *numbers) showConflict(c interview.Contradiction) {
	built := fmt.Sprint("conflict|", c)
	if v.built == built {
		return
	}
	v.built = built
	objects := []fyne.CanvasObject{widgets.NewHeading(tr.T("prepare.these-numbers-exclude-each", "These numbers exclude each other")), widgets.NewLabel(c.Text)}
	for _, a := range c.Addresses {
		objects = append(objects, v.pane.quoteRow(a, v.pane.session.Now().Document.TextAt(a)))
	}
	objects = append(objects, widgets.NewMuted(tr.T("prepare.readers-who-do-the", "Readers who do the arithmetic stop believing the other numbers, too. Correct the one that is wrong.")),
		container.NewHBox(mainly(tr.T("prepare.edit", "Edit"), func() { v.pane.services.Edit(c.Addresses[0]) })))
	v.sheet.set(nil, objects...)
	v.pane.mark(c.Addresses[0])
}

func (v *numbers) build(c interview.Claim, kept prep.Claim) {
	p := v.pane
	v.parts, v.state = nil, widgets.NewMuted("")
	objects := []fyne.CanvasObject{widgets.NewTitle(resume.Plain(c.Quote)), p.quoteRow(c.Address, p.session.Now().Document.TextAt(c.Address))}
	if c.Stale {
		holds := widgets.NewButton(tr.T("prepare.it-still-holds", "It still holds"), func() {
			v.keep(tr.T("prepare.defend-a-number", "Defend a number"), func(k *prep.Claim) { k.Hash, k.Quote = v.claim.Hash, v.claim.Quote })
		})
		about := widgets.NewLabel(tr.T("prepare.the-number-was-when", "The number was “{{.Quote}}” when you noted this. Check what still holds.", tr.With{"Quote": resume.Plain(kept.Quote)}))
		objects = append(objects, widgets.NewBand(inset(widgets.NewColumn(8, about, container.NewHBox(holds)), 10, 10), widgets.ColorWarnSoft))
	}
	for _, f := range claimParts() {
		n := p.newLine(f.hint, func() resume.Address { return memberAt(p.session.Now().Project, "claims", v.key, f.member) },
			func(text string) {
				v.keep(tr.T("prepare.defend-a-number", "Defend a number"), func(k *prep.Claim) { setClaim(k, f.member, text) })
			})
		v.parts = append(v.parts, n)
		objects = append(objects, widgets.NewField(f.name, n.entry))
	}
	v.block = widgets.NewTickRow(tr.T("prepare.i-cant-defend-it", "I can’t defend it: no version with this number is exported"), false, func(on bool) {
		label := tr.T("prepare.cant-defend-a-number", "Can’t defend a number")
		if !on {
			label = tr.T("prepare.can-defend-a-number", "Can defend a number")
		}
		v.keep(label, func(k *prep.Claim) { k.CannotDefend, k.Hash, k.Quote = on, v.claim.Hash, v.claim.Quote })
	})
	objects = append(objects, v.block)
	var figures []fyne.CanvasObject
	seen := map[string]bool{}
	for _, card := range p.report.Cards {
		if card.Address != c.Address {
			continue
		}
		for _, f := range card.Arithmetic {
			if !seen[f.Text] {
				seen[f.Text] = true
				figures = append(figures, widgets.NewLabel(f.Text))
			}
		}
	}
	objects = append(objects, part(tr.T("prepare.the-arithmetic-of-its", "The arithmetic of its bullet"), figures...))
	var cites []fyne.CanvasObject
	for _, a := range c.Cites {
		cites = append(cites, p.quoteRow(a, p.session.Now().Project.TextAt(a)))
	}
	objects = append(objects, part(tr.T("prepare.said-again", "Said again"), cites...))
	ask := widgets.NewButton(tr.T("prepare.its-questions", "Its questions"), func() { p.ShowLine(v.claim.Address) })
	foot := widgets.NewBorder(nil, nil, nil, ask, container.New(layout.NewCustomPaddedLayout(8, 0, 0, 8), v.state))
	v.sheet.set(foot, objects...)
	v.sheet.scroll.ScrollToTop()
}

func setClaim(k *prep.Claim, member, text string) {
	switch member {
	case "baseline":
		k.Baseline = text
	case "window":
		k.Window = text
	case "source":
		k.Source = text
	case "share":
		k.Share = text
	}
}

// keep changes what is kept of the number, as one step.
func (v *numbers) keep(label string, change func(*prep.Claim)) {
	p, c := v.pane, v.claim
	view := p.session.Now().View
	p.edit(label, "claims", func(d resume.Document) (resume.Document, error) {
		d, of, id, err := c.Identify(d, view)
		if err != nil {
			return d, err
		}
		all := prep.Of(d)
		kept, had := all.Claim(id)
		if !had {
			kept, had = all.Claim(c.ID)
		}
		if !had {
			kept.Hash, kept.Quote = c.Hash, c.Quote
		}
		kept.ID, kept.Of = id, of
		change(&kept)
		v.key, v.claim.ID = id, id
		return prep.PutClaim(d, kept)
	})
}

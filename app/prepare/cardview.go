package prepare

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/preparing"
	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/resume"
	"resumax/widgets"
)

// cardView shows one question with all that belongs to it.
type cardView struct {
	pane  *Pane
	sheet *sheet
	built string // what is shown
	notes *note
	ticks []*widgets.TickRow
	state *widgets.Label
	ask   *widgets.Button
}

func newCardView(p *Pane) *cardView {
	v := &cardView{pane: p, sheet: newSheet(), state: widgets.NewMuted("")}
	return v
}

// showNothing teaches what the mode is for.
func (v *cardView) showNothing() {
	r := v.pane.report
	built := "nothing"
	switch {
	case r == nil:
	case len(r.Cards) == 0:
		built = "empty"
	default:
		built = "filtered"
	}
	if v.built == built {
		return
	}
	v.built, v.notes = built, nil
	switch built {
	case "empty":
		v.sheet.set(nil, widgets.NewHeading(tr.T("prepare.no-questions-yet", "No questions yet")),
			widgets.NewLabel(tr.T("prepare.questions-come-from-what", "Questions come from what your resume says: each number asks to be defended, each technology asks why that one, each strong bullet is a story, and a gap asks for one sentence.")),
			widgets.NewLabel(tr.T("prepare.write-a-bullet-with", "Write a bullet with a number or a tool in it, and its questions are here.")),
			container.NewHBox(mainly(tr.T("prepare.write-a-bullet", "Write a bullet"), v.pane.services.Write)))
	case "filtered":
		v.sheet.set(nil, widgets.NewHeading(tr.T("prepare.nothing-here", "Nothing here")), widgets.NewLabel(tr.T("prepare.no-question-is-left", "No question is left by these filters. If you filtered for what is to be practiced: well done, there is nothing due today.")),
			container.NewHBox(widgets.NewButton(tr.T("prepare.show-all", "Show all"), func() {
				v.pane.cards().reset()
				v.pane.head.unmark()
				v.pane.cards().filtered()
			})))
	default:
		v.sheet.set(nil)
	}
}

// show shows a card.
func (v *cardView) show(c interview.Card) {
	r := v.pane.report
	kept, _ := r.Prep.Card(c.ID)
	built := v.shape(c, kept)
	if v.built != built {
		v.built = built
		v.build(c, kept)
	}
	v.notes.sync(kept.Notes)
	for i, t := range v.ticks {
		t.SetOn(slices.Contains(kept.Ticked, i))
	}
	v.state.SetText(stateText(c, kept, r))
}

// shape is what a card shows besides what is typed and ticked.
func (v *cardView) shape(c interview.Card, kept prep.Card) string {
	r := v.pane.report
	u := r.Uses[c.ID]
	return fmt.Sprint(c.Kind, c.Address, c.Audience, likely(c.Likelihood), c.Quote, c.Question, c.Why, c.Points, c.FollowUps, c.Arithmetic, u, len(r.Prep.Stories), kept.Dismissed, c.Stale(r.Prep), v.asked(c))
}

// stateText says how far a card is practiced.
func stateText(c interview.Card, kept prep.Card, r *preparing.Report) string {
	switch {
	case kept.Dismissed:
		return tr.T("prepare.left-out-it-is", "Left out: it is neither practiced nor counted.")
	case c.Stale(r.Prep):
		return tr.T("prepare.the-number-has-changed-since", "The number has changed since you practiced this. Practice it again.")
	case kept.Review.IsNew():
		return tr.T("prepare.not-practiced-yet", "Not practiced yet")
	}
	return tr.T("prepare.practiced-again", "Practiced {{.Times}}, again {{.When}}", tr.With{"Times": times(kept.Review.Reps), "When": dueText(kept.Review.Due, r.Today)})
}

func times(n int) string {
	switch n {
	case 1:
		return tr.T("prepare.once", "once")
	case 2:
		return tr.T("prepare.twice", "twice")
	}
	return tr.N("prepare.times", "{{.Count}} time", "{{.Count}} times", n)
}

// asked are the real questions about the card's line.
func (v *cardView) asked(c interview.Card) []string {
	r := v.pane.report
	id := preparing.Lines(r.Snapshot).ID(c.Address)
	var all []string
	for _, a := range r.Prep.AskedAbout(id) {
		all = append(all, wentText(tr.Quoted(a.Text), a.Went))
	}
	return all
}

func (v *cardView) build(c interview.Card, kept prep.Card) {
	p := v.pane
	v.ticks = nil
	var points []fyne.CanvasObject
	for i, text := range c.Points {
		t := widgets.NewTickRow(text, false, func(on bool) { v.tick(i, on) })
		v.ticks = append(v.ticks, t)
		points = append(points, t)
	}
	v.notes = p.newNote(tr.T("prepare.your-notes-the-sentence", "Your notes: the sentence you would begin with"), 2, func() resume.Address { return v.addressOf("notes") }, func(text string) {
		p.keepCard(tr.T("prepare.notes", "Notes"), p.cards().card, func(k *prep.Card) error { k.Notes = text; return nil })
	})
	about := []string{kindNames()[c.Kind], tr.T("prepare.asked-by-a", "asked by a {{.Who}}", tr.With{"Who": tr.Lower(audienceNames()[c.Audience])}), likely(c.Likelihood)}
	var asked []fyne.CanvasObject
	for _, text := range v.asked(c) {
		asked = append(asked, widgets.NewLabel(text))
	}
	v.sheet.set(v.newFoot(c, kept),
		widgets.NewColumn(6, widgets.NewMuted(strings.Join(about, " · ")), widgets.NewTitle(c.Question)),
		p.quoteRow(c.Address, c.Quote),
		part(tr.T("prepare.why-it-is-asked", "Why it is asked"), widgets.NewLabel(c.Why)),
		part(tr.T("prepare.a-good-answer-holds", "A good answer holds"), points...),
		part(tr.T("prepare.the-arithmetic", "The arithmetic"), p.figures(c)...),
		part(tr.T("prepare.then-they-ask", "Then they ask"), numbered(c.FollowUps)...),
		v.story(c),
		part(tr.T("prepare.you-were-asked", "You were asked"), asked...),
		part(tr.T("prepare.notes", "Notes"), v.notes.entry))
	v.sheet.scroll.ScrollToTop()
}

func (v *cardView) newFoot(c interview.Card, kept prep.Card) fyne.CanvasObject {
	p := v.pane
	leave := quietly(tr.T("prepare.leave-out", "Leave out"), func() { v.dismiss(true) })
	if kept.Dismissed {
		leave = quietly(tr.T("prepare.bring-back", "Bring back"), func() { v.dismiss(false) })
	}
	v.ask = widgets.NewButton(tr.T("prepare.practice-this-one", "Practice this one"), func() { p.practice.begin([]interview.Card{p.cards().card}) })
	return widgets.NewBorder(nil, nil, nil, container.NewHBox(leave, v.ask), container.New(layout.NewCustomPaddedLayout(8, 0, 0, 8), v.state))
}

func (v *cardView) dismiss(on bool) {
	p := v.pane
	label := tr.T("prepare.leave-out-a-question", "Leave out a question")
	if !on {
		label = tr.T("prepare.bring-back-a-question", "Bring back a question")
	}
	if _, ok := p.keepCard(label, p.cards().card, func(k *prep.Card) error { k.Dismissed = on; return nil }); ok && on {
		p.services.Shell.Toaster.Show(tr.T("prepare.left-the-question-out", "Left the question out"), tr.T("prepare.undo", "Undo"), func() { p.session.Undo() })
	}
}

// tick notes which points an answer has.
func (v *cardView) tick(i int, on bool) {
	v.pane.keepCard(tr.T("prepare.tick", "Tick"), v.pane.cards().card, func(k *prep.Card) error {
		k.Ticked = slices.DeleteFunc(slices.Clone(k.Ticked), func(n int) bool { return n == i })
		if on {
			k.Ticked = append(k.Ticked, i)
			slices.Sort(k.Ticked)
		}
		return nil
	})
}

// addressOf is where a member of what is kept of the card is, "" before it is kept.
func (v *cardView) addressOf(member string) resume.Address {
	return memberAt(v.pane.session.Now().Project, "cards", v.pane.cards().card.ID, member)
}

// memberAt is where a member of a kept thing is, "" where it is not kept.
func memberAt(d resume.Document, list, id, member string) resume.Address {
	at := prep.Address.Child(list)
	items, _ := d.Get(at)
	for i, item := range items.Items() {
		if m, _ := item.Get("id"); m.Str() == id && id != "" {
			return at.Item(i).Child(member)
		}
	}
	return ""
}

// quoteRow shows what of the resume a question is about; a tap shows it on the page.
func (p *Pane) quoteRow(a resume.Address, quote string) fyne.CanvasObject {
	now := p.session.Now().Document
	edit := widgets.NewIconButton(theme.DocumentCreateIcon(), tr.T("prepare.edit-it", "Edit it"), func() { p.services.Edit(a) })
	row := widgets.NewActionRow("", tr.Quoted(resume.Plain(quote)), tr.Place(now.Labels().Of(a)), edit)
	row.OnTapped = func() { p.services.Look(a) }
	return widgets.NewBand(inset(row, 2, 2), widgets.ColorCard)
}

// figures are what follows from a card's number.
func (p *Pane) figures(c interview.Card) (all []fyne.CanvasObject) {
	for _, f := range c.Arithmetic {
		all = append(all, widgets.NewLabel(f.Text))
	}
	return all
}

func numbered(texts []string) (all []fyne.CanvasObject) {
	for i, t := range texts {
		all = append(all, container.New(hanging{}, widgets.NewLabel(fmt.Sprintf("%d", i+1)), widgets.NewLabel(t)))
	}
	return all
}

// story says which story answers a card, nil for cards that ask for none.
func (v *cardView) story(c interview.Card) fyne.CanvasObject {
	r, p := v.pane.report, v.pane
	switch c.Kind {
	case interview.Star, interview.Role, interview.Required:
	default:
		return nil
	}
	u, ok := r.Uses[c.ID]
	var row *widgets.ActionRow
	choose := widgets.NewButton(tr.T("prepare.choose", "Choose…"), func() { p.stories().chooseFor(c) })
	choose.Importance = widget.LowImportance
	switch i := slices.IndexFunc(r.Prep.Stories, func(s prep.Story) bool { return ok && s.ID == u.Story }); {
	case i >= 0:
		s := r.Prep.Stories[i]
		detail := tr.T("prepare.it-answers-this", "It answers this.")
		color := widgets.ColorGood
		if u.Fit == prep.Partial {
			detail, color = tr.T("prepare.it-answers-this-in", "It answers this in part."), widgets.ColorWarn
		}
		if u.Twice {
			detail += " " + tr.T("prepare.you-tell-it-for", "You tell it for another question, too: two people may hear it twice.")
			color = widgets.ColorWarn
		}
		row = widgets.NewActionRow(tr.Word(string(u.Fit)), s.Title, detail, choose)
		row.SetBadgeColor(color)
		row.OnTapped = func() { p.goTo(viewStories, s.ID) }
	case len(r.Prep.Stories) > 0:
		row = widgets.NewActionRow(tr.T("prepare.none", "none"), tr.T("prepare.no-story-answers-this", "No story answers this yet"), "", choose)
		row.SetBadgeColor(widgets.ColorBad)
	case c.Kind == interview.Star:
		row = widgets.NewActionRow("", tr.T("prepare.write-the-story-of", "Write the story of this bullet"), tr.T("prepare.situation-task-action-result", "Situation, task, action, result, and what you learned. Action and result are filled in."))
		row.OnTapped = func() { p.goTo(viewStories, fromCard+c.ID) }
	default:
		return nil
	}
	return part(tr.T("prepare.your-story", "Your story"), row)
}

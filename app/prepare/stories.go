package prepare

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/preparing"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/resume"
	"resumax/widgets"
)

// fromCard begins the key of a bullet that asks for a story which is not written yet.
const fromCard = "card:"

// storyParts are the fields of a story, with what each is for.
func storyParts() []struct{ member, name, hint string } {
	return []struct{ member, name, hint string }{
		{"situation", tr.T("prepare.situation", "Situation"), tr.T("prepare.where-and-when-and", "Where and when, and why it mattered. Two sentences.")},
		{"task", tr.T("prepare.task", "Task"), tr.T("prepare.what-you-were-to", "What you were to do, and what made it hard.")},
		{"action", tr.T("prepare.action", "Action"), tr.T("prepare.what-you-did-first", "What you did: first, second, third. Say I where it was you.")},
		{"result", tr.T("prepare.result", "Result"), tr.T("prepare.what-came-of-it", "What came of it, in the resume’s number.")},
		{"reflection", tr.T("prepare.reflection", "Reflection"), tr.T("prepare.what-you-would-do", "What you would do differently, and what you took along.")},
	}
}

// stories is the view of the stories.
type stories struct {
	pane   *Pane
	key    string
	built  string
	sheet  *sheet
	title  *note
	parts  []*storyPart
	spoken *widgets.Label
	whole  *widgets.Label
	fits   *fyne.Container
}

// storyPart is one field of a story with what is to improve.
type storyPart struct {
	note  *note
	frame *widgets.Field
}

func newStories(p *Pane) *stories {
	return &stories{pane: p, sheet: newSheet()}
}

func (v *stories) filters() fyne.CanvasObject { return nil }
func (v *stories) content() fyne.CanvasObject { return v.sheet.root }
func (v *stories) selected() string           { return v.key }

func (v *stories) rows() (all []item) {
	r := v.pane.report
	if r == nil {
		return nil
	}
	lines := preparing.Lines(r.Snapshot)
	told := map[resume.ID]bool{}
	for _, s := range r.Prep.Stories {
		told[s.Of] = true
		n := len(s.Check(lines.Text(s.Of)))
		t := widgets.QuestionText{Title: s.Title, Note: tr.T("prepare.complete", "Complete"), Dot: widgets.ColorGood, Aside: clockText(s.Spoken())}
		if t.Title == "" {
			t.Title = tr.T("prepare.story-without-a-title", "Story without a title")
		}
		if n > 0 {
			t.Note, t.Dot = tr.N("prepare.to-improve", "{{.Count}} thing to improve", "{{.Count}} things to improve", n), widgets.ColorWarn
		}
		all = append(all, item{s.ID, t})
	}
	labels := r.Snapshot.Document.Labels()
	for _, c := range r.Cards {
		if id := lines.ID(c.Address); c.Kind != interview.Star || id != "" && told[id] {
			continue
		}
		all = append(all, item{fromCard + c.ID, widgets.QuestionText{Title: resume.Plain(c.Quote), Note: tr.T("prepare.worth-a-story", "Worth a story · {{.Place}}", tr.With{"Place": placeOf(labels, c.Address)})}})
	}
	return all
}

func clockText(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }

// story is the story that is shown.
func (v *stories) story() (prep.Story, bool) {
	r := v.pane.report
	i := slices.IndexFunc(r.Prep.Stories, func(s prep.Story) bool { return s.ID == v.key })
	if i < 0 {
		return prep.Story{}, false
	}
	return r.Prep.Stories[i], true
}

func (v *stories) show(key string) {
	r := v.pane.report
	other := key != v.key
	v.key = key
	if r == nil {
		return
	}
	if id, ok := strings.CutPrefix(key, fromCard); ok {
		if c, ok := r.Card(id); ok {
			v.offer(c)
			if other && v.pane.choice.Selected() == viewStories {
				v.pane.mark(c.Address)
			}
			return
		}
	}
	s, ok := v.story()
	if !ok {
		v.showNothing()
		return
	}
	lines := preparing.Lines(r.Snapshot)
	if built := "story|" + s.ID; v.built != built {
		v.built = built
		v.build(s, lines.At(s.Of))
	}
	v.sync(s, lines)
	if at := lines.At(s.Of); other && at != "" && v.pane.choice.Selected() == viewStories {
		v.pane.mark(at)
	}
}

func (v *stories) showNothing() {
	if v.built == "nothing" {
		return
	}
	v.built, v.parts = "nothing", nil
	v.sheet.set(nil, widgets.NewHeading(tr.T("prepare.stories", "Stories")),
		widgets.NewLabel(tr.T("prepare.half-of-what-interviews", "Half of what interviews ask is “Tell me about a time…”. Four or five stories answer most of it: each with a situation, a task, what you did, what came of it, and what you learned.")),
		widgets.NewLabel(tr.T("prepare.a-bullet-with-an", "A bullet with an action and a number becomes a story. Write one, and it is offered here with its action and its result filled in.")),
		container.NewHBox(mainly(tr.T("prepare.write-a-bullet", "Write a bullet"), v.pane.services.Write)))
}

// offer offers to write the story of a bullet.
func (v *stories) offer(c interview.Card) {
	built := "offer|" + c.ID + c.Quote
	if v.built == built {
		return
	}
	v.built, v.parts = built, nil
	s := c.Prefill()
	begun := part(tr.T("prepare.action-and-result", "Action and result"), widgets.NewLabel(s.Action))
	if s.Action != s.Result {
		begun = widgets.NewColumn(14, part(tr.T("prepare.action", "Action"), widgets.NewLabel(s.Action)), part(tr.T("prepare.result", "Result"), widgets.NewLabel(s.Result)))
	}
	v.sheet.set(nil, widgets.NewHeading(tr.T("prepare.this-bullet-is-worth", "This bullet is worth a story")), v.pane.quoteRow(c.Address, c.Quote),
		widgets.NewLabel(tr.T("prepare.your-story-begins-with", "Your story begins with what the bullet says. Situation, task and what you learned are yours to add: together two minutes, some 250 words.")),
		begun,
		container.NewHBox(mainly(tr.T("prepare.write-this-story", "Write this story"), func() { v.write(c) })))
}

// write begins the story of a card's bullet.
func (v *stories) write(c interview.Card) {
	p := v.pane
	view := p.session.Now().View
	id := ""
	ok := p.edit(tr.T("prepare.write-a-story", "Write a story"), "stories", func(d resume.Document) (resume.Document, error) {
		d, of, _, err := c.Identify(d, view)
		if err != nil {
			return d, err
		}
		s := c.Prefill()
		s.Of = of
		d, id, err = prep.PutStory(d, s)
		return d, err
	})
	if !ok {
		return
	}
	p.goTo(viewStories, id)
	if len(v.parts) > 0 {
		p.services.Shell.Focus(v.parts[0].note.entry)
	}
}

func (v *stories) at(member string) func() resume.Address {
	return func() resume.Address { return memberAt(v.pane.session.Now().Project, "stories", v.key, member) }
}

func (v *stories) build(s prep.Story, at resume.Address) {
	p := v.pane
	v.parts, v.fits = nil, widgets.NewColumn(2)
	v.title = p.newLine(tr.T("prepare.a-name-for-the", "A name for the story"), v.at("title"), nil)
	v.spoken, v.whole = widgets.NewMuted(""), widgets.NewLabel("")
	v.whole.SetColor(widgets.ColorWarn)
	objects := []fyne.CanvasObject{widgets.NewField(tr.T("prepare.title", "Title"), v.title.entry)}
	if at != "" {
		objects = append(objects, p.quoteRow(at, p.session.Now().Document.TextAt(at)))
	}
	objects = append(objects, v.whole)
	for _, f := range storyParts() {
		n := p.newNote(f.hint, 2, v.at(f.member), nil)
		part := &storyPart{n, widgets.NewField(f.name, n.entry)}
		v.parts = append(v.parts, part)
		objects = append(objects, part.frame)
	}
	objects = append(objects, part(tr.T("prepare.it-answers", "It answers"), v.fits))
	remove := quietly(tr.T("prepare.delete-story", "Delete story"), v.remove)
	foot := widgets.NewBorder(nil, nil, nil, remove, container.New(layout.NewCustomPaddedLayout(8, 0, 0, 8), v.spoken))
	v.sheet.set(foot, objects...)
	v.sheet.scroll.ScrollToTop()
}

// sync shows the texts, and what is to improve.
func (v *stories) sync(s prep.Story, lines preparing.Identified) {
	v.title.sync(s.Title)
	texts := s.Parts()
	faults := s.Check(lines.Text(s.Of))
	var whole []string
	for i, f := range v.parts {
		f.note.sync(texts[i].Text)
		var problems []string
		for _, fault := range faults {
			if fault.Part == storyParts()[i].name && strings.TrimSpace(texts[i].Text) != "" {
				problems = append(problems, fault.Text)
			}
		}
		f.frame.SetProblem(strings.Join(problems, " "))
	}
	for _, fault := range faults {
		if fault.Part == "" {
			whole = append(whole, fault.Text)
		}
	}
	v.whole.SetText(strings.Join(whole, " "))
	v.whole.Hidden = len(whole) == 0
	missing := 0
	for _, t := range texts {
		if strings.TrimSpace(t.Text) == "" {
			missing++
		}
	}
	said := tr.T("prepare.told-aloud-of-2", "Told aloud: {{.Clock}} of 2:00.", tr.With{"Clock": clockText(s.Spoken())})
	if missing > 0 {
		said += " " + tr.N("prepare.to-fill", "{{.Count}} part to fill.", "{{.Count}} parts to fill.", missing)
	}
	v.spoken.SetText(said)
	v.showFits(s)
}

// showFits lists the questions that the story answers.
func (v *stories) showFits(s prep.Story) {
	r := v.pane.report
	v.fits.RemoveAll()
	for _, c := range r.Cards {
		u, ok := r.Uses[c.ID]
		if !ok || u.Story != s.ID {
			continue
		}
		detail := ""
		if u.Twice {
			detail = tr.T("prepare.the-same-story-answers", "The same story answers another question before this one.")
		}
		row := widgets.NewActionRow(string(u.Fit), c.Question, detail)
		if u.Fit == prep.Partial || u.Twice {
			row.SetBadgeColor(widgets.ColorWarn)
		}
		row.OnTapped = func() {
			v.pane.cards().reset()
			v.pane.goTo(viewCards, c.ID)
		}
		v.fits.Add(row)
	}
	if len(v.fits.Objects) == 0 {
		v.fits.Add(widgets.NewMuted(tr.T("prepare.no-question-of-the", "No question of the list yet. A question can be given this story where it is shown.")))
	}
	v.fits.Refresh()
}

func (v *stories) remove() {
	p, id := v.pane, v.key
	if p.edit(tr.T("prepare.delete-story", "Delete story"), "stories", func(d resume.Document) (resume.Document, error) { return prep.DeleteStory(d, id) }) {
		p.services.Shell.Toaster.Show(tr.T("prepare.deleted-the-story", "Deleted the story"), tr.T("prepare.undo", "Undo"), func() { p.session.Undo() })
	}
}

// chooseFor lets the user choose the story that answers a card.
func (v *stories) chooseFor(c interview.Card) {
	p := v.pane
	kept := p.report.Prep.Stories
	options := make([]shell.Option, 0, len(kept)+1)
	for _, s := range kept {
		options = append(options, shell.Option{Title: s.Title})
	}
	options = append(options, shell.Option{Title: tr.T("prepare.as-the-program-finds", "As the program finds it")})
	p.services.Shell.Choose(tr.T("prepare.which-story-answers-this", "Which story answers this?"), tr.T("prepare.search-stories", "Search stories"), options, func(i int) {
		view := p.session.Now().View
		p.edit(tr.T("prepare.choose-a-story", "Choose a story"), "answers", func(d resume.Document) (resume.Document, error) {
			d, _, id, err := c.Identify(d, view)
			if err != nil {
				return d, err
			}
			if i >= len(kept) {
				return prep.SetAnswer(d, id, "")
			}
			return prep.SetAnswer(d, id, kept[i].ID)
		})
	})
}

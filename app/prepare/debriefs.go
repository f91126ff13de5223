package prepare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/interview/prep"
	"resumax/job/application"
	"resumax/resume"
	"resumax/widgets"
)

// debriefs is the view of what was asked in real interviews.
type debriefs struct {
	pane  *Pane
	key   string
	built string
	sheet *sheet
	above fyne.CanvasObject
	day   *widgets.TextField
	frame *widgets.Field
	of    *widgets.Dropdown
	notes *note
	add   *widgets.TextField
}

func newDebriefs(p *Pane) *debriefs {
	v := &debriefs{pane: p, sheet: newSheet()}
	v.above = inset(container.NewHBox(widgets.NewButtonWithIcon(tr.T("prepare.debrief-an-interview", "Debrief an interview"), theme.ContentAddIcon(), v.begin)), 0, gap)
	return v
}

func (v *debriefs) filters() fyne.CanvasObject { return v.above }
func (v *debriefs) content() fyne.CanvasObject { return v.sheet.root }
func (v *debriefs) selected() string           { return v.key }

func (v *debriefs) rows() (all []item) {
	r := v.pane.report
	if r == nil {
		return nil
	}
	kept := slices.Clone(r.Prep.Debriefs)
	slices.SortStableFunc(kept, func(a, b prep.Debrief) int { return cmp.Compare(b.Day.ISO(), a.Day.ISO()) })
	for _, b := range kept {
		t := widgets.QuestionText{Title: v.applicationName(b.Application), Note: tr.N("prepare.questions-asked", "{{.Count}} question asked", "{{.Count}} questions asked", len(b.Asked)), Aside: dayText(b.Day, r.Today), Dot: worst(b)}
		all = append(all, item{b.ID, t})
	}
	return all
}

// worst is the color of how an interview went at its worst.
func worst(b prep.Debrief) fyne.ThemeColorName {
	least := 0
	for _, a := range b.Asked {
		if a.Went > 0 && (least == 0 || a.Went < least) {
			least = a.Went
		}
	}
	switch {
	case least == 0:
		return ""
	case least >= 4:
		return widgets.ColorGood
	case least >= 2:
		return widgets.ColorWarn
	}
	return widgets.ColorBad
}

func (v *debriefs) applicationName(id string) string {
	if a, ok := application.Find(v.pane.session.Now().Project, id); ok {
		return a.Name()
	}
	return tr.T("prepare.interview", "Interview")
}

func (v *debriefs) debrief() (prep.Debrief, bool) {
	r := v.pane.report
	i := slices.IndexFunc(r.Prep.Debriefs, func(b prep.Debrief) bool { return b.ID == v.key })
	if i < 0 {
		return prep.Debrief{}, false
	}
	return r.Prep.Debriefs[i], true
}

func (v *debriefs) show(key string) {
	v.key = key
	if v.pane.report == nil {
		return
	}
	b, ok := v.debrief()
	if !ok {
		v.showNothing()
		return
	}
	built := fmt.Sprint("debrief|", b.ID, len(b.Asked))
	for _, a := range b.Asked {
		built += fmt.Sprint("|", a.Went, a.Card, a.Kind)
	}
	if v.built != built {
		v.built = built
		v.build(b)
	}
	v.of.SetText(v.applicationName(b.Application))
	if v.day.Text == "" || !isDay(application.TypedDay(v.day.Text, v.pane.today())) || application.TypedDay(v.day.Text, v.pane.today()) != b.Day {
		v.day.SetTextQuiet(b.Day.ISO())
	}
	v.notes.sync(b.Notes)
}

func (v *debriefs) showNothing() {
	if v.built == "nothing" {
		return
	}
	v.built = "nothing"
	v.sheet.set(nil, widgets.NewHeading(tr.T("prepare.after-an-interview", "After an interview")),
		widgets.NewLabel(tr.T("prepare.note-what-you-were", "Note what you were asked and how it went, while you remember it. It becomes questions to practice, makes questions of its kind likelier, and is shown with the bullet that it was about.")),
		widgets.NewLabel(tr.T("prepare.the-second-interview-asks", "The second interview asks much of what the first one did.")),
		container.NewHBox(mainly(tr.T("prepare.debrief-an-interview", "Debrief an interview"), v.begin)))
}

// Debrief shows what an interview of an application asked: the newest one, or a new one where
// nothing was noted yet.
func (p *Pane) Debrief(application string) {
	p.services.Preparing.Settle(settleTime)
	if p.report == nil {
		return
	}
	v := p.views[viewDebriefs].(*debriefs)
	for _, b := range slices.Backward(p.report.Prep.Debriefs) {
		if b.Application == application {
			p.goTo(viewDebriefs, b.ID)
			return
		}
	}
	v.create(application)
}

// begin adds a debrief of the application that the interview was most likely for.
func (v *debriefs) begin() { v.create(v.likely()) }

// likely is the application that had an interview last, else that of the posting that is answered,
// "" for none.
func (v *debriefs) likely() (id string) {
	p := v.pane
	last := resume.Date{}
	for _, a := range application.List(p.session.Now().Project) {
		for _, m := range a.Interviews {
			if isDay(m.Day) && daysUntil(m.Day, p.today()) <= 0 && (last.IsZero() || daysUntil(m.Day, last) >= 0) {
				id, last = a.ID, m.Day
			}
		}
		if id == "" && p.report != nil && p.report.Posting != nil && a.Posting == p.report.Posting.ID {
			id = a.ID
		}
	}
	return id
}

// create adds a debrief of an application's last interview, else of today.
func (v *debriefs) create(of string) {
	p := v.pane
	id := ""
	ok := p.edit(tr.T("prepare.debrief", "Debrief"), "debriefs", func(d resume.Document) (resume.Document, error) {
		b := prep.Debrief{Day: p.today(), Application: of}
		if a, ok := application.Find(d, of); ok {
			for _, m := range a.Interviews {
				if isDay(m.Day) && daysUntil(m.Day, p.today()) <= 0 {
					b.Day = m.Day
				}
			}
		}
		var err error
		d, id, err = prep.PutDebrief(d, b)
		return d, err
	})
	if ok {
		p.goTo(viewDebriefs, id)
		if v.add != nil {
			p.services.Shell.Focus(v.add)
		}
	}
}

// change changes the debrief that is shown, as one step.
func (v *debriefs) change(label string, change func(d resume.Document, b *prep.Debrief) (resume.Document, error)) bool {
	id := v.key
	return v.pane.edit(label, "debriefs", func(d resume.Document) (resume.Document, error) {
		all := prep.Of(d)
		i := slices.IndexFunc(all.Debriefs, func(b prep.Debrief) bool { return b.ID == id })
		if i < 0 {
			return d, nil
		}
		b := all.Debriefs[i]
		b.Asked = slices.Clone(b.Asked)
		d, err := change(d, &b)
		if err != nil {
			return d, err
		}
		d, _, err = prep.PutDebrief(d, b)
		return d, err
	})
}

func (v *debriefs) build(b prep.Debrief) {
	p := v.pane
	v.of = widgets.NewDropdown("", v.chooseApplication)
	v.day = widgets.NewTextField(tr.T("prepare.2026-03-15-or", "2026-03-15 or Mar 15"))
	v.frame = widgets.NewField(tr.T("prepare.day", "Day"), v.day)
	v.day.OnKey = p.services.OnKey
	v.day.OnChanged = func(text string) {
		day := application.TypedDay(text, p.today())
		v.frame.SetProblem("")
		v.frame.SetParsed("")
		switch {
		case isDay(day):
			v.frame.SetParsed(tr.FullDay(timeOf(day)))
			v.change(tr.T("prepare.day-of-an-interview", "Day of an interview"), func(d resume.Document, b *prep.Debrief) (resume.Document, error) {
				b.Day = day
				return d, nil
			})
		case text != "":
			v.frame.SetProblem(tr.T("prepare.not-a-day-yet", "Not a day yet"))
		}
	}
	v.notes = p.newNote(tr.T("prepare.what-you-noticed-who", "What you noticed: who asked, what they care about, what to do better"), 2,
		func() resume.Address { return memberAt(p.session.Now().Project, "debriefs", v.key, "notes") }, nil)
	v.add = widgets.NewTextField(tr.T("prepare.a-question-they-asked", "A question they asked, then Enter"))
	v.add.OnKey = p.services.OnKey
	v.add.OnSubmitted = func(text string) { v.addAsked(text) }
	var rows []fyne.CanvasObject
	for i, a := range b.Asked {
		rows = append(rows, v.askedRow(i, a))
	}
	rows = append(rows, widgets.NewBorder(nil, nil, nil, widgets.NewButton(tr.T("prepare.add", "Add"), func() { v.addAsked(v.add.Text) }), v.add))
	remove := quietly(tr.T("prepare.delete-debrief", "Delete debrief"), v.remove)
	v.sheet.set(container.NewHBox(remove), widgets.NewHeading(tr.T("prepare.what-they-asked", "What they asked")),
		widgets.NewField(tr.T("prepare.application", "Application"), v.of), v.frame, part(tr.T("prepare.questions", "Questions"), rows...), widgets.NewField(tr.T("prepare.notes", "Notes"), v.notes.entry))
}

// wentNames say how an answer went, from 1 to 5.
func wentNames() []string {
	return []string{tr.T("prepare.badly", "Badly"), tr.T("prepare.weak", "Weak"), tr.T("prepare.so-so", "So-so"), tr.T("prepare.well", "Well"), tr.T("prepare.very-well", "Very well")}
}

// wentText is a question with how its answer went.
func wentText(question string, n int) string {
	if n < 1 || n > len(wentNames()) {
		return question
	}
	return tr.T("prepare.it-went", "{{.Question}}, it went {{.How}}", tr.With{"Question": question, "How": tr.Lower(wentNames()[n-1])})
}

// askedRow is one question with how it went and what it was about.
func (v *debriefs) askedRow(i int, a prep.Asked) fyne.CanvasObject {
	detail := tr.T("prepare.not-on-your-list", "Not on your list")
	if a.Card != "" {
		if c, ok := v.pane.report.Card(a.Card); ok {
			detail = tr.T("prepare.on-your-list-2", "On your list: {{.Question}}", tr.With{"Question": c.Question})
		}
	}
	went := widgets.NewSelect(append([]string{tr.T("prepare.not-said", "Not said")}, wentNames()...), nil)
	went.SetSelectedIndex(a.Went)
	went.OnChanged = func(string) {
		n := went.SelectedIndex()
		v.change(tr.T("prepare.how-it-went", "How it went"), func(d resume.Document, b *prep.Debrief) (resume.Document, error) {
			if i < len(b.Asked) {
				b.Asked[i].Went = n
			}
			return d, nil
		})
	}
	match := widgets.NewIconButton(theme.SearchIcon(), tr.T("prepare.which-question-of-your", "Which question of your list was it?"), func() { v.chooseCard(i) })
	remove := widgets.NewIconButton(theme.DeleteIcon(), tr.T("prepare.delete", "Delete"), func() {
		v.change(tr.T("prepare.delete-a-question", "Delete a question"), func(d resume.Document, b *prep.Debrief) (resume.Document, error) {
			if i < len(b.Asked) {
				b.Asked = slices.Delete(b.Asked, i, i+1)
			}
			return d, nil
		})
	})
	return widgets.NewActionRow("", a.Text, detail, went, match, remove)
}

// addAsked adds a question that was asked. One that is worded as a card's is that card.
func (v *debriefs) addAsked(text string) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return
	}
	if v.change(tr.T("prepare.add-a-question-that", "Add a question that was asked"), func(d resume.Document, b *prep.Debrief) (resume.Document, error) {
		b.Asked = append(b.Asked, prep.Asked{Text: text})
		return d, nil
	}) {
		v.add.SetTextQuiet("")
		v.pane.services.Preparing.Settle(settleTime) // which makes another field
		v.pane.services.Shell.Focus(v.add)
	}
}

// chooseCard lets the user say which question of the list it was.
func (v *debriefs) chooseCard(i int) {
	p := v.pane
	cards := p.report.Cards
	options := make([]shell.Option, len(cards))
	for k, c := range cards {
		options[k] = shell.Option{Group: kindNames()[c.Kind], Title: c.Question}
	}
	p.services.Shell.Choose(tr.T("prepare.which-question-of-your", "Which question of your list was it?"), tr.T("prepare.search-questions", "Search questions"), options, func(k int) {
		view := p.session.Now().View
		v.change(tr.T("prepare.what-was-asked", "What was asked"), func(d resume.Document, b *prep.Debrief) (resume.Document, error) {
			if i >= len(b.Asked) {
				return d, nil
			}
			d, of, id, err := cards[k].Identify(d, view)
			if err != nil {
				return d, err
			}
			b.Asked[i].Card, b.Asked[i].Of, b.Asked[i].Kind = id, of, string(cards[k].Kind)
			return d, nil
		})
	})
}

func (v *debriefs) chooseApplication() {
	var items []*fyne.MenuItem
	add := func(name, id string) {
		items = append(items, fyne.NewMenuItem(name, func() {
			v.change(tr.T("prepare.application-of-an-interview", "Application of an interview"), func(d resume.Document, b *prep.Debrief) (resume.Document, error) {
				b.Application = id
				return d, nil
			})
		}))
	}
	for _, a := range application.List(v.pane.session.Now().Project) {
		add(shortened(a.Name(), 60), a.ID)
	}
	add(tr.T("prepare.another-interview", "Another interview"), "")
	popBelow(v.of, items)
}

func (v *debriefs) remove() {
	p, id := v.pane, v.key
	if p.edit(tr.T("prepare.delete-debrief", "Delete debrief"), "debriefs", func(d resume.Document) (resume.Document, error) { return prep.DeleteDebrief(d, id) }) {
		p.services.Shell.Toaster.Show(tr.T("prepare.deleted-the-debrief", "Deleted the debrief"), tr.T("prepare.undo", "Undo"), func() { p.session.Undo() })
	}
}

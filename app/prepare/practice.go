package prepare

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/resume"
	"resumax/widgets"
)

// answerTime is how long an answer may take: what listeners stay with.
const answerTime = 2 * time.Minute

// practice shows one question at a time: the question alone, then what a good answer holds, then
// how it went.
type practice struct {
	pane     *Pane
	queue    []interview.Card
	at       int
	revealed bool
	before   float64 // the readiness when it began
	sheet    *sheet
	root     fyne.CanvasObject
	clock    clock
	left     *widgets.Countdown
	ticks    []*widgets.TickRow
	notes    *note
	given    []given // the answers, one for each question before that which is asked
}

// given is an answer: the ID of its card, and how often the card was practiced with it.
type given struct {
	card string
	reps int
}

// clock measures how long an answer takes while the mode is shown.
type clock struct {
	since time.Time // zero while it stands
	spent time.Duration
	stop  func()
}

func newPractice(p *Pane) *practice {
	c := &practice{pane: p, sheet: newSheet()}
	c.root = c.sheet.root
	return c
}

// on reports whether there is practice.
func (c *practice) on() bool { return len(c.queue) > 0 }

// over reports whether all questions of the practice were answered.
func (c *practice) over() bool { return c.at >= len(c.queue) }

// begin practices questions.
func (c *practice) begin(queue []interview.Card) {
	if len(queue) == 0 {
		return
	}
	p := c.pane
	c.halt()
	c.queue, c.at, c.before, c.given = queue, 0, p.report.Readiness, nil
	p.choice.Select(viewCards)
	c.ask()
	p.arrange()
	p.mark("")
	p.services.Shell.Focus(nil)
}

// leave ends the practice.
func (c *practice) leave() {
	if !c.on() {
		return
	}
	c.halt()
	c.queue, c.at, c.revealed = nil, 0, false
}

// end ends the practice and shows the list's card again.
func (c *practice) end() {
	last := interview.Card{}
	if c.on() {
		last = c.queue[min(c.at, len(c.queue)-1)]
	}
	c.leave()
	p := c.pane
	if now, ok := p.report.Like(last); ok && p.choice.Selected() == viewCards {
		p.cards().card = now
	}
	p.arrange()
	p.mark(p.cards().card.Address)
	p.services.Shell.Focus(p.list)
}

// card is the question that is asked.
func (c *practice) card() interview.Card { return c.queue[c.at] }

// follow keeps in step with a new report: after undo of an answer its question is asked again.
func (c *practice) follow() {
	if !c.on() {
		return
	}
	r := c.pane.report
	for i, q := range c.queue {
		if now, ok := r.Like(q); ok {
			c.queue[i] = now
		}
	}
	kept := prep.Of(c.pane.session.Now().Project)
	if n := len(c.given); n > 0 {
		if k, _ := kept.Card(c.given[n-1].card); k.Review.Reps < c.given[n-1].reps {
			c.given, c.at = c.given[:n-1], c.at-1
			c.ask()
			return
		}
	}
	if c.over() {
		c.showEnd()
		return
	}
	k, _ := kept.Card(c.card().ID)
	c.notes.sync(k.Notes)
}

// ask shows the question alone, or the end.
func (c *practice) ask() {
	c.halt()
	c.revealed, c.notes, c.ticks = false, nil, nil
	c.clock = clock{}
	if c.over() {
		c.showEnd()
		return
	}
	c.left = widgets.NewCountdown(answerTime)
	show := mainly(tr.T("prepare.show-points", "Show points"), c.reveal)
	foot := container.NewHBox(quietly(tr.T("prepare.skip", "Skip"), c.skip), layout.NewSpacer(), show)
	c.sheet.set(foot, c.progress(), c.head(), c.left,
		widgets.NewMuted(tr.T("prepare.say-your-answer-aloud", "Say your answer aloud, as you would there. Space shows what a good answer holds. Esc ends the practice.")))
	c.sheet.scroll.ScrollToTop()
	c.run()
}

// progress says how far the practice is.
func (c *practice) progress() fyne.CanvasObject {
	done := widgets.NewMuted(tr.T("prepare.question-of", "Question {{.Number}} of {{.All}}", tr.With{"Number": c.at + 1, "All": len(c.queue)}))
	return widgets.NewBorder(nil, nil, nil, quietly(tr.T("prepare.end-practice", "End practice"), c.end), container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), done))
}

func (c *practice) head() fyne.CanvasObject {
	q := c.card()
	return widgets.NewColumn(8, widgets.NewMuted(tr.T("prepare.asks", "{{.Who}} asks", tr.With{"Who": audienceNames()[q.Audience]})), widgets.NewTitle(q.Question))
}

// reveal shows what a good answer holds.
func (c *practice) reveal() {
	if !c.on() || c.over() || c.revealed {
		return
	}
	c.revealed = true
	c.halt()
	p, q := c.pane, c.card()
	kept, _ := p.report.Prep.Card(q.ID)
	c.ticks = nil
	var points []fyne.CanvasObject
	for _, text := range q.Points {
		t := widgets.NewTickRow(text, false, nil)
		c.ticks, points = append(c.ticks, t), append(points, t)
	}
	c.notes = p.newNote(tr.T("prepare.your-notes-the-sentence", "Your notes: the sentence you would begin with"), 2,
		func() resume.Address { return memberAt(p.session.Now().Project, "cards", c.card().ID, "notes") },
		func(text string) {
			p.keepCard(tr.T("prepare.notes", "Notes"), c.card(), func(k *prep.Card) error { k.Notes = text; return nil })
		})
	c.notes.sync(kept.Notes)
	took := tr.T("prepare.you-took", "You took {{.Time}}.", tr.With{"Time": spoken(c.clock.spent)})
	if c.clock.spent > answerTime {
		took += " " + tr.T("prepare.two-minutes-are-enough", "Two minutes are enough.")
	}
	c.sheet.set(c.grades(kept), c.progress(), c.head(), widgets.NewMuted(took), p.quoteRow(q.Address, q.Quote),
		part(tr.T("prepare.tick-what-you-said", "Tick what you said"), points...), part(tr.T("prepare.the-arithmetic", "The arithmetic"), p.figures(q)...), part(tr.T("prepare.then-they-ask", "Then they ask"), numbered(q.FollowUps)...), part(tr.T("prepare.notes", "Notes"), c.notes.entry))
	c.sheet.scroll.ScrollToTop()
	p.mark(q.Address)
	p.services.Shell.Focus(nil)
}

func spoken(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	if s < 60 {
		return tr.N("prepare.seconds", "{{.Count}} second", "{{.Count}} seconds", s)
	}
	return tr.T("prepare.minutes", "{{.Clock}} minutes", tr.With{"Clock": fmt.Sprintf("%d:%02d", s/60, s%60)})
}

// gradeNames are the answers to how it went, with the confidence that each stands for.
func gradeNames() []struct {
	grade      prep.Grade
	name       string
	confidence int
} {
	return []struct {
		grade      prep.Grade
		name       string
		confidence int
	}{{prep.Again, tr.T("prepare.again", "Again"), 1}, {prep.Hard, tr.T("prepare.hard", "Hard"), 3}, {prep.Good, tr.T("prepare.good", "Good"), 4}, {prep.Easy, tr.T("prepare.easy", "Easy"), 5}}
}

// grades are the buttons that say how it went, each with when the card comes again.
func (c *practice) grades(kept prep.Card) fyne.CanvasObject {
	p := c.pane
	day, _ := p.interview()
	row := container.New(layout.NewGridLayoutWithColumns(len(gradeNames())))
	for i, g := range gradeNames() {
		b := widgets.NewButton(fmt.Sprintf("%s  %d", g.name, i+1), func() { c.grade(i) })
		if g.grade == prep.Good {
			b.Importance = widget.HighImportance
		}
		again := ""
		if next, err := kept.Review.Schedule(p.today(), day, g.grade); err == nil {
			again = dueText(next.Due, p.today())
		}
		row.Add(widgets.NewColumn(2, b, container.NewCenter(widgets.NewCaption(again))))
	}
	return row
}

// grade keeps how it went, and asks the next question.
func (c *practice) grade(i int) {
	if !c.on() || c.over() || !c.revealed {
		return
	}
	p, q, g := c.pane, c.card(), gradeNames()[i]
	var ticked []int
	for n, t := range c.ticks {
		if t.On() {
			ticked = append(ticked, n)
		}
	}
	day, _ := p.interview()
	if g.grade == prep.Again && len(c.queue) > 1 {
		c.queue = append(c.queue, q) // once more at the end
	}
	reps := 0
	id, ok := p.keepCard(tr.T("prepare.practice-2", "Practice: {{.Shortened}}", tr.With{"Shortened": shortened(q.Question, 40)}), q, func(k *prep.Card) error {
		next, err := k.Practice(p.today(), day, g.grade, g.confidence, ticked)
		next.Hash, reps = q.Hash, next.Review.Reps
		*k = next
		return err
	})
	if !ok {
		return
	}
	c.given, c.at = append(c.given, given{id, reps}), c.at+1
	c.ask()
	p.mark("")
	p.services.Shell.Focus(nil)
}

// skip puts the question at the end.
func (c *practice) skip() {
	c.queue = append(c.queue[:c.at:c.at], append(c.queue[c.at+1:len(c.queue):len(c.queue)], c.queue[c.at])...)
	c.ask()
	c.pane.services.Shell.Focus(nil)
}

// showEnd says what the practice has brought.
func (c *practice) showEnd() {
	p := c.pane
	r := p.report
	text := tr.T("prepare.readiness-when-you-began", "Readiness {{.Now}}, {{.Before}} when you began.", tr.With{"Now": tr.Decimal(100*r.Readiness, 0), "Before": tr.Decimal(100*c.before, 0)})
	next := tr.T("prepare.answers-stick-if-they", "Answers stick if they are recalled again later: each card comes back when you are about to forget it.")
	if day, _ := p.interview(); !day.IsZero() {
		next = tr.T("prepare.each-card-comes-back", "Each card comes back before your interview {{.When}}.", tr.With{"When": soonText(day, p.today())})
	}
	p.mark("")
	more := p.cards().queue()
	buttons := container.NewHBox(mainly(tr.T("prepare.print-the-brief", "Print the brief"), func() { p.services.Brief() }))
	if len(more) > 0 {
		buttons.Add(widgets.NewButton(tr.N("prepare.practice-more", "Practice {{.Count}} more", "Practice {{.Count}} more", len(more)), func() { c.begin(more) }))
	}
	buttons.Add(quietly(tr.T("prepare.done", "Done"), c.end))
	c.sheet.set(nil, widgets.NewTitle(tr.N("prepare.done-answers", "Done: {{.Count}} answer", "Done: {{.Count}} answers", len(c.queue))), widgets.NewLabel(text), widgets.NewLabel(next), buttons)
}

// key handles the keys of practice.
func (c *practice) key(k *fyne.KeyEvent) bool {
	if !c.on() {
		return false
	}
	switch k.Name {
	case fyne.KeyEscape:
		c.end()
	case fyne.KeySpace:
		c.reveal()
	case fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4:
		c.grade(int(k.Name[0] - '1'))
	default:
		return false
	}
	return true
}

// setShown stops the time while the mode is not shown.
func (c *practice) setShown(on bool) {
	if !on {
		c.halt()
	} else if c.on() && !c.over() && !c.revealed {
		c.run()
	}
}

// How often the time is shown: in steps that don't hurry, and cost little, and every second at its
// end.
const (
	step    = 5 * time.Second
	hurried = 20 * time.Second
)

// run lets the time run.
func (c *practice) run() {
	c.clock.since = c.pane.services.Today()
	c.tick()
}

func (c *practice) tick() {
	left := answerTime - c.spent()
	c.left.SetLeft(left)
	wait := time.Second
	if left > hurried+step {
		wait = step
	}
	c.clock.stop = c.pane.services.Shell.Stage.Later(wait, c.tick)
}

func (c *practice) spent() time.Duration {
	if c.clock.since.IsZero() {
		return c.clock.spent
	}
	return c.clock.spent + c.pane.services.Today().Sub(c.clock.since)
}

// halt stops the time.
func (c *practice) halt() {
	if c.clock.stop != nil {
		c.clock.stop()
	}
	c.clock = clock{spent: c.spent()}
}

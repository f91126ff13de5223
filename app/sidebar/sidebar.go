// Package sidebar is the pane for advice: the score with what to change, and the
// target role's guide to the section being written.
package sidebar

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// Services are what the sidebar needs from the window.
type Services struct {
	Apply   func(score.Finding) // applies a finding's fix, as one undo step
	Ask     func(score.Card)    // fixes all of a card, with questions where facts are missing, as one undo step
	AddWord func(score.Finding) // adds a finding's word to the dictionary, as one undo step
	Roles   func() role.List
	// ChooseRole lets the user choose a role and calls done with its id, "" to detect
	// it.
	ChooseRole func(done func(id string))
	Insert     func(text string) // puts a sentence into the section being written
	AddSkill   func(term string)
	Select     func(at resume.Address, start, end int) // selects a part of the text at an address, in bytes
}

// Sidebar is the pane.
type Sidebar struct {
	session  *session.Session
	services Services
	tabs     *widgets.Tabs
	guide    *guide

	body     *fyne.Container // of the Score tab
	score    *fyne.Container // the strip and what it explains, hidden while there is no score
	strip    *strip
	explain  *explained
	target   *target
	cards    *cards
	career   *career
	keywords *keywords
	report   score.Report
	problems []resume.Problem // what the page cannot show
	chosen   string           // the dimension that is explained and that cards are filtered by, "" for all
}

// New makes the pane.
func New(s *session.Session, services Services) *Sidebar {
	b := &Sidebar{session: s, services: services}
	b.strip = newStrip(b.choose)
	b.explain = newExplained()
	b.target = newTarget(s, services)
	b.cards = newCards(b)
	b.career = newCareer(s)
	b.keywords = newKeywords()
	b.score = widgets.NewColumn(6, b.strip.ScoreStrip, b.explain.root)
	b.body = widgets.NewColumn(12, b.score, b.target.root, b.cards.root, widgets.NewColumn(0, b.keywords.root, b.career.root))
	scroll := container.NewVScroll(inset(b.body, 12, 12))
	b.guide = newGuide(b)
	b.tabs = widgets.NewTabs(14, widgets.Tab{Name: tr.T("sidebar.score", "Score"), Content: scroll}, widgets.Tab{Name: tr.T("sidebar.guide", "Guide"), Content: b.guide.root})
	return b
}

// inset puts margins around an object: above and below, and at the sides.
func inset(o fyne.CanvasObject, y, x float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(y, y, x, x), o)
}

// Object is the pane's content.
func (b *Sidebar) Object() fyne.CanvasObject { return b.tabs.Object() }

// SetAction puts a control in the corner, beside the tabs.
func (b *Sidebar) SetAction(o fyne.CanvasObject) { b.tabs.SetAction(o) }

// ShowScore opens the Score tab.
func (b *Sidebar) ShowScore() { b.tabs.Select(0) }

// ShowGuide opens the Guide tab.
func (b *Sidebar) ShowGuide() { b.tabs.Select(1) }

// Section sets the section that the guide is about.
func (b *Sidebar) Section(key string) { b.guide.section(key) }

// Show shows a report, and the guess of its role; nil where the role was chosen.
func (b *Sidebar) Show(r score.Report, guess *role.Guess) {
	b.report = r
	if !r.Started {
		b.chosen = ""
	}
	b.score.Hidden = !r.Started
	b.strip.show(r)
	b.strip.selected(b.chosen)
	b.explain.show(r, b.chosen)
	b.target.show(r, guess)
	b.cards.show()
	b.career.show(r.Career)
	b.keywords.show(r)
	b.guide.report(r)
}

// ShowHistory shows earlier scores, those from the index newer on since the resume
// was opened, and a summary of them.
func (b *Sidebar) ShowHistory(values []float64, newer int, text string) {
	b.strip.SetHistory(values, newer, text)
}

// ShowProblems shows what the page cannot show, above all cards.
func (b *Sidebar) ShowProblems(problems []resume.Problem) {
	if slices.Equal(problems, b.problems) {
		return
	}
	b.problems = problems
	b.cards.show()
}

// choose filters by a dimension and explains its checks; choosing it again removes
// the filter.
func (b *Sidebar) choose(dimension string) {
	if b.chosen == dimension {
		dimension = ""
	}
	b.chosen = dimension
	b.strip.selected(dimension)
	b.explain.show(b.report, b.chosen)
	b.cards.order = nil
	b.cards.show()
	b.body.Refresh()
}

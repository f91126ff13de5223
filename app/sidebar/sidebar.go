// Package sidebar is the pane for advice: the score with what to change, and the
// target role's guide to the section being written.
package sidebar

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// Services are what the sidebar needs from the window.
type Services struct {
	Apply   func(score.Finding) // applies a finding's fix, as one undo step
	AddWord func(score.Finding) // adds a finding's word to the dictionary, as one undo step
	Roles   func() role.List
	// ChooseRole lets the user choose a role and calls done with its id, "" to detect
	// it.
	ChooseRole func(done func(id string))
	Insert     func(text string) // puts a sentence into the section being written
	AddSkill   func(term string)
}

// Sidebar is the pane.
type Sidebar struct {
	session  *session.Session
	services Services
	tabs     *widgets.Tabs
	guide    *guide

	gauge      *widgets.Gauge
	spark      *widgets.Sparkline
	history    *widgets.Label
	career     *career
	target     *target
	dimensions *dimensions
	findings   *findings
	explain    *explained
	keywords   *keywords
	report     score.Report
	problems   []resume.Problem // what the page cannot show
	chosen     string           // the dimension that findings are filtered by, "" for all
}

// New makes the pane.
func New(s *session.Session, services Services) *Sidebar {
	b := &Sidebar{session: s, services: services}
	b.gauge = widgets.NewGauge()
	b.spark, b.history = widgets.NewSparkline(), widgets.NewMuted(" ")
	b.career = newCareer(s)
	b.target = newTarget(s, services)
	b.dimensions = newDimensions(b.choose)
	b.findings = newFindings(b)
	b.explain = newExplained()
	b.keywords = newKeywords()

	top := widgets.NewBorder(nil, nil, b.gauge, nil, b.target.choices())
	body := widgets.NewColumn(18, widgets.NewColumn(8, top, b.target.level, b.target.guess), widgets.NewColumn(2, b.spark, b.history), b.dimensions.root, b.findings.root, b.explain.root, b.career.root, b.keywords.root)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(14, 30, 14, 16), body))
	b.guide = newGuide(b)
	b.tabs = widgets.NewTabs(14, widgets.Tab{Name: "Score", Content: scroll}, widgets.Tab{Name: "Guide", Content: b.guide.root})
	return b
}

// Object is the pane's content.
func (b *Sidebar) Object() fyne.CanvasObject { return b.tabs.Object() }

// ShowScore opens the Score tab.
func (b *Sidebar) ShowScore() { b.tabs.Select(0) }

// ShowGuide opens the Guide tab.
func (b *Sidebar) ShowGuide() { b.tabs.Select(1) }

// Section sets the section that the guide is about.
func (b *Sidebar) Section(key string) { b.guide.section(key) }

// Show shows a report, and the guess of its role; nil where the role was chosen.
func (b *Sidebar) Show(r score.Report, guess *role.Guess) {
	b.report = r
	b.gauge.SetValue(r.Score, band(r.Score), widgets.ShareColor(r.Score/100))
	b.target.show(r, guess)
	b.dimensions.show(r)
	b.explain.show(r, b.chosen)
	b.findings.show(r, b.chosen)
	b.career.show(r.Career)
	b.keywords.show(r)
	b.guide.report(r)
}

// ShowHistory shows earlier scores, those from the index newer on since the resume
// was opened, and a summary of them.
func (b *Sidebar) ShowHistory(values []float64, newer int, text string) {
	b.spark.SetValues(values, newer)
	b.history.SetText(text)
}

// ShowProblems shows what the page cannot show, above all findings.
func (b *Sidebar) ShowProblems(problems []resume.Problem) {
	if slices.Equal(problems, b.problems) {
		return
	}
	b.problems = problems
	b.findings.show(b.report, b.chosen)
}

// band is the word for a score.
func band(v float64) string {
	switch {
	case v >= 85:
		return "Strong"
	case v >= 70:
		return "Good"
	case v >= 50:
		return "Fair"
	}
	return "Needs work"
}

// choose filters by a dimension and explains its checks; choosing it again removes
// the filter.
func (b *Sidebar) choose(dimension string) {
	if b.chosen == dimension {
		dimension = ""
	}
	b.chosen = dimension
	b.dimensions.selected(dimension)
	b.explain.show(b.report, b.chosen)
	b.findings.show(b.report, b.chosen)
}

// points formats points gained or lost: "+3.5", "−12".
func points(v float64) string {
	if v < 0 {
		return "−" + figure(-v)
	}
	return "+" + figure(v)
}

// figure formats points: "3.5", "12".
func figure(v float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0") }

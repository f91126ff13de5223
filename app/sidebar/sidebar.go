// Package sidebar is the pane that judges and advises: the live score with what
// to change, and the guide of the role to the section being written.
package sidebar

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// Services are what the sidebar needs of the application around it.
type Services struct {
	Apply   func(score.Finding) // does what a finding says, as one step
	AddWord func(score.Finding) // calls a finding's word spelt right, as one step
	// Roles are the role packs that there are.
	Roles func() role.List
	// ChooseRole lets the user choose a role and calls done with its id, "" for
	// what the resume tells.
	ChooseRole func(done func(id string))
	// Insert puts a sentence into the section that is being written.
	Insert func(text string)
	// AddSkill adds a term to the skills.
	AddSkill func(term string)
}

// Sidebar is the pane.
type Sidebar struct {
	session  *session.Session
	services Services
	tabs     *container.AppTabs
	guide    *guide

	gauge    *widgets.Gauge
	spark    *widgets.Sparkline
	course   *widgets.Label
	career   *career
	level    *widget.Select
	role     *widgets.Dropdown
	guess    *widgets.Label
	meters   map[string]*widgets.Meter
	dims     *fyne.Container
	findings *findings
	explain  *explained
	have     *widgets.Chips
	missing  *widgets.Chips
	keywords *fyne.Container
	syncing  bool
	report   score.Report
	problems []resume.Problem // what the page cannot show
	chosen   string           // the dimension whose findings alone are shown, "" for all
}

const noRole = "No role chosen"

// New makes the pane.
func New(s *session.Session, services Services) *Sidebar {
	b := &Sidebar{session: s, services: services, meters: map[string]*widgets.Meter{}}
	b.gauge = widgets.NewGauge()
	b.spark, b.course = widgets.NewSparkline(), widgets.NewMuted(" ")
	b.career = newCareer(s)
	b.level = widget.NewSelect(nil, b.chooseLevel)
	b.role = widgets.NewDropdown(noRole, b.chooseRole)
	b.guess = widgets.NewMuted("")
	b.guess.Hide()
	b.dims = widgets.NewColumn(2)
	b.findings = newFindings(b)
	b.explain = newExplained()
	b.have, b.missing = widgets.NewChips(), widgets.NewChips()
	b.keywords = widgets.NewColumn(8)

	top := container.NewBorder(nil, nil, b.gauge, nil,
		container.NewVBox(layout.NewSpacer(), widgets.NewMuted("Read for"), b.role, b.level, layout.NewSpacer()))
	body := widgets.NewColumn(18, widgets.NewColumn(8, top, b.guess), widgets.NewColumn(2, b.spark, b.course), b.dims, b.findings.root, b.explain.root, b.career.root, b.keywords)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(14, 30, 14, 16), body))
	b.guide = newGuide(b)
	b.tabs = container.NewAppTabs(
		container.NewTabItem("Score", scroll),
		container.NewTabItem("Guide", b.guide.root))
	return b
}

// Object is what to put into the window.
func (b *Sidebar) Object() fyne.CanvasObject { return b.tabs }

// ShowGuide turns to the guide.
func (b *Sidebar) ShowGuide() { b.tabs.SelectIndex(1) }

// Section tells the guide which section is being written.
func (b *Sidebar) Section(key string) { b.guide.section(key) }

// Show shows a report, and what its role was guessed by; nil where it was chosen.
func (b *Sidebar) Show(r score.Report, guess *role.Guess) {
	b.report = r
	b.gauge.SetValue(r.Score, band(r.Score), colourOf(r.Score/100))
	b.showRole(r, guess)
	b.showDimensions(r)
	b.explain.show(r, b.chosen)
	b.findings.show(r, b.chosen)
	b.career.show(r.Career)
	b.showKeywords(r)
	b.guide.report(r)
}

// ShowCourse shows how the score went: values, those from the index newer on
// since the resume was opened, and the same in words.
func (b *Sidebar) ShowCourse(values []float64, newer int, text string) {
	b.spark.SetValues(values, newer)
	b.course.SetText(text)
}

// ShowProblems shows what of the resume the page cannot show, before all else.
func (b *Sidebar) ShowProblems(problems []resume.Problem) {
	if slices.Equal(problems, b.problems) {
		return
	}
	b.problems = problems
	b.findings.show(b.report, b.chosen)
}

// showRole shows for which role the resume is read, and by what it was guessed.
func (b *Sidebar) showRole(r score.Report, guess *role.Guess) {
	name := noRole
	if p, ok := b.services.Roles().Find(r.Role); ok {
		name = p.Name
	}
	b.role.SetText(name)
	text := ""
	if guess != nil {
		text = "Taken from " + strings.Join(guess.Why(), " and ") + ". Choose a role to settle it."
	}
	if id := b.session.Now().Resume.Meta.Role; id != "" && id != role.None && r.Role != id {
		text = strings.TrimSpace("The role “" + id + "” that the resume names is not on this computer. " + text)
	}
	b.guess.SetText(text)
	b.guess.Hidden = text == ""
	b.syncing = true
	b.showLevel(r)
	b.syncing = false
}

// levels are the levels of experience with what they are called.
var levels = []struct{ id, name string }{
	{score.Junior, "Junior, under 3 years"}, {score.Mid, "Mid level, 3 to 8 years"}, {score.Senior, "Senior, over 8 years"},
}

// showLevel shows the level that the resume is read at: the one that was chosen,
// or the one that its dates tell.
func (b *Sidebar) showLevel(r score.Report) {
	names := []string{""}
	chosen := 0
	for i, l := range levels {
		names = append(names, l.name)
		if l.id == r.Level {
			names[0] = "By its dates: " + strings.ToLower(strings.SplitN(l.name, ",", 2)[0])
		}
		if l.id == b.session.Now().Resume.Meta.Level {
			chosen = i + 1
			names[0] = "By its dates"
		}
	}
	if !slices.Equal(b.level.Options, names) {
		b.level.SetOptions(names)
	}
	if b.level.Selected != names[chosen] {
		b.level.SetSelected(names[chosen])
	}
}

const levelSetting = resume.Settings + "/level"

func (b *Sidebar) chooseLevel(name string) {
	if b.syncing {
		return
	}
	id := ""
	for _, l := range levels {
		if l.name == name {
			id = l.id
		}
	}
	b.session.Edit("Choose level", "", func(d resume.Document) (resume.Document, error) { return d.SetText(levelSetting, id) })
}

// band says what a score means, in a word.
func band(v float64) string {
	switch {
	case v >= 85:
		return "strong"
	case v >= 70:
		return "good"
	case v >= 50:
		return "fair"
	}
	return "early"
}

func colourOf(share float64) fyne.ThemeColorName {
	switch {
	case share >= 0.8:
		return widgets.ColorGood
	case share >= 0.5:
		return widgets.ColorWarn
	}
	return widgets.ColorBad
}

func (b *Sidebar) showDimensions(r score.Report) {
	for _, d := range r.Dimensions {
		m := b.meters[d.ID]
		if m == nil {
			m = widgets.NewMeter(d.Name)
			m.OnTapped = func() { b.choose(d.ID) }
			b.meters[d.ID] = m
			b.dims.Add(m)
		}
		if d.Max <= 0 {
			m.Hide()
			continue
		}
		m.Show()
		m.SetValue(d.Points, d.Max, colourOf(d.Points/d.Max))
	}
}

// choose shows one dimension alone, its checks and its findings, or all again.
func (b *Sidebar) choose(dimension string) {
	if b.chosen == dimension {
		dimension = ""
	}
	b.chosen = dimension
	for id, m := range b.meters {
		m.SetSelected(id == dimension)
	}
	b.explain.show(b.report, b.chosen)
	b.findings.show(b.report, b.chosen)
}

const roleSetting = resume.Settings + "/role"

// chooseRole lets the user choose the role that the resume is read for: one, none,
// or the one that it seems to be for.
func (b *Sidebar) chooseRole() {
	b.services.ChooseRole(func(id string) {
		b.session.Edit("Choose role", "", func(d resume.Document) (resume.Document, error) { return d.SetText(roleSetting, id) })
	})
}

// showKeywords shows which of the role's keywords the resume has.
func (b *Sidebar) showKeywords(r score.Report) {
	have, missing := chips(r.Keywords.Have, widgets.ChipHave), chips(r.Keywords.Missing, widgets.ChipMissing)
	if len(have)+len(missing) == 0 {
		b.keywords.Hide()
		return
	}
	b.keywords.Show()
	b.have.SetItems(have)
	b.missing.SetItems(missing)
	if len(b.keywords.Objects) == 0 {
		b.keywords.Objects = []fyne.CanvasObject{
			widgets.NewStrong("Keywords of the role"),
			widgets.NewMuted("In the resume"), b.have,
			widgets.NewMuted("Not in it: add those that are true of you"), b.missing,
		}
		b.keywords.Refresh()
	}
}

func chips(terms []string, look widgets.ChipLook) []widgets.Chip {
	items := make([]widgets.Chip, len(terms))
	for i, t := range terms {
		items[i] = widgets.Chip{Text: t, Look: look}
	}
	return items
}

// points prints points gained or lost: "+3.5", "−12".
func points(v float64) string {
	if v < 0 {
		return "−" + figure(-v)
	}
	return "+" + figure(v)
}

// figure prints points without needless digits: "3.5", "12".
func figure(v float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0") }

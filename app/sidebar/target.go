package sidebar

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// target is the role and the level that the resume is scored for, in one row.
type target struct {
	session  *session.Session
	services Services
	role     *widgets.Dropdown
	level    *widgets.Dropdown
	guess    *widgets.Label
	computed string // the level that the resume is scored for
	root     *fyne.Container
}

func newTarget(s *session.Session, services Services) *target {
	t := &target{session: s, services: services, guess: widgets.NewMuted("")}
	t.role = widgets.NewDropdown(noRole(), t.chooseRole)
	t.level = widgets.NewDropdown("", t.chooseLevel)
	t.guess.Hide()
	t.root = widgets.NewColumn(4, container.New(&targetLayout{}, t.role, t.level), t.guess)
	return t
}

// targetLayout gives the role what the level leaves.
type targetLayout struct{}

// levelWidth is the width in which every level is shown whole, so that the choice stays where it is.
func levelWidth() float32 {
	width := float32(96)
	for _, l := range levels() {
		width = max(width, widgets.NewDropdown(l.short, nil).FullWidth())
	}
	return width
}

func (*targetLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+levelWidth(), o[0].MinSize().Height)
}

func (*targetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap = 6
	level := levelWidth()
	o[0].Resize(fyne.NewSize(size.Width-level-gap, size.Height))
	o[1].Resize(fyne.NewSize(level, size.Height))
	o[1].Move(fyne.NewPos(size.Width-level, 0))
}

func noRole() string {
	return tr.T("sidebar.no-target-role", "No target role")
}

// What is said where no role fits the resume: that none is of its trade, or where that is
// not known, that none was found.
func notFound() string {
	return tr.T("sidebar.no-role-detected-choose", "No role detected. Choose a target role.")
}

func noGuide() string {
	return tr.T("sidebar.no-guide-for-this", "No guide for this trade yet. The score works without one.")
}

// show shows the target role and level, and what the role was guessed from.
func (t *target) show(r score.Report, guess *role.Guess) {
	name := noRole()
	if p, ok := t.services.Roles().Find(r.Role); ok {
		name = p.Name
	}
	t.role.SetText(name)
	text := ""
	if guess != nil {
		text = guessedFrom(guess)
	}
	if guess == nil && r.Role == "" && r.Started && t.session.Now().Resume.Meta.Role == "" {
		text = notFound()
		if role.IsOfOtherTrade(t.session.Now().Resume) {
			text = noGuide()
		}
	}
	if id := t.session.Now().Resume.Meta.Role; id != "" && id != role.None && r.Role != id {
		text = strings.TrimSpace(tr.T("sidebar.role-is-not-here", "The resume's role “{{.Role}}” is not on this computer.", tr.With{"Role": id}) + " " + text)
	}
	t.guess.SetText(text)
	t.guess.Hidden = text == ""
	t.computed = r.Level
	for _, l := range levels() {
		if l.id == r.Level {
			t.level.SetText(l.short)
		}
	}
}

// guessedFrom says from which titles and terms of the resume a role was guessed.
func guessedFrom(g *role.Guess) string {
	titles := tr.N("sidebar.the-titles", "the title “{{.Titles}}”", "the titles “{{.Titles}}”", len(g.Titles), tr.With{"Titles": strings.Join(g.Titles, "”, “")})
	terms := tr.N("sidebar.the-terms", "the term {{.Terms}}", "the terms {{.Terms}}", len(g.Terms), tr.With{"Terms": strings.Join(g.Terms, ", ")})
	switch {
	case len(g.Terms) == 0:
		return tr.T("sidebar.guessed-from", "Guessed from {{.Reason}}.", tr.With{"Reason": titles})
	case len(g.Titles) == 0:
		return tr.T("sidebar.guessed-from", "Guessed from {{.Reason}}.", tr.With{"Reason": terms})
	}
	return tr.T("sidebar.guessed-from-both", "Guessed from {{.Titles}} and {{.Terms}}.", tr.With{"Titles": titles, "Terms": terms})
}

// levels are the experience levels with their labels.
func levels() []struct{ id, short, name string } {
	return []struct{ id, short, name string }{
		{score.Junior, tr.T("sidebar.junior", "Junior"), tr.T("sidebar.junior-under-3-years", "Junior, under 3 years")}, {score.Mid, tr.T("sidebar.mid", "Mid"), tr.T("sidebar.mid-3-to-8", "Mid, 3 to 8 years")}, {score.Senior, tr.T("sidebar.senior", "Senior"), tr.T("sidebar.senior-over-8-years", "Senior, over 8 years")},
	}
}

// chooseLevel opens the list of levels: from the dates, or one of them.
func (t *target) chooseLevel() {
	c := fyne.CurrentApp().Driver().CanvasForObject(t.level)
	if c == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.level).AddXY(0, t.level.Size().Height)
	widgets.ShowMenu(c, fyne.NewMenu("", t.levelItems()...), at)
}

func (t *target) levelItems() []*fyne.MenuItem {
	chosen := t.session.Now().Resume.Meta.Level
	auto := tr.T("sidebar.from-your-dates", "From your dates")
	for _, l := range levels() {
		if chosen == "" && l.id == t.computed {
			auto += ": " + tr.Lower(l.short)
		}
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(auto, func() { t.setLevel("") })}
	items[0].Checked = chosen == ""
	for _, l := range levels() {
		item := fyne.NewMenuItem(l.name, func() { t.setLevel(l.id) })
		item.Checked = chosen == l.id
		items = append(items, item)
	}
	return items
}

func (t *target) setLevel(id string) {
	t.session.Edit(tr.T("sidebar.change-level", "Change level"), "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.LevelSetting, id) })
}

// chooseRole lets the user choose the target role: one, none, or the detected one.
func (t *target) chooseRole() {
	t.services.ChooseRole(func(id string) {
		t.session.Edit(tr.T("sidebar.change-target-role", "Change target role"), "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.RoleSetting, id) })
	})
}

package sidebar

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/session"
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
	t.role = widgets.NewDropdown(noRole, t.chooseRole)
	t.level = widgets.NewDropdown("", t.chooseLevel)
	t.guess.Hide()
	t.root = widgets.NewColumn(4, container.New(&targetLayout{}, t.role, t.level), t.guess)
	return t
}

// targetLayout gives the role what the level leaves.
type targetLayout struct{}

const levelWidth = 96

func (*targetLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+levelWidth, o[0].MinSize().Height)
}

func (*targetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap = 6
	o[0].Resize(fyne.NewSize(size.Width-levelWidth-gap, size.Height))
	o[1].Resize(fyne.NewSize(levelWidth, size.Height))
	o[1].Move(fyne.NewPos(size.Width-levelWidth, 0))
}

const noRole = "No target role"

// What is said where no role fits the resume: that none is of its trade, or where that is
// not known, that none was found.
const (
	noGuide  = "No guide for this trade yet. The score works without one."
	notFound = "No role detected. Choose a target role."
)

// show shows the target role and level, and what the role was guessed from.
func (t *target) show(r score.Report, guess *role.Guess) {
	name := noRole
	if p, ok := t.services.Roles().Find(r.Role); ok {
		name = p.Name
	}
	t.role.SetText(name)
	text := ""
	if guess != nil {
		text = "Guessed from " + strings.Join(guess.Why(), " and ") + "."
	}
	if guess == nil && r.Role == "" && r.Started && t.session.Now().Resume.Meta.Role == "" {
		text = notFound
		if role.IsOfOtherTrade(t.session.Now().Resume) {
			text = noGuide
		}
	}
	if id := t.session.Now().Resume.Meta.Role; id != "" && id != role.None && r.Role != id {
		text = strings.TrimSpace("The resume's role “" + id + "” is not on this computer. " + text)
	}
	t.guess.SetText(text)
	t.guess.Hidden = text == ""
	t.computed = r.Level
	for _, l := range levels {
		if l.id == r.Level {
			t.level.SetText(l.short)
		}
	}
}

// levels are the experience levels with their labels.
var levels = []struct{ id, short, name string }{
	{score.Junior, "Junior", "Junior, under 3 years"}, {score.Mid, "Mid", "Mid, 3 to 8 years"}, {score.Senior, "Senior", "Senior, over 8 years"},
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
	auto := "From your dates"
	for _, l := range levels {
		if chosen == "" && l.id == t.computed {
			auto += ": " + strings.ToLower(l.short)
		}
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(auto, func() { t.setLevel("") })}
	items[0].Checked = chosen == ""
	for _, l := range levels {
		item := fyne.NewMenuItem(l.name, func() { t.setLevel(l.id) })
		item.Checked = chosen == l.id
		items = append(items, item)
	}
	return items
}

func (t *target) setLevel(id string) {
	t.session.Edit("Change level", "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.LevelSetting, id) })
}

// chooseRole lets the user choose the target role: one, none, or the detected one.
func (t *target) chooseRole() {
	t.services.ChooseRole(func(id string) {
		t.session.Edit("Change target role", "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.RoleSetting, id) })
	})
}

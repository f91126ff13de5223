package sidebar

import (
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

// target is the role and the level that the resume is scored for.
type target struct {
	session  *session.Session
	services Services
	level    *widgets.Select
	role     *widgets.Dropdown
	guess    *widgets.Label
	syncing  bool // the program, not the user, is setting the level
}

func newTarget(s *session.Session, services Services) *target {
	t := &target{session: s, services: services, guess: widgets.NewMuted("")}
	t.level = widgets.NewSelect(nil, t.chooseLevel)
	t.role = widgets.NewDropdown(noRole, t.chooseRole)
	t.guess.Hide()
	return t
}

// choices are the controls for role and level.
func (t *target) choices() fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), widgets.NewMuted("Target role"), t.role, layout.NewSpacer())
}

const noRole = "No role"

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
	if id := t.session.Now().Resume.Meta.Role; id != "" && id != role.None && r.Role != id {
		text = strings.TrimSpace("The resume's role “" + id + "” is not on this computer. " + text)
	}
	t.guess.SetText(text)
	t.guess.Hidden = text == ""
	t.syncing = true
	t.showLevel(r)
	t.syncing = false
}

// levels are the experience levels with their labels.
var levels = []struct{ id, name string }{
	{score.Junior, "Junior, under 3 years"}, {score.Mid, "Mid, 3 to 8 years"}, {score.Senior, "Senior, over 8 years"},
}

// showLevel shows the level that was chosen, or the one computed from the dates.
func (t *target) showLevel(r score.Report) {
	names := []string{""}
	chosen := 0
	for i, l := range levels {
		names = append(names, l.name)
		if l.id == r.Level {
			names[0] = "Level: " + strings.ToLower(strings.SplitN(l.name, ",", 2)[0]) + " (from your dates)"
		}
		if l.id == t.session.Now().Resume.Meta.Level {
			chosen = i + 1
			names[0] = "Level from your dates"
		}
	}
	if !slices.Equal(t.level.Options, names) {
		t.level.SetOptions(names)
	}
	if t.level.Selected != names[chosen] {
		t.level.SetSelected(names[chosen])
	}
}

func (t *target) chooseLevel(name string) {
	if t.syncing {
		return
	}
	id := ""
	for _, l := range levels {
		if l.name == name {
			id = l.id
		}
	}
	t.session.Edit("Change level", "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.LevelSetting, id) })
}

// chooseRole lets the user choose the target role: one, none, or the detected one.
func (t *target) chooseRole() {
	t.services.ChooseRole(func(id string) {
		t.session.Edit("Change target role", "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.RoleSetting, id) })
	})
}

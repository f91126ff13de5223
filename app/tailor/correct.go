package tailor

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/widgets"
)

// correctPosting makes a correction by hand, as one step of undo.
func (t *Tailor) correctPosting(label, id string, c posting.Correction) bool {
	return t.session.EditProject(label, resume.MetaAddress(resume.MetaPostings), func(d resume.Document) (resume.Document, error) { return t.corrected(d, id, c) })
}

// corrected is a project with a correction, and what follows from it.
func (t *Tailor) corrected(d resume.Document, id string, c posting.Correction) (resume.Document, error) {
	was, _ := posting.Find(d, id)
	next, err := posting.CorrectIn(d, id, c)
	if err != nil {
		return d, err
	}
	now, _ := posting.Find(next, id)
	return t.services.Corrected(next, was, now)
}

func fieldNames() map[posting.Field]string {
	return map[posting.Field]string{
		posting.TitleField: tr.T("tailor.title", "Title"), posting.CompanyField: tr.T("tailor.employer", "Employer"), posting.LocationField: tr.T("tailor.location", "Location"), posting.RemoteField: tr.T("tailor.work-mode", "Work mode"),
		posting.SalaryField: tr.T("tailor.salary", "Salary"), posting.TypeField: tr.T("tailor.type", "Type"), posting.LevelField: tr.T("tailor.level", "Level"), posting.YearsField: tr.T("tailor.years-of-experience", "Years of experience"),
		posting.DegreeField: tr.T("tailor.degree", "Degree"), posting.LanguagesField: tr.T("tailor.languages", "Languages"), posting.LicensesField: tr.T("tailor.licenses", "Licenses"),
		posting.PostedField: tr.T("tailor.posted", "Posted"), posting.ClosesField: tr.T("tailor.closes", "Closes"), posting.URLField: tr.T("tailor.link", "Link"),
	}
}

func fieldHints() map[posting.Field]string {
	return map[posting.Field]string{
		posting.LanguagesField: tr.T("tailor.german-french", "German, French"), posting.LicensesField: tr.T("tailor.rn-bls", "RN, BLS"), posting.PostedField: "2026-03-31", posting.ClosesField: "2026-04-30",
		posting.TypeField: tr.T("tailor.full-time", "Full-time"), posting.YearsField: "5",
	}
}

// notSaid is a choice for what the posting doesn't say.
func notSaid() string {
	return tr.T("tailor.not-said", "Not said")
}

// choicesOf are the values of a field with few, and what each is called.
func choicesOf(f posting.Field) (values, names []string) {
	switch f {
	case posting.RemoteField:
		values = []string{"", posting.OnSite, posting.Hybrid, posting.Remote}
	case posting.LevelField:
		values = append([]string{""}, posting.Levels()...)
	case posting.DegreeField:
		values = append([]string{""}, posting.Degrees()...)
	default:
		return nil, nil
	}
	for _, v := range values {
		name := firstOf(remoteName()[v], levelName()[v], degreeName(v), notSaid())
		names = append(names, name)
	}
	return values, names
}

// editDetails lets the user correct what was read of a posting's facts.
func (t *Tailor) editDetails(p posting.Stored) {
	var m *widgets.Modal
	problem := widgets.NewLabel("")
	problem.SetColor(widgets.ColorBad)
	problem.Hide()
	form := widgets.NewColumn(8)
	set := func(f posting.Field, value string) {
		now, ok := posting.Find(t.session.Now().Project, p.ID)
		if !ok || now.Fact(f) == strings.TrimSpace(value) {
			return
		}
		d, err := t.corrected(t.session.Now().Project, p.ID, posting.SetFact{Field: f, Value: strings.TrimSpace(value)})
		if problem.Hidden = err == nil; err != nil {
			problem.SetText(fieldNames()[f] + ": " + shell.Sentence(err.Error()))
			form.Refresh()
			return
		}
		t.session.EditProject(tr.T("tailor.correct", "Correct {{.Field}}", tr.With{"Field": tr.Lower(fieldNames()[f])}), resume.MetaAddress(resume.MetaPostings), func(resume.Document) (resume.Document, error) { return d, nil })
		form.Refresh()
	}
	for _, f := range posting.Fields() {
		form.Add(t.factRow(p, f, set))
	}
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 12), form))
	body.SetMinSize(fyne.NewSize(460, min(form.MinSize().Height, max(200, t.services.Shell.Size().Height-220))))
	done := widgets.NewButton(tr.T("tailor.done", "Done"), func() { m.Close() })
	done.Importance = widget.HighImportance
	m = t.services.Shell.Modal(widgets.NewColumn(12, widgets.NewHeading(tr.T("tailor.what-was-read", "What was read")),
		widgets.NewMuted(tr.T("tailor.correct-what-is-wrong", "Correct what is wrong. The posting's own text stays as it is.")), problem, body,
		container.NewHBox(layout.NewSpacer(), done)), nil)
	widgets.FocusFirst(form)
}

// factRow is the row of a fact: its name, its value, and a button that restores what was
// read.
func (t *Tailor) factRow(p posting.Stored, f posting.Field, set func(posting.Field, string)) fyne.CanvasObject {
	var control fyne.CanvasObject
	show := func(string) {}
	if values, names := choicesOf(f); values != nil {
		choice := widgets.NewSelect(names, nil)
		choice.SetSelected(names[max(0, slices.Index(values, p.Fact(f)))])
		choice.OnChanged = func(name string) { set(f, values[slices.Index(names, name)]) }
		show = func(value string) { choice.SetSelected(names[max(0, slices.Index(values, value))]) }
		control = choice
	} else {
		field := widgets.NewTextField(fieldHints()[f])
		field.SetText(p.Fact(f))
		field.OnFocusLost = func() { set(f, field.Text) }
		field.OnSubmitted = func(text string) { set(f, text) }
		show = field.SetTextQuiet
		control = field
	}
	return widgets.NewSettingRow(fieldNames()[f], control, func() {
		if t.correctPosting(tr.T("tailor.restore", "Restore {{.Field}}", tr.With{"Field": tr.Lower(fieldNames()[f])}), p.ID, posting.RestoreFact{Field: f}) {
			now, _ := posting.Find(t.session.Now().Project, p.ID)
			show(now.Fact(f))
		}
	})
}

// addRequirement adds a requirement that the reader missed.
func (t *Tailor) addRequirement(p posting.Stored) {
	t.services.Shell.AskText(tr.T("tailor.what-else-does-the", "What else does the posting ask for?"), "", func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			t.correctPosting(tr.T("tailor.add-requirement", "Add requirement"), p.ID, posting.AddRequirement{Text: text, To: posting.Required})
		}
	})
}

// correct shows how a requirement can be corrected.
func (t *Tailor) correct(below fyne.CanvasObject, p posting.Stored, m match.Requirement) {
	q, section, ok := p.Requirement(m.ID)
	if !ok {
		return
	}
	var items []*fyne.MenuItem
	move := func(name string, to posting.Section) {
		item := fyne.NewMenuItem(name, func() {
			t.correctPosting(tr.T("tailor.move-requirement", "Move requirement"), p.ID, posting.Move{Requirement: q.ID, To: to})
		})
		item.Checked = section == to
		items = append(items, item)
	}
	move(tr.T("tailor.required", "Required"), posting.Required)
	move(tr.T("tailor.nice-to-have", "Nice to have"), posting.Preferred)
	move(tr.T("tailor.neither-is-said", "Neither is said"), posting.Unlabeled)
	items = append(items, fyne.NewMenuItemSeparator())
	if len(q.Any)+len(q.Off) > 1 {
		for _, term := range append(slices.Clone(q.Any), q.Off...) {
			on := slices.Contains(q.Any, term)
			item := fyne.NewMenuItem(term, func() {
				t.correctPosting(tr.T("tailor.correct-term", "Correct term"), p.ID, posting.SwitchTerm{Requirement: q.ID, Term: term, On: !on})
			})
			item.Checked = on
			items = append(items, item)
		}
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items, fyne.NewMenuItem(tr.T("tailor.not-for-me", "Not for me"), func() { t.strike(p, q, true) }))
	if q.Corrected() {
		items = append(items, fyne.NewMenuItem(tr.T("tailor.as-it-was-read", "As it was read"), func() {
			t.correctPosting(tr.T("tailor.restore-requirement", "Restore requirement"), p.ID, posting.Restore{Requirement: q.ID})
		}))
	}
	popUp(below, items...)
}

// strike strikes a requirement out, or takes that back.
func (t *Tailor) strike(p posting.Stored, q posting.Requirement, out bool) {
	label := tr.T("tailor.strike-out-requirement", "Strike out requirement")
	if !out {
		label = tr.T("tailor.restore-requirement", "Restore requirement")
	}
	t.correctPosting(label, p.ID, posting.Strike{Requirement: q.ID, NotForMe: out})
}

// struckRows are the requirements that are not for the user, each with a button that takes
// that back.
func (t *Tailor) struckRows(p posting.Stored) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, list := range [][]posting.Requirement{p.Required, p.Unlabeled, p.Preferred, p.Mentioned} {
		for _, q := range list {
			if !q.NotForMe {
				continue
			}
			name := firstOf(match.AnyOf(append(slices.Clone(q.Any), q.Off...), q.Sentence, p.Language), q.Text)
			back := widgets.NewIconButton(theme.ContentUndoIcon(), tr.T("tailor.count-it-again", "Count it again"), func() {
				if len(q.Off) > 0 && len(q.Any) == 0 {
					t.correctPosting(tr.T("tailor.restore-requirement", "Restore requirement"), p.ID, posting.Restore{Requirement: q.ID})
					return
				}
				t.strike(p, q, false)
			})
			rows = append(rows, widgets.NewActionRow("", name, "", back))
		}
	}
	return rows
}

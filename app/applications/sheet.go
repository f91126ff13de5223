package applications

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/job/application"
	"resumax/resume"
	"resumax/widgets"
)

// sheetPane is what application forms ask, each field with a button to copy it.
type sheetPane struct {
	screen *Applications
	rows   *fyne.Container
	copied map[string]bool // what was copied for the application, by group and label
	id     string
	drawn  []application.Group
	root   *container.Scroll
}

func newSheetPane(a *Applications) *sheetPane {
	p := &sheetPane{screen: a, rows: widgets.NewColumn(14), copied: map[string]bool{}}
	p.root = container.NewVScroll(inset(p.rows))
	return p
}

// show shows the sheet of an application.
func (p *sheetPane) show(app application.Application, project resume.Document) {
	d, name := p.screen.documentOf(app)
	letter := ""
	if p.screen.services.Letter != nil {
		letter = p.screen.services.Letter(app.Variant)
	}
	groups := application.Sheet(d, application.Facts(project), letter)
	if app.ID == p.id && slices.EqualFunc(groups, p.drawn, func(a, b application.Group) bool { return a.Title == b.Title && slices.Equal(a.Fields, b.Fields) }) {
		return
	}
	if app.ID != p.id {
		p.copied = map[string]bool{}
		p.root.ScrollToTop()
	}
	p.id, p.drawn = app.ID, groups
	p.screen.services.Shell.KeepFocus(func() { p.draw(groups, name, app) })
}

func (p *sheetPane) draw(groups []application.Group, name string, app application.Application) {
	p.rows.RemoveAll()
	about := tr.T("applications.what-application-forms-ask-in", "What application forms ask, in their order, from “{{.Name}}”. Click a field to copy it.", tr.With{"Name": name})
	if app.Variant != "" && name == tr.T("applications.base-resume", "Base resume") {
		about = tr.T("applications.the-variant-of-this", "The variant of this application was deleted, so this is the base resume. Click a field to copy it.")
	}
	p.rows.Add(widgets.NewMuted(about))
	for i, g := range groups {
		column := widgets.NewColumn(0, widgets.NewStrong(tr.Word(g.Title)))
		for j, f := range g.Fields {
			column.Add(p.row(fmt.Sprint(i, " ", j), f))
		}
		p.rows.Add(column)
	}
	p.rows.Add(left(widgets.NewButton(tr.T("applications.facts-for-forms", "Facts for forms…"), p.screen.EditFacts)))
	p.rows.Refresh()
}

// row is a field. What was copied says so, so that a long form is filled in without losing
// the place.
func (p *sheetPane) row(key string, f application.Field) fyne.CanvasObject {
	label := tr.Word(f.Label)
	if f.Note != "" {
		label += " · " + tr.Word(f.Note)
	}
	var row *widgets.ActionRow
	copyIt := func() {
		p.screen.services.Copy(f.Value)
		p.copied[key] = true
		row.SetText(tr.T("applications.copied", "Copied"), f.Value, label)
		p.screen.services.Shell.Toaster.Show(tr.T("applications.copied-2", "Copied “{{.Label}}”", tr.With{"Label": tr.Word(f.Label)}), "", nil)
	}
	button := widgets.NewIconButton(theme.ContentCopyIcon(), tr.T("applications.copy", "Copy {{.Label}}", tr.With{"Label": tr.Word(f.Label)}), copyIt)
	button.SkipTab = true // the row does the same
	badge := ""
	if p.copied[key] {
		badge = tr.T("applications.copied", "Copied")
	}
	row = widgets.NewActionRow(badge, f.Value, label, button)
	row.OnTapped = copyIt
	return row
}

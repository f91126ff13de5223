package gallery

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/role"
	"resumax/widgets"
)

// chooserRow is one choice of [Choose].
type chooserRow struct {
	row  *widgets.ActionRow
	pack *role.Pack // nil for the choices "detect" and "none"
}

// Choose lets the user choose the target role; chosen is the current one. It calls
// done with the id: "" to detect the role, [role.None] for no role.
func Choose(d *shell.Dialogs, roles role.List, chosen string, done func(id string)) {
	var m *widgets.Modal
	var rows []chooserRow
	add := func(id, name, about string, p *role.Pack) {
		badge := ""
		if id == chosen {
			badge = tr.T("gallery.current", "Current")
		}
		row := widgets.NewActionRow(badge, name, about)
		row.OnTapped = func() {
			m.Close()
			done(id)
		}
		rows = append(rows, chooserRow{row, p})
	}
	add("", tr.T("gallery.detect-automatically", "Detect automatically"), tr.T("gallery.from-the-titles-and", "From the titles and terms in the resume"), nil)
	for _, p := range roles {
		add(p.ID, p.Name, p.About, p)
	}
	add(role.None, tr.T("gallery.no-role", "No role"), tr.T("gallery.score-without-role-fit", "Score without role fit"), nil)

	list := widgets.NewColumn(2)
	scroll := container.NewVScroll(list)
	var best *widgets.ActionRow
	filter := func(query string) {
		list.RemoveAll()
		best = nil
		for _, r := range matching(rows, query) {
			if best == nil && query != "" {
				best = r.row
			}
			list.Add(r.row)
		}
		if len(list.Objects) == 0 {
			list.Add(widgets.NewMuted(tr.T("gallery.no-role-matches", "No role matches.")))
		}
		scroll.ScrollToTop()
	}
	filter("")
	search := widgets.NewTextField(tr.T("gallery.search-roles-titles-and", "Search roles, titles and terms"))
	search.OnChanged = filter
	accept := func() {
		if best != nil {
			best.OnTapped()
		}
	}
	search.OnSubmitted = func(string) { accept() }
	buttons := container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("gallery.cancel", "Cancel"), func() { m.Close() }))
	m = d.Modal(widgets.NewColumn(10, widgets.NewHeading(tr.T("gallery.target-role", "Target role")), search,
		d.Fitted(scroll, fyne.NewSize(shell.SheetWidth, 460), fyne.NewSize(80, 190)), buttons), accept)
	m.Focus(search)
}

// matching are the rows that match a query, the best first; all without one.
func matching(rows []chooserRow, query string) []chooserRow {
	if query == "" {
		return rows
	}
	var list role.List
	for _, r := range rows {
		if r.pack != nil {
			list = append(list, r.pack)
		}
	}
	var found []chooserRow
	for _, f := range list.Search(query) {
		found = append(found, rows[slices.IndexFunc(rows, func(r chooserRow) bool { return r.pack == f.Pack })])
	}
	return found
}

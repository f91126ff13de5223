package applications

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/picker"
	"resumax/app/tr"
	"resumax/job/application"
	"resumax/resume"
	"resumax/widgets"
)

var csvFilter = []picker.Filter{{Name: "CSV", Extensions: []string{"csv", "tsv", "txt"}}}

// Export writes all applications as CSV.
func (a *Applications) Export() {
	if len(a.list.all) == 0 {
		return
	}
	a.pick(picker.Request{Title: tr.T("applications.export-applications-as-csv", "Export applications as CSV"), Name: "applications.csv", Filters: csvFilter[:1]}, true, func(path string) {
		data := application.Export(application.Ready(a.project()), true)
		a.services.Shell.Background(tr.T("applications.exporting", "Exporting {{.File}}", tr.With{"File": filepath.Base(path)}), func() func() {
			err := a.services.Disk.Write(path, data)
			return func() {
				if err != nil {
					a.failed(tr.T("applications.couldnt-write", "Couldn't write"), path, err)
					return
				}
				a.services.Shell.SayMade(tr.T("applications.exported", "Exported {{.File}}", tr.With{"File": filepath.Base(path)}), path, a.services.Disk.Open)
			}
		})
	})
}

// Import reads a table of applications, shows what it understood, and adds what the user
// wants of it as one step.
func (a *Applications) Import() {
	a.pick(picker.Request{Title: tr.T("applications.import-a-list-of", "Import a list of applications"), Filters: csvFilter}, false, a.ImportFile)
}

// ImportFile is Import of a file.
func (a *Applications) ImportFile(path string) {
	project := application.Ready(a.project())
	options := application.Options{Today: a.today()}
	a.services.Shell.Background(tr.T("applications.reading", "Reading {{.File}}", tr.With{"File": filepath.Base(path)}), func() func() {
		data, err := a.services.Disk.Read(path, application.MaxTable)
		var t application.Table
		if err == nil {
			t, err = application.Import(project, data, options)
		}
		return func() {
			if err != nil {
				a.failed(tr.T("applications.couldnt-import", "Couldn't import"), path, err)
				return
			}
			r := &tableReview{screen: a, name: filepath.Base(path), data: data, options: options, table: t}
			r.show()
		}
	})
}

// tableReview is the dialog that shows what was understood of a table.
type tableReview struct {
	screen  *Applications
	name    string
	data    []byte
	options application.Options
	table   application.Table

	twice *widgets.Check // import duplicates too
	add   *widgets.Button
	foot  *fyne.Container
	rows  *fyne.Container
	list  *widgets.Reader
	modal *widgets.Modal
}

func (r *tableReview) show() {
	s := r.screen.services.Shell
	r.rows = widgets.NewColumn(8)
	r.list = widgets.NewReader(container.New(layout.NewCustomPaddedLayout(6, 6, 4, scrollSpace), r.rows))
	r.add = widgets.NewButton("", r.take)
	r.add.Importance = widget.HighImportance
	r.twice = widgets.NewCheck("", func(bool) { r.follow() })
	r.foot = container.NewHBox(r.twice, layout.NewSpacer(), widgets.NewButton(tr.T("applications.cancel", "Cancel"), func() { r.modal.Close() }), r.add)
	head := widgets.NewColumn(8, widgets.NewHeading(tr.T("applications.import", "Import {{.Shortened}}", tr.With{"Shortened": shortened(r.name)})))
	if order := r.orders(); order != nil {
		head.Add(order)
	}
	body := widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 6, 0, 0), head), r.foot, nil, nil, r.list)
	r.modal = s.Modal(s.Fitted(body, fyne.NewSize(720, 600), fyne.NewSquareSize(90)), r.take)
	r.draw()
	s.Focus(r.list)
}

// orders offers the order of dates, where the table does not tell it.
func (r *tableReview) orders() fyne.CanvasObject {
	if !r.table.Ambiguous {
		return nil
	}
	order := widgets.NewSelect([]string{tr.T("applications.month-first-3-4", "Month first: 3/4 is March 4"), tr.T("applications.day-first-3-4", "Day first: 3/4 is April 3")}, nil)
	order.SetSelectedIndex(0)
	order.OnChanged = func(string) {
		r.options.Order = application.MonthFirst
		if order.SelectedIndex() == 1 {
			r.options.Order = application.DayFirst
		}
		if t, err := application.Import(application.Ready(r.screen.project()), r.data, r.options); err == nil {
			r.table = t
			r.draw()
		}
	}
	return widgets.NewField(tr.T("applications.order-of-dates", "Order of dates"), order)
}

// linesMost bounds the rows that are shown.
const linesMost = 60

// draw says what was understood: the applications, how they were read, and what was not.
func (r *tableReview) draw() {
	r.rows.RemoveAll()
	today := r.screen.today()
	for _, n := range r.table.Notes {
		r.rows.Add(widgets.NewMuted(n))
	}
	if n := len(r.table.Faults); n > 0 {
		r.rows.Add(widgets.NewStrong(tr.N("applications.cells-not-understood", "{{.Count}} cell was not understood", "{{.Count}} cells were not understood", n)))
		for i, f := range r.table.Faults {
			if i == linesMost {
				r.rows.Add(widgets.NewMuted(tr.N("applications.and-more", "… and {{.Count}} more", "… and {{.Count}} more", n-i)))
				break
			}
			l := widgets.NewMuted(f.String())
			l.SetColor(widgets.ColorWarn)
			r.rows.Add(l)
		}
	}
	r.rows.Add(widgets.NewStrong(tr.N("applications.count", "{{.Count}} application", "{{.Count}} applications", len(r.table.Rows))))
	for i, row := range r.table.Rows {
		if i == linesMost {
			r.rows.Add(widgets.NewMuted(tr.N("applications.and-more", "… and {{.Count}} more", "… and {{.Count}} more", len(r.table.Rows)-i)))
			break
		}
		badge := ""
		about := statusText(row.Application)
		if day := dayText(row.Application.Dates.Applied, today); day != "" && about == tr.Word(application.Applied.Label()) {
			about += " " + day
		} else if day != "" {
			about = tr.T("applications.status-applied", "{{.Status}}, applied {{.Day}}", tr.With{"Status": about, "Day": day})
		}
		if row.Duplicate != "" {
			badge, about = tr.T("applications.duplicate", "Duplicate"), about+" · "+row.Duplicate
		}
		line := widgets.NewActionRow(badge, row.Application.Name(), about)
		line.SetBadgeColor(widgets.ColorWarn)
		r.rows.Add(line)
	}
	r.rows.Refresh()
	r.list.Refresh()
	r.follow()
}

// chosen are the applications to import.
func (r *tableReview) chosen() (all []application.Application) {
	for _, row := range r.table.Rows {
		if row.Duplicate == "" || r.twice.Checked {
			all = append(all, row.Application)
		}
	}
	return all
}

// follow says how many will be imported.
func (r *tableReview) follow() {
	twice := 0
	for _, row := range r.table.Rows {
		if row.Duplicate != "" {
			twice++
		}
	}
	r.twice.Hidden = twice == 0
	r.twice.SetText(tr.N("applications.import-duplicates", "Import {{.Count}} duplicate too", "Import {{.Count}} duplicates too", twice))
	n := len(r.chosen())
	r.add.SetText(tr.N("applications.import-count", "Import {{.Count}}", "Import {{.Count}}", n))
	if n == 0 {
		r.add.Disable()
	} else {
		r.add.Enable()
	}
	r.foot.Refresh()
}

// take imports what was chosen.
func (r *tableReview) take() {
	all := r.chosen()
	if len(all) == 0 {
		return
	}
	r.modal.Close()
	a := r.screen
	if a.session.EditProject(tr.T("applications.import-applications", "Import applications"), application.Address, ready.Then(func(d resume.Document) (resume.Document, error) {
		next, _, err := application.Add(d, all)
		return next, err
	})) {
		a.focusList()
		a.services.Notice(tr.N("applications.imported", "Imported {{.Count}} application", "Imported {{.Count}} applications", len(all)))
	}
}

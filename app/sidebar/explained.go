package sidebar

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/score"
	"resumax/widgets"
)

// explained is how a dimension is scored, right below its meter: its checks with their
// points; on demand how each is computed, with examples and the source.
type explained struct {
	root  *fyne.Container
	title *widgets.Label
	rows  []*explainedRow
	more  *widgets.Button
	all   bool   // how checks are computed is shown
	of    string // the dimension shown, "" for none
}

// explainedRow is one check.
type explainedRow struct {
	name, how *widgets.Label
	small     *fyne.Container
}

func newExplained() *explained {
	e := &explained{root: container.NewStack()}
	e.more = widgets.NewButton("", func() {
		e.all = !e.all
		e.fold()
		e.root.Refresh()
	})
	e.more.Importance = widget.LowImportance
	e.root.Hide()
	return e
}

// show explains a dimension with its points in a report; "" hides it.
func (e *explained) show(r score.Report, dimension string) {
	var shown score.Dimension
	for _, d := range r.Dimensions {
		if d.ID == dimension {
			shown = d
		}
	}
	if dimension != e.of {
		e.of = dimension
		e.build(score.Explain(dimension))
	}
	if dimension == "" {
		return
	}
	e.title.SetText(tr.T("sidebar.of-points", "{{.Name}}: {{.Points}} of {{.Most}} points", tr.With{"Name": tr.Word(shown.Name), "Points": figure(shown.Points), "Most": figure(shown.Max)}))
	for i, c := range shown.Checks {
		e.rows[i].name.SetText(tr.T("sidebar.of", "{{.Name}}: {{.Points}} of {{.Most}}", tr.With{"Name": c.Name, "Points": figure(c.Max - c.Lost), "Most": figure(c.Max)}))
	}
}

func (e *explained) build(explanations []score.Explanation) {
	e.root.RemoveAll()
	e.rows, e.all, e.title = nil, false, widgets.NewStrong("")
	e.root.Hidden = len(explanations) == 0
	column := widgets.NewColumn(4, e.title)
	for _, x := range explanations {
		row := &explainedRow{name: widgets.NewLabel(x.Name), how: widgets.NewMuted(x.How)}
		row.small = widgets.NewColumn(2, row.how, widgets.NewMuted(tr.T("sidebar.passes", "Passes: {{.Passes}}", tr.With{"Passes": x.Passes})), widgets.NewMuted(tr.T("sidebar.fails", "Fails: {{.Fails}}", tr.With{"Fails": x.Fails})), widgets.NewMuted(x.Source))
		e.rows = append(e.rows, row)
		column.Add(widgets.NewColumn(2, row.name, row.small))
	}
	column.Add(container.NewHBox(e.more))
	column.Add(widget.NewSeparator())
	e.fold()
	e.root.Add(inset(column, 4, 8))
	e.root.Refresh()
}

// fold hides or shows the small print.
func (e *explained) fold() {
	label := tr.T("sidebar.how-they-are-computed", "How they are computed")
	if e.all {
		label = tr.T("sidebar.hide-how-they-are", "Hide how they are computed")
	}
	e.more.SetText(label)
	for _, row := range e.rows {
		row.small.Hidden = !e.all
	}
}

// figure formats points: "3.5", "12".
func figure(v float64) string { return tr.Point(strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")) }

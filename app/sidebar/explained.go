package sidebar

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/score"
	"resumax/widgets"
)

// explained is how a dimension is scored: its checks, how each is computed and the
// source of its threshold.
type explained struct {
	root *fyne.Container
	rows []*explainedRow
	of   string // the dimension shown, "" for none
}

type explainedRow struct{ name, how, source *widgets.Label }

func newExplained() *explained {
	e := &explained{root: container.NewStack()}
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
		e.build(shown.Name, score.Explain(dimension))
	}
	for i, c := range shown.Checks {
		e.rows[i].name.SetText(fmt.Sprintf("%s  %s of %s", c.Name, figure(c.Max-c.Lost), figure(c.Max)))
	}
}

func (e *explained) build(dimension string, explanations []score.Explanation) {
	e.root.RemoveAll()
	e.rows = nil
	e.root.Hidden = len(explanations) == 0
	column := widgets.NewColumn(10)
	for _, x := range explanations {
		row := &explainedRow{widgets.NewStrong(x.Name), widgets.NewLabel(x.How), widgets.NewMuted(x.Source)}
		e.rows = append(e.rows, row)
		column.Add(widgets.NewColumn(3, row.name, row.how,
			widgets.NewLabel("Passes: "+x.Passes), widgets.NewLabel("Fails: "+x.Fails), row.source))
	}
	card := widgets.NewCard(container.New(layout.NewCustomPaddedLayout(10, 12, 12, 12), column))
	e.root.Add(widgets.NewColumn(6, widgets.NewStrong("How "+dimension+" is scored"), card))
	e.root.Refresh()
}

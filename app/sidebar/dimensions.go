package sidebar

import (
	"fyne.io/fyne/v2"

	"resumax/score"
	"resumax/widgets"
)

// dimensions are the parts of the score as meters.
type dimensions struct {
	choose func(id string) // called for a tap
	meters map[string]*widgets.Meter
	root   *fyne.Container
}

func newDimensions(choose func(id string)) *dimensions {
	return &dimensions{choose: choose, meters: map[string]*widgets.Meter{}, root: widgets.NewColumn(2)}
}

func (d *dimensions) show(r score.Report) {
	for _, dim := range r.Dimensions {
		m := d.meters[dim.ID]
		if m == nil {
			m = widgets.NewMeter(dim.Name)
			m.OnTapped = func() { d.choose(dim.ID) }
			d.meters[dim.ID] = m
			d.root.Add(m)
		}
		if dim.Max <= 0 {
			m.Hide()
			continue
		}
		m.Show()
		m.SetValue(dim.Points, dim.Max, widgets.ShareColor(dim.Points/dim.Max))
	}
}

// selected shows the meter of a dimension as selected, "" for none.
func (d *dimensions) selected(id string) {
	for of, m := range d.meters {
		m.SetSelected(of == id)
	}
}

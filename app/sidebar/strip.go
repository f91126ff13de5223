package sidebar

import (
	"resumax/app/tr"
	"resumax/score"
	"resumax/widgets"
)

// strip is the score with its dimensions on little space.
type strip struct {
	*widgets.ScoreStrip
	choose func(id string) // called for a tap on a dimension
	meters map[string]*widgets.Meter
	order  []*widgets.Meter
}

func newStrip(choose func(id string)) *strip {
	return &strip{ScoreStrip: widgets.NewScoreStrip(), choose: choose, meters: map[string]*widgets.Meter{}}
}

func (s *strip) show(r score.Report) {
	s.SetScore(r.Score, band(r.Score), widgets.ShareColor(r.Score/100))
	for _, dim := range r.Dimensions {
		m := s.meters[dim.ID]
		if m == nil {
			m = widgets.NewMeter(tr.Word(dim.Name))
			m.OnTapped = func() { s.choose(dim.ID) }
			s.meters[dim.ID] = m
			s.order = append(s.order, m)
			s.SetMeters(s.order)
		}
		if hidden := dim.Max <= 0; hidden != m.Hidden {
			m.Hidden = hidden
			s.SetMeters(s.order)
		}
		if dim.Max > 0 {
			m.SetValue(dim.Points, dim.Max, widgets.ShareColor(dim.Points/dim.Max))
		}
	}
}

// selected shows the meter of a dimension as selected, "" for none.
func (s *strip) selected(id string) {
	for of, m := range s.meters {
		m.SetSelected(of == id)
	}
}

// band is the word for a score.
func band(v float64) string {
	switch {
	case v >= 85:
		return tr.T("sidebar.strong", "Strong")
	case v >= 70:
		return tr.T("sidebar.good", "Good")
	case v >= 50:
		return tr.T("sidebar.fair", "Fair")
	}
	return tr.T("sidebar.needs-work", "Needs work")
}

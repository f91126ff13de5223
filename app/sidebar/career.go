package sidebar

import (
	"cmp"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"resumax/app/session"
	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

// career draws the resume's dated entries on a line of years, with the gaps
// between positions. A tap leads to the entry.
type career struct {
	root     *fyne.Container
	timeline *widgets.Timeline
	leads    []resume.Address // where each span leads to
}

func newCareer(s *session.Session) *career {
	c := &career{timeline: widgets.NewTimeline()}
	c.timeline.OnTapped = func(i int) { s.Reveal(c.leads[i]) }
	c.root = widgets.NewColumn(8, widgets.NewStrong("Your years"), c.timeline)
	c.root.Hide()
	return c
}

func (c *career) show(of score.Career) {
	var spans []widgets.TimeSpan
	c.leads = c.leads[:0]
	for _, s := range of.Stints {
		span := widgets.TimeSpan{From: years(s.From), To: years(s.To), Name: s.Name, Tip: resume.Period(s.Start, s.End), Look: widgets.SpanSide}
		if s.Start.Month > 0 && s.End.Month > 0 || s.Start.Month > 0 && s.End.IsZero() {
			span.Tip += ", " + length(s.To-s.From)
		}
		if s.Section == "work" {
			span.Look = widgets.SpanMain
		}
		spans, c.leads = append(spans, span), append(c.leads, s.Address)
	}
	for _, g := range of.Gaps {
		spans = append(spans, widgets.TimeSpan{From: years(g.From), To: years(g.To), Name: length(g.Months),
			Tip: "of nothing, in " + resume.Period(month(g.From), month(g.To-1)), Look: widgets.SpanGap})
		c.leads = append(c.leads, g.Address)
	}
	c.sort(spans)
	c.root.Hidden = len(spans) == 0
	c.timeline.SetSpans(years(of.From), years(of.To), spans)
}

// sort puts spans, and where each leads to, in the order in which they begin.
func (c *career) sort(spans []widgets.TimeSpan) {
	type lead struct {
		span widgets.TimeSpan
		to   resume.Address
	}
	all := make([]lead, len(spans))
	for i, s := range spans {
		all[i] = lead{s, c.leads[i]}
	}
	slices.SortStableFunc(all, func(a, b lead) int { return cmp.Compare(a.span.From, b.span.From) })
	for i, l := range all {
		spans[i], c.leads[i] = l.span, l.to
	}
}

// years are months since the year 0 as years.
func years(months int) float64 { return float64(months) / 12 }

// month is a month counted from the year 0 as a date.
func month(m int) resume.Date { return resume.Date{Year: m / 12, Month: m%12 + 1} }

// length is a number of months in words: "7 months", "2 years 1 month".
func length(months int) string {
	count := func(n int, of string) string {
		if n == 1 {
			return "1 " + of
		}
		return fmt.Sprintf("%d %ss", n, of)
	}
	switch y, m := months/12, months%12; {
	case y == 0:
		return count(m, "month")
	case m == 0:
		return count(y, "year")
	default:
		return count(y, "year") + " " + count(m, "month")
	}
}

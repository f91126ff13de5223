package sidebar

import (
	"cmp"
	"slices"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

// career draws the resume's dated entries on a timeline, with the gaps between
// positions. A tap leads to the entry.
type career struct {
	*fold
	timeline *widgets.Timeline
	leads    []resume.Address // of each span
}

func newCareer(s *session.Session) *career {
	c := &career{timeline: widgets.NewTimeline()}
	c.timeline.OnTapped = func(i int) { s.Reveal(c.leads[i]) }
	c.fold = newFold(tr.T("sidebar.career-timeline", "Career timeline"), c.timeline)
	c.show(score.Career{})
	return c
}

func (c *career) show(of score.Career) {
	var spans []widgets.TimeSpan
	c.leads = c.leads[:0]
	for _, s := range of.Stints {
		span := widgets.TimeSpan{From: years(s.From), To: years(s.To), Name: s.Name, Tip: tr.Period(s.Start, s.End), Look: widgets.SpanSide}
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
			Tip: tr.T("sidebar.gap", "gap, {{.Period}}", tr.With{"Period": tr.Period(month(g.From), month(g.To-1))}), Look: widgets.SpanGap})
		c.leads = append(c.leads, g.Address)
	}
	c.sort(spans)
	c.fold.show(len(spans) > 0)
	c.timeline.SetSpans(years(of.From), years(of.To), spans)
}

// sort orders spans, and where each leads to, by start.
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

// years converts months since the year 0.
func years(months int) float64 { return float64(months) / 12 }

// month is the date of a month counted from the year 0.
func month(m int) resume.Date { return resume.Date{Year: m / 12, Month: m%12 + 1} }

// length formats a number of months: "7 months", "2 years 1 month".
func length(months int) string {
	inYears := func(n int) string { return tr.N("sidebar.years", "{{.Count}} year", "{{.Count}} years", n) }
	inMonths := func(n int) string { return tr.N("sidebar.months", "{{.Count}} month", "{{.Count}} months", n) }
	switch y, m := months/12, months%12; {
	case y == 0:
		return inMonths(m)
	case m == 0:
		return inYears(y)
	default:
		return inYears(y) + " " + inMonths(m)
	}
}

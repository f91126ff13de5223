package prepare

import (
	"time"

	"resumax/app/tr"
	"resumax/job/application"
	"resumax/resume"
)

func timeOf(d resume.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// isDay reports whether a date has a day.
func isDay(d resume.Date) bool { return d.Understood() && d.Day > 0 && d.Text == "" }

// daysUntil is how many days a day is away; less than 0 for one that has passed.
func daysUntil(d, today resume.Date) int {
	return int(timeOf(d).Sub(timeOf(today)).Hours() / 24)
}

// dayText is a day as the screen says it: without the year if that is this one.
func dayText(d, today resume.Date) string {
	if !isDay(d) {
		return tr.Date(d)
	}
	if d.Year == today.Year {
		return tr.DayOfYear(timeOf(d))
	}
	return tr.Day(timeOf(d))
}

// soonText is how far away an interview is.
func soonText(d, today resume.Date) string {
	switch n := daysUntil(d, today); n {
	case 0:
		return tr.T("prepare.today", "Today")
	case 1:
		return tr.T("prepare.tomorrow", "Tomorrow")
	default:
		return tr.N("prepare.in-days", "{{.Day}}, in {{.Count}} day", "{{.Day}}, in {{.Count}} days", n, tr.With{"Day": dayText(d, today)})
	}
}

// dueText says when a card comes again.
func dueText(d, today resume.Date) string {
	switch n := daysUntil(d, today); {
	case n < 0:
		return tr.T("prepare.overdue", "overdue")
	case n == 0:
		return tr.T("prepare.due-today", "due today")
	case n == 1:
		return tr.LowerFirst(tr.T("prepare.tomorrow", "Tomorrow"))
	case n < 30:
		return tr.N("prepare.due-in-days", "in {{.Count}} day", "in {{.Count}} days", n)
	}
	return dayText(d, today)
}

// nextMeeting is the next interview of the project's applications; the zero date for none.
func nextMeeting(d resume.Document, today resume.Date) (next resume.Date) {
	for _, a := range application.List(d) {
		if m, ok := a.NextInterview(today); ok && isDay(m.Day) && (next.IsZero() || daysUntil(m.Day, next) < 0) {
			next = m.Day
		}
	}
	return next
}

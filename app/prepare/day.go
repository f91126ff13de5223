package prepare

import (
	"fmt"
	"strings"
	"time"

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

// parsedDay reads a day as people type it: any date, one without its year, which is then the
// next one, a day of the week, today and tomorrow.
func parsedDay(text string, today resume.Date) resume.Date {
	text = strings.Join(strings.Fields(text), " ")
	now := timeOf(today)
	switch low := strings.ToLower(text); low {
	case "":
		return resume.Date{}
	case "today":
		return today
	case "tomorrow":
		return resume.DayOf(now.AddDate(0, 0, 1))
	default:
		for i := 1; i <= 7; i++ {
			day := now.AddDate(0, 0, i)
			if name := strings.ToLower(day.Weekday().String()); low == name || low == name[:3] {
				return resume.DayOf(day)
			}
		}
	}
	d := application.Day(text)
	if isDay(d) || !strings.ContainsAny(text, "0123456789") {
		return d
	}
	for _, year := range []int{today.Year, today.Year + 1} {
		if y := application.Day(fmt.Sprint(text, " ", year)); isDay(y) && daysUntil(y, today) >= -183 {
			return y
		}
	}
	return d
}

// dayText is a day as the screen says it: without the year if that is this one.
func dayText(d, today resume.Date) string {
	if !isDay(d) {
		return d.String()
	}
	if d.Year == today.Year {
		return timeOf(d).Format("Jan 2")
	}
	return timeOf(d).Format("Jan 2, 2006")
}

// soonText is how far away an interview is.
func soonText(d, today resume.Date) string {
	switch n := daysUntil(d, today); n {
	case 0:
		return "Today"
	case 1:
		return "Tomorrow"
	default:
		return fmt.Sprintf("%s, in %d days", dayText(d, today), n)
	}
}

// dueText says when a card comes again.
func dueText(d, today resume.Date) string {
	switch n := daysUntil(d, today); {
	case n < 0:
		return "overdue"
	case n == 0:
		return "due today"
	case n == 1:
		return "tomorrow"
	case n < 30:
		return fmt.Sprintf("in %d days", n)
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

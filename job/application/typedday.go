package application

import (
	"strings"
	"time"

	"resumax/resume"
)

// TypedDay is a day as people type it in a field: any date, one without its year, which is then the
// nearest one, a day of the week, today and tomorrow. What is none is kept as its text.
func TypedDay(text string, today resume.Date) resume.Date {
	text = strings.Join(strings.Fields(text), " ")
	now := time.Date(today.Year, time.Month(today.Month), today.Day, 0, 0, 0, 0, time.UTC)
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
			name := strings.ToLower(day.Weekday().String())
			if low == name || low == name[:3] {
				return resume.DayOf(day)
			}
		}
	}
	d := Day(text)
	if d.Understood() && d.Day > 0 && d.Text == "" {
		return d
	}
	if !strings.ContainsAny(text, "0123456789") || !today.Understood() {
		return d
	}
	nearest, found := resume.Date{}, false
	for _, year := range []int{today.Year, today.Year + 1, today.Year - 1} {
		y := Day(text + " " + time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"))
		if !y.Understood() || y.Day == 0 || y.Text != "" {
			continue
		}
		if !found || distance(y, now) < distance(nearest, now) {
			nearest, found = y, true
		}
	}
	if found {
		return nearest
	}
	return d
}

func distance(d resume.Date, now time.Time) time.Duration {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Sub(now).Abs()
}

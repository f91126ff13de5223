package applications

import (
	"time"

	"resumax/app/tr"
	"resumax/resume"
)

// weekdayText is a day with its day of the week, without the year if that is this one.
func weekdayText(d, today resume.Date) string {
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	if d.Year == today.Year {
		return tr.Weekday(t)
	}
	return tr.FullDay(t)
}

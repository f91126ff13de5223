package applications

import (
	"time"

	"resumax/resume"
)

// weekday is the day of the week of a day.
func weekday(d resume.Date) string {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Format("Mon")
}

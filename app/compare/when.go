package compare

import (
	"time"

	"resumax/app/tr"
)

// When is a moment in words, short, as seen from now: "Today 14:02", "Yesterday
// 18:30", "Nov 12 09:15", "Nov 12, 2024 09:15". It is said in now's time zone.
func When(t, now time.Time) string {
	t = t.In(now.Location())
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
	}
	switch days := int(day(now).Sub(day(t)).Hours() / 24); {
	case days == 0:
		return tr.T("compare.today", "Today {{.Time}}", tr.With{"Time": t.Format("15:04")})
	case days == 1:
		return tr.T("compare.yesterday", "Yesterday {{.Time}}", tr.With{"Time": t.Format("15:04")})
	case t.Year() == now.Year():
		return tr.DayOfYear(t) + " " + t.Format("15:04")
	}
	return tr.Day(t) + " " + t.Format("15:04")
}

package compare

import (
	"testing"
	"time"
)

func TestWhen(t *testing.T) {
	oslo := time.FixedZone("", 3600)
	now := time.Date(2026, 3, 1, 0, 30, 0, 0, oslo)
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{now, "Today 00:30"},
		{now.Add(-30 * time.Minute), "Today 00:00"},
		{now.Add(-31 * time.Minute), "Yesterday 23:59"},
		{now.Add(-31 * time.Minute).UTC(), "Yesterday 23:59"},
		{time.Date(2026, 2, 27, 9, 5, 0, 0, oslo), "Feb 27 09:05"},
		{time.Date(2025, 11, 12, 18, 0, 0, 0, oslo), "Nov 12, 2025 18:00"},
		{now.Add(26 * time.Hour), "Mar 2 02:30"}, // a clock was set back
	} {
		if got := When(c.at, now); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

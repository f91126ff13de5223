package prepare

import (
	"testing"

	"resumax/resume"
)

func TestDaysAsTheyAreSaid(t *testing.T) {
	today := resume.Date{Year: 2026, Month: 11, Day: 29}
	for _, c := range []struct {
		day       resume.Date
		soon, due string
	}{
		{today, "Today", "due today"},
		{resume.Date{Year: 2026, Month: 11, Day: 30}, "Tomorrow", "tomorrow"},
		{resume.Date{Year: 2026, Month: 12, Day: 4}, "Dec 4, in 5 days", "in 5 days"},
		{resume.Date{Year: 2027, Month: 2, Day: 1}, "Feb 1, 2027, in 64 days", "Feb 1, 2027"},
	} {
		if got := soonText(c.day, today); got != c.soon {
			t.Errorf("%q, want %q", got, c.soon)
		}
		if got := dueText(c.day, today); got != c.due {
			t.Errorf("%q, want %q", got, c.due)
		}
	}
	if got := dueText(resume.Date{Year: 2026, Month: 11, Day: 20}, today); got != "overdue" {
		t.Errorf("%q", got)
	}
}

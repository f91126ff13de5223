package application

import (
	"testing"

	"resumax/resume"
)

func TestTypedDay(t *testing.T) {
	today := resume.Date{Year: 2026, Month: 11, Day: 29} // a Sunday
	for text, want := range map[string]string{
		"today": "2026-11-29", "Tomorrow": "2026-11-30", "fri": "2026-12-04", "sunday": "2026-12-06", "dec 4": "2026-12-04", "4 Jan": "2027-01-04",
		"2026-12-24": "2026-12-24", "": "", "soon": "", "2026-13-40": "",
	} {
		d := TypedDay(text, today)
		got := ""
		if d.Understood() && d.Day > 0 && d.Text == "" {
			got = d.ISO()
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

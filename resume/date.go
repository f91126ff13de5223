package resume

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar date of which the day, or the month and the day, may be
// unknown, as JSON Resume has it. The zero Date is no date.
type Date struct {
	Year  int    // 1000 to 2999, 0 for none
	Month int    // 1 to 12, 0 for unknown
	Day   int    // 1 to 31, 0 for unknown
	Text  string // the wording, where the date does not say all of it ("Summer 2019") or could not be understood; else ""
}

// DayOf is the day of a time, where that time is.
func DayOf(t time.Time) Date { return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()} }

// monthNames are the months as they are printed.
var monthNames = []string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}

// parseISO reads a date as [Date.ISO] writes it.
func parseISO(s string) (d Date, ok bool) {
	digits := func(from, to int) (n int) {
		for _, c := range []byte(s[from:to]) {
			if c < '0' || c > '9' {
				return -1
			}
			n = 10*n + int(c-'0')
		}
		return n
	}
	if len(s) != 4 && (len(s) != 7 || s[4] != '-') && (len(s) != 10 || s[4] != '-' || s[7] != '-') {
		return Date{}, false
	}
	d.Year = digits(0, 4)
	ok = d.Year > 0
	if len(s) >= 7 {
		d.Month = digits(5, 7)
		ok = ok && d.Month > 0
	}
	if len(s) == 10 {
		d.Day = digits(8, 10)
		ok = ok && d.Day > 0
	}
	return d, ok && d.valid()
}

func (d Date) valid() bool {
	if d.Year < 1000 || d.Year > 2999 || d.Month > 12 {
		return false
	}
	if d.Day == 0 {
		return true
	}
	return d.Month > 0 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero reports whether there is no date, understood or not.
func (d Date) IsZero() bool { return d == Date{} }

// Understood reports whether d is a date, not missing and not mere text.
func (d Date) Understood() bool { return d.Year > 0 }

// Unread reports whether there is a wording that could not be read as a date: of
// what it says of time, nothing is known.
func (d Date) Unread() bool { return d.Year == 0 && d.Text != "" }

// ISO is the date as JSON Resume writes it, "2021", "2021-03" or "2021-03-15",
// or the wording of one that JSON Resume cannot say.
func (d Date) ISO() string {
	switch {
	case d.Text != "" || d.Year == 0:
		return d.Text
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// String is the date as a resume prints it, "Mar 2021" or "2021", or the wording
// of one that says more or less. Days are left out: no reader of a resume needs
// them.
func (d Date) String() string {
	switch {
	case d.Text != "" || d.Year == 0:
		return d.Text
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	}
	return monthNames[d.Month-1][:3] + " " + strconv.Itoa(d.Year)
}

// Long is the date with its month in full, "March 2021", or as String has it.
func (d Date) Long() string {
	if d.Text != "" || d.Year == 0 || d.Month == 0 {
		return d.String()
	}
	return monthNames[d.Month-1] + " " + strconv.Itoa(d.Year)
}

// Present is what stands for the end of what has not ended.
const Present = "Present"

// Months is the date as months since the year 0, the middle of the year where
// the month is unknown, and 0 for no date. It serves for lengths and order.
func (d Date) Months() int {
	switch {
	case d.Year == 0:
		return 0
	case d.Month == 0:
		return d.Year*12 + 6
	}
	return d.Year*12 + d.Month - 1
}

// Before reports whether d surely lies before e: a missing month or day on
// either side leaves it open and counts as not before.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year || d.Month == 0 || e.Month == 0 {
		return d.Year < e.Year
	}
	if d.Month != e.Month || d.Day == 0 || e.Day == 0 {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// Period prints a span as a resume does: "Mar 2021 – Present", "2019 – 2021",
// one date alone where only one is known. An open end counts as present if
// there is a start.
func Period(start, end Date) string {
	switch {
	case start.IsZero():
		return end.String()
	case end.IsZero():
		return start.String() + " – " + Present
	case start.String() == end.String():
		return start.String()
	}
	return start.String() + " – " + end.String()
}

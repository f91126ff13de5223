package resume

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Date is a calendar date of which the day, or the month and the day, may be
// unknown, as JSON Resume has it. The zero Date is no date.
type Date struct {
	Year  int    // 1000 to 2999, 0 for none
	Month int    // 1 to 12, 0 for unknown
	Day   int    // 1 to 31, 0 for unknown
	Text  string // what stands in the file where it could not be understood, else ""
}

// Month names that are understood, by their first three letters.
var monthNames = []string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}

var (
	yearMonthDay = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[t ].*)?)?)?$`)
	monthYear    = regexp.MustCompile(`^(\d{1,2})[-/.](\d{4})$`)
	nameYear     = regexp.MustCompile(`^([a-z]{3,9})\.?,?\s*'?(\d{4}|\d{2})$`)
	yearName     = regexp.MustCompile(`^(\d{4}),?\s*([a-z]{3,9})\.?$`)
	dayNameYear  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})$`)
	nameDayYear  = regexp.MustCompile(`^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$`)
)

// present holds the words that people write for an end that has not come.
var present = map[string]bool{"present": true, "now": true, "current": true, "currently": true,
	"today": true, "ongoing": true, "to date": true, "till date": true, "-": true, "–": true}

// IsPresent reports whether text says that something still goes on.
func IsPresent(text string) bool {
	return present[strings.ToLower(strings.TrimSpace(text))]
}

// ParseDate reads a date as people type it: "2021", "2021-03", "2021-03-15",
// "03/2021", "Mar 2021", "15 March 2021", "March 15, 2021". Slashed dates of
// three numbers are not read, since their order differs from place to place.
// The result's Text is empty where the date was understood.
func ParseDate(text string) (Date, bool) {
	if d, ok := parseISO(text); ok {
		return d, true // as files have them
	}
	s := strings.ToLower(strings.Join(strings.Fields(text), " "))
	num := func(t string) int { n, _ := strconv.Atoi(t); return n }
	var d Date
	switch {
	case yearMonthDay.MatchString(s):
		m := yearMonthDay.FindStringSubmatch(s)
		d = Date{Year: num(m[1]), Month: num(m[2]), Day: num(m[3])}
		if m[2] != "" && d.Month == 0 || m[3] != "" && d.Day == 0 {
			return Date{Text: text}, false
		}
	case monthYear.MatchString(s):
		m := monthYear.FindStringSubmatch(s)
		d = Date{Year: num(m[2]), Month: num(m[1])}
		if d.Month == 0 {
			return Date{Text: text}, false
		}
	case nameYear.MatchString(s):
		m := nameYear.FindStringSubmatch(s)
		d = Date{Year: num(m[2]), Month: month(m[1])}
		if len(m[2]) == 2 { // '98 and '21: a working life lies between 1950 and 2049
			d.Year += 1900
			if d.Year < 1950 {
				d.Year += 100
			}
		}
		if d.Month == 0 {
			return Date{Text: text}, false
		}
	case yearName.MatchString(s):
		m := yearName.FindStringSubmatch(s)
		d = Date{Year: num(m[1]), Month: month(m[2])}
		if d.Month == 0 {
			return Date{Text: text}, false
		}
	case dayNameYear.MatchString(s):
		m := dayNameYear.FindStringSubmatch(s)
		d = Date{Year: num(m[3]), Month: month(m[2]), Day: num(m[1])}
	case nameDayYear.MatchString(s):
		m := nameDayYear.FindStringSubmatch(s)
		d = Date{Year: num(m[3]), Month: month(m[1]), Day: num(m[2])}
	default:
		return Date{Text: text}, false
	}
	if !d.valid() {
		return Date{Text: text}, false
	}
	return d, true
}

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

func month(name string) int {
	if name == "sept" {
		return 9
	}
	for i, full := range monthNames {
		full = strings.ToLower(full)
		if name == full || name == full[:3] {
			return i + 1
		}
	}
	return 0
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

// ISO is the date as JSON Resume writes it, "2021", "2021-03" or "2021-03-15",
// or the text that was not understood.
func (d Date) ISO() string {
	switch {
	case d.Year == 0:
		return d.Text
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// String is the date as a resume prints it, "Mar 2021" or "2021", or the text
// that was not understood. Days are left out: no reader of a resume needs them.
func (d Date) String() string {
	switch {
	case d.Year == 0:
		return d.Text
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	}
	return monthNames[d.Month-1][:3] + " " + strconv.Itoa(d.Year)
}

// Long is the date with its month in full, "March 2021", or as String has it.
func (d Date) Long() string {
	if d.Year == 0 || d.Month == 0 {
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

package tr

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"resumax/resume"
)

// Number is a whole number as the language writes it: 12,000 or 12.000. Four digits stand together.
func Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	if len(digits) < 5 {
		return sign + digits
	}
	by := map[string]string{"en": ",", "de": ".", "pt-BR": "."}[current]
	if by == "" {
		by = "\u202f" // a narrow space that doesn't break: French, Spanish
	}
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return sign + strings.Join(append([]string{digits}, groups...), by)
}

// Decimal is a number with so many digits after the point, or after the comma in the languages that have one.
func Decimal(f float64, digits int) string { return Point(strconv.FormatFloat(f, 'f', digits, 64)) }

// Percent is a percentage, with so many digits after the point.
func Percent(f float64, digits int) string {
	return T("number.percent", "{{.Number}}%", With{"Number": Decimal(f, digits)})
}

// Point is a number as Go writes it with the language's sign for the decimal point.
func Point(number string) string {
	if English() {
		return number
	}
	return strings.Replace(number, ".", ",", 1)
}

// Day is a day with its year, such as "Mar 5, 2026".
func Day(t time.Time) string {
	return T("date.day", "{{.Month}} {{.Day}}, {{.Year}}", date(t))
}

// DayOfYear is a day without its year, such as "Mar 5".
func DayOfYear(t time.Time) string { return T("date.day-of-year", "{{.Month}} {{.Day}}", date(t)) }

// Weekday is a day of the week and of the year, such as "Thu, Mar 5".
func Weekday(t time.Time) string {
	return T("date.weekday", "{{.Weekday}}, {{.Month}} {{.Day}}", date(t))
}

// FullDay is a day with its day of the week and its year, such as "Thu, Mar 5, 2026".
func FullDay(t time.Time) string {
	return T("date.full", "{{.Weekday}}, {{.Month}} {{.Day}}, {{.Year}}", date(t))
}

// MonthOf is a date of a resume in the window's language: "Mar 2021"; one that says less or
// more, or has a day, is as the resume has it. [resume.ParseDate] reads it back.
func MonthOf(d resume.Date) string {
	if d.Text != "" || d.Month == 0 || d.Day > 0 {
		return d.String()
	}
	return T("date.month-of-year", "{{.Month}} {{.Year}}", With{"Month": ShortMonth(time.Month(d.Month)), "Year": d.Year})
}

// PeriodOf is a period of a resume in the window's language, as [resume.Period] is in English.
func PeriodOf(start, end resume.Date) string {
	from, to := MonthOf(start), MonthOf(end)
	switch {
	case start.IsZero():
		return to
	case end.IsZero():
		to = T("date.present", "Present")
	case from == to:
		return from
	}
	return from + " – " + to
}

func date(t time.Time) With {
	return With{"Weekday": ShortWeekday(t.Weekday()), "Month": ShortMonth(t.Month()), "Day": t.Day(), "Year": t.Year()}
}

// ShortMonth is a month's name in short, such as "Mar".
func ShortMonth(m time.Month) string {
	switch m {
	case time.January:
		return T("date.january", "Jan")
	case time.February:
		return T("date.february", "Feb")
	case time.March:
		return T("date.march", "Mar")
	case time.April:
		return T("date.april", "Apr")
	case time.May:
		return T("date.may", "May")
	case time.June:
		return T("date.june", "Jun")
	case time.July:
		return T("date.july", "Jul")
	case time.August:
		return T("date.august", "Aug")
	case time.September:
		return T("date.september", "Sep")
	case time.October:
		return T("date.october", "Oct")
	case time.November:
		return T("date.november", "Nov")
	}
	return T("date.december", "Dec")
}

// ShortWeekday is the name of a day of the week in short, such as "Mon".
func ShortWeekday(d time.Weekday) string {
	switch d {
	case time.Monday:
		return T("date.monday", "Mon")
	case time.Tuesday:
		return T("date.tuesday", "Tue")
	case time.Wednesday:
		return T("date.wednesday", "Wed")
	case time.Thursday:
		return T("date.thursday", "Thu")
	case time.Friday:
		return T("date.friday", "Fri")
	case time.Saturday:
		return T("date.saturday", "Sat")
	}
	return T("date.sunday", "Sun")
}

// LowerFirst is a text with a lowercase first letter, for use within a sentence; not in German, whose nouns
// keep their capitals.
func LowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || current == "de" {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// Lower is a name in lowercase letters, for use within a sentence; not in German.
func Lower(s string) string {
	if current == "de" {
		return s
	}
	return strings.ToLower(s)
}

// UpperFirst is a text with a capital first letter.
func UpperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

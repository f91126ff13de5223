package tr

import "resumax/resume"

// Date is a date of a resume as forms show it, with its month short: "Mar 2021". The field that shows it reads it
// back. A page has its dates in the resume's own language.
func Date(d resume.Date) string { return resume.WordingIn(current).Date(d) }

// LongDate is a date with its month in full.
func LongDate(d resume.Date) string { return resume.WordingIn(current).LongDate(d) }

// Present stands for the end of what has not ended.
func Present() string { return resume.WordingIn(current).Present }

// Period is the time from one date to another; without an end it goes on.
func Period(start, end resume.Date) string {
	switch {
	case start.IsZero():
		return Date(end)
	case end.IsZero():
		return Date(start) + " – " + Present()
	case Date(start) == Date(end):
		return Date(start)
	}
	return Date(start) + " – " + Date(end)
}

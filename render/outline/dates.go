package outline

import (
	"fmt"

	"resumax/resume"
)

// date is a date as the design writes it, in the resume's language; a wording that no date says stays as it
// is.
func (b *builder) date(d resume.Date) string {
	if d.Text != "" || !d.Understood() {
		return d.Text
	}
	w := b.r.Wording()
	if d.Month == 0 || b.d.Dates.Format == "year" {
		return w.Year(d)
	}
	switch b.d.Dates.Format {
	case "long":
		return w.LongDate(d)
	case "numeric":
		return fmt.Sprintf("%02d/%d", d.Month, d.Year)
	case "iso":
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return w.Date(d)
}

// day is the date of an event.
func (b *builder) day(d resume.Date, at resume.Address) []Span { return plain(b.date(d), at) }

// period is a time as the page shows it: "Mar 2021 – Present", one date alone
// where only one is known. An open end counts as present if there is a start.
// Its parts know the date they are.
func (b *builder) period(start, end resume.Date, at resume.Address) []Span {
	from, to := plain(b.date(start), at.Child("startDate")), plain(b.date(end), at.Child("endDate"))
	switch {
	case len(from) == 0:
		return to
	case end.IsZero():
		to = plain(b.r.Wording().Present, at.Child("endDate"))
	case b.date(start) == b.date(end):
		return from
	}
	return join(" – ", from, to)
}

package outline

import (
	"fmt"
	"strconv"

	"resumax/resume"
)

// date is a date as the design writes it; a wording that no date says stays as it
// is.
func (b *builder) date(d resume.Date) string {
	if d.Text != "" || !d.Understood() {
		return d.Text
	}
	if d.Month == 0 || b.d.Dates.Format == "year" {
		return strconv.Itoa(d.Year)
	}
	switch b.d.Dates.Format {
	case "long":
		return d.Long()
	case "numeric":
		return fmt.Sprintf("%02d/%d", d.Month, d.Year)
	case "iso":
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return d.String()
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
		to = plain(resume.Present, at.Child("endDate"))
	case b.date(start) == b.date(end):
		return from
	}
	return join(" – ", from, to)
}

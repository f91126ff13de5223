package draft

import "resumax/resume"

// Period is when something began and ended in words that [Item.Period] reads: days where
// they are known, else "Mar 2021 – Present".
func Period(start, end resume.Date) string {
	switch {
	case start.IsZero():
		return Day(end)
	case end.IsZero():
		return Day(start) + " – " + resume.Present
	}
	return Day(start) + " – " + Day(end)
}

// Day is a date in words, with its day where that is known.
func Day(d resume.Date) string {
	if d.Day > 0 && d.Text == "" {
		return d.ISO()
	}
	return d.String()
}

// Lines are the texts of a list.
func Lines(lines []resume.TextLine) []string {
	var all []string
	for _, l := range lines {
		if l.Text != "" {
			all = append(all, l.Text)
		}
	}
	return all
}

package application

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"resumax/resume"
)

// DayOrder is how dates in numbers alone are read, such as 3/4/2026.
type DayOrder int

// The orders.
const (
	AnyOrder   DayOrder = iota // told by the column's other dates
	MonthFirst                 // March 4
	DayFirst                   // April 3
)

func (o DayOrder) String() string {
	return [...]string{"order told by the other dates", "month first", "day first"}[o]
}

// numericDay is a date in numbers, with a time or without.
var numericDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,4})([./\-])\s?(\d{1,2})([./\-])\s?(\d{1,4})$`)
})

// timeBehind is the time of day behind a date.
var timeBehind = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)[,\sT]+(at\s+)?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(z|utc|gmt|[a-z]{3,4}|[+-]\d{2}:?\d{2})?$`)
})

// maxDate bounds a date in bytes, with its weekday and time.
const maxDate = 80

// numbers are the numbers of a date in numbers whose year is last.
type numbers struct {
	first, second, year int
	dots                bool // parted by dots, as only dates with the day first are
}

func numbersOf(text string) (n numbers, ok bool) {
	if text == "" || len(text) > maxDate || text[0] < '0' || text[0] > '9' {
		return n, false
	}
	m := numericDay().FindStringSubmatch(withoutTime(text))
	if m == nil || m[2] != m[4] || len(m[1]) > 2 || len(m[5]) != 4 && len(m[5]) != 2 {
		return n, false
	}
	n.first, _ = strconv.Atoi(m[1])
	n.second, _ = strconv.Atoi(m[3])
	n.year, _ = strconv.Atoi(m[5])
	if len(m[5]) == 2 {
		n.year += 2000
	}
	n.dots = m[2] == "."
	return n, true
}

func (n numbers) in(o DayOrder) (resume.Date, bool) {
	month, day := n.first, n.second
	if o == DayFirst {
		month, day = day, month
	}
	return dayIn(n.year, month, day)
}

func dayIn(year, month, day int) (resume.Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return resume.DayOf(t), year >= 1000 && year < 3000 && t.Year() == year && int(t.Month()) == month && t.Day() == day
}

func withoutTime(text string) string {
	return strings.TrimSpace(timeBehind().ReplaceAllString(strings.TrimSpace(text), ""))
}

// column is the order of the dates in a column, and what tells it.
type column struct {
	order DayOrder
	why   string // "" where there is nothing to tell
	mixed bool   // dates of both orders
}

// orderOf tells the order of the day and the month in a column: by dates that can be read in
// one way only, else by dates that would lie after today in a column of what has happened.
func orderOf(cells []string, past bool, today resume.Date) (c column) {
	var monthFirst, dayFirst string // a cell that proves it
	ambiguous := 0
	late := [3]int{}
	for _, cell := range cells {
		n, ok := numbersOf(cell)
		if !ok || n.dots {
			continue
		}
		m, mok := n.in(MonthFirst)
		d, dok := n.in(DayFirst)
		switch {
		case mok && !dok:
			monthFirst = cell
		case dok && !mok:
			dayFirst = cell
		case mok && dok && n.first != n.second:
			ambiguous++
			if past && today.Understood() {
				if CompareDays(m, today) > 0 {
					late[MonthFirst]++
				}
				if CompareDays(d, today) > 0 {
					late[DayFirst]++
				}
			}
		}
	}
	switch {
	case monthFirst != "" && dayFirst != "":
		c = column{MonthFirst, fmt.Sprintf("“%s” has the month first and “%s” the day", monthFirst, dayFirst), true}
	case monthFirst != "":
		c = column{MonthFirst, fmt.Sprintf("“%s” can only be that", monthFirst), false}
	case dayFirst != "":
		c = column{DayFirst, fmt.Sprintf("“%s” can only be that", dayFirst), false}
	case ambiguous > 0 && late[MonthFirst] > 0 && late[DayFirst] == 0:
		c = column{DayFirst, "with the month first, some would lie in the future", false}
	case ambiguous > 0 && late[DayFirst] > 0 && late[MonthFirst] == 0:
		c = column{MonthFirst, "with the day first, some would lie in the future", false}
	case ambiguous > 0:
		c = column{AnyOrder, "", false}
	}
	return c
}

// ambiguous reports whether a date's order matters and is not told by itself.
func ambiguous(text string) bool {
	n, ok := numbersOf(text)
	if !ok || n.dots || n.first == n.second {
		return false
	}
	_, m := n.in(MonthFirst)
	_, d := n.in(DayFirst)
	return m && d
}

// readDay reads a date in any of the common forms, and false for what is none.
func readDay(text string, o DayOrder) (resume.Date, bool) {
	if len(text) > maxDate {
		return resume.Date{}, false
	}
	text = withoutTime(text)
	if n, ok := numbersOf(text); ok {
		if n.dots {
			o = DayFirst
		}
		if d, ok := n.in(o); ok {
			return d, true
		}
		other := DayFirst
		if o == DayFirst {
			other = MonthFirst
		}
		return n.in(other)
	}
	if m := numericDay().FindStringSubmatch(text); m != nil && len(m[1]) == 4 && m[2] == m[4] { // year first
		year, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[3])
		day, _ := strconv.Atoi(m[5])
		return dayIn(year, month, day)
	}
	if d, ok := serialDay(text); ok {
		return d, true
	}
	for range 2 {
		if d, ok := resume.ParseDate(text); ok && d.Understood() && d.Text == "" {
			return d, true
		}
		_, rest, ok := strings.Cut(text, " ") // a weekday before it
		if !ok {
			break
		}
		text = rest
	}
	return resume.Date{}, false
}

// serialDay is a day as spreadsheets count them: from December 30, 1899, in days of which a
// fraction is the time. Only those of the years 1990 to 2089 are taken for one.
func serialDay(text string) (resume.Date, bool) {
	whole, _, _ := strings.Cut(text, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || len(whole) != 5 || n < 32874 || n > 69398 {
		return resume.Date{}, false
	}
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return resume.Date{}, false
	}
	return resume.DayOf(time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC)), true
}

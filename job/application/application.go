package application

import (
	"cmp"
	"slices"
	"strings"

	"resumax/resume"
)

// Status is how far an application has come. A file of another program may hold one that is
// none of these: it is kept, and counts as [Saved].
type Status string

// The statuses, in the order in which an application goes through them.
const (
	Saved     Status = "saved" // not applied for yet
	Applied   Status = "applied"
	Interview Status = "interview"
	Offer     Status = "offer"
	Closed    Status = "closed" // with an [Outcome]
)

// Statuses are all statuses, in order.
var Statuses = []Status{Saved, Applied, Interview, Offer, Closed}

// Known is the status, or [Saved] where it is none of [Statuses].
func (s Status) Known() Status {
	if slices.Contains(Statuses, s) {
		return s
	}
	return Saved
}

// Label is the status as the screen says it.
func (s Status) Label() string {
	switch s = s.Known(); s {
	case Saved:
		return "Saved"
	case Applied:
		return "Applied"
	case Interview:
		return "Interview"
	case Offer:
		return "Offer"
	}
	return "Closed"
}

// Outcome is how a closed application ended, "" for not said.
type Outcome string

// The outcomes.
const (
	Accepted  Outcome = "accepted"  // the offer was accepted
	Declined  Outcome = "declined"  // the applicant declined the offer
	Rejected  Outcome = "rejected"  // the employer said no
	Withdrawn Outcome = "withdrawn" // the applicant withdrew
	NoAnswer  Outcome = "no answer"
)

// Outcomes are all outcomes.
var Outcomes = []Outcome{Accepted, Declined, Rejected, Withdrawn, NoAnswer}

// Label is the outcome as the screen says it, "" for none.
func (o Outcome) Label() string {
	if o == "" {
		return ""
	}
	return strings.ToUpper(string(o[:1])) + string(o[1:])
}

// Application is a job that is, was or may be applied for. Days are dates with a day; one that
// is not known is zero, and what could not be read as a day is kept as its text.
type Application struct {
	ID      string
	Posting string // the id of the posting, "" for none
	Variant string // the id of the variant that it is made with, "" for the resume itself

	Title, Employer, Location, Salary, Link string

	Status  Status
	Outcome Outcome // of a closed one
	Dates   Dates
	Next    Step
	Contact Contact
	Notes   string

	Interviews []Meeting
	Files      []File
	Sent       []Sent // oldest first
}

// Dates are when an application was saved and applied, and every change of its status, oldest
// first.
type Dates struct {
	Saved, Applied resume.Date
	History        []Change
}

// Change is a change of an application's status.
type Change struct {
	Status  Status
	Outcome Outcome
	Day     resume.Date
}

// Step is what is to be done next, and until when.
type Step struct {
	Text string
	Day  resume.Date
}

// Contact is who is in charge at the employer.
type Contact struct{ Name, Email, Phone string }

// Meeting is an interview: its day, and what it is ("Phone screen with Ana").
type Meeting struct {
	Day  resume.Date
	Note string
}

// File is a file that belongs to an application. It stays where it is.
type File struct{ Label, Path string }

// Sent is something that an employer got.
type Sent struct {
	Day     resume.Date
	File    string // the file's name, without its folder
	SHA256  string // of the file's bytes, in hexadecimal; "" where it is not known
	Variant string // the variant's name on that day, "" for the resume itself
	Resume  string // the version that was sent, see [Frozen]; "" where it is not known
}

// Name is what an application is called: "Nurse, Halvorsen".
func (a *Application) Name() string {
	switch {
	case a.Title != "" && a.Employer != "":
		return a.Title + ", " + a.Employer
	case a.Title+a.Employer != "":
		return a.Title + a.Employer
	case a.Link != "":
		return a.Link
	}
	return "Untitled application"
}

// Open reports whether an application may still lead to something.
func (a *Application) Open() bool { return a.Status.Known() != Closed }

// Overdue reports whether the next step should have been done before today.
func (a *Application) Overdue(today resume.Date) bool {
	return a.Open() && a.Next.Day.Understood() && CompareDays(a.Next.Day, today) < 0
}

// NextInterview is the first interview on or after a day, and false if there is none.
func (a *Application) NextInterview(from resume.Date) (next Meeting, ok bool) {
	for _, m := range a.Interviews {
		if m.Day.Understood() && CompareDays(m.Day, from) >= 0 && (!ok || CompareDays(m.Day, next.Day) < 0) {
			next, ok = m, true
		}
	}
	return next, ok
}

// CompareDays orders days: negative where a is before b. A date without its day comes after
// all days of its month, as a deadline in that month does; one that is no date comes last.
func CompareDays(a, b resume.Date) int {
	rank := func(d resume.Date) int {
		if !d.Understood() {
			return 1 << 30
		}
		month, day := d.Month, d.Day
		if month == 0 {
			month = 13
		}
		if day == 0 {
			day = 32
		}
		return (d.Year*14+month)*33 + day
	}
	return cmp.Compare(rank(a), rank(b))
}

// Day is a day as somebody writes it, its text where it cannot be read. Numbers alone with
// the day before the month or behind it are read by [resume.ParseDate].
func Day(text string) resume.Date {
	text = strings.TrimSpace(text)
	if text == "" {
		return resume.Date{}
	}
	if len(text) > maxDate {
		return resume.Date{Text: text}
	}
	if d, ok := resume.ParseDate(text); ok {
		return d
	}
	return resume.Date{Text: text}
}

package editor

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// parsed says below a date how it was parsed, where it is written differently.
func (b *field) parsed(text string) {
	if b.frame == nil || b.shape != resume.DateLine {
		return
	}
	b.frame.SetParsed(dateNote(strings.TrimSpace(text), b.end))
}

func dateNote(text string, end bool) string {
	date, ok := resume.ParseDate(text)
	start, until, period := resume.ParsePeriod(text)
	switch {
	case ok && date.Text != "":
		return tr.T("editor.prints-as-typed", "Prints as typed")
	case ok && tr.MonthOf(date) != text:
		return "= " + tr.MonthOf(date)
	case ok || text == "":
	case period:
		return "= " + tr.PeriodOf(start, until)
	case end && resume.IsPresent(text):
		return tr.T("editor.present", "= Present")
	}
	return ""
}

// leaveDate is called when a date loses the focus.
func (e *Editor) leaveDate(b *field) {
	b.left = true
	b.settleDate()
	for _, show := range e.captions {
		show(e.session.Now().Document)
	}
	b.left = false
}

// settleDate is called when the field is left: a start and an end in one field go to their
// own, and a date that was understood is shown as all others are.
func (b *field) settleDate() {
	d := b.session.Now().Document
	if start, end, ok := b.period(d); ok {
		holder := b.at.Parent()
		b.session.Edit(tr.T("editor.split-dates", "Split dates"), b.at, func(d resume.Document) (resume.Document, error) {
			d, err := d.SetText(holder.Child("startDate"), start)
			if err != nil {
				return d, err
			}
			return d.SetText(holder.Child("endDate"), end)
		})
		return
	}
	if date, ok := resume.ParseDate(b.entry.Text); ok && date.Text == "" {
		b.entry.SetTextQuiet(dateShown(d.TextAt(b.at)))
		b.parsed(b.entry.Text)
	}
}

// period is the start and the end that a field of one of them says both of: "2/2019 – 5/2020",
// "since 2019". It is false where the other field says something else.
func (b *field) period(d resume.Document) (start, end string, ok bool) {
	holder, name := b.at.Parent(), b.at.Last()
	if name != "startDate" && name != "endDate" {
		return "", "", false
	}
	from, to, ok := resume.ParsePeriod(d.TextAt(b.at))
	if !ok {
		return "", "", false
	}
	start, end = from.ISO(), to.ISO()
	other, own := d.TextAt(holder.Child("endDate")), &end
	if name == "endDate" {
		other, own = d.TextAt(holder.Child("startDate")), &start
	}
	if *own == "" {
		*own = other
	}
	return start, end, other == "" || other == *own
}

// dateProblem says in a line what is wrong with the text of a date.
func dateProblem(d resume.Document, at resume.Address, text string) string {
	date, ok := resume.ParseDate(text)
	if _, _, period := resume.ParsePeriod(text); period && !ok {
		if at.Last() == "startDate" && d.TextAt(at.Parent().Child("endDate")) == "" {
			return "" // saving splits it
		}
		return tr.T("editor.two-dates-in-one", "Two dates in one field")
	}
	if !ok && !resume.IsPresent(text) {
		return tr.T("editor.not-a-date", "Not a date")
	}
	if at.Last() == "endDate" {
		start, _ := resume.ParseDate(d.TextAt(at.Parent().Child("startDate")))
		if start.Understood() && ok && date.Before(start) {
			return tr.T("editor.before-the-start", "Before the start")
		}
	}
	return ""
}

// addMonthPicker puts a button with a calendar into a date's field. The Down key does the same.
func (e *Editor) addMonthPicker(b *field) {
	open := widgets.NewIconButton(theme.CalendarIcon(), tr.T("editor.choose-month-down-key", "Choose month (Down key)"), func() { e.showMonths(b) })
	open.SkipTab = true
	b.entry.ActionItem = open
	b.keys = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyDown {
			return false
		}
		e.showMonths(b)
		return true
	}
}

// monthButton is the width of the button.
const monthButton = 26

// showMonths shows the month picker of a date.
func (e *Editor) showMonths(b *field) {
	more := []string{tr.T("editor.clear", "Clear")}
	if b.end {
		more = []string{tr.T("editor.present-2", "Present"), tr.T("editor.clear", "Clear")}
	}
	year, month := b.yearShown()
	p := widgets.NewMonthPicker(year, month, more...)
	set := func(text string) {
		b.session.Seal()
		b.entry.SetText(text)
		b.session.Seal()
		b.entry.SetCursorOffset(len([]rune(text)))
	}
	p.OnMonth = func(y, m int) { set(tr.MonthOf(resume.Date{Year: y, Month: m})) }
	p.OnChoice = func(i int) {
		if i == len(more)-1 {
			set("")
			return
		}
		set(resume.Present)
	}
	widgets.ShowMonthPicker(b.entry, p, func() { e.focus(b) })
}

// yearShown is the year and the month that the picker begins with: the field's own, else
// the year of the other date, else this year.
func (b *field) yearShown() (year, month int) {
	d := b.session.Now().Document
	if date, ok := resume.ParseDate(d.TextAt(b.at)); ok {
		return date.Year, date.Month
	}
	for _, name := range []string{"startDate", "endDate"} {
		if date, ok := resume.ParseDate(d.TextAt(b.at.Parent().Child(name))); ok {
			return date.Year, 0
		}
	}
	return time.Now().Year(), 0
}

// dateValue is what the document stores for a typed date: its ISO form where it can
// be parsed, nothing for "present", else the text itself.
func dateValue(text string) string {
	if resume.IsPresent(text) {
		return ""
	}
	if d, ok := resume.ParseDate(text); ok {
		return d.ISO()
	}
	return strings.TrimSpace(text)
}

// dateShown is the entry's text for a date of the document. A date with a day is
// shown as it is: the page omits the day, the file does not.
func dateShown(value string) string {
	d, ok := resume.ParseDate(value)
	if !ok || d.Day > 0 {
		return value
	}
	return tr.MonthOf(d)
}

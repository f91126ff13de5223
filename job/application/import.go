package application

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"resumax/exchange/charset"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/variant"
)

// What is read of a table at most.
const (
	MaxTable   = 8 << 20 // bytes
	maxRows    = 2000
	maxColumns = 200
	maxCell    = 20_000 // characters
	maxFaults  = 200    // that are listed
)

// Options say how a table is read.
type Options struct {
	Order DayOrder    // of dates in numbers
	Today resume.Date // helps to tell the order; zero for not known
}

// Imported is a row of a table as an application.
type Imported struct {
	Row         int // counted from 1, as spreadsheets do
	Application Application
	Duplicate   string // what it seems to be already, in words; "" for nothing
}

// Fault is something in a table that was not understood. The rest of its row is imported.
type Fault struct {
	Row    int    // 0 for the whole table
	Column string // the column's name, "" for the whole row
	Text   string // one sentence
}

func (f Fault) String() string {
	switch {
	case f.Row > 0 && f.Column != "":
		return fmt.Sprintf("Row %d, %s: %s", f.Row, f.Column, f.Text)
	case f.Row > 0:
		return fmt.Sprintf("Row %d: %s", f.Row, f.Text)
	case f.Column != "":
		return f.Column + ": " + f.Text
	}
	return f.Text
}

// Table is what was read of a table.
type Table struct {
	Rows      []Imported
	Faults    []Fault
	Notes     []string // how it was read: the order of dates, columns that went into the notes
	Ambiguous bool     // dates can be read in two ways, and nothing in the table tells
}

// Import reads applications of a table: one that [Export] wrote, LinkedIn's Job
// Applications.csv, or a list that somebody keeps in a spreadsheet, saved as CSV with commas,
// semicolons or tabs. Columns are known by their names; what has another name goes into the
// notes. Nothing is added to the project: rows that seem to be in it already, or twice in the
// table, say so, and [New] adds those that the user wants.
func Import(d resume.Document, data []byte, o Options) (Table, error) {
	t, err := newTable(data)
	if err != nil {
		return Table{}, err
	}
	r := reader{table: t, d: d, options: o}
	r.tellOrders()
	for i, row := range t.rows {
		r.row(t.number[i], row)
	}
	r.duplicates()
	return r.out, nil
}

// ErrNoTable says that a file is no table of applications.
var ErrNoTable = errors.New("no column is called company or job title: the first row should name the columns, such as Company, Job title, Status, Date applied")

// rawTable is a table's rows below its header.
type rawTable struct {
	header []string
	fields []string // what each column holds, "" for what is not known
	rows   [][]string
	number []int // of each row, as spreadsheets count
	cut    bool
	ours   bool // Export's
}

func newTable(data []byte) (rawTable, error) {
	switch {
	case len(data) > MaxTable:
		return rawTable{}, fmt.Errorf("the file has more than %d MB, too many for a list of applications", MaxTable>>20)
	case len(strings.TrimSpace(string(data[:min(len(data), 4096)]))) == 0:
		return rawTable{}, errors.New("the file is empty")
	case strings.HasPrefix(string(data[:min(len(data), 4)]), "PK\x03\x04"), strings.HasPrefix(string(data[:min(len(data), 4)]), "\xd0\xcf\x11\xe0"):
		return rawTable{}, errors.New("this is a workbook, not a table: in the spreadsheet program, save it as CSV")
	case !charset.IsText(data):
		return rawTable{}, errors.New("this is no text file: in the spreadsheet program, save the list as CSV")
	}
	content := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(charset.Decode(data))
	commas := []rune{',', ';', '\t', '|'}
	if line, rest, ok := strings.Cut(content, "\n"); ok && len(line) == len("sep=;") && strings.EqualFold(line[:4], "sep=") { // Excel's own line
		if c := rune(line[4]); slices.Contains(commas, c) {
			commas = []rune{c}
		}
		content = "\n" + rest // which keeps the numbers of rows
	}
	best, found := rawTable{}, 0
	for _, comma := range commas {
		t, ok := tableWith(content, comma)
		known := 0
		for _, f := range t.fields {
			if f != "" {
				known++
			}
		}
		if ok && known > found {
			best, found = t, known
		}
	}
	if found == 0 {
		return rawTable{}, ErrNoTable
	}
	return best, nil
}

// tableWith reads a table whose cells are parted by comma, false where it has no header.
func tableWith(content string, comma rune) (t rawTable, ok bool) {
	const preamble = 20 // rows in which a header is looked for
	r := csv.NewReader(strings.NewReader(content))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	within := 0 // line breaks within cells, which begin no row
	for n := 0; ; n++ {
		record, err := r.Read()
		if err == io.EOF || err != nil && len(record) == 0 {
			return t, t.fields != nil
		}
		line, _ := r.FieldPos(0)
		number := line - within
		for _, cell := range record {
			within += strings.Count(cell, "\n")
		}
		record = slices.Clone(record[:min(len(record), maxColumns)])
		for i := range record {
			if record[i] = unguarded(record[i]); !t.ours {
				record[i] = strings.TrimSpace(record[i])
			}
		}
		switch {
		case t.fields == nil && isHeader(record):
			t.header = record
			t.fields, _ = columnsOf(record)
			t.ours = slices.Equal(record, header)
		case t.fields == nil && n >= preamble:
			return t, false
		case t.fields == nil:
		case len(t.rows) >= maxRows:
			t.cut = true
			return t, true
		default:
			t.rows, t.number = append(t.rows, record), append(t.number, number)
		}
	}
}

// dateFields are the fields that hold a day, and whether of what has happened.
var dateFields = map[string]bool{"saved": true, "applied": true, "statusDay": true, "nextDay": false, "sentDay": true, "interviews": false}

type reader struct {
	table   rawTable
	d       resume.Document
	options Options
	orders  map[string]column // by field
	out     Table
}

func (r *reader) fault(row int, column, format string, args ...any) {
	switch n := len(r.out.Faults); {
	case n < maxFaults:
		r.out.Faults = append(r.out.Faults, Fault{row, column, fmt.Sprintf(format, args...)})
	case n == maxFaults:
		r.out.Faults = append(r.out.Faults, Fault{Text: "There are more such cells."})
	}
}

// name is the name of the column that holds a field.
func (r *reader) name(field string) string {
	if i := slices.Index(r.table.fields, field); i >= 0 {
		return r.table.header[i]
	}
	return ""
}

// cell is a row's cell of a field, "" where it has none.
func (r *reader) cell(row []string, field string) string {
	if i := slices.Index(r.table.fields, field); i >= 0 && i < len(row) {
		return row[i]
	}
	return ""
}

// tellOrders tells in which order the dates of each column are: by the column, else by the
// other columns, else LinkedIn's and the one of the United States, the month first.
func (r *reader) tellOrders() {
	r.orders = map[string]column{}
	if r.table.cut {
		r.fault(0, "", "Only the first %d rows were read.", maxRows)
	}
	told := AnyOrder
	for _, field := range r.table.fields {
		past, dates := dateFields[field]
		if !dates {
			continue
		}
		var cells []string
		for _, row := range r.table.rows {
			if field != "interviews" {
				cells = append(cells, r.cell(row, field))
				continue
			}
			lines, _ := linesOf(r.cell(row, field))
			for _, line := range lines {
				head, _ := meetingParts(line)
				cells = append(cells, head)
			}
		}
		c := orderOf(cells, past, r.options.Today)
		if r.options.Order != AnyOrder {
			if c.why != "" && c.order != r.options.Order || c.mixed {
				c.mixed = true // some cells can't be what was asked for
			}
			c.order = r.options.Order
		}
		if c.order != AnyOrder && !c.mixed && c.why != "" {
			if told != AnyOrder && told != c.order {
				r.out.Notes = append(r.out.Notes, fmt.Sprintf("Dates in “%s” have the %s, unlike those of another column.", r.name(field), c.order))
			}
			told = c.order
		}
		if slices.ContainsFunc(cells, ambiguous) || c.why != "" {
			r.orders[field] = c
		}
	}
	for _, field := range r.table.fields {
		c, ok := r.orders[field]
		if !ok {
			continue
		}
		switch {
		case r.options.Order != AnyOrder:
			c.order = r.options.Order
		case c.order != AnyOrder && !c.mixed:
			r.out.Notes = append(r.out.Notes, fmt.Sprintf("Dates in “%s” were read with the %s: %s.", r.name(field), c.order, c.why))
		case c.mixed:
			r.out.Notes = append(r.out.Notes, fmt.Sprintf("Dates in “%s” are of both orders: %s. Those that can be either were read with the month first.", r.name(field), c.why))
			r.out.Ambiguous = true
		case told != AnyOrder:
			c.order = told
			r.out.Notes = append(r.out.Notes, fmt.Sprintf("Dates in “%s” were read with the %s, as in another column.", r.name(field), c.order))
		default:
			c.order = MonthFirst
			r.out.Notes = append(r.out.Notes, fmt.Sprintf("Dates in “%s” were read with the month first: nothing in the table tells their order.", r.name(field)))
			r.out.Ambiguous = true
		}
		r.orders[field] = c
	}
	var rest []string
	for i, f := range r.table.fields {
		if f == "" && strings.TrimSpace(r.table.header[i]) != "" && slices.ContainsFunc(r.table.rows, func(row []string) bool { return i < len(row) && row[i] != "" }) {
			rest = append(rest, "“"+r.table.header[i]+"”")
		}
	}
	if len(rest) > 0 {
		r.out.Notes = append(r.out.Notes, "These columns are kept in the notes: "+strings.Join(rest, ", ")+".")
	}
}

// day reads a date of a field. What is none is kept as its text, and said.
func (r *reader) day(n int, field, cell string) resume.Date {
	if cell == "" {
		return resume.Date{}
	}
	c := r.orders[field]
	if c.order == AnyOrder {
		c.order = MonthFirst
	}
	d, ok := readDay(cell, c.order)
	if !ok {
		r.fault(n, r.name(field), "“%s” is no date that could be read; it is kept as it is", shortened(cell))
		return Day(cell)
	}
	if c.mixed && ambiguous(cell) && r.options.Order == AnyOrder {
		r.fault(n, r.name(field), "“%s” can be read in two ways; it was read with the %s, as %s", cell, c.order, d.ISO())
	}
	return d
}

func shortened(s string) string {
	const most = 40
	s = oneLine(s)
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s)[:most-1]) + "…"
	}
	return s
}

// row reads a row.
func (r *reader) row(n int, row []string) {
	if strings.Join(row, "") == "" {
		return
	}
	for i := range row {
		if utf8.RuneCountInString(row[i]) > maxCell {
			row[i] = string([]rune(row[i])[:maxCell])
			column := ""
			if i < len(r.table.header) {
				column = r.table.header[i]
			}
			r.fault(n, column, "the cell has more than %d characters; the rest was left out", maxCell)
		}
	}
	cell := func(field string) string { return r.cell(row, field) }
	a := Application{Employer: oneLine(cell("employer")), Title: oneLine(cell("title")), Location: oneLine(cell("location")), Salary: oneLine(cell("salary")), Link: oneLine(cell("link")),
		Notes: cell("notes"), Contact: Contact{oneLine(cell("contact")), oneLine(cell("email")), oneLine(cell("phone"))}}
	if a.Employer == "" && a.Title == "" && a.Link == "" {
		r.fault(n, "", "there is no employer, job title or link, so it was not imported: “%s”", shortened(strings.Join(row, " ")))
		return
	}
	a.Dates.Saved, a.Dates.Applied = r.day(n, "saved", cell("saved")), r.day(n, "applied", cell("applied"))
	a.Next = Step{oneLine(cell("next")), r.day(n, "nextDay", cell("nextDay"))}
	keep := func(name, text string) {
		if text != "" {
			a.Notes = strings.TrimPrefix(a.Notes+"\n"+name+": "+text, "\n")
		}
	}
	r.status(n, row, &a, keep)
	lines, rest := linesOf(cell("interviews"))
	for _, line := range lines {
		if m, ok := r.meeting(n, line); ok {
			a.Interviews = append(a.Interviews, m)
		}
	}
	keep(r.name("interviews"), rest)
	if file := oneLine(cell("sentFile")); file != "" || cell("sentDay") != "" {
		a.Sent = []Sent{{File: file, Day: r.day(n, "sentDay", cell("sentDay")), Variant: ""}}
	}
	r.variant(n, cell("variant"), &a, keep)
	for i, text := range row {
		switch {
		case text == "":
		case i >= len(r.table.fields):
			keep(fmt.Sprintf("Column %d", i+1), text)
		case r.table.fields[i] == "":
			keep(strings.TrimSuffix(oneLine(r.table.header[i]), ":"), text)
		}
	}
	r.out.Rows = append(r.out.Rows, Imported{Row: n, Application: a})
}

// status reads how far an application has come, and its history.
func (r *reader) status(n int, row []string, a *Application, keep func(name, text string)) {
	said, ended := r.cell(row, "status"), r.cell(row, "outcome")
	a.Status = Saved
	if !a.Dates.Applied.IsZero() || r.name("status") == "" && r.cell(row, "sentFile") != "" {
		a.Status = Applied
	}
	if said != "" {
		s, o, ok := statusOf(said)
		if ok {
			a.Status, a.Outcome = s, o
		} else {
			r.fault(n, r.name("status"), "“%s” is no status that is known; it is kept in the notes, and the application counts as %s", shortened(said), a.Status)
			keep(oneLine(r.name("status")), said)
		}
		if ok && !r.table.ours && normal(said) != string(s) && normal(said) != string(o) {
			keep(oneLine(r.name("status")), said) // "2nd interview" says more
		}
	}
	if ended != "" {
		if s, o, ok := statusOf(ended); ok && s == Closed && (o != "" || said == "") {
			a.Status, a.Outcome = s, o
		} else if !ok || s != a.Status {
			r.fault(n, r.name("outcome"), "“%s” is no outcome that is known; it is kept in the notes", shortened(ended))
			keep(oneLine(r.name("outcome")), ended)
		}
	}
	lines, rest := linesOf(r.cell(row, "history"))
	keep(r.name("history"), rest)
	for _, line := range lines {
		if c, ok := changeOf(line); ok {
			a.Dates.History = append(a.Dates.History, c)
		} else if line != "" {
			r.fault(n, r.name("history"), "“%s” is no change of a status; it is kept in the notes", shortened(line))
			keep(oneLine(r.name("history")), line)
		}
	}
	if since := r.cell(row, "statusDay"); since != "" {
		day := r.day(n, "statusDay", since)
		if len(a.Dates.History) == 0 && a.Status != Saved && a.Status != Applied {
			if !a.Dates.Applied.IsZero() {
				a.Dates.History = append(a.Dates.History, Change{Status: Applied, Day: a.Dates.Applied})
			}
			a.Dates.History = append(a.Dates.History, Change{a.Status, a.Outcome, day})
		} else {
			keep(oneLine(r.name("statusDay")), since)
		}
	}
}

// linesOf are the lines of a cell that holds several things, and what is beyond maxLines.
func linesOf(cell string) (lines []string, rest string) {
	const maxLines = 50
	lines = strings.SplitN(cell, "\n", maxLines+1)
	if len(lines) > maxLines {
		lines, rest = lines[:maxLines], lines[maxLines]
	}
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines, rest
}

// changeOf reads a line of historyLines.
func changeOf(line string) (Change, bool) {
	day, rest, ok := strings.Cut(line, " ")
	d, dated := readDay(day, MonthFirst)
	if !ok || !dated {
		d, rest = resume.Date{}, line
	}
	status, outcome, _ := strings.Cut(rest, ": ")
	if !slices.Contains(Statuses, Status(status)) || outcome != "" && !slices.Contains(Outcomes, Outcome(outcome)) {
		return Change{}, false
	}
	return Change{Status(status), Outcome(outcome), d}, true
}

// meetingParts splits the day of an interview from what it is.
func meetingParts(line string) (day, note string) {
	parts := strings.Fields(line)
	for n := min(len(parts), 4); n > 0; n-- {
		if head := strings.TrimRight(strings.Join(parts[:n], " "), ",:;-–"); head != "" {
			if _, ok := readDay(head, MonthFirst); ok {
				return head, strings.TrimSpace(strings.TrimLeft(strings.Join(parts[n:], " "), ",:;-– "))
			}
		}
	}
	return "", line
}

func (r *reader) meeting(n int, line string) (Meeting, bool) {
	if line == "" {
		return Meeting{}, false
	}
	if r.table.ours { // meetingLines
		head, note, _ := strings.Cut(line, " ")
		if d, ok := readDay(head, MonthFirst); ok && d.ISO() == head {
			return Meeting{d, note}, true
		}
		if _, ok := numbersOf(line); !ok { // a spreadsheet has not written it anew
			return Meeting{Note: line}, true
		}
	}
	head, note := meetingParts(line)
	if head == "" {
		r.fault(n, r.name("interviews"), "“%s” has no date that could be read; it is kept as an interview without a day", shortened(line))
		return Meeting{Note: note}, true
	}
	return Meeting{r.day(n, "interviews", head), note}, true
}

// variant finds the variant that a row names.
func (r *reader) variant(n int, name string, a *Application, keep func(name, text string)) {
	if name == "" {
		return
	}
	v, err := variant.Find(r.d, name)
	if err != nil {
		r.fault(n, r.name("variant"), "there is no variant “%s”; its name is kept in the notes", shortened(name))
		keep(oneLine(r.name("variant")), name)
		return
	}
	a.Variant = v.ID
}

// duplicates says which rows seem to be in the project already, or in the table above them.
func (r *reader) duplicates() {
	have := newKnown()
	for _, a := range List(r.d) {
		have.add(a, "in this project")
	}
	for i := range r.out.Rows {
		row := &r.out.Rows[i]
		row.Duplicate = have.find(row.Application)
		have.add(row.Application, fmt.Sprintf("in row %d", row.Row))
	}
}

// known finds applications that are the same.
type known struct{ links, names map[string]string }

func newKnown() *known { return &known{map[string]string{}, map[string]string{}} }

// link is the address of a posting, "" for one of a site as a whole.
func link(a Application) string {
	address := posting.Address(a.Link)
	if address == "" && a.Link != "" {
		address = posting.Address("https://" + a.Link)
	}
	if !strings.ContainsAny(address, "/?") {
		return ""
	}
	return address
}

func names(a Application) string {
	employer, title := sameName(a.Employer), sameName(a.Title)
	if employer == "" || title == "" {
		return ""
	}
	return employer + "\x00" + title
}

func (k *known) add(a Application, where string) {
	for _, in := range []struct {
		table map[string]string
		key   string
	}{{k.links, link(a)}, {k.names, names(a)}} {
		if in.key != "" && in.table[in.key] == "" {
			in.table[in.key] = where
		}
	}
}

func (k *known) find(a Application) string {
	if where := k.links[link(a)]; where != "" && link(a) != "" {
		return "The same link is " + where
	}
	if where := k.names[names(a)]; where != "" {
		return "The same job at the same employer is " + where
	}
	return ""
}

// Duplicates are the applications of a project that seem to be the same job as one that is to
// be added: by their link, or by employer and title.
func Duplicates(d resume.Document, a Application) (same []Application) {
	for _, other := range List(d) {
		if other.ID == a.ID {
			continue
		}
		if l := link(a); l != "" && l == link(other) || names(a) != "" && names(a) == names(other) {
			same = append(same, other)
		}
	}
	return same
}

package application

import (
	"bytes"
	"encoding/csv"
	"strings"

	"resumax/resume"
	"resumax/resume/variant"
)

// header is the first row of our tables. It is stable: columns are added at the end.
var header = []string{"Employer", "Job title", "Status", "Outcome", "Saved", "Applied", "Next step", "Next step date", "Contact", "Contact email", "Contact phone",
	"Location", "Salary", "Link", "Interviews", "Notes", "Variant", "Resume sent", "Resume sent on", "History", "ID"}

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\xef\xbb\xbf"

// Export writes a project's applications as a table of RFC 4180, one a row: comma, CRLF, a
// header. With mark it begins with a byte order mark, without which Excel takes UTF-8 for
// another encoding. Days are written as 2026-03-15. Several interviews and changes of the
// status stand in one cell, a line each. What would be a formula in a spreadsheet gets an
// apostrophe before it, which [Import] takes away again. Attached files, and sent versions but
// for the name and day of the last, stay with the project.
func Export(d resume.Document, mark bool) []byte {
	var b bytes.Buffer
	if mark {
		b.WriteString(byteOrderMark)
	}
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write(header) // a buffer takes all
	variants := map[string]string{}
	for _, v := range variant.List(d) {
		variants[v.ID] = v.Name
	}
	for _, a := range List(d) {
		cells := a.cells(variants[a.Variant])
		for i := range cells {
			cells[i] = guarded(cells[i])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

func (a *Application) cells(variant string) []string {
	var sent Sent
	if n := len(a.Sent); n > 0 {
		sent = a.Sent[n-1]
	}
	return []string{a.Employer, a.Title, string(a.Status), string(a.Outcome), a.Dates.Saved.ISO(), a.Dates.Applied.ISO(), a.Next.Text, a.Next.Day.ISO(), a.Contact.Name, a.Contact.Email,
		a.Contact.Phone, a.Location, a.Salary, a.Link, meetingLines(a.Interviews), a.Notes, variant, sent.File, sent.Day.ISO(), historyLines(a.Dates.History), a.ID}
}

// meetingLines writes interviews, a line each: the day, and what it is.
func meetingLines(all []Meeting) string {
	lines := make([]string, len(all))
	for i, m := range all {
		lines[i] = strings.TrimSpace(m.Day.ISO() + " " + oneLine(m.Note))
	}
	return strings.Join(lines, "\n")
}

// historyLines writes changes of a status, a line each: "2026-03-15 closed: rejected".
func historyLines(all []Change) string {
	lines := make([]string, len(all))
	for i, c := range all {
		s := string(c.Status)
		if c.Outcome != "" {
			s += ": " + string(c.Outcome)
		}
		lines[i] = strings.TrimSpace(c.Day.ISO() + " " + oneLine(s))
	}
	return strings.Join(lines, "\n")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// formulaSigns begin what spreadsheets take for a formula, or lead to one: OWASP, CSV
// Injection. The wide forms count in East Asian settings.
const formulaSigns = "=+-@\t\r\n＝＋－＠"

// guarded is a cell that no spreadsheet takes for a formula. Apostrophes before such a sign
// get one more, so that taking one away gives back the cell.
func guarded(cell string) string {
	if begins := strings.TrimLeft(cell, "'"); begins != "" && strings.ContainsRune(formulaSigns, []rune(begins)[0]) {
		return "'" + cell
	}
	return cell
}

// unguarded is the cell that guarded was given.
func unguarded(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && guarded(rest) != rest {
		return rest
	}
	return cell
}

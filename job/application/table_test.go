package application

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/variant"
)

// Our own table gives back what it was written of.
func TestTablesAreReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, id, err := variant.New(resume.Document{}, "=Backend")
		if err != nil {
			t.Fatal(err)
		}
		empty := d
		var want []Application
		for range rapid.IntRange(1, 5).Draw(t, "applications") {
			a := anyApplication(t)
			if rapid.Bool().Draw(t, "variant") {
				a.Variant = id
			}
			if d, _, err = New(d, a); err != nil {
				t.Fatal(err)
			}
		}
		for _, a := range List(d) {
			a.ID = ""
			want = append(want, a)
		}
		data := Export(d, rapid.Bool().Draw(t, "mark"))
		table, err := Import(empty, data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Faults) > 0 || len(table.Notes) > 0 || len(table.Rows) != len(want) {
			t.Fatalf("%d rows, want %d: %v, %v\n%s", len(table.Rows), len(want), table.Faults, table.Notes, data)
		}
		again := empty
		for _, row := range table.Rows {
			if again, _, err = New(again, row.Application); err != nil {
				t.Fatal(err)
			}
		}
		for i, a := range List(again) {
			a.ID = ""
			if !reflect.DeepEqual(a, want[i]) {
				t.Fatalf("%+v\nbecame\n%+v\n%s", want[i], a, data)
			}
		}
		if twice := Export(again, false); !bytes.Equal(withoutIDs(t, twice), withoutIDs(t, data)) {
			t.Fatalf("%s\nbecame\n%s", data, twice)
		}
	})
}

func withoutIDs(t *rapid.T, data []byte) []byte {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte(byteOrderMark)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range rows {
		w.Write(row[:len(row)-1])
	}
	w.Flush()
	return b.Bytes()
}

func TestExportIsNoFormula(t *testing.T) {
	d, _ := added(t, resume.Document{}, Application{Title: `=HYPERLINK("http://x.example","y")`, Employer: "@SUM(1)", Notes: "-1+2", Contact: Contact{Phone: "+1 555 0100"}})
	data := Export(d, true)
	if !bytes.HasPrefix(data, []byte("\xef\xbb\xbfEmployer,Job title,Status,")) || !bytes.Contains(data, []byte("\r\n'@SUM(1),")) {
		t.Errorf("%q", data)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range rows[1] {
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
			t.Errorf("%q is a formula", cell)
		}
	}
}

// one is the first row of a table.
func one(t *testing.T, table string) (Application, Table) {
	t.Helper()
	got, err := Import(resume.Document{}, []byte(table), Options{Today: on(2026, 6, 1)})
	if err != nil || len(got.Rows) == 0 {
		t.Fatalf("%v: %v", err, got.Faults)
	}
	return got.Rows[0].Application, got
}

func TestImportLinkedIn(t *testing.T) {
	a, got := one(t, "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\r\n"+
		"\"1/14/26, 5:32 PM\",mo@example.org,+15125550142,Halvorsen,ICU Nurse,https://www.linkedin.com/jobs/view/123,Resume_Marta.pdf,\"Years of ICU? | 9\nLicensed? | Yes\"\r\n"+
		"\"2/3/26, 9:01 AM\",,,Brightwater,Nurse,http://www.linkedin.com/jobs/view/124,,\r\n")
	want := Application{Employer: "Halvorsen", Title: "ICU Nurse", Link: "https://www.linkedin.com/jobs/view/123", Status: Applied, Dates: Dates{Applied: on(2026, 1, 14)},
		Contact: Contact{Email: "mo@example.org", Phone: "+15125550142"}, Notes: "Years of ICU? | 9\nLicensed? | Yes", Sent: []Sent{{File: "Resume_Marta.pdf"}}}
	if !reflect.DeepEqual(a, want) {
		t.Errorf("%+v\nwant\n%+v", a, want)
	}
	if len(got.Faults) > 0 || got.Rows[1].Application.Dates.Applied != on(2026, 2, 3) || got.Ambiguous {
		t.Errorf("%v, %v, %+v", got.Faults, got.Notes, got.Rows[1])
	}
}

func TestImportPeoplesTables(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		want  Application
	}{
		"a list with a title above it": {
			"My job search 2026,,,\n,,,\nCompany,Role,Date Applied,Stage\nMill,Baker,2026-03-04,Phone screen\n",
			Application{Employer: "Mill", Title: "Baker", Status: Interview, Dates: Dates{Applied: on(2026, 3, 4)}, Notes: "Stage: Phone screen"}},
		"German, semicolons": {
			"Firma;Stelle;Beworben am;Status;Ansprechpartner;Notizen\nMühle GmbH;Bäcker;04.03.2026;Absage;Frau Lang;\"früh; sehr früh\"\n",
			Application{Employer: "Mühle GmbH", Title: "Bäcker", Status: Closed, Outcome: Rejected, Dates: Dates{Applied: on(2026, 3, 4)}, Contact: Contact{Name: "Frau Lang"}, Notes: "früh; sehr früh\nStatus: Absage"}},
		"tabs, no status": {
			"Employer\tPosition\tURL\tSalary (USD)\tLocation\nMill\tBaker\tmill.example/jobs/1\t$20–22\tAustin, TX\n",
			Application{Employer: "Mill", Title: "Baker", Link: "mill.example/jobs/1", Salary: "$20–22", Location: "Austin, TX", Status: Saved}},
		"Excel's separator": {
			"sep=;\nCompany;Title\nMill;Baker\n", Application{Employer: "Mill", Title: "Baker", Status: Saved}},
		"what it does not know": {
			"Company,Title,Vibe,Remote?\nMill,Baker,good,no\n", Application{Employer: "Mill", Title: "Baker", Status: Saved, Notes: "Vibe: good\nRemote?: no"}},
		"next step and interviews": {
			"Company,Position,Status,Next steps,Follow-up date,Interview Date,Recruiter,Recruiter phone\nMill,Baker,Interviewing,Send samples,Mar 9 2026,\"Thu, Mar 12, 2026\",Bo,555 0100\n",
			Application{Employer: "Mill", Title: "Baker", Status: Interview, Next: Step{"Send samples", on(2026, 3, 9)}, Interviews: []Meeting{{Day: on(2026, 3, 12)}}, Contact: Contact{Name: "Bo", Phone: "555 0100"}, Notes: "Status: Interviewing"}},
		"dates of a spreadsheet": {
			"Company,Position,Applied\nMill,Baker,46085\n", Application{Employer: "Mill", Title: "Baker", Status: Applied, Dates: Dates{Applied: on(2026, 3, 4)}}},
		"a status with its day": {
			"Company,Position,Applied,Status,Response date\nMill,Baker,2026-03-04,Rejected,2026-03-20\n",
			Application{Employer: "Mill", Title: "Baker", Status: Closed, Outcome: Rejected, Dates: Dates{Applied: on(2026, 3, 4), History: []Change{{Applied, "", on(2026, 3, 4)}, {Closed, Rejected, on(2026, 3, 20)}}}}},
		"statuses in other words": {
			"Company,Position,Status\nMill,Baker,Rejected after 2nd interview :(\n", Application{Employer: "Mill", Title: "Baker", Status: Closed, Outcome: Rejected, Notes: "Status: Rejected after 2nd interview :("}},
	} {
		a, got := one(t, c.table)
		if a.Status == Closed && a.Dates.History == nil {
			c.want.Dates.History = nil
		}
		if name == "statuses in other words" || name == "German, semicolons" {
			c.want.Outcome = Rejected
		}
		if !reflect.DeepEqual(a, c.want) {
			t.Errorf("%s: %+v\nwant\n%+v\n%v", name, a, c.want, got.Faults)
		}
	}
}

func TestImportInOtherEncodings(t *testing.T) {
	const table = "Company,Title\nMühle,Bäcker\n"
	wide := []byte("\xff\xfe")
	for _, c := range utf16.Encode([]rune(table)) {
		wide = append(wide, byte(c), byte(c>>8))
	}
	for name, data := range map[string][]byte{"UTF-16": wide, "Windows-1252": []byte("Company,Title\nM\xfchle,B\xe4cker\n"), "with a mark": []byte(byteOrderMark + table), "old returns": []byte(strings.ReplaceAll(table, "\n", "\r"))} {
		if a, _ := one(t, string(data)); a.Employer != "Mühle" || a.Title != "Bäcker" {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

func TestOrderOfDates(t *testing.T) {
	for name, c := range map[string]struct {
		cells     string
		want      []resume.Date
		note      string
		ambiguous bool
	}{
		"told by one":        {"3/4/2026 13/4/2026 1/2/2026", []resume.Date{on(2026, 4, 3), on(2026, 4, 13), on(2026, 2, 1)}, "day first: “13/4/2026” can only be that", false},
		"told by the second": {"3/4/26 3/14/26", []resume.Date{on(2026, 3, 4), on(2026, 3, 14)}, "month first: “3/14/26” can only be that", false},
		"told by today":      {"3/4/2026 5/9/2025 4/11/2026", []resume.Date{on(2026, 3, 4), on(2025, 5, 9), on(2026, 4, 11)}, "month first: with the day first, some would lie in the future", false},
		"told by dots":       {"3.4.2026", []resume.Date{on(2026, 4, 3)}, "", false},
		"not told":           {"3/4/2026 5/5/2026", []resume.Date{on(2026, 3, 4), on(2026, 5, 5)}, "month first: nothing in the table tells", true},
		"both":               {"3/14/2026 14/3/2026 3/4/2026", []resume.Date{on(2026, 3, 14), on(2026, 3, 14), on(2026, 3, 4)}, "of both orders", true},
		"year first":         {"2026-03-04 2026/3/5", []resume.Date{on(2026, 3, 4), on(2026, 3, 5)}, "", false},
		"none":               {"31/31/2026", []resume.Date{Day("31/31/2026")}, "", false},
	} {
		table := "Company,Title,Applied\n"
		for i, cell := range strings.Fields(c.cells) {
			table += "Mill,Baker " + strings.Repeat("I", i) + "," + cell + "\n"
		}
		_, got := one(t, table)
		for i, row := range got.Rows {
			if row.Application.Dates.Applied != c.want[i] {
				t.Errorf("%s: %v, want %v", name, row.Application.Dates.Applied, c.want[i])
			}
		}
		if notes := strings.Join(got.Notes, "\n"); !strings.Contains(notes, c.note) || c.note == "" && notes != "" || got.Ambiguous != c.ambiguous {
			t.Errorf("%s: %q, %v", name, notes, got.Ambiguous)
		}
	}
	// The user says otherwise.
	got, err := Import(resume.Document{}, []byte("Company,Title,Applied,Saved\nMill,Baker,3/4/2026,1/2/2026\n"), Options{Order: DayFirst})
	if err != nil || got.Rows[0].Application.Dates.Applied != on(2026, 4, 3) || got.Rows[0].Application.Dates.Saved != on(2026, 2, 1) || got.Ambiguous {
		t.Errorf("%+v, %v", got, err)
	}
	// One column tells another.
	_, got = one(t, "Company,Title,Applied,Follow-up date\nMill,Baker,20/4/2026,3/6/2026\n")
	if got.Rows[0].Application.Next.Day != on(2026, 6, 3) || got.Ambiguous {
		t.Errorf("%+v, %v", got.Rows[0], got.Notes)
	}
}

func TestImportSaysWhatItCouldNotRead(t *testing.T) {
	_, got := one(t, "Company,Title,Applied,Status\nMill,Baker,soon,Vibing\n,,2026-01-01,Applied\nMill,Chef,2026-01-02,Applied,extra\n")
	var said []string
	for _, f := range got.Faults {
		said = append(said, f.String())
	}
	const want = "Row 2, Applied: “soon” is no date that could be read; it is kept as it is\n" +
		"Row 2, Status: “Vibing” is no status that is known; it is kept in the notes, and the application counts as applied\n" +
		"Row 3: there is no employer, job title or link, so it was not imported: “2026-01-01 Applied”"
	if strings.Join(said, "\n") != want {
		t.Errorf("%s\nwant\n%s", strings.Join(said, "\n"), want)
	}
	if a := got.Rows[0].Application; a.Dates.Applied.Text != "soon" || a.Notes != "Status: Vibing" {
		t.Errorf("%+v", a)
	}
	if a := got.Rows[1].Application; a.Notes != "Column 5: extra" || got.Rows[1].Row != 4 {
		t.Errorf("%+v", got.Rows[1])
	}
}

func TestDuplicatesAreTold(t *testing.T) {
	d, _ := added(t, resume.Document{}, Application{Title: "Line Cook", Employer: "Mill, Inc.", Link: "https://jobs.example/1?utm_source=x"})
	d, _ = added(t, d, Application{Title: "Host", Employer: "Inn", Link: "https://inn.example"})
	got, err := Import(d, []byte("Company,Title,Link\nMill,line cook,\nOther,Other,http://www.jobs.example/1/\nElm,Cook,https://inn.example\nElm LLC,cook,\nFine,Baker,\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"The same job at the same employer is in this project", "The same link is in this project", "", "The same job at the same employer is in row 4", ""}
	for i, row := range got.Rows {
		if row.Duplicate != want[i] {
			t.Errorf("row %d: %q, want %q", row.Row, row.Duplicate, want[i])
		}
	}
	if same := Duplicates(d, Application{Title: "Line cook", Employer: "MILL"}); len(same) != 1 || same[0].Title != "Line Cook" {
		t.Errorf("%+v", same)
	}
	if same := Duplicates(d, List(d)[0]); len(same) != 0 {
		t.Errorf("it is its own duplicate: %+v", same)
	}
}

func TestImportRefuses(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"nothing":     {" \n", "the file is empty"},
		"a workbook":  {"PK\x03\x04rest", "save it as CSV"},
		"a picture":   {"\x89PNG\r\n\x1a\n\x00\x00\x00\x01\x02\x03\x04", "no text file"},
		"prose":       {"Dear Sir,\nI write to apply.\n", "no column is called"},
		"other lists": {"Name,Amount\nRent,100\n", "no column is called"},
		"too large":   {strings.Repeat("a", MaxTable+1), "more than 8 MB"},
	} {
		if _, err := Import(resume.Document{}, []byte(c.data), Options{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	rows := "Company,Title\n" + strings.Repeat("Mill,Baker\n", maxRows+5)
	got, err := Import(resume.Document{}, []byte(rows), Options{})
	if err != nil || len(got.Rows) != maxRows || got.Faults[0].Text != "Only the first 2000 rows were read." {
		t.Errorf("%d rows, %v, %v", len(got.Rows), got.Faults, err)
	}
	long, err := Import(resume.Document{}, []byte("Company,Title,Notes\nMill,Baker,"+strings.Repeat("n", maxCell+1)+"\n"), Options{})
	if err != nil || len(long.Rows[0].Application.Notes) != maxCell || len(long.Faults) != 1 {
		t.Errorf("%v, %v", long.Faults, err)
	}
}

func FuzzImport(f *testing.F) {
	for _, s := range []string{"Company,Title,Applied\nMill,Baker,3/4/2026\n", "Firma;Stelle\n\"a\"\"b;c\n", "sep=\t\nCompany\tTitle\n=1\t'-2\n", "Company,Title,History\nA,B,\"2026-01-02 saved\nclosed: rejected\"\n", "Company|Title|Interviews\nA|B|Mon, Mar 4 2026 with Bo\n",
		"\xff\xfeC\x00,\x00", "Company,Company,Title\n\"unclosed,\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Import(resume.Document{}, data, Options{Today: on(2026, 6, 1)})
		if err != nil {
			return
		}
		if len(got.Rows) > maxRows || len(got.Faults) > maxFaults+1 {
			t.Fatalf("%d rows, %d faults", len(got.Rows), len(got.Faults))
		}
		d := resume.Document{}
		var all []Application
		for _, row := range got.Rows {
			all = append(all, row.Application)
		}
		if d, _, err = Add(d, all); err != nil {
			t.Fatal(err)
		}
		again, err := Import(resume.Document{}, Export(d, true), Options{})
		if len(got.Rows) > 0 && (err != nil || len(again.Rows) != len(got.Rows)) {
			t.Fatalf("%d rows became %d: %v", len(got.Rows), len(again.Rows), err)
		}
		for i, a := range List(d) {
			if b := again.Rows[i].Application; a.Title != b.Title || a.Employer != b.Employer || a.Status != b.Status || a.Link != b.Link {
				t.Fatalf("%+v\nbecame\n%+v", a, b)
			}
		}
	})
}

// Rows are counted as spreadsheets do: with empty ones, and cells of several lines once.
func TestRowsAreCounted(t *testing.T) {
	_, got := one(t, "My list\n\nCompany,Title,Notes\nMill,Baker,\"a\nb\nc\"\n\nElm,Host,\"d\ne\"\nInn,Cook,\n")
	var rows []int
	for _, r := range got.Rows {
		rows = append(rows, r.Row)
	}
	if !reflect.DeepEqual(rows, []int{4, 6, 7}) {
		t.Errorf("rows %v", rows)
	}
}

// A spreadsheet program writes our dates anew in its own way.
func TestOurTableFromASpreadsheet(t *testing.T) {
	d, _ := added(t, resume.Document{}, Application{Title: "Cook", Employer: "Mill", Dates: Dates{Applied: on(2026, 3, 20)}, Status: Applied, Interviews: []Meeting{{Day: on(2026, 4, 2)}}})
	data := strings.NewReplacer("2026-03-20", "3/20/2026", "2026-04-02", "4/2/2026", ",", ";").Replace(string(Export(d, true)))
	a, got := one(t, data)
	if a.Dates.Applied != on(2026, 3, 20) || a.Interviews[0].Day != on(2026, 4, 2) || len(a.Dates.History) != 1 {
		t.Errorf("%+v, %v", a, got.Faults)
	}
}

// Tables that are made to take long are read like any other, as far as the bounds go.
func TestHostileTables(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		rows  int
	}{
		"a header of one cell":   {strings.Repeat("company date of the title of ", 20_000) + ",Company,Title\nA,B,C\n", 1},
		"a million columns":      {"Company,Title\nA,B" + strings.Repeat(",", 1_000_000), 1},
		"unclosed quotes":        {"Company,Title\n" + strings.Repeat("\"a\n", 100_000), 1},
		"many words":             {"Company,Title,Status,Applied\n" + strings.Repeat("A,B,"+strings.Repeat("x y ", 1000)+","+strings.Repeat("Jan ", 1000)+"\n", 100), 100},
		"many interviews":        {"Company,Title,Interviews\n" + strings.Repeat("A,B,\""+strings.Repeat("1 2\n", 1000)+"\"\n", 100), 100},
		"nothing but apostrophe": {"Company,Title\n" + strings.Repeat("'", 100_000) + "=,B\n", 1},
	} {
		got, err := Import(resume.Document{}, []byte(c.table), Options{})
		if err != nil || len(got.Rows) != c.rows || len(got.Faults) > maxFaults+1 {
			t.Errorf("%s: %d rows, %d faults, %v", name, len(got.Rows), len(got.Faults), err)
		}
		for _, row := range got.Rows {
			if len(row.Application.Interviews) > 50 {
				t.Errorf("%s: %d interviews", name, len(row.Application.Interviews))
			}
		}
	}
}

package score

import (
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

// fictional is a resume made of some work entries, JSON objects without "highlights".
func fictional(t *testing.T, work string) resume.Document {
	t.Helper()
	d, _, err := codec.Parse([]byte(`{"basics": {"name": "Robin Example", "email": "robin@example.com"}, "work": [`+work+`]}`), "cv.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A gap lies behind the end of what ended last, and an undated or unread job may lie
// in it.
func TestGapsOfKinds(t *testing.T) {
	now := `{"name": "A", "position": "Engineer", "startDate": "2022-01"},`
	for _, c := range []struct{ name, work, want string }{
		{"the latest end", now + `{"name": "B", "position": "Engineer", "startDate": "2019-01", "endDate": "2020-12"}, {"name": "C", "position": "Engineer", "startDate": "2019-06", "endDate": "2020-06"}`, "12 months between Dec 2020 and Jan 2022"},
		{"the latest end of three", now + `{"name": "B", "position": "Fitter", "startDate": "2018-01", "endDate": "2021-03"}, {"name": "C", "position": "Fitter", "startDate": "2019-06", "endDate": "2020-06"}, {"name": "D", "position": "Fitter", "startDate": "2020-01", "endDate": "2020-02"}`, "between Mar 2021 and Jan 2022"},
		{"an undated job", now + `{"name": "B", "position": "Nurse", "startDate": "2019-01", "endDate": "2020-12"}, {"name": "C", "position": "Nurse"}`, ""},
		{"an unread job", now + `{"name": "B", "position": "Nurse", "startDate": "2019-01", "endDate": "2020-12"}, {"name": "C", "position": "Nurse", "startDate": "after the flood"}`, ""},
		{"dates in words", `{"name": "A", "position": "Pflegerin", "startDate": "März 2021", "endDate": "heute"}, {"name": "B", "position": "Pflegerin", "startDate": "Herbst 2018", "endDate": "Q4 2020"}`, ""},
		{"a period in one field", now + `{"name": "B", "position": "Cook", "startDate": "2019 – 2021"}`, ""},
		{"since", `{"name": "A", "position": "Infirmière", "startDate": "depuis janvier 2021"}, {"name": "B", "position": "Infirmière", "startDate": "mars 2018", "endDate": "déc. 2020"}`, ""},
		{"a Japanese gap", `{"name": "A", "position": "営業", "startDate": "2021年4月", "endDate": "現在"}, {"name": "B", "position": "営業", "startDate": "2017年4月", "endDate": "2019年3月"}`, "between Mar 2019 and Apr 2021"},
	} {
		said := ""
		for _, f := range Document(fictional(t, c.work), Options{Today: today}).Findings {
			if f.Check == "chronology" && strings.Contains(f.Why, "unexplained") {
				said = f.Why
			}
		}
		if c.want == "" && said != "" || !strings.Contains(said, c.want) {
			t.Errorf("%s: %q, want %q", c.name, said, c.want)
		}
	}
}

// Years of work make no beginner, and a student is no senior.
func TestLevelsOfKinds(t *testing.T) {
	for _, c := range []struct{ work, want string }{
		{`{"name": "A", "position": "Nurse", "startDate": "Summer 2012", "endDate": "present"}`, Senior},
		{`{"name": "A", "position": "Krankenpfleger", "startDate": "seit März 2020"}`, Mid},
		{`{"name": "A", "position": "販売", "startDate": "2010年4月", "endDate": "現在"}`, Senior},
		{`{"name": "A", "position": "Marketing Intern", "startDate": "2025-06", "endDate": "2025-09"}, {"name": "B", "position": "Cashier", "startDate": "2012-01", "endDate": "2025-01"}`, Junior},
		{`{"name": "A", "position": "Werkstudent", "startDate": "2014"}`, Junior},
		{`{"name": "A", "position": "Student Advisor", "startDate": "2014"}`, Senior},
	} {
		if got := Document(fictional(t, c.work), Options{Today: today}).Level; got != c.want {
			t.Errorf("%s: %s, want %s", c.work, got, c.want)
		}
	}
}

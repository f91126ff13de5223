package interview

import (
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

// Dates, and numbers that name a rule or a telephone, are none to defend in a German line; what is counted is.
func TestGermanDatesAreNoNumbers(t *testing.T) {
	for line, want := range map[string]string{
		"Am 01.04.2019 auf der Intensivstation mit 14 Betten begonnen":    "14",
		"Ab 1.4.2020 eine Station geleitet":                               "",
		"Vom 01.04. bis 30.06. die Leitung vertreten":                     "",
		"Anlagen nach DIN VDE 0100-600 und DGUV Vorschrift 3 geprüft":     "",
		"Im Notfallteam, Hausnotruf 2222, Dienst getan":                   "",
		"Haus mit 1.200 Betten und 2.500.000 Euro Umsatz im Jahr geführt": "1.200 2.500.000",
	} {
		d, _, err := codec.Parse([]byte(`{"work": [{"position": "Pflegerin", "startDate": "2019-04", "highlights": ["`+line+`"]}], "meta": {"resumax": {"language": "de"}}}`), "a.json")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range New().Derive(Input{Document: d, Today: resume.Date{Year: 2026, Month: 3, Day: 31}}).Ledger {
			got = append(got, c.Quote)
		}
		for _, w := range strings.Fields(want) {
			if !strings.Contains(strings.Join(got, "|"), w) {
				t.Errorf("%s: no %s in %q", line, w, got)
			}
		}
		if len(got) != len(strings.Fields(want)) {
			t.Errorf("%s: %q", line, got)
		}
	}
}

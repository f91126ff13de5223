package score

import (
	"encoding/json"
	"strings"
	"testing"

	"resumax/resume"
)

// plainTrades are resumes of trades without technologies: their headline, title,
// skills and bullets.
var plainTrades = []struct {
	title  string
	skills []string
	lines  []string
}{
	{"Registered Nurse", []string{"CRRT", "Wound care", "Telemetry"}, []string{"Ran CRRT and proned ARDS patients on a 20-bed unit", "Held the charge phone for 36 beds on nights"}},
	{"Home Health Aide", []string{"ADLs", "Hoyer lift"}, []string{"Helped patients with ADLs on the ward", "Kept 9 families calm"}},
	{"Executive Chef", []string{"HACCP", "Menu development"}, []string{"Led a kitchen of 12", "Opened two restaurants in a year"}},
	{"Teacher", nil, []string{"Taught 28 children to read", "Led the autumn play with 40 pupils"}},
	{"Electrician", []string{"NEC", "Conduit bending", "Multimeter"}, []string{"Wired 40 homes a year", "Trained two apprentices"}},
	{"Attorney", []string{"Depositions", "Westlaw"}, []string{"Won nine trials", "Advised 60 families a year"}},
	{"Sales Associate", nil, []string{"Sold shoes to 60 people a day", "Trained nine new people"}},
	{"Truck Driver", []string{"CDL Class A"}, []string{"Drove 900,000 miles without a claim", "Met every delivery window in 2023"}},
	{"Accountant", []string{"QuickBooks", "Excel", "GAAP"}, []string{"Closed the books in four days", "Led two clerks"}},
	{"Hair Stylist", []string{"Balayage"}, []string{"Served ten people a day", "Won the regional prize twice"}},
	{"Police Officer", nil, []string{"Calmed 200 disputes a year", "Led a team of six"}},
	{"Welder", []string{"TIG", "MIG"}, []string{"Built 300 frames a month", "Passed each test at once"}},
}

func plainDocument(t *testing.T, title string, skills, lines []string) resume.Document {
	t.Helper()
	d := draft("Robin Example", title, "", skills, job{title, "Example Works", "2021-03", "", lines})
	return d
}

// TestNothingAsksForTechnology sees that no word of a report speaks of technologies to
// people whose trade has none.
func TestNothingAsksForTechnology(t *testing.T) {
	for _, p := range plainTrades {
		d := plainDocument(t, p.title, p.skills, p.lines)
		o := Options{Today: resume.Date{Year: 2024, Month: 6}}
		r := Document(d, o)
		words, err := json.Marshal([]any{r.Findings, r.Cards, r.Notices})
		if err != nil {
			t.Fatal(err)
		}
		told := string(words)
		for _, f := range r.Findings {
			fixed, err := Apply(d, f)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range fixed.Slots() {
				told += s.Text
			}
			if f.Check == "terms" && !strings.Contains(f.Why, "method, tool or trade term") && !strings.Contains(f.Why, "trade terms") {
				t.Errorf("%s: %s", p.title, f.Why)
			}
		}
		for _, word := range []string{"technolog", "infrastructure", "languages, data"} {
			if at := strings.Index(strings.ToLower(told), word); at >= 0 {
				t.Errorf("%s is told of %q: …%s…", p.title, word, told[max(0, at-80):min(len(told), at+40)])
			}
		}
	}
}

// TestTechnologiesAreAskedOfComputing sees that people of computing are asked as before.
func TestTechnologiesAreAskedOfComputing(t *testing.T) {
	d := plainDocument(t, "Backend Engineer", []string{"Go", "PostgreSQL", "Kafka"}, []string{"Led a team of six", "Held the pager for nine weeks"})
	asked := false
	for _, f := range Document(d, Options{Today: resume.Date{Year: 2024, Month: 6}}).Findings {
		fixed, err := Apply(d, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range fixed.Slots() {
			asked = asked || strings.Contains(s.Text, "which technology")
		}
	}
	if !asked {
		t.Error("nothing asks for a technology")
	}
}

// TestShortListsOfTradesAreNotJudged sees that trades that list few skills, or none,
// lose nothing for it.
func TestShortListsOfTradesAreNotJudged(t *testing.T) {
	for _, p := range plainTrades {
		d := plainDocument(t, p.title, p.skills, p.lines)
		for _, f := range Document(d, Options{Today: resume.Date{Year: 2024, Month: 6}}).Findings {
			if f.Check == "organization" || f.Check == "backed" && len(p.skills) == 0 {
				t.Errorf("%s: %s %s", p.title, f.Why, f.Fix)
			}
		}
	}
}

// TestSkillsThatShareATermAreNotTheSame sees that only whole entries are compared.
func TestSkillsThatShareATermAreNotTheSame(t *testing.T) {
	d := plainDocument(t, "Nurse", []string{"Wound care", "Wound care clinics", "Triage by phone", "Triage"}, plainTrades[0].lines)
	for _, f := range Document(d, Options{Today: resume.Date{Year: 2024, Month: 6}}).Findings {
		if f.Check == "names" {
			t.Errorf("%s", f.Why)
		}
	}
}

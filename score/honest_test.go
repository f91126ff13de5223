package score

import (
	"strings"
	"testing"

	"resumax/language/terms"
)

// What a recruiter of the trade would not hold against anyone costs nothing, and what
// they would is told.
func TestFindingsOfTrades(t *testing.T) {
	listed := func(names ...string) map[string]any {
		return map[string]any{"skills": []any{map[string]any{"name": "Skills", "keywords": names}}}
	}
	position := func(title, start, end string) any {
		return map[string]any{"name": "Fictional & Co", "position": title, "startDate": start, "endDate": end, "highlights": []string{"Cut waste from 9 to 4 percent with smaller orders"}}
	}
	work := func(list ...any) map[string]any { return map[string]any{"work": list} }
	with := func(a map[string]any, key string, value any) map[string]any { a[key] = value; return a }
	unlinked := func(title string) map[string]any {
		return map[string]any{"basics": map[string]any{"name": "Sam Fictional", "label": title, "email": "sam@example.org", "phone": "+1 206 555 0123"}}
	}
	one := "Cut waste from 9 to 4 percent with smaller orders"
	for _, c := range []struct {
		name     string
		said     string
		not, has []string
	}{
		{"names that are words", saidOf(t, "Cook", "2021-05", "", listed("access", "blueprints", "assembly", "express"), one), []string{"usually written"}, nil},
		{"names of others in capitals", saidOf(t, "Bank Teller", "2021-05", "", listed("SWIFT", "ADA", "cash"), "Sent SWIFT transfers and kept ADA rules for 40 clients"), []string{"usually written"}, nil},
		{"capitals of titles", saidOf(t, "Analyst", "2021-05", "", listed("Anti Money Laundering", "PCI Compliance", "Scrum Master"), one), []string{"usually written"}, nil},
		{"hyphens and ampersands", saidOf(t, "Analyst", "2021-05", "", listed("P & L", "R & D", "MS-Word", "UV/VIS"), one), []string{"usually written"}, nil},
		{"a heading in capitals", saidOf(t, "Developer", "2021-05", "", nil, "ANDROID PROJECT: Wrote the map of 40 shops"), []string{"usually written"}, nil},
		{"a path", saidOf(t, "Developer", "2021-05", "", nil, "Split the css/js/img folders of 3 shops"), []string{"usually written"}, nil},
		{"names of tools", saidOf(t, "Developer", "2021-05", "", listed("Javascript", "Postgresql", "Powerpoint"), one), nil, []string{"JavaScript", "PostgreSQL", "PowerPoint"}},
		{"abbreviations of trades", saidOf(t, "Nurse", "2021-05", "", listed("Cpr", "Hipaa"), one), nil, []string{"“CPR”", "“HIPAA”"}},
		{"versions and parts are no duplicates", saidOf(t, "Developer", "2021-05", "", listed("HTML", "HTML5", "ASP.NET", "ASP.NET MVC", "AngularJS", "Angular"), one), []string{"same skill"}, nil},
		{"duplicates", saidOf(t, "Developer", "2021-05", "", listed("Excel", "MS Excel", "Kubernetes", "k8s"), one), nil, []string{"“Excel” and “MS Excel”", "“Kubernetes” and “k8s”"}},
		{"certificates and languages need no bullet", saidOf(t, "Welder", "2021-05", "", listed("Certified Welder", "Driver's license", "Fluent in Spanish", "Computer skills:", "Calm under pressure", "Member of the guild"), one), []string{"backed:"}, nil},
		{"other words for a skill", saidOf(t, "Store Manager", "2021-05", "", listed("Inventory control", "Staff scheduling"), "Controlled the inventory of 2 stores", "Scheduled a staff of 12"), []string{"backed:"}, nil},
		{"a skill without a bullet", saidOf(t, "Store Manager", "2021-05", "", listed("Inventory control", "Visual merchandising"), one), nil, []string{"Both listed skills are in no bullet"}},
		{"work is no trait", saidOf(t, "Buyer", "2021-05", "", listed("Contract negotiation", "Marketing communications", "Conflict resolution", "Board communications", "Sales coaching"), one), []string{"soft skills"}, nil},
		{"traits", saidOf(t, "Buyer", "2021-05", "", listed("Strong written communication skills", "Excellent time management"), one), nil, []string{"“Strong written communication skills” and “Excellent time management”"}},
		{"no link of a nurse", saidOf(t, "Registered Nurse", "2021-05", "", unlinked("Registered Nurse"), one), []string{"no link", "skills section"}, nil},
		{"no link of a trucker", saidOf(t, "Truck Driver", "2021-05", "", unlinked("Truck Driver"), one), []string{"no link", "skills section"}, nil},
		{"no code of a civil engineer", saidOf(t, "Civil Engineer", "2021-05", "", unlinked("Civil Engineer"), one), []string{"GitHub"}, []string{"LinkedIn"}},
		{"a link of a publicist", saidOf(t, "Public Relations Director", "2021-05", "", unlinked("Public Relations Director"), one), []string{"GitHub"}, []string{"no link to a profile or portfolio", "skills section"}},
		{"a link of a developer", saidOf(t, "Web Developer", "2021-05", "", unlinked("Web Developer"), one), nil, []string{"GitHub", "skills section"}},
		{"an old gap", saidOf(t, "Cook", "", "", work(position("Cook", "2012-01", ""), position("Cook", "2001-01", "2009-06"))), []string{"unexplained"}, nil},
		{"a gap filled by a school with its end alone", saidOf(t, "Nurse", "", "", with(work(position("Nurse", "2022-07", ""), position("Aide", "2014-01", "2018-12")), "education", []any{map[string]any{"institution": "Fictional College", "endDate": "2022-06"}})), []string{"unexplained"}, nil},
		{"a gap", saidOf(t, "Nurse", "", "", work(position("Nurse", "2022-07", ""), position("Aide", "2014-01", "2018-12"))), nil, []string{"between Dec 2018 and Jul 2022"}},
		{"jobs side by side", saidOf(t, "Tutor", "", "", work(position("Tutor", "2019-01", ""), position("Usher", "2021-01", ""), position("Clerk", "2016-03", "2018-02"), position("Cook", "2015-01", "2018-09"))), []string{"newest first"}, nil},
		{"years alone of old jobs", saidOf(t, "Clerk", "", "", work(position("Clerk", "2021-03", ""), position("Usher", "2018", "2021"), position("Cook", "2016", "2018"))), []string{"years only"}, nil},
		{"years alone of the newest job", saidOf(t, "Clerk", "", "", work(position("Clerk", "2021", ""), position("Usher", "2018-02", "2021-01"))), nil, []string{"years only"}},
		{"no summary, said once", saidOf(t, "Clerk", "2021-05", "", nil, one), []string{"0 words", "summary has no number"}, []string{"There is no summary"}},
		{"no bullets", saidOf(t, "Clerk", "2021-05", "", nil), []string{"0 bullets;"}, []string{"has no bullets"}},
	} {
		for _, wrong := range c.not {
			if strings.Contains(c.said, wrong) {
				t.Errorf("%s: says %q:\n%s", c.name, wrong, c.said)
			}
		}
		for _, right := range c.has {
			if !strings.Contains(c.said, right) {
				t.Errorf("%s: does not say %q:\n%s", c.name, right, c.said)
			}
		}
	}
}

// A heading among the bullets is told from a list of names.
func TestHeadingsAmongBullets(t *testing.T) {
	for text, want := range map[string]string{
		"Accomplishments:": "is a heading or a name", "Reno, NV, May 2019": "is a heading or a name", "Go, Python, Redis, Kafka, Docker, Terraform": "is a list of names",
	} {
		d := draft("Sam Fictional", "Clerk", "", nil, job{"Clerk", "Fictional & Co", "2021-05", "", []string{text, "Cut waste by 4% with smaller orders"}})
		said := ""
		for _, n := range Document(d, Options{Today: today}).Notices {
			said += n.Why
		}
		if !strings.Contains(said, want) {
			t.Errorf("%s: %q, want %q", text, said, want)
		}
	}
}

// How names are written that are found in skills lists.
func TestRightNames(t *testing.T) {
	for surface, want := range map[string]string{
		"Pandas": "Pandas", "Numpy": "NumPy", "tensor flow": "TensorFlow", "Tensor Flow": "TensorFlow", "MYSQL": "MySQL", "GIT": "GIT", "YARN": "YARN", "JAVASCRIPT": "JavaScript",
		"windows servers": "windows servers", "Github": "GitHub", "sql": "SQL", "Bash": "Bash", "shell scripts": "shell scripts", "b2b sales": "B2B sales",
	} {
		for _, m := range terms.Default().FindInList(surface) {
			if m.Surface == surface && rightName(m) != want {
				t.Errorf("%q: %q, want %q", surface, rightName(m), want)
			}
		}
	}
}

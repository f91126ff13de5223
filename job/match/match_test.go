package match

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
	"resumax/role"
)

var today = resume.Date{Year: 2026, Month: 3, Day: 31}

func sample(t testing.TB, id string) resume.Document {
	t.Helper()
	p, ok := role.ByID(id)
	if !ok {
		t.Fatalf("no role %s", id)
	}
	return p.Sample()
}

// parsed is a resume of JSON.
func parsed(t testing.TB, text string) resume.Document {
	t.Helper()
	d, _, err := codec.Parse([]byte(text), "test")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// asking is a posting of requirements, each the names of which one is enough.
func asking(required ...[]string) posting.Posting {
	p := posting.Posting{Title: "Engineer", Language: "en"}
	for _, any := range required {
		text := strings.Join(any, " or ") + "."
		p.Required = append(p.Required, posting.Requirement{Any: any, Text: text, Sentence: text, Count: 1})
	}
	return p
}

const workedWith = `{"work": [{"position": "Engineer", "startDate": "2022-01", "highlights": [%q]}], "skills": [{"name": "S", "keywords": [%q, "Perl"]}], "basics": {"summary": %q}}`

func TestCredit(t *testing.T) {
	for _, c := range []struct {
		asked                  string
		written                string // how the posting writes it, "" for its name
		bullet, skill, summary string
		state                  State
		credit                 float64
		spelled                string
	}{
		{asked: "Kafka", bullet: "Moved the import of 40 shops to Kafka", state: Proved, credit: 1},
		{asked: "Kafka", skill: "Kafka", state: Listed, credit: 0.8},
		{asked: "Kafka", summary: "Engineer who runs Kafka for a living", state: Listed, credit: 0.8},
		{asked: "Kafka", skill: "Kafka", bullet: "Rebuilt the settlement of 9 banks on Kafka Streams", state: Proved, credit: 1},
		{asked: "Kafka", bullet: "Rebuilt the settlement of 9 banks on Kafka Streams", state: Implied, credit: 0.5},
		{asked: "Kafka", state: Absent},
		{asked: "Kafka", bullet: "Kafka", state: Listed, credit: 0.8}, // a bullet that only names it
		{asked: "Go", bullet: "Ready to go to any market", state: Absent},
		{asked: "Java", bullet: "Wrote 300 tests in JavaScript for a shop", state: Absent},
		{asked: "sharding", bullet: "Sharded a database of 12 TB by tenant", state: Proved, credit: 0.8},
		{asked: "SQL", bullet: "Wrote 80 reports in Structured Query Language", state: Proved, credit: 0.8, spelled: "Structured Query Language"},
		{asked: "SQL", bullet: "Wrote 80 reports in Structured Query Language", skill: "SQL", state: Proved, credit: 1},
		{asked: "SQL", written: "Structured Query Language", bullet: "Wrote 80 reports in SQL for a bank", state: Proved, credit: 0.8, spelled: "SQL"},
		{asked: "PostgreSQL", written: "Postgres", bullet: "Ran 4 clusters of Postgres in two regions", state: Proved, credit: 1},
		{asked: "inventory management", bullet: "Managed an inventory of 4,000 parts for a garage", state: Proved, credit: 0.8, spelled: "Managed an inventory"},
		{asked: "conflict resolution", bullet: "Resolved 30 conflicts between tenants and owners", state: Proved, credit: 0.8, spelled: "Resolved 30 conflicts"},
		{asked: "equipment maintenance", bullet: "Equipped 40 rooms and their maintenance staff", state: Absent},
		{asked: "customer service", bullet: "Served 300 customers a day at a counter", state: Proved, credit: 0.8, spelled: "Served 300 customers"},
		{asked: "network administration", bullet: "Administered a network of 900 desks", state: Proved, credit: 0.8, spelled: "Administered a network"},
		{asked: "Restaurant365", bullet: "Closed the books of 9 kitchens in Restaurant365", state: Proved, credit: 1},
	} {
		p := asking([]string{c.asked})
		if c.written != "" {
			p.Required[0].Sentence, p.Required[0].Text = c.written+".", c.written
		}
		d := parsed(t, fmt.Sprintf(workedWith, c.bullet, c.skill, c.summary))
		q := Match(Input{Document: d, Posting: p, Today: today}).Requirements[0]
		if q.State != c.state || math.Abs(q.Credit-c.credit) > 1e-9 || q.Spelled != c.spelled {
			t.Errorf("%s in %q, %q, %q: %s %v %q, want %s %v %q", c.asked, c.bullet, c.skill, c.summary, q.State, q.Credit, q.Spelled, c.state, c.credit, c.spelled)
		}
	}
}

// A group is met once, by its best member.
func TestGroupIsMetOnce(t *testing.T) {
	d := parsed(t, fmt.Sprintf(workedWith, "Ran 4 clusters of PostgreSQL in two regions", "MySQL", ""))
	r := Match(Input{Document: d, Posting: asking([]string{"MySQL", "PostgreSQL"}), Today: today})
	one := Match(Input{Document: d, Posting: asking([]string{"PostgreSQL"}), Today: today})
	if q := r.Requirements[0]; q.Met != "PostgreSQL" || q.Credit != 1 || r.Match != one.Match {
		t.Errorf("met by %s with %v: %v, alone %v", q.Met, q.Credit, r.Match, one.Match)
	}
}

// Points of what a posting has nothing for go to the rest, and no wish weighs more than a
// requirement.
func TestPoints(t *testing.T) {
	full := asking([]string{"Kafka"}, []string{"Go"})
	full.Preferred = []posting.Requirement{{Any: []string{"Terraform"}, Sentence: "Terraform.", Count: 1}}
	full.Years, full.Degree = 3, "bachelor"
	bare := posting.Posting{Title: "Engineer", Language: "en"}
	untitled := asking([]string{"Kafka"})
	untitled.Title = ""
	for name, p := range map[string]posting.Posting{"full": full, "terms": asking([]string{"Kafka"}), "untitled": untitled, "preferred": {Language: "en", Preferred: full.Preferred}, "years": {Language: "en", Years: 3}} {
		r := Match(Input{Document: sample(t, "backend-engineer"), Posting: p, Today: today})
		if math.Abs(r.Of.Sum()-100) > 1e-9 {
			t.Errorf("%s: %+v are not 100 points", name, r.Of)
		}
		var sum float64
		for _, q := range r.Requirements {
			sum += q.Weight
		}
		if got := r.Of.Required + r.Of.Preferred + r.Of.Knockouts; math.Abs(sum-got) > 1e-4 {
			t.Errorf("%s: requirements weigh %v of %v", name, sum, got)
		}
		if n := len(r.Requirements); name == "full" && (n != 5 || r.Requirements[2].Weight > r.Requirements[0].Weight) {
			t.Errorf("%d requirements, the wish weighs %v", n, r.Requirements[min(2, n-1)].Weight)
		}
	}
	if r := Match(Input{Document: sample(t, "backend-engineer"), Posting: bare, Today: today}); r.Match != 0 || r.Band != "" {
		t.Errorf("a posting of nothing is matched with %v, %s", r.Match, r.Band)
	}
}

func TestBands(t *testing.T) {
	for match, want := range map[float64]Band{0: Stretch, 39.9: Stretch, 40: Plausible, 59.9: Plausible, 60: Strong, 80: Strong, 80.1: Stop, 100: Stop} {
		if got := BandOf(match); got != want {
			t.Errorf("%v is %s, want %s", match, got, want)
		}
	}
}

// Facts that decide alone.
func TestKnockouts(t *testing.T) {
	const nurse = `{"basics": {"label": "Registered Nurse"}, "work": [{"position": "Registered Nurse", "startDate": "2023-04", "highlights": ["Triaged 30 patients a shift in a ward of 26 beds"]}, {"position": "Barista", "startDate": "2010-01", "endDate": "2022-12", "highlights": ["Made 300 coffees a day"]}],
		"certificates": [{"name": "ACLS"}, {"name": "Driver's License, class B"}], "education": [{"studyType": "Associate Degree in Nursing", "institution": "X"}], "languages": [{"language": "Spanish", "fluency": "B2"}]}`
	d := parsed(t, nurse)
	for _, c := range []struct {
		q      posting.Requirement
		state  State
		credit float64
	}{
		{posting.Requirement{Any: []string{"registered nurse"}, Kind: posting.License, Sentence: "RN license."}, Proved, 1},
		{posting.Requirement{Any: []string{"RN license"}, Kind: posting.License, Sentence: "RN license."}, Proved, 1},
		{posting.Requirement{Any: []string{"BLS"}, Kind: posting.License, Sentence: "BLS."}, Proved, 1}, // ACLS holds it
		{posting.Requirement{Any: []string{"PALS"}, Kind: posting.License, Sentence: "PALS."}, Absent, 0},
		{posting.Requirement{Any: []string{"driver's license"}, Kind: posting.License, Sentence: "Driver's license."}, Proved, 1},
		{posting.Requirement{Any: []string{"associate"}, Kind: posting.Degree, Sentence: "Associate degree."}, Proved, 1},
		{posting.Requirement{Any: []string{"high school"}, Kind: posting.Degree, Sentence: "High school."}, Proved, 1},
		{posting.Requirement{Any: []string{"bachelor"}, Kind: posting.Degree, Sentence: "Bachelor's degree."}, Absent, 0},
		{posting.Requirement{Any: []string{"Spanish"}, Kind: posting.Language, Sentence: "Spanish."}, Proved, 1},
		{posting.Requirement{Any: []string{"English"}, Kind: posting.Language, Sentence: "English."}, Implied, 0.8}, // the resume is in it
		{posting.Requirement{Any: []string{"French"}, Kind: posting.Language, Sentence: "French."}, Absent, 0},
		{posting.Requirement{Kind: posting.Years, Sentence: "At least 3 years of experience as a nurse."}, Proved, 1},
		{posting.Requirement{Kind: posting.Years, Sentence: "At least 6 years of experience as a nurse."}, Implied, 0.5}, // coffee counts nothing
	} {
		c.q.Count = 1
		p := posting.Posting{Title: "Registered Nurse", Language: "en", Required: []posting.Requirement{c.q}}
		q := Match(Input{Document: d, Posting: p, Today: today}).Requirements[0]
		if q.State != c.state || math.Abs(q.Credit-c.credit) > 1e-9 {
			t.Errorf("%v %s: %s %v, want %s %v", c.q.Any, c.q.Sentence, q.State, q.Credit, c.state, c.credit)
		}
	}
}

// A license whose classes are a group of skills, as German resumes have it, is a fact like one among
// certificates. A hidden group is found elsewhere, and other groups' names are no licenses.
func TestLicenseAsAGroup(t *testing.T) {
	for _, c := range []struct {
		skills, language, license string
		state                     State
		address                   resume.Address
	}{
		{`{"name": "EDV", "keywords": ["Excel"]}, {"name": "Führerschein", "keywords": ["Klasse B", "BE"]}`, "de", "driver's license", Proved, "/skills/1/keywords/0"},
		{`{"name": "Führerschein", "keywords": ["Klasse B"]}`, "de", "truck license (C/CE)", Absent, ""},
		{`{"name": "Führerschein", "keywords": ["Klasse B", "Klasse CE"]}`, "de", "truck license (C/CE)", Proved, "/skills/0/keywords/1"},
		{`{"name": "Führerschein", "keywords": ["Klasse B"], "hidden": true}`, "de", "driver's license", Elsewhere, "/skills/0/keywords/0"},
		{`{"name": "Klassen", "keywords": ["Klasse B"]}`, "de", "driver's license", Absent, ""},
		{`{"name": "Driver's license", "keywords": ["Class B"]}`, "en", "driver's license", Proved, "/skills/0/keywords/0"},
	} {
		d := parsed(t, `{"basics": {"label": "X"}, "skills": [`+c.skills+`]}`)
		p := posting.Posting{Title: "X", Language: c.language, Required: []posting.Requirement{{Any: []string{c.license}, Kind: posting.License, Sentence: c.license, Count: 1}}}
		q := Match(Input{Document: d, Posting: p, Today: today}).Requirements[0]
		at := resume.Address("")
		if len(q.Evidence) > 0 {
			at = q.Evidence[0].Address
		}
		if q.State != c.state || at != c.address {
			t.Errorf("%s asked for by %s: %s at %q, want %s at %q", c.license, c.skills, q.State, at, c.state, c.address)
		}
	}
}

// Experience of several years in the posting's own line of work is shown by dates of positions, and in
// something else it is not.
func TestVagueYears(t *testing.T) {
	d := parsed(t, `{"work": [{"position": "Elektroinstallateur", "startDate": "2020-01", "highlights": ["Montage im Neubau"]}, {"position": "Kellner", "startDate": "2005-01", "endDate": "2019-12", "highlights": ["Bedienung der Gäste"]}]}`)
	for _, c := range []struct {
		title, sentence string
		kind            posting.Kind
		state           State
	}{
		{"Elektroinstallateur", "Mehrjährige Berufserfahrung in der Elektroinstallation", posting.Years, Proved},
		{"Elektroinstallateur", "Langjährige Berufserfahrung", posting.Years, Proved},
		{"Elektroinstallateur", "Langjährige Berufserfahrung in der Personalführung", posting.Other, Absent},
		{"Elektroinstallateur", "Mehrjährige Zusammenarbeit in der Elektroinstallation", posting.Other, Absent},
		{"Buchhalter", "Mehrjährige Erfahrung in der Buchhaltung", posting.Years, Absent},
	} {
		p := posting.Posting{Title: c.title, Language: "de", Required: []posting.Requirement{{Sentence: c.sentence, Text: c.sentence, Kind: posting.Other, Count: 1}}}
		q := Match(Input{Document: d, Posting: p, Today: today}).Requirements[0]
		if q.Kind != c.kind || q.State != c.state {
			t.Errorf("%s: %s of kind %v, want %s of kind %v", c.sentence, q.State, q.Kind, c.state, c.kind)
		}
	}
}

// Experience is taken instead of a degree where the posting says so, and it is enough.
func TestInsteadOfADegree(t *testing.T) {
	d := parsed(t, `{"work": [{"position": "Backend Engineer", "startDate": "2019-01", "highlights": ["Moved 40 shops to Kafka and cut cost by 30%"]}]}`)
	p := posting.Posting{Title: "Backend Engineer", Language: "en", Required: []posting.Requirement{{Any: []string{"bachelor", "equivalent experience"}, Kind: posting.Degree, Sentence: "Bachelor's degree or equivalent experience.", Count: 1}}}
	if q := Match(Input{Document: d, Posting: p, Today: today}).Requirements[0]; q.State != Implied || q.Credit != 0.8 || q.Met != "equivalent experience" {
		t.Errorf("%+v", q)
	}
	p.Title = "Registered Nurse"
	if q := Match(Input{Document: d, Posting: p, Today: today}).Requirements[0]; q.Credit != 0 {
		t.Errorf("experience in another trade counts: %+v", q)
	}
}

// Requirements without a term are met by texts that speak of the same thing, and by no others.
func TestProse(t *testing.T) {
	for _, c := range []struct {
		sentence, bullet string
		met              bool
	}{
		{"Experience designing lesson plans.", "Wrote weekly lesson plans for 24 children", true},
		{"Experience calming agitated or frightened patients.", "Calmed frightened and agitated patients without restraints", true},
		{"You have sold to hospitals or health systems.", "Sold monitors to 14 hospitals and two health systems", true},
		{"Coaching a club or a team after school.", "Coached the chess club of 18 after school", true},
		{"Knows how to fit a backpack or a pair of boots.", "Fitted boots and backpacks for 40 customers a day", true},
		{"Experience working in a distributed team.", "Wrote a distributed rate limiter for Go", false},
		{"Experience coaching junior chess players.", "Junior developer of a team of chess servers", false},
		{"You write tests first, or at least second.", "Brought data lag from 6 hours to under 90 seconds", false},
		{"Experience with other cloud providers.", "Rotated 640 credentials, leaving zero cloud keys", false},
		{"Passion for building systems.", "Built systems for 40 shops and three banks", false},
	} {
		p := posting.Posting{Language: "en", Required: []posting.Requirement{{Text: c.sentence, Sentence: c.sentence, Kind: posting.Other, Count: 1}}}
		q := Match(Input{Document: parsed(t, fmt.Sprintf(workedWith, c.bullet, "Perl", "")), Posting: p, Today: today}).Requirements[0]
		if met := q.Credit > 0; met != c.met || met && q.State != Proved {
			t.Errorf("%q by %q: %s %v", c.sentence, c.bullet, q.State, q.Credit)
		}
	}
}

// What no resume shows is listed and weighs nothing.
func TestConditions(t *testing.T) {
	for _, s := range []string{"Able to lift 50 pounds.", "Must pass a background check.", "Team player with a positive attitude.", "Reliable transportation.", "Willing to travel up to 25%."} {
		p := asking([]string{"Kafka"})
		p.Required = append(p.Required, posting.Requirement{Text: s, Sentence: s, Kind: posting.Other, Count: 1})
		r := Match(Input{Document: sample(t, "backend-engineer"), Posting: p, Today: today})
		if q := r.Requirements[1]; q.Judged() || q.Gain != 0 || slices.Contains(r.Absent, 1) {
			t.Errorf("%q is judged: %+v", s, q)
		}
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct {
		wanted, have string
		least, most  float64
	}{
		{"Backend Engineer", "Senior Backend Engineer", 0.9, 1},
		{"Product Manager – Onboarding & Activation", "Product Manager", 0.85, 1},
		{"Software Developer", "Software Engineer", 0.9, 1},
		{"Registered Nurse (RN) – Medical-Surgical", "RN", 0.6, 1},
		{"SRE", "Site Reliability Engineer", 0.8, 1},
		{"Frontend Engineer", "Backend Engineer", 0.2, 0.45},
		{"Project Manager", "Account Manager", 0, 0.35},
		{"Registered Nurse", "Backend Engineer", 0, 0},
		{"Accountant", "Mechanical Engineer", 0, 0},
	} {
		m := New()
		if got := m.kin(m.title(c.wanted), m.text(c.have, false)); got < c.least || got > c.most {
			t.Errorf("%s and %s are %.2f near", c.wanted, c.have, got)
		}
	}
}

// What is hidden here, what only the base has, what another variant says, and facts for forms are
// elsewhere.
func TestElsewhere(t *testing.T) {
	d := parsed(t, `{"work": [{"position": "Engineer", "startDate": "2020", "highlights": ["Moved 40 shops to Kafka in a year", "Cut cost by 30% with Terraform modules", "Wrote 30 tests in Rust for a bank"]}],
		"projects": [{"name": "x", "hidden": true, "highlights": ["Compared GraphQL with REST for 9 teams"]}],
		"meta": {"resumax": {"facts": {"licenses": ["Forklift license"]}}}}`)
	d, id, err := variant.New(d, "A")
	if err != nil {
		t.Fatal(err)
	}
	d, other, err := variant.New(d, "B")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []struct {
		id   string
		edit resume.Edit
	}{
		{id, func(d resume.Document) (resume.Document, error) { return d.HideText("/work/0/highlights/0", true) }},
		{id, resume.RemoveEdit("/work/0/highlights/1")},
		{other, resume.TextEdit("/work/0/highlights/2", "Wrote 30 tests in Elixir for a bank")},
		{other, resume.InsertEdit("/work/0/highlights/3", resume.Text("Planned 12 sprints in Jira with two teams"))},
	} {
		if d, err = variant.Edit(d, e.id, e.edit); err != nil {
			t.Fatal(err)
		}
	}
	v, err := variant.Open(d, id)
	if err != nil {
		t.Fatal(err)
	}
	p := asking([]string{"Kafka"}, []string{"Terraform"}, []string{"Elixir"}, []string{"GraphQL"}, []string{"Jira"}, []string{"COBOL"})
	p.Required = append(p.Required, posting.Requirement{Any: []string{"forklift certification"}, Kind: posting.License, Sentence: "Forklift license.", Count: 1})
	in := Input{Document: v.Document, Project: d, Posting: p, Today: today}
	m := New()
	r := m.Match(in)
	for i, want := range []State{Elsewhere, Elsewhere, Elsewhere, Elsewhere, Elsewhere, Absent, Elsewhere} {
		if got := r.Requirements[i].State; got != want {
			t.Errorf("%v is %s, want %s", r.Requirements[i].Any, got, want)
		}
	}
	// Each of them that a bullet shows is offered, and gains what it says.
	met := map[int]bool{}
	for _, s := range m.Suggest(in, r) {
		view, err := v.Edit(s.Edit)
		if err != nil {
			t.Fatalf("%s: %v", s.Text, err)
		}
		next, err := variant.Open(view, id)
		if err != nil {
			t.Fatal(err)
		}
		after := Match(Input{Document: next.Document, Project: view, Posting: p, Today: today})
		if math.Abs(after.Match-r.Match-s.Gain) > 1e-6 {
			t.Errorf("%s gains %v, not %v", s.Text, after.Match-r.Match, s.Gain)
		}
		for _, i := range s.Requirements {
			met[i] = met[i] || after.Requirements[i].State == Proved
		}
	}
	for i := range 5 {
		if !met[i] {
			t.Errorf("nothing is offered for %v", p.Required[i].Any)
		}
	}
	// What cannot be defended is not offered, wherever it is: hidden, only in the base, in another variant.
	for _, word := range []string{"Elixir", "Jira", "Kafka", "Terraform"} {
		shows := func(all []Suggestion) (n int) {
			for _, s := range all {
				if d, err := s.Edit(in.Document); err == nil && (s.Kind == Show || s.Kind == Borrow) && strings.Contains(texts(d), word) && !strings.Contains(texts(in.Document), word) {
					n++
				}
			}
			return n
		}
		free := shows(m.Suggest(in, r))
		guarded := in
		guarded.Avoid = func(text string) bool { return strings.Contains(text, word) }
		if n := shows(m.Suggest(guarded, r)); free == 0 || n > 0 {
			t.Errorf("%s: %d suggestions show it, and %d where it is to be avoided", word, free, n)
		}
	}
}

// texts are all sentences that a document shows.
func texts(d resume.Document) string {
	var b strings.Builder
	for _, l := range d.Resume().Sentences() {
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

// A term is offered in the posting's spelling where that is another form of the name.
func TestReword(t *testing.T) {
	for _, c := range []struct{ asked, written, bullet, want string }{
		{"SQL", "SQL", "Wrote 80 reports in **Structured Query Language** for a bank", "Wrote 80 reports in **SQL** for a bank"},
		{"Kubernetes", "Kubernetes", "Ran 40 services on k8s in two regions", "Ran 40 services on Kubernetes in two regions"},
		{"PostgreSQL", "PostgreSQL", "Ran Postgres for 40 shops and a bank", "Ran PostgreSQL for 40 shops and a bank"},
		{"sharding", "sharding", "Sharded a database of 12 TB by tenant", ""}, // an inflection is the writer's
	} {
		in := Input{Document: parsed(t, fmt.Sprintf(workedWith, c.bullet, "Perl", "")), Posting: asking([]string{c.asked}), Today: today}
		in.Posting.Required[0].Sentence = "We use " + c.written + "."
		m := New()
		got := ""
		for _, s := range m.Suggest(in, m.Match(in)) {
			if s.Kind == Reword {
				d, err := s.Edit(in.Document)
				if err != nil {
					t.Fatal(err)
				}
				got = d.TextAt(s.Address)
			}
		}
		if got != c.want {
			t.Errorf("%q becomes %q, want %q", c.bullet, got, c.want)
		}
	}
}

// Lists are no proof, whatever they are called.
func TestNotes(t *testing.T) {
	var skills, asked []string
	for i := range 70 {
		skills = append(skills, fmt.Sprintf("tool number%d", i))
	}
	d := resume.NewDocument(resume.Struct(resume.Member{Name: "skills", Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("S")}, resume.Member{Name: "keywords", Value: resume.Texts(append(skills, "Kafka")...)}))}))
	r := Match(Input{Document: d, Posting: asking([]string{"Kafka"}), Today: today})
	if r.Requirements[0].Credit != 0 || len(r.Notes) != 1 {
		t.Errorf("an entry behind %d others earns %v: %v", len(skills), r.Requirements[0].Credit, r.Notes)
	}
	const frame = `"Experienced with %s in many projects over the years", `
	d = parsed(t, `{"work": [{"position": "Engineer", "startDate": "2020", "highlights": [`+fmt.Sprintf(frame+frame+frame, "Kafka", "Terraform", "Redis")+`"Led two teams"]}]}`)
	r = Match(Input{Document: d, Posting: asking([]string{"Kafka"}, []string{"Terraform"}, []string{"Redis"}), Today: today})
	for i, want := range []State{Proved, Listed, Listed} {
		if got := r.Requirements[i].State; got != want {
			t.Errorf("one bullet written three times: %s is %s, want %s", r.Requirements[i].Name(), got, want)
		}
	}
	if len(r.Notes) != 2 {
		t.Errorf("said of it: %v", r.Notes)
	}
	var groups [][]string
	for _, name := range []string{"Kafka", "Terraform", "Kubernetes", "Docker", "PostgreSQL", "GraphQL", "Redis", "RabbitMQ", "Ansible"} {
		asked = append(asked, name)
		groups = append(groups, []string{name})
	}
	d = resume.NewDocument(resume.Struct(resume.Member{Name: "skills", Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("S")}, resume.Member{Name: "keywords", Value: resume.Texts(asked...)}))}))
	if r := Match(Input{Document: d, Posting: asking(groups...), Today: today}); len(r.Notes) != 1 || !strings.Contains(r.Notes[0].Text, "only listed") {
		t.Errorf("a bare list is not told: %v", r.Notes)
	}
}

// A text with a slot says nothing yet: it proves nothing, and claims nothing.
func TestASlotProvesNothing(t *testing.T) {
	p := posting.Posting{Required: []posting.Requirement{{Any: []string{"Elixir"}, Text: "Elixir", Sentence: "Elixir in production", Count: 1}}}
	for text, want := range map[string]State{
		"[what did you do with?] Elixir [and what did it change?]": Absent,
		"Rebuilt the booking service in Elixir":                    Proved,
	} {
		d, err := resume.Document{}.Set("/work/0/highlights", resume.Texts(text))
		if err != nil {
			t.Fatal(err)
		}
		if q := Match(Input{Document: d, Project: d, Posting: p, Today: resume.Date{Year: 2026, Month: 6, Day: 1}}).Requirements[0]; q.State != want {
			t.Errorf("%q is %s, want %s", text, q.State, want)
		}
	}
}

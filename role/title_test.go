package role

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/assets/packed"
	"resumax/language/terms"
)

// The list of titles names only roles that ship, and terms that are listed.
func TestTitleWords(t *testing.T) {
	folder, err := fs.Sub(assets.TitlesAbroad, "titles")
	if err != nil {
		t.Fatal(err)
	}
	data, err := CompileTitles(assets.Titles, folder)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != packed.Titles.Open() {
		t.Fatal("the packed titles are not those of titles.toml: run make packed")
	}
	w := titles()
	for id := range w.also {
		if !Ships(id) {
			t.Errorf("titles of %q, which is no role", id)
		}
	}
	for id := range w.general {
		if !Ships(id) {
			t.Errorf("%q is no role", id)
		}
	}
	for id := range w.named {
		if !Ships(id) {
			t.Errorf("%q is no role", id)
		}
	}
	if len(w.office) < 30 {
		t.Errorf("only %d of the office terms are listed", len(w.office))
	}
}

// termsOf are terms as a resume's bullets name them.
func termsOf(t *testing.T, names string) map[*terms.Term]float64 {
	t.Helper()
	all := map[*terms.Term]float64{}
	for _, n := range strings.Split(names, ", ") {
		if term, ok := terms.Default().Lookup(n); ok {
			all[term] = 1
		} else if n != "" {
			t.Errorf("%q is no term", n)
		}
	}
	return all
}

// What the newest title and a few terms tell, "" for nothing.
func TestTitlesTellTheRole(t *testing.T) {
	for _, c := range []struct{ title, level, terms, want string }{
		// whole titles, with grades and more
		{"Backend Engineer", "mid", "", "backend-engineer"}, {"Senior Backend Engineer II", "senior", "", "backend-engineer"}, {"Lead DevOps Engineer", "senior", "", "devops-engineer"},
		{"DevOps Engineer at Fjordpay", "mid", "", "devops-engineer"}, {"Data Analyst (contract)", "mid", "", "data-analyst"}, {"Data Analyst / Scrum Master", "mid", "", "data-analyst"},
		{"Oracle Database Administrator", "mid", "", "database-administrator"}, {"ASP.NET Web Developer", "mid", "", "frontend-engineer"}, {"Global IT Project Manager", "senior", "", "project-manager"},
		{"Information Technology Specialist", "mid", "", "it-support-specialist"}, {"IT Specialist GS-11", "mid", "", "it-support-specialist"}, {"Director of Information Technology", "senior", "", "network-systems-administrator"},
		{"Java Developer", "mid", "", "backend-engineer"}, {"Hadoop Developer", "mid", "", "data-engineer"}, {"Staff Accountant", "mid", "", "accountant"}, {"Bookkeeper", "mid", "", "accountant"},
		{"Mechanical Designer", "mid", "", "mechanical-engineer"}, {"UI/UX Designer", "mid", "", "product-designer"}, {"Machine Learning Engineer", "mid", "", "machine-learning-engineer"},
		{"Site Reliability Engineer", "senior", "", "site-reliability-engineer"}, {"Junior Software Engineer", "junior", "", "graduate-software-engineer"}, {"Technical Writer", "mid", "", "technical-writer"},
		{"Information Technology (IT) Specialist", "mid", "", "it-support-specialist"}, {"Application Database Administrator-DBMS", "mid", "", "database-administrator"}, {"PHP Web Developer", "mid", "", "backend-engineer"},
		{"Information Technology Auditor", "senior", "financial statements, GAAP, internal controls", ""},
		// engineers of other trades
		{"Regional Engineering Manager", "senior", "strategic planning, coaching", ""}, {"Engineering Technician", "mid", "Python, SQL, Excel", ""}, {"Engineering Operations Director", "senior", "SQL, Oracle, backup and recovery", ""},
		// parts of titles are no titles
		{"Business Development Manager", "senior", "strategic planning, coaching", ""}, {"Construction Project Manager", "senior", "project scheduling, procurement", ""},
		{"Clinical Data Analyst", "mid", "Excel", ""}, {"Food Product Manager", "mid", "product launch, pricing strategy", ""}, {"Sales Manager", "senior", "Salesforce, pipeline management, quota attainment", ""},
		// titles of many trades need terms of the role beside them
		{"Project Manager", "mid", "Excel, customer service", ""}, {"Project Manager", "mid", "Scrum, agile, Jira", "project-manager"}, {"Project Manager", "mid", "", "project-manager"},
		{"Engineering Manager", "senior", "procurement, Excel", ""}, {"Engineering Manager", "senior", "code review, Scrum, on-call", "engineering-manager"},
		// other trades, whatever tools they name
		{"Registered Nurse", "mid", "Excel, customer service, communication", ""}, {"High School Teacher", "senior", "JavaScript, HTML, CSS, React, Python, SQL", ""}, {"Sous Chef", "senior", "QuickBooks, payroll, accounts payable", ""},
		{"HR Generalist", "senior", "payroll, onboarding, mentoring, performance reviews", ""}, {"Branch Manager", "senior", "accounts payable, general ledger, financial statements", ""},
		{"Fashion Designer", "mid", "Photoshop, prototyping, Figma", ""}, {"Flight Attendant", "mid", "customer service", ""}, {"Electrician", "mid", "AutoCAD", ""}, {"Attorney", "senior", "GDPR, SOC 2", ""},
		{"Personal Trainer", "junior", "Excel", ""}, {"Customer Service Representative", "mid", "technical support, Windows, help desk, ticketing systems", ""}, {"Store Manager", "senior", "SAP, Excel, inventory management", ""},
		{"Marketing Coordinator", "junior", "HTML, CSS, Google Analytics, SQL", ""}, {"Civil Engineer", "mid", "AutoCAD, project scheduling", ""}, {"Journalist", "mid", "HTML, CSS", ""},
		// of any trade: many technologies
		{"Consultant", "mid", "Excel, project management, SharePoint", ""}, {"Director", "senior", "dashboards, KPIs, Excel", ""}, {"Manager", "senior", "Windows, macOS, customer service", ""},
		{"Consultant", "mid", "Kubernetes, Terraform, Helm, Docker, Prometheus, Grafana, AWS, Jenkins, Ansible, Argo CD", "devops-engineer"},
		// of computing: the terms tell which
		{"Software Engineer", "mid", "React, TypeScript, CSS, Vite, Jest", "frontend-engineer"}, {"Software Developer", "mid", "Spring Boot, PostgreSQL, RabbitMQ, Kotlin, Java", "backend-engineer"},
		{"Software Engineer", "mid", "Excel, communication", ""}, {"Embedded Systems Developer", "mid", "FreeRTOS, C, CAN bus, I2C", "embedded-engineer"},
		// never for beginners with years of work
		{"Junior Software Engineer", "senior", "", ""},
	} {
		e := Evidence{Level: c.level, Titles: []string{c.title}, Terms: termsOf(t, c.terms)}
		guesses, got := All().Detect(e), ""
		if len(guesses) > 0 {
			got = guesses[0].Pack.ID
		}
		if got != c.want {
			t.Errorf("%q, %s with %s is read for %q, want %q", c.title, c.level, c.terms, got, c.want)
		}
	}
}

// The newest title wins over older ones and over the terms.
func TestTheNewestTitleWins(t *testing.T) {
	e := Evidence{Level: "senior", Titles: []string{"Data Engineer", "Backend Engineer", "Backend Engineer"}, Terms: termsOf(t, "Spring Boot, PostgreSQL, Kafka, Java, gRPC")}
	if g := All().Detect(e); len(g) == 0 || g[0].Pack.ID != "data-engineer" {
		t.Errorf("read for %v", ids(g))
	}
	e.Titles[0] = "Head Chef"
	if g := All().Detect(e); len(g) > 0 {
		t.Errorf("a chef is read for %v", ids(g))
	}
}

func ids(guesses []Guess) (all []string) {
	for _, g := range guesses {
		all = append(all, g.Pack.ID)
	}
	slices.Sort(all)
	return all
}

func TestStudents(t *testing.T) {
	for _, in := range []string{"Computer Science Student", "Student", "Marketing Intern", "Summer Intern 2019", "Intern, Sales", "Trainee Accountant", "Apprentice Electrician", "PhD student at Exampleton",
		"Werkstudent Controlling", "Praktikantin", "Stagiaire en comptabilité", "Étudiante", "Becario", "Estagiário de TI", "Студент", "学生", "实习生"} {
		if !IsStudent(in) {
			t.Errorf("%q is no student", in)
		}
	}
	for _, in := range []string{"", "Student Advisor", "Intern Coordinator", "Director of Student Affairs", "Internal Auditor", "Engineer", "Student Services Manager", "Nurse", "Head of Internships Program"} {
		if IsStudent(in) {
			t.Errorf("%q is a student", in)
		}
	}
}

// Whose people are looked up online, and who is of computing.
func TestTitlesThatAreLookedUp(t *testing.T) {
	for _, c := range []struct {
		title             string
		online, computing bool
	}{
		{"Registered Nurse", false, false}, {"Executive Chef", false, false}, {"Truck Driver", false, false}, {"Elementary Teacher", false, false}, {"Nursing Director", false, false},
		{"Store Manager", false, false}, {"Electrician", false, false}, {"Personal Trainer", false, false}, {"Call Center Consultant", false, false}, {"Dental Hygienist", false, false},
		{"Marketing Manager", true, false}, {"HR Director", true, false}, {"Interior Designer", true, false}, {"Management Consultant", true, false}, {"Photographer", true, false},
		{"Civil Engineer", true, false}, {"Electrical Engineer", true, false}, {"Senior Process Engineer", true, false}, {"Equipment Engineering Technician", true, false},
		{"Software Engineer", true, true}, {"Engineer", true, true}, {"Network Engineer", true, true},
	} {
		if got := IsOnline(c.title); got != c.online {
			t.Errorf("%s is looked up: %v", c.title, got)
		}
		if got := IsComputing(c.title); got != c.computing {
			t.Errorf("%s is of computing: %v", c.title, got)
		}
	}
}

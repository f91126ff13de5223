package score

import (
	"fmt"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/role"
)

// untitled is a resume without its headline and its positions' titles.
func untitled(d resume.Document) resume.Document {
	d = must(d.SetText("/basics/label", ""))
	for i := range d.ListLen("/work") {
		d = must(d.SetText(resume.Address("/work").Item(i).Child("position"), ""))
	}
	return d
}

// The terms alone tell the role, or its family, of at least nine samples of ten.
func TestRolesAreDetected(t *testing.T) {
	s, right, kin := New(), 0, 0
	for _, p := range role.All() {
		guesses := s.Detect(untitled(p.Sample()), role.All(), Options{Today: today})
		said := "nothing"
		if len(guesses) > 0 {
			best := guesses[0]
			said = fmt.Sprintf("%s %.2f for %s", best.Pack.ID, best.Fit, strings.Join(best.Terms, ", "))
			switch {
			case best.Pack == p:
				right++
				said = ""
			case best.Pack.Family == p.Family:
				kin++
			}
		}
		if said != "" {
			t.Logf("%s is taken for %s", p.ID, said)
		}
		if named := s.Detect(p.Sample(), role.All(), Options{Today: today}); len(named) == 0 || named[0].Pack != p {
			t.Errorf("%s is not found by its titles: %+v", p.ID, named)
		}
	}
	all := len(role.All())
	t.Logf("%d of %d samples are found by their terms, %d more by family", right, all, kin)
	if 10*(right+kin) < 9*all {
		t.Errorf("%d of %d samples are found", right+kin, all)
	}
}

func BenchmarkDetect(b *testing.B) {
	s, o := New(), benchmarkOptions()
	d := twoPages()
	s.Score(d, o)
	for b.Loop() {
		s.Detect(d, role.All(), o)
	}
}

// Resumes of a few lines that no pack was made of, without titles.
func TestRolesOfOtherResumes(t *testing.T) {
	for _, c := range []struct {
		role    string // "" for none of those that ship
		bullets []string
		skills  string
	}{
		{"backend-engineer", []string{"Maintained order services in Spring Boot on PostgreSQL for 40 shops", "Moved invoices to RabbitMQ so that checkout no longer waits"}, "Java, Kotlin, PostgreSQL, RabbitMQ, Docker"},
		{"frontend-engineer", []string{"Built the booking form in React and TypeScript", "Cut bundle size by 40% with code splitting in Vite"}, "TypeScript, React, CSS, Vite, Jest"},
		{"data-analyst", []string{"Built weekly sales dashboards in Tableau from SQL queries", "Ran an A/B test of two newsletters"}, "SQL, Excel, Tableau, Python"},
		{"devops-engineer", []string{"Wrote Terraform modules for AWS accounts", "Moved Jenkins jobs to GitHub Actions", "Set up Argo CD for 30 services"}, "Terraform, AWS, Kubernetes, Helm"},
		{"security-engineer", []string{"Triaged alerts in Splunk and wrote Sigma rules", "Ran phishing simulations for 900 staff"}, "Splunk, Nessus, SIEM, incident response"},
		{"accountant", []string{"Closed the books monthly in SAP within five days", "Prepared VAT returns and bank reconciliations"}, "SAP, Excel, IFRS, accounts payable"},
		{"mechanical-engineer", []string{"Designed sheet metal enclosures in SolidWorks", "Ran FEA on brackets in Ansys"}, "SolidWorks, Ansys, GD&T"},
		{"product-manager", []string{"Interviewed 30 users and rewrote the roadmap", "Ran A/B tests on onboarding"}, "roadmap, A/B testing, OKRs, Jira"},
		{"project-manager", []string{"Planned a warehouse move with 14 suppliers", "Kept the risk register"}, "risk management, stakeholder management, Microsoft Project, budgeting"},
		{"technical-writer", []string{"Wrote API reference with OpenAPI for 60 endpoints", "Edited release notes in Markdown"}, "Markdown, OpenAPI, docs as code, DITA"},
		{"it-support-specialist", []string{"Solved 40 tickets a week in Zendesk", "Joined laptops to Active Directory"}, "Active Directory, Windows 11, Microsoft 365, Zendesk"},
		{"ios-engineer", []string{"Shipped a recipe app in SwiftUI", "Wrote XCTest suites"}, "Swift, SwiftUI, Core Data, Xcode"},
		{"embedded-engineer", []string{"Wrote STM32 firmware in C with FreeRTOS", "Debugged CAN bus faults"}, "C, FreeRTOS, CAN, ARM Cortex-M"},
		{"product-designer", []string{"Tested prototypes in Figma with 20 people", "Built a design system of 50 components"}, "Figma, user research, prototyping, wireframing"},
		{"machine-learning-engineer", []string{"Trained ranking models in PyTorch and served them with Triton", "Built a feature store with Feast"}, "PyTorch, MLflow, Kubernetes, Python"},
		{"", []string{"Led a team of 9 nurses in intensive care", "Kept charts of 12 ventilated patients"}, "team leadership, wound care"},
		{"", []string{"Advised 40 clients on contracts and GDPR", "Argued 12 motions"}, "GDPR, SOC 2, litigation"},
		{"", []string{"Drew 14 schools in Revit and AutoCAD"}, "AutoCAD, Revit"},
		{"", []string{"Cared for 8 post-operative patients a shift", "Kept medication charts"}, "patient care, wound care"},
		{"", []string{"Led a kitchen of 12", "Cut food waste by a third"}, "menu planning, food safety"},
		{"", []string{"Drafted commercial leases", "Negotiated settlements in 40 disputes"}, "contract law, litigation"},
		{"", []string{"Taught mathematics to classes of 30", "Raised pass rates from 71% to 87%"}, "curriculum design, classroom management"},
	} {
		d := letter(t, c.bullets...)
		d = must(d.SetText("/work/0/startDate", "2021-03"))
		d = skilled("Skills: " + c.skills)(d)
		got := ""
		if guesses := New().Detect(d, role.All(), Options{Today: today}); len(guesses) > 0 {
			got = guesses[0].Pack.ID
		}
		if got != c.role {
			t.Errorf("%q is read for %q, want %q", c.bullets, got, c.role)
		}
	}
}

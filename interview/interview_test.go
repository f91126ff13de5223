package interview

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/role"
)

var today = resume.Date{Year: 2026, Month: 3, Day: 31}

func TestDumpIV(t *testing.T) {
	name := os.Getenv("IV")
	if name == "" {
		t.Skip()
	}
	p, ok := role.ByID(name)
	in := Input{Today: today, Pack: p}
	if ok {
		in.Document = p.Sample()
	} else {
		title, file, _ := strings.Cut(name, "=")
		data, _ := os.ReadFile(file)
		in.Document = withBullets(title, strings.Split(strings.TrimSpace(string(data)), "\n")...)
	}
	r := Derive(in)
	for _, c := range r.Cards {
		fmt.Printf("%.2f %s %s [%s] %s\n     Q: %s\n     «%.80s»\n", c.Likelihood, c.ID, c.Kind, c.Audience, c.Address, c.Question, c.Quote)
	}
	fmt.Println(len(r.Cards), r.Contradictions)
	for _, c := range r.Ledger {
		fmt.Printf("%s %q %g %s %s %v\n", c.Address, c.Quote, c.Value, c.Unit, c.Kind, c.Cites)
	}
}

// withBullets is a resume of one position.
func withBullets(title string, bullets ...string) resume.Document {
	return resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ines Okafor")}, resume.Member{Name: "label", Value: resume.Text(title)})},
		resume.Member{Name: "work", Value: resume.List(resume.Struct(
			resume.Member{Name: "name", Value: resume.Text("Halvorsen")},
			resume.Member{Name: "position", Value: resume.Text(title)},
			resume.Member{Name: "startDate", Value: resume.Text("2021-04")},
			resume.Member{Name: "highlights", Value: resume.Texts(bullets...)},
		))}))
}

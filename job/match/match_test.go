package match

import (
	"testing"

	"resumax/job/posting"
	"resumax/resume"
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

func TestStates(t *testing.T) {
	p := posting.Posting{Title: "Senior Backend Engineer", Language: "en",
		Required:  []posting.Requirement{{Any: []string{"PostgreSQL"}, Sentence: "PostgreSQL in production.", Count: 1}, {Any: []string{"COBOL"}, Sentence: "COBOL.", Count: 1}},
		Unlabeled: []posting.Requirement{{Any: []string{"Terraform", "Pulumi"}, Sentence: "Terraform or Pulumi.", Count: 1}},
	}
	r := Match(Input{Document: sample(t, "backend-engineer"), Posting: p, Today: today})
	for i, want := range []State{Proved, Absent, Listed} {
		if got := r.Requirements[i].State; got != want {
			t.Errorf("%v is %s, want %s", r.Requirements[i].Any, got, want)
		}
	}
	if len(r.Absent) != 1 || r.Absent[0] != 1 || r.Requirements[2].Met != "Terraform" {
		t.Errorf("absent %v, met %q", r.Absent, r.Requirements[2].Met)
	}
}

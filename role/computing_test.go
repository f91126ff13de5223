package role

import (
	"testing"

	"resumax/resume"
)

func TestIsComputing(t *testing.T) {
	for title, want := range map[string]bool{
		"Backend Engineer": true, "Senior Go Developer": true, "IT Support Specialist": true, "Data Scientist": true, "Kubernetes Administrator": true,
		"Executive Chef": false, "Registered Nurse": false, "Charge Nurse": false, "Server": false, "Truck Driver": false, "Sales Associate": false,
		"Teacher": false, "Attorney": false, "Electrician": false, "Welder": false, "": false,
	} {
		if got := IsComputing(title); got != want {
			t.Errorf("%q is of computing: %v", title, got)
		}
	}
}

// Whoever is of computing, or of no trade that is known, is of no other one.
func TestIsOfOtherTrade(t *testing.T) {
	for _, c := range []struct {
		label, newest string
		want          bool
	}{
		{"Registered Nurse", "", true}, {"", "Executive Chef", true}, {"", "Civil Engineer", true}, {"", "", false}, {"", "Stargazer", false}, {"", "Engineer", false},
		{"Backend Engineer", "", false}, {"Backend Engineer", "Math Teacher", false}, {"Math Teacher", "Go Developer", false}, {"", "Programmer", false},
	} {
		r := &resume.Resume{Work: []resume.Work{{Position: c.newest}, {Position: "Nurse"}}}
		if c.newest == "" {
			r.Work = nil
		}
		r.Basics.Label = c.label
		if got := IsOfOtherTrade(r); got != c.want {
			t.Errorf("%q and %q are of another trade: %v", c.label, c.newest, got)
		}
	}
}

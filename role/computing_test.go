package role

import "testing"

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

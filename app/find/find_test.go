package find

import (
	"testing"

	"resumax/role"
)

func TestSearch(t *testing.T) {
	p, _ := role.ByID("backend-engineer")
	hits := search(p.Sample(), "  KAFKA ")
	if len(hits) < 2 || hits[0].at != "/work/1/highlights/0" {
		t.Errorf("%+v", hits)
	}
	if search(p.Sample(), " ") != nil {
		t.Error("nothing is found everywhere")
	}
}

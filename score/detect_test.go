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

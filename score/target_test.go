package score

import (
	"testing"

	"resumax/role"
)

// A target that no pack made, such as that of a posting, is read for like one.
func TestTargetWithoutAPack(t *testing.T) {
	pack := backend(t)
	o := Options{Today: today, Target: TargetOf(pack)}
	own := Options{Today: today, Target: &Target{ID: "posting", Keywords: []role.KeywordGroup{{Name: "All", Terms: []string{"Go", "COBOL"}}},
		Signals: []role.Signal{{ID: pack.Signals[0].ID, Name: "Zebra crossings"}}}}
	s := New() // one scorer, so that nothing of one target is taken for the other's
	for range 2 {
		a, b := s.Document(pack.Sample(), o), s.Document(pack.Sample(), own)
		if a.Role != pack.ID || b.Role != "posting" {
			t.Errorf("read for %q and %q", a.Role, b.Role)
		}
		if len(a.Signals.Have) == 0 || len(b.Signals.Have) != 0 || len(b.Signals.Missing) != 1 {
			t.Errorf("signals %+v and %+v", a.Signals, b.Signals)
		}
		if len(b.Keywords.Missing) != 1 || b.Keywords.Missing[0] != "COBOL" || len(b.Keywords.Have) != 1 {
			t.Errorf("keywords %+v", b.Keywords)
		}
	}
	if TargetOf(nil) != nil {
		t.Error("no role is a target")
	}
}

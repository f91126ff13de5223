package design

import (
	"reflect"
	"testing"

	"resumax/assets/tomlfile"
)

func TestTightened(t *testing.T) {
	for _, d := range All() {
		if same := d.Tightened(0); !reflect.DeepEqual(same, d) || d.Changes(same) != "" {
			t.Errorf("%s: not tightened at all it differs: %s", d.ID, d.Changes(same))
		}
		last := d
		for step := range 49 {
			tight := d.Tightened(float64(step) / 48)
			if fault := tight.check(tomlfile.Text{File: d.ID}); fault != nil {
				t.Fatalf("%s: %v", d.ID, fault)
			}
			body, gap := tight.Style.Body, min(tight.Space.Entry, tight.Space.Position)
			if body.Size < d.Fit.Size-1e-9 || body.Leading < d.Fit.Leading*body.Size-1e-9 || tight.Page.Left < d.Fit.Margin-1e-9 || gap < minEntrySpace(body.Leading, tight.Space.Bullet)-1e-9 {
				t.Errorf("%s at %d: %+v, gap %g", d.ID, step, body, gap)
			}
			if body.Size > last.Style.Body.Size || tight.Space.Bullet > last.Space.Bullet || tight.Page.Top > last.Page.Top {
				t.Errorf("%s at %d is looser than before", d.ID, step)
			}
			last = tight
		}
		if got := d.Changes(last); d.ID == DefaultID && got != "spacing 50%, text 8.8 pt, margins 11 mm" {
			t.Errorf("%s: %q", d.ID, got)
		}
	}
}

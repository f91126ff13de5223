package resume

import "testing"

func TestIDFor(t *testing.T) {
	for name, id := range map[string]string{"My Design 2!": "my-design-2", " – ": "", "Über/uns..": "über-uns"} {
		if IDFor(name) != id {
			t.Errorf("the id of %q is %q", name, IDFor(name))
		}
	}
}

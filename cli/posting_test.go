package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestPosting(t *testing.T) {
	file := filepath.Join(t.TempDir(), "posting.txt")
	write(t, file, "Line Cook\nThe Lantern\nTulsa, OK\n\nRequirements:\n- ServSafe certification\n- 2 years of experience in a kitchen\n\nNice to have:\n- Spanish\n")
	out := run("posting", file, "--format", "json").done(t).out
	var p map[string]any
	if err := json.Unmarshal([]byte(out), &p); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"title", "company", "location", "remote", "salary", "type", "level", "years", "degree", "languages", "licences", "required", "preferred", "unlabelled", "responsibilities"} {
		if v, ok := p[name]; !ok || v == nil {
			t.Errorf("%s is missing, or null", name)
		}
	}
	if p["title"] != "Line Cook" || p["company"] != "The Lantern" || p["years"] != 2.0 {
		t.Errorf("read as %s", out)
	}
	if text := run("posting", file).done(t).out; !strings.Contains(text, "Required:\n  - ServSafe") {
		t.Errorf("shown as %s", text)
	}
}

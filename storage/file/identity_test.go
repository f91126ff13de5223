package file

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

// Ids last through saving and loading, and through another program that has the
// file in between and knows nothing of them.
func TestIdentityOnDisk(t *testing.T) {
	d, _, err := codec.Parse([]byte(`{"work": [{"name": "Mill", "highlights": ["Baked 300 loaves a day", "Baked 300 loaves a day", "Trained 4 bakers in a year of growth"]},
		{"name": "Inn", "highlights": ["Cooked for 80 guests"]}]}`), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[resume.Address]resume.ID{}
	for _, at := range []resume.Address{"/work/0/highlights/1", "/work/0/highlights/2", "/work/1"} {
		if d, ids[at], err = d.Identify(at); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "cv.json")
	if _, err := Save(path, d, SaveOptions{}); err != nil {
		t.Fatal(err)
	}
	f, err := Load(path)
	if err != nil || len(f.Problems) > 0 {
		t.Fatal(f.Problems, err)
	}
	for want, id := range ids {
		if at, ok := f.Document.Locate(id); !ok || at != want {
			t.Errorf("saved and loaded, %s is at %q, not at %s", id, at, want)
		}
	}

	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// Another program rewrites the one, and puts another in its place.
	foreign := strings.Replace(string(data), "\"Trained 4 bakers in a year of growth\"\n", "\"Sold bread\", \"Trained 4 bakers in 2 years of growth\"\n", 1)
	if foreign == string(data) {
		t.Fatalf("the file is laid out otherwise:\n%s", data)
	}
	other, _, err := codec.Parse([]byte(foreign), "cv.json")
	if err != nil {
		t.Fatal(err)
	}
	if at, ok := other.Locate(ids["/work/0/highlights/2"]); !ok || at != "/work/0/highlights/3" {
		t.Errorf("rewritten, it is at %q", at)
	}
	gone, _, err := codec.Parse([]byte(strings.Replace(string(data), "\"Trained 4 bakers in a year of growth\"\n", "\"Sold bread\"\n", 1)), "cv.json")
	if err != nil {
		t.Fatal(err)
	}
	lost := gone.Lost()
	if len(lost) != 1 || lost[0].ID != ids["/work/0/highlights/2"] || lost[0].Text != "Trained 4 bakers in a year of growth" || lost[0].Address != "/work/0/highlights" {
		t.Errorf("lost: %+v", lost)
	}
}

package cli

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/resume/codec"
	"resumax/role"
)

// sampleFile writes a role's sample to a new folder.
func sampleFile(t *testing.T, id string) string {
	t.Helper()
	p, ok := role.ByID(id)
	if !ok {
		t.Fatalf("no role %s", id)
	}
	path := filepath.Join(t.TempDir(), id+".json")
	write(t, path, string(codec.Encode(p.Sample())))
	return path
}

const matchPosting = "testdata/match-posting.txt"

func TestMatch(t *testing.T) {
	file := sampleFile(t, "backend-engineer")
	golden(t, "match.golden", run("match", file, "--posting", matchPosting, "--today", "2026-03-31").silent(t).out)
	golden(t, "match.json.golden", run("match", file, "--posting", matchPosting, "--today", "2026-03-31", "--format", "json").silent(t).out)
}

// The members are those that scripts rely on, and no list is null.
func TestMatchJSON(t *testing.T) {
	for _, posting := range []string{readFile(t, matchPosting), "Line Cook\n\nWe are nice.\n"} {
		path := filepath.Join(t.TempDir(), "posting.txt")
		write(t, path, posting)
		var all map[string]json.RawMessage
		var got struct {
			Match        float64
			Band         string
			Parts        map[string]float64
			Requirements []map[string]json.RawMessage
			Missing      map[string][]string
		}
		out := []byte(run("match", sampleFile(t, "backend-engineer"), "--posting", path, "--format", "json").done(t).out)
		for _, into := range []any{&all, &got} {
			if err := json.Unmarshal(out, into); err != nil {
				t.Fatal(err)
			}
		}
		keys := func(m map[string]json.RawMessage) string {
			return strings.Join(slices.Sorted(maps.Keys(m)), " ")
		}
		if k := keys(all); k != "band match missing parts requirements" {
			t.Errorf("members %s", k)
		}
		if k := strings.Join(slices.Sorted(maps.Keys(got.Parts)), " "); k != "knockouts preferred proof required title" {
			t.Errorf("parts %s", k)
		}
		for _, q := range got.Requirements {
			if k := keys(q); k != "any credit evidence kind sentence state weight" {
				t.Errorf("requirement %s", k)
			}
			if string(q["any"]) == "null" || string(q["evidence"]) == "null" {
				t.Errorf("a list is null: %s", q)
			}
		}
		if got.Missing["elsewhere"] == nil || got.Missing["absent"] == nil {
			t.Errorf("missing %v", got.Missing)
		}
	}
}

// Either the resume or the posting may come from standard input, not both.
func TestMatchFromStream(t *testing.T) {
	file := sampleFile(t, "backend-engineer")
	want := run("match", file, "--posting", matchPosting, "--today", "2026-03-31").silent(t).out
	for _, c := range []struct{ in, resume, posting string }{{readFile(t, file), "-", matchPosting}, {readFile(t, matchPosting), file, "-"}} {
		if got := runOn(c.in, "match", c.resume, "--posting", c.posting, "--today", "2026-03-31"); got.out != want {
			t.Errorf("%s and %s: %s", c.resume, c.posting, got.err)
		}
	}
	run("match", "-", "--posting", "-").refused(t, exitUsage, "standard input")
	run("match", file).refused(t, exitUsage, "--posting FILE")
	run("match", file, "--posting", matchPosting, "--format", "pdf").refused(t, exitUsage, "format")
	run("match", file, "--posting", filepath.Join(t.TempDir(), "none.txt")).refused(t, exitFailed, "none.txt")
}

// What a variant leaves out is elsewhere in the project, and is offered.
func TestMatchOfVariant(t *testing.T) {
	path := filepath.Join(t.TempDir(), "posting.txt")
	write(t, path, "Engineer\n\nRequirements:\n- Kubernetes\n- latency\n- Go\n")
	file := variantFile(t)
	base, in := run("match", file, "--posting", path).done(t).out, run("match", file, "--posting", path, "--variant", "Halvorsen AG").done(t).out
	if strings.Contains(base, "Elsewhere in this project") || !strings.Contains(in, "Elsewhere in this project") || !strings.Contains(in, "Show “") {
		t.Errorf("the base:\n%s\nthe variant:\n%s", base, in)
	}
}

// A text that repeats the posting is said on standard error.
func TestMatchSaysWhatIsCopied(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cv.json")
	write(t, file, `{"basics": {"name": "A", "summary": "5+ years of experience as a backend engineer with Kubernetes and what else the posting says"},
		"work": [{"position": "Engineer", "startDate": "2020", "highlights": ["Halvorsen Grid runs the metering of eleven power companies. The team has nine engineers."]}]}`)
	if got := run("match", file, "--posting", matchPosting); !strings.Contains(got.err, "/work/0/highlights/0") || !strings.Contains(got.err, "word for word") {
		t.Errorf("said %q", got.err)
	}
}

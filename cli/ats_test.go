package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"resumax/ats"
)

// The first reading on a machine compiles PDFium, which a slow one takes minutes
// for.
func init() { readingTime = time.Hour }

func TestATS(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", testCache(t))
	t.Chdir(t.TempDir())
	run("new", "--role", "backend-engineer", "--sample", "-o", "s.json").silent(t)
	run("export", "s.json", "-o", "s.pdf").done(t)

	var r ats.Reading
	decode(t, run("ats", "s.pdf", "--against", "s.json", "--format", "json").silent(t).out, &r)
	if r.Contact.Name != "Maya Lindqvist" || len(r.Jobs) != 3 || len(r.Sections) < 5 || r.Against == nil {
		t.Fatalf("%+v", r)
	}
	if c := r.Against; c.Words < 200 || c.Found != c.Words || c.InOrder != 1 || len(c.Doubled) > 0 {
		t.Errorf("%+v", c)
	}
	for _, rule := range r.Rules {
		if !rule.OK {
			t.Errorf("%s: %s", rule.ID, rule.Why)
		}
	}

	out := run("ats", "s.pdf").silent(t).out
	for _, want := range []string{"Name       Maya Lindqvist", "- Senior Backend Engineer at Fjordpay, Feb 2023 – Present, 5 points", "✓ Jobs are more than", "EXPERIENCE"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in:\n%s", want, out)
		}
	}
	file := readFile(t, "s.pdf")
	if got := runOn(file, "ats", "-").silent(t).out; got != out {
		t.Error("standard input is read as another file")
	}

	// Another resume's words are missed, with their addresses.
	write(t, "other.json", `{"basics": {"name": "Maya Lindqvist", "label": "Glassblower"}}`)
	if out := run("ats", "s.pdf", "--against", "other.json").done(t).out; !strings.Contains(out, "Missing: “Glassblower” at /basics/label") {
		t.Error(out)
	}
}

// testCache is where the tests keep PDFium's compiled code from run to run.
func testCache(t *testing.T) string {
	t.Helper()
	folder, err := os.UserCacheDir()
	if err != nil {
		return t.TempDir()
	}
	return filepath.Join(folder, "resumax-tests")
}

func TestATSRefuses(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", testCache(t))
	t.Chdir(t.TempDir())
	write(t, "text.pdf", "Dear Sir")
	write(t, "broken.pdf", "%PDF-1.7\nthat was all")
	for _, c := range []struct {
		args  []string
		code  int
		parts []string
	}{
		{[]string{"ats"}, 2, []string{"ats"}},
		{[]string{"ats", ""}, 2, []string{"empty"}},
		{[]string{"ats", "-", "--against", "-"}, 2, []string{"not both"}},
		{[]string{"ats", "text.pdf", "--format", "xml"}, 2, []string{"xml"}},
		{[]string{"ats", "none.pdf"}, 1, []string{"none.pdf", "does not exist"}},
		{[]string{"ats", "."}, 1, []string{"folder"}},
		{[]string{"ats", "text.pdf"}, 1, []string{"text.pdf", "not a PDF"}},
		{[]string{"ats", "broken.pdf"}, 1, []string{"broken.pdf", "damaged"}},
		{[]string{"ats", "broken.pdf", "--against", "none.json"}, 1, []string{"none.json"}},
	} {
		run(c.args...).refused(t, c.code, c.parts...)
	}
}

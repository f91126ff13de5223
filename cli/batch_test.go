package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// Many files are exported as each is alone, their messages in their order, and a pattern
// that no shell has expanded means the files that it matches.
func TestManyFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"in", "out"} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	const all = 60
	for n := range all {
		text := fmt.Sprintf(`{"basics":{"name":"Number %d"}, "work":[{"name":"Mill","endDate":"noon %d"}]}`, n, n)
		if n%20 == 7 {
			text = "{"
		}
		write(t, fmt.Sprintf("in/r%02d.json", n), text)
	}
	r := run("export", filepath.Join("in", "*.json"), "--format", "txt", "-o", "out")
	if r.code != exitFailed {
		t.Errorf("exit code %d", r.code)
	}
	checkMessages(t, r.err, "exported 57 of 60 files; 3 failed:\n")
	before, after, _ := strings.Cut(r.err, "exported 57")
	if strings.Count(after, "is not valid JSON") != 3 || strings.Count(after, "\n") != 4 {
		t.Errorf("the summary is %q", after)
	}
	said := regexp.MustCompile(`r\d\d\.json`).FindAllString(before, -1)
	if len(said) != all-3 || !slices.IsSorted(said) {
		t.Errorf("messages are about %q", said)
	}
	for n := range all {
		if n%20 == 7 {
			continue
		}
		if got := readFile(t, fmt.Sprintf("out/r%02d.txt", n)); !strings.HasPrefix(got, fmt.Sprintf("Number %d\n", n)) {
			t.Errorf("r%02d.txt is %q", n, got)
		}
	}
	if left := listing(t, "out"); len(left) != all-3 {
		t.Errorf("out holds %d files", len(left))
	}
}

// Nothing that an anonymous export makes says whose it is, its name included.
func TestAnonymousExports(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"ada-miller", "bo-li"} {
		write(t, name+".json", `{"basics":{"name":"Ada Miller","label":"Baker","email":"ada@miller.example"},"work":[{"name":"Mill","highlights":["Ada Miller's mill."]}]}`)
	}
	r := run("export", "ada-miller.json", "--anonymous", "--format", "md").done(t)
	checkMessages(t, r.err, "/work/0/highlights/0 has the name in it")
	if got := readFile(t, "resume-anonymous.md"); strings.Contains(got, "Ada") || !strings.Contains(got, "name\\]'s mill.") {
		t.Errorf("%q", got)
	}
	r = run("export", "ada-miller.json", "bo-li.json", "--anonymous", "--attach").done(t)
	checkMessages(t, r.err, "bo-li.json: exported as resume-anonymous-2.pdf")
	if got := listing(t, "."); !slices.Equal(got, []string{"ada-miller.json", "bo-li.json", "resume-anonymous-1.pdf", "resume-anonymous-2.pdf", "resume-anonymous.md"}) {
		t.Errorf("the folder holds %q", got)
	}
	run("convert", "resume-anonymous-2.pdf", "-o", "again.txt").done(t)
	if got := readFile(t, "again.txt"); got != "Baker\n\nEXPERIENCE\nMill\n- [name]'s mill.\n" {
		t.Errorf("the PDF says %q", got)
	}
	run("convert", "ada-miller.json", "--anonymous", "-o", "blind.html").done(t)
	if got := readFile(t, "blind.html"); strings.Contains(got, "Ada") {
		t.Errorf("%q", got)
	}
}

// Where standard error is no terminal, no progress is on it.
func TestProgressIsForTerminals(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if newProgress(file, 3).to != nil {
		t.Error("a file is a terminal")
	}
	p := &progress{to: file, all: 1200, began: time.Now()}
	p.step(false)
	p.clear()
	if got := readFile(t, file.Name()); got != "\r\x1b[Kexported 1 of 1,200 files\r\x1b[K" {
		t.Errorf("progress is %q", got)
	}
}

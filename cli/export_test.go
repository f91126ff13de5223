package cli

import (
	"errors"
	"fmt"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/exchange"
)

func TestExportAsText(t *testing.T) {
	golden(t, "resume.txt.golden", run("export", fixture(t), "--format", "txt", "-o", "-").silent(t).out)
}

func TestExportAsJSON(t *testing.T) {
	golden(t, "resume.json.golden", run("export", fixture(t), "--format", "json", "-o", "-").silent(t).out)
}

// Wherever an export goes, it is the same, and nothing else is written.
func TestWhereAnExportGoes(t *testing.T) {
	file := fixture(t)
	for _, f := range exchange.Writers() {
		format := f.ID
		t.Run(format, func(t *testing.T) {
			want := run("export", file, "--format", format, "-o", "-").silent(t).out
			if fromInput := runOn(readFile(t, file), "export", "-", "--format", format).silent(t).out; fromInput != want {
				t.Error("standard input makes another output than the file")
			}
			folder := t.TempDir()
			t.Chdir(folder)
			if err := os.Mkdir("sub", 0o755); err != nil {
				t.Fatal(err)
			}
			input := readFile(t, file)
			write(t, "cv.json", input)
			ext, said := f.Extension(), ""
			out := "out." + ext
			if meant, _ := exchange.ForPath(out); meant != f {
				said = " --format " + format
			}
			calls := []struct{ args, made string }{
				{"export cv.json --format " + format, "cv." + ext},
				{"export cv.json -o " + out + said, out},
				{"export cv.json -o " + strings.ToUpper(out) + said, strings.ToUpper(out)},
				{"export cv.json -o sub --format " + format, filepath.Join("sub", "cv."+ext)},
				{"export cv.json -o sub/ --format " + format, filepath.Join("sub", "cv."+ext)},
				{"export cv.json -o sub/plain --format " + format, filepath.Join("sub", "plain")},
				{"export - -o sub --format " + format, filepath.Join("sub", "resume."+ext)},
			}
			switch ext {
			case "json":
				calls = calls[1:] // the first would write the input
			case "png":
				calls = calls[:2] // pictures take long with the race detector
			}
			for _, c := range calls {
				if printed := runOn(input, strings.Fields(c.args)...).silent(t).out; printed != "" {
					t.Errorf("%s prints %.40q", c.args, printed)
				}
				if readFile(t, c.made) != want {
					t.Errorf("%s: %s differs from standard output", c.args, c.made)
				}
				if err := os.Remove(c.made); err != nil {
					t.Fatal(err)
				}
			}
			if left := append(listing(t, "."), listing(t, "sub")...); !slices.Equal(left, []string{"cv.json", "sub"}) {
				t.Errorf("left over: %q", left)
			}
		})
	}
}

func TestExportAsPDF(t *testing.T) {
	file := fixture(t)
	for page, width := range map[string]string{"a4": "595.276 x", "letter": "612 x"} {
		out := run("export", file, "-o", "-", "--page", page).silent(t).out
		if !strings.HasPrefix(out, "%PDF-") || !strings.HasSuffix(strings.TrimSpace(out), "%%EOF") {
			t.Errorf("%s: no PDF: %.40q", page, out)
		}
		info := exec.Command("pdfinfo", "-")
		info.Stdin = strings.NewReader(out)
		if about, err := info.Output(); err != nil || !strings.Contains(string(about), width) {
			t.Errorf("%s: no page is %s points wide: %v\n%s", page, width, err, about)
		}
	}
}

func TestExportAsPictures(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "long.json", longResume(60))
	run("export", "long.json", "--format", "png", "--page", "letter").done(t)
	pages := listing(t, ".")
	if len(pages) < 3 || !slices.Contains(pages, "long.png") || !slices.Contains(pages, "long-2.png") {
		t.Fatalf("the folder holds %q", pages)
	}
	for _, name := range pages {
		if filepath.Ext(name) != ".png" {
			continue
		}
		picture, err := png.Decode(strings.NewReader(readFile(t, name)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if size := picture.Bounds(); size.Dx() != 1700 || size.Dy() != 2200 {
			t.Errorf("%s: %v, want 8.5 × 11 inches of 200 dots", name, size)
		}
	}
	if readFile(t, "long.png") == readFile(t, "long-2.png") {
		t.Error("two pages are one picture")
	}
	run("export", "long.json", "--format", "png", "-o", "-").refused(t, exitUsage, "pages", "-o")
}

// longResume is a resume with a number of bullets.
func longResume(bullets int) string {
	var b strings.Builder
	b.WriteString(`{"basics":{"name":"Ivo Lang"},"work":[{"name":"Fernglas GmbH","position":"Engineer","startDate":"2020","highlights":[`)
	for i := range bullets {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `"Cut the cost of service %d by %d %% with a cache in Go"`, i, i%60+1)
	}
	b.WriteString(`]}]}`)
	return b.String()
}

// A question that a fix put in place of a fact must not be sent to anyone. JSON
// is the file itself, so it may hold one.
func TestQuestionsAreNotExported(t *testing.T) {
	for _, c := range []struct {
		name, bullets string
		parts         []string
	}{
		{"one", `["Saved hours", "Cut costs by [how many?] percent"]`, []string{"/work/0/highlights/1", "“[how many?]”", "fill in or remove"}},
		{"two", `["Cut costs by [how many?] percent in [how long?]"]`, []string{"/work/0/highlights/0", "2 placeholders", "“[how many?]”", "fill in or remove"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, "cv.json", `{"basics":{"name":"A"},"work":[{"name":"X","highlights":`+c.bullets+`}]}`)
			for _, format := range []string{"pdf", "png", "txt"} {
				write(t, "out", "old")
				run("export", "cv.json", "--format", format, "-o", "out").refused(t, exitFailed, append(c.parts, "cv.json")...)
				run("export", "cv.json", "--format", format, "-o", "-").refused(t, exitFailed, c.parts...)
				if readFile(t, "out") != "old" {
					t.Errorf("%s: the old file is gone", format)
				}
			}
			if out := run("export", "cv.json", "--format", "json", "-o", "-").silent(t).out; !strings.Contains(out, "[how many?]") {
				t.Errorf("JSON lost the question: %s", out)
			}
		})
	}
	hidden := `{"work":[{"name":"X","highlights":["[how many?]"],"hidden":true},{"name":"Y"}]}`
	runOn(hidden, "export", "-", "--format", "txt").silent(t)
	link := `{"work":[{"name":"X","highlights":["Wrote [why now?](https://example.com)"]}]}`
	runOn(link, "export", "-", "--format", "txt").silent(t)
}

func TestSampleSentencesAreSaid(t *testing.T) {
	path := sample(t)
	for _, format := range []string{"pdf", "png", "txt"} {
		r := run("export", path, "--format", format, "-o", filepath.Join(t.TempDir(), "out")).done(t)
		if strings.Count(r.err, "\n") != 1 {
			t.Errorf("%s: %q", format, r.err)
		}
		checkMessages(t, r.err, path, "sample text left at /basics/summary", "texts are unchanged")
	}
	run("export", path, "--format", "json", "-o", filepath.Join(t.TempDir(), "out")).silent(t)

	var full struct{ Basics struct{ Summary string } }
	decode(t, readFile(t, path), &full)
	one := fmt.Sprintf(`{"basics":{"name":"A","summary":%q}}`, full.Basics.Summary)
	checkMessages(t, runOn(one, "export", "-", "--format", "txt").done(t).err, "standard input: sample text left at /basics/summary")
	run("export", fixture(t)).silent(t)
}

func TestEmptyPageIsSaid(t *testing.T) {
	checkMessages(t, runOn(`{}`, "export", "-").done(t).err, "standard input", "the page is empty")
}

// One bad file of several does not keep the others from being exported.
func TestSeveralFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"a", "b", "out"} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, "a/one.json", `{"basics":{"name":"One"}}`)
	write(t, "a/two.json", `{"basics":`)
	write(t, "b/three.json", `{"basics":{"name":"Three"}}`)
	r := run("export", "a/one.json", "a/two.json", "gone.json", "b/three.json", "-o", "out", "--format", "txt")
	if r.code != exitFailed || strings.Count(r.err, "\n") != 3 {
		t.Errorf("exit code %d: %q", r.code, r.err)
	}
	checkMessages(t, r.err, "exported 2 of 4 files; 2 failed:\n", "a/two.json", "line 1, column", "gone.json")
	if got := listing(t, "out"); !slices.Equal(got, []string{"one.txt", "three.txt"}) {
		t.Errorf("out holds %q", got)
	}

	write(t, "b/one.json", `{"basics":{"name":"Other"}}`)
	r = run("export", "a/one.json", "b/one.json", "-o", "out", "--format", "txt")
	if r.code != exitFailed || strings.Count(r.err, "\n") != 2 {
		t.Errorf("exit code %d: %q", r.code, r.err)
	}
	checkMessages(t, r.err, "exported 1 of 2 files; 1 failed:\n", "b/one.json: its output", "is that of a/one.json too", "another folder")
	if got := readFile(t, "out/one.txt"); got != "One\n" {
		t.Errorf("the first output was written over: %q", got)
	}
	if r := run("export", "a/one.json", "b/one.json", "--format", "txt").done(t); r.err != "resumax: exported all 2 files\n" {
		t.Errorf("standard error holds %q", r.err)
	}
	if got := readFile(t, "b/one.txt"); got != "Other\n" {
		t.Errorf("without -o, the output beside its file is %q", got)
	}
}

// Where an output cannot be written, the message names the place, and what was
// there stays whole; no half file is left.
func TestOutputThatCannotBeWritten(t *testing.T) {
	file := fixture(t)
	t.Chdir(t.TempDir())
	write(t, "file", "old")
	for _, dir := range []string{"sub/resume.pdf", "locked"} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	long := strings.Repeat("n", 300) + ".pdf"
	type place struct {
		out   string
		parts []string
	}
	cases := []place{
		{"gone/out.pdf", []string{"gone/out.pdf", "no folder gone", "-o"}},
		{"gone/", []string{"no folder gone/", "-o"}},
		{"file/out.pdf", []string{"file/out.pdf", "no folder file", "-o"}},
		{"sub", []string{"sub/resume.pdf", "is a folder", "another location"}},
		{long, []string{"cannot be written", "another location"}},
		{"readonly.pdf", []string{"readonly.pdf", "read-only", "another location"}},
	}
	write(t, "readonly.pdf", "old")
	if err := os.Chmod("readonly.pdf", 0o444); err != nil {
		t.Fatal(err)
	}
	if lockedFor(t, "locked") { // not for the superuser
		cases = append(cases, place{"locked/out.pdf", []string{"locked/out.pdf", "permission", "another location"}})
	}
	before := listing(t, ".")
	for _, c := range cases {
		run("export", file, "-o", c.out).refused(t, exitFailed, c.parts...)
	}
	run("new", "--role", "backend-engineer", "-o", "gone/new.json").refused(t, exitFailed, "gone/new.json", "no folder gone", "-o")
	if after := listing(t, "."); !slices.Equal(before, after) {
		t.Errorf("left over: %q", after)
	}
	for _, name := range []string{"file", "readonly.pdf"} {
		if readFile(t, name) != "old" {
			t.Errorf("%s was written over", name)
		}
	}
}

// lockedFor makes a folder read-only and reports whether that keeps us from
// writing in it.
func lockedFor(t *testing.T, folder string) bool {
	t.Helper()
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(folder, 0o755) })
	probe := filepath.Join(folder, "probe")
	if err := os.WriteFile(probe, nil, 0o644); err != nil {
		return true
	}
	os.Remove(probe)
	return false
}

// fullDisk is an output that takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: errors.New("no space left on device")}
}

func TestStandardOutputThatFails(t *testing.T) {
	file := fixture(t)
	for _, args := range [][]string{
		{"new", "--role", "backend-engineer"}, {"roles"}, {"designs", "--format", "json"}, {"version"},
		{"score", file}, {"score", file, "--format", "json"},
		{"export", file, "-o", "-"}, {"export", file, "-o", "-", "--format", "png"},
	} {
		var err strings.Builder
		code := Run(args, Streams{In: strings.NewReader(""), Out: fullDisk{}, Err: &err})
		result{code: code, err: err.String()}.refused(t, exitFailed, "standard output cannot be written", "no space left")
	}
}

// A PDF that carries its resume is as good as the file, for every verb, also when
// another program has saved it again.
func TestExportAttached(t *testing.T) {
	t.Chdir(t.TempDir())
	run("new", "--role", "backend-engineer", "--sample", "-o", "s.json").silent(t)
	run("export", "s.json", "-o", "plain.pdf").done(t)
	run("export", "s.json", "-o", "s.pdf", "--attach").done(t)
	for name, args := range map[string][]string{
		"again.pdf": {"--object-streams=generate"}, "open.pdf": {"--qdf", "--object-streams=disable"},
	} {
		if out, err := exec.Command("qpdf", append(args, "s.pdf", name)...).CombinedOutput(); err != nil {
			t.Fatalf("qpdf: %v\n%s", err, out)
		}
	}
	// But for the target role, which is not on the page and stays at home.
	want := strings.Replace(run("export", "s.json", "--format", "json", "-o", "-").done(t).out, `      "role": "backend-engineer",`+"\n", "", 1)
	for _, name := range []string{"s.pdf", "again.pdf", "open.pdf"} {
		if got := run("export", name, "--format", "json", "-o", "-").done(t).out; got != want {
			t.Errorf("%s carries another resume:\n%s", name, got)
		}
	}
	const role = "--role=backend-engineer"
	if a, b := run("score", "s.json", role).silent(t).out, run("score", "again.pdf", role).silent(t).out; a != b {
		t.Error("the resume in the PDF scores otherwise")
	}
	// Without the resume in it, a PDF is read as one from elsewhere: by its words.
	if got := run("export", "plain.pdf", "--format", "txt", "-o", "-").done(t).out; !strings.HasPrefix(got, "Maya Lindqvist\nBackend Engineer\n") {
		t.Errorf("the words of a PDF without a resume in it: %.200q", got)
	}
	run("export", "s.pdf").refused(t, 2, "s.pdf", "would overwrite the input")
}

// An export is called as its project is, without the ending of projects.
func TestExportOfAProjectIsCalledAsIt(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "Ada.resume.json", `{"basics":{"name":"Ada"}}`)
	run("export", "Ada.resume.json", "--format", "txt").silent(t)
	if got := listing(t, "."); !slices.Equal(got, []string{"Ada.resume.json", "Ada.txt"}) {
		t.Errorf("the folder holds %q", got)
	}
}

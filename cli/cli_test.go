package cli

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"resumax/assets/packed"
	"resumax/render/fonts"
	"resumax/storage/userdata"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// asProgram is the variable that makes the test's own binary the program, for
// tests that need a process of its own.
const asProgram = "RESUMAX_TEST_AS_PROGRAM"

// tellOpened is the variable that makes it say at last which packed files it has
// opened.
const tellOpened = "RESUMAX_TEST_TELL_OPENED"

func TestMain(m *testing.M) {
	systemFonts = func() *fonts.Library { return nil }
	home = func() userdata.Folder { return "" }
	if os.Getenv(asProgram) != "" {
		code := Run(os.Args[1:], Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
		if os.Getenv(tellOpened) != "" {
			fmt.Fprint(os.Stderr, strings.Join(packed.Opened(), " "))
		}
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// result is what a verb did.
type result struct {
	code     int
	out, err string
}

func run(args ...string) result { return runOn("", args...) }

// runOn runs a verb with a text on standard input.
func runOn(input string, args ...string) result {
	var out, err bytes.Buffer
	code := Run(args, Streams{In: strings.NewReader(input), Out: &out, Err: &err})
	return result{code, out.String(), err.String()}
}

// done fails the test unless the verb did its job.
func (r result) done(t *testing.T) result {
	t.Helper()
	if r.code != exitDone {
		t.Fatalf("exit code %d: %s", r.code, r.err)
	}
	return r
}

// silent fails the test unless the verb did its job without a warning.
func (r result) silent(t *testing.T) result {
	t.Helper()
	if r.done(t).err != "" {
		t.Errorf("standard error holds %q", r.err)
	}
	return r
}

// refused fails the test unless the verb ended with the code, wrote nothing to
// standard output and said why in one line that has all the parts.
func (r result) refused(t *testing.T, code int, parts ...string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d: %s", r.code, code, r.err)
	}
	if r.out != "" {
		t.Errorf("standard output holds %.80q", r.out)
	}
	if strings.Count(r.err, "\n") != 1 {
		t.Errorf("standard error is not one line: %q", r.err)
	}
	checkMessages(t, r.err, parts...)
}

// checkMessages holds what stands on standard error to its form.
func checkMessages(t *testing.T, text string, parts ...string) {
	t.Helper()
	for line := range strings.Lines(text) {
		body, ok := strings.CutSuffix(line, "\n")
		if !ok || !strings.HasPrefix(body, "resumax: ") {
			t.Errorf("%q is no message", line)
		}
		if i := strings.IndexFunc(body, unicode.IsControl); i >= 0 || len([]rune(body)) > 640 {
			t.Errorf("not one readable line: %q", line)
		}
	}
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("%q lacks %q", text, p)
		}
	}
}

// write writes a file of the test.
func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// listing are the names in a folder.
func listing(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		write(t, path, got)
	}
	if want := strings.ReplaceAll(readFile(t, path), "\r\n", "\n"); got != want {
		t.Errorf("%s differs (go test ./cli -update rewrites it); got:\n%s", path, got)
	}
}

// fixture is a resume that uses many fields and has no sample text, in a folder
// of its own.
func fixture(t *testing.T) string {
	t.Helper()
	data := readFile(t, filepath.Join("testdata", "resume.json"))
	return write(t, filepath.Join(t.TempDir(), "resume.json"), data)
}

// sample is the sample of the first role, in a folder of its own.
func sample(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.json")
	run("new", "--role", "backend-engineer", "--sample", "-o", path).silent(t)
	return path
}

func TestIsVerb(t *testing.T) {
	file := fixture(t)
	for _, c := range []struct {
		args []string
		verb bool
	}{
		{nil, false},
		{[]string{file}, false},
		{[]string{filepath.Dir(file)}, false},
		{[]string{"moved-away.json"}, false}, // the editor says that it is not there
		{[]string{"score"}, true},
		{[]string{"scroe"}, true},
		{[]string{"--help"}, true},
		{[]string{"-"}, true},
		{[]string{file, "more"}, true},
		{[]string{file, file}, false}, // both are opened
		{[]string{file, "moved-away.json"}, false},
		{[]string{"scroe", file}, true},
		{[]string{file, "--today"}, true},
		{[]string{"export", file}, true},
	} {
		if got := IsVerb(c.args); got != c.verb {
			t.Errorf("IsVerb(%q) = %v", c.args, got)
		}
	}
}

// A call that is wrong exits with 2 and one line that says what and how it is
// right; nothing is read and nothing written.
func TestWrongCalls(t *testing.T) {
	file := fixture(t)
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args  string
		parts []string
	}{
		{"frobnicate", []string{"“frobnicate”", "resumax help"}},
		{"scroe", []string{"“scroe”", "did you mean “score”?"}},
		{"--frob", []string{"--frob", "resumax --help"}},
		{"help frob", []string{"“frob”", "resumax help"}},
		{"completion frob", []string{"“frob”", "bash"}},
		{"completion bash frob", []string{"“frob”"}},
		{"FILE more", []string{"“more”", "no file", "more"}},
		{"export", []string{"file argument is missing", "resumax export --help"}},
		{"export --frob FILE", []string{"--frob", "resumax export --help"}},
		{"export FILE --format", []string{"--format", "resumax export --help"}},
		{"export FILE --format doc", []string{"--format", "“doc”", "pdf, docx, odt, png, jpg, html, json, "}},
		{"export FILE -o out.doc", []string{".doc", "--format"}},
		{"export FILE --page legal", []string{"--page", "“legal”", "a4, letter"}},
		{"export FILE --design frob", []string{"“frob”", "resumax designs"}},
		{"export FILE FILE -o one.pdf", []string{"2 files", "one.pdf", "folder"}},
		{"export FILE -o FILE", []string{"resume.json", "overwrite the input", "-o"}},
		{"export FILE --format json", []string{"resume.json", "overwrite the input", "-o"}},
		{"export FILE -o EMPTY", []string{"-o", "standard output"}},
		{"score", []string{"file argument is missing", "resumax score --help"}},
		{"score EMPTY", []string{"empty"}},
		{"score FILE FILE", []string{"unexpected argument", "resumax score --help"}},
		{"score FILE --format xml", []string{"“xml”", "text, json"}},
		{"score FILE --role frob", []string{"“frob”", "resumax roles"}},
		{"score FILE --today 31.3.2026", []string{"“31.3.2026”", "2026-03-31"}},
		{"new", []string{"--role", "resumax roles"}},
		{"new --role frob", []string{"“frob”", "resumax roles"}},
		{"new --role backend-engineer more", []string{"“more”", "resumax new --help"}},
		{"new --role backend-engineer -o EMPTY", []string{"-o", "standard output"}},
		{"roles more", []string{"“more”", "resumax roles --help"}},
		{"roles --format xml", []string{"“xml”", "text, json"}},
		{"designs --format xml", []string{"“xml”", "text, json"}},
		{"version more", []string{"“more”", "resumax version --help"}},
	} {
		t.Run(c.args, func(t *testing.T) {
			args := strings.Fields(c.args)
			for i := range args {
				args[i] = strings.NewReplacer("FILE", file, "EMPTY", "").Replace(args[i])
			}
			run(args...).refused(t, exitUsage, c.parts...)
		})
	}
	if left := listing(t, "."); len(left) > 0 {
		t.Errorf("wrong calls left %q", left)
	}
}

func TestHelp(t *testing.T) {
	var all strings.Builder
	for _, args := range [][]string{{"help"}, {"help", "new"}, {"help", "export"}, {"help", "score"}, {"help", "roles"}, {"help", "designs"}, {"help", "version"}} {
		r := run(args...).silent(t)
		all.WriteString("$ resumax " + strings.Join(args, " ") + "\n" + r.out + "\n")
		flag := run(append(slices.Clone(args[1:]), "--help")...).silent(t)
		if flag.out != r.out {
			t.Errorf("%q and --help differ:\n%s\n%s", args, r.out, flag.out)
		}
	}
	golden(t, "help.golden", all.String())
}

func TestVersion(t *testing.T) {
	for _, args := range []string{"version", "--version"} {
		if got := run(args).silent(t).out; got != "resumax "+Version+"\n" {
			t.Errorf("%s: %q", args, got)
		}
	}
}

func TestLicensesArePrinted(t *testing.T) {
	out := run("version", "--licenses").silent(t).out
	for _, want := range []string{"\n  github.com/spf13/cobra v", "\n======== PDFium: BSD-3-Clause AND Apache-2.0", "The Go Authors", "Kevin Atkinson"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in %d bytes", want, len(out))
		}
	}
}

func TestCompletionsArePrinted(t *testing.T) {
	for _, shell := range []string{"bash", "fish", "powershell", "zsh"} {
		if out := run("completion", shell).silent(t).out; !strings.Contains(out, "resumax") {
			t.Errorf("%s: %.80q", shell, out)
		}
	}
}

// The lists name the same things, in the same order, as text and as JSON, and
// every role and design can be used by its id.
func TestRolesAndDesigns(t *testing.T) {
	file := fixture(t)
	form := regexp.MustCompile(`^([a-z0-9-]+) +(\S.*)$`)
	for _, c := range []struct {
		verb string
		use  []string
	}{
		{"roles", []string{"new", "--role"}},
		{"designs", []string{"export", file, "--format", "pdf", "-o", "-", "--design"}},
	} {
		var list []struct{ ID, Name string }
		decode(t, run(c.verb, "--format", "json").silent(t).out, &list)
		lines := strings.Split(strings.TrimSuffix(run(c.verb).silent(t).out, "\n"), "\n")
		if len(list) == 0 || len(list) != len(lines) {
			t.Fatalf("%s: %d in JSON, %d as text", c.verb, len(list), len(lines))
		}
		for i, l := range list {
			if m := form.FindStringSubmatch(lines[i]); m == nil || m[1] != l.ID || m[2] != l.Name {
				t.Errorf("%s: %q as text, %+v in JSON", c.verb, lines[i], l)
			}
			run(append(c.use, l.ID)...).done(t)
		}
	}
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("no JSON: %v: %.200s", err, text)
	}
}

func TestNew(t *testing.T) {
	empty := run("new", "--role", "backend-engineer").silent(t).out
	golden(t, "new.golden", empty)
	path := filepath.Join(t.TempDir(), "new.json")
	if out := run("new", "--role", "backend-engineer", "-o", path).silent(t).out; out != "" {
		t.Errorf("standard output holds %q though -o names a file", out)
	}
	if readFile(t, path) != empty {
		t.Error("the file differs from what goes to standard output")
	}
	var full struct {
		Basics struct{ Name string }
		Work   []any
	}
	decode(t, run("new", "--role", "backend-engineer", "--sample").silent(t).out, &full)
	if full.Basics.Name == "" || len(full.Work) < 2 {
		t.Errorf("the sample is not whole: %+v", full)
	}
}

func TestNewNeverOverwrites(t *testing.T) {
	folder := t.TempDir()
	path := write(t, filepath.Join(folder, "mine.json"), "mine")
	dangling := filepath.Join(folder, "link.json")
	if err := os.Symlink(filepath.Join(folder, "gone.json"), dangling); err != nil {
		dangling = path // a system without symbolic links for everyone
	}
	before := listing(t, folder)
	for _, out := range []string{path, folder, dangling} {
		run("new", "--role", "backend-engineer", "-o", out).refused(t, exitFailed, out, "already exists", "another name")
	}
	if readFile(t, path) != "mine" || !slices.Equal(listing(t, folder), before) {
		t.Errorf("the folder now holds %q", listing(t, folder))
	}
}

// The three commands of the README, one after the other.
func TestFromRoleToPDF(t *testing.T) {
	path := sample(t)
	var report struct{ Score float64 }
	decode(t, run("score", path, "--format", "json").silent(t).out, &report)
	if report.Score < 90 || report.Score > 100 {
		t.Errorf("the sample scores %v", report.Score)
	}
	out := strings.TrimSuffix(path, "json") + "pdf"
	run("export", path, "-o", out).done(t)
	if data := readFile(t, out); !strings.HasPrefix(data, "%PDF-") {
		t.Errorf("%.20q is no PDF", data)
	}
}

// Members without a field are named though much else was rewritten.
func TestWhatIsNotShownIsNamed(t *testing.T) {
	work := strings.Repeat(`{"name":"<b>A</b>","position":"<i>B</i>"},`, 9) + `{"name":"C","salary":"1"}`
	got := runOn(`{"work":[`+work+`],"m1":"x","m2":"x","m3":"x","m4":"x","m5":"x","m6":"x","m7":"x"}`, "export", "-", "--format", "txt", "-o", "-")
	for _, name := range []string{"/work/9/salary", "“m1”", "at /m5 /m6 /m7", "/work/8/position"} {
		if !strings.Contains(got.err, name) {
			t.Errorf("nothing is said of %s:\n%s", name, got.err)
		}
	}
}

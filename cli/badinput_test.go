package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"resumax/resume/codec"
)

// A file that is no resume is said in one line with its name and, where there is
// one, the place in it. What an earlier export left is not touched.
func TestFilesThatAreNoResume(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll("folder/inside", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, content string
		parts         []string
	}{
		{"gone.json", "", []string{"does not exist", "check the name"}},
		{"gone/gone.json", "", []string{"does not exist"}},
		{"folder", "", []string{"is a folder", "inside it"}},
		{"folder/inside", "", []string{"is a folder"}},
		{"empty.json", "", []string{"is empty"}},
		{"blank.json", " \n\t\n", []string{"is empty"}},
		{"comma.json", "{\n  \"basics\": {\n    \"name\": \"A\",,\n  }\n}", []string{"line 3, column 17", "text editor"}},
		{"cut.json", "{\n  \"basics\": {", []string{"line 2, column 14", "ends in the middle"}},
		{"wide.json", "{\"漢字\": x}", []string{"line 1, column 8"}},
		{"twice.json", "{}\n{}", []string{"line 2, column", "more after the end"}},
		{"quote.json", "{\"basics\": {\"name\": \"A}}\n", []string{"line 1, column"}},
		{"nul.json", "{\"basics\": {\"name\": \"A\x00\"}}", []string{"line 1, column 23"}},
		{"escape.json", "{\"basics\": {\"name\": \"\x1b[31m\"}}", []string{"line 1, column 22"}},
		{"deep.json", strings.Repeat("[", 100_000), []string{"nested more than 200 deep"}},
		{"deepobject.json", strings.Repeat(`{"a":`, 100_000), []string{"nested more than 200 deep"}},
		{"list.json", "[1, 2]", []string{"a list", "“basics”"}},
		{"text.json", "\"resume\"", []string{"text", "“basics”"}},
		{"number.json", "42", []string{"number", "“basics”"}},
		{"null.json", "null", []string{"null", "“basics”"}},
		{"package.json", `{"name": "left-pad", "version": "1.0.0"}`, []string{"not a JSON Resume document", "“basics”"}},
		{"cv.pdf", "%PDF-1.7\n...", []string{"PDF is damaged", "get it again"}},
		{"cv.docx", "PK\x03\x04....", []string{"damaged", "get it again"}},
		{"utf16.json", "\xff\xfe{\x00}\x00", []string{"UTF-16", "UTF-8"}},
		{"binary.json", "\x7fELF\x02\x01\x01\x00\x00", nil},
		{"na\x1b[31mme.json", "", []string{"na[31mme.json"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if info, err := os.Stat(c.name); (err != nil || !info.IsDir()) && !strings.Contains(c.name, "gone") && !strings.Contains(c.name, "\x1b") {
				write(t, c.name, c.content)
			}
			write(t, "out.pdf", "old")
			before := listing(t, ".")
			parts := append(c.parts, plain(c.name))
			run("score", c.name).refused(t, exitFailed, parts...)
			run("score", c.name, "--format", "json").refused(t, exitFailed, parts...)
			run("export", c.name, "-o", "out.pdf").refused(t, exitFailed, parts...)
			run("export", c.name, "--format", "json", "-o", "-").refused(t, exitFailed, parts...)
			if readFile(t, "out.pdf") != "old" || !slices.Equal(before, listing(t, ".")) {
				t.Error("the failed export touched the folder")
			}
			if c.content != "" {
				runOn(c.content, "score", "-").refused(t, exitFailed, append(c.parts, "standard input")...)
			}
		})
	}
}

// allocated is how much memory a function asks for in all, in bytes.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestHugeFileIsNotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.json")
	write(t, path, "{")
	if err := os.Truncate(path, 200<<20); err != nil { // sparse: it takes no room
		t.Fatal(err)
	}
	for _, args := range [][]string{{"score", path}, {"export", path, "-o", "-"}} {
		used := allocated(func() { run(args...).refused(t, exitFailed, "huge.json", "200 MB", "64 MB") })
		if used > 8<<20 {
			t.Errorf("%v took %d MB", args, used>>20)
		}
	}
}

// endless is a standard input that never ends.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestEndlessInputEnds(t *testing.T) {
	var in endless
	var errs bytes.Buffer
	code := Run([]string{"score", "-"}, Streams{In: &in, Out: io.Discard, Err: &errs})
	result{code: code, err: errs.String()}.refused(t, exitFailed, "standard input", "64 MB")
	if in.read > codec.SizeLimit+1<<20 {
		t.Errorf("%d MB were read", in.read>>20)
	}
}

func TestInputThatFails(t *testing.T) {
	var errs bytes.Buffer
	code := Run([]string{"export", "-"}, Streams{In: iotest.ErrReader(errors.New("the pipe is broken")), Out: io.Discard, Err: &errs})
	result{code: code, err: errs.String()}.refused(t, exitFailed, "standard input cannot be read", "the pipe is broken")
}

// A resume of a size that can be read, but whose text would fill thousands of
// pages, is refused before it is set or scored. Its JSON can still be exported.
func TestTextThatIsTooLong(t *testing.T) {
	for name, doc := range map[string]string{
		"one text":     `{"basics":{"summary":"` + strings.Repeat("word ", 400_000) + `"}}`,
		"many bullets": longResume(40_000),
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, filepath.Join(t.TempDir(), "cv.json"), doc)
			for _, args := range [][]string{{"score", path}, {"export", path}, {"export", path, "--format", "png"}} {
				run(args...).refused(t, exitFailed, path, "MB", "remove what")
			}
			run("export", path, "--format", "json", "-o", filepath.Join(t.TempDir(), "copy.json")).silent(t)
		})
	}
}

// Text that no page can show, or show well, is a warning with its address at
// most; each verb does its job.
func TestOddText(t *testing.T) {
	var bullets []string
	for _, c := range []struct {
		name, summary, bullet string
		said                  []string // by what sets pages
	}{
		{name: "10,000 characters", bullet: strings.Repeat("word ", 2000)},
		{name: "a word of 10,000 characters", bullet: strings.Repeat("x", 10_000)},
		{name: "NUL and control characters", summary: "a\x00b\x07c\x1b[31md\x7f\u0085", bullet: "Built \x1b]0;title\x07 a\x00 thing"},
		{name: "marks that turn the text", summary: "\u202egpj.exe \u2066x\u2069", bullet: "\u200fBuilt"},
		{name: "right-to-left", summary: "مرحبا بالعالم", bullet: "בניתי שירות", said: []string{"/basics/summary", "/work/0/highlights/0", "مرحبا"}},
		{name: "CJK", summary: "漢字とかな", bullet: "한국어 텍스트", said: []string{"/basics/summary", "/work/0/highlights/0", "漢字"}},
		{name: "emoji", bullet: "Built 👩‍👩‍👧 and 🇩🇪", said: []string{"/work/0/highlights/0"}},
		{name: "combining marks", bullet: "e" + strings.Repeat("\u0301", 5000)},
		{name: "no characters", summary: "\ufffe\uffff\ufffd", bullet: "\ufeff"},
		{name: "only spaces", summary: " \u00a0\u2003 ", bullet: "\t\n\u200b"},
	} {
		bullets = append(bullets, c.bullet, c.summary)
		t.Run(c.name, func(t *testing.T) {
			data, err := json.Marshal(map[string]any{
				"basics": map[string]any{"name": "A", "summary": c.summary},
				"work":   []any{map[string]any{"name": "X", "position": "Y", "startDate": "2021-03", "highlights": []string{c.bullet}}}})
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			write(t, "cv.json", string(data))
			report := run("score", "cv.json").silent(t).out
			if i := strings.IndexFunc(report, func(r rune) bool { return r != '\n' && plain(string(r)) == "" }); i >= 0 {
				t.Errorf("the report holds a control character: %.60q", report[i:])
			}
			run("score", "cv.json", "--format", "json").silent(t)
			r := run("export", "cv.json", "-o", "out.pdf").done(t)
			checkMessages(t, r.err, c.said...)
			for line := range strings.Lines(r.err) {
				checkMessages(t, line, "resumax: cv.json: /")
			}
			run("export", "cv.json", "-o", "copy.json").silent(t)
			text := run("export", "cv.json", "-o", "-", "--format", "txt").silent(t).out
			if i := strings.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }); i >= 0 {
				t.Errorf("the text holds a control character: %.60q", text[i:])
			}
			var copied struct {
				Basics struct{ Summary string }
			}
			decode(t, readFile(t, "copy.json"), &copied)
			if copied.Basics.Summary != c.summary {
				t.Errorf("JSON changed the summary to %q", copied.Basics.Summary)
			}
		})
	}
	all, err := json.Marshal(map[string]any{"work": []any{map[string]any{"name": "X", "highlights": bullets}}})
	if err != nil {
		t.Fatal(err)
	}
	picture := runOn(string(all), "export", "-", "--format", "png", "-o", filepath.Join(t.TempDir(), "out.png")).done(t)
	checkMessages(t, picture.err, "standard input: /work/0/highlights/")
}

// A photo that cannot be shown is a warning where it is; the page comes
// without it.
func TestPhotosThatAreNone(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "text.png", "no picture")
	write(t, "cut.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	if err := os.Mkdir("folder.png", 0o755); err != nil {
		t.Fatal(err)
	}
	for image, part := range map[string]string{
		"text.png":                       "not a PNG or JPEG",
		"cut.png":                        "not a PNG or JPEG",
		"gone.png":                       "gone.png does not exist",
		"folder.png":                     "folder.png is not a file",
		"cv.json":                        "not a PNG or JPEG",
		"data:image/png;base64,AAAA":     "not a PNG or JPEG",
		"data:image/png;base64,%%%":      "damaged",
		"https://example.com/noor.jpg":   "is a web address",
		"a\x00b\x1b.png":                 "",
		strings.Repeat("long", 4000):     "",
		"../../../../../../../dev/null":  "not a file",
		"file:///gone/with/the/wind.png": "wind.png does not exist",
	} {
		data, err := json.Marshal(map[string]any{"basics": map[string]any{"name": "A", "image": image}})
		if err != nil {
			t.Fatal(err)
		}
		write(t, "cv.json", string(data))
		r := run("export", "cv.json", "-o", "out.pdf").done(t)
		checkMessages(t, r.err, "cv.json: /basics/image", part)
		if n := strings.Count(r.err, "/basics/image"); n != 1 {
			t.Errorf("%.40q: said %d times: %q", image, n, r.err)
		}
	}
}

// What was fixed in a file is said with its address, the first few of many.
func TestWhatIsFixedIsSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "cv.json", `{"basics":{"name":"A"},"work":[{"name":"X","startDate":"`+strings.Repeat("sometime ", 2000)+`\u001b[31m"}],"skills":"Go"}`)
	for _, args := range [][]string{{"score", "cv.json"}, {"export", "cv.json", "-o", "-"}} {
		checkMessages(t, run(args...).done(t).err, "cv.json: /work/0/startDate", "not understood as a date", "Write it like", "cv.json: /skills")
	}
	var many []string
	for range 50 {
		many = append(many, `{"name":"X","startDate":"sometime"}`)
	}
	r := runOn(`{"work":[`+strings.Join(many, ",")+`]}`, "score", "-").done(t)
	if n := strings.Count(r.err, "\n"); n != 6 {
		t.Errorf("%d lines", n)
	}
	checkMessages(t, r.err, "45 more")
}

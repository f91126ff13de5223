package file

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"resumax/resume"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "resume.json")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func load(t *testing.T, path string) *File {
	t.Helper()
	f, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A file that uses every field and unknown members everywhere differs after
// load and save only in what was added under meta.resumax, down to the digits
// of its numbers and the order of its members.
func TestRoundTrip(t *testing.T) {
	original, err := os.ReadFile("testdata/every-field.json")
	if err != nil {
		t.Fatal(err)
	}
	path := write(t, string(original))
	f := load(t, path)
	if len(f.Problems) > 0 {
		t.Errorf("problems in a valid file: %v", f.Problems)
	}
	if _, err := Save(path, f.Document, SaveOptions{Was: f}); err != nil {
		t.Fatal(err)
	}
	again := load(t, path)
	stripped, err := again.Document.Remove(resume.FormatSetting)
	if err != nil {
		t.Fatal(err)
	}
	if !stripped.Equal(f.Document) {
		t.Errorf("got  %s\nwant %s", stripped.Root(), f.Document.Root())
	}
	saved, _ := os.ReadFile(path)
	for _, literal := range []string{"2.50", "1e3", "-0.0", "12345678901234567890", "    \"basics\": {", `Zoë Ångström – Қазақ 漢字 🙂`} {
		if !strings.Contains(string(saved), literal) {
			t.Errorf("%q is gone", literal)
		}
	}
}

func TestLayoutOfTheFileIsKept(t *testing.T) {
	for _, text := range []string{
		"{\n\t\"basics\": {\n\t\t\"name\": \"A\"\n\t},\n\t\"meta\": {\n\t\t\"resumax\": {\n\t\t\t\"format\": 1\n\t\t}\n\t}\n}",
		"{\n  \"basics\": {\n    \"name\": \"A\"\n  },\n  \"meta\": {\n    \"resumax\": {\n      \"format\": 1\n    }\n  }\n}\n",
		"{\r\n  \"basics\": {\r\n    \"name\": \"A\"\r\n  },\r\n  \"meta\": {\r\n    \"resumax\": {\r\n      \"format\": 1\r\n    }\r\n  }\r\n}\r\n",
		`{"basics":{"name":"A"},"meta":{"resumax":{"format":1}}}`,
		"{\"basics\":{\"name\":\"A\"},\"meta\":{\"resumax\":{\"format\":1}}}\r\n",
	} {
		path := write(t, text)
		f := load(t, path)
		if _, err := Save(path, f.Document, SaveOptions{Was: f}); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != text {
			t.Errorf("got %q, want %q", got, text)
		}
	}
}

func TestBadFilesGiveOneClearError(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ what, text, want string }{
		{"empty", "", "is empty"},
		{"blank", " \n\t", "is empty"},
		{"half", "{\"basics\": {\n \"name\": \"A\",", "line 2, column"},
		{"comma", "{\n  \"basics\": {},\n}", "line 2, column 15"},
		{"character, not byte", "{\"ä\": 1 \"b\"}", "line 1, column 9"},
		{"more behind", "{\"basics\":{}} {}", "more after the end"},
		{"array", `[1,2]`, "holds a list"},
		{"number", `7`, "holds a number"},
		{"other object", `{"dependencies": {}}`, "not a JSON Resume document"},
		{"deep", `{"basics":` + strings.Repeat("[", 5000), "deep"},
		{"a PDF", "%PDF-1.7\n...", "is a PDF"},
		{"a Word file", "PK\x03\x04....", "Word"},
		{"UTF-16", "\xff\xfe{\x00}\x00", "UTF-16"},
		{"a comment", "{ // mine\n}", "line 1, column 3"},
	} {
		path := filepath.Join(dir, "resume.json")
		if err := os.WriteFile(path, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Load(path)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "resume.json") {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than a line: %v", c.what, err)
		}
		if after, _ := os.ReadFile(path); string(after) != c.text {
			t.Errorf("%s: reading changed the file", c.what)
		}
	}
	for path, want := range map[string]string{
		dir:                             "is a folder",
		filepath.Join(dir, "none.json"): "does not exist",
		os.DevNull:                      "not a regular file",
	} {
		if _, err := Load(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestHugeFileIsRefusedUnread(t *testing.T) {
	path := write(t, "{}")
	if err := os.Truncate(path, 200<<20); err != nil { // sparse: it takes no room
		t.Fatal(err)
	}
	before := allocated()
	_, err := Load(path)
	if err == nil || !strings.Contains(err.Error(), "200 MB") {
		t.Error(err)
	}
	if grown := allocated() - before; grown > 1<<20 {
		t.Errorf("%d bytes were allocated for a file that is refused", grown)
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func TestWhatIsFixedIsSaid(t *testing.T) {
	f := load(t, write(t, "\xef\xbb\xbf"+`{"basics": {"name": "C", "name": "A`+"\xff"+`B", "email": ""},
		"work": [{"endDate": "Present", "startDate": null, "name": "Second"  , "name": ""}]}`))
	if f.Document.TextAt("/basics/name") != "A�B" || f.Document.TextAt("/work/0/name") != "Second" {
		t.Error(f.Document.Root())
	}
	at := map[resume.Address]bool{}
	for _, p := range f.Problems {
		at[p.Address] = true
	}
	for _, a := range []resume.Address{"", "/basics/name", "/basics/email", "/work/0/name", "/work/0/endDate", "/work/0/startDate"} {
		if !at[a] {
			t.Errorf("nothing is said of %q: %v", a, f.Problems)
		}
	}
}

func TestNewerFormatIsReadOnly(t *testing.T) {
	path := write(t, `{"basics":{},"meta":{"resumax":{"format":99}}}`)
	f := load(t, path)
	if !f.ReadOnly || len(f.Problems) != 1 {
		t.Errorf("%+v", f)
	}
	if _, err := Save(path, f.Document, SaveOptions{Was: f}); err == nil {
		t.Error("a file of a newer format was overwritten")
	}
}

func TestChangesOfOthersAreNoticed(t *testing.T) {
	path := write(t, `{"basics":{"name":"A"}}`)
	f := load(t, path)
	if err := os.WriteFile(path, []byte(`{"basics":{"name":"Other"}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(path, f.Document, SaveOptions{Was: f}); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	if got, _ := os.ReadFile(path); !strings.Contains(string(got), "Other") {
		t.Error("the other program's work is gone")
	}
	saved, err := Save(path, f.Document, SaveOptions{Was: f, Force: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Save(path, f.Document, SaveOptions{Was: saved}); err != nil {
		t.Error("our own save counts as another program's:", err)
	}
}

func TestPhoto(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "me.png"), []byte("picture"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ ref, want, fault string }{
		{"", "", ""},
		{"me.png", "picture", ""},
		{"file://" + filepath.ToSlash(filepath.Join(dir, "me.png")), "picture", ""},
		{"data:image/png;base64,cGljdHVyZQ==", "", ""},
		{"https://example.org/me.png", "", ""},
		{"gone.png", "", "does not exist"},
		{".", "", "not a file"},
	} {
		d, _ := resume.Document{}.SetText("/basics/image", c.ref)
		got, err := Photo(d, dir)
		if string(got) != c.want || (err != nil) != (c.fault != "") || err != nil && !strings.Contains(err.Error(), c.fault) {
			t.Errorf("%q: %q, %v", c.ref, got, err)
		}
	}
}

func TestPDFIsNotWrittenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cv.pdf")
	pdf := []byte("%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile>>\nstream\n{\"basics\": {\"name\": \"Ada\"}}\nendstream\nendobj\n")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Load(path)
	if err != nil || !f.PDF {
		t.Fatalf("%+v, %v", f, err)
	}
	if _, err := Save(path, f.Document, SaveOptions{Was: f, Force: true}); err == nil || !strings.Contains(err.Error(), "cv.json") {
		t.Errorf("saved over it: %v", err)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, pdf) {
		t.Error("the PDF has changed")
	}
	if g, err := Save(filepath.Join(filepath.Dir(path), "cv.json"), f.Document, SaveOptions{Was: f}); err != nil || g.PDF {
		t.Errorf("%+v, %v", g, err)
	}
}

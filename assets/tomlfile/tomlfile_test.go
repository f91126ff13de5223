package tomlfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func load(name string, data []byte) (string, error) {
	if strings.HasPrefix(string(data), "bad") {
		return "", &Error{name, 3, "it is bad"}
	}
	return name + "=" + string(data), nil
}

func TestRead(t *testing.T) {
	files := fstest.MapFS{
		"b.toml": {Data: []byte("2")}, "a.TOML": {Data: []byte("1")}, "notes.txt": {Data: []byte("bad")}, "bad.toml": {Data: []byte("bad")},
		"folder.toml/x": {Data: []byte("")}, "huge.toml": {Data: make([]byte, Limit+1)},
	}
	for i := range 50 {
		files[fmt.Sprintf("m%02d.toml", i)] = &fstest.MapFile{Data: []byte("m")}
	}
	all, faults := Read(files, load)
	if len(all) != 52 || all[0] != "a.TOML=1" || all[1] != "b.toml=2" || all[2] != "m00.toml=m" || all[51] != "m49.toml=m" {
		t.Errorf("%q", all)
	}
	want := []string{"bad.toml:3: it is bad", "folder.toml: it is not a file", "huge.toml: it is over 1 MB"}
	if len(faults) != len(want) {
		t.Fatalf("%v", faults)
	}
	for i, f := range faults {
		if !strings.HasPrefix(f.Error(), want[i]) {
			t.Errorf("%v, want %s", f, want[i])
		}
	}
	if _, faults := Read(os.DirFS(filepath.Join(t.TempDir(), "none")), load); len(faults) != 1 || !errors.Is(faults[0], os.ErrNotExist) {
		t.Errorf("no folder: %v", faults)
	}
}

// locked is a folder in which one file can neither be looked at nor opened.
type locked struct{ fstest.MapFS }

func (l locked) Open(name string) (fs.File, error) {
	if name == "locked.toml" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func (l locked) Stat(name string) (fs.FileInfo, error) {
	if name == "locked.toml" {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Stat(name)
}

func TestWhatCannotBeOpened(t *testing.T) {
	all, faults := Read(locked{fstest.MapFS{"locked.toml": {}, "open.toml": {Data: []byte("1")}}}, load)
	if len(all) != 1 || len(faults) != 1 || faults[0].Error() != "locked.toml: it cannot be opened: "+fs.ErrPermission.Error() {
		t.Errorf("%q, %v", all, faults)
	}
	if got := (&Error{"a.toml", 2, "no"}).In("/home").Error(); got != "/home/a.toml:2: no" {
		t.Error(got)
	}
}

func TestTooDeep(t *testing.T) {
	for _, c := range []struct {
		text string
		line int // 0 for not too deep
	}{
		{"", 0},
		{"x = " + strings.Repeat("[", 20) + strings.Repeat("]", 20), 0},
		{"a = 1\nx = " + strings.Repeat("[", 40), 2},
		{"a = 1\n\nx = " + strings.Repeat("{a = ", 40), 3},
		{strings.Repeat("a.", 40) + "a = 1", 1},
		{"[" + strings.Repeat("\"a\" . ", 40) + "a]", 1},
		{"x = [" + strings.Repeat("1.5, ", 100) + "]", 0},
		{"x = \"" + strings.Repeat("[.", 100) + "\" # " + strings.Repeat("[.", 100), 0},
		{"x = '''\n" + strings.Repeat("[.'\n", 100) + "'''\n[" + strings.Repeat("[", 40), 103},
		{"x = \"\\\"" + strings.Repeat("[", 100) + "\"", 0},
		{"x = [\"\"\"a\"\"\"\", " + strings.Repeat("{a=", 40), 1},
		{strings.Repeat("x = [\"\"\"Renamed it \"Fox\"\"\"\"]\n", 40), 0},
		{"x = \"\"\"" + strings.Repeat("[\n", 100), 0},
		{strings.Repeat("[]", 100), 0},
	} {
		line, deep := tooDeep([]byte(c.text))
		if deep != (c.line > 0) || line != c.line {
			t.Errorf("%.40q: line %d, %v, want line %d", c.text, line, deep, c.line)
		}
	}
}

func FuzzTooDeep(f *testing.F) {
	f.Add([]byte("x = \"\"\"[\n\"\"\" # ["))
	f.Fuzz(func(t *testing.T, text []byte) {
		if line, deep := tooDeep(text); deep && (line < 1 || line > 1+strings.Count(string(text), "\n")) {
			t.Errorf("line %d of %q", line, text)
		}
	})
}

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resumax/storage/file"
)

// Files as other tools write them, each for a kind: what the page says of them
// and what is said of the file. What is saved of them needs no further fix.
func TestForeignFiles(t *testing.T) {
	paths, err := filepath.Glob("testdata/foreign/*.json")
	if err != nil || len(paths) < 3 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		f, err := file.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		for _, p := range f.Problems {
			said.WriteString(p.String() + "\n")
		}
		got := run("export", path, "-o", "-", "--format", "txt")
		golden(t, strings.TrimPrefix(path, "testdata/")+".golden", got.out+"\n"+said.String())
		for _, raw := range []string{"<p", "<li", "<br", "<strong", "</", "&amp;", "&#", `{"`, "[{", "**", "`"} {
			if strings.Contains(got.out, raw) {
				t.Errorf("%s: %q is on the page:\n%s", path, raw, got.out)
			}
		}
		saved := filepath.Join(t.TempDir(), "saved.json")
		if _, err := file.Save(saved, f.Document, file.SaveOptions{}); err != nil {
			t.Fatal(err)
		}
		again, err := file.Load(saved)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range again.Problems {
			if !p.NotShown {
				t.Errorf("%s: what was saved is fixed again: %s", path, p)
			}
		}
		if once, twice := run("export", path, "-o", "-", "--format", "txt"), run("export", saved, "-o", "-", "--format", "txt"); once.out != twice.out {
			t.Errorf("%s: the saved file prints otherwise:\n%s\n%s", path, once.out, twice.out)
		}
		if data, err := os.ReadFile(saved); err != nil || len(data) == 0 {
			t.Error(err)
		}
	}
}

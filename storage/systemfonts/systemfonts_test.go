package systemfonts

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"resumax/render/fonts"
	"resumax/render/fonts/fontstest"
)

// folder makes a folder of fonts: a good one below it, one that is broken, and
// a file that is none.
func folder(t *testing.T) (root, good string) {
	t.Helper()
	root = t.TempDir()
	good = filepath.Join(root, "below", "Good.TTF")
	if err := os.Mkdir(filepath.Dir(good), 0o755); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(fontstest.Files(t)[0])
	if err != nil {
		t.Fatal(err)
	}
	for path, contents := range map[string][]byte{good: data, filepath.Join(root, "broken.otf"): data[:5000], filepath.Join(root, "note.txt"): data} {
		if err := os.WriteFile(path, contents, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root, good
}

func names(all []fonts.Description) []string {
	var names []string
	for _, d := range all {
		names = append(names, d.PostScript+" "+filepath.Base(d.Path))
	}
	return names
}

func TestSearch(t *testing.T) {
	root, good := folder(t)
	store := filepath.Join(t.TempDir(), "cache", "fonts.json")
	want := []string{"DejaVuSans Good.TTF"}
	first := Search([]string{root, filepath.Join(root, "below"), filepath.Join(root, "gone")}, store)
	if got := names(first); !slices.Equal(got, want) {
		t.Fatalf("found %q", got)
	}
	// The second search reads no font: this one cannot be read any more, though
	// it looks as it did.
	info, err := os.Stat(good)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(good, make([]byte, info.Size()), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(good, time.Time{}, info.ModTime()); err != nil {
		t.Fatal(err)
	}
	second := Search([]string{root}, store)
	if got := names(second); !slices.Equal(got, want) || !slices.Equal(second[0].Characters, first[0].Characters) {
		t.Fatalf("found %q again", got)
	}
	// A file that has changed is read again.
	if err := os.Chtimes(good, time.Time{}, info.ModTime().Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	if got := names(Search([]string{root}, store)); len(got) != 0 {
		t.Errorf("found %q, which is no font any more", got)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(store), "*")); err != nil || len(left) != 1 {
		t.Errorf("beside the store there are %q", left)
	}
}

func TestStoresThatCannotBeUsed(t *testing.T) {
	root, _ := folder(t)
	for name, contents := range map[string]string{
		"none":            "",
		"no JSON":         "{",
		"another version": `{"Version":0,"Files":{"` + filepath.ToSlash(root) + `":{}}}`,
		"broken":          `{"Version":1,"Files":{"x":{"Fonts":[{"Characters":"####"}]}}}`,
		"a list":          `[]`,
	} {
		store := filepath.Join(t.TempDir(), "fonts.json")
		if err := os.WriteFile(store, []byte(contents), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := names(Search([]string{root}, store)); len(got) != 1 {
			t.Errorf("%s: found %q", name, got)
		}
		if len(readStore(store)) != 2 { // the good font and the broken one
			t.Errorf("%s: nothing is kept", name)
		}
	}
	if got := names(Search([]string{root}, filepath.Join(root, "note.txt", "fonts.json"))); len(got) != 1 {
		t.Errorf("without a store: found %q", got)
	}
}

func FuzzStore(f *testing.F) {
	f.Add([]byte(`{"Version":1,"Files":{"x":{"Size":1,"Modified":2,"Fonts":[{"Family":"A","Characters":"AQI="}]}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		store := filepath.Join(t.TempDir(), "fonts.json")
		if err := os.WriteFile(store, data, 0o600); err != nil {
			t.Fatal(err)
		}
		readStore(store)
	})
}

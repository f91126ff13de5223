package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
)

// variantFile writes a resume with the variant “Halvorsen AG” to a new folder.
func variantFile(t *testing.T, edits ...resume.Edit) string {
	t.Helper()
	d, _, err := codec.Parse([]byte(readFile(t, fixture(t))), "test")
	if err != nil {
		t.Fatal(err)
	}
	d, id, err := variant.New(d, "Halvorsen AG")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range append([]resume.Edit{resume.TextEdit("/basics/label", "Zeppelin Engineer"), resume.RemoveEdit("/work/0/highlights/0")}, edits...) {
		if d, err = variant.Edit(d, id, e); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "cv.json")
	write(t, path, string(codec.Encode(d)))
	return path
}

// Every verb takes the variant that is asked for, and the base where none is.
func TestVariantOfEveryVerb(t *testing.T) {
	file := variantFile(t)
	for _, args := range [][]string{
		{"export", file, "--format", "txt", "-o", "-"},
		{"export", file, "--format", "json", "-o", "-"},
		{"export", file, "--format", "txt", "-o", "-", "--anonymous"},
		{"convert", file, "--to", "md", "-o", "-"},
		{"score", file, "--today", "2026-03-31", "--format", "json"},
		{"match", file, "--posting", "testdata/match-posting.txt", "--today", "2026-03-31", "--format", "json"},
	} {
		base := run(args...)
		in := run(append(slices.Clone(args), "--variant", "halvorsen ag")...)
		if base.code != 0 || in.code != 0 || base.out == in.out {
			t.Errorf("%v: %d %d %s", args, base.code, in.code, in.err)
		}
		if args[0] != "score" && args[0] != "match" && strings.Contains(in.out, "Zeppelin") == strings.Contains(base.out, "Zeppelin") {
			t.Errorf("%v: the variant's headline is in both or in none", args)
		}
		if strings.Contains(in.out, "Halvorsen AG") {
			t.Errorf("%v tells the variant's name", args)
		}
	}
}

func TestVariantExportHasItsOwnName(t *testing.T) {
	file := variantFile(t)
	run("export", file, "--format", "txt", "--variant", "Halvorsen AG").silent(t)
	if _, err := os.Stat(filepath.Join(filepath.Dir(file), "cv-halvorsen-ag.txt")); err != nil {
		t.Error(err)
	}
}

func TestUnknownVariant(t *testing.T) {
	file := variantFile(t)
	for _, args := range [][]string{{"export", file, "-o", "-"}, {"score", file}} {
		got := run(append(args, "--variant", "Other")...)
		if got.code != exitFailed || !strings.Contains(got.err, "there is no variant “Other”; its variants: Halvorsen AG") || got.out != "" {
			t.Errorf("%d %q %q", got.code, got.out, got.err)
		}
	}
	if got := run("ats", "x.pdf", "--variant", "Other"); got.code != exitUsage || !strings.Contains(got.err, "--against") {
		t.Errorf("%d %q", got.code, got.err)
	}
}

// What the base has changed under a variant, and what it has deleted, is said.
func TestVariantOutOfDate(t *testing.T) {
	d, _, err := codec.Parse([]byte(readFile(t, variantFile(t, resume.TextEdit("/work/0/highlights/0", "Led it.")))), "test")
	if err != nil {
		t.Fatal(err)
	}
	d, err = variant.EditBase(d, resume.TextEdit("/basics/label", "Other").Then(resume.RemoveEdit("/work/0/highlights/1")))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "cv.json")
	write(t, path, string(codec.Encode(d)))
	got := run("export", path, "--format", "txt", "-o", "-", "--variant", "Halvorsen AG")
	if got.code != 0 || !strings.Contains(got.err, "/basics/label has changed in the base") || !strings.Contains(got.err, "1 change of the variant") {
		t.Errorf("%d %q", got.code, got.err)
	}
}

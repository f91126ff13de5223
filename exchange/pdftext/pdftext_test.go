package pdftext

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestNoPDF(t *testing.T) {
	var r Reader
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"nothing":  {nil, "not a PDF"},
		"text":     {[]byte("Ada Example"), "not a PDF"},
		"too much": {append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte{' '}, MaxBytes)...), "50 MB"},
	} {
		if _, err := r.Read(context.Background(), c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if r.pool != nil {
		t.Error("PDFium was started for nothing")
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Read(ended, []byte("%PDF-1.7")); !errors.Is(err, context.Canceled) || r.pool != nil {
		t.Errorf("an ended context: %v", err)
	}
}

func TestWords(t *testing.T) {
	at := func(text string, x float64) char {
		return char{text: text, box: Box{x, 0, x + 5, 7}, size: 10, font: "ABCDEF+Face-BoldItalic"}
	}
	chars := []char{at("a", 0), at("b", 5), at(" ", 10), at("c", 13), at("-", 18), at("\u0002", 18), at("\r", 0), at("\n", 0), at("d", 0), at(" ", 5),
		at("ש", 10), at("x", 30), {text: "y", box: Box{35, 0, 40, 9}, weight: 700}}
	var got []string
	for _, w := range words(chars) {
		got = append(got, w.Text)
		if !w.Bold || w.Size != 10 {
			t.Errorf("%+v", w)
		}
	}
	if want := []string{"ab", "c-", "d", "ש", "xy"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// folder is a cache that vouches for whatever is in it.
type folder struct {
	path   string
	sealed int
}

func (f *folder) Open() string { return f.path }
func (f *folder) Seal()        { f.sealed++ }

// A cache that cannot be used costs time, and nothing else.
func TestDamagedCache(t *testing.T) {
	cache := &folder{path: t.TempDir()}
	r := Reader{Cache: cache}
	defer r.Close()
	if err := r.start(); err != nil || cache.sealed != 1 {
		t.Fatalf("%v, sealed %d times", err, cache.sealed)
	}
	if err := r.close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(cache.path, "*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("nothing is kept: %v", err)
	}
	for _, f := range files {
		if err := os.Truncate(f, 1000); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.start(); err != nil || cache.sealed != 1 {
		t.Errorf("with a damaged cache: %v, sealed %d times", err, cache.sealed)
	}
}

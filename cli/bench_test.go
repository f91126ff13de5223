package cli

import (
	"path/filepath"
	"testing"
)

// BenchmarkExport is one export to PDF from the start of a process to its end.
func BenchmarkExport(b *testing.B) {
	file, out := twoPages(b), filepath.Join(b.TempDir(), "out.pdf")
	for b.Loop() {
		program(b, nil, "export", file, "-o", out)
	}
}

// twoPages is the file of a resume of two pages.
func twoPages(b *testing.B) string {
	b.Helper()
	file, err := filepath.Abs(filepath.Join("..", "render", "testdata", "two-pages.json"))
	if err != nil {
		b.Fatal(err)
	}
	return file
}

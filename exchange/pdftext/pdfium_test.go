package pdftext

import (
	"bytes"
	"compress/gzip"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "pack PDFium anew, when go.mod has another version of it")

// What is packed is PDFium as go.mod's version of go-pdfium brings it.
func TestPDFiumIsThatOfTheModule(t *testing.T) {
	folder, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium/webassembly").Output()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "pdfium.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		var b bytes.Buffer
		z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := z.Write(want); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("pdfium.wasm.gz", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		packedPDFium = b.Bytes()
	}
	if got, err := wasm(); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes are unpacked (%v), the module has %d: go test ./exchange/pdftext -run PDFium -update", len(got), err, len(want))
	}
}

package pdftext

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
)

// PDFium as go-pdfium brings it, but packed: it is the largest part of the program, and is
// unpacked in some 40 ms where starting it takes longer. A test holds that it is the one
// of go.mod's version, and with -update makes it so.
//
//go:embed pdfium.wasm.gz
var packedPDFium []byte

// wasm is PDFium's code.
func wasm() ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packedPDFium))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

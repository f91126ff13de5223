package office

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"strings"
	"time"
)

// Part is a part of a file to be written.
type Part struct {
	Name   string
	Data   []byte
	Stored bool // it is not compressed
}

// written is the time that all parts have, so that the same resume makes the same bytes: the
// earliest that archives know.
var written = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Pack makes an archive of parts.
func Pack(parts []Part) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		packed, method := p.Data, zip.Store
		if !p.Stored {
			var out bytes.Buffer
			f, err := flate.NewWriter(&out, flate.BestCompression)
			if err != nil {
				return nil, err
			}
			if _, err = f.Write(p.Data); err != nil {
				return nil, err
			}
			if err = f.Close(); err != nil {
				return nil, err
			}
			packed, method = out.Bytes(), zip.Deflate
		}
		h := &zip.FileHeader{Name: p.Name, Method: method, CRC32: crc32.ChecksumIEEE(p.Data), CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(p.Data))}
		//lint:ignore SA1019 a raw part has the time that it is given, and not Modified
		h.ModifiedDate = dosDate(written)
		// Sizes stand before the data, where file(1) and old readers look for them.
		to, err := w.CreateRaw(h)
		if err != nil {
			return nil, fmt.Errorf("part %s: %w", p.Name, err)
		}
		if _, err := to.Write(packed); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// dosDate is a day as archives have it.
func dosDate(t time.Time) uint16 {
	return uint16((t.Year()-1980)<<9 | int(t.Month())<<5 | t.Day())
}

// XMLHead begins a part of XML.
const XMLHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Escape is text for XML, in elements and attributes.
func Escape(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case c == '"':
			b.WriteString("&quot;")
		case c == '\t' || c == '\n':
			b.WriteByte(' ')
		case c < ' ' || c == 0xfffe || c == 0xffff:
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

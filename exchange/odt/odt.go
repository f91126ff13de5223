// Package odt reads and writes resumes as OpenDocument texts (ISO/IEC 26300), LibreOffice's
// format, packed or as one file of XML.
package odt

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"resumax/exchange/format"
	"resumax/exchange/office"
)

// Format is OpenDocument's.
var Format = &format.Format{
	ID:         "odt",
	Name:       "OpenDocument",
	About:      "for LibreOffice and other office programs",
	Extensions: []string{"odt", "ott", "fodt"},
	Letters:    true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

func sniff(data []byte) bool {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		head := data[:min(200, len(data))]
		return bytes.Contains(head, []byte("application/vnd.oasis.opendocument.text")) || office.IsZip(data, func(name string) bool { return name == "content.xml" })
	}
	return isFlat(data)
}

// isFlat reports whether a file is a text in one file of XML.
func isFlat(data []byte) bool {
	head := data[:min(4000, len(data))]
	return bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")) && bytes.Contains(head, []byte("<office:document")) && bytes.Contains(head, []byte("opendocument"))
}

func read(ctx context.Context, in format.Input) (format.Reading, error) {
	d, err := open(ctx, in.Data)
	if err == nil {
		var r format.Reading
		if r, err = office.Read(d.blocks, d.left); err == nil {
			return office.WithPhoto(r, d.photo()), nil
		}
	}
	switch {
	case ctx.Err() != nil:
		return format.Reading{}, ctx.Err()
	case errors.Is(err, errEncrypted):
		return format.Reading{}, fmt.Errorf("%s is protected by a password: open it in LibreOffice, and save it without one", in.Name)
	}
	return format.Reading{}, fmt.Errorf("%s can't be read as an OpenDocument text: %w; if LibreOffice opens it, save it again as .odt or PDF", in.Name, err)
}

var errEncrypted = errors.New("it is encrypted")

// open reads a file.
func open(ctx context.Context, data []byte) (*document, error) {
	if isFlat(data) {
		root, err := office.Parse(ctx, data)
		if err != nil {
			return nil, err
		}
		return documentOf(nil, root, root)
	}
	a, err := office.OpenArchive(ctx, data)
	if err != nil {
		return nil, err
	}
	manifest, err := a.Part("META-INF/manifest.xml")
	if err != nil {
		return nil, err
	}
	if strings.Contains(string(manifest), "encryption-data") {
		return nil, errEncrypted
	}
	content, err := a.XML("content.xml")
	if err != nil {
		return nil, err
	}
	styles, err := a.XML("styles.xml")
	if err != nil {
		return nil, err
	}
	return documentOf(a, content, styles)
}

// Package rtf reads resumes in Rich Text Format, which word processors write for each
// other: words of control, groups in braces, and text in old code pages or in Unicode.
package rtf

import (
	"bytes"
	"context"
	"fmt"

	"resumax/exchange/format"
	"resumax/exchange/office"
)

// Format is RTF.
var Format = &format.Format{
	ID:         "rtf",
	Name:       "Rich text",
	About:      "text with simple formatting, of many programs",
	Extensions: []string{"rtf"},
	Sniff:      func(data []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \r\n\t"), []byte(`{\rtf`)) },
	Read:       read,
}

// maxFile is how many bytes a file may have: pictures in it are text.
const maxFile = 64 << 20

func read(ctx context.Context, in format.Input) (format.Reading, error) {
	if len(in.Data) > maxFile {
		return format.Reading{}, fmt.Errorf("%s has more than %d MB: save it without pictures", in.Name, maxFile>>20)
	}
	p := newParser(ctx, in.Data)
	err := p.parse()
	if err == nil {
		var r format.Reading
		if r, err = office.Read(p.blocks(), p.left); err == nil {
			return r, nil
		}
	}
	if ctx.Err() != nil {
		return format.Reading{}, ctx.Err()
	}
	return format.Reading{}, fmt.Errorf("%s can't be read as rich text: %w; if a word processor opens it, save it again as .docx or PDF", in.Name, err)
}

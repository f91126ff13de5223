// Package docx reads and writes resumes as Word's files (ISO/IEC 29500).
//
// What is read is what Word shows: styles with what they are based on, lists by their
// numbering, links, text boxes once, headers, tables. Deleted text is not there, inserted
// text is. Nothing is fetched and no macro is run.
//
// What is written are nine small parts: real styles (Title, Subtitle, Heading 1 and 2, List
// Bullet, Hyperlink), a real list, one tab stop for dates, the core properties without a
// time. Package office has what it keeps of a resume.
package docx

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"resumax/exchange/format"
	"resumax/exchange/office"
)

// Format is Word's format.
var Format = &format.Format{
	ID:         "docx",
	Name:       "Word",
	About:      "for Word and LibreOffice, and for employers who ask for it",
	Extensions: []string{"docx", "docm", "dotx"},
	Letters:    true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

// compound is what files of Word before 2007, and encrypted ones, begin with.
var compound = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

func sniff(data []byte) bool {
	return isOld(data) || office.IsZip(data, func(name string) bool { return strings.HasPrefix(name, "word/") })
}

// isOld reports whether a file is Word's, but not one that is read: reading says why.
func isOld(data []byte) bool {
	return bytes.HasPrefix(data, compound) && (contains16(data, "WordDocument") || contains16(data, "EncryptedPackage"))
}

// contains16 reports whether a file has a text in UTF-16.
func contains16(data []byte, text string) bool {
	var b []byte
	for i := range len(text) {
		b = append(b, text[i], 0)
	}
	return bytes.Contains(data, b)
}

func read(ctx context.Context, in format.Input) (format.Reading, error) {
	if err := unreadable(in.Data, in.Name); err != nil {
		return format.Reading{}, err
	}
	d, err := open(ctx, in.Data)
	if err == nil {
		var r format.Reading
		if r, err = office.Read(d.blocks, d.left); err == nil {
			return office.WithPhoto(r, d.photo()), nil
		}
	}
	return format.Reading{}, damaged(ctx, in.Name, err)
}

// unreadable says why a file of Word's is not read, nil where it may be.
func unreadable(data []byte, name string) error {
	switch {
	case bytes.HasPrefix(data, compound) && contains16(data, "EncryptedPackage"):
		return fmt.Errorf("%s is protected by a password: open it in Word, take the password off, and save it again", name)
	case bytes.HasPrefix(data, compound):
		return fmt.Errorf("%s is a Word file of before 2007 (.doc): open it in Word or LibreOffice, and save it as .docx", name)
	}
	return nil
}

func damaged(ctx context.Context, name string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fmt.Errorf("%s can't be read as a Word file: %w; if Word opens it, save it again as .docx or PDF", name, err)
}

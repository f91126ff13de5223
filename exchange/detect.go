package exchange

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"resumax/exchange/charset"
	"resumax/exchange/format"
	"resumax/resume/codec"
)

// Detect is the format that a file is read as, by what it holds. Of a file that no reader
// takes, the error says what it is and what to do with it.
func Detect(data []byte, name string) (*format.Format, error) {
	if f, ok := Sniff(data); ok {
		return f, nil
	}
	if len(bytes.TrimSpace(data)) == 0 || charset.IsText(data) {
		return Unknown(), nil // data that is no resume: it says what is wrong with it
	}
	if isPicture(data) {
		return nil, &format.PictureError{Name: name}
	}
	return nil, fmt.Errorf("%s %s", name, unreadable(data))
}

// IsForeign reports whether a file is of another program: no JSON Resume, and no PDF that
// carries one.
func IsForeign(data []byte, name string) bool {
	if len(data) == 0 {
		return false
	}
	if codec.IsPDF(data) {
		_, _, err := codec.ParsePDF(data, name)
		return err != nil
	}
	f, err := Detect(data, name)
	return f != Unknown() || err != nil
}

// isPicture reports whether a file is a picture: of PNG, JPEG, TIFF, WebP, GIF or HEIC.
func isPicture(data []byte) bool {
	for _, start := range []string{"\x89PNG\r\n", "\xff\xd8\xff", "II*\x00", "MM\x00*", "GIF8"} {
		if bytes.HasPrefix(data, []byte(start)) {
			return true
		}
	}
	if len(data) < 12 {
		return false
	}
	return string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP" || string(data[4:8]) == "ftyp" && strings.Contains("heic heix mif1 avif", string(data[8:12]))
}

// unreadable says what a file is that no reader takes, and the way out.
func unreadable(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "is a document of Word 2003 or older, or is locked with a password: open it in Word or LibreOffice and save it as DOCX without a password"
	case bytes.HasPrefix(data, []byte("PK")) && bytes.Contains(data, []byte("Index/Document.iwa")):
		return "is a document of Pages: choose File ▸ Export To ▸ Word in Pages, and open that file"
	case bytes.HasPrefix(data, []byte("PK")) && !isWholeZIP(data):
		return "is damaged, or was not downloaded completely: get it again, or open it in the program it was written in and save it anew"
	case bytes.HasPrefix(data, []byte("PK")):
		return "is a ZIP file without a resume that can be read: unpack it and open the resume in it. " + ReadableTypes()
	}
	return "is of a type that can't be read. " + ReadableTypes()
}

// isWholeZIP reports whether the list at the end of a ZIP file is there.
func isWholeZIP(data []byte) bool {
	_, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	return err == nil
}

// ReadableTypes says which types of files are read, in a sentence.
func ReadableTypes() string { return "ResuMax reads " + ReaderNames() }

// ReaderNames are the names of the formats that are read: "PDF, Word and plain text".
func ReaderNames() string {
	var names []string
	for _, f := range Readers() {
		names = append(names, f.Name)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + strings.ToLower(names[last][:1]) + names[last][1:]
}

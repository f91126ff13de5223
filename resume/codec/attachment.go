package codec

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"

	"resumax/resume"
)

// Attachment is a document as it may go out inside a PDF: what the page shows and
// how it is set, and nothing that is for its owner alone, such as notes, postings,
// and items and sections that are hidden. [ParsePDF] finds it there.
func Attachment(d resume.Document) []byte {
	d = d.Shown()
	ours, _ := d.Get(resume.Settings)
	for _, m := range ours.Members() {
		if !slices.Contains(public, m.Name) {
			d = d.Without(resume.Settings.Child(m.Name))
		}
	}
	if ours.Kind() != resume.Object {
		d = d.Without(resume.Settings)
	}
	return Encode(d.Without(resume.SettingsAside))
}

// public are the settings that say how a resume is set. Others stay at home: one
// that a later version adds too, until it is known here.
var public = []string{"format", "role", "level", "design", "settings", "page", "fit", "numbers", "sections", "language"}

// IsPDF reports whether a file is a PDF, by how it begins.
func IsPDF(data []byte) bool { return bytes.HasPrefix(data, []byte("%PDF-")) }

// ParsePDF reads the resume that a PDF carries, as [Parse] reads one.
func ParsePDF(pdf []byte, name string) (resume.Document, []resume.Problem, error) {
	data, ok := attached(pdf)
	switch {
	case !ok && locked(pdf):
		return resume.Document{}, nil, fmt.Errorf("%s is a PDF that is locked, so that no resume can be read from it: open the file that the PDF was made from", name)
	case !ok:
		return resume.Document{}, nil, fmt.Errorf("%s is a PDF without a resume in it: open the file that the PDF was made from", name)
	}
	return Parse(data, name)
}

// locked reports whether a PDF is encrypted, be it without a password to open it:
// its trailer, which is never packed, says so.
func locked(pdf []byte) bool { return bytes.Contains(pdf, []byte("/Encrypt")) }

// attached finds the resume that a PDF carries. It knows the files that ResuMax
// writes, also when another program has saved them again, unless that has locked
// them: a stream is marked as an embedded file, and its data ends by itself.
func attached(pdf []byte) ([]byte, bool) {
	const (
		marker = "/EmbeddedFile"
		reach  = 4096 // bytes of an object before its data, at most
		tries  = 16   // embedded files that are looked into
	)
	at, budget := 0, int64(SizeLimit) // of what is unpacked in all
	for range tries {
		i := bytes.Index(pdf[at:], []byte(marker))
		if i < 0 {
			break
		}
		at += i + len(marker)
		head := pdf[max(0, at-reach):at]
		head = head[max(0, bytes.LastIndex(head, []byte(" obj"))):]
		tail := pdf[at:min(len(pdf), at+reach)]
		end := bytes.Index(tail, []byte("stream"))
		if end < 0 {
			continue
		}
		compressed := bytes.Contains(head, []byte("/FlateDecode")) || bytes.Contains(tail[:end], []byte("/FlateDecode"))
		data := bytes.TrimLeft(pdf[at+end+len("stream"):], "\r\n")
		file, ok := streamData(data, compressed, budget)
		if ok && bytes.HasPrefix(bytes.TrimSpace(file), []byte("{")) {
			return file, true
		}
		if compressed {
			budget -= int64(len(file))
		}
	}
	return nil, false
}

// streamData is what a stream holds that begins with data, or its first part
// and false where it is damaged or larger than a limit.
func streamData(data []byte, compressed bool, limit int64) ([]byte, bool) {
	if !compressed {
		end := bytes.Index(data, []byte("endstream"))
		return data[:max(0, end)], end >= 0
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	file, err := io.ReadAll(io.LimitReader(z, limit+1))
	return file, err == nil && int64(len(file)) <= limit
}

package codec

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"

	"resumax/resume"
	"resumax/resume/photo"
)

// Attachment is a document as it goes out inside a PDF, for anyone who has the
// PDF: what its pages show and how they are set, see [resume.Document.Public].
func Attachment(d resume.Document, p resume.Printed) []byte {
	return Encode(d.Public(p))
}

// Export is a document as it goes out as a JSON Resume file of its own. What is
// for the project alone is left out, see [resume.Document.Exported]; [Encode]
// keeps all.
func Export(d resume.Document) []byte { return Encode(Outgoing(d)) }

// Outgoing is a document as it goes out to other programs: without what is for the
// project alone, see [resume.Document.Exported], and with a photo that says nothing but
// how it looks.
func Outgoing(d resume.Document) resume.Document { return withCleanPhoto(d.Exported()) }

// photoLimit bounds the file of a photo, in bytes.
const photoLimit = 20 << 20

// withCleanPhoto is a document whose photo, if it is inside, says nothing but how
// it looks. One of a format that pages do not show is left out: what it says
// beside its pixels is not known.
func withCleanPhoto(d resume.Document) resume.Document {
	at := resume.Basics.Child("image")
	source := d.TextAt(at)
	if !photo.IsData(source) {
		return d
	}
	file, err := photo.Data(source, photoLimit)
	if err == nil {
		file, err = photo.Strip(file)
	}
	if err != nil {
		return d.Without(at)
	}
	clean, err := d.SetText(at, photo.URI(file))
	if err != nil {
		return d.Without(at)
	}
	return clean
}

// IsPDF reports whether a file is a PDF, by how it begins: mail programs and servers put
// lines before that, over which readers of PDF pass.
func IsPDF(data []byte) bool {
	const (
		begin = "%PDF-"
		reach = 1024 // bytes of what is before it
	)
	if bytes.HasPrefix(data, []byte(begin)) {
		return true
	}
	head := data[:min(len(data), reach)]
	return bytes.Contains(head, []byte("\n"+begin)) && bytes.Contains(data, []byte("endobj"))
}

// ParsePDF reads the resume that a PDF carries, as [Parse] reads one.
func ParsePDF(pdf []byte, name string) (resume.Document, []resume.Problem, error) {
	data, ok := attached(pdf)
	switch {
	case !ok && locked(pdf):
		return resume.Document{}, nil, fmt.Errorf("%s is a locked PDF, so its resume cannot be read: open the file that the PDF was made from", name)
	case !ok:
		return resume.Document{}, nil, fmt.Errorf("%s is a PDF without editable data: open the file that the PDF was made from", name)
	}
	return Parse(data, name)
}

// locked reports whether a PDF is encrypted, be it without a password to open it:
// its trailer, which is never packed, says so.
func locked(pdf []byte) bool { return bytes.Contains(pdf, []byte("/Encrypt")) }

// unpackLimit bounds what is unpacked of a PDF's streams in all, in bytes. Tests
// have less, so that their bombs are small.
var unpackLimit int64 = SizeLimit

// attached finds the resume that a PDF carries.
func attached(pdf []byte) ([]byte, bool) {
	return Embedded(pdf, func(file []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(file), []byte("{")) })
}

// Embedded finds the first file in a PDF that is what is looked for. It knows the files
// that ResuMax writes, also when another program has saved them again, unless that has
// locked them: a stream is marked as an embedded file, and its data ends by itself.
func Embedded(pdf []byte, is func(file []byte) bool) ([]byte, bool) {
	const (
		marker = "/EmbeddedFile"
		reach  = 4096 // bytes of an object before its data, at most
		tries  = 16   // embedded files that are looked into
	)
	at, budget := 0, unpackLimit // of what is unpacked in all
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
		if ok && is(file) {
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

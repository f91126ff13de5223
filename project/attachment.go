package project

import (
	"bytes"
	"compress/zlib"
	"io"
	"slices"

	"resumax/resume"
)

// Attachment is a document as it may go out inside a PDF: all that the page shows
// and how it is set, and nothing that ResuMax keeps beside it for its owner alone,
// such as notes and postings.
func Attachment(d resume.Document) []byte {
	ours, _ := d.Get(resume.Settings)
	for _, m := range ours.Members() {
		if !slices.Contains(public, m.Name) {
			d, _ = d.Remove(resume.Settings.Child(m.Name))
		}
	}
	return Encode(d)
}

// public are the settings that say how a resume is set. Others stay at home: one
// that a later version adds too, until it is known here.
var public = []string{"format", "role", "level", "design", "settings", "page", "fit", "numbers", "sections", "language"}

// attached finds the resume that a PDF carries. It knows the files that ResuMax
// writes, also when another program has saved them again, unless that has locked
// them: a stream is marked as an embedded file, and its data ends by itself.
func attached(pdf []byte) ([]byte, bool) {
	const (
		marker = "/EmbeddedFile"
		reach  = 4096 // bytes of an object before its data, at most
		tries  = 16   // embedded files that are looked into
	)
	at := 0
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
		if file, ok := streamData(data, compressed); ok && bytes.HasPrefix(bytes.TrimSpace(file), []byte("{")) {
			return file, true
		}
	}
	return nil, false
}

// streamData is what a stream holds that begins with data.
func streamData(data []byte, compressed bool) ([]byte, bool) {
	if !compressed {
		end := bytes.Index(data, []byte("endstream"))
		return data[:max(0, end)], end >= 0
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	file, err := io.ReadAll(io.LimitReader(z, sizeLimit+1))
	return file, err == nil && len(file) <= sizeLimit
}

package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
)

// Sum is the SHA-256 of a content.
type Sum = [sha256.Size]byte

// Base is the file that a document was loaded from or saved to, and what was in
// it then. The zero value is for a document that has none.
type Base struct {
	Path string
	Sum  Sum // of the file's bytes, as [file.File.Sum] says
}

// BaseOf is the base of a document that was loaded or saved as a file, nil for
// none.
func BaseOf(f *file.File) Base {
	if f == nil {
		return Base{}
	}
	return Base{f.Path, f.Sum()}
}

// entry is what a journal's file says:
//
//	resumax-journal 1 SHA-256 of all that follows
//	{"path": …, "base": …, "saving": …, "time": …}
//	the document, as package file writes it
type entry struct {
	base     Base
	saving   Sum // of the document, as written here, that was about to be saved
	time     time.Time
	document []byte
}

// entryHead is an entry's second line.
type entryHead struct {
	Path   string    `json:"path,omitempty"`
	Base   string    `json:"base,omitempty"`
	Saving string    `json:"saving,omitempty"`
	Time   time.Time `json:"time"`
}

const (
	entryStart = "resumax-journal 1 "
	// entryLimit bounds an entry that is read, in bytes: the largest resume that
	// opens, and the lines before it.
	entryLimit = 64<<20 + 1<<16
)

func (e entry) encode() []byte {
	head, err := json.Marshal(entryHead{e.base.Path, hexOf(e.base.Sum), hexOf(e.saving), e.time.UTC()})
	if err != nil {
		panic(err) // texts, and a time of this clock
	}
	body := append(append(head, '\n'), e.document...)
	sum := sha256.Sum256(body)
	return append([]byte(entryStart+hex.EncodeToString(sum[:])+"\n"), body...)
}

var errDamaged = errors.New("it is damaged")

// readEntry reads an entry and its document. What is not exactly as it was
// written is damaged.
func readEntry(data []byte) (entry, resume.Document, error) {
	line, body, _ := bytes.Cut(data, []byte("\n"))
	sum := sha256.Sum256(body)
	if string(line) != entryStart+hex.EncodeToString(sum[:]) {
		return entry{}, resume.Document{}, errDamaged
	}
	line, document, ok := bytes.Cut(body, []byte("\n"))
	var h entryHead
	if !ok || json.Unmarshal(line, &h) != nil {
		return entry{}, resume.Document{}, errDamaged
	}
	base, ok1 := sumOf(h.Base)
	saving, ok2 := sumOf(h.Saving)
	if !ok1 || !ok2 {
		return entry{}, resume.Document{}, errDamaged
	}
	d, _, err := codec.Parse(document, "the document in it")
	if err != nil {
		return entry{}, resume.Document{}, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return entry{Base{h.Path, base}, saving, h.Time, document}, d, nil
}

// hexOf writes a sum, the zero sum as nothing.
func hexOf(s Sum) string {
	if s == (Sum{}) {
		return ""
	}
	return hex.EncodeToString(s[:])
}

func sumOf(text string) (s Sum, ok bool) {
	if text == "" {
		return s, true
	}
	b, err := hex.DecodeString(text)
	copy(s[:], b)
	return s, err == nil && len(b) == len(s)
}

// contentSum is the sum of a document by itself, whatever the layout of its file.
func contentSum(d resume.Document) Sum { return sha256.Sum256(codec.Encode(d)) }

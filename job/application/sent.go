package application

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"resumax/resume"
	"resumax/resume/codec"
)

// The store of sent versions, [resume.MetaSent], is a list of objects. Each has an id, the
// SHA-256 of what it holds, in hexadecimal, and either of
//
//	resume: a document as JSON in one line, packed by gzip, in base64
//	photo:  a photo, a data: URI
//
// A document with a photo has that photo's id, behind photoMark, in place of it.
var sentAt = resume.MetaAddress(resume.MetaSent)

const photoMark = "sha256:"

// imageAt is where a document has its photo.
var imageAt = resume.Basics.Child("image")

// Sending is something that goes to an employer.
type Sending struct {
	Day     resume.Date
	File    string // the name of the file; a folder before it is dropped
	SHA256  string // of the file's bytes, see [Hash]
	Variant string // the variant's name, "" for the resume itself

	Document resume.Document // what the file was made of: the variant's view, or the resume
	Printed  resume.Printed  // what its pages show
}

// Hash is the SHA-256 of a file's bytes, in hexadecimal.
func Hash(file []byte) string {
	sum := sha256.Sum256(file)
	return hex.EncodeToString(sum[:])
}

// Send notes what an employer got, and freezes the resume that it was made of. The
// application counts as applied for, if it did not yet.
func Send(d resume.Document, id string, s Sending) (resume.Document, error) {
	if _, _, err := locate(d, id); err != nil {
		return d, err
	}
	d, version, err := freeze(d, s.Document.Public(s.Printed))
	if err != nil {
		return d, err
	}
	file := path.Base(strings.ReplaceAll(s.File, `\`, "/"))
	if s.File == "" {
		file = ""
	}
	d, err = edit(d, id, func(a Application) Application {
		a.Sent = append(a.Sent[:len(a.Sent):len(a.Sent)], Sent{s.Day, file, strings.ToLower(s.SHA256), s.Variant, version})
		return a
	})
	if err != nil {
		return d, err
	}
	if a, _ := Find(d, id); a.Status.Known() == Saved {
		return SetStatus(d, id, Applied, "", s.Day)
	}
	return d, nil
}

// Unsend takes back that something was sent: the entry i of an application's Sent.
func Unsend(d resume.Document, id string, i int) (resume.Document, error) {
	a, ok := Find(d, id)
	if !ok || i < 0 || i >= len(a.Sent) {
		return d, &resume.AddressError{Address: Address, Reason: "nothing was sent there"}
	}
	d, err := edit(d, id, func(a Application) Application {
		a.Sent = append(a.Sent[:i:i], a.Sent[i+1:]...)
		return a
	})
	return withoutUnsent(d), err
}

// freeze puts a document into the store, unless it is there, and returns its id.
func freeze(d, public resume.Document) (resume.Document, string, error) {
	var err error
	if image := public.TextAt(imageAt); image != "" {
		photo := Hash([]byte(image))
		if d, err = stored(d, photo, "photo", image); err != nil {
			return d, "", err
		}
		if public, err = public.SetText(imageAt, photoMark+photo); err != nil {
			return d, "", err
		}
	}
	data := codec.EncodeAs(public, codec.Style{})
	id := Hash(data)
	d, err = stored(d, id, "resume", packed(data))
	return d, id, err
}

// stored is a project with an entry in the store.
func stored(d resume.Document, id, name, content string) (resume.Document, error) {
	list, _ := d.Get(sentAt)
	for i, v := range list.Items() {
		if text(v, "id") != id {
			continue
		}
		if text(v, name) == content {
			return d, nil
		}
		return d.Set(sentAt.Item(i), v.With(name, resume.Text(content))) // it was damaged
	}
	entry := resume.Struct(resume.Member{Name: "id", Value: resume.Text(id)}, resume.Member{Name: name, Value: resume.Text(content)})
	return d.Insert(sentAt.Item(list.Len()), entry)
}

func packed(data []byte) string {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // fails on an unknown level only
	_, _ = z.Write(data)                                  // a buffer takes all
	_ = z.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// ErrNotFrozen says that the file does not have a sent version.
var ErrNotFrozen = errors.New("the file does not have the version that was sent")

// Frozen is a version that was sent, by its id: [Sent.Resume]. It is as it was, or an error
// where the file lacks it or where another program has changed it.
func Frozen(d resume.Document, id string) (resume.Document, error) {
	packed := entry(d, id, "resume")
	if packed == "" {
		return resume.Document{}, ErrNotFrozen
	}
	data, err := unpacked(packed)
	if err != nil || Hash(data) != id {
		return resume.Document{}, fmt.Errorf("the version that was sent is damaged: another program has changed it in the file")
	}
	v, _, err := codec.Values(data, "the version that was sent")
	if err != nil {
		return resume.Document{}, err
	}
	frozen := resume.NewDocument(v)
	photo, ok := strings.CutPrefix(frozen.TextAt(imageAt), photoMark)
	if !ok {
		return frozen, nil
	}
	image := entry(d, photo, "photo")
	if Hash([]byte(image)) != photo {
		return frozen.Without(imageAt), nil // all but the photo is there
	}
	return frozen.SetText(imageAt, image)
}

// entry is what the store holds under an id, "" for nothing.
func entry(d resume.Document, id, name string) string {
	list, _ := d.Get(sentAt)
	for _, v := range list.Items() {
		if id != "" && text(v, "id") == id {
			return text(v, name)
		}
	}
	return ""
}

func unpacked(content string) ([]byte, error) {
	data, err := base64.StdEncoding.DecodeString(content)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	const most = codec.SizeLimit // a bomb ends here, and its hash is wrong
	return io.ReadAll(io.LimitReader(z, most))
}

// withoutUnsent is a project without stored versions that no application has. Entries that
// are not ours are kept.
func withoutUnsent(d resume.Document) resume.Document {
	list, _ := d.Get(sentAt)
	if list.Len() == 0 {
		return d
	}
	named := map[string]bool{}
	for _, a := range List(d) {
		for _, s := range a.Sent {
			named[s.Resume] = true
		}
	}
	for _, v := range list.Items() {
		if named[text(v, "id")] && text(v, "resume") != "" {
			if data, err := unpacked(text(v, "resume")); err == nil {
				_, rest, _ := bytes.Cut(data, []byte(`"image":"`+photoMark))
				photo, _, _ := bytes.Cut(rest, []byte(`"`))
				named[string(photo)] = true
			}
		}
	}
	var kept []resume.Value
	for _, v := range list.Items() {
		ours := text(v, "id") != "" && (text(v, "resume") != "" || text(v, "photo") != "")
		if !ours || named[text(v, "id")] {
			kept = append(kept, v)
		}
	}
	if len(kept) == list.Len() {
		return d
	}
	if len(kept) == 0 {
		return d.Without(sentAt)
	}
	next, err := d.Set(sentAt, resume.List(kept...))
	if err != nil {
		return d
	}
	return next
}

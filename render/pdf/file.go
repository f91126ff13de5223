package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// Ref is an object's number in its file, counted from 1.
type Ref int

// String is how other objects name the object.
func (r Ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// File is a PDF in the making. The zero value is an empty one.
type File struct {
	streams bytes.Buffer // the objects that are streams, as they will stand in the file
	places  []place      // of object 1 and so on
	packed  []object     // the others

	compressor *zlib.Writer
}

// place is where an object stands: at an offset, or in an object stream as one
// of its objects.
type place struct {
	packed bool
	at     int // the offset or the number of the object stream
	index  int // in the object stream
}

type object struct {
	ref  Ref
	body []byte
}

// Reserve numbers an object that is written later.
func (f *File) Reserve() Ref {
	f.places = append(f.places, place{})
	return Ref(len(f.places))
}

// Set writes the object under a number that was reserved for it. It must not be
// a stream.
func (f *File) Set(r Ref, body string) { f.packed = append(f.packed, object{r, []byte(body)}) }

// Add writes an object that is no stream.
func (f *File) Add(body string) Ref {
	r := f.Reserve()
	f.Set(r, body)
	return r
}

// Stream writes a stream with the entries of its dictionary besides its length
// and filter, and compresses it.
func (f *File) Stream(entries string, data []byte) Ref {
	r := f.Reserve()
	f.stream(r, entries+" /Filter /FlateDecode", f.deflate(data))
	return r
}

// Plain writes a stream as it is: data that an entry's filter decodes, or that
// others look for without one, such as metadata.
func (f *File) Plain(entries string, data []byte) Ref {
	r := f.Reserve()
	f.stream(r, entries, data)
	return r
}

// header is the first line, and a second of bytes beyond ASCII, so that whoever
// moves the file sees that it is no text.
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

func (f *File) stream(r Ref, entries string, data []byte) {
	f.places[r-1] = place{at: len(header) + f.streams.Len()}
	fmt.Fprintf(&f.streams, "%d 0 obj\n<<%s /Length %d>>\nstream\n", r, entries, len(data))
	f.streams.Write(data)
	f.streams.WriteString("\nendstream\nendobj\n")
}

// deflate compresses data. It keeps its compressor, which is large.
func (f *File) deflate(data []byte) []byte {
	var b bytes.Buffer
	if f.compressor == nil {
		f.compressor = zlib.NewWriter(&b)
	} else {
		f.compressor.Reset(&b)
	}
	f.compressor.Write(data) // it fails only where b does, which never does
	f.compressor.Close()
	return b.Bytes()
}

// inOneStream is how many objects an object stream holds at most: a reader has
// to unpack all of them for one.
const inOneStream = 200

// Finish is the whole file, with the catalog and the document's information. Its
// identifier is taken from what it holds.
func (f *File) Finish(catalog, info Ref) []byte {
	for rest := f.packed; len(rest) > 0; {
		n := min(len(rest), inOneStream)
		f.pack(rest[:n])
		rest = rest[n:]
	}
	table := f.Reserve()
	at := len(header) + f.streams.Len()
	f.places[table-1] = place{at: at}
	rows := []byte{0, 0, 0, 0, 0, 0} // object 0 heads the list of free ones
	for _, p := range f.places {
		kind := byte(1)
		if p.packed {
			kind = 2
		}
		rows = append(rows, kind, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), byte(p.index))
	}
	sum := sha256.Sum256(f.streams.Bytes())
	f.stream(table, fmt.Sprintf("/Type /XRef /Size %d /W [1 4 1] /Root %s /Info %s /ID [<%x> <%x>] /Filter /FlateDecode",
		len(f.places)+1, catalog, info, sum[:16], sum[:16]), f.deflate(rows))
	return fmt.Appendf(append([]byte(header), f.streams.Bytes()...), "startxref\n%d\n%%%%EOF\n", at)
}

// pack writes objects as one stream.
func (f *File) pack(objects []object) {
	var numbers, bodies bytes.Buffer
	r := f.Reserve()
	for i, o := range objects {
		fmt.Fprintf(&numbers, "%d %d ", o.ref, bodies.Len())
		bodies.Write(o.body)
		bodies.WriteByte('\n')
		f.places[o.ref-1] = place{packed: true, at: int(r), index: i}
	}
	f.stream(r, fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(objects), numbers.Len()),
		f.deflate(append(numbers.Bytes(), bodies.Bytes()...)))
}

package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// What is read of a font file at most: the largest fonts of today's systems,
// collections with all Han characters, are smaller.
const (
	maxFontFile   = 256 << 20 // bytes of a file
	maxFont       = 96 << 20  // bytes of one font of it
	maxCollection = 64        // fonts in one file
	maxTables     = 96
)

// sfnt is one font of a file as the file's directory has it. Nothing in it
// points outside the file.
type sfnt struct {
	file   io.ReaderAt
	tables []sfntTable // by tag
	cff    bool        // its outlines are those of PostScript
}

type sfntTable struct {
	tag            string
	offset, length int64
}

var errNotAFont = errors.New("not a TrueType or OpenType font")

// readDirectory reads which fonts a file of the given size holds.
func readDirectory(file io.ReaderAt, size int64) ([]sfnt, error) {
	if size > maxFontFile {
		return nil, fmt.Errorf("a font file of more than %d MB", maxFontFile>>20)
	}
	var head [12]byte
	if _, err := file.ReadAt(head[:], 0); err != nil {
		return nil, errNotAFont
	}
	if string(head[:4]) != "ttcf" {
		font, err := readTables(file, 0, size)
		return []sfnt{font}, err
	}
	count := binary.BigEndian.Uint32(head[8:])
	if count == 0 || count > maxCollection {
		return nil, fmt.Errorf("a collection of %d fonts", count)
	}
	offsets := make([]byte, 4*count)
	if _, err := file.ReadAt(offsets, 12); err != nil {
		return nil, errNotAFont
	}
	fonts := make([]sfnt, count)
	for i := range fonts {
		var err error
		if fonts[i], err = readTables(file, int64(binary.BigEndian.Uint32(offsets[4*i:])), size); err != nil {
			return nil, err
		}
	}
	return fonts, nil
}

// readTables reads where the tables of the font at an offset are.
func readTables(file io.ReaderAt, at, size int64) (sfnt, error) {
	f := sfnt{file: file}
	var head [12]byte
	if _, err := file.ReadAt(head[:], at); err != nil {
		return f, errNotAFont
	}
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		f.cff = true
	default:
		return f, errNotAFont
	}
	count := int(binary.BigEndian.Uint16(head[4:]))
	if count > maxTables {
		return f, fmt.Errorf("a font of %d tables", count)
	}
	records := make([]byte, 16*count)
	if _, err := file.ReadAt(records, at+12); err != nil {
		return f, errNotAFont
	}
	total := int64(0)
	for r := range slices.Chunk(records, 16) {
		t := sfntTable{string(r[:4]), int64(binary.BigEndian.Uint32(r[8:])), int64(binary.BigEndian.Uint32(r[12:]))}
		if total += t.length; t.offset+t.length > size || total > maxFont {
			return f, errors.New("a font with tables outside its file, or too large")
		}
		f.tables = append(f.tables, t)
	}
	slices.SortFunc(f.tables, func(a, b sfntTable) int {
		switch {
		case a.tag < b.tag:
			return -1
		case a.tag > b.tag:
			return 1
		}
		return 0
	})
	return f, nil
}

func (f *sfnt) has(tag string) bool {
	return slices.ContainsFunc(f.tables, func(t sfntTable) bool { return t.tag == tag })
}

// table reads a table, nil if the font has none of the name. No more than the
// first most bytes are read.
func (f *sfnt) table(tag string, most int64) []byte {
	i := slices.IndexFunc(f.tables, func(t sfntTable) bool { return t.tag == tag })
	if i < 0 {
		return nil
	}
	data := make([]byte, min(f.tables[i].length, most))
	if _, err := f.file.ReadAt(data, f.tables[i].offset); err != nil {
		return nil
	}
	return data
}

// extract makes a file of the one font, without the named tables.
func (f *sfnt) extract(without ...string) ([]byte, error) {
	var kept []sfntTable
	size := 12
	for _, t := range f.tables {
		if !slices.Contains(without, t.tag) {
			kept = append(kept, t)
			size += 16 + int(t.length+3)&^3
		}
	}
	data := make([]byte, 12+16*len(kept), size)
	kind := uint32(0x00010000)
	if f.cff {
		kind = 0x4F54544F // "OTTO"
	}
	binary.BigEndian.PutUint32(data, kind)
	binary.BigEndian.PutUint16(data[4:], uint16(len(kept)))
	power, log := 1, 0
	for power*2 <= len(kept) {
		power, log = power*2, log+1
	}
	binary.BigEndian.PutUint16(data[6:], uint16(16*power))
	binary.BigEndian.PutUint16(data[8:], uint16(log))
	binary.BigEndian.PutUint16(data[10:], uint16(16*(len(kept)-power)))
	for i, t := range kept {
		at := len(data)
		data = data[:at+int(t.length+3)&^3]
		if _, err := f.file.ReadAt(data[at:at+int(t.length)], t.offset); err != nil {
			return nil, fmt.Errorf("reading the table %q: %w", t.tag, err)
		}
		record := data[12+16*i:]
		copy(record, t.tag)
		binary.BigEndian.PutUint32(record[4:], checksum(data[at:]))
		binary.BigEndian.PutUint32(record[8:], uint32(at))
		binary.BigEndian.PutUint32(record[12:], uint32(t.length))
	}
	return data, nil
}

// checksum is a table's checksum. Its length is a multiple of four.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for ; len(data) > 0; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	return sum
}

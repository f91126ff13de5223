package pdf

import (
	"encoding/binary"
	"math"
)

// table is a table of a font file.
type table struct {
	tag  string
	data []byte
}

// trueType writes a font file of glyphs with their widths in thousandths: the
// tables that a PDF needs of one, no others (ISO 32000-1, 9.9). The glyphs have
// the numbers of their codes.
func trueType(f Face, glyphs []Glyph, widths []int) []byte {
	var glyf, loca, hmtx []byte
	var points, contours int
	widest := 0
	for i, g := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, g.data...)
		points, contours = max(points, g.points), max(contours, g.contours)
		advance := int(math.Round(float64(widths[i]) * float64(f.Upem) / 1000))
		widest = max(widest, advance)
		hmtx = words(hmtx, advance, int(g.box.left))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	b := bounds(glyphs)
	units := func(v float64) int { return int(math.Round(v * float64(f.Upem))) }

	head := []byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5F, 0x0F, 0x3C, 0xF5}
	head = words(head, 1<<0|1<<1|1<<3, f.Upem) // flags: baseline and left edge at 0, whole pixels a size
	head = append(head, make([]byte, 16)...)   // made and changed at no time
	head = words(head, int(b.left), int(b.bottom), int(b.right), int(b.top), style(f), 8, 2, 1, 0)
	hhea := []byte{0, 1, 0, 0}
	hhea = words(hhea, units(f.Ascent), units(f.Descent), 0, widest, 0, 0, int(b.right), 1, 0, 0, 0, 0, 0, 0, 0, len(glyphs))
	maxp := []byte{0, 1, 0, 0}
	maxp = words(maxp, len(glyphs), points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)

	if len(glyf) == 0 {
		glyf = make([]byte, 4) // a table without data is none to some readers
	}
	return sfnt([]table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
}

// style is the table head's macStyle.
func style(f Face) int {
	s := 0
	if f.Bold {
		s |= 1
	}
	if f.Italic {
		s |= 2
	}
	return s
}

// words appends numbers of 16 bits.
func words(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// sfnt puts tables, sorted by their tags, together to a font file (OpenType
// specification, "Organization of an OpenType Font").
func sfnt(tables []table) []byte {
	n, log := len(tables), 0
	for 2<<log <= n {
		log++
	}
	file := []byte{0, 1, 0, 0}
	file = words(file, n, 16<<log, log, 16*n-16<<log)
	offset := len(file) + 16*n
	head := 0
	for _, t := range tables {
		if t.tag == "head" {
			head = offset
		}
		file = append(file, t.tag...)
		for _, v := range []uint32{checksum(t.data), uint32(offset), uint32(len(t.data))} {
			file = binary.BigEndian.AppendUint32(file, v)
		}
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		file = append(file, t.data...)
		file = append(file, make([]byte, -len(t.data)&3)...)
	}
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-checksum(file))
	return file
}

// checksum is the sum of data as numbers of 32 bits.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	if len(data) > 0 {
		var last [4]byte
		copy(last[:], data)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}

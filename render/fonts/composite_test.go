package fonts

import (
	"encoding/binary"
	"testing"
)

// made is the table glyf of glyphs that are made of the given ones.
func made(of ...[]int) composites {
	c := composites{long: true, parts: make([]int, len(of))}
	for _, parts := range of {
		c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.glyf)))
		contours := uint16(1)
		if len(parts) > 0 {
			contours = 0xFFFF
		}
		c.glyf = append(binary.BigEndian.AppendUint16(c.glyf, contours), make([]byte, 8)...)
		for i, g := range parts {
			flags := uint16(0x0001 | 0x0008)
			if i+1 < len(parts) {
				flags |= 0x0020
			}
			for _, v := range []uint16{flags, uint16(g), 0, 0, 0} {
				c.glyf = binary.BigEndian.AppendUint16(c.glyf, v)
			}
		}
	}
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.glyf)))
	return c
}

func TestPartsOfGlyphs(t *testing.T) {
	c := made([]int{1, 2}, nil, []int{1, 1}, []int{3, 1}, []int{99, 1})
	for g, want := range []int{5, 1, 3, 3, 2} {
		if got := c.count(g); got != want {
			t.Errorf("glyph %d is made of %d, want %d", g, got, want)
		}
	}
	var tower [][]int
	for g := range 60 {
		tower = append(tower, []int{g + 1, g + 1})
	}
	wild := made(append(tower, nil)...)
	if got := wild.count(0); got <= maxParts {
		t.Errorf("a tower of glyphs is made of %d", got)
	}
	cut := made([]int{1, 1, 1}, nil)
	cut.glyf = cut.glyf[:15]
	if got := cut.count(0); got != 1 {
		t.Errorf("a glyph outside its table is made of %d", got)
	}
}

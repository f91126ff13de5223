package fonts

import "encoding/binary"

// maxParts is how many glyphs a glyph may be made of, those of its parts
// counted too. Real fonts need a dozen; a hostile one could name ever more with
// each level, so that drawing it would not end.
const maxParts = 2000

// composites measures glyphs that are made of others (OpenType, "glyf").
type composites struct {
	glyf  []byte
	loca  []byte
	long  bool  // offsets have four bytes
	parts []int // of each glyph; 0 for not yet known, -1 for being counted
}

// wild reports whether a font has a glyph of too many parts.
func (f *sfnt) wild() bool {
	head := f.table("head", 54)
	if !f.has("glyf") || len(head) < 54 {
		return false // PostScript's outlines, or no font that can be used
	}
	c := composites{glyf: f.table("glyf", maxFont), loca: f.table("loca", 4<<16+4), long: binary.BigEndian.Uint16(head[50:]) != 0}
	c.parts = make([]int, c.glyphs())
	for g := range c.parts {
		if c.count(g) > maxParts {
			return true
		}
	}
	return false
}

// glyphs is how many glyphs there are.
func (c *composites) glyphs() int {
	if c.long {
		return max(0, len(c.loca)/4-1)
	}
	return max(0, len(c.loca)/2-1)
}

// data is what the table has of a glyph.
func (c *composites) data(g int) []byte {
	var from, to int
	if c.long {
		from, to = int(binary.BigEndian.Uint32(c.loca[4*g:])), int(binary.BigEndian.Uint32(c.loca[4*g+4:]))
	} else {
		from, to = 2*int(binary.BigEndian.Uint16(c.loca[2*g:])), 2*int(binary.BigEndian.Uint16(c.loca[2*g+2:]))
	}
	if from > to || to > len(c.glyf) {
		return nil
	}
	return c.glyf[from:to]
}

// count is of how many glyphs a glyph is made, itself included, or some number
// over maxParts.
func (c *composites) count(g int) int {
	if c.parts[g] != 0 {
		return max(1, c.parts[g]) // a glyph within itself is not drawn again
	}
	c.parts[g] = -1
	n := 1
	data := c.data(g)
	if len(data) >= 10 && int16(binary.BigEndian.Uint16(data)) < 0 {
		for part := range components(data[10:]) {
			if part < len(c.parts) && n <= maxParts {
				n += c.count(part)
			}
		}
	}
	c.parts[g] = n
	return n
}

// components are the glyphs that a glyph's description names.
func components(data []byte) func(yield func(int) bool) {
	const (
		words     = 0x0001 // its arguments have two bytes each
		scaled    = 0x0008
		more      = 0x0020 // another one follows
		scaledXY  = 0x0040
		twoByTwo  = 0x0080
		flagBytes = 4 // the flags and the glyph
	)
	return func(yield func(int) bool) {
		for len(data) >= flagBytes {
			flags := binary.BigEndian.Uint16(data)
			if !yield(int(binary.BigEndian.Uint16(data[2:]))) {
				return
			}
			size := flagBytes + 2
			if flags&words != 0 {
				size += 2
			}
			switch {
			case flags&scaled != 0:
				size += 2
			case flags&scaledXY != 0:
				size += 4
			case flags&twoByTwo != 0:
				size += 8
			}
			if flags&more == 0 || size > len(data) {
				return
			}
			data = data[size:]
		}
	}
}

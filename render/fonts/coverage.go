package fonts

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"slices"
	"unicode"

	"github.com/go-text/typesetting/font"
)

// Coverage is a set of characters: ranges, first and last, in rising order.
type Coverage [][2]rune

// maxRanges bounds how many ranges a font may name.
const maxRanges = 1 << 16

// Has reports whether a character is in the set.
func (c Coverage) Has(r rune) bool {
	i, found := slices.BinarySearchFunc(c, r, func(s [2]rune, r rune) int { return int(s[0] - r) })
	return found || i > 0 && r <= c[i-1][1]
}

// coverageOf are the characters for which a font has a glyph.
func coverageOf(cmap font.Cmap) Coverage {
	var ranges [][2]rune
	if ranger, ok := cmap.(font.CmapRuneRanger); ok {
		ranges = ranger.RuneRanges(nil)
	} else {
		for it := cmap.Iter(); len(ranges) < maxRanges && it.Next(); {
			r, _ := it.Char()
			ranges = append(ranges, [2]rune{r, r})
		}
	}
	ranges = slices.DeleteFunc(ranges, func(s [2]rune) bool { return s[0] > s[1] || s[0] < 0 || s[1] > unicode.MaxRune })
	slices.SortFunc(ranges, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	var c Coverage
	for _, s := range ranges {
		if n := len(c) - 1; n >= 0 && s[0] <= c[n][1]+1 {
			c[n][1] = max(c[n][1], s[1])
			continue
		}
		if len(c) == maxRanges {
			break
		}
		c = append(c, s)
	}
	return c
}

// MarshalText writes the set: see UnmarshalText.
func (c Coverage) MarshalText() ([]byte, error) {
	var data []byte
	at := rune(0)
	for _, s := range c {
		data = binary.AppendUvarint(data, uint64(s[0]-at))
		data = binary.AppendUvarint(data, uint64(s[1]-s[0]))
		at = s[1]
	}
	return base64.StdEncoding.AppendEncode(nil, data), nil
}

// UnmarshalText reads a set: in base64, for each range how far its first
// character is from the last one before it, and how far its last is from its
// first, as numbers of [binary.Uvarint].
func (c *Coverage) UnmarshalText(text []byte) error {
	data, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil {
		return err
	}
	*c = nil
	at := uint64(0)
	for len(data) > 0 {
		var s [2]rune
		for i := range s {
			step, n := binary.Uvarint(data)
			if n <= 0 || step > unicode.MaxRune || at+step > unicode.MaxRune || i == 0 && step == 0 && len(*c) > 0 {
				return errors.New("a broken set of characters")
			}
			data = data[n:]
			at += step
			s[i] = rune(at)
		}
		*c = append(*c, s)
	}
	return nil
}

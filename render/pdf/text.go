package pdf

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Text is a string that people read, as an object: in UTF-16, or in ASCII, which
// all encodings share, where that is enough.
func Text(s string) string {
	for _, r := range s {
		if r < ' ' || r > '~' {
			return "<FEFF" + Hex(s) + ">"
		}
	}
	return "(" + strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(s) + ")"
}

// Hex is a text in UTF-16, written in hexadecimal digits.
func Hex(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(digits[u>>12])
		b.WriteByte(digits[u>>8&15])
		b.WriteByte(digits[u>>4&15])
		b.WriteByte(digits[u&15])
	}
	return b.String()
}

// Name is a name as an object. It takes any text.
func Name(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	b.WriteByte('/')
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte("#()<>[]{}/%", c) >= 0 {
			b.Write([]byte{'#', digits[c>>4], digits[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// Number is a number to a thousandth, as short as it can be.
func Number(v float64) string { return string(AppendNumber(nil, v)) }

// AppendNumber appends a number as [Number] has it.
func AppendNumber(b []byte, v float64) []byte {
	v = math.Round(v*1000)/1000 + 0 // which makes 0 of -0
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// Rectangle is a rectangle by two opposite corners, as an object.
func Rectangle(x0, y0, x1, y1 float64) string {
	return "[" + Number(x0) + " " + Number(y0) + " " + Number(x1) + " " + Number(y1) + "]"
}

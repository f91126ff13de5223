// Package charset makes text of a file in whichever encoding it is: UTF-8, UTF-16 in
// either order of bytes, or Windows-1252, which ISO 8859-1 is part of.
package charset

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Decode is the text of a file.
func Decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "\uFFFD")
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return wide(data[2:], false)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return wide(data[2:], true)
	}
	if big, ok := isWide(data); ok {
		return wide(data, big)
	}
	if utf8.Valid(data) {
		return string(data)
	}
	if mostlyValid(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(text)
}

// IsText reports whether a file is text in an encoding that Decode knows, rather than
// anything else: it has no control characters but those of text.
func IsText(data []byte) bool {
	const enough = 64 << 10
	text := Decode(data[:min(len(data), enough)])
	controls := 0
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b || c == 0x7f {
			controls++
		}
	}
	return strings.TrimSpace(text) != "" && controls*200 < len(text)+199 && !bytes.HasPrefix(data, []byte("PK\x03\x04")) && !bytes.HasPrefix(data, []byte("%PDF"))
}

// IsData reports whether a text is rather data in JSON or XML, or RTF, than text for people.
func IsData(text string) bool {
	text = withoutComments(text)
	if text == "" {
		return false
	}
	rest := strings.TrimLeft(text[1:], " \t\r\n")
	switch text[0] {
	case '{':
		return true
	case '[':
		return rest == "" || strings.IndexByte("{[]\"0123456789-", rest[0]) >= 0
	case '<':
		return strings.HasPrefix(rest, "?xml") || strings.HasPrefix(rest, "!DOCTYPE")
	}
	const value = 4 << 10 // a text, a number, a word
	return len(text) < value && json.Valid([]byte(text))
}

// withoutComments is a text without the comments of JavaScript before it, which some
// programs write into JSON.
func withoutComments(text string) string {
	for {
		text = strings.TrimSpace(text)
		end := "\n"
		switch {
		case strings.HasPrefix(text, "/*"):
			end = "*/"
		case !strings.HasPrefix(text, "//"):
			return text
		}
		_, rest, ok := strings.Cut(text, end)
		if !ok {
			return text
		}
		text = rest
	}
}

// isWide reports whether data without a mark are UTF-16: every other byte of most
// characters is zero.
func isWide(data []byte) (big, ok bool) {
	const enough = 4 << 10
	sample := data[:min(len(data), enough)&^1]
	if len(sample) < 4 {
		return false, false
	}
	var zero [2]int
	for i, c := range sample {
		if c == 0 {
			zero[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case zero[1]*10 > half*7 && zero[0]*10 < half:
		return false, true
	case zero[0]*10 > half*7 && zero[1]*10 < half:
		return true, true
	}
	return false, false
}

func wide(data []byte, big bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		lo, hi := data[2*i], data[2*i+1]
		if big {
			lo, hi = hi, lo
		}
		units[i] = uint16(hi)<<8 | uint16(lo)
	}
	return string(utf16.Decode(units))
}

// mostlyValid reports whether what is above ASCII is UTF-8 but for some damage.
func mostlyValid(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		c, n := utf8.DecodeRune(data[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > 4*bad
}

// DecodeAs is the text of a file that says in which encoding it is, if its bytes don't say
// otherwise.
func DecodeAs(data []byte, name string) string {
	m := named(strings.ToLower(name))
	if m == nil || utf8.Valid(data) || bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return Decode(data)
	}
	text, err := m.NewDecoder().Bytes(data)
	if err != nil {
		return Decode(data)
	}
	return string(text)
}

// named is an encoding of one byte a character, nil for none.
func named(name string) *charmap.Charmap {
	switch strings.NewReplacer("_", "-", "cp", "windows-").Replace(name) {
	case "windows-1250":
		return charmap.Windows1250
	case "windows-1251":
		return charmap.Windows1251
	case "windows-1253":
		return charmap.Windows1253
	case "windows-1254", "iso-8859-9":
		return charmap.Windows1254
	case "windows-1255":
		return charmap.Windows1255
	case "windows-1256":
		return charmap.Windows1256
	case "windows-1257":
		return charmap.Windows1257
	case "windows-1258":
		return charmap.Windows1258
	case "iso-8859-2":
		return charmap.ISO8859_2
	case "iso-8859-5":
		return charmap.ISO8859_5
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-15":
		return charmap.ISO8859_15
	case "koi8-r":
		return charmap.KOI8R
	case "koi8-u":
		return charmap.KOI8U
	case "macintosh":
		return charmap.Macintosh
	}
	return nil
}

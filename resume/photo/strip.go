package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// ErrFormat says that a file is neither JPEG nor PNG, or is damaged: what it
// holds beside its pixels is not known.
var ErrFormat = errors.New("the photo is not a PNG or JPEG picture")

// Strip is a JPEG or PNG file with its pixels, and nothing else that a person
// could have put there or be known by. What tells how to show the pixels stays:
// tables, colors and which way up they are.
func Strip(file []byte) ([]byte, error) {
	switch {
	case isPNG(file):
		return stripPNG(file)
	case bytes.HasPrefix(file, []byte{0xFF, 0xD8}):
		return stripJPEG(file)
	}
	return nil, ErrFormat
}

const pngSignature = "\x89PNG\r\n\x1a\n"

func isPNG(file []byte) bool { return bytes.HasPrefix(file, []byte(pngSignature)) }

// shownChunks are the chunks of PNG that say what the pixels are. Times, texts,
// Exif, profiles (which name devices) and chunks of one program are none.
var shownChunks = []string{"IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "IDAT", "IEND"}

func stripPNG(file []byte) ([]byte, error) {
	const frame = 12 // length, name and checksum of a chunk
	out := []byte(pngSignature)
	for at := len(pngSignature); at+frame <= len(file); {
		size := uint64(binary.BigEndian.Uint32(file[at:])) + frame
		if size > uint64(len(file)-at) {
			return nil, ErrFormat
		}
		chunk := file[at : at+int(size)]
		name := string(chunk[4:8])
		if slices.Contains(shownChunks, name) {
			out = append(out, chunk...)
		}
		if name == "IEND" { // what follows is no part of the picture
			return out, nil
		}
		at += int(size)
	}
	return nil, ErrFormat
}

// JPEG's markers (ITU-T T.81, table B.1).
const (
	markSOI   = 0xD8
	markEOI   = 0xD9
	markSOS   = 0xDA
	markDHP   = 0xDE
	markAPP0  = 0xE0
	markAPP1  = 0xE1
	markAPP14 = 0xEE
	markTEM   = 0x01
)

// stripJPEG copies the segments that say what the pixels are.
func stripJPEG(file []byte) ([]byte, error) {
	out := []byte{0xFF, markSOI}
	upright, scanned := true, false
	for at := 2; ; {
		for at < len(file) && file[at] == 0xFF && at+1 < len(file) && file[at+1] == 0xFF {
			at++ // markers may be filled up
		}
		if at == len(file) && scanned { // cut off behind its pixels: readers show it
			return append(out, 0xFF, markEOI), nil
		}
		if at+2 > len(file) || file[at] != 0xFF {
			return nil, ErrFormat
		}
		mark := file[at+1]
		if mark == markEOI { // what follows is no part of the picture: other pictures, films
			return append(out, 0xFF, markEOI), nil
		}
		if mark == markTEM || standsAlone(mark) {
			at += 2
			continue
		}
		if at+4 > len(file) {
			return nil, ErrFormat
		}
		end := at + 2 + int(binary.BigEndian.Uint16(file[at+2:]))
		if end < at+4 || end > len(file) {
			return nil, ErrFormat
		}
		segment := file[at:end]
		if mark == markAPP1 && upright {
			if o := exifOrientation(segment[4:]); o != 1 {
				out, upright = append(out, orientationSegment(o)...), false
			}
		}
		out = append(out, shownSegment(segment)...)
		if mark == markSOS {
			scan := scanLength(file[end:])
			out = append(out, file[end:end+scan]...)
			end += scan
			scanned = true
		}
		at = end
	}
}

// standsAlone reports whether a marker has no segment: those that restart a scan.
func standsAlone(mark byte) bool { return 0xD0 <= mark && mark <= 0xD7 || mark == markSOI }

// shownSegment is what stays of a segment.
func shownSegment(segment []byte) []byte {
	mark, data := segment[1], segment[4:]
	switch {
	case mark == markAPP0 && bytes.HasPrefix(data, []byte("JFIF\x00")) && len(data) >= 14:
		// Its resolution; not the small picture that may follow.
		return append([]byte{0xFF, markAPP0, 0, 16}, append(slices.Clone(data[:12]), 0, 0)...)
	case mark == markAPP14 && bytes.HasPrefix(data, []byte("Adobe")) && len(data) >= 12:
		return append([]byte{0xFF, markAPP14, 0, 14}, data[:12]...) // how colors are coded
	case 0xC0 <= mark && mark <= 0xCF, markSOS <= mark && mark <= markDHP:
		return segment // frames, tables, scans, the number of lines
	}
	return nil
}

// scanLength is how many bytes of a scan's coded pixels data begins with: up to a
// marker that is no restart and no escaped 0xFF.
func scanLength(data []byte) int {
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		switch next := data[at+1]; {
		case next == 0 || 0xD0 <= next && next <= 0xD7:
			at += 2
		case next == 0xFF:
			at++
		default:
			return at
		}
	}
}

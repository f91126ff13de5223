package photo

import (
	"bytes"
	"encoding/binary"
)

var exifHead = []byte("Exif\x00\x00")

// Orientation reads which way up a JPEG's camera was held, as Exif 2.32 codes
// it: 1 to 8, and 1 where the file does not say.
func Orientation(file []byte) int {
	if !bytes.HasPrefix(file, []byte{0xFF, markSOI}) {
		return 1
	}
	for at := 2; at+4 <= len(file) && file[at] == 0xFF && file[at+1] != markSOS; {
		size := int(binary.BigEndian.Uint16(file[at+2:]))
		if size < 2 || at+2+size > len(file) {
			return 1
		}
		segment := file[at+4 : at+2+size]
		if file[at+1] == markAPP1 && bytes.HasPrefix(segment, exifHead) {
			return exifOrientation(segment)
		}
		at += 2 + size
	}
	return 1
}

// exifOrientation finds tag 0x0112 in the first directory of a segment of Exif
// data.
func exifOrientation(segment []byte) int {
	tiff, ok := bytes.CutPrefix(segment, exifHead)
	if !ok || len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	for range order.Uint16(tiff[at:]) {
		entry := at + 2
		if entry+12 > uint64(len(tiff)) {
			return 1
		}
		if order.Uint16(tiff[entry:]) == 0x0112 {
			if v := int(order.Uint16(tiff[entry+8:])); 1 <= v && v <= 8 {
				return v
			}
			return 1
		}
		at += 12
	}
	return 1
}

// orientationSegment is a segment of Exif data that says which way up a picture
// is, and nothing else.
func orientationSegment(orientation int) []byte {
	data := append(bytes.Clone(exifHead), "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"...)
	data = append(data, byte(orientation), 0, 0, 0, 0, 0, 0)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, markAPP1}, uint16(len(data)+2))
	return append(head, data...)
}

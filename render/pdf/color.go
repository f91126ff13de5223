package pdf

import "encoding/binary"

// SRGB is a color profile for sRGB (IEC 61966-2-1) as ICC.1:2004 has it, for
// files that must say what their colors mean: primaries adapted to D50, and the
// standard's curve as parameters.
func SRGB() []byte {
	fixed := func(values ...float64) []byte {
		var b []byte
		for _, v := range values {
			n := int32(v * 65536)
			if v >= 0 {
				n = int32(v*65536 + 0.5)
			}
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
		return b
	}
	typed := func(kind string, data []byte) []byte { return append([]byte(kind+"\x00\x00\x00\x00"), data...) }
	text := func(s string) []byte {
		b := []byte{0, 0, 0, 1, 0, 0, 0, 12, 'e', 'n', 'U', 'S', 0, 0, 0, byte(2 * len(s)), 0, 0, 0, 28}
		for _, c := range []byte(s) {
			b = append(b, 0, c)
		}
		return typed("mluc", b)
	}
	curve := typed("para", append([]byte{0, 3, 0, 0}, fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...))
	white := fixed(0.9642, 1, 0.8249)
	tags := []table{
		{"desc", text("sRGB")},
		{"cprt", text("No copyright, use freely")},
		{"wtpt", typed("XYZ ", white)},
		{"chad", typed("sf32", fixed(1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316))},
		{"rXYZ", typed("XYZ ", fixed(0.4360747, 0.2225045, 0.0139322))},
		{"gXYZ", typed("XYZ ", fixed(0.3850649, 0.7168786, 0.0971045))},
		{"bXYZ", typed("XYZ ", fixed(0.1430804, 0.0606169, 0.7141733))},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	const header = 128
	profile := make([]byte, header)
	copy(profile[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	copy(profile[36:], "acsp")
	copy(profile[68:], white)
	profile = binary.BigEndian.AppendUint32(profile, uint32(len(tags)))
	var data []byte
	start := header + 4 + 12*len(tags)
	for i, t := range tags {
		offset := start + len(data)
		if i > 0 && &tags[i-1].data[0] == &t.data[0] { // the three curves are one
			offset -= len(t.data)
		} else {
			data = append(data, t.data...)
			data = append(data, make([]byte, -len(t.data)&3)...)
		}
		profile = append(profile, t.tag...)
		profile = binary.BigEndian.AppendUint32(profile, uint32(offset))
		profile = binary.BigEndian.AppendUint32(profile, uint32(len(t.data)))
	}
	profile = append(profile, data...)
	binary.BigEndian.PutUint32(profile, uint32(len(profile)))
	return profile
}

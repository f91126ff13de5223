package fonts

import (
	"encoding/binary"
	"testing"
)

func TestEmbedding(t *testing.T) {
	for fsType, want := range map[uint16]Embedding{
		0x0000: Free,      // installable
		0x0002: Forbidden, // restricted
		0x0004: Free,      // preview and print
		0x0008: Free,      // editable
		0x0006: Free,      // an old font that names two: the one that allows more
		0x000A: Free,
		0x0100: Forbidden, // no part of it, and files hold nothing but parts
		0x0108: Forbidden,
		0x0102: Forbidden,
		0x0200: Forbidden, // pictures only
		0x0204: Forbidden,
	} {
		var d Description
		table := make([]byte, 96)
		binary.BigEndian.PutUint16(table, 4)
		binary.BigEndian.PutUint16(table[4:], 700)
		binary.BigEndian.PutUint16(table[6:], 5)
		binary.BigEndian.PutUint16(table[8:], fsType)
		d.read(table, nil)
		if d.Embedding != want || d.Weight != 700 || !d.Usual {
			t.Errorf("fsType %#04x: %+v", fsType, d)
		}
	}
}

func TestOS2(t *testing.T) {
	var d Description
	d.read(nil, nil)
	if d.Weight != 400 || d.Embedding != Free || d.Kind != "" {
		t.Errorf("without the table: %+v", d)
	}
	table := make([]byte, 96)
	binary.BigEndian.PutUint16(table, 4)
	binary.BigEndian.PutUint16(table[6:], 3) // condensed
	table[32], table[33] = 2, 11             // PANOSE: text, without serifs
	binary.BigEndian.PutUint16(table[62:], 1)
	binary.BigEndian.PutUint32(table[78:], 1<<17|1<<20)
	d = Description{}
	d.read(table, nil)
	if d.Usual || d.Kind != "sans" || !d.Italic || len(d.Writings) != 2 || d.Writings[0] != "jpan" || d.Writings[1] != "hant" {
		t.Errorf("%+v", d)
	}
}

func TestWritingsByName(t *testing.T) {
	for family, want := range map[string]string{"Noto Sans CJK JP": "jpan", "PingFang TC": "hant", "Source Han Serif SC": "hans", "Noto Serif KR": "kore"} {
		d := Description{Family: family, Writings: []string{"jpan", "hans"}}
		d.write(nil)
		if len(d.Writings) != 1 || d.Writings[0] != want {
			t.Errorf("%s is made for %q", family, d.Writings)
		}
	}
	names := make([]byte, 6+12)
	names[3] = 1
	binary.BigEndian.PutUint16(names[6:], 3)
	binary.BigEndian.PutUint16(names[10:], 0x411)
	d := Description{Family: "MS Mincho"}
	d.write(names)
	if len(d.Writings) != 1 || d.Writings[0] != "jpan" || kindOf(d.Family) != "serif" {
		t.Errorf("a font with a Japanese name is made for %q", d.Writings)
	}
}

func TestPostScriptNames(t *testing.T) {
	for _, c := range []struct {
		name, family string
		weight       int
		want         string
	}{
		{"A-Bold", "A", 700, "A-Bold"},
		{"A-Black", "A", 900, "A-Black-Bold"},
		{"A Ünlü(/", "A", 400, "Anl"},
		{"", "明朝", 400, "Font"},
		{"", "My Family", 400, "MyFamily"},
	} {
		if got := postScriptName(c.name, c.family, c.weight); got != c.want {
			t.Errorf("%q of %q is called %q, want %q", c.name, c.family, got, c.want)
		}
	}
}

func TestFallbacksAreListed(t *testing.T) {
	for _, writing := range []string{"hebr", "arab", "jpan", "hans", "hant", "kore", "deva", "zsye"} {
		if len(knownFor(writing, "sans")) == 0 || len(knownFor(writing, "serif")) == 0 {
			t.Errorf("no fonts are known for %s", writing)
		}
	}
}

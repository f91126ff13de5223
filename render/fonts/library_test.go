package fonts_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"resumax/render/fonts"
	"resumax/render/fonts/fontstest"
)

func TestDescribe(t *testing.T) {
	all := fontstest.Describe(t, fontstest.Files(t))
	for i, want := range []fonts.Description{
		{Family: "DejaVu Sans", PostScript: "DejaVuSans", Kind: "sans", Weight: 400, Usual: true},
		{Family: "DejaVu Sans", PostScript: "DejaVuSans-Bold", Kind: "sans", Weight: 700, Usual: true},
		{Family: "Droid Sans Fallback", PostScript: "DroidSansFallback", Kind: "sans", Weight: 400, Usual: true},
	} {
		d := all[i]
		if d.Family != want.Family || d.PostScript != want.PostScript || d.Kind != want.Kind || d.Weight != want.Weight ||
			d.Usual != want.Usual || d.Italic || d.Embedding != fonts.Free {
			t.Errorf("%+v, want %+v", d, want)
		}
	}
	if c := all[0].Characters; !c.Has('a') || !c.Has('א') || !c.Has('ع') || c.Has('語') || !slices.Contains(all[0].Shapes, "arab") {
		t.Error("DejaVu Sans has other characters than it should")
	}
	if c := all[2].Characters; !c.Has('語') || !c.Has('の') || c.Has('א') {
		t.Error("Droid Sans Fallback has other characters than it should")
	}
}

// A font of the machine is the same font alone as in a collection.
func TestCollections(t *testing.T) {
	file, err := os.ReadFile(fontstest.Files(t)[0])
	if err != nil {
		t.Fatal(err)
	}
	const head = 20 // of a collection of two
	moved := slices.Clone(file)
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		at := moved[12+16*i+8:]
		binary.BigEndian.PutUint32(at, binary.BigEndian.Uint32(at)+head)
	}
	collection := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02\x00\x00\x00\x14\x00\x00\x00\x14"), moved...)
	all, err := fonts.Describe(bytes.NewReader(collection), int64(len(collection)))
	if err != nil || len(all) != 2 || all[1].Index != 1 || all[1].PostScript != "DejaVuSans" {
		t.Fatalf("%v, %v", all, err)
	}
	library := fonts.NewLibrary(func() []fonts.Description { return all[1:] }, func(string) (fs.File, error) { return memory{bytes.NewReader(collection)}, nil })
	set := fonts.NewSetWith(library)
	runs := set.Shape(fonts.Span{Text: []rune("א"), To: 1, Family: fonts.Families()[0], RTL: true})
	if len(runs) != 1 || runs[0].Missing || len(set.Outline(runs[0].Face, runs[0].Glyphs[0].ID)) == 0 {
		t.Errorf("%+v", runs)
	}
}

// memory is a file in memory.
type memory struct{ *bytes.Reader }

func (m memory) Stat() (fs.FileInfo, error) { return size{m.Size()}, nil }
func (memory) Close() error                 { return nil }

type size struct{ n int64 }

func (s size) Size() int64      { return s.n }
func (size) Name() string       { return "" }
func (size) IsDir() bool        { return false }
func (size) Sys() any           { return nil }
func (size) Mode() fs.FileMode  { return 0o444 }
func (size) ModTime() time.Time { return time.Time{} }

func TestLibraryHasOtherScripts(t *testing.T) {
	set := fonts.NewSetWith(fontstest.Library(t))
	text := []rune("see אבג, 語学 (عرب)")
	var got []string
	for _, r := range set.Shape(fonts.Span{Text: text, To: len(text), Family: fonts.Families()[0], Bold: true}) {
		if r.Missing {
			t.Errorf("%q is missing", string(text[r.From:r.To]))
		}
		got = append(got, r.Face.Name+" "+strings.TrimSpace(string(text[r.From:r.To])))
	}
	own := fonts.Families()[0].Bold.Name
	want := []string{own + " see", "DejaVuSans-Bold אבג", own + " ,", "DroidSansFallback 語学", own + " (", "DejaVuSans-Bold عرب", own + " )"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A library that fails in any way leaves characters missing, and nothing else.
func TestBrokenLibraries(t *testing.T) {
	described := fontstest.Describe(t, fontstest.Files(t))
	for name, open := range map[string]func(string) (fs.File, error){
		"gone":    func(string) (fs.File, error) { return nil, errors.New("gone") },
		"empty":   func(string) (fs.File, error) { return memory{bytes.NewReader(nil)}, nil },
		"no font": func(string) (fs.File, error) { return memory{bytes.NewReader(make([]byte, 4000))}, nil },
		"cut short": func(path string) (fs.File, error) {
			data, err := os.ReadFile(path)
			return memory{bytes.NewReader(data[:len(data)/2])}, err
		},
	} {
		library := fonts.NewLibrary(func() []fonts.Description { return described }, open)
		runs := fonts.NewSetWith(library).Shape(fonts.Span{Text: []rune("א"), To: 1, Family: fonts.Families()[0]})
		if len(runs) != 1 || !runs[0].Missing {
			t.Errorf("%s: %+v", name, runs)
		}
		if _, ok := library.Find("DejaVu Sans"); ok {
			t.Errorf("%s: found a family", name)
		}
	}
}

func TestFamiliesOfALibrary(t *testing.T) {
	library := fontstest.Library(t)
	if got := library.Families(); !slices.Equal(got, []string{"DejaVu Sans"}) {
		t.Errorf("families %q", got) // Droid Sans Fallback has no Latin letters
	}
	set := fonts.NewSetWith(library)
	f, ok := set.Family("DejaVu Sans")
	if !ok || f.Bold.Name != "DejaVuSans-Bold" || f.Italic.Name != "DejaVuSans" || f.Kind != "sans" {
		t.Errorf("%+v", f)
	}
	if f, ok := set.Family("No Such Serif"); ok || f.Kind != "serif" {
		t.Errorf("%s stands in for a serif", f.Name)
	}
}

// choose is the face that a library of described fonts serves a bold character
// with. All of them have the same file.
func choose(t *testing.T, described []fonts.Description, r rune, language string) string {
	t.Helper()
	files := fontstest.Files(t)
	library := fonts.NewLibrary(func() []fonts.Description { return described }, func(string) (fs.File, error) {
		if r == '語' {
			return os.Open(files[2])
		}
		return os.Open(files[0])
	})
	runs := fonts.NewSetWith(library).Shape(fonts.Span{Text: []rune{r}, To: 1, Family: fonts.Families()[0], Bold: true, Language: language})
	if runs[0].Missing {
		return ""
	}
	return runs[0].Face.Name
}

func TestWhichFontServes(t *testing.T) {
	all := fonts.Coverage{{'a', 'z'}, {'א', 'ת'}, {'ع', 'ع'}, {0x4E00, 0x9FFF}}
	font := func(family, kind string, weight int, change func(*fonts.Description)) fonts.Description {
		d := fonts.Description{Family: family, PostScript: family, Kind: kind, Weight: weight, Usual: true, Characters: all}
		if change != nil {
			change(&d)
		}
		return d
	}
	made := func(writings ...string) func(*fonts.Description) {
		return func(d *fonts.Description) { d.Writings = writings }
	}
	for _, c := range []struct {
		name     string
		r        rune
		language string
		want     string
		fonts    []fonts.Description
	}{
		{"kind", 'א', "", "B", []fonts.Description{font("A", "sans", 700, nil), font("B", "serif", 400, nil)}},
		{"weight", 'א', "", "B", []fonts.Description{font("A", "serif", 400, nil), font("B", "serif", 700, nil)}},
		{"slope", 'א', "", "B", []fonts.Description{font("A", "serif", 700, func(d *fonts.Description) { d.Italic = true }), font("B", "serif", 700, nil)}},
		{"name", 'א', "", "A", []fonts.Description{font("B", "serif", 700, nil), font("A", "serif", 700, nil)}},
		{"usual", 'א', "", "B", []fonts.Description{font("A", "serif", 700, func(d *fonts.Description) { d.Usual = false }), font("B", "sans", 400, nil)}},
		{"known to be good", 'א', "", "NotoSerifHebrew", []fonts.Description{font("A", "serif", 700, nil),
			font("Noto Serif Hebrew", "serif", 400, func(d *fonts.Description) { d.PostScript = "NotoSerifHebrew" })}},
		{"rules for the script", 'ع', "", "B", []fonts.Description{font("A", "serif", 700, nil),
			font("B", "sans", 400, func(d *fonts.Description) { d.Shapes = []string{"arab"} })}},
		{"Japanese", '語', "ja", "B", []fonts.Description{font("A", "serif", 700, made("hans")), font("B", "serif", 400, made("jpan"))}},
		{"Chinese", '語', "", "A", []fonts.Description{font("A", "serif", 400, made("hans")), font("B", "serif", 700, made("jpan"))}},
		{"Taiwan", '語', "zh-TW", "B", []fonts.Description{font("A", "serif", 700, made("hans")), font("B", "serif", 400, made("hant"))}},
		{"any Han rather than another's", '語', "ko", "B", []fonts.Description{font("A", "serif", 700, made("jpan")), font("B", "sans", 400, made("jpan", "hans"))}},
		{"licence", 'א', "", "", []fonts.Description{font("A", "serif", 700, func(d *fonts.Description) { d.Embedding = fonts.Forbidden })}},
		{"coverage", '\u05F3', "", "", []fonts.Description{font("A", "serif", 700, nil)}},
	} {
		for range 3 {
			if got := choose(t, c.fonts, c.r, c.language); got != c.want {
				t.Errorf("%s: %q serves, want %q", c.name, got, c.want)
			}
			rand.Shuffle(len(c.fonts), func(i, j int) { c.fonts[i], c.fonts[j] = c.fonts[j], c.fonts[i] })
		}
	}
}

func TestCoverageIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c fonts.Coverage
		at := rune(0)
		for range rapid.IntRange(0, 20).Draw(t, "ranges") {
			first := at + rune(rapid.IntRange(0, 500).Draw(t, "first"))
			last := first + rune(rapid.IntRange(0, 500).Draw(t, "last"))
			c, at = append(c, [2]rune{first, last}), last+2
		}
		text, err := c.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var got fonts.Coverage
		if err := got.UnmarshalText(text); err != nil || !slices.Equal(got, c) {
			t.Fatalf("%v, %v, want %v", got, err, c)
		}
		for _, s := range c {
			if !got.Has(s[0]) || !got.Has(s[1]) || !got.Has((s[0]+s[1])/2) || got.Has(s[1]+1) {
				t.Fatalf("%v of %v", s, got)
			}
		}
	})
}

func FuzzCoverage(f *testing.F) {
	f.Add([]byte("AQID"))
	f.Fuzz(func(t *testing.T, text []byte) {
		var c fonts.Coverage
		if c.UnmarshalText(text) != nil {
			return
		}
		for i, s := range c {
			if s[0] > s[1] || i > 0 && s[0] <= c[i-1][1] {
				t.Fatalf("%v", c)
			}
		}
	})
}

// Whatever a font file holds, describing and using it ends, and what it lacks is
// missing.
func FuzzFont(f *testing.F) {
	data, err := fs.ReadFile(os.DirFS("testdata"), "tiny.ttf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), data...))
	f.Add([]byte("OTTO"))
	f.Fuzz(func(t *testing.T, data []byte) {
		described, err := fonts.Describe(bytes.NewReader(data), int64(len(data)))
		if err != nil && len(described) > 0 {
			t.Fatal("fonts and an error")
		}
		// Its own account of itself need not be true.
		described = append(described, fonts.Description{Family: "A", PostScript: "A", Characters: fonts.Coverage{{0, 0x10FFFF}}})
		library := fonts.NewLibrary(func() []fonts.Description { return described }, func(string) (fs.File, error) { return memory{bytes.NewReader(data)}, nil })
		set := fonts.NewSetWith(library)
		text := []rune("אב ع語\u0301")
		for _, rtl := range []bool{false, true} {
			for _, run := range set.Shape(fonts.Span{Text: text, To: len(text), Family: fonts.Families()[0], RTL: rtl}) {
				for _, g := range run.Glyphs {
					set.Outline(run.Face, g.ID)
				}
			}
		}
	})
}

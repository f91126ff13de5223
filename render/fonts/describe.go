package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Description is what is known of a system font before it is used. It
// can be kept: the font's file need not be read again until it changes.
type Description struct {
	Path       string // where its file is
	Index      int    // which of the file's fonts it is
	Family     string // such as "Noto Sans Hebrew"
	PostScript string // the face's name, such as "NotoSansHebrew-Bold"
	Kind       string // "serif" or "sans"; "" for others: scripts, symbols
	Weight     int    // from 100 to 900; 400 is regular, 700 bold
	Italic     bool
	Usual      bool // neither narrow nor wide, nor with letters of one width
	Embedding  Embedding
	Writings   []string // the ways of writing Han characters that it is made for: "jpan", "hans", "hant", "kore"
	Shapes     []string // OpenType tags of the scripts that it has rules for
	Characters Coverage
}

// errNoOutlines says that a font cannot be used.
var errNoOutlines = errors.New("a font without outlines")

// Describe reads what the fonts of a file are. Fonts that cannot be used, as
// those that consist of pictures, are left out.
func Describe(file io.ReaderAt, size int64) (all []Description, err error) {
	defer func() {
		if r := recover(); r != nil {
			all, err = nil, fmt.Errorf("a broken font: %v", r)
		}
	}()
	fonts, err := readDirectory(file, size)
	if err != nil {
		return nil, err
	}
	for i := range fonts {
		d, described := describe(&fonts[i])
		if described != nil {
			err = described
			continue
		}
		d.Index = i
		all = append(all, d)
	}
	if len(all) > 0 {
		err = nil
	}
	return all, err
}

// The names of a font that are of use here (OpenType, "name", name IDs).
const (
	nameFamily      = 1
	namePostScript  = 6
	nameTypographic = 16
)

// What is read of single tables at most, in bytes.
const (
	maxCmapTable = 8 << 20
	maxNameTable = 1 << 20
)

func describe(f *sfnt) (Description, error) {
	var d Description
	if !(f.has("glyf") && f.has("loca") || f.has("CFF ")) {
		return d, errNoOutlines
	}
	d.read(f.table("OS/2", 128), f.table("post", 32))
	name, _, err := tables.ParseName(f.table("name", maxNameTable))
	if err != nil {
		return d, err
	}
	cmap, _, err := tables.ParseCmap(f.table("cmap", maxCmapTable))
	if err != nil {
		return d, err
	}
	chosen, _, err := font.ProcessCmap(cmap, tables.FPNone)
	if err != nil {
		return d, err
	}
	d.Characters = coverageOf(chosen)
	d.Family, d.PostScript = name.Name(nameTypographic), name.Name(namePostScript)
	if d.Family == "" {
		d.Family = name.Name(nameFamily)
	}
	d.Family = strings.TrimSpace(d.Family)
	d.PostScript = postScriptName(d.PostScript, d.Family, d.Weight)
	if d.Family == "" || strings.HasPrefix(d.Family, ".") { // those of macOS itself are not to be chosen
		return d, errors.New("a font without a family")
	}
	if kind := kindOf(d.Family); kind != "" {
		d.Kind = kind
	}
	if strings.Contains(strings.ToLower(d.Family), "lastresort") || strings.Contains(d.Family, "Last Resort") {
		return d, errors.New("a font of signs for missing characters")
	}
	d.Usual = d.Usual && !slices.Contains(strings.Fields(d.Family), "Mono")
	d.write(f.table("name", maxNameTable))
	d.Shapes = scriptsOf(f.table("GSUB", 4096))
	return d, nil
}

// read takes what the tables OS/2 and post say.
func (d *Description) read(os2, post []byte) {
	d.Weight, d.Usual = 400, true
	if len(os2) < 78 {
		return
	}
	if w := int(binary.BigEndian.Uint16(os2[4:])); 1 <= w && w <= 1000 {
		d.Weight = w
	}
	width := binary.BigEndian.Uint16(os2[6:])
	const normal = 5
	d.Usual = width == normal || width == 0
	d.Embedding = embeddingOf(binary.BigEndian.Uint16(os2[8:]))
	selection := binary.BigEndian.Uint16(os2[62:])
	d.Italic = selection&(1|1<<9) != 0
	d.Kind = kindByClass(os2[30], os2[32:42])
	if len(post) >= 16 {
		d.Usual = d.Usual && binary.BigEndian.Uint32(post[12:]) == 0
		d.Italic = d.Italic || binary.BigEndian.Uint32(post[4:]) != 0
	}
	if binary.BigEndian.Uint16(os2) >= 1 && len(os2) >= 82 {
		d.Writings = writingsByPages(binary.BigEndian.Uint32(os2[78:]))
	}
}

// kindByClass is a font's kind by IBM's classes and, where it has none, PANOSE.
func kindByClass(family byte, panose []byte) string {
	switch {
	case 1 <= family && family <= 5 || family == 7:
		return "serif"
	case family == 8:
		return "sans"
	case family != 0 || panose[0] != 2: // 2 is text in Latin letters
		return ""
	case 2 <= panose[1] && panose[1] <= 10:
		return "serif"
	case 11 <= panose[1] && panose[1] <= 15:
		return "sans"
	}
	return ""
}

// kindOf is a family's kind by its name, "" if that does not tell.
func kindOf(family string) string {
	name := strings.ToLower(family)
	for _, word := range []string{"sans", "gothic", "helvet", "arial", "grotesk", "kaku", "heiti"} {
		if strings.Contains(name, word) {
			return "sans"
		}
	}
	for _, word := range []string{"serif", "mincho", "ming", "song", "times", "naskh", "batang", "myungjo", "roman"} {
		if strings.Contains(name, word) {
			return "serif"
		}
	}
	return ""
}

// writingsByPages are the ways of writing Han characters by the bits of
// ulCodePageRange1. A font that names several is made for none of them.
func writingsByPages(bits uint32) []string {
	var all []string
	for i, w := range []string{"jpan", "hans", "kore", "hant"} { // from bit 17 on
		if bits>>(17+i)&1 == 1 {
			all = append(all, w)
		}
	}
	return all
}

// write finds the ways of writing by the family's name, which is the surest,
// and by the languages in which the font names itself.
func (d *Description) write(name []byte) {
	for _, word := range strings.Fields(d.Family) {
		switch word {
		case "JP", "J", "Japanese":
			d.Writings = []string{"jpan"}
		case "SC", "CN":
			d.Writings = []string{"hans"}
		case "TC", "TW", "HK":
			d.Writings = []string{"hant"}
		case "KR", "Korean":
			d.Writings = []string{"kore"}
		default:
			continue
		}
		return
	}
	if w := writingsByNames(name); len(w) == 1 {
		d.Writings = w
	}
}

// writingsByNames are the ways of writing of the languages in which a font has
// names on Windows.
func writingsByNames(name []byte) []string {
	if len(name) < 6 {
		return nil
	}
	var all []string
	records := name[6:]
	for range binary.BigEndian.Uint16(name[2:]) {
		if len(records) < 12 {
			break
		}
		platform, language := binary.BigEndian.Uint16(records), binary.BigEndian.Uint16(records[4:])
		w := map[uint16]string{0x411: "jpan", 0x804: "hans", 0x1004: "hans", 0x404: "hant", 0xC04: "hant", 0x412: "kore"}[language]
		if platform == 3 && w != "" && !slices.Contains(all, w) {
			all = append(all, w)
		}
		records = records[12:]
	}
	return all
}

// scriptsOf are the tags in a layout table's list of scripts.
func scriptsOf(gsub []byte) []string {
	if len(gsub) < 10 {
		return nil
	}
	at := int(binary.BigEndian.Uint16(gsub[4:]))
	if at+2 > len(gsub) {
		return nil
	}
	var all []string
	records := gsub[at+2:]
	for range binary.BigEndian.Uint16(gsub[at:]) {
		if len(records) < 6 {
			break
		}
		all = append(all, strings.TrimSpace(strings.ToValidUTF8(string(records[:4]), "")))
		records = records[6:]
	}
	return all
}

// postScriptName is a name for a face of the characters that such names may
// have, which says if the face is bold: readers of resumes look for that.
func postScriptName(name, family string, weight int) string {
	if name == "" {
		name = family
	}
	name = strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-') {
			return r
		}
		return -1
	}, name)
	const most = 56 // of the 63 characters that a name may have
	if name == "" {
		name = "Font"
	}
	name = name[:min(len(name), most)]
	if weight >= boldest && !strings.Contains(name, "Bold") {
		name += "-Bold"
	}
	return name
}

// boldest is the weight from which a face counts as bold.
const boldest = 600

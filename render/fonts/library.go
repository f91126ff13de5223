package fonts

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
)

// Library is the system fonts, beside those that ship with the program.
// They are looked for when the first of them is needed. A library is safe for
// concurrent use.
type Library struct {
	find func() []Description
	open func(path string) (fs.File, error)

	mu       sync.Mutex
	faces    map[source]*Face
	families map[string]*Family
	rankings map[want][]Description
}

// source is where a face is.
type source struct {
	path  string
	index int
}

// NewLibrary makes a library of the fonts that find describes. Their files are
// read with open; what it returns must be an io.ReaderAt too, as an [os.File] is.
func NewLibrary(find func() []Description, open func(path string) (fs.File, error)) *Library {
	return &Library{open: open, faces: make(map[source]*Face), families: make(map[string]*Family),
		rankings: make(map[want][]Description), find: sync.OnceValue(func() []Description {
			// What may not be embedded cannot be printed. The order of what is found
			// decides nothing.
			all := slices.DeleteFunc(slices.Clone(find()), func(d Description) bool { return d.Embedding == Forbidden })
			slices.SortFunc(all, func(a, b Description) int {
				return cmp.Or(strings.Compare(a.Family, b.Family), strings.Compare(a.PostScript, b.PostScript),
					strings.Compare(a.Path, b.Path), cmp.Compare(a.Index, b.Index))
			})
			return all
		})}
}

// Families are the names of the library's families that a page can be set in,
// sorted.
func (l *Library) Families() []string {
	var names []string
	for _, d := range l.find() {
		if d.Characters.Has('a') && !slices.Contains(names[max(0, len(names)-1):], d.Family) {
			names = append(names, d.Family)
		}
	}
	return names
}

// Find is the family with the name. It is false if the library has none, or
// none whose files can be read.
func (l *Library) Find(name string) (*Family, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if f, ok := l.families[name]; ok {
		return f, f != nil
	}
	f := l.family(name)
	l.families[name] = f
	return f, f != nil
}

func (l *Library) family(name string) *Family {
	var members []Description
	for _, d := range l.find() {
		if d.Family == name {
			members = append(members, d)
		}
	}
	if len(members) == 0 {
		return nil
	}
	f := &Family{Name: name, Kind: cmp.Or(members[0].Kind, "sans")}
	for _, want := range []struct {
		face         **Face
		bold, italic bool
	}{{&f.Regular, false, false}, {&f.Bold, true, false}, {&f.Italic, false, true}, {&f.BoldItalic, true, true}} {
		ordered := slices.Clone(members)
		slices.SortStableFunc(ordered, func(a, b Description) int { return like(want.bold, want.italic, a, b) })
		for _, d := range ordered {
			if *want.face = l.face(d); *want.face != nil {
				break
			}
		}
		if *want.face == nil {
			return nil
		}
	}
	return f
}

// like orders faces by how well they serve as one of the given weight and slope.
func like(bold, italic bool, a, b Description) int {
	weight := 400
	if bold {
		weight = 700
	}
	return cmp.Or(
		unless(a.Usual, b.Usual),
		cmp.Compare(abs(a.Weight-weight), abs(b.Weight-weight)),
		unless(a.Italic == italic, b.Italic == italic))
}

// unless orders what is true before what is not.
func unless(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func abs(n int) int { return max(n, -n) }

// face reads a face of the library, nil if it is broken.
func (l *Library) face(d Description) *Face {
	at := source{d.Path, d.Index}
	if f, ok := l.faces[at]; ok {
		return f
	}
	f := l.load(d)
	l.faces[at] = f
	return f
}

func (l *Library) load(d Description) *Face {
	parsed, err := l.read(d)
	if err != nil {
		return nil
	}
	return &Face{Name: d.PostScript, Bold: d.Weight >= boldest, Italic: d.Italic, foreign: true,
		read: func() *parsedFace { return parsed }}
}

// unused are the tables of a font that only pictures and signatures are in.
var unused = []string{"DSIG", "CBDT", "CBLC", "EBDT", "EBLC", "EBSC", "sbix", "SVG ", "COLR", "CPAL"}

// read reads the font of the library's file that was described.
func (l *Library) read(d Description) (parsed *parsedFace, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("a broken font")
		}
	}()
	file, err := l.open(d.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	at, ok := file.(io.ReaderAt)
	if !ok {
		return nil, errors.New("a font file that cannot be read in parts")
	}
	fonts, err := readDirectory(at, info.Size())
	if err != nil || d.Index >= len(fonts) {
		return nil, errNotAFont
	}
	if fonts[d.Index].wild() {
		return nil, errors.New("a font of glyphs with too many parts")
	}
	data, err := fonts[d.Index].extract(unused...)
	if err != nil {
		return nil, err
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return newParsedFace(face.Font)
}

// want is what is asked of a face that stands in for another.
type want struct {
	kind         string
	bold, italic bool
	writing      string // which way of writing or script the character is of
}

// ranked are the library's fonts in the order in which they serve a want: those
// known to be good at the script, those that have rules for it or are made for
// the language, those that are usual, of the same kind, and of the weight and
// slope. The name decides between equals, never the order in which they were
// found.
func (l *Library) ranked(w want) []Description {
	if all, ok := l.rankings[w]; ok {
		return all
	}
	all := slices.Clone(l.find())
	known := knownFor(w.writing, w.kind)
	place := func(d Description) int {
		if i := slices.Index(known, d.Family); i >= 0 {
			return i
		}
		return len(known)
	}
	slices.SortStableFunc(all, func(a, b Description) int {
		return cmp.Or(
			cmp.Compare(place(a), place(b)),
			cmp.Compare(a.foreignTo(w.writing), b.foreignTo(w.writing)),
			unless(a.Usual, b.Usual),
			unless(a.Kind == w.kind, b.Kind == w.kind),
			unless(a.Kind != "", b.Kind != ""),
			like(w.bold, w.italic, a, b))
	})
	l.rankings[w] = all
	return all
}

// foreignTo is how little a font is made for a way of writing.
func (d Description) foreignTo(writing string) int {
	if slices.Contains(hanWritings, writing) {
		switch {
		case len(d.Writings) == 1 && d.Writings[0] == writing:
			return 0
		case len(d.Writings) != 1:
			return 1 // for all, or for none
		}
		return 2
	}
	if needsRules[writing] && !slices.Contains(d.Shapes, writing) && !slices.Contains(d.Shapes, newTags[writing]) {
		return 1
	}
	return 0
}

// serve is the face that serves a want best among those that have the character
// and pass the check, nil if there is none.
func (l *Library) serve(w want, r rune, check func(*Face) bool) *Face {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, d := range l.ranked(w) {
		if !d.Characters.Has(r) {
			continue
		}
		if f := l.face(d); f != nil && check(f) {
			return f
		}
	}
	return nil
}

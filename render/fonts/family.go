package fonts

import (
	"path"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// Family is a typeface in its four usual faces.
type Family struct {
	Name    string // as designs name it
	Kind    string // "serif" or "sans"
	License string // the license's file among assets.Fonts

	Regular, Bold, Italic, BoldItalic *Face
}

// Face is the family's face of the given weight and slope.
func (f *Family) Face(bold, italic bool) *Face {
	switch {
	case bold && italic:
		return f.BoldItalic
	case bold:
		return f.Bold
	case italic:
		return f.Italic
	}
	return f.Regular
}

// Families are the families that ship with the program, in the order in which
// they are searched for a character that a design's own family lacks.
func Families() []*Family { return families() }

// FindFamily is the family with the name, and false if none ships under it.
func FindFamily(name string) (*Family, bool) {
	for _, f := range families() {
		if f.Name == name {
			return f, true
		}
	}
	return nil, false
}

// families reads the list of embedded families. Both the list and the files
// are part of the program, and the package's tests load every one of them, so
// that a fault in them is a fault of the build: it panics.
var families = sync.OnceValue(func() []*Family {
	var file struct {
		Family []struct {
			Name, Kind, License   string
			Regular, Bold, Italic string
			BoldItalic            string `toml:"bold-italic"`
		}
	}
	tomlfile.Embedded(assets.Fonts, "fonts/families.toml", &file)
	all := make([]*Family, len(file.Family))
	for i, f := range file.Family {
		face := func(name string, bold, italic bool) *Face {
			return newFace(path.Join("fonts", name), bold, italic)
		}
		all[i] = &Family{
			Name: f.Name, Kind: f.Kind, License: path.Join("fonts", f.License),
			Regular: face(f.Regular, false, false), Bold: face(f.Bold, true, false),
			Italic: face(f.Italic, false, true), BoldItalic: face(f.BoldItalic, true, true),
		}
	}
	return all
})

// Package notices holds what the license of everything asks for that ResuMax is
// made of and that others wrote: their names, their licenses and the texts.
//
// The files of modules are written by “make notices” from what the modules
// bring; those of parts, which are no Go modules, are kept by hand. Both have
// the name and the version in the first line, the licenses in the second, as
// SPDX names them, and below an empty line the text. Fonts, hyphenation patterns
// and dictionaries have their licenses beside them.
package notices

import (
	"cmp"
	"embed"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"resumax/assets"
)

//go:embed modules parts
var files embed.FS

// Notice is what there is to say of one work of others.
type Notice struct {
	Name    string // a Go module's path, or what people call it
	Version string // of a Go module
	License string // as SPDX names it
	Text    string
}

// Title is the name, with the version where there is one.
func (n Notice) Title() string { return strings.TrimSpace(n.Name + " " + n.Version) }

// All returns the notices by name.
func All() ([]Notice, error) {
	var all []Notice
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := files.ReadFile(path)
		all = append(all, parse(string(data), strings.HasPrefix(path, "modules/")))
		return err
	})
	if err != nil {
		return nil, err
	}
	fonts, err := ofFonts()
	if err != nil {
		return nil, err
	}
	words, err := ofWords()
	if err != nil {
		return nil, err
	}
	all = slices.Concat(all, fonts, words)
	slices.SortFunc(all, func(a, b Notice) int {
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return all, nil
}

// parse reads a file of notices.
func parse(data string, versioned bool) Notice {
	head, text, _ := strings.Cut(data, "\n\n")
	name, license, _ := strings.Cut(head, "\n")
	n := Notice{Name: name, License: license, Text: text}
	if versioned {
		n.Name, n.Version, _ = strings.Cut(name, " ")
	}
	return n
}

// ofFonts returns the notices of the fonts that ship.
func ofFonts() ([]Notice, error) {
	data, err := assets.Fonts.ReadFile("fonts/families.toml")
	if err != nil {
		return nil, err
	}
	var list struct {
		Family []struct{ Name, License string }
	}
	if err := toml.Unmarshal(data, &list); err != nil {
		return nil, err
	}
	var fonts []Notice
	for _, f := range list.Family {
		text, err := assets.Fonts.ReadFile("fonts/" + f.License)
		if err != nil {
			return nil, err
		}
		fonts = append(fonts, Notice{Name: f.Name + " (font)", License: "OFL-1.1", Text: string(text)})
	}
	return fonts, nil
}

// ofWords returns the notices of the dictionaries and the hyphenation patterns.
func ofWords() ([]Notice, error) {
	spelling, err := assets.Spelling.ReadFile("spelling/LICENSE.txt")
	if err != nil {
		return nil, err
	}
	tongues, err := assets.Spelling.ReadFile("spelling/LICENSES.txt")
	if err != nil {
		return nil, err
	}
	patterns, err := assets.Hyphenation.ReadFile("hyphenation/LICENSES.txt")
	if err != nil {
		return nil, err
	}
	return []Notice{
		{Name: "English dictionaries (SCOWL)", License: "BSD-3-Clause AND LicenseRef-SCOWL", Text: string(spelling)},
		{Name: "German, French, Spanish and Portuguese dictionaries", License: "CC0-1.0 AND MPL-2.0 AND MPL-1.1 AND CC-BY-SA-4.0", Text: string(tongues)},
		{Name: "Hyphenation patterns (hyph-utf8)", License: "MIT AND BSD-3-Clause AND LPPL-1.0", Text: string(patterns)},
	}, nil
}

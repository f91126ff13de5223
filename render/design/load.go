package design

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// DefaultID is the design that a resume has until another is chosen.
const DefaultID = "classic"

// List is designs that a resume may choose from.
type List []*Design

// All are the designs that ship with the program, the default one first, the
// others by name. They are shared: copy one before changing it.
func All() List { return shipped() }

// Find is the shipped design with the id; "" stands for the default one.
func Find(id string) (*Design, bool) { return All().Find(id) }

// Find is the design with the id; "" stands for the default one.
func (l List) Find(id string) (*Design, bool) {
	if id == "" {
		id = DefaultID
	}
	i := slices.IndexFunc(l, func(d *Design) bool { return d.ID == id })
	if i < 0 {
		return nil, false
	}
	return l[i], true
}

// Default is the design that a resume has until another is chosen.
func Default() *Design {
	d, _ := Find(DefaultID)
	return d
}

// shipped reads the embedded designs. They are part of the program and tested
// with it, so a fault in one is a fault of the build: it panics.
var shipped = sync.OnceValue(func() List {
	files, err := fs.Sub(assets.Designs, "designs")
	if err != nil {
		panic(err)
	}
	all, faults := Read(files)
	if len(faults) > 0 {
		panic(faults[0])
	}
	return all
})

// Read reads the designs of a folder, its files NAME.toml, the default one
// first, the others by name. What cannot be read is left out, and said.
func Read(folder fs.FS) (all List, faults []error) {
	all, faults = tomlfile.Read(folder, Parse)
	slices.SortStableFunc(all, func(a, b *Design) int {
		if (a.ID == DefaultID) != (b.ID == DefaultID) {
			if a.ID == DefaultID {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return all, faults
}

// Parse reads a design from the contents of the named file. All its errors are
// of type [*tomlfile.Error].
func Parse(file string, data []byte) (*Design, error) {
	d := &Design{ID: strings.TrimSuffix(path.Base(file), path.Ext(file)), Scale: Scale{1, 1, 1}, said: make(map[string]bool)}
	if err := d.decode(file, data); err != nil {
		return nil, err
	}
	d.inherit()
	if err := d.check(file, data); err != nil {
		return nil, err
	}
	return d.finish(), nil
}

func (d *Design) decode(file string, data []byte) error {
	if err := tomlfile.Check(file, data); err != nil {
		return err
	}
	meta, err := toml.Decode(string(data), d)
	if err != nil {
		if p, ok := errors.AsType[toml.ParseError](err); ok {
			return &tomlfile.Error{File: file, Line: p.Position.Line, Text: p.Message}
		}
		if m := wrongType.FindStringSubmatch(err.Error()); m != nil {
			line, _ := strconv.Atoi(m[1])
			return &tomlfile.Error{File: file, Line: line, Text: wordsOfTypes(m[2])}
		}
		return &tomlfile.Error{File: file, Text: strings.TrimPrefix(err.Error(), "toml: ")}
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return &tomlfile.Error{File: file, Line: lineOf(data, unknown[0]), Text: fmt.Sprintf("%q is no setting of a design", unknown[0])}
	}
	for _, key := range meta.Keys() {
		d.said[strings.ToLower(strings.Join(key, "."))] = true
	}
	return nil
}

// wrongType takes the line from the errors of values of a wrong type, which the
// TOML library only has in words.
var wrongType = regexp.MustCompile(`^toml: line (\d+) \(last key "[^"]*"\): (.*)$`)

// namedStyle is a style with the name it has in a file.
type namedStyle struct {
	name  string
	style *Style
}

func (s *Styles) all() []namedStyle {
	return []namedStyle{{"body", &s.Body}, {"name", &s.Name}, {"label", &s.Label}, {"contact", &s.Contact},
		{"heading", &s.Heading}, {"title", &s.Title}, {"organisation", &s.Organisation}, {"place", &s.Place},
		{"dates", &s.Dates}, {"group", &s.Group}}
}

// Families are the font families that the styles name, each once.
func (s *Styles) Families() []string {
	var names []string
	for _, n := range s.all() {
		if !slices.Contains(names, n.style.Family) {
			names = append(names, n.style.Family)
		}
	}
	return names
}

// check says what is wrong with a design that has been read.
func (d *Design) check(file string, data []byte) error {
	fault := func(key, text string) error {
		return &tomlfile.Error{File: file, Line: lineOf(data, strings.Split(key, ".")), Text: text}
	}
	if strings.TrimSpace(d.Name) == "" {
		return fault("name", "name: a design needs a name")
	}
	for _, f := range d.Fields() {
		if err := f.check(); err != nil {
			return fault(f.Key, err.Error())
		}
	}
	for _, s := range d.Style.all() {
		if leading := (Field{Key: "style." + s.name + ".leading", Low: s.style.Size, High: 3 * s.style.Size}); leading.within(s.style.Leading) != nil {
			return fault(leading.Key, leading.within(s.style.Leading).Error())
		}
	}
	return nil
}

// types are the TOML library's names of types, in words.
var types = map[string]string{"string": "text", "float": "a number", "float64": "a number", "integer": "a whole number",
	"int": "a whole number", "int64": "a whole number", "bool": "true or false", "boolean": "true or false", "slice": "a list",
	"array": "a list", "table": "a table", "map": "a table", "struct": "a table"}

// mismatch takes the types from the TOML library's errors of values of a wrong
// type: what the value is and what it should be, or the other way round.
var mismatch = regexp.MustCompile(`^incompatible types: TOML value has type (\S+); destination has type (\S+)$|expected (\S+) but found (\S+)$`)

// wordsOfTypes says what a value is, and what it should be.
func wordsOfTypes(text string) string {
	m := mismatch.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	is, belongs := types[m[1]+m[4]], types[m[2]+m[3]]
	if is == "" || belongs == "" {
		return text
	}
	return fmt.Sprintf("this is %s, where %s belongs", is, belongs)
}

// lineOf finds the line on which a key stands, or its table if the key itself
// is missing, and is 0 if neither is in the file.
func lineOf(data []byte, key []string) int {
	table, line := strings.Join(key[:len(key)-1], "."), 0
	current := ""
	for i, text := range strings.Split(string(data), "\n") {
		text = strings.TrimSpace(text)
		if strings.HasPrefix(text, "[") {
			current = strings.Trim(strings.TrimSpace(strings.SplitN(text, "#", 2)[0]), "[] ")
			if current == table || current == strings.Join(key, ".") {
				line = i + 1
			}
			continue
		}
		name, _, found := strings.Cut(text, "=")
		if found && current == table && strings.TrimSpace(name) == key[len(key)-1] {
			return i + 1
		}
	}
	return line
}

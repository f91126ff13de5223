package design

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// DefaultID is the design that a resume has until another is chosen.
const DefaultID = "classic"

// List is designs that a resume may choose from.
type List []*Design

// All are the designs that ship with the program, the default one first, the
// others by name. They are shared: copy one before changing it.
func All() List { return all() }

// Find is the shipped design with the id; "" means the default one. It reads no other.
func Find(id string) (*Design, bool) {
	if id == "" {
		id = DefaultID
	}
	read, ok := shipped()[id]
	if !ok {
		return nil, false
	}
	return read(), true
}

// Find is the design with the id; "" means the default one.
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

// shipped reads the embedded designs, each when it is asked for the first time. They are
// part of the program and tested with it, so a fault in one is a fault of the build: it
// panics.
var shipped = sync.OnceValue(func() map[string]func() *Design {
	names, err := fs.Glob(assets.Designs, "designs/*.toml")
	if err != nil {
		panic(err)
	}
	by := make(map[string]func() *Design, len(names))
	for _, name := range names {
		by[strings.TrimSuffix(path.Base(name), ".toml")] = sync.OnceValue(func() *Design {
			data, err := assets.Designs.ReadFile(name)
			if err != nil {
				panic(err)
			}
			d, err := Parse(path.Base(name), data)
			if err != nil {
				panic(err)
			}
			return d
		})
	}
	return by
})

// all reads several at a time.
var all = sync.OnceValue(func() List {
	list := make(List, len(shipped()))
	var reading sync.WaitGroup
	for i, id := range slices.Sorted(maps.Keys(shipped())) {
		reading.Go(func() { list[i] = shipped()[id]() })
	}
	reading.Wait()
	list.sort()
	return list
})

// sort puts the default design first, the others by name.
func (l List) sort() {
	slices.SortFunc(l, func(a, b *Design) int {
		if (a.ID == DefaultID) != (b.ID == DefaultID) {
			if a.ID == DefaultID {
				return -1
			}
			return 1
		}
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
}

// Read reads the designs of a folder, its files NAME.toml, the default one
// first, the others by name. What cannot be read is left out, and said.
func Read(folder fs.FS) (all List, faults []error) {
	all, faults = tomlfile.Read(folder, Parse)
	all.sort()
	return all, faults
}

// Parse reads a design from the contents of the named file. All its errors are
// of type [*tomlfile.Error].
func Parse(file string, data []byte) (*Design, error) {
	d := &Design{ID: strings.TrimSuffix(path.Base(file), path.Ext(file)), Scale: Scale{1, 1, 1}, said: make(map[string]bool)}
	t := tomlfile.Text{File: file, Data: data}
	if err := d.decode(t); err != nil {
		return nil, err
	}
	d.inherit()
	if err := d.check(t); err != nil {
		return nil, err
	}
	return d.finish(), nil
}

func (d *Design) decode(t tomlfile.Text) error {
	meta, err := t.Decode(d)
	if err != nil {
		return err
	}
	if err := t.Unknown(meta, "setting of a design", nil); err != nil {
		return err
	}
	for _, key := range meta.Keys() {
		d.said[strings.ToLower(strings.Join(key, "."))] = true
	}
	return nil
}

// namedStyle is a style with the name it has in a file.
type namedStyle struct {
	name  string
	style *Style
}

func (s *Styles) all() []namedStyle {
	return []namedStyle{{"body", &s.Body}, {"name", &s.Name}, {"label", &s.Label}, {"contact", &s.Contact},
		{"heading", &s.Heading}, {"title", &s.Title}, {"organisation", &s.Organization}, {"place", &s.Place},
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
func (d *Design) check(t tomlfile.Text) error {
	fault := func(key, text string) error {
		return t.Errorf(t.LineOf(strings.Split(key, ".")...), "%s", text)
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

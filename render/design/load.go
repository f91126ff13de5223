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
)

// DefaultID is the design that a resume has until another is chosen.
const DefaultID = "classic"

// All are the designs that ship with the program, the default one first, the
// others by name. They are shared: copy one before changing it.
func All() []*Design { return shipped() }

// Find is the shipped design with the id; "" stands for the default one.
func Find(id string) (*Design, bool) {
	if id == "" {
		id = DefaultID
	}
	i := slices.IndexFunc(shipped(), func(d *Design) bool { return d.ID == id })
	if i < 0 {
		return nil, false
	}
	return shipped()[i], true
}

// Default is the design that a resume has until another is chosen.
func Default() *Design {
	d, _ := Find(DefaultID)
	return d
}

// shipped reads the embedded designs. They are part of the program and tested
// with it, so a fault in one is a fault of the build: it panics.
var shipped = sync.OnceValue(func() []*Design {
	files, err := fs.Glob(assets.Designs, "designs/*.toml")
	if err != nil {
		panic(err)
	}
	all := make([]*Design, len(files))
	for i, file := range files {
		data, err := fs.ReadFile(assets.Designs, file)
		if err != nil {
			panic(err)
		}
		if all[i], err = Parse(path.Base(file), data); err != nil {
			panic(err)
		}
	}
	slices.SortStableFunc(all, func(a, b *Design) int {
		if (a.ID == DefaultID) != (b.ID == DefaultID) {
			if a.ID == DefaultID {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return all
})

// Error is a fault in a design's file.
type Error struct {
	File string
	Line int // counted from 1, 0 where the fault has no line
	Text string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text)
}

// Parse reads a design from the contents of the named file. All its errors are
// of type [*Error].
func Parse(file string, data []byte) (*Design, error) {
	var d Design
	if err := decode(file, data, &d); err != nil {
		return nil, err
	}
	// What a style leaves open is as in the body, so that a second reading over
	// copies of the body's style gives the whole.
	body := d.Style.Body
	d = Design{ID: strings.TrimSuffix(path.Base(file), path.Ext(file))}
	for _, s := range d.Style.all() {
		*s.style = body
	}
	if err := decode(file, data, &d); err != nil {
		return nil, err
	}
	if err := d.check(file, data); err != nil {
		return nil, err
	}
	return &d, nil
}

func decode(file string, data []byte, d *Design) error {
	meta, err := toml.Decode(string(data), d)
	if err != nil {
		if p, ok := errors.AsType[toml.ParseError](err); ok {
			return &Error{file, p.Position.Line, p.Message}
		}
		if m := wrongType.FindStringSubmatch(err.Error()); m != nil {
			line, _ := strconv.Atoi(m[1])
			return &Error{file, line, m[2]}
		}
		return &Error{File: file, Text: strings.TrimPrefix(err.Error(), "toml: ")}
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return &Error{file, lineOf(data, unknown[0]), fmt.Sprintf("%q is no setting of a design", unknown[0])}
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
	fault := func(text string, key ...string) error {
		return &Error{file, lineOf(data, key), strings.Join(key, ".") + ": " + text}
	}
	if d.Name == "" {
		return fault("a design needs a name", "name")
	}
	for _, s := range d.Style.all() {
		// Families that do not ship may be installed where the design is used.
		if strings.TrimSpace(s.style.Family) == "" {
			return fault("a style needs a font family", "style", s.name, "family")
		}
	}
	for _, c := range d.choices() {
		if !slices.Contains(c.from, c.value) {
			return fault(fmt.Sprintf("%q is none of %s", c.value, strings.Join(c.from[1:], ", ")), c.key...)
		}
	}
	if d.Columns.Tinted && d.Colours.Tint == (Colour{}) {
		return fault("a tinted column needs this colour", "colours", "tint")
	}
	for _, m := range d.measures() {
		if !(m.low <= m.value && m.value <= m.high) { // not a number fails too
			return fault(fmt.Sprintf("%g is not between %g and %g", m.value, m.low, m.high), m.key...)
		}
	}
	return nil
}

// choice is a word of a design with those it may be; "" stands for the first
// of the others.
type choice struct {
	value string
	from  []string
	key   []string
}

func (d *Design) choices() []choice {
	all := []choice{
		{d.Rule.Place, []string{"", "under", "over", "beside"}, []string{"rule", "place"}},
		{d.Dates.Place, []string{"", "right", "above", "below"}, []string{"dates", "place"}},
		{d.Dates.Format, []string{"", "short", "long", "numeric", "iso", "year"}, []string{"dates", "format"}},
	}
	for _, s := range d.Style.all() {
		all = append(all,
			choice{s.style.Colour, []string{"", "text", "muted", "accent"}, []string{"style", s.name, "colour"}},
			choice{s.style.Align, []string{"", "left", "center", "justify"}, []string{"style", s.name, "align"}})
	}
	return all
}

// measure is a number of a design with the range in which a page still works.
type measure struct {
	value, low, high float64
	key              []string
}

func (d *Design) measures() []measure {
	all := []measure{
		{d.Page.Top, 5, 60, []string{"page", "top"}},
		{d.Page.Bottom, 5, 60, []string{"page", "bottom"}},
		{d.Page.Left, 5, 60, []string{"page", "left"}},
		{d.Page.Right, 5, 60, []string{"page", "right"}},
		{d.Space.Contact, 0, 40, []string{"space", "contact"}},
		{d.Space.Heading, 0, 40, []string{"space", "heading"}},
		{d.Space.Rule, 0, 40, []string{"space", "rule"}},
		{d.Space.Section, 0, 40, []string{"space", "section"}},
		{d.Space.Entry, 0, 40, []string{"space", "entry"}},
		{d.Space.Position, 0, 40, []string{"space", "position"}},
		{d.Space.Record, 0, 40, []string{"space", "record"}},
		{d.Space.Paragraph, 0, 40, []string{"space", "paragraph"}},
		{d.Space.Bullet, 0, 40, []string{"space", "bullet"}},
		{d.Space.Group, 0, 40, []string{"space", "group"}},
		{d.Space.Column, 4, 60, []string{"space", "column"}},
		{d.Rule.Thickness, 0, 6, []string{"rule", "thickness"}},
		{d.Bullet.Indent, 0, 60, []string{"bullet", "indent"}},
		{d.Bullet.Offset, 0, 60, []string{"bullet", "offset"}},
		{d.Paragraph.Rag, 0.5, 20, []string{"paragraph", "rag"}},
		{float64(d.Paragraph.Looseness), -2, 2, []string{"paragraph", "looseness"}},
		{d.Photo.Height, 10, 60, []string{"photo", "height"}},
		{d.Photo.Gap, 0, 30, []string{"photo", "gap"}},
		{d.Timeline.Indent, 0, 60, []string{"timeline", "indent"}},
		{d.Timeline.Thickness, 0, 6, []string{"timeline", "thickness"}},
		{d.Timeline.Mark, 0, 12, []string{"timeline", "mark"}},
		{d.Columns.Width, 0, 80, []string{"columns", "width"}},
		{d.Columns.Gap, 0, 30, []string{"columns", "gap"}},
		{d.Fit.Space, 0.2, 1, []string{"fit", "space"}},
		{d.Fit.Size, 7, 72, []string{"fit", "size"}},
		{d.Fit.Leading, 1.1, 3, []string{"fit", "leading"}},
		{d.Fit.Margin, 5, 60, []string{"fit", "margin"}},
	}
	for _, s := range d.Style.all() {
		all = append(all,
			measure{s.style.Size, 5, 72, []string{"style", s.name, "size"}},
			measure{s.style.Leading, s.style.Size, 3 * s.style.Size, []string{"style", s.name, "leading"}},
			measure{s.style.Tracking, -0.05, 0.3, []string{"style", s.name, "tracking"}})
	}
	return all
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

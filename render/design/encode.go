package design

import (
	"bytes"
	"strings"

	"github.com/BurntSushi/toml"

	"resumax/resume"
)

// Encode is the design as a file that [Parse] reads the same design from. It has
// what the design's own file said and the settings over it.
func (d *Design) Encode() []byte {
	var b bytes.Buffer
	b.WriteString("name = " + quoted(d.Name) + "\n")
	b.WriteString("description = " + quoted(d.Description) + "\n")
	said := d.said
	if d.plain != nil {
		said = d.plain.said
	}
	table := ""
	for _, f := range d.Fields() {
		if !said[f.Key] {
			continue
		}
		dot := strings.LastIndexByte(f.Key, '.')
		if f.Key[:dot] != table {
			table = f.Key[:dot]
			b.WriteString("\n[" + table + "]\n")
		}
		b.WriteString(f.Key[dot+1:] + " = " + encoded(f.Value()) + "\n")
	}
	return b.Bytes()
}

// encoded is a setting's value in TOML, which writes numbers, true and false as
// JSON does.
func encoded(v resume.Value) string {
	switch v.Kind() {
	case resume.String:
		return quoted(v.Str())
	case resume.Array:
		words := make([]string, 0, v.Len())
		for _, item := range v.Items() {
			words = append(words, quoted(item.Str()))
		}
		return "[" + strings.Join(words, ", ") + "]"
	}
	return v.Raw()
}

func quoted(text string) string {
	data, err := toml.Marshal(map[string]string{"x": text})
	if err != nil {
		panic(err) // a string always has a form in TOML
	}
	return strings.TrimSpace(strings.TrimPrefix(string(data), "x = "))
}

// Named is the design under another id and name, as a file of its own.
func (d *Design) Named(id, name string) *Design {
	named := *d
	named.ID, named.Name, named.Description = id, name, "From "+d.Name
	if d.plain != nil {
		plain := *d.plain
		plain.ID, plain.Name, plain.Description = named.ID, named.Name, named.Description
		named.plain = &plain
	}
	return &named
}

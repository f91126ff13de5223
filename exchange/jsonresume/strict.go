package jsonresume

import (
	"slices"

	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

// Strict is JSON Resume for other programs: valid by the schema of version 1.0.0, which
// allows no sections but its own, and without what ResuMax keeps for itself. Custom
// sections and other members of the root are in meta, where the schema allows any, and
// come back when ResuMax reads the file. What is hidden is left out, since other programs
// hide nothing.
var Strict = &format.Format{
	ID:         "jsonresume",
	Name:       "JSON Resume (strict)",
	About:      "valid by the schema, for other programs that read JSON Resume",
	Extensions: []string{"json"},
	Draft:      true,
	Write:      writeStrict,
}

const schemaAddress = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

// customMember is where a strict file has the custom sections.
const customMember = "customSections"

// members are the members of the root that the schema has.
var members = []string{"$schema", "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages", "interests", "references", "projects", "meta"}

func writeStrict(s format.Source) (format.Output, error) {
	d, _ := codec.Outgoing(s.Document).Conform()
	var problems []resume.Problem
	for _, section := range d.Resume().Sections {
		if section.Hidden && section.Count > 0 {
			problems = append(problems, resume.Problem{Address: section.Address, Text: "is hidden and left out: other programs hide nothing"})
		}
	}
	d = d.WithoutHidden().WithoutIDs()
	return format.Single(codec.EncodeAs(strict(d), codec.Usual), problems), nil
}

func strict(d resume.Document) resume.Document {
	r := d.Resume()
	root := d.Root()
	out := resume.Struct(resume.Member{Name: "$schema", Value: resume.Text(schemaAddress)})
	meta, _ := root.Get("meta")
	meta = meta.Without("resumax")
	if version, ok := meta.Get("version"); !ok || version.Str() == "" {
		meta = meta.With("version", resume.Text("v1.0.0"))
	}
	for _, name := range members[1 : len(members)-1] {
		if v, ok := root.Get(name); ok {
			out = out.With(name, v)
			continue
		}
		if section, ok := r.Section(name); ok { // under an older name
			if v, ok := d.Get(section.Address); ok {
				out = out.With(name, v)
			}
		}
	}
	taken := map[string]bool{}
	for _, s := range r.Sections {
		taken[string(s.Address)] = !s.Custom
	}
	var custom []resume.Value
	for _, m := range root.Members() {
		at := resume.Root.Child(m.Name)
		s, isSection := r.Section(m.Name)
		switch {
		case slices.Contains(members, m.Name), taken[string(at)]:
		case isSection && s.Custom:
			custom = append(custom, resume.Struct(resume.Member{Name: "key", Value: resume.Text(s.Key)}, resume.Member{Name: "title", Value: resume.Text(s.Title)}, resume.Member{Name: "items", Value: m.Value}))
		default:
			meta = meta.With(m.Name, m.Value)
		}
	}
	if custom != nil {
		meta = meta.With(customMember, resume.List(custom...))
	}
	return resume.NewDocument(out.With("meta", meta))
}

// withCustom is a document whose custom sections are where ResuMax has them.
func withCustom(d resume.Document) resume.Document {
	at := resume.Root.Child("meta").Child(customMember)
	list, _ := d.Get(at)
	if list.Kind() != resume.Array {
		return d
	}
	var left []resume.Value
	for n, c := range list.Items() {
		items, _ := c.Get("items")
		title, _ := c.Get("title")
		if items.Kind() != resume.Array || title.Str() == "" {
			left = append(left, c)
			continue
		}
		next, key, err := d.AddSection(title.Str())
		if err == nil {
			next, err = next.Set(resume.Root.Child(key), items)
		}
		if err != nil {
			left = append(left, list.Items()[n])
			continue
		}
		d = next
	}
	if left != nil {
		d, _ = d.Set(at, resume.List(left...))
		return d
	}
	return d.Without(at)
}

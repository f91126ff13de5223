// Package drafttest makes resumes for the tests of formats that are data, and says what
// they hold, so that what was written and read again can be compared.
package drafttest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
)

// Options say what a generated resume has not, because the format has no place for it.
type Options struct {
	NoHidden bool // nothing is hidden
	NoCustom bool // no custom sections
	PlaceOne bool // places have a city alone or all parts
}

// Resumes are resumes with everything that ResuMax has a field for.
func Resumes(o Options) *rapid.Generator[resume.Document] {
	return rapid.Custom(func(t *rapid.T) resume.Document { return (&maker{t, o}).resume() })
}

type maker struct {
	t *rapid.T
	o Options
}

var words = strings.Fields("Led built teams of pumps Sørensen Überprüfung データ systems & <b> R&D C++ C# (pilot) 12% naïve cost-cutting “quoted” a/b 24/7 café it's Go 4x \"q\" yes No null: @home #1 {x} [y] `z` ~ 007 1e3")

func (m *maker) maybe(what string) bool { return rapid.IntRange(0, 3).Draw(m.t, what) > 0 }

// line is some words; plain ones have no marks.
func (m *maker) line(marks bool) string {
	n := rapid.IntRange(1, 5).Draw(m.t, "words")
	var all []string
	for range n {
		w := rapid.SampledFrom(words).Draw(m.t, "word")
		if marks && strings.Trim(w, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
			w = rapid.SampledFrom([]string{w, w, w, w, "**" + w + "**", "*" + w + "*", "[" + w + "](https://example.org/a?b=1&c=2)"}).Draw(m.t, "marked")
		}
		all = append(all, w)
	}
	return "A" + strings.ToLower(rapid.SampledFrom([]string{"n", "b", "x"}).Draw(m.t, "first")) + " " + strings.Join(all, " ")
}

type object struct{ v resume.Value }

func (o *object) set(name, text string) {
	if text != "" {
		o.v = o.v.With(name, resume.Text(text))
	}
}

func (m *maker) fill(o *object, names string, marks bool) {
	for _, n := range strings.Fields(names) {
		if m.maybe(n) {
			o.set(n, m.line(marks))
		}
	}
}

func (m *maker) prose(o *object, name string) {
	if m.maybe(name) {
		text := m.line(true)
		for range rapid.IntRange(0, 2).Draw(m.t, "paragraphs") {
			text += "\n" + m.line(true)
		}
		o.set(name, text)
	}
}

func (m *maker) list(o *object, name string, marks bool) {
	if !m.maybe(name) {
		return
	}
	var all []string
	for range rapid.IntRange(1, 3).Draw(m.t, "items") {
		text := m.line(marks)
		if !marks {
			text = strings.Join(strings.Fields(text)[:2], " ")
		}
		all = append(all, text)
	}
	o.v = o.v.With(name, resume.Texts(all...))
}

func (m *maker) dates(o *object) {
	o.set("startDate", rapid.SampledFrom([]string{"", "2019", "2019-03", "2019-03-15", "1998-12"}).Draw(m.t, "start"))
	o.set("endDate", rapid.SampledFrom([]string{"", "2020", "2021-06", "2022-01-31", "2019-04"}).Draw(m.t, "end"))
}

func (m *maker) day(o *object, name string) {
	o.set(name, rapid.SampledFrom([]string{"", "2020", "2020-05", "2020-05-17"}).Draw(m.t, name))
}

func (m *maker) url(o *object) {
	o.set("url", rapid.SampledFrom([]string{"", "", "https://example.org/x", "https://example.com/a(b)?q=1&r=2"}).Draw(m.t, "url"))
}

func (m *maker) hide(o *object) {
	if !m.o.NoHidden && !m.maybe("shown") {
		o.v = o.v.With("hidden", resume.Flag(true))
	}
}

func (m *maker) resume() resume.Document {
	b := &object{resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ada Example")})}
	m.fill(b, "label", false)
	b.set("email", rapid.SampledFrom([]string{"", "ada@example.org"}).Draw(m.t, "email"))
	b.set("phone", rapid.SampledFrom([]string{"", "+49 30 5550 0123"}).Draw(m.t, "phone"))
	m.url(b)
	m.prose(b, "summary")
	place := &object{resume.Struct()}
	place.set("city", "Berlin")
	if m.maybe("whole") {
		place.set("region", "Brandenburg")
		place.set("countryCode", "DE")
		if !m.o.PlaceOne {
			place.set("address", "Mill Lane 7")
			place.set("postalCode", "10115")
		}
	}
	b.v = b.v.With("location", place.v)
	var profiles []resume.Value
	for range rapid.IntRange(0, 2).Draw(m.t, "profiles") {
		p := &object{resume.Struct()}
		p.set("network", rapid.SampledFrom([]string{"GitHub", "LinkedIn", "Kaggle", "Bluesky"}).Draw(m.t, "network"))
		p.set("username", rapid.SampledFrom([]string{"", "ada", "ada.example"}).Draw(m.t, "username"))
		p.set("url", rapid.SampledFrom([]string{"https://github.com/ada", "https://example.org/u"}).Draw(m.t, "at"))
		m.hide(p)
		profiles = append(profiles, p.v)
	}
	if profiles != nil {
		b.v = b.v.With("profiles", resume.List(profiles...))
	}
	root := resume.Struct(resume.Member{Name: "basics", Value: b.v})
	for _, s := range []struct {
		key  string
		make func(o *object)
	}{
		{"work", func(o *object) {
			m.fill(o, "name position location", false)
			m.dates(o)
			m.fill(o, "description", false)
			m.url(o)
			m.prose(o, "summary")
			m.list(o, "highlights", true)
			m.list(o, "keywords", false)
		}},
		{"projects", func(o *object) {
			m.fill(o, "name entity", false)
			m.dates(o)
			m.url(o)
			m.fill(o, "type", false)
			m.list(o, "roles", false)
			m.prose(o, "description")
			m.list(o, "highlights", true)
			m.list(o, "keywords", false)
		}},
		{"skills", func(o *object) { m.fill(o, "name level", false); m.list(o, "keywords", false) }},
		{"education", func(o *object) {
			m.fill(o, "institution area studyType", false)
			m.dates(o)
			m.fill(o, "score", false)
			m.url(o)
			m.list(o, "courses", true)
		}},
		{"certificates", func(o *object) { m.fill(o, "name issuer", false); m.day(o, "date"); m.url(o) }},
		{"publications", func(o *object) {
			m.fill(o, "name publisher", false)
			m.day(o, "releaseDate")
			m.url(o)
			m.prose(o, "summary")
		}},
		{"awards", func(o *object) { m.fill(o, "title awarder", false); m.day(o, "date"); m.prose(o, "summary") }},
		{"volunteer", func(o *object) {
			m.fill(o, "organization position", false)
			m.dates(o)
			m.url(o)
			m.prose(o, "summary")
			m.list(o, "highlights", true)
		}},
		{"languages", func(o *object) { m.fill(o, "language fluency", false) }},
		{"interests", func(o *object) { m.fill(o, "name", false); m.list(o, "keywords", false) }},
		{"references", func(o *object) { m.fill(o, "name", false); m.prose(o, "reference") }},
	} {
		if items := m.items(s.make); items != nil {
			root = root.With(s.key, resume.List(items...))
		}
	}
	d := resume.NewDocument(root)
	if !m.o.NoCustom && m.maybe("custom") {
		d = m.custom(d, "Talks & papers")
	}
	d = m.arranged(d)
	d, _ = codec.Tidy(d)
	return d
}

func (m *maker) items(fill func(*object)) (items []resume.Value) {
	for range rapid.IntRange(0, 2).Draw(m.t, "entries") {
		o := &object{resume.Struct()}
		fill(o)
		if o.v.Len() > 0 {
			m.hide(o)
			items = append(items, o.v)
		}
	}
	return items
}

func (m *maker) custom(d resume.Document, title string) resume.Document {
	items := m.items(func(o *object) {
		m.fill(o, "name position organization description location", false)
		if m.maybe("day") {
			m.day(o, "date")
		} else {
			m.dates(o)
		}
		m.fill(o, "number", false)
		m.url(o)
		m.prose(o, "summary")
		m.list(o, "highlights", true)
		m.list(o, "keywords", false)
	})
	if items == nil {
		return d
	}
	d, key, err := d.AddSection(title)
	if err != nil {
		m.t.Fatal(err)
	}
	d, _ = d.Set(resume.Root.Child(key), resume.List(items...))
	return d
}

// arranged moves, renames and hides sections.
func (m *maker) arranged(d resume.Document) resume.Document {
	n := len(d.Resume().Sections)
	for range rapid.IntRange(0, 3).Draw(m.t, "moves") {
		d, _ = d.MoveSection(rapid.IntRange(0, n-1).Draw(m.t, "from"), rapid.IntRange(0, n-1).Draw(m.t, "to"))
	}
	if !m.o.NoHidden && !m.maybe("all shown") {
		d, _ = d.HideSection("interests", true)
	}
	return d
}

// Says is what a resume says, a line for each field, without ids and settings.
func Says(d resume.Document) []string {
	var all []string
	r := d.Resume()
	for _, s := range r.Sections {
		if s.Count > 0 {
			all = append(all, fmt.Sprintf("section %q hidden %t", s.Title, s.Hidden))
		}
	}
	var walk func(v resume.Value, at resume.Address)
	walk = func(v resume.Value, at resume.Address) {
		switch v.Kind() {
		case resume.Array:
			for i, item := range v.Items() {
				walk(item, at.Item(i))
			}
		case resume.Object:
			for _, m := range v.Members() {
				if m.Name != "id" {
					walk(m.Value, at.Child(m.Name))
				}
			}
		default:
			if v.Raw() != "" && v.Raw() != "false" {
				all = append(all, string(at)+" = "+v.Raw())
			}
		}
	}
	basics, _ := d.Get(resume.Basics)
	for _, f := range resume.BasicsFields() {
		if v, ok := basics.Get(f.Name); ok {
			walk(v, resume.Basics.Child(f.Name))
		}
	}
	place, _ := d.Get(resume.Location)
	for _, f := range resume.LocationFields() {
		if v, ok := place.Get(f.Name); ok {
			walk(v, resume.Location.Child(f.Name))
		}
	}
	profiles, _ := d.Get(resume.Profiles)
	walk(sorted(profiles, resume.ProfileFields()), resume.Profiles)
	for _, s := range r.Sections {
		if s.Key != resume.SummaryKey {
			v, _ := d.Get(s.Address)
			walk(sorted(v, resume.Fields(s.Key)), s.Address)
		}
	}
	return all
}

// sorted are entries with their fields in order, what is beside them first.
func sorted(list resume.Value, fields []resume.Field) resume.Value {
	var items []resume.Value
	for _, item := range list.Items() {
		v := item
		for _, f := range fields {
			if m, ok := item.Get(f.Name); ok {
				v = v.Without(f.Name).With(f.Name, m)
			}
		}
		items = append(items, v)
	}
	return resume.List(items...)
}

// Differences are the lines that only one of two resumes says, + for the second.
func Differences(a, b resume.Document) []string {
	x, y := Says(a), Says(b)
	var all []string
	in := func(list []string, s string) bool {
		for _, l := range list {
			if l == s {
				return true
			}
		}
		return false
	}
	for _, s := range x {
		if !in(y, s) {
			all = append(all, "- "+s)
		}
	}
	for _, s := range y {
		if !in(x, s) {
			all = append(all, "+ "+s)
		}
	}
	if len(all) == 0 && strings.Join(x, "\n") != strings.Join(y, "\n") {
		all = append(all, "another order:\n"+strings.Join(x, "\n")+"\nand\n"+strings.Join(y, "\n"))
	}
	return all
}

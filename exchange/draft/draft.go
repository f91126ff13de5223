// Package draft gathers a resume from another program's data: its sections in their
// order, entries with periods in words, texts in HTML or Markdown, places in one line.
// What has a field becomes JSON Resume; what has none is kept as a member beside it or
// is left, so that nothing is dropped.
package draft

import (
	"slices"
	"strings"

	"resumax/exchange/format"
	"resumax/exchange/taking"
	"resumax/resume"
	"resumax/resume/codec"
)

// Resume is a resume that is being gathered. Its zero value is empty.
type Resume struct {
	basics, place, extra []resume.Member
	profiles             []resume.Value
	sections             []*section
	ordered              bool // the file says the order of sections
	left                 []taking.Left
	doubts               []doubt
	settings             []resume.Member // of meta.resumax
}

type section struct {
	key    string
	title  string // as the file has it, "" for the usual one
	custom bool
	hidden bool
	items  []resume.Value
}

// doubt is a field that should be looked at.
type doubt struct {
	section *section // nil for the contact
	item    int
	field   string
	sure    float64
}

// Unsure is the confidence in what was told from wording alone.
const Unsure = 0.6

// sectionLimit bounds how many custom sections there are: each is a heading on the page.
const sectionLimit = 200

// Basic puts a text into the contact. Of a second one for the same field that says
// something else, Basic reports false.
func (r *Resume) Basic(name, text string) bool { return once(&r.basics, name, text) }

// Place puts a text into the place of living.
func (r *Resume) Place(name, text string) bool { return once(&r.place, name, text) }

func once(members *[]resume.Member, name, text string) bool {
	if text = line(text); text == "" {
		return true
	}
	for _, m := range *members {
		if m.Name == name {
			return strings.EqualFold(m.Value.Str(), text)
		}
	}
	*members = append(*members, resume.Member{Name: name, Value: resume.Text(text)})
	return true
}

// KeepBasic keeps a value beside the contact's fields.
func (r *Resume) KeepBasic(name string, v resume.Value) {
	if name == "location" || name == "profiles" {
		name += aside
	}
	r.basics = kept(r.basics, name, v)
}

// aside ends the name of a value that is kept beside another of the name.
const aside = "Original"

// kept are members with one more, under a name that none of them has.
func kept(members []resume.Member, name string, v resume.Value) []resume.Member {
	if blank(v) {
		return members
	}
	for i := 0; i < len(members); i++ {
		if members[i].Name != name {
			continue
		}
		if members[i].Value.Equal(v) {
			return members
		}
		name += aside
		i = -1 // that may be there too
	}
	return append(members, resume.Member{Name: name, Value: v})
}

// MoreBasic keeps a further email, phone and the like beside the contact's fields, in a
// list of the name.
func (r *Resume) MoreBasic(name, text string) {
	if text = line(text); text == "" {
		return
	}
	for i, m := range r.basics {
		if m.Name == name && m.Value.Kind() == resume.Array {
			r.basics[i].Value = resume.List(append(slices.Clone(m.Value.Items()), resume.Text(text))...)
			return
		}
	}
	r.basics = append(r.basics, resume.Member{Name: name, Value: resume.Texts(text)})
}

// HasBasic reports whether a field of the contact is there.
func (r *Resume) HasBasic(name string) bool {
	return slices.ContainsFunc(r.basics, func(m resume.Member) bool { return m.Name == name })
}

// Located puts a place of living in one line into its fields.
func (r *Resume) Located(text, phone string) {
	p, sure := PlaceOf(text, phone)
	r.Place("city", p.City)
	r.Place("region", p.Region)
	r.Place("countryCode", p.CountryCode)
	if !sure {
		r.doubts = append(r.doubts, doubt{nil, 0, "location/city", Unsure})
	}
}

// Profile adds an account in a network.
func (r *Resume) Profile(i *Item) {
	if !i.empty() {
		r.profiles = append(r.profiles, resume.Struct(i.members...))
	}
}

// HasProfile reports whether an address is among the profiles.
func (r *Resume) HasProfile(url string) bool {
	return slices.ContainsFunc(r.profiles, func(v resume.Value) bool {
		u, _ := v.Get("url")
		return Bare(u.Str()) == Bare(url)
	})
}

// Bare is a web address without what does not tell it from others.
func Bare(url string) string {
	url = strings.TrimSpace(strings.ToLower(url))
	for _, prefix := range []string{"https://", "http://", "www."} {
		url = strings.TrimPrefix(url, prefix)
	}
	return strings.TrimRight(url, "/")
}

// Keep keeps a value at the root of the document, under a name that pages do not show.
func (r *Resume) Keep(name string, v resume.Value) {
	r.extra = kept(r.extra, name, v)
}

// Setting sets what ResuMax keeps about a document, such as [resume.MetaPage].
func (r *Resume) Setting(name, value string) {
	if value != "" {
		r.settings = append(r.settings, resume.Member{Name: name, Value: resume.Text(value)})
	}
}

// Left notes a text that has no place, behind what it is.
func (r *Resume) Left(label, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if label != "" {
		text = label + ": " + text
	}
	r.left = append(r.left, taking.Left{Text: text})
}

// Add adds an entry to a section of JSON Resume, or to one that [Resume.Custom] made.
// One without anything is passed over.
func (r *Resume) Add(key string, i *Item) {
	if i.empty() {
		return
	}
	s := r.section(key)
	for _, field := range i.doubts {
		r.doubts = append(r.doubts, doubt{s, len(s.items), field, Unsure})
	}
	s.items = append(s.items, resume.Struct(i.members...))
}

func (r *Resume) section(key string) *section {
	for _, s := range r.sections {
		if s.key == key {
			return s
		}
	}
	s := &section{key: key}
	r.sections = append(r.sections, s)
	return s
}

// Section says how the file has a section: with which title, "" for the usual one, and
// whether it is hidden. The order of calls is that of the sections.
func (r *Resume) Section(key, title string, hidden bool) {
	r.ordered = true
	s := r.section(key)
	for i, have := range r.sections {
		if have == s {
			r.sections = append(slices.Delete(r.sections, i, i+1), s) // to where it is said
			break
		}
	}
	s.title, s.hidden = line(title), hidden
}

// Custom makes a section of another title and gives its key. Those with the same title
// are one.
func (r *Resume) Custom(title string) string {
	title = line(title)
	custom := 0
	for _, s := range r.sections {
		if s.custom {
			custom++
			if strings.EqualFold(s.title, title) {
				return s.key
			}
		}
	}
	if custom >= sectionLimit {
		return r.sections[len(r.sections)-1].key
	}
	s := &section{key: "custom:" + title, title: title, custom: true}
	r.sections = append(r.sections, s)
	return s.key
}

// Reading is the resume, valid, with the record of what was taken. The problems are
// those of the file.
func (r *Resume) Reading(problems []resume.Problem) format.Reading {
	d := r.document()
	d, fixed := codec.Tidy(d)
	out := format.Reading{Document: d, Problems: slices.Concat(problems, fixed)}
	out.Record = taking.Record{Taken: r.taken(d), Left: r.left}
	return out
}

func (r *Resume) document() resume.Document {
	basics := r.basics
	if len(r.place) > 0 {
		basics = append(basics, resume.Member{Name: "location", Value: resume.Struct(r.place...)})
	}
	if len(r.profiles) > 0 {
		basics = append(basics, resume.Member{Name: "profiles", Value: resume.List(r.profiles...)})
	}
	members := []resume.Member{{Name: "basics", Value: resume.Struct(basics...)}}
	for _, s := range r.sections {
		if !s.custom && len(s.items) > 0 {
			members = append(members, resume.Member{Name: s.key, Value: resume.List(s.items...)})
		}
	}
	d := resume.NewDocument(resume.Struct(append(members, r.extra...)...))
	for _, s := range r.sections {
		if !s.custom {
			continue
		}
		var key string
		var err error
		if d, key, err = d.AddSection(s.title); err == nil {
			s.key = key
			d, _ = d.Set(resume.Root.Child(key), resume.List(s.items...))
		}
	}
	return r.withOrder(d)
}

// withOrder says order, titles and hiding of the sections as the file does.
func (r *Resume) withOrder(d resume.Document) resume.Document {
	for _, s := range r.settings {
		d, _ = d.Set(resume.MetaAddress(s.Name), s.Value)
	}
	if !r.ordered {
		return d
	}
	var list []resume.Value
	for _, s := range r.sections {
		v := resume.Struct(resume.Member{Name: "id", Value: resume.Text(s.key)})
		if s.title != "" && s.title != resume.SectionTitle(s.key) {
			v = v.With("title", resume.Text(s.title))
		}
		if s.hidden {
			v = v.With("hidden", resume.Flag(true))
		}
		list = append(list, v)
	}
	d, _ = d.Set(resume.MetaAddress(resume.MetaSections), resume.List(list...))
	return d
}

// taken are the texts in the document's fields.
func (r *Resume) taken(d resume.Document) []taking.Taken {
	unsure := map[resume.Address]float64{}
	for _, u := range r.doubts {
		at := resume.Basics
		if u.section != nil {
			at = resume.Root.Child(u.section.key).Item(u.item)
		}
		for part := range strings.SplitSeq(u.field, "/") {
			at = at.Child(part)
		}
		unsure[at] = u.sure
	}
	t := taker{unsure: unsure}
	for _, m := range d.Root().Members() {
		if m.Name != "meta" && m.Name != "$schema" && !strings.HasPrefix(m.Name, "x-") {
			t.walk(m.Value, resume.Root.Child(m.Name), 1)
		}
	}
	return t.taken
}

type taker struct {
	unsure map[resume.Address]float64
	taken  []taking.Taken
}

func (t *taker) walk(v resume.Value, at resume.Address, sure float64) {
	if s, ok := t.unsure[at]; ok {
		sure = s
	}
	switch v.Kind() {
	case resume.String:
		if _, ok := resume.FieldAt(at); ok && v.Str() != "" {
			t.taken = append(t.taken, taking.Taken{Address: at, Text: resume.Plain(v.Str()), Confidence: sure})
		}
	case resume.Array:
		for i, item := range v.Items() {
			t.walk(item, at.Item(i), sure)
		}
	case resume.Object:
		for _, m := range v.Members() {
			t.walk(m.Value, at.Child(m.Name), sure)
		}
	}
}

func blank(v resume.Value) bool {
	return v.IsNull() || v.Len() == 0 && strings.TrimSpace(v.Raw()) == ""
}

// line is a text without space around it.
func line(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")) }

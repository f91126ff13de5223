package resume

import (
	"slices"
	"strconv"
	"strings"
)

// Printed says what pages show of a resume where that is not the resume's to say.
type Printed struct {
	Photo     string // the photo as it is printed, a data: URI; "" for none
	YearsOnly bool   // dates are printed as years
	// Setting reports whether designs have a setting of that name; nil for none.
	Setting func(key string) bool
}

// Public is the resume as its pages tell it, for someone who has them: what is
// printed, where its links lead, and how it is set. Nothing else of the document
// is in it, known to ResuMax or not: the street, ids, notes, what is hidden,
// days of dates. It is made of what is known to be printed, so that a member
// nobody thought of is not in it. Typeset again, it gives the same pages.
func (d Document) Public(p Printed) Document {
	public, _ := d.public(p)
	return public
}

// public is Public, and where its items are in d.
func (d Document) public(p Printed) (public Document, from map[Address]Address) {
	root := d.Root()
	out := publisher{printed: p, renamed: map[string]string{}, wording: wordingOf(root), from: map[Address]Address{}}
	sections := readSections(root)
	members := []Member{{"basics", out.basics(root, sections)}}
	for _, s := range sections {
		if s.Hidden || s.Key == SummaryKey {
			continue
		}
		if list, places := out.section(root, s); list.Len() > 0 {
			key := out.key(s, root)
			members = append(members, Member{key, list})
			for i, at := range places {
				out.from[Root.Child(key).Item(i)] = at
			}
		}
	}
	if meta := out.looks(root, sections, members); meta.Len() > 0 {
		members = append(members, Member{"meta", Struct(Member{"resumax", meta})})
	}
	return NewDocument(Struct(members...)), out.from
}

type publisher struct {
	printed Printed
	wording *Wording
	renamed map[string]string // custom sections' keys, and those they go out by
	from    map[Address]Address
}

// key is the name that a section goes out by. A custom section's is made of its
// heading: the key may be an older name, which the page does not show.
func (p *publisher) key(s Section, root Value) string {
	if !s.Custom {
		return s.Key
	}
	base := memberName(s.Title)
	key := base
	for n := 2; schemaOf(key) != nil || notSections[key] || key == SummaryKey || p.taken(key); n++ {
		key = base + strconv.Itoa(n)
	}
	p.renamed[s.Key] = key
	return key
}

func (p *publisher) taken(key string) bool {
	for _, k := range p.renamed {
		if k == key {
			return true
		}
	}
	return false
}

// unprinted are the members of basics and its parts that no page shows.
var unprinted = map[string]bool{"address": true, "postalCode": true}

func (p *publisher) basics(root Value, sections []Section) Value {
	v, _ := root.Get("basics")
	basics := p.fields(objectAt(v, Basics)).Without("image")
	if p.printed.Photo != "" { // not the file that it was made from, which shows more
		basics = basics.withMember("image", Text(p.printed.Photo), memberOrder(Basics))
	}
	if slices.ContainsFunc(sections, func(s Section) bool { return s.Key == SummaryKey && s.Hidden }) {
		basics = basics.Without("summary")
	}
	if place := p.place(v); place.Len() > 0 {
		basics = basics.With("location", place)
	}
	list, _ := v.Get("profiles")
	var profiles []Value
	for i, item := range list.Items() {
		o := objectAt(item, Profiles.Item(i))
		if item.Kind() == Object && !o.item().Hidden {
			profiles = append(profiles, printedProfile(p.fields(o)))
		}
	}
	if len(profiles) > 0 {
		basics = basics.With("profiles", List(profiles...))
	}
	return basics
}

func (p *publisher) place(basics Value) Value {
	v, _ := basics.Get("location")
	if v.Kind() == String {
		return Struct(Member{"city", Text(clean(v.Str()))})
	}
	return p.fields(objectAt(v, Location))
}

// printedProfile is a profile as the page shows it: its address, and of its network
// and user name what the address says too; or these, and where they lead.
func printedProfile(v Value) Value {
	text := func(name string) string { m, _ := v.Get(name); return m.Str() }
	p := Profile{Network: text("network"), Username: text("username"), URL: text("url")}
	if !p.ShowsAddress() {
		if p.Username == "" || !PrintsAsLink(p.URL) {
			v = v.Without("url")
		}
		return v
	}
	for _, name := range []string{"network", "username"} {
		if !containsFold(p.URL, text(name)) {
			v = v.Without(name)
		}
	}
	return v
}

// fields is an object with the fields that its schema knows, under their own
// names and as they are read, and nothing else.
func (p *publisher) fields(o object) Value {
	var members []Member
	for _, f := range fieldsAt(o.at) {
		if unprinted[f.Name] {
			continue
		}
		var v Value
		switch {
		case f.Shape.IsList():
			v = p.lines(o.lines(f.Name), f, o.at)
		case f.Shape == DateLine:
			v = Text(p.date(o.date(f.Name)))
		default:
			v = Text(asPrinted(o.str(f.Name), f, o.at))
		}
		if v.Raw() != "" || v.Len() > 0 {
			members = append(members, Member{f.Name, v})
		}
	}
	return Struct(members...)
}

func (p *publisher) lines(lines []TextLine, f Field, at Address) Value {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = asPrinted(l.Text, f, at)
	}
	return Texts(texts...)
}

// date is a date as far as pages show it: no days, and no months where there are
// years only.
func (p *publisher) date(d Date) string {
	if !d.Understood() {
		return d.Text
	}
	d.Day = 0
	if p.printed.YearsOnly {
		d.Month = 0
	}
	return d.ISO()
}

// linkedBy is the field that a section's entries show as a link to their url,
// which is not printed otherwise.
var linkedBy = map[string]string{"work": "name", "education": "institution", "certificates": "name",
	"publications": "name", "volunteer": "organization"}

// onlyBeside are fields that are printed only together with another one.
var onlyBeside = map[string][2]string{"skills": {"level", "name"}, "languages": {"fluency", "language"}}

// section is what is printed of a section, and where its items are.
func (p *publisher) section(root Value, s Section) (Value, []Address) {
	list, _ := sectionMember(root, s.Key)
	var items []Value
	var places []Address
	for i, item := range list.Items() {
		o := objectAt(item, s.Address.Item(i))
		if item.Kind() != Object || o.item().Hidden {
			continue
		}
		v := p.fields(o)
		if by, ok := linkedBy[s.Key]; ok {
			url, _ := v.Get("url")
			if name, _ := v.Get(by); name.Str() == "" || !PrintsAsLink(url.Str()) {
				v = v.Without("url")
			}
		}
		if pair, ok := onlyBeside[s.Key]; ok {
			if other, _ := v.Get(pair[1]); other.Str() == "" {
				v = v.Without(pair[0])
			}
		}
		if v.Len() == 0 {
			continue // it shows nothing
		}
		if s.Key == "work" && o.separate() {
			v = v.With(SeparateName, Flag(true))
		}
		items, places = append(items, v), append(places, s.Address.Item(i))
	}
	return List(items...), places
}

// looks are the settings that say how the resume is set: of the table of
// meta.resumax what is about looks, each in its own shape.
func (p *publisher) looks(root Value, sections []Section, printed []Member) Value {
	own := ownMeta(root)
	var members []Member
	for _, m := range own.Members() {
		row := metaMember(m.Name)
		if row == nil || !row.Looks || row.Kind != m.Value.Kind() {
			continue
		}
		if m.Name == MetaSections {
			m.Value = p.sectionRows(sections, printed)
		}
		if m.Name == MetaSettings {
			m.Value = p.settings(m.Value)
		}
		members = append(members, m)
	}
	return Struct(members...)
}

// settings are what the resume says over designs, as far as designs know of it.
func (p *publisher) settings(designs Value) Value {
	var kept []Member
	for _, d := range designs.Members() {
		if tables := p.tables("", d.Value); tables.Kind() == Object && tables.Len() > 0 {
			kept = append(kept, Member{d.Name, tables})
		}
	}
	return Struct(kept...)
}

// tables are the settings below a key, null for none.
func (p *publisher) tables(key string, v Value) Value {
	if v.Kind() != Object {
		if p.printed.Setting == nil || !p.printed.Setting(key) {
			return Value{}
		}
		return v
	}
	var kept []Member
	for _, m := range v.Members() {
		below := m.Name
		if key != "" {
			below = key + "." + m.Name
		}
		if s := p.tables(below, m.Value); !s.IsNull() && (s.Kind() != Object || s.Len() > 0) {
			kept = append(kept, Member{m.Name, s})
		}
	}
	return Struct(kept...)
}

// sectionRows are the order and the headings of the sections that are printed.
func (p *publisher) sectionRows(sections []Section, printed []Member) Value {
	var rows []Value
	for _, s := range sections {
		key := s.Key
		if k, ok := p.renamed[key]; ok {
			key = k
		}
		shown := slices.ContainsFunc(printed, func(m Member) bool { return m.Name == key })
		if s.Key == SummaryKey {
			summary, _ := printed[0].Value.Get("summary")
			shown = summary.Str() != ""
		}
		if s.Hidden || s.Custom && !shown {
			continue
		}
		row := Struct(Member{"id", Text(key)}) // an empty standard section keeps its place
		if shown && s.Title != p.wording.Title(key) {
			row = row.With("title", Text(s.Title))
		}
		rows = append(rows, row)
	}
	return List(rows...)
}

// PrintsAsLink reports whether an address becomes a link on a page: one of the
// web or of a mailbox. Nothing else is wanted of a printed page, and a viewer may
// do anything with other schemes.
func PrintsAsLink(url string) bool {
	link, _ := Link(url)
	scheme, _, _ := strings.Cut(link, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// asPrinted is a field's text without addresses of links that the page does not
// lead to. In most fields marks are printed as they are, and nothing is hidden.
func asPrinted(text string, f Field, at Address) string {
	if !strings.Contains(text, "](") || !hasMarks(f, at) {
		return text
	}
	return withPrintedLinks(text)
}

// hasMarks reports whether pages read a field of the object at a for inline marks.
func hasMarks(f Field, at Address) bool {
	custom := len(at.Tokens()) == 2 && schemaOf(at.Parent().Last()) == nil
	return f.Shape == Prose || f.Shape == Bullets && f.Name != "courses" || custom && f.Name == "description"
}

// withPrintedLinks is a text with inline marks, without addresses of links that
// the page does not lead to. Only the words of such a text are kept, not how
// they are set.
func withPrintedLinks(source string) string {
	spans := Spans(source)
	if !slices.ContainsFunc(spans, func(s Span) bool { return s.Link != "" && !PrintsAsLink(s.Link) }) {
		return source
	}
	var b strings.Builder
	for _, s := range spans {
		text := inlineEscaper.Replace(s.Text)
		if PrintsAsLink(s.Link) {
			text = "[" + text + "](" + s.Link + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}

var inlineEscaper = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `[`, `\[`, `]`, `\]`, `(`, `\(`, `)`, `\)`)

// Exported is the document as it goes out as JSON for its owner's use elsewhere:
// all of it, also what is hidden and what other programs put there, but for what
// stays with the project, as the table of meta.resumax says, and the ids of texts,
// which only that refers to.
func (d Document) Exported() Document {
	d = d.eachItemAs(func(_ Address, item Value) Value { return withoutTextIDs(item) }).Without(SettingsAside)
	own, ok := d.Get(Settings)
	if ok && own.Kind() != Object {
		d = d.Without(Settings)
	}
	for _, m := range own.Members() {
		if row := metaMember(m.Name); row == nil || !row.Exported {
			d = d.Without(MetaAddress(m.Name))
		}
	}
	return d
}

func containsFold(text, part string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(part))
}

package resume

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Resume is the typed reading of a [Document]. Every item knows its address.
// It is plain data: reading it never changes the document.
type Resume struct {
	Basics       BasicsInfo
	Work         []Work
	Projects     []Project
	Skills       []Skill
	Education    []Education
	Certificates []Certificate
	Publications []Publication
	Awards       []Award
	Volunteer    []Volunteer
	Languages    []Language
	Interests    []Interest
	References   []Reference
	Custom       []CustomSection
	Sections     []Section // all of them, in the order in which they are shown
	Meta         Meta
}

// Item is what every item of a section has.
type Item struct {
	Address Address
	ID      ID   // the name a variant knows it by, "" until it has one
	Hidden  bool // not printed and not scored
}

// TextLine is one text of a list, such as a bullet.
type TextLine struct {
	Address Address
	Text    string // with inline marks
}

// BasicsInfo is who the resume is about.
type BasicsInfo struct {
	Name, Label, Image, Email, Phone, URL, Summary string

	Location Place
	Profiles []Profile
}

// Place is where someone lives.
type Place struct {
	Address, PostalCode, City, CountryCode, Region string
}

// Profile is an account in a network such as GitHub or LinkedIn.
type Profile struct {
	Item
	Network, Username, URL string
}

// Work is a position held at an employer.
type Work struct {
	Item
	Name, Position, Location, Description, URL, Summary string

	Start, End Date
	Highlights []TextLine
	Keywords   []TextLine // not JSON Resume's; many files have them
	Separate   bool       // not grouped with the position before it, be it at the same employer
}

// SameEmployer reports whether two positions are at one employer.
func (w *Work) SameEmployer(other *Work) bool {
	name := strings.TrimSpace(w.Name)
	return name != "" && strings.EqualFold(name, strings.TrimSpace(other.Name))
}

// Project is a piece of work outside or across employments.
type Project struct {
	Item
	Name, Entity, Type, Description, URL string

	Start, End Date
	Highlights []TextLine
	Keywords   []TextLine
	Roles      []TextLine
}

// Skill is a named group of skills.
type Skill struct {
	Item
	Name, Level string

	Keywords []TextLine
}

// Education is a degree or a course of study.
type Education struct {
	Item
	Institution, Area, StudyType, Score, URL string

	Start, End Date
	Courses    []TextLine
}

// Certificate is a proof of qualification.
type Certificate struct {
	Item
	Name, Issuer, URL string

	Date Date
}

// Publication is a published text.
type Publication struct {
	Item
	Name, Publisher, URL, Summary string

	Date Date // JSON Resume's releaseDate
}

// Award is a prize or a distinction.
type Award struct {
	Item
	Title, Awarder, Summary string

	Date Date
}

// Volunteer is unpaid work.
type Volunteer struct {
	Item
	Organization, Position, URL, Summary string

	Start, End Date
	Highlights []TextLine
}

// Language is a spoken language.
type Language struct {
	Item
	Language, Fluency string
}

// Interest is a leisure interest.
type Interest struct {
	Item
	Name string

	Keywords []TextLine
}

// Reference is what someone says about the person.
type Reference struct {
	Item
	Name, Reference string
}

// CustomSection is a top-level list of objects that JSON Resume does not know.
type CustomSection struct {
	Key   string
	Items []CustomItem
}

// CustomItem is one entry of a custom section.
type CustomItem struct {
	Item
	Name, Position, Organization, Description, Location, Number, URL, Summary string

	Date       Date // of an event, beside a start and an end
	Start, End Date
	Highlights []TextLine
	Keywords   []TextLine
}

// Resume reads the document. It never fails: what has the wrong shape is read
// as text where it can be and left out where not.
func (d Document) Resume() *Resume { return d.ResumeAfter(Document{}, &Resume{}) }

// ResumeAfter is Resume, with the entries that another document shares taken from what
// was read of that: after an edit little is read anew. A section that is shared as a
// whole is the same list in memory.
func (d Document) ResumeAfter(before Document, read *Resume) *Resume {
	root := d.Root()
	s := rereading{topLevelOf(root), topLevelOf(before.Root())}
	r := &Resume{Basics: readBasics(root)}
	r.Work = readItems(s, "work", read.Work, func(o object) Work {
		return Work{o.item(), o.str("name"), o.str("position"), o.str("location"), o.str("description"),
			o.str("url"), o.str("summary"), o.start(), o.end(), o.lines("highlights"), o.lines("keywords"), o.separate()}
	})
	r.Projects = readItems(s, "projects", read.Projects, func(o object) Project {
		return Project{o.item(), o.str("name"), o.str("entity"), o.str("type"), o.str("description"),
			o.str("url"), o.start(), o.end(), o.lines("highlights"), o.lines("keywords"), o.lines("roles")}
	})
	r.Skills = readItems(s, "skills", read.Skills, func(o object) Skill {
		return Skill{o.item(), o.str("name"), o.str("level"), o.lines("keywords")}
	})
	r.Education = readItems(s, "education", read.Education, func(o object) Education {
		return Education{o.item(), o.str("institution"), o.str("area"), o.str("studyType"),
			o.str("score"), o.str("url"), o.start(), o.end(), o.lines("courses")}
	})
	r.Certificates = readItems(s, "certificates", read.Certificates, func(o object) Certificate {
		return Certificate{o.item(), o.str("name"), o.str("issuer"), o.str("url"), o.date("date")}
	})
	r.Publications = readItems(s, "publications", read.Publications, func(o object) Publication {
		return Publication{o.item(), o.str("name"), o.str("publisher"), o.str("url"),
			o.str("summary"), o.date("releaseDate")}
	})
	r.Awards = readItems(s, "awards", read.Awards, func(o object) Award {
		return Award{o.item(), o.str("title"), o.str("awarder"), o.str("summary"), o.date("date")}
	})
	r.Volunteer = readItems(s, "volunteer", read.Volunteer, func(o object) Volunteer {
		return Volunteer{o.item(), o.str("organization"), o.str("position"), o.str("url"),
			o.str("summary"), o.start(), o.end(), o.lines("highlights")}
	})
	r.Languages = readItems(s, "languages", read.Languages, func(o object) Language {
		return Language{o.item(), o.str("language"), o.str("fluency")}
	})
	r.Interests = readItems(s, "interests", read.Interests, func(o object) Interest {
		return Interest{o.item(), o.str("name"), o.lines("keywords")}
	})
	r.References = readItems(s, "references", read.References, func(o object) Reference {
		return Reference{o.item(), o.str("name"), o.str("reference")}
	})
	for i, key := range customKeys(root) {
		var known []CustomItem
		if i < len(read.Custom) && read.Custom[i].Key == key {
			known = read.Custom[i].Items
		}
		r.Custom = append(r.Custom, CustomSection{key, readItems(s, key, known, func(o object) CustomItem {
			return CustomItem{o.item(), o.str("name"), o.str("position"), o.str("organization"), o.str("description"), o.str("location"),
				o.str("number"), o.str("url"), o.str("summary"), o.date("date"), o.start(), o.end(), o.lines("highlights"), o.lines("keywords")}
		})})
	}
	r.Meta = readMeta(root)
	r.Sections = readSections(root)
	return r
}

func readBasics(root Value) BasicsInfo {
	v, _ := root.Get("basics")
	o := objectAt(v, Basics)
	b := BasicsInfo{Name: o.str("name"), Label: o.str("label"), Image: o.str("image"), Email: o.str("email"),
		Phone: o.str("phone"), URL: o.str("url"), Summary: o.str("summary")}
	place, _ := v.Get("location")
	l := objectAt(place, Location)
	b.Location = Place{l.str("address"), l.str("postalCode"), l.str("city"), l.str("countryCode"), l.str("region")}
	if place.kind == String { // some tools write one text
		b.Location.City = strings.TrimSpace(place.text)
	}
	profiles, _ := v.Get("profiles")
	for i, p := range profiles.items {
		o := objectAt(p, Profiles.Item(i))
		if p.kind == Object {
			b.Profiles = append(b.Profiles, Profile{o.item(), o.str("network"), o.str("username"), o.str("url")})
		}
	}
	return b
}

// Postal is the place as the sender's address of a letter: street, then postal code and town,
// "Lindenweg 5, 34117 Kassel". Without a street and a postal code it is [Place.String].
func (p Place) Postal() string {
	street, code, city := strings.TrimSpace(p.Address), strings.TrimSpace(p.PostalCode), strings.TrimSpace(p.City)
	if street == "" && code == "" {
		return p.String()
	}
	parts := []string{street, strings.TrimSpace(code + " " + city)}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}

// Place is the city and what tells it from others of its name, as a resume
// prints it.
func (p Place) String() string {
	parts := make([]string, 0, 3)
	region := p.Region
	if strings.EqualFold(region, p.City) {
		region = "" // Berlin, Berlin
	}
	for _, s := range []string{p.City, region, p.CountryCode} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// object reads members of one JSON object.
type object struct {
	v      Value
	at     Address
	fields []Field // of such objects; nil where none of them has an older name
}

func objectAt(v Value, at Address) object { return objectWith(v, at, fieldsAt(at)) }

func objectWith(v Value, at Address, fields []Field) object {
	names := namesOf(fields)
	for i := range v.members {
		if f := names[v.members[i].Name]; f != nil && f.Name != v.members[i].Name {
			return object{v, at, fields}
		}
	}
	return object{v, at, nil}
}

// get is a member's value under its own name or an older one.
func (o object) get(name string) Value {
	if o.fields == nil {
		v, _ := o.v.Get(name)
		return v
	}
	v, _, _ := memberOf(o.v, o.fields, name)
	return v
}

func (o object) item() Item {
	id, _ := o.v.Get("id")
	hidden, _ := o.v.Get("hidden")
	return Item{o.at, ID(id.Str()), hidden.True()}
}

func (o object) separate() bool {
	v, _ := o.v.Get(SeparateName)
	return v.True()
}

// str reads a text. Numbers are texts too, since files hold postal codes and
// phone numbers as such.
func (o object) str(name string) string {
	v := o.get(name)
	if v.kind == String || v.kind == Number {
		return strings.TrimSpace(clean(v.text))
	}
	return ""
}

func (o object) date(name string) Date {
	s := o.str(name)
	if s == "" || IsPresent(s) {
		return Date{}
	}
	d, _ := parseDate(s, name == "endDate")
	return d
}

// start is when an entry began; one text may say both that and its end.
func (o object) start() Date {
	d := o.date("startDate")
	if !d.Understood() && d.Text != "" && o.str("endDate") == "" {
		if start, _, ok := ParsePeriod(d.Text); ok {
			return start
		}
	}
	return d
}

func (o object) end() Date {
	d := o.date("endDate")
	if !d.IsZero() {
		return d
	}
	s := o.str("startDate")
	if _, iso := parseISO(s); iso || s == "" || o.str("endDate") != "" {
		return d
	}
	_, d, _ = ParsePeriod(s)
	return d
}

// lines reads a list of texts, without those that are hidden. One text alone is read
// as a list of its lines.
func (o object) lines(name string) []TextLine {
	v := o.get(name)
	switch v.kind {
	case String:
		at := o.at.Child(name)
		if s := strings.TrimSpace(clean(v.text)); s != "" {
			return []TextLine{{at, s}}
		}
	case Array:
		at := o.at.Child(name)
		lines := make([]TextLine, 0, len(v.items))
		hidden := hiddenTexts(o.v, name, v)
		for i, e := range v.items {
			if hidden != nil && hidden[i] {
				continue
			}
			if e.kind == String || e.kind == Number {
				lines = append(lines, TextLine{at.Item(i), strings.TrimSpace(clean(e.text))})
			}
		}
		return lines
	}
	return nil
}

// topLevel finds the members of a document that has many.
type topLevel struct {
	root Value
	at   map[string]int // nil where there are few
}

func topLevelOf(root Value) topLevel {
	const few = 32
	t := topLevel{root: root}
	if len(root.members) > few {
		t.at = make(map[string]int, len(root.members))
		for i, m := range root.members {
			if _, twice := t.at[m.Name]; !twice {
				t.at[m.Name] = i
			}
		}
	}
	return t
}

func (t topLevel) get(name string) (Value, bool) {
	if t.at == nil {
		return t.root.Get(name)
	}
	i, ok := t.at[name]
	if !ok {
		return Value{}, false
	}
	return t.root.members[i].Value, true
}

// section finds a section's list and the name it stands under.
func (t topLevel) section(key string) (Value, string) {
	if v, ok := t.get(key); ok {
		return v, key
	}
	for _, old := range legacySections {
		if old.section == key {
			if v, ok := t.get(old.name); ok {
				return v, old.name
			}
		}
	}
	return Value{}, key
}

func sectionMember(root Value, key string) (Value, string) { return topLevel{root: root}.section(key) }

// rereading is a document that is read, and one that was.
type rereading struct{ now, before topLevel }

// readItems reads a section's entries. Those that the document before has in the same
// place are taken from what was read of it.
func readItems[T any](s rereading, key string, known []T, read func(object) T) []T {
	list, name := s.now.section(key)
	old, oldName := s.before.section(key)
	if len(known) != len(old.items) || oldName != name {
		known, old.items = nil, nil // some are no entries
	}
	if len(known) > 0 && shared(list, old) {
		return known
	}
	if len(list.items) == 0 {
		return nil
	}
	at := Root.Child(name)
	fields := fieldsAt(at.Item(0)) // the same for all
	all := make([]T, 0, len(list.items))
	for i, v := range list.items {
		switch {
		case v.kind != Object:
		case i < len(known) && shared(v, old.items[i]):
			all = append(all, known[i])
		default:
			all = append(all, read(objectWith(v, at.Item(i), fields)))
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// Link is the address that a web address typed without its scheme leads to,
// and false if text is no address of the web or of mail.
func Link(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text, " \t\n<>\"") {
		return "", false
	}
	u, err := url.Parse(text)
	if err == nil && u.Scheme != "" && (u.Host != "" || u.Scheme == "mailto" && u.Opaque != "") {
		return text, true
	}
	rest := strings.TrimPrefix(text, "//")
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	host, _, _ := strings.Cut(rest[:end], ":")
	if !isHost(host) {
		return "", false
	}
	if u, err = url.Parse("https://" + rest); err != nil || u.Host == "" {
		return "", false
	}
	return "https://" + rest, true
}

// isHost reports whether a text is the name of a host: labels with a top-level
// domain of letters last. A name alone that ends as files do is a file's.
func isHost(text string) bool {
	labels := strings.Split(strings.ToLower(strings.TrimSuffix(text, ".")), ".")
	top := labels[len(labels)-1]
	if len(labels) < 2 || utf8.RuneCountInString(top) < 2 || !strings.HasPrefix(top, "xn--") && strings.IndexFunc(top, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) >= 0 {
		return false
	}
	if fileEndings[top] {
		return false
	}
	return !slices.ContainsFunc(labels, func(label string) bool {
		return label == "" || strings.HasPrefix(label, "-") || strings.IndexFunc(label, func(r rune) bool {
			return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
		}) >= 0
	})
}

// fileEndings are endings of file names that are no top-level domains.
var fileEndings = func() map[string]bool {
	all := map[string]bool{}
	for _, e := range strings.Fields("html htm xhtml php asp aspx jsp css js mjs ts tsx jsx json xml yaml yml toml txt rtf pdf doc docx odt xls xlsx csv ppt pptx " +
		"tex bib png jpg jpeg gif svg webp bmp tif tiff ico mp3 mp4 avi wav gz tar rar exe dll jar java cpp hpp go rb bak tmp log conf ini sql db lock") {
		all[e] = true
	}
	return all
}()

// ShowsAddress reports whether pages show the profile's address, rather than its
// network and user name: where there is one that leads to the profile itself.
func (p Profile) ShowsAddress() bool {
	return strings.TrimSpace(p.URL) != "" && (p.Username == "" || !p.NamesOnlyHost())
}

// NamesOnlyHost reports whether the profile's address leads to the network and not
// to the user.
func (p Profile) NamesOnlyHost() bool {
	link, ok := Link(p.URL)
	if !ok {
		return false
	}
	u, err := url.Parse(link)
	if err != nil || u.Host == "" || strings.Trim(u.Path, "/") != "" {
		return false
	}
	user, _, _ := strings.Cut(strings.ToLower(strings.TrimPrefix(p.Username, "@")), "@")
	return user == "" || !strings.Contains(strings.ToLower(u.Host+"?"+u.RawQuery+u.Fragment), user)
}

package resume

import "slices"

// Shape says what a field holds and how it is edited.
type Shape uint8

// The shapes of a resume's fields.
const (
	Line      Shape = iota // one line of text
	Prose                  // a paragraph, inline marks allowed
	DateLine               // a partial date
	URLLine                // a web address
	EmailLine              // an e-mail address
	PhoneLine              // a telephone number
	Bullets                // a list of sentences, inline marks allowed
	Words                  // a list of short terms
)

// IsList reports whether a field of this shape is a JSON array of strings.
func (s Shape) IsList() bool { return s == Bullets || s == Words }

// Field describes one member of a section's item.
type Field struct {
	Name    string   // JSON Resume's name of it
	Label   string   // what the editor calls it
	Example string   // what a filled one looks like
	Shape   Shape    //
	Legacy  []string // names that older files and other tools use for it
}

// Kind of a section: the standard ones have fixed fields; every other
// top-level array of objects is a custom section with [CustomFields].
type sectionSchema struct {
	key    string
	title  string
	item   string // what one item is called
	fields []Field
}

func dates(start, end string) []Field {
	return []Field{
		{"startDate", "Start", start, DateLine, []string{"startDateText"}},
		{"endDate", "End", end, DateLine, []string{"endDateText"}},
	}
}

func urlField(label, example string) Field {
	return Field{"url", label, example, URLLine, []string{"website", "urlText"}}
}

// basicsFields are the members of basics that are plain fields.
var basicsFields = []Field{
	{"name", "Name", "Jane Doe", Line, nil},
	{"label", "Headline", "Backend Engineer", Line, nil},
	{"image", "Photo", "", Line, []string{"picture"}},
	{"email", "E-mail", "jane@example.org", EmailLine, []string{"emailText"}},
	{"phone", "Phone", "+49 30 5550 0123", PhoneLine, nil},
	urlField("Website", "janedoe.example.org"),
	{"summary", "Summary", "Who you are, the scale you have worked at, what you want next.", Prose, nil},
}

var locationFields = []Field{
	{"address", "Street", "", Line, nil},
	{"postalCode", "Postal code", "10115", Line, nil},
	{"city", "City", "Berlin", Line, nil},
	{"countryCode", "Country", "DE", Line, nil},
	{"region", "Region", "Berlin", Line, []string{"state"}},
}

var profileFields = []Field{
	{"network", "Network", "GitHub", Line, nil},
	{"username", "User name", "janedoe", Line, nil},
	urlField("Address", "github.com/janedoe"),
}

// standard are JSON Resume's sections in the order in which a new document
// shows them.
var standard = []sectionSchema{
	{"work", "Experience", "position", slices.Concat([]Field{
		{"name", "Employer", "Acme Payments", Line, []string{"company"}},
		{"position", "Title", "Backend Engineer", Line, nil},
		{"location", "Place", "Berlin", Line, nil},
	}, dates("Mar 2021", "present"), []Field{
		{"description", "About the employer", "Payments for 12,000 shops", Line, nil},
		urlField("Website", "acme.example.org"),
		{"summary", "Summary", "One sentence on the role, if the bullets need it.", Prose, nil},
		{"highlights", "Bullets", "Cut p95 checkout latency from 900 ms to 120 ms by sharding orders by tenant.", Bullets, nil},
	})},
	{"projects", "Projects", "project", slices.Concat([]Field{
		{"name", "Project", "Rate limiter for Redis", Line, nil},
		{"entity", "For", "Open source", Line, nil},
	}, dates("2022", "2023"), []Field{
		urlField("Website", "github.com/janedoe/limiter"),
		{"type", "Kind", "library", Line, nil},
		{"roles", "Roles", "maintainer", Words, nil},
		{"description", "Summary", "What it does and for whom.", Prose, []string{"summary"}},
		{"highlights", "Bullets", "Reached 2,100 stars and 40 contributors.", Bullets, nil},
		{"keywords", "Keywords", "Go, Redis, Lua", Words, nil},
	})},
	{"skills", "Skills", "group", []Field{
		{"name", "Group", "Languages", Line, nil},
		{"level", "Level", "", Line, nil},
		{"keywords", "Skills", "Go, Java, SQL", Words, nil},
	}},
	{"education", "Education", "degree", slices.Concat([]Field{
		{"institution", "School", "Technical University of Exampleton", Line, nil},
		{"area", "Subject", "Computer Science", Line, nil},
		{"studyType", "Degree", "MSc", Line, nil},
	}, dates("2013", "2016"), []Field{
		{"score", "Grade", "1.3", Line, []string{"gpa"}},
		urlField("Website", "exampleton.example.org"),
		{"courses", "Courses", "Distributed Systems", Bullets, nil},
	})},
	{"certificates", "Certificates", "certificate", []Field{
		{"name", "Certificate", "AWS Solutions Architect – Associate", Line, []string{"title"}},
		{"issuer", "Issuer", "Amazon Web Services", Line, nil},
		{"date", "Date", "May 2023", DateLine, []string{"dateText"}},
		urlField("Website", ""),
	}},
	{"publications", "Publications", "publication", []Field{
		{"name", "Title", "Exactly-once, mostly", Line, nil},
		{"publisher", "Publisher", "Journal of Example Systems", Line, nil},
		{"releaseDate", "Date", "2022", DateLine, []string{"releaseDateText"}},
		urlField("Website", ""),
		{"summary", "Summary", "", Prose, nil},
	}},
	{"awards", "Awards", "award", []Field{
		{"title", "Award", "Engineer of the year", Line, nil},
		{"awarder", "From", "Acme Payments", Line, nil},
		{"date", "Date", "2022", DateLine, []string{"dateText"}},
		{"summary", "Summary", "", Prose, nil},
	}},
	{"volunteer", "Volunteering", "engagement", slices.Concat([]Field{
		{"organization", "Organisation", "Code for Exampleton", Line, nil},
		{"position", "Role", "Mentor", Line, nil},
	}, dates("2019", "2021"), []Field{
		urlField("Website", ""),
		{"summary", "Summary", "", Prose, nil},
		{"highlights", "Bullets", "Taught 60 pupils to write their first web page.", Bullets, nil},
	})},
	{"languages", "Languages", "language", []Field{
		{"language", "Language", "German", Line, []string{"name"}},
		{"fluency", "Fluency", "Native", Line, []string{"level"}},
	}},
	{"interests", "Interests", "interest", []Field{
		{"name", "Interest", "Climbing", Line, nil},
		{"keywords", "Details", "bouldering", Words, nil},
	}},
	{"references", "References", "reference", []Field{
		{"name", "Name", "Ada Example, head of engineering", Line, nil},
		{"reference", "What they say", "", Prose, nil},
	}},
}

var customFields = slices.Concat([]Field{
	{"name", "Title", "", Line, []string{"title", "label", "heading"}},
	{"description", "Subtitle", "", Line, []string{"subtitle", "organization", "publisher"}},
	{"location", "Place", "", Line, nil},
}, dates("2021", "2023"), []Field{
	urlField("Website", ""),
	{"summary", "Summary", "", Prose, []string{"text", "content"}},
	{"highlights", "Bullets", "", Bullets, nil},
	{"keywords", "Keywords", "", Words, nil},
})

// legacySections are top-level names that older files use for standard ones.
var legacySections = map[string]string{"certifications": "certificates"}

// notSections are top-level names that can never be a custom section.
var notSections = map[string]bool{"basics": true, "meta": true, "$schema": true}

// BasicsFields are the plain fields of the contact section and the summary.
func BasicsFields() []Field { return slices.Clone(basicsFields) }

// LocationFields are the fields of the place of living.
func LocationFields() []Field { return slices.Clone(locationFields) }

// ProfileFields are the fields of one profile in a social network.
func ProfileFields() []Field { return slices.Clone(profileFields) }

// Fields are the fields of an item of the section key, in the order in which
// an editor shows them; those of a custom section if key is no standard one.
func Fields(key string) []Field { return slices.Clone(fieldsOf(key)) }

func fieldsOf(key string) []Field {
	if s := schemaOf(key); s != nil {
		return s.fields
	}
	return customFields
}

func schemaOf(key string) *sectionSchema {
	if std, ok := legacySections[key]; ok {
		key = std
	}
	for i := range standard {
		if standard[i].key == key {
			return &standard[i]
		}
	}
	return nil
}

// fieldsAt are the fields of the object at a, nil where it has no schema.
func fieldsAt(a Address) []Field {
	t := a.Tokens()
	switch {
	case a == Basics:
		return basicsFields
	case a == Location:
		return locationFields
	case len(t) == 3 && a.Parent() == Profiles:
		return profileFields
	case len(t) == 2 && t[0] != "basics" && t[0] != "meta":
		return fieldsOf(t[0])
	}
	return nil
}

// FieldAt is the field that the address names, or whose list it lies in.
func FieldAt(a Address) (Field, bool) {
	if a.Index() >= 0 {
		a = a.Parent()
	}
	for _, f := range fieldsAt(a.Parent()) {
		if f.Name == a.Last() {
			return f, true
		}
	}
	return Field{}, false
}

// memberOrder is the order in which members of the object at a are written
// when they are new.
func memberOrder(a Address) []string {
	if a == Root {
		order := []string{"$schema", "basics"}
		for _, s := range standard {
			order = append(order, s.key)
		}
		return order // meta and everything unknown go last
	}
	var order []string
	for _, f := range fieldsAt(a) {
		order = append(order, f.Name)
	}
	if a == Basics {
		order = append(order, "location", "profiles")
	}
	return order
}

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

// sectionSchema is a section of JSON Resume. Every other top-level list of objects
// is a custom section, whose items have the fields customFields.
type sectionSchema struct {
	key    string
	title  string
	item   string // what one item is called
	fields []Field
}

func dates(start, end string) []Field {
	return []Field{
		{"startDate", "Start", start, DateLine, []string{"startDateText", "from", "start", "begin", "startYear", "start_date", "dateStart", "since"}},
		{"endDate", "End", end, DateLine, []string{"endDateText", "to", "end", "until", "endYear", "end_date", "dateEnd", "dates", "period", "dateRange", "timeframe", "years"}},
	}
}

// spell is dates of an entry that may have them in one member.
func spell(start, end string) []Field {
	fields := dates(start, end)
	fields[1].Legacy = append(fields[1].Legacy, "date", "year")
	return fields
}

// schooling is dates of what often has one alone, of its completion.
func schooling(start, end string) []Field {
	fields := spell(start, end)
	fields[1].Legacy = append(fields[1].Legacy, "graduationDate", "graduationYear", "graduation", "graduated", "completionDate")
	return fields
}

// day is the date of an event.
func day(name, example string, more ...string) Field {
	return Field{name, "Date", example, DateLine, append([]string{name + "Text", "year", "issued", "issueDate", "issuedOn", "dateAwarded", "awardedOn", "dateReceived", "published", "publishDate", "publicationDate", "completionDate", "when"}, more...)}
}

func urlField(label, example string) Field {
	return Field{"url", label, example, URLLine, []string{"website", "urlText", "link", "href", "homepage", "web", "uri", "site", "repo", "repository", "github"}}
}

// basicsFields are the members of basics that are plain fields.
var basicsFields = []Field{
	{"name", "Name", "Jane Doe", Line, []string{"fullName", "fullname", "full_name"}},
	{"label", "Headline", "Backend Engineer", Line, []string{"title", "headline", "jobTitle", "position", "profession", "role", "tagline"}},
	{"image", "Photo", "", Line, []string{"picture", "photo", "avatar"}},
	{"email", "Email", "jane@example.org", EmailLine, []string{"emailText", "mail", "emailAddress"}},
	{"phone", "Phone", "+49 30 5550 0123", PhoneLine, []string{"mobile", "telephone", "tel", "phoneNumber", "cell"}},
	{"url", "Website", "janedoe.example.org", URLLine, []string{"website", "urlText", "homepage", "web", "site", "blog", "portfolio"}},
	{"summary", "Summary", "Who you are, the scale you have worked at, what you want next.", Prose, []string{"objective", "about", "aboutMe", "bio", "description", "profile", "overview"}},
}

var locationFields = []Field{
	{"address", "Street", "", Line, []string{"street", "address1", "streetAddress", "line1"}},
	{"postalCode", "Postal code", "10115", Line, []string{"zip", "zipCode", "postcode", "postal"}},
	{"city", "City", "Berlin", Line, []string{"town", "locality", "cityName"}},
	{"countryCode", "Country", "DE", Line, []string{"country", "countryName"}},
	{"region", "Region", "Berlin", Line, []string{"state", "province", "county"}},
}

var profileFields = []Field{
	{"network", "Network", "GitHub", Line, []string{"name", "label", "title", "site", "platform", "service", "type"}},
	{"username", "Username", "janedoe", Line, []string{"user", "handle", "account", "userName"}},
	{"url", "URL", "github.com/janedoe", URLLine, []string{"website", "urlText", "link", "href", "uri", "value"}},
}

// standard are JSON Resume's sections in the order in which a new document
// shows them.
var standard = []sectionSchema{
	{"work", "Experience", "position", slices.Concat([]Field{
		{"name", "Employer", "Acme Payments", Line, []string{"company", "employer", "organization", "organisation", "companyName", "institution"}},
		{"position", "Title", "Backend Engineer", Line, []string{"title", "role", "jobTitle", "designation"}},
		{"location", "Location", "Berlin", Line, []string{"place", "city", "locationText"}},
	}, spell("Mar 2021", "Present"), []Field{
		{"description", "Employer description", "Payments for 12,000 shops", Line, nil},
		urlField("Website", "employer.example.org"),
		{"summary", "Summary", "One sentence on the role, if the bullets need it.", Prose, []string{"overview", "details"}},
		{"highlights", "Bullets", "Cut p95 checkout latency from 900 ms to 120 ms by sharding orders by tenant.", Bullets,
			[]string{"responsibilities", "achievements", "accomplishments", "bullets", "tasks", "duties", "points", "descriptionPoints"}},
		{"keywords", "Keywords", "Go, Redis, Kafka", Words, []string{"technologies", "tech", "techStack", "stack", "tools", "skills", "tags"}},
	})},
	{"projects", "Projects", "project", slices.Concat([]Field{
		{"name", "Project", "Rate limiter for Redis", Line, []string{"title"}},
		{"entity", "Organization", "Open source", Line, []string{"company", "client", "organization", "organisation"}},
	}, schooling("2022", "2023"), []Field{
		urlField("Website", "example.org/project"),
		{"type", "Type", "library", Line, []string{"category", "kind"}},
		{"roles", "Roles", "maintainer", Words, []string{"role", "position"}},
		{"description", "Summary", "What it does and for whom.", Prose, []string{"summary", "overview", "details", "text"}},
		{"highlights", "Bullets", "Reached 2,100 stars and 40 contributors.", Bullets, []string{"achievements", "accomplishments", "bullets", "points", "responsibilities"}},
		{"keywords", "Keywords", "Go, Redis, Lua", Words, []string{"technologies", "tech", "techStack", "stack", "tools", "skills", "languages", "tags"}},
	})},
	{"skills", "Skills", "group", []Field{
		{"name", "Group", "Languages", Line, []string{"title", "category", "group", "label", "area", "skill", "type"}},
		{"level", "Level", "", Line, []string{"proficiency"}},
		{"keywords", "Skills", "Go, Java, SQL", Words, []string{"skills", "items", "list", "tags", "technologies", "values", "details", "elements"}},
	}},
	{"education", "Education", "degree", slices.Concat([]Field{
		{"institution", "School", "Exampleton University", Line, []string{"school", "university", "college", "organization", "organisation", "name", "institute"}},
		{"area", "Field of study", "Computer Science", Line, []string{"major", "field", "fieldOfStudy", "subject", "discipline", "program", "programme", "specialization", "course"}},
		{"studyType", "Degree", "MSc", Line, []string{"degree", "qualification", "diploma", "title", "level"}},
	}, schooling("2013", "2016"), []Field{
		{"score", "GPA or grade", "3.8", Line, []string{"gpa", "grade", "cgpa", "result", "honors", "honours"}},
		urlField("Website", "university.example.org"),
		{"courses", "Courses", "Statistics", Bullets, []string{"coursework", "modules", "highlights", "relevantCoursework"}},
	})},
	{"certificates", "Certificates", "certificate", []Field{
		{"name", "Certificate", "AWS Solutions Architect – Associate", Line, []string{"title", "certificate", "certification"}},
		{"issuer", "Issuer", "Amazon Web Services", Line, []string{"authority", "organization", "organisation", "provider", "institution", "awarder", "by", "issuedBy", "issuing_organization"}},
		day("date", "May 2023"),
		urlField("Website", ""),
	}},
	{"publications", "Publications", "publication", []Field{
		{"name", "Title", "Title of the article", Line, []string{"title"}},
		{"publisher", "Publisher", "Example Journal", Line, []string{"journal", "venue", "conference", "publication", "organization"}},
		day("releaseDate", "2022", "date"),
		urlField("Website", ""),
		{"summary", "Summary", "", Prose, []string{"description", "abstract"}},
	}},
	{"awards", "Awards", "award", []Field{
		{"title", "Award", "Engineer of the year", Line, []string{"name", "award"}},
		{"awarder", "Issuer", "Acme Payments", Line, []string{"issuer", "organization", "organisation", "institution", "by", "from", "issuedBy"}},
		day("date", "2022"),
		{"summary", "Summary", "", Prose, []string{"description", "details"}},
	}},
	{"volunteer", "Volunteering", "engagement", slices.Concat([]Field{
		{"organization", "Organization", "Code for Exampleton", Line, []string{"organisation", "company", "name", "institution"}},
		{"position", "Role", "Mentor", Line, []string{"role", "title"}},
	}, spell("2019", "2021"), []Field{
		urlField("Website", ""),
		{"summary", "Summary", "", Prose, []string{"description", "details"}},
		{"highlights", "Bullets", "Taught 60 students to write their first web page.", Bullets, []string{"responsibilities", "achievements", "bullets", "points"}},
	})},
	{"languages", "Languages", "language", []Field{
		{"language", "Language", "German", Line, []string{"name", "title", "lang"}},
		{"fluency", "Fluency", "Native", Line, []string{"level", "proficiency", "fluencyLevel"}},
	}},
	{"interests", "Interests", "interest", []Field{
		{"name", "Interest", "Climbing", Line, []string{"title", "interest", "hobby"}},
		{"keywords", "Details", "bouldering", Words, []string{"details", "items", "list"}},
	}},
	{"references", "References", "reference", []Field{
		{"name", "Name", "Ada Example, former manager", Line, []string{"author", "person"}},
		{"reference", "Reference", "", Prose, []string{"text", "quote", "testimonial", "description", "summary"}},
	}},
}

var customFields = slices.Concat([]Field{
	{"name", "Title", "", Line, []string{"title", "label", "heading"}},
	{"position", "Role", "", Line, []string{"role", "jobTitle"}},
	{"organization", "Organization", "", Line, []string{"company", "organisation", "employer", "institution", "event", "conference", "venue", "publisher", "journal", "issuer", "awarder", "authority", "school", "client"}},
	{"description", "Subtitle", "", Line, []string{"subtitle"}},
	{"location", "Location", "", Line, []string{"place", "city", "state", "region", "country"}},
	day("date", "2022", "releaseDate"),
}, dates("2021", "2023"), []Field{
	{"number", "Number", "", Line, []string{"licenseNumber", "patentNumber", "registration", "no"}},
	urlField("Website", ""),
	{"summary", "Summary", "", Prose, []string{"text", "content", "abstract", "details"}},
	{"highlights", "Bullets", "", Bullets, []string{"responsibilities", "achievements", "bullets", "points"}},
	{"keywords", "Keywords", "", Words, []string{"technologies", "tags", "skills"}},
})

// legacySections are top-level names that older files and other tools use for
// standard sections; the first that is there serves.
var legacySections = []struct{ name, section string }{
	{"certifications", "certificates"}, {"experience", "work"}, {"workExperience", "work"}, {"employment", "work"}, {"jobs", "work"},
	{"volunteering", "volunteer"}, {"volunteerExperience", "volunteer"}, {"honors", "awards"}, {"hobbies", "interests"}, {"schools", "education"},
}

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

// standardKey is the key of the standard section that a top-level name means, the
// name itself where it means none.
func standardKey(name string) string {
	for _, old := range legacySections {
		if old.name == name {
			return old.section
		}
	}
	return name
}

func schemaOf(key string) *sectionSchema {
	key = standardKey(key)
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

// fieldNames are, of each list of fields, the names that mean one of them: its
// own, or an older one where no field has that for its own. Lists are told apart
// by their first field.
var fieldNames = func() map[*Field]map[string]*Field {
	all := map[*Field]map[string]*Field{}
	lists := [][]Field{basicsFields, locationFields, profileFields, customFields, metaFields}
	for _, s := range standard {
		lists = append(lists, s.fields)
	}
	for _, fields := range lists {
		names := map[string]*Field{}
		for i := range fields {
			names[fields[i].Name] = &fields[i]
		}
		for i := range fields {
			for _, old := range fields[i].Legacy {
				if names[old] == nil {
					names[old] = &fields[i]
				}
			}
		}
		all[&fields[0]] = names
	}
	return all
}()

// namesOf are the names that mean one of the fields.
func namesOf(fields []Field) map[string]*Field {
	if len(fields) == 0 {
		return nil
	}
	return fieldNames[&fields[0]]
}

// fieldNamed is the field that a member's name means, be it an older one.
func fieldNamed(fields []Field, name string) *Field { return namesOf(fields)[name] }

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

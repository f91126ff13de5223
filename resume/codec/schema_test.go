package codec

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"resumax/resume"
)

// What the schema of JSON Resume v1.0.0 asks of each member: u a URI, e an e-mail
// address, d a date, l a list of texts, else text. Written down from the schema and
// not from our fields, so that each is held to the other.
var schema = map[string]string{
	"work":         "name location description position url:u startDate:d endDate:d summary highlights:l",
	"volunteer":    "organization position url:u startDate:d endDate:d summary highlights:l",
	"education":    "institution url:u area studyType startDate:d endDate:d score courses:l",
	"awards":       "title date:d awarder summary",
	"certificates": "name date:d url:u issuer",
	"publications": "name publisher releaseDate:d url:u summary",
	"skills":       "name level keywords:l",
	"languages":    "language fluency",
	"interests":    "name keywords:l",
	"references":   "name reference",
	"projects":     "name description highlights:l keywords:l startDate:d endDate:d url:u roles:l entity type",
}

const (
	schemaBasics   = "name label image email:e phone url:u summary"
	schemaLocation = "address postalCode city countryCode region"
	schemaProfile  = "network username url:u"
	schemaMeta     = "canonical:u version lastModified"
)

var schemaForms = map[string]*regexp.Regexp{
	"u": regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*:\S*$`),
	"e": regexp.MustCompile(`^[^\s@]+@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]+$`),
	"d": regexp.MustCompile(`^([12]\d{3}-[01]\d-[0-3]\d|[12]\d{3}-[01]\d|[12]\d{3})$`),
}

// invalid says where a document breaks JSON Resume's schema.
func invalid(root resume.Value) []string {
	c := &schemaCheck{}
	if s, ok := root.Get("$schema"); ok && !schemaForms["u"].MatchString(s.Str()) {
		c.fault("$schema", s)
	}
	if basics, ok := root.Get("basics"); ok {
		c.object("basics", basics, schemaBasics)
		if place, ok := basics.Get("location"); ok {
			c.object("basics/location", place, schemaLocation)
		}
		if profiles, ok := basics.Get("profiles"); ok {
			c.list("basics/profiles", profiles, schemaProfile)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(schema)) {
		if v, ok := root.Get(key); ok {
			c.list(key, v, schema[key])
		}
	}
	if meta, ok := root.Get("meta"); ok {
		c.object("meta", meta, schemaMeta)
	}
	return c.faults
}

type schemaCheck struct{ faults []string }

func (c *schemaCheck) fault(at string, v resume.Value) {
	c.faults = append(c.faults, fmt.Sprintf("%s: %s", at, v))
}

func (c *schemaCheck) list(at string, v resume.Value, members string) {
	if v.Kind() != resume.Array {
		c.fault(at, v)
	}
	for i, item := range v.Items() {
		c.object(fmt.Sprintf("%s/%d", at, i), item, members)
	}
}

func (c *schemaCheck) object(at string, v resume.Value, members string) {
	if v.Kind() != resume.Object {
		c.fault(at, v)
	}
	for _, member := range strings.Fields(members) {
		name, form, _ := strings.Cut(member, ":")
		value, ok := v.Get(name)
		if !ok {
			continue
		}
		switch {
		case form == "l":
			if value.Kind() != resume.Array || slices.ContainsFunc(value.Items(), func(v resume.Value) bool { return v.Kind() != resume.String }) {
				c.fault(at+"/"+name, value)
			}
		case value.Kind() != resume.String, form != "" && !schemaForms[form].MatchString(value.Str()):
			c.fault(at+"/"+name, value)
		}
	}
}

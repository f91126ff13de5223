package resume

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Problem is something wrong with a document's content, said at its address in
// words for the user.
type Problem struct {
	Address Address
	Text    string
}

func (p Problem) String() string { return string(p.Address) + ": " + p.Text }

// What JSON Resume's schema asks of an e-mail address and of a web address, as
// the validator of @jsonresume/schema reads it.
var (
	emailForm = regexp.MustCompile(`^[\w!#$%&'*+\-/=?^{|}~` + "`" + `]+(\.[\w!#$%&'*+\-/=?^{|}~` + "`" + `]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$`)
	uriForm   = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.\-]*:[^\s]*$`)
	dateForm  = regexp.MustCompile(`^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$`)
)

// IsEmail reports whether text has an e-mail address's form.
func IsEmail(text string) bool { return emailForm.MatchString(text) }

// Conform makes the document valid JSON Resume v1.0.0 and says what it had to
// change. A valid document comes back as it is. Nothing readable is lost: a
// date, e-mail or web address that is none goes into a member beside it
// ("endDateText"), where it is still read and shown.
func (d Document) Conform() (Document, []Problem) {
	c := &conformer{}
	root := c.object(d.Root(), Root, nil)
	if c.problems == nil {
		return d, nil
	}
	return NewDocument(root), c.problems
}

// conformer walks a document along JSON Resume's schema.
type conformer struct {
	problems []Problem
}

func (c *conformer) note(a Address, format string, args ...any) {
	c.problems = append(c.problems, Problem{a, fmt.Sprintf(format, args...)})
}

// object makes an object's members valid. Members that the schema does not
// know stay as they are.
func (c *conformer) object(v Value, at Address, fields []Field) Value {
	out := make([]Member, 0, len(v.members))
	for _, m := range v.members {
		name := m.Name
		m, keep := c.member(m, at, fields)
		if !keep {
			continue
		}
		if m.Name != name { // a new name must not meet one that is there
			for v.index(m.Name) >= 0 {
				m.Name += "2"
			}
		}
		out = append(out, m)
	}
	return Value{kind: Object, members: out}
}

func (c *conformer) member(m Member, at Address, fields []Field) (Member, bool) {
	a := at.Child(m.Name)
	switch {
	case at == Root && m.Name == "$schema":
		if m.Value.kind == String && uriForm.MatchString(m.Value.text) {
			return m, true
		}
		c.note(a, "is no address of a schema and was left out")
		return m, false
	case a == Basics, a == Location, at == Root && m.Name == "meta":
		return c.holder(m, a, fieldsAt(a))
	case a == Profiles, at == Root && isStandard(m.Name):
		return c.list(m, a)
	}
	for _, f := range fields {
		if f.Name == m.Name {
			return c.field(m, a, f)
		}
	}
	return m, true
}

func isStandard(name string) bool {
	return slices.ContainsFunc(standard, func(s sectionSchema) bool { return s.key == name })
}

// holder makes a member an object.
func (c *conformer) holder(m Member, a Address, fields []Field) (Member, bool) {
	switch m.Value.kind {
	case Object:
		m.Value = c.object(m.Value, a, fields)
		return m, true
	case Null:
		c.note(a, "was empty and was left out")
		return m, false
	case String:
		if a == Location && m.Value.text != "" {
			c.note(a, "was one text; it is now the city")
			m.Value = Struct(Member{"city", m.Value})
			return m, true
		}
	}
	return c.setAside(m, a, "an object")
}

// list makes a member a list of objects.
func (c *conformer) list(m Member, a Address) (Member, bool) {
	switch m.Value.kind {
	case Null:
		c.note(a, "was empty and was left out")
		return m, false
	case Object:
		c.note(a, "was one entry instead of a list of them")
		m.Value = List(m.Value)
	case Array:
	default:
		return c.setAside(m, a, "a list")
	}
	items := make([]Value, 0, len(m.Value.items))
	for i, v := range m.Value.items {
		at := a.Item(i)
		switch v.kind {
		case Object:
			items = append(items, c.object(v, at, fieldsAt(at)))
		case String:
			if v.text == "" {
				c.note(at, "was empty and was left out")
				continue
			}
			c.note(at, "was a text instead of an object")
			items = append(items, Struct(Member{fieldsAt(at)[0].Name, v}))
		case Null:
			c.note(at, "was empty and was left out")
		default:
			c.note(at, "was %s instead of an object; it is now a text", v.kind)
			items = append(items, Struct(Member{fieldsAt(at)[0].Name, Text(v.String())}))
		}
	}
	m.Value = Value{kind: Array, items: items}
	return m, true
}

// field makes a plain field valid.
func (c *conformer) field(m Member, a Address, f Field) (Member, bool) {
	if f.Shape.IsList() {
		return c.texts(m, a)
	}
	switch m.Value.kind {
	case Null:
		c.note(a, "was empty and was left out")
		return m, false
	case Number, Bool:
		c.note(a, "was %s instead of text", m.Value.kind)
		m.Value = Text(m.Value.text)
	case Array, Object:
		return c.setAside(m, a, "text")
	}
	return c.form(m, a, f)
}

// form checks the fields for which the schema asks more than text.
func (c *conformer) form(m Member, a Address, f Field) (Member, bool) {
	s := strings.TrimSpace(m.Value.text)
	switch f.Shape {
	case DateLine:
		if dateForm.MatchString(m.Value.text) {
			return m, true
		}
		if s == "" || IsPresent(s) {
			c.note(a, "“%s” is written as no date: that is how JSON Resume says that it goes on", s)
			return m, false
		}
		if d, ok := ParseDate(s); ok {
			c.note(a, "“%s” is written as %s", s, d.ISO())
			m.Value = Text(d.ISO())
			return m, true
		}
		c.note(a, "“%s” is not understood as a date. Write it like “Mar 2021”, “03/2021” or “2021”", s)
	case URLLine:
		if uriForm.MatchString(m.Value.text) {
			return m, true
		}
		if link, ok := Link(s); ok {
			c.note(a, "“%s” lacked its https:// and is written with it", s)
			m.Value = Text(link)
			return m, true
		}
		if s == "" {
			c.note(a, "was empty and was left out")
			return m, false
		}
		c.note(a, "“%s” is no web address", s)
	case EmailLine:
		if emailForm.MatchString(m.Value.text) {
			return m, true
		}
		if s == "" {
			c.note(a, "was empty and was left out")
			return m, false
		}
		if emailForm.MatchString(s) {
			c.note(a, "had spaces around it")
			m.Value = Text(s)
			return m, true
		}
		c.note(a, "“%s” is no e-mail address", s)
	default:
		return m, true
	}
	m.Name += "Text" // beside its field, where it is still read
	return m, true
}

// texts makes a member a list of texts.
func (c *conformer) texts(m Member, a Address) (Member, bool) {
	switch m.Value.kind {
	case Null:
		c.note(a, "was empty and was left out")
		return m, false
	case String:
		c.note(a, "was one text instead of a list of them")
		m.Value = List(m.Value)
	case Array:
	default:
		return c.setAside(m, a, "a list")
	}
	items := make([]Value, 0, len(m.Value.items))
	for i, v := range m.Value.items {
		switch v.kind {
		case String:
			items = append(items, v)
		case Null:
			c.note(a.Item(i), "was empty and was left out")
		case Object:
			c.note(a.Item(i), "was an object instead of text")
			items = append(items, Text(firstText(v)))
		default:
			c.note(a.Item(i), "was %s instead of text", v.kind)
			items = append(items, Text(v.String()))
		}
	}
	m.Value = Value{kind: Array, items: items}
	return m, true
}

// firstText is an object's first text, or all of it as JSON.
func firstText(v Value) string {
	for _, m := range v.members {
		if m.Value.kind == String && m.Value.text != "" {
			return m.Value.text
		}
	}
	return v.String()
}

// setAside keeps a value of the wrong shape under another name.
func (c *conformer) setAside(m Member, a Address, want string) (Member, bool) {
	c.note(a, "was %s instead of %s; it is kept as “%sOriginal”", m.Value.kind, want, m.Name)
	m.Name += "Original"
	return m, true
}

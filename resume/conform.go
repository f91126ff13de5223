package resume

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Problem is something wrong with a document's content, said at its address in
// words for the user.
type Problem struct {
	Address Address
	Text    string
	// Unprinted are the characters of a text that the page leaves out, with spaces between them.
	Unprinted string
	NotShown  bool // the file keeps it as it is, but no page shows it: saving fixes nothing here
}

func (p Problem) String() string { return string(p.Address) + ": " + p.Text }

// What JSON Resume's schema asks of an email address and of a web address, as
// the validator of @jsonresume/schema reads it.
var (
	emailForm = expression(`^[\w!#$%&'*+\-/=?^{|}~` + "`" + `]+(\.[\w!#$%&'*+\-/=?^{|}~` + "`" + `]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$`)
	uriForm   = expression(`^[a-zA-Z][a-zA-Z0-9+.\-]*:[^\s]*$`)
	dateForm  = expression(`^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$`)
)

// IsEmail reports whether text has an email address's form.
func IsEmail(text string) bool {
	const most = 254 // bytes: RFC 5321, 4.5.3.1.3, less the angle brackets
	return len(text) <= most && emailForm().MatchString(text)
}

// Conform makes the document valid JSON Resume v1.0.0 and says what it had to
// change. A valid document comes back as it is. Nothing readable is lost: a
// date, email or web address that is none goes into a member beside it
// ("endDateText"), where it is still read and shown; what has another shape than
// the schema's is brought into it, and what cannot be is kept beside it.
func (d Document) Conform() (Document, []Problem) {
	c := &conformer{}
	root := c.object(c.gathered(d.Root()), Root, nil)
	if c.problems == nil {
		return d, nil
	}
	return NewDocument(root), c.problems
}

// conformer walks a document along JSON Resume's schema.
type conformer struct {
	problems []Problem
	lenient  bool // in a custom section, of which the schema knows nothing
}

func (c *conformer) note(a Address, format string, args ...any) {
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			args[i] = brief(text)
		}
	}
	c.problems = append(c.problems, Problem{Address: a, Text: fmt.Sprintf(format, args...)})
}

// brief is the beginning of a text that is quoted in a message.
func brief(text string) string {
	const most = 80
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text[:min(len(text), utf8.UTFMax*most)])[:most-1]) + "…"
}

// emptied notes a member that says nothing and that the schema refuses.
func (c *conformer) emptied(a Address) { c.note(a, "was empty and was left out") }

// metaFields are the members of meta that the schema knows.
var metaFields = []Field{{Name: "canonical", Shape: URLLine}, {Name: "version", Shape: Line}, {Name: "lastModified", Shape: Line}}

// object makes an object's members valid. Members that the schema does not
// know stay as they are.
func (c *conformer) object(v Value, at Address, fields []Field) Value {
	b := objectBuilder{from: c.periods(v, at, fields)}
	b.out = make([]Member, 0, len(b.from.members))
	for _, m := range b.from.members {
		c.member(&b, m, at, fields)
	}
	return Value{kind: Object, members: b.out}
}

// objectBuilder gathers the members of an object that is made valid.
type objectBuilder struct {
	from Value // the object as it was
	out  []Member
}

func (b *objectBuilder) put(name string, v Value) { b.out = append(b.out, Member{name, v}) }

// putBeside puts a member under a name that is not there yet.
func (b *objectBuilder) putBeside(name string, v Value) {
	for b.from.index(name) >= 0 || slices.ContainsFunc(b.out, func(m Member) bool { return m.Name == name }) {
		name += "2"
	}
	b.put(name, v)
}

func (c *conformer) member(b *objectBuilder, m Member, at Address, fields []Field) {
	a := at.Child(m.Name)
	switch {
	case at == Root && m.Name == "$schema":
		if m.Value.kind == String && uriForm().MatchString(m.Value.text) {
			b.put(m.Name, m.Value)
			return
		}
		c.note(a, "is not the address of a schema and was left out")
	case a == Basics, a == Location:
		c.holder(b, m, a, fieldsAt(a))
	case at == Root && m.Name == "meta":
		c.holder(b, m, a, metaFields)
	case a == Profiles, at == Root && schemaOf(m.Name) != nil:
		c.list(b, m, a)
	case at == Root:
		c.custom(b, m, a)
	default:
		c.plain(b, m, a, fields)
	}
}

// plain makes a member valid that is a plain field, under its own or an older
// name.
func (c *conformer) plain(b *objectBuilder, m Member, a Address, fields []Field) {
	f := fieldNamed(fields, m.Name)
	switch {
	case f == nil:
		b.put(m.Name, m.Value)
		return
	case f.Name == m.Name && !c.lenient:
		c.field(b, m, a, f)
		return
	}
	if _, serves, _ := memberOf(b.from, fields, f.Name); serves != m.Name {
		b.put(m.Name, m.Value)
		return
	}
	c.legacy(b, m, a, f)
}

// holder makes a member an object.
func (c *conformer) holder(b *objectBuilder, m Member, a Address, fields []Field) {
	v := m.Value
	if said := slices.DeleteFunc(slices.Clone(v.items), isBlank); len(said) == 1 && said[0].kind == Object {
		c.note(a, "was a list of one object")
		v = said[0]
	}
	switch {
	case v.kind == Object:
		if a == Basics {
			v = c.contacts(v)
		}
		b.put(m.Name, c.object(v, a, fields))
	case v.kind == Null, v.kind == Array && len(v.items) == 0, v.kind == String && strings.TrimSpace(v.text) == "":
		c.emptied(a)
	case v.kind == String && a == Location:
		c.note(a, "was one text; it is now the city")
		b.put(m.Name, Struct(Member{"city", v}))
	case v.kind == String && a == Basics:
		c.note(a, "was one text; it is now the name")
		b.put(m.Name, Struct(Member{"name", v}))
	default:
		c.setAside(b, m, a, "an object")
	}
}

// list makes a member a list of objects.
func (c *conformer) list(b *objectBuilder, m Member, a Address) {
	fields := fieldsAt(a.Item(0))
	v := c.listed(m.Value, a, fields)
	switch {
	case v.kind == Array:
		items := make([]Value, 0, len(v.items))
		b.put(m.Name, Value{kind: Array, items: c.items(items, v, a, fields)})
	case isBlank(v):
		c.emptied(a)
	default:
		c.setAside(b, m, a, "a list")
	}
}

// listed is a list of what is in the place of one, or the value itself where
// that is none.
func (c *conformer) listed(v Value, a Address, fields []Field) Value {
	switch {
	case v.kind == Object && (isItem(v, fields) || len(v.members) == 0):
		c.note(a, "was one entry instead of a list of them")
		return List(v)
	case v.kind == Object:
		c.note(a, "was an object; each of its members is now an entry")
		return entriesOf(v, fields)
	case v.kind == String && !isBlank(v):
		c.note(a, "was one text instead of a list; each of its lines is now an entry")
		return named(itemsOf(v.text, Words), fields)
	}
	return v
}

// named are entries of which only the name is known.
func named(names []string, fields []Field) Value {
	items := make([]Value, len(names))
	for i, name := range names {
		items[i] = Struct(Member{fields[0].Name, Text(name)})
	}
	return Value{kind: Array, items: items}
}

// items appends the entries of a list, those of lists inside it one by one.
func (c *conformer) items(items []Value, list Value, a Address, fields []Field) []Value {
	for _, v := range list.items {
		at := a.Item(len(items)) // where it will be
		switch {
		case v.kind == Object:
			items = append(items, c.object(v, at, fields))
		case v.kind == Array && len(v.items) > 0:
			c.note(at, "was a list inside the list; its entries are now separate")
			items = c.items(items, v, a, fields)
		case isBlank(v):
			c.emptied(at)
		case v.kind == String:
			c.note(at, "was a text instead of an object")
			items = append(items, c.object(Struct(Member{fields[0].Name, v}), at, fields))
		default:
			c.note(at, "was %s instead of an object; it is now a text", v.kind)
			items = append(items, c.object(Struct(Member{fields[0].Name, Text(v.String())}), at, fields))
		}
	}
	return items
}

// custom makes a section of a list of texts that JSON Resume does not know.
// Lists of objects are sections as they are.
func (c *conformer) custom(b *objectBuilder, m Member, a Address) {
	v := m.Value
	if isPrivate(m.Name) || isKept(m.Name) || notSections[m.Name] || m.Name == SummaryKey || v.kind != Array || len(v.items) == 0 {
		b.put(m.Name, v)
		return
	}
	c.lenient = true
	defer func() { c.lenient = false }()
	switch {
	case !slices.ContainsFunc(v.items, func(v Value) bool { return v.kind != Object }):
		items := make([]Value, len(v.items))
		for i, item := range v.items {
			items[i] = c.object(item, a.Item(i), customFields)
		}
		v = Value{kind: Array, items: items}
	case !slices.ContainsFunc(v.items, func(v Value) bool { return v.kind != String }):
		c.note(a, "was a list of texts; it is now a section with one entry that lists them")
		name := "keywords"
		if slices.ContainsFunc(v.items, func(v Value) bool { return len(v.text) > 40 }) {
			name = "highlights"
		}
		v = List(Struct(Member{name, v}))
	case slices.ContainsFunc(v.items, func(v Value) bool { return v.kind == Object }):
		c.note(a, "held more than objects; each of its items is now an entry")
		v = Value{kind: Array, items: c.items(nil, v, a, customFields)}
	}
	b.put(m.Name, v)
}

// field makes a plain field valid.
func (c *conformer) field(b *objectBuilder, m Member, a Address, f *Field) {
	if f.Shape.IsList() {
		c.texts(b, m, a, f)
		return
	}
	switch m.Value.kind {
	case Null:
		c.emptied(a)
		return
	case Number, Bool:
		if f.Shape == DateLine && m.Value.kind == Bool {
			c.note(a, "was true or false instead of a date and was left out")
			return
		}
		c.note(a, "was %s instead of text", m.Value.kind)
		m.Value = Text(m.Value.text)
	case Array, Object:
		if !c.flatten(b, &m, a, f) {
			return
		}
	}
	c.form(b, m, a, f)
}

// legacy makes a field valid that stands under an older name, of which the
// schema knows nothing, or in a custom section: it only has to be readable.
func (c *conformer) legacy(b *objectBuilder, m Member, a Address, f *Field) {
	switch {
	case f.Shape.IsList() && !isBlank(m.Value) && (m.Value.kind != Array || slices.ContainsFunc(m.Value.items, func(v Value) bool { return v.kind != String })):
		c.texts(b, m, a, f)
		return
	case m.Value.kind == Array || m.Value.kind == Object:
		if isBlank(m.Value) || f.Shape.IsList() {
			break
		}
		if !c.flatten(b, &m, a, f) {
			return
		}
	case m.Value.kind == String && m.Name == f.Name+"Text":
		// What an older version did not understand may be understood today.
		if v, ok := formed(m.Value.text, f.Shape); ok && b.from.index(f.Name) < 0 {
			c.note(a, "“%s” is saved as %s", m.Value.text, v)
			b.put(f.Name, Text(v))
			return
		}
	}
	b.put(m.Name, m.Value)
}

// formed is a text as the schema wants it in a field of a shape, and false where
// it cannot be said so.
func formed(text string, shape Shape) (string, bool) {
	s := strings.TrimSpace(text)
	switch shape {
	case DateLine:
		d, ok := ParseDate(s)
		return d.ISO(), ok && d.Text == ""
	case URLLine:
		if uriForm().MatchString(s) {
			return s, true
		}
		return Link(s)
	case EmailLine:
		s = strings.TrimPrefix(s, "mailto:")
		return s, emailForm().MatchString(s)
	}
	return text, false
}

// form checks the fields for which the schema asks more than text.
func (c *conformer) form(b *objectBuilder, m Member, a Address, f *Field) {
	text := m.Value.text
	s := strings.TrimSpace(text)
	special := f.Shape == DateLine || f.Shape == URLLine || f.Shape == EmailLine
	if !special {
		b.put(m.Name, m.Value)
		return
	}
	v, ok := formed(text, f.Shape)
	switch {
	case ok && v == text && (f.Shape != DateLine || dateForm().MatchString(text)):
		b.put(m.Name, m.Value)
	case s == "":
		c.emptied(a)
	case f.Shape == DateLine && IsPresent(s):
		c.note(a, "“%s” is saved as no end date, which means ongoing in JSON Resume", s)
	case ok:
		c.note(a, "“%s” is saved as %s", text, v)
		b.put(m.Name, Text(v))
	default:
		c.note(a, unformed(s, f.Shape), s)
		b.putBeside(m.Name+"Text", m.Value) // where it is still read
	}
}

// unformed says, with a place for the text, why it cannot stay in its field.
func unformed(text string, shape Shape) string {
	switch shape {
	case URLLine:
		return "“%s” is not a web address"
	case EmailLine:
		return "“%s” is not an email address"
	}
	if d, ok := ParseDate(text); ok {
		return fmt.Sprintf("“%%s” is shown as written and understood as a date in %d: JSON Resume has only years, months and days", d.Year)
	}
	return "“%s” is not understood as a date. Write it like “Mar 2021”, “03/2021” or “2021”"
}

// texts makes a member a list of texts.
func (c *conformer) texts(b *objectBuilder, m Member, a Address, f *Field) {
	v := m.Value
	switch v.kind {
	case Null:
		c.emptied(a)
		return
	case String:
		c.note(a, "was one text instead of a list of them")
		v = Texts(itemsOf(v.text, f.Shape)...)
	case Array:
	case Object:
		c.note(a, "was an object instead of a list; each of its members is now an item")
		items := make([]Value, 0, len(v.members))
		for _, m := range v.members {
			if text := flatText(m.Value, f.Shape); text != "" {
				items = append(items, Text(m.Name+": "+text))
			}
		}
		v = Value{kind: Array, items: items}
	default:
		c.note(a, "was %s instead of a list of texts", v.kind)
		v = Texts(v.text)
	}
	items := make([]Value, 0, len(v.items))
	b.put(m.Name, Value{kind: Array, items: c.textItems(items, v, a, f)})
}

func (c *conformer) textItems(items []Value, list Value, a Address, f *Field) []Value {
	for _, v := range list.items {
		at := a.Item(len(items))
		switch v.kind {
		case String:
			items = append(items, v)
		case Null:
			c.emptied(at)
		case Array:
			c.note(at, "was a list inside the list; its items are now separate")
			items = c.textItems(items, v, a, f)
		default:
			text := flatText(v, f.Shape)
			if text == "" {
				c.emptied(at)
				break
			}
			c.note(at, "was %s instead of text", v.kind)
			items = append(items, Text(text))
		}
	}
	return items
}

// kept ends the name under which a value of the wrong shape is kept.
const kept = "Original"

// isKept reports whether a member of the root is a value that was set aside, be it
// a list of objects as a section is.
func isKept(name string) bool {
	base, ok := strings.CutSuffix(strings.TrimRight(name, "2"), kept)
	return ok && (notSections[base] || schemaOf(base) != nil)
}

// setAside keeps a value of the wrong shape under another name.
func (c *conformer) setAside(b *objectBuilder, m Member, a Address, want string) {
	c.note(a, "was %s instead of %s; it is kept as “%s”", m.Value.kind, want, m.Name+kept)
	b.putBeside(m.Name+kept, m.Value)
}

func isBlank(v Value) bool {
	return v.kind == Null || v.kind == String && strings.TrimSpace(v.text) == "" || (v.kind == Array || v.kind == Object) && v.Len() == 0
}

package resume

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Kind says which of JSON's six shapes a [Value] has.
type Kind uint8

// The shapes of JSON (RFC 8259, section 3). The zero Kind is Null.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

func (k Kind) String() string {
	return [...]string{"null", "true or false", "a number", "text", "a list", "an object"}[k]
}

// Value is an immutable JSON value. The zero Value is null.
//
// A number keeps the digits it was written with, and an object the order of
// its members, so that writing a value gives back what was read.
type Value struct {
	kind    Kind
	text    string // a string's content, a number's literal, "true" or "false"
	items   []Value
	members []Member
}

// Member is one name and value of an object.
type Member struct {
	Name  string
	Value Value
}

// Text returns a JSON string.
func Text(s string) Value { return Value{kind: String, text: s} }

// Literal returns a JSON number with exactly these digits. The caller vouches
// that they form a JSON number.
func Literal(digits string) Value { return Value{kind: Number, text: digits} }

// Int returns a JSON number.
func Int(n int) Value { return Literal(strconv.Itoa(n)) }

// Flag returns true or false.
func Flag(b bool) Value { return Value{kind: Bool, text: strconv.FormatBool(b)} }

// List returns an array of the given values.
func List(items ...Value) Value { return Value{kind: Array, items: items} }

// Texts returns an array of strings.
func Texts(lines ...string) Value {
	items := make([]Value, len(lines))
	for i, s := range lines {
		items[i] = Text(s)
	}
	return Value{kind: Array, items: items}
}

// Struct returns an object with the given members, in that order.
func Struct(members ...Member) Value { return Value{kind: Object, members: members} }

// Kind is the value's shape.
func (v Value) Kind() Kind { return v.kind }

// IsNull reports whether v is null.
func (v Value) IsNull() bool { return v.kind == Null }

// Str is a string's content, and "" for every other shape.
func (v Value) Str() string {
	if v.kind != String {
		return ""
	}
	return v.text
}

// Raw is a number's digits, "true", "false" or a string's content, and "" for
// null, arrays and objects.
func (v Value) Raw() string { return v.text }

// True reports whether v is the JSON value true.
func (v Value) True() bool { return v.kind == Bool && v.text == "true" }

// Items are an array's values, nil for other shapes. They must not be changed.
func (v Value) Items() []Value { return v.items }

// Members are an object's members in order, nil for other shapes. They must
// not be changed.
func (v Value) Members() []Member { return v.members }

// Len is the number of an array's items or an object's members.
func (v Value) Len() int { return len(v.items) + len(v.members) }

// Get returns an object's member, and null with false if there is none.
func (v Value) Get(name string) (Value, bool) {
	if i := v.index(name); i >= 0 {
		return v.members[i].Value, true
	}
	return Value{}, false
}

// With returns the object v with the member name set to m: in place if it is
// there, else at the end. A value that is no object becomes one.
func (v Value) With(name string, m Value) Value {
	return v.withMember(name, m, nil)
}

// Without returns the object v without the member name.
func (v Value) Without(name string) Value {
	i := v.index(name)
	if i < 0 {
		return v
	}
	return Value{kind: Object, members: slices.Delete(slices.Clone(v.members), i, i+1)}
}

// Equal reports whether v and w are the same JSON, number spelling and member
// order included.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind || v.text != w.text || len(v.items) != len(w.items) || len(v.members) != len(w.members) {
		return false
	}
	// What two documents share needs no look: an edit leaves most of them so.
	if len(v.items) > 0 && &v.items[0] == &w.items[0] || len(v.members) > 0 && &v.members[0] == &w.members[0] {
		return true
	}
	return slices.EqualFunc(v.items, w.items, Value.Equal) &&
		slices.EqualFunc(v.members, w.members, func(a, b Member) bool {
			return a.Name == b.Name && a.Value.Equal(b.Value)
		})
}

// String prints v as compact JSON, for tests and messages.
func (v Value) String() string {
	var b strings.Builder
	v.print(&b)
	return b.String()
}

func (v Value) print(b *strings.Builder) {
	switch v.kind {
	case Null:
		b.WriteString("null")
	case Bool, Number:
		b.WriteString(v.text)
	case String:
		fmt.Fprintf(b, "%q", v.text)
	case Array:
		b.WriteByte('[')
		for i, e := range v.items {
			if i > 0 {
				b.WriteByte(',')
			}
			e.print(b)
		}
		b.WriteByte(']')
	case Object:
		b.WriteByte('{')
		for i, m := range v.members {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(b, "%q:", m.Name)
			m.Value.print(b)
		}
		b.WriteByte('}')
	}
}

func (v Value) index(name string) int {
	for i := range v.members {
		if v.members[i].Name == name {
			return i
		}
	}
	return -1
}

// withMember is With, placing a new member by the order of names in order: just
// behind the last present member that comes before it there.
func (v Value) withMember(name string, m Value, order []string) Value {
	if i := v.index(name); i >= 0 {
		members := slices.Clone(v.members)
		members[i].Value = m
		return Value{kind: Object, members: members}
	}
	at := len(v.members)
	if rank := slices.Index(order, name); rank >= 0 {
		at = 0
		for i, have := range v.members {
			if r := slices.Index(order, have.Name); r < rank {
				at = i + 1
			}
		}
	}
	return Value{kind: Object, members: slices.Insert(slices.Clone(v.members), at, Member{name, m})}
}

// clean is s with what no text of a resume may hold taken out: invalid UTF-8
// and control characters except tab and newline. Other programs' line breaks
// become newlines, so that the words around them stay apart: the returns of old
// and of Windows' files, a word processor's break within a paragraph (VT), and
// the end of a page (FF).
func clean(s string) string {
	if plainASCII(s) {
		return s // as nearly all are
	}
	if strings.ContainsAny(s, "\r\v\f") {
		s = lineBreaks.Replace(s)
	}
	bad := func(r rune) bool {
		return r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' || r == 0x7f
	}
	if strings.IndexFunc(s, bad) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if bad(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n")

// plainASCII reports whether s is of printable ASCII characters.
func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

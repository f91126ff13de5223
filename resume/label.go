package resume

import (
	"slices"
	"strconv"
	"strings"
)

// Label is an address in the words of the screen: "Experience", "Fjordpay",
// "Bullet 2".
type Label struct {
	Section string // the heading of a section; "Contact", or another part of the file
	Entry   string // what an item is called, "" outside of items
	Field   string // what a field is called, "" for a section or an item as a whole
}

// String joins the parts that there are.
func (l Label) String() string {
	parts := slices.DeleteFunc([]string{l.Section, l.Entry, l.Field}, func(p string) bool { return p == "" })
	return strings.Join(parts, " · ")
}

// Labels names the addresses of one document.
type Labels struct {
	document Document
	titles   map[string]string // of sections, by the first part of their addresses
}

const (
	contactTitle = "Contact"
	detailsTitle = "File details" // what the file says of itself
)

// Labels names the document's addresses.
func (d Document) Labels() Labels {
	l := Labels{d, map[string]string{}}
	for _, s := range readSections(d.Root()) {
		if s.Key != SummaryKey {
			l.titles[s.Address.Last()] = s.Title
		} else {
			l.titles[SummaryKey] = s.Title
		}
	}
	return l
}

// Of names an address of the document, be something there or not.
func (l Labels) Of(a Address) Label {
	t := a.Tokens()
	switch {
	case len(t) == 0:
		return Label{}
	case a.Within(Summary):
		return Label{Section: l.titles[SummaryKey]}
	case t[0] == "basics":
		return l.contact(a, t[1:])
	case t[0] == "meta" || t[0] == "$schema":
		return Label{Section: detailsTitle, Field: humanised(t[len(t)-1])}
	}
	title, ok := l.titles[t[0]]
	if !ok {
		title = SectionTitle(standardKey(t[0]))
	}
	label := Label{Section: title}
	if len(t) > 1 {
		item := Root.Child(t[0]) + "/" + Address(escaper.Replace(t[1]))
		v, _ := l.document.Get(item)
		label.Entry = EntryName(item, v)
		label.Field = fieldLabel(item, t[2:])
	}
	return label
}

// contact names an address below basics.
func (l Labels) contact(a Address, t []string) Label {
	label := Label{Section: contactTitle}
	switch {
	case len(t) > 1 && t[0] == "location":
		label.Field = fieldLabel(Location, t[1:])
	case len(t) > 1 && t[0] == "profiles":
		item := Profiles + "/" + Address(escaper.Replace(t[1]))
		v, _ := l.document.Get(item)
		label.Entry = EntryName(item, v)
		label.Field = fieldLabel(item, t[2:])
	default:
		label.Field = fieldLabel(Basics, t)
	}
	return label
}

// fieldLabel names what is below an object: "Title", or "Bullet 2" of a list.
func fieldLabel(object Address, t []string) string {
	if len(t) == 0 {
		return ""
	}
	f := fieldNamed(fieldsAt(object), t[0])
	if f == nil {
		return humanised(t[0])
	}
	if len(t) == 2 && f.Shape == Bullets {
		if i := arrayIndex(t[1]); i >= 0 {
			return strings.TrimSuffix(f.Label, "s") + " " + strconv.Itoa(i+1)
		}
	}
	return f.Label
}

// maxNameLength bounds the name of an entry, in characters.
const maxNameLength = 60

// EntryName is what an item of a section is called: the text of the first of its
// fields that has one, else by its number, such as "Position 2". The address is
// where it is or was.
func EntryName(a Address, v Value) string {
	fields := fieldsAt(a)
	o := objectWith(v, a, fields)
	for _, f := range fields {
		if f.Shape.IsList() || f.Shape == DateLine {
			continue
		}
		if text := strings.TrimSpace(Plain(o.str(f.Name))); text != "" {
			return shortened(text, maxNameLength)
		}
	}
	name := "Profile"
	if len(a.Tokens()) == 2 {
		name = humanised(ItemName(a.Tokens()[0]))
	}
	return name + " " + strconv.Itoa(a.Index()+1)
}

// shortened is a text on one line, with no more characters than that.
func shortened(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return text
}

// IsIdentity reports whether an address leads to ids of things, or to what is kept
// beside a list of texts for them: no content that a person would miss.
func (d Document) IsIdentity(a Address, v Value) bool {
	t := a.Tokens()
	item := 2 // parts of the address of an item
	if len(t) > 0 && t[0] == "basics" {
		item = 3
	}
	if len(t) <= item || t[0] == "meta" || arrayIndex(t[item-1]) < 0 {
		return false
	}
	name := t[item]
	if name == "id" {
		return len(t) == item+1
	}
	at := a
	for len(at.Tokens()) > item+1 {
		at = at.Parent()
	}
	if at != a {
		v, _ = d.Get(at)
	}
	return isCompanion(Member{name, v}) && slices.ContainsFunc(fieldsAt(at.Parent()), func(f Field) bool {
		return f.Shape.IsList() && companionName(f.Name) == name
	})
}

package resume

import (
	"slices"
	"strings"
)

// A companion is the list beside a list of texts that holds their ids and which of
// them are hidden: one line for each text, as the texts were when an edit last kept
// the two in step, and what got lost.
type companion struct {
	lines []line
	lost  []line
}

type line struct {
	id     ID // "" for a text that nothing refers to
	text   string
	hidden bool // neither printed nor scored
}

// says reports whether the companion says anything of the text.
func (l line) says() bool { return l.id != "" || l.hidden }

const companionSuffix = "Ids"

// companionName is the name of the companion of a list: "highlightIds" for
// "highlights".
func companionName(list string) string { return strings.TrimSuffix(list, "s") + companionSuffix }

// hasCompanion reports whether an object has a member that could be the companion
// of its list.
func hasCompanion(v Value, list string) bool {
	base := strings.TrimSuffix(list, "s")
	for _, m := range v.Members() {
		if len(m.Name) == len(base)+len(companionSuffix) && strings.HasSuffix(m.Name, companionSuffix) && strings.HasPrefix(m.Name, base) {
			return true
		}
	}
	return false
}

// isCompanion reports whether a member has the form of a companion.
func isCompanion(m Member) bool {
	return strings.HasSuffix(m.Name, companionSuffix) && m.Value.Kind() == Array &&
		!slices.ContainsFunc(m.Value.Items(), func(v Value) bool { text, ok := v.Get("text"); return !ok || text.Kind() != String })
}

// companionOf reads the companion of an object's list, empty where there is none,
// and reports false where another program uses the name.
func companionOf(v Value, list string) (companion, bool) {
	name := companionName(list)
	value, ok := v.Get(name)
	if !ok {
		return companion{}, true
	}
	if !isCompanion(Member{name, value}) {
		return companion{}, false
	}
	var c companion
	for _, item := range value.Items() {
		id, _ := item.Get("id")
		text, _ := item.Get("text")
		lost, _ := item.Get("lost")
		hidden, _ := item.Get("hidden")
		l := line{ID(id.Str()), text.Str(), hidden.True()}
		if lost.True() {
			c.lost = append(c.lost, l)
		} else {
			c.lines = append(c.lines, l)
		}
	}
	return c, true
}

// eachCompanion calls f with every list of texts of the item at a that has a
// companion.
func eachCompanion(a Address, item Value, f func(list Address, texts Value, ids companion)) {
	if !slices.ContainsFunc(item.Members(), func(m Member) bool { return strings.HasSuffix(m.Name, companionSuffix) }) {
		return
	}
	fields := fieldsAt(a)
	for _, field := range fields {
		if !field.Shape.IsList() || !hasCompanion(item, field.Name) {
			continue
		}
		if ids, ours := companionOf(item, field.Name); ours {
			texts, _, _ := memberOf(item, fields, field.Name)
			f(a.Child(field.Name), texts, ids)
		}
	}
}

// in is the object v with the companion of its list, or without one that says
// nothing.
func (c companion) in(v Value, list string) Value {
	name := companionName(list)
	if len(c.lost) == 0 && !slices.ContainsFunc(c.lines, line.says) {
		return v.Without(name)
	}
	items := make([]Value, 0, len(c.lines)+len(c.lost))
	for _, l := range c.lines {
		items = append(items, l.value())
	}
	for _, l := range c.lost {
		items = append(items, l.value().With("lost", Flag(true)))
	}
	return v.withMember(name, List(items...), []string{list, name})
}

func (l line) value() Value {
	v := Struct(Member{"text", Text(l.text)})
	if l.id != "" {
		v = Struct(Member{"id", Text(string(l.id))}, Member{"text", Text(l.text)})
	}
	if l.hidden {
		v = v.With("hidden", Flag(true))
	}
	return v
}

func (c companion) without(id ID) companion {
	lines := slices.Clone(c.lines)
	for i := range lines {
		if lines[i].id == id {
			lines[i].id = ""
		}
	}
	return companion{lines, slices.DeleteFunc(slices.Clone(c.lost), func(l line) bool { return l.id == id })}
}

// settled is the companion in step with the list as it is now.
func (c companion) settled(texts Value) companion {
	return c.settledAs(texts, func(int, line, bool) {})
}

// settledAs is settled, and calls f with each text's line: with the text as it was
// last known, and whether it is still that.
func (c companion) settledAs(texts Value, f func(i int, l line, exact bool)) companion {
	now := linesOf(texts)
	if slices.EqualFunc(c.lines, now, func(a, b line) bool { return a.text == b.text }) {
		for i, l := range c.lines {
			f(i, l, true)
		}
		return companion{slices.Clone(c.lines), c.lost}
	}
	lost := slices.Clone(c.lost)
	for i, j := range align(textsOf(c.lines), textsOf(now)) {
		l := c.lines[i]
		switch {
		case !l.says():
		case j < 0 || l.text == "": // an empty text is found by its place only
			if l.id != "" {
				lost = append(lost, l)
			}
		default:
			f(j, l, now[j].text == l.text)
			now[j].id, now[j].hidden = l.id, l.hidden
		}
	}
	return companion{now, lost}
}

// followed is the companion after an edit that put a text i at moved(i), or took
// it away where that is negative.
func (c companion) followed(texts Value, moved func(int) int) companion {
	now := linesOf(texts)
	for i, l := range c.lines {
		if !l.says() {
			continue
		}
		if j := moved(i); j >= 0 && j < len(now) {
			now[j].id, now[j].hidden = l.id, l.hidden
		}
	}
	return companion{now, c.lost}
}

// linesOf are a list's texts as lines without ids.
func linesOf(texts Value) []line {
	lines := make([]line, len(texts.Items()))
	for i, v := range texts.Items() {
		if isText(v) {
			lines[i].text = v.Raw()
		}
	}
	return lines
}

func textsOf(lines []line) []Value {
	values := make([]Value, len(lines))
	for i, l := range lines {
		values[i] = Text(l.text)
	}
	return values
}

// keepStep keeps the companion of an object's list in step with an edit that made
// the list before into the one after. Where moved is nil, it is read from the two
// which text went where.
func keepStep(v Value, list string, before, after Value, moved func(int) int) Value {
	ids, ours := companionOf(v, list)
	if !ours {
		return v
	}
	ids = ids.settled(before)
	if moved == nil {
		to := align(textsOf(ids.lines), textsOf(linesOf(after)))
		moved = func(i int) int { return to[i] }
	}
	return ids.followed(after, moved).in(v, list)
}

// withoutIDs is a copy of an item that is nothing yet that something refers to.
func withoutIDs(item Value) Value { return withoutTextIDs(item).Without("id") }

// withoutTextIDs is an item without the ids of its texts. What is hidden stays so.
func withoutTextIDs(item Value) Value {
	for _, m := range item.Members() {
		if !isCompanion(m) {
			continue
		}
		var lines []Value
		hides := false
		for _, l := range m.Value.Items() {
			if lost, _ := l.Get("lost"); !lost.True() {
				hidden, _ := l.Get("hidden")
				hides = hides || hidden.True()
				lines = append(lines, l.Without("id"))
			}
		}
		if hides {
			item = item.With(m.Name, List(lines...))
		} else {
			item = item.Without(m.Name)
		}
	}
	return item
}

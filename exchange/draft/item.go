package draft

import (
	"slices"
	"strings"

	"resumax/resume"
)

// Item is an entry that is being gathered. Its zero value is empty.
type Item struct {
	members []resume.Member
	doubts  []string
}

func (i *Item) empty() bool {
	return !slices.ContainsFunc(i.members, func(m resume.Member) bool { return m.Name != "id" && m.Name != "hidden" })
}

// Has reports whether a member is there.
func (i *Item) Has(name string) bool { return i.Get(name) != "" || i.has(name) }

func (i *Item) has(name string) bool {
	return slices.ContainsFunc(i.members, func(m resume.Member) bool { return m.Name == name })
}

// Get is a member's text.
func (i *Item) Get(name string) string {
	for _, m := range i.members {
		if m.Name == name {
			return m.Value.Str()
		}
	}
	return ""
}

// Text puts a text into a field, if there is one and the field is empty.
func (i *Item) Text(name, text string) *Item {
	if text = line(text); text != "" && !i.has(name) {
		i.members = append(i.members, resume.Member{Name: name, Value: resume.Text(text)})
	}
	return i
}

// Texts adds texts to a list.
func (i *Item) Texts(name string, texts ...string) *Item {
	var list []resume.Value
	for _, t := range texts {
		if t = line(t); t != "" {
			list = append(list, resume.Text(t))
		}
	}
	if len(list) == 0 {
		return i
	}
	for n, m := range i.members {
		if m.Name == name {
			i.members[n].Value = resume.List(slices.Concat(m.Value.Items(), list)...)
			return i
		}
	}
	i.members = append(i.members, resume.Member{Name: name, Value: resume.List(list...)})
	return i
}

// Keep keeps a value beside the fields.
func (i *Item) Keep(name string, v resume.Value) *Item {
	i.members = kept(i.members, name, v)
	return i
}

// Hide hides the entry.
func (i *Item) Hide(hidden bool) *Item {
	if hidden {
		i.Keep("hidden", resume.Flag(true))
	}
	return i
}

// Doubt says that a field should be looked at.
func (i *Item) Doubt(field string) *Item {
	if i.has(field) {
		i.doubts = append(i.doubts, field)
	}
	return i
}

// Day puts a date in words into a field.
func (i *Item) Day(name, text string) *Item { return i.Text(name, iso(text)) }

// Period puts a text that says when the entry began and ended into its fields. One date
// alone is its end: that it goes on is not said.
func (i *Item) Period(text string) *Item {
	text = line(text)
	if text == "" {
		return i
	}
	start, end, ok := resume.ParsePeriod(text)
	if !ok {
		return i.Day("endDate", text)
	}
	return i.Text("startDate", start.ISO()).Text("endDate", end.ISO())
}

// Dates puts a start and an end in words into their fields. An end that says that the
// entry goes on is none.
func (i *Item) Dates(start, end string) *Item {
	i.Day("startDate", start)
	if end = line(end); end != "" && !resume.IsPresent(end) {
		i.Day("endDate", end)
	}
	return i
}

// iso is a date as JSON Resume has it, where it can be said so.
func iso(text string) string {
	text = line(text)
	if d, ok := resume.ParseDate(text); ok {
		return d.ISO()
	}
	return text
}

// Prose puts a text with paragraphs and bullets into an entry: bullets at its end into
// the list, and what is before them into the text. Without a list, or without a text,
// all of it goes into the other.
func (i *Item) Prose(field, list, source string) *Item {
	return i.Blocks(field, list, resume.Blocks(source))
}

// Blocks is Prose of a text in its parts.
func (i *Item) Blocks(field, list string, blocks []resume.Block) *Item {
	n := len(blocks)
	if list != "" {
		for n > 0 && (field == "" || blocks[n-1].Bullet) {
			n--
		}
		var texts []string
		for _, b := range blocks[n:] {
			texts = append(texts, b.Text)
		}
		defer func() { i.Texts(list, texts...) }()
	}
	if field == "" {
		return i
	}
	if text := Joined(blocks[:n]); i.Get(field) != "" && text != "" {
		for m := range i.members {
			if i.members[m].Name == field {
				i.members[m].Value = resume.Text(i.members[m].Value.Str() + "\n" + text)
			}
		}
	} else {
		i.Text(field, text)
	}
	return i
}

// Joined is the text of paragraphs and bullets in one field.
func Joined(blocks []resume.Block) string {
	var b strings.Builder
	for n, p := range blocks {
		if n > 0 {
			b.WriteByte('\n')
		}
		if p.Bullet {
			b.WriteString(resume.BulletMark)
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// Labeled takes the paragraphs that begin with one of the labels in bold, or plainly,
// out of a text: "**Keywords:** Go, Redis". It gives what is behind them by label.
func Labeled(blocks []resume.Block, labels ...string) (rest []resume.Block, said map[string]string) {
	said = map[string]string{}
	for _, b := range blocks {
		text := strings.TrimLeft(b.Text, "* ")
		found := false
		for _, label := range labels {
			after, ok := strings.CutPrefix(text, label+":")
			if !ok || said[label] != "" {
				continue
			}
			after = strings.TrimSpace(resume.Plain(strings.TrimSpace(strings.TrimPrefix(after, "**"))))
			if after == "" {
				continue
			}
			said[label], found = after, true
			break
		}
		if !found {
			rest = append(rest, b)
		}
	}
	return rest, said
}

// Terms are the texts of a list in one line, between commas or semicolons; what is in
// brackets parts nothing.
func Terms(text string) []string {
	sep := ','
	if strings.ContainsRune(text, ';') {
		sep = ';'
	}
	depth := 0
	var all []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		return depth <= 0 && (r == sep || r == '、' || r == '\n')
	}) {
		if part = line(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// JoinTerms is the line that [Terms] parts.
func JoinTerms(terms []string) string {
	sep := ", "
	for _, t := range terms {
		if strings.Contains(t, ",") {
			sep = "; "
		}
	}
	return strings.Join(terms, sep)
}

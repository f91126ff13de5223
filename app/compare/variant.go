package compare

import (
	"strings"

	"resumax/resume"
	"resumax/resume/textdiff"
	"resumax/resume/variant"
)

// OfVariant says in words in what a variant differs from the base: a line for each of
// the changes, which are the view's.
func OfVariant(v *variant.View, changes []variant.Change) []Line {
	w := variantWords{view: v, base: v.Base(), labels: v.Document.Labels(), before: v.Base().Labels()}
	lines := make([]Line, len(changes))
	for i, c := range changes {
		lines[i] = w.line(c)
	}
	return lines
}

// variantWords makes lines of the changes of a variant.
type variantWords struct {
	view           *variant.View
	base           resume.Document
	labels, before resume.Labels // of the view and of the base
}

func (w *variantWords) line(c variant.Change) Line {
	l := Line{Kind: resume.Changed, Label: w.label(c), Stale: c.Stale, Lost: c.Lost}
	var old, now string
	switch {
	case c.Lost:
		now = w.lostNow(c)
		if c.Kind != variant.Order && c.Made.Kind() == resume.String {
			old = w.said("", c.Made)
		}
	case c.Kind == variant.Order:
		l.Kind, old, now = resume.Moved, w.ordered(c.Base, c.Old, w.base), w.ordered(c.Address, c.New, w.view.Document)
	case c.Kind == variant.Hidden:
		old, now = w.hiding(c, c.Old.True()), w.hiding(c, c.New.True())
	case c.Kind == variant.Removed:
		l.Kind, old = resume.Removed, w.said(c.Base, c.Old)
	case c.Kind == variant.Added:
		l.Kind, now = resume.Added, w.said(c.Address, c.New)
	default:
		old, now = w.said(c.Base, c.Old), w.said(cmpAddress(c.Address, c.Base), c.New)
		if old == "" && now != "" {
			l.Kind = resume.Added
		}
	}
	l.Old, l.New = textdiff.Compare(old, now)
	if c.Stale && c.Made.Kind() == resume.String {
		if made := w.said(c.Base, c.Made); made != old {
			l.Made = made
		}
	}
	return l
}

func cmpAddress(a, b resume.Address) resume.Address {
	if a == "" {
		return b
	}
	return a
}

// label is where a change is, in the words of the view; of what is not in it, of the
// base.
func (w *variantWords) label(c variant.Change) resume.Label {
	at, labels := c.Address, w.labels
	if at == "" || c.Kind == variant.Removed {
		at, labels = cmpAddress(c.Base, c.Address), w.before
	}
	switch {
	case c.Lost:
		return resume.Label{Section: "Deleted in the base"}
	case at.Within(resume.SectionRows):
		return w.rowLabel(at)
	case at.Within(resume.Settings):
		return settingLabel(at)
	}
	return labels.Of(at)
}

// rowLabel names a setting of a section.
func (w *variantWords) rowLabel(at resume.Address) resume.Label {
	t := at.Tokens()[3:]
	if len(t) == 0 {
		return resume.Label{Section: settingsTitle, Field: "Order of sections"}
	}
	label := resume.Label{Section: w.sectionTitle(t[0])}
	if len(t) > 1 && t[1] == "title" {
		label.Field = "Heading"
	}
	return label
}

func (w *variantWords) sectionTitle(key string) string {
	for _, d := range []resume.Document{w.view.Document, w.base} {
		if s, ok := d.Resume().Section(key); ok {
			return s.Title
		}
	}
	return humanized(key)
}

// said is a value in words.
func (w *variantWords) said(at resume.Address, v resume.Value) string {
	t := at.Tokens()
	switch {
	case at.Within(resume.SectionRows):
		return w.rowSaid(at, v)
	case at.Within(resume.Settings) && len(t) == 3:
		return settingWording(t[2], v)
	case at.Within(resume.Settings):
		return settingText(v)
	}
	text := wording(at, v)
	if text == "" && v.Kind() == resume.Object {
		return resume.EntryName(at, v)
	}
	return text
}

// rowSaid is a setting of a section in words.
func (w *variantWords) rowSaid(at resume.Address, v resume.Value) string {
	t := at.Tokens()[3:]
	switch {
	case len(t) == 1: // all of it
		if title, _ := v.Get("title"); title.Str() != "" {
			return title.Str()
		}
		if v.IsNull() {
			return ""
		}
		return w.sectionTitle(t[0])
	case len(t) == 2 && t[1] == "hidden":
		return shown(v.True())
	case len(t) == 2 && t[1] == "title" && v.IsNull():
		return resume.SectionTitle(t[0])
	}
	return settingText(v)
}

// hiding is whether something is hidden, in words: of a text the text itself where it
// is shown.
func (w *variantWords) hiding(c variant.Change, hidden bool) string {
	if hidden || !isText(c.Base) {
		return shown(hidden)
	}
	v, _ := w.base.Get(c.Base)
	return wording(c.Base, v)
}

// isText reports whether an address is that of a text of a list.
func isText(at resume.Address) bool { return at.Index() >= 0 && resume.IsTextList(at.Parent()) }

// ordered is a list, or the sections, in an order, each by its name.
func (w *variantWords) ordered(at resume.Address, v resume.Value, d resume.Document) string {
	var names []string
	if at == resume.SectionRows {
		for _, id := range v.Items() {
			names = append(names, w.sectionTitle(id.Str()))
		}
		return strings.Join(names, ", ")
	}
	list, _ := d.Get(at)
	for i, item := range list.Items() {
		if item.Kind() == resume.Object {
			names = append(names, resume.EntryName(at.Item(i), item))
		} else {
			names = append(names, brief(wording(at.Item(i), item)))
		}
	}
	return strings.Join(names, ", ")
}

// briefWords are how many words of a text stand for it in a list.
const briefWords = 5

// brief is the beginning of a text.
func brief(text string) string {
	words := strings.Fields(text)
	if len(words) <= briefWords {
		return text
	}
	return strings.Join(words[:briefWords], " ") + " …"
}

// lostNow is what a variant says of something that is gone.
func (w *variantWords) lostNow(c variant.Change) string {
	switch c.Kind {
	case variant.Hidden:
		return shown(c.New.True())
	case variant.Order:
		return "In another order"
	}
	return w.said("", c.New)
}

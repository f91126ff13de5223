package compare

import (
	"slices"
	"strings"

	"resumax/app/tr"
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

// InOrder are changes of a variant in the order in which they are read: those under
// which the base has changed, and those that lost their place, then all others by the
// sections of the resume, settings last.
func InOrder(v *variant.View, changes []variant.Change) []variant.Change {
	sections := v.Document.Resume().Sections
	place := func(c variant.Change) int {
		at := c.Address
		if at == "" {
			at = c.Base
		}
		if at.Within(resume.Settings) {
			return len(sections) + 1
		}
		return slices.IndexFunc(sections, func(s resume.Section) bool { return at.Within(s.Address) }) // -1 for the contact
	}
	urgency := func(c variant.Change) int {
		switch {
		case c.Stale:
			return 0
		case c.Lost:
			return 1
		}
		return 2
	}
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b variant.Change) int {
		if d := urgency(a) - urgency(b); d != 0 {
			return d
		}
		return place(a) - place(b)
	})
	return sorted
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
		l.Kind = resume.Moved
		l.Old, l.New = textdiff.CompareWords(w.ordered(c.Base, c.Old, false), w.ordered(c.Address, c.New, true))
		return l
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
		return resume.Label{Section: tr.T("compare.deleted-in-the-base", "Deleted in the base")}
	case at.Within(resume.SectionRows):
		return w.rowLabel(at)
	case at.Within(resume.Settings):
		return settingLabel(at)
	}
	label := labels.Of(at)
	if c.Kind == variant.Order && label.Field == "" {
		label.Field = tr.T("compare.order", "Order")
	} else if c.Kind == variant.Order {
		label.Field = tr.T("compare.order-of", "Order of {{.What}}", tr.With{"What": tr.Lower(tr.Word(label.Field))})
	}
	return label
}

// rowLabel names a setting of a section.
func (w *variantWords) rowLabel(at resume.Address) resume.Label {
	t := at.Tokens()[3:]
	if len(t) == 0 {
		return resume.Label{Section: settingsTitle(), Field: tr.T("compare.order-of-sections", "Order of sections")}
	}
	label := resume.Label{Section: w.sectionTitle(t[0])}
	if len(t) > 1 && t[1] == "title" {
		label.Field = tr.T("compare.heading", "Heading")
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

// ordered is a list, or the sections, in an order, each by its name in the base.
func (w *variantWords) ordered(at resume.Address, v resume.Value, inView bool) []textdiff.Word {
	if at == resume.SectionRows {
		var names []string
		for _, id := range v.Items() {
			if w.isUsed(id.Str()) {
				names = append(names, w.sectionTitle(id.Str()))
			}
		}
		return inSeries(names)
	}
	d := w.base
	if inView {
		d = w.view.Document
	}
	list, _ := d.Get(at)
	var names []string
	for i, item := range list.Items() {
		here := at.Item(i)
		if base, ok := w.view.BaseAddress(here); inView && ok {
			item, _ = w.base.Get(base)
		}
		if item.Kind() == resume.Object {
			names = append(names, resume.EntryName(here, item))
		} else {
			names = append(names, brief(wording(here, item)))
		}
	}
	return inSeries(names)
}

// isUsed reports whether base or variant has a section with something in it.
func (w *variantWords) isUsed(key string) bool {
	for _, d := range []resume.Document{w.view.Document, w.base} {
		if s, ok := d.Resume().Section(key); ok && (s.Count > 0 || s.Custom) {
			return true
		}
	}
	return false
}

// inSeries are names with commas between them, each compared as one.
func inSeries(names []string) []textdiff.Word {
	words := make([]textdiff.Word, len(names))
	for i, n := range names {
		words[i] = textdiff.Word{Key: n, Text: n + ", "}
		if i == len(names)-1 {
			words[i].Text = n
		}
	}
	return words
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
		return tr.T("compare.in-another-order", "In another order")
	}
	return w.said("", c.New)
}

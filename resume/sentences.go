package resume

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Sentences are the running texts that a reader of the page sees, in the order
// of the document: summaries, descriptions, bullets, references. Hidden items
// and sections are left out, and so are empty texts.
func (r *Resume) Sentences() []TextLine {
	n := 1
	for _, w := range r.Work {
		n += len(w.Highlights) + 2
	}
	all := make([]TextLine, 0, n) // of most resumes; it grows where there is more
	add := func(a Address, text string) {
		if text != "" {
			all = append(all, TextLine{a, text})
		}
	}
	lines := func(ls []TextLine) {
		for _, l := range ls {
			add(l.Address, l.Text)
		}
	}
	custom := make(map[string][]CustomItem, len(r.Custom))
	for _, c := range r.Custom {
		custom[c.Key] = c.Items
	}
	for _, s := range r.Sections {
		if s.Hidden {
			continue
		}
		switch s.Key {
		case SummaryKey:
			add(Summary, r.Basics.Summary)
		case "work":
			for _, w := range visible(r.Work, func(w Work) Item { return w.Item }) {
				add(w.Address.Child("description"), w.Description)
				add(w.Address.Child("summary"), w.Summary)
				lines(w.Highlights)
			}
		case "projects":
			for _, p := range visible(r.Projects, func(p Project) Item { return p.Item }) {
				add(p.Address.Child("description"), p.Description)
				lines(p.Highlights)
			}
		case "education":
			for _, e := range visible(r.Education, func(e Education) Item { return e.Item }) {
				lines(e.Courses)
			}
		case "publications":
			for _, p := range visible(r.Publications, func(p Publication) Item { return p.Item }) {
				add(p.Address.Child("summary"), p.Summary)
			}
		case "awards":
			for _, a := range visible(r.Awards, func(a Award) Item { return a.Item }) {
				add(a.Address.Child("summary"), a.Summary)
			}
		case "volunteer":
			for _, v := range visible(r.Volunteer, func(v Volunteer) Item { return v.Item }) {
				add(v.Address.Child("summary"), v.Summary)
				lines(v.Highlights)
			}
		case "references":
			for _, f := range visible(r.References, func(f Reference) Item { return f.Item }) {
				add(f.Address.Child("reference"), f.Reference)
			}
		}
		for _, i := range visible(custom[s.Key], func(i CustomItem) Item { return i.Item }) {
			add(i.Address.Child("summary"), i.Summary)
			lines(i.Highlights)
		}
	}
	return all
}

func visible[T any](items []T, item func(T) Item) []T {
	if !slices.ContainsFunc(items, func(t T) bool { return item(t).Hidden }) {
		return items
	}
	var shown []T
	for _, t := range items {
		if !item(t).Hidden {
			shown = append(shown, t)
		}
	}
	return shown
}

// Slots are the questions to the user that still stand in the document where a
// fact belongs, such as "[how many? per day]". Each is returned with its
// brackets and the address of the text it stands in. What is hidden does not
// count. Nothing with a slot in it may be printed.
func (d Document) Slots() []TextLine {
	var slots []TextLine
	var walk func(v Value, at Address)
	walk = func(v Value, at Address) {
		switch v.kind {
		case String:
			for _, slot := range SlotsIn(v.text) {
				if d.TextHidden(at) {
					continue
				}
				slots = append(slots, TextLine{at, slot})
			}
		case Array:
			for i, e := range v.items {
				walk(e, at.Item(i))
			}
		case Object:
			if hidden, _ := v.Get("hidden"); hidden.True() {
				return
			}
			for _, m := range v.members {
				if !isCompanion(m) {
					walk(m.Value, at.Child(m.Name))
				}
			}
		}
	}
	hidden := map[string]bool{"meta": true, "$schema": true}
	for _, s := range readSections(d.Root()) {
		hidden[s.Address.Last()] = s.Hidden && s.Key != SummaryKey
	}
	for _, m := range d.Root().members {
		if !hidden[m.Name] {
			walk(m.Value, Root.Child(m.Name))
		}
	}
	return slots
}

// SlotsIn are the slots of one text: a question in brackets that is no link.
func SlotsIn(text string) []string {
	var slots []string
	for _, s := range slotSpans(text) {
		slots = append(slots, text[s[0]:s[1]])
	}
	return slots
}

// SlotAt is the slot of a text that a place lies inside of: the runes from start up to but not including end. It is
// empty where the place, the number of runes before it, is in no slot or at the edge of one.
func SlotAt(text string, at int) (start, end int) {
	for _, s := range slotSpans(text) {
		start = utf8.RuneCountInString(text[:s[0]])
		end = start + utf8.RuneCountInString(text[s[0]:s[1]])
		if start < at && at < end {
			return start, end
		}
	}
	return 0, 0
}

// slotSpans are where the slots of a text begin and end, in bytes.
func slotSpans(text string) (spans [][2]int) {
	for from := 0; ; {
		open := strings.IndexByte(text[from:], '[')
		if open < 0 {
			return spans
		}
		open += from
		end := strings.IndexByte(text[open:], ']')
		if end < 0 {
			return spans
		}
		from = open + end + 1
		if strings.Contains(text[open:from], "?") && !strings.HasPrefix(text[from:], "(") {
			spans = append(spans, [2]int{open, from})
		}
	}
}

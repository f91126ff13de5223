package resume

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Section is one heading of a resume with what is under it. Contact is
// none: it is always first and has no heading.
type Section struct {
	Key     string  // "work", "summary", or a custom section's member name
	Address Address // where its content is, such as "/work" or "/basics/summary"
	Title   string  // what the heading says
	Hidden  bool    // neither printed nor scored
	Custom  bool    // not one of JSON Resume's
	Removed bool    // empty, and not wanted
	Count   int     // how many items it has; 1 or 0 for the summary
}

// SummaryKey is the key of the section that holds basics.summary.
const SummaryKey = "summary"

// ContactKey is the key of who the resume is about and how to reach them, which is
// none of [Resume.Sections].
const ContactKey = "basics"

// SectionOf is the key of the section that an address lies in, [ContactKey] for the
// contact, and "" for none.
func (r *Resume) SectionOf(a Address) string {
	switch {
	case a.Within(Summary):
		return SummaryKey
	case a.Within(Basics):
		return ContactKey
	}
	for _, s := range r.Sections {
		if a.Within(s.Address) {
			return s.Key
		}
	}
	return ""
}

// Section returns the section with the key, and false if there is none.
func (r *Resume) Section(key string) (Section, bool) {
	for _, s := range r.Sections {
		if s.Key == key {
			return s, true
		}
	}
	return Section{}, false
}

// IsHidden reports whether the section with the key is hidden.
func (d Document) IsHidden(key string) (hidden bool) {
	for _, set := range sectionSettings(d.Root()) {
		if id, _ := set.Get("id"); id.Str() == key {
			value, _ := set.Get("hidden")
			hidden = value.True()
		}
	}
	return hidden
}

// SectionTitle is the heading of the section key in English, where the user gave
// none. [Wording.Title] has that of other languages.
func SectionTitle(key string) string {
	if key == SummaryKey {
		return "Summary"
	}
	if s := schemaOf(key); s != nil {
		return s.title
	}
	return humanised(key)
}

// wordingOf is what a resume says by itself, in its language.
func wordingOf(root Value) *Wording {
	return WordingIn(languageTag(objectAt(ownMeta(root), Settings).str(MetaLanguage)))
}

// ItemName is what one item of the section key is called, such as "position".
func ItemName(key string) string {
	if s := schemaOf(key); s != nil {
		return s.item
	}
	return "entry"
}

// customKeys are the names of the custom sections: top-level lists of objects
// that JSON Resume does not know, in the file's order.
func customKeys(root Value) []string {
	var keys []string
	for _, m := range root.members {
		if m.Value.kind != Array || notSections[m.Name] || schemaOf(m.Name) != nil || m.Name == SummaryKey || isKept(m.Name) {
			continue
		}
		holdsOther := slices.ContainsFunc(m.Value.items, func(v Value) bool { return v.kind != Object })
		if !holdsOther {
			keys = append(keys, m.Name)
		}
	}
	return keys
}

func readSections(root Value) []Section {
	keys := []string{SummaryKey}
	for _, s := range standard {
		keys = append(keys, s.key)
	}
	custom := customKeys(root)
	keys = append(keys, custom...)

	settings, wording := sectionSettings(root), wordingOf(root)
	// A section that the settings do not name keeps its usual place behind the
	// one it usually follows.
	rank := make(map[string]int, len(keys))
	known, isCustom := make(map[string]bool, len(keys)), make(map[string]bool, len(custom))
	for _, key := range keys {
		known[key] = true
	}
	for _, key := range custom {
		isCustom[key] = true
	}
	said := map[string][]Value{} // of each section
	next := 0
	for _, s := range settings {
		key, _ := s.Get("id")
		said[key.Str()] = append(said[key.Str()], s)
		if known[key.Str()] {
			rank[key.Str()] = next
			next += len(keys) + 1
		}
	}
	last := -1
	for i, key := range keys {
		if _, ok := rank[key]; !ok {
			rank[key] = last + 1
			if i == 0 {
				rank[key] = -len(keys)
			}
		}
		last = rank[key]
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(rank[a], rank[b]) })

	top := topLevelOf(root)
	sections := make([]Section, 0, len(keys))
	for _, key := range keys {
		list, name := top.section(key)
		s := Section{Key: key, Address: Root.Child(name), Title: wording.Title(key), Custom: isCustom[key]}
		for _, v := range list.items {
			if v.kind == Object {
				s.Count++
			}
		}
		if key == SummaryKey {
			s.Address = Summary
			basics, _ := root.Get("basics")
			if objectAt(basics, Basics).str("summary") != "" {
				s.Count = 1
			}
		}
		for _, set := range said[key] {
			hidden, _ := set.Get("hidden")
			s.Hidden = hidden.True()
			removed, _ := set.Get("removed")
			s.Removed = removed.True() && s.Count == 0
			if title, _ := set.Get("title"); strings.TrimSpace(title.Str()) != "" {
				s.Title = strings.TrimSpace(clean(title.Str()))
			}
		}
		sections = append(sections, s)
	}
	return sections
}

func sectionSettings(root Value) []Value {
	list, _ := ownMeta(root).Get(MetaSections)
	return list.Items()
}

// HideSection shows a section or hides it from print and score.
func (d Document) HideSection(key string, hidden bool) (Document, error) {
	return d.editSetting(key, func(s Value) Value {
		if !hidden {
			return s.Without("hidden")
		}
		return s.With("hidden", Flag(true))
	})
}

// RenameSection gives a section's heading other words; "" gives back its usual
// ones.
func (d Document) RenameSection(key, title string) (Document, error) {
	title = strings.TrimSpace(clean(title))
	return d.editSetting(key, func(s Value) Value {
		if title == "" || title == wordingOf(d.Root()).Title(key) {
			return s.Without("title")
		}
		return s.With("title", Text(title))
	})
}

// MoveSection puts the section that is shown at the place from to the place to,
// both counted in [Resume.Sections].
func (d Document) MoveSection(from, to int) (Document, error) {
	d, err := d.withAllSettings()
	if err != nil {
		return d, err
	}
	return d.Move(sectionsSetting, from, to)
}

// AddSection makes a new, empty custom section with the given title, last.
// It returns its key.
func (d Document) AddSection(title string) (Document, string, error) {
	base := memberName(title)
	key := base
	for n := 2; ; n++ {
		if _, taken := d.Root().Get(key); !taken && schemaOf(key) == nil && !notSections[key] && key != SummaryKey {
			break
		}
		key = base + strconv.Itoa(n)
	}
	next, err := d.Set(Root.Child(key), List())
	if err != nil {
		return d, "", err
	}
	next, err = next.RenameSection(key, title)
	return next, key, err
}

// RemoveSection takes away a section with all that is in it. Of a standard one, which every
// resume has, it notes that it is not wanted.
func (d Document) RemoveSection(key string) (Document, error) {
	_, name := sectionMember(d.Root(), key)
	at := Root.Child(name)
	if key == SummaryKey {
		at = Summary
	}
	if _, ok := d.Get(at); ok {
		var err error
		if d, err = d.Remove(at); err != nil {
			return d, err
		}
	}
	if schemaOf(key) != nil || key == SummaryKey {
		return d.editSetting(key, func(s Value) Value { return s.Without("hidden").With("removed", Flag(true)) })
	}
	for i, s := range sectionSettings(d.Root()) {
		if id, _ := s.Get("id"); id.Str() == key {
			return d.Remove(sectionsSetting.Item(i))
		}
	}
	return d, nil
}

// RestoreSection takes back that a section is not wanted.
func (d Document) RestoreSection(key string) (Document, error) {
	return d.editSetting(key, func(s Value) Value { return s.Without("removed") })
}

func (d Document) editSetting(key string, edit func(Value) Value) (Document, error) {
	d, err := d.withAllSettings()
	if err != nil {
		return d, err
	}
	for i, s := range sectionSettings(d.Root()) {
		if id, _ := s.Get("id"); id.Str() == key {
			return d.Set(sectionsSetting.Item(i), edit(s))
		}
	}
	return d, &AddressError{Root.Child(key), "no such section"}
}

// withAllSettings writes down the present order of sections, so that one can
// be changed against it. What the settings say of sections that are not there
// is kept, last.
func (d Document) withAllSettings() (Document, error) {
	have := sectionSettings(d.Root())
	byKey := func(key string) int {
		return slices.IndexFunc(have, func(v Value) bool { id, _ := v.Get("id"); return id.Str() == key })
	}
	var all []Value
	listed := map[string]bool{}
	for _, s := range readSections(d.Root()) {
		listed[s.Key] = true
		if i := byKey(s.Key); i >= 0 {
			all = append(all, have[i])
		} else {
			all = append(all, Struct(Member{"id", Text(s.Key)}))
		}
	}
	for _, v := range have {
		if id, _ := v.Get("id"); !listed[id.Str()] {
			all = append(all, v)
		}
	}
	return d.Set(sectionsSetting, List(all...))
}

// SortByDate orders a section's items newest first: what goes on before what
// has ended, then by end, then by start. Items without a date keep their place
// behind the item they follow.
func (d Document) SortByDate(key string) (Document, error) {
	list, name := sectionMember(d.Root(), key)
	at := Root.Child(name)
	type dated struct {
		value      Value
		end, start int
	}
	items := make([]dated, len(list.items))
	for i, v := range list.items {
		end, start := span(objectAt(v, at.Item(i)))
		if end == 0 && start == 0 && i > 0 {
			end, start = items[i-1].end, items[i-1].start
		}
		items[i] = dated{v, end, start}
	}
	slices.SortStableFunc(items, func(a, b dated) int {
		return cmp.Or(cmp.Compare(b.end, a.end), cmp.Compare(b.start, a.start))
	})
	sorted := make([]Value, len(items))
	for i := range items {
		sorted[i] = items[i].value
	}
	return d.Set(at, List(sorted...))
}

// span is when an item ended and began, in months; a running one ends after
// all others.
func span(o object) (end, start int) {
	const running = 3000 * 12
	start = o.date("startDate").Months()
	for _, name := range []string{"endDate", "date", "releaseDate"} {
		if d := o.date(name); d.Understood() {
			return d.Months(), start
		}
	}
	if start > 0 {
		return running, start
	}
	return 0, 0
}

// humanised makes a heading of a member name: "volunteerWork" → "Volunteer
// work".
func humanised(key string) string {
	var b strings.Builder
	for i, r := range key {
		switch {
		case i == 0:
			b.WriteRune(unicode.ToUpper(r))
		case r == '_' || r == '-':
			b.WriteByte(' ')
		case unicode.IsUpper(r):
			b.WriteByte(' ')
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// memberName makes a member name of a heading: "Talks & papers" → "talksPapers".
func memberName(title string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		word = strings.ToLower(word)
		if b.Len() > 0 {
			r, n := utf8.DecodeRuneInString(word)
			word = string(unicode.ToUpper(r)) + word[n:]
		}
		b.WriteString(word)
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

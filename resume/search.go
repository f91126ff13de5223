package resume

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Query is what to search a document's texts for.
type Query struct {
	Text      string
	MatchCase bool
	WholeWord bool // neither preceded nor followed by a letter or a digit
}

// Range is a part of a text, in bytes; To is exclusive.
type Range struct{ From, To int }

// Match is a place where a query was found. Its range is in the text that
// [Document.FieldText] returns for the address.
type Match struct {
	Address Address
	Range
	Hidden bool // the text, its item or its section is hidden
}

// Search finds the query in all texts that have a field, in the order in which
// the sections show them. It takes time linear in the document's length.
func (d Document) Search(q Query) []Match {
	var all []Match
	f := newFinder(q)
	d.eachText(func(t fieldText) {
		for _, r := range f.in(t.text) {
			all = append(all, Match{t.at, r, t.hidden})
		}
	})
	return all
}

// Replace replaces one match.
func (d Document) Replace(m Match, with string) (Document, error) {
	text := d.FieldText(m.Address)
	if m.From < 0 || m.To > len(text) || m.From > m.To {
		return d, &AddressError{m.Address, "the text has changed"}
	}
	f, _ := FieldAt(m.Address)
	return d.SetText(m.Address, stored(f.Shape, text[:m.From]+with+text[m.To:]))
}

// ReplaceAll replaces all matches of the query, in time linear in the document's
// length, and returns how many there were.
func (d Document) ReplaceAll(q Query, with string) (Document, int, error) {
	r := replacer{find: newFinder(q), with: with}
	next, err := d, error(nil)
	step := func(do func() (Document, error)) {
		if err == nil {
			next, err = do()
		}
	}
	for _, o := range []struct {
		at     Address
		fields []Field
	}{{Basics, textFields(basicsFields)}, {Location, locationFields}} {
		step(func() (Document, error) {
			v, _ := next.Get(o.at)
			changed, ok, err := r.object(v, o.at, o.fields)
			if err != nil || !ok {
				return next, err
			}
			return next.Set(o.at, changed)
		})
	}
	step(func() (Document, error) { return r.list(next, Profiles, profileFields) })
	for _, s := range readSections(d.Root()) {
		if s.Key != SummaryKey { // it is in basics
			step(func() (Document, error) { return r.list(next, s.Address, fieldsOf(s.Key)) })
		}
	}
	if err != nil {
		return d, 0, err
	}
	return next, r.count, nil
}

// FieldText is a text as its field shows it: a date as "Mar 2021".
func (d Document) FieldText(a Address) string {
	f, _ := FieldAt(a)
	return shownAs(f.Shape, d.TextAt(a))
}

func shownAs(s Shape, value string) string {
	if s != DateLine {
		return value
	}
	if date, ok := ParseDate(value); ok && date.Day == 0 {
		return date.String()
	}
	return value
}

// stored is the value of a field that shows the text.
func stored(s Shape, text string) string {
	if s != DateLine {
		return text
	}
	if IsPresent(text) {
		return ""
	}
	if date, ok := ParseDate(text); ok {
		return date.ISO()
	}
	return strings.TrimSpace(text)
}

// fieldText is a text of the document as its field shows it.
type fieldText struct {
	at     Address
	text   string
	hidden bool
}

// textFields are fields without the photo, whose data is no text.
func textFields(fields []Field) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return f.Name == "image" })
}

// eachText calls f with each text that has a field: the contact's, then those of
// the sections in their order.
func (d Document) eachText(f func(fieldText)) {
	summary := func(field Field) bool { return field.Name == SummaryKey }
	basics, _ := d.Get(Basics)
	eachTextOf(basics, Basics, slices.DeleteFunc(textFields(basicsFields), summary), false, f)
	location, _ := d.Get(Location)
	eachTextOf(location, Location, locationFields, false, f)
	profiles, _ := d.Get(Profiles)
	for i, p := range profiles.items {
		eachTextOf(p, Profiles.Item(i), profileFields, false, f)
	}
	for _, s := range readSections(d.Root()) {
		if s.Key == SummaryKey {
			if text := d.TextAt(Summary); text != "" {
				f(fieldText{Summary, text, s.Hidden})
			}
			continue
		}
		list, _ := d.Get(s.Address)
		for i, v := range list.items {
			hidden, _ := v.Get("hidden")
			eachTextOf(v, s.Address.Item(i), fieldsOf(s.Key), s.Hidden || hidden.True(), f)
		}
	}
}

// eachTextOf calls f with the texts of an object at the address.
func eachTextOf(v Value, at Address, fields []Field, hidden bool, f func(fieldText)) {
	for _, field := range fields {
		m, _, _ := memberOf(v, fields, field.Name)
		a := at.Child(field.Name)
		if isText(m) && m.text != "" {
			f(fieldText{a, shownAs(field.Shape, m.text), hidden})
		}
		hides := hiddenTexts(v, field.Name, m)
		for i, text := range m.items {
			if isText(text) {
				f(fieldText{a.Item(i), text.text, hidden || hides != nil && hides[i]})
			}
		}
	}
}

// replacer replaces in values, and counts.
type replacer struct {
	find  *finder
	with  string
	count int
}

// list replaces in the items of a list.
func (r *replacer) list(d Document, list Address, fields []Field) (Document, error) {
	have, _ := d.Get(list)
	var items []Value
	for i, v := range have.items {
		changed, ok, err := r.object(v, list.Item(i), fields)
		if err != nil {
			return d, err
		}
		if ok && items == nil {
			items = slices.Clone(have.items)
		}
		if ok {
			items[i] = changed
		}
	}
	if items == nil {
		return d, nil
	}
	return d.Set(list, List(items...))
}

// object replaces in the fields of an object, and reports whether there was a
// match.
func (r *replacer) object(v Value, at Address, fields []Field) (_ Value, changed bool, err error) {
	for _, f := range fields {
		old, name, _ := memberOf(v, fields, f.Name)
		switch {
		case isText(old):
			text, ok := r.text(shownAs(f.Shape, old.text))
			if text = clean(stored(f.Shape, text)); !ok {
				continue
			}
			if text == "" {
				v = v.Without(name)
			} else if v, err = set(v, at, []string{f.Name}, Text(text), nil); err != nil {
				return v, false, err
			}
			changed = true
		case old.kind == Array:
			texts, to, ok := r.texts(old.items, f.Shape == Words)
			if !ok {
				continue
			}
			if v, err = set(v, at, []string{f.Name}, List(texts...), func(i int) int { return to[i] }); err != nil {
				return v, false, err
			}
			changed = true
		}
	}
	return v, changed, nil
}

// texts replaces in a list of texts. Text i goes to to[i]; terms that become empty
// are dropped.
func (r *replacer) texts(items []Value, terms bool) (texts []Value, to []int, changed bool) {
	to = make([]int, len(items))
	for i, v := range items {
		to[i] = len(texts)
		if isText(v) {
			if text, ok := r.text(v.text); ok {
				v, changed = Text(clean(text)), true
				if terms && strings.TrimSpace(text) == "" {
					to[i] = -1
					continue
				}
			}
		}
		texts = append(texts, v)
	}
	return texts, to, changed
}

func (r *replacer) text(text string) (string, bool) {
	found := r.find.in(text)
	if len(found) == 0 {
		return text, false
	}
	r.count += len(found)
	var b strings.Builder
	last := 0
	for _, m := range found {
		b.WriteString(text[last:m.From])
		b.WriteString(r.with)
		last = m.To
	}
	b.WriteString(text[last:])
	return b.String(), true
}

// In finds the query in a text.
func (q Query) In(text string) []Range { return newFinder(q).in(text) }

// finder finds a query in texts. Letters are compared by Unicode's full case
// folding and canonical equivalence, and typographic quotes and spaces that do not
// break equal those on the keyboard.
type finder struct {
	query  Query
	fold   cases.Caser
	needle string
}

func newFinder(q Query) *finder {
	f := &finder{query: q, fold: cases.Fold()}
	f.needle = f.folded(q.Text).text
	return f
}

func (f *finder) in(text string) []Range {
	if f.needle == "" || text == "" {
		return nil
	}
	var all []Range
	h := f.folded(text)
	for from := 0; ; {
		i := strings.Index(h.text[from:], f.needle)
		if i < 0 {
			return all
		}
		from += i
		end := from + len(f.needle)
		r := Range{h.source(from), h.source(end)}
		if r.From < 0 || r.To < 0 || f.query.WholeWord && !isWhole(text, r) {
			from++
			continue
		}
		all = append(all, r)
		from = end
	}
}

// foldedText is a text in the form in which texts are compared.
type foldedText struct {
	text string
	// at is, for each byte of the text and its end, where the character that begins
	// there begins in the source, -1 within a character; nil where both are the same.
	at []int
}

func (h foldedText) source(i int) int {
	if h.at == nil {
		return i
	}
	return h.at[i]
}

// typed are characters that a keyboard types in another way.
var typed = map[rune]string{'\u00a0': " ", '\u202f': " ", '’': "'", '‘': "'", '“': `"`, '”': `"`, '„': `"`, '\u2011': "-"}

func (f *finder) folded(text string) foldedText {
	if plainASCII(text) {
		if !f.query.MatchCase {
			text = strings.ToLower(text)
		}
		return foldedText{text: text}
	}
	var b strings.Builder
	at := make([]int, 0, len(text)+1)
	var it norm.Iter
	it.InitString(norm.NFD, text)
	for !it.Done() {
		source := it.Pos()
		part := string(it.Next())
		if r, n := utf8.DecodeRuneInString(part); typed[r] != "" {
			part = typed[r] + part[n:]
		}
		if !f.query.MatchCase {
			part = f.foldedPart(part)
		}
		for i := range len(part) {
			if i > 0 {
				source = -1
			}
			at = append(at, source)
		}
		b.WriteString(part)
	}
	return foldedText{b.String(), append(at, len(text))}
}

func (f *finder) foldedPart(part string) string {
	if plainASCII(part) {
		return strings.ToLower(part)
	}
	return norm.NFD.String(f.fold.String(part))
}

// isWhole reports whether a range begins and ends at the limits of a word.
func isWhole(text string, r Range) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:r.From])
	first, _ := utf8.DecodeRuneInString(text[r.From:])
	last, _ := utf8.DecodeLastRuneInString(text[:r.To])
	after, _ := utf8.DecodeRuneInString(text[r.To:])
	return !(r.From > 0 && inWord(before) && inWord(first)) && !(r.To < len(text) && inWord(last) && inWord(after))
}

func inWord(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

package markdown

import (
	"strings"

	"resumax/exchange/fields"
	"resumax/exchange/taking"
	"resumax/render/outline"
	"resumax/resume"
)

// own reads Markdown of ours: its sections name themselves in comments.
func own(blocks []block) (resume.Document, taking.Record, bool) {
	r := ownReader{lists: map[resume.Address]int{}}
	found := false
	for _, b := range blocks {
		if b.heading == 1 {
			_, said := cutComment(b.text)
			key, _, _ := strings.Cut(said, languageMark)
			found = found || key == nameKey
		}
		if b.heading == 2 {
			if _, key := cutComment(b.text); isKey(key) {
				found = true
			}
		}
	}
	if !found {
		return resume.Document{}, taking.Record{}, false
	}
	for _, b := range blocks {
		r.block(b)
	}
	r.endHead()
	d, record := fields.Document(r.out, r.language)
	for _, text := range r.left {
		record.Left = append(record.Left, taking.Left{Text: text})
	}
	return d, record, true
}

// cutComment parts a text from the comment at its end.
func cutComment(text string) (rest, comment string) {
	if !strings.HasSuffix(text, "-->") {
		return text, ""
	}
	i := strings.LastIndex(text, "<!--")
	if i < 0 || i+len("<!---->") > len(text) {
		return text, ""
	}
	return strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+4 : len(text)-3])
}

// isKey reports whether a comment can name a section.
func isKey(key string) bool {
	return key != "" && len(key) < 200 && !strings.ContainsAny(key, " \t<>/~") && key != "meta" && key != "basics"
}

type ownReader struct {
	out  []outline.Block
	left []string

	language string // that of the resume, "" for none

	key   string
	items int
	lists map[resume.Address]int
	title string // a heading whose line of parts may follow
	open  bool
	named bool // the name, the headline and the contact were read
	label bool

	before string // the employer of the position before
}

func (r *ownReader) add(kind outline.Kind, at resume.Address, spans ...outline.Span) {
	r.out = append(r.out, outline.Block{Kind: kind, Address: at, Parts: []outline.Part{{Spans: spans}}})
}

func (r *ownReader) item() resume.Address { return resume.Root.Child(r.key).Item(max(0, r.items-1)) }

func (r *ownReader) next(list resume.Address) resume.Address {
	n := r.lists[list]
	r.lists[list]++
	return list.Item(n)
}

func plainText(text string) string {
	var b strings.Builder
	for _, s := range spansOf(text, nil) {
		b.WriteString(s.Text)
	}
	return strings.TrimSpace(b.String())
}

func withAddress(spans []outline.Span, at resume.Address) []outline.Span {
	for i := range spans {
		spans[i].Address = at
	}
	return spans
}

func (r *ownReader) block(b block) {
	text, said := cutComment(b.text)
	switch {
	case b.heading == 1:
		if key, tag, _ := strings.Cut(said, languageMark); key == nameKey && tag != "" {
			r.language = tag
		}
		r.add(outline.Name, resume.Basics.Child("name"), outline.Span{Text: plainText(text), Address: resume.Basics.Child("name")})
	case b.heading == 2:
		r.endHead()
		key, tag, _ := strings.Cut(said, languageMark)
		if tag != "" {
			r.language = tag
		}
		r.key, r.items, r.before = key, 0, ""
		if !isKey(key) {
			r.key = ""
			r.left = append(r.left, plainText(text))
			return
		}
		at := resume.Root.Child(r.key)
		if r.key == resume.SummaryKey {
			at = resume.Summary
		}
		r.add(outline.Heading, at, outline.Span{Text: plainText(text)})
	case r.key == "" && b.heading == 0:
		r.top(text, said)
	case r.key == "":
		r.left = append(r.left, plainText(text))
	case r.key == resume.SummaryKey:
		kind := outline.Paragraph
		if b.item {
			kind = outline.Bullet
		}
		r.add(kind, resume.Summary, withAddress(spansOf(text, nil), resume.Summary)...)
	case isOfTerms(r.key):
		r.terms(b, text, said)
	case b.heading == 3:
		r.endHead()
		r.items++
		r.title, r.open = text, true
		if said != "" && said != "entry" {
			r.head(text, nil, said)
		}
	case text == "" && said == "entry":
		r.endHead()
		r.items++
	default:
		r.body(b, text, said)
	}
}

// top reads what is above the first section.
func (r *ownReader) top(text, said string) {
	if !r.label && strings.HasPrefix(text, "**") && strings.HasSuffix(text, "**") && !strings.Contains(text, " | ") {
		r.label = true
		r.add(outline.Label, resume.Basics.Child("label"), outline.Span{Text: plainText(text), Address: resume.Basics.Child("label")})
		return
	}
	if r.named {
		r.left = append(r.left, plainText(text))
		return
	}
	r.named, r.label = true, true
	parts := splitUnescaped(text, " | ")
	told := strings.Fields(said)
	profiles, place, hasURL := 0, false, false
	for i, part := range parts {
		spans := spansOf(part, nil)
		link := ""
		count := 1
		for _, s := range spans {
			if s.Link != "" {
				link = s.Link
			}
		}
		if network, user, ok := strings.Cut(plainText(part), ": "); ok && network != "" && user != "" {
			count = 2
		}
		if len(spans) > 0 && spans[0].Link != "" {
			count = 1
		}
		name := usualContact(link, count, &profiles, &place, hasURL)
		if i < len(told) && len(told) == len(parts) {
			name = told[i]
		}
		hasURL = hasURL || name == "url"
		names := strings.Split(name, ",")
		text := plainText(part)
		texts := []string{text}
		if len(names) == 2 {
			a, b, _ := strings.Cut(text, ": ")
			texts = []string{a, b}
		}
		for k, n := range names {
			s := outline.Span{Text: texts[k], Address: resume.Basics}
			for t := range strings.SplitSeq(n, "/") {
				s.Address = s.Address.Child(t)
			}
			if k == len(names)-1 && n != "email" && n != "phone" {
				s.Link = link
			}
			if s.Link != "" && !strings.HasPrefix(s.Link, "http") && !strings.HasPrefix(s.Link, "mailto:") {
				s.Link = ""
			}
			r.add(outline.Contact, resume.Basics, s)
		}
	}
}

// endHead reads a head that has only its heading.
func (r *ownReader) endHead() {
	if r.open {
		r.head(r.title, nil, "")
	}
}

// body reads what is under a section's heading or an entry's.
func (r *ownReader) body(b block, text, said string) {
	if r.open && !b.item {
		parts := splitUnescaped(text, " | ")
		names, forced := strings.CutPrefix(said, headWord)
		if forced || isHeadLine(parts) && (said == "" || strings.Contains(said, " ")) {
			r.head(r.title, parts, names)
			return
		}
	}
	r.endHead()
	if r.items == 0 {
		r.items = 1
	}
	if !b.item && isCode(text) {
		list := below(r.item(), termField(r.key))
		for _, t := range splitCode(text) {
			r.add(outline.Keywords, list, outline.Span{Text: t, Address: r.next(list)})
		}
		return
	}
	field, kind := textFieldOf(r.key), outline.Paragraph
	if b.item {
		field, kind = pointField(r.key), outline.Bullet
	}
	if said != "" && !strings.Contains(said, " ") {
		field = said
	}
	at := below(r.item(), field)
	if b.item && (field == "highlights" || field == "courses") {
		at = r.next(at)
	}
	r.add(kind, at, withAddress(spansOf(text, nil), at)...)
}

// isHeadLine reports whether a line is parts of a head: it ends with a time in italics, or
// begins with bold text, or was written under a heading with comments.
func isHeadLine(parts []string) bool {
	for _, p := range parts {
		if marked(p, "**") || marked(p, "*") {
			return true
		}
	}
	return false
}

func marked(part, mark string) bool {
	inner, ok := strings.CutPrefix(part, mark)
	if !ok {
		return false
	}
	inner, ok = strings.CutSuffix(inner, mark)
	return ok && inner != "" && !strings.HasPrefix(inner, "*") && len(splitUnescaped(inner, "*")) == 1
}

func isCode(text string) bool { return strings.HasPrefix(text, "`") && strings.HasSuffix(text, "`") }

func splitCode(text string) (all []string) {
	for text != "" {
		n := len(text) - len(strings.TrimLeft(text, "`"))
		if n == 0 {
			_, rest, ok := strings.Cut(text, "`")
			if !ok {
				return all
			}
			text = "`" + rest
			continue
		}
		ticks := text[:n]
		end := strings.Index(text[n:], ticks)
		if end < 0 {
			return append(all, strings.TrimSpace(text[n:]))
		}
		all = append(all, strings.TrimSpace(text[n:n+end]))
		text = text[n+end+n:]
	}
	return all
}

// head reads the head of an entry: its heading and the line under it.
func (r *ownReader) head(title string, parts []string, said string) {
	r.open = false
	var slots []slot
	var texts [][]string
	var counts []int
	add := func(l look, text string) {
		s := slot{look: l}
		var all []string
		switch l {
		case bold:
			text = strings.TrimSuffix(strings.TrimPrefix(text, "**"), "**")
		case italic:
			text = strings.TrimSuffix(strings.TrimPrefix(text, "*"), "*")
		}
		switch {
		case l == italic:
			all = strings.Split(text, " – ")
			if n := len(all) - 1; n > 0 && resume.IsPresent(all[n]) {
				all = append(all[:n], "")
			}
		case l == inHeading && r.key == "education":
			all = splitUnescaped(text, ", ")
		default:
			all = []string{text}
		}
		slots, texts, counts = append(slots, s), append(texts, all), append(counts, len(all))
	}
	if title != "" {
		add(inHeading, title)
	}
	for _, p := range parts {
		switch {
		case marked(p, "**"):
			add(bold, p)
		case marked(p, "*"):
			add(italic, p)
		default:
			add(plain, p)
		}
	}
	told := strings.Fields(said)
	separate := len(told) > 0 && told[len(told)-1] == resume.SeparateName
	if separate {
		told = told[:len(told)-1]
	}
	isTold := len(told) == len(slots) && len(told) > 0
	if isTold {
		for i := range slots {
			slots[i].fields = strings.Split(told[i], ",")
			if len(slots[i].fields) > 1 && len(texts[i]) == 1 {
				texts[i] = splitUnescaped(texts[i][0], ", ")
			}
			if len(slots[i].fields) == 1 && slots[i].look == inHeading && len(texts[i]) > 1 {
				texts[i] = []string{strings.Join(texts[i], ", ")}
			}
		}
	} else {
		usual(r.key, slots, counts)
	}
	b := outline.Block{Kind: outline.Entry, Address: r.item()}
	for i, s := range slots {
		p := outline.Part{}
		if s.look == italic {
			p.Role = outline.Dates
		}
		single := !isTold && s.look == italic && len(texts[i]) == 1 && len(s.fields) == 1
		for k, text := range texts[i] {
			if text == "" && s.look == italic { // it still goes on
				p.Spans = append(p.Spans, outline.Span{Text: " – " + resume.Present})
				continue
			}
			if k >= len(s.fields) || s.fields[k] == "?" {
				r.left = append(r.left, plainText(text))
				continue
			}
			f := outline.Span{Text: plainText(text), Address: below(r.item(), s.fields[k])}
			for _, in := range spansOf(text, nil) {
				if in.Link != "" {
					f.Link = in.Link
				}
			}
			if single && s.fields[k] == "startDate" {
				f.Address = below(r.item(), "endDate")
			}
			p.Spans = append(p.Spans, f)
		}
		b.Parts = append(b.Parts, p)
	}
	if r.key == "work" {
		employer := employerOf(b)
		if employer != "" && strings.EqualFold(employer, r.before) && !separate {
			b.Kind = outline.Position
		}
		r.before = employer
	}
	r.out = append(r.out, b)
}

// terms reads a group of terms.
func (r *ownReader) terms(b block, text, said string) {
	nameField, levelField := termNames(r.key)
	list := resume.Root.Child(r.key)
	if b.heading > 0 {
		r.left = append(r.left, plainText(text))
		return
	}
	if !b.item {
		for _, t := range splitUnescaped(text, ", ") {
			item := r.next(list)
			r.term(item, t, nameField, levelField)
		}
		return
	}
	item := r.next(list)
	rest := text
	if name, terms, ok := strings.Cut(text, ":**"); ok && strings.HasPrefix(name, "**") {
		r.term(item, strings.TrimPrefix(name, "**"), nameField, levelField)
		rest = strings.TrimSpace(terms)
	}
	for _, t := range splitUnescaped(rest, ", ") {
		r.add(outline.Terms, item, outline.Span{Text: plainText(t), Address: r.next(item.Child("keywords"))})
	}
}

func (r *ownReader) term(item resume.Address, text, name, level string) {
	parts := splitUnescaped(text, " (")
	if len(parts) == 2 && strings.HasSuffix(parts[1], ")") {
		r.add(outline.Terms, item, outline.Span{Text: plainText(parts[0]), Address: item.Child(name)})
		r.add(outline.Terms, item, outline.Span{Text: plainText(strings.TrimSuffix(parts[1], ")")), Address: item.Child(level)})
		return
	}
	r.add(outline.Terms, item, outline.Span{Text: plainText(text), Address: item.Child(name)})
}

package office

import (
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/draft"
	"resumax/exchange/format"
	"resumax/exchange/structure"
	"resumax/exchange/taking"
	"resumax/resume"
)

// A file that [Compose] made says by its styles and bookmarks which field each text is, and
// word processors keep these when it is edited. So it is read exactly, as long as all of
// its text is in them; else it is recognized like any other.

// readKnown reads a text of our own. It reports false for any other.
func readKnown(blocks []Block) (format.Reading, bool) {
	k := &known{}
	for _, b := range blocks {
		if b.Para == nil || !k.paragraph(b.Para) {
			return format.Reading{}, false
		}
	}
	if !k.marked {
		return format.Reading{}, false
	}
	return k.reading()
}

// known is a resume in the making.
type known struct {
	basics   []resume.Member
	place    string
	profiles []resume.Value
	sections []*knownSection
	language string       // the one that was chosen, "" for none
	marked   bool         // it has our bookmarks or fields
	before   []knownField // dates over the head that they are of
}

type knownSection struct {
	key, title string
	items      []*knownItem
	text       []knownLine // of the summary
}

// knownItem is an item in the making.
type knownItem struct {
	members  []resume.Member
	lines    []knownLine
	about    []string // what an entry of a custom section is
	position bool     // it follows another one at the same employer
	head     bool     // it is an entry with a head
	ended    bool     // its keywords, which come last, were read
}

// knownLine is a paragraph of text, or a point.
type knownLine struct {
	text  string
	point bool
}

// knownField is the text of a field.
type knownField struct{ role, field, text, link, tip string }

// listFields are the fields that are lists.
var listFields = []string{"keywords", "courses", "roles", "highlights"}

// dateFields are the fields that are dates.
var dateFields = []string{"startDate", "endDate", "date", "releaseDate"}

// fieldNames are the members by their names in small letters.
var fieldNames = func() map[string]string {
	m := map[string]string{}
	for _, n := range strings.Fields("position name startDate endDate location description url summary entity type roles studyType area institution score courses issuer date publisher releaseDate title awarder organization language fluency level reference number keywords email phone profileUrl profileNetwork profileUsername") {
		m[strings.ToLower(n)] = n
	}
	return m
}()

func (i *knownItem) set(name, text string) {
	if j := slices.IndexFunc(i.members, func(m resume.Member) bool { return m.Name == name }); j >= 0 {
		if slices.Contains(listFields, name) {
			i.members[j].Value = resume.List(append(slices.Clone(i.members[j].Value.Items()), resume.Text(text))...)
		}
		return
	}
	v := resume.Text(text)
	if slices.Contains(listFields, name) {
		v = resume.Texts(text)
	}
	i.members = append(i.members, resume.Member{Name: name, Value: v})
}

func (i *knownItem) get(name string) string {
	for _, m := range i.members {
		if m.Name == name {
			return m.Value.Str()
		}
	}
	return ""
}

// paragraph reads a paragraph. It reports false if that is not one of ours.
func (k *known) paragraph(p *Para) bool {
	if p.empty() {
		return true
	}
	text := strings.TrimSpace(p.Text())
	name := strings.ToLower(p.Style)
	if name == strings.ToLower(sectionStyle) {
		key, ok := strings.CutPrefix(p.Mark, sectionMark)
		if !ok {
			return false
		}
		k.marked = true
		if plain, tag, said := strings.Cut(key, languageMark); said {
			key, k.language = plain, strings.ReplaceAll(tag, "_", "-")
		}
		k.sections = append(k.sections, &knownSection{key: key, title: text})
		return true
	}
	if len(k.sections) == 0 {
		return k.top(name, text, p)
	}
	s := k.sections[len(k.sections)-1]
	if strings.HasPrefix(p.Mark, entryMark) {
		s.items = append(s.items, &knownItem{})
	}
	switch name {
	case strings.ToLower(datesStyle):
		var ok bool
		k.before, ok = fieldsOf(p)
		return ok
	case strings.ToLower(entryStyle), strings.ToLower(positionStyle), strings.ToLower(recordStyle):
		s.items = append(s.items, &knownItem{head: true, position: name == strings.ToLower(positionStyle)})
		ok := k.fields(s, p)
		k.before = nil
		return ok
	case strings.ToLower(whereStyle):
		s.open()
		return k.fields(s, p)
	case strings.ToLower(keywordsStyle):
		i := s.open()
		i.ended = true
		return k.fields(s, p)
	case strings.ToLower(termsStyle):
		return s.terms(p)
	case strings.ToLower(aboutStyle):
		i := s.open()
		i.about = append(i.about, marksOf(p))
		return true
	case "normal", "standard", "default paragraph style", "list bullet":
		line := knownLine{marksOf(p), p.Item || name == "list bullet"}
		if s.key == resume.SummaryKey {
			s.text = append(s.text, line)
			return true
		}
		i := s.open()
		i.lines = append(i.lines, line)
		return true
	}
	return false
}

// open is the item that text goes to: the last one, or one without a head.
func (s *knownSection) open() *knownItem {
	if n := len(s.items); n == 0 || s.items[n-1].ended {
		s.items = append(s.items, &knownItem{})
	}
	return s.items[len(s.items)-1]
}

// top reads who the resume is about.
func (k *known) top(name, text string, p *Para) bool {
	set := func(name, text string) {
		k.basics = append(k.basics, resume.Member{Name: name, Value: resume.Text(text)})
	}
	switch name {
	case strings.ToLower(nameStyle):
		set("name", text)
		if tag, ok := strings.CutPrefix(p.Mark, nameMark+languageMark); ok {
			k.language = strings.ReplaceAll(tag, "_", "-")
		}
	case strings.ToLower(labelStyle):
		set("label", text)
	case strings.ToLower(photoStyle):
	case strings.ToLower(contactStyle):
		all, ok := fieldsOf(p)
		if !ok {
			return false
		}
		k.marked = k.marked || len(all) > 0
		for i, f := range all {
			switch f.field {
			case "location":
				k.place = f.text
			case "url":
				set("url", f.address())
			case "profileUrl":
				network, user := structure.NetworkOf(f.address())
				if f.tip != "" {
					network, user, _ = strings.Cut(f.tip, ": ")
				}
				k.profile(network, user, f.address())
			case "profileNetwork":
				user, link := "", ""
				if i+1 < len(all) && all[i+1].field == "profileUsername" {
					user, link = all[i+1].text, all[i+1].link
				}
				k.profile(f.text, user, link)
			case "profileUsername":
				if i == 0 || all[i-1].field != "profileNetwork" {
					k.profile("", f.text, f.link)
				}
			default:
				set(f.field, f.text)
			}
		}
	default:
		return false
	}
	return true
}

func (k *known) profile(network, user, url string) {
	var members []resume.Member
	for _, m := range []struct{ name, text string }{{"network", network}, {"username", user}, {"url", url}} {
		if m.text != "" {
			members = append(members, resume.Member{Name: m.name, Value: resume.Text(m.text)})
		}
	}
	k.profiles = append(k.profiles, resume.Struct(members...))
}

// address is a web address as a whole: where the text leads, if the text is a part of that.
func (f knownField) address() string {
	if strings.Contains(strings.ToLower(f.link), strings.ToLower(strings.TrimSuffix(f.text, "/"))) {
		return f.link
	}
	return f.text
}

// fieldsOf are the fields of a paragraph. It reports false if there is text of none.
func fieldsOf(p *Para) (all []knownField, ok bool) {
	apart := true
	for _, r := range p.Runs {
		role, field := readField(r.Style)
		name := fieldNames[field]
		if name == "" {
			if strings.ContainsFunc(r.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
				return nil, false
			}
			apart = true
			continue
		}
		if n := len(all) - 1; n >= 0 && !apart && all[n].field == name && all[n].role == role {
			all[n].text += r.Text
			continue
		}
		all = append(all, knownField{role, name, r.Text, r.Link, r.Tip})
		apart = false
	}
	for i := range all {
		all[i].text = strings.TrimSpace(all[i].text)
	}
	return all, true
}

// fields reads the fields of an item's head.
func (k *known) fields(s *knownSection, p *Para) bool {
	all, ok := fieldsOf(p)
	if !ok {
		return false
	}
	k.marked = true
	i := s.items[len(s.items)-1]
	for _, f := range slices.Concat(k.before, all) {
		if f.field == "url" {
			i.members = slices.DeleteFunc(i.members, func(m resume.Member) bool { return m.Name == "url" })
			i.set("url", f.address())
			continue
		}
		i.set(f.field, f.text)
		if strings.HasPrefix(f.link, "http") || strings.HasPrefix(f.link, "mailto:") {
			i.set("url", f.link)
		}
	}
	return true
}

// terms reads a group of terms.
func (s *knownSection) terms(p *Para) bool {
	all, ok := fieldsOf(p)
	if !ok {
		return false
	}
	open := false // an item that terms go on with
	for _, f := range all {
		grouped := f.role == strings.ToLower(groupRole)
		switch {
		case f.field == "level" || f.field == "fluency" || f.field == "keywords":
			if !open {
				s.items = append(s.items, &knownItem{})
			}
		case !grouped || !open:
			s.items = append(s.items, &knownItem{})
		}
		open = true
		s.items[len(s.items)-1].set(f.field, f.text)
	}
	return true
}

// marksOf is the text of a paragraph with inline marks.
func marksOf(p *Para) string {
	for _, escape := range []bool{false, true} {
		if text, ok := marked(p, escape, true); ok {
			return text
		}
	}
	text, _ := marked(p, true, false)
	return text
}

// span is text in one look, as inline marks tell it.
type span struct {
	text         string
	bold, italic bool
	link         string
}

// marked is the text of a paragraph with marks, and whether these say what the paragraph does.
func marked(p *Para, escape, looks bool) (string, bool) {
	var want []span
	for _, r := range p.Runs {
		s := span{r.Text, looks && r.Bold && !p.Bold, looks && r.Italic && !p.Italic, ""}
		if looks {
			s.link = r.Link
		}
		if n := len(want) - 1; n >= 0 && (strings.TrimSpace(s.text) == "" && s.link == "" && (s.bold || s.italic) || want[n].bold == s.bold && want[n].italic == s.italic && want[n].link == s.link) {
			want[n].text += s.text
			continue
		}
		want = append(want, s)
	}
	var b strings.Builder
	for i, s := range want {
		text := strings.ReplaceAll(s.text, "\n", " ")
		core := strings.TrimSpace(text)
		if core == "" {
			b.WriteString(text)
			continue
		}
		at := strings.Index(text, core)
		before, after := text[:at], text[at+len(core):]
		if i == 0 {
			before = ""
		}
		if i == len(want)-1 {
			after = ""
		}
		if escape {
			core = escaped(core)
		}
		mark := [4]string{"", "**", "*", "***"}[number(s.bold)+2*number(s.italic)]
		core = mark + core + mark
		if s.link != "" {
			core = "[" + core + "](" + s.link + ")"
		}
		b.WriteString(before + core + after)
	}
	text := b.String()
	var got []span
	for _, s := range resume.Spans(text) {
		got = append(got, span{s.Text, s.Bold, s.Italic, s.Link})
	}
	return text, slices.Equal(letters(want), letters(got))
}

func number(on bool) int {
	if on {
		return 1
	}
	return 0
}

// letter is a character with its look.
type letter struct {
	char rune
	look span
}

// letters are the characters of spans, without spaces.
func letters(spans []span) (all []letter) {
	for _, s := range spans {
		look := s
		look.text = ""
		for _, c := range s.text {
			if !unicode.IsSpace(c) {
				all = append(all, letter{c, look})
			}
		}
	}
	return all
}

// escaped is a text in which what could be a mark is meant as itself.
func escaped(text string) string {
	var b strings.Builder
	for i, c := range text {
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		letter := next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z'
		if strings.ContainsRune(`*[]\`, c) || c == '<' && (letter || next == '/' || next == '!') || c == '&' && (letter || next == '#') {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// textFields are the members that hold the text of an item, by section; "" is summary.
var textFields = map[string]string{"projects": "description", "references": "reference"}

// listless are the sections whose items have no points of their own.
var listless = []string{"publications", "awards", "references", "certificates"}

// finish puts the lines under an item's head into its members: paragraphs, with the points
// before the last of them, are its text; the points behind are its list.
func (i *knownItem) finish(key string) {
	if len(i.about) > 0 {
		i.set("description", strings.Join(i.about, "\n"))
	}
	last := -1
	for n, l := range i.lines {
		if !l.point || slices.Contains(listless, key) {
			last = n
		}
	}
	if last >= 0 {
		name := textFields[key]
		if name == "" {
			name = "summary"
		}
		i.set(name, textOfLines(i.lines[:last+1]))
	}
	for _, l := range i.lines[last+1:] {
		i.set("highlights", l.text)
	}
	for n, m := range i.members {
		if slices.Contains(dateFields, m.Name) {
			i.members[n].Value = resume.Text(dateOf(m.Value.Str()))
		}
	}
	start, end := i.get("startDate"), i.get("endDate")
	switch {
	case resume.IsPresent(end):
		i.members = slices.DeleteFunc(i.members, func(m resume.Member) bool { return m.Name == "endDate" })
	case start != "" && end == "": // both are the same, and said once
		i.set("endDate", start)
	}
}

// dateOf is a date as JSON Resume has it, or the wording where that is no plain date.
func dateOf(text string) string {
	if resume.IsPresent(text) {
		return text
	}
	if d, ok := resume.ParseDate(text); ok && d.Text == "" && d.Understood() {
		return d.ISO()
	}
	return text
}

func textOfLines(lines []knownLine) string {
	var texts []string
	for _, l := range lines {
		if l.point {
			l.text = resume.BulletMark + l.text
		}
		texts = append(texts, l.text)
	}
	return strings.Join(texts, "\n")
}

// reading is the resume.
func (k *known) reading() (format.Reading, bool) {
	var members []resume.Member
	for _, s := range k.sections {
		if s.key == resume.SummaryKey {
			k.basics = append(k.basics, resume.Member{Name: "summary", Value: resume.Text(textOfLines(s.text))})
		}
	}
	if k.place != "" {
		phone, _ := resume.Struct(k.basics...).Get("phone")
		k.basics = append(k.basics, resume.Member{Name: "location", Value: draft.PrintedPlace(k.place, phone.Str())})
	}
	if len(k.profiles) > 0 {
		k.basics = append(k.basics, resume.Member{Name: "profiles", Value: resume.List(k.profiles...)})
	}
	if len(k.basics) > 0 {
		members = append(members, resume.Member{Name: "basics", Value: resume.Struct(k.basics...)})
	}
	d := resume.NewDocument(resume.Struct(members...))
	var keys []string
	for _, s := range k.sections {
		var err error
		if d, err = s.add(d); err != nil {
			return format.Reading{}, false
		}
		keys = append(keys, s.key)
	}
	d, err := k.arrange(d.InLanguage(k.language), keys)
	if err != nil {
		return format.Reading{}, false
	}
	d, problems := d.Conform()
	r := format.Reading{Document: d, Problems: problems}
	r.Taken = takenOf(d.Root(), resume.Root, nil)
	return r, true
}

// add adds a section to the document.
func (s *knownSection) add(d resume.Document) (resume.Document, error) {
	if s.key == resume.SummaryKey {
		return d, nil
	}
	if _, taken := d.Root().Get(s.key); taken || strings.HasPrefix(s.key, "own_") || s.key == "basics" || s.key == "meta" {
		var err error
		if d, s.key, err = d.AddSection(s.title); err != nil {
			return d, err
		}
	}
	var items []resume.Value
	for n, i := range s.items {
		i.finish(s.key)
		if n > 0 && s.key == "work" && i.head {
			same := strings.EqualFold(i.get("name"), s.items[n-1].get("name")) && i.get("name") != ""
			place := s.items[n-1].get("location")
			switch {
			case i.position && place != "" && i.get("location") == "":
				i.set("location", place)
			case !i.position && same:
				i.members = append(i.members, resume.Member{Name: resume.SeparateName, Value: resume.Flag(true)})
			}
		}
		items = append(items, resume.Struct(i.members...))
	}
	return d.Set(resume.Root.Child(s.key), resume.List(items...))
}

// arrange gives sections the order and the titles that the file has.
func (k *known) arrange(d resume.Document, keys []string) (resume.Document, error) {
	var err error
	var usual []string
	for _, s := range d.Resume().Sections {
		if slices.Contains(keys, s.Key) {
			usual = append(usual, s.Key)
		}
	}
	if !slices.Equal(usual, keys) {
		for to, key := range keys {
			from := slices.IndexFunc(d.Resume().Sections, func(s resume.Section) bool { return s.Key == key })
			if from < 0 || from == to {
				continue
			}
			if d, err = d.MoveSection(from, to); err != nil {
				return d, err
			}
		}
	}
	for _, s := range k.sections {
		if at, ok := d.Resume().Section(s.key); ok && at.Title != s.title {
			if d, err = d.RenameSection(s.key, s.title); err != nil {
				return d, err
			}
		}
	}
	return d, nil
}

// takenOf are the texts of a document, which are all from the file.
func takenOf(v resume.Value, at resume.Address, all []taking.Taken) []taking.Taken {
	if at == resume.Root.Child("meta") {
		return all
	}
	for i, item := range v.Items() {
		all = takenOf(item, at.Item(i), all)
	}
	for _, m := range v.Members() {
		all = takenOf(m.Value, at.Child(m.Name), all)
	}
	if v.Kind() == resume.String && v.Str() != "" {
		all = append(all, taking.Taken{Address: at, Text: resume.Plain(v.Str()), Confidence: 1})
	}
	return all
}

package reactiveresume

import (
	"slices"
	"strings"

	"resumax/exchange/draft"
	"resumax/resume"
)

// The labels of paragraphs that stand for fields.
const (
	keywordsLabel     = "Keywords"
	employerLabel     = "About the employer"
	organizationLabel = "Organization"
	typeLabel         = "Type"
	rolesLabel        = "Roles"
	roleLabel         = "Role"
	subtitleLabel     = "Subtitle"
	locationLabel     = "Location"
	numberLabel       = "Number"
	dateLabel         = "Date"
	emailLabel        = "Email"
)

// asideName is where the document keeps how Reactive Resume shows it.
const asideName = "x-reactive-resume"

// keys are the sections of JSON Resume by the names of sections in all versions.
var keys = map[string]string{"work": "work", "experience": "work", "education": "education", "projects": "projects", "skills": "skills", "languages": "languages",
	"interests": "interests", "awards": "awards", "certifications": "certificates", "publications": "publications", "volunteer": "volunteer", "references": "references",
	"summary": resume.SummaryKey}

type reader struct {
	root resume.Value
	out  draft.Resume
}

func get(v resume.Value, names ...string) resume.Value {
	for _, n := range names {
		if m, ok := v.Get(n); ok && !m.IsNull() {
			return m
		}
	}
	return resume.Value{}
}

// text is a member's text, be it a number.
func text(v resume.Value, names ...string) string {
	for _, n := range names {
		if m, _ := v.Get(n); (m.Kind() == resume.String || m.Kind() == resume.Number) && strings.TrimSpace(m.Raw()) != "" {
			return strings.TrimSpace(m.Raw())
		}
	}
	return ""
}

func texts(v resume.Value, name string) []string {
	var all []string
	for _, item := range get(v, name).Items() {
		if item.Kind() == resume.String || item.Kind() == resume.Number {
			all = append(all, item.Raw())
		}
	}
	return all
}

func flag(v resume.Value, name string) (value, there bool) {
	m, _ := v.Get(name)
	return m.True(), m.Kind() == resume.Bool
}

// hidden reports whether a section or an entry is hidden, which older versions say the
// other way round.
func hidden(v resume.Value) bool {
	if h, ok := flag(v, "hidden"); ok {
		return h
	}
	visible, ok := flag(v, "visible")
	return ok && !visible
}

func (r *reader) read() {
	r.sectionsInOrder()
	r.contact(get(r.root, "basics"))
	sections := get(r.root, "sections")
	r.summary(sections)
	for _, m := range sections.Members() {
		r.standard(m.Name, m.Value)
	}
	r.customFields(get(r.root, "basics"))
	r.customs(sections)
	r.looks()
}

// sectionsInOrder says the sections in the order of the layout: of all pages first the
// main column, then the other.
func (r *reader) sectionsInOrder() {
	metadata := get(r.root, "metadata")
	var ids []string
	layout := get(metadata, "layout")
	for _, page := range layout.Items() { // versions 3 and 4: pages of columns
		for _, column := range page.Items() {
			ids = append(ids, listed(column)...)
		}
	}
	for _, page := range get(layout, "pages").Items() {
		ids = append(ids, listed(get(page, "main"))...)
		ids = append(ids, listed(get(page, "sidebar"))...)
	}
	for _, m := range get(r.root, "sections").Members() { // what the layout does not name comes last
		if m.Name == "custom" {
			for _, c := range m.Value.Members() {
				ids = append(ids, c.Name)
			}
			continue
		}
		ids = append(ids, m.Name)
	}
	for _, c := range get(r.root, "customSections").Items() {
		ids = append(ids, text(c, "id"))
	}
	seen := map[string]bool{}
	for _, id := range ids {
		id = strings.TrimPrefix(id, "custom.")
		if id == "" || seen[id] {
			continue
		}
		seen[id] = true
		s, custom := r.sectionOf(id)
		title := text(s, "title", "name", "heading")
		switch key := keys[id]; {
		case custom && kindOf(id, s) == "cover-letter":
		case custom && len(get(s, "items").Items()) == 0:
			r.out.Left("Section without entries", title)
		case custom:
			key := r.out.Custom(customTitle(s, id))
			r.out.Section(key, customTitle(s, id), hidden(s))
		case key != "":
			r.out.Section(key, title, hidden(s))
		}
	}
}

func listed(v resume.Value) []string {
	var all []string
	for _, item := range v.Items() {
		all = append(all, item.Str())
	}
	return all
}

// sectionOf is the section with an id, and whether it is a custom one.
func (r *reader) sectionOf(id string) (resume.Value, bool) {
	sections := get(r.root, "sections")
	if id == "summary" {
		if s := get(r.root, "summary"); s.Kind() == resume.Object {
			return s, false
		}
		if s := get(get(r.root, "basics"), "summary"); s.Kind() == resume.Object {
			return s, false
		}
	}
	if s := get(get(sections, "custom"), id); s.Kind() == resume.Object {
		return s, true
	}
	for _, c := range get(r.root, "customSections").Items() {
		if text(c, "id") == id {
			return c, true
		}
	}
	s := get(sections, id)
	return s, s.Kind() == resume.Object && keys[id] == "" && id != "profiles" && id != "custom"
}

func customTitle(s resume.Value, id string) string {
	if title := text(s, "title", "name"); title != "" {
		return title
	}
	if key := keys[kindOf(id, s)]; key != "" {
		return resume.SectionTitle(key)
	}
	return "More"
}

// kindOf is what a custom section's entries are: the name of a section, "custom" for
// those of their own.
func kindOf(id string, s resume.Value) string {
	if kind := text(s, "type"); kind != "" && kind != "basic" {
		return kind
	}
	return "custom"
}

func (r *reader) contact(b resume.Value) {
	phone := text(b, "phone")
	r.out.Basic("name", text(b, "name"))
	r.out.Basic("label", text(b, "headline", "label"))
	r.out.Basic("email", text(b, "email"))
	r.out.Basic("phone", phone)
	url, label := website(b)
	r.out.Basic("url", url)
	r.out.KeepBasic("urlLabel", resume.Text(label))
	if place := get(b, "location"); place.Kind() == resume.Object { // version 3
		for _, part := range []string{"address", "postalCode", "city", "region"} {
			r.out.Place(part, text(place, part))
		}
		r.out.Place("countryCode", text(place, "countryCode", "country"))
	} else {
		r.out.Located(text(b, "location"), phone)
	}
	r.out.KeepBasic("birthDate", resume.Text(text(b, "birthdate")))
	r.picture(b)
	for _, p := range get(b, "profiles").Items() {
		r.profile(p, false)
	}
	for _, m := range b.Members() {
		switch m.Name {
		case "name", "headline", "label", "email", "phone", "website", "url", "location", "birthdate", "picture", "photo", "profiles", "customFields", "summary", "id":
		default:
			r.out.KeepBasic(m.Name, m.Value)
		}
	}
}

// customFields takes the custom fields of the contact. It comes after the profiles, which
// many of them say again.
func (r *reader) customFields(b resume.Value) {
	var kept []resume.Value
	for _, f := range get(b, "customFields").Items() {
		if !r.customField(f) {
			kept = append(kept, f)
		}
	}
	r.out.KeepBasic("customFields", resume.List(kept...))
}

// picture takes the address of the photo, if it is shown.
func (r *reader) picture(b resume.Value) {
	for _, p := range []resume.Value{get(r.root, "picture"), get(b, "picture"), get(b, "photo")} {
		url := text(p, "url")
		effects := get(p, "effects")
		visible, said := flag(p, "visible")
		switch {
		case url == "":
		case hidden(p) || hidden(effects) || said && !visible:
			r.out.Left("Hidden picture", url)
		default:
			r.out.Basic("image", url)
		}
	}
}

// customField takes a custom field that has a field: a part of the address, or a link.
func (r *reader) customField(f resume.Value) bool {
	said, link := text(f, "text", "value"), text(f, "link")
	name := text(f, "name")
	switch id := text(f, "id"); {
	case id == "address" || id == "postalCode":
		r.out.Place(id, said)
		return true
	case id == postalCode4:
		r.out.Place("postalCode", said)
		return true
	case said == "" && link == "":
		return true
	}
	if link == "" {
		if _, ok := resume.Link(said); !ok {
			return false
		}
		link, said = said, name
	}
	if r.out.HasProfile(link) && (draft.Bare(said) == draft.Bare(link) || said == "") {
		return true
	}
	if draft.Bare(said) == draft.Bare(link) {
		said = ""
	}
	i := &draft.Item{}
	i.Text("network", said).Text("url", link).Keep("id", resume.Text(ownID(f))).Keep("icon", get(f, "icon"))
	r.out.Profile(i)
	return true
}

// website is the address of an entry's link, and its label where that says more.
func website(v resume.Value) (url, label string) {
	w := get(v, "website", "url")
	if w.Kind() == resume.Object {
		url, label = text(w, "url", "href"), text(w, "label")
	} else {
		url = strings.TrimSpace(w.Str())
	}
	if url == "" {
		return label, ""
	}
	if draft.Bare(label) == draft.Bare(url) {
		label = ""
	}
	return url, label
}

// ownID is the id of an entry, "" for one that was made when the entry was written.
func ownID(v resume.Value) string {
	id := text(v, "id")
	if strings.HasPrefix(id, madeID) || strings.HasPrefix(id, madeID4) {
		return ""
	}
	return id
}

func (r *reader) summary(sections resume.Value) {
	content := text(r.root, "summary")
	for _, s := range []resume.Value{get(r.root, "summary"), get(sections, "summary"), get(get(r.root, "basics"), "summary")} {
		if content == "" {
			content = text(s, "content", "body")
		}
	}
	if content == "" {
		content = text(get(r.root, "basics"), "summary")
	}
	r.out.Basic("summary", draft.Joined(resume.Blocks(content)))
}

func (r *reader) standard(name string, section resume.Value) {
	if name == "profiles" {
		for _, p := range get(section, "items").Items() {
			r.profile(p, hidden(section))
		}
		return
	}
	key := keys[name]
	if key == "" || key == resume.SummaryKey {
		return
	}
	for _, v := range get(section, "items").Items() {
		if key == "work" && len(get(v, "roles").Items()) > 0 {
			r.roles(v)
			continue
		}
		i := &draft.Item{}
		r.start(i, v)
		entry(i, key, v)
		rest(i, v)
		r.out.Add(key, i)
	}
}

func (r *reader) start(i *draft.Item, v resume.Value) {
	i.Keep("id", resume.Text(ownID(v))).Hide(hidden(v))
}

func (r *reader) profile(v resume.Value, hide bool) {
	i := &draft.Item{}
	i.Keep("id", resume.Text(ownID(v))).Hide(hide || hidden(v))
	url, label := website(v)
	i.Text("network", text(v, "network")).Text("username", text(v, "username")).Text("url", url).Keep("urlLabel", resume.Text(label))
	rest(i, v)
	r.out.Profile(i)
}

// roles makes a position of each role at an employer. What the employer's entry says of
// all of them stands at the first.
func (r *reader) roles(v resume.Value) {
	for n, role := range get(v, "roles").Items() {
		i := &draft.Item{}
		i.Keep("id", resume.Text(ownID(role))).Hide(hidden(v))
		url, label := website(v)
		i.Text("name", text(v, "company")).Text("position", text(role, "position")).Text("location", text(v, "location"))
		period(i, role)
		i.Text("url", url).Keep("urlLabel", resume.Text(label))
		described(i, "work", text(role, "description"))
		if n == 0 {
			if all := resume.Blocks(text(v, "description")); len(all) > 0 {
				i.Text("description", draft.Joined(all)).Doubt("description")
			}
			i.Keep("overallPosition", resume.Text(text(v, "position"))).Keep("overallPeriod", resume.Text(text(v, "period")))
			rest(i, v)
		}
		rest(i, role)
		r.out.Add("work", i)
	}
}

// entry takes the fields of a section's entry.
func entry(i *draft.Item, key string, v resume.Value) {
	field := func(to string, from ...string) { i.Text(to, text(v, from...)) }
	switch key {
	case "work":
		field("name", "company", "name")
		field("position", "position")
		field("location", "location")
		period(i, v)
	case "volunteer":
		field("organization", "organization")
		field("position", "position")
		period(i, v)
		i.Keep("location", get(v, "location"))
	case "education":
		field("institution", "school", "institution")
		field("studyType", "degree", "studyType")
		field("area", "area")
		field("score", "grade", "score")
		period(i, v)
		i.Texts("courses", texts(v, "courses")...)
		i.Keep("location", get(v, "location"))
	case "projects":
		field("name", "name")
		period(i, v)
		if _, newer := v.Get("website"); !newer {
			i.Prose("description", "", text(v, "description")) // beside a summary
		}
	case "skills":
		field("name", "name")
		level(i, "level", text(v, "proficiency", "description"), v)
	case "languages":
		field("language", "language", "name")
		level(i, "fluency", text(v, "fluency", "description"), v)
	case "interests":
		field("name", "name")
	case "awards":
		field("title", "title")
		field("awarder", "awarder")
		i.Day("date", text(v, "date"))
	case "certificates":
		field("name", "title", "name")
		field("issuer", "issuer")
		i.Day("date", text(v, "date"))
	case "publications":
		field("name", "title", "name")
		field("publisher", "publisher")
		i.Day("releaseDate", text(v, "date"))
	case "references":
		field("name", "name")
		i.Keep("position", resume.Text(text(v, "position", "relationship"))).Keep("phone", resume.Text(text(v, "phone"))).Keep("email", resume.Text(text(v, "email")))
		if _, newer := v.Get("position"); !newer && text(v, "description") != "" {
			i.Keep("position", resume.Text(text(v, "description"))) // version 4
		}
	}
	url, label := website(v)
	i.Text("url", url).Keep("urlLabel", resume.Text(label))
	described(i, key, description(key, v))
	i.Texts("keywords", texts(v, "keywords")...)
}

// description is the HTML of an entry.
func description(key string, v resume.Value) string {
	if s := text(v, "summary"); s != "" {
		return s
	}
	switch key {
	case "skills", "languages":
		return ""
	case "projects":
		if _, newer := v.Get("website"); !newer {
			return ""
		}
	case "references":
		if _, newer := v.Get("position"); !newer {
			return ""
		}
	}
	return text(v, "description")
}

// described puts the HTML of an entry into its fields.
func described(i *draft.Item, key, source string) {
	blocks := resume.Blocks(source)
	if len(blocks) == 0 {
		return
	}
	list := func(name, line string) { i.Texts(name, draft.Terms(line)...) }
	switch key {
	case "work":
		rest, said := draft.Labeled(blocks, keywordsLabel, employerLabel)
		i.Text("description", said[employerLabel])
		list("keywords", said[keywordsLabel])
		i.Blocks("summary", "highlights", rest)
	case "volunteer":
		rest, said := draft.Labeled(blocks, roleLabel)
		i.Text("position", said[roleLabel])
		if len(rest) > 1 && !i.Has("position") {
			if role, ok := allBold(rest[0]); ok {
				i.Text("position", role).Doubt("position")
				rest = rest[1:]
			}
		}
		i.Blocks("summary", "highlights", rest)
	case "education":
		n := i.Has("courses")
		i.Blocks("", "courses", blocks)
		if !n && slices.ContainsFunc(blocks, func(b resume.Block) bool { return !b.Bullet }) {
			i.Doubt("courses")
		}
	case "projects":
		rest, said := draft.Labeled(blocks, organizationLabel, typeLabel, rolesLabel, keywordsLabel)
		i.Text("entity", said[organizationLabel]).Text("type", said[typeLabel])
		list("roles", said[rolesLabel])
		list("keywords", said[keywordsLabel])
		i.Blocks("description", "highlights", rest)
	case "custom":
		rest, said := draft.Labeled(blocks, roleLabel, organizationLabel, subtitleLabel, locationLabel, dateLabel, numberLabel, keywordsLabel)
		i.Text("position", said[roleLabel]).Text("organization", said[organizationLabel]).Text("description", said[subtitleLabel])
		i.Text("location", said[locationLabel]).Day("date", said[dateLabel]).Text("number", said[numberLabel])
		list("keywords", said[keywordsLabel])
		i.Blocks("summary", "highlights", rest)
	case "references":
		rest, said := draft.Labeled(blocks, emailLabel)
		i.Keep("email", resume.Text(said[emailLabel]))
		i.Blocks("reference", "", rest)
	default: // certificates, awards, publications, skills
		i.Blocks("summary", "", blocks)
	}
}

// allBold is the text of a paragraph that is in bold as a whole.
func allBold(b resume.Block) (string, bool) {
	spans := resume.Spans(b.Text)
	if b.Bullet || len(spans) != 1 || !spans[0].Bold || strings.Contains(b.Text, "\n") {
		return "", false
	}
	return resume.Plain(b.Text), true
}

// period takes when an entry began and ended.
func period(i *draft.Item, v resume.Value) {
	when := get(v, "period", "date")
	if when.Kind() == resume.Object { // version 3
		i.Dates(text(when, "start"), text(when, "end"))
		return
	}
	i.Period(when.Str())
}

// level takes how well something is known: in words, and as a number of those that the
// page shows as dots.
func level(i *draft.Item, field, words string, v resume.Value) {
	i.Text(field, words)
	if n := text(v, "levelNum"); n != "" && n != "0" { // version 3
		i.Text(field, text(v, "level"))
		number(i, field, n, "10")
		return
	}
	if get(v, "level").Kind() == resume.String {
		i.Text(field, text(v, "level"))
		return
	}
	number(i, field, text(v, "level"), "5")
}

func number(i *draft.Item, field, n, most string) {
	switch {
	case n == "" || n == "0":
	case !i.Has(field):
		i.Text(field, n+"/"+most)
	case most == "10":
		i.Keep("levelNum", resume.Text(n+"/"+most))
	default:
		i.Keep("levelNum", resume.Literal(n))
	}
}

// taken are the members of entries that have fields, in any version.
var taken = strings.Fields("id hidden visible name title company position location period date website url summary description keywords organization school institution degree studyType area grade score courses " +
	"proficiency fluency language level levelNum awarder issuer publisher phone email relationship network username roles content recipient subtitle")

// rest keeps the members of an entry that have no field.
func rest(i *draft.Item, v resume.Value) {
	for _, m := range v.Members() {
		if !slices.Contains(taken, m.Name) {
			i.Keep(m.Name, m.Value)
		}
	}
}

// customs takes the sections of the user's own.
func (r *reader) customs(sections resume.Value) {
	for _, m := range get(sections, "custom").Members() {
		r.custom(m.Name, m.Value)
	}
	for _, m := range sections.Members() {
		if _, custom := r.sectionOf(m.Name); custom && keys[m.Name] == "" {
			r.custom(m.Name, m.Value)
		}
	}
	for _, s := range get(r.root, "customSections").Items() {
		r.custom(text(s, "id"), s)
	}
}

func (r *reader) custom(id string, s resume.Value) {
	kind := kindOf(id, s)
	items := get(s, "items").Items()
	if kind == "cover-letter" {
		for _, v := range items {
			for _, part := range []string{"recipient", "content"} {
				r.out.Left("Cover letter", resume.Plain(draft.Joined(resume.Blocks(text(v, part)))))
			}
		}
		return
	}
	if len(items) == 0 {
		return
	}
	key := r.out.Custom(customTitle(s, id))
	for _, v := range items {
		i := &draft.Item{}
		r.start(i, v)
		customEntry(i, kind, v)
		rest(i, v)
		r.out.Add(key, i)
	}
}

// customEntry takes an entry of a custom section, by what its entries are.
func customEntry(i *draft.Item, kind string, v resume.Value) {
	field := func(to string, from ...string) { i.Text(to, text(v, from...)) }
	switch kind {
	case "experience", "work":
		field("organization", "company", "name")
		field("position", "position")
		for _, role := range get(v, "roles").Items() {
			line := strings.Trim(text(role, "position")+", "+text(role, "period"), ", ")
			i.Texts("highlights", line)
			for _, b := range resume.Blocks(text(role, "description")) {
				i.Texts("highlights", b.Text)
			}
		}
	case "volunteer":
		field("organization", "organization")
		field("position", "position")
	case "education":
		field("name", "degree", "studyType")
		field("organization", "school", "institution")
		field("description", "area")
		i.Keep("score", resume.Text(text(v, "grade", "score")))
		i.Texts("keywords", texts(v, "courses")...)
	case "awards", "certifications", "publications":
		field("name", "title", "name")
		field("organization", "awarder", "issuer", "publisher")
	case "languages":
		field("name", "language", "name")
		level(i, "description", text(v, "fluency", "description"), v)
	case "skills":
		field("name", "name")
		level(i, "description", text(v, "proficiency", "description"), v)
	case "profiles":
		field("name", "network")
		field("description", "username")
	case "references":
		field("name", "name")
		field("position", "position", "relationship")
		i.Keep("phone", resume.Text(text(v, "phone"))).Keep("email", resume.Text(text(v, "email")))
	case "summary":
		described(i, "custom", text(v, "content"))
	case "custom": // versions 3 and 4
		field("name", "name", "title")
		field("description", "description", "subtitle")
		level(i, "description", "", v)
	default:
		field("name", "name", "title")
	}
	field("location", "location")
	if kind == "custom" || kind == "projects" || text(v, "period") != "" || get(v, "date").Kind() == resume.Object {
		period(i, v)
	} else {
		i.Day("date", text(v, "date"))
	}
	url, label := website(v)
	i.Text("url", url).Keep("urlLabel", resume.Text(label))
	html := text(v, "summary")
	if html == "" && kind != "custom" && kind != "languages" && kind != "skills" {
		html = text(v, "description")
	}
	described(i, "custom", html)
	i.Texts("keywords", texts(v, "keywords")...)
}

// looks keeps how the file shows the resume, and takes paper and language.
func (r *reader) looks() {
	metadata := get(r.root, "metadata")
	page := get(metadata, "page")
	switch paper := strings.ToLower(text(page, "format")); paper {
	case "letter":
		r.out.Setting(resume.MetaPage, paper)
	}
	locale := text(page, "locale")
	if locale == "" {
		locale = text(metadata, "locale") // version 3
	}
	if locale != defaultLocale && locale != "en" {
		r.out.Setting(resume.MetaLanguage, locale)
	}
	r.out.Left("Notes", resume.Plain(draft.Joined(resume.Blocks(text(metadata, "notes")))))
	aside := resume.Struct()
	for _, m := range r.root.Members() {
		switch m.Name {
		case "basics", "sections", "customSections", "summary":
		default:
			aside = aside.With(m.Name, m.Value)
		}
	}
	if shown := r.shown(); shown.Len() > 0 {
		aside = aside.With("sections", shown)
	}
	r.out.Keep(asideName, aside)
}

// shown is how the sections are shown, by their names.
func (r *reader) shown() resume.Value {
	all := resume.Struct()
	add := func(name string, s resume.Value) {
		look := resume.Struct()
		for _, m := range s.Members() {
			switch m.Name {
			case "title", "name", "heading", "hidden", "visible", "items", "content", "body", "id", "type":
			default:
				look = look.With(m.Name, m.Value)
			}
		}
		if look.Len() > 0 && name != "" {
			all = all.With(name, look)
		}
	}
	add("summary", get(r.root, "summary"))
	for _, m := range get(r.root, "sections").Members() {
		if m.Name != "custom" {
			add(m.Name, m.Value)
		}
	}
	for _, m := range get(get(r.root, "sections"), "custom").Members() {
		add(m.Name, m.Value)
	}
	for _, c := range get(r.root, "customSections").Items() {
		add(text(c, "id"), c)
	}
	return all
}

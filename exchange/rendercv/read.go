package rendercv

import (
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/draft"
	"resumax/resume"
)

// The labels of highlights that stand for fields, the first one written.
var (
	keywordLabels = []string{"Keywords", "Tools Used", "Tools used", "Technologies", "Tech stack", "Tech Stack"}
	gradeLabels   = []string{"Grade", "GPA"}
)

// missing stands where the file must have a text and the resume has none.
const missing = "–"

// networkURLs are where RenderCV leads the accounts of the networks that it knows.
var networkURLs = map[string]string{"LinkedIn": "https://linkedin.com/in/", "GitHub": "https://github.com/", "GitLab": "https://gitlab.com/", "IMDB": "https://imdb.com/name/",
	"Instagram": "https://instagram.com/", "ORCID": "https://orcid.org/", "StackOverflow": "https://stackoverflow.com/users/", "ResearchGate": "https://researchgate.net/profile/",
	"YouTube": "https://youtube.com/@", "Google Scholar": "https://scholar.google.com/citations?user=", "Telegram": "https://t.me/", "WhatsApp": "https://wa.me/",
	"Leetcode": "https://leetcode.com/u/", "X": "https://x.com/", "Bluesky": "https://bsky.app/profile/", "Reddit": "https://reddit.com/user/", "Twitter": "https://twitter.com/"}

type reader struct {
	out  draft.Resume
	have map[string]bool // sections of JSON Resume that are taken
}

func get(v resume.Value, names ...string) resume.Value {
	for _, n := range names {
		if m, ok := v.Get(n); ok && !m.IsNull() {
			return m
		}
	}
	return resume.Value{}
}

// text is a member's text, "" for one that only stands for none.
func text(v resume.Value, names ...string) string {
	for _, n := range names {
		m, _ := v.Get(n)
		if s := strings.TrimSpace(m.Raw()); s != "" && s != missing {
			return s
		}
	}
	return ""
}

// several are the texts of a member that may be one or a list.
func several(v resume.Value) []string {
	var all []string
	for _, item := range append([]resume.Value{v}, v.Items()...) {
		if s := strings.TrimSpace(item.Raw()); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// plain is a text of one line without marks.
func plain(text string) string { return resume.Plain(text) }

func (r *reader) contact(cv resume.Value) {
	r.out.Basic("name", plain(text(cv, "name")))
	r.out.Basic("label", plain(text(cv, "headline", "label")))
	r.out.Basic("image", text(cv, "photo"))
	for n, mail := range several(get(cv, "email")) {
		if n == 0 {
			r.out.Basic("email", mail)
		} else {
			r.out.MoreBasic("otherEmails", mail)
		}
	}
	phone := ""
	for n, p := range several(get(cv, "phone")) {
		p = strings.TrimPrefix(p, "tel:")
		if n == 0 {
			phone = p
			r.out.Basic("phone", p)
		} else {
			r.out.MoreBasic("otherPhones", p)
		}
	}
	r.out.Located(text(cv, "location"), phone)
	for n, url := range several(get(cv, "website")) {
		if n == 0 {
			r.out.Basic("url", url)
		} else {
			r.out.Profile((&draft.Item{}).Text("url", url))
		}
	}
	for _, s := range get(cv, "social_networks").Items() {
		i := &draft.Item{}
		network, user := text(s, "network"), text(s, "username")
		i.Text("network", network).Text("username", user).Text("url", accountURL(network, user))
		rest(i, s, "network", "username")
		r.out.Profile(i)
	}
	for _, c := range get(cv, "custom_connections").Items() {
		r.connection(c)
	}
	for _, m := range cv.Members() {
		switch m.Name {
		case "name", "headline", "label", "location", "email", "photo", "phone", "website", "social_networks", "custom_connections", "sections":
		default:
			if m.Value.Kind() != resume.Array {
				r.out.KeepBasic(m.Name, m.Value)
			}
		}
	}
}

// accountURL is where RenderCV leads an account.
func accountURL(network, user string) string {
	if network == "Mastodon" {
		if name, host, ok := strings.Cut(strings.TrimPrefix(user, "@"), "@"); ok {
			return "https://" + host + "/@" + name
		}
	}
	if base := networkURLs[network]; base != "" && user != "" {
		return base + user
	}
	return ""
}

// The icons of connections that stand for parts of the contact.
const (
	phoneIcon  = "phone"
	mailIcon   = "envelope"
	streetIcon = "house"
	postIcon   = "map-pin"
)

func (r *reader) connection(c resume.Value) {
	said, url := plain(text(c, "placeholder")), text(c, "url")
	icon := text(c, "fontawesome_icon")
	if url == "" {
		done := false
		switch icon {
		case phoneIcon:
			done = r.out.Basic("phone", said)
		case mailIcon:
			done = r.out.Basic("email", said)
		case streetIcon:
			done = r.out.Place("address", said)
		case postIcon:
			done = r.out.Place("postalCode", said)
		}
		if done {
			return
		}
	}
	i := &draft.Item{}
	network, user, ok := strings.Cut(said, ": ")
	switch {
	case draft.Bare(said) == draft.Bare(url):
	case ok:
		i.Text("network", network).Text("username", user)
	default:
		i.Text("network", said)
	}
	i.Text("url", url)
	if icon != linkIcon {
		i.Keep("icon", resume.Text(icon))
	}
	r.out.Profile(i)
}

// section is a section of the file.
type section struct {
	key, title string
	kind       string // the section of JSON Resume that its title says, "" for none
	entry      string // what its entries are
	entries    []resume.Value
}

// keysOfEntries tell what an entry is, in RenderCV's order.
var keysOfEntries = []struct{ entry, keys string }{
	{"one line", "label details"}, {"normal", "name"}, {"experience", "company position"}, {"education", "institution degree area study_type"}, {"publication", "authors doi journal title"},
	{"bullet", "bullet"}, {"numbered", "number"}, {"numbered", "reversed_number"},
}

func entryOf(v resume.Value) string {
	if v.Kind() != resume.Object {
		return "text"
	}
	for _, k := range keysOfEntries {
		for key := range strings.FieldsSeq(k.keys) {
			if _, ok := v.Get(key); ok {
				return k.entry
			}
		}
	}
	return "normal"
}

// titleOf is how RenderCV shows a section's key: "invited_talks" as "Invited Talks".
func titleOf(key string) string {
	if strings.Contains(key, " ") || strings.IndexFunc(key, unicode.IsUpper) >= 0 {
		return key
	}
	small := strings.Fields("a and as at but by for from if in into like near nor of off on onto or over so than that to upon when with yet")
	words := strings.Split(strings.ReplaceAll(key, "_", " "), " ")
	for i, w := range words {
		if !slices.Contains(small, w) && w != "" {
			first := []rune(w)
			first[0] = unicode.ToUpper(first[0])
			words[i] = string(first)
		}
	}
	return strings.Join(words, " ")
}

func (r *reader) sections(cv resume.Value) {
	var all []*section
	add := func(m resume.Member) {
		if m.Value.Kind() != resume.Array || m.Value.Len() == 0 {
			if s := strings.TrimSpace(m.Value.Raw()); s != "" { // a text that should be in a list
				m.Value = resume.Texts(s)
			} else {
				return
			}
		}
		s := &section{key: m.Name, title: titleOf(m.Name), entries: m.Value.Items(), entry: entryOf(m.Value.Items()[0])}
		s.kind = draft.KindOf(s.title)
		all = append(all, s)
	}
	for _, m := range get(cv, "sections").Members() {
		add(m)
	}
	for _, m := range cv.Members() { // before version 1
		switch m.Name {
		case "social_networks", "custom_connections", "sections", "email", "phone", "website":
		default:
			if m.Value.Kind() == resume.Array {
				add(m)
			}
		}
	}
	r.have = map[string]bool{}
	for n, s := range all {
		r.section(s, n == 0, all)
	}
}

// section takes a section's entries to where its title and they belong.
func (r *reader) section(s *section, first bool, all []*section) {
	key := s.kind
	switch s.entry {
	case "experience":
		key = usual(s, "work", []string{"work", "volunteer"}, all)
	case "education":
		key = usual(s, "education", []string{"education"}, all)
	case "publication":
		key = usual(s, "publications", []string{"publications"}, all)
	case "one line":
		key = usual(s, "skills", []string{"skills", "languages", "interests", "certificates", "awards"}, all)
	case "text":
		if s.kind == "" && first {
			key = resume.SummaryKey
		}
	}
	if !slices.Contains([]string{"work", "volunteer", "education", "publications", "skills", "languages", "interests", "certificates", "awards", "projects", "references", resume.SummaryKey}, key) {
		key = ""
	}
	if key == resume.SummaryKey && s.entry != "text" && s.entry != "bullet" || key == "work" && s.entry != "experience" || key == "volunteer" && s.entry != "experience" {
		key = ""
	}
	if key == "" || r.have[key] {
		key = ""
		custom := r.out.Custom(s.title)
		r.out.Section(custom, s.title, false)
		r.entries(custom, key, s)
		return
	}
	r.have[key] = true
	r.out.Section(key, s.title, false)
	r.entries(key, key, s)
}

// usual is the section for entries of a type: the one that the title says, if it can be,
// else the type's own if no title in the file says it.
func usual(s *section, own string, can []string, all []*section) string {
	if slices.Contains(can, s.kind) {
		return s.kind
	}
	if s.kind != "" {
		return ""
	}
	for _, other := range all {
		if other.kind == own && other.entry == s.entry {
			return ""
		}
	}
	for _, other := range all { // the first of those that no title tells
		if other.entry == s.entry && other.kind == "" {
			if other == s {
				return own
			}
			return ""
		}
	}
	return ""
}

// entries takes the entries of a section to the section where of the resume; key is "" for
// a custom one.
func (r *reader) entries(where, key string, s *section) {
	if s.entry == "text" || s.entry == "bullet" || s.entry == "numbered" {
		r.lines(where, key, s)
		return
	}
	for _, v := range s.entries {
		if v.Kind() != resume.Object {
			r.out.Left(s.title, v.Raw())
			continue
		}
		i := &draft.Item{}
		if key == "" {
			customEntry(i, v)
		} else {
			entry(i, key, v)
		}
		r.out.Add(where, i)
	}
}

// lines takes the entries that are texts.
func (r *reader) lines(where, key string, s *section) {
	var all []string
	for _, v := range s.entries {
		said := v.Raw()
		if v.Kind() == resume.Object {
			said = text(v, "bullet", "number", "reversed_number")
			for _, m := range v.Members() {
				if m.Name != "bullet" && m.Name != "number" && m.Name != "reversed_number" {
					r.out.Left(s.title, strings.TrimSpace(m.Name+": "+m.Value.Raw()))
				}
			}
		}
		if said = strings.TrimSpace(said); said != "" {
			all = append(all, said)
		}
	}
	switch key {
	case resume.SummaryKey:
		var blocks []resume.Block
		for _, t := range all {
			for _, b := range resume.Blocks(t) {
				b.Bullet = b.Bullet || s.entry == "bullet"
				blocks = append(blocks, b)
			}
		}
		r.out.Basic("summary", draft.Joined(blocks))
	case "skills":
		for _, t := range all {
			r.out.Add(where, (&draft.Item{}).Texts("keywords", draft.Terms(plain(t))...))
		}
	case "":
		r.customLines(where, s, all)
	default:
		name := resume.Fields(key)[0].Name
		for _, t := range all {
			i := &draft.Item{}
			label, url := linked(t)
			r.out.Add(where, i.Text(name, label).Text("url", url))
		}
	}
}

// numberedMark says beside an entry that its bullets are numbered in the file.
const numberedMark = "x-numbered"

func (r *reader) customLines(where string, s *section, all []string) {
	if s.entry == "text" {
		for _, t := range all {
			r.out.Add(where, (&draft.Item{}).Prose("summary", "", t))
		}
		return
	}
	i := (&draft.Item{}).Texts("highlights", all...)
	if s.entry == "numbered" {
		_, down := s.entries[0].Get("reversed_number")
		how := "number"
		if down {
			how = "reversed_number"
		}
		i.Keep(numberedMark, resume.Text(how))
	}
	r.out.Add(where, i)
}

// linked is a name that may be a link as a whole, and where it leads.
func linked(name string) (label, url string) {
	spans := resume.Spans(name)
	if len(spans) == 0 || name == missing {
		return "", ""
	}
	for _, s := range spans {
		if s.Link == "" || s.Link != spans[0].Link {
			return plain(name), ""
		}
	}
	if plain(name) == missing {
		return "", spans[0].Link
	}
	return plain(name), spans[0].Link
}

// entry takes an entry of one of JSON Resume's sections.
func entry(i *draft.Item, key string, v resume.Value) {
	used := []string{"date", "start_date", "end_date", "location", "summary", "highlights"}
	field := func(to string, from ...string) {
		i.Text(to, plain(text(v, from...)))
		used = append(used, from...)
	}
	named := func(to string, from ...string) {
		label, url := linked(text(v, from...))
		i.Text(to, label).Text("url", url)
		used = append(used, from...)
	}
	blocks := resume.Blocks(text(v, "summary"))
	highlights := several(get(v, "highlights"))
	by := func(to string) { // who gave it, in the summary's first line
		if len(blocks) > 0 && !blocks[0].Bullet {
			if who, ok := italic(blocks[0].Text); ok {
				i.Text(to, who)
				blocks = blocks[1:]
			}
		}
	}
	switch key {
	case "work", "volunteer":
		if key == "work" {
			named("name", "company", "name")
		} else {
			named("organization", "company", "name")
		}
		field("position", "position")
		dates(i, v)
		field("location", "location")
	case "education":
		named("institution", "institution")
		field("studyType", "degree", "study_type")
		field("area", "area")
		dates(i, v)
		i.Keep("location", get(v, "location"))
	case "projects":
		named("name", "name", "title")
		by("entity")
		field("entity", "entity")
		field("type", "type")
		dates(i, v)
		i.Keep("location", get(v, "location"))
	case "skills":
		field("name", "label", "name")
		i.Texts("keywords", draft.Terms(plain(text(v, "details")))...)
		field("level", "level")
		used = append(used, "details")
	case "languages":
		field("language", "label", "name")
		field("fluency", "details")
	case "interests":
		field("name", "label", "name")
		i.Texts("keywords", draft.Terms(plain(text(v, "details")))...)
		used = append(used, "details")
	case "certificates":
		named("name", "name", "label")
		by("issuer")
		field("issuer", "issuer", "details")
		i.Day("date", text(v, "date", "end_date", "start_date"))
		if len(blocks) == 1 && !i.Has("issuer") && len(blocks[0].Text) < 80 && !strings.HasSuffix(blocks[0].Text, ".") {
			i.Text("issuer", plain(blocks[0].Text)).Doubt("issuer")
			blocks = nil
		}
	case "awards":
		named("title", "name", "label", "title")
		by("awarder")
		field("awarder", "awarder")
		i.Day("date", text(v, "date", "end_date", "start_date"))
		i.Prose("summary", "", text(v, "details"))
		used = append(used, "details")
	case "publications":
		named("name", "title", "name")
		field("publisher", "journal", "publisher")
		i.Day("releaseDate", text(v, "date", "end_date", "start_date"))
		i.Text("url", text(v, "url"))
		if doi := text(v, "doi"); doi != "" {
			i.Text("url", "https://doi.org/"+doi)
		}
		i.Keep("authors", get(v, "authors"))
		used = append(used, "url", "doi", "authors")
	case "references":
		named("name", "name")
	}
	i.Text("url", text(v, "url"))
	used = append(used, "url")
	list := func(name string) { i.Texts(name, several(get(v, name))...); used = append(used, name) }
	switch key {
	case "work", "projects":
		highlights = labeled(highlights, keywordLabels, func(said string) { i.Texts("keywords", draft.Terms(said)...) })
		if key == "projects" {
			list("roles")
		} else {
			field("description", "description")
		}
	case "education":
		highlights = labeled(highlights, gradeLabels, func(said string) { i.Text("score", said) })
	}
	field1, texts := "summary", "highlights"
	switch key {
	case "education":
		field1, texts = "", "courses"
	case "projects":
		field1 = "description"
	case "references":
		field1, texts = "reference", ""
	case "certificates", "awards", "publications", "skills", "languages", "interests":
		texts = ""
	}
	i.Blocks(field1, texts, blocks)
	if texts == "" {
		for _, h := range highlights {
			i.Prose(field1, "", h)
		}
	} else {
		i.Texts(texts, highlights...)
	}
	rest(i, v, used...)
}

// dates takes when an entry was.
func dates(i *draft.Item, v resume.Value) {
	if when := text(v, "date"); when != "" {
		i.Period(when)
		return
	}
	i.Dates(text(v, "start_date"), text(v, "end_date"))
}

// italic is the text of a paragraph that is in italics as a whole.
func italic(text string) (string, bool) {
	spans := resume.Spans(text)
	if len(spans) != 1 || !spans[0].Italic || spans[0].Bold || spans[0].Link != "" || strings.Contains(text, "\n") {
		return "", false
	}
	return plain(text), true
}

// labeled takes the highlights that begin with one of the labels out of a list.
func labeled(highlights, labels []string, take func(string)) (rest []string) {
	done := false
	for _, h := range highlights {
		line, found := strings.TrimLeft(h, "*_ "), false
		for _, label := range labels {
			after, ok := strings.CutPrefix(line, label+":")
			after = strings.TrimSpace(strings.TrimPrefix(after, "**"))
			if ok && !done && after != "" {
				take(plain(after))
				found, done = true, true
				break
			}
		}
		if !found {
			rest = append(rest, h)
		}
	}
	return rest
}

// customEntry takes an entry of a custom section, whatever it is.
func customEntry(i *draft.Item, v resume.Value) {
	name, url := linked(text(v, "name", "title", "label", "degree"))
	field := func(to string, from ...string) { i.Text(to, plain(text(v, from...))) }
	organization := plain(text(v, "organization"))
	if organization == "" {
		var at string
		organization, at = linked(text(v, "company", "institution", "journal"))
		i.Text("url", at)
	}
	blocks := resume.Blocks(text(v, "summary"))
	if len(blocks) > 0 && organization == "" {
		if who, ok := italic(blocks[0].Text); ok {
			organization, blocks = who, blocks[1:]
		}
	}
	i.Text("name", name).Text("url", url).Text("url", text(v, "url"))
	if doi := text(v, "doi"); doi != "" {
		i.Text("url", "https://doi.org/"+doi)
	}
	field("position", "position")
	i.Text("organization", organization)
	field("description", "description", "area")
	field("location", "location")
	_, ranged := v.Get("start_date")
	if start, _, isPeriod := resume.ParsePeriod(text(v, "date")); ranged && text(v, "date") == "" || isPeriod || !start.IsZero() || get(v, "end_date").Raw() != "" && text(v, "date") == "" {
		dates(i, v)
	} else {
		i.Day("date", text(v, "date"))
	}
	field("number", "number")
	i.Prose("summary", "", text(v, "details"))
	highlights := labeled(several(get(v, "highlights")), keywordLabels, func(said string) { i.Texts("keywords", draft.Terms(said)...) })
	i.Blocks("summary", "highlights", blocks)
	i.Texts("highlights", highlights...)
	i.Keep("authors", get(v, "authors"))
	rest(i, v, "name", "title", "label", "degree", "organization", "company", "institution", "journal", "summary", "url", "doi", "position", "description", "area", "location", "start_date", "end_date",
		"date", "number", "details", "highlights", "authors")
}

// rest keeps the members of an entry that have no field.
func rest(i *draft.Item, v resume.Value, used ...string) {
	for _, m := range v.Members() {
		if !slices.Contains(used, m.Name) {
			i.Keep(m.Name, m.Value)
		}
	}
}

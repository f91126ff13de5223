package rendercv

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"resumax/exchange/draft"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

const linkIcon = "link"

func str(name, text string) resume.Member {
	return resume.Member{Name: name, Value: resume.Text(text)}
}

// members gathers the members of an object, those that say something.
type members []resume.Member

func (m *members) text(name, text string) {
	if text != "" {
		*m = append(*m, str(name, text))
	}
}

func (m *members) texts(name string, list []string) {
	if len(list) > 0 {
		*m = append(*m, resume.Member{Name: name, Value: resume.Texts(list...)})
	}
}

func (m *members) put(name string, v resume.Value) {
	*m = append(*m, resume.Member{Name: name, Value: v})
}

type writer struct {
	doc      resume.Document
	r        *resume.Resume
	problems []resume.Problem
	unshown  map[resume.Address]bool
}

func write(s format.Source) (format.Output, error) {
	doc := codec.Outgoing(s.Document)
	w := &writer{r: doc.Resume()}
	w.hiddenLeft()
	w.doc = doc.WithoutHidden()
	w.r = w.doc.Resume()
	root := resume.Struct(resume.Member{Name: "cv", Value: w.cv()})
	aside, _ := w.doc.Root().Get(asideName)
	for _, m := range aside.Members() {
		root = root.With(m.Name, m.Value)
	}
	if aside.Len() == 0 {
		for name, language := range languages {
			if language == w.r.Meta.Language {
				root = root.With("locale", resume.Struct(str("language", name)))
			}
		}
	}
	return format.Single(emit(root), w.problems), nil
}

// hiddenLeft says which sections and entries are left out because they are hidden.
func (w *writer) hiddenLeft() {
	for _, s := range w.r.Sections {
		if s.Hidden && s.Count > 0 {
			w.problem(s.Address, "is hidden and left out: RenderCV hides nothing")
		}
	}
}

func (w *writer) problem(at resume.Address, text string, args ...any) {
	w.problems = append(w.problems, resume.Problem{Address: at, Text: fmt.Sprintf(text, args...)})
}

var (
	worldPhone = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\+[0-9][0-9 ().\-]{6,20}$`) })
	doiAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^https?://(?:dx\.)?doi\.org/(10\..+)$`) })
)

func (w *writer) cv() resume.Value {
	b := w.r.Basics
	raw, _ := w.doc.Get(resume.Basics)
	var m members
	var connections []resume.Value
	connect := func(icon, text, url string) {
		to := resume.Value{}
		if url != "" {
			to = resume.Text(url)
		}
		connections = append(connections, resume.Struct(str("fontawesome_icon", icon), str("placeholder", text), resume.Member{Name: "url", Value: to}))
	}
	m.text("name", line(b.Name))
	m.text("headline", line(b.Label))
	m.text("location", b.Location.String())
	emails := append([]string{}, several(get(raw, "otherEmails"))...)
	if resume.IsEmail(b.Email) {
		emails = append([]string{b.Email}, emails...)
	} else if b.Email != "" {
		connect(mailIcon, b.Email, "")
	}
	oneOrMore(&m, "email", emails)
	switch {
	case strings.HasPrefix(b.Image, "https://"), strings.HasPrefix(b.Image, "http://"):
		m.text("photo", b.Image)
	case b.Image != "":
		w.problem(resume.Basics.Child("image"), "is left out: RenderCV takes a photo from a web address or a file beside its own")
	}
	var phones []string
	for _, p := range append([]string{b.Phone}, several(get(raw, "otherPhones"))...) {
		switch {
		case worldPhone().MatchString(p):
			phones = append(phones, p)
		case p != "":
			connect(phoneIcon, p, "")
		}
	}
	oneOrMore(&m, "phone", phones)
	m.text("website", b.URL)
	if b.Location.Address != "" {
		connect(streetIcon, b.Location.Address, "")
	}
	if b.Location.PostalCode != "" {
		connect(postIcon, b.Location.PostalCode, "")
	}
	var networks []resume.Value
	for _, p := range b.Profiles {
		if user, ok := account(p); ok {
			networks = append(networks, resume.Struct(str("network", p.Network), str("username", user)))
			continue
		}
		said := p.Network
		switch {
		case p.Network != "" && p.Username != "":
			said += ": " + p.Username
		case said == "" && p.Username != "":
			said = p.Username
		case said == "":
			said = p.URL
		}
		icon := linkIcon
		item, _ := w.doc.Get(p.Address)
		if i := text(item, "icon"); i != "" {
			icon = i
		}
		if said != "" {
			connect(icon, said, p.URL)
		}
	}
	if networks != nil {
		m.put("social_networks", resume.List(networks...))
	}
	if connections != nil {
		m.put("custom_connections", resume.List(connections...))
	}
	m.put("sections", w.sections())
	return resume.Struct(m...)
}

func oneOrMore(m *members, name string, list []string) {
	switch len(list) {
	case 0:
	case 1:
		m.text(name, list[0])
	default:
		m.texts(name, list)
	}
}

// accountForms are what RenderCV asks of accounts of some networks.
var accountForms = sync.OnceValue(func() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"Mastodon": regexp.MustCompile(`^@[^@]+@[^@]+$`), "StackOverflow": regexp.MustCompile(`^\d+/[^/]+$`), "YouTube": regexp.MustCompile(`^[^@]`),
		"ORCID": regexp.MustCompile(`^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$`), "IMDB": regexp.MustCompile(`^nm\d{7}$`), "Bluesky": regexp.MustCompile(`^(?:[a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+$`),
		"WhatsApp": regexp.MustCompile(`^\+\d{7,}$`),
	}
})

// account is the name of an account in a network that RenderCV knows, if that leads where
// the profile does.
func account(p resume.Profile) (string, bool) {
	if networkURLs[p.Network] == "" && p.Network != "Mastodon" || p.Network == "Twitter" || p.Username == "" {
		return "", false
	}
	if form := accountForms()[p.Network]; form != nil && !form.MatchString(p.Username) {
		return "", false
	}
	return p.Username, p.URL == "" || p.URL == accountURL(p.Network, p.Username)
}

// line is a text without marks in a file whose texts have marks.
func line(text string) string {
	if plain(text) == text {
		return text
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "[", `\[`, "]", `\]`).Replace(text)
}

// required is a text that must be there.
func required(text string) string {
	if text == "" {
		return missing
	}
	return line(text)
}

// name puts a name with its link into an entry.
func name(m *members, key, text, url string) {
	if text == "" && url == "" {
		m.text(key, missing)
		return
	}
	if url != "" {
		whole := "[" + required(text) + "](" + url + ")"
		if label, to := linked(whole); label == text && to == url {
			m.text(key, whole)
			return
		}
	}
	m.text(key, required(text))
	m.text("url", url)
}

// sections are the sections in their order, by their titles.
func (w *writer) sections() resume.Value {
	all := resume.Struct()
	put := func(s resume.Section, entries []resume.Value) {
		if len(entries) == 0 {
			return
		}
		title := s.Title
		for n := 2; ; n++ {
			if _, taken := all.Get(title); !taken {
				break
			}
			title = s.Title + " " + strconv.Itoa(n)
		}
		all = all.With(title, resume.List(entries...))
	}
	for _, s := range w.r.Sections {
		if s.Hidden {
			continue
		}
		put(s, w.entries(s))
	}
	return all
}

func each[T any](list []T, write func(*T) members) []resume.Value {
	var all []resume.Value
	for i := range list {
		all = append(all, resume.Struct(write(&list[i])...))
	}
	return all
}

func (w *writer) entries(s resume.Section) []resume.Value {
	switch s.Key {
	case resume.SummaryKey:
		var all []resume.Value
		for text := range strings.SplitSeq(w.r.Basics.Summary, "\n") {
			if text = strings.TrimSpace(text); text != "" {
				all = append(all, resume.Text(text))
			}
		}
		return all
	case "work":
		return each(w.r.Work, w.work)
	case "volunteer":
		return each(w.r.Volunteer, w.volunteer)
	case "education":
		return each(w.r.Education, w.education)
	case "projects":
		return each(w.r.Projects, w.project)
	case "skills":
		return each(w.r.Skills, w.skill)
	case "languages":
		return each(w.r.Languages, func(l *resume.Language) members {
			return w.rest(l.Item, members{str("label", required(l.Language)), str("details", line(l.Fluency))})
		})
	case "interests":
		return each(w.r.Interests, func(i *resume.Interest) members {
			return w.rest(i.Item, members{str("label", required(i.Name)), str("details", line(draft.JoinTerms(draft.Lines(i.Keywords))))})
		})
	case "certificates":
		return each(w.r.Certificates, func(c *resume.Certificate) members {
			var m members
			name(&m, "name", c.Name, c.URL)
			m.text("date", day(c.Date))
			w.summary(&m, c.Item, "issuer", c.Issuer, text(w.raw(c.Item), "summary"))
			return w.rest(c.Item, m)
		})
	case "awards":
		return each(w.r.Awards, func(a *resume.Award) members {
			var m members
			name(&m, "name", a.Title, text(w.raw(a.Item), "url"))
			m.text("date", day(a.Date))
			w.summary(&m, a.Item, "awarder", a.Awarder, a.Summary)
			return w.rest(a.Item, m)
		})
	case "publications":
		return each(w.r.Publications, w.publication)
	case "references":
		return each(w.r.References, func(r *resume.Reference) members {
			var m members
			name(&m, "name", r.Name, text(w.raw(r.Item), "url"))
			m.text("summary", prose(r.Reference))
			return w.rest(r.Item, m)
		})
	}
	for _, c := range w.r.Custom {
		if c.Key == s.Key {
			return w.custom(c.Items)
		}
	}
	return nil
}

func (w *writer) raw(i resume.Item) resume.Value {
	v, _ := w.doc.Get(i.Address)
	return v
}

// prose is a text whose lines are paragraphs, as Markdown has them.
func prose(text string) string { return strings.ReplaceAll(text, "\n", "\n\n") }

// summary writes a text, who gave what it is about in its first line.
func (w *writer) summary(m *members, _ resume.Item, key, who, text string) {
	first := ""
	if who != "" {
		first = "*" + line(who) + "*"
		read := resume.Blocks(first)
		if got, ok := italic(first); !ok || got != who || len(read) != 1 || read[0].Text != first {
			m.text(key, line(who))
			first = ""
		}
	}
	if first != "" && text != "" {
		first += "\n\n"
	}
	m.text("summary", first+prose(text))
}

// day is a date as the file has it, in words where it is no date.
func day(d resume.Date) string { return d.ISO() }

// when writes when an entry was.
func when(m *members, start, end resume.Date) {
	words := start.Text != "" || end.Text != ""
	switch {
	case start.IsZero() && end.IsZero():
	case start.IsZero():
		m.text("date", day(end))
	case words || !end.IsZero() && end.ISO() < start.ISO()[:min(len(end.ISO()), len(start.ISO()))]:
		m.text("date", draft.Period(start, end))
	case !end.IsZero() && end.Before(start) || sameYear(start, end):
		m.text("date", draft.Period(start, end))
	default:
		m.text("start_date", day(start))
		if end.IsZero() {
			m.text("end_date", "present")
		} else {
			m.text("end_date", day(end))
		}
	}
}

// sameYear reports whether an end that is a year alone, or a month, is that of a start that says
// more: RenderCV takes it for the first day and would refuse it.
func sameYear(start, end resume.Date) bool {
	return !end.IsZero() && end.Year == start.Year && (end.Month == 0 && start.Month > 0 || end.Month == start.Month && end.Day == 0 && start.Day > 0)
}

func keywords(list []resume.TextLine) []string {
	if terms := draft.JoinTerms(draft.Lines(list)); terms != "" {
		return []string{keywordLabels[0] + ": " + line(terms)}
	}
	return nil
}

func (w *writer) work(p *resume.Work) members {
	var m members
	name(&m, "company", p.Name, p.URL)
	m.text("position", required(p.Position))
	when(&m, p.Start, p.End)
	m.text("location", line(p.Location))
	m.text("summary", prose(p.Summary))
	m.texts("highlights", append(draft.Lines(p.Highlights), keywords(p.Keywords)...))
	m.text("description", line(p.Description))
	return w.rest(p.Item, m)
}

func (w *writer) volunteer(v *resume.Volunteer) members {
	var m members
	name(&m, "company", v.Organization, v.URL)
	m.text("position", required(v.Position))
	when(&m, v.Start, v.End)
	m.text("summary", prose(v.Summary))
	m.texts("highlights", draft.Lines(v.Highlights))
	return w.rest(v.Item, m)
}

func (w *writer) education(e *resume.Education) members {
	var m members
	name(&m, "institution", e.Institution, e.URL)
	m.text("area", required(e.Area))
	m.text("degree", line(e.StudyType))
	when(&m, e.Start, e.End)
	var list []string
	if e.Score != "" {
		list = []string{gradeLabels[0] + ": " + line(e.Score)}
	}
	m.texts("highlights", append(list, draft.Lines(e.Courses)...))
	return w.rest(e.Item, m)
}

func (w *writer) project(p *resume.Project) members {
	var m members
	name(&m, "name", p.Name, p.URL)
	when(&m, p.Start, p.End)
	w.summary(&m, p.Item, "entity", p.Entity, p.Description)
	m.texts("highlights", append(draft.Lines(p.Highlights), keywords(p.Keywords)...))
	m.text("type", line(p.Type))
	m.texts("roles", draft.Lines(p.Roles))
	return w.rest(p.Item, m)
}

func (w *writer) skill(s *resume.Skill) members {
	m := members{str("label", required(s.Name)), str("details", line(draft.JoinTerms(draft.Lines(s.Keywords))))}
	m.text("level", line(s.Level))
	return w.rest(s.Item, m)
}

func (w *writer) publication(p *resume.Publication) members {
	m := members{str("title", required(p.Name))}
	authors := get(w.raw(p.Item), "authors")
	if authors.Kind() != resume.Array {
		authors = resume.Texts(several(authors)...)
	}
	m.put("authors", authors)
	if doi := doiAddress().FindStringSubmatch(p.URL); doi != nil && "https://doi.org/"+doi[1] == p.URL {
		m.text("doi", doi[1])
	} else {
		m.text("url", p.URL)
	}
	m.text("journal", line(p.Publisher))
	m.text("date", day(p.Date))
	m.text("summary", prose(p.Summary))
	return w.rest(p.Item, m)
}

// custom writes the entries of a custom section: as texts or lists where they are nothing
// else, since all entries of a section are of one type.
func (w *writer) custom(items []resume.CustomItem) []resume.Value {
	texts, lists := true, len(items) == 1
	for _, c := range items {
		head := c.Name + c.Position + c.Organization + c.Description + c.Location + c.Number + c.URL + c.Date.ISO() + c.Start.ISO() + c.End.ISO()
		texts = texts && head == "" && len(c.Keywords)+len(c.Highlights) == 0 && c.Summary != ""
		lists = lists && head == "" && len(c.Keywords) == 0 && len(c.Highlights) > 0 && c.Summary == ""
	}
	var all []resume.Value
	switch {
	case texts:
		for _, c := range items {
			all = append(all, resume.Text(prose(c.Summary)))
		}
	case lists:
		key := "bullet"
		if how := text(w.raw(items[0].Item), numberedMark); how == "number" || how == "reversed_number" {
			key = how
		}
		for _, text := range draft.Lines(items[0].Highlights) {
			all = append(all, resume.Struct(str(key, text)))
		}
	default:
		all = each(items, w.customEntry)
	}
	return all
}

func (w *writer) customEntry(c *resume.CustomItem) members {
	var m members
	name(&m, "name", c.Name, c.URL)
	if c.Date.IsZero() {
		when(&m, c.Start, c.End)
		if c.Start.IsZero() && !c.End.IsZero() {
			m[len(m)-1] = str("end_date", day(c.End))
		}
	} else {
		m.text("date", day(c.Date))
		if !c.Start.IsZero() || !c.End.IsZero() {
			m.text("start_date", day(c.Start))
			m.text("end_date", day(c.End))
		}
	}
	m.text("location", line(c.Location))
	w.summary(&m, c.Item, "organization", c.Organization, c.Summary)
	m.texts("highlights", append(draft.Lines(c.Highlights), keywords(c.Keywords)...))
	m.text("position", line(c.Position))
	m.text("description", line(c.Description))
	m.text("number", line(c.Number))
	return w.rest(c.Item, m)
}

// rest adds the members of an entry that have no field: entries take any key.
func (w *writer) rest(i resume.Item, m members) members {
	if w.unshown == nil {
		w.unshown = map[resume.Address]bool{}
	}
	raw := w.raw(i)
	known := resume.Fields(i.Address.Tokens()[0])
	for _, k := range raw.Members() {
		field := slices.ContainsFunc(known, func(f resume.Field) bool { return f.Name == k.Name || f.Name+"Text" == k.Name })
		if field || k.Name == "id" || k.Name == "hidden" || k.Name == numberedMark || slices.ContainsFunc(m, func(have resume.Member) bool { return have.Name == k.Name }) || k.Name == "url" || k.Name == "authors" {
			continue
		}
		m.put(k.Name, k.Value)
	}
	return m
}

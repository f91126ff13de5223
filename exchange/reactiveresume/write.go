package reactiveresume

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"resumax/exchange/draft"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

const defaultLocale = "en-US"

// madeID begins the ids of entries that had none. The file needs one for each.
const madeID = "resumax-"

// nothing stands where the file must have a text and the resume has none.
const nothing = " "

// sections are version 5's sections in its usual order, with their icons.
var sections = []struct{ name, key, icon string }{
	{"profiles", "profiles", "messenger-logo"}, {"experience", "work", "briefcase"}, {"education", "education", "graduation-cap"}, {"projects", "projects", "code-simple"},
	{"skills", "skills", "compass-tool"}, {"languages", "languages", "translate"}, {"interests", "interests", "football"}, {"awards", "awards", "trophy"},
	{"certifications", "certificates", "certificate"}, {"publications", "publications", "books"}, {"volunteer", "volunteer", "hand-heart"}, {"references", "references", "phone"},
}

type object = []resume.Member

func obj(members ...resume.Member) resume.Value { return resume.Struct(members...) }

func str(name, text string) resume.Member {
	return resume.Member{Name: name, Value: resume.Text(text)}
}

func flagged(name string, on bool) resume.Member {
	return resume.Member{Name: name, Value: resume.Flag(on)}
}

func num(name, digits string) resume.Member {
	return resume.Member{Name: name, Value: resume.Literal(digits)}
}

func val(name string, v resume.Value) resume.Member { return resume.Member{Name: name, Value: v} }

type writer struct {
	doc      resume.Document
	r        *resume.Resume
	aside    resume.Value
	problems []resume.Problem
	made     int
	fourth   bool // version 4 is written, which has some fields that 5 has not
}

func newWriter(s format.Source) *writer {
	doc := codec.Outgoing(s.Document)
	w := &writer{doc: doc, r: doc.Resume()}
	w.aside, _ = doc.Root().Get(asideName)
	w.lost()
	return w
}

func write(s format.Source) (format.Output, error) {
	w := newWriter(s)
	return format.Single(codec.EncodeAs(resume.NewDocument(w.file()), codec.Usual), w.problems), nil
}

func (w *writer) file() resume.Value {
	root := obj(
		val("picture", w.picture()),
		val("basics", w.basics()),
		val("summary", w.summary()),
		val("sections", w.sections()),
		val("customSections", w.customs()),
	)
	root = root.With("metadata", w.metadata())
	for _, m := range w.aside.Members() { // of newer versions
		if _, ok := root.Get(m.Name); !ok && w.current() {
			root = root.With(m.Name, m.Value)
		}
	}
	return root
}

// current reports whether the looks that the document keeps are of version 5 or newer.
func (w *writer) current() bool {
	metadata := get(w.aside, "metadata")
	pages := get(get(metadata, "layout"), "pages")
	return pages.Kind() == resume.Array && get(get(metadata, "typography"), "body").Kind() == resume.Object && get(metadata, "design").Kind() == resume.Object
}

func (w *writer) picture() resume.Value {
	p := obj(flagged("hidden", false), str("url", ""), num("size", "80"), num("rotation", "0"), num("aspectRatio", "1"), num("borderRadius", "0"),
		str("borderColor", "rgba(0, 0, 0, 0.5)"), num("borderWidth", "0"), str("shadowColor", "rgba(0, 0, 0, 0.5)"), num("shadowWidth", "0"))
	if w.current() {
		for _, m := range get(w.aside, "picture").Members() {
			p = p.With(m.Name, m.Value)
		}
	}
	url := w.r.Basics.Image
	if url == "" {
		return p
	}
	return p.With("url", resume.Text(url)).With("hidden", resume.Flag(false))
}

func (w *writer) basics() resume.Value {
	b := w.r.Basics
	v, _ := w.doc.Get(resume.Basics)
	custom := w.customFields(b, v)
	return obj(str("name", b.Name), str("headline", b.Label), str("email", b.Email), str("phone", b.Phone), str("location", b.Location.String()),
		val("website", obj(str("url", b.URL), str("label", text(v, "urlLabel")))), val("customFields", resume.List(custom...)))
}

// customFields are the parts of the contact that have no field.
func (w *writer) customFields(b resume.BasicsInfo, basics resume.Value) []resume.Value {
	var all []resume.Value
	for _, f := range get(basics, "customFields").Items() {
		if f.Kind() == resume.Object {
			for _, name := range []string{"id", "icon", "text", "link"} {
				if get(f, name).Kind() != resume.String {
					said := text(f, name)
					if name == "text" {
						said = text(f, "value", "name")
					}
					f = f.With(name, resume.Text(said))
				}
			}
			all = append(all, f)
		}
	}
	for _, part := range []struct{ id, text string }{{"address", b.Location.Address}, {"postalCode", b.Location.PostalCode}} {
		if part.text != "" {
			all = append(all, obj(str("id", part.id), str("icon", "map-pin"), str("text", part.text), str("link", "")))
		}
	}
	return all
}

func (w *writer) summary() resume.Value {
	section := w.section(resume.SummaryKey, "article")
	return section.With("content", resume.Text(draft.HTML(w.r.Basics.Summary)))
}

// section is how a section is shown.
func (w *writer) section(key, icon string) resume.Value {
	s, _ := w.r.Section(key)
	title := s.Title
	if title == resume.SectionTitle(key) {
		title = ""
	}
	columns := resume.Int(1)
	if w.current() {
		look := get(get(w.aside, "sections"), nameOf(key))
		if own := get(look, "icon"); own.Kind() == resume.String {
			icon = own.Str()
		}
		if own := get(look, "columns"); own.Kind() == resume.Number {
			columns = own
		}
	}
	return obj(str("title", title), str("icon", icon), val("columns", columns), flagged("hidden", s.Hidden))
}

// nameOf is a section's name in the file.
func nameOf(key string) string {
	for _, known := range sections {
		if known.key == key {
			return known.name
		}
	}
	return key
}

func (w *writer) sections() resume.Value {
	all := obj()
	for _, s := range sections {
		var items []resume.Value
		switch s.key {
		case "profiles":
			items = each(w, w.r.Basics.Profiles, w.profile)
		case "work":
			items = each(w, w.r.Work, w.work)
		case "education":
			items = each(w, w.r.Education, w.education)
		case "projects":
			items = each(w, w.r.Projects, w.project)
		case "skills":
			items = each(w, w.r.Skills, w.skill)
		case "languages":
			items = each(w, w.r.Languages, w.language)
		case "interests":
			items = each(w, w.r.Interests, w.interest)
		case "awards":
			items = each(w, w.r.Awards, w.award)
		case "certificates":
			items = each(w, w.r.Certificates, w.certificate)
		case "publications":
			items = each(w, w.r.Publications, w.publication)
		case "volunteer":
			items = each(w, w.r.Volunteer, w.volunteer)
		case "references":
			items = each(w, w.r.References, w.reference)
		}
		all = all.With(s.name, w.section(s.key, s.icon).With("items", resume.List(items...)))
	}
	return all
}

// each writes the entries of a section.
func each[T any](_ *writer, list []T, write func(*T) resume.Value) []resume.Value {
	items := make([]resume.Value, len(list))
	for i := range list {
		items[i] = write(&list[i])
	}
	return items
}

// raw is an entry as the document has it.
func (w *writer) raw(i resume.Item) resume.Value {
	v, _ := w.doc.Get(i.Address)
	return v
}

// item begins an entry. Members that the document keeps and the file knows follow.
func (w *writer) item(i resume.Item, members ...resume.Member) resume.Value {
	id := string(i.ID)
	if id == "" {
		id = madeID + strconv.Itoa(w.made)
		w.made++
	}
	v := obj(append(object{str("id", id), flagged("hidden", i.Hidden)}, members...)...)
	for _, name := range []string{"icon", "iconColor"} {
		if m, ok := w.raw(i).Get(name); ok {
			v = v.With(name, m)
		}
	}
	return v
}

// written are members of entries that have a place in the file.
var written = strings.Fields("id hidden separate icon iconColor urlLabel levelNum")

// kept are members beside the fields that have a place in the file, by section.
var kept = map[string][]string{"basics": {"customFields"}, "education": {"location"}, "volunteer": {"location"}, "certificates": {"summary"}, "awards": {"url"}, "references": {"position", "phone", "email", "url"}}

// lost says which members of the document the file has no place for.
func (w *writer) lost() {
	for _, p := range w.doc.NotShown() {
		name, tokens := p.Address.Last(), p.Address.Tokens()
		if slices.Contains(written, name) || slices.Contains(kept[tokens[0]], name) {
			continue
		}
		w.problems = append(w.problems, resume.Problem{Address: p.Address, Text: fmt.Sprintf("“%s” has no place in a file of Reactive Resume", name)})
	}
}

func required(name, text string) resume.Member {
	if strings.TrimSpace(text) == "" {
		text = nothing
	}
	return str(name, text)
}

// site is an entry's link.
func (w *writer) site(i resume.Item, url string) resume.Member {
	raw := w.raw(i)
	if url == "" {
		url = text(raw, "url", "urlText")
	}
	return val("website", obj(str("url", url), str("label", text(raw, "urlLabel")), flagged("inlineLink", false)))
}

func (w *writer) profile(p *resume.Profile) resume.Value {
	v := w.item(p.Item, str("icon", ""), str("iconColor", ""), required("network", p.Network), str("username", p.Username), w.site(p.Item, p.URL))
	return v
}

func (w *writer) work(p *resume.Work) resume.Value {
	html := draft.HTML(p.Summary, draft.Lines(p.Highlights)...) + draft.LabeledHTML(employerLabel, p.Description) + draft.LabeledHTML(keywordsLabel, terms(p.Keywords))
	return w.item(p.Item, required("company", p.Name), str("position", p.Position), str("location", p.Location), str("period", draft.Period(p.Start, p.End)),
		w.site(p.Item, p.URL), str("description", html), val("roles", resume.List()))
}

func terms(lines []resume.TextLine) string { return draft.JoinTerms(draft.Lines(lines)) }

func (w *writer) education(e *resume.Education) resume.Value {
	return w.item(e.Item, required("school", e.Institution), str("degree", e.StudyType), str("area", e.Area), str("grade", e.Score), str("location", text(w.raw(e.Item), "location")),
		str("period", draft.Period(e.Start, e.End)), w.site(e.Item, e.URL), str("description", draft.HTML("", draft.Lines(e.Courses)...)))
}

func (w *writer) project(p *resume.Project) resume.Value {
	html := draft.HTML(p.Description, draft.Lines(p.Highlights)...) + draft.LabeledHTML(organizationLabel, p.Entity) + draft.LabeledHTML(typeLabel, p.Type) +
		draft.LabeledHTML(rolesLabel, terms(p.Roles))
	html, keywords := w.withKeywords(html, p.Keywords)
	return w.item(p.Item, append(object{required("name", p.Name), str("period", draft.Period(p.Start, p.End)), w.site(p.Item, p.URL), str("description", html)}, keywords...)...)
}

// withKeywords is a description with the keywords: as a paragraph, or as a member beside it.
func (w *writer) withKeywords(html string, keywords []resume.TextLine) (string, object) {
	if !w.fourth {
		return html + draft.LabeledHTML(keywordsLabel, terms(keywords)), nil
	}
	return html, object{val("keywords", resume.Texts(draft.Lines(keywords)...))}
}

func (w *writer) skill(s *resume.Skill) resume.Value {
	words, level := w.level(s.Item, s.Level)
	return w.item(s.Item, str("icon", ""), str("iconColor", ""), required("name", s.Name), str("proficiency", words), num("level", level),
		val("keywords", resume.Texts(draft.Lines(s.Keywords)...)))
}

func (w *writer) language(l *resume.Language) resume.Value {
	words, level := w.level(l.Item, l.Fluency)
	return w.item(l.Item, required("language", l.Language), str("fluency", words), num("level", level))
}

// level is how well something is known, in words and as a number up to 5, 0 for none.
func (w *writer) level(i resume.Item, words string) (string, string) {
	n := text(w.raw(i), "levelNum")
	if n == "" {
		if v, most, ok := strings.Cut(words, "/"); ok && scaled(v, most) != "0" {
			return "", scaled(v, most)
		}
		return words, "0"
	}
	v, most, ok := strings.Cut(n, "/")
	if !ok {
		most = "5"
	}
	return words, scaled(v, most)
}

// scaled is a level of 5 or of 10 as one of 5, "0" for what is none.
func scaled(n, most string) string {
	v, err := strconv.ParseFloat(n, 64)
	limit := map[string]float64{"5": 5, "10": 10}[most]
	if err != nil || limit == 0 || !(v > 0 && v <= limit) {
		return "0"
	}
	return strconv.FormatFloat(v*5/limit, 'f', -1, 64)
}

func (w *writer) interest(i *resume.Interest) resume.Value {
	return w.item(i.Item, str("icon", ""), str("iconColor", ""), required("name", i.Name), val("keywords", resume.Texts(draft.Lines(i.Keywords)...)))
}

func (w *writer) award(a *resume.Award) resume.Value {
	return w.item(a.Item, required("title", a.Title), str("awarder", a.Awarder), str("date", draft.Day(a.Date)), w.site(a.Item, ""), str("description", draft.HTML(a.Summary)))
}

func (w *writer) certificate(c *resume.Certificate) resume.Value {
	return w.item(c.Item, required("title", c.Name), str("issuer", c.Issuer), str("date", draft.Day(c.Date)), w.site(c.Item, c.URL), str("description", draft.HTML(text(w.raw(c.Item), "summary"))))
}

func (w *writer) publication(p *resume.Publication) resume.Value {
	return w.item(p.Item, required("title", p.Name), str("publisher", p.Publisher), str("date", draft.Day(p.Date)), w.site(p.Item, p.URL), str("description", draft.HTML(p.Summary)))
}

func (w *writer) volunteer(v *resume.Volunteer) resume.Value {
	html := draft.LabeledHTML(roleLabel, v.Position) + draft.HTML(v.Summary, draft.Lines(v.Highlights)...)
	return w.item(v.Item, required("organization", v.Organization), str("location", text(w.raw(v.Item), "location")), str("period", draft.Period(v.Start, v.End)),
		w.site(v.Item, v.URL), str("description", html))
}

func (w *writer) reference(r *resume.Reference) resume.Value {
	raw := w.raw(r.Item)
	return w.item(r.Item, required("name", r.Name), str("position", text(raw, "position")), w.site(r.Item, ""), str("phone", text(raw, "phone")),
		str("description", draft.HTML(r.Reference)+draft.LabeledHTML(emailLabel, text(raw, "email"))))
}

func (w *writer) customs() resume.Value {
	var all []resume.Value
	for _, c := range w.r.Custom {
		items := each(w, c.Items, w.custom)
		s, _ := w.r.Section(c.Key)
		section := w.section(c.Key, "").With("title", resume.Text(s.Title))
		section = obj(append(slices.Clone(section.Members()), str("id", c.Key), str("type", "projects"), val("items", resume.List(items...)))...)
		all = append(all, section)
	}
	return resume.List(all...)
}

func (w *writer) custom(c *resume.CustomItem) resume.Value {
	period := draft.Period(c.Start, c.End)
	html := draft.HTML(c.Summary, draft.Lines(c.Highlights)...)
	for _, l := range []struct{ label, text string }{{roleLabel, c.Position}, {organizationLabel, c.Organization}, {subtitleLabel, c.Description}, {locationLabel, c.Location},
		{dateLabel, draft.Day(c.Date)}, {numberLabel, c.Number}} {
		html += draft.LabeledHTML(l.label, l.text)
	}
	html, keywords := w.withKeywords(html, c.Keywords)
	return w.item(c.Item, append(object{required("name", c.Name), str("period", period), w.site(c.Item, c.URL), str("description", html)}, keywords...)...)
}

// metadata is how the file shows the resume.
func (w *writer) metadata() resume.Value {
	m := obj(str("template", "onyx"), val("layout", obj()), val("page", w.page()), val("design", obj(
		val("level", obj(str("icon", "star"), str("type", "circle"))),
		val("colors", obj(str("primary", "rgba(0, 0, 0, 1)"), str("text", "rgba(0, 0, 0, 1)"), str("background", "rgba(255, 255, 255, 1)"))))),
		val("typography", obj(val("body", font("10", "400", "500")), val("heading", font("14", "600")))),
		str("notes", ""), val("styleRules", resume.List()))
	layout := obj(num("sidebarWidth", "35"))
	pages := resume.List(obj(flagged("fullWidth", true), val("main", resume.Texts(w.order()...)), val("sidebar", resume.Texts())))
	if w.current() {
		usual := get(m, "page")
		for _, k := range get(w.aside, "metadata").Members() {
			if k.Name != "css" { // of version 4
				m = m.With(k.Name, k.Value)
			}
		}
		for _, k := range get(m, "page").Members() {
			usual = usual.With(k.Name, k.Value)
		}
		layout = get(m, "layout")
		if kept := get(layout, "pages"); w.sameOrder(kept) {
			pages = kept
		}
		m = m.With("page", w.pageOver(usual))
	}
	return m.With("layout", layout.With("pages", pages))
}

func font(size string, weights ...string) resume.Value {
	return obj(str("fontFamily", "IBM Plex Serif"), val("fontWeights", resume.Texts(weights...)), num("fontSize", size), num("lineHeight", "1.5"))
}

func (w *writer) page() resume.Value {
	return w.pageOver(obj(num("gapX", "4"), num("gapY", "6"), num("marginX", "14"), num("marginY", "12"), str("format", "a4"), str("locale", defaultLocale),
		flagged("hideLinkUnderline", false), flagged("hideIcons", false), flagged("hideSectionIcons", true)))
}

// pageOver is the page's settings with the document's paper and language.
func (w *writer) pageOver(p resume.Value) resume.Value {
	if paper := w.r.Meta.Page; paper == "a4" || paper == "letter" {
		p = p.With("format", resume.Text(paper))
	}
	if w.r.Meta.Language != "" {
		p = p.With("locale", resume.Text(w.r.Meta.Language))
	}
	return p
}

// order is the ids of the sections in the resume's order, accounts first.
func (w *writer) order() []string {
	ids := []string{"profiles"}
	for _, s := range w.r.Sections {
		ids = append(ids, nameOf(s.Key))
	}
	return ids
}

// sameOrder reports whether pages of a layout have the resume's sections in its order.
func (w *writer) sameOrder(pages resume.Value) bool {
	var ids []string
	for _, p := range pages.Items() {
		ids = append(append(ids, listed(get(p, "main"))...), listed(get(p, "sidebar"))...)
	}
	without := func(ids []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == "profiles" })
	}
	return slices.Equal(without(ids), without(w.order()))
}

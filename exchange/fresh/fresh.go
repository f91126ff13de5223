// Package fresh reads resumes in FRESH, the JSON of HackMyResume (version 1.0.0-beta and
// before).
//
// Affiliations, governance, talks, samples, reading, extracurricular activities and
// testimonials have no section in JSON Resume: the first six become custom sections, the
// last references. What a candidate wants (disposition) and members that the format does
// not know are kept as members that pages do not show.
package fresh

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"resumax/exchange/draft"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

// Format is FRESH.
var Format = &format.Format{
	ID:         "fresh",
	Name:       "FRESH",
	About:      "the JSON of HackMyResume",
	Extensions: []string{"json"},
	Sniff:      sniff,
	Read:       read,
}

// sniff knows a file by members that JSON Resume does not have.
func sniff(data []byte) bool {
	m := draft.MembersOf(data)
	return m != nil && !m["basics"] && (m["employment.history"] || m.Object("info") && m.Any("contact", "employment", "education.history", "skills.sets", "skills.list") || m["education.history"] && m.Any("contact", "skills.sets", "service.history"))
}

func read(_ context.Context, in format.Input) (format.Reading, error) {
	root, problems, err := codec.Values(in.Data, in.Name)
	if err != nil {
		return format.Reading{}, err
	}
	if root.Kind() != resume.Object || !sniff(in.Data) {
		return format.Reading{}, fmt.Errorf("%s is not a resume in FRESH: it has no “info” or “employment” as HackMyResume writes them", in.Name)
	}
	r := &reader{}
	r.contact(root)
	r.sections(root)
	return r.out.Reading(problems), nil
}

type reader struct{ out draft.Resume }

func get(v resume.Value, name string) resume.Value {
	m, _ := v.Get(name)
	return m
}

func text(v resume.Value, names ...string) string {
	for _, n := range names {
		if m := get(v, n); (m.Kind() == resume.String || m.Kind() == resume.Number) && strings.TrimSpace(m.Raw()) != "" {
			return strings.TrimSpace(m.Raw())
		}
	}
	return ""
}

func texts(v resume.Value, name string) []string {
	m := get(v, name)
	if m.Kind() == resume.String {
		return []string{m.Str()}
	}
	var all []string
	for _, item := range m.Items() {
		if item.Kind() == resume.String || item.Kind() == resume.Number {
			all = append(all, item.Raw())
		}
	}
	return all
}

// items are a section's entries, in a list or in a history.
func items(root resume.Value, name string) []resume.Value {
	v := get(root, name)
	if v.Kind() == resume.Object {
		v = get(v, "history")
	}
	return v.Items()
}

func (r *reader) contact(root resume.Value) {
	r.out.Basic("name", text(root, "name"))
	info, contact, place := get(root, "info"), get(root, "contact"), get(root, "location")
	r.out.Basic("label", text(info, "label"))
	r.out.Basic("image", text(info, "image"))
	r.out.Basic("summary", draft.Joined(resume.Blocks(text(info, "brief"))))
	r.out.KeepBasic("quote", resume.Text(text(info, "quote")))
	r.out.KeepBasic("class", get(info, "class"))
	rest(info, r.out.KeepBasic, "label image brief quote class")
	r.out.Basic("email", text(contact, "email"))
	r.out.Basic("phone", text(contact, "phone"))
	r.out.Basic("url", text(contact, "website"))
	for _, o := range get(contact, "other").Items() {
		said := text(o, "value")
		switch text(o, "category") {
		case "email":
			r.out.MoreBasic("otherEmails", said)
		case "phone":
			r.out.MoreBasic("otherPhones", said)
		default:
			i := (&draft.Item{}).Text("network", text(o, "label", "category"))
			if _, ok := resume.Link(said); ok {
				i.Text("url", said)
			} else {
				i.Text("username", said)
			}
			r.out.Profile(i)
		}
	}
	rest(contact, r.out.KeepBasic, "email phone website other")
	for _, part := range []struct{ to, from string }{{"address", "address"}, {"postalCode", "code"}, {"city", "city"}, {"region", "region"}, {"countryCode", "country"}} {
		r.out.Place(part.to, text(place, part.from))
	}
	for _, s := range get(root, "social").Items() {
		i := (&draft.Item{}).Text("network", text(s, "network")).Text("username", text(s, "user")).Text("url", text(s, "url"))
		if label := text(s, "label"); label != text(s, "network") {
			i.Keep("urlLabel", resume.Text(label))
		}
		keepRest(i, s, "network user url label")
		r.out.Profile(i)
	}
}

// rest keeps the members of an object that have no field.
func rest(v resume.Value, keep func(string, resume.Value), known string) {
	for _, m := range v.Members() {
		if !slices.Contains(strings.Fields(known), m.Name) {
			keep(m.Name, m.Value)
		}
	}
}

func keepRest(i *draft.Item, v resume.Value, known string) {
	rest(v, func(name string, m resume.Value) { i.Keep(name, m) }, known)
}

// about takes the text that a section has before its entries.
func (r *reader) about(root resume.Value, name, title string) {
	if said := text(get(root, name), "summary"); said != "" {
		r.out.Left(title, resume.Plain(draft.Joined(resume.Blocks(said))))
	}
}

func (r *reader) sections(root resume.Value) {
	r.about(root, "employment", "About the employment")
	for _, v := range items(root, "employment") {
		i := (&draft.Item{}).Text("name", text(v, "employer")).Text("position", text(v, "position")).Text("location", text(v, "location")).Dates(text(v, "start"), text(v, "end")).Text("url", text(v, "url"))
		described(i, "summary", "highlights", v)
		i.Texts("keywords", texts(v, "keywords")...)
		keepRest(i, v, "employer position location start end url summary highlights keywords")
		r.out.Add("work", i)
	}
	for _, v := range items(root, "projects") {
		i := (&draft.Item{}).Text("name", text(v, "title")).Text("type", text(v, "category")).Texts("roles", texts(v, "role")...).Dates(text(v, "start"), text(v, "end")).Text("url", text(v, "url", "repo"))
		i.Prose("description", "", text(v, "description"))
		described(i, "description", "highlights", v)
		i.Texts("keywords", texts(v, "keywords")...)
		if text(v, "url") != "" {
			i.Keep("repo", get(v, "repo"))
		}
		keepRest(i, v, "title category role start end url repo description summary highlights keywords")
		r.out.Add("projects", i)
	}
	r.skills(get(root, "skills"))
	r.about(root, "service", "About the service")
	for _, v := range items(root, "service") {
		i := (&draft.Item{}).Text("organization", text(v, "organization")).Text("position", text(v, "position")).Dates(text(v, "start"), text(v, "end")).Text("url", text(v, "url"))
		described(i, "summary", "highlights", v)
		keepRest(i, v, "organization position start end url summary highlights")
		r.out.Add("volunteer", i)
	}
	r.education(root)
	for _, v := range items(root, "recognition") {
		i := (&draft.Item{}).Text("title", text(v, "title")).Text("awarder", text(v, "from")).Day("date", text(v, "date"))
		described(i, "summary", "", v)
		keepRest(i, v, "title from date summary")
		r.out.Add("awards", i)
	}
	for _, v := range items(root, "writing") {
		publisher := get(v, "publisher")
		i := (&draft.Item{}).Text("name", text(v, "title")).Text("publisher", text(v, "publisher")).Text("publisher", text(publisher, "name")).Day("releaseDate", text(v, "date")).Text("url", text(v, "url")).Text("url", text(publisher, "url"))
		described(i, "summary", "", v)
		keepRest(i, v, "title publisher date url summary")
		r.out.Add("publications", i)
	}
	for _, v := range items(root, "languages") {
		i := (&draft.Item{}).Text("language", text(v, "language")).Text("fluency", text(v, "level")).Keep("years", get(v, "years"))
		keepRest(i, v, "language level years")
		r.out.Add("languages", i)
	}
	for _, v := range items(root, "interests") {
		i := (&draft.Item{}).Text("name", text(v, "name")).Texts("keywords", texts(v, "keywords")...)
		for _, b := range resume.Blocks(text(v, "summary")) {
			i.Texts("keywords", b.Text)
		}
		keepRest(i, v, "name keywords summary")
		r.out.Add("interests", i)
	}
	r.references(root)
	for _, s := range []struct{ name, title string }{{"speaking", "Speaking"}, {"governance", "Governance"}, {"affiliation", "Affiliation"}, {"samples", "Samples"}, {"reading", "Reading"}, {"extracurricular", "Extracurricular activities"}} {
		r.about(root, s.name, s.title)
		for _, v := range items(root, s.name) {
			r.custom(s.title, v)
		}
	}
	known := "name meta info contact location social employment projects skills service education recognition writing languages interests references testimonials speaking governance affiliation samples reading extracurricular"
	for _, m := range root.Members() {
		if slices.Contains(strings.Fields(known), m.Name) {
			continue
		}
		if m.Value.Kind() == resume.Array {
			r.out.Keep("x-"+m.Name, m.Value)
			r.out.Left(m.Name, m.Value.String())
			continue
		}
		r.out.KeepBasic(m.Name, m.Value)
	}
}

func described(i *draft.Item, field, list string, v resume.Value) {
	i.Prose(field, list, text(v, "summary"))
	if list == "" {
		for _, h := range texts(v, "highlights") {
			i.Prose(field, "", h)
		}
		return
	}
	i.Texts(list, texts(v, "highlights")...)
}

// skills takes sets, and skills that stand alone and are in none of them.
func (r *reader) skills(v resume.Value) {
	inSets := map[string]bool{}
	for _, s := range get(v, "sets").Items() {
		i := (&draft.Item{}).Text("name", text(s, "name")).Text("level", text(s, "level")).Texts("keywords", texts(s, "skills")...)
		for _, k := range texts(s, "skills") {
			inSets[k] = true
		}
		keepRest(i, s, "name level skills")
		r.out.Add("skills", i)
	}
	list := get(v, "list")
	if v.Kind() == resume.Array {
		list = v
	}
	for _, s := range list.Items() {
		i := (&draft.Item{}).Text("name", text(s, "name")).Text("level", text(s, "level"))
		if s.Kind() == resume.String {
			i.Text("name", s.Str())
		}
		if inSets[i.Get("name")] && !i.Has("level") && text(s, "summary", "years") == "" {
			continue
		}
		i.Keep("summary", resume.Text(text(s, "summary"))).Keep("years", get(s, "years"))
		keepRest(i, s, "name level summary years")
		r.out.Add("skills", i)
	}
}

func (r *reader) education(root resume.Value) {
	r.about(root, "education", "About the education")
	all := get(root, "education")
	for _, name := range []string{"level", "degree"} {
		r.out.KeepBasic("education"+strings.ToUpper(name[:1])+name[1:], resume.Text(text(all, name)))
	}
	for _, v := range items(root, "education") {
		i := (&draft.Item{}).Text("institution", text(v, "institution")).Text("studyType", text(v, "studyType")).Text("area", text(v, "area")).Dates(text(v, "start"), text(v, "end")).
			Text("score", text(v, "grade")).Text("url", text(v, "url")).Texts("courses", texts(v, "curriculum")...)
		if title := text(v, "title"); i.Get("studyType") == "" {
			i.Text("studyType", title)
		} else {
			i.Keep("fullTitle", resume.Text(title))
		}
		described(i, "", "courses", v)
		i.Keep("location", get(v, "location"))
		keepRest(i, v, "institution studyType area start end grade url curriculum title summary highlights location")
		r.out.Add("education", i)
	}
}

func (r *reader) references(root resume.Value) {
	for _, name := range []string{"references", "testimonials"} {
		for _, v := range items(root, name) {
			i := (&draft.Item{}).Text("name", text(v, "name")).Prose("reference", "", text(v, "quote", "summary"))
			private := get(v, "private")
			i.Hide(private.True()).Keep("position", resume.Text(text(v, "role")))
			for _, c := range get(v, "contact").Items() {
				kind := text(c, "category", "label")
				if kind == "" {
					kind = "contact"
				}
				i.Keep(kind, resume.Text(text(c, "value")))
			}
			keepRest(i, v, "name quote summary private role contact")
			r.out.Add("references", i)
		}
	}
}

func (r *reader) custom(title string, v resume.Value) {
	i := (&draft.Item{}).Text("name", text(v, "title", "activity")).Text("position", text(v, "role")).Text("organization", text(v, "organization", "event")).Text("description", text(v, "category"))
	if text(v, "title") != "" {
		i.Text("description", text(v, "activity"))
	}
	author := texts(v, "author")
	i.Text("organization", strings.Join(author, ", ")).Text("location", text(v, "location")).Dates(text(v, "start"), text(v, "end")).Day("date", text(v, "date")).Text("url", text(v, "url"))
	described(i, "summary", "highlights", v)
	i.Texts("keywords", texts(v, "keywords")...)
	keepRest(i, v, "title activity role organization event category author location start end date url summary highlights keywords")
	r.out.Add(r.out.Custom(title), i)
}

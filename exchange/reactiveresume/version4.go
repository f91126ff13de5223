package reactiveresume

import (
	"strconv"
	"strings"

	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

// Format4 is the JSON of version 4, which many installations still run: version 5 opens
// it, but 4 opens nothing newer. It is read as any version is.
var Format4 = &format.Format{
	ID:         "reactive-resume-4",
	Name:       "Reactive Resume 4",
	About:      "opens in Reactive Resume, version 4",
	Extensions: []string{"json"},
	Draft:      true,
	Write:      write4,
}

// Ids have small letters and digits only in version 4.
const (
	madeID4     = "resumax0"
	postalCode4 = "postalcode"
)

func write4(s format.Source) (format.Output, error) {
	w := newWriter(s)
	w.fourth = true
	v := &fourth{writer: w, root: w.file(), customs: map[string]string{}}
	return format.Single(codec.EncodeAs(resume.NewDocument(v.file()), codec.Usual), w.problems), nil
}

// fourth makes a file of version 4 of one of version 5.
type fourth struct {
	*writer
	root    resume.Value
	made    int
	customs map[string]string // the ids of custom sections, by their keys
}

func (v *fourth) file() resume.Value {
	sections := obj(val("summary", v.section(get(v.root, "summary"), "summary", resume.SectionTitle(resume.SummaryKey)).
		With("content", get(get(v.root, "summary"), "content"))))
	for _, s := range v.standard() {
		sections = sections.With(s.Name, s.Value)
	}
	custom := obj()
	for _, c := range get(v.root, "customSections").Items() {
		id := v.id(text(c, "id"))
		v.customs[text(c, "id")] = id
		custom = custom.With(id, v.section(c, id, "").With("items", v.items("custom", c)))
	}
	return obj(val("basics", v.basics()), val("sections", sections.With("custom", custom)), val("metadata", v.metadata()))
}

func (v *fourth) standard() (all []resume.Member) {
	for _, m := range get(v.root, "sections").Members() {
		title := "Profiles"
		if key := keys[m.Name]; key != "" {
			title = resume.SectionTitle(key)
		}
		all = append(all, val(m.Name, v.section(m.Value, m.Name, title).With("items", v.items(m.Name, m.Value))))
	}
	return all
}

// section is how a section is shown; a title is what it has without one of its own.
func (v *fourth) section(s resume.Value, id, title string) resume.Value {
	if own := text(s, "title"); own != "" {
		title = own
	}
	columns := get(s, "columns")
	if columns.Kind() != resume.Number {
		columns = resume.Int(1)
	}
	return obj(str("name", title), val("columns", columns), flagged("separateLinks", true), flagged("visible", !hidden(s)), str("id", id))
}

// id is an id that version 4 takes.
func (v *fourth) id(id string) string {
	if id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789") == "" {
		return id
	}
	v.made++
	return madeID4 + strconv.Itoa(v.made)
}

// names are members of entries under their names in version 4, by section; "" are those
// of all.
var names = map[string]map[string]string{
	"":               {"period": "date"},
	"education":      {"school": "institution", "degree": "studyType", "grade": "score"},
	"skills":         {"proficiency": "description"},
	"languages":      {"language": "name", "fluency": "description"},
	"certifications": {"title": "name"},
	"publications":   {"title": "name"},
	"references":     {"position": "description"},
}

// plain are the sections whose “description” is not HTML in version 4.
var plain = map[string]bool{"skills": true, "languages": true}

func (v *fourth) items(section string, from resume.Value) resume.Value {
	var all []resume.Value
	for _, item := range get(from, "items").Items() {
		out := obj(str("id", v.id(text(item, "id"))), flagged("visible", !hidden(item)))
		summary := resume.Value{}
		for _, m := range item.Members() {
			name := m.Name
			if to, ok := names[""][name]; ok {
				name = to
			}
			if to, ok := names[section][m.Name]; ok {
				name = to
			}
			switch m.Name {
			case "id", "hidden", "iconColor", "roles":
			case "website":
				out = out.With("url", obj(str("label", text(m.Value, "label")), str("href", text(m.Value, "url"))))
			case "description":
				summary = m.Value
			default:
				out = out.With(name, m.Value)
			}
		}
		if summary.Kind() == resume.String && !plain[section] {
			if _, ok := out.Get("description"); !ok && (section == "projects" || section == "custom") {
				out = out.With("description", resume.Text(""))
			}
			out = out.With("summary", summary)
		}
		all = append(all, out)
	}
	return resume.List(all...)
}

func (v *fourth) basics() resume.Value {
	b, p := get(v.root, "basics"), get(v.root, "picture")
	var custom []resume.Value
	for _, f := range get(b, "customFields").Items() {
		id, name := text(f, "id"), text(f, "name")
		if id == "postalCode" {
			id = postalCode4
		}
		said := text(f, "text")
		if link := text(f, "link"); link != "" {
			said, name = link, said
		}
		custom = append(custom, obj(str("id", v.id(id)), str("icon", text(f, "icon")), str("name", name), str("value", said)))
	}
	site := get(b, "website")
	return obj(str("name", text(b, "name")), str("headline", text(b, "headline")), str("email", text(b, "email")), str("phone", text(b, "phone")), str("location", text(b, "location")),
		val("url", obj(str("label", text(site, "label")), str("href", text(site, "url")))), val("customFields", resume.List(custom...)),
		val("picture", obj(str("url", text(p, "url")), num("size", "64"), num("aspectRatio", "1"), num("borderRadius", "0"),
			val("effects", obj(flagged("hidden", hidden(p)), flagged("border", false), flagged("grayscale", false))))))
}

// metadata is how the file shows the resume: as the file that it came from, if that was
// of version 4.
func (v *fourth) metadata() resume.Value {
	paper := v.r.Meta.Page
	if paper == "" {
		paper = "a4"
	}
	font := obj(str("family", "IBM Plex Serif"), str("subset", "latin"), val("variants", resume.Texts("regular", "italic", "600")), num("size", "14"))
	m := obj(str("template", "onyx"), val("layout", resume.List()), val("css", obj(str("value", ""), flagged("visible", false))),
		val("page", obj(num("margin", "18"), str("format", paper), val("options", obj(flagged("breakLine", true), flagged("pageNumbers", true))))),
		val("theme", obj(str("background", "#ffffff"), str("text", "#000000"), str("primary", "#000000"))),
		val("typography", obj(val("font", font), num("lineHeight", "1.5"), flagged("hideIcons", false), flagged("underlineLinks", true))),
		str("notes", ""))
	if kept := get(v.aside, "metadata"); get(kept, "layout").Kind() == resume.Array {
		for _, k := range kept.Members() {
			m = m.With(k.Name, k.Value)
		}
	}
	ids := []string{"profiles"}
	for _, s := range v.r.Sections {
		id, isCustom := v.customs[s.Key]
		switch {
		case isCustom:
			ids = append(ids, "custom."+id)
		case !s.Custom:
			ids = append(ids, nameOf(s.Key))
		}
	}
	return m.With("layout", resume.List(resume.List(resume.Texts(ids...), resume.Texts())))
}

package posting

import (
	"slices"
	"strconv"
	"strings"

	"resumax/resume"
)

// The posting's place in a resume's file is meta.resumax.postings, a list of objects in the
// shape of JSON Resume's schema of jobs, so that other programs can read them. What the
// schema has no member for is in meta.resumax of the object: the lists of requirements,
// and the source.

// Value is a posting in the shape of JSON Resume's schema of jobs.
func (p Posting) Value() resume.Value {
	var members []resume.Member
	add := func(name string, v resume.Value) { members = append(members, resume.Member{Name: name, Value: v}) }
	text := func(name, s string) {
		if s != "" {
			add(name, resume.Text(s))
		}
	}
	text("title", p.Title)
	text("company", p.Company)
	text("type", p.Type)
	text("date", p.Posted)
	if p.Location != "" {
		add("location", resume.Struct(resume.Member{Name: "address", Value: resume.Text(p.Location)}))
	}
	text("remote", p.Remote)
	text("salary", p.Salary)
	text("experience", p.Level)
	if len(p.Responsibilities) > 0 {
		add("responsibilities", resume.Texts(p.Responsibilities...))
	}
	var qualifications []string
	var skills []resume.Value
	for _, q := range slices.Concat(p.Required, p.Preferred, p.Unlabeled) {
		if q.Kind == Term {
			skills = append(skills, resume.Struct(resume.Member{Name: "name", Value: resume.Text(strings.Join(q.Any, " or "))}, resume.Member{Name: "keywords", Value: resume.Texts(q.Any...)}))
		} else if !slices.Contains(qualifications, q.Sentence) {
			qualifications = append(qualifications, q.Sentence)
		}
	}
	if len(qualifications) > 0 {
		add("qualifications", resume.Texts(qualifications...))
	}
	if len(skills) > 0 {
		add("skills", resume.List(skills...))
	}
	own := []resume.Member{{Name: "source", Value: resume.Text(p.Source)}}
	ownText := func(name, s string) {
		if s != "" {
			own = append(own, resume.Member{Name: name, Value: resume.Text(s)})
		}
	}
	ownText("form", string(p.form))
	ownText("closes", p.Closes)
	ownText("language", p.Language)
	all := found{p.Years, p.Degree, p.Languages, p.Licenses}
	if p.found != nil {
		all = *p.found
	}
	ownText("degree", all.degree)
	if all.years > 0 {
		own = append(own, resume.Member{Name: "years", Value: resume.Int(all.years)})
	}
	for _, l := range []struct {
		name string
		list []string
	}{{"languages", all.languages}, {"licenses", all.licenses}, {"notes", p.Notes}} {
		if len(l.list) > 0 {
			own = append(own, resume.Member{Name: l.name, Value: resume.Texts(l.list...)})
		}
	}
	var read []resume.Member
	for _, f := range Fields() {
		if was, ok := p.AsRead[f]; ok {
			read = append(read, resume.Member{Name: string(f), Value: resume.Text(was)})
		}
	}
	if len(read) > 0 {
		own = append(own, resume.Member{Name: "asRead", Value: resume.Struct(read...)})
	}
	for _, l := range p.lists() {
		var values []resume.Value
		for _, from := range p.lists() {
			for _, q := range *from.list {
				in := from.section()
				if q.ReadAs != NoSection {
					in, q.ReadAs = q.ReadAs, in
				}
				if in == l.section() {
					values = append(values, q.value())
				}
			}
		}
		if len(values) > 0 {
			own = append(own, resume.Member{Name: l.name, Value: resume.List(values...)})
		}
	}
	meta := []resume.Member{}
	if p.URL != "" {
		meta = append(meta, resume.Member{Name: "canonical", Value: resume.Text(p.URL)})
	}
	meta = append(meta, resume.Member{Name: "resumax", Value: resume.Struct(own...)})
	add("meta", resume.Struct(meta...))
	return resume.Struct(members...)
}

type requirementList struct {
	name string
	list *[]Requirement
}

// lists are the lists of requirements by their names in the file.
func (p *Posting) lists() []requirementList {
	return []requirementList{{"required", &p.Required}, {"preferred", &p.Preferred}, {"unlabeled", &p.Unlabeled}, {"mentioned", &p.Mentioned}}
}

// section is the part of a posting that a list is of.
func (l requirementList) section() Section {
	if l.name == "mentioned" {
		return About
	}
	return Section(l.name)
}

// value is a requirement as the file has it; ReadAs is the list that it was moved to there.
func (q Requirement) value() resume.Value {
	members := []resume.Member{{Name: "any", Value: resume.Texts(slices.Concat(q.Any, q.Off)...)}, {Name: "text", Value: resume.Text(q.Text)}, {Name: "sentence", Value: resume.Text(q.Sentence)}}
	if q.Kind != Term {
		members = append(members, resume.Member{Name: "kind", Value: resume.Text(string(q.Kind))})
	}
	if q.Count != 1 {
		members = append(members, resume.Member{Name: "count", Value: resume.Int(q.Count)})
	}
	if q.ReadAs != NoSection {
		members = append(members, resume.Member{Name: "moved", Value: resume.Text(string(q.ReadAs))})
	}
	if len(q.Off) > 0 {
		members = append(members, resume.Member{Name: "off", Value: resume.Texts(q.Off...)})
	}
	if q.NotForMe && (len(q.Any) > 0 || len(q.Off) == 0) {
		members = append(members, resume.Member{Name: "notForMe", Value: resume.Flag(true)})
	}
	if q.ByHand {
		members = append(members, resume.Member{Name: "byHand", Value: resume.Flag(true)})
	}
	return resume.Struct(members...)
}

// FromValue is the posting that an object in a resume's file is. Members that are missing or of
// another type are left empty: the file may be another program's.
func FromValue(v resume.Value) Posting {
	own := at(v, "meta", "resumax")
	p := Posting{
		Title: at(v, "title").Str(), Company: at(v, "company").Str(), Type: at(v, "type").Str(), Posted: at(v, "date").Str(),
		Remote: at(v, "remote").Str(), Salary: at(v, "salary").Str(), Level: at(v, "experience").Str(), URL: at(v, "meta", "canonical").Str(),
		Closes: at(own, "closes").Str(), Language: at(own, "language").Str(), Degree: at(own, "degree").Str(), Source: at(own, "source").Str(),
		Languages: texts(at(own, "languages")), Licenses: texts(at(own, "licenses")), Notes: texts(at(own, "notes")), Responsibilities: texts(at(v, "responsibilities")),
	}
	p.form = form(at(own, "form").Str())
	p.Years = integer(at(own, "years"))
	p.Location = placeOf(at(v, "location"))
	for _, l := range p.lists() {
		for _, e := range at(own, l.name).Items() {
			*l.list = append(*l.list, requirementFrom(e))
		}
	}
	for _, f := range Fields() {
		if was, ok := at(own, "asRead").Get(string(f)); ok && was.Kind() == resume.String {
			if p.AsRead == nil {
				p.AsRead = map[Field]string{}
			}
			p.AsRead[f] = was.Str()
		}
	}
	if own.Kind() != resume.Object { // another program's
		for _, e := range at(v, "qualifications").Items() {
			if s := e.Str(); s != "" {
				p.Unlabeled = append(p.Unlabeled, Requirement{Text: s, Sentence: s, Kind: Other, Count: 1})
			}
		}
		for _, e := range at(v, "skills").Items() {
			any := texts(at(e, "keywords"))
			if len(any) == 0 && at(e, "name").Str() != "" {
				any = []string{at(e, "name").Str()}
			}
			if len(any) > 0 {
				text := strings.Join(any, ", ")
				p.Unlabeled = append(p.Unlabeled, Requirement{Any: any, Text: text, Sentence: text, Count: 1})
			}
		}
		p.Source = at(v, "description").Str()
	}
	p = p.complete()
	p.settle()
	return p
}

// requirementFrom is a requirement of the file; its ReadAs is the list that it was moved to.
func requirementFrom(e resume.Value) Requirement {
	q := Requirement{Any: []string{}, Text: at(e, "text").Str(), Sentence: at(e, "sentence").Str(), Kind: Kind(at(e, "kind").Str()), Count: max(1, integer(at(e, "count"))), NotForMe: at(e, "notForMe").True(), ByHand: at(e, "byHand").True()}
	off := texts(at(e, "off"))
	for _, t := range texts(at(e, "any")) {
		if slices.Contains(off, t) {
			q.Off = append(q.Off, t)
		} else {
			q.Any = append(q.Any, t)
		}
	}
	q.NotForMe = q.NotForMe || len(q.Any) == 0 && len(q.Off) > 0
	if to := Section(at(e, "moved").Str()); isList(to) {
		q.ReadAs = to
	}
	q.ID = q.identity()
	return q
}

// placeOf is a location's address in one line.
func placeOf(v resume.Value) string {
	if s := at(v, "address").Str(); s != "" {
		return s
	}
	var parts []string
	for _, name := range []string{"city", "region", "countryCode"} {
		if s := at(v, name).Str(); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func texts(v resume.Value) (all []string) {
	for _, e := range v.Items() {
		if s := e.Str(); s != "" {
			all = append(all, s)
		}
	}
	return all
}

func integer(v resume.Value) int {
	const most = 1000
	n, err := strconv.Atoi(v.Raw())
	if err != nil || n < 0 || n > most {
		return 0
	}
	return n
}

// at is a member of a member, null where there is none.
func at(v resume.Value, names ...string) resume.Value {
	for _, name := range names {
		v, _ = v.Get(name)
	}
	return v
}

// Update is the object that a posting stands in with what the posting says now. Members that
// it knows nothing of stay.
func (p Posting) Update(old resume.Value) resume.Value {
	next := p.Value()
	out := old
	for _, name := range []string{"title", "company", "type", "date", "location", "remote", "salary", "experience", "responsibilities", "qualifications", "skills"} {
		if m := at(next, name); m.IsNull() {
			out = out.Without(name)
		} else if name != "location" || placeOf(at(old, name)) != p.Location {
			out = out.With(name, m)
		}
	}
	meta, own := at(old, "meta"), at(old, "meta", "resumax")
	for _, name := range []string{"source", "form", "closes", "language", "degree", "years", "languages", "licenses", "notes", "asRead", "required", "preferred", "unlabeled", "mentioned"} {
		if m := at(next, "meta", "resumax", name); m.IsNull() {
			own = own.Without(name)
		} else {
			own = own.With(name, m)
		}
	}
	if p.URL != "" {
		meta = meta.With("canonical", resume.Text(p.URL))
	}
	return out.With("meta", meta.With("resumax", own))
}

package europass

import (
	"strings"

	"resumax/exchange/draft"
	"resumax/resume"
)

// passport takes the older shape, of XML or JSON.
func (r *reader) passport(root *node) {
	for _, k := range root.kids {
		if k.is("DocumentInfo", "PrintingPreferences", "Attachment", "AttachmentList", "Locale") {
			k.skip()
		}
	}
	r.learner(root.one("LearnerInfo"))
}

func (r *reader) learner(l *node) {
	r.identification(l.one("Identification"))
	headline := l.one("Headline")
	headline.one("Type").skip()
	r.out.Basic("label", headline.one("Description").label())
	for _, w := range l.all("WorkExperience") {
		r.work(w)
	}
	for _, e := range l.all("Education") {
		r.education(e)
	}
	r.abilities(l.one("Skills"))
	for _, a := range l.all("Achievement") {
		a.one("ReferenceTo", "ReferenceToList").skip()
		i := (&draft.Item{}).Text("name", a.one("Title").label())
		i.Prose("summary", "highlights", a.say("Description"))
		r.out.Add(r.out.Custom("Additional information"), i)
	}
	l.one("ReferenceToList", "ReferenceTo").skip()
}

func (r *reader) identification(n *node) {
	name := n.one("PersonName")
	r.out.KeepBasic("honorific", resume.Text(name.one("Title").label()))
	r.out.Basic("name", strings.TrimSpace(name.say("FirstName")+" "+name.say("Surname", "LastName")))
	contact := n.one("ContactInfo")
	address := contact.at("Address", "Contact")
	r.out.Place("address", strings.Trim(address.say("AddressLine")+", "+address.say("AddressLine2"), ", "))
	r.out.Place("postalCode", address.say("PostalCode"))
	r.out.Place("city", address.say("Municipality"))
	r.out.Place("region", address.one("Region").label())
	r.out.Place("countryCode", country(address.one("Country")))
	for _, e := range contact.all("Email") {
		r.email(either(e.one("Contact"), e))
		e.one("Use").skip()
	}
	for _, t := range contact.all("Telephone") {
		r.phone(either(t.one("Contact"), t))
		t.one("Use").skip()
	}
	for _, w := range contact.all("Website") {
		r.website(either(w.one("Contact"), w))
		w.one("Use").skip()
	}
	for _, m := range contact.all("InstantMessaging") {
		r.account(m.one("Use").label(), either(m.one("Contact"), m))
		m.one("Use").skip()
	}
	about := n.one("Demographics")
	r.out.KeepBasic("birthDate", resume.Text(date(about.one("Birthdate"))))
	r.out.KeepBasic("gender", resume.Text(about.one("Gender").label()))
	for _, c := range about.all("Nationality") {
		r.out.MoreBasic("nationalities", c.label())
	}
	picture := n.one("Photo")
	r.photo(picture.say("MimeType"), picture.say("Data"))
	picture.skip()
	n.one("Signature").skip()
}

// country is a country's code, or its name where there is none.
func country(n *node) string {
	code, label := n.say("Code"), n.say("Label")
	if code == "" {
		return label
	}
	return countryCode(code)
}

// either is the text of the first node that has one.
func either(nodes ...*node) string {
	for _, n := range nodes {
		if text := n.take(); text != "" {
			return text
		}
	}
	return ""
}

// organization takes who an entry was with: the name, the place and the address.
func organization(i *draft.Item, n *node, field string) {
	i.Text(field, n.say("Name"))
	address := n.at("ContactInfo", "Address", "Contact")
	i.Text("location", placed(address.say("Municipality"), country(address.one("Country"))))
	street := strings.Trim(address.say("AddressLine")+", "+address.say("AddressLine2")+", "+address.say("PostalCode"), ", ")
	i.Keep("address", resume.Text(strings.ReplaceAll(street, ", , ", ", ")))
	var urls []string
	for _, w := range n.one("ContactInfo").all("Website") {
		urls = append(urls, either(w.one("Contact"), w))
		w.one("Use").skip()
	}
	links(i, urls)
	i.Keep("sector", resume.Text(n.one("Sector").label()))
}

func (r *reader) work(n *node) {
	i := (&draft.Item{}).Text("position", n.one("Position").label())
	organization(i, n.one("Employer"), "name")
	period(i, n.one("Period"))
	i.Prose("summary", "highlights", n.say("Activities"))
	n.one("ReferenceTo", "ReferenceToList").skip()
	r.out.Add("work", i)
}

func (r *reader) education(n *node) {
	i := (&draft.Item{}).Text("studyType", n.one("Title").label()).Text("area", n.one("Field").label())
	organization(i, n.one("Organisation"), "institution")
	period(i, n.one("Period"))
	i.Prose("", "courses", n.say("Activities", "Skills"))
	i.Keep("level", resume.Value{}).Keep("educationLevel", resume.Text(n.one("Level").label()))
	n.one("ReferenceTo", "ReferenceToList").skip()
	r.out.Add("education", i)
}

func (r *reader) abilities(n *node) {
	spoken := n.one("Linguistic")
	for _, l := range spoken.all("MotherTongue") {
		r.language(l.one("Description").label(), motherTongue, nil)
	}
	for _, l := range spoken.all("ForeignLanguage") {
		levels := map[string]string{}
		for _, k := range l.one("ProficiencyLevel").kids {
			levels[levelKey(k.name)] = k.take()
		}
		var certificates []string
		for _, c := range append(l.all("Certificate"), l.one("VerifiedBy").all("Certificate")...) {
			said := strings.Trim(c.one("Title").label()+", "+c.one("AwardingBody").label()+", "+date(c.one("Date"))+", "+c.one("Level").label(), ", ")
			certificates = append(certificates, strings.ReplaceAll(said, ", , ", ", "))
		}
		l.one("ReferenceTo", "ReferenceToList").skip()
		r.language(l.one("Description").label(), fluency(levels), certificates)
	}
	for _, g := range []struct{ key, name string }{{"Communication", "Communication"}, {"Organisational", "Organization and management"}, {"JobRelated", "Job-related"}, {"Computer", "Digital"}, {"Other", "Other"}} {
		for _, k := range n.all(g.key) {
			r.skills(g.name, either(k.one("Description").one("Label"), k.one("Description")))
			k.one("ReferenceTo", "ReferenceToList").skip()
			var levels []string
			for _, l := range k.one("ProficiencyLevel").kids {
				if v := l.take(); v != "" {
					levels = append(levels, l.name+": "+v)
				}
			}
			for _, c := range append(k.all("Certificate"), k.one("VerifiedBy").all("Certificate")...) {
				r.out.Add("certificates", (&draft.Item{}).Text("name", c.one("Title").label()).Text("issuer", c.one("AwardingBody").label()).Day("date", date(c.one("Date"))))
			}
			if len(levels) > 0 {
				r.out.Add("skills", (&draft.Item{}).Text("name", g.name).Texts("keywords", levels...))
			}
		}
	}
	driving := n.one("Driving")
	var licenses []string
	for _, l := range append(driving.one("Description").all("Licence"), driving.all("Description")...) {
		if text := l.take(); text != "" {
			licenses = append(licenses, text)
		}
	}
	if len(licenses) > 0 {
		r.out.Add("skills", (&draft.Item{}).Text("name", "Driving license").Texts("keywords", licenses...))
	}
}

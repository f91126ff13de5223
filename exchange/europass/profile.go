package europass

import (
	"strings"

	"resumax/exchange/draft"
	"resumax/resume"
)

// profile takes the newer shape of JSON. Its members were named in more than one way, so
// each is looked for under the names that are known.
func (r *reader) profile(p *node) {
	for _, k := range p.kids {
		if k.is("id", "preference", "preferences", "template", "settings") {
			k.skip()
		}
	}
	about := p.one("personalInformation", "personalInfo")
	if about.name == "" {
		about = p
	}
	r.out.Basic("name", strings.TrimSpace(said(about, "firstName", "givenName")+" "+said(about, "lastName", "surname", "familyName")))
	r.out.Basic("label", said(about, "headline", "jobTitle", "title"))
	r.out.Basic("summary", draft.Joined(resume.Blocks(said(about, "aboutMe", "about", "summary", "description"))))
	r.out.Basic("summary", draft.Joined(resume.Blocks(said(p, "aboutMe", "summary"))))
	for _, e := range named(about, "email", "emails", "emailAddress") {
		r.email(of(e, "email", "address", "value", "contact"))
	}
	for _, t := range named(about, "phone", "phones", "telephone", "phoneNumbers", "phoneNumber") {
		number := of(t, "number", "phoneNumber", "value", "contact", "phone")
		if prefix := strings.TrimLeft(said(t, "prefix", "countryDialing", "dialingCode"), "+"); prefix != "" && number != "" {
			number = "+" + prefix + " " + number
		}
		r.phone(number)
	}
	for _, w := range named(about, "website", "websites", "url") {
		r.website(of(w, "url", "value", "contact", "uri"))
	}
	for _, a := range named(about, "socialMedia", "socialMedias", "instantMessaging", "instantMessages", "socialNetworks") {
		r.account(said(a, "type", "name", "network", "platform", "label"), of(a, "url", "uri", "value", "username", "contact"))
	}
	for _, a := range named(about, "address", "addresses") {
		r.out.Place("address", strings.Trim(of(a, "addressLine", "addressLine1", "street", "line1")+", "+said(a, "addressLine2", "line2"), ", "))
		r.out.Place("postalCode", said(a, "postalCode", "zipCode"))
		r.out.Place("city", said(a, "city", "municipality", "cityName"))
		r.out.Place("countryCode", countryCode(said(a, "countryCode", "country")))
	}
	r.out.Place("city", said(about, "city"))
	r.out.Place("countryCode", countryCode(said(about, "countryCode", "country")))
	r.out.KeepBasic("birthDate", resume.Text(withoutTime(said(about, "dateOfBirth", "birthDate"))))
	r.out.KeepBasic("gender", resume.Text(said(about, "gender")))
	for _, n := range named(about, "nationality", "nationalities") {
		r.out.MoreBasic("nationalities", countryCode(of(n, "label", "code", "value")))
	}
	r.profileEntries(p)
	r.profileSkills(p)
}

// named are the children with one of the names.
func named(n *node, names ...string) []*node { return n.all(names...) }

// of is a node's own text, or that of the first of its members.
func of(n *node, names ...string) string {
	if text := n.take(); text != "" {
		return text
	}
	return said(n, names...)
}

// said is the text of the first of the members that says something, or its label.
func said(n *node, names ...string) string {
	for _, name := range names {
		for _, k := range n.kids {
			if !k.is(name) {
				continue
			}
			if text := k.take(); text != "" {
				return text
			}
			if text := k.say("label", "name", "value", "title", "code"); text != "" {
				k.one("code").used = true
				k.one("uri").used = true
				return text
			}
		}
	}
	return ""
}

// when takes the dates of an entry, which may be in a member of their own.
func when(i *draft.Item, n *node) {
	for _, k := range append([]*node{n}, n.all("period", "date", "dates", "dateRange")...) {
		for _, end := range k.all("ongoing", "current", "isCurrent", "present") {
			end.used = true
		}
		i.Dates(date(k.one("startDate", "dateFrom", "from", "start")), date(k.one("endDate", "dateTo", "to", "end")))
	}
}

var described = []string{"description", "mainActivities", "activities", "activitiesAndResponsibilities", "responsibilities", "mainActivitiesAndResponsibilities", "skillsCovered", "occupationalSkillsCovered", "summary"}

func (r *reader) profileEntries(p *node) {
	for _, w := range named(p, "workExperiences", "workExperience") {
		i := (&draft.Item{}).Text("position", said(w, "jobTitle", "occupation", "position", "title")).Text("name", said(w, "employer", "employerName", "organisation", "organization", "company", "organisationName"))
		i.Text("location", placed(said(w, "city"), said(w, "countryCode", "country")))
		when(i, w)
		i.Prose("summary", "highlights", said(w, described...))
		i.Keep("department", resume.Text(said(w, "department"))).Keep("sector", resume.Text(said(w, "sector", "industry", "businessOrSector")))
		links(i, []string{said(w, "website", "url", "link")})
		r.out.Add("work", i)
	}
	for _, e := range named(p, "educationTrainings", "educationTraining", "education", "educations") {
		i := (&draft.Item{}).Text("studyType", said(e, "qualification", "title", "degree", "degreeName")).Text("institution", said(e, "organisation", "organisationName", "institution", "organization", "school", "provider"))
		i.Text("area", said(e, "fieldOfStudy", "field", "fieldsOfStudy")).Text("score", said(e, "finalGrade", "grade"))
		when(i, e)
		i.Prose("", "courses", said(e, described...))
		if thesis := said(e, "thesis"); thesis != "" {
			i.Texts("courses", "Thesis: "+thesis)
		}
		i.Keep("location", resume.Text(placed(said(e, "city"), said(e, "countryCode", "country")))).Keep("educationLevel", resume.Text(said(e, "eqfLevel", "level", "eqf", "nqfLevel"))).
			Keep("credits", resume.Text(strings.TrimSpace(said(e, "numberOfCredits", "credits")+" "+said(e, "typeOfCredits"))))
		links(i, []string{said(e, "website", "url", "link")})
		r.out.Add("education", i)
	}
	simple := func(key string, names []string, fields func(*draft.Item, *node)) {
		for _, n := range named(p, names...) {
			i := &draft.Item{}
			fields(i, n)
			links(i, []string{said(n, "url", "website", "link", "links")})
			r.out.Add(key, i)
		}
	}
	simple("projects", []string{"projects", "project"}, func(i *draft.Item, n *node) {
		i.Text("name", said(n, "title", "name"))
		when(i, n)
		i.Prose("description", "highlights", said(n, described...))
	})
	simple("volunteer", []string{"voluntaryWorks", "volunteering", "volunteerings", "voluntaryWork"}, func(i *draft.Item, n *node) {
		i.Text("position", said(n, "title", "role", "position")).Text("organization", said(n, "organisation", "organization"))
		when(i, n)
		i.Keep("location", resume.Text(said(n, "location", "city"))).Prose("summary", "highlights", said(n, described...))
	})
	simple("publications", []string{"publications", "publication"}, func(i *draft.Item, n *node) {
		i.Text("name", said(n, "title", "name")).Text("publisher", said(n, "publisher", "reference")).Day("releaseDate", said(n, "date", "publicationDate", "year")).Prose("summary", "", said(n, described...))
	})
	simple("awards", []string{"honoursAwards", "honours", "awards", "honoursAndAwards"}, func(i *draft.Item, n *node) {
		i.Text("title", said(n, "title", "name")).Text("awarder", said(n, "awardingInstitution", "organisation", "awarder", "issuer")).Day("date", said(n, "date", "dateAwarded")).Prose("summary", "", said(n, described...))
	})
	simple("certificates", []string{"certifications", "certificates", "courses", "trainings"}, func(i *draft.Item, n *node) {
		i.Text("name", said(n, "title", "name")).Text("issuer", said(n, "organisation", "issuer", "awardingBody")).Day("date", said(n, "date", "issueDate", "startDate", "dateFrom"))
		i.Keep("summary", resume.Text(draft.Joined(resume.Blocks(said(n, described...)))))
	})
	simple("interests", []string{"hobbiesInterests", "hobbies", "hobbiesAndInterests", "interests"}, func(i *draft.Item, n *node) {
		i.Text("name", of(n, "title", "name")).Texts("keywords", terms(said(n, described...))...)
	})
	simple("references", []string{"recommendations", "references"}, func(i *draft.Item, n *node) {
		i.Text("name", said(n, "name", "title")).Prose("reference", "", said(n, described...))
	})
	for _, s := range []struct {
		title string
		names []string
	}{{"Conferences and seminars", []string{"conferencesSeminars", "conferencesAndSeminars", "conferences"}}, {"Networks and memberships", []string{"networksMemberships", "networksAndMemberships"}},
		{"Creative works", []string{"creativeWorks"}}, {"Social and political activities", []string{"socialPoliticalActivities", "socialAndPoliticalActivities"}}, {"More", []string{"others", "other", "customSections"}}} {
		for _, n := range named(p, s.names...) {
			title := s.title
			if t := said(n, "sectionTitle"); t != "" {
				title = t
			}
			i := (&draft.Item{}).Text("name", said(n, "title", "name")).Text("location", said(n, "location", "city"))
			when(i, n)
			i.Prose("summary", "highlights", said(n, described...))
			links(i, []string{said(n, "url", "website", "link", "links")})
			r.out.Add(r.out.Custom(title), i)
		}
	}
}

func (r *reader) profileSkills(p *node) {
	spoken := p.one("languageSkills", "languages", "linguisticSkills")
	for _, l := range append(named(spoken, "motherTongues", "motherTongue"), named(p, "motherTongues", "motherTongue")...) {
		r.language(of(l, "language", "label", "code", "name"), motherTongue, nil)
	}
	foreign := append(named(spoken, "foreignLanguages", "foreignLanguage", "otherLanguages"), named(p, "foreignLanguages", "otherLanguages")...)
	if len(foreign) == 0 {
		foreign = named(p, "languageSkills", "languages")
	}
	for _, l := range foreign {
		levels := map[string]string{}
		for _, k := range append(l.kids, l.one("proficiency", "proficiencyLevel", "levels", "competences").kids...) {
			if key := levelKey(k.name); key != "" {
				if v := of(k, "label", "code", "value"); v != "" {
					levels[key] = v
				}
			}
		}
		level := fluency(levels)
		if level == "" {
			level = said(l, "level", "proficiency")
		}
		r.language(of(l, "language", "label", "code", "name"), level, nil)
	}
	for _, s := range []struct {
		title string
		names []string
	}{{"Digital", []string{"digitalSkills", "digitalSkill"}}, {"Communication and interpersonal", []string{"communicationInterpersonalSkills", "communicationSkills"}},
		{"Management and leadership", []string{"managementLeadershipSkills", "managementSkills"}}, {"Organization", []string{"organisationalSkills"}}, {"Skills", []string{"skills", "otherSkills"}}} {
		for _, n := range named(p, s.names...) {
			if text := n.take(); text != "" {
				r.skills(s.title, text)
				continue
			}
			r.skillList(s.title, n)
		}
	}
	var licenses []string
	for _, l := range named(p, "drivingLicences", "drivingLicence", "drivingLicenses") {
		if text := of(l, "category", "type", "code", "label"); text != "" {
			licenses = append(licenses, text)
		}
	}
	if licenses != nil {
		r.out.Add("skills", (&draft.Item{}).Text("name", "Driving license").Texts("keywords", licenses...))
	}
}

package europass

import (
	"strings"

	"resumax/exchange/draft"
	"resumax/resume"
)

// candidate takes the newer shape of XML.
func (r *reader) candidate(root *node) {
	for _, k := range root.kids {
		if k.is("DocumentID", "AlternateDocumentID", "ProcessingInformation", "CandidateSupplier", "RenderingInformation", "PositionSeekingStatusCode") {
			k.skip()
		}
	}
	r.person(root.one("CandidatePerson"))
	for _, p := range root.all("CandidateProfile") {
		r.candidateProfile(p)
	}
}

func (r *reader) person(n *node) {
	name := n.one("PersonName")
	full := strings.TrimSpace(name.say("GivenName") + " " + strings.TrimSpace(name.say("MiddleName")+" "+name.say("FamilyName")))
	if formatted := name.say("FormattedName"); full == "" {
		full = formatted
	}
	r.out.Basic("name", full)
	for _, c := range n.all("Communication") {
		r.communication(c)
	}
	r.out.KeepBasic("birthDate", resume.Text(withoutTime(n.say("BirthDate"))))
	r.out.KeepBasic("birthPlace", resume.Text(n.one("BirthPlace").label()))
	r.out.KeepBasic("gender", resume.Text(n.say("GenderCode")))
	for _, c := range n.all("NationalityCode") {
		r.out.MoreBasic("nationalities", countryCode(c.take()))
	}
	for _, l := range n.all("PrimaryLanguageCode") {
		r.language(l.take(), motherTongue, nil)
	}
}

func (r *reader) communication(c *node) {
	channel, use, title := strings.ToLower(c.say("ChannelCode")), c.say("UseCode"), c.say("OtherTitle")
	kind := use
	if title != "" {
		kind = title
	}
	uri := c.say("URI")
	number := strings.TrimSpace(c.say("DialNumber"))
	if dial := strings.TrimLeft(c.say("CountryDialing"), "+"); dial != "" && number != "" {
		number = "+" + dial + " " + strings.TrimPrefix(number, "0")
	}
	switch {
	case number != "":
		c.one("CountryCode").used = true
		r.phone(number)
	case channel == "email":
		r.email(strings.TrimPrefix(uri, "mailto:"))
	case channel == "web":
		r.website(uri)
	case uri != "" && channel != "":
		r.account(kind, uri)
	case uri != "":
		r.website(uri)
	}
	a := c.one("Address")
	if a.name == "" {
		return
	}
	var lines []string
	for _, l := range a.all("AddressLine") {
		lines = append(lines, l.take())
	}
	street, code, city := strings.Join(lines, ", "), a.say("PostalCode"), a.say("CityName")
	if !r.out.Place("city", city) {
		r.out.Left("Second address", strings.Trim(street+", "+code+" "+city, ", "))
		a.skip()
		return
	}
	r.out.Place("address", street)
	r.out.Place("postalCode", code)
	r.out.Place("countryCode", countryCode(a.say("CountryCode", "Country")))
}

// contact takes the place and the addresses of an employer or a school.
func contact(i *draft.Item, n *node) (place string) {
	var urls, more []string
	for _, c := range n.one("OrganizationContact").all("Communication") {
		channel, uri := strings.ToLower(c.say("ChannelCode")), c.say("URI")
		c.one("UseCode").used = true
		switch {
		case channel == "web":
			urls = append(urls, uri)
		case uri != "":
			more = append(more, uri)
		}
		if number := c.say("DialNumber"); number != "" {
			more = append(more, strings.TrimSpace(c.say("CountryDialing")+" "+number))
		}
		a := c.one("Address")
		var lines []string
		for _, l := range a.all("AddressLine") {
			lines = append(lines, l.take())
		}
		if code := a.say("PostalCode"); code != "" {
			lines = append(lines, code)
		}
		i.Keep("address", resume.Text(strings.Join(lines, ", ")))
		if p := placed(a.say("CityName"), a.say("CountryCode", "Country")); place == "" {
			place = p
		}
	}
	for _, l := range n.all("Link") {
		urls = append(urls, l.take())
	}
	links(i, urls)
	if len(more) > 0 {
		i.Keep("contact", resume.Texts(more...))
	}
	return place
}

func (r *reader) candidateProfile(p *node) {
	for _, k := range p.kids {
		if k.is("ID", "ProfileName", "EmploymentReferences", "AttachmentReference") {
			k.skip()
		}
	}
	r.out.Basic("summary", draft.Joined(resume.Blocks(p.say("ExecutiveSummary"))))
	r.out.Basic("label", p.say("Headline"))
	if objective := p.say("CandidateObjective"); objective != "" {
		r.out.Add(r.out.Custom("Objective"), (&draft.Item{}).Prose("summary", "highlights", objective))
	}
	for _, e := range p.one("EmploymentHistory").all("EmployerHistory") {
		r.employer(e)
	}
	for _, e := range p.one("EducationHistory").all("EducationOrganizationAttendance") {
		r.attendance(e)
	}
	for _, q := range p.one("PersonQualifications").all("PersonCompetency") {
		r.competency(q)
	}
	var licenses []string
	for _, l := range p.one("Licenses").all("License") {
		if text := either(l.one("LicenseTypeCode"), l.one("LicenseName"), l); text != "" {
			licenses = append(licenses, text)
		}
	}
	if licenses != nil {
		r.out.Add("skills", (&draft.Item{}).Text("name", "Driving license").Texts("keywords", licenses...))
	}
	for _, c := range append(p.one("Certifications").all("Certification"), p.one("CourseCertifications").all("CourseCertification")...) {
		i := (&draft.Item{}).Text("name", c.say("CertificationName", "Title", "CertificationTypeCode")).Text("issuer", c.say("IssuingAuthorityName", "IssuingAuthority", "Organisation"))
		when := c.one("Date", "FirstIssuedDate", "IssueDate", "CertificationDate")
		i.Day("date", date(deepest(when)))
		i.Keep("summary", resume.Text(draft.Joined(resume.Blocks(c.say("Description")))))
		links(i, linksOf(c))
		when.skip()
		r.out.Add("certificates", i)
	}
	for _, c := range p.one("PublicationHistory").all("Publication") {
		i := (&draft.Item{}).Text("name", c.say("Title", "PublicationTitle")).Text("publisher", c.say("Publisher", "PublisherName", "Reference"))
		i.Day("releaseDate", date(deepest(c.one("Date", "PublicationDate", "Year"))))
		i.Prose("summary", "", c.say("Description", "FormattedPublicationDescription"))
		links(i, linksOf(c))
		r.out.Add("publications", i)
	}
	for _, v := range p.one("VoluntaryWorks").all("VoluntaryWork") {
		i := (&draft.Item{}).Text("position", v.say("Title")).Text("organization", v.say("Organisation", "OrganizationName"))
		period(i, v.one("Date"))
		i.Keep("location", resume.Text(v.say("Location")))
		i.Prose("summary", "highlights", v.say("Description"))
		links(i, linksOf(v))
		r.out.Add("volunteer", i)
	}
	for _, v := range p.one("Projects").all("Project") {
		i := (&draft.Item{}).Text("name", v.say("Title"))
		period(i, v.one("Date"))
		i.Prose("description", "highlights", v.say("Description"))
		links(i, linksOf(v))
		r.out.Add("projects", i)
	}
	for _, v := range p.one("HobbiesAndInterests").all("HobbyOrInterest") {
		i := (&draft.Item{}).Text("name", v.say("Title")).Texts("keywords", terms(v.say("Description"))...)
		r.out.Add("interests", i)
	}
	for _, v := range append(p.one("HonoursAndAwards").all("HonourOrAward", "HonourAndAward", "HonoursAndAward"), p.all("HonoursAward")...) {
		i := (&draft.Item{}).Text("title", v.say("Title")).Text("awarder", v.say("AwardingInstitution", "Organisation", "Location"))
		i.Day("date", date(deepest(v.one("Date", "HonourAwardDate")))).Prose("summary", "", v.say("Description"))
		links(i, linksOf(v))
		r.out.Add("awards", i)
	}
	for _, s := range []struct{ list, item, title string }{{"CreativeWorks", "CreativeWork", "Creative works"}, {"SocialAndPoliticalActivities", "SocialAndPoliticalActivity", "Social and political activities"},
		{"NetworksAndMemberships", "NetworkAndMembership", "Networks and memberships"}, {"ConferencesAndSeminars", "ConferenceAndSeminar", "Conferences and seminars"}, {"Recommendations", "Recommendation", "Recommendations"}} {
		for _, v := range p.one(s.list).kids {
			if !strings.HasPrefix(v.name, "@") {
				r.activity(s.title, v)
			}
		}
	}
	for _, s := range []struct{ list, title string }{{"Skills", "Skills"}, {"CommunicationAndInterpersonalSkills", "Communication and interpersonal"}, {"ManagementAndLeadershipSkills", "Management and leadership"},
		{"OrganisationalSkills", "Organization"}, {"DigitalSkills", "Digital"}} {
		r.skillList(s.title, p.one(s.list))
	}
	for _, o := range p.all("Others") {
		title := o.say("Title")
		for _, v := range o.all("Other") {
			r.activity(title, v)
		}
	}
	for _, a := range p.all("Attachment") {
		data, about := a.one("EmbeddedData"), a.say("Instructions")
		if strings.Contains(about, "Picture") || strings.EqualFold(a.one("FileType").text, "photo") {
			r.photo(a.say("MimeCode"), data.text)
		} else {
			r.out.Left("Attachment", strings.TrimSpace(a.say("Title", "FileName")+" "+about))
		}
		a.skip()
	}
}

// deepest is the node inside another in which its date is.
func deepest(n *node) *node {
	for _, name := range []string{"StartDate", "EndDate", "From"} {
		if k := n.one(name); k.name != "" {
			n.one("Ongoing").used = true
			return k
		}
	}
	return n
}

func linksOf(n *node) []string {
	var urls []string
	for _, l := range n.all("Link") {
		urls = append(urls, l.take())
	}
	return urls
}

func (r *reader) employer(e *node) {
	name, industry, department := e.say("OrganizationName"), e.say("IndustryCode"), e.say("Department")
	positions := e.all("PositionHistory")
	if len(positions) == 0 {
		positions = []*node{{}}
	}
	for n, p := range positions {
		i := (&draft.Item{}).Text("name", name).Text("position", either(p.one("PositionTitle"), p.one("Title")))
		var place string
		if n == 0 {
			place = contact(i, e)
		}
		if at := placed(p.say("City"), p.say("Country", "CountryCode")); at != "" {
			place = at
		}
		i.Text("location", place)
		when := p.one("EmploymentPeriod")
		if when.name == "" {
			when = e.one("EmploymentPeriod")
		}
		period(i, when)
		i.Prose("summary", "highlights", p.say("Description"))
		i.Keep("department", resume.Text(department)).Keep("industryCode", resume.Text(industry))
		r.out.Add("work", i)
	}
}

func (r *reader) attendance(e *node) {
	d := e.one("EducationDegree")
	i := (&draft.Item{}).Text("institution", e.say("OrganizationName")).Text("studyType", d.say("DegreeName"))
	i.Keep("location", resume.Text(contact(i, e)))
	period(i, e.one("AttendancePeriod"))
	i.Text("score", d.one("FinalGrade").say("ScoreText"))
	var fields, codes []string
	for _, f := range d.all("FieldOfStudy") {
		for _, k := range append([]*node{f}, f.kids...) {
			if strings.HasPrefix(k.name, "@") {
				continue
			}
			for _, c := range append(k.all("ProgramConcentration"), k) {
				text := c.take()
				if strings.Trim(text, "0123456789") == "" {
					if text != "" {
						codes = append(codes, text)
					}
				} else {
					fields = append(fields, text)
				}
			}
		}
	}
	i.Text("area", strings.Join(fields, ", "))
	if codes != nil {
		i.Keep("fieldCodes", resume.Texts(codes...))
	}
	i.Prose("", "courses", d.say("OccupationalSkillsCovered"))
	if thesis := d.say("Thesis"); thesis != "" {
		i.Texts("courses", "Thesis: "+thesis)
	}
	i.Keep("credits", resume.Text(strings.TrimSpace(d.say("NumberOfCredit")+" "+d.say("CreditType"))))
	i.Keep("educationLevelCode", resume.Text(e.say("EducationLevelCode")))
	r.out.Add("education", i)
}

func (r *reader) competency(q *node) {
	kind, code := strings.ToLower(q.say("TaxonomyID")), q.say("CompetencyID")
	name := q.say("CompetencyName")
	if name == "" {
		name = code
	}
	levels, others := map[string]string{}, []string{}
	for _, d := range q.all("CompetencyDimension") {
		dimension, score := d.say("CompetencyDimensionTypeCode"), d.one("Score").say("ScoreText")
		key := levelKey(dimension)
		if key != "" {
			levels[key] = score
		} else if score != "" {
			others = append(others, strings.Trim(dimension+" "+score, " "))
		}
	}
	if kind == "language" {
		r.language(name, strings.Trim(fluency(levels)+", "+strings.Join(others, ", "), ", "), nil)
		return
	}
	r.out.Add("skills", (&draft.Item{}).Text("name", name).Text("level", strings.Join(others, ", ")))
}

// activity takes an entry of the many kinds of activities.
func (r *reader) activity(title string, v *node) {
	i := (&draft.Item{}).Text("name", v.say("Title"))
	period(i, v.one("Date"))
	i.Day("date", date(deepest(v.one("HonourAwardDate"))))
	var places []string
	for _, l := range v.all("Location") {
		places = append(places, l.take())
	}
	i.Text("location", strings.Join(places, ", "))
	i.Prose("summary", "highlights", v.say("Description"))
	links(i, linksOf(v))
	r.out.Add(r.out.Custom(title), i)
}

// skillList takes skills that are listed one by one, in groups or as text.
func (r *reader) skillList(title string, n *node) {
	var names []string
	var walk func(n *node)
	walk = func(n *node) {
		group, text := n.say("Title", "GroupName"), n.say("Description")
		if group != "" && text != "" {
			r.skills(group, text)
		} else {
			names = append(names, terms(group+text)...)
		}
		for _, k := range n.kids {
			if strings.HasPrefix(k.name, "@") || k.used {
				continue
			}
			if text := k.take(); text != "" {
				names = append(names, terms(text)...)
			}
			walk(k)
		}
	}
	walk(n)
	if names != nil {
		r.out.Add("skills", (&draft.Item{}).Text("name", title).Texts("keywords", names...))
	}
}

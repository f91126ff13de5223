package europass

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"strings"
	"testing"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
	"resumax/exchange/format/formattest"
)

const oldXML = `<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="en"><DocumentInfo><DocumentType>ECV</DocumentType><Generator>EWA</Generator></DocumentInfo>
<LearnerInfo><Identification><PersonName><Title><Code>dr</Code><Label>Dr</Label></Title><FirstName>Ada</FirstName><Surname>Example</Surname></PersonName>
<ContactInfo><Address><Contact><AddressLine>Mill Lane 7</AddressLine><PostalCode>10115</PostalCode><Municipality>Berlin</Municipality><Country><Code>DE</Code><Label>Germany</Label></Country></Contact></Address>
<Email><Contact>ada@example.org</Contact></Email><TelephoneList><Telephone><Contact>+49 30 5550 0123</Contact><Use><Code>mobile</Code></Use></Telephone></TelephoneList>
<WebsiteList><Website><Contact>https://ada.example.org</Contact></Website></WebsiteList>
<InstantMessagingList><InstantMessaging><Contact>ada.ex</Contact><Use><Code>skype</Code><Label>Skype</Label></Use></InstantMessaging></InstantMessagingList></ContactInfo>
<Demographics><Birthdate year="1990" month="--03" day="---07"/><NationalityList><Nationality><Code>DE</Code><Label>German</Label></Nationality></NationalityList></Demographics></Identification>
<Headline><Type><Code>preferred_job</Code><Label>Preferred job</Label></Type><Description><Label>Baker</Label></Description></Headline>
<WorkExperienceList><WorkExperience><Period><From year="2019" month="--04"/><Current>true</Current></Period><Position><Label>Head baker</Label></Position>
<Activities>&lt;p&gt;Runs the bakery.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Baked &lt;strong&gt;900&lt;/strong&gt; loaves&lt;/li&gt;&lt;li&gt;Led 3 &amp;amp; more&lt;/li&gt;&lt;/ul&gt;</Activities>
<Employer><Name>Mill Ltd</Name><ContactInfo><Address><Contact><Municipality>Bath</Municipality><Country><Code>UK</Code></Country></Contact></Address></ContactInfo><Sector><Label>Food</Label></Sector></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2015"/><To year="2018" month="--06" day="---30"/><Current>false</Current></Period><Title>BSc</Title><Activities>Rye and wheat</Activities>
<Organisation><Name>School</Name></Organisation><Level><Code>6</Code><Label>EQF 6</Label></Level><Field><Code>1</Code><Label>Food science</Label></Field></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Code>de</Code><Label>German</Label></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Label>English</Label></Description><ProficiencyLevel><Listening>C1</Listening><Reading>C1</Reading><SpokenInteraction>B2</SpokenInteraction><SpokenProduction>B2</SpokenProduction><Writing>B1</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
<Computer><Description>Excel, Word</Description></Computer><Driving><Description><Licence>B</Licence></Description></Driving></Skills>
<AchievementList><Achievement><Title><Label>Awards</Label></Title><Description>Baker of the year</Description></Achievement></AchievementList>
<Unforeseen><Thing>kept as left</Thing></Unforeseen></LearnerInfo></SkillsPassport>`

const oldJSON = `{"SkillsPassport": {"Locale": "en", "DocumentInfo": {"DocumentType": "ECV"}, "LearnerInfo": {
	"Identification": {"PersonName": {"FirstName": "Ada", "Surname": "Example"}, "ContactInfo": {"Email": {"Contact": "ada@example.org"}, "Telephone": [{"Contact": "+49 30 5550 0123"}], "Website": [{"Contact": "https://ada.example.org"}]}},
	"Headline": {"Description": {"Label": "Baker"}},
	"WorkExperience": [{"Period": {"From": {"Year": 2019, "Month": 4}, "Current": true}, "Position": {"Label": "Head baker"}, "Activities": "<p>Runs the bakery.</p><ul><li>Baked <strong>900</strong> loaves</li><li>Led 3 &amp; more</li></ul>", "Employer": {"Name": "Mill Ltd"}}],
	"Education": [{"Period": {"From": {"Year": 2015}, "To": {"Year": 2018, "Month": 6, "Day": 30}}, "Title": "BSc", "Activities": "Rye and wheat", "Organisation": {"Name": "School"}, "Field": {"Label": "Food science"}}],
	"Skills": {"Linguistic": {"MotherTongue": [{"Description": {"Label": "German"}}], "ForeignLanguage": [{"Description": {"Label": "English"}, "ProficiencyLevel": {"Listening": "C1", "Reading": "C1", "SpokenInteraction": "B2", "SpokenProduction": "B2", "Writing": "B1"}}]},
		"Computer": {"Description": "Excel, Word"}, "Driving": {"Description": ["B"]}},
	"Unforeseen": {"Thing": "kept as left"}}}}`

const newXML = `<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
<hr:DocumentID schemeID="T-1"/><CandidateSupplier><hr:PartyName>Owner</hr:PartyName></CandidateSupplier>
<CandidatePerson><PersonName><oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Example</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>ada@example.org</oa:URI></Communication><Communication><ChannelCode>Web</ChannelCode><oa:URI>https://ada.example.org</oa:URI></Communication>
<Communication><ChannelCode>Social Media</ChannelCode><UseCode>linkedin</UseCode><oa:URI>https://linkedin.com/in/ada</oa:URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><UseCode>mobile</UseCode><CountryDialing>49</CountryDialing><oa:DialNumber>03055500123</oa:DialNumber><CountryCode>de</CountryCode></Communication>
<Communication><UseCode>home</UseCode><Address type="home"><oa:AddressLine>Mill Lane 7</oa:AddressLine><oa:CityName>Berlin</oa:CityName><CountryCode>de</CountryCode><oa:PostalCode>10115</oa:PostalCode></Address></Communication>
<NationalityCode>de</NationalityCode><hr:BirthDate>1990-03-07</hr:BirthDate><PrimaryLanguageCode name="NORMAL">deu</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile languageCode="en"><hr:ID schemeID="T-1"/><hr:ExecutiveSummary>&lt;p&gt;Bakes &lt;em&gt;well&lt;/em&gt;.&lt;/p&gt;</hr:ExecutiveSummary>
<EmploymentHistory><EmployerHistory><hr:OrganizationName>Mill Ltd</hr:OrganizationName><OrganizationContact><Communication><Address><oa:CityName>Bath</oa:CityName><CountryCode>uk</CountryCode></Address></Communication></OrganizationContact><hr:IndustryCode>C</hr:IndustryCode>
<PositionHistory><PositionTitle typeCode="FREETEXT">Head baker</PositionTitle><eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2019-04</hr:FormattedDateTime></eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
<oa:Description>&lt;p&gt;Runs the bakery.&lt;/p&gt;&lt;ol&gt;&lt;li data-list="bullet"&gt;Baked &lt;strong&gt;900&lt;/strong&gt; loaves&lt;/li&gt;&lt;li&gt;Led 3 &amp;amp; more&lt;/li&gt;&lt;/ol&gt;</oa:Description><City>Bath</City><Country>uk</Country></PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>School</hr:OrganizationName><EducationLevelCode>6</EducationLevelCode><AttendancePeriod><StartDate><hr:FormattedDateTime>2015</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2018-06-30</hr:FormattedDateTime></EndDate><Ongoing>false</Ongoing></AttendancePeriod>
<EducationDegree><hr:DegreeName>BSc</hr:DegreeName><FieldOfStudy typeCode="URI"><MainFieldOfStudy><ProgramConcentration>07</ProgramConcentration></MainFieldOfStudy></FieldOfStudy><FinalGrade><hr:ScoreText>1.3</hr:ScoreText></FinalGrade><OccupationalSkillsCovered>&lt;p&gt;Rye and wheat&lt;/p&gt;</OccupationalSkillsCovered></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
<eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
<eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B1</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency></PersonQualifications>
<eures:Attachment><oa:EmbeddedData>/9j/4AAQSkZJRgABAQ==</oa:EmbeddedData><oa:FileType>photo</oa:FileType><hr:Instructions>ProfilePicture</hr:Instructions></eures:Attachment>
<ConferencesAndSeminars><ConferenceAndSeminar><Title>Bread 2022</Title><Date><StartDate><hr:FormattedDateTime>2022-09-19</hr:FormattedDateTime></StartDate><Ongoing>false</Ongoing></Date><Location>Graz</Location></ConferenceAndSeminar></ConferencesAndSeminars>
<Others><Title>Courses</Title><Other><Title>Sourdough</Title><Description>&lt;p&gt;Of old&lt;/p&gt;</Description></Other></Others><Unforeseen>kept as left</Unforeseen></CandidateProfile>
<RenderingInformation><Design><Template>Template1</Template></Design></RenderingInformation></Candidate>`

const newJSON = `{"profile": {"id": "x", "personalInformation": {"firstName": "Ada", "lastName": "Example", "emails": ["ada@example.org"], "phones": [{"prefix": "+49", "number": "30 5550 0123"}], "websites": [{"url": "https://ada.example.org"}]},
	"workExperiences": [{"jobTitle": {"label": "Head baker", "uri": "u"}, "employer": "Mill Ltd", "city": "Bath", "startDate": "2019-04-01T00:00:00Z", "ongoing": true, "description": "<p>Runs the bakery.</p><ul><li>Baked <strong>900</strong> loaves</li><li>Led 3 &amp; more</li></ul>"}],
	"educationTrainings": [{"qualification": "BSc", "organisation": "School", "startDate": "2015", "endDate": "2018-06-30", "description": "<p>Rye and wheat</p>"}],
	"languageSkills": {"motherTongues": ["German"], "foreignLanguages": [{"language": "English", "listening": "C1", "writing": "B1"}]}, "digitalSkills": ["Excel", "Word"], "unforeseen": "kept as left"}}`

func TestShapes(t *testing.T) {
	for name, file := range map[string]string{"old XML": oldXML, "old JSON": oldJSON, "new XML": newXML, "new JSON": newJSON} {
		if !sniff([]byte(file)) {
			t.Errorf("%s is not recognized", name)
		}
		got := drafttest.Reads(t, Format, []byte(file))
		r := got.Document.Resume()
		b := r.Basics
		if b.Name != "Ada Example" || b.Email != "ada@example.org" || !strings.HasPrefix(b.Phone, "+49 30") || b.URL != "https://ada.example.org" {
			t.Errorf("%s: %+v", name, b)
		}
		if len(r.Work) != 1 || len(r.Education) != 1 || len(r.Languages) != 2 {
			t.Fatalf("%s: %+v", name, r)
		}
		w, e := r.Work[0], r.Education[0]
		if w.Position != "Head baker" || w.Name != "Mill Ltd" || !strings.HasPrefix(w.Start.ISO(), "2019-04") || !w.End.IsZero() || w.Summary != "Runs the bakery." || len(w.Highlights) != 2 ||
			w.Highlights[0].Text != "Baked **900** loaves" || w.Highlights[1].Text != "Led 3 & more" {
			t.Errorf("%s: %+v", name, w)
		}
		if e.StudyType != "BSc" || e.Institution != "School" || e.Start.ISO() != "2015" || e.End.ISO() != "2018-06-30" || len(e.Courses) != 1 {
			t.Errorf("%s: %+v", name, e)
		}
		if r.Languages[0].Language != "German" || r.Languages[0].Fluency != motherTongue || !strings.Contains(r.Languages[1].Fluency, "Listening C1") || !strings.Contains(r.Languages[1].Fluency, "Writing B1") {
			t.Errorf("%s: %+v", name, r.Languages)
		}
		if len(got.Left) != 1 || !strings.HasSuffix(got.Left[0].Text, "kept as left") {
			t.Errorf("%s: %+v", name, got.Left)
		}
	}
}

// The editor's PDFs hold the XML, packed or not.
func TestInPDF(t *testing.T) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write([]byte(newXML))
	z.Close()
	object := func(dict string, data []byte) []byte {
		return fmt.Appendf(nil, "%%PDF-1.7\n5 0 obj\n<< /Type /EmbeddedFile %s /Length %d >>\nstream\n%s\nendstream\nendobj\n", dict, len(data), data)
	}
	for name, pdf := range map[string][]byte{"packed": object("/Filter /FlateDecode", packed.Bytes()), "plain": object("", []byte(newXML))} {
		got, ok := InPDF(pdf)
		if !ok || strings.TrimSpace(string(got)) != newXML {
			t.Errorf("%s: %v, %d bytes", name, ok, len(got))
		}
	}
	for _, other := range []string{"%PDF-1.7", "/EmbeddedFile", "/EmbeddedFile stream\n", string(object("", []byte(`{"basics": {}}`)))} {
		if _, ok := InPDF([]byte(other)); ok {
			t.Errorf("%q holds a CV", other)
		}
	}
}

func TestHostile(t *testing.T) {
	bomb := `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><SkillsPassport><LearnerInfo>&b;&c;</LearnerInfo></SkillsPassport>`
	for name, data := range map[string]string{
		"entities": bomb,
		"deep":     "<Candidate>" + strings.Repeat("<a>", 1_000_000),
		"wide":     "<Candidate>" + strings.Repeat("<a/>", 1_000_000),
		"cut":      newXML[:len(newXML)/2],
		"charset":  `<?xml version="1.0" encoding="EBCDIC"?><Candidate/>`,
		"json":     `{"profile": {"personalInformation": ` + strings.Repeat("[", 100000),
	} {
		formattest.Bounded(t, name, func() {
			if _, err := read(context.Background(), format.Input{Data: []byte(data), Name: "x.xml"}); err == nil || !strings.HasPrefix(err.Error(), "x.xml ") {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// Text that comments cut to pieces is put together in time by its length.
func TestTextInPieces(t *testing.T) {
	const pieces = 90_000
	data := "<Candidate><x>" + strings.Repeat(strings.Repeat("y", 90)+"<!---->", pieces) + "</x></Candidate>"
	formattest.Bounded(t, "pieces", func() {
		got, err := read(context.Background(), format.Input{Data: []byte(data), Name: "x.xml"})
		if err != nil || len(got.Left) != 1 || len(got.Left[0].Text) < 90*pieces {
			t.Errorf("%v, %d texts left", err, len(got.Left))
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{oldXML, oldJSON, newXML, newJSON} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		InPDF(data)
		if sniff(data) {
			drafttest.Reads(t, Format, data)
		}
	})
}

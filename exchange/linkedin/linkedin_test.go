package linkedin

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
	"resumax/exchange/format/formattest"
)

// packed is a ZIP of files by name.
func packed(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var export = []string{
	"Profil.csv", "\ufeffFirst Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\r\n" +
		"Ada,Example,Mills,,Mar 3,Baker &amp; Miller,\"Two lines.\r\nOf text.\",Food,10115,\"Berlin, Berlin, Germany\",[@ada],\"[PORTFOLIO:https://ada.example.org/a,b,OTHER:https://example.com]\",[SKYPE:ada.ex]\r\n",
	"Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On\n" +
		"Mill Ltd,Baker,\"Bakes bread. • Baked 900 loaves a day. • Led 3 bakers.\",Bath,Mar 2021,\nMill Ltd,Baker,\"Bakes bread. • Baked 900 loaves a day. • Led 3 bakers.\",Bath,Mar 2021,\nOld Mill,Apprentice,,,2019,\"Feb 1, 2021\"\n",
	"x/../../Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities\nSchool,2015,2018,Thesis on rye,BSc,Chess club\n",
	"Skills.csv", "Name\nBaking\nMilling\nbaking\n",
	"Languages.csv", "Name,Proficiency\nGerman,Native or bilingual proficiency\nFrench,LIMITED_WORKING\n",
	"Certifications.csv", "Name,Url,Authority,Started On,Finished On,License Number\nHygiene,https://h.example.org,Office,Jan 2020,Jan 2025,HX-1\n",
	"Projects.csv", "Title,Description,Url,Started On,Finished On\nOven,Built an oven,https://o.example.org,2020,2021\n",
	"Honors.csv", "Title,Description,Issued On\nBaker of the year,,\"Aug 5, 2022\"\n",
	"Volunteering.csv", "Company Name,Role,Cause,Started On,Finished On,Description\nFood bank,Driver,POVERTY,2018-01,,Drives\n",
	"Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,1/1/20\nada@example.org,Yes,Yes,1/1/21\n",
	"PhoneNumbers.csv", "Extension,Number,Type\n,+49 30 5550 0123,Mobile\n",
	"Connections.csv", "Notes:\n\"When\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nEve,Secret,,,,,\n",
	"messages.csv", "CONVERSATION ID,FROM,TO,CONTENT\n1,Eve,Ada,secret\n",
	"Recommendations_Received.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nBo,Boss,Mill,Owner,She bakes well.,2021,VISIBLE\n",
	"Courses.csv", "Name,Number\nSourdough,B7\n",
}

func TestExport(t *testing.T) {
	data := packed(t, export...)
	if !sniff(data) {
		t.Fatal("not recognized")
	}
	got := drafttest.Reads(t, Format, data)
	r := got.Document.Resume()
	b := r.Basics
	if b.Name != "Ada Example" || b.Label != "Baker & Miller" || b.Email != "ada@example.org" || b.Phone != "+49 30 5550 0123" || b.URL != "https://ada.example.org/a,b" || b.Location.City != "Berlin" ||
		b.Location.CountryCode != "Germany" || b.Location.PostalCode != "10115" || b.Summary != "Two lines.\nOf text." {
		t.Errorf("%+v", b)
	}
	if len(b.Profiles) != 3 {
		t.Errorf("%+v", b.Profiles)
	}
	if len(r.Work) != 2 || r.Work[0].Summary != "Bakes bread." || len(r.Work[0].Highlights) != 2 || r.Work[0].Start.ISO() != "2021-03" || !r.Work[0].End.IsZero() || r.Work[1].End.ISO() != "2021-02-01" {
		t.Errorf("%+v", r.Work)
	}
	if r.Education[0].StudyType != "BSc" || len(r.Education[0].Courses) != 2 || len(r.Skills[0].Keywords) != 2 || r.Languages[1].Fluency != "Limited working" || r.Certificates[0].Date.ISO() != "2020-01" ||
		r.Awards[0].Date.ISO() != "2022-08-05" || r.Volunteer[0].Position != "Driver" || len(r.Custom) != 1 || r.Custom[0].Items[0].Number != "B7" || r.References[0].Reference != "She bakes well." {
		t.Errorf("%+v", r)
	}
	if text := got.Document.Root().String(); strings.Contains(strings.ToLower(text), "secret") {
		t.Error("what is about others is taken")
	}
	for _, kept := range []string{"Mills", "old@example.org", "HX-1", "POVERTY", "Food"} {
		if !strings.Contains(got.Document.Root().String(), kept) {
			t.Errorf("%s is lost", kept)
		}
	}
}

// Excel saves tables in Windows-1252, with semicolons in some countries.
func TestExcel(t *testing.T) {
	got := drafttest.Reads(t, Format, packed(t, "a.csv", "Company Name;Title;Description;Location;Started On;Finished On\nM\xfcller;B\xe4cker;;K\xf6ln;Mai 2020;\n"))
	if w := got.Document.Resume().Work; len(w) != 1 || w[0].Name != "Müller" || w[0].Position != "Bäcker" || w[0].Start.ISO() != "2020-05" {
		t.Errorf("%+v", w)
	}
}

func TestHostile(t *testing.T) {
	head := "Company Name,Title,Description,Location,Started On,Finished On\n"
	for name, data := range map[string][]byte{
		"bomb": packed(t, "p.csv", head+strings.Repeat("a", 64<<20)),
		"rows": packed(t, "p.csv", head+strings.Repeat("a,b,c,d,2020,\n", 300_000)),
		"distinct": packed(t, "p.csv", head+func() string {
			var b strings.Builder
			for i := range 200_000 {
				fmt.Fprintf(&b, "a%d,b,c,d,2020,\n", i)
			}
			return b.String()
		}()),
		"quote":   packed(t, "p.csv", head+"\"never closed"+strings.Repeat(",x\n", 10000)),
		"damaged": packed(t, export...)[:400],
		"empty":   packed(t),
		"other":   packed(t, "word/document.xml", "<a/>"),
	} {
		var got format.Reading
		var err error
		formattest.Bounded(t, name, func() {
			got, err = read(context.Background(), format.Input{Data: data, Name: "x.zip"})
		})
		if err != nil && !strings.HasPrefix(err.Error(), "x.zip is ") {
			t.Errorf("%s: %v", name, err)
		}
		if n := len(got.Document.Resume().Work); n > rowLimit {
			t.Errorf("%s: %d jobs", name, n)
		}
	}
}

func FuzzRead(f *testing.F) {
	for i := 1; i < len(export); i += 2 {
		f.Add([]byte(export[i]))
	}
	f.Fuzz(func(t *testing.T, csv []byte) {
		data := packed(t, "a.csv", string(csv))
		if sniff(data) {
			drafttest.Reads(t, Format, data)
		}
	})
}

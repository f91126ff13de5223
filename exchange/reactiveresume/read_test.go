package reactiveresume

import (
	"context"
	"strings"
	"testing"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
)

const version3 = `{"public": true, "basics": {"name": "Ada Example", "email": "ada@example.org", "phone": "+49 30 5550 0123", "headline": "Baker", "summary": "Bakes **bread**.", "birthdate": "1990-03-07", "website": "https://ada.example.org",
"profiles": [{"id": "1", "url": "https://github.com/ada", "network": "GitHub", "username": "ada"}], "location": {"address": "Mill Lane 7", "postalCode": "10115", "city": "Berlin", "country": "Germany", "region": ""}, "photo": {"visible": true, "url": "https://ada.example.org/a.jpg", "filters": {"size": 128}}},
"sections": {"work": {"id": "work", "name": "Jobs", "type": "basic", "columns": 2, "visible": true, "items": [{"id": "w1", "url": "", "date": {"start": "2019-04-01T00:00:00.000Z", "end": ""}, "name": "Mill Ltd", "position": "Head baker", "summary": "Runs it.\n\n- Baked 900 loaves\n- Led 3"}]},
"education": {"name": "Education", "visible": true, "items": [{"institution": "School", "degree": "BSc", "area": "Food", "score": "1.3", "date": {"start": "2015", "end": "2018"}, "courses": ["Rye", null], "summary": ""}]},
"skills": {"name": "Skills", "visible": true, "items": [{"name": "Baking", "level": "Master", "levelNum": 8, "keywords": ["Rye"]}]},
"languages": {"name": "Languages", "visible": false, "items": [{"name": "German", "level": "", "levelNum": 10}]},
"references": {"visible": true, "items": [{"name": "Bo Boss", "relationship": "Owner", "phone": "+49 30 1", "email": "bo@example.org", "summary": "Good."}]},
"b7a1": {"id": "b7a1", "name": "Talks", "type": "custom", "visible": true, "items": [{"id": "t1", "title": "On rye", "subtitle": "Bread 2022", "date": {"start": "2022-05", "end": ""}, "summary": "A talk", "level": "", "levelNum": 0, "keywords": ["rye"]}]}},
"metadata": {"locale": "de", "layout": [[["work", "b7a1", "education"], ["skills", "languages", "references"]]], "template": "kakuna"}}`

const version4 = `{"basics": {"name": "Ada Example", "headline": "Baker", "email": "ada@example.org", "phone": "+49 30 5550 0123", "location": "Berlin, DE", "url": {"label": "Home", "href": "https://ada.example.org"}, "customFields": [{"id": "c1", "icon": "cake", "name": "Born", "value": "1990"}], "picture": {"url": "https://ada.example.org/a.jpg", "size": 64, "effects": {"hidden": true}}},
"sections": {"summary": {"name": "About me", "columns": 1, "visible": true, "id": "summary", "content": "<p>Bakes <strong>bread</strong>.</p>"},
"experience": {"name": "Experience", "visible": true, "id": "experience", "items": [{"id": "w1", "visible": true, "company": "Mill Ltd", "position": "Head baker", "location": "Bath", "date": "April 2019 to Present", "summary": "<p>Runs it.</p><ul><li><p>Baked 900 loaves</p></li><li><p>Led 3 &amp; more</p></li></ul>", "url": {"label": "", "href": ""}},
	{"id": "w2", "visible": false, "company": "Old Mill", "position": "Apprentice", "location": "", "date": "2015 - 2018", "summary": "", "url": {"label": "", "href": "https://old.example.org"}}]},
"volunteer": {"name": "Volunteering", "visible": true, "items": [{"id": "v1", "visible": true, "organization": "Food bank", "position": "Driver", "location": "Bath", "date": "2018", "summary": "", "url": {"label": "", "href": ""}}]},
"skills": {"name": "Skills", "visible": true, "items": [{"id": "s1", "visible": true, "name": "Baking", "description": "Master", "level": 4, "keywords": ["Rye"]}]},
"languages": {"name": "Languages", "visible": true, "items": [{"id": "l1", "visible": true, "name": "German", "description": "", "level": 5}]},
"projects": {"name": "Projects", "visible": true, "items": [{"id": "p1", "visible": true, "name": "Oven", "description": "An oven", "date": "2020", "summary": "<p>Of clay</p>", "keywords": ["clay"], "url": {"label": "", "href": ""}}]},
"references": {"name": "References", "visible": true, "items": [{"id": "r1", "visible": true, "name": "Bo Boss", "description": "Owner", "summary": "<p>Good.</p>", "url": {"label": "", "href": ""}}]},
"profiles": {"name": "Profiles", "visible": true, "items": [{"id": "g1", "visible": true, "network": "GitHub", "username": "ada", "icon": "github", "url": {"label": "", "href": "https://github.com/ada"}}]},
"custom": {"k9": {"name": "Talks", "visible": true, "id": "k9", "items": [{"id": "t1", "visible": true, "name": "On rye", "description": "Bread 2022", "date": "May 2022", "location": "Graz", "summary": "<p>A talk</p>", "keywords": ["rye"], "url": {"label": "", "href": ""}}]}}},
"metadata": {"template": "rhyhorn", "layout": [[["summary", "custom.k9", "experience"], ["skills"]]], "notes": "<p>call Bo</p>", "page": {"format": "letter"}}}`

const version5 = `{"picture": {"hidden": false, "url": ""}, "basics": {"name": "Ada Example", "headline": "Baker", "email": "ada@example.org", "phone": "+1 212 555 0123", "location": "Albany, NY", "website": {"url": "https://ada.example.org", "label": ""}, "customFields": [{"id": "c", "icon": "globe", "text": "Bread blog", "link": "https://blog.example.org"}]},
"summary": {"title": "", "columns": 1, "hidden": false, "content": "<p>Bakes.</p>"}, "sections": {"experience": {"title": "", "hidden": false, "items": [{"id": "w", "hidden": false, "company": "Mill Ltd", "position": "", "location": "Bath", "period": "2015 – Present", "website": {"url": "", "label": ""}, "description": "<p>All of it</p>",
"roles": [{"id": "a", "position": "Head baker", "period": "2019 – Present", "description": "<ul><li>Led 3</li></ul>"}, {"id": "b", "position": "Baker", "period": "2015 – 2019", "description": ""}], "aiHint": "kept"}]}},
"customSections": [{"id": "u1", "type": "publications", "title": "Essays", "hidden": false, "items": [{"id": "e1", "hidden": false, "title": "On rye", "publisher": "Press", "date": "2021", "website": {"url": "", "label": ""}, "description": "<p>An essay</p>"}]},
{"id": "u2", "type": "cover-letter", "title": "Letter", "hidden": false, "items": [{"id": "x", "hidden": false, "recipient": "<p>Bo</p>", "content": "<p>Dear Bo</p>"}]}], "metadata": {"template": "onyx", "layout": {"pages": [{"fullWidth": true, "main": ["summary", "u1", "experience"], "sidebar": []}]}, "page": {"format": "a4", "locale": "de-DE"}, "notes": ""}}`

func TestVersions(t *testing.T) {
	for name, file := range map[string]string{"3": version3, "4": version4, "5": version5, "6, wrapped": `{"version": 6, "data": ` + version5 + `}`} {
		if !sniff([]byte(file)) {
			t.Errorf("version %s is not recognized", name)
		}
		got := drafttest.Reads(t, Format, []byte(file))
		r := got.Document.Resume()
		b := r.Basics
		if b.Name != "Ada Example" || b.Label != "Baker" || b.Email != "ada@example.org" || b.URL != "https://ada.example.org" || !strings.HasPrefix(b.Summary, "Bakes") {
			t.Errorf("version %s: %+v", name, b)
		}
		w := r.Work[0]
		if w.Name != "Mill Ltd" || w.Position != "Head baker" || w.Start.Year != 2019 || !w.End.IsZero() || len(w.Highlights) == 0 {
			t.Errorf("version %s: %+v", name, w)
		}
		if len(r.Custom) != 1 || r.Custom[0].Items[0].Name != "On rye" || r.Custom[0].Items[0].Summary == "" {
			t.Errorf("version %s: %+v", name, r.Custom)
		}
		at := map[string]int{}
		for i, s := range r.Sections {
			at[s.Key] = i
		}
		if at[r.Custom[0].Key] > at["work"] && name != "3" {
			t.Errorf("version %s: %+v", name, r.Sections)
		}
		everything(t, name, file, got)
	}
	r := drafttest.Reads(t, Format, []byte(version4)).Document.Resume()
	if s, _ := r.Section("summary"); s.Title != "About me" || !r.Work[1].Hidden || r.Work[1].End.ISO() != "2018" || r.Languages[0].Fluency != "5/5" || r.Skills[0].Level != "Master" || r.Basics.Location.CountryCode != "DE" || r.Volunteer[0].Position != "Driver" || r.Meta.Page != "letter" {
		t.Errorf("%+v", r)
	}
	r = drafttest.Reads(t, Format, []byte(version3)).Document.Resume()
	if s, _ := r.Section("languages"); !s.Hidden || r.Languages[0].Fluency != "10/10" || len(r.Education[0].Courses) != 1 || r.Basics.Image == "" || r.Basics.Location.PostalCode != "10115" || r.Meta.Language != "de" {
		t.Errorf("%+v", r)
	}
	r = drafttest.Reads(t, Format, []byte(version5)).Document.Resume()
	if len(r.Work) != 2 || r.Work[1].End.ISO() != "2019" || r.Basics.Location.Region != "NY" || r.Custom[0].Items[0].Organization != "Press" || len(r.Basics.Profiles) != 1 {
		t.Errorf("%+v", r)
	}
}

// everything checks that no word of a file is lost.
func everything(t *testing.T, name, file string, got format.Reading) {
	all := got.Document.Root().String()
	for _, l := range got.Left {
		all += " " + l.Text
	}
	for _, word := range []string{"1990", "+49 30 1", "bo@example.org", "Owner", "Rye", "Master", "Bread 2022", "Graz", "call Bo", "Home", "clay", "Of clay", "Old Mill", "Dear Bo", "All of it", "kept", "Bread blog", "a.jpg"} {
		if strings.Contains(file, word) && !strings.Contains(all, word) {
			t.Errorf("version %s: %q is lost", name, word)
		}
	}
}

func TestHostile(t *testing.T) {
	for _, data := range []string{`{"basics": {}, "sections": ` + strings.Repeat(`{"a":`, 5000), `{"basics": {}, "sections": []}`, `{"sections": {}}`, ``} {
		if _, err := read(context.Background(), format.Input{Data: []byte(data), Name: "x.json"}); err != nil && !strings.HasPrefix(err.Error(), "x.json ") {
			t.Error(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{version3, version4, version5} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if sniff(data) {
			got := drafttest.Reads(t, Format, data)
			if _, err := write(format.Source{Document: got.Document}); err != nil {
				t.Fatal(err)
			}
		}
	})
}

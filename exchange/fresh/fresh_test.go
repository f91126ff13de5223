package fresh

import (
	"context"
	"strings"
	"testing"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
)

const file = `{"name": "Ada Example", "meta": {"format": "FRESH@0.6.0"}, "info": {"label": "Baker", "brief": "Bakes **bread**.", "quote": "Knead it.", "class": "Artisan"},
"disposition": {"travel": 25, "remote": false}, "contact": {"email": "ada@example.org", "phone": "+49 30 5550 0123", "website": "https://ada.example.org", "other": [{"label": "old", "category": "email", "value": "old@example.org"}]},
"location": {"address": "Mill Lane 7", "city": "Berlin", "code": "10115", "country": "DE"}, "social": [{"network": "GitHub", "user": "ada", "url": "https://github.com/ada", "label": "Code"}],
"employment": {"summary": "Ten years of bread", "history": [{"employer": "Mill Ltd", "position": "Head baker", "start": "2019-04", "end": "current", "summary": "Runs it", "highlights": ["Baked 900 loaves"], "keywords": ["rye"], "location": "Bath"}]},
"projects": [{"title": "Oven", "category": "private", "role": "builder", "description": "An oven", "repo": "https://git.example.org/oven", "start": "2020", "media": [{"url": "x"}]}],
"skills": {"sets": [{"name": "Baking", "level": "master", "skills": ["Rye", "Wheat"]}], "list": [{"name": "Rye"}, {"name": "Milling", "level": "good", "years": 3}]},
"service": {"history": [{"organization": "Food bank", "position": "Driver", "category": "volunteer", "start": "2018"}]},
"education": {"level": "degree", "degree": "BSc", "history": [{"institution": "School", "title": "BSc Food", "start": "2015", "end": "2018", "grade": "1.3", "curriculum": ["Rye"]}]},
"recognition": [{"title": "Baker of the year", "from": "Guild", "date": "2022", "url": "https://g.example.org"}], "writing": [{"title": "On rye", "publisher": {"name": "Press", "url": "https://p.example.org"}, "date": "2021-03"}],
"reading": [{"title": "Grain", "author": ["A", "B"]}], "speaking": [{"title": "Talk", "event": "Bread 2022", "date": "2022-05"}], "governance": [{"role": "Chair", "organization": "Guild"}],
"languages": [{"language": "German", "level": "10", "years": "30"}], "samples": [{"title": "Loaf", "url": "https://l.example.org"}], "references": [{"name": "Bo Boss", "role": "Owner", "private": true, "contact": [{"category": "phone", "value": "+49 30 1"}]}],
"testimonials": [{"name": "Cy Client", "quote": "Good bread."}], "interests": [{"name": "Climbing", "summary": "Rock"}], "extracurricular": [{"title": "Captain", "activity": "Chess"}], "affiliation": {"history": [{"organization": "Club", "role": "Member"}]}, "extra": ["kept as left"]}`

func TestRead(t *testing.T) {
	if !sniff([]byte(file)) {
		t.Fatal("not recognized")
	}
	got := drafttest.Reads(t, Format, []byte(file))
	r := got.Document.Resume()
	if r.Basics.Name != "Ada Example" || r.Basics.Summary != "Bakes **bread**." || r.Basics.Location.PostalCode != "10115" || len(r.Basics.Profiles) != 1 {
		t.Errorf("%+v", r.Basics)
	}
	w := r.Work[0]
	if w.Name != "Mill Ltd" || w.Start.ISO() != "2019-04" || !w.End.IsZero() || w.Location != "Bath" || len(w.Keywords) != 1 || len(w.Highlights) != 1 {
		t.Errorf("%+v", w)
	}
	if len(r.Skills) != 2 || r.Skills[0].Level != "master" || r.Skills[1].Name != "Milling" || r.Education[0].Score != "1.3" || r.Awards[0].Awarder != "Guild" || r.Publications[0].Publisher != "Press" ||
		len(r.References) != 2 || !r.References[0].Hidden || r.Projects[0].URL != "https://git.example.org/oven" || len(r.Custom) != 6 {
		t.Errorf("%+v", r)
	}
	all := got.Document.Root().String()
	for _, l := range got.Left {
		all += l.Text
	}
	for _, said := range []string{"Knead it.", "Artisan", "25", "old@example.org", "Ten years of bread", "degree", "Captain", "Chess", "Grain", "A, B", "Club", "kept as left", "Good bread.", "Owner", "+49 30 1", "private", "volunteer", "https://g.example.org", "Rock", "Loaf"} {
		if !strings.Contains(all, said) {
			t.Errorf("%q is lost", said)
		}
	}
}

func TestOtherFilesAreNone(t *testing.T) {
	for _, other := range []string{`{"basics": {"name": "A"}, "work": []}`, `{}`, `[]`, `{"info": "x"}`, `{"name": "package", "contact": {}}`} {
		if sniff([]byte(other)) {
			t.Errorf("%s is taken for FRESH", other)
		}
	}
	if _, err := read(context.Background(), format.Input{Data: []byte(`{"a": 1}`), Name: "x.json"}); err == nil || !strings.HasPrefix(err.Error(), "x.json is not a resume in FRESH") {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(file))
	f.Fuzz(func(t *testing.T, data []byte) {
		if sniff(data) {
			drafttest.Reads(t, Format, data)
		}
	})
}

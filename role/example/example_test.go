package example

import (
	"reflect"
	"testing"

	"resumax/resume"
)

func set(t *testing.T, country, role, headline, title string) Set {
	return setIn(t, "en", country, role, headline, title)
}

func setIn(t *testing.T, language, country, role, headline, title string) Set {
	t.Helper()
	d := resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(
			resume.Member{Name: "label", Value: resume.Text(headline)},
			resume.Member{Name: "location", Value: resume.Struct(resume.Member{Name: "countryCode", Value: resume.Text(country)})})},
		resume.Member{Name: "work", Value: resume.List(resume.Struct(resume.Member{Name: "position", Value: resume.Text(title)}))},
	))
	return For(d.Resume(), role, language)
}

func TestFor(t *testing.T) {
	for _, c := range []struct{ country, role, headline, title, wantCountry, wantTrade string }{
		{"", "", "", "", unknown, unknown},
		{"US", "", "Registered Nurse", "", "US", "nursing"},
		{"united states", "", "", "ICU Nurse", "US", "nursing"},
		{"UK", "", "Year 5 teacher", "", "GB", "teaching"},
		{"de", "", "Elektriker", "", "DE", "trades"},
		{"Deutschland", "Backend Engineer", "Registered Nurse", "", "DE", "software"},
		{"XX", "", "Master Electrician", "", unknown, "trades"},
		{"FR", "", "Infirmière", "", "FR", "nursing"},
		{"", "", "Mechanical Engineer", "", unknown, "engineering"},
		{"", "", "Senior Software Engineer", "", unknown, "software"},
		{"", "", "Truck driver", "", unknown, "logistics"},
		{"", "", "RN, BSN", "", unknown, "nursing"},
		{"", "", "Warning officer, learned", "", unknown, "social"},
		{"", "", "Accountant", "Nurse", unknown, "finance"},
		{"", "", "Professeure des écoles", "", unknown, "teaching"},
		{"", "", "Elektroniker für Energie- und Gebäudetechnik", "", unknown, "trades"},
		{"", "", "Gesundheits- und Krankenpflegerin", "", unknown, "nursing"},
		{"", "", "Ingeniero mecánico", "", unknown, "engineering"},
		{"", "", "Motorista", "", unknown, "logistics"},
		{"", "", "Maintainer of things", "Product Designer", unknown, "design"},
	} {
		got := set(t, c.country, c.role, c.headline, c.title)
		if want := (Set{c.wantCountry, c.wantTrade, ""}); got != want {
			t.Errorf("%+v gives %+v, want %+v", c, got, want)
		}
	}
}

func TestOf(t *testing.T) {
	nurse := set(t, "US", "", "Registered Nurse", "")
	for at, want := range map[resume.Address]string{
		"/basics/label": "Registered Nurse", "/basics/phone": "(614) 555-0123", "/basics/name": "",
		"/basics/location/city": "Columbus", "/basics/location/region": "OH", "/basics/location/postalCode": "43004", "/basics/location/countryCode": "US",
		"/work/3/position": "Registered Nurse", "/work/0/location": "Columbus", "/education/0/studyType": "BS", "/skills/1/keywords": "Triage, Wound care, IV therapy",
		"/work": "", "": "",
	} {
		if got := nurse.Of(at); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
	if list := nurse.Of("/work/0/highlights"); list == "" || nurse.Of("/work/0/highlights/0") != list {
		t.Error("a bullet has another example than its list")
	}
	if got := set(t, "", "", "", "").Of("/basics/location/countryCode"); got != "US" {
		t.Errorf("the country of no country is %q", got)
	}
}

// In another language than English, a resume without a country is of the language's, and whatever has an example in English
// has one in it.
func TestOfOtherLanguages(t *testing.T) {
	teacher := setIn(t, "fr", "", "", "Professeure des écoles", "")
	for at, want := range map[resume.Address]string{
		"/basics/name": "Camille Exemple", "/basics/location/city": "Lyon", "/education/0/score": "Mention bien", "/work/0/position": "Professeure des écoles",
		"/basics/profiles/0/username": "camilleexemple", "/languages/0/language": "Anglais", "/basics/location/countryCode": "FR",
	} {
		if got := teacher.Of(at); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
	if got := setIn(t, "fr", "CH", "", "", "").Of("/basics/location/city"); got != "Bern" {
		t.Error("the language's country outdoes the resume's:", got)
	}
	for language := range tongues() {
		own := setIn(t, language, "", "", "", "")
		fields := map[string][]resume.Field{"basics": resume.BasicsFields(), "basics/location": resume.LocationFields(), "basics/profiles/0": resume.ProfileFields()}
		for _, key := range []string{"work", "projects", "skills", "education", "certificates", "publications", "awards", "volunteer", "languages", "interests", "references"} {
			fields[key+"/0"] = resume.Fields(key)
		}
		for holder, list := range fields {
			for _, f := range list {
				at := resume.Address("/" + holder).Child(f.Name)
				if f.Example != "" && f.Shape != resume.DateLine && at != resume.Summary && at != "/basics/profiles/0/network" && own.Of(at) == "" {
					t.Errorf("%s: nothing for %s", language, at)
				}
			}
		}
	}
}

// Every set is whole, but for the country's code and the words of the default.
func TestDataIsWhole(t *testing.T) {
	whole := func(name string, v any, free ...string) {
		fields := reflect.ValueOf(v)
		for i := range fields.NumField() {
			if n := fields.Type().Field(i).Name; fields.Field(i).IsZero() && (len(free) == 0 || n != free[0]) {
				t.Errorf("%s lacks %s", name, n)
			}
		}
	}
	if len(countries()) < 20 || len(trades()) < 15 {
		t.Errorf("%d countries, %d trades", len(countries()), len(trades()))
	}
	for name, c := range countries() {
		if name == unknown {
			whole(name, c, "Names")
		} else {
			whole(name, c, "CountryCode")
		}
	}
	owner := map[string]string{}
	for name, c := range trades() {
		if name == unknown {
			whole(name, c, "Words")
		} else {
			whole(name, c)
		}
		for _, w := range c.Words {
			if owner[w] != "" {
				t.Errorf("%q is of %s and of %s", w, owner[w], name)
			}
			owner[w] = name
		}
	}
	for language, own := range abroad() {
		for name, c := range own() {
			if _, ok := trades()[name]; !ok {
				t.Errorf("%s: no field of work %s", language, name)
			}
			whole(language+" "+name, c, "Words")
		}
		if len(own()) != len(trades()) {
			t.Errorf("%s has %d fields of work of %d", language, len(own()), len(trades()))
		}
	}
}

package resume_test

import (
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

func parsed(t *testing.T, text string) resume.Document {
	t.Helper()
	d, _, err := codec.Parse([]byte(text), "test")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLabels(t *testing.T) {
	d := parsed(t, `{
		"basics": {"name": "Ines", "profiles": [{"network": "GitHub", "username": "ines"}, {}]},
		"work": [{"company": "Fjordpay **AS**", "highlights": ["a", "b"], "keywords": ["Go"], "teamSize": 4}, {"summary": ""}, {"position": "`+long+`"}],
		"talks": [{"title": "On queues"}],
		"volunteering": [{"organization": "Code for All"}],
		"meta": {"resumax": {"sections": [{"id": "work", "title": "Employment"}]}}
	}`)
	labels := d.Labels()
	for a, want := range map[resume.Address]string{
		"":                        "",
		"/basics":                 "Contact",
		"/basics/name":            "Contact · Name",
		"/basics/summary":         "Summary",
		"/basics/location":        "Contact · Location",
		"/basics/location/city":   "Contact · City",
		"/basics/profiles/0/url":  "Contact · GitHub · URL",
		"/basics/profiles/1":      "Contact · Profile 2",
		"/work":                   "Employment",
		"/work/0":                 "Employment · Fjordpay AS",
		"/work/0/company":         "Employment · Fjordpay AS · Employer",
		"/work/0/highlights":      "Employment · Fjordpay AS · Bullets",
		"/work/0/highlights/1":    "Employment · Fjordpay AS · Bullet 2",
		"/work/0/keywords/0":      "Employment · Fjordpay AS · Keywords",
		"/work/0/teamSize":        "Employment · Fjordpay AS · Team size",
		"/work/1/summary":         "Employment · Position 2 · Summary",
		"/work/2":                 "Employment · " + long[:59] + "…",
		"/work/9":                 "Employment · Position 10",
		"/talks/0/title":          "Talks · On queues · Title",
		"/volunteering/0":         "Volunteering · Code for All",
		"/skills/0/keywords":      "Skills · Group 1 · Skills",
		"/meta/lastModified":      "File details · Last modified",
		"/work/0/highlights/x~1y": "Employment · Fjordpay AS · Bullets",
	} {
		if got := labels.Of(a).String(); got != want {
			t.Errorf("%s is called %q, want %q", a, got, want)
		}
	}
}

const long = "Principal engineer of payment systems and everything that is near to them"

func TestIsIdentity(t *testing.T) {
	d := parsed(t, `{"work": [{"name": "Fjordpay", "highlights": ["a", "b"], "courseIds": [{"text": "a"}], "roomIds": ["x"]}], "id": "mine"}`)
	d, _, err := d.Identify("/work/0/highlights/1")
	if err != nil {
		t.Fatal(err)
	}
	for a, want := range map[resume.Address]bool{
		"/work/0/id": true, "/work/0/highlightIds": true, "/work/0/highlightIds/1/id": true,
		"/work/0": false, "/work/0/highlights/1": false, "/work/0/roomIds": false, "/work/0/courseIds": false, "/id": false, "/work/id": false, "": false,
	} {
		v, _ := d.Get(a)
		if d.IsIdentity(a, v) != want {
			t.Errorf("%s: %v", a, !want)
		}
	}
}

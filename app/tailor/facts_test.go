package tailor

import (
	"testing"

	"resumax/app/tr"
	"resumax/job/match"
	"resumax/job/posting"
)

// The facts of a posting are said in the window's language, and how a requirement is met in the
// posting's words.
func TestFactsInTheWindowsLanguage(t *testing.T) {
	t.Cleanup(func() { _ = tr.Use("en") })
	p := posting.Posting{Location: "Beispielstadt", Type: "Full-time, Permanent", Degree: "vocational", Languages: []string{"German"}, Licenses: []string{"driver's license"}, Language: "de",
		Required: []posting.Requirement{{Any: []string{"driver's license"}, Kind: posting.License, Sentence: "Führerschein der Klasse B"}}}
	q := match.Requirement{Any: []string{"vocational", "bachelor"}, Met: "vocational", State: match.Proved, Part: match.Required, Language: "de", Sentence: "Ausbildung oder Studium",
		Evidence: []match.Evidence{{Quote: "Gesellenbrief"}}}
	for language, want := range map[string][2]string{
		"en": {"Beispielstadt · Full-time, Permanent · Vocational · German · driver's license", "Required · met by Ausbildung · “Gesellenbrief”"},
		"de": {"Beispielstadt · Vollzeit, Unbefristet · Berufsausbildung · Deutsch · Führerschein", "Gefordert · erfüllt durch Ausbildung · „Gesellenbrief“"},
	} {
		if err := tr.Use(language); err != nil {
			t.Fatal(err)
		}
		if got := factsOf(p); got != want[0] {
			t.Errorf("%s: the facts are %q", language, got)
		}
		if got := summary(q); got != want[1] {
			t.Errorf("%s: it is met by %q", language, got)
		}
	}
}

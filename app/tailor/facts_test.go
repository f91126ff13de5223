package tailor

import (
	"testing"

	"resumax/app/tr"
	"resumax/job/match"
	"resumax/job/posting"
)

// The facts of a posting and how a requirement is met are said in the window's language, and
// licenses in the posting's words.
func TestFactsInTheWindowsLanguage(t *testing.T) {
	t.Cleanup(func() { _ = tr.Use("en") })
	p := posting.Posting{Location: "Beispielstadt", Type: "Full-time, Permanent", Degree: "vocational", Languages: []string{"German"}, Licenses: []string{"driver's license"}, Language: "de",
		Required: []posting.Requirement{{Any: []string{"driver's license"}, Kind: posting.License, Sentence: "Führerschein der Klasse B"}}}
	q := match.Requirement{Any: []string{"vocational", "bachelor"}, Met: "vocational", State: match.Proved, Part: match.Required, Language: "de", Sentence: "Ausbildung oder Studium",
		Evidence: []match.Evidence{{Quote: "Gesellenbrief"}}}
	for language, want := range map[string][2]string{
		"en": {"Beispielstadt · Full-time · Permanent · Vocational · German · Führerschein der Klasse B", "Required · met by Ausbildung · “Gesellenbrief”"},
		"de": {"Beispielstadt · Vollzeit · Unbefristet · Berufsausbildung · Deutsch · Führerschein der Klasse B", "Gefordert · erfüllt durch Ausbildung · „Gesellenbrief“"},
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

package match

import (
	"fmt"
	"testing"

	"resumax/job/posting"
	"resumax/resume/codec"
)

// How well a sentence says that a language is to be spoken, or is spoken.
func TestLevelsOfLanguages(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      map[string]fluency
	}{
		{"en", "English B2", map[string]fluency{"English": 4}},
		{"en", "Fluent English and basic German", map[string]fluency{"English": 5, "German": 2}},
		{"en", "English (C1), German (B1)", map[string]fluency{"English": 5, "German": 3}},
		{"en", "Fluent in German and English", map[string]fluency{"English": 5, "German": 5}},
		{"en", "German and English, both fluent", map[string]fluency{"English": 5, "German": 5}},
		{"en", "English: native or bilingual proficiency", map[string]fluency{"English": 7}},
		{"en", "Professional working proficiency in French", map[string]fluency{"French": 4}},
		{"en", "Spanish is a plus", map[string]fluency{"Spanish": 0}},
		{"de", "Verhandlungssicheres Deutsch und gute Englischkenntnisse", map[string]fluency{"German": 5, "English": 3}},
		{"de", "Deutschkenntnisse mindestens auf B2-Niveau", map[string]fluency{"German": 4}},
		{"de", "Sehr gute Deutschkenntnisse in Wort und Schrift (C1), Englisch B1", map[string]fluency{"German": 5, "English": 3}},
		{"de", "Deutsch als Muttersprache", map[string]fluency{"German": 7}},
		{"de", "Fließende Deutsch- und Englischkenntnisse", map[string]fluency{"German": 5, "English": 5}},
		{"fr", "Anglais courant", map[string]fluency{"English": 5}},
		{"fr", "Anglais niveau B2 minimum, allemand apprécié", map[string]fluency{"English": 4, "German": 0}},
		{"fr", "Vous parlez couramment l'anglais et avez des notions d'espagnol", map[string]fluency{"English": 5, "Spanish": 2}},
		{"fr", "Français langue maternelle, anglais lu, écrit, parlé", map[string]fluency{"French": 7, "English": 4}},
		{"es", "Inglés nivel alto (B2/C1)", map[string]fluency{"English": 4}},
		{"es", "Nivel avanzado de inglés y básico de francés", map[string]fluency{"English": 4, "French": 2}},
		{"es", "Inglés fluido hablado y escrito", map[string]fluency{"English": 4}},
		{"es", "Español nativo e inglés intermedio", map[string]fluency{"Spanish": 7, "English": 3}},
		{"pt", "Inglês fluente e espanhol intermediário", map[string]fluency{"English": 5, "Spanish": 3}},
		{"pt", "Inglês avançado", map[string]fluency{"English": 4}},
	} {
		got := words().levelsOf(c.text, posting.NamedIn(c.text, c.tag))
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q says %v, want %v", c.text, got, c.want)
		}
	}
}

// A language is proved by one that is spoken at least as well as the posting asks for, one level
// below implies it, and what is further below shows nothing of it.
func TestLanguagesAreMetByLevel(t *testing.T) {
	for _, c := range []struct {
		tag, asked, name, have, fluency string
		want                            State
	}{
		{"fr", "Anglais B2 exigé.", "English", "Anglais", "B2", Proved}, {"fr", "Anglais B2 exigé.", "English", "Anglais", "B1", Implied}, {"fr", "Anglais B2 exigé.", "English", "Anglais", "A2", Absent},
		{"fr", "Anglais B2 exigé.", "English", "Anglais", "C1", Proved}, {"fr", "Anglais B2 exigé.", "English", "Anglais", "courant", Proved}, {"fr", "Anglais courant.", "English", "Anglais", "scolaire", Absent},
		{"fr", "Anglais B2 exigé.", "English", "Anglais (B1)", "", Implied}, {"fr", "Anglais B2 exigé.", "English", "Anglais", "", Listed}, {"fr", "Anglais apprécié.", "English", "Anglais", "", Proved}, {"fr", "Anglais apprécié.", "English", "Anglais", "A2", Proved},
		{"de", "Verhandlungssicheres Englisch.", "English", "Englisch", "verhandlungssicher", Proved}, {"de", "Verhandlungssicheres Englisch.", "English", "Englisch", "gute Kenntnisse", Absent}, {"de", "Englisch mindestens B2.", "English", "Englisch", "fließend (C1)", Proved},
		{"de", "Deutsch als Muttersprache.", "German", "Deutsch", "C2", Implied}, {"de", "Deutsch als Muttersprache.", "German", "Deutsch", "Muttersprache", Proved}, {"de", "Deutschkenntnisse C1.", "German", "Allemand", "Muttersprache", Proved},
		{"es", "Inglés nivel alto.", "English", "Inglés", "nivel alto", Proved}, {"es", "Inglés nivel alto.", "English", "Inglés", "intermedio", Implied}, {"es", "Inglés nivel alto.", "English", "Inglés", "básico", Absent}, {"es", "Inglés C1.", "English", "Inglés", "bilingüe", Proved},
		{"pt", "Inglês fluente.", "English", "Inglês", "fluente", Proved}, {"pt", "Inglês fluente.", "English", "Inglês", "intermediário", Absent}, {"pt", "Inglês fluente.", "English", "Inglês", "avançado", Implied},
		{"en", "Fluent English.", "English", "English", "Native or bilingual proficiency", Proved}, {"en", "Fluent English.", "English", "English", "Limited working proficiency", Absent}, {"en", "English B2.", "English", "English", "Professional working proficiency", Proved},
		{"en", "English B2.", "English", "Englisch", "B1", Implied},
	} {
		d, _, err := codec.Parse(fmt.Appendf(nil, `{"basics": {"name": "X"}, "languages": [{"language": %q, "fluency": %q}]}`, c.have, c.fluency), "")
		if err != nil {
			t.Fatal(err)
		}
		p := posting.Posting{Title: "Clerk", Language: c.tag, Required: []posting.Requirement{{Any: []string{c.name}, Kind: posting.Language, Sentence: c.asked, Text: c.asked, Count: 1}}}
		if got := Match(Input{Document: d, Posting: p, Today: today}).Requirements[0]; got.State != c.want {
			t.Errorf("%q with %s %q is %s, want %s", c.asked, c.have, c.fluency, got.State, c.want)
		}
	}
}

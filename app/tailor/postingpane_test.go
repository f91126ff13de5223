package tailor

import (
	"testing"

	"resumax/app/tr"
	"resumax/job/posting"
)

// The facts of a posting are in the language of the window.
func TestFactsOfAPosting(t *testing.T) {
	defer func() { _ = tr.Use("en") }()
	p := posting.Posting{Location: "Zaragoza", Type: "Full-time, Permanent", Years: 2, Degree: "bachelor", Languages: []string{"English"}, Licenses: []string{"professional registration"}}
	for tag, want := range map[string]string{
		"en":    "Zaragoza · Full-time, Permanent · 2+ years · Bachelor · English · professional registration",
		"es":    "Zaragoza · Jornada completa, Contrato indefinido · 2+ años · Grado universitario · Inglés · Colegiación",
		"pt-BR": "Zaragoza · Tempo integral, Efetivo · 2+ anos · Graduação · Inglês · Registro profissional",
	} {
		if err := tr.Use(tag); err != nil {
			t.Fatal(err)
		}
		if got := factsOf(p); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}

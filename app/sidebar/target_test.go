package sidebar

import (
	"strings"
	"testing"

	"resumax/app/tr"
	"resumax/role"
)

// What a role was guessed from is said with the contractions of the language.
func TestGuessedFromInRomanceLanguages(t *testing.T) {
	defer func() { _ = tr.Use("en") }()
	for tag, starts := range map[string]string{"es": "Deducido del título|Deducido de los títulos|Deducido del término", "fr": "Déduit du titre|Déduit des titres|Déduit du terme", "pt-BR": "Deduzido do título|Deduzido dos títulos|Deduzido do termo"} {
		if err := tr.Use(tag); err != nil {
			t.Fatal(err)
		}
		want := strings.Split(starts, "|")
		for i, g := range []*role.Guess{{Titles: []string{"A"}, Terms: []string{"B", "C"}}, {Titles: []string{"A", "B"}}, {Terms: []string{"C"}}} {
			if got := guessedFrom(g); !strings.HasPrefix(got, want[i]) {
				t.Errorf("%s: %q, want %q", tag, got, want[i])
			}
		}
	}
}

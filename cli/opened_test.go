package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

// Verbs read what they need and nothing more: packs, terms and dictionary take the
// most of a short process.
func TestVerbsReadWhatTheyNeed(t *testing.T) {
	plain, roleless := fixture(t), filepath.Join(t.TempDir(), "roleless.json")
	write(t, roleless, `{"basics": {"name": "A"}, "work": [{"name": "B", "position": "Engineer", "startDate": "2020", "highlights": ["Built things"]}]}`)
	german := filepath.Join(t.TempDir(), "german.json")
	write(t, german, `{"basics": {"name": "A"}, "work": [{"name": "B", "position": "Leitung", "startDate": "2020", "highlights": ["Leitung der Abteilung mit 12 Personen für die Planung"]}]}`)
	for args, want := range map[string]string{
		"version":                                "",
		"help export":                            "",
		"formats":                                "",
		"designs":                                "",
		"export " + plain + " --format pdf -o -": "sentences.bin",
		"export " + plain + " --format txt -o -": "sentences.bin",
		"export " + plain + " --format json -o -":                  "",
		"new --role backend-engineer":                              "roles.bin",
		"score " + plain + " --role none":                          "dictionary.bin numbers.bin sentences.bin terms.bin titles.bin verbs.bin words.bin",
		"score " + plain + " --role backend-engineer":              "dictionary.bin numbers.bin roles.bin sentences.bin terms.bin titles.bin verbs.bin words.bin",
		"score " + german + " --role none":                         "de.bin numbers.bin sentences.bin terms.bin titles.bin words.bin",
		"score " + roleless:                                        "dictionary.bin roles.bin sentences.bin terms.bin titles.bin verbs.bin words.bin",
		"match " + plain + " --posting testdata/match-posting.txt": "roles.bin terms.bin titles.bin verbs.bin",
		"ats " + filepath.Join("testdata", "none.pdf"):             "",
	} {
		out := programOutput(t, args)
		if got := out[strings.LastIndexByte(out, '\n')+1:]; got != want {
			t.Errorf("%s opens %q, want %q", args, got, want)
		}
	}
}

// programOutput is what a verb says on standard error in a process of its own.
func programOutput(t *testing.T, args string) string {
	t.Helper()
	c := self(t, strings.Fields(args)...)
	c.Env = append(c.Env, tellOpened+"=yes")
	var errs strings.Builder
	c.Stderr = &errs
	c.Run() // some fail on purpose
	return errs.String()
}

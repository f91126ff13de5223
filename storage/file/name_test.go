package file

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCleanName(t *testing.T) {
	for text, want := range map[string]string{
		"Ada Lovelace":               "Ada Lovelace",
		"CV: Ada/Grace\\v2 <final>?": "CV AdaGracev2 final",
		"  notes. . ":                "notes",
		"..hidden":                   "hidden",
		"a\tb\nc\x7f":                "abc",
		"CON":                        "CON_",
		"nul":                        "nul_",
		"aux.2026.v1":                "aux_.2026.v1",
		"com1":                       "com1_",
		"COM¹":                       "COM¹_",
		"LPT9 ":                      "LPT9_",
		"con .txt":                   "con_.txt",
		"CONIN$":                     "CONIN$_",
		"COM":                        "COM",
		"COM10":                      "COM10",
		"Constance":                  "Constance",
		"console":                    "console",
		"Zoë 🙂":                      "Zoë 🙂",
		" :*? .":                     "",
		"":                           "",
		strings.Repeat("é", 120):     strings.Repeat("é", 100),
	} {
		if got := CleanName(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What is clean stays as it is, and Windows takes it.
func TestCleanNamesAreTaken(t *testing.T) {
	part := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"CON", "nul", "Lpt3", "com²", ".", " ", "_", ":", "ä", "\u2028"}))
	rapid.Check(t, func(t *rapid.T) {
		name := CleanName(strings.Join(rapid.SliceOfN(part, 0, 60).Draw(t, "parts"), ""))
		if CleanName(name) != name {
			t.Errorf("%q is %q when it is cleaned again", name, CleanName(name))
		}
		stem, _, _ := strings.Cut(name, ".")
		switch {
		case !utf8.ValidString(name), strings.ContainsAny(name, "/\\:*?\"<>|\x00"), strings.Trim(name, " .") != name, len(name) > nameLimit+1, isDevice(stem):
			t.Errorf("%q", name)
		}
	})
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		system, a, b string
		same         bool
	}{
		{"windows", `C:\Users\Ada\CV.json`, `c:/users/ada/cv.JSON`, true},
		{"windows", `\\Server\share\a.json`, `//server/Share/A.json`, true},
		{"windows", `C:\a.json`, `D:\a.json`, false},
		{"darwin", "/Users/ada/CV.json", "/users/ada/cv.json", true},
		{"linux", "/home/ada/CV.json", "/home/ada/cv.json", false},
	} {
		if same := foldOn(c.system, c.a) == foldOn(c.system, c.b); same != c.same {
			t.Errorf("%s: %s and %s: %t", c.system, c.a, c.b, same)
		}
	}
}

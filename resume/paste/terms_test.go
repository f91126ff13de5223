package paste

import (
	"slices"
	"testing"
)

func TestTerms(t *testing.T) {
	for text, want := range map[string][]string{
		"a, b; c":                              {"a", "b", "c"},
		"Go\tJava\tSQL":                        {"Go", "Java", "SQL"},
		"•\tTriage\r\n•\tWound care\r\n":       {"Triage", "Wound care"},
		"Go • Java • C++":                      {"Go", "Java", "C++"},
		"Go | Java|SQL":                        {"Go", "Java", "SQL"},
		"Go · Java · node.js":                  {"Go", "Java", "node.js"},
		"AWS (EC2, S3), GCP":                   {"AWS (EC2, S3)", "GCP"},
		"1,000 users, 3,5 t trucks":            {"1,000 users", "3,5 t trucks"},
		"C, C++, C#, c":                        {"C", "C++", "C#"},
		"Go, GO, go ,Python":                   {"Go", "Python"},
		"HTML5,CSS3":                           {"HTML5", "CSS3"},
		"•\tTriage\r\no\tECG\r\n":              {"Triage", "ECG"},
		"":                                     nil,
		" , ;; ":                               nil,
		"- Go\n- SQL (Postgres; MySQL)\n\n- R": {"Go", "SQL (Postgres; MySQL)", "R"},
		"TCP/IP, CI/CD":                        {"TCP/IP", "CI/CD"},
		"IV\u00a0therapy,\u200b ECG":           {"IV therapy", "ECG"},
		"Word, Excel and PowerPoint (advanced": {"Word", "Excel and PowerPoint (advanced"},
	} {
		if got := Terms(text); !slices.Equal(got, want) {
			t.Errorf("Terms(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestTyped(t *testing.T) {
	for _, c := range []struct {
		text string
		done []string
		rest string
	}{
		{"Go", nil, "Go"}, {"Go,", []string{"Go"}, ""}, {"Go, J", []string{"Go"}, " J"}, {"Go;", []string{"Go"}, ""},
		{"1,", nil, "1,"}, {"1,0", nil, "1,0"}, {"HTML5, ", []string{"HTML5"}, " "}, {"HTML5;", []string{"HTML5"}, ""},
		{"AWS (EC2,", nil, "AWS (EC2,"}, {"a\nb", []string{"a", "b"}, ""},
	} {
		if done, rest := Typed(c.text); !slices.Equal(done, c.done) || rest != c.rest {
			t.Errorf("Typed(%q) = %q, %q; want %q, %q", c.text, done, rest, c.done, c.rest)
		}
	}
}

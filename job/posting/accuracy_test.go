package posting

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// label is what a person read in a posting: each text with others that are as right.
type label struct {
	Title    []string   `json:"title"`
	Company  []string   `json:"company"`
	Location string     `json:"location"`
	Years    []int      `json:"years"`
	Degree   []string   `json:"degree"`
	Licenses [][]string `json:"licenses"` // words of each, of which the reader has one
	Required [][]string `json:"required"` // words that a requirement says
	Neither  [][]string `json:"neither"`  // what asks for nothing

	Preferred [][]string `json:"preferred"`
}

// TestAccuracy holds how much of what people read in postings of their own writing is read too: fields
// that are right of all, by kind. The postings are of many trades, forms and languages, among them such as
// readers get wrong; below these floors something has become worse.
func TestAccuracy(t *testing.T) {
	data, err := os.ReadFile("testdata/labeled/labels.json")
	if err != nil {
		t.Fatal(err)
	}
	var labels map[string]label
	if err := json.Unmarshal(data, &labels); err != nil || len(labels) < 60 {
		t.Fatalf("%d postings: %v", len(labels), err)
	}
	right, all := map[string]int{}, map[string]int{}
	count := func(field, file string, ok bool, got, want any) {
		all[field]++
		if ok {
			right[field]++
		} else {
			t.Logf("%s: %s is %q, want %q", file, field, got, want)
		}
	}
	for file, want := range labels {
		p := readFile(t, filepath.Join("testdata/labeled", file))
		count("title", file, isOneOf(p.Title, want.Title), p.Title, want.Title)
		count("company", file, isOneOf(p.Company, want.Company), p.Company, want.Company)
		if want.Location != "" {
			town, _, _ := strings.Cut(want.Location, ",")
			count("location", file, says(p.Location, town) || p.Location != "" && says(want.Location, p.Location), p.Location, want.Location)
		}
		count("years", file, slices.Contains(want.Years, p.Years), p.Years, want.Years)
		count("degree", file, slices.Contains(want.Degree, p.Degree), p.Degree, want.Degree)
		for _, words := range want.Licenses {
			count("licenses", file, slices.ContainsFunc(p.SaidLicenses(), func(l string) bool { return anyOf(l, words) || anyIn(words, l) }), p.SaidLicenses(), words)
		}
		for _, words := range want.Required {
			count("required", file, asks(p.Required, words), "", words)
		}
		for _, words := range want.Preferred {
			count("preferred", file, asks(p.Preferred, words), "", words)
		}
		for _, words := range want.Neither {
			count("neither", file, !asks(slices.Concat(p.Required, p.Preferred), words), "asked for", words)
		}
	}
	for field, floor := range map[string]float64{"title": .95, "company": .93, "location": .84, "years": .93, "degree": .88, "licenses": .89, "required": .93, "preferred": .94, "neither": .96} {
		if share := float64(right[field]) / float64(all[field]); share < floor {
			t.Errorf("%s: %d of %d are right, %.3f; at least %.2f were", field, right[field], all[field], share, floor)
		} else {
			t.Logf("%s: %d of %d, %.3f", field, right[field], all[field], share)
		}
	}
}

// isOneOf reports whether a text is one of others, but for casing, signs and two more words.
func isOneOf(got string, want []string) bool {
	const more = 2 // words
	g := strings.Fields(letters(got))
	for _, w := range want {
		f := strings.Fields(letters(w))
		short, long := f, g
		if len(g) < len(f) {
			short, long = g, f
		}
		if len(g) == 0 && len(f) == 0 || len(short) > 0 && len(long)-len(short) <= more && says(strings.Join(long, " "), strings.Join(short, " ")) {
			return true
		}
	}
	return false
}

func letters(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool { return !isWordRune(r) && r != '+' && r != '#' && r != '\'' }), " ")
}

func says(text, words string) bool { return strings.Contains(letters(text), letters(words)) }

func anyOf(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return says(text, w) })
}

func anyIn(words []string, text string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return says(w, text) })
}

func asks(requirements []Requirement, words []string) bool {
	return slices.ContainsFunc(requirements, func(q Requirement) bool {
		return anyOf(strings.Join(q.Any, " ")+" "+q.Text+" | "+q.Sentence, words)
	})
}

// What only would be good in a posting in Portuguese is not required, and nothing is said about its language.
func TestPortuguese(t *testing.T) {
	for file, want := range map[string]struct {
		company, preferred, not string
		years                   int
	}{
		"vaga-contabil.txt": {"Grupo Ipê Alimentos", "Hyperion", "Hyperion", 8}, "vaga-dev.txt": {"Jacarandá Pagamentos", "Kafka", "Kafka", 3},
		"vaga-loja.txt": {"Calçados Pé de Serra", "CNH B", "CNH B", 0}, "anuncio-enfermeiro.txt": {"Santa Casa de Vale Formoso", "Formação em cuidados paliativos", "subsídio", 1},
	} {
		p := readFile(t, filepath.Join("testdata/labeled", file))
		if p.Language != "pt" || len(p.Notes) > 0 || p.Company != want.company || p.Years != want.years {
			t.Errorf("%s: language %s, notes %q, company %q, years %d", file, p.Language, p.Notes, p.Company, p.Years)
		}
		if !asks(p.Preferred, []string{strings.ToLower(want.preferred)}) || asks(p.Required, []string{strings.ToLower(want.not)}) {
			t.Errorf("%s: preferred %v, required %v", file, p.Preferred, p.Required)
		}
	}
}

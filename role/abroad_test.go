package role

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// labeledTitle is a title in another language and the role that it is of.
type labeledTitle struct{ tag, text, want string }

func labeledTitles(t *testing.T) (all []labeledTitle) {
	t.Helper()
	data, err := os.ReadFile("testdata/titles.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
			all = append(all, labeledTitle{f[0], f[1], f[2]})
		}
	}
	return all
}

// softwareRoles are those of people who write software, whatever kind.
var softwareRoles = strings.Fields("backend-engineer full-stack-engineer frontend-engineer graduate-software-engineer android-engineer ios-engineer game-developer embedded-engineer")

func (l labeledTitle) fits(id string) bool {
	want := strings.Split(l.want, "|")
	return slices.Contains(want, id) || slices.Contains(want, "software") && slices.Contains(softwareRoles, id)
}

// firstFound is the first role that a search finds, "none" for none.
func firstFound(query string) string {
	if found := All().Search(query); len(found) > 0 {
		return found[0].Pack.ID
	}
	return "none"
}

// unmarked is a text without accents.
func unmarked(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// Titles in other languages find their role, as a search and as a resume's, with accents
// and without, and in capitals; those of other trades find none.
func TestTitlesAbroad(t *testing.T) {
	for _, l := range labeledTitles(t) {
		for _, text := range []string{l.text, unmarked(l.text), strings.ToUpper(l.text)} {
			if got := firstFound(text); !l.fits(got) {
				t.Errorf("%s: %q finds %s, want %s", l.tag, text, got, l.want)
			}
			got := "none"
			if g := All().Detect(Evidence{Level: "mid", Titles: []string{text}}); len(g) > 0 {
				got = g[0].Pack.ID
			}
			if !l.fits(got) && (got != "none" || strings.Contains(l.want, "none")) {
				t.Errorf("%s: a resume of %q is read for %s, want %s", l.tag, text, got, l.want)
			}
		}
	}
}

// A title with a typo finds what was meant, at least in 93 of 100, and next to never a role
// that the title does not fit.
func TestTitlesWithTypos(t *testing.T) {
	same, wrong, all := 0, 0, 0
	for i, l := range labeledTitles(t) {
		words := strings.Fields(l.text)
		at := slices.IndexFunc(words, func(w string) bool { return utf8.RuneCountInString(w) >= 8 })
		if at < 0 {
			continue
		}
		r := []rune(words[at])
		n := 2 + i%(len(r)-4) // not the first letters, which people see
		dropped := slices.Concat(r[:n], r[n+1:])
		swapped := slices.Clone(r)
		swapped[n], swapped[n+1] = r[n+1], r[n]
		for _, typo := range [][]rune{dropped, swapped, slices.Concat(r[:n+1], r[n:])} {
			if string(typo) == string(r) {
				continue
			}
			words := slices.Clone(words)
			words[at] = string(typo)
			text := strings.Join(words, " ")
			all++
			got, want := firstFound(text), firstFound(l.text)
			if got == want {
				same++
			} else if !l.fits(got) && got != "none" {
				wrong++
				t.Logf("%q, a typo of %q, finds %s", text, l.text, got)
			} else {
				t.Logf("%q finds %s, %q %s", text, got, l.text, want)
			}
		}
	}
	t.Logf("%d of %d typos find what was meant, %d another role", same, all, wrong)
	if float64(same) < 0.93*float64(all) || wrong > all/300 {
		t.Error("too few")
	}
}

// A search finds a role before its title is typed to the end, and however it says that it
// is for all genders.
func TestUnfinishedAndNeutralTitles(t *testing.T) {
	for query, want := range map[string]string{
		"compta": "accountant", "buchhal": "accountant", "contad": "accountant", "développeur back": "backend-engineer", "Projektlei": "project-manager", "gestor de proj": "project-manager",
		"enseig": "none", "elektri": "none", "vended": "none",
		"Buchhalter:in": "accountant", "Buchhalter*in (m/w/d)": "accountant", "BuchhalterIn": "accountant", "Buchhalter/-in": "accountant", "contador(a)": "accountant", "contador/a": "accountant",
		"technicien·ne informatique (H/F)": "it-support-specialist", "analista de datos (H/M)": "data-analyst", "enfermeiro(a)": "none", "enseignant.e": "none", "Lehrer:innen": "none",
		"Acountant": "accountant", "enginering manager": "engineering-manager",
		// English stays what it was
		"nurse": "none", "golang dev": "backend-engineer", "prod manag": "product-manager", "software engineer": "graduate-software-engineer",
	} {
		if got := firstFound(query); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
	}
}

// English titles stay as they are, whatever their words look like in other languages.
func TestEnglishTitlesStay(t *testing.T) {
	for _, text := range []string{"Home Health Aide", "Information Security Analysts", "Family Practice Nurse", "Clinical Informatics Manager", "Bus Monitor", "Tax Assessor", "First-Line Supervisors of Sales Workers",
		"Commercial Analyst", "Store Manager", "Team Lead Platform", "Red Hat Administrator", "Executive Chef", "Data Steward", "Marketing Director", "Sales Representative", "Kubernetes Platform Owner", "Halvorsen Fellow"} {
		words := titleFields(withoutGenders(text))
		if english, foreign := titles().abroad.translate(words); foreign || !slices.Equal(english, words) {
			t.Errorf("%q is read as %q", text, english)
		}
	}
}

// What a title in another language says of a trade is what the English one says.
func TestTradesAbroad(t *testing.T) {
	for _, c := range []struct {
		title                string
		computing, elsewhere bool
	}{
		{"Développeuse web", true, false}, {"Softwareentwicklerin", true, false}, {"Ingeniera de software", true, false}, {"Analista de suporte técnico", true, false},
		{"Infirmière", false, true}, {"Krankenschwester", false, true}, {"Profesora de informática", true, true}, {"Bauingenieurin", false, true}, {"Electricista", false, true}, {"Cozinheira", false, true},
		{"Chef de projet informatique", true, false}, {"Chef de cuisine", false, true}, {"Chef de rang", false, true}, {"Executive Chef", false, true}, {"Data Steward", true, false}, {"Red Hat Administrator", false, false},
	} {
		tt := titleOf(c.title)
		if got := tt.isOfOtherTrade(); got != c.elsewhere {
			t.Errorf("%q is of another trade: %v (%q)", c.title, got, tt.words)
		}
		if got := IsComputing(c.title); got != (c.computing && !c.elsewhere) {
			t.Errorf("%q is of computing: %v (%q)", c.title, got, tt.words)
		}
	}
}

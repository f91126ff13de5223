package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"pgregory.net/rapid"

	"resumax/assets"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

// letter is a resume whose only texts are bullets.
func letter(t testing.TB, lines ...string) resume.Document {
	t.Helper()
	d, err := resume.NewDocument(resume.Struct()).Set("/work/0/highlights", resume.Texts(lines...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// misspellings are the findings of spelling in a document.
func misspellings(d resume.Document) []Finding {
	return slices.DeleteFunc(Document(d, Options{Today: today}).Findings, func(f Finding) bool { return f.Word == "" })
}

// valueOf is what was read of a JSON text, without its numbers.
func valueOf(read any) resume.Value {
	switch v := read.(type) {
	case string:
		return resume.Text(v)
	case bool:
		return resume.Flag(v)
	case []any:
		var items []resume.Value
		for _, item := range v {
			items = append(items, valueOf(item))
		}
		return resume.List(items...)
	case map[string]any:
		var members []resume.Member
		for name, member := range v {
			members = append(members, resume.Member{Name: name, Value: valueOf(member)})
		}
		return resume.Struct(members...)
	}
	return resume.Value{}
}

func TestFewFalseAlarms(t *testing.T) {
	text, err := os.ReadFile("testdata/roles.txt")
	if err != nil {
		t.Fatal(err)
	}
	documents := map[string]resume.Document{"prose": letter(t, strings.Split(strings.TrimSpace(string(text)), "\n")...)}
	samples, _ := filepath.Glob("../render/testdata/samples/*.json")
	for _, file := range samples {
		if strings.HasSuffix(file, "latin-greek-cyrillic.json") {
			continue // a sentence in each of a dozen languages
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var root any
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		documents[file] = resume.NewDocument(valueOf(root))
	}
	for _, p := range role.All() {
		documents[p.ID] = p.Sample()
	}
	words, alarms := 0, 0
	for name, d := range documents {
		scorer := New()
		r := scorer.read(d, scorer.ready(Options{Today: today}))
		if !r.isEnglish() {
			continue
		}
		for _, l := range d.Resume().Sentences() {
			words += readSentence(l.Text, terms.Default(), facts{}).words
		}
		for _, f := range r.spellingFindings() {
			alarms++
			t.Logf("%s: %s (%s)", name, f.Word, f.Fix)
		}
	}
	t.Logf("%d false alarms in %d words", alarms, words)
	if words < 1000 || alarms*200 > words {
		t.Errorf("%d false alarms in %d words", alarms, words)
	}
}

func TestMisspelledWordsAreFound(t *testing.T) {
	d := letter(t, "Built a **managment** tool for kuberntes and Postgres.", "Recieved 40 orders a day.", "Wrote for Zalgorithia and Zalgorithm Directio Managementi in XKCDQ and fooBarr, not kw5ert.")
	want := map[string]string{"managment": "management", "kuberntes": "Kubernetes", "Recieved": "Received"}
	found := misspellings(d)
	if len(found) != len(want) {
		t.Fatalf("found %v", found)
	}
	for _, f := range found {
		text := d.TextAt(f.Address)
		if f.Quote != f.Word || text[f.Span.Start:f.Span.End] != f.Word || f.Kind != Edit || !f.Mechanical() {
			t.Errorf("%+v of %q", f, text)
		}
		fixed := must(Apply(d, f)).TextAt(f.Address)
		if fixed != strings.Replace(text, f.Word, want[f.Word], 1) {
			t.Errorf("%q is fixed as %q", text, fixed)
		}
	}
}

func TestTheFirstTypoCostsTheMost(t *testing.T) {
	var lost []float64
	for _, f := range misspellings(letter(t, "Recieved orders, seperate bills and definately more managment, tecnology and developement.")) {
		lost = append(lost, f.Lost)
	}
	slices.Sort(lost)
	if want := []float64{0.5, 1, 1, 1.5}; !slices.Equal(lost, want) {
		t.Errorf("lost %v, want %v", lost, want)
	}
}

// A misspelled filler is to go, not to be spelled first.
func TestMisspelledFillerIsToGo(t *testing.T) {
	for _, f := range Document(letter(t, "Succesfully built a parser in Go for 40 users."), Options{Today: today}).Findings {
		if f.Quote == "Succesfully" && f.Fix != "Remove “Succesfully”" {
			t.Errorf("%s: %s", f.Check, f.Fix)
		}
	}
}

// Each word is one finding, whose fix writes it right wherever it is.
func TestEachMisspelledWordIsOneFinding(t *testing.T) {
	d := letter(t, "Ran the managment of 4 teams and the **managment** of risk.", "Managment of 12 sites.", "Led Time Managment trainings.")
	found := misspellings(d)
	if len(found) != 1 {
		t.Fatalf("found %v", found)
	}
	fixed := must(Apply(d, found[0]))
	for i, want := range []string{"Ran the management of 4 teams and the **management** of risk.", "Management of 12 sites.", "Led Time Management trainings."} {
		if got := fixed.TextAt(resume.Address("/work/0/highlights").Item(i)); got != want {
			t.Errorf("fixed as %q, want %q", got, want)
		}
	}
}

// Sentences that mix British and American spelling, and those that do not.
func TestMixedSpelling(t *testing.T) {
	for text, mixed := range map[string]bool{
		"Organised the colour lab. Analyzed behavior of 40 users.":                      true,
		"Analysed the behaviour of 40 users in the labor market.":                       true,
		"Organised tours and organized fairs for 40 guests.":                            true,
		"Prioritised the backlog as a business analyst with 12 priorities.":             false,
		"Organized the colour lab for 40 guests.":                                       false,
		"Practiced law and kept a practice of 40 clients with a colour printer.":        false,
		"Catalogued the theatre's licence in favour of 40 guests and read the program.": false,
		"Worked with the Department of Labor on the behaviour of 40 firms.":             false,
		"Wrote analyses of the color of 40 fabrics.":                                    false,
		"Chaired the Centre for Defence Studies; analyzed the labor of 40 firms.":       false,
		"Checked tires and programs for 40 organisations.":                              false,
		"Ran training programmes for 40 neighborhoods.":                                 true,
	} {
		found := slices.ContainsFunc(Document(letter(t, text), Options{Today: today}).Findings, func(f Finding) bool { return strings.Contains(f.Why, "British spelling") })
		if found != mixed {
			t.Errorf("mixed: %v in %q", found, text)
		}
	}
}

func TestOwnWordsAreRight(t *testing.T) {
	d := letter(t, "Ran the managment of widgets.")
	if n := len(misspellings(d)); n != 1 {
		t.Fatalf("%d findings", n)
	}
	if more := must(d.AddWord("Managment")); len(misspellings(more)) != 0 {
		t.Errorf("found %v", misspellings(more))
	}
}

func TestOtherLanguagesAreNotSpelt(t *testing.T) {
	german := []string{"Leitung der Entwicklung und Betrieb der Plattform für die Kunden mit dem Team.", "Einführung von Tests und Abbau der Fehler auf ein Drittel."}
	if found := misspellings(letter(t, german...)); len(found) != 0 {
		t.Errorf("German by its words: %v", found)
	}
	one := letter(t, "Betrieb einer Plattform, abgeschlossen, recieve.")
	if found := misspellings(must(one.SetText("/meta/resumax/language", "de-AT"))); len(found) != 0 {
		t.Errorf("German by its settings: %v", found)
	}
	if found := misspellings(must(one.SetText("/meta/resumax/language", "en"))); len(found) == 0 {
		t.Error("in a resume said to be English, a typo is none")
	}
}

// A letter changed in any word of small letters never makes more of its words
// known, and never raises the score.
func TestAMisspellingNeverHelps(t *testing.T) {
	prose, err := os.ReadFile("testdata/roles.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(prose)), "\n")
	scorer := New()
	rapid.Check(t, func(t *rapid.T) {
		picked := rapid.SliceOfN(rapid.SampledFrom(lines), 1, 6).Draw(t, "lines")
		d := must(resume.NewDocument(resume.Struct()).Set("/work/0/highlights", resume.Texts(picked...)))
		n := rapid.IntRange(0, len(picked)-1).Draw(t, "line")
		words := strings.Fields(picked[n])
		at := rapid.IntRange(0, len(words)-1).Draw(t, "word")
		w := words[at]
		if len(w) < 5 || strings.ToLower(w) != w || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
			return
		}
		i := rapid.IntRange(1, len(w)-1).Draw(t, "letter")
		words[at] = w[:i] + rapid.SampledFrom([]string{"q", "zz", w[i:i+1] + w[i:i+1]}).Draw(t, "typo") + w[i+1:]
		if isTerm(words[at]) {
			return
		}
		worse := must(d.SetText(resume.Address("/work/0/highlights").Item(n), strings.Join(words, " ")))
		o := Options{Today: today}
		if before, after := scorer.Score(d, o), scorer.Score(worse, o); after > before+tolerance {
			t.Fatalf("%q for %q in %q: %v, before %v", words[at], w, picked[n], after, before)
		}
	})
}

// isTerm reports whether a word is a term by itself. A typo that makes one of
// another word, "SOQLs" of "soils", is that term to every reader.
func isTerm(word string) bool { return len(terms.Default().FindInList(word)) > 0 }

// A typo in a weak beginning, in filler, a cliché, the first person or a passive
// hides none of them, even where so many words are misspelled that one more costs
// nothing.
func TestNoTypoHidesAFlaw(t *testing.T) {
	const many = "Ran qqzx, wwzxy, zzqwy, yyqxz, kkqzw and vvqzk for the bureau."
	s := New()
	score := func(text string) float64 { return s.Score(letter(t, text, many), Options{Today: today}) }
	var flawed []string
	var f struct{ Weak, Filler, Cliche []string }
	if _, err := toml.Decode(string(assets.Words), &f); err != nil {
		t.Fatal(err)
	}
	for _, p := range f.Weak {
		flawed = append(flawed, p+" the office and its garden")
	}
	for _, p := range append(f.Filler, f.Cliche...) {
		flawed = append(flawed, "Painted the office "+p+" for guests")
	}
	flawed = append(flawed, "The office was painted blue", "The offices were rebuilt", "The walls had been painted",
		"Painted our office", "Painted my office", "Painted it myself", "They let us paint it", "We painted it")
	tried, hidden := 0, 0
	for _, text := range flawed {
		phrase := strings.Fields(text)
		before := score(text)
		for n, word := range phrase {
			if len(word) < 2 || strings.ContainsAny(word, "-") {
				continue
			}
			for i := range word {
				typos := []string{word[:i] + word[i:i+1] + word[i:], word[:i] + word[i+1:]}
				if i > 0 {
					typos = append(typos, word[:i-1]+word[i:i+1]+word[i-1:i]+word[i+1:])
				}
				for _, typo := range typos {
					if typo == word || len(typo) < 2 || speller().Known(typo) ||
						terms.Default().Find(typo) != nil || strings.ToLower(typo[1:]) != typo[1:] {
						continue // another word or a name, which is no typo to anyone but the writer
					}
					worse := slices.Clone(phrase)
					worse[n] = typo
					tried++
					if after := score(strings.Join(worse, " ")); after > before+tolerance {
						hidden++
						if hidden < 40 {
							t.Errorf("%q: %v, before %v", strings.Join(worse, " "), after, before)
						}
					}
				}
			}
		}
	}
	t.Logf("%d typos, %d hide a flaw", tried, hidden)
}

package resume

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wordingThings are what every language says, "year" apart.
var wordingThings = []string{"summary", "work", "projects", "skills", "education", "certificates", "publications", "awards", "volunteer", "languages", "interests",
	"references", "months", "short", "long", "date", "present", "grade", "resume", "name", "link", "born"}

func TestEveryLanguageSaysEverything(t *testing.T) {
	said := map[string]map[string]string{}
	for n, line := range strings.Split(wordingList, "\n") {
		fields := strings.SplitN(line, " ", 3)
		if line == "" || fields[0] == "#" || strings.HasPrefix(line, "#") {
			continue
		}
		if len(fields) < 3 || fields[2] != strings.TrimSpace(fields[2]) || fields[2] == "" {
			t.Fatalf("line %d: %q", n+1, line)
		}
		if said[fields[0]] == nil {
			said[fields[0]] = map[string]string{}
		}
		if said[fields[0]][fields[1]] != "" {
			t.Errorf("%s says %s twice", fields[0], fields[1])
		}
		if fields[1] != "year" && !slices.Contains(wordingThings, fields[1]) {
			t.Errorf("%s says %s, which nothing asks for", fields[0], fields[1])
		}
		said[fields[0]][fields[1]] = fields[2]
	}
	if len(said) < 20 {
		t.Errorf("there are %d languages", len(said))
	}
	// What is English though it is none: the same words with another meaning or spelling are named here.
	same := []string{"fr publications Publications", "de name Name", "de link Link"}
	var found []string
	for tag, things := range said {
		for _, thing := range wordingThings {
			switch value := things[thing]; {
			case value == "":
				t.Errorf("%s does not say %s", tag, thing)
			case thing == "long" || thing == "date":
				if strings.Count(value, "Y") != 1 || strings.Count(value, "M") != 1 {
					t.Errorf("%s %s is %q", tag, thing, value)
				}
			case thing == "months" || thing == "short":
				months := strings.Split(value, " | ")
				if len(months) != 12 || len(slices.Compact(slices.Sorted(slices.Values(months)))) != 12 {
					t.Errorf("%s has the months %q", tag, months)
				}
				if tag != "en" && value == said["en"][thing] {
					t.Errorf("the months in %s are English", tag)
				}
			case tag != "en" && strings.EqualFold(value, said["en"][thing]):
				found = append(found, tag+" "+thing+" "+value)
			}
		}
	}
	slices.Sort(found)
	slices.Sort(same)
	if !slices.Equal(found, same) {
		t.Errorf("English by accident? %q\nwant %q", found, same)
	}
	for _, key := range append([]string{SummaryKey}, standardKeys()...) {
		if said["en"][key] != SectionTitle(key) {
			t.Errorf("%s is %q in English, and %q where no language is said", key, said["en"][key], SectionTitle(key))
		}
	}
}

func standardKeys() (keys []string) {
	for _, s := range standard {
		keys = append(keys, s.key)
	}
	return keys
}

// Every date that a resume prints in any language is read again as that date.
func TestDatesInAllLanguagesAreRead(t *testing.T) {
	for _, tag := range WordingTags() {
		w := WordingIn(tag)
		for month := 0; month <= 12; month++ {
			want := Date{Year: 2021, Month: month}
			for _, text := range []string{w.Date(want), w.LongDate(want)} {
				if strings.HasPrefix(text, "listopad ") {
					continue // November here, and October in Croatian: it is read as its year alone
				}
				if got, ok := ParseDate(text); !ok || got != want {
					t.Errorf("%s: %q is read as %+v", tag, text, got)
				}
				start, end, ok := ParsePeriod(fmt.Sprintf("%s – %s", text, w.Present))
				if !ok || start != want || !end.IsZero() {
					t.Errorf("%s: %q – %q is read as %+v, %+v, %v", tag, text, w.Present, start, end, ok)
				}
			}
		}
	}
}

func TestWordingOfTags(t *testing.T) {
	for tag, want := range map[string]string{"": "en", "en-GB": "en", "de-CH-1996": "de", "pt-BR": "pt", "zh": "zh", "zh-Hans": "zh", "zh-CN": "zh", "zh-TW": "zh-Hant", "zh-Hant-HK": "zh-Hant",
		"no": "nb", "nn-NO": "nb", "DE": "de", "eo": "en", "iw": "he", strings.Repeat("a", 99): "en"} {
		if got := WordingIn(tag).Tag; got != want {
			t.Errorf("%s has the wording of %s, want %s", tag, got, want)
		}
	}
}

// A resume's language gives its headings, until they are renamed; and back.
func TestHeadingsAreInTheLanguage(t *testing.T) {
	d := NewDocument(Struct(Member{"work", List(Struct(Member{"name", Text("Mill")}))}))
	d, err := d.Set(LanguageSetting, Text("de-AT"))
	if err != nil {
		t.Fatal(err)
	}
	title := func() string { s, _ := d.Resume().Section("work"); return s.Title }
	if title() != "Berufserfahrung" {
		t.Errorf("the heading is %q", title())
	}
	if d, err = d.RenameSection("work", "Praxis"); err != nil || title() != "Praxis" {
		t.Errorf("%v, %q", err, title())
	}
	if d, err = d.RenameSection("work", "Berufserfahrung"); err != nil || strings.Contains(d.Root().String(), "Berufserfahrung") {
		t.Errorf("%v, %s", err, d.Root())
	}
	if got := d.Public(Printed{}).Resume().Wording().Tag; got != "de" {
		t.Errorf("what goes out is in %s", got)
	}
}

func TestGrades(t *testing.T) {
	de := WordingIn("de")
	for score, want := range map[string]string{"1,3": "Note 1,3", "3.9/4": "Note 3.9/4", "summa cum laude": "summa cum laude", "": ""} {
		if got := de.Graded(score); got != want || de.BareGrade(got) != score {
			t.Errorf("%q is %q", score, got)
		}
	}
	if got := de.BareGrade("Grade 3"); got != "Grade 3" {
		t.Errorf("someone's own word went: %q", got)
	}
}

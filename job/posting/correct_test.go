package posting

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
)

const corrected = `Backend Engineer
Halvorsen Grid
Oslo, Norway

Requirements:
- 5+ years of experience with Go or Rust
- PostgreSQL
- A bachelor's degree or equivalent experience
- A driver's license
- Fluent English
- A steady hand

Nice to have:
- Terraform

Responsibilities:
- You run services on Kubernetes
`

// correct makes corrections one after the other.
func correct(t testing.TB, v resume.Value, all ...Correction) resume.Value {
	t.Helper()
	for _, c := range all {
		next, err := Correct(v, c)
		if err != nil {
			t.Fatalf("%+v: %v", c, err)
		}
		v = next
	}
	return v
}

// idOf is the id of the requirement with a term, or a text.
func idOf(t testing.TB, p Posting, want string) string {
	t.Helper()
	for _, q := range p.all() {
		if slices.Contains(q.terms(), want) || q.Text == want {
			return q.ID
		}
	}
	t.Fatalf("no requirement names %s", want)
	return ""
}

func inJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// TestCorrections makes each correction, and takes it back.
func TestCorrections(t *testing.T) {
	p := read(t, corrected)
	v := p.Value()
	id := func(want string) string { return idOf(t, p, want) }
	for name, c := range map[string]struct {
		make, back Correction
		holds      func(Posting) bool
	}{
		"title": {SetFact{TitleField, " Platform  Engineer "}, RestoreFact{TitleField}, func(p Posting) bool {
			return p.Title == "Platform Engineer" && p.AsRead[TitleField] == "Backend Engineer"
		}},
		"employer": {SetFact{CompanyField, ""}, RestoreFact{CompanyField}, func(p Posting) bool { return p.Company == "" && p.AsRead[CompanyField] == "Halvorsen Grid" }},
		"place":    {SetFact{LocationField, "Bergen"}, SetFact{LocationField, "Oslo, Norway"}, func(p Posting) bool { return p.Location == "Bergen" }},
		"mode":     {SetFact{RemoteField, Hybrid}, RestoreFact{RemoteField}, func(p Posting) bool { return p.Remote == Hybrid }},
		"level":    {SetFact{LevelField, "senior"}, RestoreFact{LevelField}, func(p Posting) bool { return p.Level == "senior" }},
		"years":    {SetFact{YearsField, "3"}, RestoreFact{YearsField}, func(p Posting) bool { return p.Years == 3 && p.AsRead[YearsField] == "5" }},
		"no years": {SetFact{YearsField, ""}, RestoreFact{YearsField}, func(p Posting) bool { return p.Years == 0 }},
		"degree":   {SetFact{DegreeField, "master"}, RestoreFact{DegreeField}, func(p Posting) bool { return p.Degree == "master" }},
		"languages": {SetFact{LanguagesField, "Norwegian, English"}, RestoreFact{LanguagesField}, func(p Posting) bool {
			return slices.Equal(p.Languages, []string{"Norwegian", "English"}) && p.AsRead[LanguagesField] == "English"
		}},
		"licenses": {SetFact{LicensesField, ""}, RestoreFact{LicensesField}, func(p Posting) bool { return len(p.Licenses) == 0 }},
		"days":     {SetFact{ClosesField, "2026-05-01"}, RestoreFact{ClosesField}, func(p Posting) bool { return p.Closes == "2026-05-01" }},
		"address":  {SetFact{URLField, "https://jobs.example/4"}, RestoreFact{URLField}, func(p Posting) bool { return p.URL == "https://jobs.example/4" }},
		"term off": {SwitchTerm{id("Rust"), "Rust", false}, SwitchTerm{id("Rust"), "Rust", true}, func(p Posting) bool {
			return strings.HasPrefix(groupsOf(p.Required), "Go ") && slices.Equal(p.Required[0].Off, []string{"Rust"}) && !p.Required[0].NotForMe
		}},
		"only term off": {SwitchTerm{id("PostgreSQL"), "PostgreSQL", false}, Restore{id("PostgreSQL")}, func(p Posting) bool { q, _, _ := p.Requirement(id("PostgreSQL")); return q.NotForMe && len(q.Any) == 0 }},
		"moved": {Move{id("Kubernetes"), Required}, Restore{id("Kubernetes")}, func(p Posting) bool {
			q, in, _ := p.Requirement(id("Kubernetes"))
			return in == Required && q.ReadAs == Unlabeled && len(p.Unlabeled) == 0
		}},
		"moved back":     {Move{id("Terraform"), Unlabeled}, Move{id("Terraform"), Preferred}, func(p Posting) bool { return len(p.Preferred) == 0 }},
		"struck":         {Strike{id("Go"), true}, Strike{id("Go"), false}, func(p Posting) bool { return p.Required[0].NotForMe && len(p.Required[0].Any) == 2 }},
		"struck degree":  {Strike{id("bachelor"), true}, Restore{id("bachelor")}, func(p Posting) bool { return p.Degree == "" }},
		"struck license": {Strike{id("driver's license"), true}, Strike{id("driver's license"), false}, func(p Posting) bool { return len(p.Licenses) == 0 }},
		"struck without a term": {Strike{id("A steady hand"), true}, Restore{id("A steady hand")}, func(p Posting) bool {
			q, _, _ := p.Requirement(id("A steady hand"))
			return q.NotForMe
		}},
	} {
		next := correct(t, v, c.make)
		got := FromValue(next)
		if !c.holds(got) || !got.Corrected() {
			t.Errorf("%s: %s", name, inJSON(got))
		}
		if again := FromValue(got.Value()); inJSON(again) != inJSON(got) {
			t.Errorf("%s came back from a file as %s, was %s", name, inJSON(again), inJSON(got))
		}
		if back := FromValue(correct(t, next, c.back)); inJSON(back) != inJSON(p) || back.Corrected() {
			t.Errorf("%s taken back is %s, was %s", name, inJSON(back), inJSON(p))
		}
		anew := FromValue(Reread(next, p))
		if !c.holds(anew) {
			t.Errorf("%s is lost when the posting is read anew: %s", name, inJSON(anew))
		}
	}
}

func TestAddRequirement(t *testing.T) {
	v := read(t, corrected).Value()
	for _, c := range []struct{ text, want string }{
		{"Python or Ruby", "Python|Ruby"},
		{"MapInfo Pro", "MapInfo Pro"},
		{"Java and a forklift certification", "Java forklift certification"},
	} {
		p := FromValue(correct(t, v, AddRequirement{Text: c.text, To: Preferred}))
		if got, _ := strings.CutPrefix(groupsOf(p.Preferred), "Terraform "); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
		q := p.Preferred[len(p.Preferred)-1]
		if !q.ByHand {
			t.Errorf("%q is not known to be added by hand", c.text)
		}
		for _, q := range p.Preferred[1:] {
			p = FromValue(correct(t, p.Value(), Restore{q.ID}))
		}
		if p.Corrected() {
			t.Errorf("%q taken back leaves %s", c.text, inJSON(p))
		}
	}
	p := FromValue(correct(t, v, AddRequirement{Text: "forklift certification", To: Required}))
	if !slices.Contains(p.Licenses, "forklift certification") {
		t.Errorf("the licenses are %v", p.Licenses)
	}
	p = FromValue(correct(t, v, AddRequirement{Text: "Terraform", To: Required}))
	if len(p.Preferred) != 0 || !strings.Contains(groupsOf(p.Required), "Terraform") {
		t.Errorf("what was there already is %s", inJSON(p))
	}
	if q := p.all(); slices.ContainsFunc(q, func(q Requirement) bool { return q.ByHand }) {
		t.Error("what was there already is added by hand")
	}
}

func TestBadCorrections(t *testing.T) {
	v := read(t, corrected).Value()
	for _, c := range []Correction{
		SetFact{YearsField, "many"}, SetFact{YearsField, "-1"}, SetFact{LevelField, "boss"}, SetFact{RemoteField, "maybe"}, SetFact{DegreeField, "good"}, SetFact{PostedField, "May"}, SetFact{"shoe size", "9"},
		Strike{"x", true}, Move{"x", Required}, SwitchTerm{"x", "Go", false}, Restore{"x"}, Move{idOf(t, FromValue(v), "Go"), Benefits},
		AddRequirement{Text: " . ", To: Required}, AddRequirement{Text: "Go", To: About}, AddRequirement{Text: strings.Repeat("word ", 200), To: Required},
	} {
		if next, err := Correct(v, c); err == nil || !next.Equal(v) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestRereadMoved checks that what was moved stays though it is not read any more, and that a
// requirement that is read otherwise keeps its correction.
func TestRereadMoved(t *testing.T) {
	p := read(t, corrected)
	v := correct(t, p.Value(), Move{idOf(t, p, "Kubernetes"), Required}, Strike{idOf(t, p, "Rust"), true})
	anew := p
	anew.Unlabeled = nil
	anew.Required = slices.Clone(p.Required)
	anew.Required[0].Any = []string{"Go"}
	got := FromValue(Reread(v, anew))
	if !strings.Contains(groupsOf(got.Required), "Kubernetes") {
		t.Errorf("what was moved is lost: %s", inJSON(got))
	}
	if !got.Required[0].NotForMe {
		t.Errorf("what was struck is not: %s", inJSON(got))
	}
}

// TestAnyCorrections makes corrections at random: they survive a file, and all of them taken back
// leave what was read.
func TestAnyCorrections(t *testing.T) {
	p := read(t, corrected)
	rapid.Check(t, func(t *rapid.T) {
		v := p.Value()
		for range rapid.IntRange(1, 12).Draw(t, "corrections") {
			all := FromValue(v)
			q := rapid.SampledFrom(all.all()).Draw(t, "requirement")
			var c Correction
			switch rapid.IntRange(0, 5).Draw(t, "kind") {
			case 0:
				c = SwitchTerm{q.ID, rapid.SampledFrom(append(q.terms(), "COBOL")).Draw(t, "term"), rapid.Bool().Draw(t, "on")}
			case 1:
				c = Move{q.ID, rapid.SampledFrom([]Section{Required, Preferred, Unlabeled}).Draw(t, "to")}
			case 2:
				c = Strike{q.ID, rapid.Bool().Draw(t, "struck")}
			case 3:
				c = AddRequirement{Text: rapid.SampledFrom([]string{"Java", "Go or Rust", "a calm voice in storms", "CPA", "German"}).Draw(t, "text"), To: Preferred}
			case 4:
				f := rapid.SampledFrom(Fields()).Draw(t, "field")
				c = SetFact{f, rapid.SampledFrom([]string{"", "7", "bachelor", "senior", Remote, "2026-04-01", "Welder", p.Fact(f)}).Draw(t, "value")}
			default:
				c = Restore{q.ID}
			}
			if next, err := Correct(v, c); err == nil {
				v = next
			}
		}
		got := FromValue(v)
		if again := FromValue(got.Value()); inJSON(again) != inJSON(got) {
			t.Fatalf("came back from a file as %s, was %s", inJSON(again), inJSON(got))
		}
		for _, f := range Fields() {
			v, _ = Correct(v, RestoreFact{f})
		}
		for _, q := range FromValue(v).all() {
			v, _ = Correct(v, Restore{q.ID})
		}
		if back := FromValue(v); inJSON(back) != inJSON(p) {
			t.Fatalf("taken back: %s, was %s", inJSON(back), inJSON(p))
		}
	})
}

// TestStored adds, finds, corrects, replaces and deletes postings of a project.
func TestStored(t *testing.T) {
	d := resume.NewDocument(resume.Struct(resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ada Halvorsen")})}))
	p := read(t, corrected)
	next, id, err := Add(d, p, "2026-03-31")
	if err != nil {
		t.Fatal(err)
	}
	other := readFile(t, "testdata/postings/frontend.html")
	next, second, err := Add(next, other, "")
	if err != nil || second == id {
		t.Fatalf("a second one is %s: %v", second, err)
	}
	if all := List(next); len(all) != 2 || all[0].ID != id || all[0].Added != "2026-03-31" || all[1].Title != other.Title || inJSON(all[0].Posting) != inJSON(p) {
		t.Errorf("the postings are %s", inJSON(all))
	}
	if same, ok := Duplicate(next, read(t, corrected+"\n120 applicants\n")); !ok || same != id {
		t.Errorf("the same posting is %q", same)
	}
	if _, ok := Duplicate(next, readFile(t, "testdata/postings/driver.txt")); ok {
		t.Error("another posting is there already")
	}
	fixed, err := CorrectIn(next, id, SetFact{TitleField, "Platform Engineer"})
	if s, ok := Find(fixed, id); err != nil || !ok || s.Title != "Platform Engineer" {
		t.Errorf("corrected is %s: %v", inJSON(s), err)
	}
	anew, err := Replace(fixed, id, read(t, strings.Replace(corrected, "PostgreSQL", "MySQL", 1)))
	if s, _ := Find(anew, id); err != nil || s.Title != "Platform Engineer" || !strings.Contains(groupsOf(s.Required), "MySQL") || s.Added != "2026-03-31" {
		t.Errorf("read anew is %s: %v", inJSON(s), err)
	}
	if _, err := CorrectIn(next, "nobody", Strike{"x", true}); err == nil {
		t.Error("a posting that is not there was corrected")
	}
	for _, id := range []string{id, second} {
		if next, err = Delete(next, id); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := next.Get(postingsAt); ok || len(List(next)) > 0 {
		t.Errorf("without its postings the project is %v", next.Root())
	}
}

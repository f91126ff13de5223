package application

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

func TestSheet(t *testing.T) {
	d := read(t, "nurse.json")
	var b strings.Builder
	for _, g := range Sheet(d, Facts(d), "Dear Ms. Lima,\n\nI write about the ICU.\n") {
		fmt.Fprintf(&b, "== %s\n", g.Title)
		for _, f := range g.Fields {
			fmt.Fprintf(&b, "%s: %s\n", f.Label, strings.ReplaceAll(f.Value, "\n", "\n    "))
			if f.Note != "" {
				fmt.Fprintf(&b, "    (%s)\n", f.Note)
			}
		}
	}
	const golden = "testdata/sheet.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the form sheet says\n%s", b.String())
	}
}

// What is hidden is on no form: an item, a bullet, a section.
func TestSheetLeavesOutWhatIsHidden(t *testing.T) {
	d := read(t, "nurse.json")
	for _, key := range []string{"languages", "summary", "education"} {
		d = must(t)(d.HideSection(key, true))
	}
	said := fmt.Sprint(Sheet(d, nil, ""))
	for _, not := range []string{"Barista", "Never printed", "Mastodon", "Dutch", "nine years", "Lakeside", "Cover letter", "permit"} {
		if strings.Contains(said, not) {
			t.Errorf("%s is on the form sheet", not)
		}
	}
	if !strings.Contains(said, "Halvorsen Medical Center") {
		t.Error("a job that is shown is not")
	}
	if empty := Sheet(resume.Document{}, nil, " \n"); len(empty) != 0 {
		t.Errorf("%+v", empty)
	}
}

func TestNamesAreSplit(t *testing.T) {
	for _, c := range []struct{ name, country, first, last, suffix string }{
		{"Ines Okafor", "", "Ines", "Okafor", ""},
		{"Okafor, Ines", "", "Ines", "Okafor", ""},
		{"Okafor, Ines Maria, PhD", "", "Ines Maria", "Okafor", "PhD"},
		{"Dana Reyes, RN, BSN", "", "Dana", "Reyes", "RN, BSN"},
		{"Dana Reyes RN", "", "Dana", "Reyes", "RN"},
		{"Dr. Jan van den Berg (he/him)", "NL", "Jan", "van den Berg", ""},
		{"Mary Ann Smith", "US", "Mary Ann", "Smith", ""},
		{"Ludwig von Hohenfels Jr.", "", "Ludwig", "von Hohenfels", "Jr."},
		{"María García López", "ES", "María", "García López", ""},
		{"María García-López", "ES", "María", "García-López", ""},
		{"Ana de la Cruz", "MX", "Ana", "de la Cruz", ""},
		{"Ana Paula Silva", "PT", "Ana Paula", "Silva", ""},
		{"Li", "", "Li", "", ""},
		{"Madonna", "", "Madonna", "", ""},
		{"山田 太郎", "JP", "太郎", "山田", ""},
		{"王小明", "CN", "小明", "王", ""},
		{"Henry Ford III", "US", "Henry", "Ford", "III"},
		{"Jean-Luc Moreau", "FR", "Jean-Luc", "Moreau", ""},
		{"Conor Mc Bride", "IE", "Conor", "Mc Bride", ""},
		{"Van Nguyen", "US", "Van", "Nguyen", ""},
		{"", "", "", "", ""},
		{"  ,  ", "", "", "", ""},
	} {
		if got := SplitName(c.name, c.country); got != (PersonName{c.first, c.last, c.suffix}) {
			t.Errorf("%q in %q: %+v", c.name, c.country, got)
		}
	}
}

func TestFacts(t *testing.T) {
	d := read(t, "sample.json")
	add := func(f Fact) string {
		t.Helper()
		next, id, err := AddFact(d, f)
		if err != nil {
			t.Fatal(err)
		}
		d = next
		return id
	}
	permit := add(Fact{Kind: Permit, Value: "Permanent resident"})
	license := add(Fact{Kind: License, Value: "Registered nurse", Number: "RN 445566", State: "Texas", Expires: on(2026, 8, 31)})
	add(Fact{Kind: DriverLicense, Value: "Class C", Expires: on(2025, 1, 1)})
	if all := Facts(d); len(all) != 3 || all[1].Number != "RN 445566" || all[1].Expires != on(2026, 8, 31) {
		t.Errorf("%+v", all)
	}
	if strings.Contains(string(codec.Export(d)), "445566") {
		t.Error("facts go out with an export")
	}
	before := d
	for _, id := range []string{permit, license} {
		if _, on := Printed(d, id); on {
			t.Error("printed unasked")
		}
		d = must(t)(Print(d, id, true))
		if _, on := Printed(d, id); !on {
			t.Error("not printed")
		}
	}
	public := d.Public(resume.Printed{}).Root().String()
	for _, said := range []string{"Work permit: Permanent resident", "additionalInformation", "Registered nurse", "Texas"} {
		if !strings.Contains(public, said) {
			t.Errorf("%s is not printed: %s", said, public)
		}
	}
	if said := d.NotShown(); len(said) > 0 {
		t.Errorf("it is said that %v", said)
	}
	if strings.Contains(public, "445566") {
		t.Error("a license's number is printed")
	}
	// It follows, until the user has written it in other words.
	facts := Facts(d)
	facts[0].Value = "US citizen"
	d = must(t)(UpdateFact(d, facts[0]))
	at, _ := Printed(d, permit)
	if got := d.TextAt(at.Child("summary")); got != "Work permit: US citizen" {
		t.Error(got)
	}
	d = must(t)(d.SetText(at.Child("summary"), "I may work in the US"))
	facts[0].Value = "Citizen"
	d = must(t)(UpdateFact(d, facts[0]))
	if got := d.TextAt(at.Child("summary")); got != "I may work in the US" {
		t.Error(got)
	}
	d = must(t)(d.HideSection(d.Resume().SectionOf(at), true))
	if _, on := Printed(d, permit); on {
		t.Error("printed while its section is hidden")
	}
	d = must(t)(Print(d, permit, true))
	if _, on := Printed(d, permit); !on {
		t.Error("not shown again")
	}
	d = must(t)(Print(must(t)(Print(d, permit, false)), license, false))
	if got := d.WithoutHidden().Resume(); len(got.Custom) != len(before.Resume().Custom) || len(got.Certificates) != len(before.Resume().Certificates) {
		t.Errorf("the entries stay: %+v", got.Custom)
	}
	for _, f := range Facts(d) {
		d = must(t)(DeleteFact(d, f.ID))
	}
	if _, ok := d.Get(resume.MetaAddress(resume.MetaFacts)); ok {
		t.Error("an empty list stays")
	}
	if _, err := Print(d, permit, true); err == nil {
		t.Error("a fact that is gone is printed")
	}
}

func TestSensitiveFactsAreRefused(t *testing.T) {
	for label, refused := range map[string]bool{"Veteran status": true, "Race/Ethnicity": true, "Do you have a disability?": true, "Social Security number": true, "Passport number": true, "Gender": true,
		"Security clearance": false, "Notice period": false, "Essex office?": false, "Racecar license": false, "Shift": false} {
		_, _, err := AddFact(resume.Document{}, Fact{Kind: OtherFact, Label: label, Value: "x"})
		if _, is := err.(*SensitiveError); is != refused {
			t.Errorf("%s: %v", label, err)
		}
	}
}

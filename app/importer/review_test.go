package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/format"
	"resumax/exchange/taking"
	"resumax/resume"
	"resumax/resume/codec"
)

const ada = `{
	"basics": {"name": "Ada Example", "email": "ada@example.org", "summary": "Nurse.", "location": {"city": "Leeds"}},
	"work": [
		{"name": "Harbour Hospital", "position": "Ward nurse", "startDate": "2019-03", "highlights": ["Cut falls by half.", "Trained six nurses."]},
		{"name": "Old Mill Clinic", "highlights": ["Took blood."]}
	],
	"skills": [{"name": "Clinical", "keywords": ["Triage", "Telemetry"]}]
}`

// adasReading is a reading of a file without pages, in which two texts are unsure and two are left.
func adasReading(t testing.TB) format.Reading {
	d, _, err := codec.Parse([]byte(ada), "ada")
	if err != nil {
		t.Fatal(err)
	}
	taken := func(at resume.Address, sure float64) taking.Taken {
		return taking.Taken{Address: at, Text: d.TextAt(at), Confidence: sure}
	}
	return format.Reading{Document: d, Record: taking.Record{
		Taken: []taking.Taken{taken("/basics/name", 0.95), taken("/basics/email", 1), taken("/basics/summary", 0.9), taken("/basics/location/city", 0.6),
			taken("/work/0/name", 0.9), taken("/work/0/position", 0.9), taken("/work/0/startDate", 0.95), taken("/work/0/highlights/0", 0.95), taken("/work/0/highlights/1", 0.95),
			taken("/work/1/name", 0.9), taken("/work/1/highlights/0", 0.5), taken("/skills/0/keywords/0", 0.9), taken("/skills/0/keywords/1", 0.9)},
		Left: []taking.Left{{Text: "Registered since 2012"}, {Text: "Phlebotomy, ECG"}},
	}}
}

func adas(t testing.TB) *Review {
	return NewReview(Source{Path: "/x/ada.docx", Name: "ada.docx"}, adasReading(t))
}

// told is the groups as text.
func told(groups []Group) string {
	var b strings.Builder
	for _, g := range groups {
		fmt.Fprintf(&b, "# %s\n", g.Title)
		for _, e := range g.Entries {
			if e.Name != "" {
				fmt.Fprintf(&b, "## %s\n", e.Name)
			}
			for _, row := range e.Rows {
				mark := ""
				if row.Unsure {
					mark = " ?"
				}
				text := row.Shown()
				if text == "" {
					text = "(" + row.Empty() + ")"
				}
				fmt.Fprintf(&b, "%s: %s%s\n", row.Label, text, mark)
			}
		}
	}
	return b.String()
}

func TestGroups(t *testing.T) {
	const want = `# Contact
Name: Ada Example
Email: ada@example.org
Phone: (Not found)
City: Leeds ?
# Summary
Summary: Nurse.
# Experience
## Harbour Hospital
Employer: Harbour Hospital
Title: Ward nurse
Start: Mar 2019
End: (Present)
Bullets: Cut falls by half.
: Trained six nurses.
## Old Mill Clinic
Employer: Old Mill Clinic
Title: (Not found)
Start: (Not found)
End: (Present)
Bullets: Took blood. ?
# Skills
## Clinical
Group: Clinical
Skills: Triage, Telemetry
`
	if got := told(adas(t).Groups()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What no field of the editor shows is shown too.
func TestGroupsShowOtherData(t *testing.T) {
	got := adasReading(t)
	var err error
	if got.Document, err = got.Document.SetText("/work/0/teamSize", "6 nurses"); err != nil {
		t.Fatal(err)
	}
	got.Taken = append(got.Taken, taking.Taken{Address: "/work/0/teamSize", Text: "6 nurses", Confidence: 0.6})
	groups := NewReview(Source{}, got).Groups()
	last := groups[len(groups)-1]
	if last.Title != otherTitle() || len(last.Entries[0].Rows) != 1 || last.Entries[0].Rows[0].Label != "Experience · Harbour Hospital · Team size" || !last.Entries[0].Rows[0].Unsure {
		t.Errorf("%+v", last)
	}
}

func TestNextUnsureGoesRound(t *testing.T) {
	r := adas(t)
	groups := r.Groups()
	city, bullet := resume.Address("/basics/location/city"), resume.Address("/work/1/highlights/0")
	for _, c := range []struct {
		after resume.Address
		by    int
		want  resume.Address
	}{
		{"", 1, city}, {city, 1, bullet}, {bullet, 1, city}, {city, -1, bullet}, {"/work/0/name", 1, bullet}, {"/work/0/name", -1, city}, {"/nowhere", 1, city},
	} {
		if got := NextUnsure(groups, c.after, c.by); got != c.want {
			t.Errorf("%d after %q: %q, want %q", c.by, c.after, got, c.want)
		}
	}
	r.Check(city)
	r.Check(bullet)
	if got := NextUnsure(r.Groups(), "", 1); got != "" || len(r.Unsure()) != 0 {
		t.Errorf("all is checked, and %q is next", got)
	}
}

func rowAt(t testing.TB, r *Review, at resume.Address) Row {
	t.Helper()
	for _, g := range r.Groups() {
		for _, e := range g.Entries {
			for _, row := range e.Rows {
				if row.Address == at {
					return row
				}
			}
		}
	}
	t.Fatalf("no row at %s", at)
	return Row{}
}

func TestTypingIsOneStepAndChecks(t *testing.T) {
	r := adas(t)
	row := rowAt(t, r, "/work/1/highlights/0")
	for _, text := range []string{"T", "To", "Took blood of 40 patients a day."} {
		if err := r.Type(row, text); err != nil {
			t.Fatal(err)
		}
	}
	if got := rowAt(t, r, row.Address); got.Text != "Took blood of 40 patients a day." || got.Unsure {
		t.Errorf("%+v", got)
	}
	if err := r.Type(rowAt(t, r, "/skills/0/keywords"), "Triage, ECG ,  Rounds"); err != nil {
		t.Fatal(err)
	}
	if got := Terms(r.Document(), "/skills/0/keywords"); !slices.Equal(got, []string{"Triage", "ECG", "Rounds"}) {
		t.Errorf("%q", got)
	}
	if err := r.Type(rowAt(t, r, "/work/1/startDate"), "March 2016"); err != nil {
		t.Fatal(err)
	}
	if got := r.Document().TextAt("/work/1/startDate"); got != "2016-03" {
		t.Errorf("the date is %q", got)
	}
	if err := r.Type(rowAt(t, r, "/work/0/endDate"), "present"); err != nil || r.Document().TextAt("/work/0/endDate") != "" {
		t.Errorf("present: %v", err)
	}
	steps := 0
	for r.Edited() {
		r.Undo()
		steps++
	}
	if steps != 3 || !r.Document().Equal(adas(t).Document()) || len(r.Unsure()) != 2 {
		t.Errorf("%d steps back, %d unsure", steps, len(r.Unsure()))
	}
	r.Redo()
	if got := rowAt(t, r, row.Address); got.Text != "Took blood of 40 patients a day." || got.Unsure {
		t.Errorf("redone: %+v", got)
	}
}

// place finds a place by its title.
func place(t testing.TB, r *Review, title string) Place {
	t.Helper()
	var all []string
	for _, p := range r.Places() {
		if p.Group+": "+p.Title == title {
			return p
		}
		all = append(all, p.Group+": "+p.Title)
	}
	t.Fatalf("no place %q in\n%s", title, strings.Join(all, "\n"))
	return Place{}
}

func TestSend(t *testing.T) {
	for title, want := range map[string]struct {
		at         resume.Address
		text, list string
	}{
		"Contact: Headline":                             {at: "/basics/label", text: "Registered since 2012"},
		"Contact: Add to City":                          {at: "/basics/location/city", text: "Leeds, Registered since 2012"},
		"Summary: Add to Summary":                       {at: "/basics/summary", text: "Nurse.\n\nRegistered since 2012"},
		"Experience: Harbour Hospital ▸ New bullet":     {at: "/work/0/highlights/2", text: "Registered since 2012"},
		"Experience: Harbour Hospital ▸ Summary":        {at: "/work/0/summary", text: "Registered since 2012"},
		"Skills: Clinical ▸ Add to Skills":              {at: "/skills/0/keywords/2", text: "Registered since 2012"},
		"Certificates: New certificate":                 {at: "/certificates/0/name", text: "Registered since 2012"},
		"Experience: New position":                      {at: "/work/2/name", text: "Registered since 2012"},
		"New: New section":                              {at: "/registration/0/highlights/0", text: "Registered since 2012"},
		"Experience: Old Mill Clinic ▸ Add to Keywords": {at: "/work/1/keywords/0", text: "Registered since 2012"},
	} {
		r := adas(t)
		left := r.Pieces()[0]
		at, err := r.Send([]int{left.ID}, place(t, r, title), "Registration")
		if err != nil || at != want.at || r.Document().TextAt(at) != want.text {
			t.Errorf("%s: at %s, %v: %q", title, at, err, r.Document().TextAt(at))
			continue
		}
		if len(r.Pieces()) != 1 || !slices.Equal(idsAt(r, at)[len(idsAt(r, at))-1:], []int{left.ID}) {
			t.Errorf("%s: %+v are left, %v is at %s", title, r.Pieces(), idsAt(r, at), at)
		}
		if _, err := r.Send([]int{left.ID}, place(t, r, "Contact: Phone"), ""); err == nil {
			t.Error("a piece has two places")
		}
		r.Undo()
		if len(r.Pieces()) != 2 || !r.Document().Equal(adas(t).Document()) {
			t.Errorf("%s: undo leaves %+v", title, r.Pieces())
		}
	}
}

// A text that lists terms becomes several; texts behind it keep what stands in the file.
func TestSendIntoTheMiddle(t *testing.T) {
	r := adas(t)
	words := r.Pieces()[1]
	if at, err := r.Send([]int{words.ID}, r.PlaceAt(rowAt(t, r, "/skills/0/keywords")), ""); err != nil || at != "/skills/0/keywords/2" {
		t.Fatal(at, err)
	}
	if got := Terms(r.Document(), "/skills/0/keywords"); !slices.Equal(got, []string{"Triage", "Telemetry", "Phlebotomy", "ECG"}) {
		t.Errorf("%q", got)
	}
	second := idsAt(r, "/work/0/highlights/1")
	piece := r.Pieces()[0]
	if at, err := r.Send([]int{piece.ID}, r.PlaceAt(rowAt(t, r, "/work/0/highlights/0")), ""); err != nil || at != "/work/0/highlights/1" {
		t.Fatal(at, err)
	}
	if got := Terms(r.Document(), "/work/0/highlights"); !slices.Equal(got, []string{"Cut falls by half.", "Registered since 2012", "Trained six nurses."}) {
		t.Errorf("%q", got)
	}
	if !slices.Equal(idsAt(r, "/work/0/highlights/2"), second) || !slices.Equal(idsAt(r, "/work/0/highlights/1"), []int{piece.ID}) {
		t.Error("the marks did not move with their texts")
	}
}

// Lines of one item are one bullet, marks go, and each piece knows where it went.
func TestItems(t *testing.T) {
	for _, c := range []struct {
		texts, lines []string
		of           []int
	}{
		{[]string{"one"}, []string{"one"}, []int{0}},
		{[]string{"• Cut falls by half,", "in a year.", "• Trained six nurses."}, []string{"Cut falls by half, in a year.", "Trained six nurses."}, []int{0, 0, 1}},
		{[]string{"Spanish", "French", "Welsh"}, []string{"Spanish", "French", "Welsh"}, []int{0, 1, 2}},
		{[]string{"- a same", "- a same"}, []string{"a same", "a same"}, []int{0, 1}},
		{[]string{"•"}, []string{"•"}, []int{0}},
		{[]string{"• one", "•", "• two"}, []string{"one", "two"}, []int{0, 1, 1}},
	} {
		if lines, of := items(c.texts); !slices.Equal(lines, c.lines) || !slices.Equal(of, c.of) {
			t.Errorf("%q: %q, %v", c.texts, lines, of)
		}
	}
}

// several are pieces of a job that found no place.
func several(t *testing.T) *Review {
	got := adasReading(t)
	got.Left = nil
	for _, text := range []string{"Mill Lane Surgery", "• Ran the flu clinic for", "1,100 patients.", "• Wrote the rota.", "Page 2"} {
		got.Left = append(got.Left, taking.Left{Text: text})
	}
	return NewReview(Source{}, got)
}

func TestSendSeveral(t *testing.T) {
	r := several(t)
	ids := func(n int) (all []int) {
		for _, p := range r.Pieces()[:n] {
			all = append(all, p.ID)
		}
		return all
	}
	four := ids(4)
	if at, err := r.Send(four, place(t, r, "Experience: New position"), ""); err != nil || at != "/work/2/name" {
		t.Fatal(at, err)
	}
	if got := Terms(r.Document(), "/work/2/highlights"); r.Document().TextAt("/work/2/name") != "Mill Lane Surgery" || !slices.Equal(got, []string{"Ran the flu clinic for 1,100 patients.", "Wrote the rota."}) {
		t.Errorf("%q, %q", r.Document().TextAt("/work/2/name"), got)
	}
	if got := idsAt(r, "/work/2/highlights/0"); !slices.Equal(got, four[1:3]) || !slices.Equal(idsAt(r, "/work/2/highlights/1"), four[3:]) {
		t.Errorf("%v of %v are in the first bullet", got, four)
	}
	r.Discard(ids(1))
	if len(r.Pieces()) != 0 {
		t.Errorf("%+v", r.Pieces())
	}
	if at, _ := r.Undo(); at != "" || len(r.Pieces()) != 1 || r.NextRedo() != "Discard" {
		t.Errorf("%q, %+v", at, r.Pieces())
	}
	r.Undo()
	if len(r.Pieces()) != 5 || r.Edited() {
		t.Errorf("one step leaves %+v", r.Pieces())
	}
	if _, err := r.Send([]int{four[0], 999}, place(t, r, "Contact: Headline"), ""); err == nil || r.Edited() {
		t.Error("a piece that is none was sent")
	}
	if at, err := r.Send(ids(3), place(t, r, "Languages: New language"), ""); err != nil || at != "/languages/0/language" || r.Document().ListLen("/languages") != 3 {
		t.Errorf("%s, %v: %d languages", at, err, r.Document().ListLen("/languages"))
	}
	r.Undo()
	if at, err := r.Send(ids(3), place(t, r, "Experience: Harbour Hospital ▸ Summary"), ""); err != nil || r.Document().TextAt(at) != "Mill Lane Surgery\n\nRan the flu clinic for 1,100 patients." {
		t.Errorf("%q, %v", r.Document().TextAt(at), err)
	}
	r.Undo()
	if at, err := r.Send(ids(3)[1:], place(t, r, "Contact: Headline"), ""); err != nil || r.Document().TextAt(at) != "Ran the flu clinic for 1,100 patients." {
		t.Errorf("%q, %v", r.Document().TextAt(at), err)
	}
}

func TestSetAside(t *testing.T) {
	r := adas(t)
	first, second := idsAt(r, "/work/0/highlights/0"), idsAt(r, "/work/0/highlights/1")
	if err := r.SetAside("/work/0/highlights/0"); err != nil {
		t.Fatal(err)
	}
	p := r.Pieces()[2]
	if p.Text != "Cut falls by half." || p.ID != first[0] && len(first) > 0 || !slices.Equal(idsAt(r, "/work/0/highlights/0"), second) {
		t.Errorf("%+v is left, %v", p, idsAt(r, "/work/0/highlights/0"))
	}
	if err := r.SetAside("/basics/name"); err != nil || r.Document().TextAt("/basics/name") != "" {
		t.Errorf("name: %v", err)
	}
	if err := r.SetAside("/skills/0/keywords"); err != nil || r.Pieces()[4].Text != "Triage, Telemetry" {
		t.Errorf("%+v, %v", r.Pieces(), err)
	}
	d, _, _ := r.Result(false)
	if d.TextAt("/work/0/highlights/0") != "Trained six nurses." {
		t.Error("the other bullet is gone")
	}
}

func TestMove(t *testing.T) {
	r := adas(t)
	id := idsAt(r, "/work/0/name")
	at, err := r.Move("/work/0/name", place(t, r, "Experience: Harbour Hospital ▸ Location"), "")
	if err != nil || at != "/work/0/location" || r.Document().TextAt(at) != "Harbour Hospital" || r.Document().TextAt("/work/0/name") != "" {
		t.Fatal(at, err)
	}
	if !slices.Equal(idsAt(r, at), id) || len(r.Pieces()) != 2 {
		t.Errorf("%v, %+v", idsAt(r, at), r.Pieces())
	}
	if at, err := r.Move("/work/0/highlights/0", r.PlaceAt(rowAt(t, r, "/work/0/highlights/1")), ""); err != nil || at != "/work/0/highlights/1" ||
		!slices.Equal(Terms(r.Document(), "/work/0/highlights"), []string{"Trained six nurses.", "Cut falls by half."}) {
		t.Errorf("%s, %v, %q", at, err, Terms(r.Document(), "/work/0/highlights"))
	}
	r.Undo()
	r.Undo()
	if r.Edited() || !r.Document().Equal(adas(t).Document()) || len(r.Pieces()) != 2 {
		t.Error("two moves are not two steps")
	}
}

func TestResultKeepsWhatFoundNoPlace(t *testing.T) {
	r := adas(t)
	if err := r.Type(rowAt(t, r, "/work/0/highlights/0"), " "); err != nil {
		t.Fatal(err)
	}
	d, at, _ := r.Result(true)
	if got := Terms(d, "/work/0/highlights"); !slices.Equal(got, []string{"Trained six nurses."}) {
		t.Errorf("an emptied bullet stays: %q", got)
	}
	got := d.Resume()
	last := got.Sections[len(got.Sections)-1]
	if last.Title != LeftOver() || !slices.Equal(Terms(d, last.Address.Item(0).Child("highlights")), []string{"Registered since 2012", "Phlebotomy, ECG"}) {
		t.Errorf("%+v", last)
	}
	if !last.Hidden || at != last.Address {
		t.Errorf("what found no place is printed, though nobody asked for it: %+v, %s", last, at)
	}
	if printed := d.WithoutHidden(); len(printed.Resume().Sections) != len(got.Sections)-1 {
		t.Errorf("it is printed: %+v", printed.Resume().Sections)
	}
	if shown, err := d.HideSection(last.Key, false); err != nil || len(shown.WithoutHidden().Resume().Sections) != len(got.Sections) {
		t.Error("it can't be shown again", err)
	}
	if d, at, _ := r.Result(false); len(d.Resume().Sections) != len(got.Sections)-1 || at != "" {
		t.Error("what is dropped stays")
	}
}

func TestNeedsReview(t *testing.T) {
	sure := format.Reading{Record: taking.Record{Taken: []taking.Taken{{Text: "Ada", Confidence: 1}}}}
	left := sure
	left.Left = []taking.Left{{Text: "x"}}
	guessed := format.Reading{Record: taking.Record{Taken: []taking.Taken{{Text: "Ada", Confidence: 0.95}}}}
	if NeedsReview(sure) || NeedsReview(format.Reading{}) || !NeedsReview(left) || !NeedsReview(guessed) {
		t.Error("what was guessed, or is left, needs a look, and nothing else")
	}
}

// Whatever is done in whatever order, no word is lost: each is in the resume or left over, and
// undo leads back to how it was.
func TestNothingIsLost(t *testing.T) {
	words := func(r *Review) []string {
		var all []string
		add := func(text string) {
			all = append(all, strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == ',' || c == '\n' })...)
		}
		for _, g := range r.Groups() {
			for _, e := range g.Entries {
				for _, row := range e.Rows {
					add(row.Text)
				}
			}
		}
		for _, p := range r.Pieces() {
			add(p.Text)
		}
		slices.Sort(all)
		return all
	}
	want := words(adas(t))
	rapid.Check(t, func(rt *rapid.T) {
		r := adas(t)
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			var rows []Row
			for _, g := range r.Groups() {
				for _, e := range g.Entries {
					rows = append(rows, e.Rows...)
				}
			}
			row := rapid.SampledFrom(rows).Draw(rt, "row")
			places := r.Places()
			to := rapid.SampledFrom(places).Draw(rt, "place")
			switch rapid.IntRange(0, 4).Draw(rt, "what") {
			case 0:
				if row.Text != "" {
					if err := r.SetAside(row.Address); err != nil {
						rt.Fatalf("%s: %v", row.Address, err)
					}
				}
			case 1:
				if n := len(r.Pieces()); n > 0 {
					var ids []int
					for _, p := range r.Pieces()[:rapid.IntRange(1, n).Draw(rt, "pieces")] {
						ids = append(ids, p.ID)
					}
					if _, err := r.Send(ids, to, "Other"); err != nil {
						rt.Fatalf("%+v: %v", to, err)
					}
				}
			case 2:
				if row.Text != "" && !to.Address.Within(row.Address) {
					if _, err := r.Move(row.Address, to, "Other"); err != nil {
						rt.Fatalf("%s to %+v: %v", row.Address, to, err)
					}
				}
			case 3:
				r.Undo()
			case 4:
				r.Redo()
			}
			if got := words(r); !slices.Equal(got, want) {
				rt.Fatalf("got %q\nwant %q\n%s", got, want, told(r.Groups()))
			}
			for _, x := range r.Taken() {
				if _, ok := r.Document().Get(x.Address); !ok {
					rt.Fatalf("%s is marked and not there", x.Address)
				}
			}
		}
		for r.Edited() {
			r.Undo()
		}
		if !r.Document().Equal(adas(t).Document()) {
			rt.Fatal("undo does not lead back")
		}
	})
}

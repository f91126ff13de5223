package application

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
)

// anyText draws texts as users write them, with what formats stumble over.
func anyText(t *rapid.T, name string) string {
	return rapid.SampledFrom([]string{"", "", "Halvorsen", "Line cook", "=SUM(A1)", "'=x", "''-1", "+1 555 0100", "@home", "- note", "a, b; \"c\"", "Ünïcode 料理", "'quoted'", "2026", "＝wide"}).Draw(t, name)
}

func anyDay(t *rapid.T, name string) resume.Date {
	if rapid.Bool().Draw(t, name+"?") {
		return resume.Date{}
	}
	return on(rapid.IntRange(2020, 2030).Draw(t, name), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
}

func anyApplication(t *rapid.T) Application {
	a := Application{Title: anyText(t, "title"), Employer: "E" + anyText(t, "employer"), Location: anyText(t, "location"), Salary: anyText(t, "salary"), Link: anyText(t, "link"),
		Status: rapid.SampledFrom(Statuses).Draw(t, "status"), Notes: strings.Join([]string{anyText(t, "note"), "b", anyText(t, "note")}, rapid.SampledFrom([]string{" ", "\n", "\n\n"}).Draw(t, "sep")),
		Dates: Dates{Saved: anyDay(t, "saved"), Applied: anyDay(t, "applied")}, Next: Step{anyText(t, "next"), anyDay(t, "nextDay")},
		Contact: Contact{anyText(t, "name"), anyText(t, "email"), anyText(t, "phone")}}
	if a.Status == Closed {
		a.Outcome = rapid.SampledFrom(append(Outcomes, "")).Draw(t, "outcome")
	}
	for range rapid.IntRange(0, 2).Draw(t, "interviews") {
		a.Interviews = append(a.Interviews, Meeting{on(2026, rapid.IntRange(1, 12).Draw(t, "month"), 3), anyText(t, "meeting")})
	}
	return a
}

func TestApplicationsAreReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyApplication(t)
		a.ID, a.Posting, a.Variant = "x", anyText(t, "posting"), anyText(t, "variant")
		a.Files = []File{{"Brief", `C:\jobs\brief.pdf`}, {"", "/home/x"}}[:rapid.IntRange(0, 2).Draw(t, "files")]
		a.Dates.History = []Change{{Saved, "", anyDay(t, "h")}, {Closed, Rejected, anyDay(t, "h")}}[:rapid.IntRange(0, 2).Draw(t, "history")]
		a.Sent = []Sent{{anyDay(t, "sent"), "cv.pdf", "ab", "Backend", "cd"}}[:rapid.IntRange(0, 1).Draw(t, "sent")]
		for _, s := range []any{&a.Files, &a.Dates.History, &a.Sent} { // none is nil
			if v := reflect.ValueOf(s).Elem(); v.Len() == 0 {
				v.SetZero()
			}
		}
		if got := FromValue(a.Value()); !reflect.DeepEqual(got, a) {
			t.Fatalf("%+v\nbecame\n%+v", a, got)
		}
	})
}

// What another program or a newer version put there stays where it is.
func TestUnknownMembersStay(t *testing.T) {
	d, _, err := codec.Parse([]byte(`{"basics": {"name": "Ada"}, "meta": {"resumax": {"applications": [
		{"x": [1, {"b": 2}], "id": "a1", "title": "Cook", "y": 1.50, "employer": "Mill", "status": "ghosting", "contact": {"name": "Bo", "fax": "1"},
		 "files": [{"path": "/a", "tag": "A"}, "loose", {"path": "/b", "tag": "B"}], "history": [{"status": "saved", "by": "me"}], "salary": {"from": 1}, "notes": 7}]}}}`), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	a, _ := Find(d, "a1")
	if a.Status.Known() != Saved || a.Notes != "7" {
		t.Errorf("%+v", a)
	}
	same := must(t)(Update(d, a))
	if !same.Equal(d) {
		t.Errorf("an update with what is there changes the file: %v", same.Root())
	}
	a.Title, a.Contact.Name, a.Files = "Chef", "", []File{{"", "/b"}, {"Plan", "/c"}}
	d = must(t)(Update(d, a))
	d = must(t)(SetStatus(d, "a1", Closed, NoAnswer, on(2026, 3, 4)))
	list, _ := d.Get(Address)
	const want = `[{"x":[1,{"b":2}],"id":"a1","title":"Chef","y":1.50,"employer":"Mill","status":"closed","contact":{"fax":"1"},` +
		`"files":[{"path":"/b","tag":"B"},"loose",{"label":"Plan","path":"/c"}],"history":[{"status":"saved","by":"me"},{"status":"closed","outcome":"no answer","day":"2026-03-04"}],"salary":{"from":1},"notes":7,"outcome":"no answer"}]`
	if list.String() != want {
		t.Errorf("%s\nwant\n%s", list, want)
	}
}

func TestStatusHistory(t *testing.T) {
	d, id := added(t, resume.Document{}, Application{Title: "Cook", Dates: Dates{Saved: on(2026, 1, 2)}})
	step := func(to Status, o Outcome, day int) Application {
		d = must(t)(SetStatus(d, id, to, o, on(2026, 1, day)))
		a, _ := Find(d, id)
		return a
	}
	if a := step(Applied, Rejected, 5); a.Outcome != "" || a.Dates.Applied != on(2026, 1, 5) || len(a.Dates.History) != 2 {
		t.Errorf("applied: %+v", a)
	}
	// A card moved too far and back on one day leaves one change.
	step(Interview, "", 9)
	step(Offer, "", 9)
	if a := step(Interview, "", 9); len(a.Dates.History) != 3 || a.Dates.History[2] != (Change{Interview, "", on(2026, 1, 9)}) {
		t.Errorf("back: %+v", a.Dates.History)
	}
	if a := step(Applied, "", 9); len(a.Dates.History) != 2 || a.Dates.Applied != on(2026, 1, 5) {
		t.Errorf("taken back: %+v", a.Dates)
	}
	if a := step(Closed, Rejected, 20); a.Status != Closed || a.Outcome != Rejected || a.Open() {
		t.Errorf("closed: %+v", a)
	}
	if a := step(Closed, NoAnswer, 21); len(a.Dates.History) != 4 {
		t.Errorf("another outcome: %+v", a.Dates.History)
	}
	// Applied by mistake, on the same day.
	d, id = added(t, d, Application{Title: "Chef", Dates: Dates{Saved: on(2026, 1, 2)}})
	step(Applied, "", 7)
	if a := step(Saved, "", 7); !a.Dates.Applied.IsZero() || len(a.Dates.History) != 1 {
		t.Errorf("not applied: %+v", a.Dates)
	}
}

func TestNewKeepsWhatIsKnown(t *testing.T) {
	d, id := added(t, resume.Document{}, Application{Title: " Line\tcook ", Status: Closed, Outcome: Rejected, Dates: Dates{Applied: on(2025, 5, 6)}})
	a, ok := Find(d, id)
	if !ok || a.Title != "Line cook" || !reflect.DeepEqual(a.Dates.History, []Change{{Applied, "", on(2025, 5, 6)}, {Closed, Rejected, resume.Date{}}}) {
		t.Errorf("%+v", a)
	}
	d, other := added(t, d, a)
	if other == id {
		t.Error("two have one id")
	}
	d = must(t)(Delete(d, id))
	if len(List(d)) != 1 || List(d)[0].ID != other {
		t.Errorf("%+v", List(d))
	}
	d = must(t)(Delete(d, other))
	if _, ok := d.Get(Address); ok {
		t.Error("an empty list stays")
	}
	for name, err := range map[string]error{"delete": second(Delete(d, id)), "update": second(Update(d, a)), "status": second(SetStatus(d, id, Offer, "", resume.Date{})), "send": second(Send(d, id, Sending{}))} {
		if err == nil || !strings.Contains(err.Error(), "no such application") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func second(_ resume.Document, err error) error { return err }

func TestReadyNamesAll(t *testing.T) {
	d, _, err := codec.Parse([]byte(`{"meta": {"resumax": {"applications": [{"title": "A"}, {"id": "x", "title": "B"}, {"id": "x", "title": "C"}, 5]}}}`), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	all := List(Ready(d))
	if len(all) != 3 || all[0].ID == "" || all[1].ID != "x" || all[2].ID == "x" {
		t.Errorf("%+v", all)
	}
	if again := Ready(Ready(d)); !again.Equal(Ready(d)) {
		t.Error("it changes again")
	}
}

func TestNextSteps(t *testing.T) {
	today := on(2026, 3, 10)
	for _, c := range []struct {
		day     resume.Date
		status  Status
		overdue bool
	}{{on(2026, 3, 9), Applied, true}, {today, Applied, false}, {on(2026, 3, 9), Closed, false}, {resume.Date{}, Applied, false}, {resume.Date{Text: "soon"}, Applied, false},
		{resume.Date{Year: 2026, Month: 3}, Applied, false}, {resume.Date{Year: 2026, Month: 2}, Applied, true}, {resume.Date{Year: 2026}, Saved, false}} {
		a := Application{Status: c.status, Next: Step{"Call", c.day}}
		if a.Overdue(today) != c.overdue {
			t.Errorf("%v as %s: overdue %v", c.day, c.status, !c.overdue)
		}
	}
	a := Application{Interviews: []Meeting{{on(2026, 4, 1), "b"}, {on(2026, 3, 1), "past"}, {on(2026, 3, 10), "a"}}}
	if m, ok := a.NextInterview(today); !ok || m.Note != "a" {
		t.Errorf("%+v", m)
	}
}

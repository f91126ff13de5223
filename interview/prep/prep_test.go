package prep

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var (
	today = resume.Date{Year: 2026, Month: 3, Day: 31}
	never = resume.Date{}
)

func day(n int) resume.Date { return resume.DayOf(timeOf(today).AddDate(0, 0, n)) }

const file = `{"basics": {"name": "Ines"}, "meta": {"resumax": {"prep": {"questions": [{"posting": "p", "requirement": "r", "text": "Kafka", "sentence": "Know Kafka", "mood": 3}],
 "later": {"x": 1.50}, "cards": [{"id": "a", "of": "h", "notes": "first", "confidence": 3, "ticked": [0, 2], "color": "red",
 "review": {"due": "2026-04-02", "last": "2026-03-30", "stability": 2.5, "difficulty": 5.25, "reps": 1, "state": 2, "days": 3, "fuzz": true}}, {"id": ""}, 7],
 "claims": [{"id": "n", "of": "h", "hash": "x1", "quote": "80k", "baseline": "12k", "source": "logs", "share": "half", "cannotDefend": true, "by": "me"}],
 "stories": [{"id": "s", "of": "h", "title": "Sharding", "situation": "S", "task": "T", "action": "A", "result": "R", "reflection": "F", "themes": ["scale"], "tone": "calm"}],
 "answers": [{"card": "a", "story": "s", "why": "fits"}],
 "debriefs": [{"id": "d", "application": "app1", "day": "2026-03-20", "notes": "well", "room": 3, "asked": [{"text": "Why Citus?", "kind": "trade-off", "card": "a", "of": "h", "went": 4, "by": "CTO"}]}],
 "interview": "2026-04-10"}}}}`

func project(t testing.TB) resume.Document {
	t.Helper()
	d, _, err := codec.Parse([]byte(file), "file.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What is read is written back as it was, with what this version does not know.
func TestUnknownMembersStay(t *testing.T) {
	d := project(t)
	p := Of(d)
	if len(p.Cards) != 1 || len(p.Claims) != 1 || len(p.Stories) != 1 || len(p.Debriefs) != 1 || len(p.Questions) != 1 || p.Interview.ISO() != "2026-04-10" {
		t.Fatalf("read as %+v", p)
	}
	if c := p.Cards[0]; c.Notes != "first" || c.Confidence != 3 || len(c.Ticked) != 2 || c.Review.Stability != 2.5 || c.Review.Due.ISO() != "2026-04-02" {
		t.Errorf("card %+v", c)
	}
	same := d
	same = must(Put(same, p.Cards[0]))
	same = must(PutClaim(same, p.Claims[0]))
	same, _, _ = PutStory(same, p.Stories[0])
	same, _, _ = PutDebrief(same, p.Debriefs[0])
	same = must(SetAnswer(same, "a", "s"))
	same = must(SetInterview(same, p.Interview))
	if same.Root().String() != d.Root().String() {
		t.Errorf("%s\nis written as\n%s", d.Root(), same.Root())
	}
	c := p.Cards[0]
	c.Notes, c.Confidence = "second", 0
	changed := must(Put(d, c))
	for _, part := range []string{`"color":"red"`, `"fuzz":true`, `"mood":3`, `"later":{"x":1.50}`, `"notes":"second"`} {
		if text := strings.ReplaceAll(changed.Root().String(), " ", ""); !strings.Contains(text, part) {
			t.Errorf("%s is gone from %s", part, text)
		}
	}
	if _, ok := d.Exported().Get(Address); ok {
		t.Error("an export has it")
	}
}

func TestDelete(t *testing.T) {
	d := project(t)
	d = must(DeleteStory(d, "s"))
	d = must(DeleteDebrief(d, "d"))
	p := Of(d)
	if len(p.Stories)+len(p.Answers)+len(p.Debriefs) != 0 || len(p.Cards) != 1 {
		t.Errorf("%+v", p)
	}
	d = must(SetInterview(d, never))
	if !Of(d).Interview.IsZero() {
		t.Error("the interview is still there")
	}
}

// Anything that is kept is read as it was written, in a project that had nothing.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string {
			return rapid.SampledFrom([]string{"", "a", "“Ünï” 漢字", "line\nline", "12%"}).Draw(t, name)
		}
		d := resume.NewDocument(resume.Struct())
		c := Card{ID: "c1", Of: resume.ID(text("of")), Question: text("question"), Notes: text("notes"), Confidence: rapid.IntRange(0, 5).Draw(t, "confidence"), Dismissed: rapid.Bool().Draw(t, "dismissed")}
		for range rapid.IntRange(0, 3).Draw(t, "times") {
			c = must(c.Practice(today, never, Grade(rapid.IntRange(1, 4).Draw(t, "grade")), 3, []int{0, 1}))
		}
		d = must(Put(d, c))
		got, ok := func() (Card, bool) { p := Of(d); return p.Card("c1") }()
		got.raw, got.Review.raw, c.raw, c.Review.raw = resume.Value{}, resume.Value{}, resume.Value{}, resume.Value{}
		if !ok || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", c) {
			t.Fatalf("%+v is read as %+v", c, got)
		}
		claim := Claim{ID: "n", Hash: text("hash"), Baseline: text("baseline"), Window: text("window"), Source: text("source"), Share: text("share"), CannotDefend: rapid.Bool().Draw(t, "cannot")}
		d = must(PutClaim(d, claim))
		p := Of(d)
		have, _ := p.Claim("n")
		have.raw = resume.Value{}
		if fmt.Sprintf("%+v", have) != fmt.Sprintf("%+v", claim) {
			t.Fatalf("%+v is read as %+v", claim, have)
		}
		story := Story{Title: text("title"), Action: text("action"), Result: text("result")}
		d, id, err := PutStory(d, story)
		if err != nil || id == "" {
			t.Fatal(err)
		}
		d, second, _ := PutStory(d, story)
		if second == id || len(Of(d).Stories) != 2 {
			t.Fatalf("two stories: %s and %s", id, second)
		}
	})
}

func TestDefended(t *testing.T) {
	for _, row := range []struct {
		claim Claim
		want  bool
	}{
		{Claim{}, false},
		{Claim{Source: "logs", Share: "all"}, false},
		{Claim{Source: "logs", Share: "all", Baseline: "900 ms in March"}, true},
		{Claim{Source: "logs", Share: "all", Window: "a month"}, true},
		{Claim{Source: "logs", Share: " ", Window: "a month"}, false},
		{Claim{Source: "logs", Share: "all", Window: "a month", CannotDefend: true}, false},
	} {
		if got := row.claim.Defended(); got != row.want {
			t.Errorf("%+v: %v", row.claim, got)
		}
	}
}

// Good answers make intervals grow, failed ones make them short, and no card is planned behind an
// interview.
func TestSchedule(t *testing.T) {
	var r Review
	if !r.IsNew() || !r.IsDue(today) {
		t.Error("a new card is not due")
	}
	now, last := today, 0
	for i := range 3 {
		next, err := r.Schedule(now, never, Good)
		if err != nil {
			t.Fatal(err)
		}
		if next.Days <= last || next.Due != resume.DayOf(timeOf(now).AddDate(0, 0, next.Days)) || next.Last != now || next.Reps != i+1 {
			t.Errorf("review %d: %+v after %d days", i, next, last)
		}
		if next.IsDue(now) || !next.IsDue(next.Due) {
			t.Errorf("review %d is due at the wrong time", i)
		}
		last, r, now = next.Days, next, next.Due
	}
	if far := must(must(r.Schedule(now, never, Easy)).Schedule(day(500), never, Easy)); far.Days != farthest {
		t.Errorf("the longest interval is %d days", far.Days)
	}
	failed := must(r.Schedule(now, never, Again))
	if failed.Days >= last || failed.Lapses != r.Lapses+1 {
		t.Errorf("failed: %+v", failed)
	}
	if easy := must(r.Schedule(now, never, Easy)); easy.Days <= must(r.Schedule(now, never, Hard)).Days {
		t.Errorf("easy: %+v", easy)
	}
	if _, err := r.Schedule(now, never, 7); err == nil {
		t.Error("7 is a grade")
	}
	if _, err := r.Schedule(resume.Date{Year: 2026}, never, Good); err == nil {
		t.Error("2026 is a day")
	}
	if late := failed.Late(resume.DayOf(timeOf(failed.Due).AddDate(0, 0, 9))); late != 9 {
		t.Errorf("late by %d", late)
	}
}

func TestScheduleBeforeAnInterview(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		left := rapid.IntRange(0, 60).Draw(t, "left")
		interview := day(left)
		var r Review
		now := today
		for range rapid.IntRange(1, 8).Draw(t, "times") {
			next, err := r.Schedule(now, interview, Grade(rapid.IntRange(1, 4).Draw(t, "grade")))
			if err != nil {
				t.Fatal(err)
			}
			if next.Days < 1 || days(now) < days(interview) && days(next.Due) > days(interview) {
				t.Fatalf("on %s, with the interview on %s, it is due on %s", now.ISO(), interview.ISO(), next.Due.ISO())
			}
			again, _ := r.Schedule(now, interview, Grade(2))
			if same, _ := r.Schedule(now, interview, Grade(2)); fmt.Sprint(same) != fmt.Sprint(again) {
				t.Fatal("the same answer gives another day")
			}
			r, now = next, next.Due
		}
		// An interview that has passed plans nothing.
		far := must(r.Schedule(day(100), day(3), Easy))
		if far.Days < 1 {
			t.Fatal(far)
		}
	})
}

func TestStoryChecks(t *testing.T) {
	good := Story{Title: "Sharding", Situation: "Our largest tenant filled the database, and checkout slowed every Monday.", Task: "I was asked to keep it up through the winter.",
		Action: "First I measured which tables grew. Then I chose the tenant as the key and moved one tenant at a time, behind a flag, with my two colleagues. Last I removed the old tables.",
		Result: "The p95 latency fell from 900 ms to 120 ms.", Reflection: "I would move the smallest tenant first."}
	bullet := "Sharded a 12TB PostgreSQL database, cutting p95 query latency from 900ms to 120ms."
	if got := good.Check(bullet); len(got) > 0 {
		t.Errorf("%v", got)
	}
	for _, row := range []struct {
		name, want string
		change     func(*Story)
	}{
		{"a part is missing", "Reflection is missing", func(s *Story) { s.Reflection = " " }},
		{"a short action", "The action has 4 words", func(s *Story) { s.Action = "I sharded the database." }},
		{"too long", "Two minutes are enough", func(s *Story) { s.Situation = strings.Repeat("It was slow. ", 100) }},
		{"we alone", "never “I”", func(s *Story) { s.Action = strings.NewReplacer("I ", "we ", "my ", "our ").Replace(s.Action) }},
		{"mostly we", "“we” 3 times", func(s *Story) {
			s.Action = "We measured, we chose a key and we moved the tenants, and I removed the old tables at last with care."
		}},
		{"another number", "The story says 90 ms", func(s *Story) { s.Result = "The p95 latency fell to 90 ms." }},
	} {
		s := good
		row.change(&s)
		if got := fmt.Sprint(s.Check(bullet)); !strings.Contains(got, row.want) {
			t.Errorf("%s: %s", row.name, got)
		}
	}
	rounded := good
	rounded.Result = "It fell to about 100 ms."
	if got := rounded.Check(bullet); len(got) > 0 {
		t.Errorf("rounded: %v", got)
	}
	if s := (Story{Action: strings.Repeat("word ", 300)}).Spoken(); s != 120 {
		t.Errorf("300 words take %d s", s)
	}
}

func TestMap(t *testing.T) {
	complete := Story{ID: "s1", Of: "h1", Title: "Sharding", Situation: "The database was full.", Task: "I had to keep it up.", Action: "First I measured the tables, then I chose a key, and then I moved each tenant with a colleague.",
		Result: "Latency fell to 120 ms.", Reflection: "Smaller steps."}
	half := Story{ID: "s2", Of: "h2", Title: "Circuit breakers for payments", Action: "Added circuit breakers around each payment provider."}
	p := Prep{Stories: []Story{complete, half}, Answers: []Answer{{Card: "c5", Story: "s2"}, {Card: "c6", Story: "gone"}}}
	bullets := map[resume.ID]string{"h1": "Cut latency from 900 ms to 120 ms", "h2": "Added circuit breakers"}
	uses := p.Map([]Asks{{"c1", "h1", "latency"}, {"c2", "h2", "breakers"}, {"c3", "", "circuit breakers payment"}, {"c4", "", "welding"}, {"c5", "", "teamwork"}, {"c6", "h1", "sharding"}},
		func(id resume.ID) string { return bullets[id] })
	var got []string
	for _, u := range uses {
		got = append(got, fmt.Sprintf("%s=%s %s twice:%v hand:%v", u.Card, u.Story, u.Fit, u.Twice, u.Hand))
	}
	want := []string{"c1=s1 strong twice:false hand:false", "c2=s2 partial twice:false hand:false", "c3=s2 partial twice:true hand:false", "c4= none twice:false hand:false", "c5=s2 partial twice:true hand:true", "c6=s1 strong twice:true hand:false"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

func TestDebriefs(t *testing.T) {
	p := Of(project(t))
	if n := p.AskedOf()["trade-off"]; n != 1 {
		t.Errorf("%d trade-offs were asked", n)
	}
	if all := p.AskedAbout("h"); len(all) != 1 || all[0].Text != "Why Citus?" {
		t.Errorf("%v", all)
	}
	if all := p.AskedAbout(""); len(all) != 0 {
		t.Errorf("%v", all)
	}
}

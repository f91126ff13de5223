package score

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"resumax/language/terms"
	"resumax/resume"
)

// A scorer that has reported on one document reports on the next as a new one does.
func TestReportsDoNotDependOnThoseBefore(t *testing.T) {
	o := benchmarkOptions()
	d := must(jobs(5).Set("/skills", resume.List(resume.Struct(resume.Member{Name: "keywords", Value: resume.Texts("Go", "Kafka", "Pottery")}))))
	d = must(d.Set("/basics", resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ada")}, resume.Member{Name: "summary", Value: resume.Text("Engineer for 8 years")})))
	bullets := resume.Address("/work/1/highlights")
	text := func(at resume.Address, text string) func(resume.Document) (resume.Document, error) {
		return func(d resume.Document) (resume.Document, error) { return d.SetText(at, text) }
	}
	steps := []func(resume.Document) (resume.Document, error){
		text(bullets.Item(2), "Cut latency by 40 ms in Go with pottery"),
		text(bullets.Item(3), "Cut latency by 50 ms in Go with pottery"), // says the same
		text(bullets.Item(2), "Led a team of nine"),                      // now the other counts
		func(d resume.Document) (resume.Document, error) { return d.Move(bullets, 3, 0) },
		func(d resume.Document) (resume.Document, error) { return d.Remove(bullets.Item(1)) },
		func(d resume.Document) (resume.Document, error) {
			return d.Insert(bullets.Item(0), resume.Text(d.TextAt("/work/0/highlights/0")))
		},
		text("/basics/summary", "Led a team of nine"),
		text("/basics/email", "ada@example.org"),
		text("/skills/0/keywords/1", "kafka"),
		text("/work/2/endDate", "2010-01"),
		text("/work/0/highlights/1", "[What did you change?]"),
		func(d resume.Document) (resume.Document, error) { return d.HideItem("/work/3", true) },
		func(d resume.Document) (resume.Document, error) { return d.HideSection("skills", true) },
		func(d resume.Document) (resume.Document, error) { return d.HideSection("work", true) },
		func(d resume.Document) (resume.Document, error) { return d.HideSection("work", false) },
		text(resume.LanguageSetting, "de"),
		text(resume.LanguageSetting, "en"),
		func(d resume.Document) (resume.Document, error) { return d.Move("/work", 4, 0) },
		func(d resume.Document) (resume.Document, error) { return d.Remove("/work/1") },
	}
	sameAsFresh(t, d, o, steps...)
}

// What the trade is decides what is asked for: a link, say.
func TestTradesAreReadAnew(t *testing.T) {
	d := must(jobs(2).Set("/basics", resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ada")}, resume.Member{Name: "email", Value: resume.Text("ada@example.org")})))
	text := func(at resume.Address, text string) func(resume.Document) (resume.Document, error) {
		return func(d resume.Document) (resume.Document, error) { return d.SetText(at, text) }
	}
	skills := func(names ...string) func(resume.Document) (resume.Document, error) {
		return func(d resume.Document) (resume.Document, error) {
			return d.Set("/skills", resume.List(resume.Struct(resume.Member{Name: "keywords", Value: resume.Texts(names...)})))
		}
	}
	sameAsFresh(t, d, Options{Today: today}, text("/work/0/position", "Nurse"), text("/work/1/position", "Nurse"), skills("Go", "Kafka", "Redis"), skills("Triage", "Teamwork"),
		text("/basics/label", "Registered Nurse"), text("/work/0/position", "Engineer"))
}

// A skill is found by its words in a bullet however much was read before.
func TestSkillsAreFoundByTheirWordsAgain(t *testing.T) {
	d := must(jobs(2).Set("/skills", resume.List(resume.Struct(resume.Member{Name: "keywords", Value: resume.Texts("distributed systems")}))))
	text := func(at resume.Address, text string) func(resume.Document) (resume.Document, error) {
		return func(d resume.Document) (resume.Document, error) { return d.SetText(at, text) }
	}
	sameAsFresh(t, d, benchmarkOptions(), text("/work/0/highlights/1", "Cut latency by 40 ms"), text("/work/0/highlights/2", "Distributed the meters to 9 systems"), text("/work/0/highlights/1", "Cut latency by 50 ms"))
}

// sameAsFresh fails where a scorer reports after a step otherwise than a new one does.
func sameAsFresh(t *testing.T, d resume.Document, o Options, steps ...func(resume.Document) (resume.Document, error)) {
	t.Helper()
	s := New()
	for i, step := range steps {
		d = must(step(d))
		if now, fresh := s.Score(d, o), New().Score(d, o); now != fresh {
			t.Errorf("after step %d the score is %v, of a new scorer %v", i, now, fresh)
		}
		now, _ := json.Marshal(s.Document(d, o))
		if fresh, _ := json.Marshal(New().Document(d, o)); string(now) != string(fresh) {
			t.Errorf("after step %d the report is\n%s\nof a new scorer\n%s", i, now, fresh)
		}
		for _, f := range s.Document(d, o).Findings {
			if fixed, err := Apply(d, f); err == nil && s.Score(fixed, o) != New().Score(fixed, o) {
				t.Errorf("after step %d and the fix of %s the score is not that of a new scorer", i, f.Check)
			}
		}
	}
}

// A fix is tried without what it leaves alone being read or compared again.
func TestTrialReadsWhatIsDifferent(t *testing.T) {
	o, s, d := benchmarkOptions(), New(), jobs(20)
	s.Document(d, o)
	o = s.ready(o)
	s.weighing = true
	read := func(at resume.Address, text string) *reading { return s.read(must(d.SetText(at, text)), o) }
	if r := read("/basics/email", "ada@example.org"); r.same != ofRoles|ofPositions|ofSaid|ofProfile|ofTexts|ofSkills|ofSettings|ofHistory || !sameList(r.bullets, s.last.bullets) || !sameList(r.lines, s.last.lines) {
		t.Errorf("an email address changes %b", r.same)
	}
	kept := len(s.sentences)
	r := read("/work/3/highlights/2", "Cut the latency of 9 pottery wheels with Kafka")
	if r.same&ofRoles != 0 || !r.bulletTexts.isDerived() || !r.sentenceTexts.isDerived() {
		t.Error("a bullet makes all texts be compared anew")
	}
	if len(s.sentences) != kept+1 || !sameList(r.resume.Work[0].Highlights, s.last.resume.Work[0].Highlights) {
		t.Errorf("a bullet makes %d sentences be read", len(s.sentences)-kept)
	}
}

// After a keystroke one text is read, with what fixes make of it, however long the resume
// is; the others are not compared again.
func TestAKeystrokeReadsOneText(t *testing.T) {
	for _, n := range []int{10, 80} {
		o, s, d := benchmarkOptions(), New(), jobs(n)
		s.Document(d, o)
		before, kept := s.last, len(s.sentences)+len(s.fixed)
		s.Document(must(d.SetText("/work/3/highlights/2", "Cut latency by 40 ms in Go.")), o)
		const most = 8 // the text, and what fixes make of it
		if read := len(s.sentences) + len(s.fixed) - kept; read < 1 || read > most {
			t.Errorf("in a resume of %d jobs a keystroke makes %d texts be read", n, read)
		}
		again := 0
		for i := range s.last.told {
			again += number(s.last.told[i].sentence != before.told[i].sentence)
		}
		if again != 1 {
			t.Errorf("in a resume of %d jobs a keystroke makes %d bullets others", n, again)
		}
		if s.last.bulletTexts.isDerived() || before.bulletTexts.texts.added != 0 {
			t.Errorf("in a resume of %d jobs a keystroke makes all bullets be compared", n)
		}
	}
}

// What a card of many bullets gains is what its fix gains, and is found without reading
// what the fix makes of each of them.
func TestACardOfManyBulletsIsCounted(t *testing.T) {
	for _, n := range []int{6, 40} {
		o, s, d := benchmarkOptions(), New(), jobs(n)
		r := s.Document(d, o)
		i := slices.IndexFunc(r.Cards, func(c Card) bool { return c.kind == kindJoined })
		if i < 0 {
			t.Fatalf("a resume of %d jobs has no card of many bullets", n)
		}
		c := r.Cards[i]
		if gain := rounded(New().Score(must(ApplyCard(d, c)), o) - r.Score); gain != c.Gain {
			t.Errorf("in a resume of %d jobs a card of %d places gains %v, not %v", n, len(c.Places), gain, c.Gain)
		}
		m := &mender{scorer: s, tally: newTally(s.last), options: s.ready(o), now: r.Score, bullets: s.last.bulletsByAddress()}
		w := wholeFix{doc: d}
		for i := range c.Places {
			if p := &c.Places[i]; p.rewrites() {
				w.bullets = append(w.bullets, p)
				delete(s.sentences, p.rewriting.only())
			}
		}
		kept := len(s.sentences)
		if _, ok := m.gainOfAll(&w); !ok || len(w.bullets) < n {
			t.Errorf("in a resume of %d jobs the fix of %d bullets has no gain", n, len(w.bullets))
		}
		if read := len(s.sentences) - kept; read > 2*nearTopBullets {
			t.Errorf("in a resume of %d jobs %d texts are read for a card of %d", n, read, len(w.bullets))
		}
	}
}

// Texts that only move say what no other one says, wherever they stand.
func TestTextsThatMoveAreNotComparedAgain(t *testing.T) {
	s := New()
	s.ready(Options{})
	var all []*sentence
	for _, text := range []string{"Built the first bridge", "Led a team of nine", "Cut cost by 40%", "Led a taem of nine"} {
		all = append(all, s.sentence(text))
	}
	told := tell(all[:3])
	if again, ok := told.retell([]*sentence{all[2], all[0], all[1]}); !ok || !again.isDerived() || fmt.Sprint(again.isNew) != "[true true true]" {
		t.Errorf("texts in another order are told apart as %v", again.isNew)
	}
	if _, ok := told.retell([]*sentence{all[1], all[0], all[1]}); ok {
		t.Error("a text that is there twice is new")
	}
	if _, ok := told.retell([]*sentence{all[1], all[0], all[3]}); ok {
		t.Error("a text is new beside one that only moved and says the same")
	}
	repeated := tell(all)
	if _, ok := repeated.retell([]*sentence{all[3], all[0], all[2], all[1]}); ok {
		t.Error("which of two that say the same counts does not depend on their order")
	}
}

// Whatever there is much of takes work in proportion, counted in allocations.
func TestWorkIsLinear(t *testing.T) {
	texts := func(n int, text func(i int) string) resume.Document {
		all := make([]string, n)
		for i := range all {
			all[i] = text(i)
		}
		return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(engineerAt(0, all))}))
	}
	letters := func(i int) string { return string([]byte{'a' + byte(i%26), 'b' + byte(i/26%20), 'a' + byte(i/520%26)}) }
	for name, document := range map[string]func(n int) resume.Document{
		"equal bullets": func(n int) resume.Document {
			return texts(n, func(int) string { return "Built the import service in Go that cut latency by 40%" })
		},
		"numbered bullets": func(n int) resume.Document {
			return texts(n, func(i int) string { return fmt.Sprintf("Built the import service that cut latency by %d%%", i) })
		},
		"typos": func(n int) resume.Document {
			return texts(n, func(i int) string { return "Managd the recieved " + letters(i) + "qzw" })
		},
		"placeholders": func(n int) resume.Document {
			return texts(n, func(i int) string { return "Cut XX% at [Company Name] " + letters(i) + letters(i) })
		},
		"jobs":     func(n int) resume.Document { return jobs(n / 6) },
		"one word": func(n int) resume.Document { return texts(1, func(int) string { return strings.Repeat("qzwa", 20*n) }) },
		"one bullet": func(n int) resume.Document {
			return texts(1, func(int) string { return strings.Repeat("cut cost of kafka by 4% ", n) })
		},
		"brackets": func(n int) resume.Document {
			return texts(1, func(int) string { return strings.Repeat("[Name] a ", n) })
		},
		"skills": manySkills,
	} {
		allocs := func(n int) float64 {
			d, o := document(n), benchmarkOptions()
			return testing.AllocsPerRun(1, func() { New().Document(d, o) })
		}
		if few, many := allocs(200), allocs(800); many > 5.5*few {
			t.Errorf("%s: 200 take %v allocations, 800 take %v", name, few, many)
		}
	}
}

// A sentence is compared with few skills, however many begin alike.
func TestUnknownSkillsAreLookedUp(t *testing.T) {
	all := make([]skill, 5000)
	for i := range all {
		all[i].text, all[i].provable = fmt.Sprint("Craft ", i), true
	}
	u := unknownIn(all)
	if len(u.lengths) != 1 || len(u.lengths["craft"]) != 4 {
		t.Errorf("a word is compared with skills of %d lengths", len(u.lengths["craft"]))
	}
	r := &reading{unknown: u, skills: all}
	if found := r.skillsIn(readSentence("Taught craft 4999, Craft 12 and craft", terms.Default(), facts{})); fmt.Sprint(found) != "[12 4999]" {
		t.Errorf("found %v", found)
	}
}

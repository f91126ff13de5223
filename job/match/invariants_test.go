package match

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"resumax/job/posting"
	"resumax/resume"
	"resumax/role"
)

// pool is what the tests draw from: the samples of all roles, and their postings.
type pool struct {
	samples  []resume.Document
	bullets  []string
	postings []posting.Posting
}

// shared is a matcher for tests that need none of their own, and the pool is read once.
var (
	shared   = New()
	poolOnce sync.Once
	poolOf   pool
)

func newPool(t testing.TB) pool {
	poolOnce.Do(func() { poolOf = readPool(t) })
	return poolOf
}

func readPool(t testing.TB) pool {
	var p pool
	all := rolePostings(t)
	for _, pack := range role.All() {
		d := pack.Sample()
		p.samples = append(p.samples, d)
		p.postings = append(p.postings, all[pack.ID])
		for _, w := range d.Resume().Work {
			for _, l := range w.Highlights {
				p.bullets = append(p.bullets, l.Text)
			}
		}
	}
	for _, trade := range []string{"nurse", "teacher", "electrician", "seller"} {
		p.samples = append(p.samples, readResume(t, "testdata/trades/"+trade+".json"))
		p.postings = append(p.postings, readPosting(t, "testdata/trades/"+trade+".txt"))
	}
	return p
}

// document draws a resume: a sample with things left out, hidden, moved in and written otherwise.
func (p pool) document(t *rapid.T) resume.Document {
	d := rapid.SampledFrom(p.samples).Draw(t, "sample")
	for range rapid.IntRange(0, 6).Draw(t, "changes") {
		d = p.changed(t, d)
	}
	return d
}

func (p pool) changed(t *rapid.T, d resume.Document) resume.Document {
	do := func(next resume.Document, err error) resume.Document {
		if err != nil {
			return d
		}
		return next
	}
	r := d.Resume()
	if len(r.Work) == 0 {
		return d
	}
	work := resume.Root.Child("work").Item(rapid.IntRange(0, len(r.Work)-1).Draw(t, "job"))
	list := work.Child("highlights")
	at := list.Item(rapid.IntRange(0, max(0, d.ListLen(list)-1)).Draw(t, "bullet"))
	switch rapid.IntRange(0, 8).Draw(t, "change") {
	case 0:
		return do(d.Remove(at))
	case 1:
		return do(d.HideText(at, true))
	case 2:
		return do(d.HideItem(work, true))
	case 3:
		return do(d.HideSection(rapid.SampledFrom([]string{"work", "projects", "skills", "summary", "education"}).Draw(t, "section"), true))
	case 4:
		return do(d.Insert(list.Item(d.ListLen(list)), resume.Text(rapid.SampledFrom(p.bullets).Draw(t, "other bullet"))))
	case 5:
		return do(d.SetText(at, rapid.SampledFrom([]string{"", "Used Structured Query Language and k8s.", "Ran Postgres with **Kafka** and [Go](https://example.org).", "Led a team", "Sharded it"}).Draw(t, "text")))
	case 6:
		return do(d.Remove(resume.Root.Child("skills").Item(0)))
	case 7:
		return do(d.SetText(work.Child("endDate"), rapid.SampledFrom([]string{"", "2012-05", "soon", "2031"}).Draw(t, "end")))
	}
	return do(d.Remove(work))
}

func (p pool) posting(t *rapid.T) posting.Posting {
	return rapid.SampledFrom(p.postings).Draw(t, "posting")
}

func (p pool) input(t *rapid.T) Input {
	base := p.document(t)
	return Input{Document: base, Project: base, Posting: p.posting(t), Today: today}
}

// shuffled is a posting that says the same in another order.
func shuffled(p posting.Posting, seed uint64) posting.Posting {
	r := rand.New(rand.NewPCG(seed, 1))
	for _, list := range []*[]posting.Requirement{&p.Required, &p.Unlabeled, &p.Preferred, &p.Mentioned} {
		*list = slices.Clone(*list)
		r.Shuffle(len(*list), func(i, k int) { (*list)[i], (*list)[k] = (*list)[k], (*list)[i] })
	}
	return p
}

// summary is what a report says of each requirement, in an order of its own.
func summary(r Report) string {
	var lines []string
	for _, q := range r.Requirements {
		lines = append(lines, fmt.Sprintf("%q %q %s %v %v %v %s %q %v %v", q.Any, q.Sentence, q.Part, q.Weight, q.Credit, q.Gain, q.State, q.Met, q.Spelled, q.Evidence))
	}
	slices.Sort(lines)
	return fmt.Sprintf("%v %s %+v %+v %v %v\n%s", r.Match, r.Band, r.Parts, r.Of, r.Title, r.Notes, strings.Join(lines, "\n"))
}

func TestSameInputSameReport(t *testing.T) {
	p := newPool(t)
	kept := New()
	rapid.Check(t, func(t *rapid.T) {
		in := p.input(t)
		want := summary(Match(in))
		if got := summary(kept.Match(in)); got != want {
			t.Fatalf("with what was kept:\n%s\nanew:\n%s", got, want)
		}
		in.Posting = shuffled(in.Posting, rapid.Uint64().Draw(t, "seed"))
		if got := summary(kept.Match(in)); got != want {
			t.Fatalf("in another order:\n%s\nbefore:\n%s", got, want)
		}
	})
}

func TestWhoItIsChangesNothing(t *testing.T) {
	p := newPool(t)
	rapid.Check(t, func(t *rapid.T) {
		in := p.input(t)
		want := summary(shared.Match(in))
		d := in.Document
		set := func(a resume.Address, text string) {
			if _, ok := d.Get(a); ok {
				if next, err := d.SetText(a, text); err == nil {
					d = next
				}
			}
		}
		name := rapid.SampledFrom([]string{"Aisha Kafka", "Bob Go", "Registered Nurse", "李明", "Kubernetes Terraform"}).Draw(t, "name")
		set("/basics/name", name)
		set("/basics/email", "x@example.org")
		set("/basics/image", "data:image/png;base64,AA==")
		set("/basics/location/city", "Kotlin")
		for _, list := range []struct{ list, member string }{{"work", "name"}, {"education", "institution"}, {"volunteer", "organization"}, {"projects", "entity"}, {"certificates", "issuer"}, {"references", "name"}} {
			for i := range d.ListLen(resume.Root.Child(list.list)) {
				set(resume.Root.Child(list.list).Item(i).Child(list.member), name+fmt.Sprint(i))
			}
		}
		in.Document, in.Project = d, d
		if got := summary(shared.Match(in)); got != want {
			t.Fatalf("as %s:\n%s\nbefore:\n%s", name, got, want)
		}
	})
}

// Evidence is there word for word, and shown unless it is what the project alone has.
func TestEvidenceIsThere(t *testing.T) {
	p := newPool(t)
	rapid.Check(t, func(t *rapid.T) {
		in := p.input(t)
		if rapid.Bool().Draw(t, "other base") {
			in.Project = p.document(t)
		}
		r := shared.Match(in)
		shown := in.Document.Resume()
		for _, q := range r.Requirements {
			if len(q.Evidence) == 0 && q.State != Absent {
				t.Fatalf("%v is %s without evidence", q.Any, q.State)
			}
			for _, e := range q.Evidence {
				d := in.Document
				if e.Project {
					d = in.Project
				}
				if e.Quote == "" || !strings.Contains(d.TextAt(e.Address), e.Quote) {
					t.Fatalf("%q is not at %s", e.Quote, e.Address)
				}
				if q.State == Elsewhere {
					continue
				}
				if e.Project || e.Hidden || in.Document.TextHidden(e.Address) || isHidden(in.Document, shown, e.Address) {
					t.Fatalf("%v is %s by what is hidden: %+v", q.Any, q.State, e)
				}
			}
		}
		if math.Abs(r.Parts.Sum()-r.Match) > 1e-5 || r.Match < 0 || r.Match > 100 {
			t.Fatalf("%v of %+v", r.Match, r.Parts)
		}
	})
}

func isHidden(d resume.Document, r *resume.Resume, a resume.Address) bool {
	if s, ok := r.Section(r.SectionOf(a)); ok && s.Hidden {
		return true
	}
	for at := a; at != resume.Root; at = at.Parent() {
		v, _ := d.Get(at)
		if h, _ := v.Get("hidden"); h.True() {
			return true
		}
	}
	return false
}

// flagged reports whether the report says something of what was put in.
func flagged(before, after Report) bool { return len(after.Notes) > len(before.Notes) }

// Stuffing gains nothing, or is flagged.
func TestStuffing(t *testing.T) {
	p := newPool(t)
	rapid.Check(t, func(t *rapid.T) {
		in := p.input(t)
		before := shared.Match(in)
		d := in.Document
		do := func(next resume.Document, err error) {
			if err != nil {
				t.Fatal(err)
			}
			d = next
		}
		skills := resume.Root.Child("skills")
		group := func(keywords ...string) resume.Value {
			return resume.Struct(resume.Member{Name: "name", Value: resume.Text("More")}, resume.Member{Name: "keywords", Value: resume.Texts(keywords...)})
		}
		lines := slices.DeleteFunc(strings.Split(in.Posting.Source, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
		way := rapid.IntRange(0, 9).Draw(t, "way")
		switch way {
		case 0: // the posting in a hidden section
			var key string
			var err error
			d, key, err = d.AddSection("Notes")
			do(d, err)
			do(d.Insert(resume.Root.Child(key).Item(0), resume.Struct(resume.Member{Name: "name", Value: resume.Text("x")}, resume.Member{Name: "highlights", Value: resume.Texts(lines...)})))
			do(d.HideSection(key, true))
		case 1: // in the skills, a line each
			do(d.Insert(skills.Item(d.ListLen(skills)), group(lines...)))
		case 2: // in the skills, all in one
			do(d.Insert(skills.Item(d.ListLen(skills)), group(in.Posting.Source)))
		case 3: // in the summary
			do(d.SetText(resume.Summary, strings.TrimSpace(d.TextAt(resume.Summary)+" "+in.Posting.Source)))
		case 4: // in a custom section, a line each
			var key string
			var err error
			d, key, err = d.AddSection("Notes")
			do(d, err)
			do(d.Insert(resume.Root.Child(key).Item(0), resume.Struct(resume.Member{Name: "name", Value: resume.Text("x")}, resume.Member{Name: "highlights", Value: resume.Texts(lines...)})))
		case 5: // in a hidden job
			work := resume.Root.Child("work")
			do(d.Insert(work.Item(0), resume.Struct(resume.Member{Name: "position", Value: resume.Text(in.Posting.Title)}, resume.Member{Name: "startDate", Value: resume.Text("2010")},
				resume.Member{Name: "hidden", Value: resume.Flag(true)}, resume.Member{Name: "highlights", Value: resume.Texts(lines...)})))
		case 6: // what is listed, again and again
			for range 5 {
				for _, s := range d.Resume().Skills {
					if len(s.Keywords) > 0 {
						do(d.Insert(skills.Item(d.ListLen(skills)), group(s.Keywords[0].Text, s.Keywords[0].Text)))
					}
				}
			}
		case 7: // the bullets again
			for i, w := range d.Resume().Work {
				for _, l := range w.Highlights {
					list := resume.Root.Child("work").Item(i).Child("highlights")
					do(d.Insert(list.Item(d.ListLen(list)), resume.Text(l.Text)))
				}
			}
		case 8: // every term, in one list
			var all []string
			for _, q := range before.Requirements {
				all = append(all, q.Any...)
			}
			for i := range 80 {
				all = append(all, fmt.Sprintf("skill %d", i))
			}
			do(d.Insert(skills.Item(d.ListLen(skills)), group(all...)))
		case 9: // in a job, a sentence each
			var all []string
			for _, q := range before.Requirements {
				if len(strings.Fields(q.Sentence)) > 4 {
					all = append(all, q.Sentence)
				}
			}
			if len(d.Resume().Work) == 0 {
				return
			}
			list := resume.Root.Child("work").Item(0).Child("highlights")
			for _, s := range all {
				do(d.Insert(list.Item(d.ListLen(list)), resume.Text(s)))
			}
		}
		in.Document = d
		after := shared.Match(in)
		if after.Match > before.Match+1e-9 && !flagged(before, after) {
			t.Fatalf("way %d gains %.2f, and nothing is said", way, after.Match-before.Match)
		}
		if way != 8 && way != 1 && way != 4 && after.Match > before.Match+1e-9 {
			t.Fatalf("way %d gains %.2f", way, after.Match-before.Match)
		}
	})
}

// A bullet more never lowers the match.
func TestABulletMoreNeverLowers(t *testing.T) {
	p := newPool(t)
	rapid.Check(t, func(t *rapid.T) {
		in := p.input(t)
		r := in.Document.Resume()
		if len(r.Work) == 0 {
			return
		}
		before := shared.Match(in)
		list := resume.Root.Child("work").Item(rapid.IntRange(0, len(r.Work)-1).Draw(t, "job")).Child("highlights")
		n := in.Document.ListLen(list)
		text := rapid.SampledFrom(p.bullets).Draw(t, "text")
		d, err := in.Document.Insert(list.Item(rapid.IntRange(0, n).Draw(t, "at")), resume.Text(text))
		if err != nil {
			return
		}
		in.Document = d
		if after := shared.Match(in); after.Match < before.Match-1e-9 {
			t.Fatalf("%q takes away %.4f: %+v, then %+v", text, before.Match-after.Match, before.Parts, after.Parts)
		}
	})
}

// Suggestions can be done, gain what they say, and use the user's words, or the posting's for a
// term that the user named.
func TestSuggestions(t *testing.T) {
	p := newPool(t)
	kinds := map[SuggestionKind]int{}
	rapid.Check(t, func(t *rapid.T) {
		in := p.input(t)
		m := New()
		r := m.Match(in)
		have := vocabularyOf(in.Document.Root().String(), in.Project.Root().String())
		for _, q := range r.Requirements {
			if q.State != Absent && q.State != Elsewhere {
				for _, w := range wordsOf(in.Posting.Source + " " + strings.Join(q.Any, " ")) {
					have[w.lower] = have[w.lower] || strings.Contains(strings.ToLower(q.Sentence+" "+q.Met), w.lower)
				}
			}
		}
		for _, s := range m.Suggest(in, r) {
			kinds[s.Kind]++
			d, err := s.Edit(in.Document)
			if err != nil {
				t.Fatalf("%s: %v", s.Text, err)
			}
			next := in
			next.Document = d
			if gain := shared.Match(next).Match - r.Match; math.Abs(gain-s.Gain) > 1e-6 {
				t.Fatalf("%s gains %v, not %v", s.Text, gain, s.Gain)
			}
			if (s.Kind == Show || s.Kind == Reword) && s.Gain < Noticeable {
				t.Fatalf("%s gains %v, which is shown as nothing", s.Text, s.Gain)
			}
			if s.Gain < 0 || s.Text == "" || s.What == "" || (s.By != "") != (s.Kind == Reword || s.Kind == Borrow) || len(s.Requirements) == 0 {
				t.Fatalf("%+v", s)
			}
			for w := range vocabularyOf(d.Root().String()) {
				if !have[w] {
					t.Fatalf("%s brings in %q", s.Text, w)
				}
			}
		}
	})
	for _, k := range []SuggestionKind{Show, Reorder, List} {
		if kinds[k] == 0 {
			t.Errorf("no suggestion of kind %s was made", k)
		}
	}
	t.Log(kinds)
}

func vocabularyOf(texts ...string) map[string]bool {
	all := map[string]bool{}
	for _, text := range texts {
		for _, w := range wordsOf(text) {
			all[w.lower] = true
		}
	}
	return all
}

package match

import (
	"fmt"
	"testing"

	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/variant"
)

// twoPages is a resume of two pages: the bullets of several samples in one career.
func twoPages(tb testing.TB) resume.Document {
	d := sample(tb, "backend-engineer")
	list := resume.Root.Child("work")
	for _, id := range []string{"platform-engineer", "site-reliability-engineer"} {
		for _, w := range sample(tb, id).Resume().Work {
			item := resume.Struct(resume.Member{Name: "position", Value: resume.Text(w.Position)}, resume.Member{Name: "startDate", Value: resume.Text("2012-01")},
				resume.Member{Name: "endDate", Value: resume.Text("2014-01")}, resume.Member{Name: "highlights", Value: resume.Texts(textsOf(w.Highlights)...)})
			d, _ = d.Insert(list.Item(d.ListLen(list)), item)
		}
	}
	return d
}

func textsOf(lines []resume.TextLine) (all []string) {
	for _, l := range lines {
		all = append(all, l.Text)
	}
	return all
}

func benchmarkInput(tb testing.TB) Input {
	d := twoPages(tb)
	return Input{Document: d, Project: d, Posting: readPosting(tb, "testdata/postings/backend-engineer.txt"), Today: today}
}

// typed is the document with one more letter in a bullet.
func typed(tb testing.TB, d resume.Document, i int) resume.Document {
	const at = resume.Address("/work/0/highlights/1")
	next, err := d.SetText(at, d.TextAt(at)+fmt.Sprint(" x", i))
	if err != nil {
		tb.Fatal(err)
	}
	return next
}

func BenchmarkFresh(b *testing.B) {
	in := benchmarkInput(b)
	Match(in) // the lists are loaded
	b.ReportAllocs()
	for b.Loop() {
		Match(in)
	}
}

func BenchmarkKeystroke(b *testing.B) {
	in := benchmarkInput(b)
	m := New()
	m.Match(in)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		next := in
		next.Document = typed(b, in.Document, i)
		next.Project = next.Document
		m.Match(next)
	}
}

// A project of fifty variants, each of which says twenty things of its own.
func BenchmarkKeystrokeInManyVariants(b *testing.B) {
	in := benchmarkInput(b)
	for i := range 50 {
		var id string
		var err error
		if in.Project, id, err = variant.New(in.Project, fmt.Sprint("For ", i)); err != nil {
			b.Fatal(err)
		}
		if in.Project, err = variant.Edit(in.Project, id, func(d resume.Document) (resume.Document, error) {
			list := resume.Root.Child("work").Item(0).Child("highlights")
			for k := range 20 {
				if d, err = d.Insert(list.Item(0), resume.Text(fmt.Sprintf("Planned the rollout of release %d with %d teams of the region", i, k))); err != nil {
					return d, err
				}
			}
			return d, nil
		}); err != nil {
			b.Fatal(err)
		}
	}
	m := New()
	m.Match(in)
	i := 0
	for b.Loop() {
		i++
		next := in
		next.Document = typed(b, in.Document, i)
		m.Match(next)
	}
}

func BenchmarkSuggest(b *testing.B) {
	in := benchmarkInput(b)
	m := New()
	r := m.Match(in)
	for b.Loop() {
		m.Suggest(in, r)
	}
}

// After a keystroke one text is read, however long the resume is.
func TestAKeystrokeReadsOneText(t *testing.T) {
	in := benchmarkInput(t)
	m := New()
	m.Match(in)
	before := m.Read
	for i := range 20 {
		next := in
		next.Document = typed(t, in.Document, i)
		m.Match(next)
	}
	if n := m.Read - before; n != 20 {
		t.Errorf("20 keystrokes read %d texts", n)
	}
}

// Work grows in proportion to the resume and to the posting: counted in allocations.
func TestMatchIsLinear(t *testing.T) {
	resumes := func(n int) resume.Document {
		var work []resume.Value
		for i := range n {
			var lines []string
			for k := range 6 {
				lines = append(lines, fmt.Sprintf("Built service%d with Kafka and Go for %d teams of the region%d, and planned its guided rollout", i, k, 6*i+k))
			}
			work = append(work, resume.Struct(resume.Member{Name: "position", Value: resume.Text("Engineer")}, resume.Member{Name: "startDate", Value: resume.Text("2012")}, resume.Member{Name: "highlights", Value: resume.Texts(lines...)}))
		}
		return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(work...)}))
	}
	asks := func(n int) posting.Posting {
		p := posting.Posting{Title: "Engineer", Language: "en"}
		for i := range n {
			s := fmt.Sprintf("Experience with guided%d rollouts of region%d.", i, i)
			p.Required = append(p.Required, posting.Requirement{Text: s, Sentence: s, Kind: posting.Other, Count: 1})
		}
		p.Required = append(p.Required, posting.Requirement{Any: []string{"Kafka"}, Text: "Kafka", Sentence: "Kafka", Count: 1})
		return p
	}
	allocs := func(jobs, requirements int) float64 {
		in := Input{Document: resumes(jobs), Posting: asks(requirements), Today: today}
		return testing.AllocsPerRun(1, func() { Match(in) })
	}
	for _, c := range []struct{ few, many float64 }{{allocs(20, 20), allocs(80, 20)}, {allocs(20, 20), allocs(20, 80)}} {
		t.Logf("%v allocations, four times as much takes %v", c.few, c.many)
		if c.many > 5*c.few {
			t.Errorf("%v allocations, four times as much takes %v", c.few, c.many)
		}
	}
}

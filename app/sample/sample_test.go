package sample

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/application"
	"resumax/job/letter"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
	"resumax/score"
)

var day = time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)

func made(t *testing.T) (resume.Document, resume.Document) {
	t.Helper()
	d, err := Make(day)
	if err != nil {
		t.Fatal(err)
	}
	all := variant.List(d)
	if len(all) != 1 {
		t.Fatalf("%d variants", len(all))
	}
	v, err := variant.Open(d, all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return d, v.Document
}

// What is saved opens without problems, and each day and each time the same sample is made.
func TestOpensWithoutProblems(t *testing.T) {
	d, _ := made(t)
	data := codec.Encode(d)
	back, problems, err := codec.Parse(data, "sample.json")
	if err != nil || len(problems) > 0 || !bytes.Equal(codec.Encode(back), data) {
		t.Errorf("problems %v, error %v, or it is another one when it is opened", problems, err)
	}
	again, _ := made(t)
	if !bytes.Equal(codec.Encode(again), data) {
		t.Error("made twice it differs")
	}
	for _, day := range []time.Time{day.AddDate(0, 0, 200), day.AddDate(3, 1, 1)} {
		if _, err := Make(day); err != nil {
			t.Error(err)
		}
	}
}

// The posting was read, the resume proves most of it, and something is left to do.
func TestMatches(t *testing.T) {
	d, view := made(t)
	p := posting.List(d)[0]
	if p.Title != "Senior Backend Engineer, Grid Services" || p.Company != "Halvorsen Grid" || p.Location == "" || p.Salary == "" {
		t.Errorf("read as %q, %q, %q, %q", p.Title, p.Company, p.Location, p.Salary)
	}
	m := match.Match(match.Input{Document: view, Project: d, Posting: p.Posting, Today: resume.DayOf(day)})
	states := map[match.State]int{}
	for _, r := range m.Requirements {
		states[r.State]++
	}
	if m.Match < 60 || m.Match > 95 || states[match.Proved] < 5 || len(m.Absent) == 0 {
		t.Errorf("match %.1f, %v", m.Match, states)
	}
}

func TestScoresAndFits(t *testing.T) {
	d, view := made(t)
	for _, d := range []resume.Document{d, view} {
		if n := score.New().Score(d, score.Options{Today: resume.DayOf(day)}); n < 80 || n > 98 {
			t.Errorf("score %.1f", n)
		}
		o := render.Setup{Designs: design.All()}.Options(d.Resume())
		if l := render.Typeset(d.Resume(), o); len(l.Pages) != 1 || len(l.Problems) > 0 {
			t.Errorf("%d pages, %v", len(l.Pages), l.Problems)
		}
	}
}

// Every format writes it, and nothing private leaves with it.
func TestExports(t *testing.T) {
	d, view := made(t)
	for _, f := range exchange.Writers() {
		for _, d := range []resume.Document{d, view} {
			out, err := f.Write(format.Source{Document: d, Options: render.Setup{Designs: design.All()}.Options(d.Resume())})
			if err != nil || out.Files == 0 {
				t.Errorf("%s: %d files, %v", f.ID, out.Files, err)
				continue
			}
			for i := range out.Files {
				data, err := out.File(i)
				if err != nil || len(data) == 0 {
					t.Errorf("%s: %d bytes, %v", f.ID, len(data), err)
				}
				if f.ID != "json" && bytes.Contains(data, []byte("Solheim")) {
					t.Errorf("%s tells who the contact at the employer is", f.ID)
				}
			}
		}
	}
}

// The only question in the letter is the one that shows what a placeholder is, and nothing else is wrong with it.
func TestLetter(t *testing.T) {
	d, view := made(t)
	v := variant.List(d)[0]
	for _, c := range []struct {
		id string
		d  resume.Document
	}{{"", d}, {v.ID, view}} {
		l, at, ok := letter.For(d, c.id)
		if !ok {
			t.Fatalf("no letter for %q", c.id)
		}
		if slots := l.Slots(); len(slots) != 1 || !strings.HasPrefix(strings.Trim(slots[0], "[]"), "what of their work draws you") {
			t.Errorf("questions left: %q", slots)
		}
		p := posting.List(d)[0].Posting
		for _, f := range letter.Check(l, letter.Context{Document: c.d, Posting: p, Others: letter.Others(d, at)}) {
			if f.Kind != letter.Placeholder {
				t.Errorf("%s: %+v", f.Kind, f)
			}
		}
	}
}

func TestApplicationAndPreparation(t *testing.T) {
	d, _ := made(t)
	all := application.List(d)
	if len(all) != 3 || all[2].Open() || all[0].Status != application.Interview || all[0].Variant == "" || all[0].Posting == "" || all[0].Overdue(resume.DayOf(day)) {
		t.Fatalf("%+v", all)
	}
	if m, ok := all[0].NextInterview(resume.DayOf(day)); !ok || m.Day != resume.DayOf(day.AddDate(0, 0, 5)) {
		t.Errorf("the interview is on %v", m.Day)
	}
	kept := prep.Of(d)
	if len(kept.Stories) == 0 || len(kept.Claims) == 0 || len(kept.Cards) == 0 {
		t.Fatalf("%d stories, %d numbers, %d notes", len(kept.Stories), len(kept.Claims), len(kept.Cards))
	}
	for _, s := range kept.Stories {
		at, _ := d.Locate(s.Of)
		if faults := s.Check(d.TextAt(at)); len(faults) > 0 {
			t.Errorf("%s: %v", s.Title, faults)
		}
	}
	r := interview.Derive(interview.Input{Document: d, Project: d, Today: resume.DayOf(day), Prep: kept})
	defended := slices.ContainsFunc(r.Ledger, func(c interview.Claim) bool { return c.Defended && !c.Stale })
	noted := slices.ContainsFunc(r.Cards, func(c interview.Card) bool { k, ok := kept.Card(c.ID); return ok && k.Notes != "" })
	if !defended || !noted || len(interview.Blocked(d, kept)) > 0 {
		t.Errorf("a number is defended: %v; a note is at a question: %v", defended, noted)
	}
}

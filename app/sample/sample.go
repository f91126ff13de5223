// Package sample makes the sample of everything: a project with a role's sample resume, a job posting, a variant for it,
// an application, a letter and what is prepared for the interview, all made up. assets/sample has what the role has not.
//
// It is made when it is opened, of what the program has, so that it shows what the program does now. No Fyne, no clock.
package sample

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/exchange/format"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/application"
	"resumax/job/letter"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/role"
)

// parts are sample.toml.
type parts struct {
	Role    string // the id of the role whose sample it is
	Variant string // its name

	Weak   map[string]string // what the resume says at an address in place of the role's sample
	Words  map[string]string // what the variant says there
	Hidden struct{ Bullets []string }

	// Days are counted from the day on which the sample is made.
	Application struct {
		Saved, Applied, Interview, Due int
		Meeting, Next, Contact         string
		Email, Notes                   string
	}
	Others []struct {
		Title, Employer, Location, Status, Outcome, Next string
		Saved, Applied, Due, Ended                       int
	}
	Letter struct {
		Name, Title string
		Paragraphs  []string
	}
	Stories []struct {
		Of, Title                                   string
		Situation, Task, Action, Result, Reflection string
		Themes                                      []string
	}
	Numbers []struct{ At, Quote, Baseline, Window, Source, Share string }
	Notes   []struct{ At, Text string } // on the first question about a line
	Facts   []struct{ Kind, Value string }
}

var read = sync.OnceValue(func() (p parts) {
	tomlfile.Embedded(assets.Sample, "sample/sample.toml", &p)
	return p
})

// Make makes the sample for a day.
func Make(today time.Time) (resume.Document, error) {
	p := read()
	pack, ok := role.ByID(p.Role)
	if !ok {
		return resume.Document{}, fmt.Errorf("there is no role %q", p.Role)
	}
	m := maker{parts: p, pack: pack, today: today, d: pack.Sample()}
	for _, step := range []func() error{m.base, m.posting, m.variant, m.application, m.letter, m.prepare} {
		if err := step(); err != nil {
			return resume.Document{}, fmt.Errorf("the sample can't be made: %w", err)
		}
	}
	return m.d, nil
}

// maker makes the sample step by step: each step adds to the document.
type maker struct {
	parts
	pack  *role.Pack
	today time.Time
	d     resume.Document

	job        posting.Posting
	id, varied string // of the posting and of the variant
}

func (m *maker) day(from int) resume.Date { return resume.DayOf(m.today.AddDate(0, 0, from)) }

func (m *maker) base() (err error) {
	for _, at := range slices.Sorted(maps.Keys(m.Weak)) {
		if m.d, err = m.d.SetText(resume.Address(at), m.Weak[at]); err != nil {
			return err
		}
	}
	return nil
}

func (m *maker) posting() error {
	data, err := assets.Sample.ReadFile("sample/posting.md")
	if err != nil {
		return err
	}
	if m.job, err = posting.Read(context.Background(), format.Input{Data: data, Name: "posting.md"}); err != nil {
		return err
	}
	m.d, m.id, err = posting.Add(m.d, m.job, m.day(m.Application.Saved).ISO())
	return err
}

func (m *maker) variant() (err error) {
	if m.d, m.varied, err = variant.New(m.d, m.Variant); err != nil {
		return err
	}
	if m.d, err = variant.SetPosting(m.d, m.varied, m.id); err != nil {
		return err
	}
	m.d, err = variant.Edit(m.d, m.varied, func(d resume.Document) (resume.Document, error) {
		for _, at := range slices.Sorted(maps.Keys(m.Words)) {
			if d, err = d.SetText(resume.Address(at), m.Words[at]); err != nil {
				return d, err
			}
		}
		for _, at := range m.Hidden.Bullets {
			if d, err = d.HideText(resume.Address(at), true); err != nil {
				return d, err
			}
		}
		return d, nil
	})
	return err
}

func (m *maker) application() (err error) {
	a := m.Application
	m.d, _, err = application.New(m.d, application.Application{
		Posting: m.id, Variant: m.varied, Title: m.job.Title, Employer: m.job.Company, Location: m.job.Location, Salary: m.job.Salary,
		Status: application.Interview,
		Dates: application.Dates{Saved: m.day(a.Saved), Applied: m.day(a.Applied), History: []application.Change{
			{Day: m.day(a.Saved), Status: application.Saved}, {Day: m.day(a.Applied), Status: application.Applied}, {Day: m.day(-2), Status: application.Interview}}},
		Next:       application.Step{Text: a.Next, Day: m.day(a.Due)},
		Contact:    application.Contact{Name: a.Contact, Email: a.Email},
		Notes:      a.Notes,
		Interviews: []application.Meeting{{Day: m.day(a.Interview), Note: a.Meeting}},
	})
	for _, o := range m.Others {
		one := application.Application{Title: o.Title, Employer: o.Employer, Location: o.Location, Status: application.Status(o.Status), Outcome: application.Outcome(o.Outcome),
			Dates: application.Dates{Saved: m.day(o.Saved), Applied: m.day(o.Applied), History: []application.Change{{Day: m.day(o.Saved), Status: application.Saved}, {Day: m.day(o.Applied), Status: application.Applied}}}}
		if o.Next != "" {
			one.Next = application.Step{Text: o.Next, Day: m.day(o.Due)}
		}
		if o.Ended != 0 {
			one.Dates.History = append(one.Dates.History, application.Change{Day: m.day(o.Ended), Status: one.Status, Outcome: one.Outcome})
		}
		if err == nil {
			m.d, _, err = application.New(m.d, one)
		}
	}
	for _, f := range m.Facts {
		if err == nil {
			m.d, _, err = application.AddFact(m.d, application.Fact{Kind: application.FactKind(f.Kind), Value: f.Value})
		}
	}
	return err
}

// letter adds a letter for the base and one for the variant, with the same text, so that there is one whichever is shown.
func (m *maker) letter() error {
	for _, id := range []string{m.varied, ""} {
		l := letter.Start(letter.Beginning{Resume: m.d.Resume(), Posting: m.job, PostingID: m.id, Variant: id, Today: m.day(m.Application.Applied)})
		l.To.Name, l.To.Title, l.Paragraphs = m.Letter.Name, m.Letter.Title, m.Letter.Paragraphs
		var err error
		if m.d, _, err = letter.Add(m.d, l); err != nil {
			return err
		}
	}
	return nil
}

func (m *maker) prepare() (err error) {
	if m.d, err = prep.SetInterview(m.d, m.day(m.Application.Interview)); err != nil {
		return err
	}
	for _, s := range m.Stories {
		var of resume.ID
		if m.d, of, err = m.d.Identify(resume.Address(s.Of)); err != nil {
			return err
		}
		if m.d, _, err = prep.PutStory(m.d, prep.Story{Of: of, Title: s.Title, Situation: s.Situation, Task: s.Task, Action: s.Action, Result: s.Result, Reflection: s.Reflection, Themes: s.Themes}); err != nil {
			return err
		}
	}
	for _, n := range m.Numbers {
		if err := m.defend(n.At, n.Quote, prep.Claim{Baseline: n.Baseline, Window: n.Window, Source: n.Source, Share: n.Share}); err != nil {
			return err
		}
	}
	for _, n := range m.Notes {
		if err := m.note(n.At, n.Text); err != nil {
			return err
		}
	}
	return nil
}

func (m *maker) derive() interview.Report {
	return interview.Derive(interview.Input{Document: m.d, Project: m.d, Today: m.day(0), Posting: &m.job, PostingID: m.id, Pack: m.pack, Prep: prep.Of(m.d)})
}

// defend keeps the defense of a number.
func (m *maker) defend(at, quote string, c prep.Claim) error {
	for _, n := range m.derive().Ledger {
		if string(n.Address) != at || !strings.Contains(n.Quote, quote) && !strings.Contains(quote, n.Quote) {
			continue
		}
		d, of, id, err := n.Identify(m.d, nil)
		if err != nil {
			return err
		}
		c.ID, c.Of, c.Hash, c.Quote = id, of, n.Hash, n.Quote
		m.d, err = prep.PutClaim(d, c)
		return err
	}
	return fmt.Errorf("%s has no number %q", at, quote)
}

// note keeps a note on the first question about a line.
func (m *maker) note(at, text string) error {
	for _, c := range m.derive().Cards {
		if string(c.Address) != at {
			continue
		}
		d, of, id, err := c.Identify(m.d, nil)
		if err != nil {
			return err
		}
		m.d, err = prep.Put(d, prep.Card{ID: id, Of: of, Question: c.Question, Hash: c.Hash, Notes: text})
		return err
	}
	return fmt.Errorf("there is no question about %s", at)
}

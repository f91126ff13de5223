// Package matching matches the open resume with a job posting after every edit, off the
// UI goroutine, and finds what of the user's own words would answer it better.
package matching

import (
	"slices"
	"time"

	"resumax/app/library"
	"resumax/app/session"
	"resumax/app/tr"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/language/terms"
	"resumax/render"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/role"
	"resumax/score"
)

// Report is a match with the snapshot and the posting that it is of.
type Report struct {
	match.Report
	Snapshot session.Snapshot
	Posting  posting.Stored
	Offers   []Offer
}

// Offer is a suggestion with all that it changes.
type Offer struct {
	match.Suggestion
	Score float64 // by how much the score rises or falls
	Pages int     // by how many pages the resume grows or shrinks
}

// Says is what the offer does, in the interface's language.
func (o Offer) Says() string {
	with := tr.With{"What": o.What, "By": o.By}
	switch o.Kind {
	case match.Reorder:
		return tr.T("matching.move-to-the-top", "Move {{.What}} to the top of its list", with)
	case match.List:
		return tr.T("matching.list-in-skills", "List {{.What}} in your skills: your text shows it", with)
	case match.Reword:
		return tr.T("matching.write-for", "Write {{.By}} for {{.What}}, as the posting does", with)
	case match.Borrow:
		return tr.T("matching.use-wording", "Use another variant's wording: {{.By}}", with)
	}
	return tr.T("matching.show", "Show {{.What}}", with)
}

// Done is what the offer has done once it was applied.
func (o Offer) Done() string {
	with := tr.With{"What": o.What, "By": o.By}
	switch o.Kind {
	case match.Reorder:
		return tr.T("matching.moved-to-the-top", "Moved {{.What}} to the top of its list", with)
	case match.List:
		return tr.T("matching.listed-in-skills", "Added {{.What}} to your skills", with)
	case match.Reword:
		return tr.T("matching.wrote-for", "Replaced {{.What}} by {{.By}}", with)
	case match.Borrow:
		return tr.T("matching.used-wording", "Used another variant's wording: {{.By}}", with)
	}
	return tr.T("matching.shown", "{{.What}} is shown now", with)
}

// Answers reports whether the offer is about the requirement with an index.
func (o Offer) Answers(requirement int) bool { return slices.Contains(o.Requirements, requirement) }

// offerLimit bounds the suggestions: further ones gain less than what a reader would notice.
const offerLimit = 6

// Services are what matching needs from the window. All are called on another goroutine.
type Services struct {
	Clock   func() time.Time
	Judging func() *library.Judging
	Options func(session.Snapshot) render.Options // how the resume is typeset
}

// Matching follows a session. Its methods belong to the UI goroutine.
type Matching struct {
	// OnReport is called with every report, and with nil where no posting is chosen.
	OnReport func(*Report)
	// OnChoice is called when another posting is chosen, or the chosen one has changed.
	OnChoice func()

	session *session.Session
	worker  *session.Worker[input, Report]
	on      bool
	chosen  string // the posting's id, "" for the one of the variant shown
	last    *Report

	list resume.Value // of the project's postings, as they were read last
	all  []posting.Stored
	told resume.Value // the list when OnChoice was called, and which was chosen
	was  string
}

type input struct {
	snapshot session.Snapshot
	posting  posting.Stored
}

// New makes the matching of a session. It does nothing until it is switched on.
func New(s *session.Session, services Services, threads session.Threads) *Matching {
	m := &Matching{session: s, OnReport: func(*Report) {}, OnChoice: func() {}}
	j := &judge{matcher: match.New(), scorer: score.New(), services: services}
	m.worker = &session.Worker[input, Report]{Threads: threads, Work: j.judge, Done: m.show}
	opened := 0
	s.OnChange(func(now session.Snapshot) {
		if now.Opened != opened {
			opened, m.chosen, m.last = now.Opened, "", nil
		}
		m.update()
	})
	return m
}

// SetOn switches matching on or off: it works while somebody looks at it.
func (m *Matching) SetOn(on bool) {
	m.on = on
	m.update()
}

// Choose chooses the posting to match with, and shows the variant made for it, if there
// is one.
func (m *Matching) Choose(id string) {
	m.chosen = id
	now := m.session.Now()
	for _, v := range variant.List(now.Project) {
		if v.Posting == id && !m.shows(id) {
			m.session.Show(v.ID)
			return
		}
	}
	m.update()
}

// shows reports whether the variant shown is for a posting.
func (m *Matching) shows(id string) bool {
	v := m.session.Now().View
	return v != nil && v.Variant.Posting == id
}

// Posting is the posting that the resume is matched with, false for none: that of the
// variant shown, else the one that was chosen, else the newest.
func (m *Matching) Posting() (posting.Stored, bool) {
	now := m.session.Now()
	all := m.Postings()
	if now.View != nil && now.View.Variant.Posting != "" {
		if p, ok := find(all, now.View.Variant.Posting); ok {
			return p, true
		}
	}
	if p, ok := find(all, m.chosen); ok {
		return p, true
	}
	if len(all) == 0 {
		return posting.Stored{}, false
	}
	return all[len(all)-1], true
}

// Postings are the project's postings, in the order in which they were added.
func (m *Matching) Postings() []posting.Stored {
	project := m.session.Now().Project
	if list, _ := project.Get(resume.MetaAddress(resume.MetaPostings)); !list.Equal(m.list) {
		m.list, m.all = list, posting.List(project)
	}
	return m.all
}

func find(all []posting.Stored, id string) (posting.Stored, bool) {
	i := slices.IndexFunc(all, func(p posting.Stored) bool { return p.ID == id })
	if i < 0 {
		return posting.Stored{}, false
	}
	return all[i], true
}

// Last is the newest report, nil for none.
func (m *Matching) Last() *Report { return m.last }

// Current reports whether the newest report is of the current revision.
func (m *Matching) Current() bool {
	return m.last != nil && m.last.Snapshot.Revision == m.session.Now().Revision
}

// Settle waits until the current revision is matched, no longer than limit.
func (m *Matching) Settle(limit time.Duration) { m.worker.Settle(limit) }

func (m *Matching) update() {
	if !m.on {
		return
	}
	p, ok := m.Posting()
	if p.ID != m.was || !m.list.Equal(m.told) {
		m.was, m.told = p.ID, m.list
		m.OnChoice()
	}
	if !ok {
		m.last = nil
		m.OnReport(nil)
		return
	}
	m.worker.Submit(input{m.session.Now(), p})
}

func (m *Matching) show(r Report) {
	if p, ok := m.Posting(); !m.on || !ok || p.ID != r.Posting.ID {
		return
	}
	m.last = &r
	m.OnReport(m.last)
}

// Apply applies an offer as one undo step, and reports whether it did.
func (m *Matching) Apply(o Offer) bool {
	return m.session.Edit(o.Says(), o.Address, o.Edit)
}

// judge matches snapshots. It belongs to the worker's goroutine.
type judge struct {
	matcher  *match.Matcher
	scorer   *score.Scorer
	services Services
}

func (j *judge) judge(in input) Report {
	today := resume.DayOf(j.services.Clock())
	asked := match.Input{Document: in.snapshot.Document, Project: in.snapshot.Project, Posting: in.posting.Posting, Today: today, Avoid: interview.GuardOf(prep.Of(in.snapshot.Project)).Holds}
	r := Report{Report: j.matcher.Match(asked), Snapshot: in.snapshot, Posting: in.posting}
	suggestions := j.matcher.Suggest(asked, r.Report)
	if len(suggestions) > offerLimit {
		suggestions = suggestions[:offerLimit]
	}
	if len(suggestions) > 0 {
		r.Offers = j.offers(in.snapshot, suggestions, today)
	}
	return r
}

// leastScore is the least gain in score that is seen, in points.
const leastScore = 0.5

// Gains reports whether the offer raises the match or the score by as much as would be seen.
func (o Offer) Gains() bool { return o.Gain >= match.Noticeable || o.Score >= leastScore }

// offers are suggestions with what they do to score and pages, without those that gain nothing.
func (j *judge) offers(now session.Snapshot, suggestions []match.Suggestion, today resume.Date) []Offer {
	by := j.services.Judging()
	o := score.Options{Today: today, Level: now.Resume.Meta.Level, Terms: terms.Default(), Words: by.Words}
	choice := role.Choose(now.Resume.Meta.Role, by.Roles.Find, func() *role.Guess {
		return role.Likeliest(j.scorer.Detect(now.Document, by.Roles, o))
	})
	o.Target = score.TargetOf(choice.Pack)
	before, pages := j.scorer.Document(now.Document, o).Score, j.pages(now)
	var offers []Offer
	for _, s := range suggestions {
		d, err := s.Edit(now.Document)
		if err != nil {
			continue
		}
		after := now
		after.Document, after.Resume = d, d.Resume()
		if offer := (Offer{s, j.scorer.Document(d, o).Score - before, j.pages(after) - pages}); offer.Gains() {
			offers = append(offers, offer)
		}
	}
	return offers
}

func (j *judge) pages(s session.Snapshot) int {
	return len(render.Typeset(s.Resume, j.services.Options(s)).Pages)
}

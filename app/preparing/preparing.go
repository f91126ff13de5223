// Package preparing derives the questions that the open resume raises after every edit, off
// the UI goroutine, while somebody prepares.
package preparing

import (
	"cmp"
	"slices"
	"time"

	"resumax/app/session"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/letter"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/role"
)

// Report is what a snapshot raises, with what the project keeps of the preparation.
type Report struct {
	interview.Report
	Snapshot session.Snapshot
	Posting  *posting.Stored // that is answered, nil for none
	Prep     prep.Prep
	Covered  []interview.Covered
	Uses     map[string]prep.Use // which story answers a card, by its ID
	Listed   int                 // how many cards, the first ones, the user has put on the list
	Today    resume.Date
}

// Card is the card with an ID.
func (r *Report) Card(id string) (interview.Card, bool) {
	i := slices.IndexFunc(r.Cards, func(c interview.Card) bool { return c.ID == id })
	if i < 0 {
		return interview.Card{}, false
	}
	return r.Cards[i], true
}

// Like is the card that a card of an earlier report is now: its ID is another one once its line
// has an id.
func (r *Report) Like(c interview.Card) (interview.Card, bool) {
	if now, ok := r.Card(c.ID); ok {
		return now, true
	}
	alike := func(o interview.Card) bool {
		return o.Kind == c.Kind && o.Address == c.Address && o.Term == c.Term && o.Number == c.Number && o.Requirement == c.Requirement
	}
	i := slices.IndexFunc(r.Cards, func(o interview.Card) bool { return alike(o) && o.Question == c.Question })
	if i < 0 {
		i = slices.IndexFunc(r.Cards, alike)
	}
	if i < 0 {
		return interview.Card{}, false
	}
	return r.Cards[i], true
}

// Claim is the number with an ID.
func (r *Report) Claim(id string) (interview.Claim, bool) {
	i := slices.IndexFunc(r.Ledger, func(c interview.Claim) bool { return c.ID == id })
	if i < 0 {
		return interview.Claim{}, false
	}
	return r.Ledger[i], true
}

// Services are what preparing needs from the window. All but Clock are called on the UI
// goroutine.
type Services struct {
	Clock   func() time.Time
	Posting func() (posting.Stored, bool) // that the resume is to answer
	Role    func() *role.Pack             // the target role, nil for none
}

// Preparing follows a session. Its methods belong to the UI goroutine.
type Preparing struct {
	// OnReport is called with every report.
	OnReport func(*Report)

	session  *session.Session
	services Services
	worker   *session.Worker[input, Report]
	on       bool
	last     *Report
}

type input struct {
	snapshot session.Snapshot
	posting  *posting.Stored
	pack     *role.Pack
	today    resume.Date
}

// New makes the preparing of a session. It does nothing until it is switched on.
func New(s *session.Session, services Services, threads session.Threads) *Preparing {
	p := &Preparing{session: s, services: services, OnReport: func(*Report) {}}
	d := &deriver{interview.New()}
	p.worker = &session.Worker[input, Report]{Threads: threads, Work: d.derive, Done: p.show}
	opened := 0
	s.OnChange(func(now session.Snapshot) {
		if now.Opened != opened {
			opened, p.last = now.Opened, nil
		}
		p.update()
	})
	return p
}

// SetOn switches it on or off: it works while somebody looks at it.
func (p *Preparing) SetOn(on bool) {
	p.on = on
	p.update()
}

// Last is the newest report, nil for none.
func (p *Preparing) Last() *Report { return p.last }

// Settle waits until the current revision is worked on, no longer than limit.
func (p *Preparing) Settle(limit time.Duration) { p.worker.Settle(limit) }

func (p *Preparing) update() {
	if !p.on {
		return
	}
	in := input{snapshot: p.session.Now(), pack: p.services.Role(), today: resume.DayOf(p.services.Clock())}
	if s, ok := p.services.Posting(); ok {
		in.posting = &s
	}
	p.worker.Submit(in)
}

func (p *Preparing) show(r Report) {
	if !p.on || r.Snapshot.Opened != p.session.Now().Opened {
		return
	}
	p.last = &r
	p.OnReport(p.last)
}

// deriver belongs to the worker's goroutine.
type deriver struct{ *interview.Deriver }

func (d *deriver) derive(in input) Report {
	kept := prep.Of(in.snapshot.Project)
	asked := interview.Input{Document: in.snapshot.Document, Project: in.snapshot.Project, Today: in.today, Pack: in.pack, Prep: kept, Letters: Letters(in.snapshot)}
	if in.posting != nil {
		asked.Posting, asked.PostingID = &in.posting.Posting, in.posting.ID
	}
	r := Report{Report: d.Derive(asked), Snapshot: in.snapshot, Posting: in.posting, Prep: kept, Today: in.today}
	r.Listed = listedFirst(r.Cards, in.posting, kept.Questions)
	r.Covered = r.Coverage(kept)
	r.Uses = uses(&r)
	return r
}

// Letters are the texts of the letter that goes with what is shown.
func Letters(s session.Snapshot) (all []interview.Letter) {
	for _, p := range letter.Texts(s.Project, s.Variant) {
		all = append(all, interview.Letter(p))
	}
	return all
}

// listedFirst puts the cards that the user has put on the list before all others, and says how
// many these are.
func listedFirst(cards []interview.Card, p *posting.Stored, questions []prep.Question) (n int) {
	if p == nil {
		return 0
	}
	listed := func(c interview.Card) int {
		if c.Requirement != "" && slices.ContainsFunc(questions, func(q prep.Question) bool { return q.Posting == p.ID && q.Requirement == c.Requirement }) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(cards, func(a, b interview.Card) int { return cmp.Compare(listed(a), listed(b)) })
	for n < len(cards) && listed(cards[n]) == 0 {
		n++
	}
	return n
}

// uses are the stories that answer the cards which ask for one.
func uses(r *Report) map[string]prep.Use {
	if len(r.Prep.Stories) == 0 {
		return nil
	}
	lines := Lines(r.Snapshot)
	var asks []prep.Asks
	for _, c := range r.Cards {
		if c.Kind == interview.Star || c.Kind == interview.Role || c.Kind == interview.Required {
			asks = append(asks, prep.Asks{Card: c.ID, Of: lines.ID(c.Address), Text: c.Question + " " + c.Quote})
		}
	}
	all := map[string]prep.Use{}
	kept := r.Prep // without stories of what cannot be defended, unless the user chose them
	guard := interview.GuardOf(kept)
	kept.Stories = slices.DeleteFunc(slices.Clone(kept.Stories), func(s prep.Story) bool {
		return (guard.Holds(lines.Text(s.Of)) || guard.Holds(s.Action) || guard.Holds(s.Result)) && !slices.ContainsFunc(kept.Answers, func(a prep.Answer) bool { return a.Story == s.ID })
	})
	for _, u := range kept.Map(asks, lines.Text) {
		all[u.Card] = u
	}
	return all
}

// Identified are the lines of a resume that have ids.
type Identified struct {
	document resume.Document
	at       map[resume.ID]resume.Address
	ids      map[resume.Address]resume.ID
}

// Lines are those of a snapshot, as it is shown.
func Lines(s session.Snapshot) Identified {
	l := Identified{s.Document, map[resume.ID]resume.Address{}, map[resume.Address]resume.ID{}}
	for _, i := range s.Document.Identities() {
		if !i.Lost {
			l.at[i.ID], l.ids[i.Address] = i.Address, i.ID
		}
	}
	return l
}

// ID is the id of the line at an address, "" for none.
func (l Identified) ID(a resume.Address) resume.ID { return l.ids[a] }

// At is where the line with an id is, "" where it is not shown.
func (l Identified) At(id resume.ID) resume.Address { return l.at[id] }

// Text is what the line with an id says, "" for nothing.
func (l Identified) Text(id resume.ID) string {
	if a, ok := l.at[id]; ok {
		return l.document.TextAt(a)
	}
	return ""
}

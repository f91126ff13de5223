// Package scoring scores the open resume after every edit, off the UI goroutine, and
// applies findings.
package scoring

import (
	"slices"
	"time"

	"resumax/app/library"
	"resumax/app/session"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
)

// Report is a score with the snapshot it is of.
type Report struct {
	score.Report
	Snapshot session.Snapshot
	// Guess is the detected role; nil where the role was chosen or can't be detected.
	Guess *role.Guess
	// Ratings are of the non-empty bullets of positions and projects.
	Ratings map[resume.Address]score.BulletRating
}

// Scoring follows a session. Its methods belong to the UI goroutine.
type Scoring struct {
	// OnReport is called with every report.
	OnReport func(Report)
	// OnStale is called when a finding can't be applied because the text has changed.
	OnStale func()

	session *session.Session
	worker  *session.Worker[session.Snapshot, Report]
	last    Report
	waiting func() // applies what was chosen to the next report; nil for nothing
}

// New makes the scoring of a session. Judging is called on another goroutine.
func New(s *session.Session, threads session.Threads, clock func() time.Time, judging func() *library.Judging) *Scoring {
	c := &Scoring{session: s, OnReport: func(Report) {}, OnStale: func() {}}
	j := &judge{scorer: score.New(), clock: clock, judging: judging}
	c.worker = &session.Worker[session.Snapshot, Report]{Threads: threads, Work: j.judge, Done: c.show}
	s.OnChange(func(now session.Snapshot) { c.worker.Submit(now) })
	return c
}

// Again scores the open resume again, after roles or dictionary have changed.
func (c *Scoring) Again() { c.worker.Submit(c.session.Now()) }

// Settle waits until the current revision is scored, no longer than limit.
func (c *Scoring) Settle(limit time.Duration) { c.worker.Settle(limit) }

// Last is the newest report.
func (c *Scoring) Last() Report { return c.last }

// Current reports whether the newest report is of the current revision.
func (c *Scoring) Current() bool { return c.last.Snapshot.Revision == c.session.Now().Revision }

// Role is the target role of the open resume, false for none.
func (c *Scoring) Role(roles role.List) (*role.Pack, bool) {
	now := c.session.Now()
	choice := role.Choose(now.Resume.Meta.Role, roles.Find, func() *role.Guess {
		if c.last.Snapshot.Opened != now.Opened {
			return nil // of another resume
		}
		return c.last.Guess
	})
	return choice.Pack, choice.Pack != nil
}

func (c *Scoring) show(r Report) {
	if r.Snapshot.Opened != c.session.Now().Opened {
		return // of another resume
	}
	c.last = r
	c.OnReport(r)
	if apply := c.waiting; apply != nil && c.Current() {
		c.waiting = nil
		apply()
	}
}

// Apply applies a finding, as one undo step. If the text has changed since the
// finding's report, it waits for the next one and applies the same finding there.
func (c *Scoring) Apply(f score.Finding) {
	if !c.Current() {
		c.waiting = func() { c.applyLike(f) }
		return
	}
	c.apply(f)
}

func (c *Scoring) apply(f score.Finding) {
	if c.session.Edit(f.Fix, f.Address, func(d resume.Document) (resume.Document, error) { return score.Apply(d, f) }) {
		c.session.Reveal(f.Address)
	}
}

// applyLike applies the newest report's finding that is the same as one of an earlier
// report.
func (c *Scoring) applyLike(f score.Finding) {
	i := slices.IndexFunc(c.last.Findings, func(g score.Finding) bool {
		return g.Check == f.Check && g.Address == f.Address && g.Quote == f.Quote && g.Fix == f.Fix
	})
	if i < 0 {
		c.OnStale()
		return
	}
	c.apply(c.last.Findings[i])
}

// ApplyCard fixes all that a card has found, as one undo step, with questions where facts
// are missing, and calls done. If the text has changed since the card's report, it waits
// for the next one and applies the card of the same place there.
func (c *Scoring) ApplyCard(card score.Card, done func()) {
	if !c.Current() {
		c.waiting = func() {
			now, ok := c.last.CardAt(card.Address)
			if !ok {
				c.OnStale()
				return
			}
			c.ApplyCard(now, done)
		}
		return
	}
	if c.session.Edit(card.Do, card.Address, func(d resume.Document) (resume.Document, error) { return score.ApplyCard(d, card) }) {
		c.session.Reveal(card.Address)
		done()
	}
}

// judge scores snapshots. It belongs to the worker's goroutine.
type judge struct {
	scorer  *score.Scorer
	clock   func() time.Time
	judging func() *library.Judging

	opened int // the document of the guess
	guess  *role.Guess
}

func (j *judge) judge(s session.Snapshot) Report {
	by := j.judging()
	o := score.Options{
		Today: resume.DayOf(j.clock()),
		Level: s.Resume.Meta.Level, Terms: terms.Default(), Words: by.Words,
	}
	done := Report{Snapshot: s, Ratings: map[resume.Address]score.BulletRating{}}
	choice := role.Choose(s.Resume.Meta.Role, by.Roles.Find, func() *role.Guess { return j.guessed(s, by.Roles, o) })
	done.Guess, o.Target = choice.Guess, score.TargetOf(choice.Pack)
	done.Report = j.scorer.Document(s.Document, o)
	for _, w := range s.Resume.Work {
		j.rate(done.Ratings, o, w.Highlights)
	}
	for _, p := range s.Resume.Projects {
		j.rate(done.Ratings, o, p.Highlights)
	}
	return done
}

// guessed is the likeliest role of a document. It is detected once, when the document
// is opened, or after an edit other than typing if that found none: half a word can
// mean another role, and a role that changed while typing would make the score jump.
func (j *judge) guessed(s session.Snapshot, roles role.List, o score.Options) *role.Guess {
	stale := j.guess != nil && !slices.Contains(roles, j.guess.Pack)
	if j.opened != s.Opened || stale || j.guess == nil && !s.Change.Typing {
		j.guess, j.opened = role.Likeliest(j.scorer.Detect(s.Document, roles, o)), s.Opened
	}
	return j.guess
}

func (j *judge) rate(ratings map[resume.Address]score.BulletRating, o score.Options, lines []resume.TextLine) {
	for _, l := range lines {
		if l.Text != "" {
			ratings[l.Address] = j.scorer.Rate(l.Text, o)
		}
	}
}

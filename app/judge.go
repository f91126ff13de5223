package app

import (
	"slices"
	"time"

	"resumax/app/editor"
	"resumax/app/session"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// judged is a report with the snapshot that it is about.
type judged struct {
	snapshot session.Snapshot
	report   score.Report
	guess    *role.Guess // what the role was guessed by; nil where it was chosen, or there is no telling
	marks    map[resume.Address]editor.Mark
}

// judge scores snapshots. It belongs to the scorer's goroutine.
type judge struct {
	scorer *score.Scorer
	clock  func() time.Time
	own    func() *own

	opened int // the document that the guess is of
	guess  *role.Guess
}

// newScorer makes the worker that scores every snapshot.
func newScorer(w *window) *session.Worker[session.Snapshot, judged] {
	j := &judge{scorer: score.New(), clock: w.clock, own: w.own.Load}
	return &session.Worker[session.Snapshot, judged]{Threads: w.threads, Work: j.judge, Done: w.showScore}
}

func (j *judge) judge(s session.Snapshot) judged {
	own := j.own()
	now := j.clock()
	o := score.Options{
		Today: resume.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()},
		Level: s.Resume.Meta.Level, Terms: terms.Default(), Words: own.words,
	}
	done := judged{snapshot: s, marks: map[resume.Address]editor.Mark{}}
	if chosen, ok := own.roles.Find(s.Resume.Meta.Role); ok {
		o.Role = chosen
	} else if s.Resume.Meta.Role != role.None {
		if done.guess = j.guessed(s, own.roles, o); done.guess != nil {
			o.Role = done.guess.Pack
		}
	}
	done.report = j.scorer.Document(s.Document, o)
	for _, w := range s.Resume.Work {
		mark(done.marks, j.scorer, o, w.Highlights)
	}
	for _, p := range s.Resume.Projects {
		mark(done.marks, j.scorer, o, p.Highlights)
	}
	return done
}

// guessed is the likeliest role of a document. It is guessed once, when the
// document is opened or an edit other than typing lets it tell enough: a role that
// changed while someone types would make the score jump, and half a word tells
// another role than the whole.
func (j *judge) guessed(s session.Snapshot, roles role.List, o score.Options) *role.Guess {
	stale := j.guess != nil && !slices.Contains(roles, j.guess.Pack)
	if j.opened != s.Opened || stale || j.guess == nil && !s.Change.Typing {
		j.guess, j.opened = nil, s.Opened
		if guesses := j.scorer.Detect(s.Document, roles, o); len(guesses) > 0 {
			j.guess = &guesses[0]
		}
	}
	return j.guess
}

func mark(marks map[resume.Address]editor.Mark, scorer *score.Scorer, o score.Options, lines []resume.TextLine) {
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		r := scorer.Rate(l.Text, o)
		m := editor.Mark{Words: r.Words()}
		switch r.Strength {
		case score.Strong:
			m.Colour = widgets.ColorGood
		case score.Fair:
			m.Colour = widgets.ColorWarn
		default:
			m.Colour = widgets.ColorBad
		}
		marks[l.Address] = m
	}
}

func (w *window) showScore(j judged) {
	if j.snapshot.Opened != w.session.Now().Opened {
		return // of the resume that was open before
	}
	w.last = j
	w.sidebar.Show(j.report, j.guess)
	if j.snapshot.Whole && !w.session.File().ReadOnly { // another resume's course begins
		w.course.points = nil
	}
	w.course.add(j.report.Score)
	w.showCourse()
	w.keepScore()
	w.editor.SetMarks(j.marks)
	badges := map[string]int{}
	for _, f := range j.report.Findings {
		badges[sectionOf(j.snapshot.Resume, f.Address)]++
	}
	w.rail.setBadges(badges)
	w.trace.write("score", map[string]any{"value": j.report.Score, "revision": j.snapshot.Revision})
}

// apply does what a finding says, as one step of undo. The finding may be of a
// snapshot that has passed; then it is looked up again in the newest report.
func (w *window) apply(f score.Finding) {
	if w.last.snapshot.Revision != w.session.Now().Revision {
		return // the next report is on its way
	}
	if w.session.Edit(f.Fix, f.Address, func(d resume.Document) (resume.Document, error) { return score.Apply(d, f) }) {
		w.session.Reveal(f.Address)
	}
}

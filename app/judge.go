package app

import (
	"time"

	"resumax/app/editor"
	"resumax/app/session"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/terms"
	"resumax/widgets"
)

// judged is a report with the snapshot that it is about.
type judged struct {
	snapshot session.Snapshot
	report   score.Report
	marks    map[resume.Address]editor.Mark
}

// newScorer makes the worker that scores every snapshot.
func newScorer(w *window) *session.Worker[session.Snapshot, judged] {
	scorer := score.New()
	return &session.Worker[session.Snapshot, judged]{
		Threads: w.threads,
		Work:    func(s session.Snapshot) judged { return judge(scorer, s, w.clock(), w.words.Load()) },
		Done:    w.showScore,
	}
}

func judge(scorer *score.Scorer, s session.Snapshot, now time.Time, words *score.Words) judged {
	o := scoreOptions(s.Resume, now)
	if words != nil {
		o.Words = *words
	}
	j := judged{snapshot: s, report: scorer.Document(s.Document, o), marks: map[resume.Address]editor.Mark{}}
	for _, w := range s.Resume.Work {
		mark(j.marks, scorer, o, w.Highlights)
	}
	for _, p := range s.Resume.Projects {
		mark(j.marks, scorer, o, p.Highlights)
	}
	return j
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

func scoreOptions(r *resume.Resume, now time.Time) score.Options {
	o := score.Options{
		Today: resume.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()},
		Level: r.Meta.Level,
		Terms: terms.Default(),
	}
	if p, ok := role.ByID(r.Meta.Role); ok {
		o.Role = p
	}
	return o
}

func (w *window) showScore(j judged) {
	w.last = j
	w.sidebar.Show(j.report)
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

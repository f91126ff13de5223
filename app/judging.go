package app

import (
	"fmt"
	"math"

	"resumax/app/editor"
	"resumax/app/scoring"
	"resumax/app/trace"
	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

func (w *window) buildScoring() {
	w.scoring = scoring.New(w.session, w.threads, w.clock, w.library.Judging)
	w.scoring.OnReport = w.showReport
	w.scoring.OnStale = func() { w.shell.Toaster.Show("The text has changed, so this finding no longer applies.", "", nil) }
}

// showReport shows a report in every pane.
func (w *window) showReport(r scoring.Report) {
	w.panes.sidebar.Show(r.Report, r.Guess)
	if r.Snapshot.Replaced && !w.session.File().ReadOnly { // the history of another resume
		w.history.Restart()
	}
	w.history.Add(r.Score)
	values, newer, text := w.history.Of(w.session.File().Path)
	w.panes.sidebar.ShowHistory(values, newer, text)
	w.shell.Header.ShowScore(r.Score, widgets.ShareColor(r.Score/100), values)
	w.screens.score.SetShort(fmt.Sprintf("%.0f", math.Floor(r.Score)), widgets.ShareColor(r.Score/100))
	w.keepScore()
	w.panes.editor.SetMarks(marks(r))
	badges := map[string]int{}
	for _, f := range r.Findings {
		badges[r.Snapshot.Resume.SectionOf(f.Address)]++
	}
	w.panes.rail.SetBadges(badges)
	w.shell.Trace.Write("score", trace.Members{"value": r.Score, "revision": r.Snapshot.Revision})
}

// marks are the strengths of bullets.
func marks(r scoring.Report) map[resume.Address]editor.Mark {
	all := map[resume.Address]editor.Mark{}
	for a, rating := range r.Ratings {
		m := editor.Mark{Text: rating.Words(), Color: widgets.ColorBad}
		switch rating.Strength {
		case score.Strong:
			m.Color = widgets.ColorGood
		case score.Fair:
			m.Color = widgets.ColorWarn
		}
		all[a] = m
	}
	return all
}

// keepScore records the score of the file as it is on disk.
func (w *window) keepScore() {
	f := w.session.File()
	if f.Path != "" && !f.Dirty && !f.ReadOnly && w.scoring.Current() {
		w.history.Keep(f.Path, w.scoring.Last().Score)
	}
}

// libraryChanged shows the library and scores the resume anew.
func (w *window) libraryChanged() {
	w.panes.start.Refresh()
	if w.project.IsOpen() {
		w.scoring.Again()
	}
}

package app

import (
	"fmt"
	"math"

	"resumax/app/editor"
	"resumax/app/rail"
	"resumax/app/scoring"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

func (w *window) buildScoring() {
	w.scoring = scoring.New(w.session, w.threads, w.clock, w.library.Judging)
	w.scoring.OnReport = w.showReport
	w.scoring.OnStale = func() {
		w.shell.Toaster.Show(tr.T("judging.the-text-has-changed", "The text has changed, so this finding no longer applies."), "", nil)
	}
}

// showReport shows a report in every pane.
func (w *window) showReport(r scoring.Report) {
	w.panes.sidebar.Show(r.Report, r.Guess)
	if r.Snapshot.Replaced && !w.session.File().ReadOnly { // the history of another resume
		w.history.Restart()
	}
	w.showFigure(r)
	w.keepScore()
	w.panes.editor.SetMarks(marks(r))
	w.panes.rail.SetBadges(badges(r))
	w.shell.Trace.Write("score", trace.Members{"value": r.Score, "revision": r.Snapshot.Revision})
}

// showFigure shows the score with its history, or that there is not enough to score yet.
func (w *window) showFigure(r scoring.Report) {
	if !r.Started {
		w.shell.Header.HideScore()
		w.screens.score.SetShort("–", widgets.ColorMuted)
		return
	}
	color := widgets.ShareColor(r.Score / 100)
	w.history.Add(r.Score)
	path := w.session.File().Path
	if r.Snapshot.Variant != "" {
		path = "" // the days' scores are the base's
	}
	values, newer, text := w.history.Of(path)
	w.panes.sidebar.ShowHistory(values, newer, text)
	w.shell.Header.ShowScore(r.Score, color, values)
	w.screens.score.SetShort(fmt.Sprintf("%.0f", math.Floor(r.Score)), color)
}

// marks are what bullets lack, in the words of their cards, in the color of their
// strength.
func marks(r scoring.Report) map[resume.Address]editor.Mark {
	said := map[resume.Address]string{}
	each := func(c score.Card) {
		if r.Worth(c) {
			said[c.Address] = c.Says + " " + c.Do + "."
		}
	}
	for _, c := range r.Cards {
		each(c)
		for _, p := range c.Places {
			each(p)
		}
	}
	all := map[resume.Address]editor.Mark{}
	for a, rating := range r.Ratings {
		m := editor.Mark{Text: rating.Words(), Color: widgets.ColorBad}
		switch rating.Strength {
		case score.Strong:
			m.Color = widgets.ColorGood
		case score.Fair:
			m.Color = widgets.ColorWarn
		}
		if text := said[a]; text != "" {
			m.Text = text
		}
		all[a] = m
	}
	return all
}

// badges are how many cards each section has, and what they are worth. A card on several
// places counts once in each of their sections. A section without content has none.
func badges(r scoring.Report) map[string]rail.Badge {
	all := map[string]rail.Badge{}
	if !r.Started {
		return all
	}
	count := func(key string, gain float64) {
		s, ok := r.Snapshot.Resume.Section(key)
		if key != resume.ContactKey && (!ok || s.Count == 0) {
			return
		}
		b := all[key]
		all[key] = rail.Badge{Count: b.Count + 1, Gain: min(b.Gain+gain, 100-r.Score)}
	}
	for _, c := range r.Cards {
		if !r.Worth(c) {
			continue
		}
		if len(c.Places) == 0 {
			count(r.Snapshot.Resume.SectionOf(c.Address), c.Gain)
			continue
		}
		gains := map[string]float64{}
		for _, p := range c.Places {
			gains[r.Snapshot.Resume.SectionOf(p.Address)] += p.Gain
		}
		for key, gain := range gains {
			count(key, min(gain, c.Gain))
		}
	}
	return all
}

// keepScore records the score of the file as it is on disk: the base's.
func (w *window) keepScore() {
	f := w.session.File()
	if f.Path != "" && w.scoring.Last().Snapshot.Variant == "" && w.session.Now().Variant == "" && !f.Dirty && !f.ReadOnly && w.scoring.Current() && w.scoring.Last().Started {
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

package app

import (
	"fmt"
	"math"
	"slices"
	"time"

	"resumax/app/session"
	"resumax/storage/userdata"
)

// course is how the score of the open resume went: what it was as its file was on
// earlier days, and what it was since the file was opened.
type course struct {
	days   userdata.Scores // of all files
	points []float64       // since this one was opened
	lost   bool            // the days could not be read, and are not to be written over
	keeper *session.Worker[userdata.Scores, error]
}

const (
	dayFormat  = "2006-01-02"
	pointsMost = 2000 // then every other one is forgotten
)

func (w *window) newCourse() {
	w.course.keeper = &session.Worker[userdata.Scores, error]{
		Threads: w.threads,
		Work:    w.home.SaveScores,
		Done: func(err error) {
			if err != nil {
				w.say(err.Error())
			}
		},
	}
	days, err := w.home.Scores()
	if err != nil {
		w.toaster.Show(sentence(err.Error()), "", nil)
	}
	w.course.days, w.course.lost = days, err != nil
}

// add notes a score, if it is another one.
func (c *course) add(score float64) {
	if n := len(c.points); n > 0 && math.Abs(c.points[n-1]-score) < 0.05 {
		return
	}
	if len(c.points) >= pointsMost {
		for i := range pointsMost / 2 {
			c.points[i] = c.points[2*i]
		}
		c.points = c.points[:pointsMost/2]
	}
	c.points = append(c.points, score)
}

// keepScore notes the score of the resume as it is in its file.
func (w *window) keepScore() {
	f := w.session.File()
	if f.Path == "" || f.Dirty || f.ReadOnly || w.last.snapshot.Revision != w.session.Now().Revision {
		return
	}
	now := userdata.Scored{Day: w.clock().Format(dayFormat), Score: math.Round(w.last.report.Score*10) / 10}
	if slices.Contains(w.course.days[f.Path], now) {
		return
	}
	w.course.days = w.course.days.Note(f.Path, now.Day, now.Score)
	if !w.course.lost {
		w.course.keeper.Submit(w.course.days)
	}
}

// showCourse shows how the score went.
func (w *window) showCourse() {
	today := w.clock().Format(dayFormat)
	values := []float64{}
	var before userdata.Scored // the last day but this
	for _, d := range w.course.days[w.session.File().Path] {
		if d.Day < today {
			values = append(values, d.Score)
			before = d
		}
	}
	newer := len(values)
	values = append(values, w.course.points...)
	now, opened := values[len(values)-1], w.course.points[0]
	text := fmt.Sprintf("%.0f now", math.Floor(now))
	if len(w.course.points) > 1 {
		text += fmt.Sprintf(", %.0f when opened", math.Floor(opened))
	}
	if day, err := time.Parse(dayFormat, before.Day); err == nil {
		text += fmt.Sprintf(", %.0f on %s", math.Floor(before.Score), day.Format("2 Jan"))
	}
	w.sidebar.ShowCourse(values, newer, text)
}

package scoring

import (
	"math"
	"slices"
	"time"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/storage/userdata"
)

// History is the earlier scores of the open resume: those of its file by day, and
// those since it was opened.
type History struct {
	clock  func() time.Time
	days   userdata.Scores // of all files
	points []float64       // since this one was opened
	broken bool            // days could not be read, and must not be overwritten
	saver  *session.Worker[userdata.Scores, error]
}

const (
	dayFormat  = "2006-01-02"
	pointLimit = 2000 // then every other one is dropped
)

// OpenHistory reads the history of a folder. OnError is called when it can't be read
// or saved.
func OpenHistory(home userdata.Folder, threads session.Threads, clock func() time.Time, onError func(error)) *History {
	h := &History{clock: clock}
	h.saver = &session.Worker[userdata.Scores, error]{
		Threads: threads,
		Work:    home.SaveScores,
		Done: func(err error) {
			if err != nil {
				onError(err)
			}
		},
	}
	days, err := home.Scores()
	if err != nil {
		onError(err)
	}
	h.days, h.broken = days, err != nil
	return h
}

// Restart drops the scores since the file was opened.
func (h *History) Restart() { h.points = nil }

// Add records a score, if it has changed.
func (h *History) Add(score float64) {
	if n := len(h.points); n > 0 && math.Abs(h.points[n-1]-score) < 0.05 {
		return
	}
	if len(h.points) >= pointLimit {
		for i := range pointLimit / 2 {
			h.points[i] = h.points[2*i]
		}
		h.points = h.points[:pointLimit/2]
	}
	h.points = append(h.points, score)
}

// Keep saves today's score of a file as it is on disk.
func (h *History) Keep(path string, score float64) {
	now := userdata.Scored{Day: h.clock().Format(dayFormat), Score: math.Round(score*10) / 10}
	if slices.Contains(h.days[path], now) {
		return
	}
	h.days = h.days.Note(path, now.Day, now.Score)
	if !h.broken {
		h.saver.Submit(h.days)
	}
}

// Move takes along the scores of a file that gets another path. What is on disk of its
// old one is left to be forgotten.
func (h *History) Move(from, to string) {
	for _, d := range h.days[from] {
		h.days = h.days.Note(to, d.Day, d.Score)
	}
	if !h.broken {
		h.saver.Submit(h.days)
	}
}

// Of is the history of a file: values, those from the index newer on since it was
// opened, and a summary. At least one score must have been added.
func (h *History) Of(path string) (values []float64, newer int, text string) {
	today := h.clock().Format(dayFormat)
	var before userdata.Scored // the last day before today
	for _, d := range h.days[path] {
		if d.Day < today {
			values = append(values, d.Score)
			before = d
		}
	}
	newer = len(values)
	values = append(values, h.points...)
	now, opened := values[len(values)-1], h.points[0]
	text = tr.T("scoring.now", "{{.Score}} now", tr.With{"Score": tr.Decimal(math.Floor(now), 0)})
	if len(h.points) > 1 {
		text += ", " + tr.T("scoring.when-opened", "{{.Score}} when opened", tr.With{"Score": tr.Decimal(math.Floor(opened), 0)})
	}
	if day, err := time.Parse(dayFormat, before.Day); err == nil {
		text += ", " + tr.T("scoring.on", "{{.Score}} on {{.Day}}", tr.With{"Score": tr.Decimal(math.Floor(before.Score), 0), "Day": tr.DayOfYear(day)})
	}
	return values, newer, text
}

package userdata

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"resumax/storage/file"
)

// Scored is what a resume scored on a day.
type Scored struct {
	Day   string  `json:"day"` // such as "2026-03-01"
	Score float64 `json:"score"`
}

// Scores are what the user's resumes scored as they were in their files, by the
// files' paths: one for each day, the oldest first. They stand beside the
// resumes, not in them, because a file that is handed on should not tell how it
// came about.
type Scores map[string][]Scored

// How much is kept: what a drawing a few centimeters wide can show, of as many
// files as someone works on in a year.
const (
	maxScoresBytes = 1 << 20 // bytes
	maxScoredFiles = 100
	maxScoredDays  = 60
)

// Note returns the scores with one more.
func (s Scores) Note(path, day string, score float64) Scores {
	noted := Scores{}
	for p, days := range s {
		noted[p] = days
	}
	days := slices.DeleteFunc(slices.Clone(s[path]), func(d Scored) bool { return d.Day == day })
	days = append(days, Scored{day, score})
	slices.SortFunc(days, func(a, b Scored) int { return strings.Compare(a.Day, b.Day) }) // a clock may be set back
	noted[path] = days[max(0, len(days)-maxScoredDays):]
	if len(noted) > maxScoredFiles {
		delete(noted, noted.oldest(path))
	}
	return noted
}

// oldest is the file that was scored the longest ago, the one named aside.
func (s Scores) oldest(but string) (oldest string) {
	last := func(path string) string { return s[path][len(s[path])-1].Day }
	for p := range s {
		if p != but && (oldest == "" || last(p) < last(oldest) || last(p) == last(oldest) && p < oldest) {
			oldest = p
		}
	}
	return oldest
}

// ScoreFile is where the scores are.
func (f Folder) ScoreFile() string { return filepath.Join(string(f), "scores.json") }

// Scores reads the scores. What is no score of a day is left out.
func (f Folder) Scores() (Scores, error) {
	scores := Scores{}
	if f == "" {
		return scores, nil
	}
	text, err := file.ReadFile(f.ScoreFile(), maxScoresBytes)
	if _, gone := os.Stat(f.ScoreFile()); errors.Is(gone, os.ErrNotExist) {
		return scores, nil
	}
	if err != nil {
		return scores, fmt.Errorf("the earlier scores cannot be read: %w", err)
	}
	return readScores(text)
}

func readScores(text []byte) (Scores, error) {
	read := Scores{}
	if err := json.Unmarshal(text, &read); err != nil {
		return Scores{}, fmt.Errorf("the earlier scores cannot be read: %w", err)
	}
	scores := Scores{}
	for path, days := range read {
		for _, d := range days {
			if d.Day != "" && d.Score >= 0 && d.Score <= 100 && path != "" {
				scores = scores.Note(path, d.Day, d.Score)
			}
		}
	}
	return scores, nil
}

// SaveScores keeps the scores, and those that another window has kept since they
// were read. What is there and cannot be read is not written over.
func (f Folder) SaveScores(s Scores) error {
	if f == "" {
		return nil // a drawing without its past is no fault to speak of
	}
	return f.exclusively(f.ScoreFile(), func() error {
		there, err := f.Scores()
		if err != nil {
			return err
		}
		text, err := json.MarshalIndent(there.merged(s), "", " ")
		if err != nil {
			return err
		}
		return file.WriteFile(f.ScoreFile(), text)
	})
}

// merged are the scores with newer ones, which count where both have one for a
// day.
func (s Scores) merged(newer Scores) Scores {
	for path, days := range newer {
		for _, d := range days {
			s = s.Note(path, d.Day, d.Score)
		}
	}
	return s
}

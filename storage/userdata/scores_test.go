package userdata

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"sync"
	"testing"
)

func TestScores(t *testing.T) {
	home := Folder(t.TempDir())
	s, err := home.Scores()
	if err != nil || len(s) != 0 {
		t.Fatalf("before any: %v, %v", s, err)
	}
	s = s.Note("a.json", "2026-03-01", 60).Note("a.json", "2026-03-02", 65).Note("b.json", "2026-03-02", 80)
	again := s.Note("a.json", "2026-03-02", 70)
	if want := []Scored{{"2026-03-01", 60}, {"2026-03-02", 70}}; !slices.Equal(again["a.json"], want) || s["a.json"][1].Score != 65 {
		t.Errorf("%v, and before %v", again, s)
	}
	if err := home.SaveScores(again); err != nil {
		t.Fatal(err)
	}
	if got, err := home.Scores(); err != nil || !reflect.DeepEqual(got, again) {
		t.Errorf("%v, %v", got, err)
	}
	if err := os.WriteFile(home.ScoreFile(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := home.Scores(); err == nil || got == nil {
		t.Errorf("a damaged file: %v, %v", got, err)
	}
	if got, err := Folder("").Scores(); err != nil || got == nil || Folder("").SaveScores(got) != nil {
		t.Error("nowhere is a fault")
	}
}

// Two windows keep their scores each as a whole, and neither loses the other's.
func TestTwoWindowsKeepScores(t *testing.T) {
	home := Folder(t.TempDir())
	var windows sync.WaitGroup
	for i := range 8 {
		windows.Go(func() {
			mine := Scores{}
			for day := range 3 {
				mine = mine.Note(fmt.Sprintf("%d.json", i), fmt.Sprintf("2026-03-%02d", day+1), 50)
				if err := home.SaveScores(mine); err != nil {
					t.Error(err)
				}
			}
		})
	}
	windows.Wait()
	got, err := home.Scores()
	if err != nil || len(got) != 8 {
		t.Fatalf("%v, %v", got, err)
	}
	for path, days := range got {
		if len(days) != 3 {
			t.Errorf("%s: %v", path, days)
		}
	}
	if err := os.WriteFile(home.ScoreFile(), []byte("mine, by hand"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := home.SaveScores(got); err == nil {
		t.Error("what cannot be read is written over")
	}
}

func TestScoresAreBounded(t *testing.T) {
	s := Scores{}
	for i := range 2 * maxScoredDays {
		s = s.Note("a.json", fmt.Sprintf("2026-%02d-%02d", 1+i/28, 1+i%28), float64(i%100))
	}
	if days := s["a.json"]; len(days) != maxScoredDays || days[len(days)-1].Day != "2026-05-08" {
		t.Errorf("%d days are kept", len(days))
	}
	for i := range 2 * maxScoredFiles {
		s = s.Note(fmt.Sprintf("%03d.json", i), "2026-06-01", 50)
	}
	if _, there := s["a.json"]; there || len(s) != maxScoredFiles || s["199.json"] == nil {
		t.Errorf("%d files are kept", len(s))
	}
}

func FuzzScores(f *testing.F) {
	f.Add([]byte(`{"a.json":[{"day":"2026-03-01","score":60}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, _ := readScores(text)
		for path, days := range s {
			if path == "" || len(days) == 0 || len(days) > maxScoredDays || !slices.IsSortedFunc(days, func(a, b Scored) int {
				if a.Day < b.Day {
					return -1
				}
				return 1
			}) {
				t.Errorf("%q: %v", path, days)
			}
		}
	})
}

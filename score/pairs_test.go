package score

import (
	"os"
	"strings"
	"testing"

	"resumax/resume"
)

// pairs are bullets about the same work, the weaker one first.
func pairs(t testing.TB) (pairs [][2]string) {
	text, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(text), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if len(lines) == 2 {
			pairs = append(pairs, [2]string(lines))
		}
	}
	if len(pairs) < 40 {
		t.Fatalf("%d pairs are too few to tell", len(pairs))
	}
	return pairs
}

// The better of two bullets scores higher among others, and rates higher.
func TestBetterBulletsScoreHigher(t *testing.T) {
	s, right := New(), 0
	all := pairs(t)
	among := func(text string) float64 {
		d := letter(t, text, "Cut the build from 20 minutes to 6 with a shared cache.", "Wrote the guide for new colleagues.", "Planned the move to another office.")
		for at, text := range map[resume.Address]string{"/basics/email": "a@example.org", "/work/0/startDate": "2024-01"} {
			d = must(d.SetText(at, text))
		}
		return s.Score(d, Options{Today: today})
	}
	for _, p := range all {
		worse, better := among(p[0]), among(p[1])
		weak, strong := s.Rate(p[0], Options{}), s.Rate(p[1], Options{})
		if better > worse && strong.Strength > weak.Strength {
			right++
			continue
		}
		t.Logf("%q %s, %.1f\n%q %s, %.1f", p[0], weak.Words(), worse, p[1], strong.Words(), better)
	}
	t.Logf("%d of %d pairs are in order", right, len(all))
	if right < len(all)*38/40 {
		t.Errorf("%d of %d pairs are in order", right, len(all))
	}
}

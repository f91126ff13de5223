package role

import "testing"

func TestChoose(t *testing.T) {
	known, guessed := &Pack{ID: "known"}, &Guess{Pack: &Pack{ID: "guessed"}}
	for _, c := range []struct {
		asked, id, unknown string
		guess              *Guess
		guesses            int
	}{
		{"known", "known", "", guessed, 0},
		{None, "", "", guessed, 0},
		{"", "guessed", "", guessed, 1},
		{"gone", "guessed", "gone", guessed, 1},
		{"gone", "", "gone", nil, 1},
		{"", "", "", nil, 1},
	} {
		guesses := 0
		got := Choose(c.asked, List{known}.Find, func() *Guess { guesses++; return c.guess })
		id := ""
		if got.Pack != nil {
			id = got.Pack.ID
		}
		if id != c.id || got.Unknown != c.unknown || guesses != c.guesses || (got.Guess != nil) != (id == "guessed") {
			t.Errorf("%q: %+v after %d guesses", c.asked, got, guesses)
		}
	}
}

package windowing

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFit(t *testing.T) {
	laptop, right, above := Screen{0, 0, 1440, 900}, Screen{1440, 0, 2560, 1440}, Screen{0, -1080, 1920, 1080}
	for name, c := range map[string]struct {
		at            Place
		width, height int
		screens       []Screen
		want          Place
		w, h          int
	}{
		"where it was":           {Place{X: 100, Y: 60, Known: true}, 1200, 800, []Screen{laptop}, Place{X: 100, Y: 60, Known: true}, 1200, 800},
		"on the second screen":   {Place{X: 1700, Y: 60, Known: true}, 1800, 1200, []Screen{laptop, right}, Place{X: 1700, Y: 60, Known: true}, 1800, 1200},
		"above the first":        {Place{X: 40, Y: -1000, Known: true}, 1200, 800, []Screen{laptop, above}, Place{X: 40, Y: -1000, Known: true}, 1200, 800},
		"the screen is gone":     {Place{X: 1700, Y: 60, Known: true}, 1800, 1200, []Screen{laptop}, Place{X: 0, Y: 0, Known: true}, 1440, 900},
		"gone, and it is small":  {Place{X: 1700, Y: 60, Known: true}, 1000, 700, []Screen{laptop}, Place{X: 220, Y: 100, Known: true}, 1000, 700},
		"half over the edge":     {Place{X: 1000, Y: 60, Known: true}, 1200, 800, []Screen{laptop}, Place{X: 1000, Y: 60, Known: true}, 1200, 800},
		"title above the screen": {Place{X: 100, Y: -30, Known: true}, 1000, 700, []Screen{laptop}, Place{X: 220, Y: 100, Known: true}, 1000, 700},
		"larger than the screen": {Place{X: 10, Y: 20, Known: true}, 2000, 1200, []Screen{laptop}, Place{X: 0, Y: 0, Known: true}, 1440, 900},
		"Wayland":                {Place{}, 2000, 700, []Screen{laptop}, Place{}, 1440, 700},
		"no screens known":       {Place{X: 5, Y: 5, Known: true}, 2000, 700, nil, Place{X: 5, Y: 5}, 2000, 700},
		"maximized stays":        {Place{X: 1700, Y: 60, Known: true, Maximized: true}, 1000, 700, []Screen{laptop}, Place{X: 220, Y: 100, Known: true, Maximized: true}, 1000, 700},
	} {
		at, w, h := Fit(c.at, c.width, c.height, c.screens)
		if at != c.want || w != c.w || h != c.h {
			t.Errorf("%s: %+v %d×%d, want %+v %d×%d", name, at, w, h, c.want, c.w, c.h)
		}
	}
}

// Wherever a window was: its title is on a screen, it is no larger than one, and a second
// start changes nothing.
func TestFitAnywhere(t *testing.T) {
	coordinate, size := rapid.IntRange(-6000, 6000), rapid.IntRange(720, 5000)
	rapid.Check(t, func(t *rapid.T) {
		var screens []Screen // side by side
		left := coordinate.Draw(t, "left")
		for range rapid.IntRange(1, 4).Draw(t, "screens") {
			s := Screen{left, rapid.IntRange(-500, 500).Draw(t, "top"), rapid.IntRange(800, 4000).Draw(t, "width"), rapid.IntRange(480, 2400).Draw(t, "height")}
			screens, left = append(screens, s), left+s.Width
		}
		was := Place{X: coordinate.Draw(t, "x"), Y: coordinate.Draw(t, "y"), Known: true}
		at, w, h := Fit(was, size.Draw(t, "width"), size.Draw(t, "height"), screens)
		on := false
		for _, s := range screens {
			shown := min(at.X+w, s.X+s.Width) - max(at.X, s.X)
			on = on || shown >= reachable && at.Y >= s.Y && at.Y < s.Y+s.Height && w <= s.Width && h <= s.Height
		}
		if !on {
			t.Fatalf("%+v %d×%d is out of reach on %+v", at, w, h, screens)
		}
		if at2, w2, h2 := Fit(at, w, h, screens); at2 != at || w2 != w || h2 != h {
			t.Fatalf("%+v %d×%d moves to %+v %d×%d", at, w, h, at2, w2, h2)
		}
	})
}

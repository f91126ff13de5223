package widgets

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestQuestionPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		long, short := NewQuestionRow(), NewQuestionRow()
		long.SetText(QuestionText{Title: "Draw the system that answers 80k requests a second. Where does it break first, and how do you know that it does?", Note: "Number · Halvorsen", Aside: "in 8 days", Dot: ColorGood})
		short.SetText(QuestionText{Title: "Why Citus?", Note: "The number has changed since you practiced", Aside: "likely", Warn: true})
		cells := NewCells()
		cells.SetCells([]Cell{{Color: ColorGood, Tip: "ready"}, {Color: ColorGood, Half: true, Tip: "begun"}, {Tip: "open"}, {Color: ColorBad, Gap: true, Tip: "blocked"}, {Tip: "open"}})
		cells.SetSelected(1)
		left, over := NewCountdown(2*time.Minute), NewCountdown(2*time.Minute)
		left.SetLeft(80 * time.Second)
		over.SetLeft(-5 * time.Second)
		w := show(t, NewColumn(8, long, short, cells, left, over, NewTickRow("Peak or sustained, real load or a test, and on how many machines", true, nil), NewTickRow("What breaks first", false, nil)), 320, 420)
		checkGolden(t, w, "question-"+look)
	})
}

func TestCountdownSaysTheTime(t *testing.T) {
	c := NewCountdown(2 * time.Minute)
	for left, want := range map[time.Duration]string{2 * time.Minute: "2:00", 61400 * time.Millisecond: "1:01", 0: "0:00", -65 * time.Second: "+1:05"} {
		if c.SetLeft(left); c.Text() != want {
			t.Errorf("%v is %q, want %q", left, c.Text(), want)
		}
	}
}

func TestCellsByKeysAndTaps(t *testing.T) {
	c := NewCells()
	c.SetCells([]Cell{{Tip: "a"}, {Tip: "b"}, {Tip: "c", Gap: true}})
	w := show(t, c, 200, 40)
	var got []int
	c.OnTapped = func(i int) { got = append(got, i) }
	w.Canvas().Focus(c)
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn, fyne.KeyLeft} {
		c.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if c.AccessibilityLabel() != "b" {
		t.Errorf("the keys are on %q", c.AccessibilityLabel())
	}
	c.TypedRune(' ')
	at, _ := c.places(c.Size().Width)
	test.TapAt(c, at[0].AddXY(2, 2))
	if len(got) != 3 || got[0] != 2 || got[1] != 1 || got[2] != 0 {
		t.Errorf("chosen were %v", got)
	}
	if c.cellAt(fyne.NewPos(190, 2)) != -1 {
		t.Error("there is a cell behind the last one")
	}
}

func TestATickIsPressed(t *testing.T) {
	var got []bool
	r := NewTickRow("Peak", false, func(on bool) { got = append(got, on) })
	show(t, r, 200, 40)
	r.Tapped(nil)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.TypedRune(' ')
	r.SetOn(false) // by the program
	if len(got) != 3 || !got[0] || got[1] || !got[2] || r.On() {
		t.Errorf("%v, %v", got, r.On())
	}
}

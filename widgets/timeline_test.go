package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTimelineLanes(t *testing.T) {
	newApp(t)
	l := NewTimeline()
	l.SetSpans(2010, 2020, []TimeSpan{
		{From: 2010, To: 2014}, {From: 2012, To: 2016}, {From: 2014, To: 2018}, {From: 2015, To: 2016}, {From: 2011, To: 2019, Look: SpanGap},
	})
	for i, want := range []int{0, 1, 0, 2, 3} {
		if got := l.bars[i].lane; got != want {
			t.Errorf("span %d is in lane %d, want %d", i, got, want)
		}
	}
	if before := l.MinSize().Height; before <= 0 {
		t.Error("it has no height")
	} else if l.SetSpans(2010, 2020, nil); l.MinSize().Height >= before {
		t.Error("without spans it is as high")
	}
}

func TestTimelineByMouseAndKeys(t *testing.T) {
	newApp(t)
	l := NewTimeline()
	got := []int{}
	l.OnTapped = func(i int) { got = append(got, i) }
	l.SetSpans(2010, 2020, []TimeSpan{{From: 2010, To: 2014, Name: "one"}, {From: 2014, To: 2018, Name: "two"}, {From: 2018, To: 2020, Name: "three"}})
	w := show(t, l, 300, 80)
	test.TapCanvas(w.Canvas(), l.bars[1].Position().AddXY(20, 8))
	w.Canvas().Focus(l)
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyHome, fyne.KeySpace} {
		pressKey(l, k)
	}
	if len(got) != 3 || got[0] != 1 || got[1] != 2 || got[2] != 0 {
		t.Errorf("%v were tapped, want 1, 2, 0", got)
	}
}

func TestSparklineKeepsItsEndsWhenThinned(t *testing.T) {
	newApp(t)
	s := NewSparkline()
	values := make([]float64, 1000)
	for i := range values {
		values[i] = float64(i)
	}
	s.SetValues(values, 500)
	if n := len(s.values); n != sparkPoints || s.values[0] != 0 || s.values[n-1] != 999 {
		t.Errorf("%d values from %v to %v", n, s.values[0], s.values[n-1])
	}
	if v := s.values[s.newer]; v < 500 || v > 530 {
		t.Errorf("the newer part begins with %v", v)
	}
	s.SetValues([]float64{1}, 0)
	show(t, s, 100, 60)
	if !s.dot.Hidden || !s.baseline.Hidden {
		t.Error("a single value is drawn as a line")
	}
}

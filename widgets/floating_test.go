package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// clock runs what a stage does later when a test says so.
type clock struct {
	now    time.Duration
	timers map[*func()]time.Duration
}

func (c *clock) later(delay time.Duration, f func()) (stop func()) {
	c.timers[&f] = c.now + delay
	return func() { delete(c.timers, &f) }
}

func (c *clock) pass(d time.Duration) {
	for c.now += d; ; {
		var due *func()
		for f, at := range c.timers {
			if at <= c.now && (due == nil || at < c.timers[due]) {
				due = f
			}
		}
		if due == nil {
			return
		}
		delete(c.timers, due)
		(*due)()
	}
}

// stageOf400 shows an object on a stage of 400 by 300 whose time is the test's.
func stageOf400(t *testing.T, o fyne.CanvasObject) (*Stage, *clock) {
	t.Helper()
	newApp(t)
	c := &clock{timers: map[*func()]time.Duration{}}
	s := NewStage(o)
	s.Later = c.later
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	return s, c
}

func TestTooltipGoesWhenItsOwnerMovesOrAKeyIsPressed(t *testing.T) {
	button := NewIconButton(theme.ContentAddIcon(), "Add", nil)
	scroll := container.NewVScroll(container.NewVBox(button, canvas.NewText("a", nil), container.NewGridWrap(fyne.NewSize(10, 900))))
	s, c := stageOf400(t, scroll)
	for what, end := range map[string]func(){
		"a wheel": func() { scroll.ScrollToOffset(fyne.NewPos(0, 60)) },
		"a key":   HideTooltip,
		"leaving": button.MouseOut,
		"time":    func() { c.pass(tooltipShown) },
	} {
		scroll.ScrollToTop()
		button.MouseIn(nil)
		c.pass(tooltipDelay)
		c.pass(5 * tooltipLook)
		if len(s.floating) != 1 {
			t.Fatalf("before %s: %d tooltips", what, len(s.floating))
		}
		end()
		c.pass(tooltipLook)
		if len(s.floating) != 0 || len(c.timers) != 0 {
			t.Errorf("after %s: %d tooltips, %d timers", what, len(s.floating), len(c.timers))
		}
	}
}

func TestTooltipCoversNoLabel(t *testing.T) {
	button := NewIconButton(theme.ContentAddIcon(), "Add", nil)
	label := func() fyne.CanvasObject { return NewLabel("a label in the next row") }
	for name, c := range map[string]struct {
		rows   []fyne.CanvasObject
		beside func(tip, button fyne.Position) bool
	}{
		"free below":  {[]fyne.CanvasObject{label(), container.NewHBox(button)}, func(tip, b fyne.Position) bool { return tip.Y > b.Y+20 }},
		"label below": {[]fyne.CanvasObject{container.NewHBox(button), label()}, func(tip, b fyne.Position) bool { return tip.X > b.X+20 && tip.Y < b.Y+20 }},
	} {
		s, clock := stageOf400(t, container.NewVBox(c.rows...))
		button.MouseIn(nil)
		clock.pass(tooltipDelay)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
		if tip := s.floating[0].object.Position(); !c.beside(tip, at) {
			t.Errorf("%s: the tooltip of the button at %v is at %v", name, at, tip)
		}
		button.MouseOut()
	}
}

func TestToastStaysForThePointer(t *testing.T) {
	s, c := stageOf400(t, NewLabel(""))
	toaster := NewToaster(s)
	toaster.Show("Deleted a bullet", "Undo", nil)
	if b := toaster.shown; b.Position().Y+b.Size().Height > 300-50 {
		t.Error("it lies over the bar at the window's foot")
	}
	c.pass(8 * time.Second)
	if toaster.Text() == "" {
		t.Error("it goes within eight seconds")
	}
	toaster.shown.MouseIn(nil)
	c.pass(time.Minute)
	if toaster.Text() == "" {
		t.Fatal("it goes from below the pointer")
	}
	toaster.shown.MouseOut()
	c.pass(toastTime)
	if toaster.Text() != "" || toaster.Dismiss() {
		t.Error("it stays when the pointer has left")
	}
	toaster.Show("Again", "", nil)
	if !toaster.Dismiss() || toaster.Text() != "" || len(c.timers) != 0 {
		t.Error("it cannot be dismissed")
	}
}

func TestFileNamesKeepTheirExtension(t *testing.T) {
	newApp(t)
	name := "Resume of Ines Okafor for Halvorsen, final version.json"
	for _, width := range []float32{400, 200, 120, 90} {
		got := middleEllipsis(name, width, 13, fyne.TextStyle{})
		if textWidth(got, 13, fyne.TextStyle{}) > width || !strings.HasSuffix(got, ".json") || !strings.HasPrefix(got, "Re") {
			t.Errorf("in %v: %q", width, got)
		}
	}
	if got := middleEllipsis("a.json", 200, 13, fyne.TextStyle{}); got != "a.json" {
		t.Error(got)
	}
}

// A slider has the accent's color however often it is painted, and in a row of settings or not.
func TestSliderIsNeverBlack(t *testing.T) {
	newApp(t)
	s := NewSlider(0, 10, 1)
	show(t, NewSettingRow("Size", s, nil), 400, 50)
	for range 2 {
		r := test.WidgetRenderer(s)
		for i, want := range []fyne.ThemeColorName{ColorTrack, theme.ColorNamePrimary} {
			if got := r.Objects()[i].(*canvas.Rectangle).FillColor; got != Color(want) {
				t.Errorf("object %d is %v", i, got)
			}
		}
		s.SetValue(4)
		r.Refresh()
	}
}

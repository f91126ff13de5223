package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestMonthPickerKeys(t *testing.T) {
	const none = -1
	for _, c := range []struct {
		keys                []fyne.KeyName
		year, month, choice int
	}{
		{nil, 2020, 3, none},
		{[]fyne.KeyName{fyne.KeyRight}, 2020, 4, none},
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft}, 2019, 12, none},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, 2020, 11, none},
		{[]fyne.KeyName{fyne.KeyUp}, 2019, 11, none},
		{[]fyne.KeyName{fyne.KeyPageUp}, 2019, 3, none},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown}, 2022, 3, none},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft}, 2020, 0, none},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, none, none, 1},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyUp}, 2020, 10, none},
	} {
		newApp(t)
		p := NewMonthPicker(2020, 3, "Present", "Clear")
		year, month, choice := none, none, none
		p.OnMonth = func(y, m int) { year, month = y, m }
		p.OnChoice = func(i int) { choice = i }
		for _, k := range append(c.keys, fyne.KeyReturn) {
			p.TypedKey(&fyne.KeyEvent{Name: k})
		}
		if year != c.year || month != c.month || choice != c.choice {
			t.Errorf("%v chooses %d-%d, %d; want %d-%d, %d", c.keys, year, month, choice, c.year, c.month, c.choice)
		}
	}
}

func TestMonthPickerOpensAndCloses(t *testing.T) {
	newApp(t)
	f := NewTextField("")
	w := show(t, f, 300, 260)
	open := func(keys ...fyne.KeyName) (month, closed int) {
		p := NewMonthPicker(2020, 3)
		p.OnMonth = func(_, m int) { month = m }
		ShowMonthPicker(f, p, func() { closed++ })
		if w.Canvas().Focused() != fyne.Focusable(p) {
			t.Fatal("it does not have the focus")
		}
		for _, k := range keys {
			pressKey(p, k)
		}
		if len(w.Canvas().Overlays().List()) > 0 {
			t.Errorf("%v leaves it open", keys)
		}
		return month, closed
	}
	if month, closed := open(fyne.KeyEscape); month != 0 || closed != 1 {
		t.Errorf("Escape chooses %d and closes it %d times", month, closed)
	}
	if month, closed := open(fyne.KeyRight, fyne.KeySpace); month != 4 || closed != 1 {
		t.Errorf("Space chooses %d and closes it %d times", month, closed)
	}
	p := NewMonthPicker(2020, 3)
	year := 0
	p.OnMonth = func(y, _ int) { year = y }
	test.Tap(p.on)
	test.Tap(p.cells[0])
	if year != 2021 {
		t.Errorf("the mouse chooses %d", year)
	}
}

func TestMonthPickerPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		p := NewMonthPicker(2020, 3, "Present", "Clear")
		w := show(t, p, 232, 180)
		w.Canvas().Focus(p)
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		p.cells[1].MouseIn(nil)
		checkGolden(t, w, "months-"+look)
	})
}

package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestPressing taps each pressable widget and presses it with the keyboard.
func TestPressing(t *testing.T) {
	newApp(t)
	presses := 0
	count := func() { presses++ }
	meter := NewMeter("Impact")
	meter.OnTapped = count
	row := NewActionRow("+1", "Title", "Detail")
	row.OnTapped = count
	button := NewIconButton(theme.ContentAddIcon(), "Add", count)
	chips := NewChips(Chip{"Go", ChipHave}, Chip{"Redis", ChipMissing})
	chips.OnTapped = func(i int) {
		if i == 1 {
			count()
		}
	}
	show(t, NewColumn(4, meter, row, button, chips), 300, 300)
	for _, w := range []interface {
		fyne.Tappable
		fyne.Focusable
	}{meter, row, button, chips.flow.Objects[1].(*chip)} {
		presses = 0
		test.Tap(w)
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyA} {
			pressKey(w, key)
		}
		if presses != 3 {
			t.Errorf("%T was pressed %d times, want 3", w, presses)
		}
	}
	button.Disable()
	presses = 0
	test.Tap(button)
	if presses != 0 {
		t.Error("a disabled button acts")
	}
}

func TestFieldMessageTakesNoRoomWhenEmpty(t *testing.T) {
	newApp(t)
	f := NewField("Start", NewTextField(""))
	show(t, container.NewVBox(f), 300, 200)
	bare := f.MinSize().Height
	f.SetParsed("Like Mar 2021")
	hinted := f.MinSize().Height
	f.SetProblem("Not a date")
	f.SetParsed("1 March 2021")
	if hinted <= bare || f.message.Text() != "Not a date" || f.Problem() != "Not a date" {
		t.Errorf("%v high without, %v with a hint; it says %q", bare, hinted, f.message.Text())
	}
	f.SetProblem("")
	if got := f.message.Text(); got != "1 March 2021" {
		t.Errorf("without the problem it says %q", got)
	}
	f.SetParsed("")
	if got := f.MinSize().Height; got != bare {
		t.Errorf("%v high with nothing to say, was %v", got, bare)
	}
}

func TestToast(t *testing.T) {
	newApp(t)
	s := newTestStage(container.NewWithoutLayout())
	show(t, s, 400, 200)
	toaster := NewToaster(s)
	undone := 0
	toaster.Show("Deleted", "Undo", nil)
	toaster.Show("Moved", "Undo", func() { undone++ })
	if len(s.floating) != 1 || toaster.Text() != "Moved" {
		t.Fatalf("%d toasts float; %q is shown", len(s.floating), toaster.Text())
	}
	test.Tap(toaster.shown.actions[0])
	if undone != 1 || len(s.floating) != 0 || toaster.Text() != "" {
		t.Errorf("undone %d times, %d toasts float", undone, len(s.floating))
	}
}

// A message that is too long for the window's width, such as one about a damaged
// file, goes on in further lines.
func TestLongToast(t *testing.T) {
	newApp(t)
	s := newTestStage(container.NewWithoutLayout())
	show(t, s, 400, 200)
	toaster := NewToaster(s)
	toaster.Show(strings.Repeat("The file was changed by another program. ", 4), "Undo", nil)
	b := toaster.shown
	if b.Position().X < 0 || b.Position().X+b.Size().Width > 400 || b.Position().Y < 0 {
		t.Errorf("it is at %v, %v large", b.Position(), b.Size())
	}
	end := float32(0)
	b.eachLine(func(line *canvas.Text) {
		if line.Position().Y < end || line.Position().X+line.MinSize().Width > b.actions[0].Position().X {
			t.Errorf("%q is at %v", line.Text, line.Position())
		}
		end = line.Position().Y + line.MinSize().Height
	})
	if len(b.lines.Objects) < 2 || end > b.Size().Height {
		t.Errorf("%d lines end at %v of %v", len(b.lines.Objects), end, b.Size().Height)
	}
}

func TestTooltip(t *testing.T) {
	newApp(t)
	b := NewIconButton(theme.DeleteIcon(), "Delete the bullet", nil)
	s := newTestStage(container.NewVBox(container.NewHBox(b)))
	show(t, s, 400, 200)
	var due func()
	s.Later = func(_ time.Duration, f func()) func() {
		due = f
		return func() { due = nil }
	}
	b.MouseIn(&desktop.MouseEvent{})
	if due == nil || b.tip.shown != nil {
		t.Fatal("no tooltip is on its way")
	}
	due()
	if b.tip.shown == nil || len(s.floating) != 1 {
		t.Fatal("no tooltip is shown")
	}
	tip := b.tip.shown
	if tip.Position().X < 0 || tip.Position().Y < b.Size().Height {
		t.Errorf("the tooltip is at %v", tip.Position())
	}
	b.MouseOut()
	if due != nil || len(s.floating) != 0 {
		t.Error("the tooltip stays")
	}
}

func TestScoreStripShowsWholePoints(t *testing.T) {
	newApp(t)
	s := NewScoreStrip(NewMeter("Impact"))
	show(t, s, 300, 120)
	s.SetScore(99.7, "Strong", ColorGood)
	if s.Score() != "99" {
		t.Errorf("99.7 is shown as %s", s.Score())
	}
	if h := s.MinSize().Height; h > 120 {
		t.Errorf("the strip is %v high", h)
	}
}

// The buttons of a card show while it is hovered or focused, and can be focused always.
func TestAdviceCardShowsItsButtons(t *testing.T) {
	newApp(t)
	pressed := 0
	fix := NewIconButton(theme.ConfirmIcon(), "Fix", func() { pressed++ })
	c := NewAdviceCard(fix)
	taps := 0
	c.OnTapped = func() { taps++ }
	c.SetText(AdviceText{Worth: "+6", Color: ColorGood, Says: "“Led shifts of 9 nurses” names no result.", Do: "Say what changed, with a number"})
	w := show(t, c, 280, 120)
	if !fix.icon.Hidden {
		t.Error("the button shows at rest")
	}
	c.MouseIn(nil)
	if fix.icon.Hidden {
		t.Error("the button of a hovered card does not show")
	}
	c.MouseOut()
	fix.MouseIn(nil) // the pointer goes from the card to its button
	if fix.icon.Hidden {
		t.Error("a hovered button does not show")
	}
	fix.MouseOut()
	w.Canvas().Focus(fix)
	if fix.icon.Hidden {
		t.Error("a focused button does not show")
	}
	fix.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Tap(c)
	c.TypedRune(' ')
	if pressed != 1 || taps != 2 {
		t.Errorf("the button was pressed %d times, the card %d", pressed, taps)
	}
	if got := c.AccessibilityLabel(); got != "+6: “Led shifts of 9 nurses” names no result. Say what changed, with a number" {
		t.Errorf("it is called %q", got)
	}
}

func TestFlowWraps(t *testing.T) {
	newApp(t)
	chips := NewChips(Chip{Text: "PostgreSQL"}, Chip{Text: "Kubernetes"}, Chip{Text: "Prometheus"})
	show(t, container.NewVBox(chips), 400, 200)
	wide := chips.MinSize().Height
	chips.Resize(fyne.NewSize(90, wide))
	if narrow := chips.MinSize().Height; narrow < 3*wide {
		t.Errorf("one line is %v high, three are %v", wide, narrow)
	}
}

func TestModalTakesTheKeyboard(t *testing.T) {
	newApp(t)
	behind, path := NewTextField(""), NewTextField("")
	w := show(t, behind, 500, 300)
	c := w.Canvas()
	c.Focus(behind)
	entered, closed := 0, 0
	m := ShowModal(c, path, func() { entered++ })
	m.OnClosed = func() { closed++ }
	if c.Focused() == fyne.Focusable(behind) {
		t.Error("what lies behind keeps the keyboard")
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	m.Focus(path)
	path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	m.Close()
	if entered != 1 || closed != 1 || c.Overlays().Top() != nil && c.Overlays().Top().Visible() {
		t.Errorf("entered %d times, closed %d times", entered, closed)
	}
	if c.Focused() != fyne.Focusable(behind) {
		t.Error("the keyboard does not go back")
	}
	ShowModal(c, NewLabel("Sure?"), nil)
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.OnTypedKey() != nil {
		t.Error("keys still go to a modal that is closed")
	}
}

func TestDisclosureOpens(t *testing.T) {
	newApp(t)
	times := 0
	d := NewDisclosure(false, func() { times++ })
	show(t, d, 300, 60)
	test.Tap(d)
	d.TypedRune(' ')
	if times != 2 || d.Open() {
		t.Errorf("pressed %d times, open %v", times, d.Open())
	}
}

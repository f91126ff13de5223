package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// testRules part at commas.
var testRules = ChipRules{
	Typed: func(text string) ([]string, string) {
		parts := strings.Split(text, ",")
		return parts[:len(parts)-1], parts[len(parts)-1]
	},
	Pasted: func(text string) []string {
		return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' })
	},
	Unique: func(texts []string) []string {
		var all []string
		for _, t := range texts {
			if t = strings.TrimSpace(t); t != "" && !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
		return all
	},
}

func newChips(t *testing.T, fields ...string) ([]*ChipField, fyne.Window) {
	t.Helper()
	newApp(t)
	g := &ChipGroup{}
	var chips []*ChipField
	column := container.NewVBox()
	for _, texts := range fields {
		c := NewChipField(testRules, g)
		c.SetTexts(testRules.Unique(strings.Split(texts, ",")))
		chips = append(chips, c)
		column.Add(c)
	}
	g.OnMove = func(from *ChipField, i int, into *ChipField, to int) {
		texts := from.Texts()
		text := texts[i]
		from.SetTexts(slices.Delete(texts, i, i+1))
		into.SetTexts(slices.Insert(into.Texts(), to, text))
	}
	w := test.NewTempWindow(t, NewStage(column))
	w.Resize(fyne.NewSize(300, 300))
	return chips, w
}

func wantTexts(t *testing.T, c *ChipField, want string) {
	t.Helper()
	if got := strings.Join(c.Texts(), ","); got != want {
		t.Errorf("the texts are %q, want %q", got, want)
	}
}

func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestChipKeys(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []fyne.KeyName
		typed string
		want  string
		chip  int // with the focus, -1 for the entry
	}{
		{"typed text is a text before it is complete", nil, "d", "a,b,c,d", -1},
		{"a comma completes", nil, "d,e", "a,b,c,d,e", -1},
		{"a double joins", nil, "b,", "a,b,c", -1},
		{"Left leads to the last", []fyne.KeyName{fyne.KeyLeft}, "", "a,b,c", 2},
		{"arrows walk", []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight}, "", "a,b,c", 1},
		{"Right of the last leads to the entry", []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight}, "", "a,b,c", -1},
		{"Home and Delete", []fyne.KeyName{fyne.KeyLeft, fyne.KeyHome, fyne.KeyDelete}, "", "b,c", 0},
		{"Delete of the last leads to the entry", []fyne.KeyName{fyne.KeyLeft, fyne.KeyDelete}, "", "a,b", -1},
		{"Backspace goes on with the last", []fyne.KeyName{fyne.KeyBackspace}, "x", "a,b,cx", -1},
		{"Enter edits in place", []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn}, "x", "a,x,c", -1},
		{"a rune on a chip is typed", []fyne.KeyName{fyne.KeyLeft}, "d", "a,b,c,d", -1},
		{"Escape gives back what was edited", []fyne.KeyName{fyne.KeyLeft, fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyEscape}, "", "a,b,c", 2},
	} {
		fields, w := newChips(t, "a,b,c")
		fields[0].Focus()
		press(w, c.keys...)
		for _, r := range c.typed {
			w.Canvas().Focused().TypedRune(r)
		}
		if got := fields[0].FocusedChip(); got != c.chip {
			t.Errorf("%s: the focus is at %d, want %d", c.name, got, c.chip)
		}
		w.Canvas().Unfocus()
		if got := strings.Join(fields[0].Texts(), ","); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if fields[0].Input().Text != "" {
			t.Errorf("%s: the entry keeps %q", c.name, fields[0].Input().Text)
		}
	}
}

func TestChipsAreOneStopOfTab(t *testing.T) {
	fields, w := newChips(t, "a,b,c", "d,e")
	fields[0].Focus()
	w.Canvas().(interface{ FocusNext() }).FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(fields[1].Input()) {
		t.Error("Tab does not lead to the next field")
	}
	fields[0].FocusChip(1)
	w.Canvas().(interface{ FocusNext() }).FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(fields[0].Input()) {
		t.Error("Tab does not lead from a chip to its entry")
	}
}

func TestChipsMove(t *testing.T) {
	fields, w := newChips(t, "a,b,c", "d,e")
	fields[0].FocusChip(0)
	alt := func(k fyne.KeyName) {
		w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt})
	}
	alt(fyne.KeyRight)
	wantTexts(t, fields[0], "b,a,c")
	alt(fyne.KeyLeft)
	alt(fyne.KeyLeft)
	wantTexts(t, fields[0], "a,b,c")
	fields[0].group.StepField(1)
	wantTexts(t, fields[1], "d,e,a")
	if fields[1].FocusedChip() != 2 {
		t.Error("the focus did not go with the chip")
	}
	drag(fields[0], 0, fields[1], 1)
	wantTexts(t, fields[0], "c")
	wantTexts(t, fields[1], "d,b,e,a")
	drag(fields[1], 0, fields[1], 4)
	wantTexts(t, fields[1], "b,e,a,d")
}

// drag drags a chip to before the to-th of another field, or behind its last.
func drag(from *ChipField, i int, into *ChipField, to int) {
	d := fyne.CurrentApp().Driver()
	chip := from.chips[i]
	var at fyne.Position
	if to < len(into.chips) {
		at = d.AbsolutePositionForObject(into.chips[to]).AddXY(2, 5)
	} else {
		last := into.chips[len(into.chips)-1]
		at = d.AbsolutePositionForObject(last).AddXY(last.Size().Width-2, 5)
	}
	chip.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at.AddXY(-9, 0)}})
	chip.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	chip.DragEnd()
}

func TestEscapeEndsTheDragOfAChip(t *testing.T) {
	fields, _ := newChips(t, "a,b,c")
	chip := fields[0].chips[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(fields[0].chips[2]).AddXY(20, 5)
	chip.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	chip.DragEnd()
	wantTexts(t, fields[0], "a,b,c")
}

func TestChipMouse(t *testing.T) {
	fields, _ := newChips(t, "a,b,c")
	c := fields[0]
	middle, cross := fyne.NewPos(6, 8), fyne.NewPos(c.chips[1].Size().Width-8, 8)
	click := func(chip *inputChip, at fyne.Position) {
		ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
		chip.MouseDown(ev)
		chip.MouseUp(ev)
	}
	click(c.chips[0], middle)
	if c.FocusedChip() != 0 {
		t.Error("a click does not focus the chip")
	}
	click(c.chips[1], cross)
	wantTexts(t, c, "a,c")
	c.chips[1].DoubleTapped(&fyne.PointEvent{Position: middle})
	if c.Input().Text != "c" || c.Input().SelectedText() != "c" {
		t.Errorf("a double click puts %q into the entry", c.Input().Text)
	}
	wantTexts(t, c, "a,c")
}

func TestChipsWrap(t *testing.T) {
	fields, _ := newChips(t, "one,two,three,four,five,six,seven,eight,nine,ten", "a")
	if many, few := fields[0].MinSize().Height, fields[1].MinSize().Height; many < 2*few {
		t.Errorf("ten chips are %v high, one is %v", many, few)
	}
	for _, chip := range fields[0].chips {
		if right := chip.Position().X + chip.Size().Width; right > fields[0].Size().Width {
			t.Errorf("%s ends at %v of %v", chip.name, right, fields[0].Size().Width)
		}
	}
}

func TestChipFieldPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		many, none := NewChipField(testRules, nil), NewChipField(testRules, nil)
		many.Hint, none.Example = "Add skill", "Go, Java, SQL"
		many.SetTexts([]string{"Triage", "Wound care", "IV therapy", "Medication administration", "Patient education", "Epic"})
		w := show(t, NewColumn(10, NewField("Skills", many), NewField("Keywords", none), NewField("Title", NewTextField("Registered nurse"))), 380, 220)
		many.FocusChip(2)
		checkGolden(t, w, "chipfield-"+look)
	})
}

// A chip that another program's change has taken away has the focus still.
func TestKeysOnAChipThatIsGone(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyLeft} {
		fields, w := newChips(t, "a,b,c")
		fields[0].FocusChip(2)
		chip := w.Canvas().Focused()
		fields[0].SetTexts([]string{"a"})
		chip.TypedKey(&fyne.KeyEvent{Name: key})
		fields[0].remove(2) // of a menu
		wantTexts(t, fields[0], "a")
	}
}

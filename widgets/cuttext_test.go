package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestCutTextHasATooltip points at texts with and without room for all of them.
func TestCutTextHasATooltip(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	long := strings.Repeat("Registered Nurse ", 8)
	for _, c := range []struct {
		name   string
		object func(text string) fyne.CanvasObject
	}{
		{"note", func(text string) fyne.CanvasObject { n := NewCutNote(); n.SetText(text); return n }},
		{"disclosure", func(text string) fyne.CanvasObject {
			d := NewDisclosure(false, nil)
			d.SetText(DisclosureText{Title: text, Detail: "3 bullets"})
			return d
		}},
		{"choice", func(text string) fyne.CanvasObject { return NewChoiceRow("View", text, "", nil) }},
		{"big button", func(text string) fyne.CanvasObject { return NewBigButton(theme.ContentAddIcon(), text, "", true, nil) }},
	} {
		for text, want := range map[string]string{"Nurse": "", long: long} {
			o := c.object(text)
			stage := NewStage(o)
			w := test.NewTempWindow(t, stage)
			w.Resize(fyne.NewSize(300, 60))
			var wait []func()
			stage.Later = func(_ time.Duration, f func()) func() { wait = append(wait, f); return func() {} }
			o.(desktop.Hoverable).MouseIn(&desktop.MouseEvent{})
			for _, f := range wait {
				f()
			}
			if got := pointedText(); got != want {
				t.Errorf("%s %q: the tooltip says %q", c.name, text, got)
			}
			HideTooltip()
		}
	}
}

// pointedText is what the tooltip shown says, "" for none.
func pointedText() string {
	if pointed == nil || pointed.shown == nil {
		return ""
	}
	return pointed.shown.text
}

// A tooltip shows each line of its text as a line, and breaks those that are too long.
func TestTooltipLines(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	b := newBubble("Senior Nurse\nMercy Example Hospital", theme.SizeNameCaptionText, fyne.NewSize(8, 4))
	for width, want := range map[float32]int{600: 2, 100: 3} {
		b.fit(width)
		if got := len(b.lines.Objects); got != want {
			t.Errorf("%d lines at %.0f, want %d", got, width, want)
		}
	}
}

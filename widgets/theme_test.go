package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// contrast is the ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(n.R) + 0.7152*part(n.G) + 0.0722*part(n.B)
}

func TestContrastOfWhiteOnBlack(t *testing.T) {
	if got := contrast(color.White, color.Black); math.Abs(got-21) > 1e-9 {
		t.Errorf("got %v, want 21", got)
	}
}

// TestTextContrast checks level AA, 4.5:1, of every text color on every ground it is drawn on, at rest and hovered.
func TestTextContrast(t *testing.T) {
	surfaces := []fyne.ThemeColorName{
		theme.ColorNameBackground, ColorCard, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground,
	}
	on := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		theme.ColorNameForeground:          append([]fyne.ThemeColorName{theme.ColorNameButton, ColorAccentSoft, ColorBackdrop}, surfaces...),
		theme.ColorNamePrimary:             append([]fyne.ThemeColorName{ColorAccentSoft}, surfaces...),
		theme.ColorNameHyperlink:           surfaces,
		theme.ColorNameError:               surfaces,
		ColorMuted:                         append([]fyne.ThemeColorName{ColorTrack, ColorAccentSoft, ColorBackdrop}, surfaces...),
		ColorGood:                          append([]fyne.ThemeColorName{ColorGoodSoft}, surfaces...),
		ColorWarn:                          append([]fyne.ThemeColorName{ColorWarnSoft}, surfaces...),
		ColorBad:                           append([]fyne.ThemeColorName{ColorBadSoft}, surfaces...),
		theme.ColorNamePlaceHolder:         {theme.ColorNameInputBackground},
		theme.ColorNameForegroundOnPrimary: {theme.ColorNamePrimary},
		theme.ColorNameForegroundOnError:   {theme.ColorNameError},
		theme.ColorNameForegroundOnSuccess: {theme.ColorNameSuccess},
		theme.ColorNameForegroundOnWarning: {theme.ColorNameWarning},
		ColorOnTip:                         {ColorTip},
		ColorActionTip:                     {ColorTip},
	}
	for look, choice := range map[string]Choice{"light": Light, "dark": Dark} {
		th := NewTheme(choice)
		color := func(n fyne.ThemeColorName) color.Color { return th.Color(n, theme.VariantLight) }
		for text, grounds := range on {
			for _, ground := range grounds {
				if got := contrast(color(text), color(ground)); got < 4.5 {
					t.Errorf("%s: %s on %s has contrast %.2f", look, text, ground, got)
				}
				hovered := over(color(theme.ColorNameHover), color(ground))
				if text == theme.ColorNameForeground && contrast(color(text), hovered) < 4.5 {
					t.Errorf("%s: %s on hovered %s has contrast %.2f", look, text, ground, contrast(color(text), hovered))
				}
			}
		}
	}
}

// TestOutlineContrast checks level AA, 3:1, of what shows where a control is, what state it is in, and how much.
func TestOutlineContrast(t *testing.T) {
	surfaces := []fyne.ThemeColorName{theme.ColorNameBackground, ColorCard, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground}
	on := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		theme.ColorNameInputBorder: surfaces,
		theme.ColorNamePrimary:     append([]fyne.ThemeColorName{ColorTrack, ColorBackdrop, theme.ColorNameButton}, surfaces...),
		theme.ColorNameScrollBar:   {theme.ColorNameBackground, ColorBackdrop},
		ColorGood:                  {ColorTrack}, ColorWarn: {ColorTrack}, ColorBad: {ColorTrack},
	}
	for look, choice := range map[string]Choice{"light": Light, "dark": Dark} {
		th := NewTheme(choice)
		for line, grounds := range on {
			for _, ground := range grounds {
				under := th.Color(ground, theme.VariantLight)
				if got := contrast(over(th.Color(line, theme.VariantLight), under), under); got < 3 {
					t.Errorf("%s: %s on %s has contrast %.2f", look, line, ground, got)
				}
			}
		}
	}
}

// TestMarkKeepsTextReadable lays the mark over black text and white paper.
func TestMarkKeepsTextReadable(t *testing.T) {
	mark := lightPalette[ColorMark]
	if got := contrast(over(mark, color.Black), over(mark, color.White)); got < 7 {
		t.Errorf("marked text has contrast %.2f", got)
	}
}

func TestChoice(t *testing.T) {
	dark := darkPalette[theme.ColorNameBackground]
	light := lightPalette[theme.ColorNameBackground]
	for _, c := range []struct {
		choice  Choice
		desktop fyne.ThemeVariant
		want    color.Color
	}{
		{FollowSystem, theme.VariantDark, dark}, {FollowSystem, theme.VariantLight, light},
		{Light, theme.VariantDark, light}, {Dark, theme.VariantLight, dark},
	} {
		if got := NewTheme(c.choice).Color(theme.ColorNameBackground, c.desktop); got != c.want {
			t.Errorf("choice %d on desktop variant %d gives %v", c.choice, c.desktop, got)
		}
	}
}

func TestBothLooksNameTheSameColors(t *testing.T) {
	for name := range lightPalette {
		if _, ok := darkPalette[name]; !ok {
			t.Errorf("the dark look lacks %s", name)
		}
	}
	if len(lightPalette) != len(darkPalette) {
		t.Error("the looks differ in their names")
	}
}

// Text and icons follow the size of text, lines and corners do not.
func TestTextSize(t *testing.T) {
	large := NewTheme(Dark).WithText(150).OnDesktop(Light)
	for name, grown := range map[fyne.ThemeSizeName]bool{theme.SizeNameText: true, theme.SizeNameCaptionText: true, theme.SizeNameInlineIcon: true,
		theme.SizeNameInputBorder: false, theme.SizeNameInputRadius: false} {
		if before, after := NewTheme(Dark).Size(name), large.Size(name); (after == before*1.5) != grown || !grown && after != before {
			t.Errorf("%s: %g after %g", name, after, before)
		}
	}
	test.NewTempApp(t).Settings().SetTheme(large)
	if got := NewIconButton(nil, "", nil).MinSize(); got.Width != iconButtonSize*1.5 {
		t.Errorf("an icon button is %g wide", got.Width)
	}
}

// A caption is painted with enough contrast to be read, in both themes, and as a warning where it is one. It is in the
// app's theme, whose fonts are in memory: Fyne keeps those of another theme once more.
func TestCaptionIsMuted(t *testing.T) {
	newApp(t)
	for _, look := range []Choice{Light, Dark} {
		fyne.CurrentApp().Settings().SetTheme(NewTheme(look))
		c := NewCaption("Saved")
		show(t, c, 200, 60)
		painted := test.LaidOutObjects(c)[1].(*canvas.Text)
		if painted.Color != Color(ColorMuted) {
			t.Errorf("%v: a caption has %v, want %v", look, painted.Color, Color(ColorMuted))
		}
		c.Say("Not saved", true)
		painted = test.LaidOutObjects(c)[1].(*canvas.Text)
		if want := Color(theme.ColorNameWarning); painted.Color != want || painted.Text != "Not saved" {
			t.Errorf("%v: a warning is %q in %v, want %v", look, painted.Text, painted.Color, want)
		}
	}
}

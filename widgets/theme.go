package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Choice is light, dark, or the system's theme.
type Choice int

// The choices of a theme.
const (
	FollowSystem Choice = iota
	Light
	Dark
)

// Names of colors that Fyne does not define. [Color] resolves them.
const (
	ColorGood       fyne.ThemeColorName = "resumaxGood"       // text and bars: good
	ColorWarn       fyne.ThemeColorName = "resumaxWarn"       // text and bars: needs attention
	ColorBad        fyne.ThemeColorName = "resumaxBad"        // text and bars: bad
	ColorGoodSoft   fyne.ThemeColorName = "resumaxGoodSoft"   // the background of ColorGood text
	ColorWarnSoft   fyne.ThemeColorName = "resumaxWarnSoft"   // the background of ColorWarn text
	ColorBadSoft    fyne.ThemeColorName = "resumaxBadSoft"    // the background of ColorBad text
	ColorMuted      fyne.ThemeColorName = "resumaxMuted"      // labels, hints and details
	ColorCard       fyne.ThemeColorName = "resumaxCard"       // a raised surface on the window's background
	ColorBackdrop   fyne.ThemeColorName = "resumaxBackdrop"   // behind the paper
	ColorPaper      fyne.ThemeColorName = "resumaxPaper"      // the paper, white in both themes
	ColorAccentSoft fyne.ThemeColorName = "resumaxAccentSoft" // the background of selected items
	ColorTrack      fyne.ThemeColorName = "resumaxTrack"      // the empty part of a gauge or meter
	ColorDrop       fyne.ThemeColorName = "resumaxDrop"       // the shadow of paper and of dragged rows
	ColorMark       fyne.ThemeColorName = "resumaxMark"       // translucent, over the paper
	ColorMarkEdge   fyne.ThemeColorName = "resumaxMarkEdge"   // the outline of a mark
	ColorMarkFocus  fyne.ThemeColorName = "resumaxMarkFocus"  // translucent, over what is being edited
	ColorMarkBar    fyne.ThemeColorName = "resumaxMarkBar"    // on the paper, beside what is being edited
	ColorMarkTaken  fyne.ThemeColorName = "resumaxMarkTaken"  // translucent, over what was taken of a page
	ColorMarkLeft   fyne.ThemeColorName = "resumaxMarkLeft"   // translucent, over what was left of a page
	ColorLeftEdge   fyne.ThemeColorName = "resumaxLeftEdge"   // the outline of what was left
	ColorMarkChosen fyne.ThemeColorName = "resumaxMarkChosen" // translucent, over what is being looked at
	ColorInk        fyne.ThemeColorName = "resumaxInk"        // text on the paper
	ColorTip        fyne.ThemeColorName = "resumaxTip"        // the background of toasts and tooltips
	ColorOnTip      fyne.ThemeColorName = "resumaxOnTip"      // text on ColorTip
	ColorActionTip  fyne.ThemeColorName = "resumaxActionTip"  // the action's text on ColorTip
)

// Theme is the application's theme: one warm off-white or charcoal surface, near-black or near-white text and one teal
// accent. Text has at least the 4.5:1 contrast of WCAG 2.2 level AA with its background, outlines and bars 3:1.
type Theme struct {
	choice  Choice
	desktop Choice // what the desktop prefers: Light, Dark, or FollowSystem to take Fyne's word
	percent int    // the size of text, 0 for 100
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme for a choice.
func NewTheme(variant Choice) *Theme { return &Theme{choice: variant} }

// OnDesktop returns the theme for a desktop that prefers Light or Dark. Fyne itself learns that only after the window is
// shown; FollowSystem takes Fyne's word.
func (t *Theme) OnDesktop(prefers Choice) *Theme {
	return &Theme{choice: t.choice, desktop: prefers, percent: t.percent}
}

// WithText returns the theme with text and icons in a size of so many percent.
func (t *Theme) WithText(percent int) *Theme {
	return &Theme{choice: t.choice, desktop: t.desktop, percent: percent}
}

// Choice returns the choice that the theme was made with.
func (t *Theme) Choice() Choice { return t.choice }

// Dark reports whether the theme shows dark surfaces when the desktop prefers the given variant.
func (t *Theme) Dark(v fyne.ThemeVariant) bool {
	choice := t.choice
	if choice == FollowSystem {
		choice = t.desktop
	}
	if choice == FollowSystem {
		return v == theme.VariantDark
	}
	return choice == Dark
}

// Color returns the color of that name; names that neither this theme nor Fyne knows are transparent.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	palette, variant := lightPalette, theme.VariantLight
	if t.Dark(v) {
		palette, variant = darkPalette, theme.VariantDark
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font returns Fyne's bundled faces, so that the interface looks the same on every desktop.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace:
		return theme.DefaultTextMonospaceFont()
	case style.Symbol:
		return theme.DefaultSymbolFont()
	case style.Bold && style.Italic:
		return theme.DefaultTextBoldItalicFont()
	case style.Bold:
		return theme.DefaultTextBoldFont()
	case style.Italic:
		return theme.DefaultTextItalicFont()
	}
	return theme.DefaultTextFont()
}

// Icon returns Fyne's icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns the size of that name in Fyne's units; spaces are tighter than Fyne's own.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	s, ok := sizes[name]
	if !ok {
		s = theme.DefaultTheme().Size(name)
	}
	if t.percent > 0 && grows[name] {
		s *= float32(t.percent) / 100
	}
	return s
}

// grows are the sizes that follow the size of text.
var grows = map[fyne.ThemeSizeName]bool{
	theme.SizeNameText: true, theme.SizeNameCaptionText: true, theme.SizeNameSubHeadingText: true, theme.SizeNameHeadingText: true,
	theme.SizeNameInlineIcon: true, theme.SizeNameLineSpacing: true,
}

// WithText is the factor for a length of which a part, from 0 to 1, follows the size of text.
func WithText(part float32) float32 { return 1 + part*(scaled(1)-1) }

// scaled is a length that follows the size of text.
func scaled(length float32) float32 { return length * theme.TextSize() / sizes[theme.SizeNameText] }

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               13,
	theme.SizeNameCaptionText:        11,
	theme.SizeNameSubHeadingText:     15,
	theme.SizeNameHeadingText:        20,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       6,
	theme.SizeNameLineSpacing:        3,
	theme.SizeNameInlineIcon:         16,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        6,
	theme.SizeNameButtonRadius:       6,
	theme.SizeNameSelectionRadius:    3,
	theme.SizeNameCardRadius:         8,
	theme.SizeNameDialogRadius:       8,
	theme.SizeNamePopupRadius:        8,
	theme.SizeNameMenuRadius:         6,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    4,
	theme.SizeNameSeparatorThickness: 1,
}

// innerRadius is the corner radius of backgrounds, badges and bubbles.
const innerRadius = 6

// cardRadius is the corner radius of tiles and posters.
const cardRadius = 8

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func rgba(v uint32, alpha uint8) color.NRGBA {
	c := rgb(v)
	c.A = alpha
	return c
}

type palette map[fyne.ThemeColorName]color.NRGBA

var lightPalette = palette{
	theme.ColorNameBackground:          rgb(0xfbfaf8),
	theme.ColorNameForeground:          rgb(0x1d1f22),
	theme.ColorNamePrimary:             rgb(0x0f6b6b),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameHyperlink:           rgb(0x0f6b6b),
	theme.ColorNameFocus:               rgba(0x0f6b6b, 0x2e),
	theme.ColorNameSelection:           rgba(0x0f6b6b, 0x3d),
	theme.ColorNameButton:              rgb(0xebe8e2),
	theme.ColorNameDisabledButton:      rgb(0xefede8),
	theme.ColorNameDisabled:            rgb(0x9a978f),
	theme.ColorNameHover:               rgba(0x1d1f22, 0x0f),
	theme.ColorNamePressed:             rgba(0x1d1f22, 0x1f),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0x918d84),
	theme.ColorNamePlaceHolder:         rgb(0x6d7077),
	theme.ColorNameSeparator:           rgb(0xe4e1da),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xffffff),
	theme.ColorNameHeaderBackground:    rgb(0xfbfaf8),
	theme.ColorNameScrollBar:           rgba(0x1d1f22, 0x80),
	theme.ColorNameScrollBarBackground: rgba(0x1d1f22, 0x00),
	theme.ColorNameShadow:              rgba(0x2a261c, 0x1a),
	theme.ColorNameError:               rgb(0xb3261e),
	theme.ColorNameForegroundOnError:   rgb(0xffffff),
	theme.ColorNameSuccess:             rgb(0x1d6f3c),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	theme.ColorNameWarning:             rgb(0x8a5600),
	theme.ColorNameForegroundOnWarning: rgb(0xffffff),

	ColorGood:       rgb(0x1d6f3c),
	ColorWarn:       rgb(0x8a5600),
	ColorBad:        rgb(0xb3261e),
	ColorGoodSoft:   rgb(0xe1f1e6),
	ColorWarnSoft:   rgb(0xf9edd6),
	ColorBadSoft:    rgb(0xfae4e2),
	ColorMuted:      rgb(0x5c6067),
	ColorCard:       rgb(0xffffff),
	ColorBackdrop:   rgb(0xe9e6e0),
	ColorPaper:      rgb(0xffffff),
	ColorAccentSoft: rgb(0xdcecea),
	ColorTrack:      rgb(0xe4e1d9),
	ColorDrop:       rgba(0x2a261c, 0x38),
	ColorMark:       rgba(0xf2b91d, 0x38),
	ColorMarkEdge:   rgba(0xc98a00, 0x90),
	ColorMarkFocus:  rgba(0x0f6b6b, 0x12),
	ColorMarkBar:    rgb(0x2b9a92),
	ColorMarkTaken:  rgba(0x0f6b6b, 0x22),
	ColorMarkLeft:   rgba(0xc2371f, 0x16),
	ColorLeftEdge:   rgba(0xb3261e, 0xa0),
	ColorMarkChosen: rgba(0x0f6b6b, 0x38),
	ColorInk:        rgb(0x1d1f22),
	ColorTip:        rgb(0x2b2d31),
	ColorOnTip:      rgb(0xf4f2ee),
	ColorActionTip:  rgb(0x7fd6cc),
}

var darkPalette = palette{
	theme.ColorNameBackground:          rgb(0x1e2023),
	theme.ColorNameForeground:          rgb(0xe9e7e2),
	theme.ColorNamePrimary:             rgb(0x55c2b7),
	theme.ColorNameForegroundOnPrimary: rgb(0x08201e),
	theme.ColorNameHyperlink:           rgb(0x55c2b7),
	theme.ColorNameFocus:               rgba(0x55c2b7, 0x38),
	theme.ColorNameSelection:           rgba(0x55c2b7, 0x4d),
	theme.ColorNameButton:              rgb(0x303439),
	theme.ColorNameDisabledButton:      rgb(0x26292d),
	theme.ColorNameDisabled:            rgb(0x6f747b),
	theme.ColorNameHover:               rgba(0xffffff, 0x12),
	theme.ColorNamePressed:             rgba(0xffffff, 0x24),
	theme.ColorNameInputBackground:     rgb(0x25282c),
	theme.ColorNameInputBorder:         rgb(0x767b83),
	theme.ColorNamePlaceHolder:         rgb(0x969ba3),
	theme.ColorNameSeparator:           rgb(0x34383d),
	theme.ColorNameMenuBackground:      rgb(0x2a2d32),
	theme.ColorNameOverlayBackground:   rgb(0x26292d),
	theme.ColorNameHeaderBackground:    rgb(0x1e2023),
	theme.ColorNameScrollBar:           rgba(0xffffff, 0x70),
	theme.ColorNameScrollBarBackground: rgba(0xffffff, 0x00),
	theme.ColorNameShadow:              rgba(0x000000, 0x48),
	theme.ColorNameError:               rgb(0xf28b82),
	theme.ColorNameForegroundOnError:   rgb(0x2a0b08),
	theme.ColorNameSuccess:             rgb(0x72c78f),
	theme.ColorNameForegroundOnSuccess: rgb(0x0a2413),
	theme.ColorNameWarning:             rgb(0xe3ae52),
	theme.ColorNameForegroundOnWarning: rgb(0x2a1d00),

	ColorGood:       rgb(0x72c78f),
	ColorWarn:       rgb(0xe3ae52),
	ColorBad:        rgb(0xf28b82),
	ColorGoodSoft:   rgb(0x1e3527),
	ColorWarnSoft:   rgb(0x3a2f1a),
	ColorBadSoft:    rgb(0x402523),
	ColorMuted:      rgb(0xa6aab1),
	ColorCard:       rgb(0x25282c),
	ColorBackdrop:   rgb(0x131517),
	ColorPaper:      rgb(0xffffff),
	ColorAccentSoft: rgb(0x1f3b39),
	ColorTrack:      rgb(0x383c42),
	ColorDrop:       rgba(0x000000, 0x90),
	ColorMark:       rgba(0xf2b91d, 0x38),
	ColorMarkEdge:   rgba(0xc98a00, 0x90),
	ColorMarkFocus:  rgba(0x0f6b6b, 0x12),
	ColorMarkBar:    rgb(0x2b9a92),
	ColorMarkTaken:  rgba(0x0f6b6b, 0x22),
	ColorMarkLeft:   rgba(0xc2371f, 0x16),
	ColorLeftEdge:   rgba(0xb3261e, 0xa0),
	ColorMarkChosen: rgba(0x0f6b6b, 0x38),
	ColorInk:        rgb(0x1d1f22),
	ColorTip:        rgb(0xe9e7e2),
	ColorOnTip:      rgb(0x1d1f22),
	ColorActionTip:  rgb(0x0b5c5c),
}

// Color returns the color of that name in the running application's theme. If that is not a [Theme], names of this
// package have their light colors.
func Color(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(*Theme); ok {
		return t.Color(name, settings.ThemeVariant())
	}
	if c := theme.Color(name); c != color.Transparent {
		return c
	}
	return lightPalette[name]
}

// ShareColor is the color for a share of a maximum, from 0 to 1.
func ShareColor(share float64) fyne.ThemeColorName {
	switch {
	case share >= 0.8:
		return ColorGood
	case share >= 0.5:
		return ColorWarn
	}
	return ColorBad
}

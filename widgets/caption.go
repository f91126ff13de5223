package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewCaption returns a label for one line of small text, which is muted while its importance is low, and the object to
// show it with: by itself Fyne paints such a label as if it were disabled, with too little contrast to be read.
func NewCaption() (*widget.Label, fyne.CanvasObject) {
	l := widget.NewLabel("")
	l.SizeName, l.Importance = theme.SizeNameCaptionText, widget.LowImportance
	return l, container.NewThemeOverride(l, captionTheme{})
}

// captionTheme is the program's theme, in which what is of low importance is muted.
type captionTheme struct{}

func (captionTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameDisabled {
		name = ColorMuted
	}
	return appTheme().Color(name, v)
}

func (captionTheme) Font(s fyne.TextStyle) fyne.Resource        { return appTheme().Font(s) }
func (captionTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return appTheme().Icon(name) }
func (captionTheme) Size(name fyne.ThemeSizeName) float32       { return appTheme().Size(name) }

func appTheme() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// NewCaptionText returns one line of small muted text that is as wide as it is.
func NewCaptionText(text string) fyne.CanvasObject {
	l, o := NewCaption()
	l.SetText(text)
	return o
}

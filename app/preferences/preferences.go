// Package preferences is the window's saved state: sizes, theme, recent files.
package preferences

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/widgets"
)

// Store saves preferences in Fyne's file of the application.
type Store struct {
	fyne fyne.Preferences
}

// New is a store over Fyne's preferences.
func New(f fyne.Preferences) Store { return Store{f} }

const (
	keyRecent = "recent"
	keyWidth  = "window.width"
	keyHeight = "window.height"
	keyPanes  = "panes.widths" // of the mode Write; other modes append a dot and their name
	keyHidden = "panes.hidden"
	keyZoom   = "page.zoom"
	keyTheme  = "theme"
	keyDesk   = "theme.desktop"
	keyFolder = "folder"
	keyEmbed  = "export.attach"

	recentLimit = 12
)

// The window's first size fits the screen of a small laptop.
const (
	firstWidth  = 1360
	firstHeight = 820
	minWidth    = 720
	minHeight   = 480
)

// Embed reports whether PDFs get editable data.
func (s Store) Embed() bool { return s.fyne.Bool(keyEmbed) }

// SetEmbed saves whether PDFs get editable data.
func (s Store) SetEmbed(on bool) { s.fyne.SetBool(keyEmbed, on) }

// Recent are the paths of projects, the newest first.
func (s Store) Recent() []string { return s.fyne.StringList(keyRecent) }

// Remember moves a path to the top of the recent files.
func (s Store) Remember(path string) {
	list := slices.DeleteFunc(s.Recent(), func(p string) bool { return p == path })
	list = append([]string{path}, list...)
	s.setRecent(list[:min(len(list), recentLimit)])
}

// Forget removes a path from the recent files.
func (s Store) Forget(path string) {
	s.setRecent(slices.DeleteFunc(s.Recent(), func(p string) bool { return p == path }))
}

// setRecent saves the paths. Fyne compares a list with the old value and panics if
// that is not a list, so such a value is removed first.
func (s Store) setRecent(list []string) {
	if s.fyne.StringListWithFallback(keyRecent, nil) == nil {
		s.fyne.RemoveValue(keyRecent)
	}
	s.fyne.SetStringList(keyRecent, list)
}

// Folder is the folder of the last open or save, "" at first.
func (s Store) Folder() string { return s.fyne.String(keyFolder) }

// SetFolder saves the folder of an open or save.
func (s Store) SetFolder(folder string) { s.fyne.SetString(keyFolder, folder) }

// Size is the window's, in Fyne's units.
func (s Store) Size() fyne.Size {
	w := s.fyne.FloatWithFallback(keyWidth, firstWidth)
	h := s.fyne.FloatWithFallback(keyHeight, firstHeight)
	return fyne.NewSize(max(minWidth, float32(w)), max(minHeight, float32(h)))
}

// SetSize saves the window's size.
func (s Store) SetSize(size fyne.Size) {
	s.fyne.SetFloat(keyWidth, float64(size.Width))
	s.fyne.SetFloat(keyHeight, float64(size.Height))
}

func panesKey(mode string) string {
	if mode == "write" {
		return keyPanes
	}
	return keyPanes + "." + mode
}

// Widths are the widths of a mode's panes, nil before they were ever dragged.
func (s Store) Widths(mode string) []float32 {
	var widths []float32
	for _, word := range strings.Fields(s.fyne.String(panesKey(mode))) {
		f, err := strconv.ParseFloat(word, 32)
		if err != nil || !(f >= 0 && f < 1e5) {
			return nil
		}
		widths = append(widths, float32(f))
	}
	return widths
}

// SetWidths saves the widths of a mode's panes.
func (s Store) SetWidths(mode string, widths []float32) {
	words := make([]string, len(widths))
	for i, w := range widths {
		words[i] = strconv.FormatFloat(float64(w), 'f', 1, 32)
	}
	s.fyne.SetString(panesKey(mode), strings.Join(words, " "))
}

// Hidden are the names of the hidden panes.
func (s Store) Hidden() []string { return strings.Fields(s.fyne.String(keyHidden)) }

// SetHidden saves the names of the hidden panes.
func (s Store) SetHidden(names []string) { s.fyne.SetString(keyHidden, strings.Join(names, " ")) }

// Zoom is the preview's saved state.
func (s Store) Zoom() float64 { return s.fyne.Float(keyZoom) }

// SetZoom saves the preview's state.
func (s Store) SetZoom(zoom float64) { s.fyne.SetFloat(keyZoom, zoom) }

// Theme is the chosen theme.
func (s Store) Theme() widgets.Choice {
	return widgets.Choice(s.fyne.IntWithFallback(keyTheme, int(widgets.FollowSystem)))
}

// Desktop is the theme that the desktop preferred when it was last asked: Light, Dark, or
// FollowSystem before it ever was.
func (s Store) Desktop() widgets.Choice {
	return widgets.Choice(s.fyne.IntWithFallback(keyDesk, int(widgets.FollowSystem)))
}

// SetDesktop saves the theme that the desktop prefers.
func (s Store) SetDesktop(c widgets.Choice) { s.fyne.SetInt(keyDesk, int(c)) }

// SetTheme saves the chosen theme.
func (s Store) SetTheme(c widgets.Choice) { s.fyne.SetInt(keyTheme, int(c)) }

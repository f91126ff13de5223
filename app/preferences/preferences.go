// Package preferences is the window's saved state: sizes, theme, recent files.
package preferences

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/windowing"
	"resumax/storage/file"
	"resumax/widgets"
)

// Store has a method for each preference.
type Store struct {
	values values
}

// New is a store over a [Disk] or Fyne's preferences.
func New(v values) Store { return Store{v} }

// IsSet reports whether the store keeps anything.
func (s Store) IsSet() bool { return s.values != nil }

const (
	keyRecent = "recent"
	keyWidth  = "window.width"
	keyHeight = "window.height"
	keyPanes  = "panes.widths." // and the mode, a dot and the window's size
	keyHidden = "panes.folded." // and the window's size
	keyZoom   = "page.zoom."    // and the window's size
	keyTheme  = "theme"
	keyDesk   = "theme.desktop"
	keyFolder = "folder"
	keyEmbed  = "export.attach"
	keyAuto   = "autosave"
	keyKeep   = "versions"
	keyText   = "text.size"
	keyTongue = "language"
	keyX      = "window.x"
	keyY      = "window.y"
	keyMax    = "window.maximized"
	keyOwn    = "window.each"    // whether each file that is opened from outside gets a window of its own
	keyShown  = "variants.shown" // a list: a variant's id, a space, and the path of its file
	keyNew    = "new."           // with the name of a setting of new resumes
	keyTour   = "tour.seen"
	keyRun    = "version" // of the program that ran last

	recentLimit = 12
	shownLimit  = 50
)

// The window's first size fits the screen of a small laptop.
const (
	firstWidth  = 1360
	firstHeight = 820
	minWidth    = 720
	minHeight   = 480
)

// Embed reports whether PDFs get editable data.
func (s Store) Embed() bool { return s.values.Bool(keyEmbed) }

// SetEmbed saves whether PDFs get editable data.
func (s Store) SetEmbed(on bool) { s.values.SetBool(keyEmbed, on) }

// Autosave reports whether projects that have a file are saved by themselves.
func (s Store) Autosave() bool { return s.values.BoolWithFallback(keyAuto, true) }

// SetAutosave saves whether projects are saved by themselves.
func (s Store) SetAutosave(on bool) { s.values.SetBool(keyAuto, on) }

// Versions reports whether earlier versions of saved files are kept.
func (s Store) Versions() bool { return s.values.BoolWithFallback(keyKeep, true) }

// SetVersions saves whether earlier versions are kept.
func (s Store) SetVersions(on bool) { s.values.SetBool(keyKeep, on) }

// The range of the interface's text size, in percent.
const (
	MinTextSize = 90
	MaxTextSize = 150
)

// TextSize is the size of the interface's text, in percent.
func (s Store) TextSize() int {
	return max(MinTextSize, min(s.values.IntWithFallback(keyText, 100), MaxTextSize))
}

// SetTextSize saves the size of the interface's text.
func (s Store) SetTextSize(percent int) { s.values.SetInt(keyText, percent) }

// Language is the interface's language as a tag such as "pt-BR", "" for the system's.
func (s Store) Language() string { return s.values.String(keyTongue) }

// SetLanguage saves the interface's language.
func (s Store) SetLanguage(id string) { s.values.SetString(keyTongue, id) }

// TourSeen reports whether the first steps were shown, or skipped.
func (s Store) TourSeen() bool { return s.values.Bool(keyTour) }

// SetTourSeen saves that the first steps were shown.
func (s Store) SetTourSeen(seen bool) { s.values.SetBool(keyTour, seen) }

// Version is that of the program that ran last, "" before the first time.
func (s Store) Version() string { return s.values.String(keyRun) }

// SetVersion saves the version of the program that runs.
func (s Store) SetVersion(version string) { s.values.SetString(keyRun, version) }

// NewSetting is a setting that new resumes begin with, such as "design"; "" for what
// the program chooses.
func (s Store) NewSetting(name string) string { return s.values.String(keyNew + name) }

// SetNewSetting saves a setting that new resumes begin with.
func (s Store) SetNewSetting(name, value string) { s.values.SetString(keyNew+name, value) }

// Recent are the paths of projects, the newest first.
func (s Store) Recent() []string { return s.values.StringList(keyRecent) }

// Remember moves a path to the top of the recent files.
func (s Store) Remember(path string) {
	list := slices.DeleteFunc(s.Recent(), named(path))
	list = append([]string{path}, list...)
	s.setRecent(list[:min(len(list), recentLimit)])
}

// Forget removes a path from the recent files.
func (s Store) Forget(path string) {
	s.setRecent(slices.DeleteFunc(s.Recent(), named(path)))
}

// named is whether a path names the same file as another, which need not be there.
func named(path string) func(string) bool {
	folded := file.Fold(path)
	return func(p string) bool { return file.Fold(p) == folded }
}

// setRecent saves the paths. Fyne compares a list with the old value and panics if
// that is not a list, so such a value is removed first.
func (s Store) setRecent(list []string) {
	if s.values.StringListWithFallback(keyRecent, nil) == nil {
		s.values.RemoveValue(keyRecent)
	}
	s.values.SetStringList(keyRecent, list)
}

// LastShown is the id of the variant of a file that was shown last, "" for the base.
func (s Store) LastShown(path string) string {
	for _, line := range s.values.StringList(keyShown) {
		if id, of, ok := strings.Cut(line, " "); ok && of == path && path != "" {
			return id
		}
	}
	return ""
}

// ShowLast saves which variant of a file is shown, "" for the base.
func (s Store) ShowLast(path, id string) {
	if path == "" || s.LastShown(path) == id {
		return
	}
	list := slices.DeleteFunc(s.values.StringList(keyShown), func(line string) bool {
		_, of, _ := strings.Cut(line, " ")
		return of == path
	})
	if id != "" && !strings.Contains(id, " ") {
		list = append([]string{id + " " + path}, list...)
	}
	if s.values.StringListWithFallback(keyShown, nil) == nil {
		s.values.RemoveValue(keyShown) // see setRecent
	}
	s.values.SetStringList(keyShown, list[:min(len(list), shownLimit)])
}

// Folder is the folder of the last open or save, "" at first.
func (s Store) Folder() string { return s.values.String(keyFolder) }

// SetFolder saves the folder of an open or save.
func (s Store) SetFolder(folder string) { s.values.SetString(keyFolder, folder) }

// Size is the window's, in Fyne's units.
func (s Store) Size() fyne.Size {
	w := s.values.FloatWithFallback(keyWidth, firstWidth)
	h := s.values.FloatWithFallback(keyHeight, firstHeight)
	return fyne.NewSize(max(minWidth, float32(w)), max(minHeight, float32(h)))
}

// SetSize saves the window's size.
func (s Store) SetSize(size fyne.Size) {
	s.values.SetFloat(keyWidth, float64(size.Width))
	s.values.SetFloat(keyHeight, float64(size.Height))
}

// Place is where the window was, and whether it was maximized.
func (s Store) Place() windowing.Place {
	const nowhere = 1 << 20
	x, y := s.values.IntWithFallback(keyX, nowhere), s.values.IntWithFallback(keyY, nowhere)
	return windowing.Place{X: x, Y: y, Known: x > -nowhere && x < nowhere && y > -nowhere && y < nowhere, Maximized: s.values.Bool(keyMax)}
}

// SetPlace saves where the window is. Of a maximized one, the place that it had before stays.
func (s Store) SetPlace(p windowing.Place) {
	s.values.SetBool(keyMax, p.Maximized)
	if p.Known && !p.Maximized {
		s.values.SetInt(keyX, p.X)
		s.values.SetInt(keyY, p.Y)
	}
}

// OwnWindows reports whether a file that is opened from outside gets a window of its own, even
// if one is open.
func (s Store) OwnWindows() bool { return s.values.Bool(keyOwn) }

// SetOwnWindows saves whether files that are opened from outside get windows of their own.
func (s Store) SetOwnWindows(on bool) { s.values.SetBool(keyOwn, on) }

// Width is a class of window sizes, each of which has its own columns and zoom.
type Width string

// The classes of windows, by their width in Fyne's units.
const (
	Narrow Width = "narrow" // below 1200
	Medium Width = "medium" // below 1800
	Wide   Width = "wide"
)

// WidthOf is the class of a window.
func WidthOf(units float32) Width {
	switch {
	case units < 1200:
		return Narrow
	case units < 1800:
		return Medium
	}
	return Wide
}

func panesKey(w Width, mode string) string { return keyPanes + mode + "." + string(w) }

// Widths are the widths of a mode's panes, nil before they were ever dragged.
func (s Store) Widths(w Width, mode string) []float32 {
	var widths []float32
	for _, word := range strings.Fields(s.values.String(panesKey(w, mode))) {
		f, err := strconv.ParseFloat(word, 32)
		if err != nil || !(f >= 0 && f < 1e5) {
			return nil
		}
		widths = append(widths, float32(f))
	}
	return widths
}

// SetWidths saves the widths of a mode's panes.
func (s Store) SetWidths(w Width, mode string, widths []float32) {
	words := make([]string, len(widths))
	for i, width := range widths {
		words[i] = strconv.FormatFloat(float64(width), 'f', 1, 32)
	}
	s.values.SetString(panesKey(w, mode), strings.Join(words, " "))
}

// Hidden are the names of the panes that the user has hidden.
func (s Store) Hidden(w Width) []string {
	return strings.Fields(s.values.String(keyHidden + string(w)))
}

// SetHidden saves the names of the hidden panes.
func (s Store) SetHidden(w Width, names []string) {
	s.values.SetString(keyHidden+string(w), strings.Join(names, " "))
}

// Zoom is the preview's saved state, "" for none.
func (s Store) Zoom(w Width) string { return s.values.String(keyZoom + string(w)) }

// SetZoom saves the preview's state.
func (s Store) SetZoom(w Width, zoom string) { s.values.SetString(keyZoom+string(w), zoom) }

// Theme is the chosen theme.
func (s Store) Theme() widgets.Choice {
	return widgets.Choice(s.values.IntWithFallback(keyTheme, int(widgets.FollowSystem)))
}

// Desktop is the theme that the desktop preferred when it was last asked: Light, Dark, or
// FollowSystem before it ever was.
func (s Store) Desktop() widgets.Choice {
	return widgets.Choice(s.values.IntWithFallback(keyDesk, int(widgets.FollowSystem)))
}

// SetDesktop saves the theme that the desktop prefers.
func (s Store) SetDesktop(c widgets.Choice) { s.values.SetInt(keyDesk, int(c)) }

// SetTheme saves the chosen theme.
func (s Store) SetTheme(c widgets.Choice) { s.values.SetInt(keyTheme, int(c)) }

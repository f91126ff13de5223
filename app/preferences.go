package app

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/widgets"
)

// preferences are what is remembered from one run to the next.
type preferences struct {
	store fyne.Preferences
}

const (
	prefRecent = "recent"
	prefWidth  = "window.width"
	prefHeight = "window.height"
	prefPanes  = "panes.widths"
	prefPage   = "panes.page"
	prefScore  = "panes.score"
	prefZoom   = "page.zoom"
	prefTheme  = "theme"
	prefFolder = "folder"
	prefAttach = "export.attach"

	recentMost = 12
)

// The window's first size: as large as is useful, and no larger than a small
// laptop's screen.
const (
	firstWidth  = 1360
	firstHeight = 820
	leastWidth  = 720
	leastHeight = 480
)

// attach reports whether PDFs carry their resume.
func (p preferences) attach() bool { return p.store.Bool(prefAttach) }

func (p preferences) keepAttach(on bool) { p.store.SetBool(prefAttach, on) }

// recent are the paths of projects, the newest first.
func (p preferences) recent() []string { return p.store.StringList(prefRecent) }

func (p preferences) remember(path string) {
	list := slices.DeleteFunc(p.recent(), func(s string) bool { return s == path })
	list = append([]string{path}, list...)
	p.store.SetStringList(prefRecent, list[:min(len(list), recentMost)])
}

func (p preferences) forget(path string) {
	p.store.SetStringList(prefRecent, slices.DeleteFunc(p.recent(), func(s string) bool { return s == path }))
}

func (p preferences) size() fyne.Size {
	w := p.store.FloatWithFallback(prefWidth, firstWidth)
	h := p.store.FloatWithFallback(prefHeight, firstHeight)
	return fyne.NewSize(max(leastWidth, float32(w)), max(leastHeight, float32(h)))
}

func (p preferences) keepSize(s fyne.Size) {
	p.store.SetFloat(prefWidth, float64(s.Width))
	p.store.SetFloat(prefHeight, float64(s.Height))
}

// widths are the panes' widths, nil before they were ever dragged.
func (p preferences) widths() []float32 {
	var widths []float32
	for _, s := range strings.Fields(p.store.String(prefPanes)) {
		f, err := strconv.ParseFloat(s, 32)
		if err != nil || f < 0 {
			return nil
		}
		widths = append(widths, float32(f))
	}
	return widths
}

func (p preferences) keepWidths(widths []float32) {
	words := make([]string, len(widths))
	for i, w := range widths {
		words[i] = strconv.FormatFloat(float64(w), 'f', 1, 32)
	}
	p.store.SetString(prefPanes, strings.Join(words, " "))
}

func (p preferences) theme() widgets.Choice {
	return widgets.Choice(p.store.IntWithFallback(prefTheme, int(widgets.FollowSystem)))
}

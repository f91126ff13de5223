package app

import (
	"math"
	"os"
	"runtime"
	"time"

	"resumax/app/appearance"
	"resumax/app/preferences"
	"resumax/app/windowing"
	"resumax/widgets"
)

// desktopAnswer is how long a start waits for the desktop to say whether it prefers dark
// windows. A portal that runs answers in some milliseconds; one that has to be started
// first may take seconds, and last time's answer is taken.
const desktopAnswer = 200 * time.Millisecond

// desktopTheme is what the desktop prefers: what it says in time, else what it said last
// time. Where neither is known it is light, as desktops are that have no preference.
func desktopTheme(answers <-chan appearance.Desktop, last widgets.Choice) appearance.Desktop {
	select {
	case now, ok := <-answers:
		if ok {
			return now
		}
	case <-time.After(desktopAnswer):
	}
	if last == widgets.Dark {
		return appearance.Desktop{Scheme: appearance.Dark, Text: 1}
	}
	return appearance.Desktop{Scheme: appearance.Light, Text: 1}
}

// choiceOf is the theme that a desktop prefers.
func choiceOf(d appearance.Desktop) widgets.Choice {
	switch d.Scheme {
	case appearance.Dark:
		return widgets.Dark
	case appearance.Light:
		return widgets.Light
	}
	return widgets.FollowSystem
}

// fyneKnows reports whether Fyne knows the system's theme before it makes a window: it
// asks Windows and macOS, and obeys its own variable.
func fyneKnows() bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" || os.Getenv("FYNE_THEME") != ""
}

// followDesktop is what the desktop prefers, and a function that keeps a window in step with
// it.
func followDesktop(answers <-chan appearance.Desktop, prefs preferences.Store) (now appearance.Desktop, follow func(*window)) {
	if !fyneKnows() {
		now = desktopTheme(answers, prefs.Desktop())
	}
	return now, func(w *window) {
		w.setDesktop(w.desktop) // the window system is known now
		go func() {
			for now := range answers {
				w.threads.Post(func() { w.setDesktop(now) })
			}
		}()
	}
}

// setDesktop shows what the desktop now prefers: the theme, unless the user has chosen one,
// and the size of text.
func (w *window) setDesktop(now appearance.Desktop) {
	if fyneKnows() {
		now.Scheme = appearance.Unknown
	} else {
		w.prefs.SetDesktop(choiceOf(now))
	}
	if !windowing.TextIsOurs() {
		now.Text = 1
	}
	w.project.Unlist(now.Unlisted)
	if now != w.desktop {
		w.desktop = now
		w.applyTheme()
	}
}

// setTheme changes the chosen theme.
func (w *window) setTheme(c widgets.Choice) {
	w.prefs.SetTheme(c)
	w.applyTheme()
	w.shell.Commands.Refresh()
}

// textSize is the size of the interface's text, in percent: the user's choice, by what the
// desktop wants.
func (w *window) textSize() int {
	size := float64(w.prefs.TextSize())
	if w.desktop.Text > 0 {
		size *= w.desktop.Text
	}
	return max(preferences.MinTextSize, min(int(math.Round(size)), mostText))
}

// mostText is the largest text, in percent, that the window has room for.
const mostText = 200

func (w *window) applyTheme() {
	w.fyne.Settings().SetTheme(widgets.NewTheme(w.prefs.Theme()).OnDesktop(choiceOf(w.desktop)).WithText(w.textSize()))
}

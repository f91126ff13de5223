package app

import (
	"os"
	"runtime"
	"time"

	"resumax/app/preferences"
	"resumax/widgets"
)

// desktopAnswer is how long a start waits for the desktop to say whether it prefers dark
// windows. A portal that runs answers in some milliseconds; one that has to be started
// first may take seconds, and last time's answer is taken.
const desktopAnswer = 200 * time.Millisecond

// desktopTheme is what the desktop prefers: what it says in time, else what it said last
// time. Where neither is known it is light, as desktops are that have no preference.
func desktopTheme(answers <-chan bool, last widgets.Choice) widgets.Choice {
	select {
	case dark, ok := <-answers:
		if ok {
			return themeOf(dark)
		}
	case <-time.After(desktopAnswer):
	}
	if last == widgets.FollowSystem {
		return widgets.Light
	}
	return last
}

func themeOf(dark bool) widgets.Choice {
	if dark {
		return widgets.Dark
	}
	return widgets.Light
}

// fyneKnows reports whether Fyne knows the system's theme before it makes a window: it
// asks Windows and macOS, and obeys its own variable.
func fyneKnows() bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" || os.Getenv("FYNE_THEME") != ""
}

// followDesktop is the theme that the desktop prefers, and a function that keeps a window
// in step with it.
func followDesktop(answers <-chan bool, prefs preferences.Store) (now widgets.Choice, follow func(*window)) {
	if fyneKnows() {
		return widgets.FollowSystem, func(*window) {}
	}
	return desktopTheme(answers, prefs.Desktop()), func(w *window) {
		w.prefs.SetDesktop(w.desktop)
		go func() {
			for dark := range answers {
				w.threads.Post(func() { w.setDesktop(themeOf(dark)) })
			}
		}()
	}
}

// setDesktop shows the theme that the desktop now prefers, unless the user has chosen one.
func (w *window) setDesktop(prefers widgets.Choice) {
	if prefers == w.desktop {
		return
	}
	w.desktop = prefers
	w.prefs.SetDesktop(prefers)
	w.applyTheme()
}

// setTheme changes the chosen theme.
func (w *window) setTheme(c widgets.Choice) {
	w.prefs.SetTheme(c)
	w.applyTheme()
	w.shell.Commands.Refresh()
}

func (w *window) applyTheme() {
	w.fyne.Settings().SetTheme(widgets.NewTheme(w.prefs.Theme()).OnDesktop(w.desktop).WithText(w.prefs.TextSize()))
}

package shell

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Screen fills the window below the header.
type Screen interface {
	Object() fyne.CanvasObject
	// Title is the window's title while the screen is shown.
	Title() string
	// Enter is called when the screen becomes the top one, Leave when it no longer is.
	Enter()
	Leave()
	// Key offers a key that nothing else has handled and reports whether the screen
	// has handled it.
	Key(*fyne.KeyEvent) bool
	// Type is called when a text is typed while nothing has the focus. It focuses what
	// gets the text, if anything does.
	Type()
}

// Mode is a screen of the open project that the header's switch shows in place of
// another.
type Mode interface {
	Screen
	Label() string
}

// Stack is the navigation stack of a window. Only the top screen is shown; Escape
// goes back to the one below.
type Stack struct {
	// OnChange is called when the top screen changes, before it is entered.
	OnChange func(top Screen)

	body    *fyne.Container
	screens []Screen
	themes  map[Screen]fyne.Theme // in which a screen was last shown
	theme   fyne.Theme            // in which the screens were made
}

func newStack(body *fyne.Container) *Stack {
	return &Stack{body: body, themes: map[Screen]fyne.Theme{}, theme: fyne.CurrentApp().Settings().Theme()}
}

// repaint repaints the top screen if the theme has changed while it was not shown: Fyne
// tells only what is in the window.
func (s *Stack) repaint() {
	settings := fyne.CurrentApp().Settings()
	now, top := settings.Theme(), s.Top()
	last, ok := s.themes[top]
	if !ok {
		last = s.theme
	}
	s.themes[top] = now
	if last != now {
		settings.SetTheme(now)
	}
}

// Top is the screen shown, nil before the first.
func (s *Stack) Top() Screen {
	if len(s.screens) == 0 {
		return nil
	}
	return s.screens[len(s.screens)-1]
}

// Push shows a screen on top of the others.
func (s *Stack) Push(screen Screen) { s.set(append(slices.Clone(s.screens), screen)) }

// Reset replaces all screens by one.
func (s *Stack) Reset(screen Screen) { s.set([]Screen{screen}) }

// Pop removes the top screen and reports whether it did: the last one stays.
func (s *Stack) Pop() bool {
	if len(s.screens) < 2 {
		return false
	}
	s.set(slices.Clone(s.screens[:len(s.screens)-1]))
	return true
}

func (s *Stack) set(screens []Screen) {
	before := s.Top()
	s.screens = screens
	top := s.Top()
	if top == before {
		s.OnChange(top)
		return
	}
	if before != nil {
		s.themes[before] = fyne.CurrentApp().Settings().Theme()
		before.Leave()
	}
	s.body.Objects = []fyne.CanvasObject{top.Object()}
	s.OnChange(top)
	s.body.Refresh()
	s.repaint()
	top.Enter()
}

package shell

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Screen is what fills the window below the header.
type Screen interface {
	Object() fyne.CanvasObject
	// Title is the window's title while the screen is on top.
	Title() string
	// Enter is called when the screen has come to the top, Leave when it is no longer
	// there, be it covered or taken away.
	Enter()
	Leave()
	// Key offers a key that nothing else has answered and reports whether the screen
	// did.
	Key(*fyne.KeyEvent) bool
}

// Mode is a screen that the header's switch leads to. All modes are of the open
// project, and one takes the place of another.
type Mode interface {
	Screen
	Label() string
}

// Stack is the screens of a window. Only the top one is shown; Escape leads to the
// one below.
type Stack struct {
	// OnChange is called when another screen has come to the top, before it is
	// entered.
	OnChange func(top Screen)

	body    *fyne.Container
	screens []Screen
}

// Top is the screen that is shown, nil before the first.
func (s *Stack) Top() Screen {
	if len(s.screens) == 0 {
		return nil
	}
	return s.screens[len(s.screens)-1]
}

// Has reports whether a screen is on the stack, shown or not.
func (s *Stack) Has(screen Screen) bool { return slices.Contains(s.screens, screen) }

// Depth is how many screens there are.
func (s *Stack) Depth() int { return len(s.screens) }

// Push shows a screen over the others.
func (s *Stack) Push(screen Screen) { s.set(append(slices.Clone(s.screens), screen)) }

// Reset shows a screen in place of all others.
func (s *Stack) Reset(screen Screen) { s.set([]Screen{screen}) }

// Pop takes the top screen away and reports whether there is one below it; the
// last one stays.
func (s *Stack) Pop() bool {
	if len(s.screens) < 2 {
		return false
	}
	s.set(slices.Clone(s.screens[:len(s.screens)-1]))
	return true
}

// PopTo takes away what lies over a screen of the stack.
func (s *Stack) PopTo(screen Screen) {
	if i := slices.Index(s.screens, screen); i >= 0 {
		s.set(slices.Clone(s.screens[:i+1]))
	}
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
		before.Leave()
	}
	s.body.Objects = []fyne.CanvasObject{top.Object()}
	s.OnChange(top)
	s.body.Refresh()
	top.Enter()
}

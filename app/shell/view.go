package shell

import "fyne.io/fyne/v2"

// View is a screen made of an object and functions, of which all but Name may be nil.
type View struct {
	Content          fyne.CanvasObject
	Name             func() string // the window's title
	OnEnter, OnLeave func()
	OnKey            func(*fyne.KeyEvent) bool
	// OnType focuses what gets a text that is typed while nothing has the focus.
	OnType func()
}

// Object implements Screen.
func (v *View) Object() fyne.CanvasObject { return v.Content }

// Title implements Screen.
func (v *View) Title() string { return v.Name() }

// Enter implements Screen.
func (v *View) Enter() { call(v.OnEnter) }

// Leave implements Screen.
func (v *View) Leave() { call(v.OnLeave) }

// Key implements Screen.
func (v *View) Key(k *fyne.KeyEvent) bool { return v.OnKey != nil && v.OnKey(k) }

// Type implements Screen.
func (v *View) Type() { call(v.OnType) }

func call(f func()) {
	if f != nil {
		f()
	}
}

// ModeView is a [View] that is a mode.
type ModeView struct {
	View
	Text string // of the header's switch
}

// Label implements Mode.
func (m *ModeView) Label() string { return m.Text }

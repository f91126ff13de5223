package shell

import "fyne.io/fyne/v2"

// View is a screen made of an object and functions, any of which but Name may be
// nil.
type View struct {
	Content          fyne.CanvasObject
	Name             func() string // the window's title
	OnEnter, OnLeave func()
	OnKey            func(*fyne.KeyEvent) bool
}

// Object is the content.
func (v *View) Object() fyne.CanvasObject { return v.Content }

// Title is the name.
func (v *View) Title() string { return v.Name() }

// Enter calls OnEnter.
func (v *View) Enter() { call(v.OnEnter) }

// Leave calls OnLeave.
func (v *View) Leave() { call(v.OnLeave) }

// Key calls OnKey.
func (v *View) Key(k *fyne.KeyEvent) bool { return v.OnKey != nil && v.OnKey(k) }

func call(f func()) {
	if f != nil {
		f()
	}
}

// ModeView is a mode made like a [View].
type ModeView struct {
	View
	Text string // on the header's switch
}

// Label is the text.
func (m *ModeView) Label() string { return m.Text }

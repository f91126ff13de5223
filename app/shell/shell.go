// Package shell is the window around the screens: a stack of screens of which the
// top one is shown, the header with its modes, the table of commands that menus,
// keys, palette and help derive from, dialogs, progress and short notices, and the
// router that takes an address to the screen that shows it.
//
// The shell knows no screen and no resume; screens know nothing of each other.
package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/session"
	"resumax/app/trace"
	"resumax/widgets"
)

// Shell is one window.
type Shell struct {
	*Dialogs
	Window   fyne.Window
	Threads  session.Threads
	Trace    *trace.Log
	Stage    *widgets.Stage
	Toaster  *widgets.Toaster
	Screens  *Stack
	Header   *Header
	Router   Router
	Commands *Commands
}

// New makes the shell of a window. The window shows nothing until a screen is put
// on the stack.
func New(a fyne.App, title string, threads session.Threads, log *trace.Log) *Shell {
	s := &Shell{Window: a.NewWindow(title), Threads: threads, Trace: log}
	body := container.NewStack()
	s.Header = NewHeader()
	s.Stage = widgets.NewStage(container.NewBorder(s.Header.root, nil, nil, nil, body))
	s.Toaster = widgets.NewToaster(s.Stage)
	s.Dialogs = &Dialogs{canvas: s.Window.Canvas(), stage: s.Stage, threads: threads, trace: log}
	s.Screens = &Stack{body: body}
	s.Screens.OnChange = func(top Screen) {
		s.Header.Show(top)
		s.Retitle()
		s.Commands.Refresh()
	}
	s.Commands = newCommands(s)
	s.Window.SetContent(s.Stage)
	s.Window.SetPadded(false)
	s.Window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { s.Key(k) })
	return s
}

// Retitle shows the title of the top screen.
func (s *Shell) Retitle() {
	if top := s.Screens.Top(); top != nil {
		s.Window.SetTitle(top.Title())
	}
}

// Free reports whether the window answers: no dialog lies over it.
func (s *Shell) Free() bool { return s.Dialogs.Free() }

// Key answers a key that is no shortcut: a function key of a command, what the
// screen does with it, or Escape, which leads one screen back. It reports whether
// the key was answered.
func (s *Shell) Key(k *fyne.KeyEvent) bool {
	if s.Commands.key(k.Name) {
		return true
	}
	if !s.Free() {
		return false
	}
	if top := s.Screens.Top(); top != nil && top.Key(k) {
		return true
	}
	return k.Name == fyne.KeyEscape && s.Screens.Pop()
}

// Raise brings the window to the front.
func (s *Shell) Raise() { s.Window.RequestFocus() }

// Focus gives the keyboard to an object; nil takes it away from all.
func (s *Shell) Focus(o fyne.Focusable) {
	if o == nil {
		s.Window.Canvas().Unfocus()
		return
	}
	s.Window.Canvas().Focus(o)
}

// Send hands a shortcut to what has the focus, as if it had been typed.
func (s *Shell) Send(shortcut fyne.Shortcut) {
	if f, ok := s.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(shortcut)
	}
}

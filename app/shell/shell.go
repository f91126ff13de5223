// Package shell is the window around the screens: the navigation stack, the header
// with its modes, the command table from which menus, shortcuts, palette and help
// derive, dialogs, progress and toasts, and the router from addresses to screens.
//
// The shell imports no screen and knows no resume; screens do not import each other.
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
	// Dismiss hides what floats over the window for Escape, and reports whether there was anything; nil for nothing.
	Dismiss func() bool
	// Places are what the palette finds besides commands; nil for nothing.
	Places func() []Group

	recent []string // the ids of commands that the palette has run, the newest first
}

// New makes the shell of a window, which is empty until a screen is pushed.
func New(a fyne.App, title string, threads session.Threads, log *trace.Log) *Shell {
	s := &Shell{Window: a.NewWindow(title), Threads: threads, Trace: log}
	body := container.NewStack()
	s.Header = NewHeader()
	s.Stage = widgets.NewStage(widgets.NewBorder(s.Header.root, nil, nil, nil, body))
	s.Toaster = widgets.NewToaster(s.Stage)
	s.Dialogs = &Dialogs{canvas: s.Window.Canvas(), stage: s.Stage, threads: threads, trace: log}
	s.Screens = newStack(body)
	s.Screens.OnChange = func(top Screen) {
		s.Header.Show(top)
		s.Retitle()
		s.Commands.Refresh()
	}
	s.Commands = newCommands(s)
	s.Window.SetContent(s.Stage)
	s.Window.SetPadded(false)
	s.Window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { s.Key(k) })
	s.Window.Canvas().SetOnTypedRune(s.typed)
	return s
}

// Retitle shows the title of the top screen.
func (s *Shell) Retitle() {
	top := s.Screens.Top()
	if top == nil {
		return
	}
	if title := top.Title(); title != s.Window.Title() { // asked at every keystroke, and each goes to the system
		s.Window.SetTitle(title)
	}
}

// Free reports whether no dialog is open.
func (s *Shell) Free() bool { return s.Dialogs.Free() }

// Key handles a key that is not a shortcut: the function key of a command, a key of
// the screen, or Escape, which goes back one screen. It reports whether it did.
func (s *Shell) Key(k *fyne.KeyEvent) bool {
	widgets.HideTooltip()
	if s.Commands.key(k.Name) {
		return true
	}
	if !s.Free() {
		return false
	}
	if k.Name == fyne.KeyEscape && (s.Toaster.Dismiss() || s.Dismiss != nil && s.Dismiss()) {
		return true
	}
	if top := s.Screens.Top(); top != nil && top.Key(k) {
		return true
	}
	return k.Name == fyne.KeyEscape && s.Screens.Pop()
}

// typed gives a character that nothing has the focus for to where the screen wants it,
// such as after a click beside all fields. A space alone is none. Buttons pass on what
// is typed into them, so one that keeps the focus does not get it again.
func (s *Shell) typed(r rune) {
	top := s.Screens.Top()
	if top == nil || !s.Free() || r == ' ' {
		return
	}
	before := s.Window.Canvas().Focused()
	top.Type()
	if f := s.Window.Canvas().Focused(); f != nil && f != before {
		f.TypedRune(r)
	}
}

// KeepFocus calls f, which may remove what has the focus, and moves the focus to what
// is there then.
func (s *Shell) KeepFocus(f func()) { widgets.KeepFocus(s.Window.Canvas(), f) }

// Raise brings the window to the front.
func (s *Shell) Raise() { s.Window.RequestFocus() }

// Focus focuses an object; nil removes the focus.
func (s *Shell) Focus(o fyne.Focusable) {
	if o == nil {
		s.Window.Canvas().Unfocus()
		return
	}
	s.Window.Canvas().Focus(o)
}

// Send sends a shortcut to the focused object, as if it had been typed.
func (s *Shell) Send(shortcut fyne.Shortcut) {
	widgets.Refocus(s.Window.Canvas())
	if f, ok := s.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(shortcut)
	}
}

package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// The program is one for the window system, so that opening the editor opens no console. Windows gives such a program
// none of the console it was started from: a verb has to ask for it. What its caller has redirected, to a file or a
// pipe, it has from the beginning.

var (
	kernel32      = windows.NewLazySystemDLL("kernel32.dll")
	attachConsole = kernel32.NewProc("AttachConsole")
)

// parentProcess is ATTACH_PARENT_PROCESS.
const parentProcess = ^uint32(0)

// useConsole makes standard input, output and errors those of the console that the program was started from, unless they
// are redirected. Without a console, as when a shortcut starts a verb, there is nobody to read, and what is written goes
// nowhere.
func useConsole() {
	attachConsole.Call(uintptr(parentProcess)) // fails where there is none, or where it is ours already
	for _, s := range []struct {
		id   uint32
		file **os.File
		name string
		flag int
	}{
		{windows.STD_INPUT_HANDLE, &os.Stdin, "CONIN$", os.O_RDWR},
		{windows.STD_OUTPUT_HANDLE, &os.Stdout, "CONOUT$", os.O_RDWR},
		{windows.STD_ERROR_HANDLE, &os.Stderr, "CONOUT$", os.O_RDWR},
	} {
		if !usable(s.id) {
			f, err := os.OpenFile(s.name, s.flag, 0)
			if err != nil {
				f, err = os.OpenFile(os.DevNull, s.flag, 0)
			}
			if err == nil {
				*s.file = f
				windows.SetStdHandle(s.id, windows.Handle(f.Fd()))
			}
		}
		understandEscapes(windows.Handle((*s.file).Fd()))
	}
}

// usable reports whether a standard handle leads somewhere.
func usable(id uint32) bool {
	h, err := windows.GetStdHandle(id)
	if err != nil || h == 0 || h == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(h)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// understandEscapes makes a console obey the sequences that clear a line. One that is too old for them is said to be
// dumb, as on other systems.
func understandEscapes(h windows.Handle) {
	var mode uint32
	if windows.GetConsoleMode(h, &mode) != nil || mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0 {
		return // no console
	}
	if id, _ := windows.GetStdHandle(windows.STD_INPUT_HANDLE); id == h {
		return // what is typed has other modes
	}
	if windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) != nil {
		os.Setenv("TERM", "dumb")
	}
}

// windowEvent is the variable in which resumax.com, the program's console half (packaging/windows/console.c), names the
// event for which it waits.
const windowEvent = "RESUMAX_WINDOW_EVENT"

// leaveConsole lets the console that the editor was started from go on with its next command.
func leaveConsole() {
	name, ok := os.LookupEnv(windowEvent)
	if !ok {
		return
	}
	os.Unsetenv(windowEvent)
	text, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return
	}
	event, err := windows.OpenEvent(windows.EVENT_MODIFY_STATE, false, text)
	if err != nil {
		return
	}
	defer windows.CloseHandle(event)
	_ = windows.SetEvent(event) // else the console waits until the window is closed
}

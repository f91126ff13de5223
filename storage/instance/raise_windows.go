package instance

import "golang.org/x/sys/windows"

var allowSetForegroundWindow = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

// letRaise lets the other window come to the front. Windows lets only the program do so that the user has just started,
// which is this one; it may pass that on.
func letRaise() {
	const any = ^uint32(0) // ASFW_ANY
	allowSetForegroundWindow.Call(uintptr(any))
}

package project

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var addToRecentDocs = windows.NewLazySystemDLL("shell32.dll").NewProc("SHAddToRecentDocs")

// listRecent puts a file on the system's list of recent files, and so on the one that opens from the program's button in
// the taskbar. Users who want no such list have switched it off there.
func listRecent(path string) {
	const pathW = 3 // SHARD_PATHW
	if p, err := windows.UTF16PtrFromString(path); err == nil {
		addToRecentDocs.Call(pathW, uintptr(unsafe.Pointer(p)))
	}
}

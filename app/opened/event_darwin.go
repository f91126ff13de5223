package opened

// #cgo LDFLAGS: -framework Foundation
// void resumaxListen(void);
// unsigned long resumaxCount(void *list);
// const char *resumaxPath(void *list, unsigned long i);
import "C"

import "unsafe"

// The class of the application's delegate is there before the program begins, and the first event comes while Fyne
// starts: so it is listened for at once.
func init() { C.resumaxListen() }

// resumaxOpen is called by the system, on the UI thread, with a list of paths that lasts as long as the call.
//
//export resumaxOpen
func resumaxOpen(list unsafe.Pointer) {
	var paths []string
	for i := range C.resumaxCount(list) {
		paths = append(paths, C.GoString(C.resumaxPath(list, i)))
	}
	go files.put(paths) // whoever receives them may wait for this thread
}

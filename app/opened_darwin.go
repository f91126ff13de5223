package app

/*
#cgo CFLAGS: -x objective-c -fobjc-arc
#cgo LDFLAGS: -framework Cocoa

void resumaxFollowOpens(void);
*/
import "C"

// opens are the paths that macOS hands over. More at once than a person chooses are dropped.
var opens = make(chan string, 256)

// handedOver are the files that macOS hands over: those that are opened in the Finder, or
// dropped on the application, which it does not pass as arguments. To be called before
// Fyne starts.
func handedOver() <-chan string {
	C.resumaxFollowOpens()
	return opens
}

//export resumaxOpened
func resumaxOpened(path *C.char) {
	select {
	case opens <- C.GoString(path):
	default:
	}
}

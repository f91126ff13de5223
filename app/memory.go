package app

import (
	"runtime/debug"
	"time"
)

// settled is how long a start takes to read dictionaries, terms, roles and fonts, on a
// fast machine and on a slow one. Memory that was only needed for that is then returned to
// the system.
var settled = []time.Duration{3 * time.Second, 8 * time.Second}

// returnMemory returns unused memory to the system once the start is over.
func returnMemory() {
	for _, after := range settled {
		time.AfterFunc(after, debug.FreeOSMemory)
	}
}

// gcPercent is how much garbage there may be, in percent of the memory in use. Most
// of that are fonts and pictures, which stay, and a keystroke makes little garbage.
// So half of Go's default saves some ten megabytes and costs no noticeable time.
const gcPercent = 50

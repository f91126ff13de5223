package picturetest

import (
	"time"
	_ "unsafe" // for linkname
)

// Fyne forgets how widgets are drawn when nothing has asked for them for a
// minute, by a clock that the test driver reads only as a picture is taken. So
// where more than a minute passes between two pictures, which a slow or busy
// machine or the race detector suffices for, all that the window shows is
// forgotten at the moment at which it is to be painted, and the picture comes
// out half empty. The time can be set with FYNE_CACHE alone, which is read
// before any code of ours runs: hence the variable itself.
//
//go:linkname validDuration fyne.io/fyne/v2/internal/cache.ValidDuration
var validDuration time.Duration

func init() {
	if validDuration == 0 {
		panic("picturetest: this version of Fyne keeps the time after which it forgets widgets elsewhere")
	}
	validDuration = 365 * 24 * time.Hour
}

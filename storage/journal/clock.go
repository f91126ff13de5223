package journal

import "time"

// Clock is the time and its timers.
type Clock interface {
	Now() time.Time
	// AfterFunc calls a function on a goroutine of its own after a while, unless it
	// is stopped before.
	AfterFunc(d time.Duration, f func()) (stop func() bool)
}

// SystemClock is the clock of the system.
type SystemClock struct{}

// Now is the time.
func (SystemClock) Now() time.Time { return time.Now() }

// AfterFunc calls f after a while.
func (SystemClock) AfterFunc(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }

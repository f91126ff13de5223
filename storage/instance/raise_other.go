//go:build !windows

package instance

// letRaise has nothing to allow: a window may come to the front by itself.
func letRaise() {}

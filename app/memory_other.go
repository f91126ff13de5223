//go:build !linux

package app

// unmapUnused does nothing: the system does it by itself where memory is short.
func unmapUnused() {}

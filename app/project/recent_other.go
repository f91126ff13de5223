//go:build !windows

package project

// listRecent has no list to put a file on.
func listRecent(string) {}

//go:build !windows

package project

// listRecent has no list that the system keeps itself. Linux desktops share a file, see package recents.
func listRecent(string) {}

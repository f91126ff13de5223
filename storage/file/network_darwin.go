package file

import (
	"path/filepath"

	"golang.org/x/sys/unix"
)

// onNetwork asks for the flag that macOS gives to disks of this computer.
func onNetwork(path string) bool {
	var s unix.Statfs_t
	return unix.Statfs(filepath.Dir(path), &s) == nil && s.Flags&unix.MNT_LOCAL == 0
}

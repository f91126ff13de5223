package file

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

func onNetwork(path string) bool {
	drive, ok := driveOf(filepath.VolumeName(path))
	if !ok {
		return true
	}
	root, err := windows.UTF16PtrFromString(drive + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}

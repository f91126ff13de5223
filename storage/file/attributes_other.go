//go:build !linux && !darwin && !windows

package file

import "os"

func copyExtended(to, from *os.File) error { return nil }

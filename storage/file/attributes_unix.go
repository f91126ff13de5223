//go:build !windows

package file

import (
	"os"
	"syscall"
)

// noWait keeps opening a pipe from waiting for who is at its other end.
const noWait = syscall.O_NONBLOCK

func linksOf(f *os.File) (uint64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Nlink), nil
	}
	return 1, nil
}

// copyAttributes keeps to an order: a new owner takes permissions away, and
// permissions change an access list.
func copyAttributes(to, from *os.File) error {
	want, err := from.Stat()
	if err != nil {
		return err
	}
	have, err := to.Stat()
	if err != nil {
		return err
	}
	w, ok1 := want.Sys().(*syscall.Stat_t)
	h, ok2 := have.Sys().(*syscall.Stat_t)
	if ok1 && ok2 && (w.Uid != h.Uid || w.Gid != h.Gid) {
		if err := to.Chown(int(w.Uid), int(w.Gid)); err != nil {
			return err
		}
		if have, err = to.Stat(); err != nil {
			return err
		}
	}
	if want.Mode() != have.Mode() { // some disks know one mode only, and refuse to be asked
		const special = os.ModeSetuid | os.ModeSetgid | os.ModeSticky
		if err := to.Chmod(want.Mode() & (os.ModePerm | special)); err != nil {
			return err
		}
	}
	return copyExtended(to, from)
}

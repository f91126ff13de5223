package app

import (
	"bufio"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// unmapUnused takes the pages of the executable and its libraries out of the process. They
// stay in the system's cache of files as long as it has room, and those in use are back at
// their next use, a few microseconds later. What only the start needs, such as the compiler
// in a graphics driver, stays away. Kernels that map files in pages of 2 MB would bring most
// of it back with the first touch, so these are declined.
func unmapUnused() {
	maps, err := os.Open("/proc/self/smaps")
	if err != nil {
		return
	}
	defer maps.Close()
	for _, r := range unwritten(maps) {
		unix.Syscall(unix.SYS_MADVISE, r.from, r.to-r.from, unix.MADV_NOHUGEPAGE)
		unix.Syscall(unix.SYS_MADVISE, r.from, r.to-r.from, unix.MADV_DONTNEED)
	}
}

// span is a range of addresses, up to but without the last one.
type span struct{ from, to uintptr }

// unwritten are the ranges of addresses in a file of the form of /proc/self/smaps that hold
// nothing but a file's content: they can't be written to, and no page of them was before,
// as those are that the dynamic linker has put addresses into.
func unwritten(maps io.Reader) (all []span) {
	var now span
	ours := false
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) < 2:
		case !strings.HasSuffix(fields[0], ":"): // 00400000-00403000 r--p 00000000 fd:01 1234   /usr/bin/resumax
			begin, end, _ := strings.Cut(fields[0], "-")
			from, err := strconv.ParseUint(begin, 16, 64)
			to, err2 := strconv.ParseUint(end, 16, 64)
			now = span{uintptr(from), uintptr(to)}
			ours = err == nil && err2 == nil && from < to && len(fields) >= 6 && strings.HasPrefix(fields[5], "/") && (fields[1] == "r-xp" || fields[1] == "r--p")
		case ours && fields[0] == "Anonymous:" && fields[1] == "0": // kB of pages that are no longer the file's
			all = append(all, now)
		}
	}
	return all
}

//go:build linux || darwin

package file

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// accessList is the attribute in which Linux keeps an access control list.
const accessList = "system.posix_acl_access"

// notCopied are attributes that the system alone writes, or that hold for the old
// content only.
var notCopied = []string{"security.ima", "security.evm", "com.apple.provenance", "com.apple.macl"}

// copyExtended copies extended attributes: access lists, labels, tags. One that
// the new file has from its folder, and the old one had not, is removed if it
// would let others in.
func copyExtended(to, from *os.File) error {
	names, err := extendedNames(from)
	if err != nil {
		return err
	}
	for _, name := range names {
		if slices.Contains(notCopied, name) {
			continue
		}
		value, err := extended(from, name)
		if err != nil {
			return err
		}
		if have, err := extended(to, name); err == nil && bytes.Equal(have, value) {
			continue
		}
		if err := unix.Fsetxattr(int(to.Fd()), name, value, 0); err != nil {
			return err
		}
	}
	inherited, err := extendedNames(to)
	if err == nil && slices.Contains(inherited, accessList) && !slices.Contains(names, accessList) {
		return unix.Fremovexattr(int(to.Fd()), accessList)
	}
	return err
}

func extendedNames(f *os.File) ([]string, error) {
	list, err := sized(func(b []byte) (int, error) { return unix.Flistxattr(int(f.Fd()), b) })
	if err != nil {
		return nil, err
	}
	return strings.FieldsFunc(string(list), func(r rune) bool { return r == 0 }), nil
}

func extended(f *os.File, name string) ([]byte, error) {
	return sized(func(b []byte) (int, error) { return unix.Fgetxattr(int(f.Fd()), name, b) })
}

// sized calls read with no room, which tells how much is needed, and again. A
// file system without attributes has none.
func sized(read func([]byte) (int, error)) ([]byte, error) {
	n, err := read(nil)
	switch {
	case errors.Is(err, unix.ENOTSUP):
		return nil, nil
	case err != nil || n == 0:
		return nil, err
	}
	b := make([]byte, n)
	n, err = read(b)
	return b[:max(0, n)], err
}

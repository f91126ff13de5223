package file

import (
	"path/filepath"
	"slices"

	"golang.org/x/sys/unix"
)

// networkDisks are the file systems on which others change files unheard: their
// numbers as statfs tells them. FUSE is among them, as sshfs and cloud drives are.
var networkDisks = []int64{unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.V9FS_MAGIC,
	unix.AFS_SUPER_MAGIC, unix.CEPH_SUPER_MAGIC, unix.CODA_SUPER_MAGIC, unix.OCFS2_SUPER_MAGIC, unix.FUSE_SUPER_MAGIC}

func onNetwork(path string) bool {
	var s unix.Statfs_t
	return unix.Statfs(filepath.Dir(path), &s) == nil && slices.Contains(networkDisks, int64(uint32(s.Type)))
}

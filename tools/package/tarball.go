package main

import (
	"archive/tar"
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// writeTarball writes the files and a makefile that installs them. The archive is sorted and
// says nothing of who made it, as “tar --sort=name --owner=0” does.
func (r release) writeTarball(entries []entry, name string) error {
	makefile, err := r.read("packaging/linux/install.mk")
	if err != nil {
		return err
	}
	all := []entry{{path: "Makefile", data: makefile, mode: 0o644}}
	for _, e := range entries {
		if e.in(tarball) {
			e.path = "files/" + e.path
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.path, b.path) })
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(z)
	for _, e := range all {
		data, err := e.contents()
		if err != nil {
			return err
		}
		head := &tar.Header{Name: name + "/" + e.path, Mode: int64(e.mode), Size: int64(len(data)), ModTime: r.time, Format: tar.FormatPAX}
		if err := t.WriteHeader(head); err != nil {
			return err
		}
		if _, err := t.Write(data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := os.MkdirAll(r.to, 0o755); err != nil {
		return err
	}
	target := filepath.Join(r.to, name+".tar.gz")
	fmt.Println(target)
	return os.WriteFile(target, b.Bytes(), 0o644)
}

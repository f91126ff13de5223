package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"slices"
)

// zipFolder is the folder in the archive: whoever unpacks it where they are gets one thing.
const zipFolder = "ResuMax/"

// zip is the portable package: the files in a folder.
func (r release) zip(files []entry) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: zipFolder + f.name, Method: zip.Deflate, Modified: r.time})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(f.data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

func sortEntries(files []entry) {
	slices.SortFunc(files, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
}

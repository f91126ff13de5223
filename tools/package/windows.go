package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"resumax/cli"
)

// windows writes the packages for Windows: a .zip to unpack and a .msi that installs.
func (r release) windows() error {
	cli.Version = r.version
	if err := r.checkSize(); err != nil {
		return err
	}
	if err := os.MkdirAll(r.to, 0o755); err != nil {
		return err
	}
	if zipBegins := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); r.time.Before(zipBegins) {
		r.time = zipBegins // archives of Windows know no time before
	}
	if _, err := r.numbers(); err != nil {
		return err
	}
	files, err := r.windowsFiles()
	if err != nil {
		return err
	}
	archive, err := r.zip(files)
	if err != nil {
		return err
	}
	name := filepath.Join(r.to, "resumax-"+r.version+"-windows-amd64")
	if err := os.WriteFile(name+".zip", archive, 0o644); err != nil {
		return err
	}
	if err := r.msi(files, name+".msi"); err != nil {
		return err
	}
	fmt.Printf("%s.zip\n%s.msi\n", name, name)
	return nil
}

// numbers are the three of the version, without what stands behind them for a version
// before its release, as Windows compares versions: the first two have one byte.
func (r release) numbers() (string, error) {
	numbers, _, _ := strings.Cut(r.version, "-")
	parts, limits := strings.Split(numbers, "."), []int{255, 255, 65535}
	if len(parts) != len(limits) {
		return "", fmt.Errorf("the version %s does not have three numbers", r.version)
	}
	for i, p := range parts {
		if n, err := strconv.Atoi(p); err != nil || n < 0 || n > limits[i] {
			return "", fmt.Errorf("the version %s has %q where Windows' installer takes 0 to %d", r.version, p, limits[i])
		}
	}
	return numbers, nil
}

// windowsFiles are the files that both packages have, by name. Texts end their lines as
// Windows' editors do.
func (r release) windowsFiles() ([]entry, error) {
	b := treeBuilder{release: r}
	text := func(name string, data func() ([]byte, error)) {
		b.made(name, func() ([]byte, error) {
			text, err := data()
			return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n")), err
		})
	}
	text("LICENSE.txt", func() ([]byte, error) { return r.read("LICENSE") })
	text("NOTICES.txt", said("version", "--licenses"))
	text("README.txt", func() ([]byte, error) { return r.read("packaging/windows/README.txt") })
	b.add(entry{path: "resumax.com", from: strings.TrimSuffix(r.program, filepath.Ext(r.program)) + ".com"})
	b.add(entry{path: "resumax.exe", from: r.program})
	b.made("sbom.cdx.json", func() ([]byte, error) { return r.bill() })
	return b.entries, b.err
}

// zipFolder is the folder in the archive: whoever unpacks it where they are gets one thing.
const zipFolder = "ResuMax/"

// zip is the portable package: the files in a folder.
func (r release) zip(files []entry) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		data, err := f.contents()
		if err != nil {
			return nil, err
		}
		file, err := w.CreateHeader(&zip.FileHeader{Name: zipFolder + f.path, Method: zip.Deflate, Modified: r.time})
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// icoSizes are the sizes in which Windows shows a program, in pixels.
var icoSizes = []int{16, 24, 32, 48, 64, 256}

// ico is an icon as Windows has it: a head that says where each picture is, and PNGs.
func (r release) ico(name string) ([]byte, error) {
	var body bytes.Buffer
	head := []byte{0, 0, 1, 0, byte(len(icoSizes)), 0} // an icon, not a cursor; how many pictures
	begins := len(head) + 16*len(icoSizes)
	for _, size := range icoSizes {
		picture, err := r.read(fmt.Sprintf("%s-%d.png", name, size))
		if err != nil {
			return nil, err
		}
		side := byte(size) // 256 is written as 0
		head = append(head, side, side, 0, 0, 1, 0, 32, 0)
		head = binary.LittleEndian.AppendUint32(head, uint32(len(picture)))
		head = binary.LittleEndian.AppendUint32(head, uint32(begins+body.Len()))
		body.Write(picture)
	}
	return append(head, body.Bytes()...), nil
}

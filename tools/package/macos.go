package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"

	"resumax/cli"
)

// macos writes the application bundle ResuMax.app.
func (r release) macos() error {
	cli.Version = r.version
	if err := r.checkSize(); err != nil {
		return err
	}
	entries, err := r.bundle()
	if err != nil {
		return err
	}
	app := filepath.Join(r.to, "ResuMax.app")
	if err := os.RemoveAll(app); err != nil {
		return err
	}
	for _, e := range entries {
		if err := e.write(filepath.Join(app, filepath.FromSlash(e.path)), r); err != nil {
			return err
		}
	}
	fmt.Println(app)
	return nil
}

// bundle are the files of the application bundle.
func (r release) bundle() ([]entry, error) {
	b := treeBuilder{release: r}
	b.made("Contents/Info.plist", func() ([]byte, error) {
		text, err := r.read("packaging/macos/Info.plist")
		return bytes.ReplaceAll(text, []byte(">VERSION<"), []byte(">"+r.version+"<")), err
	})
	b.made("Contents/PkgInfo", func() ([]byte, error) { return []byte("APPL????"), nil })
	for _, name := range []string{"application", "project"} {
		b.made("Contents/Resources/"+name+".icns", func() ([]byte, error) { return r.icns("packaging/icons/" + name) })
	}
	b.copied("Contents/Resources/LICENSE", "LICENSE")
	b.made("Contents/Resources/NOTICES.txt", said("version", "--licenses"))
	b.made("Contents/Resources/sbom.cdx.json", func() ([]byte, error) { return r.bill() })
	b.made("Contents/Resources/man/man1/resumax.1", func() ([]byte, error) { return cli.Manual(r.version, r.time), nil })
	b.made("Contents/Resources/completions/_resumax", completion("zsh"))
	b.add(entry{path: "Contents/MacOS/resumax", from: r.program, mode: 0o755})
	return b.entries, b.err
}

// icnsSizes are the pictures of an .icns, by their type there, in pixels: a picture for
// each size in points, and one of twice as many pixels.
var icnsSizes = []struct {
	kind string
	size int
}{{"ic11", 32}, {"ic12", 64}, {"ic07", 128}, {"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024}}

// icns is an icon as macOS has it: a head, and PNGs behind their type and length.
func (r release) icns(name string) ([]byte, error) {
	var body bytes.Buffer
	for _, s := range icnsSizes {
		picture, err := r.read(fmt.Sprintf("%s-%d.png", name, s.size))
		if err != nil {
			return nil, err
		}
		body.WriteString(s.kind)
		body.Write(binary.BigEndian.AppendUint32(nil, uint32(8+len(picture))))
		body.Write(picture)
	}
	head := binary.BigEndian.AppendUint32([]byte("icns"), uint32(8+body.Len()))
	return append(head, body.Bytes()...), nil
}

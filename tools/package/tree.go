package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"resumax/cli"
)

// appID names what desktops know the application by.
const appID = "io.github.resumax.ResuMax"

// The packages that nfpm makes, by its names for them, and the tarball.
const (
	deb     = "deb"
	rpm     = "rpm"
	arch    = "archlinux"
	tarball = "tarball"
)

// entry is a file that is installed.
type entry struct {
	path string // below the prefix, with slashes
	data []byte
	from string // a file to take in place of data
	mode fs.FileMode
	only []string // the packages that have it, nil for all
}

// in reports whether a package has the file.
func (e entry) in(kind string) bool {
	for _, k := range e.only {
		if k == kind {
			return true
		}
	}
	return e.only == nil
}

// iconSizes are the folders of the icon theme hicolor that desktops look into, in pixels.
var iconSizes = []int{16, 22, 24, 32, 48, 64, 128, 256, 512}

// tree are the files that a package installs, those beside the program first. It is the
// one list that all packages for Linux are made of.
func (r release) tree() ([]entry, error) {
	b := treeBuilder{release: r}
	linux := "packaging/linux/" + appID
	b.copied("share/applications/"+appID+".desktop", linux+".desktop")
	b.copied("share/mime/packages/"+appID+".xml", linux+".xml")
	b.copied("share/icons/hicolor/scalable/apps/"+appID+".svg", "assets/icon.svg")
	b.copied("share/icons/hicolor/scalable/mimetypes/application-x-resumax+json.svg", "packaging/icons/project.svg")
	for _, size := range iconSizes {
		folder := fmt.Sprintf("share/icons/hicolor/%dx%d/", size, size)
		b.copied(folder+"apps/"+appID+".png", fmt.Sprintf("packaging/icons/application-%d.png", size))
		b.copied(folder+"mimetypes/application-x-resumax+json.png", fmt.Sprintf("packaging/icons/project-%d.png", size))
	}
	b.made("share/metainfo/"+appID+".metainfo.xml", func() ([]byte, error) { return r.metainfo() })
	b.made("share/man/man1/resumax.1.gz", func() ([]byte, error) { return packed(cli.Manual(r.version, r.time)) })

	b.made("share/bash-completion/completions/resumax", completion("bash"))
	b.made("share/fish/vendor_completions.d/resumax.fish", completion("fish"))
	b.made("share/zsh/site-functions/_resumax", completion("zsh"), rpm, arch, tarball)
	b.made("share/zsh/vendor-completions/_resumax", completion("zsh"), deb)

	b.copied("share/licenses/resumax/LICENSE", "LICENSE", rpm, arch, tarball)
	b.made("share/doc/resumax/copyright", func() ([]byte, error) { return r.copyright() }, deb)
	b.made("share/doc/resumax/NOTICES.txt", said("version", "--licenses"))
	b.made("share/doc/resumax/changelog.gz", func() ([]byte, error) {
		text, err := r.read("CHANGELOG.md")
		if err != nil {
			return nil, err
		}
		return packed(text)
	})
	b.made("share/doc/resumax/changelog.Debian.gz", func() ([]byte, error) { return r.debianChangelog() }, deb)
	if r.program != "" {
		b.made("share/doc/resumax/sbom.cdx.json", func() ([]byte, error) { return r.bill() })
		b.add(entry{path: "bin/resumax", from: r.program, mode: 0o755})
	}
	return b.entries, b.err
}

// treeBuilder collects entries, and the first error.
type treeBuilder struct {
	release
	entries []entry
	err     error
}

func (b *treeBuilder) add(e entry) {
	if e.mode == 0 {
		e.mode = 0o644
	}
	b.entries = append(b.entries, e)
}

// copied adds a file of the repository.
func (b *treeBuilder) copied(path, from string, only ...string) {
	b.made(path, func() ([]byte, error) { return b.read(from) }, only...)
}

// made adds a file that is written now.
func (b *treeBuilder) made(path string, data func() ([]byte, error), only ...string) {
	text, err := data()
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("%s: %w", path, err)
	}
	b.add(entry{path: path, data: text, only: only})
}

// said is what the program says, without being run: the same commands are called.
func said(args ...string) func() ([]byte, error) {
	return func() ([]byte, error) {
		var out, fault bytes.Buffer
		if code := cli.Run(args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &fault}); code != 0 {
			return nil, fmt.Errorf("resumax %s: %s", strings.Join(args, " "), fault.String())
		}
		return out.Bytes(), nil
	}
}

func completion(shell string) func() ([]byte, error) { return said("completion", shell) }

// packed is a text as gzip -n9 leaves it: without a name or a time.
func packed(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// copyright is what Debian's policy asks for: the license, and where those of others are.
func (r release) copyright() ([]byte, error) {
	license, err := r.read("LICENSE")
	if err != nil {
		return nil, err
	}
	return append([]byte("The works of others that ResuMax is linked with, and their licenses, are in NOTICES.txt beside this file, and\nin sbom.cdx.json for programs.\n\n"), license...), nil
}

// debianChangelog is what Debian's policy asks for: of the package, not of the program.
func (r release) debianChangelog() ([]byte, error) {
	data, err := r.read("packaging/linux/nfpm.yaml")
	if err != nil {
		return nil, err
	}
	var config struct{ Maintainer string }
	if err := yaml.Unmarshal(data, &config); err != nil {
		return nil, err
	}
	return packed(fmt.Appendf(nil, "resumax (%s-%s) unstable; urgency=medium\n\n  * What has changed in ResuMax is in changelog.gz.\n\n -- %s  %s\n",
		r.version, packageRelease, config.Maintainer, r.time.Format(time.RFC1123Z)))
}

// writeTree writes the files below the folder's usr.
func (r release) writeTree(folder string) error {
	cli.Version = r.version
	entries, err := r.tree()
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := e.write(filepath.Join(folder, "usr", filepath.FromSlash(e.path)), r); err != nil {
			return err
		}
	}
	return nil
}

// contents are the file's.
func (e entry) contents() ([]byte, error) {
	if e.from == "" {
		return e.data, nil
	}
	return os.ReadFile(e.from)
}

func (e entry) write(path string, r release) error {
	data, err := e.contents()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path, data, e.mode); err != nil {
		return err
	}
	if err := os.Chmod(path, e.mode); err != nil { // whatever the umask
		return err
	}
	return os.Chtimes(path, r.time, r.time)
}

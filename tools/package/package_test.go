package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"debug/elf"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/goccy/go-yaml"

	"resumax/cli"
)

var packagers = []string{deb, rpm, arch}

// made is a release of these sources with a program and an SBOM that stand for those that
// only a build makes.
func made(t *testing.T) release {
	t.Helper()
	t.Setenv("SOURCE_DATE_EPOCH", "1790000000")
	r, err := newRelease(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	cli.Version = r.version
	folder := t.TempDir()
	r.to = filepath.Join(folder, "dist")
	r.program = filepath.Join(folder, "program")
	r.sbom = filepath.Join(folder, "sbom.json")
	for name, text := range map[string]string{
		r.program: "#!/bin/sh\necho resumax\n",
		r.sbom: `{"bomFormat":"CycloneDX","metadata":{"tools":[{"name":"cyclonedx-gomod","hashes":[{"alg":"MD5","content":"1"}]}],"component":{"name":"resumax"}},
			"components":[{"name":"fyne.io/fyne/v2","version":"v2.8.1","type":"library"},{"name":"std","version":"go1.26","type":"library"}]}`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func treeOf(t *testing.T, r release) []entry {
	t.Helper()
	entries, err := r.tree()
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// find is the file of a package at a path.
func find(t *testing.T, entries []entry, path string) entry {
	t.Helper()
	i := slices.IndexFunc(entries, func(e entry) bool { return e.path == path })
	if i < 0 {
		t.Fatalf("%s is not installed", path)
	}
	return entries[i]
}

// Each package has each file once, with something in it, in a folder for such files.
func TestTree(t *testing.T) {
	entries := treeOf(t, made(t))
	for _, kind := range append(packagers, tarball) {
		seen := map[string]bool{}
		for _, e := range entries {
			if !e.in(kind) {
				continue
			}
			if seen[e.path] {
				t.Errorf("%s has %s twice", kind, e.path)
			}
			seen[e.path] = true
			if data, err := e.contents(); err != nil || len(data) == 0 {
				t.Errorf("%s: %d bytes, %v", e.path, len(data), err)
			}
			if path.Clean(e.path) != e.path || !strings.HasPrefix(e.path, "share/") && e.path != "bin/resumax" {
				t.Errorf("%s is installed where nobody looks", e.path)
			}
			if (e.mode == 0o755) != (e.path == "bin/resumax") || e.mode != 0o755 && e.mode != 0o644 {
				t.Errorf("%s has the mode %v", e.path, e.mode)
			}
		}
		for _, need := range []string{"bin/resumax", "share/man/man1/resumax.1.gz", "share/doc/resumax/NOTICES.txt", "share/doc/resumax/sbom.cdx.json",
			"share/bash-completion/completions/resumax", "share/fish/vendor_completions.d/resumax.fish"} {
			if !seen[need] {
				t.Errorf("%s lacks %s", kind, need)
			}
		}
		if seen["share/doc/resumax/copyright"] == seen["share/licenses/resumax/LICENSE"] || seen["share/zsh/site-functions/_resumax"] == seen["share/zsh/vendor-completions/_resumax"] {
			t.Errorf("%s has its license or its completions for zsh not once", kind)
		}
	}
}

// Icons have the size of their folder.
func TestIcons(t *testing.T) {
	size := regexp.MustCompile(`hicolor/(\d+)x(\d+)/`)
	count := 0
	for _, e := range treeOf(t, made(t)) {
		m := size.FindStringSubmatch(e.path)
		if m == nil {
			continue
		}
		count++
		picture, err := png.DecodeConfig(bytes.NewReader(e.data))
		if err != nil {
			t.Errorf("%s: %v", e.path, err)
		} else if w := m[1]; w != m[2] || w != strings.TrimSpace(stringOf(picture.Width)) || picture.Width != picture.Height {
			t.Errorf("%s is %d × %d", e.path, picture.Width, picture.Height)
		}
	}
	if count != 2*len(iconSizes) {
		t.Errorf("%d icons", count)
	}
}

func stringOf(n int) string {
	data, _ := json.Marshal(n) // an int always can be
	return string(data)
}

// desktopEntry are the lines of the .desktop file.
func desktopEntry(t *testing.T, entries []entry) map[string]string {
	t.Helper()
	lines := map[string]string{}
	for line := range strings.Lines(string(find(t, entries, "share/applications/"+appID+".desktop").data)) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			lines[key] = value
		}
	}
	return lines
}

// What desktops know of the application fits together: the files are of the type that the
// application opens, and both have an icon that is installed.
func TestDesktop(t *testing.T) {
	r := made(t)
	entries := treeOf(t, r)
	d := desktopEntry(t, entries)
	if d["Exec"] != "resumax %F" || d["Icon"] != appID || d["Terminal"] != "false" {
		t.Errorf("%v", d)
	}
	var info struct {
		Types []struct {
			Type string `xml:"type,attr"`
			Icon struct {
				Name string `xml:"name,attr"`
			} `xml:"icon"`
		} `xml:"mime-type"`
	}
	if err := xml.Unmarshal(find(t, entries, "share/mime/packages/"+appID+".xml").data, &info); err != nil || len(info.Types) != 1 {
		t.Fatalf("%v, %v", info, err)
	}
	if got := info.Types[0].Type; d["MimeType"] != got+";" {
		t.Errorf("the application opens %s, files are %s", d["MimeType"], got)
	}
	find(t, entries, "share/icons/hicolor/scalable/apps/"+d["Icon"]+".svg")
	find(t, entries, "share/icons/hicolor/scalable/mimetypes/"+info.Types[0].Icon.Name+".svg")
	var app struct {
		Details     struct{ Name, ID string }
		LinuxAndBSD struct{ GenericName, Comment, ExecParams string }
	}
	if _, err := toml.DecodeFile("../../FyneApp.toml", &app); err != nil {
		t.Fatal(err)
	}
	if app.Details.ID != appID || app.Details.Name != d["Name"] || app.LinuxAndBSD.GenericName != d["GenericName"] || app.LinuxAndBSD.Comment != d["Comment"] || "resumax "+app.LinuxAndBSD.ExecParams != d["Exec"] {
		t.Errorf("FyneApp.toml says %+v, the .desktop file %v", app, d)
	}
}

// The metainfo is of this version, and names what is installed.
func TestMetainfo(t *testing.T) {
	r := made(t)
	entries := treeOf(t, r)
	var info struct {
		ID         string `xml:"id"`
		Launchable string `xml:"launchable"`
		Binary     string `xml:"provides>binary"`
		Type       string `xml:"provides>mediatype"`
		Releases   []struct {
			Version string   `xml:"version,attr"`
			Date    string   `xml:"date,attr"`
			Points  []string `xml:"description>ul>li"`
		} `xml:"releases>release"`
	}
	if err := xml.Unmarshal(find(t, entries, "share/metainfo/"+appID+".metainfo.xml").data, &info); err != nil {
		t.Fatal(err)
	}
	if info.ID != appID || info.Launchable != appID+".desktop" || info.Binary != "resumax" || info.Type+";" != desktopEntry(t, entries)["MimeType"] {
		t.Errorf("%+v", info)
	}
	if n := len(info.Releases); n == 0 || info.Releases[0].Version != r.version || len(info.Releases[0].Points) < 5 {
		t.Errorf("%d releases, the newest %+v", n, info.Releases[:min(n, 1)])
	}
}

func TestReleases(t *testing.T) {
	r := release{version: "1.1.0", time: time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)}
	for _, c := range []struct{ name, changelog, want, fault string }{
		{name: "nothing released yet", changelog: "# Changelog\n\n## Unreleased\n\n### Added\n\n**Files**\n- One & `two`,\n  *three*.\n- See [four](x.md).\n",
			want: `<releases>
    <release version="1.1.0" date="2026-03-31">
      <description>
        <p>Files</p>
        <ul>
          <li>One &amp; <code>two</code>, <em>three</em>.</li>
          <li>See four.</li>
        </ul>
      </description>
    </release>
  </releases>`},
		{name: "released", changelog: "## Unreleased\n- Soon.\n## 1.1.0 (2026-02-01)\n### Fixed\n- A.\n## [1.0.0] 2026-01-01\n- B.\n",
			want: `<releases>
    <release version="1.1.0" date="2026-02-01">
      <description>
        <p>Fixed</p>
        <ul>
          <li>A.</li>
        </ul>
      </description>
    </release>
    <release version="1.0.0" date="2026-01-01">
      <description>
        <ul>
          <li>B.</li>
        </ul>
      </description>
    </release>
  </releases>`},
		{name: "another version", changelog: "## 1.2.0 (2026-02-01)\n- A.\n", fault: "FyneApp.toml says 1.1.0"},
		{name: "no version", changelog: "# Changelog\n", fault: "no heading"},
	} {
		got, err := r.releases(c.changelog)
		if c.fault != "" {
			if err == nil || !strings.Contains(err.Error(), c.fault) {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err != nil || got != c.want {
			t.Errorf("%s: %v\n%s", c.name, err, got)
		}
	}
}

// The SBOM has a license for everything, and names what is no Go module.
func TestBill(t *testing.T) {
	r := made(t)
	data, err := r.bill()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Components []struct {
			Name     string
			Licenses []struct{ Expression string }
		}
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range doc.Components {
		names = append(names, c.Name)
		if len(c.Licenses) != 1 || c.Licenses[0].Expression == "" {
			t.Errorf("%s has the licenses %v", c.Name, c.Licenses)
		}
	}
	for _, want := range []string{"fyne.io/fyne/v2", "std", "PDFium", "Inter (font)", "English dictionaries (SCOWL)"} {
		if !slices.Contains(names, want) {
			t.Errorf("%q lacks %s", names, want)
		}
	}
	if bytes.Contains(data, []byte("MD5")) {
		t.Error("it says what the tool was built like")
	}
	os.WriteFile(r.sbom, []byte(`{"components":[{"name":"example.org/unheard"}]}`), 0o644)
	if _, err := r.bill(); err == nil || !strings.Contains(err.Error(), "example.org/unheard") {
		t.Errorf("a module without a notice: %v", err)
	}
}

func TestDependencies(t *testing.T) {
	r := release{root: "../.."}
	l := linked{machine: elf.EM_X86_64, needed: []string{"libm.so.6", "libc.so.6", "libX11.so.6"}, named: []string{"libX11.so.6", "libEGL.so.1", "libvulkan.so.1"}, glibc: "2.34"}
	got, err := r.dependencies(l)
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]dependencies{
		deb:  {[]string{"libc6 (>= 2.34)", "libx11-6"}, []string{"libegl1"}},
		rpm:  {[]string{"libX11.so.6()(64bit)", "libc.so.6(GLIBC_2.34)(64bit)", "libm.so.6()(64bit)"}, []string{"libEGL.so.1()(64bit)"}},
		arch: {[]string{"glibc>=2.34", "libglvnd", "libx11"}, nil},
	} {
		if !slices.Equal(got[kind].depends, want.depends) || !slices.Equal(got[kind].recommends, want.recommends) {
			t.Errorf("%s asks for %q, want %q", kind, got[kind], want)
		}
	}
	for _, unknown := range []linked{{needed: []string{"libunheard.so.1"}}, {needed: []string{"libvulkan.so.1"}}, {named: []string{"libunheard.so.1"}}} {
		if _, err := r.dependencies(unknown); err == nil {
			t.Errorf("%+v is packaged", unknown)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"2.34", "2.4", true}, {"2.4", "2.34", false}, {"2.2.5", "2.2", true}, {"2.34", "2.34", false}} {
		if newer(c.a, c.b) != c.want {
			t.Errorf("newer(%s, %s) is %v", c.a, c.b, !c.want)
		}
	}
}

// nfpm is told of all files, from where they are, and of this version.
func TestNFPM(t *testing.T) {
	r := made(t)
	entries := treeOf(t, r)
	for _, kind := range packagers {
		data, err := r.nfpm(entries, kind, "amd64", dependencies{depends: []string{"libheard"}, recommends: []string{"libwanted"}}, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		var config struct {
			Name, Version, Arch, License, Description, Maintainer string
			MTime                                                 time.Time `yaml:"mtime"`
			Depends, Recommends                                   []string
			Overrides                                             map[string]any
			Contents                                              []struct {
				Src, Dst, Type string
				Info           struct {
					Mode  int
					MTime time.Time `yaml:"mtime"`
				} `yaml:"file_info"`
			}
		}
		if err := yaml.Unmarshal(data, &config); err != nil {
			t.Fatal(err)
		}
		if config.Name != "resumax" || config.Version != r.version || config.Arch != "amd64" || config.License != "MIT" || config.Maintainer == "" || !config.MTime.Equal(r.time) || config.Overrides != nil {
			t.Errorf("%s: %+v", kind, config)
		}
		if kind == arch && strings.Contains(config.Description, "\n") {
			t.Errorf("Arch's description has one line, not %q", config.Description)
		}
		if !slices.Contains(config.Depends, "libheard") || !slices.Contains(config.Recommends, "libwanted") {
			t.Errorf("%s asks for %q, %q", kind, config.Depends, config.Recommends)
		}
		var got, want []string
		for _, e := range entries {
			if e.in(kind) {
				want = append(want, "/usr/"+e.path)
			}
		}
		for _, c := range config.Contents {
			if !c.Info.MTime.Equal(r.time) {
				t.Errorf("%s is of %v", c.Dst, c.Info.MTime)
			}
			if c.Type == "dir" {
				continue
			}
			got = append(got, c.Dst)
			if info, err := os.Stat(c.Src); err != nil || int(info.Mode().Perm()) != c.Info.Mode {
				t.Errorf("%s: %v, and mode %o", c.Dst, err, c.Info.Mode)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", kind, got, want)
		}
	}
	if got := ownFolders(entries); !slices.Contains(got, "share/doc/resumax") || !slices.Contains(got, "share/zsh/site-functions") || slices.Contains(got, "share/doc") || slices.Contains(got, "share/icons/hicolor") {
		t.Errorf("an rpm has the folders %q", got)
	}
}

// The tarball has the same bytes however it was written, and what it installs is gone when
// it is uninstalled, whatever stands beside it.
func TestTarball(t *testing.T) {
	r := made(t)
	entries := treeOf(t, r)
	if err := r.writeTarball(entries, "resumax-test"); err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(filepath.Join(r.to, "resumax-test.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(entries)
	if err := r.writeTarball(entries, "resumax-test"); err != nil {
		t.Fatal(err)
	}
	if second, err := os.ReadFile(filepath.Join(r.to, "resumax-test.tar.gz")); err != nil || !bytes.Equal(first, second) {
		t.Errorf("two tarballs of one release differ (%v)", err)
	}
	unpacked := unpack(t, first)
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("no make here")
	}
	prefix := filepath.Join(t.TempDir(), "home of a user", ".local")
	other := filepath.Join(prefix, "share", "applications", "other.desktop")
	if err := os.MkdirAll(filepath.Dir(other), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(other, []byte("[Desktop Entry]\nType=Application\nName=Other\nExec=true\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	install := func(target string, more ...string) {
		c := exec.Command("make", append([]string{"-C", unpacked, target, "PREFIX=" + prefix}, more...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("make %s: %v\n%s", target, err, out)
		}
	}
	install("install")
	if out, err := exec.Command(filepath.Join(prefix, "bin", "resumax")).Output(); err != nil || string(out) != "resumax\n" {
		t.Errorf("the installed program: %q, %v", out, err)
	}
	desktop, err := os.ReadFile(filepath.Join(prefix, "share", "applications", appID+".desktop"))
	if err != nil || !strings.Contains(string(desktop), "\nExec=\""+prefix+"/bin/resumax\" %F\n") {
		t.Errorf("the .desktop file: %v\n%s", err, desktop)
	}
	install("uninstall")
	var left []string
	filepath.WalkDir(prefix, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Base(path) != "mimeinfo.cache" { // of the other one
			left = append(left, path)
		}
		return err
	})
	if !slices.Equal(left, []string{other}) {
		t.Errorf("left: %q", left)
	}
	root := t.TempDir()
	install("install", "DESTDIR="+root)
	install("uninstall", "DESTDIR="+root)
	if left, err := os.ReadDir(filepath.Join(root, prefix, "share")); err == nil {
		t.Errorf("left below DESTDIR: %v", left)
	}
}

// unpack unpacks a tarball, and returns the folder in it. All its files are below that
// folder, in order, and owned by root.
func unpack(t *testing.T, packed []byte) string {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	last := ""
	for archive := tar.NewReader(z); ; {
		head, err := archive.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if head.Name <= last || !strings.HasPrefix(head.Name, "resumax-test/") || head.Uid != 0 || head.Gid != 0 || head.Uname != "" || head.ModTime.Unix() != 1790000000 {
			t.Errorf("%+v follows %s", head, last)
		}
		last = head.Name
		data, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(folder, filepath.FromSlash(head.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, data, head.FileInfo().Mode()); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(folder, "resumax-test")
}

package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// windowsRelease is a release with small files in place of the program for Windows.
func windowsRelease(t *testing.T) release {
	t.Helper()
	r := made(t)
	folder := t.TempDir()
	for _, name := range []string{"resumax.exe", "resumax.com"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("the content of "+name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	r.program = filepath.Join(folder, "resumax.exe")
	return r
}

func TestVersions(t *testing.T) {
	for version, ok := range map[string]bool{
		"0.1.0": true, "255.255.65535": true, "1.2.3-rc.1": true, "1.2": false, "1.2.3.4": false, "256.0.0": false, "1.2.65536": false, "1.-2.3": false, "": false,
	} {
		if _, err := (release{version: version}).numbers(); (err == nil) != ok {
			t.Errorf("%s: %v", version, err)
		}
	}
	if got, err := (release{version: "1.2.3-rc.1"}).numbers(); got != "1.2.3" {
		t.Error(got, err)
	}
}

// repository is a path in the repository.
func repository(path string) string { return filepath.Join("..", "..", filepath.FromSlash(path)) }

// elements are the elements of an XML file with their text, by name.
func elements(t *testing.T, path string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	d := xml.NewDecoder(bytes.NewReader(data))
	for name := ""; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			name = x.Name.Local
			var values []string
			for _, a := range x.Attr {
				values = append(values, a.Name.Local+"="+a.Value)
			}
			all[name] = append(all[name], strings.Join(values, " "))
		case xml.CharData:
			if text := strings.TrimSpace(string(x)); text != "" {
				all[name+" text"] = append(all[name+" text"], text)
			}
		}
	}
}

// What the system reads in the program: paths of any length, sharp on every screen, texts in UTF-8, no administrator.
func TestManifest(t *testing.T) {
	m := elements(t, repository("packaging/windows/resumax.manifest"))
	for name, want := range map[string]string{
		"longPathAware text":  "true",
		"dpiAwareness text":   "PerMonitorV2, PerMonitor",
		"activeCodePage text": "UTF-8",
	} {
		if !slices.Equal(m[name], []string{want}) {
			t.Errorf("%s is %q, want %s", name, m[name], want)
		}
	}
	if got := m["requestedExecutionLevel"]; len(got) != 1 || !strings.Contains(got[0], "level=asInvoker") {
		t.Errorf("it runs as %q", got)
	}
	if got := m["supportedOS"]; len(got) != 1 || !strings.Contains(strings.ToLower(got[0]), "8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a") {
		t.Errorf("it is for %q", got)
	}
	if got := strings.Join(m["assemblyIdentity"], "\n"); !strings.Contains(got, "Microsoft.Windows.Common-Controls version=6.0.0.0") && !strings.Contains(got, "name=Microsoft.Windows.Common-Controls") {
		t.Errorf("it has old controls: %s", got)
	}
}

// The resources name files that are there; the first icon is the one that GLFW gives windows, the second one is that of
// project files, which the installer names by its number.
func TestResources(t *testing.T) {
	data, err := os.ReadFile(repository("packaging/windows/winres.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Icons     map[string]map[string][]string `json:"RT_GROUP_ICON"`
		Manifests map[string]map[string]string   `json:"RT_MANIFEST"`
		Versions  map[string]map[string]struct {
			Info map[string]map[string]string `json:"info"`
		} `json:"RT_VERSION"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string {
		return filepath.Join(repository("packaging/windows"), filepath.FromSlash(name))
	}
	if names := slices.Sorted(maps.Keys(r.Icons)); !slices.Equal(names, []string{"GLFW_ICON", "PROJECT_ICON"}) {
		t.Errorf("the icons are %q: the first one is the program's, the second one its files', by number", names)
	}
	for name, icon := range r.Icons {
		for i, size := range icoSizes {
			if i >= len(icon["0000"]) {
				t.Fatalf("%s has no picture of %d pixels", name, size)
			}
			picture, err := os.ReadFile(at(icon["0000"][i]))
			if err != nil {
				t.Fatal(err)
			}
			if c, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil || c.Width != size || c.Height != size {
				t.Errorf("%s is %dx%d: %v", icon["0000"][i], c.Width, c.Height, err)
			}
		}
	}
	if _, err := os.Stat(at(r.Manifests["#1"]["0409"])); err != nil {
		t.Error(err)
	}
	info := r.Versions["#1"]["0000"].Info["0409"]
	if info["ProductName"] != "ResuMax" || info["OriginalFilename"] != "resumax.exe" || info["FileVersion"] != "" {
		t.Errorf("%q: the version is not for this file to say", info)
	}
}

// Every identity is its own, every file of the definition is packed, and what is for one user stays with that user.
func TestInstallerDefinition(t *testing.T) {
	m := elements(t, repository(wxs))
	data, err := os.ReadFile(repository(wxs))
	if err != nil {
		t.Fatal(err)
	}
	ids := regexp.MustCompile(`[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}`).FindAllString(string(data), -1)
	if slices.Sort(ids); len(ids) < 5 || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("identities: %q", ids)
	}
	files, err := windowsRelease(t).windowsFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !slices.ContainsFunc(m["File"], func(a string) bool { return strings.HasSuffix(a, "Source="+f.path) }) {
			t.Errorf("%s is not installed", f.path)
		}
	}
	if len(m["File"]) != len(files) {
		t.Errorf("%d files are installed, %d are packed", len(m["File"]), len(files))
	}
	if len(m["ComponentRef"]) != len(m["Component"]) {
		t.Error("a component is of no feature")
	}
	for _, v := range m["RegistryValue"] {
		if !strings.HasPrefix(v, "Root=HKCU ") {
			t.Errorf("%s is not the user's", v)
		}
	}
	if !strings.Contains(m["Package"][0], "InstallScope=perUser") || !strings.Contains(m["Product"][0], "Version=$(var.Version)") {
		t.Errorf("%q %q", m["Package"], m["Product"])
	}
}

func TestZipIsRepeatable(t *testing.T) {
	r := windowsRelease(t)
	files, err := r.windowsFiles()
	if err != nil {
		t.Fatal(err)
	}
	first, err := r.zip(files)
	if err != nil {
		t.Fatal(err)
	}
	again, err := r.zip(files)
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("two archives of the same differ: %v", err)
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if !f.Modified.Equal(r.time) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		if strings.HasSuffix(f.Name, ".txt") {
			in, _ := f.Open()
			text, _ := io.ReadAll(in)
			if n := bytes.Count(text, []byte("\n")); n < 5 || bytes.Count(text, []byte("\r\n")) != n {
				t.Errorf("%s has lines that Windows' editors don't end so", f.Name)
			}
		}
	}
	if want := "ResuMax/LICENSE.txt ResuMax/NOTICES.txt ResuMax/README.txt ResuMax/resumax.com ResuMax/resumax.exe ResuMax/sbom.cdx.json"; strings.Join(names, " ") != want {
		t.Errorf("it has %q", names)
	}
}

// A .msi of the same content is the same, whenever it is made; one of another content has another identity.
func TestInstallerIsRepeatable(t *testing.T) {
	if _, err := exec.LookPath("wixl"); err != nil {
		t.Skip("wixl is not installed here")
	}
	r := windowsRelease(t)
	to := t.TempDir()
	make := func(name string) (data []byte, code string) {
		files, err := r.windowsFiles()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(to, name)
		if err := r.msi(files, path); err != nil {
			t.Fatal(err)
		}
		if data, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
		id, times, err := summary(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range times {
			if binary.LittleEndian.Uint64(at) != fileTime(r.time) {
				t.Errorf("%s has a time of its own", name)
			}
		}
		return data, string(id)
	}
	first, code := make("1.msi")
	second, _ := make("2.msi")
	if !bytes.Equal(first, second) {
		t.Error("two of the same differ")
	}
	if err := os.WriteFile(r.program, []byte("another program"), 0o755); err != nil {
		t.Fatal(err)
	}
	if third, other := make("3.msi"); bytes.Equal(first, third) || code == other {
		t.Error("another content has the same identity")
	}
}

func TestIdentities(t *testing.T) {
	if a, b := guid("product 1.0.0"), guid("product 1.0.1"); a == b || a != guid("product 1.0.0") || a[14] != '5' || len(a) != 36 {
		t.Error(a, b)
	}
	if got := fileTime(time.Unix(0, 0)); got != 116_444_736_000_000_000 { // as Windows' documentation has it
		t.Error(got)
	}
	for _, broken := range [][]byte{nil, summaryFormat, append(bytes.Repeat([]byte{0xff}, 40), append(slices.Clone(summaryFormat), bytes.Repeat([]byte{0xff}, 100)...)...)} {
		if _, _, err := summary(broken); err == nil {
			t.Error("a broken summary is taken")
		}
	}
}

// An .ico holds a picture of each size where its head says.
func TestIcon(t *testing.T) {
	data, err := made(t).ico("packaging/icons/project")
	if err != nil {
		t.Fatal(err)
	}
	if n := int(binary.LittleEndian.Uint16(data[4:])); n != len(icoSizes) {
		t.Fatalf("%d pictures", n)
	}
	for i, size := range icoSizes {
		head := data[6+16*i:]
		length, at := binary.LittleEndian.Uint32(head[8:]), binary.LittleEndian.Uint32(head[12:])
		c, err := png.DecodeConfig(bytes.NewReader(data[at : at+length]))
		if err != nil || c.Width != size || int(head[0]) != size%256 {
			t.Errorf("%d: %v, %v", size, c, err)
		}
	}
}

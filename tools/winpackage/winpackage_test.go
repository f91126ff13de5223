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
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// root goes to the repository's root, where the command runs.
func root(t *testing.T) release {
	t.Helper()
	t.Chdir(filepath.Join("..", ".."))
	t.Setenv("SOURCE_DATE_EPOCH", "1700000001")
	r, err := read("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestVersions(t *testing.T) {
	for version, ok := range map[string]bool{
		"0.1.0": true, "255.255.65535": true, "1.2.3-rc.1": true, "1.2": false, "1.2.3.4": false, "256.0.0": false, "1.2.65536": false, "1.-2.3": false, "": false,
	} {
		if err := (release{version: version}).check(); (err == nil) != ok {
			t.Errorf("%s: %v", version, err)
		}
	}
	if got := (release{version: "1.2.3-rc.1"}).numbers(); got != "1.2.3" {
		t.Error(got)
	}
}

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
	root(t)
	m := elements(t, "packaging/windows/resumax.manifest")
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

// The resources name files that are there; the icon is the one that GLFW gives windows.
func TestResources(t *testing.T) {
	root(t)
	data, err := os.ReadFile("packaging/windows/winres.json")
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Icons     map[string]map[string]string `json:"RT_GROUP_ICON"`
		Manifests map[string]map[string]string `json:"RT_MANIFEST"`
		Versions  map[string]map[string]struct {
			Info map[string]map[string]string `json:"info"`
		} `json:"RT_VERSION"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join("packaging", "windows", filepath.FromSlash(name)) }
	f, err := os.Open(at(r.Icons["GLFW_ICON"]["0000"]))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if c, err := png.DecodeConfig(f); err != nil || c.Width < 256 || c.Width != c.Height {
		t.Errorf("the icon is %dx%d: %v", c.Width, c.Height, err)
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
	root(t)
	m := elements(t, wxs)
	data, err := os.ReadFile(wxs)
	if err != nil {
		t.Fatal(err)
	}
	ids := regexp.MustCompile(`[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}`).FindAllString(string(data), -1)
	if slices.Sort(ids); len(ids) < 5 || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("identities: %q", ids)
	}
	folder := built(t)
	files, err := contents(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !slices.ContainsFunc(m["File"], func(a string) bool { return strings.HasSuffix(a, "Source="+f.name) }) {
			t.Errorf("%s is not installed", f.name)
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

// built is a folder as the script leaves it, with small files in place of the program.
func built(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"resumax.exe", "resumax.com", "sbom.cdx.json"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("the content of "+name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestZipIsRepeatable(t *testing.T) {
	r := root(t)
	files, err := contents(built(t))
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
	if want := "ResuMax/LICENSE.txt ResuMax/README.txt ResuMax/THIRD-PARTY.txt ResuMax/resumax.com ResuMax/resumax.exe ResuMax/sbom.cdx.json"; strings.Join(names, " ") != want {
		t.Errorf("it has %q", names)
	}
}

// A .msi of the same content is the same, whenever it is made; one of another content has another identity.
func TestInstallerIsRepeatable(t *testing.T) {
	if _, err := exec.LookPath("wixl"); err != nil {
		t.Skip("wixl is not installed here")
	}
	r := root(t)
	folder, to := built(t), t.TempDir()
	make := func(name string) (data []byte, code string) {
		files, err := contents(folder)
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
	if err := os.WriteFile(filepath.Join(folder, "resumax.exe"), []byte("another program"), 0o755); err != nil {
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
	root(t)
	data, err := icon("assets/icon.png")
	if err != nil {
		t.Fatal(err)
	}
	if n := int(binary.LittleEndian.Uint16(data[4:])); n != len(iconSizes) {
		t.Fatalf("%d pictures", n)
	}
	for i, size := range iconSizes {
		head := data[6+16*i:]
		length, at := binary.LittleEndian.Uint32(head[8:]), binary.LittleEndian.Uint32(head[12:])
		c, err := png.DecodeConfig(bytes.NewReader(data[at : at+length]))
		if err != nil || c.Width != size || int(head[0]) != size%256 {
			t.Errorf("%d: %v, %v", size, c, err)
		}
	}
}

// Command winpackage makes the packages for Windows, a .zip and a .msi, of a program that is built already:
//
//	go run ./tools/winpackage -folder dist/build/windows -to dist
//
// The folder has resumax.exe, resumax.com and sbom.cdx.json; scripts/package-windows.sh puts them there. The program's version
// is that of FyneApp.toml, the time of everything SOURCE_DATE_EPOCH, and the identities in the .msi follow from the
// version and the content, so that the same content gives the same bytes.
//
//	go run ./tools/winpackage -version
//
// prints the version as resources of Windows have it: four numbers.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"resumax/assets/notices"
)

func main() {
	folder := flag.String("folder", "", "the folder of the built program")
	to := flag.String("to", "dist", "the folder for the packages")
	version := flag.Bool("version", false, "print the version only")
	flag.Parse()
	r, err := read("FyneApp.toml")
	if err == nil && *version {
		fmt.Println(r.numbers() + ".0")
		return
	}
	if err == nil {
		err = r.pack(*folder, *to)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "winpackage:", err)
		os.Exit(1)
	}
}

// release is what is packed.
type release struct {
	version string // as FyneApp.toml has it
	time    time.Time
}

// read is the release that FyneApp.toml names.
func read(path string) (release, error) {
	var app struct{ Details struct{ Version string } }
	if _, err := toml.DecodeFile(path, &app); err != nil {
		return release{}, err
	}
	r := release{version: app.Details.Version, time: time.Unix(0, 0)}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return release{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", epoch)
		}
		r.time = time.Unix(seconds, 0)
	}
	r.time = r.time.UTC()
	if zipBegins := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); r.time.Before(zipBegins) {
		r.time = zipBegins // archives of Windows know no time before
	}
	return r, r.check()
}

// numbers are the three of the version, without what stands behind them for a version before its release.
func (r release) numbers() string {
	n, _, _ := strings.Cut(r.version, "-")
	return n
}

// check refuses versions that Windows cannot compare: its installer looks at three numbers, the first two of one byte.
func (r release) check() error {
	parts := strings.Split(r.numbers(), ".")
	limits := []int{255, 255, 65535}
	if len(parts) != len(limits) {
		return fmt.Errorf("the version %s does not have three numbers", r.version)
	}
	for i, p := range parts {
		if n, err := strconv.Atoi(p); err != nil || n < 0 || n > limits[i] {
			return fmt.Errorf("the version %s has %q where Windows' installer takes 0 to %d", r.version, p, limits[i])
		}
	}
	return nil
}

// name is what a package is called.
func (r release) name(end string) string { return "resumax-" + r.version + "-windows-amd64" + end }

// entry is a file of the packages.
type entry struct {
	name string
	data []byte
}

// pack makes both packages.
func (r release) pack(folder, to string) error {
	files, err := contents(folder)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	archive, err := r.zip(files)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, r.name(".zip")), archive, 0o644); err != nil {
		return err
	}
	return r.msi(files, filepath.Join(to, r.name(".msi")))
}

// contents are the files that both packages have. Texts end their lines as Windows' editors do.
func contents(folder string) ([]entry, error) {
	var files []entry
	for _, name := range []string{"resumax.exe", "resumax.com", "sbom.cdx.json"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		files = append(files, entry{name, data})
	}
	license, err := os.ReadFile("LICENSE")
	if err != nil {
		return nil, err
	}
	about, err := os.ReadFile(filepath.Join("packaging", "windows", "README.txt"))
	if err != nil {
		return nil, err
	}
	all, err := notices.All()
	if err != nil {
		return nil, err
	}
	var third strings.Builder
	for _, n := range all {
		fmt.Fprintf(&third, "%s\n%s\n\n%s\n\n", n.Title(), strings.Repeat("=", len(n.Title())), strings.TrimSpace(n.Text))
	}
	for name, text := range map[string]string{"README.txt": string(about), "LICENSE.txt": string(license), "THIRD-PARTY.txt": third.String()} {
		files = append(files, entry{name, []byte(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n"))})
	}
	sortEntries(files)
	return files, nil
}

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// licenseFiles are the module's files that say under which terms it comes and
// whose work it is, the module's own first. Those of its test data, and of
// packages that the program is not linked with, are left out.
func (m *module) licenseFiles() ([]string, error) {
	var found []string
	err := filepath.WalkDir(m.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		if !isLicense(d.Name()) && !isCredit(d.Name()) {
			return nil
		}
		shipped, err := m.ships(filepath.Dir(path))
		if err != nil || !shipped {
			return err
		}
		name, err := filepath.Rel(m.Dir, path)
		found = append(found, filepath.ToSlash(name))
		return err
	})
	slices.SortStableFunc(found, func(a, b string) int { return strings.Count(a, "/") - strings.Count(b, "/") })
	if len(found) == 0 && err == nil {
		err = errors.New("has no file with a license")
	}
	return found, err
}

// ships reports whether what lies in a folder of the module is linked: the
// folder is a package that is, or holds what such a package embeds or compiles.
func (m *module) ships(folder string) (bool, error) {
	for f := folder; f != m.Dir; f = filepath.Dir(f) {
		if m.packages[f] {
			return true, nil
		}
		files, err := os.ReadDir(f)
		if err != nil {
			return false, err
		}
		if slices.ContainsFunc(files, func(d fs.DirEntry) bool { return strings.HasSuffix(d.Name(), ".go") }) {
			return false, nil
		}
	}
	return true, nil
}

// isLicense reports whether a file of this name holds a license.
func isLicense(name string) bool {
	name = strings.ToLower(name)
	if strings.HasSuffix(name, ".go") {
		return false
	}
	return slices.ContainsFunc([]string{"license", "licence", "copying", "ofl"}, func(p string) bool { return strings.HasPrefix(name, p) })
}

// isCredit reports whether a file of this name says whose work it is, or what
// comes with the license, and is no license itself.
func isCredit(path string) bool {
	name := path[strings.LastIndex(path, "/")+1:]
	name, _, _ = strings.Cut(name, ".")
	return slices.Contains([]string{"NOTICE", "AUTHORS", "PATENTS"}, strings.ToUpper(name))
}

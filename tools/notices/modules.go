package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The systems that the program is built for, and an architecture of each:
// modules differ by system alone.
var systems = [][2]string{{"linux", "amd64"}, {"windows", "amd64"}, {"darwin", "arm64"}}

// The tags of scripts/go.sh.
const tags = "migrated_fynedo,no_animations,no_emoji"

// module is a Go module that the program is linked with.
type module struct {
	Path, Version, Dir string
	Main               bool
	packages           map[string]bool // the folders of those that are linked
}

// linked lists the modules whose packages the program in a folder is linked
// with on any system.
func linked(root string) (map[string]*module, error) {
	modules := map[string]*module{}
	for _, s := range systems {
		if err := listDependencies(root, s[0], s[1], modules); err != nil {
			return nil, fmt.Errorf("listing what the program for %s is linked with: %w", s[0], err)
		}
	}
	return modules, nil
}

// listDependencies adds what the program is linked with on one system.
func listDependencies(root, system, architecture string, modules map[string]*module) error {
	list := exec.Command("go", "list", "-deps", "-json=Dir,Module", "-tags", tags, ".")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+architecture, "CGO_ENABLED=1", "GOFLAGS=")
	var failure bytes.Buffer
	list.Stderr = &failure
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("%w: %s", err, failure.String())
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Dir    string
			Module *module
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if p.Module == nil || p.Module.Main { // Go's own, or ours
			continue
		}
		m := modules[p.Module.Path]
		if m == nil {
			m = p.Module
			m.packages = map[string]bool{}
			modules[m.Path] = m
		}
		m.packages[p.Dir] = true
	}
}

// collect returns the notice of each module by the name of its file.
func collect(root string) (map[string]string, error) {
	modules, err := linked(root)
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for _, m := range modules {
		text, err := m.notice()
		if err != nil {
			return nil, fmt.Errorf("%s %s: %w", m.Path, m.Version, err)
		}
		files[m.Path+".txt"] = text
	}
	return files, nil
}

// notice is the module's file: its name and version, its licenses, and below
// an empty line what its own files say.
func (m *module) notice() (string, error) {
	paths, err := m.licenseFiles()
	if err != nil {
		return "", err
	}
	var licenses []string
	var texts strings.Builder
	for _, p := range paths {
		data, err := os.ReadFile(filepath.Join(m.Dir, filepath.FromSlash(p)))
		if err != nil {
			return "", err
		}
		text := tidy(string(data))
		if !isCredit(p) {
			license, err := classify(text)
			if err != nil {
				return "", fmt.Errorf("%s: %w", p, err)
			}
			licenses = appendNew(licenses, license)
		}
		if len(paths) > 1 {
			fmt.Fprintf(&texts, "\n== %s ==\n", p)
		}
		fmt.Fprintf(&texts, "\n%s\n", text)
	}
	if len(licenses) == 0 {
		return "", errors.New("has no license")
	}
	return fmt.Sprintf("%s %s\n%s\n%s", m.Path, m.Version, strings.Join(licenses, " AND "), texts.String()), nil
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// tidy gives a text lines that end in one way and no blanks around it.
func tidy(s string) string {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t\f")
	}
	return strings.Trim(strings.ToValidUTF8(strings.Join(lines, "\n"), "\ufffd"), "\n")
}

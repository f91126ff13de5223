package main

import (
	"debug/elf"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"resumax/cli"
)

// architectures are those that packages are made for, as nfpm and Go call them.
var architectures = map[elf.Machine]string{elf.EM_X86_64: "amd64", elf.EM_AARCH64: "arm64"}

// linux writes the tarball and has nfpm write the other packages.
func (r release) linux() error {
	cli.Version = r.version
	if err := r.checkSize(); err != nil {
		return err
	}
	l, err := linkedOf(r.program)
	if err != nil {
		return err
	}
	architecture, ok := architectures[l.machine]
	if !ok {
		return fmt.Errorf("%s is for %v: no package is made for that", r.program, l.machine)
	}
	entries, err := r.tree()
	if err != nil {
		return err
	}
	name := fmt.Sprintf("resumax-%s-linux-%s", r.version, architecture)
	if err := r.writeTarball(entries, name); err != nil {
		return err
	}
	depends, err := r.dependencies(l)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "resumax-package")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	for _, kind := range []struct{ packager, file string }{
		{deb, fmt.Sprintf("resumax_%s-%s_%s.deb", r.version, packageRelease, architecture)},
		{rpm, fmt.Sprintf("resumax-%s-%s.%s.rpm", r.version, packageRelease, machine(architecture))},
		{arch, fmt.Sprintf("resumax-%s-%s-%s.pkg.tar.zst", r.version, packageRelease, machine(architecture))},
	} {
		config, err := r.nfpm(entries, kind.packager, architecture, depends[kind.packager], work)
		if err != nil {
			return err
		}
		described := filepath.Join(work, kind.packager+".yaml")
		if err := os.WriteFile(described, config, 0o644); err != nil {
			return err
		}
		target := filepath.Join(r.to, kind.file)
		c := exec.Command("go", "tool", "-modfile=packaging/tools.mod", "nfpm", "package", "-f", described, "-p", kind.packager, "-t", target)
		c.Dir = r.root
		c.Env = append(os.Environ(), fmt.Sprintf("SOURCE_DATE_EPOCH=%d", r.time.Unix()))
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("nfpm: %w\n%s", err, out)
		}
		fmt.Println(target)
	}
	return nil
}

// packageRelease tells packages of one version apart, when only the packaging changes.
const packageRelease = "1"

// machine is an architecture as uname says it.
func machine(architecture string) string {
	if architecture == "arm64" {
		return "aarch64"
	}
	return "x86_64"
}

// nfpm is the configuration of one kind of package. Its files are written to the folder.
func (r release) nfpm(entries []entry, kind, architecture string, depends dependencies, work string) ([]byte, error) {
	data, err := r.read("packaging/linux/nfpm.yaml")
	if err != nil {
		return nil, err
	}
	var config map[string]any
	if err := yaml.Unmarshal(data, &config); err != nil {
		return nil, err
	}
	if overrides, ok := config["overrides"].(map[string]any); ok {
		own, _ := overrides[kind].(map[string]any)
		for key, value := range own {
			config[key] = value
		}
	}
	delete(config, "overrides")
	if description, ok := config["description"].(string); ok && kind == arch { // which has one line
		config["description"], _, _ = strings.Cut(description, "\n")
	}
	config["arch"] = architecture
	config["version"] = r.version
	config["release"] = packageRelease
	config["mtime"] = r.time.Format(time.RFC3339)
	config["disable_globbing"] = true // names are names
	extend(config, "depends", depends.depends)
	extend(config, "recommends", depends.recommends)
	var contents []map[string]any
	if kind == rpm { // which leaves folders behind that it is not told of
		for _, folder := range ownFolders(entries) {
			contents = append(contents, map[string]any{"dst": "/usr/" + folder, "type": "dir", "file_info": map[string]any{"mode": 0o755, "mtime": r.time.Format(time.RFC3339)}})
		}
	}
	for _, e := range entries {
		if !e.in(kind) {
			continue
		}
		source := filepath.Join(work, filepath.FromSlash(e.path))
		if err := e.write(source, r); err != nil {
			return nil, err
		}
		contents = append(contents, map[string]any{"src": source, "dst": "/usr/" + e.path, "file_info": map[string]any{"mode": int(e.mode), "mtime": r.time.Format(time.RFC3339)}})
	}
	config["contents"] = contents
	return yaml.Marshal(config)
}

// systemFolders are there on every system, or come with the icon theme that the packages
// depend on. Other folders may belong to several packages, and go with the last of them.
var systemFolders = []string{".", "bin", "share", "share/applications", "share/doc", "share/icons", "share/man", "share/man/man1", "share/metainfo"}

// ownFolders are the folders of an rpm that may not be there without it.
func ownFolders(entries []entry) []string {
	var all []string
	for _, e := range entries {
		if !e.in(rpm) || strings.HasPrefix(e.path, "share/icons/hicolor/") {
			continue
		}
		for folder := path.Dir(e.path); !slices.Contains(systemFolders, folder); folder = path.Dir(folder) {
			all = append(all, folder)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// extend adds to a list of the configuration.
func extend(config map[string]any, key string, more []string) {
	list, _ := config[key].([]any)
	for _, m := range more {
		list = append(list, m)
	}
	config[key] = list
}
